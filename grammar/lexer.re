/* The lexer's rules, for re2c.
 *
 * Conditions follow the top of the mode stack: `code` outside f-strings and in their fields;
 * `text` and `spec` in the literal part and in format specifications, each with a variant for
 * triple quotes, where lines may end. Rules only tell tokens apart; what takes thought is in
 * functions above them.
 */
#include "syntax/lexer.h"

#include <stdarg.h>
#include <string.h>

#include "parser.h"
#include "syntax/identifier.h"
#include "syntax/literal.h"

/*!conditions:re2c*/

/* -- modes and brackets ------------------------------------------------------------------------ */

static lexer_mode *top_mode(lexer *lx)
{
    return lx->mode_count ? &lx->modes[lx->mode_count - 1] : NULL;
}

static void follow_mode(lexer *lx)
{
    const lexer_mode *top = top_mode(lx);
    if (!top || top->kind == MODE_FIELD)
        lx->condition = yyccode;
    else if (top->kind == MODE_TEXT)
        lx->condition = top->triple ? yyctext3 : yyctext;
    else
        lx->condition = top->triple ? yycspec3 : yycspec;
}

static bool push_mode(lexer *lx, lexer_mode mode)
{
    if (lx->mode_count == LEXER_MAX_MODES)
        return false;
    lx->modes[lx->mode_count++] = mode;
    follow_mode(lx);
    return true;
}

static void pop_mode(lexer *lx)
{
    lx->mode_count--;
    follow_mode(lx);
}

/* Directly in a field's expression, not in brackets of its own: `:`, `!`, `=` and `}` are special. */
static bool in_field(lexer *lx)
{
    const lexer_mode *top = top_mode(lx);
    return top && top->kind == MODE_FIELD && top->depth == lx->depth;
}

void lexer_init(lexer *lx, compilation *c, const source *s)
{
    *lx = (lexer){.c = c, .source = s, .cursor = s->text, .end = s->text + s->length};
    follow_mode(lx);
}

void lexer_restart(lexer *lx, uint32_t offset)
{
    lx->cursor = lx->source->text + offset;
    lx->depth = 0;
    lx->mode_count = 0;
    follow_mode(lx);
}

uint32_t lexer_brackets_close(const lexer *lx)
{
    lexer ahead = *lx;
    token t;
    ahead.quiet = true;
    while (ahead.depth) {
        lex_token(&ahead, &t);
        if (t.kind == TOK_YYEOF)
            return 0;
    }
    return lexer_offset(&ahead, ahead.cursor);
}

int lexer_error(lexer *lx, src_span at, const char *format, ...)
{
    if (!lx->quiet) {
        va_list arguments;
        va_start(arguments, format);
        const char *text = arena_vprintf(&lx->c->memory, format, arguments);
        va_end(arguments);
        diag_error(&lx->c->diags, lx->source, at, "%s", text);
    }
    return TOK_YYerror;
}

static src_span span_of(const lexer *lx, const char *from, const char *to)
{
    return (src_span){lexer_offset(lx, from), lexer_offset(lx, to)};
}

/* The character just read opens a bracket. */
static int open_bracket(lexer *lx, int kind)
{
    const char *at = lx->cursor - 1;
    if (lx->depth == LEXER_MAX_BRACKETS)
        return lexer_error(lx, span_of(lx, at, lx->cursor), "too many nested parentheses");
    lx->brackets[lx->depth++] = (lexer_bracket){*at, lexer_offset(lx, at)};
    return kind;
}

/* The character just read closes a bracket; one of the wrong kind closes it too. */
static int close_bracket(lexer *lx, char open, int kind)
{
    src_span at = span_of(lx, lx->cursor - 1, lx->cursor);
    char close = lx->cursor[-1];
    const lexer_mode *top = top_mode(lx);
    uint8_t floor = top && top->kind == MODE_FIELD ? top->depth : 0;
    const char *where = lx->mode_count ? "f-string: " : "";
    if (lx->depth <= floor)
        return lexer_error(lx, at, "%sunmatched '%c'", where, close);
    lexer_bracket bracket = lx->brackets[--lx->depth];
    if (bracket.open == open)
        return kind;
    uint32_t line = source_line(lx->source, bracket.at);
    if (line == source_line(lx->source, at.start))
        return lexer_error(lx, at,
                           "%sclosing parenthesis '%c' does not match opening parenthesis '%c'",
                           where, close, bracket.open);
    return lexer_error(
        lx, at, "%sclosing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
        where, close, bracket.open, line);
}

