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

rt_value rt_set_make(rt_type *cls);                          /* empty */
rt_value rt_set_make_from(rt_type *cls, rt_value iterable);  /* iterable 0 = empty */
bool rt_set_add_key(rt_set *set, rt_value key);              /* retains */
bool rt_set_add_hashed(rt_set *set, rt_value key, int64_t hash);
int rt_set_has(rt_set *set, rt_value key);                   /* -1 = raised */
int rt_set_has_hashed(rt_set *set, rt_value key, int64_t hash);
int rt_set_discard_key(rt_set *set, rt_value key);           /* 1 = it was there, -1 = raised */
int rt_set_discard_hashed(rt_set *set, rt_value key, int64_t hash);
bool rt_set_update_from(rt_set *set, rt_value iterable);
bool rt_set_merge(rt_set *set, rt_set *other);
bool rt_set_iterate(rt_set *set, uint64_t *cursor, rt_set_entry **entry);
void rt_set_drop_keys(rt_set *set);                          /* set.clear() */
/* The key that pop() removes next, owned by the caller; 0 = empty. */
rt_value rt_set_pop_key(rt_set *set);

/* Set algebra on any two operands with set semantics of the first (set_algebra.c): new sets of
 * class `cls`; the second operand may be any iterable. */
rt_value rt_set_union(rt_type *cls, rt_value a, rt_value b);
rt_value rt_set_intersection(rt_type *cls, rt_value a, rt_value b);
rt_value rt_set_difference(rt_type *cls, rt_value a, rt_value b);
rt_value rt_set_symmetric_difference(rt_type *cls, rt_value a, rt_value b);
int rt_set_is_subset(rt_value a, rt_value b); /* of known sets */
int rt_set_is_disjoint(rt_value a, rt_value b);

#endif
