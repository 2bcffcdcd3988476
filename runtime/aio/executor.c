/* executor.c: loop.run_in_executor and the pool of threads behind it.
 *
 * In: calls that may block. Out: futures of their results. A job is an observer: a worker runs its
 * call, then posts the job to the loop, where it sets the future. */
#include <errno.h>
#include <semaphore.h>
#include <unistd.h>

#include "aio/aio.h"
#include "exc/exception.h"
#include "sched/clock.h"
#include "sched/future.h"
#include "sched/threads.h"

enum { MOST_THREADS = 32 };

typedef struct job {
    rt_observer base;
    struct job *next; /* in its pool's queue */
    rt_value function, args;
    rt_value future;
    rt_value result; /* 0 = it raised `exception` */
    rt_value exception;
} job;

/* All but `waiting` is protected by the runtime's lock. */
typedef struct rt_pool {
    job *first, *last;
    sem_t waiting; /* one unit a job in the queue, and one a thread when the pool closes */
    pthread_t threads[MOST_THREADS];
    uint32_t thread_count, limit;
    uint32_t idle; /* threads that no job has been counted on */
    bool closing;
} rt_pool;

/* ---- jobs ---- */

static void job_dealloc(rt_object *object)
{
    job *self = (job *)object;

    RT_RELEASE(self->function);
    RT_RELEASE(self->args);
    RT_RELEASE(self->future);
    RT_RELEASE_OPT(self->result);
    RT_RELEASE_OPT(self->exception);
    rt_free(object, sizeof *self);
}

static rt_type job_type = {
    .head = RT_TYPE_HEAD,
    .name = "executor_job",
    .size = sizeof(job),
    .dealloc = job_dealloc,
};

/* In the loop: the call has ended. */
static void job_done(rt_observer *base, rt_value nothing)
{
    job *self = (job *)base;
    rt_future *future = RT_FUTURE(self->future);

    (void)nothing;
    if (rt_future_done(future)) return;
    if (self->result)
        rt_future_finish(future, rt_retained(self->result));
    else
        rt_future_fail(future, rt_exception_of_thread(rt_retained(self->exception)));
}

static job *job_new(rt_loop *loop, rt_value function, rt_value args)
{
    job *self = rt_object_new(&job_type, sizeof *self);

    self->base.run = job_done;
    self->base.loop = loop;
    self->function = rt_retained(function);
    self->args = rt_retained(args);
    self->future = (rt_value)rt_future_new(loop);
    return self;
}

/* In a worker. A job whose future was cancelled before is not begun. */
static void job_run(job *self)
{
    if (!rt_future_done(RT_FUTURE(self->future))) {
        self->result = rt_call_spread(self->function, self->args, 0);
        if (!self->result) self->exception = rt_catch();
        rt_loop_post(self->base.loop, rt_observer_subject(&self->base), 0);
    }
    rt_clock_release();
    rt_wake(self->base.loop);
    RT_RELEASE((rt_value)self);
}

/* ---- workers ---- */

static void wait_for_job(rt_pool *pool)
{
    rt_pause pause;

    rt_pause_begin(&pause);
    while (sem_wait(&pool->waiting) < 0 && errno == EINTR)
        ;
    rt_pause_end(&pause);
}

static job *take_job(rt_pool *pool)
{
    job *taken = pool->first;

    if (!taken) return NULL;
    pool->first = taken->next;
    if (!pool->first) pool->last = NULL;
    return taken;
}

static void worker(void *argument)
{
    rt_pool *pool = argument;
    job *taken;

    for (;;) {
        wait_for_job(pool);
        taken = take_job(pool);
        if (!taken && pool->closing) break;
        if (!taken) continue;
        job_run(taken);
        pool->idle++;
    }
}

/* The thread's own dict has its name, as an executor of concurrent.futures would call it. */
static rt_value worker_locals(const rt_pool *pool)
{
    rt_value locals = rt_dict_new(), name = rt_str_format("asyncio_%u", pool->thread_count);

    if (!name || !rt_dict_store(locals, RT_NAME("name"), name)) rt_clear_pending();
    RT_RELEASE_OPT(name);
    return locals;
}

/* False: an exception is pending. */
static bool add_worker(rt_pool *pool, rt_loop *loop)
{
    if (!rt_wake_open(loop)) return false;
    if (!rt_thread_start(&pool->threads[pool->thread_count], worker, pool, worker_locals(pool),
                         false))
        return false;
    pool->thread_count++;
    return true;
}

/* ---- pools ---- */

static void enqueue(rt_pool *pool, job *added)
{
    RT_RETAIN((rt_value)added);
    if (pool->last)
        pool->last->next = added;
    else
        pool->first = added;
    pool->last = added;
    rt_clock_hold();
    sem_post(&pool->waiting);
}

static void close_pool(rt_loop *loop)
{
    rt_pool *pool = loop->pool;
    rt_pause pause;

    loop->pool = NULL;
    if (!pool) return;
    pool->closing = true;
    for (uint32_t i = 0; i < pool->thread_count; i++) sem_post(&pool->waiting);
    rt_pause_begin(&pause);
    for (uint32_t i = 0; i < pool->thread_count; i++) pthread_join(pool->threads[i], NULL);
    rt_pause_end(&pause);
    sem_destroy(&pool->waiting);
    rt_free(pool, sizeof *pool);
}

static rt_pool *pool_new(rt_loop *loop)
{
    rt_pool *pool = rt_alloc(sizeof *pool);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    memset(pool, 0, sizeof *pool);
    loop->close_pool = close_pool;
    pool->limit =
        processors > 0 && processors + 4 < MOST_THREADS ? (uint32_t)processors + 4 : MOST_THREADS;
    sem_init(&pool->waiting, 0, 0);
    return pool;
}

/* A thread for one more job: an idle one, or a new one up to the limit. False: raised. */
static bool count_on_worker(rt_pool *pool, rt_loop *loop)
{
    if (pool->idle) {
        pool->idle--;
        return true;
    }
    return pool->thread_count == pool->limit || add_worker(pool, loop);
}

rt_value rt_loop_run_in_executor(rt_value self, rt_value executor, rt_value function, rt_value args)
{
    rt_loop *loop = RT_LOOP(self);

    if (!rt_loop_check_open(loop)) return 0;
    if (executor == RT_NONE && loop->default_executor) executor = loop->default_executor;
    if (executor != RT_NONE) return rt_executor_submit(loop, executor, function, args);
    if (loop->executor_shut_down)
        return rt_raise_format(&rt_exc_RuntimeError, "Executor shutdown has been called");
    if (!loop->pool) loop->pool = pool_new(loop);
    if (!count_on_worker(loop->pool, loop)) return 0;

    job *added = job_new(loop, function, args);
    rt_value future = rt_retained(added->future);
    enqueue(loop->pool, added);
    RT_RELEASE((rt_value)added);
    return future;
}

rt_value rt_loop_set_default_executor(rt_value self, rt_value executor)
{
    rt_value before = RT_LOOP(self)->default_executor,
             submit = rt_try_getattr(executor, RT_NAME("submit"));

    if (!submit && !RT_RAISED())
        rt_raise_format(&rt_exc_TypeError, "executor must be ThreadPoolExecutor instance");
    if (!submit) return 0;
    RT_RELEASE(submit);
    RT_LOOP(self)->default_executor = rt_retained(executor);
    RT_RELEASE_OPT(before);
    return RT_NONE;
}
