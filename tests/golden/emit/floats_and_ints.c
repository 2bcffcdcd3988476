/* tests/golden/emit/floats_and_ints.py, compiled by asyncc.
 *
 * Each function of the program is a C function of its name. An async function or generator x is a
 * struct x_frame with what lives across a suspension, and x_resume(), which runs it to its next one.
 * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count references. */
#define ASYNCC_GENERATED
#include "asyncc.h"
static const rt_source source_0;

/* ---- functions ---- */
static const rt_code module_code;
static rt_value module(void);
static const rt_code mean_code;
static bool mean(rt_value n, double *rt_result);

/* module <module>, line 1 */
static rt_value module(void)
{
    rt_value t3, t4, t5;
    double t6;
    rt_value fresh;
    uint32_t at;
    (void)t4;
#line 9 "tests/golden/emit/floats_and_ints.py"
    /* 9: print(mean(10)) */
    if (!mean(RT_INT(10), &t6)) {
        at = 0;
        goto unwind_0;
    }
    t3 = rt_float_new(t6);
    t5 = rt_tuple_of(1, (rt_value[]){t3});
    if (!t5) {
        at = 1;
        goto unwind_0;
    }
    fresh = rt_builtin_print(t5, 0, 0, 0, 0);
    if (!fresh) {
        at = 1;
        goto unwind_1;
    }
    t4 = fresh;
    RT_RELEASE(t5);
#line 10 "tests/golden/emit/floats_and_ints.py"
    /* 10:  */
    return RT_NONE;

    /* exceptions */
unwind_1:
    rt_release(t5);
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

/* def mean, line 2 */
static bool mean(rt_value n, double *rt_result)
{
    int64_t i, t3, t4;
    double total, t7, t9, t10, t11;
    uint32_t at;
    if (!RT_ENTER()) return 0;
#line 3 "tests/golden/emit/floats_and_ints.py"
    /* 3: total = 0.0 */
    total = 0.0;
#line 4 "tests/golden/emit/floats_and_ints.py"
    /* 4: for i in range(n): */
    t3 = 0;
    t4 = RT_INT_VALUE(n);
next_1:;
#line 4 "tests/golden/emit/floats_and_ints.py"
    /* 4: for i in range(n): */
    if (!(t3 < t4)) {
        goto for_end_3;
    }
    i = t3;
    t3 = t3 + 1;
#line 5 "tests/golden/emit/floats_and_ints.py"
    /* 5: total += i * 0.5 */
    t10 = (double)i;
    t7 = t10 * 0.5;
    total = total + t7;
#line 4 "tests/golden/emit/floats_and_ints.py"
    /* 4: for i in range(n): */
    goto next_1;
for_end_3:;
#line 6 "tests/golden/emit/floats_and_ints.py"
    /* 6: return total / n */
    t11 = rt_float_value(n);
    if (RT_RAISED()) {
        at = 0;
        goto unwind_0;
    }
    if (t11 == 0.0) rt_raise_zero_division();
    if (t11 == 0.0) {
        at = 0;
        goto unwind_0;
    }
    t9 = total / t11;
    *rt_result = t9;
    RT_LEAVE();
    return true;

    /* exceptions */
unwind_0:
    rt_trace(&mean_code, at);
    RT_LEAVE();
    return 0;
}

/* ---- descriptors: positions, frames and parameters ---- */

static const rt_position module_positions[] = {{9, 6, 9, 14}, {9, 0, 9, 15}};
static const rt_code module_code = {
    .name = "<module>", .qualname = "<module>", .source = &source_0, .first_line = 1, .kind = RT_CODE_MODULE,
    .entry = module_entry,
    .positions = module_positions,
};

static const char *const mean_params[] = {"n"};
static const rt_position mean_positions[] = {{6, 11, 6, 20}};
static const rt_code mean_code = {
    .name = "mean", .qualname = "mean", .source = &source_0, .first_line = 2, .kind = RT_CODE_FUNCTION,
    .params = {mean_params, 0, 1, 0, 0, 0},
    .positions = mean_positions,
};

static const rt_constant constants[] = {
    {NULL, rt_constant_str, "", 0, 0}
};

static rt_value *const globals[] = {NULL};
static const char *const global_names[] = {NULL};

static const rt_source source_0 = {
    "tests/golden/emit/floats_and_ints.py",
    "# Unboxed floats, counting loops, tagged ints.\n"
    "def mean(n):\n"
    "    total = 0.0\n"
    "    for i in range(n):\n"
    "        total += i * 0.5\n"
    "    return total / n\n"
    "\n"
    "\n"
    "print(mean(10))\n"
    "",
    163, "__main__"};

static const rt_program program = {constants, sizeof constants / sizeof *constants - 1,
    globals, global_names, 0, NULL, &module_code, NULL};

int main(int argc, char **argv)
{
    return rt_main(argc, argv, &program);
}

/* Methods that it can ask built-in types for: no others are linked. */
#include "methods.def"
