/* poller.c: the loop's wait over libuv.
 *
 * In: handles to be posted when descriptors are ready. Out: the posts, in the order in which the
 * operating system names the descriptors, reading before writing. libuv is asked for readiness
 * only: timers and the order of everything else are the loop's own. */
#include "io/poller.h"

#include <errno.h>
#include <math.h>
#include <uv.h>

#include "exc/exception.h"
#include "sched/threads.h"

typedef struct watcher {
    uv_poll_t poll;
    rt_loop *loop;          /* not counted */
    rt_subject subjects[2]; /* by direction; counted; 0 = none */
} watcher;

typedef struct rt_poller {
    uv_loop_t uv;
    uv_timer_t deadline;
    uv_poll_t wake; /* the descriptor of rt_wake, while it is open */
    bool has_wake;
    rt_pause pause;
    bool paused;
    watcher **watchers; /* by descriptor; NULL = not watched */
    uint32_t capacity;
    uint32_t active; /* watched descriptors */
} rt_poller;

/* ---- other threads run while libuv waits: up to its first callback ---- */

static void begin_pause(rt_poller *poller)
{
    rt_pause_begin(&poller->pause);
    poller->paused = true;
}

static void end_pause(rt_poller *poller)
{
    if (!poller->paused) return;
    poller->paused = false;
    rt_pause_end(&poller->pause);
}

static void on_wake(uv_poll_t *handle, int status, int events)
{
    (void)status;
    (void)events;
    const rt_loop *loop = handle->data;

    end_pause(loop->poller);
    rt_wake_drain(loop);
}

static void on_deadline(uv_timer_t *handle)
{
    (void)handle; /* the wait is over, that is all */
}

/* ---- watchers ---- */

static int events_of(const watcher *w)
{
    return (w->subjects[RT_READING] ? UV_READABLE : 0) |
           (w->subjects[RT_WRITING] ? UV_WRITABLE : 0);
}

static void post_subject(const watcher *w, rt_direction direction)
{
    if (w->subjects[direction]) rt_loop_post(w->loop, w->subjects[direction], 0);
}

static void on_ready(uv_poll_t *handle, int status, int events)
{
    watcher *w = handle->data;

    end_pause(w->loop->poller);
    if (status < 0) {
        /* An error or a hang-up, after which libuv no longer watches: both find out what it is. */
        events = UV_READABLE | UV_WRITABLE;
        uv_poll_start(handle, events_of(w), on_ready);
    }
    if (events & UV_READABLE) post_subject(w, RT_READING);
    if (events & UV_WRITABLE) post_subject(w, RT_WRITING);
}

static void free_watcher(uv_handle_t *handle)
{
    watcher *w = handle->data;
    rt_free(w, sizeof *w);
}

static void close_watcher(rt_poller *poller, int descriptor)
{
    watcher *w = poller->watchers[descriptor];

    poller->watchers[descriptor] = NULL;
    poller->active--;
    uv_close((uv_handle_t *)&w->poll, free_watcher);
}

static void make_room(rt_poller *poller, uint32_t descriptor)
{
    uint32_t old = poller->capacity, capacity = old ? old : 16;

    if (descriptor < old) return;
    while (capacity <= descriptor) capacity *= 2;
    poller->watchers =
        rt_realloc(poller->watchers, old * sizeof(watcher *), capacity * sizeof(watcher *));
    memset(poller->watchers + old, 0, (capacity - old) * sizeof(watcher *));
    poller->capacity = capacity;
}

/* NULL: OSError is pending. */
static watcher *add_watcher(rt_loop *loop, int descriptor)
{
    rt_poller *poller = loop->poller;
    watcher *w = rt_alloc(sizeof *w);
    int error = uv_poll_init(&poller->uv, &w->poll, descriptor);

    if (error) {
        rt_free(w, sizeof *w);
        rt_raise_os_error(-error, 0);
        return NULL;
    }
    w->poll.data = w;
    w->loop = loop;
    w->subjects[RT_READING] = w->subjects[RT_WRITING] = 0;
    make_room(poller, (uint32_t)descriptor);
    poller->watchers[descriptor] = w;
    poller->active++;
    return w;
}

static watcher *find_watcher(const rt_loop *loop, int descriptor)
{
    const rt_poller *poller = loop->poller;
    bool known = poller && descriptor >= 0 && (uint32_t)descriptor < poller->capacity;

    return known ? poller->watchers[descriptor] : NULL;
}

/* Drops what was to be posted; a handle that was posted already is cancelled. */
static void drop_subject(watcher *w, rt_direction direction)
{
    rt_subject subject = w->subjects[direction];

    w->subjects[direction] = 0;
    if (!subject) return;
    w->loop->writers -= direction == RT_WRITING;
    rt_object *object = RT_SUBJECT_OBJECT(subject);
    if ((subject & RT_SUBJECT_MASK) == RT_SUBJECT_HANDLE) rt_handle_cancel((rt_handle *)object);
    RT_RELEASE((rt_value)object);
}

