/* Whether the program can start threads.
 *
 * In: a lowered program. Out: program->has_threads: it names threading, asyncio.to_thread or
 * run_in_executor. Then every turn of a loop gives way to threads that have waited long enough;
 * what calls functions does so anyway (RT_ENTER). */
#ifndef ASYNCC_IR_THREADS_H
#define ASYNCC_IR_THREADS_H

#include "ir/ir.h"

void find_threads(ir_program *p);

#endif
