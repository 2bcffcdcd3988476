/* test_text.c: strings and bytes through their C interface: code points, sharing, growth in
 * place, interning, codecs. What programs see of them stands in tests/programs/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/codec.h"
#include "value/format.h"
#include "value/str.h"
#include "value/text.h"
#include "value/unicode.h"

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

/* Consumes the str. */
static void assert_text(rt_value str, const char *expected)
{
    assert_true(str != 0);
    size_t size;
    assert_string_equal(rt_str_text(str, &size), expected);
    assert_int_equal(size, strlen(expected));
    RT_RELEASE(str);
}

static rt_value many(const char *unit, int times)
{
    rt_builder builder;
    rt_builder_init(&builder);
    while (times--) rt_builder_add_c(&builder, unit);
    return rt_builder_finish(&builder);
}

/* ---- str */

static void lengths_are_in_code_points(void **state)
{
    (void)state;
    rt_value str = rt_str_c("aé€😀");
    assert_int_equal(rt_str_length(str), 4);
    assert_int_equal(rt_str_code_at(str, 3), 0x1f600);
    assert_int_equal(rt_str_offset(str, 2), 3);
    assert_int_equal(rt_str_index_of(str, 6), 3);
    assert_text(rt_str_part(str, 1, 3), "é€");
    RT_RELEASE(str);
}

static void long_texts_are_indexed(void **state)
{
    (void)state;
    rt_value str = many("aé€", 200);
    for (size_t i = 0; i < 600; i++) {
        size_t offset = i / 3 * 6 + (size_t[]){0, 1, 3}[i % 3];
        assert_int_equal(rt_str_offset(str, i), offset);
        assert_int_equal(rt_str_index_of(str, offset), i);
    }
    assert_int_equal(rt_str_offset(str, 600), 1200);
    RT_RELEASE(str);
    str = many("é", 128); /* the length is a multiple of the stride */
    assert_int_equal(rt_str_offset(str, 127), 254);
    assert_int_equal(rt_str_offset(str, 128), 256);
    RT_RELEASE(str);
}

static void short_strings_are_shared(void **state)
{
    (void)state;
    rt_value a = rt_str_c("a"), b = rt_str_of_code('a'), latin = rt_str_c("é");
    assert_true(a == b);
    assert_true(latin == rt_str_of_code(0xe9));
    assert_true(rt_str_c("") == rt_str_empty());
}

static void names_are_interned_once(void **state)
{
    (void)state;
    rt_value name = rt_intern("some_name", 9);
    assert_true(name == rt_intern("some_name", 9));
    rt_value other = rt_str_c("some_name");
    assert_true(other != name);
    assert_true(rt_intern_value(other) == name);
    RT_RELEASE(other);
}

static void hashes_are_those_of_a_zero_seed(void **state)
{
    (void)state;
    rt_value ascii = rt_str_c("hello"), latin = rt_str_c("é"), wide = rt_str_c("日本"),
             wider = rt_str_c("😀");
    assert_int_equal(rt_str_hash(ascii), -2096571579003691106);
    assert_int_equal(rt_str_hash(latin), 6047309291227476195);
    assert_int_equal(rt_str_hash(wide), 6243316497235261705);
    assert_int_equal(rt_str_hash(wider), -3536540696076613844);
    RT_RELEASE(ascii);
    RT_RELEASE(wide);
    RT_RELEASE(wider);
}

static void appending_grows_in_place(void **state)
{
    (void)state;
    rt_value str = many("x", 200), tail = rt_str_c("yé");
    str = rt_inplace(RT_ADD, str, tail);
    rt_value kept = str, grown = rt_inplace(RT_ADD, str, tail);
    assert_true(grown == kept); /* nobody else held it */
    int64_t hash = rt_str_hash(grown);
    RT_RETAIN(grown);
    rt_value longer = rt_inplace(RT_ADD, grown, tail);
    assert_true(longer != grown); /* somebody did */
    assert_int_equal(rt_str_length(grown), 204);
    assert_int_equal(rt_str_length(longer), 206);
    assert_true(rt_str_hash(grown) == hash && rt_str_hash(longer) != hash);
    RT_RELEASE(grown);
    RT_RELEASE(longer);
    RT_RELEASE(tail);
}

static void order_is_by_code_points(void **state)
{
    (void)state;
    rt_value low = rt_str_c("\xed\xa0\x80"), high = rt_str_c("😀"), last = rt_str_c("\xef\xbf\xbd");
    assert_int_equal(rt_str_compare(low, high), -1);
    assert_int_equal(rt_str_compare(high, last), 1);
    assert_int_equal(rt_str_compare(last, last), 0);
    RT_RELEASE(low);
    RT_RELEASE(high);
    RT_RELEASE(last);
}

static void messages_are_formatted(void **state)
{
    (void)state;
    rt_value text = rt_str_c("it's");
    assert_text(rt_str_format("%s|%5d|%-4s|%.2s|%R|%V|%T|%%|%zu|%c", "a", 42, "b", "cde", text,
                              text, text, (size_t)7, 0x20ac),
                "a|   42|b   |cd|\"it's\"|it's|str|%|7|€");
    RT_RELEASE(text);
}

