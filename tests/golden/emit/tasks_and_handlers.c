/* tests/golden/emit/tasks_and_handlers.py, compiled by asyncc.
 *
 * Each function of the program is a C function of its name. An async function or generator x is a
 * struct x_frame with what lives across a suspension, and x_resume(), which runs it to its next one.
 * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count references. */
#define ASYNCC_GENERATED
#include "asyncc.h"

/* Constants and names, filled in at the start. */
static rt_value s_cancelled, s_done, s_worker, s_main_knows, n_cancel;

/* Which methods were called last time. */
static rt_call_site call_sites[1];

/* What the program uses of the library as objects. */
static rt_library_row lib_asyncio_CancelledError = RT_LIBRARY_CLASS("_asyncio", "CancelledError", rt_exc_CancelledError);
static rt_library_row *const library[] = {&lib_asyncio_CancelledError, NULL};

/* Module variables; 0 = not set. */
static rt_value asyncio_CancelledError;
static const rt_source source_0;

/* ---- functions ---- */
static const rt_code module_code;
static rt_value module(void);
static RT_ONCE rt_value asyncio_module(void);
static const rt_code work_code;
static const rt_code main__code;
static rt_value main__start(void);
static rt_module_state asyncio_module_state;

struct work_frame {
    rt_frame head;
    rt_value n;
};
enum { WORK_AWAIT_L7 = 1 };
static rt_value work_resume(rt_frame *frame, rt_value input);

struct main__frame {
    rt_frame head;
    rt_value task;
};
enum { MAIN_AWAIT_L18 = 1, MAIN_AWAIT_L21 };
static rt_value main__resume(rt_frame *frame, rt_value input);

static inline void work_init(rt_frame *frame, rt_value n)
{
    struct work_frame *self = (struct work_frame *)frame;
    frame->code = &work_code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
    self->n = n;
}

static inline void main__init(rt_frame *frame)
{
    frame->code = &main__code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
}

/* module <module>, line 1 */
static rt_value module(void)
{
    rt_value t6, t7;
    uint32_t at;
#line 2 "tests/golden/emit/tasks_and_handlers.py"
    /* 2: import asyncio */
    if (asyncio_module_state == RT_MODULE_NEW && !rt_import(&asyncio_module_state, asyncio_module)) {
        at = 0;
        goto unwind_0;
    }
#line 26 "tests/golden/emit/tasks_and_handlers.py"
    /* 26: asyncio.run(main()) */
    t6 = main__start();
    if (!t6) {
        at = 1;
        goto unwind_0;
    }
    t7 = rt_asyncio_run(t6, 0);
    if (!t7) {
        at = 2;
        goto unwind_1;
    }
    RT_DROP(t6, &module_code, 2);
    RT_DROP(t7, &module_code, 2);
#line 27 "tests/golden/emit/tasks_and_handlers.py"
    /* 27:  */
    return RT_NONE;

    /* exceptions */
unwind_1:
    rt_release(t6);
unwind_0:
    rt_trace(&module_code, at);
    return 0;
}

static rt_value module_entry(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    (void)args;
    return module();
}

/* module <module>, line 1 */
static rt_value asyncio_module(void)
{
    rt_value t2;
#line 4 "<library asyncio>"
    /* 4: AbstractEventLoop, BaseEventLoop, CancelledError, Future, Handle, InvalidStateError, */
    t2 = rt_retained((rt_value)&rt_exc_CancelledError);
#line 3 "<library asyncio>"
    /* 3: from _asyncio import ( */
    rt_store(&asyncio_CancelledError, t2);
#line 57 "<library asyncio>"
    /* 57:  */
    return RT_NONE;
}

