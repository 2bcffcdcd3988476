/* The encoding of source files: UTF-8 and nothing else. */
#ifndef ASYNCC_SYNTAX_ENCODING_H
#define ASYNCC_SYNTAX_ENCODING_H

#include "base/compilation.h"

/* Whether the text is well-formed UTF-8 without NULs; reports the first place where it is not,
 * and a coding declaration that asks for another encoding. */
bool check_encoding(compilation *c, const source *s);

#endif
