/* See threads.h. */
#include "ir/threads.h"

#include <string.h>

static bool starts_threads(const char *module)
{
    return strcmp(module, "threading") == 0 || strcmp(module, "asyncio.threads") == 0;
}

static bool instr_starts(const ir_instr *i)
{
    if (i->op != IR_getattr && i->op != IR_call_method && i->op != IR_call_method_named)
        return false;
    return strcmp(i->aux.name->text, "run_in_executor") == 0;
}

static bool function_starts(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (instr_starts(i)) return true;
    return false;
}

void find_threads(ir_program *p)
{
    for (vec_each(ir_module *, m, &p->modules)) p->has_threads |= starts_threads((*m)->name->text);
    for (vec_each(ir_function *, f, &p->functions)) p->has_threads |= function_starts(*f);
}
