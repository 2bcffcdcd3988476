/* generic_alias.c: list[int] and int | str as objects: they print, compare, hash, and call or check
 * what they stand for. */
#include "value/generic_alias.h"

#include "exc/exception.h"
#include "value/arguments.h"
#include "value/builder.h"
#include "value/list.h"
#include "value/native.h"
#include "value/tuple.h"
#include "value/type.h"

/* ---- generic aliases ------------------------------------------------------------------------- */

typedef struct alias {
    rt_object head;
    rt_value origin, args; /* args: a tuple */
} alias;
#define ALIAS(v) ((alias *)(v))

static bool is_one_of(const rt_type *type, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(type->name, names[i])) return true;
    return false;
}

#define IS_ONE_OF(type, names) is_one_of(type, names, sizeof(names) / sizeof(names[0]))

/* By name: so nobody is linked with sets, say, who makes none. */
bool rt_is_generic(rt_type *type)
{
    static const char *const with_subclasses[] = {"list", "tuple",     "dict",
                                                  "set",  "frozenset", "type"};
    static const char *const alone[] = {"_asyncio.Future",
                                        "_asyncio.Task",
                                        "enumerate",
                                        "collections.deque",
                                        "collections.defaultdict",
                                        "collections.OrderedDict",
                                        "collections.Counter",
                                        "re.Pattern",
                                        "re.Match"};
    const rt_tuple *mro = RT_TUPLE(rt_type_mro(type));
    for (uint32_t i = 0; i < mro->count; i++) {
        const rt_type *base = RT_TYPE_OF(mro->items[i]);
        if (!(base->flags & RT_TYPE_HEAP) && IS_ONE_OF(base, with_subclasses)) return true;
    }
    return IS_ONE_OF(type, alone);
}

rt_value rt_generic_alias_new(rt_value origin, rt_value item)
{
    alias *a = (alias *)rt_object_new(&rt_generic_alias_type, sizeof(alias));
    a->origin = rt_retained(origin);
    a->args = RT_TYPE(item) == &rt_tuple_type ? rt_retained(item)
                                              : rt_tuple_of(1, (rt_value[]){rt_retained(item)});
    return (rt_value)a;
}

/* As annotations are written: classes by their names, None for NoneType, ... */
static void add_items(rt_builder *out, const rt_value *items, uint32_t count, const char *glue);

static void add_item(rt_builder *out, rt_value item)
{
    if (RT_IS_LIST(item)) { /* the parameters of a Callable */
        rt_builder_add_c(out, "[");
        add_items(out, RT_LIST(item)->items, RT_LIST(item)->count, ", ");
        return rt_builder_add_c(out, "]");
    }
    if (item == RT_ELLIPSIS) return rt_builder_add_c(out, "...");
    if (item == (rt_value)&rt_none_type) return rt_builder_add_c(out, "None");
    if (!rt_is_instance_of(item, &rt_type_type)) {
        rt_builder_add_repr(out, item);
        return;
    }
    rt_value name = rt_type_full_name(RT_TYPE_OF(item));
    rt_builder_add_str(out, name);
    RT_RELEASE(name);
}

static void add_items(rt_builder *out, const rt_value *items, uint32_t count, const char *glue)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i) rt_builder_add_c(out, glue);
        add_item(out, items[i]);
    }
}

static rt_value alias_repr(rt_value self)
{
    rt_builder out;
    rt_builder_init(&out);
    add_item(&out, ALIAS(self)->origin);
    rt_builder_add_c(&out, "[");
    add_items(&out, RT_TUPLE(ALIAS(self)->args)->items, RT_TUPLE(ALIAS(self)->args)->count, ", ");
    rt_builder_add_c(&out, RT_TUPLE(ALIAS(self)->args)->count ? "]" : "()]");
    return rt_builder_finish(&out);
}

static int64_t alias_hash(rt_value self)
{
    int64_t args = rt_hash(ALIAS(self)->args), origin = rt_hash(ALIAS(self)->origin);
    return args == -1 || origin == -1 ? -1 : args ^ origin;
}

static rt_value alias_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_generic_alias_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    int equal = ALIAS(self)->origin == ALIAS(other)->origin
                    ? rt_equal(ALIAS(self)->args, ALIAS(other)->args)
                    : 0;
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

static rt_value alias_call(rt_value self, const rt_args *args)
{
    return rt_call_named(ALIAS(self)->origin, args);
}

static rt_value get_origin(rt_value self)
{
    return rt_retained(ALIAS(self)->origin);
}

static rt_value get_args(rt_value self)
{
    return rt_retained(ALIAS(self)->args);
}

static const rt_getset_def alias_getsets[] = {
    {"__origin__", get_origin, NULL},
    {"__args__", get_args, NULL},
    {NULL, NULL, NULL},
};

static rt_value alias_mro_entries(rt_value self, rt_value bases)
{
    (void)bases;
    return rt_tuple_of(1, (rt_value[]){rt_retained(ALIAS(self)->origin)});
}

static rt_value alias_instancecheck(rt_value self, rt_value other)
{
    (void)self, (void)other;
    return rt_raise_format(&rt_exc_TypeError,
                           "isinstance() argument 2 cannot be a parameterized generic");
}

static rt_value alias_subclasscheck(rt_value self, rt_value other)
{
    (void)self, (void)other;
    return rt_raise_format(&rt_exc_TypeError,
                           "issubclass() argument 2 cannot be a parameterized generic");
}

static const rt_native_def alias_methods[] = {
    {"__mro_entries__", "bases, /", (void (*)(void))alias_mro_entries, 2, 1},
    {"__instancecheck__", "instance, /", (void (*)(void))alias_instancecheck, 2, 1},
    {"__subclasscheck__", "cls, /", (void (*)(void))alias_subclasscheck, 2, 1},
    {NULL, NULL, NULL, 0, 0},
};

