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

static const struct_shape shapes[] = {
    {&rt_version_info_type, version_names, 5, 5},
    {&rt_float_info_type, float_names, 11, 11},
    {&rt_struct_time_type, time_names, RT_TIME_ITEMS, RT_TIME_NAMES},
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

static rt_value struct_getattr(rt_value self, rt_value name)
{
    const struct_shape *shape = shape_of(RT_TYPE(self));
    const char *text = rt_str_text(name, &(size_t){0});
    for (uint32_t i = 0; i < shape->total; i++)
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

/* time.struct_time(sequence): from nine items, or also those without a place in the tuple. */
static rt_value time_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("struct_time", args) || !rt_count_between("struct_time", args, 1, 1))
        return 0;
    rt_value list = rt_list_from(args->values[0]);
    if (!list) return 0;
    uint32_t count = RT_LIST(list)->count;
    if (count < RT_TIME_ITEMS || count > RT_TIME_NAMES) {
        bool few = count < RT_TIME_ITEMS;
        rt_raise_format(&rt_exc_TypeError,
                        "time.struct_time() takes an at %s %d-sequence (%u-sequence given)",
                        few ? "least" : "most", few ? RT_TIME_ITEMS : RT_TIME_NAMES, count);
        RT_RELEASE(list);
        return 0;
    }
    rt_value items[RT_TIME_NAMES];
    for (uint32_t i = 0; i < RT_TIME_NAMES; i++)
        items[i] = rt_retained(i < count ? RT_LIST(list)->items[i] : RT_NONE);
    RT_RELEASE(list);
    return rt_struct_new(cls, items);
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
STRUCT_TYPE(rt_struct_time_type, "time.struct_time", time_construct);
