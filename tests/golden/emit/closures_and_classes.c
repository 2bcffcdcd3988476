/* tests/golden/emit/closures_and_classes.py, compiled by asyncc.
 *
 * Each function of the program is a C function of its name. An async function or generator x is a
 * struct x_frame with what lives across a suspension, and x_resume(), which runs it to its next one.
 * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count references. */
#define ASYNCC_GENERATED
#include "asyncc.h"

/* Constants and names, filled in at the start. */
static rt_value s_Counter, s_main_, n_value, n_name_, n_module_, n_qualname_, n_step, n_init_, n_bump,
    n_n;

/* Where attributes were found last time. */
static rt_site sites[2];

/* Module variables; 0 = not set. */
static rt_value Counter_object;
static const rt_source source_0;

/* ---- functions ---- */
static const rt_code module_code;
static rt_value module(void);
static const rt_code Counter_class_body_code;
static RT_ONCE rt_value Counter_class_body(rt_value _namespace);
static const rt_code Counter_init__code;
static rt_value Counter_init_(rt_value self_, rt_value start);
static const rt_code Counter_bump_code;
static rt_value Counter_bump(rt_value self_);
static const rt_code adder_code;
static rt_value adder(rt_value n);
static const rt_code adder_add_code;
static rt_value adder_add_start(rt_value x, rt_value t4);

struct adder_add_frame {
    rt_frame head;
    rt_value x;
    rt_value t4;
};
static rt_value adder_add_resume(rt_frame *frame, rt_value input);

static inline void adder_add_init(rt_frame *frame, rt_value x, rt_value t4)
{
    struct adder_add_frame *self = (struct adder_add_frame *)frame;
    frame->code = &adder_add_code;
    frame->parent = NULL;
    frame->state = 0;
    frame->flags = 0;
    self->x = x;
    self->t4 = t4;
}

