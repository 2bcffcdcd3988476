/* random_sequence.c: the module random: choices out of sequences, samples and shuffles. In: any
 * sequences; out: items and lists of items, in CPython's order for equal seeds. */
#include <math.h>
#include "lib/random.h"
#include "value/float.h"
#include "value/int.h"
#include "value/list.h"
#include "value/str.h"
#include "value/bytes.h"

rt_value rt_generator_choice(rt_value self, rt_value seq)
{
    int64_t count = rt_length(seq);
    if (count < 0) return 0;
    if (count == 0)
        return rt_raise_format(&rt_exc_IndexError, "Cannot choose from an empty sequence");
    return rt_getitem(seq, RT_INT(rt_random_below_word(self, (uint64_t)count)));
}

static bool swap_items(rt_value x, int64_t i, int64_t j)
{
    rt_value a = rt_getitem(x, RT_INT(i)), b = a ? rt_getitem(x, RT_INT(j)) : 0;
    bool swapped = b && rt_setitem(x, RT_INT(i), b) && rt_setitem(x, RT_INT(j), a);
    RT_RELEASE_OPT(a);
    RT_RELEASE_OPT(b);
    return swapped;
}

rt_value rt_generator_shuffle(rt_value self, rt_value x)
{
    int64_t count = rt_length(x);
    if (count < 0) return 0;
    for (int64_t i = count - 1; i > 0; i--)
        if (!swap_items(x, i, (int64_t)rt_random_below_word(self, (uint64_t)i + 1))) return 0;
    return rt_retained(RT_NONE);
}

/* ---- sample ---------------------------------------------------------------------------------- */

/* From a copy of the population: what is taken leaves its place to the last item. */
static rt_value sample_pool(rt_value self, rt_value population, int64_t count, int64_t k)
{
    rt_value pool = rt_list_from(population);
    if (!pool) return 0;
    rt_value *items = RT_LIST(pool)->items, result = rt_list_new((uint32_t)k);
    for (int64_t i = 0; i < k; i++) {
        uint64_t j = rt_random_below_word(self, (uint64_t)(count - i));
        rt_list_push(result, rt_retained(items[j]));
        rt_value last = rt_retained(items[count - i - 1]);
        RT_RELEASE(items[j]);
        items[j] = last;
    }
    RT_RELEASE(pool);
    return result;
}

/* From a large population: places are drawn until k different ones are found. */
static rt_value sample_places(rt_value self, rt_value population, int64_t count, int64_t k)
{
    rt_value selected = rt_set_new(), result = rt_list_new((uint32_t)k);
    for (int64_t i = 0; i < k; i++) {
        rt_value place;
        do place = RT_INT(rt_random_below_word(self, (uint64_t)count));
        while (rt_contains(selected, place) > 0);
        rt_set_push(selected, place);
        rt_value item = rt_getitem(population, place);
        if (!item) {
            RT_RELEASE(result);
            result = 0;
            break;
        }
        rt_list_push(result, item);
    }
    RT_RELEASE(selected);
    return result;
}

static rt_value sample(rt_value self, rt_value population, int64_t count, int64_t k)
{
    if (k < 0 || k > count)
        return rt_raise_format(&rt_exc_ValueError, "Sample larger than population or is negative");
    double set_size = 21; /* a set of k places takes as much room as a list of so many items */
    if (k > 5) set_size += pow(4, ceil(log((double)k * 3) / log(4)));
    return (double)count <= set_size ? sample_pool(self, population, count, k)
                                     : sample_places(self, population, count, k);
}

