/* Targets: the expressions that can be assigned to, looped over into, or deleted.
 *
 * The grammar takes any expression in a target's place; these functions turn it into a target,
 * or say why it cannot be one.
 */
#ifndef ASYNCC_SYNTAX_TARGETS_H
#define ASYNCC_SYNTAX_TARGETS_H

#include "syntax/build.h"

typedef enum target_place {
    TARGET_ASSIGN, /* a = ..., (a, *b) = ... */
    TARGET_ITEM,   /* for a in, with ... as a: a slip of `=` for `==` is unlikely here */
    TARGET_DELETE
} target_place;

/* Sets the context of a target and of the targets in it; reports what is none. */
void make_target(parser *p, ast_node *target, target_place place);

/* What an expression is called in "cannot assign to ...". */
const char *describe_expression(const ast_node *node);

#endif