/* ---- the wait ---- */

/* Wake-ups of other threads and of signal handlers come through a descriptor that may be opened at
 * any time. */
static void watch_wake(rt_loop *loop)
{
    rt_poller *poller = loop->poller;

    if (poller->has_wake || !loop->wake) return;
    if (uv_poll_init(&poller->uv, &poller->wake, loop->wake - 1)) return;
    poller->has_wake = true;
    poller->wake.data = loop;
    uv_poll_start(&poller->wake, UV_READABLE, on_wake);
    uv_unref((uv_handle_t *)&poller->wake);
}

static bool poll_loop(rt_loop *loop, double timeout)
{
    rt_poller *poller = loop->poller;

    if (!poller->active) {
        if (timeout != 0) rt_wake_wait(loop, timeout);
        return true;
    }
    watch_wake(loop);
    if (timeout > 0 && timeout < 1e9) {
        uv_update_time(&poller->uv);
        uv_timer_start(&poller->deadline, on_deadline, (uint64_t)ceil(timeout * 1e3), 0);
    }
    begin_pause(poller);
    uv_run(&poller->uv, timeout == 0 ? UV_RUN_NOWAIT : UV_RUN_ONCE);
    end_pause(poller);
    uv_timer_stop(&poller->deadline);
    return true;
}

/* ---- life ---- */

static void visit_poller(rt_loop *loop, rt_visit_fn *visit, void *context)
{
    const rt_poller *poller = loop->poller;

    for (uint32_t i = 0; i < poller->capacity; i++)
        for (rt_direction d = RT_READING; poller->watchers[i] && d <= RT_WRITING; d++)
            if (poller->watchers[i]->subjects[d])
                visit((rt_value)RT_SUBJECT_OBJECT(poller->watchers[i]->subjects[d]), context);
}

static void close_poller(rt_loop *loop)
{
    rt_poller *poller = loop->poller;

    for (uint32_t i = 0; i < poller->capacity; i++) {
        if (!poller->watchers[i]) continue;
        drop_subject(poller->watchers[i], RT_READING);
        drop_subject(poller->watchers[i], RT_WRITING);
        close_watcher(poller, (int)i);
    }
    uv_close((uv_handle_t *)&poller->deadline, NULL);
    if (poller->has_wake) uv_close((uv_handle_t *)&poller->wake, NULL);
    uv_run(&poller->uv, UV_RUN_NOWAIT);
    uv_loop_close(&poller->uv);
    end_pause(poller);
    rt_free(poller->watchers, poller->capacity * sizeof(watcher *));
    loop->poller = NULL;
    rt_free(poller, sizeof *poller);
}

static const rt_poller_slots slots = {poll_loop, visit_poller, close_poller};

static bool open_poller(rt_loop *loop)
{
    rt_poller *poller = rt_alloc(sizeof *poller);
    int error;

    memset(poller, 0, sizeof *poller);
    error = uv_loop_init(&poller->uv);
    if (error) {
        rt_free(poller, sizeof *poller);
        rt_raise_os_error(-error, 0);
        return false;
    }
    uv_timer_init(&poller->uv, &poller->deadline);
    make_room(poller, 0);
    loop->poller = poller;
    loop->poller_slots = &slots;
    return true;
}

/* ---- the interface ---- */

bool rt_watch_subject(rt_loop *loop, int descriptor, rt_direction direction, rt_subject subject)
{
    if (!rt_loop_check_open(loop)) return false;
    if (!loop->poller && !open_poller(loop)) return false;

    watcher *w = find_watcher(loop, descriptor);
    if (!w && !(w = add_watcher(loop, descriptor))) return false;
    drop_subject(w, direction);
    RT_RETAIN((rt_value)RT_SUBJECT_OBJECT(subject));
    w->subjects[direction] = subject;
    loop->writers += direction == RT_WRITING;
    uv_poll_start(&w->poll, events_of(w), on_ready);
    return true;
}

bool rt_watch(rt_loop *loop, int descriptor, rt_direction direction, rt_handle *handle)
{
    return rt_watch_subject(loop, descriptor, direction, RT_SUBJECT(handle, RT_SUBJECT_HANDLE));
}

bool rt_unwatch(rt_loop *loop, int descriptor, rt_direction direction)
{
    watcher *w = find_watcher(loop, descriptor);

    if (!w || !w->subjects[direction]) return false;
    drop_subject(w, direction);
    w = find_watcher(loop, descriptor); /* dropping may have run the program */
    if (!w) return true;
    if (events_of(w))
        uv_poll_start(&w->poll, events_of(w), on_ready);
    else
        close_watcher(loop->poller, descriptor);
    return true;
}
