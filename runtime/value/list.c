/* list.c: the list type: making, growing, items and slices, operators. The methods by name are
 * in rt_list_methods.c, sorting is in sort.c. */
#include "value/list.h"

#include "value/arguments.h"
#include "value/iterator.h"
#include "value/sequence.h"
#include "value/slice.h"
#include "value/tuple.h"

/* ---- making and growing */

rt_value rt_list_new(uint32_t capacity)
{
    rt_list *list = rt_object_new(&rt_list_type, sizeof *list);
    if (capacity) {
        list->items = rt_alloc(capacity * sizeof(rt_value));
        list->capacity = capacity;
    }
    return (rt_value)list;
}

rt_value rt_list_of(uint32_t count, const rt_value *items)
{
    rt_list *list = RT_LIST(rt_list_new(count));
    if (count) memcpy(list->items, items, count * sizeof *items);
    list->count = count;
    return (rt_value)list;
}

static void resize_block(rt_list *list, uint32_t capacity)
{
    size_t old_size = list->capacity * sizeof(rt_value), size = capacity * sizeof(rt_value);
    list->items = list->items ? rt_realloc(list->items, old_size, size) : rt_alloc(size);
    list->capacity = capacity;
}

bool rt_list_reserve(rt_list *list, uint64_t extra)
{
    uint64_t needed = list->count + extra;
    if (RT_LIKELY(needed <= list->capacity)) return true;
    uint64_t capacity = needed + needed / 2 + 4;
    if (capacity > UINT32_MAX) return rt_raise_format(&rt_exc_MemoryError, "");
    resize_block(list, (uint32_t)capacity);
    return true;
}

bool rt_list_push(rt_value self, rt_value item)
{
    rt_list *list = RT_LIST(self);
    if (RT_UNLIKELY(list->count == list->capacity) && !rt_list_reserve(list, 1)) {
        RT_RELEASE(item);
        return false;
    }
    list->items[list->count++] = item;
    return true;
}

/* Releases items after they have left the list, since that can run code of the program. */
static void release_items(rt_value *items, uint32_t count)
{
    for (uint32_t i = count; i-- > 0;) RT_RELEASE(items[i]);
}

void rt_list_drop_items(rt_list *list)
{
    rt_value *items = list->items;
    uint32_t count = list->count, capacity = list->capacity;
    list->items = NULL;
    list->count = list->capacity = 0;
    release_items(items, count);
    if (items) rt_free(items, capacity * sizeof(rt_value));
}

static bool extend_from_items(rt_list *list, rt_value *const *items, const uint32_t *count)
{
    uint32_t n = *count;
    if (!rt_list_reserve(list, n)) return false;
    rt_copy_items(list->items + list->count, *items, n);
    list->count += n;
    return true;
}

static bool extend_from_iterator(rt_value self, rt_value iterator)
{
    for (;;) {
        rt_value item = rt_next(iterator);
        if (!item) return !RT_RAISED();
        if (!rt_list_push(self, item)) return false;
    }
}

bool rt_list_extend_from(rt_value self, rt_value iterable)
{
    rt_type *type = RT_TYPE(iterable);
    if (type == &rt_list_type)
        return extend_from_items(RT_LIST(self), &RT_LIST(iterable)->items,
                                 &RT_LIST(iterable)->count);
    if (type == &rt_tuple_type)
        return extend_from_items(RT_LIST(self), &RT_TUPLE(iterable)->items,
                                 &RT_TUPLE(iterable)->count);
    rt_value iterator = rt_iter(iterable);
    if (!iterator) return false;
    bool fine = extend_from_iterator(self, iterator);
    RT_RELEASE(iterator);
    return fine;
}

bool rt_list_extend_with(rt_value list, rt_value iterable)
{
    rt_type *type = RT_TYPE(iterable);
    if (!type->iter && !type->getitem)
        return rt_raise_format(&rt_exc_TypeError, "Value after * must be an iterable, not %T",
                               iterable);
    return rt_list_extend_from(list, iterable);
}

rt_value rt_list_from(rt_value iterable)
{
    rt_value list = rt_list_new(0);
    if (rt_list_extend_from(list, iterable)) return list;
    RT_RELEASE(list);
    return 0;
}

