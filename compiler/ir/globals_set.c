/* Which module variables are set before any code that could read them can run.
 *
 * In: a program. Out: ir_global.always_set. A module's body is followed with two sets of its
 * variables at each point: those surely *set*, and those *exposed*: read by a function that may
 * exist by now.
 *
 *     def f(): return LIMIT        exposed: LIMIT, but nothing can call f yet
 *     LIMIT = 10                   set: LIMIT
 *     f()                          could run any function: what is exposed must be set
 *
 * A variable fails where the body reads it, or foreign code can run while it is exposed, and it
 * is not surely set. Between modules a function may run as soon as an import can have run it. */
#include "ir/globals_set.h"

#include <string.h>

#include "base/bitset.h"

typedef struct state {
    bitset set, exposed;
} state;

typedef struct analysis {
    ir_program *p;
    arena *memory;
    ir_module *module; /* whose body is followed */
    bitset own;        /* its variables */
    bitset *reads;     /* by function: the variables that it and the functions in it read */
    bitset foreign;    /* what other modules read */
    bitset failed;
    state *in; /* by block of the module's body */
    bool *arrived;
    state now;
    bool changed;
} analysis;

/* -- what functions read ------------------------------------------------------------------ */

static void note_read(analysis *a, ir_function *f, const ir_global *g)
{
    if (f->module != g->module) bitset_add(a->foreign, g->index);
    for (; f; f = f->parent) bitset_add(a->reads[f->index], g->index);
}

static void collect_reads(analysis *a)
{
    for (vec_each(ir_function *, f, &a->p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code))
                if (i->op == IR_load_global) note_read(a, *f, i->aux.global);
}

/* -- what operations can run -------------------------------------------------------------- */

/* Operations that raise but run no code of the program's. */
static bool is_harmless(const ir_instr *i)
{
    switch (i->op) {
    case IR_check_local:
    case IR_load_global:
    case IR_load_library:
    case IR_load_library_module:
    case IR_load_module:
    case IR_load_cell:
    case IR_function:
    case IR_list:
    case IR_tuple:
    case IR_list_push:
    case IR_concat:
    case IR_raise_import:
    case IR_namespace_get:
    case IR_namespace_put:
    case IR_range_wide:
    case IR_range_bound:
    case IR_class_begin: return true;
    case IR_dict: return i->arg_count == 0 || ir_is_constant(i->args[0]);
    default: return !ir_info(i->op)->raises;
    }
}

static bool runs_foreign_code(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (!is_harmless(i)) return true;
    return false;
}

/* -- the walk through a body -------------------------------------------------------------- */

/* Every variable of the module in `read` must be set here. */
static void require_set(analysis *a, bitset read)
{
    for (uint32_t i = 0; i < read.word_count; i++)
        a->failed.words[i] |= read.words[i] & a->own.words[i] & ~a->now.set.words[i];
}

static void run_class_body(analysis *a, const ir_instr *i)
{
    bitset reads = a->reads[i->aux.function->index];
    bitset_unite(a->now.exposed, reads);
    require_set(a, runs_foreign_code(i->aux.function) ? a->now.exposed : reads);
}

/* A class without bases beside `object` is made without running code of the program's. */
static bool makes_plain_class(const ir_instr *i)
{
    return i->op == IR_class_end && ir_is_constant(i->args[0]) && i->aux.class_->body &&
           i->aux.class_->node->as.ClassDef.bases.count == 0 &&
           i->aux.class_->node->as.ClassDef.keywords.count == 0;
}

static void step(analysis *a, const ir_instr *i)
{
    switch (i->op) {
    case IR_load_global:
        if (i->aux.global->module == a->module && !bitset_has(a->now.set, i->aux.global->index))
            bitset_add(a->failed, i->aux.global->index);
        break;
    case IR_store_global: bitset_add(a->now.set, i->aux.global->index); break;
    case IR_del_global:
        bitset_remove(a->now.set, i->aux.global->index);
        bitset_add(a->failed, i->aux.global->index);
        break;
    case IR_function: bitset_unite(a->now.exposed, a->reads[i->aux.function->index]); break;
    case IR_class_body: run_class_body(a, i); break;
    case IR_import_module:
        require_set(a, a->foreign);
        require_set(a, a->now.exposed);
        break;
    case IR_return:
        require_set(a, a->foreign);
        require_set(a, a->now.exposed);
        break;
    default:
        if (!is_harmless(i) && !makes_plain_class(i)) require_set(a, a->now.exposed);
    }
}

static void arrive(analysis *a, const ir_block *target)
{
    state *in = &a->in[target->id];
    if (!a->arrived[target->id]) {
        bitset_copy(in->set, a->now.set);
        bitset_copy(in->exposed, a->now.exposed);
        a->arrived[target->id] = a->changed = true;
        return;
    }
    for (uint32_t i = 0; i < in->set.word_count; i++) {
        uint64_t both = in->set.words[i] & a->now.set.words[i];
        a->changed |= both != in->set.words[i];
        in->set.words[i] = both;
    }
    a->changed |= bitset_unite(in->exposed, a->now.exposed);
}

static void flow_through(analysis *a, const ir_block *b)
{
    bitset_copy(a->now.set, a->in[b->id].set);
    bitset_copy(a->now.exposed, a->in[b->id].exposed);
    for (vec_each(ir_instr, i, &b->code)) {
        if (ir_info(i->op)->raises && b->handler) arrive(a, b->handler);
        step(a, i);
        for (uint32_t k = 0; k < i->target_count; k++) arrive(a, i->targets[k]);
    }
}

static state new_state(analysis *a)
{
    uint32_t size = a->p->globals.count;
    return (state){bitset_new(a->memory, size), bitset_new(a->memory, size)};
}

static void follow_body(analysis *a, const ir_function *body)
{
    a->in = arena_array(a->memory, state, body->blocks.count);
    a->arrived = arena_array(a->memory, bool, body->blocks.count);
    for (uint32_t i = 0; i < body->blocks.count; i++) a->in[i] = new_state(a);
    a->now = new_state(a);
    a->changed = false;
    arrive(a, body->blocks.items[0]);
    while (a->changed) {
        a->changed = false;
        for (vec_each(ir_block *, b, &body->blocks))
            if (a->arrived[(*b)->id]) flow_through(a, *b);
    }
}

void ir_find_always_set(ir_program *p)
{
    arena memory = {0};
    analysis a = {.p = p, .memory = &memory};
    a.reads = arena_array(&memory, bitset, p->functions.count);
    for (uint32_t i = 0; i < p->functions.count; i++)
        a.reads[i] = bitset_new(&memory, p->globals.count);
    a.foreign = bitset_new(&memory, p->globals.count);
    collect_reads(&a);
    a.failed = bitset_new(&memory, p->globals.count);
    a.own = bitset_new(&memory, p->globals.count);
    for (vec_each(ir_module *, m, &p->modules)) {
        a.module = *m;
        bitset_clear(a.own);
        for (vec_each(ir_global *, g, &(*m)->globals)) bitset_add(a.own, (*g)->index);
        follow_body(&a, (*m)->body);
    }
    for (vec_each(ir_global *, g, &p->globals))
        (*g)->always_set = (*g)->store_count > 0 && !bitset_has(a.failed, (*g)->index);
    arena_free(&memory);
}
