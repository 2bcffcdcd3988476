/* caret.c: finds the operator, the subscript or the callee that a failed expression is about.
 *
 * CPython parses the expression's text again to mark `a + b` as ~~^~~ and `a[i]` as ~^^^. Here
 * one pass over its tokens outside brackets does: the binary operator that binds weakest, or the
 * brackets that end the text. Anything that binds weaker than a binary operator (comparisons,
 * `not`, `await`, ...) means that the expression is of another kind. */
#include "exc/caret.h"

#include <ctype.h>
#include <string.h>

typedef struct scan {
    const char *text;
    size_t size, at;
    bool after_operand;
    size_t prefixes;       /* unary operators at the very beginning */
    int weakest;           /* precedence of the operator found, 0 = none */
    size_t start, end;     /* the operator */
    size_t bracket, close; /* the last [ after an operand, and its ] */
} scan;

enum { POWER = 8 };

/* Precedence and length of the binary operator at the position; 0 = none. */
static int operator_at(const char *at, size_t left, size_t *length)
{
    static const struct {
        const char *text;
        int precedence;
    } operators[] = {
        {"**", POWER}, {"//", 6}, {"<<", 4}, {">>", 4}, {"*", 6}, {"/", 6}, {"%", 6},
        {"@", 6},      {"+", 5},  {"-", 5},  {"&", 3},  {"^", 2}, {"|", 1},
    };
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
        *length = strlen(operators[i].text);
        if (*length <= left && !memcmp(at, operators[i].text, *length))
            return operators[i].precedence;
    }
    return 0;
}

static size_t string_end(const char *text, size_t size, size_t at)
{
    char quote = text[at];
    size_t length = at + 2 < size && text[at + 1] == quote && text[at + 2] == quote ? 3 : 1;
    for (size_t i = at + length; i < size; i++) {
        if (text[i] == '\\')
            i++;
        else if (text[i] == quote &&
                 (length == 1 || (i + 2 < size && text[i + 1] == quote && text[i + 2] == quote)))
            return i + length;
    }
    return size;
}

static size_t bracket_end(const char *text, size_t size, size_t at)
{
    int depth = 0;
    for (size_t i = at; i < size; i++) {
        if (text[i] == '\'' || text[i] == '"')
            i = string_end(text, size, i) - 1;
        else if (strchr("([{", text[i]))
            depth++;
        else if (strchr(")]}", text[i]) && --depth == 0)
            return i + 1;
    }
    return size;
}

static bool is_word(unsigned char c)
{
    return isalnum(c) || c == '_' || c == '.' || c >= 0x80;
}

/* A name or number; false for a keyword that makes the expression another kind, or a second word
 * after the first: a statement. */
static bool scan_word(scan *s)
{
    if (s->after_operand) return false;
    static const char *const keywords[] = {"and",  "or",     "not",   "in",    "is", "if",
                                           "else", "lambda", "await", "yield", "for"};
    size_t start = s->at;
    while (s->at < s->size && is_word((unsigned char)s->text[s->at])) s->at++;
    size_t length = s->at - start;
    for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++)
        if (strlen(keywords[i]) == length && !memcmp(keywords[i], s->text + start, length))
            return false;
    bool exponent = isdigit((unsigned char)s->text[start]) && strchr("eE", s->text[s->at - 1]) &&
                    s->at < s->size && strchr("+-", s->text[s->at]);
    if (exponent) s->at++;
    s->after_operand = !exponent;
    return true;
}

static bool scan_operator(scan *s)
{
    size_t length;
    int precedence = operator_at(s->text + s->at, s->size - s->at, &length);
    if (!s->after_operand) {
        if (!strchr("+-~", s->text[s->at])) return false;
        if (!s->weakest) s->prefixes++;
        s->at++;
        return true;
    }
    if (!precedence) return false;
    /* of equals the last one is the outermost, but ** goes from right to left */
    if (!s->weakest || precedence < s->weakest ||
        (precedence == s->weakest && precedence != POWER)) {
        s->weakest = precedence;
        s->start = s->at;
        s->end = s->at + length;
    }
    s->at += length;
    s->after_operand = false;
    return true;
}

static bool scan_token(scan *s)
{
    char c = s->text[s->at];
    if (isspace((unsigned char)c)) {
        s->at++;
    } else if (c == '\'' || c == '"') {
        s->at = string_end(s->text, s->size, s->at);
        s->after_operand = true;
    } else if (strchr("([{", c)) {
        size_t end = bracket_end(s->text, s->size, s->at);
        if (c == '[' && s->after_operand) {
            s->bracket = s->at;
            s->close = end;
        }
        s->at = end;
        s->after_operand = true;
    } else if (is_word((unsigned char)c)) {
        return scan_word(s);
    } else {
        return scan_operator(s);
    }
    return true;
}

bool rt_find_anchor(const char *text, size_t size, size_t *start, size_t *end)
{
    scan s = {.text = text, .size = size};
    while (s.at < size)
        if (!scan_token(&s)) return false;
    if (s.weakest && !(s.prefixes && s.weakest == POWER)) {
        *start = s.start;
        *end = s.end;
        return true;
    }
    if (s.weakest || s.prefixes || !s.bracket || s.close != size) return false;
    *start = s.bracket;
    *end = s.close;
    return true;
}

size_t rt_callee_size(const char *text, size_t size)
{
    size_t callee = size;
    for (size_t at = 0; at < size;) {
        if (text[at] == '(') callee = at;
        if (text[at] == '\'' || text[at] == '"')
            at = string_end(text, size, at);
        else
            at = strchr("([{", text[at]) ? bracket_end(text, size, at) : at + 1;
    }
    return callee ? callee : size;
}
