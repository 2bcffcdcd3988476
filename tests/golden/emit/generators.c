/* tests/golden/emit/generators.py, compiled by asyncc.
 *
 * Each function of the program is a C function of its name. An async function or generator x is a
 * struct x_frame with what lives across a suspension, and x_resume(), which runs it to its next one.
 * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count references. */
#define ASYNCC_GENERATED
#include "asyncc.h"

/* What the program uses of the library as objects. */
static rt_library_row lib_builtins_list = RT_LIBRARY_CLASS("builtins", "list", rt_list_type);
static rt_library_row *const library[] = {&lib_builtins_list, NULL};
static const rt_source source_0;

/* ---- functions ---- */
static const rt_code module_code;
static rt_value module(void);
static const rt_code count_code;
static rt_value count_start(rt_value n);
static const rt_code both_code;
static rt_value both_start(rt_value n);

struct count_frame {
    rt_frame head;
    rt_value n;
    rt_value i;
};
enum { COUNT_YIELD_L5 = 1 };
static rt_value count_resume(rt_frame *frame, rt_value input);

struct both_frame {
    rt_frame head;
    rt_value n;
    rt_value t3;
};
enum { BOTH_YIELD_FROM_L10 = 1, BOTH_YIELD_L11 };
static rt_value both_resume(rt_frame *frame, rt_value input);

static inline void count_init(rt_frame *frame, rt_value n)
{
    struct count_frame *self = (struct count_frame *)frame;
    frame->code = &count_code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
    self->n = n;
}

static inline void both_init(rt_frame *frame, rt_value n)
{
    struct both_frame *self = (struct both_frame *)frame;
    frame->code = &both_code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
    self->n = n;
}

/* module <module>, line 1 */
static rt_value module(void)
{
    rt_value t3, t5, t6, t7, t8;
    rt_value fresh;
    uint32_t at;
    (void)t7;
#line 14 "tests/golden/emit/generators.py"
    /* 14: print(list(both(3))) */
    t3 = rt_retained((rt_value)&rt_list_type);
    t5 = both_start(RT_INT(3));
    if (!t5) {
        at = 0;
        goto unwind_0;
    }
    t6 = rt_call(t3, 1, (rt_value[]){t5});
    if (!t6) {
        at = 1;
        goto unwind_1;
    }
    RT_RELEASE(t3);
    RT_RELEASE(t5);
    t8 = rt_tuple_of(1, (rt_value[]){t6});
    if (!t8) {
        at = 2;
        goto unwind_2;
    }
    fresh = rt_builtin_print(t8, 0, 0, 0, 0);
    if (!fresh) {
        at = 2;
        goto unwind_3;
    }
    t7 = fresh;
    RT_RELEASE(t8);
#line 15 "tests/golden/emit/generators.py"
    /* 15:  */
    return RT_NONE;

    /* exceptions */
unwind_1:
    rt_release(t5);
unwind_0:
    rt_release(t3);
    rt_trace(&module_code, at);
    return 0;
unwind_3:
    rt_release(t8);
unwind_2:
    rt_trace(&module_code, at);
    return 0;
}

static rt_value module_entry(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    (void)args;
    return module();
}

/* generator count, line 2 */
static rt_value count_resume(rt_frame *frame, rt_value input)
{
    struct count_frame *self = (struct count_frame *)frame;
    rt_value sent, t5;
    int t3, t6;
    uint32_t at;
    switch (frame->state) {
    case COUNT_YIELD_L5: goto resume_1;
    }
    if (!input) {
        rt_trace(&count_code, 0);
        return rt_body_raised(&count_code);
    }
#line 3 "tests/golden/emit/generators.py"
    /* 3: i = 0 */
    self->i = RT_INT(0);
#line 4 "tests/golden/emit/generators.py"
    /* 4: while i < n: */
while_test_1:;
#line 4 "tests/golden/emit/generators.py"
    /* 4: while i < n: */
    t3 = rt_lt(self->i, self->n);
    if (t3 < 0) {
        at = 1;
        goto unwind_0;
    }
    if (!t3) {
        RT_RELEASE(self->i);
        goto while_end_5;
    }
#line 5 "tests/golden/emit/generators.py"
    /* 5: sent = yield i */
    RT_RETAIN(self->i);
    rt_state.yielded = self->i;
    frame->state = COUNT_YIELD_L5;
    return RT_YIELD;
resume_1:;
    if (!input) {
        at = 2;
        goto unwind_0;
    }
    sent = input;
#line 6 "tests/golden/emit/generators.py"
    /* 6: i += sent or 1 */
    t5 = sent;
    t6 = rt_truth(t5);
    if (t6 < 0) {
        at = 3;
        goto unwind_1;
    }
    if (t6) {
        goto chosen_4;
    }
    RT_RELEASE(t5);
    t5 = RT_INT(1);
chosen_4:;
#line 6 "tests/golden/emit/generators.py"
    /* 6: i += sent or 1 */
    self->i = rt_iadd(self->i, t5);
    if (!self->i) {
        at = 4;
        goto unwind_2;
    }
    RT_RELEASE(t5);
#line 4 "tests/golden/emit/generators.py"
    /* 4: while i < n: */
    goto while_test_1;
while_end_5:;
#line 4 "tests/golden/emit/generators.py"
    /* 4: while i < n: */
    return RT_NONE;

    /* exceptions */
unwind_1:
    rt_release(t5);
unwind_0:
    rt_release(self->i);
    rt_trace(&count_code, at);
    return rt_body_raised(&count_code);
unwind_2:
    rt_release(t5);
    rt_trace(&count_code, at);
    return rt_body_raised(&count_code);
}

