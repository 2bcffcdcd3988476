/* deque.h: the layout of collections.deque: a ring of items. */
#ifndef ASYNCC_LIB_DEQUE_H
#define ASYNCC_LIB_DEQUE_H

#include "value/object.h"

typedef struct rt_deque {
    rt_object head;
    rt_value *ring; /* mask + 1 places, or NULL while there are none */
    uint32_t first; /* place of item 0 */
    uint32_t count;
    uint32_t mask;
    uint32_t version; /* changes with every item that comes or goes: iterators notice */
    int64_t limit;    /* maxlen; -1 = none */
} rt_deque;
#define RT_DEQUE(v) ((rt_deque *)(v))
#define RT_IS_DEQUE(v) rt_is_instance_of(v, &rt_deque_type)

extern rt_type rt_deque_type, rt_deque_iterator_type, rt_deque_reverse_iterator_type;
extern const rt_native_def rt_deque_methods[];

static inline rt_value *rt_deque_place(const rt_deque *deque, uint32_t index)
{
    return &deque->ring[(deque->first + index) & deque->mask];
}

/* Whether one more is just a store: there is a place for it, and no limit. */
static inline bool rt_deque_has_room(const rt_deque *deque)
{
    return deque->ring && deque->count <= deque->mask && deque->limit < 0;
}

/* Of one that is not empty: its first item, which is the caller's. */
static inline rt_value rt_deque_take_front(rt_deque *deque)
{
    rt_value item = *rt_deque_place(deque, 0);

    deque->version++;
    deque->first = (deque->first + 1) & deque->mask;
    deque->count--;
    return item;
}

/* Pushing consumes the item; a full deque with a limit loses the item at the other end. */
void rt_deque_push_back(rt_deque *deque, rt_value item);
void rt_deque_push_front(rt_deque *deque, rt_value item);
/* Popping gives the item away; 0 = empty. */
rt_value rt_deque_pop_back(rt_deque *deque);
rt_value rt_deque_pop_front(rt_deque *deque);

void rt_deque_drop_items(rt_deque *deque);
bool rt_deque_extend_from(rt_value deque, rt_value iterable);
void rt_deque_rotate_by(rt_deque *deque, int64_t steps);
rt_value rt_deque_copy_of(rt_value deque); /* of the same class */

#endif
