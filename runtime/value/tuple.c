/* tuple.c: the tuple type. */
#include "value/tuple.h"

#include "value/arguments.h"
#include "value/dict.h"
#include "value/iterator.h"
#include "value/list.h"
#include "value/sequence.h"
#include "value/slice.h"

/* ---- making. The empty tuple is one shared object. */

static rt_value empty_tuple;

static rt_tuple *tuple_alloc(uint32_t count)
{
    rt_tuple *tuple = rt_object_new(&rt_tuple_type, sizeof *tuple + count * sizeof(rt_value));
    tuple->count = count;
    tuple->items = tuple->inline_items;
    return tuple;
}

rt_value rt_tuple_new(uint32_t count)
{
    return count ? (rt_value)tuple_alloc(count) : rt_retained(empty_tuple);
}

void rt_init_tuples(void)
{
    empty_tuple = (rt_value)tuple_alloc(0);
}

void rt_end_tuples(void)
{
    RT_RELEASE(empty_tuple);
    empty_tuple = 0;
}

rt_value rt_tuple_of(uint32_t count, const rt_value *items)
{
    rt_value tuple = rt_tuple_new(count);
    if (count) memcpy(RT_TUPLE(tuple)->items, items, count * sizeof *items);
    return tuple;
}

rt_value rt_tuple_copy(uint32_t count, const rt_value *items)
{
    rt_value tuple = rt_tuple_new(count);
    rt_copy_items(RT_TUPLE(tuple)->items, items, count);
    return tuple;
}

rt_value rt_tuple_again(rt_value *kept, uint32_t count)
{
    if (*kept && RT_OBJECT(*kept)->refs == 1) return rt_retained(*kept);
    rt_value tuple = rt_tuple_new(count);
    rt_store(kept, rt_retained(tuple));
    return tuple;
}

rt_value rt_tuple_of_class(rt_type *cls, uint32_t count, const rt_value *items)
{
    if (cls == &rt_tuple_type) return rt_tuple_copy(count, items);
    rt_tuple *tuple = rt_object_new(cls, cls->size);
    if (count) {
        tuple->items = rt_alloc(count * sizeof(rt_value));
        rt_copy_items(tuple->items, items, count);
    }
    tuple->count = count;
    return (rt_value)tuple;
}

rt_value rt_list_to_tuple(rt_value list)
{
    rt_list *source = RT_LIST(list);
    rt_value tuple = rt_tuple_of(source->count, source->items);
    source->count = 0; /* the items have moved */
    RT_RELEASE(list);
    return tuple;
}

rt_value rt_tuple_from(rt_value iterable)
{
    rt_type *type = RT_TYPE(iterable);
    if (type == &rt_tuple_type) return rt_retained(iterable);
    if (type == &rt_list_type)
        return rt_tuple_copy(RT_LIST(iterable)->count, RT_LIST(iterable)->items);
    rt_value list = rt_list_from(iterable);
    return list ? rt_list_to_tuple(list) : 0;
}

rt_value rt_call_args(rt_value iterable, rt_value callee)
{
    const rt_type *type = RT_TYPE(iterable);
    if (type->iter || type->getitem) return rt_tuple_from(iterable);
    rt_raise_with_callee(callee, "%V argument after * must be an iterable, not %T", iterable);
    return 0;
}

static rt_value tuple_construct(rt_type *cls, const rt_args *args)
{
    if (cls == &rt_tuple_type && !rt_no_keywords("tuple", args)) return 0;
    if (!rt_count_between("tuple", args, 0, 1)) return 0;
    rt_value items = args->positional ? rt_tuple_from(args->values[0]) : rt_tuple_new(0);
    if (!items || cls == &rt_tuple_type) return items;
    rt_value made = rt_tuple_of_class(cls, RT_TUPLE(items)->count, RT_TUPLE(items)->items);
    RT_RELEASE(items);
    return made;
}

/* ---- items */

static int64_t tuple_length(rt_value self)
{
    return RT_TUPLE(self)->count;
}

static rt_value get_slice(rt_value self, rt_value slice)
{
    rt_tuple *tuple = RT_TUPLE(self);
    rt_slice_range range;
    if (!rt_slice_resolve(slice, tuple->count, &range)) return 0;
    if (range.count == tuple->count && range.step == 1 && tuple->head.type == &rt_tuple_type)
        return rt_retained(self);
    rt_value part = rt_tuple_new((uint32_t)range.count);
    for (int64_t i = 0; i < range.count; i++)
        RT_TUPLE(part)->items[i] = rt_retained(tuple->items[range.start + i * range.step]);
    return part;
}

static rt_value tuple_getitem(rt_value self, rt_value key)
{
    rt_tuple *tuple = RT_TUPLE(self);
    if (RT_IS_SLICE(key)) return get_slice(self, key);
    if (!rt_has_index(key))
        return rt_raise_format(&rt_exc_TypeError,
                               "tuple indices must be integers or slices, not %T", key);
    int64_t i;
    rt_index_result result = rt_index_resolve(key, tuple->count, &i);
    if (result == RT_INDEX_INSIDE) return rt_retained(tuple->items[i]);
    if (result == RT_INDEX_OUTSIDE) rt_raise_format(&rt_exc_IndexError, "tuple index out of range");
    return 0;
}

static rt_run run_of(rt_value self)
{
    return (rt_run){&RT_TUPLE(self)->items, &RT_TUPLE(self)->count};
}

