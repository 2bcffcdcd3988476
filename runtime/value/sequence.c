/* sequence.c: what lists and tuples share (sequence.h). */
#include "value/sequence.h"

#include "value/builder.h"
#include "value/slice.h"

void rt_copy_items(rt_value *to, const rt_value *from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) to[i] = rt_retained(from[i]);
}

/* Equality of items i of both runs, which stay alive during the comparison. */
static int items_equal(rt_value a, rt_value b)
{
    if (a == b) return 1;
    if (RT_BOTH_INT(a, b)) return 0;
    RT_RETAIN(a);
    RT_RETAIN(b);
    int equal = rt_equal(a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return equal;
}

static bool order_holds(rt_compare_op op, uint32_t a, uint32_t b)
{
    switch (op) {
    case RT_LT: return a < b;
    case RT_LE: return a <= b;
    case RT_EQ: return a == b;
    case RT_NE: return a != b;
    case RT_GT: return a > b;
    case RT_GE: return a >= b;
    }
    return false;
}

rt_value rt_run_compare(rt_compare_op op, rt_run a, rt_run b)
{
    if ((op == RT_EQ || op == RT_NE) && *a.count != *b.count)
        return rt_retained(RT_BOOL(op == RT_NE));
    if (!RT_ENTER_WHILE(" in comparison")) return 0;
    uint32_t i = 0;
    int equal = 1;
    while (i < *a.count && i < *b.count) {
        equal = items_equal((*a.items)[i], (*b.items)[i]);
        if (equal != 1) break;
        i++;
    }
    rt_value result = 0;
    if (equal >= 0) {
        bool differs = equal == 0 && i < *a.count && i < *b.count;
        if (!differs)
            result = rt_retained(RT_BOOL(order_holds(op, *a.count, *b.count)));
        else if (op == RT_EQ || op == RT_NE)
            result = rt_retained(RT_BOOL(op == RT_NE));
        else
            result = rt_compared(op, (*a.items)[i], (*b.items)[i]);
    }
    RT_LEAVE();
    return result;
}

int64_t rt_run_find(rt_run run, rt_value item, int64_t first, int64_t last)
{
    for (int64_t i = first; i < last && i < *run.count; i++) {
        int equal = items_equal((*run.items)[i], item);
        if (equal) return equal < 0 ? -2 : i;
    }
    return -1;
}

int64_t rt_run_count(rt_run run, rt_value item)
{
    int64_t count = 0;
    for (uint32_t i = 0; i < *run.count; i++) {
        int equal = items_equal((*run.items)[i], item);
        if (equal < 0) return -1;
        count += equal;
    }
    return count;
}

rt_value rt_run_repr(rt_value self, rt_run run, const rt_brackets *brackets)
{
    if (!rt_repr_enter(self)) return rt_str_c(brackets->recursive);
    rt_builder text;
    rt_builder_init(&text);
    rt_builder_add_c(&text, brackets->open);
    for (uint32_t i = 0; i < *run.count && !text.failed; i++) {
        if (i) rt_builder_add_c(&text, ", ");
        rt_value item = rt_retained((*run.items)[i]);
        rt_builder_add_repr(&text, item);
        RT_RELEASE(item);
    }
    if (brackets->lone_comma && *run.count == 1) rt_builder_add_c(&text, ",");
    rt_builder_add_c(&text, brackets->close);
    rt_repr_leave();
    return rt_builder_finish(&text);
}

bool rt_defines_operators(rt_value operand)
{
    rt_type *type = RT_TYPE(operand);
    return (type->flags & RT_TYPE_HEAP) && type->binary;
}

bool rt_repeat_count(rt_value factor, uint32_t count, uint32_t *times)
{
    int64_t n;
    if (!rt_has_index(factor))
        return rt_raise_format(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                               factor);
    if (!rt_index_clamped(factor, &n)) return false;
    if (n < 0) n = 0;
    if (n == INT64_MAX)
        return rt_raise_format(&rt_exc_OverflowError, "cannot fit '%T' into an index-sized integer",
                               factor);
    if (count && n > UINT32_MAX / count) return rt_raise_format(&rt_exc_MemoryError, "");
    *times = count ? (uint32_t)n : 0;
    return true;
}