/* -- f-strings --------------------------------------------------------------------------------- */

/* Leaves all f-strings, for the rest of a line that cannot be understood. */
static void abandon_fstrings(lexer *lx)
{
    if (lx->mode_count)
        lx->depth = lx->modes[0].depth;
    lx->mode_count = 0;
    follow_mode(lx);
}

static int begin_fstring(lexer *lx, const char *from)
{
    const char *quote = lx->cursor - 1;
    bool triple = quote - from >= 2 && quote[-1] == *quote && quote[-2] == *quote;
    bool raw = memchr(from, 'r', (size_t)(quote - from)) || memchr(from, 'R', (size_t)(quote - from));
    lexer_mode mode = {MODE_TEXT, *quote, triple, raw, lx->depth, lexer_offset(lx, from)};
    if (!push_mode(lx, mode))
        return lexer_error(lx, span_of(lx, from, lx->cursor), "too many nested f-strings");
    return TOK_FSTRING_START;
}

/* Of the modes below the top, how many are format specifications. */
static int spec_depth(const lexer *lx)
{
    int depth = 0;
    for (int i = lx->mode_count - 1; i >= 0 && lx->modes[i].kind != MODE_TEXT; i--)
        depth += lx->modes[i].kind == MODE_SPEC;
    return depth;
}

/* What a field may not begin with, seen from its opening brace. */
static int check_field_start(lexer *lx)
{
    const char *p = lx->cursor;
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\f')
        p++;
    src_span at = span_of(lx, p, p + 1);
    if (*p == '}')
        return lexer_error(lx, at, "f-string: empty expression not allowed");
    if (*p == ':' || (*p == '!' && p[1] != '=') || (*p == '=' && p[1] != '='))
        return lexer_error(lx, at, "f-string: expression required before '%c'", *p);
    return TOK_FIELD_OPEN;
}

static int open_field(lexer *lx)
{
    lexer_mode mode = *top_mode(lx);
    src_span at = span_of(lx, lx->cursor - 1, lx->cursor);
    if (spec_depth(lx) > 1)
        return lexer_error(lx, at, "f-string: expressions nested too deeply");
    if (open_bracket(lx, TOK_FIELD_OPEN) == TOK_YYerror)
        return TOK_YYerror;
    mode.kind = MODE_FIELD;
    mode.depth = lx->depth;
    mode.start = at.end;
    if (!push_mode(lx, mode))
        return lexer_error(lx, at, "f-string: expressions nested too deeply");
    return check_field_start(lx);
}

static int close_field(lexer *lx)
{
    if (top_mode(lx)->kind == MODE_SPEC)
        pop_mode(lx);
    pop_mode(lx);
    lx->depth--;
    return TOK_FIELD_CLOSE;
}

static int begin_spec(lexer *lx)
{
    lexer_mode mode = *top_mode(lx);
    mode.kind = MODE_SPEC;
    if (!push_mode(lx, mode))
        return lexer_error(lx, span_of(lx, lx->cursor - 1, lx->cursor),
                           "f-string: expressions nested too deeply");
    return TOK_FIELD_SPEC;
}

/* `{x = }`: an equals sign that ends the expression makes the field show its own text. */
static int debug_or_equal(lexer *lx, token *out)
{
    const char *p = lx->cursor;
    if (!in_field(lx))
        return TOK_EQUAL;
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\f')
        p++;
    if (*p != '}' && *p != ':' && !(*p == '!' && p[1] != '='))
        return TOK_EQUAL;
    out->value.node = plain_text(lx, lx->source->text + top_mode(lx)->start, p);
    lx->cursor = p;
    return TOK_FIELD_DEBUG;
}

static int conversion(lexer *lx, const char *from, token *out)
{
    if (!in_field(lx))
        return TOK_YYUNDEF;
    bool valid = lx->cursor - from == 2 && strchr("sra", from[1]);
    if (!valid)
        return lexer_error(lx, span_of(lx, from, lx->cursor),
                           "f-string: invalid conversion character: expected 's', 'r', or 'a'");
    out->value.number = from[1];
    return TOK_FIELD_CONVERSION;
}

