/* Lowering: what syntax becomes in the IR, and what is refused. Each program is small, and each
 * expectation a line or a sequence of lines of the dump (docs/ir.md). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ir/lower.h"
#include "syntax/parse.h"

/* The dump of a program, then its diagnostics; the caller frees it. */
static char *lower(const char *program)
{
    char *text = NULL;
    size_t length = 0;
    compilation c;
    compilation_init(&c, (compile_options){0});
    source *s = compilation_open_text(&c, "test.py", program, strlen(program));
    ast_node *tree = parse_source(&c, s);
    ir_program *p = tree ? lower_program(&c, tree) : NULL;
    FILE *out = open_memstream(&text, &length);
    if (p) {
        ir_verify(p);
        ir_dump(out, p);
    }
    diags_print(&c.diags, out, false);
    fclose(out);
    compilation_free(&c);
    return text;
}

/* The dump holds the lines one after the other, whatever stands between them. */
static void expect(const char *program, const char *lines[])
{
    char *dump = lower(program);
    const char *at = dump;
    for (; *lines; lines++) {
        const char *found = strstr(at, *lines);
        if (!found) fail_msg("'%s' is missing in, or out of order:\n%s", *lines, dump);
        at = found + strlen(*lines);
    }
    free(dump);
}
#define EXPECT(program, ...) expect(program, (const char *[]){__VA_ARGS__, NULL})

static void expect_none(const char *program, const char *text)
{
    char *dump = lower(program);
    if (strstr(dump, text)) fail_msg("'%s' should not be in:\n%s", text, dump);
    free(dump);
}

/* -- variables ---------------------------------------------------------------------------- */

static void locals_are_slots_set_by_what_makes_their_value(void **state)
{
    (void)state;
    EXPECT("def f(a):\n    x = a + 1\n    return x\n", "x = binary + a, 1", "return x");
}

static void reads_are_checked_where_a_variable_may_be_unset(void **state)
{
    (void)state;
    EXPECT("def f(a):\n    if a: x = 1\n    return x\n", "check_local 'x' x", "return x");
    expect_none("def f(a):\n    if a: x = 1\n    else: x = 2\n    return x\n", "check_local");
    expect_none("def f(a):\n    print(a)\n    for i in a: print(i)\n", "check_local");
    EXPECT("def f(a):\n    del a\n    return a\n", "a = unset", "check_local 'a' a");
    EXPECT("def f(a):\n    try:\n        x = a()\n    except ValueError:\n        return x\n",
           "check_local 'x' x");
}

static void captured_variables_live_in_cells(void **state)
{
    (void)state;
    EXPECT("def f(n):\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    "
           "return g\n",
           "n.1 = new_cell n", "function @2:f.<locals>.g -, -, n.1", "n = closure_cell #0",
           "load_cell 'n' free n", "store_cell n,");
}

static void comprehensions_have_variables_of_their_own(void **state)
{
    (void)state;
    EXPECT("x = 1\ny = [x for x in 'ab']\n", "x = next", "list_push", "store_global __main__.y");
    EXPECT("def f(x):\n    return [x for x in x]\n", "iter x", "x.1 = next", "list_push %2, x.1");
}

static void class_names_are_looked_up_in_the_namespace_then_outside(void **state)
{
    (void)state;
    EXPECT("y = 2\nclass C:\n    y = y + 1\n", "namespace_get .y .namespace", "is_set",
           "load_global __main__.y", "namespace_put .y .namespace");
    EXPECT("class C:\n    def f(self): return self.__x\n", "getattr ._C__x self");
}

static void super_without_arguments_reads_the_class_cell(void **state)
{
    (void)state;
    EXPECT("class C:\n    def f(self): return super().f()\n", "new_cell -",
           "load_cell '__class__' free __class__", "super %2, self", "call_method .f");
}

static void a_variable_changed_inside_an_expression_is_read_before(void **state)
{
    (void)state;
    EXPECT("def f(x):\n    return x + (x := 5)\n", "%1 = copy x", "x = copy 5", "binary + %1, 5");
    EXPECT("def f(a, b):\n    a, b = b, a\n", "%2 = copy b", "%3 = copy a", "a = copy %2",
           "b = copy %3");
}

/* -- control ------------------------------------------------------------------------------ */

static void conditions_are_branches(void **state)
{
    (void)state;
    EXPECT("def f(a, b):\n    if a < 1 and not b: return 1\n", "test_compare < a, 1", "branch",
           "truth b", "branch");
    EXPECT("def f(a):\n    return 0 < a < 9\n", "compare < 0, a", "truth", "compare < a, 9");
}

static void range_loops_count(void **state)
{
    (void)state;
    EXPECT("def f(n):\n    for i in range(n): print(i)\n", "range_bound n", "word_less",
           "i = word_to_int", "word_add");
    expect_none("def f(n, s):\n    for i in range(0, n, s): print(i)\n", "word_less");
    expect_none("def f(range):\n    for i in range(3): print(i)\n", "word_less");
}

