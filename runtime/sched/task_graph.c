/* task_graph.c: who waits for whom.
 *
 * In: the tasks of a loop. Out: edges from awaited to awaiting tasks. They are found from below:
 * what the end of a task calls back is a task, or a future's observer (gather, wait_for), or a
 * function or method of the library that holds the future for which another task waits. */
#include "sched/task_graph.h"

#include <stdlib.h>

#include "exc/exception.h"
#include "value/function.h"
#include "value/str.h"

/* From a callback to the future behind it are few steps; what is further away is something else. */
enum { FURTHEST = 5 };

typedef struct search {
    rt_task_graph *graph;
    rt_task *awaited;
    uint32_t depth;
} search;

static void visit_callback(rt_value v, void *context);
static void visit_reached(rt_value v, void *context);

static void add_edge(rt_task_graph *graph, rt_task *awaited, rt_task *awaiter)
{
    if (awaited == awaiter) return;
    for (uint32_t i = graph->edge_count; i-- > 0 && graph->edges[i].awaited == awaited;)
        if (graph->edges[i].awaiter == awaiter) return;
    if (graph->edge_count == graph->edge_capacity) {
        uint32_t capacity = graph->edge_capacity ? 2 * graph->edge_capacity : 16;
        graph->edges = rt_realloc(graph->edges, graph->edge_capacity * sizeof(rt_task_edge),
                                  capacity * sizeof(rt_task_edge));
        graph->edge_capacity = capacity;
    }
    graph->edges[graph->edge_count] = (rt_task_edge){awaited, awaiter, graph->edge_count};
    graph->edge_count++;
    awaited->future.flags |= RT_TASK_IS_AWAITED;
}

/* The tasks of a TaskGroup call a method of it; its task may be anywhere in the group's block. */
static rt_task *parent_of_group(rt_value group)
{
    rt_value pending = rt_save_pending();
    rt_value parent = rt_getattr(group, RT_NAME("_parent_task"));
    rt_task *task = NULL;

    if (!parent)
        rt_clear_pending();
    else if (RT_TYPE(parent) == &rt_task_type)
        task = RT_TASK(parent);
    RT_RELEASE_OPT(parent); /* the group keeps it */
    rt_restore_pending(pending);
    return task;
}

static void go_on(search *self, rt_value v)
{
    rt_object *object = RT_OBJECT(v);

    if (!object->type->traverse || self->depth == FURTHEST) return;
    self->depth++;
    object->type->traverse(object, visit_reached, self);
    self->depth--;
}

/* What a callback holds: futures count, and what may hold one: not containers, which hold tasks
 * side by side, nor tasks, whom a callback may know for any reason. */
static void visit_reached(rt_value v, void *context)
{
    static const rt_type *const ends[] = {&rt_task_type, &rt_loop_type, &rt_type_type,
                                          &rt_dict_type, &rt_list_type, &rt_set_type,
                                          &rt_tuple_type};

    if (RT_IS_INT(v)) return;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (RT_TYPE(v) == ends[i]) return;
    if (rt_is_future(v))
        rt_future_traverse_callbacks(RT_FUTURE(v), visit_callback, context);
    else
        go_on(context, v);
}

static void visit_callback(rt_value v, void *context)
{
    search *self = context;
    rt_task *parent = NULL;

    if (RT_IS_INT(v)) return;
    if (RT_TYPE(v) == &rt_task_type)
        parent = RT_TASK(v);
    else if (RT_TYPE(v) == &rt_method_type)
        parent = parent_of_group(RT_METHOD_OBJECT(v)->self);
    if (parent)
        add_edge(self->graph, self->awaited, parent);
    else
        go_on(self, v);
}

/* By who waits, then as found. */
static int compare_edges(const void *a, const void *b)
{
    const rt_task_edge *one = a, *other = b;

    if (one->awaiter != other->awaiter)
        return (uintptr_t)one->awaiter < (uintptr_t)other->awaiter ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

uint32_t rt_task_first_awaited(const rt_task_graph *graph, const rt_task *awaiter)
{
    uint32_t low = 0, high = graph->edge_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if ((uintptr_t)graph->edges[middle].awaiter < (uintptr_t)awaiter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void rt_task_graph_make(rt_task_graph *graph, const rt_loop *loop)
{
    *graph = (rt_task_graph){0};
    graph->tasks = rt_tasks_of_loop(loop, &graph->task_count);
    for (uint32_t i = 0; i < graph->task_count; i++)
        graph->tasks[i]->future.flags &= ~(RT_TASK_IS_AWAITED | RT_TASK_SHOWN);
    for (uint32_t i = 0; i < graph->task_count; i++) {
        search from = {graph, graph->tasks[i], 0};
        rt_future_traverse_callbacks(&graph->tasks[i]->future, visit_callback, &from);
    }
    if (graph->edges) qsort(graph->edges, graph->edge_count, sizeof *graph->edges, compare_edges);
}

void rt_task_graph_free(rt_task_graph *graph)
{
    rt_tasks_free(graph->tasks, graph->task_count);
    if (graph->edges) rt_free(graph->edges, graph->edge_capacity * sizeof *graph->edges);
}

rt_task *rt_task_awaited(const rt_task *task)
{
    rt_value awaited = task->future.result;

    if (rt_future_done(&task->future) || !awaited || RT_TYPE(awaited) != &rt_task_type) return NULL;
    return RT_TASK(awaited);
}

uint32_t rt_task_frames(const rt_task *task, const rt_frame **frames, uint32_t most)
{
    const rt_frame *frame = task == rt_state.task ? rt_task_root(task) : task->leaf;
    uint32_t count = 0;

    for (; frame; frame = frame->parent, count++)
        if (count < most) frames[count] = frame;
    return count;
}
