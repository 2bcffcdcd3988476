/* The limit that the workloads are measured against: the same work as C state machines by hand.
 *
 * In: the workload's name and its numbers, as the .py of that name takes them. Out: the same
 * checksum line. Frames, ready ring and tasks are as lean as somebody would write them who knows
 * the program; nothing is general. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    else if (strcmp(what, "loops") == 0)
        loops(a);
    else
        return 2;
    return 0;
}