bool rt_list_splice(rt_list *list, int64_t start, int64_t stop, const rt_value *items,
                    int64_t count)
{
    int64_t removed = stop - start, tail = list->count - stop;
    if (count > removed && !rt_list_reserve(list, (uint64_t)(count - removed))) {
        release_items((rt_value *)items, (uint32_t)count);
        return false;
    }
    rt_value *old = removed ? rt_alloc((size_t)removed * sizeof(rt_value)) : NULL;
    if (removed) memcpy(old, list->items + start, (size_t)removed * sizeof(rt_value));
    if (count != removed && tail)
        memmove(list->items + start + count, list->items + stop, (size_t)tail * sizeof(rt_value));
    if (count) memcpy(list->items + start, items, (size_t)count * sizeof(rt_value));
    list->count = (uint32_t)(list->count + count - removed);
    if (removed) {
        release_items(old, (uint32_t)removed);
        rt_free(old, (size_t)removed * sizeof(rt_value));
    }
    return true;
}

/* ---- items and slices */

static int64_t list_length(rt_value self)
{
    return RT_LIST(self)->count;
}

static rt_value get_slice(rt_list *list, rt_value slice)
{
    rt_slice_range range;
    if (!rt_slice_resolve(slice, list->count, &range)) return 0;
    rt_list *part = RT_LIST(rt_list_new((uint32_t)range.count));
    for (int64_t i = 0; i < range.count; i++)
        part->items[i] = rt_retained(list->items[range.start + i * range.step]);
    part->count = (uint32_t)range.count;
    return (rt_value)part;
}

static rt_value raise_bad_key(rt_value key)
{
    return rt_raise_format(&rt_exc_TypeError, "list indices must be integers or slices, not %T",
                           key);
}

rt_value rt_list_at(rt_value self, int64_t index)
{
    rt_list *list = RT_LIST(self);
    if (index < 0) index += list->count;
    if (RT_LIKELY((uint64_t)index < list->count)) return rt_retained(list->items[index]);
    return rt_raise_format(&rt_exc_IndexError, "list index out of range");
}

rt_value rt_list_at_kept(rt_value self, int64_t index)
{
    rt_value v = rt_list_at(self, index);
    RT_RELEASE_OPT(v);
    return v;
}

bool rt_list_at_float(rt_value self, int64_t index, double *out)
{
    rt_value v = rt_list_at(self, index);
    if (!v) return false;
    *out = RT_FLOAT_NUMBER(v);
    RT_RELEASE(v);
    return true;
}

bool rt_list_put(rt_value self, int64_t index, rt_value v)
{
    rt_list *list = RT_LIST(self);
    if (index < 0) index += list->count;
    bool inside = (uint64_t)index < list->count;
    rt_value old = v;
    if (inside) {
        old = list->items[index];
        list->items[index] = v;
    } else {
        rt_raise_format(&rt_exc_IndexError, "list assignment index out of range");
    }
    RT_RELEASE(old);
    return inside;
}

static rt_value list_getitem(rt_value self, rt_value key)
{
    rt_list *list = RT_LIST(self);
    if (RT_LIKELY(RT_IS_INT(key))) return rt_list_at(self, RT_INT_VALUE(key));
    if (RT_IS_SLICE(key)) return get_slice(list, key);
    if (!rt_has_index(key)) return raise_bad_key(key);
    int64_t i;
    rt_index_result result = rt_index_resolve(key, list->count, &i);
    if (result == RT_INDEX_INSIDE) return rt_retained(list->items[i]);
    if (result == RT_INDEX_OUTSIDE) rt_raise_format(&rt_exc_IndexError, "list index out of range");
    return 0;
}

/* del list[start:stop:step] with a step other than 1. */
static bool delete_stepped(rt_list *list, rt_slice_range range)
{
    if (range.count == 0) return true;
    if (range.step < 0) {
        range.start += range.step * (range.count - 1);
        range.step = -range.step;
    }
    size_t size = (size_t)range.count * sizeof(rt_value);
    rt_value *old = rt_alloc(size);
    int64_t to = range.start, taken = 0;
    for (int64_t from = range.start; from < list->count; from++) {
        bool goes = taken < range.count && from == range.start + taken * range.step;
        if (goes)
            old[taken++] = list->items[from];
        else
            list->items[to++] = list->items[from];
    }
    list->count = (uint32_t)to;
    release_items(old, (uint32_t)range.count);
    rt_free(old, size);
    return true;
}

