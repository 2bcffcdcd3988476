/* program.c: a program from its first to its last moment (rt_main).
 *
 * The program runs on a thread of its own, whose stack is large enough that RecursionError comes
 * before the stack's end, also under sys.setrecursionlimit(100000); memory that is never touched
 * costs nothing. Signals go to that thread alone. */
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "exc/exception.h"
#include "exc/uncaught.h"
#include "lib/atexit.h"
#include "lib/library.h"
#include "lib/sys.h"
#include "mem/collect.h"
#include "sched/threads.h"
#include "value/bytes.h"
#include "value/complex.h"
#include "value/int.h"
#include "value/native.h"
#include "value/str.h"
#include "value/type.h"

#define RT_PART(part)                                                                              \
    void rt_init_##part(void);                                                                     \
    void rt_end_##part(void);
#include "parts.def"
#undef RT_PART

#define STACK_SIZE ((size_t)1 << 30)
#define STACK_SIZE_LEAST ((size_t)16 << 20)

void (*rt_atexit_hook)(void);

typedef struct run {
    int argc;
    char **argv;
    const rt_program *program;
    int code;
} run;

/* ---- start ----------------------------------------------------------------------------------- */

static void start_parts(void)
{
    rt_init_exceptions();
#define RT_PART(part) rt_init_##part();
#include "parts.def"
#undef RT_PART
}

rt_value rt_constant_str(const rt_constant *c)
{
    return rt_retained(rt_intern(c->text, c->size));
}

rt_value rt_constant_bytes(const rt_constant *c)
{
    return rt_bytes_new(c->text, c->size);
}

rt_value rt_constant_int(const rt_constant *c)
{
    return rt_int_parse(c->text, c->size, 0); /* as in the source: 0x and its like */
}

rt_value rt_constant_float(const rt_constant *c)
{
    return rt_float_new(c->size ? -c->number : c->number); /* see put_constant_row */
}

rt_value rt_constant_complex(const rt_constant *c)
{
    return rt_complex_new(0, c->number);
}

static bool make_constants(const rt_program *program)
{
    for (uint32_t i = 0; i < program->constant_count; i++) {
        const rt_constant *c = &program->constants[i];
        *c->slot = c->make(c);
        if (!*c->slot) return false;
    }
    return true;
}

/* ---- end ------------------------------------------------------------------------------------- */

/* What the module variables keep alive ends in their order, then what these keep, and all of it
 * sees the variables as the program left them: as CPython, whose modules are garbage by then, runs
 * finalizers before it clears anything. */
static void finalize_globals(const rt_program *program)
{
    for (uint32_t i = 0; i < program->global_count; i++) {
        rt_value v = *program->globals[i];
        if (!v || RT_IS_INT(v) || !RT_TYPE(v)->finalize) continue;
        RT_RETAIN(v);
        RT_TYPE(v)->finalize(RT_OBJECT(v));
        RT_RELEASE(v);
    }
    rt_finalize_all();
}

/* To None, not to nothing: code that still runs knows which variables are surely set. */
static void release_globals(const rt_program *program)
{
    for (uint32_t i = 0; i < program->global_count; i++) rt_store(program->globals[i], RT_NONE);
}

static void release_constants(const rt_program *program)
{
    for (uint32_t i = 0; i < program->constant_count; i++) rt_store(program->constants[i].slot, 0);
}

static void end_parts(void)
{
    static void (*const ends[])(void) = {
#define RT_PART(part) rt_end_##part,
#include "parts.def"
#undef RT_PART
    };
    for (size_t i = sizeof(ends) / sizeof(ends[0]); i-- > 0;) ends[i]();
}

/* ---- the run --------------------------------------------------------------------------------- */

static int run_main(const rt_program *program)
{
    rt_state.depth = 1; /* the main module counts as a call */
    rt_library_start(program->library);
    rt_set_hints(program->hints);
    rt_value result = make_constants(program) ? program->main->entry(NULL, NULL) : 0;
    RT_RELEASE_OPT(result);
    return result ? 0 : rt_report_uncaught();
}

static int run_program(const run *run)
{
    start_parts();
    rt_sys_set_argv(run->argc, run->argv);
    int code = run_main(run->program);
    rt_threads_finish();
    if (rt_atexit_hook) rt_atexit_hook();
    rt_collect_all();
    finalize_globals(run->program);
    release_globals(run->program);
    rt_collect_all();
    release_constants(run->program);
    rt_library_end();
    rt_flush_out();
    end_parts();
    return code;
}

static void *thread_main(void *argument)
{
    run *run = argument;
    run->code = run_program(run);
    return NULL;
}

static bool start_thread(pthread_t *thread, run *run)
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    bool started = false;
    for (size_t size = STACK_SIZE; !started && size >= STACK_SIZE_LEAST; size /= 2)
        started = pthread_attr_setstacksize(&attributes, size) == 0 &&
                  pthread_create(thread, &attributes, thread_main, run) == 0;
    pthread_attr_destroy(&attributes);
    return started;
}

/* KeyboardInterrupt ends the process as the signal would have, so that a shell loop around it
 * ends too. */
static void die_interrupted(void)
{
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
}

int rt_main(int argc, char **argv, const rt_program *program)
{
    run run = {argc, argv, program, 1};
    pthread_t thread;
    sigset_t all, before;
    mallopt(M_ARENA_MAX, 1); /* threads run one at a time */
    if (start_thread(&thread, &run)) {
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, &before);
        pthread_join(thread, NULL);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    } else {
        thread_main(&run);
    }
    if (run.code == RT_EXIT_INTERRUPTED) die_interrupted();
    return run.code;
}
