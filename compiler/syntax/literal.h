/* Literals: from their text in the source to their value.
 *
 * In: the bytes of a literal as matched by the lexer. Out: a Constant node, or NULL after the
 * mistake has been reported through the lexer.
 */
#ifndef ASYNCC_SYNTAX_LITERAL_H
#define ASYNCC_SYNTAX_LITERAL_H

#include "syntax/lexer.h"

/* A number as matched, from..to. What follows it must not run on: gives NULL then. */
ast_node *number_literal(lexer *lx, const char *from, const char *to);

/* A string or bytes literal, prefix and quotes included. */
ast_node *string_literal(lexer *lx, const char *from, const char *to);

/* A piece of an f-string's text. In the text proper a doubled brace stands for one, in a format
 * specification it does not come up. */
ast_node *fstring_text(lexer *lx, const char *from, const char *to, bool raw);

/* A str constant that is just these bytes. */
ast_node *plain_text(lexer *lx, const char *from, const char *to);

#endif
