/* See lifetimes.h. */
#include "ir/lifetimes.h"

#include <string.h>

static bool looks_at_lifetimes(const char *module)
{
    return strcmp(module, "weakref") == 0 || strcmp(module, "gc") == 0;
}

static bool instr_shows(const ir_instr *i)
{
    return i->op == IR_load_library_module && looks_at_lifetimes(i->aux.library_module->name);
}

static bool function_shows(const ir_function *f)
{
    if (f->has_with_yield || strcmp(f->name->text, "__del__") == 0) return true;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (instr_shows(i)) return true;
    return false;
}

void find_visible_lifetimes(ir_program *p)
{
    for (vec_each(ir_module *, m, &p->modules))
        p->lifetimes_visible |= looks_at_lifetimes((*m)->name->text);
    for (vec_each(ir_function *, f, &p->functions)) p->lifetimes_visible |= function_shows(*f);
}
