/* Choosing representations. See represent.h. */
#include "ir/represent.h"

#include "ir/frame.h"
#include "ir/infer.h"
#include "ir/liveness.h"

typedef struct context {
    compilation *c;
    ir_program *p;
    ir_function *f;
    ir_block *block;
    VEC(ir_instr) code; /* the block as it becomes */
} context;

static bool is_number(type t)
{
    return t.kind == TYPE_FLOAT || t.kind == TYPE_INT || t.kind == TYPE_SMALL ||
           t.kind == TYPE_BOOL;
}

static type type_of(const context *x, ir_ref ref)
{
    return ir_type_of(x->p, x->f, ref);
}

/* ---- which slots ----------------------------------------------------------------------------- */

/* Arithmetic that has an unboxed form, by its operands' types. */
static bool is_float_arithmetic(const context *x, const ir_instr *i)
{
    if (i->op == IR_unary)
        return i->aux.unary == AST_USUB && type_of(x, i->args[0]).kind == TYPE_FLOAT;
    if (i->op != IR_binary && i->op != IR_inplace) return false;
    bool has_form = i->aux.binary == AST_ADD || i->aux.binary == AST_SUB ||
                    i->aux.binary == AST_MULT || i->aux.binary == AST_DIV;
    type a = type_of(x, i->args[0]), b = type_of(x, i->args[1]);
    return has_form && is_number(a) && is_number(b) &&
           (a.kind == TYPE_FLOAT || b.kind == TYPE_FLOAT);
}

/* Comparisons of a float with a float, or with an int constant that a double holds exactly. */
static bool is_float_operand(const context *x, ir_ref ref)
{
    if (type_of(x, ref).kind == TYPE_FLOAT) return true;
    if (!ir_is_constant(ref)) return false;
    const ast_constant *v = &x->p->constants.items[ir_constant_index(ref)].value;
    return v->tag == AST_CONST_INT && v->fits && v->integer < INT64_C(1) << 53 &&
           v->integer > -(INT64_C(1) << 53);
}

static bool is_float_comparison(const context *x, const ir_instr *i)
{
    return i->op == IR_test_compare && is_float_operand(x, i->args[0]) &&
           is_float_operand(x, i->args[1]);
}

static void choose_slots(context *x)
{
    ir_function *f = x->f;
    arena *a = &x->c->memory;
    liveness l = liveness_compute(a, x->p, f);
    bitset wanted = bitset_new(a, f->slots.count), barred = bitset_new(a, f->slots.count);
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            bool arithmetic = is_float_arithmetic(x, i) || is_float_comparison(x, i);
            bool asks_set = i->op == IR_check_local || i->op == IR_is_set;
            for (uint32_t n = 0; n < i->arg_count; n++)
                if (ir_is_slot(i->args[n]) && (arithmetic || asks_set))
                    bitset_add(asks_set ? barred : wanted, (uint32_t)i->args[n]);
            if (ir_is_slot(i->dst) && i->op == IR_unset) bitset_add(barred, (uint32_t)i->dst);
        }
    for (uint32_t s = 0; s < f->slots.count; s++) {
        ir_slot *slot = &f->slots.items[s];
        bool usable = slot->type.kind == TYPE_FLOAT && slot->repr == REPR_VALUE &&
                      !slot->is_param && !slot->is_cell;
        if (usable && bitset_has(wanted, s) && !bitset_has(barred, s) && !bitset_has(l.in[0], s))
            slot->repr = REPR_FLOAT;
    }
}

/* ---- conversions ----------------------------------------------------------------------------- */

static bool is_unboxed(const context *x, ir_ref ref)
{
    return ir_is_slot(ref) && x->f->slots.items[ref].repr == REPR_FLOAT;
}

static ir_ref new_slot(context *x, ir_repr repr)
{
    ir_ref slot = ir_slot_new(x->p, x->f, NULL, repr);
    x->f->slots.items[slot].type = TYPE(FLOAT);
    return slot;
}

static void put(context *x, ir_instr i)
{
    vec_push_in(&x->c->memory, &x->code, i);
}

static void put_conversion(context *x, ir_op op, ir_ref dst, ir_ref from, src_span span)
{
    ir_ref *args = arena_new(&x->c->memory, ir_ref);
    *args = from;
    put(x, (ir_instr){.op = op, .dst = dst, .args = args, .arg_count = 1, .span = span});
}

static ir_ref unboxed(context *x, ir_ref ref, src_span span)
{
    if (ir_is_constant(ref) || is_unboxed(x, ref)) return ref;
    ir_ref slot = new_slot(x, REPR_FLOAT);
    put_conversion(x, IR_unbox_float, slot, ref, span);
    return slot;
}

