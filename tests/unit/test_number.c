/* test_number.c: ints of both forms, floats as text, and rounding, through their C interface.
 * What programs see of them stands in tests/programs/; here it is the normal form, exactness and
 * the edges. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "exc/exception.h"
#include "lib/mersenne.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"

/* ---- helpers */

static int start_parts(void **state)
{
    (void)state;
    rt_init_exceptions();
#define RT_PART(part)                                                                              \
    void rt_init_##part(void);                                                                     \
    rt_init_##part();
#include "parts.def"
#undef RT_PART
    rt_state.depth_limit = 1000;
    return 0;
}

/* Consumes the value. */
static void assert_repr(rt_value v, const char *expected)
{
    assert_true(v != 0);
    rt_value text = rt_repr(v);
    assert_string_equal(rt_str_text(text, NULL), expected);
    RT_RELEASE(text);
    RT_RELEASE(v);
}

static rt_value parsed(const char *digits)
{
    return rt_int_parse(digits, strlen(digits), 10);
}

static void assert_raised(rt_value result, rt_type *type)
{
    assert_true(result == 0);
    assert_true(rt_pending(type));
    rt_clear_pending();
}

/* ---- ints */

static void ints_have_one_form(void **state)
{
    (void)state;
    assert_true(RT_IS_INT(rt_int_new(RT_INT_MAX)));
    assert_true(RT_IS_INT(rt_int_new(RT_INT_MIN)));
    rt_value big = rt_int_new(RT_INT_MAX + 1);
    assert_false(RT_IS_INT(big));
    rt_value back = rt_int_binary(RT_SUB, big, RT_INT(1));
    assert_true(back == RT_INT(RT_INT_MAX)); /* the result is tagged again */
    RT_RELEASE(big);
    assert_true(parsed("-4611686018427387904") == RT_INT(RT_INT_MIN));
    assert_repr(rt_int_new(INT64_MIN), "-9223372036854775808");
    assert_repr(rt_int_from_u64(UINT64_MAX), "18446744073709551615");
}

static void words_are_read_out_of_big_ints(void **state)
{
    (void)state;
    int64_t word;
    rt_value least = parsed("-9223372036854775808"), past = parsed("9223372036854775808");
    assert_true(rt_int_word(least, &word) && word == INT64_MIN);
    assert_false(rt_int_word(past, &word));
    assert_false(rt_to_i64(past, &word));
    assert_true(rt_pending(&rt_exc_OverflowError));
    rt_clear_pending();
    assert_true(rt_range_bound(past, 0, &word) && word == RT_INT_MAX / 2);
    RT_RELEASE(least);
    RT_RELEASE(past);
}

static void division_goes_down(void **state)
{
    (void)state;
    rt_value rest, a = parsed("-100000000000000000000"), b = RT_INT(7);
    assert_repr(rt_int_divmod(a, b, &rest), "-14285714285714285715");
    assert_true(rest == RT_INT(5));
    RT_RELEASE(a);
    assert_true(rt_int_divmod(RT_INT(-7), RT_INT(2), &rest) == RT_INT(-4));
    assert_true(rest == RT_INT(1));
    assert_raised(rt_int_divmod(RT_INT(1), RT_INT(0), &rest), &rt_exc_ZeroDivisionError);
}

static void powers_shifts_and_bits(void **state)
{
    (void)state;
    assert_repr(rt_int_binary(RT_POW, RT_INT(3), RT_INT(50)), "717897987691852588770249");
    assert_repr(rt_int_binary(RT_POW, RT_INT(2), RT_INT(-2)), "0.25");
    assert_repr(rt_int_pow_mod(RT_INT(3), RT_INT(-1), RT_INT(7)), "5");
    assert_repr(rt_int_binary(RT_LSHIFT, RT_INT(-1), RT_INT(70)), "-1180591620717411303424");
    assert_repr(rt_int_binary(RT_RSHIFT, RT_INT(-5), RT_INT(400)), "-1");
    rt_value big = parsed("-1180591620717411303425");
    assert_repr(rt_int_binary(RT_AND, big, RT_INT(255)), "255");
    assert_repr(rt_int_binary(RT_RSHIFT, big, RT_INT(70)), "-2");
    RT_RELEASE(big);
    assert_raised(rt_int_binary(RT_LSHIFT, RT_INT(1), RT_INT(-1)), &rt_exc_ValueError);
}

static void text_is_parsed_strictly(void **state)
{
    (void)state;
    assert_true(rt_int_parse(" 1_000 ", 7, 10) == RT_INT(1000));
    assert_true(rt_int_parse("0x_ff", 5, 0) == RT_INT(255));
    static const char *const bad[] = {"", "_1", "1_", "1__0", "0x", "- 1", "012", "9z"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_true(rt_int_parse(bad[i], strlen(bad[i]), 0) == 0);
        assert_false(RT_RAISED());
    }
}

static void long_texts_are_refused(void **state)
{
    (void)state;
    char digits[4302];
    memset(digits, '7', sizeof digits);
    assert_raised(rt_int_parse(digits, 4301, 10), &rt_exc_ValueError);
    rt_value most = rt_int_parse(digits, 4300, 10);
    rt_value text = rt_int_repr(most);
    assert_int_equal(rt_str_length(text), 4300);
    RT_RELEASE(text);
    RT_RELEASE(most);
}

