/* See places.h. */
#include "ir/places.h"

#include <string.h>

static bool asks(const ir_instr *i)
{
    if (i->op == IR_load_library_module) return !strcmp(i->aux.library_module->name, "_caller");
    return (i->op == IR_load_library || i->op == IR_call_library) &&
           strncmp(i->aux.library->symbol, "rt_caller_", strlen("rt_caller_")) == 0;
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

bool notes_places(const ir_program *p, const ir_function *f)
{
    return p->places_visible && !f->module->is_library;
}
