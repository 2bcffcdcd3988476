/* Errors that need more than the grammar: what may stand where, and names bound as they may be. */
#ifndef ASYNCC_SYNTAX_CHECK_H
#define ASYNCC_SYNTAX_CHECK_H

#include "syntax/ast.h"

/* Reports what CPython's symbol table and compiler would refuse in a parsed module, and a tree
 * too deep for later phases. */
void check_module(compilation *c, const source *s, ast_node *module);

#endif
