/* Exceptions through their C interface: chaining, text, tracebacks with markers, groups. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exc/caret.h"
#include "exc/exception.h"
#include "value/list.h"
#include "value/tuple.h"

static const char text[] = "def f(a, b):\n    return a + b[0]\n\nx = f(1, [2])\n";
static const rt_source source = {"test.py", text, sizeof(text) - 1, "__main__"};
static const rt_position positions[] = {{2, 11, 2, 19}, {4, 4, 4, 13}, {2, 4, 2, 19}};
static const rt_code f_code = {
    .name = "f", .qualname = "f", .source = &source, .positions = positions};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source, .positions = positions};

/* ---- helpers ---- */

static void assert_text(rt_value v, const char *expected)
{
    assert_true(v != 0);
    assert_string_equal(rt_str_text(v, NULL), expected);
    RT_RELEASE(v);
}

static void assert_marks(const char *expression, const char *expected)
{
    size_t start = 0, end = 0;
    bool found = rt_find_anchor(expression, strlen(expression), &start, &end);
    assert_int_equal(found, expected != NULL);
    if (!expected) return;
    assert_int_equal(end - start, strlen(expected));
    assert_memory_equal(expression + start, expected, end - start);
}

/* ---- tests ---- */

static void anchors_are_operators_or_subscripts(void **state)
{
    (void)state;
    assert_marks("a + b", "+");
    assert_marks("a * b + c // d", "+");
    assert_marks("a - b - c", "-");
    assert_marks("a ** b ** c", "**");
    assert_marks("(a + b) * -c", "*");
    assert_marks("x.y[z + 1]", "[z + 1]");
    assert_marks("'a+b' % c", "%");
    assert_marks("1e-5 / x", "/");
    assert_marks("f(a + b)", NULL);
    assert_marks("-a[0]", NULL);
    assert_marks("not a + b", NULL);
    assert_marks("a + b < c", NULL);
    assert_marks("await a[0]", NULL);
    assert_marks("return a + b", NULL);
}

static void a_traceback_shows_lines_and_markers(void **state)
{
    (void)state;
    rt_raise_format(&rt_exc_TypeError, "no %s", "sum");
    rt_trace(&f_code, 0);
    rt_trace(&module_code, 1);
    rt_value exception = rt_catch();
    assert_text(rt_exc_format(exception), "Traceback (most recent call last):\n"
                                                "  File \"test.py\", line 4, in <module>\n"
                                                "    x = f(1, [2])\n"
                                                "        ^^^^^^^^^\n"
                                                "  File \"test.py\", line 2, in f\n"
                                                "    return a + b[0]\n"
                                                "           ~~^~~~~~\n"
                                                "TypeError: no sum\n");
    RT_RELEASE(exception);
}

static void a_marker_below_a_whole_line_says_nothing(void **state)
{
    (void)state;
    rt_raise_new(&rt_exc_ValueError, 0, NULL);
    for (int i = 0; i < 5; i++) rt_trace(&f_code, 2);
    rt_value exception = rt_catch();
    assert_text(rt_exc_format(exception),
                "Traceback (most recent call last):\n"
                "  File \"test.py\", line 2, in f\n    return a + b[0]\n"
                "  File \"test.py\", line 2, in f\n    return a + b[0]\n"
                "  File \"test.py\", line 2, in f\n    return a + b[0]\n"
                "  [Previous line repeated 2 more times]\n"
                "ValueError\n");
    RT_RELEASE(exception);
}

static void what_is_handled_becomes_the_context(void **state)
{
    (void)state;
    rt_raise_format(&rt_exc_KeyError, "first");
    rt_value first = rt_catch(), outer = rt_enter_handler(first);
    rt_raise_format(&rt_exc_ValueError, "second");
    rt_value second = rt_catch();
    rt_leave_handler(outer);
    assert_true(RT_EXCEPTION_OBJECT(second)->context == first);
    assert_text(rt_exc_format(second), "KeyError: 'first'\n\nDuring handling of the above "
                                             "exception, another exception occurred:\n\n"
                                             "ValueError: second\n");
    RT_RELEASE(second);
    RT_RELEASE(first);
}

static void a_cause_hides_the_context(void **state)
{
    (void)state;
    rt_raise((rt_value)&rt_exc_ValueError, (rt_value)&rt_exc_KeyError);
    rt_value exception = rt_catch();
    assert_text(rt_exc_format(exception),
                "KeyError\n\nThe above exception was the direct cause of the following "
                "exception:\n\nValueError\n");
    RT_RELEASE(exception);
    rt_raise(RT_INT(1), 0);
    assert_true(rt_pending(&rt_exc_TypeError));
    rt_clear_pending();
}

