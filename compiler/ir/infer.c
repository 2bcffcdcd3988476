/* Type inference: the fixpoint. See infer.h; the rules of single operations are in
 * infer_rules.c. */
#include "ir/infer.h"

typedef struct context {
    ir_program *program;
    uint32_t round;
    bool changed;
} context;

/* How many rounds ints may take to find out how wide they are; then they are given a few steps, and
 * what grows on has no bound. */
enum { EXACT_ROUNDS = 4, STEP_ROUNDS = 10 };

static type widened(const context *c, type before, type t)
{
    uint32_t width = type_width(t);
    if (before.kind != TYPE_SMALL || t.kind != TYPE_SMALL || width == type_width(before) ||
        c->round < EXACT_ROUNDS)
        return t;
    if (c->round > STEP_ROUNDS || width > WIDTH_TAGGED) return TYPE(INT);
    return type_small(width <= 16 ? 16 : width <= 32 ? 32 : width <= 48 ? 48 : WIDTH_TAGGED,
                      type_is_natural(t));
}

static void flow(context *c, type *into, type t)
{
    type joined = widened(c, *into, type_join(*into, t));
    if (type_equal(joined, *into)) return;
    *into = joined;
    c->changed = true;
}

/* Into a place that holds values: ints of 63 bits are words of temporaries only. */
static void flow_value(context *c, type *into, type t)
{
    flow(c, into, t.kind == TYPE_SMALL && type_width(t) > WIDTH_TAGGED ? TYPE(INT) : t);
}

static void escape(context *c, const ir_function *f)
{
    if (f->analysis->escapes) return;
    f->analysis->escapes = true;
    c->changed = true;
}

/* Arguments flow into the parameters of a function that is called by name. */
static void flow_call(context *c, const ir_function *f, const ir_instr *i, ir_function *callee)
{
    ir_ref bound[256];
    if (callee->params.count > 256 || callee->cell_count || !ir_bind_call(callee, i, bound)) {
        escape(c, callee);
        return;
    }
    for (uint32_t n = 0; n < callee->params.count; n++) {
        ir_ref value = bound[n] == IR_NO_REF ? callee->params.defaults[n] : bound[n];
        if (value == IR_NO_REF)
            escape(c, callee);
        else
            flow_value(c, &callee->slots.items[n].type, ir_type_of(c->program, f, value));
    }
}

/* Whether nothing but `t` has arrived at a place so far. */
static bool only_holds(type place, type t)
{
    return place.kind == TYPE_NEVER || type_equal(place, t);
}

/* Whether operand `index` being a function's value keeps the function's calls known: it is called,
 * or copied to where only this function arrives. */
static bool keeps_known(const ir_function *f, const ir_instr *i, uint32_t index, type t)
{
    switch (i->op) {
    case IR_call:
    case IR_call_named: return index == 0;
    case IR_copy: return only_holds(f->slots.items[i->dst].type, t);
    case IR_store_global: return only_holds(i->aux.global->type, t);
    case IR_check_local: return true;
    default: return false;
    }
}

static void flow_instr(context *c, ir_function *f, ir_instr *i)
{
    for (uint32_t a = 0; a < i->arg_count; a++) {
        type t = ir_type_of(c->program, f, i->args[a]);
        if (t.kind == TYPE_FUNCTION && !keeps_known(f, i, a, t)) escape(c, t.subject);
    }
    switch (i->op) {
    case IR_call:
    case IR_call_named:
    case IR_call_method:
    case IR_call_method_named: {
        type callee = ir_callee_type(c->program, f, i);
        if (callee.kind == TYPE_FUNCTION) flow_call(c, f, i, (ir_function *)callee.subject);
        break;
    }
    case IR_store_global:
        flow_value(c, &i->aux.global->type, ir_type_of(c->program, f, i->args[0]));
        break;
    case IR_return: flow_value(c, &f->analysis->result, ir_type_of(c->program, f, i->args[0])); break;
    default: break;
    }
    if (ir_is_slot(i->dst) && i->op != IR_unset)
        flow(c, &f->slots.items[i->dst].type, infer_result(c->program, f, i));
}

static void flow_parameters(context *c, ir_function *f)
{
    if (!f->analysis->escapes) return;
    for (uint32_t n = 0; n < f->params.count; n++) flow(c, &f->slots.items[n].type, TYPE(OBJECT));
}

static void begin(compilation *c, ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) {
        (*f)->analysis = arena_new(&c->memory, ir_analysis);
        (*f)->analysis->escapes = (*f)->kind == FN_CLASS_BODY || (*f)->class_ ||
                                  (*f)->params.star || (*f)->params.star_star || (*f)->cell_count;
        for (vec_each(ir_slot, s, &(*f)->slots)) s->type = TYPE(NEVER);
    }
    for (vec_each(ir_global *, g, &p->globals))
        (*g)->type = (*g)->is_open ? TYPE(OBJECT) : TYPE(NEVER);
}

void infer_types(compilation *compilation, ir_program *p)
{
    context c = {.program = p, .changed = true};
    begin(compilation, p);
    while (c.changed) {
        c.changed = false;
        c.round++;
        for (vec_each(ir_function *, f, &p->functions)) {
            flow_parameters(&c, *f);
            for (vec_each(ir_block *, b, &(*f)->blocks))
                for (vec_each(ir_instr, i, &(*b)->code)) flow_instr(&c, *f, i);
        }
    }
}

static void dump_type(FILE *out, const char *what, name n, type t)
{
    fprintf(out, "%s%s: %s", what, n->text, type_name(t));
    if (t.kind == TYPE_FUNCTION || t.kind == TYPE_COROUTINE)
        fprintf(out, " %s", ((const ir_function *)t.subject)->qualname->text);
    if (t.kind == TYPE_CLASS || t.kind == TYPE_INSTANCE)
        fprintf(out, " %s", ((const ir_class *)t.subject)->qualname->text);
    if (t.kind == TYPE_LIBRARY)
        fprintf(out, " %s.%s", ((const library_row *)t.subject)->module,
                ((const library_row *)t.subject)->name);
    if (t.kind == TYPE_LIBRARY_MODULE)
        fprintf(out, " %s", ((const library_module *)t.subject)->name);
    fputc('\n', out);
}

void types_dump(FILE *out, const ir_program *p)
{
    for (vec_each(ir_global *, g, &p->globals))
        if (!(*g)->module->is_library) dump_type(out, "", (*g)->name, (*g)->type);
    for (vec_each(ir_function *, f, &p->functions)) {
        if ((*f)->module->is_library) continue;
        fprintf(out, "\n");
        dump_type(out, (*f)->analysis->escapes ? "def(any) " : "def ", (*f)->qualname,
                  (*f)->analysis->result);
        for (vec_each(ir_slot, s, &(*f)->slots))
            if (s->name) dump_type(out, s->is_param ? "    parameter " : "    ", s->name, s->type);
    }
}