static bool assign_stepped(rt_list *list, rt_slice_range range, const rt_list *source)
{
    if (source->count != range.count)
        return rt_raise_format(
            &rt_exc_ValueError,
            "attempt to assign sequence of size %u to extended slice of size %lld", source->count,
            (long long)range.count);
    for (int64_t i = 0; i < range.count; i++) {
        rt_value *place = &list->items[range.start + i * range.step], old = *place;
        *place = rt_retained(source->items[i]);
        RT_RELEASE(old);
    }
    return true;
}

/* The items of `source` go in as owned ones: it is a private copy that gives them up. */
static bool assign_run(rt_list *list, rt_slice_range range, rt_list *source)
{
    int64_t stop = range.stop < range.start ? range.start : range.stop;
    uint32_t count = source->count;
    source->count = 0;
    return rt_list_splice(list, range.start, stop, source->items, count);
}

static bool set_slice(rt_list *list, rt_value slice, rt_value iterable)
{
    rt_slice_range range;
    if (!iterable) {
        if (!rt_slice_resolve(slice, list->count, &range)) return false;
        if (range.step != 1) return delete_stepped(list, range);
        int64_t stop = range.stop < range.start ? range.start : range.stop;
        return rt_list_splice(list, range.start, stop, NULL, 0);
    }
    rt_type *type = RT_TYPE(iterable);
    if (!type->iter && !type->getitem) {
        bool plain = RT_SLICE(slice)->step == RT_NONE || RT_SLICE(slice)->step == RT_INT(1);
        return rt_raise_format(&rt_exc_TypeError, plain ? "can only assign an iterable"
                                                        : "must assign iterable to extended slice");
    }
    rt_value source = rt_list_from(iterable);
    if (!source) return false;
    bool fine = rt_slice_resolve(slice, list->count, &range);
    if (fine && range.step == 1)
        fine = assign_run(list, range, RT_LIST(source));
    else if (fine)
        fine = assign_stepped(list, range, RT_LIST(source));
    RT_RELEASE(source);
    return fine;
}

static bool list_setitem(rt_value self, rt_value key, rt_value item)
{
    rt_list *list = RT_LIST(self);
    if (RT_IS_SLICE(key)) return set_slice(list, key, item);
    if (!rt_has_index(key)) return raise_bad_key(key);
    int64_t i;
    rt_index_result result = rt_index_resolve(key, list->count, &i);
    if (result == RT_INDEX_OUTSIDE)
        rt_raise_format(&rt_exc_IndexError, "list assignment index out of range");
    if (result != RT_INDEX_INSIDE) return false;
    if (!item) return rt_list_splice(list, i, i + 1, NULL, 0);
    rt_value old = list->items[i];
    list->items[i] = rt_retained(item);
    RT_RELEASE(old);
    return true;
}

static rt_run run_of(rt_value self)
{
    return (rt_run){&RT_LIST(self)->items, &RT_LIST(self)->count};
}

static int list_contains(rt_value self, rt_value item)
{
    int64_t found = rt_run_find(run_of(self), item, 0, INT64_MAX);
    return found == -2 ? -1 : found >= 0;
}

/* ---- operators */

static rt_value concatenate(rt_value a, rt_value b)
{
    if (!RT_IS_LIST(b) && rt_defines_operators(b)) return rt_retained(RT_NOT_IMPLEMENTED);
    if (!RT_IS_LIST(b))
        return rt_raise_format(&rt_exc_TypeError, "can only concatenate list (not \"%T\") to list",
                               b);
    rt_list *left = RT_LIST(a), *right = RT_LIST(b);
    if ((uint64_t)left->count + right->count > UINT32_MAX)
        return rt_raise_format(&rt_exc_MemoryError, "");
    rt_list *sum = RT_LIST(rt_list_new(left->count + right->count));
    rt_copy_items(sum->items, left->items, left->count);
    rt_copy_items(sum->items + left->count, right->items, right->count);
    sum->count = left->count + right->count;
    return (rt_value)sum;
}

