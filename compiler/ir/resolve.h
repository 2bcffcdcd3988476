/* Resolving: what types know about calls, attributes and awaits is put into the operations.
 *
 *     before                                       after
 *     t = call f(a, b)      f a known function     t = call_direct f(a, b)
 *     t = call fetch(url)   fetch a coroutine      t = start_direct fetch(url)
 *     t = call fetch(url); x = await t             x = await_direct fetch(url)     (embedded frame)
 *     the same in fetch itself                     x = await_apart fetch(url)      (its own block)
 *     t = call_method asyncio.sleep(1); await t    x = await_leaf sleep(1)
 *     t = fetch(url); asyncio.create_task(t)       d = task_direct fetch(url)      (one allocation)
 *     t = call len(x)                              t = call_library rt_len(x)
 *     t = getattr math.pi                          t = load_library math.pi
 *
 * In: a program with types. Out: the same program in more direct operations; attributes that a
 * module of the library does not have are reported. A call of a constant function needs its global
 * no longer; stores that nothing reads any more are removed. */
#ifndef ASYNCC_IR_RESOLVE_H
#define ASYNCC_IR_RESOLVE_H

#include "ir/ir.h"

void resolve_program(compilation *c, ir_program *p);

#endif
