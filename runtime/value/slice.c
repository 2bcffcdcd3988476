/* slice.c: slice objects, and the index arithmetic that every sequence shares (slice.h). */
#include "value/slice.h"

#include "value/arguments.h"
#include "value/tuple.h"

/* ---- indices */

bool rt_has_index(rt_value v)
{
    return RT_IS_INT(v) || RT_OBJECT(v)->type->index != NULL;
}

/* An int past 64 bits is clamped; the sign of a heap int tells to which end. */
static bool clamp_big(rt_value number, int64_t *out)
{
    if (!rt_pending(&rt_exc_OverflowError)) return false;
    rt_clear_pending();
    int negative = rt_lt(number, RT_INT(0));
    if (negative < 0) return false;
    *out = negative ? INT64_MIN : INT64_MAX;
    return true;
}

bool rt_index_clamped(rt_value v, int64_t *out)
{
    if (RT_LIKELY(RT_IS_INT(v))) {
        *out = RT_INT_VALUE(v);
        return true;
    }
    rt_type *type = RT_OBJECT(v)->type;
    if (!type->index)
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               v);
    rt_value number = type->index(v);
    if (!number) return false;
    bool fine = rt_to_i64(number, out) || clamp_big(number, out);
    RT_RELEASE(number);
    return fine;
}

rt_index_result rt_index_resolve(rt_value key, int64_t length, int64_t *index)
{
    int64_t i;
    if (RT_LIKELY(RT_IS_INT(key))) {
        i = RT_INT_VALUE(key);
    } else {
        if (!rt_index_clamped(key, &i)) return RT_INDEX_RAISED;
        if (i == INT64_MAX || i == INT64_MIN) {
            rt_raise_format(&rt_exc_IndexError, "cannot fit '%T' into an index-sized integer", key);
            return RT_INDEX_RAISED;
        }
    }
    if (i < 0) i += length;
    *index = i;
    return i >= 0 && i < length ? RT_INDEX_INSIDE : RT_INDEX_OUTSIDE;
}

/* A bound of a slice as given: an index clamped to 64 bits. */
static bool slice_index(rt_value v, const char *complaint, int64_t *out)
{
    if (RT_LIKELY(rt_has_index(v))) return rt_index_clamped(v, out);
    return rt_raise_format(&rt_exc_TypeError, "%s", complaint);
}

static const char SLICE_COMPLAINT[] =
    "slice indices must be integers or None or have an __index__ method";
static const char BOUND_COMPLAINT[] = "slice indices must be integers or have an __index__ method";

static int64_t clamp(int64_t i, int64_t length, int64_t low, int64_t high)
{
    if (i < 0) i += length;
    return i < low ? low : i > high ? high : i;
}

bool rt_bounds_resolve(rt_value start, rt_value stop, bool none_allowed, int64_t length,
                       int64_t *first, int64_t *last)
{
    const char *complaint = none_allowed ? SLICE_COMPLAINT : BOUND_COMPLAINT;
    int64_t from = 0, to = length;
    if (start && !(none_allowed && start == RT_NONE) && !slice_index(start, complaint, &from))
        return false;
    if (stop && !(none_allowed && stop == RT_NONE) && !slice_index(stop, complaint, &to))
        return false;
    *first = clamp(from, length, 0, length);
    *last = clamp(to, length, 0, length);
    return true;
}

/* ---- slices */

static int64_t range_count(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0) return start < stop ? (stop - start - 1) / step + 1 : 0;
    return start > stop ? (start - stop - 1) / -step + 1 : 0;
}

bool rt_slice_resolve(rt_value slice, int64_t length, rt_slice_range *range)
{
    rt_slice *s = RT_SLICE(slice);
    int64_t step = 1;
    if (s->step != RT_NONE && !slice_index(s->step, SLICE_COMPLAINT, &step)) return false;
    if (step == 0) return rt_raise_format(&rt_exc_ValueError, "slice step cannot be zero");
    if (step == INT64_MIN) step++; /* so that -step exists */
    int64_t low = step < 0 ? -1 : 0, high = step < 0 ? length - 1 : length;
    int64_t start = step < 0 ? high : low, stop = step < 0 ? low : high;
    if (s->start != RT_NONE) {
        if (!slice_index(s->start, SLICE_COMPLAINT, &start)) return false;
        start = clamp(start, length, low, high);
    }
    if (s->stop != RT_NONE) {
        if (!slice_index(s->stop, SLICE_COMPLAINT, &stop)) return false;
        stop = clamp(stop, length, low, high);
    }
    *range = (rt_slice_range){start, stop, step, range_count(start, stop, step)};
    return true;
}

rt_value rt_slice_new(rt_value start, rt_value stop, rt_value step)
{
    rt_slice *slice = rt_object_new(&rt_slice_type, sizeof *slice);
    slice->start = rt_retained(start);
    slice->stop = rt_retained(stop);
    slice->step = rt_retained(step);
    return (rt_value)slice;
}

static void slice_dealloc(rt_object *self)
{
    rt_slice *slice = (rt_slice *)self;
    RT_RELEASE(slice->start);
    RT_RELEASE(slice->stop);
    RT_RELEASE(slice->step);
    rt_free(slice, sizeof *slice);
}

static rt_value slice_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (!rt_no_keywords("slice", args) || !rt_count_between("slice", args, 1, 3)) return 0;
    const rt_value *v = args->values;
    if (args->positional == 1) return rt_slice_new(RT_NONE, v[0], RT_NONE);
    return rt_slice_new(v[0], v[1], args->positional == 3 ? v[2] : RT_NONE);
}

static rt_value slice_repr(rt_value self)
{
    rt_slice *slice = RT_SLICE(self);
    return rt_str_format("slice(%R, %R, %R)", slice->start, slice->stop, slice->step);
}

/* Slices compare as the tuples of their parts. */
static rt_value slice_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_SLICE(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    if (self == other) return rt_retained(RT_BOOL(op == RT_EQ || op == RT_LE || op == RT_GE));
    rt_value a = rt_tuple_copy(3, &RT_SLICE(self)->start),
             b = rt_tuple_copy(3, &RT_SLICE(other)->start);
    rt_value result = rt_compare(op, a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return result;
}

rt_value rt_slice_indices(rt_value self, rt_value length)
{
    int64_t n;
    rt_slice_range range;
    if (!rt_to_i64(length, &n)) return 0;
    if (n < 0) return rt_raise_format(&rt_exc_ValueError, "length should not be negative");
    if (!rt_slice_resolve(self, n, &range)) return 0;
    return rt_tuple_of(
        3, (rt_value[]){rt_int_new(range.start), rt_int_new(range.stop), rt_int_new(range.step)});
}

static rt_value slice_start(rt_value self)
{
    return rt_retained(RT_SLICE(self)->start);
}
static rt_value slice_stop(rt_value self)
{
    return rt_retained(RT_SLICE(self)->stop);
}
static rt_value slice_step(rt_value self)
{
    return rt_retained(RT_SLICE(self)->step);
}

static const rt_getset_def slice_getsets[] = {
    {"start", slice_start, NULL}, {"stop", slice_stop, NULL}, {"step", slice_step, NULL}, {0}};

RT_METHODS(slice) = {
#include "lib/slice.def"
    RT_METHODS_END};

rt_type rt_slice_type = {
    .head = RT_TYPE_HEAD,
    .name = "slice",
    .size = sizeof(rt_slice),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = slice_dealloc,
    .construct = slice_construct,
    .repr = slice_repr,
    .compare = slice_compare,
    .methods = rt_slice_methods,
    .getsets = slice_getsets,
};
