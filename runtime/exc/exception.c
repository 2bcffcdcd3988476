/* exception.c: the type objects of all built-in exceptions and what they share: args, chaining,
 * notes, str and repr, and the members that some kinds have (StopIteration.value, ...). */
#include "exc/exception.h"

#include "value/descriptor.h"
#include "value/dict.h"
#include "value/instance.h"
#include "value/list.h"
#include "value/tuple.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)

/* The names of what instances of a kind have beside args. */
#define KIND(kind, count, ...)                                                                     \
    enum { kind##_members = count };                                                               \
    RT_UNUSED static const char *const kind##_names[] = {__VA_ARGS__, NULL};
RT_EXCEPTION_KINDS(KIND)
#undef KIND

static void store(rt_value *slot, rt_value v)
{
    rt_value old = *slot;
    RT_RETAIN_OPT(v);
    *slot = v;
    RT_RELEASE_OPT(old);
}

/* ---- construction ---------------------------------------------------------------------------- */

rt_value rt_exc_construct(rt_type *cls, const rt_args *args)
{
    if (RT_UNLIKELY(cls->flags & RT_TYPE_ABSTRACT)) return rt_raise_abstract(cls);
    rt_exception *e = (rt_exception *)rt_object_new(cls, cls->size);
    e->args = rt_tuple_copy(args->positional, args->values);
    return (rt_value)e;
}

/* construct has set args from the very same call, unless a subclass passes others to __init__. */
static bool set_args(rt_value self, const rt_args *args)
{
    const rt_tuple *now = RT_TUPLE(EXC(self)->args);
    size_t size = now->count * sizeof(rt_value);
    if (now->count == args->positional && (!size || !memcmp(now->items, args->values, size)))
        return true;
    rt_value fresh = rt_tuple_copy(args->positional, args->values);
    store(&EXC(self)->args, fresh);
    RT_RELEASE(fresh);
    return true;
}

static bool plain_init(rt_value self, const rt_args *args)
{
    if (args->named) {
        rt_raise_format(&rt_exc_TypeError, "%V() takes no keyword arguments",
                        rt_type_name(RT_TYPE(self)));
        return false;
    }
    return set_args(self, args);
}

static bool stop_init(rt_value self, const rt_args *args)
{
    if (!plain_init(self, args)) return false;
    rt_exc_set_member(self, RT_STOP_VALUE, args->positional ? args->values[0] : 0);
    return true;
}

/* One argument is the code itself, several are the code as a tuple. */
static bool exit_init(rt_value self, const rt_args *args)
{
    if (!plain_init(self, args)) return false;
    rt_value code = args->positional > 1 ? EXC(self)->args : args->positional ? args->values[0] : 0;
    rt_exc_set_member(self, RT_EXIT_CODE, code);
    return true;
}

/* Members that only keywords set: `first` is the index of the first of them. */
static bool keyword_members(rt_value self, const rt_args *args, const char *const *members,
                            uint32_t first)
{
    for (uint32_t i = 0; i < args->named; i++) {
        const char *name = rt_str_text(args->names[i], NULL);
        uint32_t member = first;
        while (members[member] && strcmp(members[member], name)) member++;
        if (!members[member]) {
            rt_raise_format(&rt_exc_TypeError, "'%s' is an invalid keyword argument for %V()", name,
                            rt_type_name(rt_native_base(RT_TYPE(self))));
            return false;
        }
        rt_exc_set_member(self, member, args->values[args->positional + i]);
    }
    return set_args(self, args);
}

static bool name_init(rt_value self, const rt_args *args)
{
    return keyword_members(self, args, name_names, 0);
}

static bool attribute_init(rt_value self, const rt_args *args)
{
    return keyword_members(self, args, attribute_names, 0);
}

static bool import_init(rt_value self, const rt_args *args)
{
    if (!keyword_members(self, args, import_names, RT_IMPORT_NAME)) return false;
    if (args->positional == 1) rt_exc_set_member(self, RT_IMPORT_MSG, args->values[0]);
    return true;
}

static bool syntax_init(rt_value self, const rt_args *args)
{
    if (!plain_init(self, args)) return false;
    if (args->positional) rt_exc_set_member(self, 0, args->values[0]);
    if (args->positional < 2 || !RT_IS_TUPLE(args->values[1])) return true;
    const rt_tuple *details = RT_TUPLE(args->values[1]);
    for (uint32_t i = 0; i < details->count && i + 1 < syntax_members; i++)
        rt_exc_set_member(self, i + 1, details->items[i]);
    return true;
}

/* ---- text ------------------------------------------------------------------------------------ */

static rt_value plain_str(rt_value self)
{
    const rt_tuple *args = RT_TUPLE(EXC(self)->args);
    if (args->count == 0) return rt_str_c("");
    return rt_str(args->count == 1 ? args->items[0] : EXC(self)->args);
}

static rt_value key_str(rt_value self)
{
    const rt_tuple *args = RT_TUPLE(EXC(self)->args);
    return args->count == 1 ? rt_repr(args->items[0]) : plain_str(self);
}

static rt_value import_str(rt_value self)
{
    rt_value message = EXC(self)->members[RT_IMPORT_MSG];
    return message && RT_TYPE(message) == &rt_str_type ? rt_retained(message) : plain_str(self);
}

static rt_value syntax_str(rt_value self)
{
    rt_value message = EXC(self)->members[0], file = EXC(self)->members[1],
             line = EXC(self)->members[2];
    if (!message) return rt_str_c("None");
    if (!line || !RT_IS_INT(line)) return rt_str(message);
    if (!file) return rt_str_format("%V (line %V)", message, line);
    const char *path = rt_str_text(file, NULL), *slash = strrchr(path, '/');
    return rt_str_format("%V (%s, line %V)", message, slash ? slash + 1 : path, line);
}

static rt_value exception_repr(rt_value self)
{
    const rt_tuple *args = RT_TUPLE(EXC(self)->args);
    rt_value name = rt_type_name(RT_TYPE(self));
    if (args->count == 1) return rt_str_format("%V(%R)", name, args->items[0]);
    return rt_str_format("%V%R", name, EXC(self)->args);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static rt_value get_args(rt_value self)
{
    return rt_retained(EXC(self)->args);
}

static bool set_args_attribute(rt_value self, rt_value v)
{
    if (!v) {
        rt_raise_format(&rt_exc_TypeError, "args may not be deleted");
        return false;
    }
    rt_value tuple = rt_tuple_from(v);
    if (!tuple) return false;
    store(&EXC(self)->args, tuple);
    RT_RELEASE(tuple);
    return true;
}

static rt_value or_none(rt_value v)
{
    return rt_retained(v ? v : RT_NONE);
}

static rt_value get_traceback(rt_value self)
{
    return or_none(EXC(self)->traceback);
}

static bool set_traceback(rt_value self, rt_value v)
{
    if (v && (v == RT_NONE || RT_TYPE(v) == &rt_traceback_type)) {
        store(&EXC(self)->traceback, v == RT_NONE ? 0 : v);
        return true;
    }
    rt_raise_format(&rt_exc_TypeError, v ? "__traceback__ must be a traceback or None"
                                         : "__traceback__ may not be deleted");
    return false;
}

static bool check_link(rt_value v, const char *name)
{
    if (v && (v == RT_NONE || rt_is_exception(v))) return true;
    if (v)
        rt_raise_format(&rt_exc_TypeError, "exception %s must be None or derive from BaseException",
                        name);
    else
        rt_raise_format(&rt_exc_TypeError, "__%s__ may not be deleted", name);
    return false;
}

static rt_value get_cause(rt_value self)
{
    return or_none(EXC(self)->cause);
}

static bool set_cause(rt_value self, rt_value v)
{
    if (!check_link(v, "cause")) return false;
    store(&EXC(self)->cause, v);
    EXC(self)->suppress = true;
    return true;
}

static rt_value get_context(rt_value self)
{
    return or_none(EXC(self)->context);
}

static bool set_context(rt_value self, rt_value v)
{
    if (!check_link(v, "context")) return false;
    store(&EXC(self)->context, v == RT_NONE ? 0 : v);
    return true;
}

static rt_value get_suppress(rt_value self)
{
    return rt_retained(RT_BOOL(EXC(self)->suppress));
}

static bool set_suppress(rt_value self, rt_value v)
{
    int truth = v ? rt_truth(v) : 0;
    if (truth >= 0) EXC(self)->suppress = truth;
    return truth >= 0;
}

static const rt_getset_def exception_getsets[] = {
    {"args", get_args, set_args_attribute},
    {"__traceback__", get_traceback, set_traceback},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__dict__", rt_instance_dict, rt_instance_set_dict},
    {NULL, NULL, NULL},
};

static rt_value with_traceback(rt_value self, rt_value traceback)
{
    return set_traceback(self, traceback) ? rt_retained(self) : 0;
}

static rt_value add_note(rt_value self, rt_value note)
{
    if (RT_IS_INT(note) || !rt_is_instance_of(note, &rt_str_type))
        return rt_raise_format(&rt_exc_TypeError, "note must be a str, not '%T'", note);
    rt_value name = RT_NAME("__notes__"), notes = rt_try_getattr(self, name);
    if (!notes) {
        if (RT_RAISED()) return 0;
        notes = rt_list_new(1);
        rt_setattr(self, name, notes);
    }
    bool added = RT_IS_LIST(notes);
    if (added)
        rt_list_push(notes, rt_retained(note));
    else
        rt_raise_format(&rt_exc_TypeError, "Cannot add note: __notes__ is not a list");
    RT_RELEASE(notes);
    return added ? rt_retained(RT_NONE) : 0;
}

static const rt_native_def exception_methods[] = {
    {"with_traceback", "tb, /", (void (*)(void))with_traceback, 2, 1},
    {"add_note", "note, /", (void (*)(void))add_note, 2, 1},
    {NULL, NULL, NULL, 0, 0},
};

/* ---- life ------------------------------------------------------------------------------------ */

static uint32_t member_count(const rt_type *type)
{
    while (type->flags & RT_TYPE_HEAP) type = type->base;
    return (type->size - sizeof(rt_exception)) / sizeof(rt_value);
}

static void exception_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_exception *e = (const rt_exception *)self;
    const rt_value links[] = {e->args, e->traceback, e->cause, e->context};
    for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
        if (links[i]) visit(links[i], context);
    for (uint32_t i = 0, count = member_count(self->type); i < count; i++)
        if (e->members[i]) visit(e->members[i], context);
    rt_fields_traverse(&e->fields, visit, context);
}

/* args stay: the exception may still be printed. */
static void exception_clear(rt_object *self)
{
    rt_exception *e = (rt_exception *)self;
    store(&e->traceback, 0);
    store(&e->cause, 0);
    store(&e->context, 0);
    rt_fields_clear(&e->fields);
}

static void exception_dealloc(rt_object *self)
{
    rt_exception *e = (rt_exception *)self;
    exception_clear(self);
    RT_RELEASE_OPT(e->args);
    for (uint32_t i = 0, count = member_count(self->type); i < count; i++)
        RT_RELEASE_OPT(e->members[i]);
    rt_free(self, self->type->size);
}

/* ---- the types ------------------------------------------------------------------------------- */

/* What a kind adds: construct, init, str, methods, a second base; NULL = as the base has it. */
#define plain_slots NULL, NULL, NULL, NULL, NULL
#define key_slots NULL, NULL, key_str, NULL, NULL
#define stop_slots NULL, stop_init, NULL, NULL, NULL
#define exit_slots NULL, exit_init, NULL, NULL, NULL
#define name_slots NULL, name_init, NULL, NULL, NULL
#define attribute_slots NULL, attribute_init, NULL, NULL, NULL
#define import_slots NULL, import_init, import_str, NULL, NULL
#define os_slots rt_os_error_construct, rt_os_error_init, rt_os_error_str, NULL, NULL
#define group_slots rt_group_construct, rt_group_init, rt_group_str, rt_group_methods, NULL
#define plain_group_slots                                                                          \
    rt_group_construct, rt_group_init, rt_group_str, rt_group_methods, &rt_exc_Exception
#define syntax_slots NULL, syntax_init, syntax_str, NULL, NULL
#define decode_slots NULL, rt_unicode_error_init, rt_unicode_error_str, NULL, NULL
#define encode_slots NULL, rt_unicode_error_init, rt_unicode_error_str, NULL, NULL
#define translate_slots NULL, rt_unicode_error_init, rt_unicode_error_str, NULL, NULL

#define EXCEPTION_TYPE(symbol, text, parent, member_total, construct_, init_, str_, methods_,      \
                       second_base_, members_)                                                     \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = text,                                                                              \
        .size = sizeof(rt_exception) + (member_total) * sizeof(rt_value),                          \
        .flags = RT_TYPE_EXCEPTION | RT_TYPE_HAS_FIELDS,                                           \
        .base = &parent,                                                                           \
        .fields_offset = offsetof(rt_exception, fields),                                           \
        .construct = construct_,                                                                   \
        .init = init_,                                                                             \
        .str = str_,                                                                               \
        .methods = methods_,                                                                       \
        .members = members_,                                                                       \
        .second_base = second_base_,                                                               \
    };
