/* Errors that need more than the grammar: what may stand where, and names bound as they may be.
 *
 * In: the tree of a whole module. Out: diagnostics in CPython's words for everything that its
 * symbol table and its compiler refuse. The tree stays as it is.
 */
#ifndef ASYNCC_SYNTAX_CHECK_H
#define ASYNCC_SYNTAX_CHECK_H

#include "syntax/ast.h"

/* All checks; a tree too deep for later phases is refused before the others. */
void check_module(compilation *c, const source *s, ast_node *module);

/* return, yield, await, break and others where they may not be; starred targets; walruses. */
void check_places(compilation *c, const source *s, ast_node *module);

/* global and nonlocal against the uses of their names. */
void check_names(compilation *c, const source *s, ast_node *module);

/* One match statement: unreachable cases, names bound twice or not in every alternative. */
void check_patterns(compilation *c, const source *s, const ast_node *match);

#endif
