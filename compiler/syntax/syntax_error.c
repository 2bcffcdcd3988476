/* Explaining syntax errors: a list of cases, each of which looks at the tokens around the place
 * and either reports or passes on.
 */
#include "syntax/syntax_error.h"

#include <string.h>

#include "parser.h"

void expect_token(expected_tokens *set, int kind)
{
    int index = kind - TOK_YYUNDEF;
    if (index >= 0 && index < (int)sizeof set->has) set->has[index] = true;
}

bool is_expected(const expected_tokens *set, int kind)
{
    return set->has[kind - TOK_YYUNDEF];
}

/* Where the parser stopped. `line` has at least the token that does not fit. */
typedef struct mistake {
    parser *p;
    const expected_tokens *expected;
    const token *line;
    int last;     /* index of the token that does not fit */
    token found;  /* that token */
    token before; /* the one before it; kind 0 when there is none */
    int bracket;  /* index of the innermost open bracket, or -1 */
} mistake;

static int kind_at(const mistake *m, int index)
{
    return index >= 0 ? m->line[index].kind : 0;
}

static bool opens(int kind)
{
    return kind == TOK_LPAREN || kind == TOK_LBRACKET || kind == TOK_LBRACE ||
           kind == TOK_FIELD_OPEN;
}

static bool closes(int kind)
{
    return kind == TOK_RPAREN || kind == TOK_RBRACKET || kind == TOK_RBRACE ||
           kind == TOK_FIELD_CLOSE;
}

/* The index of the bracket that `index`, a closing one, closes. */
static int opening_of(const mistake *m, int index)
{
    int depth = 0;
    for (; index > 0; index--) {
        depth += closes(kind_at(m, index)) - opens(kind_at(m, index));
        if (depth == 0) break;
    }
    return index;
}

static int innermost_bracket(const mistake *m)
{
    for (int i = m->last - 1; i >= 0; i--) {
        if (closes(kind_at(m, i)))
            i = opening_of(m, i);
        else if (opens(kind_at(m, i)))
            return i;
    }
    return -1;
}

/* Whether the place is in the expression of an f-string's field. */
static bool in_fstring(const mistake *m)
{
    for (int i = m->last - 1; i >= 0; i--) {
        if (closes(kind_at(m, i)))
            i = opening_of(m, i);
        else if (kind_at(m, i) == TOK_FIELD_OPEN)
            return true;
    }
    return false;
}

static bool has_trait(int kind, int trait)
{
    return (token_traits(kind) & trait) != 0;
}

/* -- brackets ---------------------------------------------------------------------------------- */

static bool is_last_token(const lexer *lx)
{
    lexer ahead = *lx;
    token next;
    ahead.quiet = true;
    lex_token(&ahead, &next);
    return next.kind == TOK_YYEOF;
}

/* A bracket left open swallows the lines after it: where the parser stops is then seldom where
 * the mistake is. */
static bool unclosed_bracket(const mistake *m)
{
    const lexer *lx = &m->p->layout.lexer;
    if (!lx->depth || lx->mode_count) return false;
    const lexer_bracket *open = &lx->brackets[lx->depth - 1];
    bool at_end = m->found.kind == TOK_YYEOF;
    if (m->found.span.start == open->at) { /* the bracket itself does not fit */
        at_end = is_last_token(lx);
        if (!at_end && lx->depth == 1) return false;
        open -= !at_end;
    }
    bool later =
        source_line(m->p->source, m->found.span.start) > source_line(m->p->source, open->at);
    if ((!at_end && !later) || lexer_brackets_close(lx)) return false;
    parse_error(m->p, (src_span){open->at, open->at + 1}, "'%c' was never closed", open->open);
    return true;
}

/* -- statements -------------------------------------------------------------------------------- */

/* Statements of Python 2 that are functions now. */
static bool legacy_statement(const mistake *m)
{
    static const char *const LEGACY[] = {"print", "exec"};
    if (m->before.kind != TOK_NAME || !has_trait(m->found.kind, BEGINS)) return false;
    for (size_t i = 0; i < sizeof LEGACY / sizeof *LEGACY; i++) {
        if (strcmp(m->before.value.name->text, LEGACY[i]) == 0) {
            parse_error(m->p, m->before.span,
                        "Missing parentheses in call to '%s'. Did you mean %s(...)?", LEGACY[i],
                        LEGACY[i]);
            return true;
        }
    }
    return false;
}

