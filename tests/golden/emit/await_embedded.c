/* tests/golden/emit/await_embedded.py, compiled by asyncc.
 *
 * Each function of the program is a C function of its name. An async function or generator x is a
 * struct x_frame with what lives across a suspension, and x_resume(), which runs it to its next one.
 * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count references. */
#define ASYNCC_GENERATED
#include "asyncc.h"

/* Constants and names, filled in at the start. */
static rt_value s_a_org, s_bb_org, f_0_01;
static const rt_source source_0;

/* ---- functions ---- */
static const rt_code module_code;
static rt_value module(void);
static const rt_code fetch_code;
static const rt_code main__code;
static rt_value main__start(void);

struct fetch_frame {
    rt_frame head;
    rt_value url;
    rt_value delay;
};
enum { FETCH_AWAIT_L6 = 1 };
static rt_value fetch_resume(rt_frame *frame, rt_value input);

struct main__frame {
    rt_frame head;
    rt_value total;
    rt_value t3;
    union {
        struct fetch_frame fetch;
    } await;
};
enum { MAIN_AWAIT_L13 = 1 };
static rt_value main__resume(rt_frame *frame, rt_value input);

static inline void fetch_init(rt_frame *frame, rt_value url, rt_value delay)
{
    struct fetch_frame *self = (struct fetch_frame *)frame;
    frame->code = &fetch_code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
    self->url = url;
    self->delay = delay;
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
#line 17 "tests/golden/emit/await_embedded.py"
    /* 17: asyncio.run(main()) */
    t6 = main__start();
    if (!t6) {
        at = 0;
        goto unwind_0;
    }
    t7 = rt_asyncio_run(t6, 0);
    if (!t7) {
        at = 1;
        goto unwind_1;
    }
    RT_DROP(t6, &module_code, 1);
    RT_DROP(t7, &module_code, 1);
#line 18 "tests/golden/emit/await_embedded.py"
    /* 18:  */
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

/* async def fetch, line 5 */
static rt_value fetch_resume(rt_frame *frame, rt_value input)
{
    struct fetch_frame *self = (struct fetch_frame *)frame;
    rt_value t6;
    uint32_t at;
    switch (frame->state) {
    case FETCH_AWAIT_L6: goto resume_1;
    }
    if (!input) {
        rt_trace(&fetch_code, 0);
        RT_RELEASE(self->url);
        RT_RELEASE(self->delay);
        return rt_body_raised(&fetch_code);
    }
#line 6 "tests/golden/emit/await_embedded.py"
    /* 6: await asyncio.sleep(delay) */
    input = rt_sleep_leaf(frame, self->delay);
    if (input == RT_PENDING) {
        frame->state = FETCH_AWAIT_L6;
        return RT_PENDING;
    }
resume_1:;
    if (!input) {
        at = 1;
        goto unwind_0;
    }
    RT_RELEASE(input);
#line 7 "tests/golden/emit/await_embedded.py"
    /* 7: return len(url) */
    t6 = rt_builtin_len(self->url);
    if (!t6) {
        at = 2;
        goto unwind_0;
    }
    RT_RELEASE(self->url);
    return t6;

    /* exceptions */
unwind_0:
    rt_release(self->url);
    rt_trace(&fetch_code, at);
    return rt_body_raised(&fetch_code);
}

/* async def main, line 10 */
static rt_value main__resume(rt_frame *frame, rt_value input)
{
    struct main__frame *self = (struct main__frame *)frame;
    rt_value url, t2, t6, t9, t10;
    rt_value fresh;
    uint32_t at;
    (void)t9;
    switch (frame->state) {
    case MAIN_AWAIT_L13: goto resume_1;
    }
    if (!input) {
        rt_trace(&main__code, 0);
        return rt_body_raised(&main__code);
    }
#line 11 "tests/golden/emit/await_embedded.py"
    /* 11: total = 0 */
    self->total = RT_INT(0);
#line 12 "tests/golden/emit/await_embedded.py"
    /* 12: for url in ["a.org", "bb.org"]: */
    t2 = rt_tuple_of(2, (rt_value[]){rt_retained(s_a_org), rt_retained(s_bb_org)});
    if (!t2) {
        at = 1;
        goto unwind_0;
    }
    self->t3 = rt_iter(t2);
    if (!self->t3) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(t2);
next_1:;
#line 12 "tests/golden/emit/await_embedded.py"
    /* 12: for url in ["a.org", "bb.org"]: */
    url = rt_next(self->t3);
    if (!url) {
        if (RT_RAISED()) {
            at = 2;
            goto unwind_2;
        }
        RT_RELEASE(self->t3);
        goto for_end_3;
    }
#line 13 "tests/golden/emit/await_embedded.py"
    /* 13: total += await fetch(url, 0.01) */
    fetch_init(&self->await.fetch.head, url, rt_retained(f_0_01));
    self->await.fetch.head.parent = frame;
    input = fetch_resume(&self->await.fetch.head, RT_NONE);
    if (input == RT_PENDING) {
        frame->state = MAIN_AWAIT_L13;
        return RT_PENDING;
    }
resume_1:;
    if (!input) {
        at = 3;
        goto unwind_2;
    }
    t6 = input;
    if (!RT_INT_ADD(fresh, self->total, t6)) {
        fresh = rt_binary(RT_ADD, self->total, t6);
        if (!fresh) {
            at = 4;
            goto unwind_3;
        }
        RT_RELEASE(t6);
        RT_RELEASE(self->total);
    }
    self->total = fresh;
#line 12 "tests/golden/emit/await_embedded.py"
    /* 12: for url in ["a.org", "bb.org"]: */
    goto next_1;
for_end_3:;
#line 14 "tests/golden/emit/await_embedded.py"
    /* 14: print(total) */
    t10 = rt_tuple_of(1, (rt_value[]){self->total});
    if (!t10) {
        at = 5;
        goto unwind_4;
    }
    fresh = rt_builtin_print(t10, 0, 0, 0, 0);
    if (!fresh) {
        at = 5;
        goto unwind_5;
    }
    t9 = fresh;
    RT_RELEASE(t10);
    return RT_NONE;

    /* exceptions */
unwind_3:
    rt_release(t6);
unwind_2:
    rt_release(self->t3);
    goto unwind_0;
unwind_1:
    rt_release(t2);
unwind_0:
    rt_release(self->total);
    rt_trace(&main__code, at);
    return rt_body_raised(&main__code);
unwind_5:
    rt_release(t10);
unwind_4:
    rt_trace(&main__code, at);
    return rt_body_raised(&main__code);
}

static rt_value main__start(void)
{
    rt_value fresh = rt_coro_new(&main__code);
    main__init(RT_CORO_FRAME(fresh));
    return fresh;
}

/* ---- descriptors: positions, frames and parameters ---- */

static const rt_position module_positions[] = {{17, 12, 17, 18}, {17, 0, 17, 19}};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source_0, .first_line = 1, .kind = RT_CODE_MODULE,
    .entry = module_entry,
    .positions = module_positions,
};