/* module <module>, line 1 */
static rt_value module(void)
{
    rt_value t0, t1, t2, t5, t6, t7, t9, t10, t11, t12, t13, t14;
    rt_value fresh;
    uint32_t at;
    (void)t11;
    (void)t13;
#line 2 "tests/golden/emit/closures_and_classes.py"
    /* 2: class Counter: */
    t0 = rt_tuple_of(0, NULL);
    if (!t0) {
        at = 0;
        goto unwind_0;
    }
    t1 = rt_class_begin(s_Counter, t0, 0);
    if (!t1) {
        at = 0;
        goto unwind_1;
    }
    fresh = Counter_class_body(t1);
    if (!fresh) {
        at = 0;
        goto unwind_2;
    }
    RT_RELEASE(fresh);
    t2 = rt_class_end(s_Counter, t0, 0, t1, 0, 1, (rt_value[]){n_value});
    if (!t2) {
        at = 0;
        goto unwind_2;
    }
    RT_RELEASE(t0);
    RT_RELEASE(t1);
    rt_store(&Counter_object, t2);
#line 19 "tests/golden/emit/closures_and_classes.py"
    /* 19: print(Counter(1).bump(), adder(2).__name__) */
    t5 = rt_retained(Counter_object);
    t12 = rt_instance_new(t5);
    RT_RELEASE(t5);
    fresh = Counter_init_(t12, RT_INT(1));
    if (!fresh) {
        at = 1;
        goto unwind_3;
    }
    t13 = fresh;
    t6 = t12;
    t7 = Counter_bump(t6);
    if (!t7) {
        at = 2;
        goto unwind_4;
    }
    RT_RELEASE(t6);
    t9 = adder(RT_INT(2));
    if (!t9) {
        at = 3;
        goto unwind_5;
    }
    t10 = rt_getattr_at(t9, n_name_, &sites[0]);
    if (!t10) {
        at = 4;
        goto unwind_6;
    }
    RT_RELEASE(t9);
    t14 = rt_tuple_of(2, (rt_value[]){t7, t10});
    if (!t14) {
        at = 5;
        goto unwind_0;
    }
    fresh = rt_builtin_print(t14, 0, 0, 0, 0);
    if (!fresh) {
        at = 5;
        goto unwind_7;
    }
    t11 = fresh;
    RT_RELEASE(t14);
#line 20 "tests/golden/emit/closures_and_classes.py"
    /* 20:  */
    return RT_NONE;

    /* exceptions */
unwind_7:
    rt_release(t14);
    goto unwind_0;
unwind_6:
    rt_release(t9);
unwind_5:
    rt_release(t7);
    goto unwind_0;
unwind_4:
    rt_release(t6);
    goto unwind_0;
unwind_3:
    rt_release(t12);
    goto unwind_0;
unwind_2:
    rt_release(t1);
unwind_1:
    rt_release(t0);
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

/* class Counter, line 2 */
static rt_value Counter_class_body(rt_value _namespace)
{
    rt_value t1, t2;
    uint32_t at;
#line 2 "tests/golden/emit/closures_and_classes.py"
    /* 2: class Counter: */
    if (!rt_setitem(_namespace, n_module_, s_main_)) {
        at = 0;
        goto unwind_0;
    }
    if (!rt_setitem(_namespace, n_qualname_, s_Counter)) {
        at = 0;
        goto unwind_0;
    }
#line 3 "tests/golden/emit/closures_and_classes.py"
    /* 3: step = 2 */
    if (!rt_setitem(_namespace, n_step, RT_INT(2))) {
        at = 1;
        goto unwind_0;
    }
#line 5 "tests/golden/emit/closures_and_classes.py"
    /* 5: def __init__(self, start): */
    t1 = rt_function_new(&Counter_init__code, 0, 0, 0, NULL);
    if (!t1) {
        at = 2;
        goto unwind_0;
    }
    if (!rt_setitem(_namespace, n_init_, t1)) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(t1);
#line 8 "tests/golden/emit/closures_and_classes.py"
    /* 8: def bump(self): */
    t2 = rt_function_new(&Counter_bump_code, 0, 0, 0, NULL);
    if (!t2) {
        at = 3;
        goto unwind_0;
    }
    if (!rt_setitem(_namespace, n_bump, t2)) {
        at = 3;
        goto unwind_2;
    }
    RT_RELEASE(t2);
#line 2 "tests/golden/emit/closures_and_classes.py"
    /* 2: class Counter: */
    return RT_NONE;

    /* exceptions */
unwind_2:
    rt_release(t2);
    goto unwind_0;
unwind_1:
    rt_release(t1);
unwind_0:
    rt_trace(&Counter_class_body_code, at);
    return 0;
}

/* def Counter.__init__, line 5 */
static rt_value Counter_init_(rt_value self_, rt_value start)
{
    uint32_t at;
    if (!RT_ENTER()) return 0;
#line 6 "tests/golden/emit/closures_and_classes.py"
    /* 6: self.value = start */
    if (!rt_set_field(self_, 0, n_value, start)) {
        at = 0;
        goto unwind_0;
    }
    RT_LEAVE();
    return RT_NONE;

    /* exceptions */
unwind_0:
    rt_trace(&Counter_init__code, at);
    RT_LEAVE();
    return 0;
}

static rt_value Counter_init__entry(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    return Counter_init_(args[0], args[1]);
}

/* def Counter.bump, line 8 */
static rt_value Counter_bump(rt_value self_)
{
    rt_value t1, t2, t3, t4;
    rt_value fresh;
    uint32_t at;
    if (!RT_ENTER()) return 0;
#line 9 "tests/golden/emit/closures_and_classes.py"
    /* 9: self.value += self.step */
    if (!RT_GET_VALUE_FIELD(t1, self_, 0, n_value)) {
        at = 0;
        goto unwind_0;
    }
    fresh = rt_getattr_at(self_, n_step, &sites[1]);
    if (!fresh) {
        at = 1;
        goto unwind_1;
    }
    t2 = fresh;
    if (!RT_INT_ADD(fresh, t1, t2)) {
        fresh = rt_binary(RT_ADD, t1, t2);
        if (!fresh) {
            at = 2;
            goto unwind_1;
        }
        RT_RELEASE(t1);
    }
    t3 = fresh;
    if (!rt_set_field(self_, 0, n_value, t3)) {
        at = 0;
        goto unwind_0;
    }
#line 10 "tests/golden/emit/closures_and_classes.py"
    /* 10: return self.value */
    if (!RT_GET_VALUE_FIELD(t4, self_, 0, n_value)) {
        at = 3;
        goto unwind_0;
    }
    RT_LEAVE();
    return t4;

    /* exceptions */
unwind_1:
    rt_release(t1);
unwind_0:
    rt_trace(&Counter_bump_code, at);
    RT_LEAVE();
    return 0;
}

static rt_value Counter_bump_entry(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    return Counter_bump(args[0]);
}

/* def adder, line 13 */
static rt_value adder(rt_value n)
{
    rt_value n_, add;
    uint32_t at;
    if (!RT_ENTER()) return 0;
#line 13 "tests/golden/emit/closures_and_classes.py"
    /* 13: def adder(n): */
    n_ = rt_cell_new(n);
#line 14 "tests/golden/emit/closures_and_classes.py"
    /* 14: async def add(x): */
    add = rt_function_new(&adder_add_code, 0, 0, 1, (rt_value[]){n_});
    if (!add) {
        at = 0;
        goto unwind_0;
    }
    RT_RELEASE(n_);
#line 16 "tests/golden/emit/closures_and_classes.py"
    /* 16: return add */
    RT_LEAVE();
    return add;

    /* exceptions */
unwind_0:
    rt_release(n_);
    rt_trace(&adder_code, at);
    RT_LEAVE();
    return 0;
}

/* async def adder.<locals>.add, line 14 */
static rt_value adder_add_resume(rt_frame *frame, rt_value input)
{
    struct adder_add_frame *self = (struct adder_add_frame *)frame;
    rt_value n, t2, t3;
    uint32_t at;
    if (!input) {
        rt_trace(&adder_add_code, 0);
        RT_RELEASE(self->x);
        RT_RELEASE(self->t4);
        return rt_body_raised(&adder_add_code);
    }
#line 14 "tests/golden/emit/closures_and_classes.py"
    /* 14: async def add(x): */
    n = self->t4;
#line 15 "tests/golden/emit/closures_and_classes.py"
    /* 15: return x + n */
    t2 = rt_load_free(n, n_n);
    if (!t2) {
        at = 1;
        goto unwind_0;
    }
    RT_RELEASE(n);
    t3 = rt_add(self->x, t2);
    if (!t3) {
        at = 2;
        goto unwind_1;
    }
    RT_RELEASE(self->x);
    RT_RELEASE(t2);
    return t3;

    /* exceptions */
unwind_0:
    rt_release(self->x);
    rt_release(n);
    rt_trace(&adder_add_code, at);
    return rt_body_raised(&adder_add_code);
unwind_1:
    rt_release(self->x);
    rt_release(t2);
    rt_trace(&adder_add_code, at);
    return rt_body_raised(&adder_add_code);
}

static rt_value adder_add_start(rt_value x, rt_value t4)
{
    rt_value fresh = rt_coro_new(&adder_add_code);
    adder_add_init(RT_CORO_FRAME(fresh), x, t4);
    return fresh;
}

static rt_value adder_add_entry(const rt_value *cells, const rt_value *args)
{
    return adder_add_start(rt_retained(args[0]), rt_retained(cells[0]));
}

/* ---- descriptors: positions, frames and parameters ---- */

static const rt_position module_positions[] = {{2, 0, 10, 25}, {19, 6, 19, 16}, {19, 6, 19, 23}, {19, 25, 19, 33},
    {19, 25, 19, 42}, {19, 0, 19, 43}};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source_0, .first_line = 1, .kind = RT_CODE_MODULE,
    .entry = module_entry,
    .positions = module_positions,
};