/* After these CPython asks for the colon whatever else stands there. */
static bool wants_colon_at_once(const mistake *m)
{
    int kind = kind_at(m, 0);
    if (kind == TOK_ASYNC) kind = kind_at(m, 1);
    return kind == TOK_ELSE || kind == TOK_TRY || kind == TOK_FINALLY || kind == TOK_DEF;
}

static bool begins_block(int kind)
{
    static const int KINDS[] = {TOK_IF,    TOK_ELIF,  TOK_ELSE,   TOK_FOR,     TOK_WHILE,
                                TOK_WITH,  TOK_TRY,   TOK_EXCEPT, TOK_FINALLY, TOK_DEF,
                                TOK_CLASS, TOK_MATCH, TOK_CASE};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (KINDS[i] == kind) return true;
    }
    return false;
}

static bool missing_colon(const mistake *m)
{
    int first = kind_at(m, 0) == TOK_ASYNC ? kind_at(m, 1) : kind_at(m, 0);
    bool expected = is_expected(m->expected, TOK_COLON) && m->bracket < 0 && begins_block(first);
    if (!expected || (m->found.kind != TOK_NEWLINE && !wants_colon_at_once(m))) return false;
    parse_error(m->p, m->found.span, "expected ':'");
    return true;
}

static bool missing_parameter_list(const mistake *m)
{
    bool after_name = m->before.kind == TOK_NAME && kind_at(m, m->last - 2) == TOK_DEF;
    if (after_name) parse_error(m->p, m->found.span, "expected '('");
    return after_name;
}

static bool try_without_handler(const mistake *m)
{
    bool expected = is_expected(m->expected, TOK_EXCEPT) && is_expected(m->expected, TOK_FINALLY) &&
                    !is_expected(m->expected, TOK_NAME);
    if (expected) parse_error(m->p, m->found.span, "expected 'except' or 'finally' block");
    return expected;
}

static bool except_star_without_type(const mistake *m)
{
    bool bare = m->before.kind == TOK_STAR && kind_at(m, m->last - 2) == TOK_EXCEPT &&
                (m->found.kind == TOK_COLON || m->found.kind == TOK_NEWLINE);
    if (bare) parse_error(m->p, m->found.span, "expected one or more exception types");
    return bare;
}

static bool pattern_target(const mistake *m)
{
    bool target =
        kind_at(m, 0) == TOK_CASE && m->before.kind == TOK_AS && has_trait(m->found.kind, BEGINS);
    if (target) parse_error(m->p, m->found.span, "invalid pattern target");
    return target;
}

/* -- parameters -------------------------------------------------------------------------------- */

/* Whether the place is in the parentheses of a def. */
static bool in_definition(const mistake *m)
{
    return m->bracket >= 2 && kind_at(m, m->bracket) == TOK_LPAREN &&
           kind_at(m, m->bracket - 1) == TOK_NAME && kind_at(m, m->bracket - 2) == TOK_DEF;
}

/* Whether the bracket just read holds names and commas only. */
static bool names_follow(const mistake *m)
{
    lexer ahead = m->p->layout.lexer;
    token t;
    ahead.quiet = true;
    do lex_token(&ahead, &t);
    while (t.kind == TOK_NAME || t.kind == TOK_COMMA);
    return t.kind == TOK_RPAREN;
}

/* Only a parameter list can go on with a slash where it can with a name. */
static bool parenthesised_parameter(const mistake *m)
{
    bool parameter = is_expected(m->expected, TOK_NAME) && is_expected(m->expected, TOK_SLASH);
    if (m->found.kind != TOK_LPAREN || !parameter || !names_follow(m)) return false;
    parse_error(m->p, m->found.span, "%s parameters cannot be parenthesized",
                in_definition(m) ? "Function" : "Lambda expression");
    return true;
}

static bool missing_default(const mistake *m)
{
    bool missing = m->before.kind == TOK_EQUAL && in_definition(m) &&
                   (m->found.kind == TOK_RPAREN || m->found.kind == TOK_COMMA);
    if (missing) parse_error(m->p, m->before.span, "expected default value expression");
    return missing;
}

static bool starred_parameter_default(const mistake *m)
{
    int star = kind_at(m, m->last - 2);
    bool starred = m->found.kind == TOK_EQUAL && m->before.kind == TOK_NAME && in_definition(m) &&
                   (star == TOK_STAR || star == TOK_DOUBLE_STAR);
    if (starred)
        parse_error(m->p, m->found.span, "%s argument cannot have default value",
                    star == TOK_STAR ? "var-positional" : "var-keyword");
    return starred;
}