static const char *const fetch_params[] = {"url", "delay"};
static const rt_slot fetch_slots[] = {
    {"url", offsetof(struct fetch_frame, url), RT_SLOT_VALUE, 0},
    {"delay", offsetof(struct fetch_frame, delay), RT_SLOT_VALUE, 0},
};
static const uint16_t fetch_live_0[] = {0, 1};
static const uint16_t fetch_live_1[] = {0};
static const rt_suspend_point fetch_points[] = {
    {0, 0, fetch_live_0, 2, 0, RT_HANDLING_NEVER},
    {1, 0, fetch_live_1, 1, 0, RT_HANDLING_NEVER},
};
static const rt_position fetch_positions[] = {{5, 0, 7, 19}, {6, 4, 6, 30}, {7, 11, 7, 19}};
static const rt_code fetch_code = {
    .name = "fetch", .qualname = "fetch", .source = &source_0, .first_line = 5, .kind = RT_CODE_COROUTINE,
    .params = {fetch_params, 0, 2, 0, 0, 0},
    .positions = fetch_positions,
    .resume = fetch_resume, .frame_size = sizeof(struct fetch_frame),
    .slot_count = 2, .slots = fetch_slots,
    .suspend_count = 2, .suspend_points = fetch_points,
};

static const rt_slot main__slots[] = {
    {"total", offsetof(struct main__frame, total), RT_SLOT_VALUE, 0},
    {"", offsetof(struct main__frame, t3), RT_SLOT_VALUE, 0},
};
static const uint16_t main__live_1[] = {0, 1};
static const rt_suspend_point main__points[] = {
    {0, 0, NULL, 0, 0, RT_HANDLING_NEVER},
    {3, offsetof(struct main__frame, await), main__live_1, 2, 0, RT_HANDLING_NEVER},
};
static const rt_position main__positions[] = {{10, 0, 14, 16}, {12, 15, 12, 34}, {12, 4, 13, 39}, {13, 17, 13, 39},
    {13, 8, 13, 39}, {14, 4, 14, 16}};
static const rt_code main__code = {
    .name = "main", .qualname = "main", .source = &source_0, .first_line = 10, .kind = RT_CODE_COROUTINE,
    .positions = main__positions,
    .resume = main__resume, .frame_size = sizeof(struct main__frame),
    .slot_count = 2, .slots = main__slots,
    .suspend_count = 2, .suspend_points = main__points,
};

static const rt_constant constants[] = {
    {&s_a_org, rt_constant_str, "a.org", 5, 0},
    {&s_bb_org, rt_constant_str, "bb.org", 6, 0},
    {&f_0_01, rt_constant_float, "", 0, 0.01},
    {NULL, rt_constant_str, "", 0, 0}
};

static rt_value *const globals[] = {NULL};
static const char *const global_names[] = {NULL};

static const rt_source source_0 = {
    "tests/golden/emit/await_embedded.py",
    "# An await of a known coroutine: its frame is embedded, what lives across it is in the frame.\n"
    "import asyncio\n"
    "\n"
    "\n"
    "async def fetch(url, delay):\n"
    "    await asyncio.sleep(delay)\n"
    "    return len(url)\n"
    "\n"
    "\n"
    "async def main():\n"
    "    total = 0\n"
    "    for url in [\"a.org\", \"bb.org\"]:\n"
    "        total += await fetch(url, 0.01)\n"
    "    print(total)\n"
    "\n"
    "\n"
    "asyncio.run(main())\n"
    "",
    340, "__main__"};

static const rt_program program = {constants, sizeof constants / sizeof *constants - 1,
    globals, global_names, 0, NULL, &module_code, NULL};

int main(int argc, char **argv)
{
    return rt_main(argc, argv, &program);
}

/* Methods that it can ask built-in types for: no others are linked. */
#include "methods.def"
