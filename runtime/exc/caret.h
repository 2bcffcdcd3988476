/* caret.h: where a traceback's markers stand below a source line. */
#ifndef ASYNCC_EXC_CARET_H
#define ASYNCC_EXC_CARET_H

#include <stdbool.h>
#include <stddef.h>

/* In the text of one expression: the bytes of its operator or subscript, which are marked ^
 * while the rest is marked ~. False: the expression is neither a binary operation nor a
 * subscript. */
bool rt_find_anchor(const char *text, size_t size, size_t *start, size_t *end);

/* In the text of a call, or of its first line: the bytes before its arguments. */
size_t rt_callee_size(const char *text, size_t size);

#endif