/* Attributes are those of the class, but for the alias's own. */
static rt_value alias_getattr(rt_value self, rt_value name)
{
    const char *text = rt_str_text(name, NULL);
    if (!strncmp(text, "__", 2) && rt_type_lookup(&rt_generic_alias_type, name))
        return rt_generic_getattr(self, name);
    return rt_getattr(ALIAS(self)->origin, name);
}

static void alias_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((alias *)self)->origin) visit(((alias *)self)->origin, context);
    if (((alias *)self)->args) visit(((alias *)self)->args, context);
}

static void alias_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((alias *)self)->origin);
    RT_RELEASE_OPT(((alias *)self)->args);
    rt_free(self, self->type->size);
}

/* types.GenericAlias(origin, args) */
static rt_value alias_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (!rt_no_keywords("GenericAlias", args) || !rt_count_between("GenericAlias", args, 2, 2))
        return 0;
    return rt_generic_alias_new(args->values[0], args->values[1]);
}

rt_type rt_generic_alias_type = {
    .head = RT_TYPE_HEAD,
    .name = "types.GenericAlias",
    .size = sizeof(alias),
    .construct = alias_construct,
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .binary = rt_union_binary,
    .getattr = alias_getattr,
    .call = alias_call,
    .methods = alias_methods,
    .getsets = alias_getsets,
};

/* ---- unions ---------------------------------------------------------------------------------- */

typedef struct union_object {
    rt_object head;
    rt_value args; /* a tuple of classes and aliases, each once */
} union_object;
#define UNION_ARGS(v) (((union_object *)(v))->args)

static bool is_type_like(rt_value v)
{
    return v == RT_NONE || RT_TYPE(v) == &rt_generic_alias_type || RT_TYPE(v) == &rt_union_type ||
           rt_is_instance_of(v, &rt_type_type);
}

static bool add_member(rt_value list, rt_value v)
{
    if (RT_TYPE(v) == &rt_union_type) {
        const rt_tuple *args = RT_TUPLE(UNION_ARGS(v));
        for (uint32_t i = 0; i < args->count; i++)
            if (!add_member(list, args->items[i])) return false;
        return true;
    }
    if (v == RT_NONE) v = (rt_value)&rt_none_type;
    for (uint32_t i = 0; i < RT_LIST(list)->count; i++) {
        int equal = rt_equal(RT_LIST(list)->items[i], v);
        if (equal) return equal > 0;
    }
    return rt_list_push(list, rt_retained(v));
}

rt_value rt_union_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_OR || !is_type_like(a) || !is_type_like(b) || (a == RT_NONE && b == RT_NONE))
        return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value list = rt_list_new(2);
    if (!add_member(list, a) || !add_member(list, b)) {
        RT_RELEASE(list);
        return 0;
    }
    if (RT_LIST(list)->count == 1) {
        rt_value only = rt_retained(RT_LIST(list)->items[0]);
        RT_RELEASE(list);
        return only;
    }
    union_object *u = (union_object *)rt_object_new(&rt_union_type, sizeof(union_object));
    u->args = rt_list_to_tuple(list);
    return (rt_value)u;
}

static rt_value union_repr(rt_value self)
{
    rt_builder out;
    rt_builder_init(&out);
    add_items(&out, RT_TUPLE(UNION_ARGS(self))->items, RT_TUPLE(UNION_ARGS(self))->count, " | ");
    return rt_builder_finish(&out);
}

/* Order does not count. */
static int64_t union_hash(rt_value self)
{
    const rt_tuple *args = RT_TUPLE(UNION_ARGS(self));
    int64_t hash = 0;
    for (uint32_t i = 0; i < args->count; i++) hash ^= rt_hash(args->items[i]);
    return hash == -1 ? -2 : hash;
}

static bool has_all(const rt_tuple *some, rt_value others)
{
    for (uint32_t i = 0; i < some->count; i++)
        if (rt_contains(others, some->items[i]) <= 0) return false;
    return true;
}

static rt_value union_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_union_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    bool same = RT_TUPLE(UNION_ARGS(self))->count == RT_TUPLE(UNION_ARGS(other))->count &&
                has_all(RT_TUPLE(UNION_ARGS(self)), UNION_ARGS(other));
    return rt_retained(RT_BOOL(same == (op == RT_EQ)));
}

static rt_value union_get_args(rt_value self)
{
    return rt_retained(UNION_ARGS(self));
}

static const rt_getset_def union_getsets[] = {
    {"__args__", union_get_args, NULL},
    {NULL, NULL, NULL},
};

static rt_value union_instancecheck(rt_value self, rt_value instance)
{
    return rt_builtin_isinstance(instance, UNION_ARGS(self));
}

static rt_value union_subclasscheck(rt_value self, rt_value cls)
{
    return rt_builtin_issubclass(cls, UNION_ARGS(self));
}

static const rt_native_def union_methods[] = {
    {"__instancecheck__", "instance, /", (void (*)(void))union_instancecheck, 2, 1},
    {"__subclasscheck__", "cls, /", (void (*)(void))union_subclasscheck, 2, 1},
    {NULL, NULL, NULL, 0, 0},
};

static void union_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((union_object *)self)->args) visit(((union_object *)self)->args, context);
}

static void union_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((union_object *)self)->args);
    rt_free(self, sizeof(union_object));
}

rt_type rt_union_type = {
    .head = RT_TYPE_HEAD,
    .name = "types.UnionType",
    .size = sizeof(union_object),
    .flags = RT_TYPE_FINAL,
    .dealloc = union_dealloc,
    .traverse = union_traverse,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary = rt_union_binary,
    .methods = union_methods,
    .getsets = union_getsets,
};
