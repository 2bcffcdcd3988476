/* dataclass.c: the parts of dataclasses that run once for each instance: __init__ and the tuples
 * that instances are compared by.
 *
 * An __init__ is a function like those of the program: a descriptor made at run time, whose entry
 * takes the bound arguments and the plan, which stands in the function's cells. So calls, their
 * errors, and inspect know it as any other function. */
#include "value/function.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

/* The cells of an __init__. A step of the plan is a tuple (name of the field, place among the
 * arguments or -1, default factory or None, whether the instance keeps it). */
enum { STEPS, NOT_GIVEN, FROZEN, POST_INIT, CELL_COUNT };
enum { STEP_NAME, STEP_PLACE, STEP_FACTORY, STEP_KEPT };

static rt_value value_of_step(const rt_value *cells, const rt_value *step, const rt_value *args)
{
    int64_t place = RT_INT_VALUE(step[STEP_PLACE]);
    rt_value given = place < 0 ? cells[NOT_GIVEN] : args[place];
    if (given != cells[NOT_GIVEN] || step[STEP_FACTORY] == RT_NONE) return rt_retained(given);
    return rt_call(step[STEP_FACTORY], 0, NULL);
}

static bool run_step(const rt_value *cells, const rt_value *step, const rt_value *args,
                     rt_value passed_on)
{
    rt_value self = args[0], v = value_of_step(cells, step, args);
    if (!v) return false;
    if (step[STEP_KEPT] != RT_TRUE) return rt_list_push(passed_on, v);
    rt_value name = rt_intern_value(step[STEP_NAME]);
    bool ok =
        cells[FROZEN] == RT_TRUE ? rt_generic_setattr(self, name, v) : rt_setattr(self, name, v);
    RT_RELEASE(v);
    return ok;
}

/* What is not kept goes to __post_init__, in the order of the fields. */
static bool run_steps(const rt_value *cells, const rt_value *args, rt_value passed_on)
{
    const rt_tuple *steps = RT_TUPLE(cells[STEPS]);
    for (uint32_t i = 0; i < steps->count; i++)
        if (!run_step(cells, RT_TUPLE(steps->items[i])->items, args, passed_on)) return false;
    if (cells[POST_INIT] != RT_TRUE) return true;
    const rt_list *values = RT_LIST(passed_on);
    rt_value result =
        rt_call_method(args[0], RT_NAME("__post_init__"), values->count, values->items);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static rt_value run_init(const rt_value *cells, const rt_value *args)
{
    rt_value passed_on = rt_list_new(0);
    if (!passed_on) return 0;
    bool ok = run_steps(cells, args, passed_on);
    RT_RELEASE(passed_on);
    return ok ? RT_NONE : 0;
}

/* ---- making one ------------------------------------------------------------------------------ */

/* Descriptors made at run time are kept: code objects may outlive their functions. */
typedef struct made_code {
    rt_code code;
    struct made_code *next;
    const char *names[]; /* of the parameters; interned */
} made_code;

static made_code *made_codes;
static const rt_source made_source = {"<string>", "", 0, "dataclasses"};

static const char *kept_text(rt_value str)
{
    return rt_str_text(rt_intern_value(str), &(size_t){0});
}

static const rt_code *make_code(rt_value qualname, const rt_tuple *names, uint16_t kwonly)
{
    made_code *made = rt_alloc(sizeof *made + names->count * sizeof *made->names);
    *made = (made_code){.next = made_codes};
    for (uint32_t i = 0; i < names->count; i++) made->names[i] = kept_text(names->items[i]);
    made->code = (rt_code){
        .name = "__init__",
        .qualname = kept_text(qualname),
        .source = &made_source,
        .first_line = 1,
        .kind = RT_CODE_FUNCTION,
        .params = {.names = made->names,
                   .positional = (uint16_t)(names->count - kwonly),
                   .kwonly = kwonly},
        .entry = run_init,
    };
    made_codes = made;
    return &made->code;
}

/* names: a tuple, self first, the `kwonly` last ones by keyword alone; defaults, kwdefaults: as of
 * any function; plan: a tuple of what stands in the cells. */
rt_value rt_dataclass_init(rt_value qualname, rt_value names, rt_value kwonly, rt_value defaults,
                           rt_value kwdefaults, rt_value plan)
{
    const rt_code *code = make_code(qualname, RT_TUPLE(names), (uint16_t)RT_INT_VALUE(kwonly));
    return rt_function_new(code, defaults, kwdefaults, CELL_COUNT, RT_TUPLE(plan)->items);
}

/* The attributes of these names, as a tuple. */
rt_value rt_dataclass_values(rt_value instance, rt_value names)
{
    uint32_t count = RT_TUPLE(names)->count;
    rt_value values = rt_tuple_new(count);
    if (!values) return 0;
    for (uint32_t i = 0; i < count; i++) {
        rt_value v = rt_getattr(instance, rt_intern_value(RT_TUPLE(names)->items[i]));
        if (!v) {
            RT_RELEASE(values);
            return 0;
        }
        RT_TUPLE(values)->items[i] = v;
    }
    return values;
}
