/* Explaining syntax errors: from where the parser stopped to what a person did.
 *
 * In: the tokens of the line so far, the last of which does not fit, and those that would have.
 * Out: one diagnostic, in CPython's words where it has some for the case.
 */
#ifndef ASYNCC_SYNTAX_SYNTAX_ERROR_H
#define ASYNCC_SYNTAX_SYNTAX_ERROR_H

#include "syntax/build.h"

/* A set of token kinds. */
typedef struct expected_tokens {
    bool has[128];
} expected_tokens;

void expect_token(expected_tokens *set, int kind);
bool is_expected(const expected_tokens *set, int kind);

void report_syntax_error(parser *p, const expected_tokens *expected);

#endif
