/* collect.h: the cycle collector's use of rt_object.gc. */
#ifndef ASYNCC_MEM_COLLECT_H
#define ASYNCC_MEM_COLLECT_H

#include "mem/alloc.h"

#define RT_GC_FINALIZED 0x80000000u /* __del__ has run */
#define RT_GC_INDEX                                                                                \
    0x7fffffffu /* during a collection: index of the object among the candidates + 1 */

/* Collects until nothing more is found: at the end of the program. */
void rt_collect_all(void);

/* While this is not 0, nothing is collected: a paused thread has frames that run. */
extern uint32_t rt_collect_hold;

#endif