static void reprs_escape_what_python_escapes(void **state)
{
    (void)state;
    rt_value str = rt_str_new("a'\n\x7f\0é\xc2\xad\xed\xa0\x80", 12), text = rt_str_repr(str);
    assert_text(text, "\"a'\\n\\x7f\\x00é\\xad\\ud800\"");
    RT_RELEASE(str);
}

/* ---- formatting */

static void specifications_are_parsed(void **state)
{
    (void)state;
    rt_spec spec;
    rt_value text = rt_str_c("€^+#012_.3f"), bad = rt_str_c("5.");
    assert_true(rt_spec_parse(RT_INT(1), text, '>', 'd', &spec));
    assert_int_equal(spec.fill, 0x20ac);
    assert_int_equal(spec.align, '^');
    assert_int_equal(spec.width, 12);
    assert_int_equal(spec.precision, 3);
    assert_int_equal(spec.grouping, '_');
    assert_int_equal(spec.type, 'f');
    assert_false(rt_spec_parse(RT_INT(1), bad, '>', 'd', &spec));
    assert_true(rt_pending(&rt_exc_ValueError));
    rt_clear_pending();
    RT_RELEASE(text);
    RT_RELEASE(bad);
}

static void numbers_are_grouped(void **state)
{
    (void)state;
    rt_value spec = rt_str_c("012,d");
    assert_text(rt_format(RT_INT(-1234567), 0, spec), "-001,234,567");
    RT_RELEASE(spec);
    spec = rt_str_c("#_x");
    assert_text(rt_format(RT_INT(0x12345678), 0, spec), "0x1234_5678");
    RT_RELEASE(spec);
}

/* ---- bytes */

static void codecs_report_where_they_stop(void **state)
{
    (void)state;
    rt_value handler = rt_str_c("replace");
    assert_true(rt_decode("a\xe2\x82z", 4, 0, 0) == 0);
    assert_true(rt_pending(&rt_exc_UnicodeDecodeError));
    rt_clear_pending();
    assert_text(rt_decode("a\xe2\x82z", 4, 0, handler), "a\xef\xbf\xbdz");
    RT_RELEASE(handler);
    rt_value name = rt_str_c("UTF_16-LE"), str = rt_str_c("é😀");
    rt_value bytes = rt_encode(str, name, 0);
    assert_int_equal(RT_BYTES(bytes)->size, 6);
    assert_memory_equal(RT_BYTES(bytes)->text, "\xe9\x00\x3d\xd8\x00\xde", 6);
    rt_value back = rt_decode(RT_BYTES(bytes)->text, 6, name, 0);
    assert_true(rt_str_same(back, str));
    RT_RELEASE(back);
    RT_RELEASE(bytes);
    RT_RELEASE(name);
    RT_RELEASE(str);
}

static void bytearrays_are_spliced(void **state)
{
    (void)state;
    rt_value bytes = rt_bytearray_new("hello", 5);
    rt_bytearray_splice(bytes, 1, 3, "EYYY", 4);
    assert_string_equal(RT_BYTES(bytes)->text, "hEYYYlo");
    rt_bytearray_splice(bytes, 0, 5, "", 0);
    assert_string_equal(RT_BYTES(bytes)->text, "lo");
    RT_RELEASE(bytes);
}

static void properties_of_characters(void **state)
{
    (void)state;
    uint32_t mapped[3];
    assert_int_equal(rt_code_decimal_value(0x1d7d9), 1); /* mathematical double-struck one */
    assert_true(rt_code_is_digit(0xb2) && !rt_code_is_decimal(0xb2));
    assert_true(rt_code_is_numeric(0x4e94) &&
                !rt_code_is_digit(0x4e94)); /* the ideograph for five */
    assert_true(rt_code_is_space(0x3000) && !rt_code_is_space(0x200b));
    assert_int_equal(rt_code_upper(0xdf, mapped), 2);
    assert_int_equal(rt_code_fold(0x1e9e, mapped), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_in_code_points),
        cmocka_unit_test(long_texts_are_indexed),
        cmocka_unit_test(short_strings_are_shared),
        cmocka_unit_test(names_are_interned_once),
        cmocka_unit_test(hashes_are_those_of_a_zero_seed),
        cmocka_unit_test(appending_grows_in_place),
        cmocka_unit_test(order_is_by_code_points),
        cmocka_unit_test(messages_are_formatted),
        cmocka_unit_test(reprs_escape_what_python_escapes),
        cmocka_unit_test(specifications_are_parsed),
        cmocka_unit_test(numbers_are_grouped),
        cmocka_unit_test(codecs_report_where_they_stop),
        cmocka_unit_test(bytearrays_are_spliced),
        cmocka_unit_test(properties_of_characters),
    };
    return cmocka_run_group_tests(tests, start_parts, NULL);
}
