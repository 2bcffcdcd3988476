/* The intermediate representation: functions as control-flow graphs over slots.
 *
 * A function has slots (its variables and temporaries) and blocks; a block is a list of
 * operations of which the last, and only the last, ends it (flag T of ir.def). Operations read
 * slots and constants and set at most one slot. Where an operation raises, control goes to the
 * handler of its block, which begins with `catch`, or out of the function when there is none.
 * Suspension is an operation (flag S). Slots may be set more than once: this is not SSA; liveness
 * (liveness.h) says where a slot's value can still be wanted, and ownership follows from it.
 *
 * Everything lives in the compilation's arena. ir.def lists the operations, docs/ir.md is the
 * manual. */
#ifndef ASYNCC_IR_IR_H
#define ASYNCC_IR_IR_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/compilation.h"
#include "sema/library.h"
#include "sema/types.h"
#include "syntax/ast.h"

typedef struct ir_program ir_program;
typedef struct ir_module ir_module;
typedef struct ir_function ir_function;
typedef struct ir_class ir_class;
typedef struct ir_global ir_global;
typedef struct ir_block ir_block;
typedef struct ir_instr ir_instr;

typedef enum ir_op {
#define OP(name, operands, result, flags, meaning) IR_##name,
#include "ir/ir.def"
#undef OP
    IR_OP_COUNT
} ir_op;

typedef struct ir_op_info {
    const char *name, *operands, *meaning;
    char result;
    bool raises, suspends, ends;
} ir_op_info;

const ir_op_info *ir_info(ir_op op);
/* The letter of ir.def for an operand. */
char ir_operand_mode(const ir_instr *i, uint32_t index);

/* An operand: a slot (>= 0), a constant (~index into the program's constants), or absent. */
typedef int32_t ir_ref;
#define IR_NO_REF INT32_MIN
#define ir_is_slot(ref) ((ref) >= 0)
#define ir_is_constant(ref) ((ref) < 0 && (ref) != IR_NO_REF)
#define ir_constant_index(ref) ((uint32_t) ~(ref))
#define ir_constant_ref(index) ((ir_ref) ~(int32_t)(index))

static inline bool ir_is_return(ir_op op)
{
    return op == IR_return || op == IR_return_float;
}

/* How a slot holds its value. */
typedef enum ir_repr {
    REPR_VALUE, /* an rt_value, counted; 0 where unset */
    REPR_WORD,  /* int64_t */
    REPR_FLOAT, /* double */
    REPR_BOOL   /* int: 0 or 1 */
} ir_repr;

typedef struct ir_slot {
    name name;    /* as in the source; NULL for a temporary */
    type type;    /* inferred (infer.h); TYPE_OBJECT before */
    ir_repr repr; /* from the op's result kind at first; represent.h refines it */
    bool is_param;
    bool is_cell;    /* holds a cell */
    bool in_frame;   /* lives across a suspension (frame.h) */
    bool is_handled; /* while it is set, that exception is being handled (frame.h) */
    bool reassigned; /* a parameter that the body sets again */
    uint32_t number; /* for distinct C names: set by the emitter */
    uint32_t offset; /* frame.h */
} ir_slot;

enum { IR_NEXT_INTS = 1 }; /* aux.number of a `next` whose items are ints */

struct ir_instr {
    ir_op op;
    ir_ref dst; /* a slot, or IR_NO_REF */
    ir_ref *args;
    uint32_t arg_count;
    src_span span; /* what a traceback points at */
    uint32_t
        within; /* the comprehension that it is of: its number in function->inlined, from 1; or 0 */
    struct {
        ir_function **candidates; /* of call_virtual; ended by NULL */
        name *names;              /* keyword names of call_named and call_method_named */
        uint32_t name_count;
        struct ir_list *list; /* of IR_list, and of calls that make a list: what that holds */
        union {
            name name;
            ir_global *global;
            ir_function *function;
            ir_class *class_;
            ir_module *module;
            const library_row *library;
            const library_module *library_module;
            int64_t word;
            uint32_t number;
            int binary, unary, compare; /* ast_operator, ast_unaryop, ast_cmpop */
        };
        union {
            uint32_t second; /* aux2 */
            ir_ref found;    /* of call_method: what find_method found, or IR_NO_REF */
        };
    } aux;
    ir_block **targets; /* of operations that end a block */
    uint32_t target_count;
    struct ir_counts *counts; /* what it retains and releases: ownership.h; NULL before */
};

struct ir_block {
    uint32_t id;       /* index in function->blocks */
    const char *label; /* what it is in the source: "while_body", "finally", ...; for readers */
    VEC(ir_instr) code;
    ir_block *handler; /* where exceptions go; NULL = out of the function */
};

typedef enum ir_load_kind {                 /* aux2 of load_global: as what the variable is read */
                            LOAD_NAME,      /* by code of its module: NameError */
                            LOAD_ATTRIBUTE, /* of the module: AttributeError */
                            LOAD_IMPORTED   /* from module import name: ImportError */
} ir_load_kind;

typedef enum ir_function_kind {
    FN_PLAIN,
    FN_COROUTINE,
    FN_GENERATOR,
    FN_ASYNC_GENERATOR,
    FN_MODULE,
    FN_CLASS_BODY
} ir_function_kind;

typedef struct ir_params {
    uint32_t posonly, positional; /* `positional` counts the positional-only ones too */
    uint32_t kwonly;
    bool star, star_star;
    uint32_t count;   /* all: positional + kwonly + star + star_star, in this order in slots 0.. */
    ir_ref *defaults; /* per parameter: a constant known to the compiler, or IR_NO_REF */
    bool *has_default;
} ir_params;

