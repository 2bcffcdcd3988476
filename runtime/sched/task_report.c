/* task_report.c: the tasks of a loop as a tree, as a table, and as a deadlock.
 *
 * In: a loop between two steps of the program. Out: text. The tree has CPython's form: a task below
 * the frames of the one that waits for it. */
#include "sched/task_report.h"

#include "exc/exception.h"
#include "sched/task_graph.h"
#include "value/str.h"

enum { MOST_FRAMES = 40, PREFIX_SIZE = 4 * 400 };

typedef struct printer {
    FILE *out;
    const rt_task_graph *graph;
    char prefix[PREFIX_SIZE]; /* of the line: the branches that go on beside it */
    size_t prefix_size;
} printer;

static void print_name(FILE *out, rt_task *task)
{
    rt_value name = rt_task_name(task);

    fputs(rt_str_text(name, NULL), out);
    RT_RELEASE(name);
}

/* ---- the tree ---- */

/* One line of the tree; what follows up to the matching `leave` stands below it. */
static size_t enter(printer *p, bool last)
{
    const char *branch = last ? "    " : "\u2502   ";
    size_t before = p->prefix_size, size = strlen(branch);

    fprintf(p->out, "%.*s%s", (int)p->prefix_size, p->prefix,
            last ? "\u2514\u2500\u2500 " : "\u251c\u2500\u2500 ");
    if (before + size <= PREFIX_SIZE) {
        memcpy(p->prefix + before, branch, size);
        p->prefix_size += size;
    }
    return before;
}

static void leave(printer *p, size_t before)
{
    p->prefix_size = before;
}

/* Of the library there are names; lines are the program's. */
static void print_frame(FILE *out, const rt_frame *frame)
{
    const rt_code *code = frame->code;
    static const char library[] = "<library ";

    if (code->source == &rt_library_source)
        fprintf(out, " %s asyncio\n", code->qualname);
    else if (strncmp(code->source->path, library, sizeof library - 1) == 0)
        fprintf(out, " %s %s\n", code->qualname, code->source->module);
    else
        fprintf(out, " %s %s:%u\n", code->qualname, code->source->path, rt_frame_line(frame));
}

static void print_task(printer *p, rt_task *task, bool last);

static void print_children(printer *p, const rt_task *task)
{
    const rt_task_graph *graph = p->graph;

    for (uint32_t i = rt_task_first_awaited(graph, task); i < graph->edge_count; i++) {
        if (graph->edges[i].awaiter != task) break;
        bool last = i + 1 == graph->edge_count || graph->edges[i + 1].awaiter != task;
        print_task(p, graph->edges[i].awaited, last);
    }
}

/* The outermost frame first, each below the one that awaits it. */
static void print_frames(printer *p, const rt_task *task)
{
    const rt_frame *frames[MOST_FRAMES];
    uint32_t count = rt_task_frames(task, frames, MOST_FRAMES);

    if (count > MOST_FRAMES) {
        enter(p, true);
        fprintf(p->out, " %u more\n", count - MOST_FRAMES);
        count = MOST_FRAMES;
    }
    while (count-- > 0) {
        enter(p, true);
        print_frame(p->out, frames[count]);
    }
    if (task->future.flags & RT_TASK_SLEEPS && task->leaf->code->source != &rt_library_source) {
        enter(p, true); /* a sleep that needed no frame */
        fputs(" sleep asyncio\n", p->out);
    }
}

/* Below the innermost frame stand the tasks that it waits for. A task is shown in full once. */
static void print_task(printer *p, rt_task *task, bool last)
{
    bool again = task->future.flags & RT_TASK_SHOWN;
    size_t before = enter(p, last);

    fputs("(T) ", p->out);
    print_name(p->out, task);
    fputs(again ? " (see above)\n" : task == rt_state.task ? " (running)\n" : "\n", p->out);
    if (!again) {
        task->future.flags |= RT_TASK_SHOWN;
        print_frames(p, task);
        print_children(p, task);
    }
    leave(p, before);
}

