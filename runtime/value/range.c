/* range.c: range objects and their iterators. Bounds may be ints of any size; where the first and
 * last item fit a word, which is nearly always, the iterator counts in a word. */
#include "value/arguments.h"
#include "value/int.h"
#include "value/iterator.h"
#include "value/slice.h"
#include "value/tuple.h"

typedef struct range_object {
    rt_object head;
    rt_value start, stop, step, length; /* ints */
} range_object;
#define RANGE(v) ((range_object *)(v))
#define IS_RANGE(v) (!RT_IS_INT(v) && RT_OBJECT(v)->type == &rt_range_type)

/* ---- arithmetic that consumes its operands; 0 in gives 0 out */

static rt_value take_binary(rt_value (*operation)(rt_value, rt_value), rt_value a, rt_value b)
{
    rt_value result = a && b ? operation(a, b) : 0;
    RT_RELEASE_OPT(a);
    RT_RELEASE_OPT(b);
    return result;
}

/* (high - low - 1) // step + 1 of a range going up; everything borrowed. */
static rt_value count_steps(rt_value low, rt_value high, rt_value step)
{
    int empty = rt_ge(low, high);
    if (empty) return empty < 0 ? 0 : RT_INT(0);
    rt_value span = take_binary(rt_sub, rt_sub(high, low), RT_INT(1));
    return take_binary(rt_add, take_binary(rt_floordiv, span, rt_retained(step)), RT_INT(1));
}

static rt_value length_of(rt_value start, rt_value stop, rt_value step)
{
    int up = rt_gt(step, RT_INT(0));
    if (up) return up < 0 ? 0 : count_steps(start, stop, step);
    rt_value positive = rt_unary(RT_NEG, step);
    if (!positive) return 0;
    rt_value length = count_steps(stop, start, positive);
    RT_RELEASE(positive);
    return length;
}

/* start + index * step */
static rt_value item_at(const range_object *range, rt_value index)
{
    return take_binary(rt_add, rt_retained(range->start), rt_mul(index, range->step));
}

/* ---- making */

/* Consumes the bounds, which may be 0 (raised). */
static rt_value range_make(rt_value start, rt_value stop, rt_value step)
{
    rt_value length = start && stop && step ? length_of(start, stop, step) : 0;
    if (!length) {
        RT_RELEASE_OPT(start);
        RT_RELEASE_OPT(stop);
        RT_RELEASE_OPT(step);
        return 0;
    }
    range_object *range = rt_object_new(&rt_range_type, sizeof *range);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    return (rt_value)range;
}

static rt_value range_from(rt_value from, rt_value to, rt_value by)
{
    rt_value start = rt_int_index(from), stop = start ? rt_int_index(to) : 0;
    rt_value step = stop ? rt_int_index(by) : 0;
    if (step == RT_INT(0)) {
        rt_raise_format(&rt_exc_ValueError, "range() arg 3 must not be zero");
        step = 0;
    }
    return range_make(start, stop, step);
}

static rt_value range_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (!rt_no_keywords("range", args) || !rt_count_between("range", args, 1, 3)) return 0;
    const rt_value *v = args->values;
    if (args->positional == 1) return range_make(RT_INT(0), rt_int_index(v[0]), RT_INT(1));
    return range_from(v[0], v[1], args->positional == 2 ? RT_INT(1) : v[2]);
}

static void range_dealloc(rt_object *self)
{
    range_object *range = (range_object *)self;
    RT_RELEASE(range->start);
    RT_RELEASE(range->stop);
    RT_RELEASE(range->step);
    RT_RELEASE(range->length);
    rt_free(range, sizeof *range);
}

/* ---- items */

static int64_t range_length(rt_value self)
{
    int64_t length;
    if (rt_int_word(RANGE(self)->length, &length)) return length;
    rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
}

static int range_truth(rt_value self)
{
    return RANGE(self)->length != RT_INT(0);
}

