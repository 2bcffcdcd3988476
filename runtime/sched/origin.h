/* origin.h: where futures, handles and coroutines were made, which the debug mode tells. */
#ifndef ASYNCC_SCHED_ORIGIN_H
#define ASYNCC_SCHED_ORIGIN_H

#include "value/object.h"

/* The running calls of the program, the innermost last: a list of (path, line, function, source
 * line); owned. NULL: the program does not note its calls (lib/caller.c sets it). */
extern rt_value (*rt_origin_capture)(void);

extern rt_value rt_origins;       /* a dict by address; 0 = nothing has been noted */
extern bool rt_origin_coroutines; /* a loop in debug mode runs: coroutines are noted, too */

void rt_origin_note_object(rt_object *object);
void rt_origin_drop(const rt_object *object);

/* Of a new object, where `wanted`. */
static inline void rt_origin_note(rt_object *object, bool wanted)
{
    if (RT_UNLIKELY(wanted)) rt_origin_note_object(object);
}

/* Of an object that is freed. */
static inline void rt_origin_forget(const rt_object *object)
{
    if (RT_UNLIKELY(rt_origins)) rt_origin_drop(object);
}

/* The list of an object; borrowed; 0 = none. */
rt_value rt_origin_of(const rt_object *object);

/* `before` and "created at path:line" of the innermost call, or ""; owned. */
rt_value rt_origin_text(const rt_object *object, const char *before);

/* The entries as in a traceback, without the newline at the end; owned. */
rt_value rt_origin_lines(rt_value origin);

void rt_end_origins(void);

#endif
