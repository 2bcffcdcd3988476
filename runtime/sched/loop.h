/* loop.h: the event loop: its ring of what is ready, its heap of timers, one iteration.
 *
 * One iteration is asyncio's: wait for the operating system, move due timers to the end of the
 * ring, then run the entries that the ring held at that moment. Neither ring nor heap allocates an
 * entry: a ring entry is a tagged pointer, and for some tags an argument; a heap entry a time and a
 * pointer. */
#ifndef ASYNCC_SCHED_LOOP_H
#define ASYNCC_SCHED_LOOP_H

#include "value/object.h"

typedef struct rt_loop rt_loop;
typedef struct rt_future rt_future;

/* What io/ does for a loop that watches descriptors (io/poller.c). */
typedef struct rt_poller_slots {
    /* Waits up to `timeout` seconds (negative: without end) and posts what came. False: raised. */
    bool (*poll)(rt_loop *loop, double timeout);
    void (*traverse)(rt_loop *loop, rt_visit_fn *visit, void *context);
    void (*close)(rt_loop *loop); /* sets loop->poller to NULL */
} rt_poller_slots;

/* What the ring runs: an object with a tag in its low bits. */
typedef enum rt_subject_tag {
    RT_SUBJECT_TASK,    /* a task's next step */
    RT_SUBJECT_HANDLE,  /* a callback of the program (handle.h) */
    RT_SUBJECT_FUTURE,  /* a future whose time has come: its result becomes None */
    RT_SUBJECT_SLEEPER, /* a task whose time has come: its next step gets None */
    /* Those from here on have an argument in the ring's next word. */
    RT_SUBJECT_OBSERVER, /* a callback in C; the argument is the future that is done, or 0 */
    RT_SUBJECT_THROW,    /* a task's next step; the argument is an exception to throw */
    RT_SUBJECT_MASK = 7,
} rt_subject_tag;
typedef uintptr_t rt_subject;

#define RT_SUBJECT(object, tag) ((rt_subject)(object) | (tag))
#define RT_SUBJECT_OBJECT(subject) ((rt_object *)((subject) & ~(uintptr_t)RT_SUBJECT_MASK))

#define RT_SUBJECT_TAG(subject) ((rt_subject_tag)((subject)&RT_SUBJECT_MASK))

typedef struct rt_ready { /* an entry outside the ring */
    rt_subject subject;   /* owned */
    rt_value argument;    /* owned; 0 = none */
} rt_ready;

/* A callback in C (which may leave SystemExit or KeyboardInterrupt pending): run when a future is
 * done (or with 0 where it was posted without one). Structs that derive from it bring their own
 * type with dealloc and traverse. */
typedef struct rt_observer {
    rt_object head;
    rt_loop *loop; /* not counted */
    void (*run)(struct rt_observer *self, rt_value future);
    const char *name; /* in the repr of futures */
} rt_observer;
#define rt_observer_subject(observer) RT_SUBJECT(observer, RT_SUBJECT_OBSERVER)

/* What a timer wakes begins so: futures, tasks that sleep, and timer handles. */
typedef struct rt_timed {
    rt_object head;
    rt_value timer; /* its place in the heap, as a tagged int; 0 = no timer */
} rt_timed;

typedef struct rt_timer {
    double when;
    rt_timed *target; /* owned; NULL = cancelled */
} rt_timer;

struct rt_loop {
    rt_object head;
    uintptr_t *ready;
    uint32_t ready_first, ready_end; /* count all words that were ever taken and posted */
    uint32_t ready_capacity;         /* a power of two */
    uint32_t timer_count, timer_capacity, timers_cancelled;
    rt_timer *timers;
    const struct rt_thread *thread; /* that runs it; NULL = none */
    double slow_callback;           /* seconds; what takes longer is reported in debug mode */
    bool running, stopping, closed, debug, executor_shut_down;
    bool refused; /* it was closed when something was posted (rt_loop_check_refused) */
    rt_value exception_handler; /* 0 = the default one */
    rt_value task_factory;      /* 0 = none */
    rt_value default_executor;  /* as set_default_executor set it; 0 = the runtime's own threads */
    int wake;                   /* the descriptor that ends its wait (wake.c) + 1; 0 = none */
    struct rt_pool *pool;       /* threads of run_in_executor; NULL = none yet */
    void (*close_pool)(struct rt_loop *loop); /* set with it */
    struct rt_poller *poller;                 /* NULL = nothing has been watched yet */
    const rt_poller_slots *poller_slots;      /* set with it */
    uint32_t writers;                         /* descriptors watched for writing */
    uint32_t turn;                            /* entries that ran in this turn, or the one before */
    uint32_t quiet;      /* those among them that cannot have made a descriptor ready */
    uint32_t task_count; /* of tasks that are not done */
};
#define RT_LOOP(v) ((rt_loop *)(v))

