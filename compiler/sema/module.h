/* Finding the modules that a program imports.
 *
 * In: dotted names. Out: parsed files, each once. A module is looked for among the program's own
 * files (relative to the folder of the main file), then among the preludes of the library; what
 * only the library's tables know has no file and is not found here. */
#ifndef ASYNCC_SEMA_MODULE_H
#define ASYNCC_SEMA_MODULE_H

#include "base/compilation.h"
#include "syntax/ast.h"

typedef struct module_file {
    name dotted;
    source *source;
    ast_node *tree; /* NULL: it has syntax errors, which are reported */
    bool is_package;
    bool is_library; /* a prelude */
} module_file;

typedef struct module_finder {
    compilation *compilation;
    const char *root; /* the main file's folder, with a slash at the end, or "" */
    VEC(module_file *) files;
} module_finder;

void module_finder_init(module_finder *f, compilation *c, const source *main_source);

/* NULL when there is no such file. */
module_file *module_find(module_finder *f, name dotted);

/* The absolute name of what `from <level dots><module>` names inside the module `from`, or NULL
 * when the dots lead out of the package. `module` may be NULL. */
name module_absolute(compilation *c, name from, bool from_is_package, uint32_t level, name module);

#endif
