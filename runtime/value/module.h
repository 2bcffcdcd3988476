/* module.h: modules as objects. */
#ifndef ASYNCC_VALUE_MODULE_H
#define ASYNCC_VALUE_MODULE_H

#include "value/object.h"

/* A module finds its attributes among the variables (of the program's modules) or rows (of the
 * library's) of its definition, until the program sets others. */
typedef struct rt_module {
    rt_object head;
    rt_module_def *def;
    rt_value dict;      /* what was asked for or set */
    bool is_whole;      /* and nothing else is there: a part of it was deleted */
    rt_value variables; /* what globals() gives; 0 until it is asked for */
} rt_module;
#define RT_MODULE(v) ((rt_module *)(v))

extern rt_type rt_module_dict_type; /* module_dict.c */

rt_value rt_module_new(rt_module_def *def);

/* The program sets (v 0: deletes) an attribute of a module of the library: those that the runtime
 * itself reads, such as sys.stdout, take effect (lib/stdio.c). */
void rt_library_assigned(const char *module, const char *name, rt_value v);

#endif
