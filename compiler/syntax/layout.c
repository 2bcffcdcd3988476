/* Layout: NEWLINE, INDENT and DEDENT, the soft keywords, and mistakes in all of them.
 *
 * A block must follow exactly the lines that end with a colon, so that a missing or an unexpected
 * indentation is known here. Both are reported and repaired at once: a missing block is made up,
 * an unexpected one hidden, and the parser goes on undisturbed.
 */
#include "syntax/layout.h"

#include <string.h>

#include "parser.h"

enum { TAB_WIDTH = 8 };

void layout_init(layout *l, compilation *c, const source *s)
{
    memset(l, 0, sizeof *l);
    lexer_init(&l->lexer, c, s);
    l->indent_count = 1;
    l->at_line_start = l->after_newline = true;
    l->match = intern_text(&c->names, "match");
    l->case_ = intern_text(&c->names, "case");
}

void layout_restart(layout *l, uint32_t offset)
{
    const source *s = l->lexer.source;
    lexer_restart(&l->lexer, s->lines[source_line(s, offset) - 1]);
    token newline = {.kind = TOK_NEWLINE, .span = {offset, offset}};
    l->queue[l->queued++] = newline;
    l->at_line_start = l->after_newline = true;
}

/* -- blocks that are missing ------------------------------------------------------------------- */

typedef struct block_opener {
    int kind;
    const char *what;
} block_opener;

static const block_opener OPENERS[] = {
    {TOK_IF, "'if' statement"},           {TOK_ELIF, "'elif' statement"},
    {TOK_ELSE, "'else' statement"},       {TOK_FOR, "'for' statement"},
    {TOK_WHILE, "'while' statement"},     {TOK_WITH, "'with' statement"},
    {TOK_TRY, "'try' statement"},         {TOK_EXCEPT, "'except' statement"},
    {TOK_FINALLY, "'finally' statement"}, {TOK_DEF, "function definition"},
    {TOK_CLASS, "class definition"},      {TOK_MATCH, "'match' statement"},
    {TOK_CASE, "'case' statement"},
};

static const char *opener_of(const layout *l)
{
    for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++) {
        if (OPENERS[i].kind == l->first.kind)
            return l->star ? "'except*' statement" : OPENERS[i].what;
    }
    return NULL;
}

/* The end of the last line, be it empty: CPython says that errors at the end are there. */
static src_span end_of_file(const layout *l)
{
    const source *s = l->lexer.source;
    uint32_t end = s->length && s->text[s->length - 1] == '\n' ? s->length - 1 : s->length;
    return (src_span){end, end};
}

static src_span span_of_next(const layout *l)
{
    lexer ahead = l->lexer;
    token next;
    ahead.quiet = true;
    lex_token(&ahead, &next);
    return next.kind == TOK_YYEOF ? end_of_file(l) : next.span;
}

static void queue_token(layout *l, int kind, src_span span)
{
    l->queue[l->queued++] = (token){.kind = kind, .span = span};
}

/* Reports the missing block and makes up `pass`, or `case _: pass`. The queue is a stack: last
 * in, first out. */
static void make_up_block(layout *l, const char *opener)
{
    src_span at = span_of_next(l);
    lexer_error(&l->lexer, at, "expected an indented block after %s on line %u", opener,
                source_line(l->lexer.source, l->first.span.start));
    bool match = l->first.kind == TOK_MATCH;
    queue_token(l, TOK_DEDENT, at);
    queue_token(l, TOK_NEWLINE, at);
    queue_token(l, TOK_PASS, at);
    if (match) {
        queue_token(l, TOK_COLON, at);
        token wildcard = {.kind = TOK_NAME, .span = at};
        wildcard.value.name = intern(&l->lexer.c->names, "_", 1);
        l->queue[l->queued++] = wildcard;
        queue_token(l, TOK_CASE, at);
    }
    queue_token(l, TOK_INDENT, at);
}

/* -- indentation ------------------------------------------------------------------------------- */

/* Moves to the first character of the next line that holds something, measuring on the way. */
static indentation measure(layout *l)
{
    indentation i = {0};
    const char *p = l->lexer.cursor;
    for (;; p++) {
        if (*p == ' ') {
            i.column++;
            i.alternate++;
        } else if (*p == '\t') {
            i.column = (i.column / TAB_WIDTH + 1) * TAB_WIDTH;
            i.alternate++;
        } else if (*p == '\f' || *p == '\n') {
            i = (indentation){0};
        } else if (*p == '#') {
            p += strcspn(p, "\n") - 1;
        } else if (*p == '\\' && p[1] == '\n') {
            p++;
        } else {
            break;
        }
    }
    l->lexer.cursor = p;
    return i;
}

static indentation *top(layout *l)
{
    return &l->indents[l->indent_count - 1];
}

static src_span here(const layout *l)
{
    uint32_t at = (uint32_t)(l->lexer.cursor - l->lexer.source->text);
    return (src_span){at, at + 1};
}

static void check_tabs(layout *l, bool consistent)
{
    if (!consistent)
        lexer_error(&l->lexer, here(l), "inconsistent use of tabs and spaces in indentation");
}

/* Whether the line before wants a block below it. */
static bool wants_block(const layout *l)
{
    return l->last_kind == TOK_COLON && opener_of(l);
}

