/* The lexer: source text to tokens, without any layout but the ends of logical lines.
 *
 * In: a source and a position in it. Out: one token a call. A mistake is reported once and comes
 * out as TOK_YYerror, which the parser takes as already reported; a character that belongs to no
 * token comes out as TOK_YYUNDEF, for the parser to report.
 *
 * A lexer is a plain value: a copy of it, with `quiet` set, looks ahead without a trace.
 */
#ifndef ASYNCC_SYNTAX_LEXER_H
#define ASYNCC_SYNTAX_LEXER_H

#include "base/compilation.h"
#include "syntax/token.h"

enum { LEXER_MAX_BRACKETS = 200, LEXER_MAX_MODES = 64 };

/* An open bracket, or the brace of an f-string's field. */
typedef struct lexer_bracket {
    char open;
    uint32_t at;
} lexer_bracket;

typedef enum lexer_mode_kind {
    MODE_TEXT,  /* in the literal part of an f-string */
    MODE_FIELD, /* in the expression of a replacement field */
    MODE_SPEC   /* in a format specification */
} lexer_mode_kind;

/* What the lexer is inside of; an f-string pushes TEXT, its fields FIELD and SPEC above it. */
typedef struct lexer_mode {
    lexer_mode_kind kind;
    char quote;
    bool triple;
    bool raw;
    uint8_t depth;  /* brackets open: TEXT: before the literal; FIELD: with its own brace */
    uint32_t start; /* TEXT: of the literal, prefix and all; FIELD: of the expression */
} lexer_mode;

typedef struct lexer {
    compilation *c;
    const source *source;
    const char *cursor;
    const char *end; /* where the NUL is */
    int condition;   /* re2c's, which follows from the top mode */
    bool quiet;      /* report nothing */
    uint8_t depth;   /* of brackets */
    uint8_t mode_count;
    lexer_bracket brackets[LEXER_MAX_BRACKETS];
    lexer_mode modes[LEXER_MAX_MODES];
} lexer;

void lexer_init(lexer *lx, compilation *c, const source *s);

/* The next token of a logical line; TOK_NEWLINE at its end, TOK_YYEOF at the end of the text. */
void lex_token(lexer *lx, token *out);

/* Forgets open brackets and f-strings, and goes on at `offset`. */
void lexer_restart(lexer *lx, uint32_t offset);

/* The offset at which the last of the brackets that are open here is closed; 0 when one never is.
 * Looks ahead; the lexer stays. */
uint32_t lexer_brackets_close(const lexer *lx);

/* Reports an error of the lexer's own (nothing when quiet); gives TOK_YYerror. */
int lexer_error(lexer *lx, src_span at, const char *format, ...) DIAG_PRINTF(3);

static inline uint32_t lexer_offset(const lexer *lx, const char *p)
{
    return (uint32_t)(p - lx->source->text);
}

#endif