/* -- expressions ------------------------------------------------------------------------------- */

/* Whether the `in` at `index` belongs to a `for`, not to a comparison. */
static bool is_in_of_for(const mistake *m, int index)
{
    for (int i = index - 1; i >= 0; i--) {
        int kind = kind_at(m, i);
        if (closes(kind))
            i = opening_of(m, i);
        else if (opens(kind) || kind == TOK_IN || kind == TOK_IF || kind == TOK_ELSE)
            return false;
        else if (kind == TOK_FOR)
            return true;
    }
    return false;
}

/* Tokens that an operand without a conditional or a comma does not hold. */
static bool bounds_operand(const mistake *m, int index)
{
    switch (kind_at(m, index)) {
    case TOK_COMMA:
    case TOK_COLON:
    case TOK_SEMICOLON:
    case TOK_EQUAL:
    case TOK_COLON_EQUAL:
    case TOK_AUGMENTED:
    case TOK_ARROW:
    case TOK_FIELD_DEBUG:
    case TOK_FIELD_SPEC: return true;
    case TOK_IN: return is_in_of_for(m, index);
    case TOK_STAR:
    case TOK_DOUBLE_STAR: return !has_trait(kind_at(m, index - 1), ENDS);
    case TOK_NOT:
    case TOK_AND:
    case TOK_OR:
    case TOK_IS:
    case TOK_AWAIT:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE: return false;
    default: return opens(kind_at(m, index)) || has_trait(kind_at(m, index), KEYWORD | LAYOUT);
    }
}

/* The index of the first token of the operand that ends before the place. */
static int operand_start(const mistake *m, int index)
{
    for (; index >= 0; index--) {
        if (closes(kind_at(m, index)))
            index = opening_of(m, index);
        else if (kind_at(m, index) == TOK_FSTRING_END)
            while (index > 0 && kind_at(m, index) != TOK_FSTRING_START) index--;
        else if (bounds_operand(m, index))
            break;
    }
    return index + 1;
}

static bool is_soft_keyword(const token *t)
{
    static const char *const SOFT[] = {"match", "case", "_"};
    for (size_t i = 0; t->kind == TOK_NAME && i < sizeof SOFT / sizeof *SOFT; i++) {
        if (strcmp(t->value.name->text, SOFT[i]) == 0) return true;
    }
    return false;
}

/* `x if y` and then something that is not `else`. */
static bool missing_else(const mistake *m)
{
    bool ternary = is_expected(m->expected, TOK_ELSE) && has_trait(m->before.kind, ENDS);
    if (!ternary || m->found.kind == TOK_COLON) return false;
    int test = operand_start(m, m->last - 1);
    if (kind_at(m, test - 1) != TOK_IF) return false;
    int start = operand_start(m, test - 2);
    src_span at = span_join(m->line[start].span, m->before.span);
    parse_error(m->p, at, "expected 'else' after 'if' expression");
    return true;
}

static bool missing_comma(const mistake *m)
{
    if (m->bracket < 0 || !has_trait(m->before.kind, ENDS) || !has_trait(m->found.kind, BEGINS))
        return false;
    int start = operand_start(m, m->last - 1);
    int bound = kind_at(m, start - 1);
    bool name_then_string =
        kind_at(m, start) == TOK_NAME &&
        (kind_at(m, start + 1) == TOK_STRING || kind_at(m, start + 1) == TOK_FSTRING_START);
    bool other = bound == TOK_FOR || bound == TOK_ELSE || bound == TOK_LAMBDA || bound == TOK_AS ||
                 bound == TOK_DOUBLE_STAR || bound == TOK_IMPORT || kind_at(m, 0) == TOK_CASE;
    bool parameter = in_definition(m) && bound != TOK_COLON && bound != TOK_EQUAL;
    if (start >= m->last || name_then_string || other || parameter ||
        is_soft_keyword(&m->line[start]))
        return false;
    src_span at = span_join(m->line[start].span, m->found.span);
    parse_error(m->p, at, "%sinvalid syntax. Perhaps you forgot a comma?",
                in_fstring(m) ? "f-string: " : "");
    return true;
}

