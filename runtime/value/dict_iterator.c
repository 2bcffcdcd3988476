/* dict_iterator.c: iterators over the keys, values or items of a dict, in both directions. */
#include "value/dict.h"
#include "value/tuple.h"

typedef struct dict_iterator {
    rt_object head;
    rt_value dict;   /* 0 once exhausted */
    uint32_t cursor; /* the next entry; backwards: the one behind it */
    uint32_t used;   /* the dict's size when iteration began; UINT32_MAX = it was changed */
    uint32_t left;
    bool backwards;
    rt_value pair; /* of items: the tuple given last */
} dict_iterator;

static rt_type *const iterator_types[2][3] = {
    {&rt_dict_key_iterator_type, &rt_dict_value_iterator_type, &rt_dict_item_iterator_type},
    {&rt_dict_reverse_key_iterator_type, &rt_dict_reverse_value_iterator_type,
     &rt_dict_reverse_item_iterator_type},
};

rt_value rt_dict_iterator_new(rt_value self, rt_dict_part part, bool backwards)
{
    rt_dict *dict = RT_DICT(self);
    dict_iterator *it = rt_object_new(iterator_types[backwards][part], sizeof *it);
    it->dict = rt_retained(self);
    it->cursor = backwards ? dict->filled : 0;
    it->used = it->left = dict->used;
    it->backwards = backwards;
    it->pair = 0;
    return (rt_value)it;
}

static void finish(dict_iterator *it)
{
    rt_value dict = it->dict;
    it->dict = 0;
    it->left = 0;
    RT_RELEASE(dict);
}

static const rt_dict_entry *next_entry(dict_iterator *it, const rt_dict *dict)
{
    const rt_dict_entry *entry;
    if (it->backwards) {
        if (it->cursor > dict->filled) it->cursor = dict->filled;
        while (it->cursor > dict->first)
            if ((entry = &dict->entries[--it->cursor])->key) return entry;
        return NULL;
    }
    if (it->cursor < dict->first) it->cursor = dict->first;
    while (it->cursor < dict->filled)
        if ((entry = &dict->entries[it->cursor++])->key) return entry;
    return NULL;
}

/* One step: NULL with nothing pending = exhausted. */
static const rt_dict_entry *step(dict_iterator *it)
{
    if (!it->dict) return NULL;
    rt_dict *dict = RT_DICT(it->dict);
    if (it->used != dict->used) {
        it->used = UINT32_MAX; /* raises again, whatever the size will be */
        rt_raise_format(&rt_exc_RuntimeError, "dictionary changed size during iteration");
        return NULL;
    }
    const rt_dict_entry *entry = next_entry(it, dict);
    if (!entry) {
        finish(it);
        return NULL;
    }
    if (it->left == 0) {
        rt_raise_format(&rt_exc_RuntimeError, "dictionary keys changed during iteration");
        finish(it);
        return NULL;
    }
    it->left--;
    return entry;
}

static rt_value next_key(rt_value self)
{
    const rt_dict_entry *entry = step((dict_iterator *)self);
    return entry ? rt_retained(entry->key) : 0;
}

static rt_value next_value(rt_value self)
{
    const rt_dict_entry *entry = step((dict_iterator *)self);
    return entry ? rt_retained(entry->item) : 0;
}

static rt_value next_item(rt_value self)
{
    const rt_dict_entry *entry = step((dict_iterator *)self);
    if (!entry) return 0;
    rt_value pair = rt_tuple_again(&((dict_iterator *)self)->pair, 2);
    rt_value key = rt_retained(entry->key), item = rt_retained(entry->item);
    rt_tuple_put(pair, 0, key);
    rt_tuple_put(pair, 1, item);
    return pair;
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

static rt_value length_hint(rt_value self)
{
    dict_iterator *it = (dict_iterator *)self;
    return RT_INT(it->dict && it->used == RT_DICT(it->dict)->used ? it->left : 0);
}

static void iterator_dealloc(rt_object *self)
{
    dict_iterator *it = (dict_iterator *)self;
    RT_RELEASE_OPT(it->dict);
    RT_RELEASE_OPT(it->pair);
    rt_free(it, sizeof *it);
}

static void iterator_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    dict_iterator *it = (dict_iterator *)self;
    if (it->dict) visit(it->dict, context);
    if (it->pair) visit(it->pair, context);
}

static void iterator_clear(rt_object *self)
{
    dict_iterator *it = (dict_iterator *)self;
    if (it->dict) finish(it);
    rt_store(&it->pair, 0);
}

static const rt_native_def iterator_methods[] = {
    {"__length_hint__", "", (void (*)(void))length_hint, 1, 1}, {0}};

#define ITERATOR_TYPE(symbol, type_name, next_function)                                            \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(dict_iterator),                                                             \
        .base = &rt_object_type,                                                                   \
        .dealloc = iterator_dealloc,                                                               \
        .traverse = iterator_traverse,                                                             \
        .clear = iterator_clear,                                                                   \
        .iter = iterator_iter,                                                                     \
        .next = next_function,                                                                     \
        .methods = iterator_methods,                                                               \
    }
ITERATOR_TYPE(rt_dict_key_iterator_type, "dict_keyiterator", next_key);
ITERATOR_TYPE(rt_dict_value_iterator_type, "dict_valueiterator", next_value);
ITERATOR_TYPE(rt_dict_item_iterator_type, "dict_itemiterator", next_item);
ITERATOR_TYPE(rt_dict_reverse_key_iterator_type, "dict_reversekeyiterator", next_key);
ITERATOR_TYPE(rt_dict_reverse_value_iterator_type, "dict_reversevalueiterator", next_value);
ITERATOR_TYPE(rt_dict_reverse_item_iterator_type, "dict_reverseitemiterator", next_item);
