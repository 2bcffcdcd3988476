/* test_containers.c: lists, tuples, dicts, sets, ranges, slices and sorting through their C
 * interface. What programs see of them stands in tests/programs/; here it is ownership, the tables'
 * growth and the order in which sets are walked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "exc/exception.h"
#include "value/dict.h"
#include "value/iterator.h"
#include "value/list.h"
#include "value/set.h"
#include "value/slice.h"
#include "value/tuple.h"

/* ---- helpers */

static void start_parts(void)
{
    rt_init_exceptions();
#define RT_PART(part)                                                                              \
    void rt_init_##part(void);                                                                     \
    rt_init_##part();
#include "parts.def"
#undef RT_PART
    rt_state.depth_limit = 1000;
}

static rt_value ints(uint32_t count, const int64_t *numbers)
{
    rt_value list = rt_list_new(count);
    for (uint32_t i = 0; i < count; i++) rt_list_push(list, RT_INT(numbers[i]));
    return list;
}
#define INTS(...) ints(sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t), (int64_t[]){__VA_ARGS__})

/* Consumes the value. */
static void assert_repr(rt_value v, const char *expected)
{
    assert_true(v != 0);
    rt_value text = rt_repr(v);
    assert_true(text != 0);
    assert_string_equal(rt_str_text(text, &(size_t){0}), expected);
    RT_RELEASE(text);
    RT_RELEASE(v);
}

/* The pending exception is of that type; drops it. */
static void assert_raised(rt_type *type)
{
    assert_true(rt_pending(type));
    rt_clear_pending();
}

static rt_value slice(int64_t start, int64_t stop, int64_t step)
{
    return rt_slice_new(RT_INT(start), RT_INT(stop), RT_INT(step));
}

/* ---- lists and tuples */

static void list_grows_and_prints(void **state)
{
    (void)state;
    rt_value list = rt_list_new(0);
    for (int i = 0; i < 100; i++) assert_true(rt_list_push(list, RT_INT(i)));
    assert_int_equal(rt_length(list), 100);
    assert_int_equal(rt_getitem(list, RT_INT(-1)), RT_INT(99));
    rt_value part = slice(0, 100, 30);
    assert_repr(rt_getitem(list, part), "[0, 30, 60, 90]");
    RT_RELEASE(part);
    assert_true(rt_getitem(list, RT_INT(100)) == 0);
    assert_raised(&rt_exc_IndexError);
    RT_RELEASE(list);
}

static void list_slices_are_assigned_and_deleted(void **state)
{
    (void)state;
    rt_value list = INTS(0, 1, 2, 3, 4, 5, 6, 7), key = slice(1, 7, 2), items = INTS(10, 30, 50);
    assert_true(rt_setitem(list, key, items));
    assert_repr(rt_retained(list), "[0, 10, 2, 30, 4, 50, 6, 7]");
    assert_true(rt_delitem(list, key));
    assert_repr(rt_retained(list), "[0, 2, 4, 6, 7]");
    rt_value whole = slice(1, 2, 1);
    assert_true(rt_setitem(list, whole, items));
    assert_repr(rt_retained(list), "[0, 10, 30, 50, 4, 6, 7]");
    assert_false(rt_setitem(list, key, RT_INT(5)));
    assert_raised(&rt_exc_TypeError);
    RT_RELEASE(whole);
    RT_RELEASE(items);
    RT_RELEASE(key);
    RT_RELEASE(list);
}

static void list_that_holds_itself_prints(void **state)
{
    (void)state;
    rt_value list = rt_list_new(1);
    rt_list_push(list, rt_retained(list));
    assert_repr(rt_retained(list), "[[...]]");
    rt_list_drop_items(RT_LIST(list));
    RT_RELEASE(list);
}

static void sequences_compare_by_first_difference(void **state)
{
    (void)state;
    rt_value a = INTS(1, 2, 3), b = INTS(1, 3), pair = rt_tuple_from(b);
    assert_int_equal(rt_compare_truth(RT_LT, a, b), 1);
    assert_int_equal(rt_compare_truth(RT_EQ, a, b), 0);
    assert_int_equal(rt_compare_truth(RT_EQ, b, pair), 0);
    assert_repr(rt_binary(RT_ADD, a, b), "[1, 2, 3, 1, 3]");
    assert_repr(rt_binary(RT_MUL, pair, RT_INT(2)), "(1, 3, 1, 3)");
    assert_true(rt_binary(RT_ADD, a, pair) == 0);
    assert_raised(&rt_exc_TypeError);
    RT_RELEASE(a);
    RT_RELEASE(b);
    RT_RELEASE(pair);
}

