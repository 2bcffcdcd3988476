/* The push loop: tokens out of layout, into the parser, and back on the road after a mistake. */
#include "syntax/parse.h"

#include "parser.h"
#include "syntax/build.h"
#include "syntax/check.h"
#include "syntax/encoding.h"

/* Mistakes reported of a file in a run that has no other limit; behind so many, few are real. */
enum { DEFAULT_MAX_ERRORS = 100 };

static bool too_many_errors(const parser *p, uint32_t errors_before)
{
    uint32_t limit = p->c->options.max_errors;
    return p->c->diags.error_count - errors_before >= (limit ? limit : DEFAULT_MAX_ERRORS);
}

static bool ends_line(int kind)
{
    return kind == TOK_NEWLINE || kind == TOK_INDENT || kind == TOK_DEDENT;
}

/* The parser now skips to the end of the logical line. Where brackets stay open that would be the
 * end of the file: then the line the mistake is on counts as a new one. */
static void recover(parser *p, const token *at)
{
    const lexer *lx = &p->layout.lexer;
    if (!lx->depth || at->span.end <= p->brackets_end) return;
    p->brackets_end = lexer_brackets_close(lx);
    if (p->brackets_end) return;
    uint32_t line = source_line(p->source, at->span.start);
    uint32_t opened = source_line(p->source, lx->brackets[lx->depth - 1].at);
    uint32_t next = line > opened ? line : line + 1;
    bool more = next <= p->source->line_count;
    p->layout.lexer.quiet = false;
    layout_restart(&p->layout, more ? p->source->lines[next - 1] : p->source->length);
}

/* A new logical line begins. Clauses of a statement that has been dropped stand in its column
 * or, of one inside it, further right; the first sound line there or further left ends that. */
static void begin_line(parser *p, const token *first)
{
    bool block_end = p->line.count && ends_line(p->line.items[0].kind);
    if (p->line.count && !block_end) {
        int column = (int)source_byte_column(p->source, p->line.items[0].span.start);
        bool outermost = p->dropped_column < 0 || column < p->dropped_column;
        if (p->failed && outermost)
            p->dropped_column = column;
        else if (!p->failed && column <= p->dropped_column)
            p->dropped_column = -1;
    }
    p->failed = false;
    vec_clear(&p->line);
    vec_push(&p->line, *first);
}

static void note(parser *p, const token *t)
{
    if (!p->line.count || ends_line(vec_last(&p->line).kind))
        begin_line(p, t);
    else
        vec_push(&p->line, *t);
    if (t->kind == TOK_YYerror)
        p->failed = p->recovering = p->layout.failed = p->layout.lexer.quiet = true;
    else if (t->kind == TOK_NEWLINE)
        p->layout.lexer.quiet = false;
}

static int push(parser *p, yypstate *state, const token *t)
{
    parse_value value = t->value;
    src_span span = t->span;
    return yypush_parse(state, t->kind, &value, &span, p);
}

/* Gives the token to the parser; false when there is nothing more to do. A block that ends in the
 * middle of a mistake ends the mistake too: the DEDENT must not be skipped. */
static bool step(parser *p, yypstate *state, const token *t)
{
    note(p, t);
    int status = push(p, state, t);
    if (p->recovering && status == YYPUSH_MORE) {
        token newline = {.kind = TOK_NEWLINE, .span = t->span};
        p->recovering = false;
        recover(p, t);
        if (t->kind == TOK_DEDENT && push(p, state, &newline) == YYPUSH_MORE)
            status = push(p, state, t);
    }
    return status == YYPUSH_MORE;
}

ast_node *parse_source(compilation *c, source *s)
{
    uint32_t errors_before = c->diags.error_count;
    if (!check_encoding(c, s)) return NULL;
    parser p = {.c = c, .source = s, .memory = &c->memory, .dropped_column = -1};
    layout_init(&p.layout, c, s);
    yypstate *state = yypstate_new();
    if (!state) return NULL;
    token t;
    do layout_next(&p.layout, &t);
    while (step(&p, state, &t) && !too_many_errors(&p, errors_before));
    yypstate_delete(state);
    vec_free(&p.line);
    if (p.module) check_module(c, s, p.module);
    return c->diags.error_count == errors_before ? p.module : NULL;
}

/* -- the token dump ---------------------------------------------------------------------------- */

/* The token's text on one line. */
static void dump_text(FILE *out, const char *from, const char *to)
{
    putc(' ', out);
    for (; from < to; from++) {
        if (*from == '\n')
            fputs("\\n", out);
        else
            putc(*from, out);
    }
}

static void dump_token(FILE *out, const source *s, const token *t)
{
    src_position from = source_locate(s, t->span.start), to = source_locate(s, t->span.end);
    fprintf(out, "%u:%u-%u:%u %s", from.line, from.column, to.line, to.column, token_name(t->kind));
    if (!(token_traits(t->kind) & LAYOUT) && t->span.end > t->span.start)
        dump_text(out, s->text + t->span.start, s->text + t->span.end);
    putc('\n', out);
}

void dump_tokens(FILE *out, compilation *c, source *s)
{
    layout l;
    token t;
    if (!check_encoding(c, s)) return;
    layout_init(&l, c, s);
    do {
        layout_next(&l, &t);
        dump_token(out, s, &t);
    } while (t.kind != TOK_YYEOF);
}