extern rt_type rt_loop_type, rt_base_loop_type, rt_abstract_loop_type;
extern rt_loop *rt_running_loop; /* NULL = none */

rt_loop *rt_loop_new(void);
static inline bool rt_loop_is_open(const rt_loop *loop)
{
    return !loop->closed;
}
bool rt_loop_check_open(const rt_loop *loop); /* false: "Event loop is closed" raised */
/* Passes the result of what may have posted something on (owned); where the loop did not take it,
 * 0: "Event loop is closed" raised. */
rt_value rt_loop_check_refused(rt_loop *loop, rt_value result);

void rt_loop_grow(rt_loop *loop); /* makes the ring larger */

static inline bool rt_loop_has_ready(const rt_loop *loop)
{
    return loop->ready_first != loop->ready_end;
}

/* A word of the ring, counted as ready_first and ready_end are. */
static inline uintptr_t *rt_loop_ready_word(const rt_loop *loop, uint32_t index)
{
    return &loop->ready[index & (loop->ready_capacity - 1)];
}

static inline void rt_loop_post_word(rt_loop *loop, uintptr_t word)
{
    if (RT_UNLIKELY(loop->ready_end - loop->ready_first == loop->ready_capacity))
        rt_loop_grow(loop);
    *rt_loop_ready_word(loop, loop->ready_end++) = word;
}

/* Appends to the ring; consumes both. What takes no argument ignores it. */
static inline void rt_loop_post_owned(rt_loop *loop, rt_subject subject, rt_value argument)
{
    rt_loop_post_word(loop, subject);
    if (RT_SUBJECT_TAG(subject) >= RT_SUBJECT_OBSERVER)
        rt_loop_post_word(loop, argument);
    else
        RT_RELEASE_OPT(argument);
}

static inline uintptr_t rt_loop_take_word(rt_loop *loop)
{
    return *rt_loop_ready_word(loop, loop->ready_first++);
}

/* Takes the first entry out; what it owns is the caller's. */
static inline rt_ready rt_loop_take_ready(rt_loop *loop)
{
    rt_subject subject = rt_loop_take_word(loop);
    return (rt_ready){
        subject,
        RT_SUBJECT_TAG(subject) >= RT_SUBJECT_OBSERVER ? rt_loop_take_word(loop) : 0,
    };
}

static inline void rt_ready_release(const rt_ready *entry)
{
    RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(entry->subject));
    RT_RELEASE_OPT(entry->argument);
}

/* The same, retaining both. A closed loop takes nothing any more, and notes that it was asked. */
static inline void rt_loop_post(rt_loop *loop, rt_subject subject, rt_value argument)
{
    if (RT_UNLIKELY(loop->closed)) {
        loop->refused = true;
        return;
    }
    RT_SUBJECT_OBJECT(subject)->refs++;
    RT_RETAIN_OPT(argument);
    rt_loop_post_owned(loop, subject, argument);
}

double rt_loop_time(void);
bool rt_seconds(rt_value v, double *seconds); /* any number; false = raised */
/* Wakes a future, task or timer handle at a time; retains it, or consumes it. */
void rt_timer_add(rt_loop *loop, rt_timed *target, double when);
void rt_timer_add_owned(rt_loop *loop, rt_timed *target, double when);
void rt_timer_cancel(rt_loop *loop, rt_timed *target);

/* One iteration. False: a SystemExit or KeyboardInterrupt passes through. */
bool rt_loop_run_once(rt_loop *loop);
bool rt_loop_run_ready(rt_loop *loop); /* its last part (step.c): runs what is ready now */
bool rt_loop_run_forever(rt_loop *loop);
/* Runs until a future is done: its result, or 0. Makes a task of a coroutine. */
rt_value rt_loop_run_until_complete(rt_loop *loop, rt_value awaitable);
bool rt_loop_close(rt_loop *loop);

/* loop.call_exception_handler: a message, and pairs name, value up to NULL. Swallows what handlers
 * raise, but for SystemExit and KeyboardInterrupt: then false. */
bool rt_loop_report(rt_loop *loop, rt_value message, ...);

#endif
