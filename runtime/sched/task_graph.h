/* task_graph.h: which task waits for which, and the frames in which a task waits. */
#ifndef ASYNCC_SCHED_TASK_GRAPH_H
#define ASYNCC_SCHED_TASK_GRAPH_H

#include "sched/task.h"

typedef struct rt_task_edge {
    rt_task *awaited, *awaiter;
    uint32_t place; /* in the order in which they were found: that of the awaited ones' creation */
} rt_task_edge;

/* All pending tasks of a loop in the order of creation, and who of them waits for whom: directly,
 * or through gather, wait, wait_for, shield, a TaskGroup. The edges of one awaiter stand together.
 * Who is awaited has the flag RT_TASK_IS_AWAITED; RT_TASK_SHOWN is cleared. Nothing is retained: it
 * holds until the program goes on. */
typedef struct rt_task_graph {
    rt_task **tasks;
    rt_task_edge *edges;
    uint32_t task_count, edge_count, edge_capacity;
} rt_task_graph;

void rt_task_graph_make(rt_task_graph *graph, const rt_loop *loop);
void rt_task_graph_free(rt_task_graph *graph);

/* The index of the first edge of an awaiter, if it has one. */
uint32_t rt_task_first_awaited(const rt_task_graph *graph, const rt_task *awaiter);

/* The task that the given one waits for directly, or NULL. */
rt_task *rt_task_awaited(const rt_task *task);

/* Its frames from the leaf to the root, up to `most`; how many there are. A task that runs shows
 * its root alone. */
uint32_t rt_task_frames(const rt_task *task, const rt_frame **frames, uint32_t most);

#endif