static rt_value get_index(range_object *range, rt_value key)
{
    rt_value index = rt_int_index(key);
    if (!index) return 0;
    if (rt_int_sign(index) < 0) index = take_binary(rt_add, index, rt_retained(range->length));
    rt_value item = 0;
    if (rt_int_sign(index) < 0 || rt_int_compare(index, range->length) >= 0)
        rt_raise_format(&rt_exc_IndexError, "range object index out of range");
    else
        item = item_at(range, index);
    RT_RELEASE(index);
    return item;
}

static rt_value get_slice(rt_value self, rt_value slice)
{
    range_object *range = RANGE(self);
    int64_t length = range_length(self);
    rt_slice_range part;
    if (length < 0 || !rt_slice_resolve(slice, length, &part)) return 0;
    rt_value start = rt_int_new(part.start), stop = rt_int_new(part.stop),
             step = rt_int_new(part.step);
    rt_value made =
        range_make(item_at(range, start), item_at(range, stop), rt_mul(range->step, step));
    RT_RELEASE(start);
    RT_RELEASE(stop);
    RT_RELEASE(step);
    return made;
}

static rt_value range_getitem(rt_value self, rt_value key)
{
    if (RT_IS_SLICE(key)) return get_slice(self, key);
    if (rt_has_index(key)) return get_index(RANGE(self), key);
    return rt_raise_format(&rt_exc_TypeError, "range indices must be integers or slices, not %T",
                           key);
}

/* The place of an int in the range as an int: RT_NONE = it is not there. */
static rt_value place_of(range_object *range, rt_value number)
{
    rt_value offset = rt_sub(number, range->start);
    rt_value rest = offset ? rt_mod(offset, range->step) : 0;
    rt_value place = rest ? rt_floordiv(offset, range->step) : 0;
    if (place && (rest != RT_INT(0) || rt_int_sign(place) < 0 ||
                  rt_int_compare(place, range->length) >= 0)) {
        RT_RELEASE(place);
        place = rt_retained(RT_NONE);
    }
    RT_RELEASE_OPT(offset);
    RT_RELEASE_OPT(rest);
    return place;
}

/* Other values than ints are looked for item by item: the place, -1 = not there, -2 = raised. */
static int64_t search(rt_value self, rt_value value, int64_t *matches)
{
    rt_value iterator = rt_iter(self), item;
    if (!iterator) return -2;
    int64_t place = 0, found = -1;
    for (; found != -2 && (item = rt_next(iterator)); place++) {
        int equal = rt_equal(item, value);
        RT_RELEASE(item);
        if (equal < 0) found = -2;
        if (equal <= 0) continue;
        if (found == -1) found = place;
        if (!matches) break;
        ++*matches;
    }
    RT_RELEASE(iterator);
    return RT_RAISED() ? -2 : found;
}

static bool is_exact_int(rt_value v)
{
    return RT_IS_INT(v) || RT_TYPE(v) == &rt_int_type || RT_TYPE(v) == &rt_bool_type;
}

static int range_contains(rt_value self, rt_value value)
{
    if (!is_exact_int(value)) {
        int64_t found = search(self, value, NULL);
        return found == -2 ? -1 : found >= 0;
    }
    rt_value place = place_of(RANGE(self), value);
    if (!place) return -1;
    RT_RELEASE(place);
    return place != RT_NONE;
}

rt_value rt_range_index(rt_value self, rt_value value)
{
    if (!is_exact_int(value)) {
        int64_t found = search(self, value, NULL);
        if (found >= 0) return rt_int_new(found);
        if (found == -1)
            rt_raise_format(&rt_exc_ValueError, "sequence.index(x): x not in sequence");
        return 0;
    }
    rt_value place = place_of(RANGE(self), value);
    if (place != RT_NONE) return place;
    RT_RELEASE(place);
    return rt_raise_format(&rt_exc_ValueError, "%R is not in range", value);
}