/* -- line ends and ends of files --------------------------------------------------------------- */

static const char *end_of_line(const char *p)
{
    return p + strcspn(p, "\n");
}

/* A literal that begins at `from` does not end: on its line, or for triple quotes at all. */
static int unterminated(lexer *lx, uint32_t from, bool triple)
{
    const char *start = lx->source->text + from;
    const char *last = triple ? lx->end : end_of_line(lx->cursor);
    uint32_t line = source_line(lx->source, lexer_offset(lx, last) - (triple && last[-1] == '\n'));
    lx->cursor = last;
    abandon_fstrings(lx);
    return lexer_error(lx, span_of(lx, start, end_of_line(start)),
                       "unterminated %sstring literal (detected at line %u)",
                       triple ? "triple-quoted " : "", line);
}

/* A quote that begins no complete literal. In an f-string of the same quote it was meant to end
 * the f-string, whose brace is then still open. */
static int unterminated_quote(lexer *lx, const char *from)
{
    char quote = lx->cursor[-1];
    bool triple = lx->cursor - from >= 3 && lx->cursor[-2] == quote && lx->cursor[-3] == quote;
    const lexer_mode *top = top_mode(lx);
    if (top && top->quote == quote && !top->triple) {
        src_span at = span_of(lx, lx->source->text + top->start - 1, lx->cursor);
        int error = lexer_error(lx, at, "f-string: expecting '}'");
        abandon_fstrings(lx);
        lx->cursor = end_of_line(lx->cursor);
        return error;
    }
    return unterminated(lx, lexer_offset(lx, from), triple);
}

/* A line ends in the code of an f-string's field. */
static int newline_in_field(lexer *lx)
{
    for (int i = lx->mode_count - 1; i >= 0; i--) {
        if (lx->modes[i].kind == MODE_TEXT && !lx->modes[i].triple) {
            lx->cursor--;
            return unterminated(lx, lx->modes[i].start, false);
        }
    }
    return 0;
}

/* Up to Python 3.11 no field may hold a comment; where lines may end, it does no harm. */
static bool multiline_field(const lexer *lx)
{
    for (int i = 0; i < lx->mode_count; i++) {
        if (lx->modes[i].kind == MODE_TEXT && !lx->modes[i].triple)
            return false;
    }
    return true;
}

static int comment_in_field(lexer *lx, const char *from)
{
    abandon_fstrings(lx);
    return lexer_error(lx, span_of(lx, from, from + 1),
                       "f-string expression part cannot include '#'");
}

static int unterminated_fstring(lexer *lx)
{
    int i = lx->mode_count - 1;
    while (i > 0 && lx->modes[i].kind != MODE_TEXT)
        i--;
    return unterminated(lx, lx->modes[i].start, lx->modes[i].triple);
}

/* The NUL that ends the text. */
static int end_of_text(lexer *lx)
{
    lx->cursor = lx->end;
    return lx->mode_count ? unterminated_fstring(lx) : TOK_YYEOF;
}

static int stray_backslash(lexer *lx, const char *from)
{
    src_span at = span_of(lx, from, from + 1);
    if (lx->cursor == lx->end)
        return lexer_error(lx, at, "unexpected EOF while parsing");
    if (lx->mode_count) {
        abandon_fstrings(lx);
        return lexer_error(lx, at, "f-string expression part cannot include a backslash");
    }
    lx->cursor = end_of_line(lx->cursor);
    return lexer_error(lx, at, "unexpected character after line continuation character");
}

/* -- values ------------------------------------------------------------------------------------ */

static int with_node(token *out, int kind, ast_node *node)
{
    out->value.node = node;
    return node ? kind : TOK_YYerror;
}

static int with_number(token *out, int kind, int number)
{
    out->value.number = number;
    return kind;
}

static int ascii_name(lexer *lx, const char *from, token *out)
{
    out->value.name = intern(&lx->c->names, from, (size_t)(lx->cursor - from));
    return TOK_NAME;
}

static int unicode_name(lexer *lx, const char *from, token *out)
{
    out->value.name = unicode_identifier(lx, from, lx->cursor);
    return out->value.name ? TOK_NAME : TOK_YYerror;
}

