/* Identifiers beyond ASCII. */
#ifndef ASYNCC_SYNTAX_IDENTIFIER_H
#define ASYNCC_SYNTAX_IDENTIFIER_H

#include "syntax/lexer.h"

/* The name spelt from..to, in normal form KC, as Python compares identifiers; NULL after
 * reporting a character that no identifier may hold there. */
name unicode_identifier(lexer *lx, const char *from, const char *to);

#endif
