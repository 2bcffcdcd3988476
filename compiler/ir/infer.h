/* Whole-program type inference on the IR.
 *
 * In: the program as lowering made it. Out: the types of slots, globals and results, by joining
 * what flows in, to a fixpoint. One type rule for each operation (infer_rules.c).
 *
 * A function whose value is only ever called (it does not escape) has the parameters' types joined
 * from its calls; any other takes anything. */
#ifndef ASYNCC_IR_INFER_H
#define ASYNCC_IR_INFER_H

#include "ir/ir.h"

typedef struct ir_analysis {
    type result;  /* of a return; of an await, for coroutines */
    bool escapes; /* its value is used as more than a callee */
} ir_analysis;

void infer_types(compilation *c, ir_program *p);
/* The types of the program's own variables, functions and results. */
void types_dump(FILE *out, const ir_program *p);

/* The type of an operand. */
type ir_type_of(const ir_program *p, const ir_function *f, ir_ref ref);
/* The type of an operation's result. `callee` of calls is resolved with ir_callee_type. */
type infer_result(const ir_program *p, const ir_function *f, const ir_instr *i);
/* What a call or call_method calls: TYPE_FUNCTION, TYPE_LIBRARY, TYPE_CLASS, or TYPE_OBJECT. */
type ir_callee_type(const ir_program *p, const ir_function *f, const ir_instr *i);
/* What `<module of type t>.<attribute>` is: TYPE_NEVER where the module has no such attribute. */
type ir_module_attribute(const ir_program *p, type module, name attribute);

/* Static binding of a call to parameters: out[k] = the operand of parameter k, or IR_NO_REF where
 * the default applies. False where it cannot be bound before run time (spread, *args, a wrong
 * call). */
bool ir_bind_call(const ir_function *callee, const ir_instr *i, ir_ref *out);

#endif