static void tuple_hash_is_cpythons(void **state)
{
    (void)state;
    rt_value tuple = rt_tuple_of(3, (rt_value[]){RT_INT(1), RT_INT(2), RT_INT(3)});
    assert_int_equal(rt_hash(tuple), 529344067295497451);
    RT_RELEASE(tuple);
    tuple = rt_tuple_new(0);
    assert_int_equal(rt_hash(tuple), 5740354900026072187);
    RT_RELEASE(tuple);
}

static void sort_is_stable(void **state)
{
    (void)state;
    rt_value list = rt_list_new(0), tail;
    for (int i = 0; i < 500; i++)
        rt_list_push(list, rt_tuple_of(2, (rt_value[]){RT_INT(i * 7919 % 10), RT_INT(i)}));
    assert_true(rt_list_sort_by(list, 0, false));
    for (int i = 1; i < 500; i++)
        assert_int_equal(
            rt_compare_truth(RT_LT, RT_LIST(list)->items[i - 1], RT_LIST(list)->items[i]), 1);
    assert_true(rt_list_sort_by(list, 0, true));
    tail = rt_getitem(list, RT_INT(499));
    assert_repr(tail, "(0, 0)");
    RT_RELEASE(list);
}

static void sort_reports_failing_comparisons(void **state)
{
    (void)state;
    rt_value list = INTS(3, 1, 2);
    rt_list_push(list, rt_retained(RT_NONE));
    assert_false(rt_list_sort_by(list, 0, false));
    assert_raised(&rt_exc_TypeError);
    assert_int_equal(rt_length(list), 4);
    RT_RELEASE(list);
}

/* ---- dicts */

static void dict_keeps_insertion_order(void **state)
{
    (void)state;
    rt_value dict = rt_dict_new();
    for (int i = 0; i < 1000; i++) assert_true(rt_dict_store(dict, RT_INT(i * 17), RT_INT(i)));
    for (int i = 0; i < 1000; i += 2) assert_int_equal(rt_dict_delete(dict, RT_INT(i * 17)), 1);
    assert_int_equal(rt_dict_delete(dict, RT_INT(0)), 0);
    for (int i = 0; i < 10; i++) assert_true(rt_dict_store(dict, RT_INT(-i - 1), RT_INT(i)));
    assert_int_equal(rt_length(dict), 510);
    uint32_t cursor = 0;
    rt_value key, item;
    for (int i = 1; i < 1000; i += 2) {
        assert_true(rt_dict_iterate(dict, &cursor, &key, &item));
        assert_int_equal(RT_INT_VALUE(key), i * 17);
        assert_int_equal(RT_INT_VALUE(item), i);
    }
    RT_RELEASE(dict);
}

static void dict_survives_a_queue_of_keys(void **state)
{
    (void)state;
    rt_value dict = rt_dict_new(), key, item;
    for (int i = 0; i < 10000; i++) {
        rt_dict_store(dict, RT_INT(i), RT_INT(i));
        if (i >= 3) assert_int_equal(rt_dict_delete(dict, RT_INT(i - 3)), 1);
    }
    for (int i = 0; i < 10000; i++) {
        rt_dict_store(dict, RT_INT(i + 20000), RT_INT(i));
        assert_true(rt_dict_take_last(RT_DICT(dict), &key, &item));
        assert_int_equal(RT_INT_VALUE(key), i + 20000);
    }
    assert_repr(dict, "{9997: 9997, 9998: 9998, 9999: 9999}");
}

static void dict_iterator_notices_changes(void **state)
{
    (void)state;
    rt_value dict = rt_dict_of(2, (rt_value[]){RT_INT(1), RT_INT(2), RT_INT(3), RT_INT(4)});
    rt_value iterator = rt_iter(dict);
    assert_int_equal(rt_next(iterator), RT_INT(1));
    rt_dict_store(dict, RT_INT(5), RT_INT(6));
    assert_true(rt_next(iterator) == 0);
    assert_raised(&rt_exc_RuntimeError);
    RT_RELEASE(iterator);
    assert_repr(dict, "{1: 2, 3: 4, 5: 6}");
}

static void dict_refuses_unhashable_keys(void **state)
{
    (void)state;
    rt_value dict = rt_dict_new(), key = rt_list_new(0);
    assert_false(rt_dict_store(dict, key, RT_INT(1)));
    assert_raised(&rt_exc_TypeError);
    RT_RELEASE(key);
    RT_RELEASE(dict);
}

