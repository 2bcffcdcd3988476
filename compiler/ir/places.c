/* See places.h. */
#include "ir/places.h"

#include <string.h>

static bool asks(const ir_instr *i)
{
    return (i->op == IR_load_library || i->op == IR_call_library) &&
           strcmp(i->aux.library->module, "_caller") == 0;
}

static bool function_asks(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (asks(i)) return true;
    return false;
}

void find_visible_places(ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) p->places_visible |= function_asks(*f);
}

/* The program's own functions do not ask; those of the library that are written in C do not. */
static bool may_reach_asker(const ir_instr *i)
{
    switch (i->op) {
    case IR_call:
    case IR_call_named:
    case IR_call_spread:
    case IR_call_method:
    case IR_call_method_named:
    case IR_call_found:
    case IR_call_found_named: return true;
    case IR_call_direct: return i->aux.function->module->is_library;
    default: return false;
    }
}

bool notes_place(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    return p->places_visible && !f->module->is_library && may_reach_asker(i);
}