/* async def work, line 5 */
static rt_value work_resume(rt_frame *frame, rt_value input)
{
    struct work_frame *self = (struct work_frame *)frame;
    rt_value t2, t3, t7, t8, t10, t13, t14, t16, t17, t19, t20;
    int64_t t1;
    int t11, t18;
    rt_value fresh;
    uint32_t at;
    (void)t13;
    (void)t16;
    switch (frame->state) {
    case WORK_AWAIT_L7: goto resume_1;
    }
    if (!input) {
        rt_trace(&work_code, 0);
        return rt_body_raised(&work_code);
    }
#line 7 "tests/golden/emit/tasks_and_handlers.py"
    /* 7: await asyncio.sleep(n) */
    input = rt_sleep_leaf(frame, self->n);
    if (input == RT_PENDING) {
        frame->state = WORK_AWAIT_L7;
        return RT_PENDING;
    }
resume_1:;
    if (!input) {
        at = 1;
        goto unwind_0;
    }
    RT_RELEASE(input);
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    t2 = 0;
    t3 = 0;
    t1 = 0;
    goto finally_body_6;
except_1:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    t7 = rt_catch();
    t8 = rt_enter_handler(t7);
#line 8 "tests/golden/emit/tasks_and_handlers.py"
    /* 8: except asyncio.CancelledError: */
    t10 = rt_retained(asyncio_CancelledError);
    t11 = rt_exc_match(t7, t10);
    if (t11 < 0) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(t10);
    if (!t11) {
        goto except_none_3;
    }
    RT_RELEASE(t7);
#line 9 "tests/golden/emit/tasks_and_handlers.py"
    /* 9: print("cancelled", n) */
    t19 = rt_tuple_of(2, (rt_value[]){rt_retained(s_cancelled), self->n});
    if (!t19) {
        at = 3;
        goto unwind_2;
    }
    fresh = rt_builtin_print(t19, 0, 0, 0, 0);
    if (!fresh) {
        at = 3;
        goto unwind_3;
    }
    t13 = fresh;
    RT_RELEASE(t19);
#line 10 "tests/golden/emit/tasks_and_handlers.py"
    /* 10: raise */
    rt_reraise();
    goto unwind_4;
except_none_3:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    rt_leave_handler(t8);
    rt_rethrow(t7);
    goto unwind_5;
cleanup_4:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    t14 = rt_catch();
    rt_leave_handler(t8);
    rt_rethrow(t14);
    goto unwind_5;
raised_5:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    t2 = rt_catch();
    t3 = rt_enter_handler(t2);
    t1 = 1;
finally_body_6:;
#line 12 "tests/golden/emit/tasks_and_handlers.py"
    /* 12: print("done", n) */
    t20 = rt_tuple_of(2, (rt_value[]){rt_retained(s_done), self->n});
    if (!t20) {
        at = 4;
        goto unwind_6;
    }
    fresh = rt_builtin_print(t20, 0, 0, 0, 0);
    if (!fresh) {
        at = 4;
        goto unwind_7;
    }
    t16 = fresh;
    RT_RELEASE(t20);
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    switch (t1) {
    case 0:
        RT_RELEASE_OPT(t2);
        RT_RELEASE_OPT(t3);
        goto after_finally_7;
    default:
        goto go_on_8;
    }
after_finally_7:;
#line 13 "tests/golden/emit/tasks_and_handlers.py"
    /* 13: return n */
    return self->n;
go_on_8:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    rt_leave_handler(t3);
    rt_rethrow(t2);
    goto unwind_8;
cleanup_9:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    t17 = rt_catch();
    t18 = t2 != 0;
    RT_RELEASE_OPT(t2);
    if (!t18) {
        RT_RELEASE_OPT(t3);
        goto finally_left_11;
    }
    rt_leave_handler(t3);
finally_left_11:;
#line 6 "tests/golden/emit/tasks_and_handlers.py"
    /* 6: try: */
    rt_rethrow(t17);
    goto unwind_8;

    /* exceptions */
unwind_0:
    rt_trace(&work_code, at);
    goto except_1;
unwind_1:
    rt_release(t7);
    rt_release(t10);
    rt_trace(&work_code, at);
    goto cleanup_4;
unwind_3:
    rt_release(t19);
unwind_2:
    rt_trace(&work_code, at);
    goto cleanup_4;
unwind_4:
    goto cleanup_4;
unwind_5:
    goto raised_5;
unwind_7:
    rt_release(t20);
unwind_6:
    rt_trace(&work_code, at);
    goto cleanup_9;
unwind_8:
    return rt_body_raised(&work_code);
}