static rt_value count_start(rt_value n)
{
    rt_value fresh = rt_coro_new(&count_code);
    count_init(RT_CORO_FRAME(fresh), n);
    return fresh;
}

/* generator both, line 9 */
static rt_value both_resume(rt_frame *frame, rt_value input)
{
    struct both_frame *self = (struct both_frame *)frame;
    rt_value t2;
    uint32_t at;
    switch (frame->state) {
    case BOTH_YIELD_FROM_L10: goto resume_1;
    case BOTH_YIELD_L11: goto resume_2;
    }
    if (!input) {
        rt_trace(&both_code, 0);
        return rt_body_raised(&both_code);
    }
#line 10 "tests/golden/emit/generators.py"
    /* 10: yield from count(n) */
    t2 = count_start(self->n);
    if (!t2) {
        at = 1;
        goto unwind_0;
    }
    self->t3 = rt_yield_from_iter(t2);
    if (!self->t3) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(t2);
    input = RT_NONE;
resume_1:;
    input = rt_delegate_step(self->t3, input);
    if (input == RT_YIELD) {
        frame->state = BOTH_YIELD_FROM_L10;
        return RT_YIELD;
    }
    if (!input) {
        at = 2;
        goto unwind_2;
    }
    RT_RELEASE(input);
    RT_RELEASE(self->t3);
#line 11 "tests/golden/emit/generators.py"
    /* 11: yield -1 */
    rt_state.yielded = RT_INT(-1);
    frame->state = BOTH_YIELD_L11;
    return RT_YIELD;
resume_2:;
    if (!input) {
        at = 3;
        goto unwind_0;
    }
    RT_RELEASE(input);
    return RT_NONE;

    /* exceptions */
unwind_2:
    rt_release(self->t3);
    goto unwind_0;
unwind_1:
    rt_release(t2);
unwind_0:
    rt_trace(&both_code, at);
    return rt_body_raised(&both_code);
}

static rt_value both_start(rt_value n)
{
    rt_value fresh = rt_coro_new(&both_code);
    both_init(RT_CORO_FRAME(fresh), n);
    return fresh;
}

/* ---- descriptors: positions, frames and parameters ---- */

static const rt_position module_positions[] = {{14, 11, 14, 18}, {14, 6, 14, 19}, {14, 0, 14, 20}};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source_0, .first_line = 1, .kind = RT_CODE_MODULE,
    .entry = module_entry,
    .positions = module_positions,
};

static const char *const count_params[] = {"n"};
static const rt_slot count_slots[] = {
    {"n", offsetof(struct count_frame, n), RT_SLOT_VALUE, 0},
    {"i", offsetof(struct count_frame, i), RT_SLOT_VALUE, 0},
};
static const uint16_t count_live_1[] = {1};
static const rt_suspend_point count_points[] = {
    {0, 0, NULL, 0, 0, RT_HANDLING_NEVER},
    {2, 0, count_live_1, 1, 0, RT_HANDLING_NEVER},
};
static const rt_position count_positions[] = {{2, 0, 6, 22}, {4, 10, 4, 15}, {5, 15, 5, 22}, {6, 13, 6, 17},
    {6, 8, 6, 22}};
static const rt_code count_code = {
    .name = "count", .qualname = "count", .source = &source_0, .first_line = 2, .kind = RT_CODE_GENERATOR,
    .params = {count_params, 0, 1, 0, 0, 0},
    .positions = count_positions,
    .resume = count_resume, .frame_size = sizeof(struct count_frame),
    .slot_count = 2, .slots = count_slots,
    .suspend_count = 2, .suspend_points = count_points,
};

static const char *const both_params[] = {"n"};
static const rt_slot both_slots[] = {
    {"n", offsetof(struct both_frame, n), RT_SLOT_VALUE, 0},
    {"", offsetof(struct both_frame, t3), RT_SLOT_VALUE, 0},
};
static const uint16_t both_live_1[] = {1};
static const rt_suspend_point both_points[] = {
    {0, 0, NULL, 0, 0, RT_HANDLING_NEVER},
    {2, 0, both_live_1, 1, 0, RT_HANDLING_NEVER},
    {3, 0, NULL, 0, 0, RT_HANDLING_NEVER},
};
static const rt_position both_positions[] = {{9, 0, 11, 12}, {10, 15, 10, 23}, {10, 4, 10, 23}, {11, 4, 11, 12}};
static const rt_code both_code = {
    .name = "both", .qualname = "both", .source = &source_0, .first_line = 9, .kind = RT_CODE_GENERATOR,
    .params = {both_params, 0, 1, 0, 0, 0},
    .positions = both_positions,
    .resume = both_resume, .frame_size = sizeof(struct both_frame),
    .slot_count = 2, .slots = both_slots,
    .suspend_count = 3, .suspend_points = both_points,
};

static const rt_constant constants[] = {
    {NULL, rt_constant_str, "", 0, 0}
};

static rt_value *const globals[] = {NULL};
static const char *const global_names[] = {NULL};

static const rt_source source_0 = {
    "tests/golden/emit/generators.py",
    "# Generators share the mechanism: yield is a state.\n"
    "def count(n):\n"
    "    i = 0\n"
    "    while i < n:\n"
    "        sent = yield i\n"
    "        i += sent or 1\n"
    "\n"
    "\n"
    "def both(n):\n"
    "    yield from count(n)\n"
    "    yield -1\n"
    "\n"
    "\n"
    "print(list(both(3)))\n"
    "",
    214, "__main__"};

static const rt_program program = {constants, sizeof constants / sizeof *constants - 1,
    globals, global_names, 0, library, &module_code, NULL};

int main(int argc, char **argv)
{
    return rt_main(argc, argv, &program);
}

/* Methods that it can ask built-in types for: no others are linked. */
#include "methods.def"
