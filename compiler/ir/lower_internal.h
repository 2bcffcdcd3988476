/* What the files of lowering (lower*.c) share: the state of a function that is being lowered,
 * the helpers that emit, and the entry points of each subject. */
#ifndef ASYNCC_IR_LOWER_INTERNAL_H
#define ASYNCC_IR_LOWER_INTERNAL_H

#include "ir/lower.h"
#include "sema/module.h"
#include "sema/scope.h"

/* -- the program and its modules --------------------------------------------------------- */

typedef struct lowerer lowerer;

typedef struct module_state {
    ir_module *ir;
    module_file *file;
    scope_tree *scopes;
    bool text_annotations;  /* from __future__ import annotations */
    bool wants_annotations; /* of functions: the program looks at them somewhere */
    bool lowered;
    lowerer *body;    /* while its function is not finished */
    ir_block *begin;  /* of that function: its first block, filled last, */
    ir_block *behind; /* and where that goes on */
} module_state;

typedef struct lowering {
    compilation *c;
    ir_program *p;
    module_finder finder;
    VEC(module_state *) modules; /* in the order of ir_program.modules */
    /* dotted names of the library's modules that the program's own modules import */
    VEC(name) imported;
} lowering;

/* -- a function --------------------------------------------------------------------------- */

typedef enum exit_kind {
    EXIT_NORMAL,
    EXIT_RAISE,
    EXIT_RETURN,
    EXIT_BREAK,
    EXIT_CONTINUE
} exit_kind;
enum { EXIT_COUNT = EXIT_CONTINUE + 1 };

typedef struct region region;

/* A try ... finally: one copy of the body, entered by every way out of what it guards. */
typedef struct finally {
    ir_ref how;       /* a word: which of `exits` it was */
    ir_ref exception; /* set while the body runs because of it; else unset */
    ir_ref previous;  /* with it, from enter_handler */
    ir_ref result;    /* of a return on its way; IR_NO_REF before the first */
    ir_block *body;
    exit_kind exits[EXIT_COUNT]; /* in the order of their first use */
    uint32_t exit_count;
} finally;

/* What statements must do, on the way, to leave a part of a function early; innermost first. */
struct region {
    enum {
        REGION_LOOP,         /* where break and continue go */
        REGION_TRY,          /* the body of try ... except: nothing to do; see guards_imports */
        REGION_HANDLER,      /* an except body */
        REGION_FINALLY,      /* before a finally: the way leads through it */
        REGION_FINALLY_BODY, /* in one */
        REGION_WITH          /* a with body: the exit method is to be called */
    } kind;
    region *outer;
    ir_block *handler; /* where exceptions go outside of the region */
    src_span span;
    union {
        struct {
            ir_block *break_to, *continue_to;
            ir_ref iterator; /* held by the loop; or IR_NO_REF */
        } loop;
        struct {
            bool guards_imports;
        } try_;
        struct {
            ir_ref previous;
            name bound;
        } handler_;
        struct {
            ir_ref exit;
            bool is_async;
        } with;
        finally *finally;
    };
};

struct lowerer {
    lowering *program;
    ir_program *p;
    module_state *module;
    lowerer *outer;
    ir_function *f;
    scope *scope;      /* the innermost: of the function or of a comprehension in it */
    ir_block *block;   /* where operations go */
    ir_block *handler; /* of blocks that are made now */
    region *region;
    ir_ref *cells;      /* the slots of the cells from outside: scope->host->frees */
    ir_class *class_;   /* of a class body */
    uint32_t within;    /* of operations: the comprehension that is being lowered, or 0 */
    bool checkers_only; /* inside `if TYPE_CHECKING:` */
};

/* -- emitting: lower_emit.c --------------------------------------------------------------- */

/* A list of operands as two arguments: REFS(a, b) is the count and the array. */
#define REFS(...)                                                                                  \
    (uint32_t)(sizeof((ir_ref[]){__VA_ARGS__}) / sizeof(ir_ref)), (ir_ref[])                       \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#define NO_REFS 0, NULL

/* Appends an operation: without a result, or setting a fresh temporary, which is given back. */
ir_instr *emit(lowerer *l, ir_op op, src_span at, uint32_t count, const ir_ref *args);
ir_ref emit_value(lowerer *l, ir_op op, src_span at, uint32_t count, const ir_ref *args);
ir_instr *emit_to(lowerer *l, ir_ref dst, ir_op op, src_span at, uint32_t count,
                  const ir_ref *args);