/* Text up to an f-string's next brace or its end; the cursor stays in front of that. */
static int text_before(lexer *lx, const char *from, const char *to, token *out)
{
    lx->cursor = to;
    return with_node(out, TOK_FSTRING_TEXT, fstring_text(lx, from, to, top_mode(lx)->raw));
}

/* A quote in an f-string's text: gives whether it ends the literal, and then moves past it. */
static bool closing_quote(lexer *lx)
{
    const lexer_mode *top = top_mode(lx);
    if (lx->cursor[-1] != top->quote)
        return false;
    if (!top->triple)
        return true;
    if (lx->cursor[0] != top->quote || lx->cursor[1] != top->quote)
        return false;
    lx->cursor += 2;
    return true;
}

static int end_fstring(lexer *lx)
{
    if (top_mode(lx)->kind == MODE_SPEC) {
        int error = lexer_error(lx, span_of(lx, lx->cursor - 1, lx->cursor), "f-string: expecting '}'");
        abandon_fstrings(lx);
        return error;
    }
    pop_mode(lx);
    return TOK_FSTRING_END;
}

static int bad_character(lexer *lx, const char *from)
{
    return lexer_error(lx, span_of(lx, from, lx->cursor), "invalid non-printable character U+%04X",
                       (unsigned char)*from);
}

