/* dict.h: the layout of dicts, and what the runtime does with known dicts.
 *
 * A dict keeps its entries in the order of insertion in one array; a hash table of indices into
 * that array finds them. A deleted entry leaves a hole (key 0) until the next resize. */
#ifndef ASYNCC_VALUE_DICT_H
#define ASYNCC_VALUE_DICT_H

#include "value/object.h"

typedef struct rt_dict_entry {
    int64_t hash;
    rt_value key; /* 0 = a hole */
    rt_value item;
} rt_dict_entry;

typedef struct rt_dict {
    rt_object head;
    uint32_t used;          /* live entries */
    uint32_t filled;        /* entries in the array, holes included */
    uint32_t first;         /* entries before it are holes */
    uint32_t usable;        /* entries that can be added before the next resize */
    uint32_t mask;          /* slots of the index table - 1; 0 = no table yet */
    uint32_t last;          /* the entry found last: what is asked for is often asked for again */
    rt_dict_entry *entries; /* behind the index table, in one block */
} rt_dict;
#define RT_DICT(v) ((rt_dict *)(v))
#define RT_IS_DICT(v) rt_is_instance_of(v, &rt_dict_type)

/* The entry of a key whose hash is known; NULL with nothing pending = absent. */
rt_dict_entry *rt_dict_entry_of(rt_dict *dict, rt_value key, int64_t hash);

/* Stores under a known hash; retains both. */
bool rt_dict_store_hashed(rt_dict *dict, rt_value key, int64_t hash, rt_value item);

/* Takes the first or last entry out; both are owned by the caller. False: empty. */
bool rt_dict_take_first(rt_dict *dict, rt_value *key, rt_value *item);
bool rt_dict_take_last(rt_dict *dict, rt_value *key, rt_value *item);

/* Moves a key's entry behind (or before) all others. 0 = absent, -1 = raised. */
int rt_dict_move_to_end(rt_dict *dict, rt_value key, bool last);

/* Takes an entry out: *item (if not NULL) receives its owned item. 1 = it was there, -1 =
 * raised. */
int rt_dict_take(rt_dict *dict, rt_value key, rt_value *item);

rt_value rt_dict_copy_of(rt_value dict); /* always an exact dict */
void rt_dict_drop_items(rt_dict *dict);  /* dict.clear() */

/* dict(x), d.update(x): x is a mapping (has keys()) or an iterable of pairs. */
bool rt_dict_update_from(rt_value dict, rt_value source);

/* d[key] for known dicts: KeyError, or __missing__ of a subclass. */
rt_value rt_dict_getitem(rt_value dict, rt_value key);

int rt_dict_equal(rt_value a, rt_value b); /* -1 = raised */

/* Raises KeyError(key) also where key is a tuple. Returns 0. */
rt_value rt_raise_key_error(rt_value key);

/* ---- views and iterators (dict_views.c, dict_iterator.c) */
typedef enum rt_dict_part { RT_DICT_KEYS, RT_DICT_VALUES, RT_DICT_ITEMS } rt_dict_part;
rt_value rt_dict_iterator_new(rt_value dict, rt_dict_part part, bool backwards);
rt_value rt_dict_view_new(rt_type *type, rt_dict_part part, rt_value dict);
extern rt_type rt_dict_keys_type, rt_dict_values_type, rt_dict_items_type;
extern rt_type rt_ordered_dict_keys_type, rt_ordered_dict_values_type, rt_ordered_dict_items_type;
extern rt_type rt_dict_key_iterator_type, rt_dict_value_iterator_type, rt_dict_item_iterator_type;
extern rt_type rt_dict_reverse_key_iterator_type, rt_dict_reverse_value_iterator_type,
    rt_dict_reverse_item_iterator_type;

/* Raises a TypeError about the arguments of a call; `format` takes the callee's name and then the
 * detail. */
bool rt_raise_with_callee(rt_value callee, const char *format, rt_value detail);

#endif
