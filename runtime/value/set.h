/* set.h: the layout of sets and frozensets, which are the same but for being mutable.
 *
 * Programs print sets, so iteration order is part of what they print: the table is probed, grown
 * and merged exactly as CPython's is. */
#ifndef ASYNCC_VALUE_SET_H
#define ASYNCC_VALUE_SET_H

#include "value/object.h"

typedef struct rt_set_entry {
    rt_value key; /* 0 = never used, RT_SET_DELETED = used once */
    int64_t hash;
} rt_set_entry;
#define RT_SET_DELETED ((rt_value)2)
#define RT_SET_LIVE(entry) ((entry)->key > RT_SET_DELETED || RT_IS_INT((entry)->key))

#define RT_SET_SMALL 8 /* slots of the table that a set holds in place */

typedef struct rt_set {
    rt_object head;
    uint32_t used;   /* keys */
    uint32_t filled; /* keys and deleted entries */
    uint64_t mask;   /* slots - 1 */
    rt_set_entry *table;
    uint64_t finger; /* where pop() goes on */
    int64_t hash;    /* of a frozenset; -1 = not known yet */
    rt_set_entry small[RT_SET_SMALL];
} rt_set;
#define RT_SET(v) ((rt_set *)(v))
#define RT_IS_SET(v) rt_is_instance_of(v, &rt_set_type)
#define RT_IS_FROZENSET(v) rt_is_instance_of(v, &rt_frozenset_type)
#define RT_IS_ANY_SET(v) (RT_IS_SET(v) || RT_IS_FROZENSET(v))

rt_value rt_set_make(rt_type *cls);                         /* empty */
rt_value rt_set_make_from(rt_type *cls, rt_value iterable); /* filled */
rt_value rt_set_copy_of(rt_type *cls, rt_value set);

bool rt_set_add_hashed(rt_set *set, rt_value key, int64_t hash); /* retains the key */
bool rt_set_add_key(rt_set *set, rt_value key);
int rt_set_has_hashed(rt_set *set, rt_value key, int64_t hash);     /* -1 = raised */
int rt_set_discard_hashed(rt_set *set, rt_value key, int64_t hash); /* 1 = it was there */
rt_value rt_set_pop_key(
    rt_set *set);                   /* the key that pop() removes, owned by the caller; 0 = empty */
void rt_set_drop_keys(rt_set *set); /* set.clear() */
bool rt_set_merge(rt_set *set, rt_set *other);
void rt_set_swap(rt_set *a, rt_set *b); /* exchanges what they hold */
/* Makes room for that many more keys at once, as updates from sets and dicts do. */
void rt_set_expect(rt_set *set, uint32_t count);
/* Rebuilds the table, after many deletions, in the size that the keys ask for. */
void rt_set_shrink(rt_set *set);
/* The next live entry from *cursor on; NULL at the end. Start with 0. */
rt_set_entry *rt_set_next_entry(rt_set *set, uint64_t *cursor);

/* For keys that the program looks up: a set, which is unhashable, stands for the frozenset of the
 * same keys. */
int rt_set_has(rt_set *set, rt_value key);
int rt_set_discard(rt_set *set, rt_value key);

/* ---- set_algebra.c: the second operand may be any iterable */
bool rt_set_update_from(rt_set *set, rt_value iterable);
bool rt_set_difference_update(rt_set *set, rt_value iterable);
bool rt_set_symmetric_update(rt_set *set, rt_value iterable);
bool rt_set_intersect_update(rt_set *set, rt_value iterable);
rt_value rt_set_unite(rt_type *cls, rt_value set, rt_value iterable);
rt_value rt_set_intersect(rt_type *cls, rt_value set, rt_value iterable);
rt_value rt_set_subtract(rt_type *cls, rt_value set, rt_value iterable);
int rt_set_is_subset(rt_value set, rt_value other); /* of known sets; -1 = raised */
int rt_set_is_disjoint(rt_value set, rt_value iterable);

#endif