ir_instr *last_instr(lowerer *l); /* to fill in aux */
ir_ref emit_named(lowerer *l, ir_op op, name n, src_span at, uint32_t count, const ir_ref *args);
ir_ref emit_call(lowerer *l, src_span at, uint32_t count, const ir_ref *args);
/* globals(), locals(), and vars() and dir() without arguments (lower_namespace.c); IR_NO_REF: n
 * calls something else. */
ir_ref lower_namespace_call(lowerer *l, const ast_node *n);
ir_ref emit_library(lowerer *l, const char *module, const char *own_name, src_span at);
ir_ref emit_word(lowerer *l, int64_t word, src_span at);
ir_ref emit_is_none(lowerer *l, ir_ref value, src_span at);

ir_ref new_temporary(lowerer *l, ir_repr repr);
bool is_temporary(const lowerer *l, ir_ref ref);
/* A reference that later stores to variables do not change. */
ir_ref keep_value(lowerer *l, ir_ref value, src_span at);
/* slot = value. `last_use`: nothing else reads the value, so that what made it can set the slot. */
void set_slot(lowerer *l, ir_ref slot, ir_ref value, src_span at, bool last_use);

/* Blocks: a new one has the handler in force; the one placed is where operations go. */
ir_block *new_block(lowerer *l, const char *label);
void place_block(lowerer *l, ir_block *b);
bool is_reachable(const lowerer *l); /* the block has not ended */
void jump_to(lowerer *l, ir_block *target, src_span at);
void branch_on(lowerer *l, ir_ref condition, ir_block *yes, ir_block *no, src_span at);
void switch_on(lowerer *l, ir_ref word, uint32_t count, ir_block **targets, src_span at);
/* Exceptions go to `handler` from here on. */
void set_handler(lowerer *l, ir_block *handler, const char *label, src_span at);
ir_ref begin_handler(lowerer *l, ir_block *landing, src_span at); /* places it; the exception */
void set_targets(lowerer *l, ir_instr *i, uint32_t count, ir_block **targets);

ir_ref const_none(lowerer *l);
ir_ref const_bool(lowerer *l, bool value);
ir_ref const_int(lowerer *l, int64_t value);
ir_ref const_text(lowerer *l, const char *text, uint32_t length);
ir_ref const_name(lowerer *l, name n);

name name_of(lowerer *l, const char *text);
arena *memory_of(lowerer *l);
void report_unsupported(lowerer *l, src_span at, const char *what);

/* The namespace of a class body is its first parameter. */
enum { NAMESPACE = 0 };

/* -- variables: lower_name.c -------------------------------------------------------------- */

ir_ref load_name(lowerer *l, name n, src_span at);
void store_name(lowerer *l, name n, ir_ref value, src_span at, bool last_use);
void delete_name(lowerer *l, name n, src_span at);
/* Ends the life of `except ... as n`: unbound, whether it is bound or not. */
void clear_name(lowerer *l, name n, src_span at);
/* The cell of a variable, for a closure made here. */
ir_ref cell_of(lowerer *l, const symbol *definition);
symbol *symbol_of(lowerer *l, name n);
bool is_builtin(lowerer *l, const ast_node *n, const char *own_name);
ir_global *global_of(lowerer *l, module_state *m, name n);
/* Makes the slots and cells of a scope's own variables. */
void declare_variables(lowerer *l, scope *s, src_span at);

/* -- expressions: lower_expr.c, _condition.c, _call.c, _display.c, _comp.c ----------------- */

ir_ref lower_expr(lowerer *l, const ast_node *n);
/* Evaluates the nodes in order; room for `extra` more before them. */
ir_ref *lower_exprs(lowerer *l, ast_list list, uint32_t extra);
/* known_condition.c: what is known of a condition before the program runs. */
typedef enum known_answer { KNOWN_NOT, KNOWN_NO, KNOWN_YES } known_answer;
known_answer known_condition(lowerer *l, const ast_node *test);

void lower_condition(lowerer *l, const ast_node *n, ir_block *yes, ir_block *no);
ir_ref lower_bool_op(lowerer *l, const ast_node *n);
ir_ref lower_compare(lowerer *l, const ast_node *n);
ir_ref lower_not(lowerer *l, const ast_node *n);
ir_ref lower_if_exp(lowerer *l, const ast_node *n);
ir_ref lower_call(lowerer *l, const ast_node *n);
ir_ref lower_call_keywords(lowerer *l, ast_list keywords, ir_ref callee, src_span at);
ir_ref lower_joined(lowerer *l, const ast_node *n);
ir_ref lower_list(lowerer *l, const ast_node *n);
ir_ref lower_tuple(lowerer *l, const ast_node *n);
ir_ref lower_set(lowerer *l, const ast_node *n);
ir_ref lower_dict(lowerer *l, const ast_node *n);
ir_ref lower_tuple_of(lowerer *l, ast_list elements, src_span at);
ir_ref lower_comprehension(lowerer *l, const ast_node *n);
ir_ref lower_generator(lowerer *l, const ast_node *n);
src_span span_of_attribute(lowerer *l, const ast_node *n, src_span whole);
bool has_star(ast_list list);
bool is_negative_number(const ast_node *n); /* -5: a constant */

