/* What the files of the emitter share. */
#ifndef ASYNCC_EMIT_INTERNAL_H
#define ASYNCC_EMIT_INTERNAL_H

#include "emit/emit.h"
#include "ir/frame.h"
#include "ir/ownership.h"

/* ---- C names (names.c) */
typedef struct c_names {
    arena *memory;
    names table;
    /* by id: nobody, file scope, or the number of the function that uses it */
    VEC(uint32_t) owners;
    uint32_t function; /* the function at hand */
} c_names;

void c_names_init(c_names *n, arena *memory);
void c_names_free(c_names *n);
/* A name for file scope made of `text`, unlike all before. All of these come before the first
 * local. */
const char *c_name_global(c_names *n, const char *text);
/* The same for a function: NAME_code and the like, which belong to it, are free as well. */
const char *c_name_function(c_names *n, const char *text);
/* A name for the function at hand, unlike its other names and those at file scope. */
const char *c_name_local(c_names *n, const char *text);
void c_names_next_function(c_names *n);
/* `text` with everything that cannot stand in a C identifier turned into '_', at most `limit`
 * bytes. */
const char *c_sanitise(arena *memory, const char *text, uint32_t length, uint32_t limit);

/* ---- one function at a time (function.c) */
typedef struct position { /* a row of the function's position table */
    src_span span;
    uint32_t within; /* as of ir_instr */
} position;

typedef struct position_table { /* each row once */
    VEC(position) rows;
    uint32_t *places, capacity; /* by hash: index + 1, 0 = free */
} position_table;

typedef struct unwind { /* a way out of an operation that raised */
    const ir_block *handler;
    slot_list release;
    bool trace;    /* the traceback gets a line here */
    uint32_t rest; /* the way that does the rest: a part of `release`, and the end; or NO_UNWIND */
    uint32_t first, next; /* those whose rest this is, as a list */
} unwind;
#define NO_UNWIND UINT32_MAX

typedef struct function_info { /* kept for the tables */
    const char *name; /* C name: the direct function, or the base of _resume and the like */
    const char **slot_names;
    ir_ownership *ownership;
    ir_frame *frame; /* NULL for plain functions */
    const char **state_names;
    position_table positions;
    const source *source; /* the text it is from */
    bool in_library;      /* its positions are whole lines: nobody sees the text */
    bool needs_entry;     /* a function object is made of it */
    bool needs_start;     /* an object (coroutine, generator) is made of it */
    bool frame_emitted;
} function_info;

typedef struct emitter {
    compilation *c;
    ir_program *program;
    emit_options options;
    strbuf *out;
    arena *memory;
    c_names names;
    function_info *functions;    /* by index */
    const char **global_names;   /* by index */
    bool *global_used;           /* by index: the text mentions it */
    const char **constant_names; /* by index: a C variable, or NULL for what is written in place */
    bool *constant_used;         /* by index: the text mentions the variable */
    VEC(const library_row *) libraries; /* what is used of the library as objects */
    VEC(const char *) library_names;
    /* the library's modules that are used as objects */
    VEC(const library_module *) library_modules;
    VEC(const char *) library_module_names;
    VEC(name) attributes;         /* names used by operations: constants too */
    const char **attribute_names; /* by name id */
    uint32_t site_count;          /* operations that remember where an attribute was */
    uint32_t call_site_count;     /* calls that remember what they called */
    bool *module_used;            /* by index: the module is wanted as an object */

    /* the function at hand */
    ir_function *function;
    function_info *info;
    const ir_block *block;
    VEC(unwind) unwinds;
    bool *label_used, *slot_used;       /* by block id, by slot */
    uint32_t *read_count, *write_count; /* by slot: how many operands read it, operations set it */
    bool uses_at, uses_fresh, uses_cells, uses_self;
    const char *condition; /* of the branch that follows: an expression that stands in it */
    uint32_t last_line;
} emitter;

const char *emit_ref(emitter *e, ir_ref ref); /* the C expression of an operand, as a value */
/* the same, with a reference of its own where a constant is consumed */
const char *emit_operand(emitter *e, const ir_instr *i, uint32_t index);
const char *emit_slot(emitter *e, uint32_t slot); /* the C lvalue of a slot */
const char *emit_attribute(emitter *e, name n);   /* the C variable of an interned name */
/* the C expression of a library thing as an object */
const char *emit_library_object(emitter *e, const library_row *row);
/* the C variable of a module's definition */
const char *emit_library_module(emitter *e, const library_module *m);
const char *emit_global(emitter *e, const ir_global *g); /* the C variable of a module's variable */
const char *emit_constant(emitter *e, uint32_t index);

/* op.c: one operation with its checks and counts */
void emit_op(emitter *e, const ir_block *b, ir_instr *i, const ir_block *next);
void emit_suspension(emitter *e, const ir_block *b, ir_instr *i); /* suspend.c */
/* `if (condition) { ... goto ...; }`; NULL: always */
void emit_raised(emitter *e, const ir_block *b, const ir_instr *i, const char *condition);
void emit_goto(emitter *e, const ir_block *target, const ir_block *next, slot_list release,
               const char *indent);
void emit_releases(emitter *e, slot_list list, const char *indent);
/* The label of a way out (unwind.c), and the code of all that the function asked for. */
uint32_t emit_unwind_index(emitter *e, unwind u);
void emit_unwinds(emitter *e);
void emit_leave(emitter *e, const char *indent);
/* Both give the index in the function's position table, where the row is entered if it is not
 * there. */
uint32_t emit_position(emitter *e, const ir_instr *i);
uint32_t emit_position_of(emitter *e, src_span span, uint32_t within);

void emit_function(emitter *e, ir_function *f); /* function.c: all its C functions */
/* suspend.c: after those of its children */
void emit_frame_struct(emitter *e, ir_function *f);
void emit_start_functions(emitter *e, ir_function *f); /* suspend.c: init, object creation */
void emit_states(emitter *e, ir_function *f);          /* suspend.c: the jump to the state */
/* Whether tracebacks or objects refer to its descriptor: a library module that only stores names
 * has none. */
bool emit_has_code(const ir_function *f);
void emit_prototypes(emitter *e, ir_function *f);
/* tables.c: constants, descriptors, the program, main */
void emit_tables(emitter *e);
void emit_table_declarations(emitter *e);
bool emit_hints(emitter *e); /* hints.c: the table of unknown names; false: there are none */
void emit_c_string(strbuf *out, const char *text, uint32_t length);
/* "(rt_value a, rt_value b)" */
const char *emit_parameters(emitter *e, ir_function *f, const char *first);

#endif
