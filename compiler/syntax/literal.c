/* Literals: numbers, strings, bytes and the text of f-strings, decoded. */
#include "syntax/literal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

/* CPython's sys.int_info.default_max_str_digits: decimal literals may not be longer. */
enum { MAX_DECIMAL_DIGITS = 4300 };

static src_span span_of(lexer *lx, const char *from, const char *to)
{
    return (src_span){lexer_offset(lx, from), lexer_offset(lx, to)};
}

static ast_node *make_constant(lexer *lx, src_span span, ast_constant value)
{
    ast_node *n = ast_new(&lx->c->memory, AST_Constant, span);
    n->as.Constant.value = value;
    return n;
}

/* -- numbers ----------------------------------------------------------------------------------- */

typedef struct radix {
    char letter;
    uint8_t base;
    const char *what;
} radix;

static const radix RADIXES[] = {
    {'x', 16, "hexadecimal"}, {'o', 8, "octal"}, {'b', 2, "binary"}, {'\0', 10, "decimal"}};

/* The radix that a literal's prefix asks for, complete or not. */
static const radix *radix_of(const char *from)
{
    const radix *r = RADIXES;
    while (r->letter && !(from[0] == '0' && (from[1] | 0x20) == r->letter)) r++;
    return r;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name_character(char c)
{
    unsigned char letter = (unsigned char)c | 0x20;
    return is_digit(c) || c == '_' || (letter >= 'a' && letter <= 'z') || (unsigned char)c >= 0x80;
}

/* CPython still lets a number run into one of these keywords: `1if x else 2`. */
static bool is_keyword_after_number(const char *p)
{
    static const char *const KEYWORDS[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    size_t length = 0;
    while (is_name_character(p[length])) length++;
    for (size_t i = 0; i < sizeof KEYWORDS / sizeof *KEYWORDS; i++) {
        if (strncmp(p, KEYWORDS[i], length) == 0 && KEYWORDS[i][length] == '\0') return true;
    }
    return false;
}

/* What is wrong with a number that runs on as `to` does; the rest of the word is skipped. */
static ast_node *refuse_number(lexer *lx, const char *from, const char *to)
{
    const radix *r = radix_of(from);
    src_span last = *to == '_' ? span_of(lx, to, to + 1) : span_of(lx, to - 1, to);
    const char *end = to;
    while (is_name_character(*end)) end++;
    lx->cursor = end;
    bool other_digit = r->base < 10 && is_digit(*to);
    bool prefix_then_digit = to == from + 1 && r->base < 10 && is_digit(to[1]);
    if (other_digit || prefix_then_digit) {
        const char *digit = other_digit ? to : to + 1;
        lexer_error(lx, span_of(lx, digit, digit + 1), "invalid digit '%c' in %s literal", *digit,
                    r->what);
    } else if ((to[-1] | 0x20) == 'j') {
        lexer_error(lx, last, "invalid imaginary literal");
    } else if (r->base != 10 && to == from + 1) {
        lexer_error(lx, span_of(lx, to, to + 1), "invalid %s literal", r->what);
    } else {
        lexer_error(lx, last, "invalid %s literal", r->what);
    }
    return NULL;
}

static ast_node *refuse_leading_zeros(lexer *lx, const char *from, const char *to)
{
    const char *digit = from;
    while (*digit == '0' || *digit == '_') digit++;
    lexer_error(lx, span_of(lx, from, digit < to ? digit : to),
                "leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers");
    return NULL;
}

/* The digits without prefix and underscores. */
static char *bare_digits(lexer *lx, const char *from, const char *to, uint32_t *length)
{
    char *digits = arena_alloc(&lx->c->memory, (size_t)(to - from) + 1);
    *length = 0;
    for (const char *p = from; p < to; p++) {
        if (*p != '_') digits[(*length)++] = *p;
    }
    return digits;
}

static ast_node *integer(lexer *lx, const char *from, const char *to)
{
    const radix *r = radix_of(from);
    ast_constant value = {.tag = AST_CONST_INT, .base = r->base};
    value.text = bare_digits(lx, r->base == 10 ? from : from + 2, to, &value.length);
    bool zeros = r->base == 10 && value.text[0] == '0' && strspn(value.text, "0") < value.length;
    if (zeros) return refuse_leading_zeros(lx, from, to);
    if (r->base == 10 && value.length > MAX_DECIMAL_DIGITS) {
        lexer_error(lx, span_of(lx, from, to),
                    "Exceeds the limit (%d digits) for integer string conversion: value has %u "
                    "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                    "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                    MAX_DECIMAL_DIGITS, value.length);
        return NULL;
    }
    errno = 0;
    value.integer = strtoll(value.text, NULL, r->base);
    value.fits = errno == 0;
    if (!value.fits) value.integer = 0;
    return make_constant(lx, span_of(lx, from, to), value);
}

ast_node *number_literal(lexer *lx, const char *from, const char *to)
{
    if (is_name_character(*to) && !is_keyword_after_number(to)) return refuse_number(lx, from, to);
    bool imaginary = (to[-1] | 0x20) == 'j';
    bool prefixed = radix_of(from)->base != 10;
    if (prefixed ||
        (!imaginary && !memchr(from, '.', (size_t)(to - from)) &&
         !memchr(from, 'e', (size_t)(to - from)) && !memchr(from, 'E', (size_t)(to - from))))
        return integer(lx, from, to);
    uint32_t length;
    char *digits = bare_digits(lx, from, to, &length);
    ast_constant value = {.tag = imaginary ? AST_CONST_COMPLEX : AST_CONST_FLOAT};
    value.number = strtod(digits, NULL);
    return make_constant(lx, span_of(lx, from, to), value);
}

/* -- escapes ----------------------------------------------------------------------------------- */

/* The text being decoded; `failed` once a mistake has been reported. */
typedef struct decoding {
    lexer *lx;
    const char *body; /* the first byte after the opening quote: positions count from it */
    const char *p;
    const char *end;
    src_span literal;
    bool bytes;
    bool failed;
    strbuf out;
} decoding;

static void fail(decoding *d, const char *escape, const char *reason)
{
    int from = (int)(escape - d->body), to = (int)(d->p - d->body) - 1;
    if (d->bytes)
        lexer_error(d->lx, d->literal, "(value error) invalid \\x escape at position %d", from);
    else
        lexer_error(
            d->lx, d->literal,
            "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from,
            to, reason);
    d->failed = true;
}

static int hex_digit(char c)
{
    if (is_digit(c)) return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void put(decoding *d, uint32_t c)
{
    if (d->bytes)
        strbuf_putc(&d->out, (char)c);
    else
        strbuf_put_utf8(&d->out, c);
}

static void decode_hex(decoding *d, const char *escape, int digits, const char *truncated)
{
    uint32_t c = 0;
    for (int i = 0; i < digits; i++, d->p++) {
        int digit = d->p < d->end ? hex_digit(*d->p) : -1;
        if (digit < 0) {
            fail(d, escape, truncated);
            return;
        }
        c = c << 4 | (uint32_t)digit;
    }
    if (c > 0x10FFFF)
        fail(d, escape, "illegal Unicode character");
    else
        put(d, c);
}

static void decode_octal(decoding *d)
{
    uint32_t c = 0;
    for (int i = 0; i < 3 && d->p < d->end && *d->p >= '0' && *d->p <= '7'; i++, d->p++)
        c = c << 3 | (uint32_t)(*d->p - '0');
    put(d, d->bytes ? c & 0xFF : c);
}

/* Unicode's names of characters are a megabyte; they are not part of the compiler. */
static void decode_named(decoding *d, const char *escape)
{
    const char *close = memchr(d->p, '}', (size_t)(d->end - d->p));
    if (*d->p != '{' || !close || close == d->p + 1) {
        d->p = *d->p == '{' ? (close ? close : d->end) : d->p;
        fail(d, escape, "malformed \\N character escape");
        return;
    }
    lexer_error(d->lx, d->literal, "characters by name (%.*s) are not supported",
                (int)(close + 1 - escape), escape);
    if (!d->lx->quiet)
        diag_hint(&d->lx->c->diags, "write the character itself, or \\uXXXX with its code");
    d->failed = true;
}

/* Escapes that stand for one character. */
static const char SIMPLE[][2] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},  {'a', '\a'}, {'b', '\b'},
                                 {'f', '\f'},  {'n', '\n'},  {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};

static bool decode_simple(decoding *d, char c)
{
    for (size_t i = 0; i < sizeof SIMPLE / sizeof *SIMPLE; i++) {
        if (SIMPLE[i][0] == c) {
            strbuf_putc(&d->out, SIMPLE[i][1]);
            return true;
        }
    }
    return c == '\n'; /* a continued line adds nothing */
}

/* d->p is at a backslash. An escape that means nothing stands for itself, backslash and all. */
static void decode_escape(decoding *d)
{
    const char *escape = d->p++;
    char c = d->p < d->end ? *d->p : '\0';
    if (c >= '0' && c <= '7') {
        decode_octal(d);
        return;
    }
    d->p++;
    if (c == 'x')
        decode_hex(d, escape, 2, "truncated \\xXX escape");
    else if (c == 'u' && !d->bytes)
        decode_hex(d, escape, 4, "truncated \\uXXXX escape");
    else if (c == 'U' && !d->bytes)
        decode_hex(d, escape, 8, "truncated \\UXXXXXXXX escape");
    else if (c == 'N' && !d->bytes)
        decode_named(d, escape);
    else if (!decode_simple(d, c)) {
        d->p = escape + 1;
        strbuf_putc(&d->out, '\\');
    }
}

/* -- strings ----------------------------------------------------------------------------------- */

static ast_node *text_node(lexer *lx, src_span span, bool bytes, const char *text, size_t length)
{
    ast_constant value = {
        .tag = bytes ? AST_CONST_BYTES : AST_CONST_STR,
        .text = arena_strndup(&lx->c->memory, text, length),
        .length = (uint32_t)length,
    };
    return make_constant(lx, span, value);
}

static ast_node *decode(decoding *d)
{
    while (d->p < d->end && !d->failed) {
        const char *stop = memchr(d->p, '\\', (size_t)(d->end - d->p));
        stop = stop ? stop : d->end;
        strbuf_append(&d->out, d->p, (size_t)(stop - d->p));
        d->p = stop;
        if (stop < d->end) decode_escape(d);
    }
    ast_node *n = d->failed
                      ? NULL
                      : text_node(d->lx, d->literal, d->bytes, strbuf_text(&d->out), d->out.length);
    strbuf_free(&d->out);
    return n;
}

static ast_node *decode_body(lexer *lx, src_span literal, const char *body, const char *end,
                             bool raw, bool bytes)
{
    if (raw || !memchr(body, '\\', (size_t)(end - body)))
        return text_node(lx, literal, bytes, body, (size_t)(end - body));
    decoding d = {lx, body, body, end, literal, bytes, false, {0}};
    return decode(&d);
}

static bool is_ascii(const char *p, const char *end)
{
    while (p < end && (unsigned char)*p < 0x80) p++;
    return p == end;
}

ast_node *string_literal(lexer *lx, const char *from, const char *to)
{
    bool raw = false, bytes = false, kind_u = false;
    const char *quote = from;
    for (; *quote != '\'' && *quote != '"'; quote++) {
        raw |= (*quote | 0x20) == 'r';
        bytes |= (*quote | 0x20) == 'b';
        kind_u |= *quote == 'u';
    }
    bool triple = to - quote >= 6 && quote[1] == *quote && quote[2] == *quote;
    int quotes = triple ? 3 : 1;
    const char *body = quote + quotes, *end = to - quotes;
    src_span literal = span_of(lx, from, to);
    if (bytes && !is_ascii(body, end)) {
        lexer_error(lx, literal, "bytes can only contain ASCII literal characters");
        return NULL;
    }
    ast_node *n = decode_body(lx, literal, body, end, raw, bytes);
    if (n && kind_u) n->as.Constant.kind = intern(&lx->c->names, "u", 1);
    return n;
}

/* Doubled braces are one brace; every other brace has been taken for a field by the lexer. */
static const char *join_braces(lexer *lx, const char *from, const char **end)
{
    char *joined = arena_alloc(&lx->c->memory, (size_t)(*end - from) + 1);
    char *out = joined;
    for (const char *p = from; p < *end; p++) {
        bool named = *p == '\\' && p[1] == 'N' && p[2] == '{';
        const char *close = named ? memchr(p, '}', (size_t)(*end - p)) : NULL;
        if (close) {
            memcpy(out, p, (size_t)(close - p));
            out += close - p;
            p = close;
        }
        *out++ = *p;
        p += (*p == '{' || *p == '}') && p + 1 < *end && p[1] == *p;
    }
    *end = out;
    return joined;
}

ast_node *fstring_text(lexer *lx, const char *from, const char *to, bool raw)
{
    src_span span = span_of(lx, from, to);
    size_t length = (size_t)(to - from);
    if (memchr(from, '{', length) || memchr(from, '}', length)) from = join_braces(lx, from, &to);
    return decode_body(lx, span, from, to, raw, false);
}

ast_node *plain_text(lexer *lx, const char *from, const char *to)
{
    return text_node(lx, span_of(lx, from, to), false, from, (size_t)(to - from));
}