static int indent(layout *l, indentation i)
{
    check_tabs(l, i.alternate > top(l)->alternate);
    if (l->indent_count == LAYOUT_MAX_INDENTS) {
        lexer_error(&l->lexer, here(l), "too many levels of indentation");
        l->lexer.cursor = l->lexer.end;
        return TOK_YYerror;
    }
    bool expected = wants_block(l);
    i.ignored = !expected && !l->failed;
    i.cases = expected && l->first.kind == TOK_MATCH;
    if (i.ignored) lexer_error(&l->lexer, here(l), "unexpected indent");
    l->indents[l->indent_count++] = i;
    return i.ignored ? 0 : TOK_INDENT;
}

/* Closes the blocks deeper than `i`; l->dedents counts those that the parser knows. */
static void dedent(layout *l, indentation i)
{
    while (i.column < top(l)->column) {
        l->dedents += !top(l)->ignored;
        l->indent_count--;
    }
    if (i.column == top(l)->column) {
        check_tabs(l, i.alternate == top(l)->alternate);
        return;
    }
    lexer_error(&l->lexer, here(l), "unindent does not match any outer indentation level");
    i.ignored = true;
    l->indents[l->indent_count++] = i;
}

/* At the start of a line: gives TOK_INDENT, TOK_YYerror, or 0 when the line's own tokens, or
 * dedents and made-up tokens, come next. */
static int begin_line(layout *l)
{
    indentation i = measure(l);
    bool at_end = l->lexer.cursor == l->lexer.end;
    int kind = 0;
    if (at_end) i = l->indents[0];
    bool deeper = i.column > top(l)->column;
    l->made_up = !deeper && wants_block(l) && !l->failed;
    if (l->made_up) make_up_block(l, opener_of(l));
    if (deeper)
        kind = indent(l, i);
    else if (i.column < top(l)->column)
        dedent(l, i);
    else if (!at_end)
        check_tabs(l, i.alternate == top(l)->alternate);
    l->at_line_start = false;
    l->after_newline = true;
    l->failed = false;
    l->star = false;
    l->last_kind = 0;
    l->first = (token){0};
    return kind;
}

/* -- soft keywords ----------------------------------------------------------------------------- */

/* Tokens that make `match` a keyword when they follow it, whatever else the line holds. */
static bool begins_subject(int kind)
{
    bool continues = kind == TOK_LPAREN || kind == TOK_LBRACKET || kind == TOK_MINUS ||
                     kind == TOK_PLUS || kind == TOK_NOT;
    return (token_traits(kind) & BEGINS) && !continues;
}

/* A line that begins with the name `match` is a match statement when an expression follows that
 * could not continue the name, or when the line ends with a colon: no other line does. */
static bool is_match_statement(const layout *l)
{
    lexer ahead = l->lexer;
    token t;
    int last;
    ahead.quiet = true;
    lex_token(&ahead, &t);
    if (begins_subject(t.kind)) return true;
    if (t.kind == TOK_COLON || t.kind == TOK_EQUAL || t.kind == TOK_DOT || t.kind == TOK_COMMA)
        return false;
    do {
        last = t.kind;
        lex_token(&ahead, &t);
    } while (t.kind != TOK_NEWLINE && t.kind != TOK_YYEOF && t.kind != TOK_YYerror);
    return last == TOK_COLON;
}

/* -- the stream -------------------------------------------------------------------------------- */

static void note_first(layout *l, token *t)
{
    if (t->kind == TOK_NAME && t->value.name == l->match && is_match_statement(l))
        t->kind = TOK_MATCH;
    else if (t->kind == TOK_NAME && t->value.name == l->case_ && top(l)->cases)
        t->kind = TOK_CASE;
    l->first = *t;
}

/* Keeps what the next line's layout depends on. */
static void note(layout *l, token *t)
{
    if (l->after_newline || (l->first.kind == TOK_ASYNC && l->last_kind == TOK_ASYNC))
        note_first(l, t);
    if (l->first.kind == TOK_EXCEPT && l->last_kind == TOK_EXCEPT) l->star = t->kind == TOK_STAR;
    l->after_newline = false;
    l->last_kind = t->kind;
}

/* The text is used up: the line ends, then the blocks, then the file. */
static void end_of_text(layout *l, token *t)
{
    t->span = end_of_file(l);
    if (!l->after_newline && l->lexer.depth == 0) {
        t->kind = TOK_NEWLINE;
        l->at_line_start = true;
        l->after_newline = true;
    }
}

static void make_token(layout *l, token *out, int kind)
{
    *out = (token){.kind = kind, .span = here(l)};
    if (l->lexer.cursor == l->lexer.end) out->span = end_of_file(l);
    out->span.end = out->span.start;
}

void layout_next(layout *l, token *out)
{
    int kind = 0;
    if (l->at_line_start && !l->queued && !l->dedents) kind = begin_line(l);
    if (kind) {
        make_token(l, out, kind);
    } else if (l->queued) {
        *out = l->queue[--l->queued];
    } else if (l->dedents) {
        l->dedents--;
        make_token(l, out, TOK_DEDENT);
    } else {
        lex_token(&l->lexer, out);
        if (out->kind == TOK_YYEOF)
            end_of_text(l, out);
        else if (out->kind == TOK_NEWLINE)
            l->at_line_start = true;
        else
            note(l, out);
    }
}
