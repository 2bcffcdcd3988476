/* function.h: functions of the program, bound methods, and calls. */
#ifndef ASYNCC_VALUE_FUNCTION_H
#define ASYNCC_VALUE_FUNCTION_H

#include "value/object.h"

typedef struct rt_function {
    rt_object head;
    const rt_code *code;
    rt_value defaults;                    /* a tuple, or 0 */
    rt_value kwdefaults;                  /* a dict, or 0 */
    rt_value annotations;                 /* a dict, or 0 */
    rt_value name, qualname, doc, module; /* 0 = as the code says */
    rt_fields fields;                     /* attributes that the program set */
    uint32_t cell_count;
    rt_value cells[];
} rt_function;
#define RT_FUNCTION_OBJECT(v) ((rt_function *)(v))

typedef struct rt_method { /* a function, or any callable, bound to self */
    rt_object head;
    rt_value function, self;
} rt_method;
#define RT_METHOD_OBJECT(v) ((rt_method *)(v))

rt_value rt_function_call(rt_value function, const rt_args *args);

extern rt_type rt_function_type, rt_method_type, rt_code_type;

/* f.__code__: a new object over the descriptor. */
rt_value rt_code_object(const rt_code *code);
const rt_code *rt_code_of_object(rt_value code); /* of a code object */

rt_value rt_method_new(rt_value function, rt_value self);

/* Calls with `count` positional arguments after `self` (0 = none), without an argument vector of
 * the caller. */
rt_value rt_call_with_self(rt_value callee, rt_value self, const rt_args *args);

/* Calls what a lookup on the type of `self` found (borrowed) as a method of self, without making
 * a bound method where that can be avoided. */
rt_value rt_call_found(rt_value attribute, rt_value self, const rt_args *args);

/* Calls the special method `name` of self's type; 0 with nothing pending = absent. */
rt_value rt_call_special(rt_value self, rt_value name, uint32_t count, const rt_value *args);

/* Is the attribute called with self in front when it is got from an instance? */
bool rt_is_method_like(rt_value attribute);

rt_value rt_function_name(rt_value function);     /* owned */
rt_value rt_function_qualname(rt_value function); /* owned */

/* The texts of wrong calls (bind.c) name several parameters as "'a', 'b', and 'c'". */
rt_value rt_quoted_list(const char *const *names, uint32_t count);

#endif
