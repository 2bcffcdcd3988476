/* deque.c: the type collections.deque (deque.h). The methods by name are in deque_methods.c. */
#include "lib/deque.h"

#include "value/arguments.h"
#include "value/builder.h"
#include "value/list.h"
#include "value/sequence.h"
#include "value/slice.h"
#include "value/tuple.h"

#define SMALLEST_RING 8

/* ---- the ring */

static void grow(rt_deque *deque)
{
    uint32_t places = deque->ring ? deque->mask + 1 : 0;
    uint32_t wanted = places ? places * 2 : SMALLEST_RING;
    rt_value *ring = rt_alloc(wanted * sizeof(rt_value));
    for (uint32_t i = 0; i < deque->count; i++) ring[i] = *rt_deque_place(deque, i);
    if (places) rt_free(deque->ring, places * sizeof(rt_value));
    deque->ring = ring;
    deque->first = 0;
    deque->mask = wanted - 1;
}

static void make_room(rt_deque *deque)
{
    deque->version++;
    if (!deque->ring || deque->count > deque->mask) grow(deque);
}

static bool is_over(const rt_deque *deque)
{
    return deque->limit >= 0 && deque->count > deque->limit;
}

void rt_deque_push_back(rt_deque *deque, rt_value item)
{
    make_room(deque);
    *rt_deque_place(deque, deque->count++) = item;
    if (is_over(deque)) RT_RELEASE(rt_deque_pop_front(deque));
}

void rt_deque_push_front(rt_deque *deque, rt_value item)
{
    make_room(deque);
    deque->first = (deque->first - 1) & deque->mask;
    deque->count++;
    *rt_deque_place(deque, 0) = item;
    if (is_over(deque)) RT_RELEASE(rt_deque_pop_back(deque));
}

rt_value rt_deque_pop_back(rt_deque *deque)
{
    if (deque->count == 0) return 0;
    deque->version++;
    return *rt_deque_place(deque, --deque->count);
}

rt_value rt_deque_pop_front(rt_deque *deque)
{
    return deque->count ? rt_deque_take_front(deque) : 0;
}

void rt_deque_drop_items(rt_deque *deque)
{
    rt_deque old = *deque;
    deque->ring = NULL;
    deque->first = deque->count = deque->mask = 0;
    deque->version++;
    for (uint32_t i = 0; i < old.count; i++) RT_RELEASE(*rt_deque_place(&old, i));
    if (old.ring) rt_free(old.ring, (old.mask + (size_t)1) * sizeof(rt_value));
}

bool rt_deque_extend_from(rt_value self, rt_value iterable)
{
    if (self == iterable) { /* its own items, as they are now */
        rt_value items = rt_list_from(iterable);
        bool fine = items && rt_deque_extend_from(self, items);
        RT_RELEASE_OPT(items);
        return fine;
    }
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return false;
    while ((item = rt_next(iterator))) rt_deque_push_back(RT_DEQUE(self), item);
    RT_RELEASE(iterator);
    return !RT_RAISED();
}

void rt_deque_rotate_by(rt_deque *deque, int64_t steps)
{
    uint32_t count = deque->count;
    if (count < 2) return;
    steps %= count;
    if (steps < 0) steps += count;
    if (steps > count / 2) {
        for (steps = count - steps; steps > 0; steps--)
            rt_deque_push_back(deque, rt_deque_pop_front(deque));
    } else {
        for (; steps > 0; steps--) rt_deque_push_front(deque, rt_deque_pop_back(deque));
    }
}

/* ---- construction */

static rt_value deque_make(rt_type *cls, int64_t limit)
{
    rt_deque *deque = rt_object_new(cls, cls->size);
    deque->limit = limit;
    return (rt_value)deque;
}

rt_value rt_deque_copy_of(rt_value self)
{
    rt_deque *deque = RT_DEQUE(self);
    rt_value copy = deque_make(RT_TYPE(self), deque->limit);
    for (uint32_t i = 0; i < deque->count; i++)
        rt_deque_push_back(RT_DEQUE(copy), rt_retained(*rt_deque_place(deque, i)));
    return copy;
}

static bool limit_argument(rt_value maxlen, int64_t *limit)
{
    *limit = -1;
    if (!maxlen || maxlen == RT_NONE) return true;
    if (!rt_has_index(maxlen)) return rt_raise_format(&rt_exc_TypeError, "an integer is required");
    if (!rt_to_i64(maxlen, limit)) return false;
    return *limit >= 0 || rt_raise_format(&rt_exc_ValueError, "maxlen must be non-negative");
}

