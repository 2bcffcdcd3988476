/* See gathered.h. */
#include "ir/gathered.h"

#include <string.h>

#include "ir/infer.h"

typedef struct slot_uses {
    uint32_t reads, writes;
    ir_instr *maker; /* what writes it, the last one found */
} slot_uses;

typedef struct context {
    const ir_program *p;
    ir_function *f;
    slot_uses *uses; /* by slot */
} context;

static void count_uses(context *x)
{
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            for (uint32_t a = 0; a < i->arg_count; a++)
                if (ir_is_slot(i->args[a])) x->uses[i->args[a]].reads++;
            if (!ir_is_slot(i->dst)) continue;
            x->uses[i->dst].writes++;
            x->uses[i->dst].maker = i;
        }
}

/* What makes a temporary, if one operation does and `reads` read it. */
static ir_instr *only_maker(const context *x, ir_ref ref, uint32_t reads)
{
    if (!ir_is_slot(ref) || x->f->slots.items[ref].name) return NULL;
    const slot_uses *uses = &x->uses[ref];
    return uses->writes == 1 && uses->reads == reads ? uses->maker : NULL;
}

static void make_task(const context *x, ir_ref argument)
{
    ir_instr *start = only_maker(x, argument, 1);
    if (!start || start->op != IR_start_direct || start->aux.function->kind != FN_COROUTINE) return;
    start->op = IR_task_new;
    x->f->slots.items[argument].type = TYPE(OBJECT);
}

static void make_tasks(const context *x, const ir_instr *arguments)
{
    for (uint32_t a = 0; a < arguments->arg_count; a++) make_task(x, arguments->args[a]);
}

static bool is_gather(const library_row *row)
{
    return row->kind == LIB_FUNCTION && strcmp(row->module, "_asyncio") == 0 &&
           strcmp(row->name, "gather") == 0;
}

/* The items of the list come from its making and from pushes, and nothing else looks at it. */
static void make_tasks_of_list(const context *x, ir_ref list)
{
    uint32_t pushes = 0;
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            pushes += i->op == IR_list_push && i->args[0] == list;
    const ir_instr *maker = only_maker(x, list, pushes + 1);
    if (!maker || maker->op != IR_list) return;
    make_tasks(x, maker);
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_list_push && i->args[0] == list) make_task(x, i->args[1]);
}

static void look_at(const context *x, const ir_instr *i)
{
    if (i->op == IR_call_library && is_gather(i->aux.library)) {
        const ir_instr *arguments = only_maker(x, i->args[0], 1);
        if (arguments && arguments->op == IR_tuple) make_tasks(x, arguments);
    } else if (i->op == IR_call_spread) {
        type callee = ir_type_of(x->p, x->f, i->args[0]);
        const ir_instr *arguments = only_maker(x, i->args[1], 1);
        if (callee.kind == TYPE_LIBRARY && is_gather(callee.subject) && arguments &&
            arguments->op == IR_call_args)
            make_tasks_of_list(x, arguments->args[0]);
    }
}

void make_gathered_tasks(compilation *c, ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) {
        context x = {p, *f, arena_array(&c->memory, slot_uses, (*f)->slots.count)};
        count_uses(&x);
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) look_at(&x, i);
    }
}