static rt_value repeat(rt_value self, rt_value factor)
{
    uint32_t count = RT_LIST(self)->count, times;
    if (!rt_has_index(factor) && rt_defines_operators(factor))
        return rt_retained(RT_NOT_IMPLEMENTED);
    if (!rt_repeat_count(factor, count, &times)) return 0;
    rt_list *product = RT_LIST(rt_list_new(count * times));
    for (uint32_t i = 0; i < times; i++)
        rt_copy_items(product->items + i * count, RT_LIST(self)->items, count);
    product->count = count * times;
    return (rt_value)product;
}

static rt_value list_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op == RT_ADD && RT_IS_LIST(a)) return concatenate(a, b);
    if (op == RT_MUL) return RT_IS_LIST(a) ? repeat(a, b) : repeat(b, a);
    return rt_retained(RT_NOT_IMPLEMENTED);
}

static bool repeat_in_place(rt_value self, rt_value factor)
{
    rt_list *list = RT_LIST(self);
    uint32_t count = list->count, times;
    if (!rt_repeat_count(factor, count, &times)) return false;
    if (times == 0) {
        rt_list_drop_items(list);
        return true;
    }
    if (!rt_list_reserve(list, (uint64_t)count * (times - 1))) return false;
    for (uint32_t i = 1; i < times; i++) rt_copy_items(list->items + i * count, list->items, count);
    list->count = count * times;
    return true;
}

static rt_value list_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (op != RT_ADD && op != RT_MUL) return rt_retained(RT_NOT_IMPLEMENTED);
    bool fine = op == RT_ADD ? rt_list_extend_from(self, other) : repeat_in_place(self, other);
    return fine ? rt_retained(self) : 0;
}

static rt_value list_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_LIST(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_run_compare(op, run_of(self), run_of(other));
}

static rt_value list_repr(rt_value self)
{
    static const rt_brackets brackets = {"[", "]", "[...]", false};
    return rt_run_repr(self, run_of(self), &brackets);
}

/* ---- life */

static void list_dealloc(rt_object *self)
{
    rt_list_drop_items((rt_list *)self);
    rt_free(self, self->type->size);
}

static void list_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_list *list = (rt_list *)self;
    for (uint32_t i = 0; i < list->count; i++) visit(list->items[i], context);
}

static void list_clear(rt_object *self)
{
    rt_list_drop_items((rt_list *)self);
}

static bool fill(rt_value list, const rt_args *args)
{
    if (!rt_no_keywords("list", args) || !rt_count_between("list", args, 0, 1)) return false;
    rt_list_drop_items(RT_LIST(list));
    return args->positional == 0 || rt_list_extend_from(list, args->values[0]);
}

static rt_value list_construct(rt_type *cls, const rt_args *args)
{
    rt_value list = (rt_value)rt_object_new(cls, cls->size);
    if (!rt_takes_arguments(cls, &rt_list_type) || fill(list, args)) return list;
    RT_RELEASE(list);
    return 0;
}

rt_value rt_list_init(rt_value self, rt_value args, rt_value kwargs)
{
    rt_packed_args packed;
    rt_args_unpack(&packed, args, kwargs);
    bool fine = fill(self, &packed.args);
    rt_args_release(&packed);
    return fine ? rt_retained(RT_NONE) : 0;
}

static rt_value list_iter(rt_value self)
{
    return rt_sequence_iterator_new(&rt_list_iterator_type, self, 0);
}

static rt_value list_reversed(rt_value self)
{
    return rt_sequence_iterator_new(&rt_list_reverse_iterator_type, self,
                                    (int64_t)RT_LIST(self)->count - 1);
}

RT_METHODS(list) = {
#include "lib/list.def"
    RT_METHODS_END};

rt_type rt_list_type = {
    .head = RT_TYPE_HEAD,
    .name = "list",
    .size = sizeof(rt_list),
    .flags = RT_TYPE_SEQUENCE,
    .base = &rt_object_type,
    .dealloc = list_dealloc,
    .traverse = list_traverse,
    .clear = list_clear,
    .construct = list_construct,
    .repr = list_repr,
    .compare = list_compare,
    .binary = list_binary,
    .inplace = list_inplace,
    .length = list_length,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .iter = list_iter,
    .reversed = list_reversed,
    .methods = rt_list_methods,
};