/* -- statements --------------------------------------------------------------------------- */

void lower_statements(lowerer *l, ast_list body);
void lower_statement(lowerer *l, const ast_node *n);
void assign_to(lowerer *l, const ast_node *target, ir_ref value, bool last_use);
void lower_assign(lowerer *l, const ast_node *n);
void lower_aug_assign(lowerer *l, const ast_node *n);
void lower_ann_assign(lowerer *l, const ast_node *n);
ir_ref lower_annotation(lowerer *l, const ast_node *annotation);
void lower_delete(lowerer *l, const ast_node *n);
void lower_for(lowerer *l, const ast_node *n);
void lower_async_for(lowerer *l, const ast_node *n);
void lower_while(lowerer *l, const ast_node *n);
void lower_try(lowerer *l, const ast_node *n);
void lower_try_star(lowerer *l, const ast_node *n);
void lower_with(lowerer *l, const ast_node *n);
void lower_match(lowerer *l, const ast_node *n);
/* unittest.mock's patch("time.sleep") imports the module. */
void lower_patched_imports(lowerer *l);
/* A module that was found before, as an object. */
ir_ref load_module_named(lowerer *l, name dotted, src_span at);
void lower_import(lowerer *l, const ast_node *n);
void lower_import_from(lowerer *l, const ast_node *n);
void lower_class(lowerer *l, const ast_node *n);
void lower_function(lowerer *l, const ast_node *n);
ir_ref lower_lambda(lowerer *l, const ast_node *n);

/* Iterating, for statements and comprehensions alike: lower_loop.c. begin_iteration evaluates the
 * iterable and places the loop's head; next_item goes on with the next item, or to `exhausted`. */
typedef struct iteration {
    enum { OVER_ITERATOR, OVER_ASYNC, OVER_RANGE } kind;
    ir_ref iterator;
    bool enumerates;            /* `for i, x in enumerate(...)`: counter is i of the next item */
    ir_ref counter, stop, step; /* words, of OVER_RANGE */
    int step_sign;              /* of OVER_RANGE: 0 = known when it runs */
    ir_block *head;
    src_span at;
} iteration;

ir_ref lower_iterator(lowerer *l, const ast_node *iterable, bool is_async, src_span at);
iteration begin_iteration(lowerer *l, const ast_node *target, const ast_node *iterable,
                          bool is_async, src_span at);
iteration iteration_over(lowerer *l, ir_ref iterator, bool is_async, src_span at);
/* The item is in the result: `into`, or a temporary where that is IR_NO_REF. */
ir_ref next_item(lowerer *l, const iteration *it, ir_ref into, ir_block *exhausted);
/* next_item and the assignment to a loop's target. */
void next_target(lowerer *l, const iteration *it, const ast_node *target, ir_block *exhausted);

/* Leaving regions: lower_exit.c */
void push_region(lowerer *l, region *r, int kind, src_span at);
void pop_region(lowerer *l);
void keep_iterators(lowerer *l, src_span at); /* before what raises and does not return */
void lower_exit(lowerer *l, exit_kind kind, ir_ref value, src_span at);
void call_exit_method(lowerer *l, ir_ref method, bool is_async, src_span at);
void use_finally(lowerer *l, finally *f, exit_kind kind, ir_ref value, src_span at);
void leave_finally_body(lowerer *l, const finally *f, src_span at);

/* -- functions, modules: lower_function.c, lower.c ---------------------------------------- */

lowerer lowerer_begin(lowerer *outer, module_state *m, ir_function *f, scope *s);
void lowerer_end(lowerer *l, src_span at);
ir_ref make_function(lowerer *l, ir_function *f, const scope *s, ir_ref defaults, ir_ref kwdefaults,
                     src_span at);
name qualname_of(lowerer *l, name own_name);
ir_ref apply_decorators(lowerer *l, ast_list decorators, const ir_ref *values, ir_ref value);
const char *docstring_of(ast_list body, uint32_t *length);

/* The program's module of this name, loaded where it is new; NULL when there is no such file. */
module_state *module_state_of(lowering *program, name dotted);
/* Calls `each` for the names that `from m import *` binds: for a module of the program, one of the
 * library. */
void each_export(const module_state *m, const library_module *library, names *names,
                 void (*each)(void *, name), void *context);

#endif
