/* heapq.c: heaps in lists, with the smallest item first. Programs print heaps, so items go where
 * CPython's sifting puts them: down to a leaf along the smaller children first, then up again. */
#include "value/list.h"

/* a < b for items of the heap at their places, which stay alive meanwhile; -1 = raised, also where
 * the comparison changed the length of the list. */
static int less_at(rt_list *heap, uint32_t a, uint32_t b)
{
    uint32_t count = heap->count;
    rt_value left = rt_retained(heap->items[a]), right = rt_retained(heap->items[b]);
    int less = rt_lt(left, right);
    RT_RELEASE(left);
    RT_RELEASE(right);
    if (less < 0 || heap->count == count) return less;
    rt_raise_format(&rt_exc_RuntimeError, "list changed size during iteration");
    return -1;
}

static void swap(rt_list *heap, uint32_t a, uint32_t b)
{
    rt_value item = heap->items[a];
    heap->items[a] = heap->items[b];
    heap->items[b] = item;
}

/* Moves the item at `place` towards `top` as long as it is smaller than its parent. */
static bool sift_towards_top(rt_list *heap, uint32_t top, uint32_t place)
{
    while (place > top) {
        uint32_t parent = (place - 1) / 2;
        int less = less_at(heap, place, parent);
        if (less <= 0) return less == 0;
        swap(heap, place, parent);
        place = parent;
    }
    return true;
}

/* Moves the item at `top` to a leaf, smaller children taking its place, and then up again. */
static bool sift(rt_list *heap, uint32_t top)
{
    uint32_t place = top, child;
    while ((child = 2 * place + 1) < heap->count) {
        if (child + 1 < heap->count) {
            int less = less_at(heap, child, child + 1);
            if (less < 0) return false;
            if (!less) child++;
        }
        swap(heap, place, child);
        place = child;
    }
    return sift_towards_top(heap, top, place);
}

static bool check_list(rt_value heap, const char *where)
{
    if (RT_IS_LIST(heap)) return true;
    return rt_raise_format(&rt_exc_TypeError, "%s must be list, not %T", where, heap);
}

rt_value rt_heapq_heapify(rt_value heap)
{
    if (!check_list(heap, "heapify() argument")) return 0;
    for (uint32_t i = RT_LIST(heap)->count / 2; i-- > 0;)
        if (!sift(RT_LIST(heap), i)) return 0;
    return rt_retained(RT_NONE);
}

rt_value rt_heapq_heappush(rt_value heap, rt_value item)
{
    if (!check_list(heap, "heappush() argument 1") || !rt_list_push(heap, rt_retained(item)))
        return 0;
    return sift_towards_top(RT_LIST(heap), 0, RT_LIST(heap)->count - 1) ? rt_retained(RT_NONE) : 0;
}

/* Puts an item (consumed) at the top in place of the smallest, which is returned. */
static rt_value replace_top(rt_list *heap, rt_value item)
{
    rt_value smallest = heap->items[0];
    heap->items[0] = item;
    if (sift(heap, 0)) return smallest;
    RT_RELEASE(smallest);
    return 0;
}

static rt_value raise_empty(void)
{
    return rt_raise_format(&rt_exc_IndexError, "index out of range");
}

rt_value rt_heapq_heappop(rt_value self)
{
    if (!check_list(self, "heappop() argument")) return 0;
    rt_list *heap = RT_LIST(self);
    if (heap->count == 0) return raise_empty();
    rt_value last = heap->items[--heap->count];
    return heap->count ? replace_top(heap, last) : last;
}

rt_value rt_heapq_heapreplace(rt_value self, rt_value item)
{
    if (!check_list(self, "heapreplace() argument 1")) return 0;
    if (RT_LIST(self)->count == 0) return raise_empty();
    return replace_top(RT_LIST(self), rt_retained(item));
}

rt_value rt_heapq_heappushpop(rt_value self, rt_value item)
{
    if (!check_list(self, "heappushpop() argument 1")) return 0;
    rt_list *heap = RT_LIST(self);
    if (heap->count == 0) return rt_retained(item);
    rt_value top = rt_retained(heap->items[0]);
    int less = rt_lt(top, item);
    RT_RELEASE(top);
    if (less < 0) return 0;
    if (less && heap->count == 0) return raise_empty();
    return less ? replace_top(heap, rt_retained(item)) : rt_retained(item);
}