static void every_way_out_runs_the_one_finally(void **state)
{
    (void)state;
    EXPECT(
        "def f(g):\n    for i in g:\n        try:\n            if i: return i\n            break\n"
        "        finally:\n            print(i)\n",
        "= catch", "enter_handler", "load_library builtins.print", "switch", "rethrow");
    char *dump = lower("def f(g):\n    try:\n        return g()\n    finally:\n        print(1)\n");
    const char *first = strstr(dump, "builtins.print");
    assert_non_null(first);
    assert_null(strstr(first + 1, "builtins.print"));
    free(dump);
}

static void handlers_forget_their_exception_on_every_way_out(void **state)
{
    (void)state;
    EXPECT("def f(g):\n    try:\n        g()\n    except ValueError as e:\n        return e\n",
           "match_exc", "e = copy", "e = unset", "leave_handler", "return");
}

static void with_calls_exit_on_every_way_out(void **state)
{
    (void)state;
    EXPECT("def f(m):\n    with m as v:\n        return v\n", "special .__enter__ m",
           "special .__exit__ m", "None, None, None", "return");
    EXPECT("def f(m):\n    with m: m()\n", "= catch", "getattr .__traceback__", "truth",
           "leave_handler", "rethrow");
    EXPECT("async def f(m):\n    async with m: pass\n", "special .__aenter__ m", "await",
           "None, None, None", "await");
}

static void async_for_ends_with_stop_async_iteration(void **state)
{
    (void)state;
    EXPECT("async def f(g):\n    async for x in g: print(x)\n", "aiter g", "x = anext",
           "load_library builtins.StopAsyncIteration", "match_exc", "rethrow");
}

static void captures_of_patterns_are_bound_after_the_match(void **state)
{
    (void)state;
    EXPECT("def f(s):\n    match s:\n        case [a, 1] if a: return a\n", "match_sequence",
           "unpack #2", "test_compare ==", "a = copy", "truth a");
}

/* -- functions, calls, modules ------------------------------------------------------------ */

static void calls_take_the_form_of_their_arguments(void **state)
{
    (void)state;
    EXPECT("def f(g, a): g(1); g(k=a); a.m(1); a.m(k=2); g(*a, **a)\n", "call g, 1",
           "call_named g, k=a", "call_method .m a, 1", "call_method_named .m a, k=2", "call_args",
           "dict_merge_call", "call_spread g");
}

static void kinds_of_functions(void **state)
{
    (void)state;
    EXPECT("async def a(): pass\ndef b(): yield\nasync def c(): yield\nd = (x for x in ())\n",
           "async def @1:a", "generator @2:b", "async generator @3:c", "generator @4:<genexpr>");
}

static void globals_know_what_they_are_bound_to(void **state)
{
    (void)state;
    EXPECT("def f(): return X\nX = 1\nclass C: pass\nf()\n", "X stores 1 set",
           "f stores 1 set = @1", "C stores 1 set = class C");
    expect_none("def f(): return X\nf()\nX = 1\n", "X stores 1 set");
    EXPECT("def f(): pass\nf = 2\n", "f stores 2 set\n");
}

static void a_builtin_shows_through_a_variable_that_is_set_later(void **state)
{
    (void)state;
    EXPECT("print(len('a'))\nif len('b'): len = 5\n", "load_library builtins.len",
           "store_global __main__.len");
}

static void missing_modules_are_errors_unless_they_are_expected(void **state)
{
    (void)state;
    EXPECT("import nowhere\n", "error: module 'nowhere' is not supported");
    EXPECT("try:\n    import nowhere\nexcept ImportError:\n    nowhere = None\n",
           "raise_import 'nowhere'");
}

static void unknown_names_are_warnings_with_a_hint(void **state)
{
    (void)state;
    EXPECT("total = 1\nprint(totl)\n", "warning: name 'totl' is not defined",
           "did you mean 'total'?");
    EXPECT("print(eval('1'))\n", "error: 'eval' is not supported");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(locals_are_slots_set_by_what_makes_their_value),
        cmocka_unit_test(reads_are_checked_where_a_variable_may_be_unset),
        cmocka_unit_test(captured_variables_live_in_cells),
        cmocka_unit_test(comprehensions_have_variables_of_their_own),
        cmocka_unit_test(class_names_are_looked_up_in_the_namespace_then_outside),
        cmocka_unit_test(super_without_arguments_reads_the_class_cell),
        cmocka_unit_test(a_variable_changed_inside_an_expression_is_read_before),
        cmocka_unit_test(conditions_are_branches),
        cmocka_unit_test(range_loops_count),
        cmocka_unit_test(every_way_out_runs_the_one_finally),
        cmocka_unit_test(handlers_forget_their_exception_on_every_way_out),
        cmocka_unit_test(with_calls_exit_on_every_way_out),
        cmocka_unit_test(async_for_ends_with_stop_async_iteration),
        cmocka_unit_test(captures_of_patterns_are_bound_after_the_match),
        cmocka_unit_test(calls_take_the_form_of_their_arguments),
        cmocka_unit_test(kinds_of_functions),
        cmocka_unit_test(globals_know_what_they_are_bound_to),
        cmocka_unit_test(a_builtin_shows_through_a_variable_that_is_set_later),
        cmocka_unit_test(missing_modules_are_errors_unless_they_are_expected),
        cmocka_unit_test(unknown_names_are_warnings_with_a_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
