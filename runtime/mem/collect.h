/* collect.h: the cycle collector's use of rt_object.gc. */
#ifndef ASYNCC_MEM_COLLECT_H
#define ASYNCC_MEM_COLLECT_H

#include "mem/alloc.h"

#define RT_GC_FINALIZED 0x80000000u /* __del__ has run */
#define RT_GC_WEAK 0x40000000u      /* somebody refers to it weakly */
#define RT_GC_INDEX                                                                                \
    0x3fffffffu /* during a collection: index of the object among the candidates + 1 */

/* What weak references (value/weakref.c) do when an object with RT_GC_WEAK dies: let go of it, and
 * call those who wanted to know. NULL until there is one. */
typedef struct rt_weak_hooks {
    void (*detach)(rt_object *object);
    void (*call_due)(void);
} rt_weak_hooks;
extern const rt_weak_hooks *rt_collect_weak;

static inline void rt_weak_die(rt_object *object)
{
    if (!(object->gc & RT_GC_WEAK)) return;
    rt_collect_weak->detach(object);
    rt_collect_weak->call_due();
}

/* May collections come by themselves, as memory grows (gc.enable, gc.disable)? */
void rt_collect_automatically(bool automatic);
bool rt_collects_automatically(void);

/* Collects until nothing more is found: at the end of the program. */
void rt_collect_all(void);

/* Runs the __del__ methods, and closes the frames, of all objects that there are: at the end of the
 * program, while its variables still have their values. */
void rt_finalize_all(void);

/* While this is not 0, nothing is collected: a paused thread has frames that run. */
extern uint32_t rt_collect_hold;

#endif
