/* The runtime's symbols by name, for code that is linked in memory.
 *
 * Made from runtime/abi.def and the library tables, so that it cannot fall behind the header that
 * generated C includes. The runtime is linked into asyncc whole because this table names it.
 */
#ifndef ASYNCC_BACK_RUNTIME_SYMBOLS_H
#define ASYNCC_BACK_RUNTIME_SYMBOLS_H

typedef struct runtime_symbol {
    const char *name;
    const void *address;
} runtime_symbol;

/* Ends with a row whose name is NULL. A name may occur twice, then with the same address. */
extern const runtime_symbol runtime_symbols[];

#endif
