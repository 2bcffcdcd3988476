/* What the front end's tests share: a compilation over a text, and what phases print as strings.
 *
 * Each function returns text that the caller frees.
 */
#ifndef ASYNCC_TESTS_FRONTEND_H
#define ASYNCC_TESTS_FRONTEND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "syntax/parse.h"

typedef struct printed {
    char *text;
    size_t length;
} printed;

/* The kinds of a text's tokens, one a line without their places; diagnostics follow. */
static inline char *tokens_of(const char *program)
{
    printed p = {0};
    FILE *out = open_memstream(&p.text, &p.length);
    compilation c;
    compilation_init(&c, (compile_options){0});
    dump_tokens(out, &c, compilation_open_text(&c, "t.py", program, strlen(program)));
    diags_print(&c.diags, out, false);
    compilation_free(&c);
    fclose(out);
    return p.text;
}

/* The tree of a program of `length` bytes, or its diagnostics. */
static inline char *parsed(const char *program, size_t length)
{
    printed p = {0};
    FILE *out = open_memstream(&p.text, &p.length);
    compilation c;
    compilation_init(&c, (compile_options){0});
    ast_node *module = parse_source(&c, compilation_open_text(&c, "t.py", program, length));
    if (module) dump_ast(out, module);
    diags_print(&c.diags, out, false);
    compilation_free(&c);
    fclose(out);
    return p.text;
}

/* The text holds the part; says both when it does not. */
static inline void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("no \"%s\" in:\n%s", part, text);
}

#endif