static int tuple_contains(rt_value self, rt_value item)
{
    int64_t found = rt_run_find(run_of(self), item, 0, INT64_MAX);
    return found == -2 ? -1 : found >= 0;
}

/* ---- operators */

static rt_value concatenate(rt_value a, rt_value b)
{
    rt_tuple *left = RT_TUPLE(a), *right = RT_TUPLE(b);
    if (!RT_IS_TUPLE(b))
        return rt_defines_operators(b)
                   ? rt_retained(RT_NOT_IMPLEMENTED)
                   : rt_raise_format(&rt_exc_TypeError,
                                     "can only concatenate tuple (not \"%T\") to tuple", b);
    if (left->count == 0 && RT_TYPE(b) == &rt_tuple_type) return rt_retained(b);
    if (right->count == 0 && RT_TYPE(a) == &rt_tuple_type) return rt_retained(a);
    if ((uint64_t)left->count + right->count > UINT32_MAX)
        return rt_raise_format(&rt_exc_MemoryError, "");
    rt_value sum = rt_tuple_new(left->count + right->count);
    rt_copy_items(RT_TUPLE(sum)->items, left->items, left->count);
    rt_copy_items(RT_TUPLE(sum)->items + left->count, right->items, right->count);
    return sum;
}

static rt_value repeat(rt_value self, rt_value factor)
{
    uint32_t count = RT_TUPLE(self)->count, times;
    if (!rt_has_index(factor) && rt_defines_operators(factor))
        return rt_retained(RT_NOT_IMPLEMENTED);
    if (!rt_repeat_count(factor, count, &times)) return 0;
    if (RT_TYPE(self) == &rt_tuple_type && (times == 1 || count == 0)) return rt_retained(self);
    rt_value product = rt_tuple_new(count * times);
    for (uint32_t i = 0; i < times; i++)
        rt_copy_items(RT_TUPLE(product)->items + i * count, RT_TUPLE(self)->items, count);
    return product;
}

static rt_value tuple_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op == RT_ADD && RT_IS_TUPLE(a)) return concatenate(a, b);
    if (op == RT_MUL) return RT_IS_TUPLE(a) ? repeat(a, b) : repeat(b, a);
    return rt_retained(RT_NOT_IMPLEMENTED);
}

static rt_value tuple_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_TUPLE(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_run_compare(op, run_of(self), run_of(other));
}

static rt_value tuple_repr(rt_value self)
{
    static const rt_brackets brackets = {"(", ")", "(...)", true};
    return rt_run_repr(self, run_of(self), &brackets);
}

/* xxHash's mixing of the items' hashes, so that hash values print as CPython's. */
static int64_t tuple_hash(rt_value self)
{
    const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                   prime5 = 2870177450012600261u;
    rt_tuple *tuple = RT_TUPLE(self);
    uint64_t mixed = prime5;
    for (uint32_t i = 0; i < tuple->count; i++) {
        int64_t hash = rt_hash(tuple->items[i]);
        if (hash == -1) return -1;
        mixed += (uint64_t)hash * prime2;
        mixed = (mixed << 31 | mixed >> 33) * prime1;
    }
    mixed += tuple->count ^ (prime5 ^ 3527539u);
    return mixed == UINT64_MAX ? 1546275796 : (int64_t)mixed;
}

/* ---- methods by name */

rt_value rt_tuple_count(rt_value self, rt_value value)
{
    int64_t count = rt_run_count(run_of(self), value);
    return count < 0 ? 0 : RT_INT(count);
}

rt_value rt_tuple_index(rt_value self, rt_value value, rt_value start, rt_value stop)
{
    int64_t first, last;
    if (!rt_bounds_resolve(start, stop, false, RT_TUPLE(self)->count, &first, &last)) return 0;
    int64_t place = rt_run_find(run_of(self), value, first, last);
    if (place == -2) return 0;
    if (place >= 0) return RT_INT(place);
    return rt_raise_format(&rt_exc_ValueError, "tuple.index(x): x not in tuple");
}

static rt_value tuple_iter(rt_value self)
{
    return rt_sequence_iterator_new(&rt_tuple_iterator_type, self, 0);
}

/* ---- life */

static void tuple_dealloc(rt_object *self)
{
    rt_tuple *tuple = (rt_tuple *)self;
    uint32_t count = tuple->count;
    for (uint32_t i = count; i-- > 0;) RT_RELEASE_OPT(tuple->items[i]);
    if (tuple->items == tuple->inline_items && self->type == &rt_tuple_type) {
        rt_free(tuple, sizeof *tuple + count * sizeof(rt_value));
        return;
    }
    if (tuple->items) rt_free(tuple->items, count * sizeof(rt_value));
    rt_free(tuple, self->type->size);
}

static void tuple_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_tuple *tuple = (rt_tuple *)self;
    for (uint32_t i = 0; i < tuple->count; i++)
        if (tuple->items[i]) visit(tuple->items[i], context);
}

RT_METHODS(tuple) = {
#include "lib/tuple.def"
    RT_METHODS_END};

rt_type rt_tuple_type = {
    .head = RT_TYPE_HEAD,
    .name = "tuple",
    .size = sizeof(rt_tuple),
    .flags = RT_TYPE_SEQUENCE,
    .base = &rt_object_type,
    .dealloc = tuple_dealloc,
    .traverse = tuple_traverse,
    .construct = tuple_construct,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .binary = tuple_binary,
    .length = tuple_length,
    .getitem = tuple_getitem,
    .contains = tuple_contains,
    .iter = tuple_iter,
    .methods = rt_tuple_methods,
};
