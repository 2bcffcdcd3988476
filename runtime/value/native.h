/* native.h: functions and methods written in C, as objects that programs can hold and call.
 *
 * A row of the library tables (rt_native_def) becomes one of two objects: an rt_native, for a
 * function of a module or a method bound to its self; an rt_native_method, for a method as it
 * stands in the attributes of its type. */
#ifndef ASYNCC_VALUE_NATIVE_H
#define ASYNCC_VALUE_NATIVE_H

#include "value/object.h"

/* A signature string, parsed once for each row and kept until the runtime ends. */
typedef struct rt_signature {
    rt_param_list params;
    uint16_t required;    /* leading parameters without a default */
    uint32_t required_kw; /* bit i: keyword-only parameter i has no default */
    const rt_native_def *def;
    char *text; /* what params.names point into */
    const char **names;
    struct rt_signature *next; /* in its bucket of the table of signatures */
} rt_signature;

const rt_signature *rt_signature_of(const rt_native_def *def);

typedef struct rt_native rt_native;
struct rt_native {
    rt_object head;
    const rt_native_def *def;
    /* A coroutine function in C: the code of its frame, which def->function fills in, and what
     * makes the coroutine. (By a pointer: programs without coroutines are linked without them.) */
    const rt_code *coroutine;
    rt_value (*start)(const rt_native *function, const rt_value *arguments);
    rt_value self;      /* what a bound method was got from; 0 = a plain function */
    rt_type *owner;     /* of a bound method: the type whose table it stands in */
    const char *module; /* of a function */
};
#define RT_NATIVE(v) ((rt_native *)(v))

typedef struct rt_native_method {
    rt_object head;
    const rt_native_def *def;
    rt_type *owner;                /* built-in, so never freed */
    const rt_signature *signature; /* of def; NULL = not called yet */
} rt_native_method;
#define RT_NATIVE_METHOD_OBJECT(v) ((rt_native_method *)(v))

extern rt_type rt_native_type, rt_native_method_type, rt_native_class_method_type;

rt_value rt_native_new(const rt_native_def *def, const char *module);
rt_value rt_native_coroutine_new(const rt_native_def *def, const rt_code *code, const char *module);

/* Enters a row of a type's table into the type's attributes. */
void rt_native_enter(rt_type *type, const rt_native_def *def);

/* Calls the method of `owner` that def describes with self apart from the arguments. */
rt_value rt_native_method_call(rt_type *owner, const rt_native_def *def, rt_value self,
                               const rt_args *args);

/* The same of a method object. */
rt_value rt_native_method_invoke(rt_native_method *method, rt_value self, const rt_args *args);

void rt_end_natives(void);

#endif