/* Puts an operation whose result is a value (or a float, for `natural` REPR_FLOAT) with its result
 * converted to what the slot holds. */
static void put_converted(context *x, ir_instr i, ir_repr natural)
{
    ir_ref dst = i.dst;
    if (!ir_is_slot(dst) || x->f->slots.items[dst].repr == natural) {
        put(x, i);
        return;
    }
    i.dst = new_slot(x, natural);
    put(x, i);
    put_conversion(x, natural == REPR_FLOAT ? IR_box_float : IR_unbox_float, dst, i.dst, i.span);
}

static void put_arithmetic(context *x, ir_instr i)
{
    bool negate = i.op == IR_unary;
    ir_ref *args = arena_array(&x->c->memory, ir_ref, i.arg_count);
    for (uint32_t n = 0; n < i.arg_count; n++) args[n] = unboxed(x, i.args[n], i.span);
    i.args = args;
    if (i.op == IR_test_compare) {
        i.op = IR_float_compare;
        put(x, i);
        return;
    }
    i.op = negate ? IR_float_negate : IR_float_binary;
    put_converted(x, i, REPR_FLOAT);
}

/* Any other operation works on values. */
static void put_general(context *x, ir_instr i)
{
    bool any = false;
    for (uint32_t n = 0; n < i.arg_count; n++) any |= is_unboxed(x, i.args[n]);
    if (any) {
        ir_ref *args = arena_array(&x->c->memory, ir_ref, i.arg_count);
        for (uint32_t n = 0; n < i.arg_count; n++) {
            args[n] = i.args[n];
            if (!is_unboxed(x, i.args[n])) continue;
            args[n] = new_slot(x, REPR_VALUE);
            put_conversion(x, IR_box_float, args[n], i.args[n], i.span);
        }
        i.args = args;
    }
    bool unboxed_result = ir_is_slot(i.dst) && is_unboxed(x, i.dst);
    if (unboxed_result)
        put_converted(x, i, REPR_VALUE);
    else
        put(x, i);
}

static void represent_instr(context *x, ir_instr i)
{
    bool arithmetic = is_float_arithmetic(x, &i) || is_float_comparison(x, &i);
    bool touched = ir_is_slot(i.dst) && is_unboxed(x, i.dst);
    for (uint32_t n = 0; n < i.arg_count; n++) touched |= is_unboxed(x, i.args[n]);
    if (!touched)
        put(x, i);
    else if (arithmetic)
        put_arithmetic(x, i);
    else if (i.op == IR_copy && is_unboxed(x, i.dst)) {
        bool plain = ir_is_constant(i.args[0]) || is_unboxed(x, i.args[0]);
        put_conversion(x, plain ? IR_float_copy : IR_unbox_float, i.dst, i.args[0], i.span);
    } else if (i.op == IR_copy)
        put_conversion(x, IR_box_float, i.dst, i.args[0], i.span);
    else
        put_general(x, i);
}

static void represent_function(context *x)
{
    choose_slots(x);
    for (vec_each(ir_block *, b, &x->f->blocks)) {
        x->block = *b;
        x->code.items = NULL;
        x->code.count = x->code.capacity = 0;
        for (vec_each(ir_instr, i, &(*b)->code)) represent_instr(x, *i);
        (*b)->code.items = x->code.items;
        (*b)->code.count = x->code.count;
        (*b)->code.capacity = x->code.capacity;
    }
}

/* ---- closures that suspend ------------------------------------------------------------------- */

/* Cells become parameters after the others; `closure_cell k` becomes a copy. */
static void cells_to_parameters(context *x)
{
    ir_function *f = x->f;
    ir_ref first = (ir_ref)f->slots.count;
    for (uint32_t n = 0; n < f->cell_count; n++) {
        ir_ref slot = ir_slot_new(x->p, f, NULL, REPR_VALUE);
        f->slots.items[slot].is_param = true;
        f->slots.items[slot].type = TYPE(OBJECT);
    }
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->op != IR_closure_cell) continue;
            ir_ref *args = arena_new(&x->c->memory, ir_ref);
            *args = first + (ir_ref)i->aux.number;
            i->op = IR_copy;
            i->args = args;
            i->arg_count = 1;
        }
}

void represent_program(compilation *c, ir_program *p)
{
    context x = {.c = c, .p = p};
    for (vec_each(ir_function *, f, &p->functions)) {
        x.f = *f;
        represent_function(&x);
        if (ir_function_suspends(*f)) cells_to_parameters(&x);
    }
}
