/* See places.h. */
#include "ir/places.h"

#include <string.h>

static bool asks(const ir_instr *i)
{
    if (i->op == IR_load_library_module) return !strcmp(i->aux.library_module->name, "_caller");
    return (i->op == IR_load_library || i->op == IR_call_library) &&
           strncmp(i->aux.library->symbol, "rt_caller_", strlen("rt_caller_")) == 0;
}

/* Operations after which nobody has the object who could show it. */
static bool only_uses(const ir_instr *i, uint32_t arg)
{
    switch (i->op) {
    case IR_is:
    case IR_is_set:
    case IR_truth: return true;
    case IR_getattr:
    case IR_find_method:
    case IR_call_method:
    case IR_call_method_named: return arg == 0;
    case IR_call_found:
    case IR_call_found_named: return arg == 1;
    default: return false;
    }
}

/* Whether the value of a slot gets to where its repr() may be asked for; `copies`: how often it was
 * moved on its way here. */
static bool may_be_shown(const ir_function *f, ir_ref slot, uint32_t copies)
{
    if (copies > 3) return true;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            for (uint32_t a = 0; a < i->arg_count; a++) {
                if (i->args[a] != slot || only_uses(i, a)) continue;
                bool moves = i->op == IR_copy && i->dst != slot;
                if (!moves || may_be_shown(f, i->dst, copies + 1)) return true;
            }
    return false;
}

/* The running task shows the line where it is. */
static bool shows_task(const ir_function *f, const ir_instr *i)
{
    if (f->module->is_library || (i->op != IR_call_library && i->op != IR_load_library))
        return false;
    return !strcmp(i->aux.library->symbol, "rt_asyncio_current_task") &&
           (i->op == IR_load_library || may_be_shown(f, i->dst, 0));
}

static bool function_asks(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (asks(i) || shows_task(f, i)) return true;
    return false;
}

void find_visible_places(ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) p->places_visible |= function_asks(*f);
}

bool notes_places(const ir_program *p, const ir_function *f)
{
    return p->places_visible && !f->module->is_library;
}
