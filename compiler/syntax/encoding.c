/* The encoding of source files: what CPython says about files that are not UTF-8. */
#include "syntax/encoding.h"

#include <string.h>
#include <strings.h>

/* What the name of an encoding may hold. */
#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."

/* The offset of the first byte that is no part of well-formed UTF-8 or is NUL, or the length. */
static uint32_t first_ill_formed(const source *s)
{
    const char *p = s->text, *end = s->text + s->length;
    while (p < end) {
        const char *at = p;
        if ((unsigned char)*p < 0x80 && *p) {
            p++;
        } else if (!*p || utf8_decode(&p, end) == UINT32_MAX) {
            return (uint32_t)(at - s->text);
        }
    }
    return s->length;
}

/* The name that a comment like `# -*- coding: utf-8 -*-` in a line gives; NULL without one. */
static const char *declared_encoding(const char *line, uint32_t length, size_t *name_length)
{
    const char *end = line + length;
    const char *p = line + strspn(line, " \t\f");
    if (p >= end || *p != '#') return NULL;
    for (; end - p > 7; p++) {
        if (memcmp(p, "coding", 6) == 0 && (p[6] == ':' || p[6] == '=')) {
            p += 7;
            p += strspn(p, " \t");
            *name_length = strspn(p, NAME_CHARACTERS);
            return *name_length ? p : NULL;
        }
    }
    return NULL;
}

static bool is_utf8_name(const char *text, size_t length)
{
    static const char *const NAMES[] = {"utf-8", "utf8", "utf_8", "u8", "ascii", "us-ascii"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strlen(NAMES[i]) == length && strncasecmp(NAMES[i], text, length) == 0) return true;
    }
    return length > 6 && strncasecmp(text, "utf-8-", 6) == 0;
}

/* A declaration counts in the first two lines. */
static bool check_declaration(compilation *c, const source *s)
{
    for (uint32_t line = 1; line <= 2 && line <= s->line_count; line++) {
        uint32_t length;
        size_t name_length;
        const char *text = source_line_text(s, line, &length);
        const char *encoding = declared_encoding(text, length, &name_length);
        if (!encoding || is_utf8_name(encoding, name_length)) continue;
        uint32_t at = (uint32_t)(encoding - s->text);
        diag_error(&c->diags, s, (src_span){at, at + (uint32_t)name_length},
                   "the encoding %.*s is not supported", (int)name_length, encoding);
        diag_hint(&c->diags, "save the file as UTF-8");
        return false;
    }
    return true;
}

bool check_encoding(compilation *c, const source *s)
{
    if (!check_declaration(c, s)) return false;
    uint32_t at = first_ill_formed(s);
    src_span span = {at, at + 1};
    if (at == s->length) return true;
    if (!s->text[at])
        diag_error(&c->diags, s, span, "source code cannot contain null bytes");
    else
        diag_error(&c->diags, s, span,
                   "Non-UTF-8 code starting with '\\x%02x' in file %s on line %u, but no encoding "
                   "declared; see https://peps.python.org/pep-0263/ for details",
                   (unsigned char)s->text[at], s->path, source_line(s, at));
    return false;
}
