/* The parser: trees, spans, recovery, and input that no one would write. The trees of whole
 * programs are compared in tests/golden/ast. */
#include "frontend.h"

static void trees_are_cpythons(void **state)
{
    static const char *const CASES[][2] = {
        {"a or b or c", "BoolOp(\n        op=Or(),\n        values=[\n          Name(id='a', "
                        "ctx=Load()),\n          Name(id='b', ctx=Load()),\n          Name(id='c'"},
        {"(a or b) or c", "BoolOp(\n            op=Or()"},
        {"-a ** -b", "UnaryOp(\n        op=USub(),\n        operand=BinOp("},
        {"not a in b", "UnaryOp(\n        op=Not(),\n        operand=Compare("},
        {"a < b <= c", "ops=[\n          Lt(),\n          LtE()]"},
        {"lambda: (yield a) ** b", "left=Yield("},
        {"x[1, *a]", "slice=Tuple("},
        {"x[1:, ::2]", "Slice(\n              lower=Constant(value=1))"},
        {"with (a, b): pass",
         "With(\n      items=[\n        withitem(\n          context_expr=Name("
         "id='a', ctx=Load())),"},
        {"with (a, b) as c: pass", "context_expr=Tuple("},
        {"with (a as b, c): pass", "withitem(\n          context_expr=Name(id='c'"},
        {"del a, b", "Delete(\n      targets=[\n        Name(id='a', ctx=Del()),"},
        {"x: int", "simple=1"},
        {"(x): int", "simple=0"},
        {"f(x for x in y)", "args=[\n          GeneratorExp("},
        {"f'a{x!r:>{w}}' 'b'", "conversion=114"},
        {"f'{x = }'", "Constant(value='x = ')"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *tree = parsed(CASES[i][0], strlen(CASES[i][0]));
        assert_has(tree, CASES[i][1]);
        free(tree);
    }
}

static void spans_cover_their_text(void **state)
{
    static const char PROGRAM[] = "@d\nasync def f():\n    return (a) + b(c)\n";
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    source *s = compilation_open_text(&c, "t.py", PROGRAM, strlen(PROGRAM));
    ast_node *function = parse_source(&c, s)->as.Module.body.items[0];
    assert_int_equal(source_line(s, function->span.start), 2);
    assert_int_equal(function->span.end, strlen(PROGRAM) - 1);
    ast_node *sum = function->as.AsyncFunctionDef.body.items[0]->as.Return.value;
    assert_int_equal(source_byte_column(s, sum->span.start), 11);
    assert_int_equal(source_byte_column(s, sum->as.BinOp.left->span.start), 12);
    assert_true(sum->as.BinOp.left->parenthesised);
    assert_int_equal(source_byte_column(s, sum->as.BinOp.right->span.end), 21);
    compilation_free(&c);
}

static void several_mistakes_in_one_run(void **state)
{
    static const char PROGRAM[] = "x = = 1\n"
                                  "def f():\n"
                                  "    y = )\n"
                                  "    return 1\n"
                                  "if x y:\n"
                                  "    z = 1 +\n"
                                  "else:\n"
                                  "    pass\n"
                                  "print(a b)\n"
                                  "foo(1,\n"
                                  "bar = 2\n"
                                  "w = 3 4\n"
                                  "return 5\n";
    static const char *const PLACES[] = {
        "t.py:1:5: error: invalid syntax",  "t.py:3:9: error: unmatched ')'",
        "t.py:5:6: error: invalid syntax",  "t.py:6:12: error: invalid syntax",
        "t.py:9:7: error: invalid syntax.", "t.py:10:4: error: '(' was never closed",
        "t.py:12:7: error: invalid syntax", "t.py:13:1: error: 'return' outside function",
    };
    (void)state;
    char *said = parsed(PROGRAM, strlen(PROGRAM));
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) assert_has(said, PLACES[i]);
    assert_has(said, "\n8 errors\n");
    free(said);
}

static void mistyped_keywords_get_a_hint(void **state)
{
    (void)state;
    char *said = parsed("whlie x:\n    pass\n", 18);
    assert_has(said, "hint: did you mean 'while'?");
    free(said);
}

typedef struct repeated {
    const char *before, *part, *between, *after_part, *after;
    int times;
    const char *said; /* NULL: it is a program */
} repeated;

static void deep_and_long_input(void **state)
{
    static const repeated CASES[] = {
        {"x = ", "(", "1", ")", "", 200, NULL},
        {"x = ", "(", "1", ")", "", 201, "too many nested parentheses"},
        {"", "[", "", "]", "", 100000, "too many nested parentheses"},
        {"x = 1", "+1", "", "", "", 900, NULL},
        {"x = 1", "+1", "", "", "", 100000, "nested more than 1000 levels deep"},
        {"x = ", "-", "1", "", "", 100000, "too many nested expressions"},
        {"x = a", "()", "", "", "", 5000, "nested more than 1000 levels deep"},
        {"if a: pass\n", "elif a: pass\n", "", "", "", 1500, "nested more than 1000 levels deep"},
        {"x = [", "1, ", "", "", "]", 300000, NULL},
        {"x = ", "f'{", "1", "}'", "", 60, "too many nested f-strings"},
        {"x = a", " and a", "", "", "", 50000, NULL},
        {"", "@a\n", "def f(): pass", "", "", 5000, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const repeated *r = &CASES[i];
        strbuf program = {0};
        strbuf_puts(&program, r->before);
        for (int n = 0; n < r->times; n++) strbuf_puts(&program, r->part);
        strbuf_puts(&program, r->between);
        for (int n = 0; n < r->times; n++) strbuf_puts(&program, r->after_part);
        strbuf_puts(&program, r->after);
        char *said = parsed(program.text, program.length);
        assert_has(said, r->said ? r->said : "Module(");
        free(said);
        strbuf_free(&program);
    }
}

static void bytes_that_are_no_text(void **state)
{
    (void)state;
    char *said = parsed("x = 1\n\0y", 8);
    assert_has(said, "t.py:2:1: error: source code cannot contain null bytes");
    free(said);
    said = parsed("x = '\xFF'", 7);
    assert_has(said, "error: Non-UTF-8 code starting with '\\xff' in file t.py on line 1");
    free(said);
    said = parsed("# coding: latin-1\n", 18);
    assert_has(said, "t.py:1:11: error: the encoding latin-1 is not supported");
    free(said);
    said = parsed("\xEF\xBB\xBFx\r\ny\r", 8);
    assert_has(said, "Name(id='y', ctx=Load())");
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_are_cpythons),
        cmocka_unit_test(spans_cover_their_text),
        cmocka_unit_test(several_mistakes_in_one_run),
        cmocka_unit_test(mistyped_keywords_get_a_hint),
        cmocka_unit_test(deep_and_long_input),
        cmocka_unit_test(bytes_that_are_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
