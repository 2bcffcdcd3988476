/* defaultdict.c: collections.defaultdict, and the counting loop of collections.Counter. */
#include "value/arguments.h"
#include "value/builder.h"
#include "value/dict.h"
#include "value/hash.h"
#include "value/tuple.h"

typedef struct defaultdict {
    rt_dict dict;
    rt_value factory; /* callable; 0 = None */
} defaultdict;
#define FACTORY(v) (((defaultdict *)(v))->factory)

extern rt_type rt_defaultdict_type;

/* ---- construction */

static void set_factory(rt_value self, rt_value factory)
{
    rt_value old = FACTORY(self);
    FACTORY(self) = factory && factory != RT_NONE ? rt_retained(factory) : 0;
    RT_RELEASE_OPT(old);
}

/* The first argument is the factory; the rest is what dict() takes. */
static bool fill(rt_value self, rt_value args, rt_value kwargs)
{
    rt_tuple *given = RT_TUPLE(args);
    rt_value factory = given->count ? given->items[0] : 0;
    if (factory && factory != RT_NONE && !RT_TYPE(factory)->call)
        return rt_raise_format(&rt_exc_TypeError, "first argument must be callable or None");
    set_factory(self, factory);
    rt_value rest = rt_tuple_copy(given->count ? given->count - 1 : 0, given->items + 1);
    rt_value done = rt_dict_init(self, rest, kwargs);
    RT_RELEASE(rest);
    RT_RELEASE_OPT(done);
    return done != 0;
}

static rt_value defaultdict_construct(rt_type *cls, const rt_args *args)
{
    rt_value self = (rt_value)rt_object_new(cls, cls->size);
    if (!rt_takes_arguments(cls, &rt_defaultdict_type)) return self;
    rt_value positional = rt_tuple_copy(args->positional, args->values), named = rt_dict_new();
    bool fine = true;
    for (uint32_t i = 0; fine && i < args->named; i++)
        fine = rt_dict_store(named, args->names[i], args->values[args->positional + i]);
    fine = fine && fill(self, positional, named);
    RT_RELEASE(positional);
    RT_RELEASE(named);
    if (fine) return self;
    RT_RELEASE(self);
    return 0;
}

rt_value rt_defaultdict_init(rt_value self, rt_value args, rt_value kwargs)
{
    return fill(self, args, kwargs) ? rt_retained(RT_NONE) : 0;
}

/* An empty instance of the same class, with the same factory. */
static rt_value sibling(rt_value self)
{
    rt_value factory = FACTORY(self) ? FACTORY(self) : RT_NONE;
    return rt_call1((rt_value)RT_TYPE(self), factory);
}

static rt_value filled_sibling(rt_value self, rt_value first, rt_value second)
{
    rt_value made = sibling(self);
    if (!made) return 0;
    if (rt_dict_update_from(made, first) && (!second || rt_dict_update_from(made, second)))
        return made;
    RT_RELEASE(made);
    return 0;
}

rt_value rt_defaultdict_copy(rt_value self)
{
    return filled_sibling(self, self, 0);
}

/* ---- items */

rt_value rt_defaultdict_missing(rt_value self, rt_value key)
{
    if (!FACTORY(self)) return rt_raise_key_error(key);
    rt_value item = rt_call(FACTORY(self), 0, NULL);
    if (!item || rt_setitem(self, key, item)) return item;
    RT_RELEASE(item);
    return 0;
}

/* A subclass may have a __missing__ of its own, which dict's look-up finds. */
static rt_value defaultdict_getitem(rt_value self, rt_value key)
{
    if (RT_TYPE(self) != &rt_defaultdict_type) return rt_dict_getitem(self, key);
    rt_value item = rt_dict_find(self, key);
    if (item) return rt_retained(item);
    return RT_RAISED() ? 0 : rt_defaultdict_missing(self, key);
}

static rt_value defaultdict_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_OR || !RT_IS_DICT(a) || !RT_IS_DICT(b)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value self = rt_is_instance_of(a, &rt_defaultdict_type) ? a : b;
    return filled_sibling(self, a, b);
}

