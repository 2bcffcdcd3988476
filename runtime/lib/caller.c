/* caller.c: where the program is: the calls that run, for warnings, records of logging, and what
 * traceback, inspect and sys tell of frames (rows in lib/caller.def).
 *
 * Programs that can ask keep a list of the running calls of their own functions (ir/places.h). Of
 * coroutines and generators that is the resumed one alone: those that await it are its frame's
 * parents. */
#include <string.h>

#include "exc/exception.h"
#include "sched/frame.h"
#include "sched/origin.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

#define NOT_BEGUN UINT32_MAX

typedef struct walk {
    const rt_activation *at;
    uint32_t position; /* of it: where it goes on, outwards of its comprehensions; or NOT_BEGUN */
    const rt_frame *parent; /* of the coroutine before: not told yet */
    const rt_code *code;    /* the call told last */
    uint32_t line;
} walk;

static bool is_library(const rt_code *code)
{
    return !strncmp(code->source->path, "<library", strlen("<library"));
}

/* The parents up to one that is running, whose turn comes with its activation. */
static bool next_parent(walk *w)
{
    while (w->parent && !(w->at && w->at->frame == w->parent)) {
        const rt_frame *frame = w->parent;
        w->parent = frame->parent;
        if (is_library(frame->code)) continue;
        w->code = frame->code;
        w->line = rt_frame_line(frame);
        return true;
    }
    return false;
}

/* The next call outwards, beginning with the innermost. */
static bool next_call(walk *w)
{
    if (w->position == NOT_BEGUN) {
        if (next_parent(w)) return true;
        if (!w->at) return false;
        w->position = w->at->position;
    }
    const rt_code *own = w->at->code, *inner = rt_within_code(own, w->position);
    w->code = inner ? inner : own;
    w->line = own->positions[w->position].line;
    if (inner) {
        w->position = own->within[w->position].call;
        return true;
    }
    w->position = NOT_BEGUN;
    w->parent = w->at->frame ? w->at->frame->parent : NULL;
    w->at = w->at->below;
    return true;
}

static bool find_call(walk *w, int64_t level)
{
    *w = (walk){.at = rt_state.top, .position = NOT_BEGUN};
    do {
        if (!next_call(w)) return false;
    } while (level-- > 0);
    return true;
}

static bool take_level(rt_value v, int64_t *level)
{
    *level = 0;
    return !v || rt_to_i64(v, level);
}

/* (path, line, function, module) of the call `level` steps outwards; None where there is none. */
rt_value rt_caller_place(rt_value level)
{
    walk w;
    int64_t number;
    if (!take_level(level, &number)) return 0;
    if (!find_call(&w, number)) return rt_retained(RT_NONE);
    return rt_tuple_of(4, (rt_value[]){rt_str_c(w.code->source->path), RT_INT(w.line),
                                       rt_str_c(w.code->name), rt_str_c(w.code->source->module)});
}

/* The call `level` steps outwards as a frame that leads to those around it. */
rt_value rt_caller_frame(rt_value level)
{
    walk w;
    int64_t number;
    if (!take_level(level, &number)) return 0;
    if (!find_call(&w, number))
        return rt_raise_format(&rt_exc_ValueError, "call stack is not deep enough");
    rt_value first = rt_frame_object_new(w.code, w.line), last = first;
    while (next_call(&w)) {
        rt_value frame = rt_frame_object_new(w.code, w.line);
        rt_frame_object_link(last, frame);
        last = frame;
    }
    return first;
}

/* A line of a file of the program as it is shown: indented by two, with its end; "" of others. */
rt_value rt_caller_source_line(rt_value path, rt_value line)
{
    int64_t number;
    size_t size;

    if (!rt_is_str(path)) return rt_str_c("");
    if (!rt_to_i64(line, &number)) return 0;
    const char *text = rt_str_text(path, &size);
    walk w = {.at = rt_state.top, .position = NOT_BEGUN};
    while (number > 0 && next_call(&w))
        if (!strcmp(text, w.code->source->path))
            return rt_source_line(w.code->source, (uint32_t)number);
    return rt_str_c("");
}

/* ---- where objects were made (sched/origin.h) */

#define MOST_CALLS 10

static rt_value call_entry(const walk *w)
{
    rt_value line = rt_source_line(w->code->source, w->line);
    rt_value text = line ? rt_call_method(line, RT_NAME("strip"), 0, NULL) : 0;

    RT_RELEASE_OPT(line);
    return rt_tuple_of(4, (rt_value[]){rt_str_c(w->code->source->path), RT_INT(w->line),
                                       rt_str_c(w->code->name), text ? text : rt_str_c("")});
}

static rt_value running_calls(void)
{
    walk w = {.at = rt_state.top, .position = NOT_BEGUN};
    rt_value list = rt_list_new(MOST_CALLS);

    while (list && RT_LIST(list)->count < MOST_CALLS && next_call(&w))
        rt_list_push(list, call_entry(&w));
    rt_value reversed = list ? rt_call_method(list, RT_NAME("reverse"), 0, NULL) : 0;
    RT_RELEASE_OPT(reversed);
    return list;
}

rt_value rt_caller_note_origins(void)
{
    rt_origin_capture = running_calls;
    return rt_retained(RT_NONE);
}
