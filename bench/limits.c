/* The limit that the workloads are measured against: the same work as C state machines by hand.
 *
 * In: the workload's name and its numbers, as the .py of that name takes them. Out: the same
 * checksum line. Frames, ready ring and tasks are as lean as somebody would write them who knows
 * the program; nothing is general. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum status { DONE, PENDING };

/* ---- await ----------------------------------------------------------------------------------- */
struct leaf_frame {
    int state;
    long x, result;
};

static __attribute__((noinline)) enum status leaf_resume(struct leaf_frame *f)
{
    f->result = f->x & 1023;
    return DONE;
}

static void await_flat(long n)
{
    long total = 0;
    struct leaf_frame f;
    for (long i = 0; i < n; i++) {
        f.state = 0;
        f.x = i;
        if (leaf_resume(&f) == DONE) total += f.result;
    }
    printf("%ld\n", total);
}

struct down_frame {
    int state;
    long depth, result;
    struct down_frame *child;
};

static struct down_frame *free_frames;

static struct down_frame *frame_new(void)
{
    struct down_frame *f = free_frames;
    if (!f) return malloc(sizeof *f);
    free_frames = f->child;
    return f;
}

static enum status down_resume(struct down_frame *f)
{
    if (f->depth == 0) {
        f->result = 1;
        return DONE;
    }
    f->child = frame_new();
    f->child->state = 0;
    f->child->depth = f->depth - 1;
    if (down_resume(f->child) == PENDING) return PENDING;
    f->result = f->child->result + 1;
    f->child->child = free_frames;
    free_frames = f->child;
    return DONE;
}

static void await_deep(long n)
{
    long total = 0;
    for (long i = 0; i < n; i++) {
        struct down_frame f = {0, 499, 0, NULL};
        down_resume(&f);
        total += f.result;
    }
    printf("%ld\n", total);
}

/* ---- tasks ----------------------------------------------------------------------------------- */
struct task {
    enum status (*resume)(struct task *);
    struct task *waiter; /* who joins it */
    int state, done;
    long i, n, result;
};

static struct task **ring;
static size_t head, tail, mask;

static void ring_init(size_t size)
{
    mask = size - 1;
    ring = malloc(size * sizeof *ring);
}

static void ready(struct task *t)
{
    ring[tail++ & mask] = t;
}

static void run(void)
{
    while (head != tail) {
        struct task *t = ring[head++ & mask];
        if (t->resume(t) == DONE) {
            t->done = 1;
            if (t->waiter) ready(t->waiter);
        }
    }
}

static enum status looper(struct task *t)
{
    if (t->i++ == t->n) {
        t->result = t->n;
        return DONE;
    }
    ready(t);
    return PENDING;
}

static void switches(long tasks, long total)
{
    ring_init(1 << 21);
    struct task *all = calloc((size_t)tasks, sizeof *all);
    for (long k = 0; k < tasks; k++) {
        all[k].resume = looper;
        all[k].n = total / tasks;
        ready(&all[k]);
    }
    run();
    long sum = 0;
    for (long k = 0; k < tasks; k++) sum += all[k].result;
    printf("%ld\n", sum);
}

static enum status work(struct task *t)
{
    if (t->state == 0) {
        t->state = 1;
        ready(t);
        return PENDING;
    }
    t->result = t->i & 7;
    return DONE;
}

static void spawn(long n)
{
    ring_init(1 << 15);
    long total = 0;
    struct task **batch = malloc(10000 * sizeof *batch);
    struct task *free_list = NULL;
    for (long start = 0; start < n; start += 10000) {
        for (long k = 0; k < 10000; k++) {
            struct task *t = free_list;
            if (t)
                free_list = t->waiter;
            else
                t = malloc(sizeof *t);
            *t = (struct task){.resume = work, .i = start + k};
            batch[k] = t;
            ready(t);
        }
        run();
        for (long k = 0; k < 10000; k++) {
            total += batch[k]->result;
            batch[k]->waiter = free_list;
            free_list = batch[k];
        }
    }
    printf("%ld\n", total);
}

/* ---- a queue --------------------------------------------------------------------------------- */
enum { QUEUE_SIZE = 128, QUEUE_MOST = 100, LINE_SIZE = 1024 };

struct line { /* of tasks that wait for their turn */
    struct task *tasks[LINE_SIZE];
    unsigned first, end;
};