/* async def main, line 16 */
static rt_value main__resume(rt_frame *frame, rt_value input)
{
    struct main__frame *self = (struct main__frame *)frame;
    rt_value t9, t11, t12, t14, t17, t18, t19;
    int t15;
    rt_value fresh;
    uint32_t at;
    (void)t17;
    switch (frame->state) {
    case MAIN_AWAIT_L18: goto resume_1;
    case MAIN_AWAIT_L21: goto resume_2;
    }
    if (!input) {
        rt_trace(&main__code, 0);
        return rt_body_raised(&main__code);
    }
#line 17 "tests/golden/emit/tasks_and_handlers.py"
    /* 17: task = asyncio.create_task(work(5), name="worker") */
    fresh = rt_task_new(&work_code);
    work_init(rt_task_frame(fresh), RT_INT(5));
    fresh = rt_task_start(fresh, s_worker);
    if (!fresh) {
        at = 1;
        goto unwind_0;
    }
    self->task = fresh;
#line 18 "tests/golden/emit/tasks_and_handlers.py"
    /* 18: await asyncio.sleep(0) */
    input = rt_sleep_leaf(frame, RT_INT(0));
    if (input == RT_PENDING) {
        frame->state = MAIN_AWAIT_L18;
        return RT_PENDING;
    }
resume_1:;
    if (!input) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(input);
#line 19 "tests/golden/emit/tasks_and_handlers.py"
    /* 19: task.cancel() */
    t9 = rt_call_method_at(self->task, n_cancel, 0, NULL, &call_sites[0]);
    if (!t9) {
        at = 3;
        goto unwind_1;
    }
    RT_DROP(t9, &main__code, 3);
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
#line 21 "tests/golden/emit/tasks_and_handlers.py"
    /* 21: await task */
    input = rt_await(frame, self->task);
    if (input == RT_PENDING) {
        frame->state = MAIN_AWAIT_L21;
        return RT_PENDING;
    }
resume_2:;
    if (!input) {
        at = 4;
        goto unwind_2;
    }
    RT_RELEASE(input);
    RT_RELEASE(self->task);
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
    goto after_try_4;
except_2:;
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
    t11 = rt_catch();
    t12 = rt_enter_handler(t11);
#line 22 "tests/golden/emit/tasks_and_handlers.py"
    /* 22: except asyncio.CancelledError: */
    t14 = rt_retained(asyncio_CancelledError);
    t15 = rt_exc_match(t11, t14);
    if (t15 < 0) {
        at = 5;
        goto unwind_3;
    }
    RT_RELEASE(t14);
    if (!t15) {
        goto except_none_5;
    }
    RT_RELEASE(t11);
#line 23 "tests/golden/emit/tasks_and_handlers.py"
    /* 23: print("main knows") */
    t19 = rt_tuple_of(1, (rt_value[]){rt_retained(s_main_knows)});
    if (!t19) {
        at = 6;
        goto unwind_4;
    }
    fresh = rt_builtin_print(t19, 0, 0, 0, 0);
    if (!fresh) {
        at = 6;
        goto unwind_5;
    }
    t17 = fresh;
    RT_RELEASE(t19);
#line 22 "tests/golden/emit/tasks_and_handlers.py"
    /* 22: except asyncio.CancelledError: */
    rt_leave_handler(t12);
after_try_4:;
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
    return RT_NONE;
except_none_5:;
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
    rt_leave_handler(t12);
    rt_rethrow(t11);
    goto unwind_6;
cleanup_6:;
#line 20 "tests/golden/emit/tasks_and_handlers.py"
    /* 20: try: */
    t18 = rt_catch();
    rt_leave_handler(t12);
    rt_rethrow(t18);
    goto unwind_6;

    /* exceptions */
unwind_1:
    rt_release(self->task);
unwind_0:
    rt_trace(&main__code, at);
    return rt_body_raised(&main__code);
unwind_2:
    rt_release(self->task);
    rt_trace(&main__code, at);
    goto except_2;
unwind_3:
    rt_release(t11);
    rt_release(t14);
    rt_trace(&main__code, at);
    goto cleanup_6;
unwind_5:
    rt_release(t19);
unwind_4:
    rt_trace(&main__code, at);
    goto cleanup_6;
unwind_6:
    return rt_body_raised(&main__code);
}

static rt_value main__start(void)
{
    rt_value fresh = rt_coro_new(&main__code);
    main__init(RT_CORO_FRAME(fresh));
    return fresh;
}

/* ---- descriptors: positions, frames and parameters ---- */

