/* Diagnostics: order, repetition, carets, excerpts, hints; and the tools below them. */
#include "frontend.h"

static char *printed_diags(compilation *c)
{
    printed p = {0};
    FILE *out = open_memstream(&p.text, &p.length);
    diags_print(&c->diags, out, false);
    fclose(out);
    return p.text;
}

static src_span span(uint32_t start, uint32_t end)
{
    return (src_span){start, end};
}

static void reports_are_sorted_and_said_once(void **state)
{
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    source *s = compilation_open_text(&c, "p.py", "one two\nthree\n", 14);
    diag_error(&c.diags, s, span(8, 13), "second %d", 2);
    diag_hint(&c.diags, "do otherwise");
    diag_error(&c.diags, s, span(4, 7), "first");
    diag_error(&c.diags, s, span(4, 7), "a consequence");
    diag_warning(&c.diags, s, span(0, 0), "a warning");
    char *text = printed_diags(&c);
    assert_string_equal(text, "p.py:1:1: warning: a warning\n"
                              "    one two\n"
                              "    ^\n"
                              "p.py:1:5: error: first\n"
                              "    one two\n"
                              "        ^~~\n"
                              "p.py:2:1: error: second 2\n"
                              "    three\n"
                              "    ^~~~~\n"
                              "  hint: do otherwise\n"
                              "2 errors, 1 warning\n");
    free(text);
    compilation_free(&c);
}

static void excerpts_are_fit_to_be_seen(void **state)
{
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    static const char TEXT[] = "\tä = \033[1m漢字 x\n";
    source *s = compilation_open_text(&c, "p.py", TEXT, strlen(TEXT));
    diag_error(&c.diags, s, span((uint32_t)(strchr(TEXT, 'x') - TEXT), sizeof TEXT - 2), "here");
    char *text = printed_diags(&c);
    assert_string_equal(text, "p.py:1:13: error: here\n"
                              "        ä = \xEF\xBF\xBD[1m漢字 x\n"
                              "                     ^\n"
                              "1 error\n");
    free(text);
    compilation_free(&c);
}

static void long_lines_are_cut(void **state)
{
    compilation c;
    strbuf line = {0};
    (void)state;
    compilation_init(&c, (compile_options){0});
    strbuf_pad(&line, 'a', 100000);
    source *s = compilation_open_text(&c, "p.py", line.text, line.length);
    diag_error(&c.diags, s, span(50000, 90000), "here");
    char *text = printed_diags(&c);
    assert_true(strlen(text) < 1000);
    assert_has(text, "p.py:1:50001: error: here\n    ...aaa");
    free(text);
    strbuf_free(&line);
    compilation_free(&c);
}

static void places_in_a_source(void **state)
{
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    source *s = compilation_open_text(&c, "p.py",
                                      "\xEF\xBB\xBF"
                                      "a\r\n\xC3\xA9x\rb",
                                      11);
    assert_string_equal(s->text, "a\n\xC3\xA9x\nb");
    assert_int_equal(s->line_count, 3);
    src_position at = source_locate(s, 4);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.column, 2);
    assert_int_equal(source_byte_column(s, 4), 2);
    at = source_locate(s, 1000);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 2);
    compilation_free(&c);
}

static void nearest_names(void **state)
{
    static const char *const KNOWN[] = {"create_task", "gather", "sleep", "run"};
    static const char *const CASES[][2] = {
        {"crate_task", "create_task"},
        {"gahter", "gather"},
        {"slep", "sleep"},
        {"runn", "run"},
        {"wait_for", NULL},
        {"x", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        nearest n = nearest_to(CASES[i][0]);
        for (size_t k = 0; k < sizeof KNOWN / sizeof *KNOWN; k++) nearest_offer(&n, KNOWN[k]);
        if (CASES[i][1])
            assert_string_equal(n.best, CASES[i][1]);
        else
            assert_null(n.best);
    }
    assert_int_equal(edit_distance("kitten", "sitting", 5), 3);
    assert_int_equal(edit_distance("ab", "ba", 5), 1);
    assert_int_equal(edit_distance("short", "something else", 3), 4);
}

static void names_are_interned(void **state)
{
    compilation c;
    (void)state;
    compilation_init(&c, (compile_options){0});
    name first = intern_text(&c.names, "spam");
    for (int i = 0; i < 5000; i++) {
        char text[16];
        int length = snprintf(text, sizeof text, "name%d", i);
        assert_int_equal(intern(&c.names, text, (size_t)length)->id, (uint32_t)i + 1);
    }
    assert_ptr_equal(first, intern(&c.names, "spam and eggs", 4));
    assert_int_equal(first->id, 0);
    assert_ptr_not_equal(first, intern_text(&c.names, "Spam"));
    compilation_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_are_sorted_and_said_once),
        cmocka_unit_test(excerpts_are_fit_to_be_seen),
        cmocka_unit_test(long_lines_are_cut),
        cmocka_unit_test(places_in_a_source),
        cmocka_unit_test(nearest_names),
        cmocka_unit_test(names_are_interned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
