/* arguments.h: what the constructors of built-in types do with their arguments. */
#ifndef ASYNCC_VALUE_ARGUMENTS_H
#define ASYNCC_VALUE_ARGUMENTS_H

#include "value/object.h"

/* Does `cls` fill its instances through the __init__ of `builtin`? Otherwise cls(...) makes an
 * empty instance, and the __init__ of the program gets the arguments. */
bool rt_takes_arguments(rt_type *cls, rt_type *builtin);

/* False: TypeError in CPython's words for a constructor called `name`. */
bool rt_no_keywords(const char *name, const rt_args *args);
bool rt_count_between(const char *name, const rt_args *args, uint32_t least, uint32_t most);

/* The arguments of a constructor whose parameters may all be named: given[i] for names[i],
 * borrowed, 0 where not given. The first `required` must be. False: TypeError. */
bool rt_arguments_bind(const char *name, const char *const *names, uint32_t required,
                       uint32_t count, const rt_args *args, rt_value *given);

/* The call that *args and **kwargs of a native `__init__` stand for; names and values of kwargs
 * are copied into `storage`, which rt_args_release frees. */
typedef struct rt_packed_args {
    rt_args args;
    rt_value *storage; /* values, then names */
    uint32_t count;
} rt_packed_args;
void rt_args_unpack(rt_packed_args *packed, rt_value args, rt_value kwargs);
void rt_args_release(rt_packed_args *packed);

/* The table of a type's methods: RT_METHODS(type) = {, the type's .def file, RT_METHODS_END}. It is
 * weak, since a program may bring one with fewer rows (methods.def). */
#define RT_METHODS(type) __attribute__((weak)) const rt_native_def rt_##type##_methods[]
#define RT_METHOD(type, name, signature, symbol, arity, result)                                    \
    {#name, signature, (void (*)(void))symbol, arity, RT_NATIVE_METHOD},
#define RT_CLASS_METHOD(type, name, signature, symbol, arity)                                      \
    {#name, signature, (void (*)(void))symbol, arity, RT_NATIVE_CLASS_METHOD},
#define RT_METHODS_END                                                                             \
    {                                                                                              \
        0                                                                                          \
    }

#endif
