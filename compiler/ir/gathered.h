/* Coroutines that nobody but gather() gets are tasks from the beginning.
 *
 *     before                                      after
 *     t = start_direct fetch(url)                 t = task_new fetch(url)
 *     u = tuple t, ...; gather(*u)                u = tuple t, ...; gather(*u)
 *     list_push l, t; ...; gather(*l)             list_push l, t; ...; gather(*l)
 *
 * In: a resolved program. Out: the same one, in which such a coroutine is one block with the task
 * that gather makes of it. That is so of direct arguments and of a list comprehension behind a
 * star: nothing else can see what was made. */
#ifndef ASYNCC_IR_GATHERED_H
#define ASYNCC_IR_GATHERED_H

#include "ir/ir.h"

void make_gathered_tasks(compilation *c, ir_program *p);

#endif
