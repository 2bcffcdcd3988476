/* The JIT over libtcc; no other file sees libtcc.h.
 *
 * libtcc gets one text: the program with its `#include "asyncc.h"` replaced by the header, as
 * embedded at build time. Its symbols come from back/runtime_symbols.c alone: -nostdlib keeps
 * libtcc from looking for libraries (and from asking the dynamic linker), -nostdinc for headers. */
#include "back/jit.h"

#include <libtcc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "back/jit_header.h"
#include "back/runtime_symbols.h"

struct jit {
    TCCState *tcc;
    jit_main *entry;
};

static void collect_error(void *errors, const char *message)
{
    strbuf_printf(errors, "%s\n", message);
}

/* The text with the header in it. A #line on either side keeps libtcc's positions true. */
static void splice_header(strbuf *out, const jit_words *words, const char *path, const char *text)
{
    static const char include[] = "#include \"asyncc.h\"\n";
    const char *at = strstr(text, include);
    const char *rest = at ? at + strlen(include) : text;
    size_t before = at ? (size_t)(at - text) : 0;
    int line = 1;
    for (const char *p = text; p < rest; p++) line += *p == '\n';

    strbuf_append(out, text, before);
    strbuf_puts(out, "#line 1 \"asyncc.h\"\n");
    jit_header(out, words);
    strbuf_printf(out, "#line %d \"%s\"\n", line, path);
    strbuf_puts(out, rest);
}

static bool compile_text(TCCState *tcc, const jit_words *words, const char *path, const char *text)
{
    strbuf whole = {0};
    splice_header(&whole, words, path, text);
    bool compiled = tcc_compile_string(tcc, strbuf_text(&whole)) == 0;
    strbuf_free(&whole);
    return compiled;
}

static bool link_program(TCCState *tcc, jit_words *words)
{
    for (const runtime_symbol *s = runtime_symbols; s->name; s++)
        if (jit_words_have(words, s->name) && tcc_add_symbol(tcc, s->name, s->address) != 0)
            return false;
    return tcc_relocate(tcc, TCC_RELOCATE_AUTO) == 0;
}

jit *jit_compile(const char *path, const char *text, strbuf *errors)
{
    jit *j = calloc(1, sizeof *j);
    j->tcc = tcc_new();
    tcc_set_error_func(j->tcc, errors, collect_error);
    tcc_set_options(j->tcc, "-nostdlib -nostdinc");
    tcc_set_output_type(j->tcc, TCC_OUTPUT_MEMORY);
    jit_words *words = jit_words_of(text, strlen(text));
    if (compile_text(j->tcc, words, path, text) && link_program(j->tcc, words))
        j->entry = (jit_main *)tcc_get_symbol(j->tcc, "main");
    jit_words_free(words);
    if (!j->entry) {
        if (errors->length == 0) strbuf_puts(errors, "the C text has no main()\n");
        jit_free(j);
        return NULL;
    }
    return j;
}

jit_main *jit_entry(const jit *j)
{
    return j->entry;
}

void jit_free(jit *j)
{
    tcc_delete(j->tcc);
    free(j);
}