static const char *const Counter_class_body_params[] = {".namespace"};
static const rt_position Counter_class_body_positions[] = {{2, 0, 10, 25}, {3, 4, 3, 8}, {5, 4, 6, 26}, {8, 4, 10, 25}};
static const rt_code Counter_class_body_code = {
    .name = "Counter", .qualname = "Counter", .source = &source_0, .first_line = 2, .kind = RT_CODE_CLASS,
    .params = {Counter_class_body_params, 1, 1, 0, 0, 0},
    .positions = Counter_class_body_positions,
};

static const char *const Counter_init__params[] = {"self", "start"};
static const rt_position Counter_init__positions[] = {{6, 8, 6, 18}};
static const rt_code Counter_init__code = {
    .name = "__init__", .qualname = "Counter.__init__", .source = &source_0, .first_line = 5, .kind = RT_CODE_FUNCTION,
    .params = {Counter_init__params, 0, 2, 0, 0, 0},
    .entry = Counter_init__entry,
    .positions = Counter_init__positions,
};

static const char *const Counter_bump_params[] = {"self"};
static const rt_position Counter_bump_positions[] = {{9, 8, 9, 18}, {9, 22, 9, 31}, {9, 8, 9, 31}, {10, 15, 10, 25}};
static const rt_code Counter_bump_code = {
    .name = "bump", .qualname = "Counter.bump", .source = &source_0, .first_line = 8, .kind = RT_CODE_FUNCTION,
    .params = {Counter_bump_params, 0, 1, 0, 0, 0},
    .entry = Counter_bump_entry,
    .positions = Counter_bump_positions,
};

