/* See with_methods.h. */
#include "ir/with_methods.h"

#include "ir/classes.h"
#include "ir/infer.h"

typedef struct asked { /* by slot: the method that it holds */
    const ir_instr *special;
    uint32_t writes, reads, calls; /* calls: those reads that call it */
} asked;

static asked *find_asked(compilation *c, const ir_function *f)
{
    asked *slots = arena_array(&c->memory, asked, f->slots.count);
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            for (uint32_t a = 0; a < i->arg_count; a++)
                if (ir_is_slot(i->args[a])) slots[i->args[a]].reads++;
            if (i->op == IR_call && ir_is_slot(i->args[0])) slots[i->args[0]].calls++;
            if (!ir_is_slot(i->dst)) continue;
            slots[i->dst].writes++;
            if (i->op == IR_special) slots[i->dst].special = i;
        }
    return slots;
}

/* Is it the one method of a known class, and only called? */
static bool is_method(const ir_program *p, const ir_function *f, const asked *slot)
{
    if (!slot->special || slot->writes != 1 || slot->reads != slot->calls) return false;
    type manager = ir_type_of(p, f, slot->special->args[0]);
    return manager.kind == TYPE_INSTANCE &&
           class_method(p, manager.subject, slot->special->aux.name) != NULL;
}

static void bind_calls(const ir_program *p, ir_function *f, asked *slots)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->op != IR_call || !ir_is_slot(i->args[0])) continue;
            const asked *slot = &slots[i->args[0]];
            if (!is_method(p, f, slot)) continue;
            i->op = IR_call_method;
            i->aux.name = slot->special->aux.name;
            i->aux.found = IR_NO_REF;
        }
}

static void keep_managers(const ir_program *p, ir_function *f, asked *slots)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->op != IR_special || !is_method(p, f, &slots[i->dst])) continue;
            f->slots.items[i->dst].type = ir_type_of(p, f, i->args[0]);
            slots[i->dst].special = NULL;
            i->op = IR_copy;
        }
}

void bind_with_methods(compilation *c, ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) {
        asked *slots = find_asked(c, *f);
        bind_calls(p, *f, slots);
        keep_managers(p, *f, slots);
    }
}
