/* The names of attributes that a program can ask for.
 *
 * In: the operations that can run, one by one. Out: whether a method of that name can be called.
 * Words in string constants count, since getattr() and formats take names from there; a program
 * that makes names up at run time, or looks at all of an object's attributes, mentions every
 * name. */
#ifndef ASYNCC_IR_MENTIONED_H
#define ASYNCC_IR_MENTIONED_H

#include "ir/ir.h"

typedef struct mentioned_names mentioned_names;

mentioned_names *mentioned_names_new(ir_program *p);

/* The methods that the runtime calls by name; ended by NULL. */
const char *const *runtime_method_names(void);

/* Notes what an operation mentions. True: something of it is new. */
bool mention_names_of(mentioned_names *names, ir_program *p, const ir_instr *i);

/* The same for one name. */
bool mention_name(mentioned_names *names, name n);

/* Special methods always count as mentioned, and so does what the runtime itself calls. */
bool is_mentioned(const mentioned_names *names, name n);

#endif