/* -- the rules --------------------------------------------------------------------------------- */

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = "lx->cursor";
    re2c:define:YYMARKER = marker;
    re2c:define:YYGETCONDITION = "lx->condition";
    re2c:define:YYGETCONDITION:naked = 1;
    re2c:yyfill:enable = 0;
    re2c:indent:top = 1;

    digits = [0-9] ("_"? [0-9])*;
    exponent = [eE] [+-]? digits;
    integer = "0" [xX] ("_"? [0-9a-fA-F])+ | "0" [oO] ("_"? [0-7])+ | "0" [bB] ("_"? [01])+
            | [1-9] ("_"? [0-9])* | "0" ("_"? "0")*;
    float = digits exponent | (digits? "." digits | digits ".") exponent?;
    imaginary = (digits | float) [jJ];

    ascii = [a-zA-Z_] [a-zA-Z0-9_]*;
    unicode = [a-zA-Z_\x80-\xff] [a-zA-Z0-9_\x80-\xff]*;

    prefix = [rR] | [bB] | [uU] | [rR] [bB] | [bB] [rR];
    fprefix = [fF] | [fF] [rR] | [rR] [fF];
    short1 = ['] ([^'\\\n\x00] | "\\" [^\x00])* ['];
    short2 = ["] ([^"\\\n\x00] | "\\" [^\x00])* ["];
    long1 = "'''" ("'" "'"? ([^'\\\x00] | "\\" [^\x00]) | [^'\\\x00] | "\\" [^\x00])* "'''";
    long2 = ["]{3} (["] ["]? ([^"\\\x00] | "\\" [^\x00]) | [^"\\\x00] | "\\" [^\x00])* ["]{3};
*/

void lex_token(lexer *lx, token *out)
{
    const char *const text = lx->cursor;
    const char *from, *marker;
    int kind;
again:
    from = lx->cursor;
#define GIVE(result)                                                                               \
    do {                                                                                           \
        kind = (result);                                                                           \
        goto done;                                                                                 \
    } while (0)
/*!re2c
    <code> [ \t\f]+             { goto again; }
    <code> "#" [^\n\x00]* {
        if (lx->mode_count && !multiline_field(lx))
            GIVE(comment_in_field(lx, from));
        goto again;
    }
    <code> "\\\n" {
        if (lx->cursor == lx->end)
            GIVE(stray_backslash(lx, from));
        goto again;
    }
    <code> "\\"                 { GIVE(stray_backslash(lx, from)); }
    <code> "\n" {
        if (lx->mode_count && (kind = newline_in_field(lx)))
            goto done;
        if (lx->depth)
            goto again;
        GIVE(TOK_NEWLINE);
    }
    <*> "\x00"                  { GIVE(end_of_text(lx)); }

    <code> "False"      { GIVE(TOK_FALSE); }
    <code> "None"       { GIVE(TOK_NONE); }
    <code> "True"       { GIVE(TOK_TRUE); }
    <code> "and"        { GIVE(TOK_AND); }
    <code> "as"         { GIVE(TOK_AS); }
    <code> "assert"     { GIVE(TOK_ASSERT); }
    <code> "async"      { GIVE(TOK_ASYNC); }
    <code> "await"      { GIVE(TOK_AWAIT); }
    <code> "break"      { GIVE(TOK_BREAK); }
    <code> "class"      { GIVE(TOK_CLASS); }
    <code> "continue"   { GIVE(TOK_CONTINUE); }
    <code> "def"        { GIVE(TOK_DEF); }
    <code> "del"        { GIVE(TOK_DEL); }
    <code> "elif"       { GIVE(TOK_ELIF); }
    <code> "else"       { GIVE(TOK_ELSE); }
    <code> "except"     { GIVE(TOK_EXCEPT); }
    <code> "finally"    { GIVE(TOK_FINALLY); }
    <code> "for"        { GIVE(TOK_FOR); }
    <code> "from"       { GIVE(TOK_FROM); }
    <code> "global"     { GIVE(TOK_GLOBAL); }
    <code> "if"         { GIVE(TOK_IF); }
    <code> "import"     { GIVE(TOK_IMPORT); }
    <code> "in"         { GIVE(TOK_IN); }
    <code> "is"         { GIVE(TOK_IS); }
    <code> "lambda"     { GIVE(TOK_LAMBDA); }
    <code> "nonlocal"   { GIVE(TOK_NONLOCAL); }
    <code> "not"        { GIVE(TOK_NOT); }
    <code> "or"         { GIVE(TOK_OR); }
    <code> "pass"       { GIVE(TOK_PASS); }
    <code> "raise"      { GIVE(TOK_RAISE); }
    <code> "return"     { GIVE(TOK_RETURN); }
    <code> "try"        { GIVE(TOK_TRY); }
    <code> "while"      { GIVE(TOK_WHILE); }
    <code> "with"       { GIVE(TOK_WITH); }
    <code> "yield"      { GIVE(TOK_YIELD); }

    <code> ascii        { GIVE(ascii_name(lx, from, out)); }
    <code> unicode      { GIVE(unicode_name(lx, from, out)); }

    <code> integer | float | imaginary | digits {
        GIVE(with_node(out, TOK_NUMBER, number_literal(lx, from, lx->cursor)));
    }
    <code> prefix? (short1 | short2 | long1 | long2) {
        GIVE(with_node(out, TOK_STRING, string_literal(lx, from, lx->cursor)));
    }
    <code> prefix? ("'" | "'''" | ["] | ["]{3}) { GIVE(unterminated_quote(lx, from)); }
    <code> fprefix ("'" | "'''" | ["] | ["]{3}) { GIVE(begin_fstring(lx, from)); }

    <code> "("          { GIVE(open_bracket(lx, TOK_LPAREN)); }
    <code> "["          { GIVE(open_bracket(lx, TOK_LBRACKET)); }
    <code> "{"          { GIVE(open_bracket(lx, TOK_LBRACE)); }
    <code> ")"          { GIVE(close_bracket(lx, '(', TOK_RPAREN)); }
    <code> "]"          { GIVE(close_bracket(lx, '[', TOK_RBRACKET)); }
    <code> "}" {
        if (in_field(lx))
            GIVE(close_field(lx));
        GIVE(close_bracket(lx, '{', TOK_RBRACE));
    }
    <code> ":" {
        if (in_field(lx))
            GIVE(begin_spec(lx));
        GIVE(TOK_COLON);
    }
    <code> ":=" {
        if (in_field(lx)) {
            lx->cursor--;
            GIVE(begin_spec(lx));
        }
        GIVE(TOK_COLON_EQUAL);
    }
    <code> "="          { GIVE(debug_or_equal(lx, out)); }
    <code> "!" [a-zA-Z0-9_]* { GIVE(conversion(lx, from, out)); }

    <code> ","          { GIVE(TOK_COMMA); }
    <code> ";"          { GIVE(TOK_SEMICOLON); }
    <code> "."          { GIVE(TOK_DOT); }
    <code> "..."        { GIVE(TOK_ELLIPSIS); }
    <code> "->"         { GIVE(TOK_ARROW); }
    <code> "+"          { GIVE(TOK_PLUS); }
    <code> "-"          { GIVE(TOK_MINUS); }
    <code> "*"          { GIVE(TOK_STAR); }
    <code> "/"          { GIVE(TOK_SLASH); }
    <code> "//"         { GIVE(TOK_DOUBLE_SLASH); }
    <code> "%"          { GIVE(TOK_PERCENT); }
    <code> "@"          { GIVE(TOK_AT); }
    <code> "**"         { GIVE(TOK_DOUBLE_STAR); }
    <code> "<<"         { GIVE(TOK_LEFT_SHIFT); }
    <code> ">>"         { GIVE(TOK_RIGHT_SHIFT); }
    <code> "&"          { GIVE(TOK_AMPERSAND); }
    <code> "|"          { GIVE(TOK_BAR); }
    <code> "^"          { GIVE(TOK_CARET); }
    <code> "~"          { GIVE(TOK_TILDE); }
    <code> "<"          { GIVE(TOK_LESS); }
    <code> ">"          { GIVE(TOK_GREATER); }
    <code> "<="         { GIVE(TOK_LESS_EQUAL); }
    <code> ">="         { GIVE(TOK_GREATER_EQUAL); }
    <code> "=="         { GIVE(TOK_EQUAL_EQUAL); }
    <code> "!="         { GIVE(TOK_NOT_EQUAL); }
    <code> "<>"         { GIVE(TOK_YYUNDEF); }

    <code> "+="         { GIVE(with_number(out, TOK_AUGMENTED, AST_ADD)); }
    <code> "-="         { GIVE(with_number(out, TOK_AUGMENTED, AST_SUB)); }
    <code> "*="         { GIVE(with_number(out, TOK_AUGMENTED, AST_MULT)); }
    <code> "@="         { GIVE(with_number(out, TOK_AUGMENTED, AST_MATMULT)); }
    <code> "/="         { GIVE(with_number(out, TOK_AUGMENTED, AST_DIV)); }
    <code> "//="        { GIVE(with_number(out, TOK_AUGMENTED, AST_FLOORDIV)); }
    <code> "%="         { GIVE(with_number(out, TOK_AUGMENTED, AST_MOD)); }
    <code> "**="        { GIVE(with_number(out, TOK_AUGMENTED, AST_POW)); }
    <code> "<<="        { GIVE(with_number(out, TOK_AUGMENTED, AST_LSHIFT)); }
    <code> ">>="        { GIVE(with_number(out, TOK_AUGMENTED, AST_RSHIFT)); }
    <code> "&="         { GIVE(with_number(out, TOK_AUGMENTED, AST_BITAND)); }
    <code> "|="         { GIVE(with_number(out, TOK_AUGMENTED, AST_BITOR)); }
    <code> "^="         { GIVE(with_number(out, TOK_AUGMENTED, AST_BITXOR)); }

    <code> [$?`]        { GIVE(TOK_YYUNDEF); }
    <code> *            { GIVE(bad_character(lx, from)); }

    <text, text3> "{{" | "}}"                   { goto again; }
    <text, text3, spec, spec3> "{" {
        if (from > text)
            GIVE(text_before(lx, text, from, out));
        GIVE(open_field(lx));
    }
    <text, text3> "}" {
        GIVE(lexer_error(lx, span_of(lx, from, lx->cursor), "f-string: single '}' is not allowed"));
    }
    <spec, spec3> "}" {
        if (from > text)
            GIVE(text_before(lx, text, from, out));
        GIVE(close_field(lx));
    }
    <text, spec> "\n"                           { lx->cursor--; GIVE(unterminated_fstring(lx)); }
    <text, text3, spec, spec3> "\\" [^{}\x00]   { goto again; }
    <text, text3, spec, spec3> "\\N{" [^{}'"\n\x00]* "}" {
        if (top_mode(lx)->raw)
            lx->cursor = from + 2;
        goto again;
    }
    <text, text3, spec, spec3> ['"] {
        if (!closing_quote(lx))
            goto again;
        if (from > text)
            GIVE(text_before(lx, text, from, out));
        GIVE(end_fstring(lx));
    }
    <text, spec> [^{}\\'"\n\x00]+               { goto again; }
    <text3, spec3> [^{}\\'"\x00]+               { goto again; }
    <text, text3, spec, spec3> *                { goto again; }
*/
#undef GIVE
done:
    out->kind = kind;
    out->span = span_of(lx, kind == TOK_FSTRING_TEXT ? text : from, lx->cursor);
}