/* A comprehension, which runs in the function around it but is a call of its own in tracebacks. */
typedef struct ir_inlined {
    name name, qualname;
    src_span span;
    uint32_t within; /* the one around it, as of ir_instr */
} ir_inlined;

struct ir_function {
    name name, qualname;
    ir_module *module;
    ir_function *parent; /* the enclosing function, NULL for modules */
    ir_class *class_;    /* the class whose body defines it directly, or NULL */
    ir_function_kind kind;
    const ast_node *node;
    src_span span; /* of the def line */
    uint32_t line; /* of the def (or its first decorator, as CPython counts) */
    const char *doc;
    /* parameters are slots 0..params.count-1; a captured one is moved into a cell at entry */
    ir_params params;
    uint32_t cell_count; /* cells it gets from outside */
    VEC(ir_slot) slots;
    VEC(ir_inlined) inlined;
    VEC(ir_block *) blocks; /* blocks[0] is the entry */
    uint32_t index;         /* in program->functions */
    bool is_virtual;        /* some call_virtual may run it */
    bool returns_float;     /* as an unboxed one (represent.h); a param's slot says the same */
    bool has_with_yield;    /* a yield inside try or with: closing it early can be seen */
    struct ir_analysis *analysis; /* what later phases keep about it */
};

struct ir_class { /* a class statement */
    name name, qualname;
    ir_module *module;
    const ast_node *node;
    ir_function *body;
    /* undecorated functions its body binds exactly once, by their names */
    VEC(ir_function *) methods;
    ir_function *enclosing; /* the function (or module) that runs the statement */
    /* classes.h: */
    VEC(ir_class *) bases, subclasses; /* that are classes of the program; direct ones */
    bool typed;           /* types tell what its instances' attributes and methods are */
    bool may_be_abstract; /* it derives from ABC: only the run tells whether it can be called */
    VEC(name) abstract;   /* methods that its body marks so */
    bool escapes;         /* inference: as a value it gets to where anything may be called on it */
    VEC(name) fields; /* layout.h: what instances have in themselves; none: it is not laid out */
    uint32_t index;
};

struct ir_global { /* a module-level variable */
    name name;
    ir_module *module;
    type type;
    uint32_t store_count; /* how many operations store or delete it, in all functions */
    /* bound once, at module level, to this undecorated function; or NULL */
    ir_function *constant_function;
    ir_class *constant_class; /* the same for a class statement */
    ir_global *alias;         /* bound once, at module level, to what this variable has */
    bool always_set;          /* set before any code that could read it can run */
    bool is_open;             /* can also be set as an attribute of the module: to anything */
    uint32_t index;           /* in program->globals */
};

typedef struct ir_list ir_list;
struct ir_list { /* lists that are made in one place, or can meet in one variable */
    type element;
    ir_list *same; /* the one that stands for it since they met; or NULL */
};

typedef struct ir_attribute { /* what the program does with attributes of one name */
    type type;   /* inferred: of what is stored in such an attribute of whatever object */
    bool stored; /* set or deleted somewhere: on instances it can stand before a method */
    bool asked;  /* inference: read where it is not known of which class */
} ir_attribute;

struct ir_module {
    name name; /* dotted; "__main__" for the program itself */
    source *source;
    ast_node *tree;
    ir_function *body;
    VEC(ir_global *) globals;
    bool is_library; /* a prelude: see prune_library.h */
    uint32_t index;
};

typedef struct ir_constant {
    ast_constant value;
    uint32_t index;
} ir_constant;

struct ir_program {
    compilation *compilation;
    VEC(ir_module *) modules; /* the main module first */
    VEC(ir_function *) functions;
    VEC(ir_class *) classes;
    VEC(ir_global *) globals;
    VEC(ir_constant) constants; /* each value once (type and value alike) */
    uint32_t *constant_table;   /* ir_constant_of's: open addressing, index + 1, 0 = free */
    uint32_t constant_capacity;
    ir_attribute *attributes; /* by name id: classes.h */
    uint32_t attribute_count;
    struct mentioned_names *mentioned; /* what it can ask for by name: mentioned.h */
    struct ir_replaced *replaced;      /* of the library's tables: replaced.h */
    bool has_threads;                  /* it can start some: loops give way to them */
    bool places_visible;               /* it can ask where it called from: see places.h */
    bool lifetimes_visible; /* __del__, weakref, generators with finally: see ownership.h */
};

/* Building. All memory is the compilation's arena. */
ir_function *ir_function_new(ir_program *p, ir_module *module, ir_function *parent,
                             ir_function_kind kind, name own_name, name qualname);
ir_block *ir_block_new(ir_program *p, ir_function *f, const char *label);
ir_ref ir_slot_new(ir_program *p, ir_function *f, name variable /* NULL: a temporary */,
                   ir_repr repr);
ir_ref ir_constant_of(ir_program *p, ast_constant value);
/* Appends an operation; args are copied. The instruction stays valid until the next append to the
 * block. */
ir_instr *ir_emit(ir_program *p, ir_block *b, ir_op op, ir_ref dst, uint32_t arg_count,
                  const ir_ref *args, src_span span);
bool ir_block_ended(const ir_block *b);
/* Drops blocks that cannot be reached, joins straight lines, orders and renumbers the rest
 * (tidy.c). */
void ir_prune(ir_program *p, ir_function *f);

/* The text form (docs/ir.md) of the program's own modules, and the check that a function keeps the
 * rules of ir.def: operand counts, result kinds, ends of blocks, handlers beginning with catch.
 * Aborts with a message naming function, block and operation: a broken rule is a fault of the
 * compiler. */
void ir_dump(FILE *out, const ir_program *p);
void ir_verify(const ir_program *p);

#endif