/* deque(iterable=(), maxlen=None), of the arguments of either a call or __init__. */
static bool fill(rt_value self, const rt_args *args)
{
    static const char *const names[] = {"iterable", "maxlen"};
    rt_value given[2];
    if (!rt_arguments_bind("deque", names, 0, 2, args, given)) return false;
    rt_deque_drop_items(RT_DEQUE(self));
    if (!limit_argument(given[1], &RT_DEQUE(self)->limit)) return false;
    return !given[0] || rt_deque_extend_from(self, given[0]);
}

static rt_value deque_construct(rt_type *cls, const rt_args *args)
{
    rt_value deque = deque_make(cls, -1);
    if (!rt_takes_arguments(cls, &rt_deque_type) || fill(deque, args)) return deque;
    RT_RELEASE(deque);
    return 0;
}

rt_value rt_deque_init(rt_value self, rt_value args, rt_value kwargs)
{
    rt_packed_args packed;
    rt_args_unpack(&packed, args, kwargs);
    bool fine = fill(self, &packed.args);
    rt_args_release(&packed);
    return fine ? rt_retained(RT_NONE) : 0;
}

/* ---- items */

static int64_t deque_length(rt_value self)
{
    return RT_DEQUE(self)->count;
}

/* The place of a key; NULL = raised. */
static rt_value *place_of(rt_value self, rt_value key)
{
    int64_t index;
    if (!rt_has_index(key)) {
        rt_raise_format(&rt_exc_TypeError, "sequence index must be integer, not '%T'", key);
        return NULL;
    }
    rt_index_result result = rt_index_resolve(key, RT_DEQUE(self)->count, &index);
    if (result == RT_INDEX_INSIDE) return rt_deque_place(RT_DEQUE(self), (uint32_t)index);
    if (result == RT_INDEX_OUTSIDE) rt_raise_format(&rt_exc_IndexError, "deque index out of range");
    return NULL;
}

static rt_value deque_getitem(rt_value self, rt_value key)
{
    rt_value *place = place_of(self, key);
    return place ? rt_retained(*place) : 0;
}

static bool deque_setitem(rt_value self, rt_value key, rt_value item)
{
    rt_deque *deque = RT_DEQUE(self);
    rt_value *place = place_of(self, key);
    if (!place) return false;
    if (item) {
        rt_value old = *place;
        *place = rt_retained(item);
        RT_RELEASE(old);
        return true;
    }
    uint32_t index = (uint32_t)(place - deque->ring - deque->first) & deque->mask;
    rt_deque_rotate_by(deque, -(int64_t)index);
    rt_value old = rt_deque_pop_front(deque);
    rt_deque_rotate_by(deque, index);
    RT_RELEASE(old);
    return true;
}

static rt_value raise_mutated(void)
{
    return rt_raise_format(&rt_exc_RuntimeError, "deque mutated during iteration");
}

static int deque_contains(rt_value self, rt_value item)
{
    rt_deque *deque = RT_DEQUE(self);
    uint32_t version = deque->version;
    for (uint32_t i = 0; i < deque->count; i++) {
        rt_value candidate = rt_retained(*rt_deque_place(deque, i));
        int equal = rt_equal(candidate, item);
        RT_RELEASE(candidate);
        if (equal) return equal;
        if (deque->version != version) {
            raise_mutated();
            return -1;
        }
    }
    return 0;
}

/* ---- operators: through lists, which know how to compare and print themselves */

static rt_value deque_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_DEQUE(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    if (self == other && (op == RT_EQ || op == RT_NE)) return rt_retained(RT_BOOL(op == RT_EQ));
    rt_value a = rt_list_from(self), b = a ? rt_list_from(other) : 0;
    rt_value result = b ? rt_compare(op, a, b) : 0;
    RT_RELEASE_OPT(a);
    RT_RELEASE_OPT(b);
    return result;
}

static rt_value repeated(rt_value self, rt_value factor)
{
    uint32_t times, count = RT_DEQUE(self)->count;
    if (!rt_repeat_count(factor, count, &times)) return 0;
    rt_value product = deque_make(RT_TYPE(self), RT_DEQUE(self)->limit);
    for (uint32_t i = 0; i < times; i++)
        if (!rt_deque_extend_from(product, self)) {
            RT_RELEASE(product);
            return 0;
        }
    return product;
}

static rt_value deque_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op == RT_MUL) return RT_IS_DEQUE(a) ? repeated(a, b) : repeated(b, a);
    if (op != RT_ADD || !RT_IS_DEQUE(a)) return rt_retained(RT_NOT_IMPLEMENTED);
    if (!RT_IS_DEQUE(b))
        return rt_defines_operators(b)
                   ? rt_retained(RT_NOT_IMPLEMENTED)
                   : rt_raise_format(&rt_exc_TypeError,
                                     "can only concatenate deque (not \"%T\") to deque", b);
    rt_value sum = rt_deque_copy_of(a);
    if (rt_deque_extend_from(sum, b)) return sum;
    RT_RELEASE(sum);
    return 0;
}