static long items[QUEUE_SIZE];
static unsigned first_item, end_item;
static struct line getters, putters;

static void wake_first(struct line *line)
{
    if (line->first != line->end) ready(line->tasks[line->first++ % LINE_SIZE]);
}

static enum status wait_in(struct line *line, struct task *t)
{
    line->tasks[line->end++ % LINE_SIZE] = t;
    return PENDING;
}

static enum status producer(struct task *t)
{
    for (; t->i < t->n; t->i++) {
        if (end_item - first_item >= QUEUE_MOST) return wait_in(&putters, t);
        items[end_item++ % QUEUE_SIZE] = t->i;
        wake_first(&getters);
    }
    return DONE;
}

static enum status consumer(struct task *t)
{
    for (; t->i < t->n; t->i++) {
        if (end_item == first_item) return wait_in(&getters, t);
        t->result += items[first_item++ % QUEUE_SIZE];
        wake_first(&putters);
    }
    return DONE;
}

static void queue_items(long pairs, long n)
{
    ring_init(1 << 12);
    struct task *all = calloc(2 * (size_t)pairs, sizeof *all);
    for (long k = 0; k < 2 * pairs; k++) {
        all[k].resume = k < pairs ? producer : consumer;
        all[k].n = n / pairs;
        ready(&all[k]);
    }
    run();
    long total = 0;
    for (long k = pairs; k < 2 * pairs; k++) total += all[k].result;
    printf("%ld\n", total);
}

/* ---- sleepers -------------------------------------------------------------------------------- */
struct timer {
    double when;
    struct task *task;
};

static struct timer *heap;
static long heap_count;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void heap_add(struct timer timer)
{
    long i = heap_count++;
    for (; i > 0 && timer.when < heap[(i - 1) / 2].when; i = (i - 1) / 2)
        heap[i] = heap[(i - 1) / 2];
    heap[i] = timer;
}

static struct task *heap_take(void)
{
    struct task *first = heap[0].task;
    struct timer last = heap[--heap_count];
    long i = 0, child;
    while ((child = 2 * i + 1) < heap_count) {
        if (child + 1 < heap_count && heap[child + 1].when < heap[child].when) child++;
        if (last.when <= heap[child].when) break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = last;
    return first;
}

static enum status sleeper(struct task *t)
{
    if (t->state == 0) {
        t->state = 1;
        heap_add((struct timer){now() + 1 + (double)(t->i % 7) / 1000, t});
        return PENDING;
    }
    t->result = t->i & 1;
    return DONE;
}

static void sleepers(long n)
{
    ring_init(1 << 20);
    heap = malloc((size_t)n * sizeof *heap);
    struct task *all = calloc((size_t)n, sizeof *all);
    for (long k = 0; k < n; k++) {
        all[k].resume = sleeper;
        all[k].i = k;
        ready(&all[k]);
    }
    for (run(); heap_count; run()) {
        double left = heap[0].when - now();
        if (left > 0) {
            struct timespec span = {(time_t)left, (long)((left - (double)(time_t)left) * 1e9)};
            nanosleep(&span, NULL);
        }
        for (double time = now(); heap_count && heap[0].when <= time;) ready(heap_take());
    }
    long total = 0;
    for (long k = 0; k < n; k++) total += all[k].result;
    printf("%ld\n", total);
}

/* ---- loops ----------------------------------------------------------------------------------- */
static void loops(long n)
{
    volatile long bound = n;
    long total = 0, x = 1;
    for (long i = 0; i < bound; i++) total += i;
    for (long i = 0; i < bound; i++) x = (x * 31 + i) & 0xFFFFF;
    printf("%ld %ld\n", total, x);
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    long a = argc > 2 ? atol(argv[2]) : 0, b = argc > 3 ? atol(argv[3]) : 0;
    if (strcmp(what, "await_flat") == 0)
        await_flat(a);
    else if (strcmp(what, "await_deep") == 0)
        await_deep(a);
    else if (strcmp(what, "switch") == 0)
        switches(a, b);
    else if (strcmp(what, "spawn") == 0)
        spawn(a);
    else if (strcmp(what, "queue_items") == 0)
        queue_items(a, b);
    else if (strcmp(what, "sleepers") == 0)
        sleepers(a);
    else if (strcmp(what, "loops") == 0)
        loops(a);
    else
        return 2;
    return 0;
}
