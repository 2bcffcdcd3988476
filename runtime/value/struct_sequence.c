/* struct_sequence.c: tuples whose items have names (struct_sequence.h). Names past the visible ones
 * are attributes without being items: an instance keeps them behind its items. */
#include "value/struct_sequence.h"

#include "value/arguments.h"
#include "value/builder.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

typedef struct struct_shape {
    rt_type *type;
    const char *const *names;
    uint32_t visible, total;
} struct_shape;

static const char *const version_names[] = {"major", "minor", "micro", "releaselevel", "serial"};
static const char *const float_names[] = {"max",     "max_exp",    "max_10_exp", "min",
                                          "min_exp", "min_10_exp", "dig",        "mant_dig",
                                          "epsilon", "radix",      "rounds"};
static const char *const time_names[] = {"tm_year",  "tm_mon",  "tm_mday",  "tm_hour",
                                         "tm_min",   "tm_sec",  "tm_wday",  "tm_yday",
                                         "tm_isdst", "tm_zone", "tm_gmtoff"};

static const char *const
    stat_names[] = {"st_mode",     "st_ino",      "st_dev",     "st_nlink",
                    "st_uid",      "st_gid",      "st_size",    "st_atime",
                    "st_mtime",    "st_ctime", /* whole seconds as items, floats as attributes: */
                    "st_atime",    "st_mtime",    "st_ctime",   "st_atime_ns",
                    "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks",
                    "st_rdev"};
static const char *const statvfs_names[] = {"f_bsize",  "f_frsize",  "f_blocks", "f_bfree",
                                            "f_bavail", "f_files",   "f_ffree",  "f_favail",
                                            "f_flag",   "f_namemax", "f_fsid"};
static const char *const uname_names[] = {"sysname", "nodename", "release", "version", "machine"};
static const char *const times_names[] = {"user", "system", "children_user", "children_system",
                                          "elapsed"};
static const char *const flags_names[] = {"debug",
                                          "inspect",
                                          "interactive",
                                          "optimize",
                                          "dont_write_bytecode",
                                          "no_user_site",
                                          "no_site",
                                          "ignore_environment",
                                          "verbose",
                                          "bytes_warning",
                                          "quiet",
                                          "hash_randomization",
                                          "isolated",
                                          "dev_mode",
                                          "utf8_mode",
                                          "warn_default_encoding",
                                          "safe_path",
                                          "int_max_str_digits"};
