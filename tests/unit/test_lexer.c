/* The lexer: every kind of token, literals' values, and mistakes inside them. */
#include "frontend.h"

typedef struct lexed {
    const char *program;
    const char *tokens; /* NAME NUMBER ..., without NEWLINE and END */
} lexed;

/* The kinds in the first column of a token dump, joined by blanks. */
static void kinds_of(const char *program, char *kinds, size_t size)
{
    char *dump = tokens_of(program), *rest = dump;
    kinds[0] = '\0';
    for (char *line; (line = strsep(&rest, "\n")) && *line;) {
        char kind[32] = "";
        sscanf(line, "%*s %31s", kind);
        if (!strcmp(kind, "NEWLINE") || !strcmp(kind, "END")) continue;
        if (kinds[0]) strncat(kinds, " ", size - strlen(kinds) - 1);
        strncat(kinds, kind, size - strlen(kinds) - 1);
    }
    free(dump);
}

static void tokens_have_their_kinds(void **state)
{
    static const lexed CASES[] = {
        {"a _b c9", "NAME NAME NAME"},
        {"ifx if", "NAME IF"},
        {"a<<=b", "NAME AUGMENTED NAME"},
        {"a//b**-c", "NAME DOUBLE_SLASH NAME DOUBLE_STAR MINUS NAME"},
        {"x:=y->z...", "NAME COLON_EQUAL NAME ARROW NAME ELLIPSIS"},
        {"1_000 0xFf 0b1 0o7 00 1. .5 1e-3 2j 1_0.0_1", "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER "
                                                        "NUMBER NUMBER NUMBER NUMBER"},
        {"'' \"\" '''a'b''' r'\\\\' b'x' Rb\"\"", "STRING STRING STRING STRING STRING STRING"},
        {"'a\\\nb'", "STRING"},
        {"a \\\n b # c", "NAME NAME"},
        {"a.match case _", "NAME DOT NAME NAME NAME"},
        {"éa ªb", "NAME NAME"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char kinds[256];
        kinds_of(CASES[i].program, kinds, sizeof kinds);
        assert_string_equal(kinds, CASES[i].tokens);
    }
}

static void fstrings_are_text_and_fields(void **state)
{
    static const lexed CASES[] = {
        {"f''", "FSTRING_START FSTRING_END"},
        {"f'a{b}c'", "FSTRING_START FSTRING_TEXT FIELD_OPEN NAME FIELD_CLOSE FSTRING_TEXT "
                     "FSTRING_END"},
        {"f'{a!r:>{w}.2f}'",
         "FSTRING_START FIELD_OPEN NAME FIELD_CONVERSION FIELD_SPEC FSTRING_TEXT FIELD_OPEN NAME "
         "FIELD_CLOSE FSTRING_TEXT FIELD_CLOSE FSTRING_END"},
        {"f'{a = }'", "FSTRING_START FIELD_OPEN NAME FIELD_DEBUG FIELD_CLOSE FSTRING_END"},
        {"f'{a == b}'", "FSTRING_START FIELD_OPEN NAME EQUAL_EQUAL NAME FIELD_CLOSE FSTRING_END"},
        {"f'{(a:=1)}'", "FSTRING_START FIELD_OPEN LPAREN NAME COLON_EQUAL NUMBER RPAREN "
                        "FIELD_CLOSE FSTRING_END"},
        {"f'{a:=1}'", "FSTRING_START FIELD_OPEN NAME FIELD_SPEC FSTRING_TEXT FIELD_CLOSE "
                      "FSTRING_END"},
        {"f'{{}}'", "FSTRING_START FSTRING_TEXT FSTRING_END"},
        {"f'{d[\"k\"]}'", "FSTRING_START FIELD_OPEN NAME LBRACKET STRING RBRACKET FIELD_CLOSE "
                          "FSTRING_END"},
        {"f'{f\"{x}\"}'", "FSTRING_START FIELD_OPEN FSTRING_START FIELD_OPEN NAME FIELD_CLOSE "
                          "FSTRING_END FIELD_CLOSE FSTRING_END"},
        {"f'''{\nx\n}'''", "FSTRING_START FIELD_OPEN NAME FIELD_CLOSE FSTRING_END"},
        {"rf'\\{x}'", "FSTRING_START FSTRING_TEXT FIELD_OPEN NAME FIELD_CLOSE FSTRING_END"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char kinds[512];
        kinds_of(CASES[i].program, kinds, sizeof kinds);
        assert_string_equal(kinds, CASES[i].tokens);
    }
}

/* The value of the only literal in a program. */
static const ast_constant *literal(compilation *c, const char *program, size_t length)
{
    ast_node *module = parse_source(c, compilation_open_text(c, "t.py", program, length));
    assert_non_null(module);
    ast_node *value = module->as.Module.body.items[0]->as.Expr.value;
    assert_int_equal(value->kind, AST_Constant);
    return &value->as.Constant.value;
}

static void integers_keep_their_digits(void **state)
{
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    const ast_constant *v = literal(&c, "0xFF_ff", 7);
    assert_int_equal(v->tag, AST_CONST_INT);
    assert_int_equal(v->base, 16);
    assert_string_equal(v->text, "FFff");
    assert_true(v->fits && v->integer == 0xFFFF);
    v = literal(&c, "9223372036854775807", 19);
    assert_true(v->fits && v->integer == INT64_MAX);
    v = literal(&c, "9223372036854775808", 19);
    assert_false(v->fits);
    assert_string_equal(v->text, "9223372036854775808");
    compilation_free(&c);
}

static void strings_are_decoded(void **state)
{
    static const struct {
        const char *program, *value;
        size_t length;
    } CASES[] = {
        {"'a\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F600'", "a\n\t\\'AA\xC3\xA9\xF0\x9F\x98\x80", 13},
        {"'\\ud800'", "\xED\xA0\x80", 3},
        {"'a\\0b'", "a\0b", 3},
        {"r'\\n'", "\\n", 2},
        {"'\\d\\\n!'", "\\d!", 3},
        {"b'\\xff\\u1234'", "\xFF\\u1234", 7},
        {"'''a\r\nb'''", "a\nb", 3},
        {"'a' \"b\"  'c'", "abc", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        compilation c;
        compilation_init(&c, (compile_options){0});
        const ast_constant *v = literal(&c, CASES[i].program, strlen(CASES[i].program));
        assert_int_equal(v->length, CASES[i].length);
        assert_memory_equal(v->text, CASES[i].value, v->length + 1);
        compilation_free(&c);
    }
}

static void mistakes_are_said_once(void **state)
{
    static const char *const CASES[][2] = {
        {"x = 'abc", "t.py:1:5: error: unterminated string literal (detected at line 1)"},
        {"x = '''abc\n\n", "t.py:1:5: error: unterminated triple-quoted string literal"},
        {"0778", "t.py:1:1: error: leading zeros in decimal integer literals"},
        {"0b12", "t.py:1:4: error: invalid digit '2' in binary literal"},
        {"1__0", "t.py:1:2: error: invalid decimal literal"},
        {"(]", "error: closing parenthesis ']' does not match opening parenthesis '('"},
        {"f'{a'", "error: f-string: expecting '}'"},
        {"f'}'", "error: f-string: single '}' is not allowed"},
        {"a € b", "t.py:1:3: error: invalid character '€' (U+20AC)"},
        {"a\xC2\xA0= 1", "t.py:1:2: error: invalid non-printable character U+00A0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *said = parsed(CASES[i][0], strlen(CASES[i][0]));
        assert_has(said, CASES[i][1]);
        assert_has(said, "\n1 error\n");
        free(said);
    }
}

static void identifiers_are_normalised(void **state)
{
    (void)state;
    static const char PROGRAM[] = "ﬁ = 1"; /* with the ligature fi */
    char *said = parsed(PROGRAM, strlen(PROGRAM));
    assert_has(said, "Name(id='fi'");
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_have_their_kinds),
        cmocka_unit_test(fstrings_are_text_and_fields),
        cmocka_unit_test(integers_keep_their_digits),
        cmocka_unit_test(strings_are_decoded),
        cmocka_unit_test(mistakes_are_said_once),
        cmocka_unit_test(identifiers_are_normalised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
