/* Building strings: adjacent literals joined, f-strings with their fields. */
#include "base/strbuf.h"
#include "syntax/build.h"

#define MAKE(kind, span, ...) make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})

static bool is_text(const ast_node *n)
{
    return n->kind == AST_Constant;
}

static bool is_bytes(const ast_node *n)
{
    return is_text(n) && n->as.Constant.value.tag == AST_CONST_BYTES;
}

static void append_text(strbuf *to, const ast_node *constant)
{
    strbuf_append(to, constant->as.Constant.value.text, constant->as.Constant.value.length);
}

static ast_node *text_node(parser *p, src_span span, ast_constant_tag tag, const strbuf *text)
{
    const char *copy = arena_strndup(p->memory, strbuf_text(text), text->length);
    ast_constant value = {.tag = tag, .text = copy, .length = (uint32_t)text->length};
    return MAKE(Constant, span, value, NULL);
}

/* -- f-strings --------------------------------------------------------------------------------- */

/* Joins neighbouring texts and drops empty ones, as in CPython's tree. */
static ast_list normal_parts(parser *p, ast_list parts)
{
    ast_list joined = {0};
    strbuf text = {0};
    for (uint32_t i = 0, next; i < parts.count; i = next) {
        src_span span = parts.items[i]->span;
        strbuf_clear(&text);
        for (next = i; next < parts.count && is_text(parts.items[next]); next++) {
            append_text(&text, parts.items[next]);
            span = span_join(span, parts.items[next]->span);
        }
        if (next == i)
            joined = list_add(p, joined, parts.items[next++]);
        else if (text.length)
            joined = list_add(p, joined, text_node(p, span, AST_CONST_STR, &text));
    }
    strbuf_free(&text);
    return joined;
}

ast_list add_field(parser *p, ast_list parts, src_span span, ast_node *value, ast_node *debug,
                   int conversion, ast_node *format_spec)
{
    if (value->kind == AST_Starred)
        parse_error(p, value->span, "f-string: cannot use starred expression here");
    if (debug) parts = list_add(p, parts, debug);
    if (debug && conversion < 0 && !format_spec) conversion = 'r';
    if (format_spec)
        format_spec->as.JoinedStr.values = normal_parts(p, format_spec->as.JoinedStr.values);
    return list_add(p, parts, MAKE(FormattedValue, span, value, conversion, format_spec));
}

/* -- adjacent literals ------------------------------------------------------------------------- */

static ast_node *join_texts(parser *p, src_span span, ast_list pieces)
{
    strbuf text = {0};
    for (uint32_t i = 0; i < pieces.count; i++) append_text(&text, pieces.items[i]);
    ast_node *n = text_node(p, span, pieces.items[0]->as.Constant.value.tag, &text);
    n->as.Constant.kind = pieces.items[0]->as.Constant.kind;
    strbuf_free(&text);
    return n;
}

static ast_node *join_fstrings(parser *p, src_span span, ast_list pieces)
{
    ast_list parts = {0};
    for (uint32_t i = 0; i < pieces.count; i++) {
        ast_node *piece = pieces.items[i];
        if (is_text(piece))
            parts = list_add(p, parts, piece);
        else
            parts = list_join(p, parts, piece->as.JoinedStr.values);
    }
    parts = normal_parts(p, parts);
    name kind = is_text(pieces.items[0]) ? pieces.items[0]->as.Constant.kind : NULL;
    for (uint32_t i = 0; i < parts.count; i++) {
        if (is_text(parts.items[i])) parts.items[i]->as.Constant.kind = kind;
    }
    return MAKE(JoinedStr, span, parts);
}

ast_node *join_strings(parser *p, src_span span, ast_list pieces)
{
    uint32_t fstrings = 0, bytes = 0;
    for (uint32_t i = 0; i < pieces.count; i++) {
        fstrings += !is_text(pieces.items[i]);
        bytes += is_bytes(pieces.items[i]);
    }
    if (bytes && bytes < pieces.count)
        parse_error(p, span, "cannot mix bytes and nonbytes literals");
    if (fstrings) return join_fstrings(p, span, pieces);
    return pieces.count == 1 ? pieces.items[0] : join_texts(p, span, pieces);
}