static const char *const int_info_names[] = {
    "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
static const char *const hash_info_names[] = {
    "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
static const char *const terminal_names[] = {"columns", "lines"};

static const char *const rusage_names[] = {
    "ru_utime",  "ru_stime",    "ru_maxrss", "ru_ixrss",   "ru_idrss",   "ru_isrss",
    "ru_minflt", "ru_majflt",   "ru_nswap",  "ru_inblock", "ru_oublock", "ru_msgsnd",
    "ru_msgrcv", "ru_nsignals", "ru_nvcsw",  "ru_nivcsw",
};

static const struct_shape shapes[] = {
    {&rt_version_info_type, version_names, 5, 5},
    {&rt_float_info_type, float_names, 11, 11},
    {&rt_struct_time_type, time_names, RT_TIME_ITEMS, RT_TIME_NAMES},
    {&rt_stat_result_type, stat_names, 10, RT_STRUCT_MOST},
    {&rt_statvfs_result_type, statvfs_names, 10, 11},
    {&rt_uname_result_type, uname_names, 5, 5},
    {&rt_times_result_type, times_names, 5, 5},
    {&rt_terminal_size_type, terminal_names, 2, 2},
    {&rt_flags_type, flags_names, 18, 18},
    {&rt_int_info_type, int_info_names, 4, 4},
    {&rt_hash_info_type, hash_info_names, 9, 9},
    {&rt_struct_rusage_type, rusage_names, 16, 16},
};

static const struct_shape *shape_of(const rt_type *type)
{
    const struct_shape *shape = shapes;
    while (shape->type != type) shape++;
    return shape;
}

rt_value rt_struct_new(rt_type *type, const rt_value *items)
{
    const struct_shape *shape = shape_of(type);
    rt_tuple *made = rt_object_new(type, type->size);
    made->items = rt_alloc(shape->total * sizeof(rt_value));
    memcpy(made->items, items, shape->total * sizeof(rt_value));
    made->count = shape->visible;
    for (uint32_t i = 0; i < shape->total; i++)
        if (!items[i]) {
            RT_RELEASE((rt_value)made);
            return 0;
        }
    return (rt_value)made;
}

static void struct_dealloc(rt_object *self)
{
    rt_tuple *tuple = (rt_tuple *)self;
    uint32_t total = shape_of(self->type)->total;
    for (uint32_t i = 0; i < total; i++) RT_RELEASE_OPT(tuple->items[i]);
    rt_free(tuple->items, total * sizeof(rt_value));
    rt_free(tuple, self->type->size);
}

/* Where a name stands twice, it means the one that is no item. */
static rt_value struct_getattr(rt_value self, rt_value name)
{
    const struct_shape *shape = shape_of(RT_TYPE(self));
    const char *text = rt_str_text(name, &(size_t){0});
    for (uint32_t i = shape->total; i-- > 0;)
        if (!strcmp(text, shape->names[i])) return rt_retained(RT_TUPLE(self)->items[i]);
    return rt_generic_getattr(self, name);
}

static bool struct_setattr(rt_value self, rt_value name, rt_value v)
{
    const struct_shape *shape = shape_of(RT_TYPE(self));
    const char *text = rt_str_text(name, &(size_t){0});
    for (uint32_t i = 0; i < shape->total; i++)
        if (!strcmp(text, shape->names[i]))
            return rt_raise_format(&rt_exc_AttributeError, "readonly attribute");
    return rt_generic_setattr(self, name, v);
}

static rt_value struct_repr(rt_value self)
{
    const struct_shape *shape = shape_of(RT_TYPE(self));
    rt_builder text;
    rt_builder_init(&text);
    rt_builder_add_c(&text, RT_TYPE(self)->name);
    for (uint32_t i = 0; i < shape->visible; i++) {
        rt_builder_add_c(&text, i ? ", " : "(");
        rt_builder_add_c(&text, shape->names[i]);
        rt_builder_add_c(&text, "=");
        rt_builder_add_repr(&text, RT_TUPLE(self)->items[i]);
    }
    rt_builder_add_c(&text, ")");
    return rt_builder_finish(&text);
}

static rt_value refuse_count(const struct_shape *shape, uint32_t count)
{
    bool few = count < shape->visible;
    const char *bound = shape->visible == shape->total ? "" : few ? "n at least" : "n at most";
    return rt_raise_format(&rt_exc_TypeError, "%s() takes a%s %u-sequence (%u-sequence given)",
                           shape->type->name, bound, few ? shape->visible : shape->total, count);
}

/* cls(sequence): the visible items, or also some of those that only have a name. */
static rt_value struct_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"sequence"};
    rt_value sequence;
    if (!rt_arguments_bind("structseq", names, 1, 1, args, &sequence)) return 0;
    rt_value list = rt_list_from(sequence);
    if (!list && rt_pending(&rt_exc_TypeError)) {
        rt_clear_pending();
        return rt_raise_format(&rt_exc_TypeError, "constructor requires a sequence");
    }
    if (!list) return 0;
    const struct_shape *shape = shape_of(cls);
    uint32_t count = RT_LIST(list)->count;
    rt_value items[RT_STRUCT_MOST] = {0};
    bool fits = count >= shape->visible && count <= shape->total;
    for (uint32_t i = 0; fits && i < shape->total; i++)
        items[i] = rt_retained(i < count ? RT_LIST(list)->items[i] : RT_NONE);
    RT_RELEASE(list);
    return fits ? rt_struct_new(cls, items) : refuse_count(shape, count);
}

#define STRUCT_TYPE(symbol, type_name, construct_function)                                         \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(rt_tuple),                                                                  \
        .flags = RT_TYPE_FINAL,                                                                    \
        .base = &rt_tuple_type,                                                                    \
        .dealloc = struct_dealloc,                                                                 \
        .construct = construct_function,                                                           \
        .repr = struct_repr,                                                                       \
        .getattr = struct_getattr,                                                                 \
        .setattr = struct_setattr,                                                                 \
    }
STRUCT_TYPE(rt_version_info_type, "sys.version_info", NULL);
STRUCT_TYPE(rt_float_info_type, "sys.float_info", NULL);
STRUCT_TYPE(rt_struct_time_type, "time.struct_time", struct_construct);
STRUCT_TYPE(rt_stat_result_type, "os.stat_result", struct_construct);
STRUCT_TYPE(rt_statvfs_result_type, "os.statvfs_result", struct_construct);
STRUCT_TYPE(rt_uname_result_type, "posix.uname_result", struct_construct);
STRUCT_TYPE(rt_times_result_type, "posix.times_result", struct_construct);
STRUCT_TYPE(rt_terminal_size_type, "os.terminal_size", struct_construct);
STRUCT_TYPE(rt_flags_type, "sys.flags", NULL);
STRUCT_TYPE(rt_int_info_type, "sys.int_info", NULL);
STRUCT_TYPE(rt_hash_info_type, "sys.hash_info", NULL);
STRUCT_TYPE(rt_struct_rusage_type, "resource.struct_rusage", struct_construct);