#define EXPAND(macro, ...) macro(__VA_ARGS__)
#define RT_EXCEPTION(name, module, base, kind)                                                     \
    EXPAND(EXCEPTION_TYPE, rt_exc_##name, module #name, base, kind##_members, kind##_slots,        \
           kind##_names)
#include "exc/hierarchy.def"
#undef RT_EXCEPTION

void rt_exc_enter_members(rt_type *type)
{
    if (!type->members || type->base->size == type->size) return; /* the base has entered them */
    uint16_t offset = offsetof(rt_exception, members);
    for (const char *const *text = type->members; *text; text++, offset += sizeof(rt_value)) {
        rt_value name = rt_intern(*text, strlen(*text));
        rt_value member = rt_member_new(type, name, offset, true);
        rt_dict_store(type->attributes, name, member);
        RT_RELEASE(member);
    }
}

void rt_exc_set_member(rt_value exception, uint32_t member, rt_value v)
{
    store(&EXC(exception)->members[member], v == RT_NONE ? 0 : v);
}

bool rt_is_exception_class(rt_value v)
{
    return rt_is_instance_of(v, &rt_type_type) && RT_TYPE_OF(v)->flags & RT_TYPE_EXCEPTION;
}

rt_value rt_exc_new(rt_type *type, uint32_t count, const rt_value *args)
{
    return rt_call((rt_value)type, count, args);
}

/* The root of the hierarchy has what all the others inherit. */
void rt_init_exceptions(void)
{
    rt_type *root = &rt_exc_BaseException;
    root->dealloc = exception_dealloc;
    root->traverse = exception_traverse;
    root->clear = exception_clear;
    root->construct = rt_exc_construct;
    root->init = plain_init;
    root->repr = exception_repr;
    root->str = plain_str;
    root->methods = exception_methods;
    root->getsets = exception_getsets;
}