static void os_errors_are_of_the_class_of_their_number(void **state)
{
    (void)state;
    rt_value file = rt_str_c("f.txt");
    rt_raise_os_error(2, file);
    assert_true(rt_pending(&rt_exc_FileNotFoundError));
    rt_value exception = rt_catch();
    assert_text(rt_str(exception), "[Errno 2] No such file or directory: 'f.txt'");
    assert_text(rt_repr(exception), "FileNotFoundError(2, 'No such file or directory')");
    RT_RELEASE(exception);
    RT_RELEASE(file);
}

static rt_value new_exception(rt_type *type, const char *message)
{
    rt_value argument = rt_str_c(message), exception = rt_exc_new(type, 1, &argument);
    RT_RELEASE(argument);
    return exception;
}

static rt_value new_group(void)
{
    rt_value members = rt_tuple_of(2, (rt_value[]){new_exception(&rt_exc_ValueError, "v"),
                                                   new_exception(&rt_exc_TypeError, "t")});
    rt_value message = rt_str_c("both"), args[] = {message, members};
    rt_value group = rt_exc_new(&rt_exc_BaseExceptionGroup, 2, args);
    RT_RELEASE(message);
    RT_RELEASE(members);
    return group;
}

static void groups_split_by_type(void **state)
{
    (void)state;
    rt_value group = new_group();
    assert_true(rt_is_instance_of(group, &rt_exc_ExceptionGroup) &&
                rt_is_instance_of(group, &rt_exc_Exception));
    rt_value both = rt_exc_split(group, (rt_value)&rt_exc_ValueError);
    assert_text(rt_repr(RT_TUPLE(both)->items[0]), "ExceptionGroup('both', [ValueError('v')])");
    assert_text(rt_repr(RT_TUPLE(both)->items[1]), "ExceptionGroup('both', [TypeError('t')])");
    RT_RELEASE(both);
    both = rt_exc_split(group, (rt_value)&rt_exc_KeyError);
    assert_true(RT_TUPLE(both)->items[0] == RT_NONE && RT_TUPLE(both)->items[1] == group);
    RT_RELEASE(both);
    RT_RELEASE(group);
}

static void what_is_left_of_a_group_is_raised_again(void **state)
{
    (void)state;
    rt_value group = new_group(), both = rt_exc_split(group, (rt_value)&rt_exc_ValueError);
    rt_value raised = rt_list_of(1, (rt_value[]){rt_retained(RT_TUPLE(both)->items[1])});
    assert_text(rt_repr(RT_TUPLE(both)->items[1]), "ExceptionGroup('both', [TypeError('t')])");
    rt_value rest = rt_exc_regroup(group, raised);
    assert_text(rt_repr(rest), "ExceptionGroup('both', [TypeError('t')])");
    RT_RELEASE(rest);
    rt_list_drop_items(RT_LIST(raised));
    rest = rt_exc_regroup(group, raised);
    assert_true(rest == RT_NONE);
    RT_RELEASE(raised);
    RT_RELEASE(both);
    RT_RELEASE(group);
}

static int failures;

static rt_value main_body(const rt_value *cells, const rt_value *args)
{
    (void)cells, (void)args;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(anchors_are_operators_or_subscripts),
        cmocka_unit_test(a_traceback_shows_lines_and_markers),
        cmocka_unit_test(a_marker_below_a_whole_line_says_nothing),
        cmocka_unit_test(what_is_handled_becomes_the_context),
        cmocka_unit_test(a_cause_hides_the_context),
        cmocka_unit_test(os_errors_are_of_the_class_of_their_number),
        cmocka_unit_test(groups_split_by_type),
        cmocka_unit_test(what_is_left_of_a_group_is_raised_again),
    };
    failures = cmocka_run_group_tests_name("exceptions", tests, NULL, NULL);
    return RT_NONE;
}

static const rt_code main_code = {
    .name = "<module>",
    .qualname = "<module>",
    .source = &source,
    .kind = RT_CODE_MODULE,
    .entry = main_body,
};

int main(int argc, char **argv)
{
    const rt_program program = {.main = &main_code};
    int exit_code = rt_main(argc, argv, &program);
    return failures ? failures : exit_code;
}
