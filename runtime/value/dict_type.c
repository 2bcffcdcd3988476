/* dict_type.c: the dict type: construction, items, comparison, operators, text. */
#include "value/arguments.h"
#include "value/builder.h"
#include "value/dict.h"
#include "value/hash.h"
#include "value/native.h"

rt_value rt_raise_key_error(rt_value key)
{
    rt_value error = rt_call1((rt_value)&rt_exc_KeyError, key);
    if (error) {
        rt_raise(error, 0);
        RT_RELEASE(error);
    }
    return 0;
}

/* ---- construction */

static bool fill(rt_value dict, const char *name, const rt_args *args)
{
    if (!rt_count_between(name, args, 0, 1)) return false;
    if (args->positional && !rt_dict_update_from(dict, args->values[0])) return false;
    for (uint32_t i = 0; i < args->named; i++)
        if (!rt_dict_store(dict, args->names[i], args->values[args->positional + i])) return false;
    return true;
}

static rt_value dict_construct(rt_type *cls, const rt_args *args)
{
    rt_value dict = (rt_value)rt_object_new(cls, cls->size);
    if (!rt_takes_arguments(cls, &rt_dict_type) || fill(dict, "dict", args)) return dict;
    RT_RELEASE(dict);
    return 0;
}

static rt_value fill_from_packed(rt_value self, const char *name, rt_value args, rt_value kwargs)
{
    rt_packed_args packed;
    rt_args_unpack(&packed, args, kwargs);
    bool fine = fill(self, name, &packed.args);
    rt_args_release(&packed);
    return fine ? rt_retained(RT_NONE) : 0;
}

rt_value rt_dict_init(rt_value self, rt_value args, rt_value kwargs)
{
    return fill_from_packed(self, "dict", args, kwargs);
}

rt_value rt_dict_update(rt_value self, rt_value args, rt_value kwargs)
{
    return fill_from_packed(self, "update", args, kwargs);
}

/* ---- items */

static int64_t dict_length(rt_value self)
{
    return RT_DICT(self)->used;
}

/* d[key] of a subclass whose class body defines __missing__. */
static rt_value missing(rt_value self, rt_value key)
{
    if (RT_TYPE(self) != &rt_dict_type) {
        rt_value method = rt_special(self, RT_NAME("__missing__"));
        if (method) {
            rt_value item = rt_call1(method, key);
            RT_RELEASE(method);
            return item;
        }
        if (RT_RAISED()) return 0;
    }
    return rt_raise_key_error(key);
}

rt_value rt_dict_getitem(rt_value self, rt_value key)
{
    rt_value item = rt_dict_find(self, key);
    if (RT_LIKELY(item)) return rt_retained(item);
    return RT_RAISED() ? 0 : missing(self, key);
}

static bool dict_setitem(rt_value self, rt_value key, rt_value item)
{
    if (item) return rt_dict_store(self, key, item);
    int deleted = rt_dict_delete(self, key);
    if (deleted == 0) rt_raise_key_error(key);
    return deleted == 1;
}

static int dict_contains(rt_value self, rt_value key)
{
    return rt_dict_find(self, key) ? 1 : RT_RAISED() ? -1 : 0;
}

static rt_value dict_iter(rt_value self)
{
    return rt_dict_iterator_new(self, RT_DICT_KEYS, false);
}

static rt_value dict_reversed(rt_value self)
{
    return rt_dict_iterator_new(self, RT_DICT_KEYS, true);
}

/* ---- comparison and operators */

/* Has b an equal item under the key of an entry of a? */
static int entry_matches(rt_value b, const rt_dict_entry *entry)
{
    rt_value key = rt_retained(entry->key), item = rt_retained(entry->item);
    rt_dict_entry *other = rt_dict_entry_of(RT_DICT(b), key, entry->hash);
    int equal = other ? rt_keys_equal(item, other->item) : RT_RAISED() ? -1 : 0;
    RT_RELEASE(key);
    RT_RELEASE(item);
    return equal;
}

int rt_dict_equal(rt_value a, rt_value b)
{
    rt_dict *dict = RT_DICT(a);
    if (dict->used != RT_DICT(b)->used) return 0;
    if (!RT_ENTER_WHILE(" in comparison")) return -1;
    int equal = 1;
    for (uint32_t i = 0; equal == 1 && i < dict->filled; i++)
        if (dict->entries[i].key) equal = entry_matches(b, &dict->entries[i]);
    RT_LEAVE();
    return equal;
}

static rt_value dict_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || !RT_IS_DICT(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    int equal = rt_dict_equal(self, other);
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

static rt_value dict_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_OR || !RT_IS_DICT(a) || !RT_IS_DICT(b)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value merged = rt_dict_copy_of(a);
    if (rt_dict_update_from(merged, b)) return merged;
    RT_RELEASE(merged);
    return 0;
}

static rt_value dict_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (op != RT_OR) return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_dict_update_from(self, other) ? rt_retained(self) : 0;
}

static void add_entries(rt_builder *text, rt_value self)
{
    uint32_t cursor = 0;
    rt_value key, item;
    for (bool first = true; !text->failed && rt_dict_iterate(self, &cursor, &key, &item);
         first = false) {
        if (!first) rt_builder_add_c(text, ", ");
        RT_RETAIN(key);
        RT_RETAIN(item);
        rt_builder_add_repr(text, key);
        rt_builder_add_c(text, ": ");
        rt_builder_add_repr(text, item);
        RT_RELEASE(key);
        RT_RELEASE(item);
    }
}

static rt_value dict_repr(rt_value self)
{
    if (!rt_repr_enter(self)) return rt_str_c("{...}");
    rt_builder text;
    rt_builder_init(&text);
    rt_builder_add_c(&text, "{");
    add_entries(&text, self);
    rt_builder_add_c(&text, "}");
    rt_repr_leave();
    return rt_builder_finish(&text);
}

/* ---- life */

static void dict_dealloc(rt_object *self)
{
    rt_dict_drop_items((rt_dict *)self);
    rt_free(self, self->type->size);
}

static void dict_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_dict *dict = (rt_dict *)self;
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (!dict->entries[i].key) continue;
        visit(dict->entries[i].key, context);
        visit(dict->entries[i].item, context);
    }
}

static void dict_clear(rt_object *self)
{
    rt_dict_drop_items((rt_dict *)self);
}

RT_METHODS(dict) = {
#include "lib/dict.def"
    RT_METHODS_END};

rt_type rt_dict_type = {
    .head = RT_TYPE_HEAD,
    .name = "dict",
    .size = sizeof(rt_dict),
    .flags = RT_TYPE_MAPPING,
    .base = &rt_object_type,
    .dealloc = dict_dealloc,
    .traverse = dict_traverse,
    .clear = dict_clear,
    .construct = dict_construct,
    .repr = dict_repr,
    .compare = dict_compare,
    .binary = dict_binary,
    .inplace = dict_inplace,
    .length = dict_length,
    .getitem = rt_dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .iter = dict_iter,
    .reversed = dict_reversed,
    .methods = rt_dict_methods,
};