/* Where a field's expression is over, only its end may follow. */
static bool unclosed_field(const mistake *m)
{
    const lexer *lx = &m->p->layout.lexer;
    bool over = m->found.kind == TOK_EQUAL || m->before.kind == TOK_FIELD_CONVERSION ||
                m->before.kind == TOK_FIELD_DEBUG;
    bool unclosed = lx->mode_count && kind_at(m, m->bracket) == TOK_FIELD_OPEN && over;
    if (unclosed) parse_error(m->p, m->found.span, "f-string: expecting '}'");
    return unclosed;
}

/* -- dict displays ----------------------------------------------------------------------------- */

static bool dict_value(const mistake *m)
{
    bool value = kind_at(m, m->bracket) == TOK_LBRACE && m->before.kind == TOK_COLON;
    if (value && m->found.kind == TOK_STAR)
        parse_error(m->p, m->found.span, "cannot use a starred expression in a dictionary value");
    else if (value && (m->found.kind == TOK_RBRACE || m->found.kind == TOK_COMMA))
        parse_error(m->p, m->before.span, "expression expected after dictionary key and ':'");
    else
        return false;
    return true;
}

static bool dict_key_without_value(const mistake *m)
{
    bool key = kind_at(m, m->bracket) == TOK_LBRACE && is_expected(m->expected, TOK_COLON) &&
               !is_expected(m->expected, TOK_COMMA) && has_trait(m->before.kind, ENDS);
    if (!key || kind_at(m, 0) == TOK_CASE) return false;
    parse_error(m->p, m->before.span, "':' expected after dictionary key");
    return true;
}

/* -- everything else --------------------------------------------------------------------------- */

/* A mistyped keyword looks like a name at the beginning of a statement. */
static void suggest_keyword(const mistake *m)
{
    static const char *const KEYWORDS[] = {
        "async",    "await",   "assert", "class",  "continue", "def",   "elif",   "else",
        "except",   "finally", "for",    "from",   "global",   "if",    "import", "match",
        "nonlocal", "pass",    "raise",  "return", "try",      "while", "with",   "yield",
    };
    const token *first = &m->line[0];
    if (first->kind != TOK_NAME || m->last != 1) return;
    nearest near = nearest_to(first->value.name->text);
    for (size_t i = 0; i < sizeof KEYWORDS / sizeof *KEYWORDS; i++)
        nearest_offer(&near, KEYWORDS[i]);
    if (near.best && near.distance) diag_hint(&m->p->c->diags, "did you mean '%s'?", near.best);
}

static void anything_else(const mistake *m)
{
    parse_error(m->p, m->found.span, "%sinvalid syntax", in_fstring(m) ? "f-string: " : "");
    suggest_keyword(m);
}

/* In this order: the first that recognises the mistake reports it. */
static bool (*const CASES[])(const mistake *) = {
    unclosed_bracket,
    missing_parameter_list,
    legacy_statement,
    try_without_handler,
    except_star_without_type,
    pattern_target,
    parenthesised_parameter,
    missing_default,
    starred_parameter_default,
    missing_colon,
    missing_else,
    dict_value,
    dict_key_without_value,
    unclosed_field,
    missing_comma,
};

/* A clause whose statement has been dropped for a mistake is no mistake of its own, nor is a line
 * that stands where a block is missing. */
static bool is_consequence(const mistake *m)
{
    int kind = kind_at(m, 0);
    bool clause = kind == TOK_ELSE || kind == TOK_ELIF || kind == TOK_EXCEPT ||
                  kind == TOK_FINALLY || kind == TOK_CASE;
    int column = (int)source_byte_column(m->p->source, m->found.span.start);
    bool after_made_up = m->p->layout.made_up;
    bool dropped = m->p->dropped_column >= 0 && column >= m->p->dropped_column;
    return m->last == 0 && (after_made_up || (clause && dropped));
}

void report_syntax_error(parser *p, const expected_tokens *expected)
{
    mistake m = {.p = p, .expected = expected, .line = p->line.items};
    m.last = (int)p->line.count - 1;
    m.found = m.line[m.last];
    m.before = m.last > 0 ? m.line[m.last - 1] : (token){0};
    m.bracket = innermost_bracket(&m);
    p->layout.failed = p->recovering = true;
    if (p->failed || is_consequence(&m)) {
        p->failed = true;
        return;
    }
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        if (CASES[i](&m)) return;
    }
    anything_else(&m);
}