static const char *const adder_params[] = {"n"};
static const rt_position adder_positions[] = {{14, 4, 15, 20}};
static const rt_code adder_code = {
    .name = "adder", .qualname = "adder", .source = &source_0, .first_line = 13, .kind = RT_CODE_FUNCTION,
    .params = {adder_params, 0, 1, 0, 0, 0},
    .positions = adder_positions,
};

static const char *const adder_add_params[] = {"x"};
static const rt_slot adder_add_slots[] = {
    {"x", offsetof(struct adder_add_frame, x), RT_SLOT_VALUE, 0},
    {"", offsetof(struct adder_add_frame, t4), RT_SLOT_VALUE, 0},
};
static const uint16_t adder_add_live_0[] = {0, 1};
static const rt_suspend_point adder_add_points[] = {
    {0, 0, adder_add_live_0, 2, 0, RT_HANDLING_NEVER},
};
static const rt_position adder_add_positions[] = {{14, 4, 15, 20}, {15, 19, 15, 20}, {15, 15, 15, 20}};
static const rt_code adder_add_code = {
    .name = "add", .qualname = "adder.<locals>.add", .source = &source_0, .first_line = 14, .kind = RT_CODE_COROUTINE,
    .params = {adder_add_params, 0, 1, 0, 0, 0},
    .entry = adder_add_entry,
    .positions = adder_add_positions,
    .resume = adder_add_resume, .frame_size = sizeof(struct adder_add_frame),
    .slot_count = 2, .slots = adder_add_slots,
    .suspend_count = 1, .suspend_points = adder_add_points,
};

static const rt_constant constants[] = {
    {&s_Counter, rt_constant_str, "Counter", 7, 0},
    {&s_main_, rt_constant_str, "__main__", 8, 0},
    {&n_value, rt_constant_str, "value", 5, 0},
    {&n_name_, rt_constant_str, "__name__", 8, 0},
    {&n_module_, rt_constant_str, "__module__", 10, 0},
    {&n_qualname_, rt_constant_str, "__qualname__", 12, 0},
    {&n_step, rt_constant_str, "step", 4, 0},
    {&n_init_, rt_constant_str, "__init__", 8, 0},
    {&n_bump, rt_constant_str, "bump", 4, 0},
    {&n_n, rt_constant_str, "n", 1, 0},
    {NULL, rt_constant_str, "", 0, 0}
};

static rt_value *const globals[] = {
    &Counter_object, NULL};
static const char *const global_names[] = {
    "Counter", NULL};

static const rt_source source_0 = {
    "tests/golden/emit/closures_and_classes.py",
    "# Cells, generic entries, class bodies.\n"
    "class Counter:\n"
    "    step = 2\n"
    "\n"
    "    def __init__(self, start):\n"
    "        self.value = start\n"
    "\n"
    "    def bump(self):\n"
    "        self.value += self.step\n"
    "        return self.value\n"
    "\n"
    "\n"
    "def adder(n):\n"
    "    async def add(x):\n"
    "        return x + n\n"
    "    return add\n"
    "\n"
    "\n"
    "print(Counter(1).bump(), adder(2).__name__)\n"
    "",
    326, "__main__"};

static const rt_program program = {constants, sizeof constants / sizeof *constants - 1,
    globals, global_names, 1, NULL, &module_code, NULL};

int main(int argc, char **argv)
{
    return rt_main(argc, argv, &program);
}

/* Methods that it can ask built-in types for: no others are linked. */
#include "methods.def"
