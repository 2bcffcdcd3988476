/* Façades: packages of the library that only gather names from their submodules.
 *
 * A submodule of a façade is loaded where the program mentions one of the names that the façade
 * takes from it: `import asyncio` alone compiles neither queues nor streams. */
#ifndef ASYNCC_IR_FACADE_H
#define ASYNCC_IR_FACADE_H

#include "ir/lower_internal.h"

bool is_facade(const module_state *m);

/* Whether a `from m import a, b` of a façade concerns the program. Every module that is loaded
 * counts as the program, but for those of the façade's own package. */
bool facade_import_is_wanted(lowering *program, const module_state *facade, const ast_node *import);

#endif
