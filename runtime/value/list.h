/* list.h: the layout of lists, and what the runtime does with known lists.
 *
 * The layout stands in asyncc.h. Code that calls back into the program (comparisons, reprs) must
 * read `count` and `items` anew afterwards, since the program may have changed the list. */
#ifndef ASYNCC_VALUE_LIST_H
#define ASYNCC_VALUE_LIST_H

#include "value/object.h"

#define RT_IS_LIST(v) rt_is_instance_of(v, &rt_list_type)

/* Makes room for `extra` more items. False: MemoryError is pending. */
bool rt_list_reserve(rt_list *list, uint64_t extra);

/* Appends the items of any iterable. False: raised; what came before stays in the list. */
bool rt_list_extend_from(rt_value list, rt_value iterable);

/* A new list of the items of any iterable. */
rt_value rt_list_from(rt_value iterable);

/* Puts `count` items (consumed) in place of those from `start` up to `stop`. */
bool rt_list_splice(rt_list *list, int64_t start, int64_t stop, const rt_value *items,
                    int64_t count);

/* Sorts in place, stably. key: 0 or RT_NONE = the items themselves. */
bool rt_list_sort_by(rt_value list, rt_value key, bool reverse);

void rt_list_drop_items(rt_list *list); /* list.clear() */

#endif
