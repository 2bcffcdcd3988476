/* Whole-program type inference on the IR.
 *
 * In: the program as lowering made it. Out: the types of slots, globals and results, by joining
 * what flows in, to a fixpoint. One type rule for each operation (infer_rules.c).
 *
 * A function whose value is only ever called (it does not escape) has the parameters' types joined
 * from its calls; any other takes anything. So with methods of typed classes (classes.h), where the
 * operations that ask for their names tell. An attribute's type is kept by name alone: whatever
 * any operation of the program stores under that name, in whatever object. */
#ifndef ASYNCC_IR_INFER_H
#define ASYNCC_IR_INFER_H

#include "ir/ir.h"

typedef struct ir_analysis {
    type result;  /* of a return; of an await, for coroutines */
    bool escapes; /* its value is used as more than a callee */
    bool asked;   /* a method that is called with arguments nobody knows; but self is an instance */
} ir_analysis;

void infer_types(compilation *c, ir_program *p);
/* The types of the program's own variables, functions and results. */
void types_dump(FILE *out, const ir_program *p);

/* What stands for the list, and what its items are: of TYPE_LIST and TYPE_LIST_ITERATOR. */
ir_list *ir_list_of(type t);
type ir_element(type t);

/* What is in the list that a call of the library makes; TYPE_OBJECT where it makes none, or
 * there is no telling. */
type ir_made_items(const ir_program *p, const ir_function *f, const ir_instr *i);

/* The type of an operand. */
type ir_type_of(const ir_program *p, const ir_function *f, ir_ref ref);
/* The type of an operation's result. `callee` of calls is resolved with ir_callee_type. */
type infer_result(const ir_program *p, const ir_function *f, const ir_instr *i);
/* What a call or call_method calls: TYPE_FUNCTION, TYPE_LIBRARY, TYPE_CLASS, or TYPE_OBJECT. */
type ir_callee_type(const ir_program *p, const ir_function *f, const ir_instr *i);
/* What `<module of type t>.<attribute>` is. */
type ir_module_attribute(const ir_program *p, type module, name attribute);

/* Static binding of a call to parameters: out[k] = the operand of parameter k, or IR_NO_REF where
 * the default applies. `has_self`: operand 0 is the object of a method, the first argument; else it
 * is the callee. False where it cannot be bound before run time (spread, *args, a wrong
 * call). */
bool ir_bind_call(const ir_function *callee, const ir_instr *i, bool has_self, ir_ref *out);
/* The function of the program that `object.name(...)` calls with the object first; NULL: no
 * telling. */
ir_function *ir_method_of(const ir_program *p, type object, name n);
/* The functions that a call of a method with positional arguments only can run, where they are
 * known, several, and all take what it gives: how many; else 0. */
uint32_t ir_virtual_call(const ir_program *p, const ir_function *f, const ir_instr *i,
                         ir_function **out);

#endif