static rt_value deque_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (op == RT_ADD) return rt_deque_extend_from(self, other) ? rt_retained(self) : 0;
    if (op != RT_MUL) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value product = repeated(self, other);
    if (!product) return 0;
    rt_deque_drop_items(RT_DEQUE(self));
    bool fine = rt_deque_extend_from(self, product);
    RT_RELEASE(product);
    return fine ? rt_retained(self) : 0;
}

static rt_value deque_repr(rt_value self)
{
    if (!rt_repr_enter(self)) return rt_str_c("[...]");
    rt_value name = rt_getattr((rt_value)RT_TYPE(self), RT_NAME("__name__")), text = 0;
    rt_value list = name ? rt_list_from(self) : 0;
    int64_t limit = RT_DEQUE(self)->limit;
    if (list && limit < 0)
        text = rt_str_format("%V(%R)", name, list);
    else if (list)
        text = rt_str_format("%V(%R, maxlen=%lld)", name, list, (long long)limit);
    RT_RELEASE_OPT(name);
    RT_RELEASE_OPT(list);
    rt_repr_leave();
    return text;
}

/* ---- iterators */

typedef struct deque_iterator {
    rt_object head;
    rt_value deque;
    uint32_t version, next, left; /* `next` counts from the end where it goes backwards */
} deque_iterator;

static rt_value iterator_new(rt_type *type, rt_value self)
{
    deque_iterator *it = rt_object_new(type, sizeof *it);
    it->deque = rt_retained(self);
    it->version = RT_DEQUE(self)->version;
    it->left = RT_DEQUE(self)->count;
    return (rt_value)it;
}

static rt_value deque_iter(rt_value self)
{
    return iterator_new(&rt_deque_iterator_type, self);
}

static rt_value deque_reversed(rt_value self)
{
    return iterator_new(&rt_deque_reverse_iterator_type, self);
}

static rt_value iterator_next(rt_value self)
{
    deque_iterator *it = (deque_iterator *)self;
    rt_deque *deque = RT_DEQUE(it->deque);
    if (it->left == 0) return 0;
    if (it->version != deque->version) {
        it->left = 0;
        return raise_mutated();
    }
    it->left--;
    uint32_t index = it->next++;
    if (it->head.type == &rt_deque_reverse_iterator_type) index = deque->count - 1 - index;
    return rt_retained(*rt_deque_place(deque, index));
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

static void iterator_dealloc(rt_object *self)
{
    RT_RELEASE(((deque_iterator *)self)->deque);
    rt_free(self, sizeof(deque_iterator));
}

static void iterator_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit(((deque_iterator *)self)->deque, context);
}

#define ITERATOR_TYPE(symbol, type_name)                                                           \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = "_collections." type_name,                                                         \
        .size = sizeof(deque_iterator),                                                            \
        .base = &rt_object_type,                                                                   \
        .dealloc = iterator_dealloc,                                                               \
        .traverse = iterator_traverse,                                                             \
        .iter = iterator_iter,                                                                     \
        .next = iterator_next,                                                                     \
    }
ITERATOR_TYPE(rt_deque_iterator_type, "_deque_iterator");
ITERATOR_TYPE(rt_deque_reverse_iterator_type, "_deque_reverse_iterator");

/* ---- life */

static void deque_dealloc(rt_object *self)
{
    rt_deque_drop_items((rt_deque *)self);
    rt_free(self, self->type->size);
}

static void deque_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_deque *deque = (rt_deque *)self;
    for (uint32_t i = 0; i < deque->count; i++) visit(*rt_deque_place(deque, i), context);
}

static void deque_clear(rt_object *self)
{
    rt_deque_drop_items((rt_deque *)self);
}

static rt_value get_maxlen(rt_value self)
{
    int64_t limit = RT_DEQUE(self)->limit;
    return limit < 0 ? rt_retained(RT_NONE) : rt_int_new(limit);
}

static const rt_getset_def deque_getsets[] = {{"maxlen", get_maxlen, NULL}, {0}};

rt_type rt_deque_type = {
    .head = RT_TYPE_HEAD,
    .name = "collections.deque",
    .size = sizeof(rt_deque),
    .flags = RT_TYPE_SEQUENCE,
    .base = &rt_object_type,
    .dealloc = deque_dealloc,
    .traverse = deque_traverse,
    .clear = deque_clear,
    .construct = deque_construct,
    .repr = deque_repr,
    .compare = deque_compare,
    .binary = deque_binary,
    .inplace = deque_inplace,
    .length = deque_length,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .iter = deque_iter,
    .reversed = deque_reversed,
    .methods = rt_deque_methods,
    .getsets = deque_getsets,
};