/* ---- sets: the expectations are what CPython prints */

static void sets_are_walked_in_cpythons_order(void **state)
{
    (void)state;
    rt_value numbers = INTS(100, 3, 8, -5, 16, 7, 24, 1000000007, 33, 5),
             set = rt_set_make_from(&rt_set_type, numbers);
    assert_repr(rt_retained(set), "{33, 3, 100, 5, 7, 8, 1000000007, 16, 24, -5}");
    rt_value other = rt_set_of(3, (rt_value[]){RT_INT(8), RT_INT(64), RT_INT(3)});
    assert_repr(rt_binary(RT_SUB, set, other), "{33, 100, 5, 1000000007, 7, 16, 24, -5}");
    assert_repr(rt_binary(RT_AND, set, other), "{8, 3}");
    assert_repr(rt_binary(RT_XOR, set, other), "{64, 33, 100, 5, 7, 1000000007, 16, 24, -5}");
    RT_RELEASE(numbers);
    RT_RELEASE(set);
    RT_RELEASE(other);
}

static void frozenset_hash_is_cpythons(void **state)
{
    (void)state;
    rt_value numbers = INTS(1, 2, 3), set = rt_set_make_from(&rt_frozenset_type, numbers);
    assert_int_equal(rt_hash(set), -272375401224217160);
    RT_RELEASE(numbers);
    RT_RELEASE(set);
}

/* ---- slices, ranges, unpacking */

static void slices_resolve(void **state)
{
    (void)state;
    rt_slice_range range;
    rt_value backwards = rt_slice_new(RT_NONE, RT_NONE, RT_INT(-2));
    assert_true(rt_slice_resolve(backwards, 5, &range));
    assert_int_equal(range.start, 4);
    assert_int_equal(range.count, 3);
    assert_repr(backwards, "slice(None, None, -2)");
    rt_value nowhere = slice(0, 5, 0);
    assert_false(rt_slice_resolve(nowhere, 5, &range));
    assert_raised(&rt_exc_ValueError);
    RT_RELEASE(nowhere);
}

static void ranges_count_past_words(void **state)
{
    (void)state;
    rt_value big = rt_binary(RT_LSHIFT, RT_INT(1), RT_INT(70)), end = rt_add(big, RT_INT(3));
    rt_value range = rt_call2((rt_value)&rt_range_type, big, end);
    assert_int_equal(rt_length(range), 3);
    rt_value list = rt_list_from(range);
    assert_repr(list, "[1180591620717411303424, 1180591620717411303425, 1180591620717411303426]");
    RT_RELEASE(range);
    RT_RELEASE(end);
    RT_RELEASE(big);
}

static void unpacking_counts(void **state)
{
    (void)state;
    rt_value list = INTS(1, 2, 3, 4);
    assert_repr(rt_unpack_star(list, 1, 1), "(1, [2, 3], 4)");
    assert_repr(rt_unpack(list, 4), "(1, 2, 3, 4)");
    assert_true(rt_unpack(list, 5) == 0);
    assert_raised(&rt_exc_ValueError);
    assert_true(rt_unpack_star(RT_INT(5), 1, 1) == 0);
    assert_raised(&rt_exc_TypeError);
    RT_RELEASE(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_grows_and_prints),
        cmocka_unit_test(list_slices_are_assigned_and_deleted),
        cmocka_unit_test(list_that_holds_itself_prints),
        cmocka_unit_test(sequences_compare_by_first_difference),
        cmocka_unit_test(tuple_hash_is_cpythons),
        cmocka_unit_test(sort_is_stable),
        cmocka_unit_test(sort_reports_failing_comparisons),
        cmocka_unit_test(dict_keeps_insertion_order),
        cmocka_unit_test(dict_survives_a_queue_of_keys),
        cmocka_unit_test(dict_iterator_notices_changes),
        cmocka_unit_test(dict_refuses_unhashable_keys),
        cmocka_unit_test(sets_are_walked_in_cpythons_order),
        cmocka_unit_test(frozenset_hash_is_cpythons),
        cmocka_unit_test(slices_resolve),
        cmocka_unit_test(ranges_count_past_words),
        cmocka_unit_test(unpacking_counts),
    };
    start_parts();
    return cmocka_run_group_tests_name("containers", tests, NULL, NULL);
}