/* A cycle of tasks that wait for each other has no root: whom no tree has shown begins one. */
static void print_cycle(FILE *out, rt_task *first)
{
    rt_task *task = first;

    fputs("cycle: ", out);
    do {
        print_name(out, task);
        fputs(" -> ", out);
        task->future.flags |= RT_TASK_SHOWN;
        task = rt_task_awaited(task);
    } while (task != first);
    print_name(out, first);
    fputc('\n', out);
}

/* From the task, as many steps as there are tasks: is it met again? */
static bool is_in_cycle(const rt_task_graph *graph, const rt_task *task)
{
    const rt_task *at = rt_task_awaited(task);

    for (uint32_t i = 0; at && at != task && i < graph->task_count; i++) at = rt_task_awaited(at);
    return at == task;
}

static void forget_shown(const rt_task_graph *graph)
{
    for (uint32_t i = 0; i < graph->task_count; i++)
        graph->tasks[i]->future.flags &= ~RT_TASK_SHOWN;
}

static void print_cycles(FILE *out, const rt_task_graph *graph)
{
    forget_shown(graph);
    for (uint32_t i = 0; i < graph->task_count; i++)
        if (!(graph->tasks[i]->future.flags & RT_TASK_SHOWN) && is_in_cycle(graph, graph->tasks[i]))
            print_cycle(out, graph->tasks[i]);
}

void rt_report_tree(FILE *out, const rt_loop *loop)
{
    rt_task_graph graph;

    rt_task_graph_make(&graph, loop);
    printer p = {.out = out, .graph = &graph};
    for (uint32_t i = 0; i < graph.task_count; i++)
        if (!(graph.tasks[i]->future.flags & RT_TASK_IS_AWAITED))
            print_task(&p, graph.tasks[i], true);
    for (uint32_t i = 0; i < graph.task_count; i++)
        if (!(graph.tasks[i]->future.flags & RT_TASK_SHOWN)) print_task(&p, graph.tasks[i], true);
    print_cycles(out, &graph);
    rt_task_graph_free(&graph);
}

/* ---- the table ---- */

static void print_stack(FILE *out, const rt_task *task)
{
    const rt_frame *frames[MOST_FRAMES];
    uint32_t count = rt_task_frames(task, frames, MOST_FRAMES);

    for (uint32_t i = 0; i < count && i < MOST_FRAMES; i++)
        fprintf(out, "%s%s", i ? " -> " : "", frames[i]->code->qualname);
    fputc('\n', out);
}

static void print_padded_name(FILE *out, rt_task *task)
{
    rt_value name = task ? rt_task_name(task) : 0;

    fprintf(out, "%-24s ", name ? rt_str_text(name, NULL) : "-");
    RT_RELEASE_OPT(name);
}

static void print_row(FILE *out, rt_task *task, rt_task *awaiter)
{
    print_padded_name(out, task);
    print_padded_name(out, awaiter);
    print_stack(out, task);
}

/* A row for each task that nobody waits for, then one for each pair. */
void rt_report_table(FILE *out, const rt_loop *loop)
{
    rt_task_graph graph;

    rt_task_graph_make(&graph, loop);
    fprintf(out, "%-24s %-24s %s\n", "task", "awaited by", "coroutine stack");
    for (uint32_t i = 0; i < graph.task_count; i++)
        if (!(graph.tasks[i]->future.flags & RT_TASK_IS_AWAITED))
            print_row(out, graph.tasks[i], NULL);
    for (uint32_t i = 0; i < graph.edge_count; i++)
        print_row(out, graph.edges[i].awaited, graph.edges[i].awaiter);
    rt_task_graph_free(&graph);
}

/* ---- the end of all waiting ---- */

void rt_report_deadlock(const rt_loop *loop)
{
    fflush(stdout);
    fputs("deadlock: every task waits, and nothing can wake one\n", stderr);
    rt_report_tree(stderr, loop);
    fflush(stderr);
}