static const rt_position module_positions[] = {{2, 7, 2, 14}, {26, 12, 26, 18}, {26, 0, 26, 19}};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source_0, .first_line = 1, .kind = RT_CODE_MODULE,
    .entry = module_entry,
    .positions = module_positions,
};

static const char *const work_params[] = {"n"};
static const rt_slot work_slots[] = {
    {"n", offsetof(struct work_frame, n), RT_SLOT_VALUE, 0},
};
static const rt_suspend_point work_points[] = {
    {0, 0, NULL, 0, 0, RT_HANDLING_NEVER},
    {1, 0, NULL, 0, 0, RT_HANDLING_NEVER},
};
static const rt_position work_positions[] = {{5, 0, 13, 12}, {7, 8, 7, 30}, {8, 4, 10, 13}, {9, 8, 9, 29},
    {12, 8, 12, 24}};
static const rt_code work_code = {
    .name = "work", .qualname = "work", .source = &source_0, .first_line = 5, .kind = RT_CODE_COROUTINE,
    .params = {work_params, 0, 1, 0, 0, 0},
    .positions = work_positions,
    .resume = work_resume, .frame_size = sizeof(struct work_frame),
    .slot_count = 1, .slots = work_slots,
    .suspend_count = 2, .suspend_points = work_points,
};

static const rt_slot main__slots[] = {
    {"task", offsetof(struct main__frame, task), RT_SLOT_VALUE, 0},
};
static const uint16_t main__live_1[] = {0};
static const uint16_t main__live_2[] = {0};
static const rt_suspend_point main__points[] = {
    {0, 0, NULL, 0, 0, RT_HANDLING_NEVER},
    {2, 0, main__live_1, 1, 0, RT_HANDLING_NEVER},
    {4, 0, main__live_2, 1, 0, RT_HANDLING_NEVER},
};
static const rt_position main__positions[] = {{16, 0, 23, 27}, {17, 11, 17, 54}, {18, 4, 18, 26}, {19, 4, 19, 17},
    {21, 8, 21, 18}, {22, 4, 23, 27}, {23, 8, 23, 27}};
static const rt_code main__code = {
    .name = "main", .qualname = "main", .source = &source_0, .first_line = 16, .kind = RT_CODE_COROUTINE,
    .positions = main__positions,
    .resume = main__resume, .frame_size = sizeof(struct main__frame),
    .slot_count = 1, .slots = main__slots,
    .suspend_count = 3, .suspend_points = main__points,
};

static const rt_constant constants[] = {
    {&s_cancelled, rt_constant_str, "cancelled", 9, 0},
    {&s_done, rt_constant_str, "done", 4, 0},
    {&s_worker, rt_constant_str, "worker", 6, 0},
    {&s_main_knows, rt_constant_str, "main knows", 10, 0},
    {&n_cancel, rt_constant_str, "cancel", 6, 0},
    {NULL, rt_constant_str, "", 0, 0}
};

static rt_value *const globals[] = {
    &asyncio_CancelledError, NULL};
static const char *const global_names[] = {
    "CancelledError", NULL};

static const rt_source source_0 = {
    "tests/golden/emit/tasks_and_handlers.py",
    "# Tasks are one allocation with their frame; except and finally around an await.\n"
    "import asyncio\n"
    "\n"
    "\n"
    "async def work(n):\n"
    "    try:\n"
    "        await asyncio.sleep(n)\n"
    "    except asyncio.CancelledError:\n"
    "        print(\"cancelled\", n)\n"
    "        raise\n"
    "    finally:\n"
    "        print(\"done\", n)\n"
    "    return n\n"
    "\n"
    "\n"
    "async def main():\n"
    "    task = asyncio.create_task(work(5), name=\"worker\")\n"
    "    await asyncio.sleep(0)\n"
    "    task.cancel()\n"
    "    try:\n"
    "        await task\n"
    "    except asyncio.CancelledError:\n"
    "        print(\"main knows\")\n"
    "\n"
    "\n"
    "asyncio.run(main())\n"
    "",
    520, "__main__"};

static const rt_program program = {constants, sizeof constants / sizeof *constants - 1,
    globals, global_names, 1, library, &module_code, NULL};

int main(int argc, char **argv)
{
    return rt_main(argc, argv, &program);
}

/* Methods that it can ask built-in types for: no others are linked. */
#include "methods.def"
