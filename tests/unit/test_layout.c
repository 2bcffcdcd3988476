/* Layout: line ends, indentation, soft keywords, and mistakes in them. */
#include "frontend.h"

typedef struct laid_out {
    const char *program;
    const char *layout;
} laid_out;

/* One letter a token: N newline, > indent, < dedent, m match, c case, . anything else. */
static void shape_of(const char *program, char *shape)
{
    static const char *const KINDS[] = {"NEWLINE", "INDENT", "DEDENT", "MATCH", "CASE", "END"};
    char *dump = tokens_of(program), *rest = dump;
    for (char *line; (line = strsep(&rest, "\n")) && *line;) {
        char kind[32] = "";
        size_t known = 0;
        sscanf(line, "%*s %31s", kind);
        while (known < 6 && strcmp(KINDS[known], kind)) known++;
        if (known < 5) *shape++ = "N><mc"[known];
        if (known == 6) *shape++ = '.';
    }
    *shape = '\0';
    free(dump);
}

static void check_shapes(const laid_out *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char shape[256];
        shape_of(cases[i].program, shape);
        assert_string_equal(shape, cases[i].layout);
    }
}

static void lines_and_blocks(void **state)
{
    static const laid_out CASES[] = {
        {"", ""},
        {"\n\n  # c\n", ""},
        {"a", ".N"},
        {"a\n\n\nb\n", ".N.N"},
        {"(a,\n\n  b)\n", ".....N"},
        {"a; b", "...N"},
        {"a \\\n  b", "..N"},
        {"if a:\n  b\nc", "...N>.N<.N"},
        {"if a:\n  b", "...N>.N<"},
        {"if a:\n  if b:\n    c\n  d\n", "...N>...N>.N<.N<"},
        {"if a:\n  if b:\n    c\nd\n", "...N>...N>.N<<.N"},
        {"if a:\n  b\n # c\n\n  d\n", "...N>.N.N<"},
        {"if a:\n\tb\n\tc\n", "...N>.N.N<"},
        {"\x0c"
         "a\n",
         ".N"},
    };
    (void)state;
    check_shapes(CASES, sizeof CASES / sizeof *CASES);
}

static void soft_keywords(void **state)
{
    static const laid_out CASES[] = {
        {"match = 1", "...N"},
        {"match(a)", "....N"},
        {"match(a):\n  case _: pass", "m....N>c...N<"},
        {"match[a]: b", "......N"},
        {"match -a:\n  case b: pass", "m...N>c...N<"},
        {"match -a", "...N"},
        {"match a", "m.N"},
        {"match not in a", "....N"},
        {"case = 1", "...N"},
        {"match a:\n  case case:\n    case = 1\n", "m..N>c..N>...N<<"},
        {"match a, b:\n  case {}: pass", "m....N>c....N<"},
        {"a = match", "...N"},
    };
    (void)state;
    check_shapes(CASES, sizeof CASES / sizeof *CASES);
}

static void mistakes_are_repaired(void **state)
{
    static const char *const CASES[][2] = {
        {"if a:\nb\n",
         "t.py:2:1: error: expected an indented block after 'if' statement on line 1"},
        {"async def f():\n",
         "error: expected an indented block after function definition on line 1"},
        {"match a:\nb\n", "error: expected an indented block after 'match' statement on line 1"},
        {"a\n  b\n  c\nd\n", "t.py:2:3: error: unexpected indent"},
        {"if a:\n    b\n  c\nd\n", "error: unindent does not match any outer indentation level"},
        {"if a:\n\tb\n        c\n", "error: inconsistent use of tabs and spaces in indentation"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *said = parsed(CASES[i][0], strlen(CASES[i][0]));
        assert_has(said, CASES[i][1]);
        assert_has(said, "\n1 error\n");
        free(said);
    }
}

static void a_hundred_levels_are_enough(void **state)
{
    strbuf program = {0};
    (void)state;
    for (int level = 0; level < 5000; level++) {
        strbuf_pad(&program, ' ', (size_t)level);
        strbuf_puts(&program, "if a:\n");
    }
    char *said = parsed(program.text, program.length);
    assert_has(said, "error: too many levels of indentation");
    free(said);
    strbuf_free(&program);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_blocks),
        cmocka_unit_test(soft_keywords),
        cmocka_unit_test(mistakes_are_repaired),
        cmocka_unit_test(a_hundred_levels_are_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
