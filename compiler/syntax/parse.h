/* The front end's way in: source text to syntax tree.
 *
 * In: a source of a compilation. Out: a Module that is free of every error CPython would
 * report before running it, or NULL when there was one; then the diagnostics say which.
 */
#ifndef ASYNCC_SYNTAX_PARSE_H
#define ASYNCC_SYNTAX_PARSE_H

#include <stdio.h>

#include "base/compilation.h"
#include "syntax/ast.h"

/* Trees deeper than this are refused, so that later phases may recurse over them. */
enum { AST_MAX_DEPTH = 1000 };

ast_node *parse_source(compilation *c, source *s);

/* Prints one token a line: position, kind, text. Lexical errors go to the diagnostics. */
void dump_tokens(FILE *out, compilation *c, source *s);

#endif
