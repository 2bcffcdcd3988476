/* module.h: modules as objects. */
#ifndef ASYNCC_VALUE_MODULE_H
#define ASYNCC_VALUE_MODULE_H

#include "value/object.h"

/* A module that finds its attributes by `find` (owned result; 0 with nothing pending = absent)
 * until the program sets others. `names` adds the names of all of them to a dict, for dir(). */
typedef struct rt_module {
    rt_object head;
    const char *name;
    rt_module_def *program; /* of the program: its variables; NULL = of the library */
    rt_value dict;          /* what was asked for or set */
} rt_module;
#define RT_MODULE(v) ((rt_module *)(v))

rt_value rt_module_new(const char *name, rt_module_def *program);

/* An attribute of a module of the library (lib/library.c). Owned; 0 with nothing pending =
 * absent. */
rt_value rt_library_find(const char *module, const char *name);
void rt_library_names(const char *module, rt_value names);

/* The program sets (v 0: deletes) an attribute of a module of the library: those that the runtime
 * itself reads, such as sys.stdout, take effect (lib/stdio.c). */
void rt_library_assigned(const char *module, const char *name, rt_value v);

void rt_init_modules(void);
void rt_end_modules(void);

#endif