static rt_value defaultdict_repr(rt_value self)
{
    rt_value items = rt_dict_type.repr(self);
    rt_value name = items ? rt_getattr((rt_value)RT_TYPE(self), RT_NAME("__name__")) : 0, text = 0;
    if (name && !FACTORY(self)) {
        text = rt_str_format("%V(None, %V)", name, items);
    } else if (name && rt_repr_enter(FACTORY(self))) {
        text = rt_str_format("%V(%R, %V)", name, FACTORY(self), items);
        rt_repr_leave();
    } else if (name && !RT_RAISED()) {
        text = rt_str_format("%V(..., %V)", name, items);
    }
    RT_RELEASE_OPT(name);
    RT_RELEASE_OPT(items);
    return text;
}

/* ---- life */

static void defaultdict_clear(rt_object *self)
{
    set_factory((rt_value)self, 0);
    rt_dict_drop_items((rt_dict *)self);
}

static void defaultdict_dealloc(rt_object *self)
{
    defaultdict_clear(self);
    rt_free(self, self->type->size);
}

static void defaultdict_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_dict_type.traverse(self, visit, context);
    if (FACTORY(self)) visit(FACTORY(self), context);
}

static rt_value get_factory(rt_value self)
{
    return rt_retained(FACTORY(self) ? FACTORY(self) : RT_NONE);
}

static bool put_factory(rt_value self, rt_value factory)
{
    set_factory(self, factory);
    return true;
}

static const rt_getset_def defaultdict_getsets[] = {{"default_factory", get_factory, put_factory},
                                                    {0}};

static const rt_native_def defaultdict_methods[] = {
#include "lib/defaultdict.def"
    {0}};

rt_type rt_defaultdict_type = {
    .head = RT_TYPE_HEAD,
    .name = "collections.defaultdict",
    .size = sizeof(defaultdict),
    .base = &rt_dict_type,
    .dealloc = defaultdict_dealloc,
    .traverse = defaultdict_traverse,
    .clear = defaultdict_clear,
    .construct = defaultdict_construct,
    .repr = defaultdict_repr,
    .binary = defaultdict_binary,
    .getitem = defaultdict_getitem,
    .methods = defaultdict_methods,
    .getsets = defaultdict_getsets,
};

/* ---- counting */

/* mapping[item] = mapping.get(item, 0) + 1; a dict whose class redefines nothing is counted in
 * place. */
static bool count_in_place(rt_dict *dict, rt_value item)
{
    int64_t hash = rt_key_hash(item);
    if (hash == -1) return false;
    rt_dict_entry *entry = rt_dict_entry_of(dict, item, hash);
    if (!entry) return !RT_RAISED() && rt_dict_store_hashed(dict, item, hash, RT_INT(1));
    bool is_small = RT_IS_INT(entry->item); /* then adding runs no code of the program */
    rt_value count = rt_add(entry->item, RT_INT(1));
    if (!count) return false;
    if (is_small) {
        entry->item = count;
        return true;
    }
    bool fine = rt_dict_store_hashed(dict, item, hash, count);
    RT_RELEASE(count);
    return fine;
}

static bool count_generally(rt_value mapping, rt_value item)
{
    rt_value old = rt_call_method(mapping, RT_NAME("get"), 2, (rt_value[]){item, RT_INT(0)});
    rt_value count = old ? rt_add(old, RT_INT(1)) : 0;
    bool fine = count && rt_setitem(mapping, item, count);
    RT_RELEASE_OPT(old);
    RT_RELEASE_OPT(count);
    return fine;
}

/* Whether a class derived from dict takes a method from there. */
static bool is_dicts_own(rt_type *cls, rt_value name)
{
    return rt_type_lookup(cls, name) == rt_type_lookup(&rt_dict_type, name);
}

rt_value rt_count_elements(rt_value mapping, rt_value iterable)
{
    bool plain = RT_IS_DICT(mapping) && is_dicts_own(RT_TYPE(mapping), RT_NAME("__setitem__")) &&
                 is_dicts_own(RT_TYPE(mapping), RT_NAME("get"));
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return 0;
    bool fine = true;
    while (fine && (item = rt_next(iterator))) {
        fine = plain ? count_in_place(RT_DICT(mapping), item) : count_generally(mapping, item);
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    return fine && !RT_RAISED() ? rt_retained(RT_NONE) : 0;
}