static void equal_numbers_hash_alike(void **state)
{
    (void)state;
    rt_value whole = rt_float_new(0x1p80), big = rt_int_shift_left(RT_INT(1), 80);
    assert_int_equal(rt_int_hash(big), rt_double_hash(0x1p80, whole));
    assert_int_equal(rt_int_hash(RT_INT(-1)), -2);
    assert_int_equal(rt_double_hash(0.5, whole), 1152921504606846976);
    RT_RELEASE(whole);
    RT_RELEASE(big);
}

/* ---- between ints and floats */

static void comparison_with_floats_is_exact(void **state)
{
    (void)state;
    rt_value odd = rt_int_new(((int64_t)1 << 53) + 1);
    assert_int_equal(rt_int_compare_double(odd, 0x1p53), 1);
    assert_int_equal(rt_int_compare_double(RT_INT(3), 3.5), -1);
    assert_int_equal(rt_int_compare_double(RT_INT(-3), -3.5), 1);
    assert_int_equal(rt_int_compare_double(odd, HUGE_VAL), -1);
}

static void conversions_round_once(void **state)
{
    (void)state;
    double number;
    rt_value tie = rt_int_new(((int64_t)1 << 53) + 1), huge = rt_int_shift_left(RT_INT(1), 1024);
    assert_true(rt_int_to_double(tie, &number) && number == 0x1p53);
    assert_false(rt_int_to_double(huge, &number));
    assert_true(rt_pending(&rt_exc_OverflowError));
    rt_clear_pending();
    rt_value other = rt_int_shift_left(RT_INT(3), 1024);
    assert_repr(rt_int_true_divide(huge, other), "0.3333333333333333");
    RT_RELEASE(huge);
    RT_RELEASE(other);
    assert_raised(rt_int_from_double(NAN), &rt_exc_ValueError);
    assert_repr(rt_int_from_double(1e22), "10000000000000000000000");
}

/* ---- floats as text */

static void shortest_digits_read_back(void **state)
{
    (void)state;
    char text[RT_DOUBLE_ROOM + 1];
    for (int exponent = -1074; exponent < 1024; exponent++) { /* every power of two */
        double number = ldexp(1.0, exponent);
        text[rt_double_repr(number, text)] = '\0';
        assert_true(strtod(text, NULL) == number);
    }
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0.1, "0.1"},
        {1e16, "1e+16"},
        {123456789012345680.0, "1.2345678901234568e+17"},
        {1e15, "1000000000000000.0"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {5e-324, "5e-324"},
        {-0.0, "-0.0"},
        {9007199254740993.0, "9007199254740992.0"},
        {2e-323, "2e-323"},
        {HUGE_VAL, "inf"},
        {9.5367431640625e-7, "9.5367431640625e-07"},
        {0x1p-44, "5.684341886080802e-14"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text[rt_double_repr(cases[i].number, text)] = '\0';
        assert_string_equal(text, cases[i].text);
    }
}

static void floats_are_parsed_strictly(void **state)
{
    (void)state;
    double number;
    assert_true(rt_double_parse(" 1_0.5e-1 ", 10, &number) && number == 1.05);
    assert_true(rt_double_parse("-Infinity", 9, &number) && number == -HUGE_VAL);
    static const char *const bad[] = {"", "0x10", "1_", "1e", "1.5.2", "infinit", "nan(1)", "1 2"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(rt_double_parse(bad[i], strlen(bad[i]), &number));
}

static void rounding_is_half_to_even(void **state)
{
    (void)state;
    assert_true(rt_double_round(2.675, 2) == 2.67); /* below the tie, as the double is */
    assert_true(rt_double_round(0.125, 2) == 0.12);
    assert_true(rt_double_round(1250.0, -2) == 1200.0);
    assert_true(rt_double_round(5.0, -1) == 0.0);
    assert_repr(rt_int_round(RT_INT(25), RT_INT(-1)), "20");
    assert_repr(rt_int_round(RT_INT(-35), RT_INT(-1)), "-40");
    assert_repr(rt_number_round(RT_INT(7), RT_NONE), "7");
}

static void random_numbers_are_the_references(void **state)
{
    (void)state;
    rt_mersenne generator;
    rt_mersenne_seed(&generator, (uint32_t[]){0x123, 0x234, 0x345, 0x456}, 4);
    assert_int_equal(rt_mersenne_word(&generator), 1067595299u);
    assert_int_equal(rt_mersenne_word(&generator), 955945823u);
    unsigned char digest[64];
    rt_sha512((const unsigned char *)"abc", 3, digest);
    assert_memory_equal(digest, "\xdd\xaf\x35\xa1\x93\x61\x7a\xba", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ints_have_one_form),
        cmocka_unit_test(words_are_read_out_of_big_ints),
        cmocka_unit_test(division_goes_down),
        cmocka_unit_test(powers_shifts_and_bits),
        cmocka_unit_test(text_is_parsed_strictly),
        cmocka_unit_test(long_texts_are_refused),
        cmocka_unit_test(equal_numbers_hash_alike),
        cmocka_unit_test(comparison_with_floats_is_exact),
        cmocka_unit_test(conversions_round_once),
        cmocka_unit_test(shortest_digits_read_back),
        cmocka_unit_test(floats_are_parsed_strictly),
        cmocka_unit_test(rounding_is_half_to_even),
        cmocka_unit_test(random_numbers_are_the_references),
    };
    return cmocka_run_group_tests(tests, start_parts, NULL);
}