rt_value rt_range_count(rt_value self, rt_value value)
{
    int64_t matches = 0;
    if (!is_exact_int(value)) return search(self, value, &matches) == -2 ? 0 : rt_int_new(matches);
    int has = range_contains(self, value);
    return has < 0 ? 0 : RT_INT(has);
}

/* ---- comparison and text */

/* Ranges are equal where they have the same items: (length, start, step) as far as these matter. */
static rt_value identity_of(const range_object *range)
{
    bool has_start = range->length != RT_INT(0), has_step = has_start && range->length != RT_INT(1);
    return rt_tuple_of(3, (rt_value[]){rt_retained(range->length),
                                       rt_retained(has_start ? range->start : RT_NONE),
                                       rt_retained(has_step ? range->step : RT_NONE)});
}

static rt_value range_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || !IS_RANGE(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value a = identity_of(RANGE(self)), b = identity_of(RANGE(other));
    rt_value result = rt_compare(op, a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return result;
}

static int64_t range_hash(rt_value self)
{
    rt_value identity = identity_of(RANGE(self));
    int64_t hash = rt_hash(identity);
    RT_RELEASE(identity);
    return hash;
}

static rt_value range_repr(rt_value self)
{
    range_object *range = RANGE(self);
    if (range->step == RT_INT(1)) return rt_str_format("range(%R, %R)", range->start, range->stop);
    return rt_str_format("range(%R, %R, %R)", range->start, range->stop, range->step);
}

static rt_value range_start(rt_value self)
{
    return rt_retained(RANGE(self)->start);
}
static rt_value range_stop(rt_value self)
{
    return rt_retained(RANGE(self)->stop);
}
static rt_value range_step(rt_value self)
{
    return rt_retained(RANGE(self)->step);
}

/* ---- iterators */

typedef struct range_iterator {
    rt_object head;
    int64_t next, step, left;
} range_iterator;

typedef struct long_range_iterator {
    rt_object head;
    rt_value next, step, left; /* ints; next is 0 after an error */
} long_range_iterator;

/* Items from `start` (consumed, 0 = raised) by `step`; in words where both ends have room. */
static rt_value iterator_make(rt_value start, rt_value step, rt_value length)
{
    const int64_t room = (int64_t)1 << 61;
    int64_t first, by, left;
    if (!start || !step) {
        RT_RELEASE_OPT(start);
        RT_RELEASE_OPT(step);
        return 0;
    }
    if (rt_int_word(start, &first) && rt_int_word(step, &by) && rt_int_word(length, &left) &&
        first < room && first > -room && (left <= 1 || (by < room / left && by > -room / left))) {
        range_iterator *it = rt_object_new(&rt_range_iterator_type, sizeof *it);
        it->next = first;
        it->step = by;
        it->left = left;
        RT_RELEASE(start);
        RT_RELEASE(step);
        return (rt_value)it;
    }
    long_range_iterator *it = rt_object_new(&rt_long_range_iterator_type, sizeof *it);
    it->next = start;
    it->step = step;
    it->left = rt_retained(length);
    return (rt_value)it;
}

static rt_value range_iter(rt_value self)
{
    range_object *range = RANGE(self);
    return iterator_make(rt_retained(range->start), rt_retained(range->step), range->length);
}

static rt_value range_reversed(rt_value self)
{
    range_object *range = RANGE(self);
    rt_value last = rt_sub(range->length, RT_INT(1));
    rt_value start = last ? item_at(range, last) : 0;
    RT_RELEASE_OPT(last);
    return iterator_make(start, rt_unary(RT_NEG, range->step), range->length);
}

/* ---- loops over range() that count in a word */

static const int64_t bound_limit = RT_INT_MAX / 2;

static bool is_countable(rt_value bound)
{
    int64_t word = RT_INT_VALUE(bound);
    return RT_IS_INT(bound) && word <= bound_limit && word >= -bound_limit;
}

rt_value rt_range_wide(rt_value start, rt_value stop, rt_value step)
{
    if (is_countable(start) && is_countable(stop) && is_countable(step) && step != RT_INT(0))
        return 0;
    rt_value range = range_from(start, stop, step);
    if (!range) return 0;
    rt_value iterator = range_iter(range);
    RT_RELEASE(range);
    return iterator;
}

bool rt_range_bound(rt_value v, rt_value wide, int64_t *out)
{
    *out = 0;
    if (wide) return true;
    if (RT_IS_INT(v)) {
        *out = RT_INT_VALUE(v);
    } else {
        rt_value index = rt_int_index(v);
        if (!index) return false;
        if (!rt_int_word(index, out)) *out = rt_int_sign(index) < 0 ? RT_INT_MIN : RT_INT_MAX;
        RT_RELEASE(index);
    }
    if (*out > bound_limit) *out = bound_limit;
    if (*out < -bound_limit) *out = -bound_limit;
    return true;
}

/* ---- iterators */

static rt_value iterator_next(rt_value self)
{
    range_iterator *it = (range_iterator *)self;
    if (it->left <= 0) return 0;
    it->left--;
    int64_t item = it->next;
    it->next += it->step;
    return RT_INT(item);
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

static rt_value iterator_length_hint(rt_value self)
{
    return RT_INT(((range_iterator *)self)->left);
}

static void iterator_dealloc(rt_object *self)
{
    rt_free(self, sizeof(range_iterator));
}

static rt_value long_iterator_next(rt_value self)
{
    long_range_iterator *it = (long_range_iterator *)self;
    if (it->left == RT_INT(0)) return 0;
    rt_value next = rt_add(it->next, it->step), left = next ? rt_sub(it->left, RT_INT(1)) : 0;
    if (!left) {
        RT_RELEASE_OPT(next);
        return 0;
    }
    rt_value item = it->next;
    RT_RELEASE(it->left);
    it->next = next;
    it->left = left;
    return item;
}

static rt_value long_iterator_length_hint(rt_value self)
{
    return rt_retained(((long_range_iterator *)self)->left);
}

static void long_iterator_dealloc(rt_object *self)
{
    long_range_iterator *it = (long_range_iterator *)self;
    RT_RELEASE(it->next);
    RT_RELEASE(it->step);
    RT_RELEASE(it->left);
    rt_free(it, sizeof *it);
}

/* ---- types */

static const rt_native_def iterator_methods[] = {
    {"__length_hint__", "", (void (*)(void))iterator_length_hint, 1, 1}, {0}};
static const rt_native_def long_iterator_methods[] = {
    {"__length_hint__", "", (void (*)(void))long_iterator_length_hint, 1, 1}, {0}};

rt_type rt_range_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "range_iterator",
    .size = sizeof(range_iterator),
    .base = &rt_object_type,
    .dealloc = iterator_dealloc,
    .iter = iterator_iter,
    .next = iterator_next,
    .methods = iterator_methods,
};

rt_type rt_long_range_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "longrange_iterator",
    .size = sizeof(long_range_iterator),
    .base = &rt_object_type,
    .dealloc = long_iterator_dealloc,
    .iter = iterator_iter,
    .next = long_iterator_next,
    .methods = long_iterator_methods,
};

RT_METHODS(range) = {
#include "lib/range.def"
    RT_METHODS_END};

static const rt_getset_def range_getsets[] = {
    {"start", range_start, NULL}, {"stop", range_stop, NULL}, {"step", range_step, NULL}, {0}};

rt_type rt_range_type = {
    .head = RT_TYPE_HEAD,
    .name = "range",
    .size = sizeof(range_object),
    .flags = RT_TYPE_SEQUENCE | RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = range_dealloc,
    .construct = range_construct,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .length = range_length,
    .getitem = range_getitem,
    .contains = range_contains,
    .iter = range_iter,
    .reversed = range_reversed,
    .methods = rt_range_methods,
    .getsets = range_getsets,
};
