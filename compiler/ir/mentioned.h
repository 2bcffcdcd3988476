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

/* What the runtime's C asks objects for by name (tools/embed-asked); ended by NULL. */
extern const char *const runtime_asked_names[];

/* Notes what an operation mentions. True: something of it is new. */
bool mention_names_of(mentioned_names *names, ir_program *p, const ir_instr *i);

/* The same for one name. */
bool mention_name(mentioned_names *names, name n);

/* From here on every name counts. */
void mention_all(mentioned_names *names);

/* Special methods always count as mentioned, and so does what the runtime itself calls. */
bool is_mentioned(const mentioned_names *names, name n);

/* The same without what always counts. */
bool is_asked_by_program(const mentioned_names *names, name n);

/* Whether any name can be asked for. */
bool is_all_mentioned(const mentioned_names *names);

#endif