static bool is_sequence(rt_value v)
{
    rt_type *const types[] = {&rt_list_type,  &rt_tuple_type, &rt_str_type,
                              &rt_range_type, &rt_bytes_type, &rt_bytearray_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (rt_is_instance_of(v, types[i])) return true;
    return false;
}

/* Running sums, as a list. */
static rt_value accumulate(rt_value items)
{
    rt_value iterator = rt_iter(items), item, total = 0;
    if (!iterator) return 0;
    rt_value sums = rt_list_new(0);
    while (!RT_RAISED() && (item = rt_next(iterator))) {
        rt_value sum = total ? rt_binary(RT_ADD, total, item) : rt_retained(item);
        RT_RELEASE(item);
        total = sum;
        if (sum) rt_list_push(sums, sum);
    }
    RT_RELEASE(iterator);
    if (!RT_RAISED()) return sums;
    RT_RELEASE(sums);
    return 0;
}

/* The first place in a sorted list whose item is greater than v; -1 = raised. */
static int64_t bisect(rt_value sums, rt_value v, int64_t low, int64_t high)
{
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        int less = rt_lt(v, RT_LIST(sums)->items[middle]);
        if (less < 0) return -1;
        if (less)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Each item stands for as many as its count says. */
static rt_value sample_counted(rt_value self, rt_value population, int64_t count, rt_value k,
                               rt_value sums)
{
    uint32_t last = RT_LIST(sums)->count - 1;
    if ((int64_t)last + 1 != count)
        return rt_raise_format(&rt_exc_ValueError,
                               "The number of counts does not match the population");
    rt_value total = RT_LIST(sums)->items[last];
    if (!rt_is_int(total)) return rt_raise_format(&rt_exc_TypeError, "Counts must be integers");
    if (rt_int_sign(total) <= 0)
        return rt_raise_format(&rt_exc_ValueError, "Total of counts must be greater than zero");
    rt_value range = rt_call1((rt_value)&rt_range_type, total);
    rt_value places = range ? rt_generator_sample(self, range, k, 0) : 0;
    RT_RELEASE_OPT(range);
    for (uint32_t i = 0; places && i < RT_LIST(places)->count; i++) {
        rt_value *slot = &RT_LIST(places)->items[i];
        int64_t place = bisect(sums, *slot, 0, last);
        rt_value item = place < 0 ? 0 : rt_getitem(population, RT_INT(place));
        if (!item) {
            RT_RELEASE(places);
            return 0;
        }
        RT_RELEASE(*slot);
        *slot = item;
    }
    return places;
}

rt_value rt_generator_sample(rt_value self, rt_value population, rt_value k, rt_value counts)
{
    int64_t size;
    if (!is_sequence(population))
        return rt_raise_format(&rt_exc_TypeError,
                               "Population must be a sequence.  For dicts or sets, use sorted(d).");
    int64_t count = rt_length(population);
    if (count < 0) return 0;
    if (!counts || counts == RT_NONE)
        return rt_to_i64(k, &size) ? sample(self, population, count, size) : 0;
    rt_value sums = accumulate(counts);
    rt_value result = 0;
    if (sums && RT_LIST(sums)->count)
        result = sample_counted(self, population, count, k, sums);
    else if (sums)
        rt_raise_format(&rt_exc_ValueError, "The number of counts does not match the population");
    RT_RELEASE_OPT(sums);
    return result;
}

/* ---- choices --------------------------------------------------------------------------------- */

static rt_value choose_evenly(rt_value self, rt_value population, int64_t count, int64_t k)
{
    rt_value result = rt_list_new(0);
    for (int64_t i = 0; i < k; i++) {
        int64_t place = (int64_t)floor(rt_random_double(self) * (double)count);
        rt_value item = rt_getitem(population, RT_INT(place));
        if (!item) {
            RT_RELEASE(result);
            return 0;
        }
        rt_list_push(result, item);
    }
    return result;
}

/* The last sum as a double that can be drawn from. */
static bool check_total(rt_value sums, double *total)
{
    rt_value last = RT_LIST(sums)->items[RT_LIST(sums)->count - 1];
    rt_value zero = rt_float_new(0.0), sum = rt_binary(RT_ADD, last, zero);
    RT_RELEASE(zero);
    if (!sum) return false;
    *total = rt_float_value(sum);
    RT_RELEASE(sum);
    if (*total <= 0.0)
        rt_raise_format(&rt_exc_ValueError, "Total of weights must be greater than zero");
    else if (!isfinite(*total))
        rt_raise_format(&rt_exc_ValueError, "Total of weights must be finite");
    return !RT_RAISED();
}

static rt_value choose_weighted(rt_value self, rt_value population, rt_value sums, int64_t count,
                                int64_t k)
{
    double total;
    if ((int64_t)RT_LIST(sums)->count != count)
        return rt_raise_format(&rt_exc_ValueError,
                               "The number of weights does not match the population");
    if (count == 0) return rt_raise_format(&rt_exc_IndexError, "list index out of range");
    if (!check_total(sums, &total)) return 0;
    rt_value result = rt_list_new(0);
    for (int64_t i = 0; i < k; i++) {
        rt_value drawn = rt_float_new(rt_random_double(self) * total);
        int64_t place = bisect(sums, drawn, 0, count - 1);
        RT_RELEASE(drawn);
        rt_value item = place < 0 ? 0 : rt_getitem(population, RT_INT(place));
        if (!item) {
            RT_RELEASE(result);
            return 0;
        }
        rt_list_push(result, item);
    }
    return result;
}

/* The cumulative weights as a list: owned; 0 = raised. */
static rt_value weight_sums(rt_value weights, rt_value cum_weights)
{
    if (cum_weights) {
        if (weights)
            return rt_raise_format(&rt_exc_TypeError,
                                   "Cannot specify both weights and cumulative weights");
        return rt_list_from(cum_weights);
    }
    if (rt_is_int(weights))
        return rt_raise_format(&rt_exc_TypeError,
                               "The number of choices must be a keyword argument: k=%V", weights);
    return accumulate(weights);
}

rt_value rt_generator_choices(rt_value self, rt_value population, rt_value weights,
                              rt_value cum_weights, rt_value k)
{
    int64_t size = 1, count = rt_length(population);
    if (count < 0 || (k && !rt_to_i64(k, &size))) return 0;
    if (weights == RT_NONE) weights = 0;
    if (cum_weights == RT_NONE) cum_weights = 0;
    if (!weights && !cum_weights) return choose_evenly(self, population, count, size);
    rt_value sums = weight_sums(weights, cum_weights);
    rt_value result = sums ? choose_weighted(self, population, sums, count, size) : 0;
    RT_RELEASE_OPT(sums);
    return result;
}
