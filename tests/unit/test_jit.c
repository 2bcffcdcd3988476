/* The JIT: C text in, a callable main() or libtcc's words out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "back/jit.h"

#define HEADER "#include \"asyncc.h\"\n"

static int run_text(const char *text, int argc)
{
    strbuf errors = {0};
    jit *j = jit_compile("test.c", text, &errors);
    assert_string_equal(strbuf_text(&errors), "");
    assert_non_null(j);
    int result = jit_entry(j)(argc, NULL);
    jit_free(j);
    strbuf_free(&errors);
    return result;
}

static void assert_refused(const char *text, const char *words)
{
    strbuf errors = {0};
    assert_null(jit_compile("test.c", text, &errors));
    assert_non_null(strstr(strbuf_text(&errors), words));
    strbuf_free(&errors);
}

static void runs_main(void **state)
{
    (void)state;
    assert_int_equal(run_text(HEADER "int main(int argc, char **argv) { return argc + 40; }", 2),
                     42);
}

static void sees_the_runtime(void **state)
{
    (void)state;
    assert_int_equal(
        run_text(HEADER "int main(void) { return RT_INT_VALUE(rt_add(RT_INT(40), RT_INT(2))); }",
                 0),
        42);
    assert_int_equal(
        run_text(HEADER "int main(void) { return RT_TYPE(RT_NONE) == &rt_none_type; }", 0), 1);
}

/* What libtcc does by calls, not by instructions of its own. */
static void has_its_helpers(void **state)
{
    (void)state;
    const char *conversions = HEADER "int main(int argc, char **argv)\n"
                                     "{\n"
                                     "    uint64_t big = 1ul << 63;\n"
                                     "    double d = big + argc;\n"
                                     "    return (uint64_t)d == big && (uint64_t)(d * 1.5) > big;\n"
                                     "}\n";
    const char *copies = HEADER "struct wide { long items[40]; };\n"
                                "int main(int argc, char **argv)\n"
                                "{\n"
                                "    struct wide a = {{0}}, b;\n"
                                "    a.items[39] = argc;\n"
                                "    b = a;\n"
                                "    return b.items[39];\n"
                                "}\n";
    assert_int_equal(run_text(conversions, 0), 1);
    assert_int_equal(run_text(copies, 7), 7);
}

/* Big enough for memory far from asyncc's own, where 32-bit displacements do not reach. */
static void runs_large_programs(void **state)
{
    (void)state;
    strbuf text = {0};
    strbuf_puts(&text, HEADER "static rt_value last = 0;\n"
                              "static rt_value *const slots[] = {&last};\n");
    for (int i = 0; i < 5000; i++)
        strbuf_printf(
            &text,
            "static rt_value f%d(rt_value v) { RT_RETAIN(v); return rt_add(v, RT_INT(%d)); }\n", i,
            i);
    strbuf_puts(&text, "int main(void)\n{\n    rt_value v = RT_INT(0);\n");
    for (int i = 0; i < 5000; i++) strbuf_printf(&text, "    v = f%d(v);\n", i);
    strbuf_puts(&text, "    *slots[0] = v;\n    return RT_INT_VALUE(last) == 12497500;\n}\n");
    assert_int_equal(run_text(strbuf_text(&text), 0), 1);
    strbuf_free(&text);
}

static void refuses_with_a_position(void **state)
{
    (void)state;
    assert_refused("/* a\n   comment */\n" HEADER "int main(void)\n{\n    return nowhere;\n}\n",
                   "test.c:6");
    assert_refused(HEADER "int absent(int);\nint main(void) { return absent(1); }\n", "absent");
    assert_refused(HEADER "int other(void) { return 1; }\n", "main()");
}

static void compiles_many_in_one_process(void **state)
{
    (void)state;
    for (int i = 0; i < 100; i++)
        assert_int_equal(run_text(HEADER "int main(int argc, char **argv) { return argc; }", i), i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_main),
        cmocka_unit_test(sees_the_runtime),
        cmocka_unit_test(has_its_helpers),
        cmocka_unit_test(runs_large_programs),
        cmocka_unit_test(refuses_with_a_position),
        cmocka_unit_test(compiles_many_in_one_process),
    };
    return cmocka_run_group_tests_name("jit", tests, NULL, NULL);
}
