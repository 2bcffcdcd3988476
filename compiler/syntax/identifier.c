/* Identifiers beyond ASCII: which characters they may hold, and their normal form. */
#include "syntax/identifier.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Unicode's Other_ID_Start and Other_ID_Continue: the few that their categories do not cover. */
static bool is_other_start(uint32_t c)
{
    return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C;
}

static bool is_other_continue(uint32_t c)
{
    return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA;
}

static bool can_start(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return c != 0x2E2F;
    default: return c == '_' || is_other_start(c);
    }
}

static bool can_continue(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return can_start(c) || is_other_continue(c);
    }
}

static bool is_printable(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category < UTF8PROC_CATEGORY_ZS && category != UTF8PROC_CATEGORY_CN;
}

static name refuse(lexer *lx, uint32_t c, const char *at, const char *after)
{
    src_span span = {lexer_offset(lx, at), lexer_offset(lx, after)};
    lx->cursor = after;
    if (is_printable(c))
        lexer_error(lx, span, "invalid character '%.*s' (U+%04X)", (int)(after - at), at, c);
    else
        lexer_error(lx, span, "invalid non-printable character U+%04X", c);
    return NULL;
}

name unicode_identifier(lexer *lx, const char *from, const char *to)
{
    for (const char *p = from; p < to;) {
        const char *at = p;
        uint32_t c = utf8_decode(&p, to);
        if (at == from ? !can_start(c) : !can_continue(c)) return refuse(lx, c, at, p);
    }
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)from, to - from, &normal,
                                           UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (length < 0) return intern(&lx->c->names, from, (size_t)(to - from));
    name id = intern(&lx->c->names, (const char *)normal, (size_t)length);
    free(normal);
    return id;
}
