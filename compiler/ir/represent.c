/* Choosing representations. See represent.h. */
#include "ir/represent.h"

#include <string.h>

#include "ir/classes.h"
#include "ir/frame.h"
#include "ir/infer.h"
#include "ir/layout.h"
#include "ir/liveness.h"

typedef struct context {
    compilation *c;
    ir_program *p;
    ir_function *f;
    VEC(ir_instr) code; /* the block as it becomes */
} context;

/* An unboxed form of an operation: what its operands are, and what it is then. */
typedef struct form {
    ir_repr operands; /* REPR_VALUE: it has none */
    ir_op op;
} form;

static type type_of(const context *x, ir_ref ref)
{
    return ir_type_of(x->p, x->f, ref);
}

static ir_repr repr_of(const context *x, ir_ref ref)
{
    return ir_is_slot(ref) ? x->f->slots.items[ref].repr : REPR_VALUE;
}

/* ---- which operations ------------------------------------------------------------------------ */

/* Whether a word can be had of it for nothing: it is one, or a value that holds the int
 * in place. */
static bool is_word(const context *x, ir_ref ref)
{
    type t = type_of(x, ref);
    if (t.kind != TYPE_SMALL) return false;
    return ir_is_constant(ref) || repr_of(x, ref) == REPR_WORD || type_width(t) <= WIDTH_TAGGED;
}

static bool are_words(const context *x, const ir_instr *i)
{
    for (uint32_t n = 0; n < i->arg_count; n++)
        if (!is_word(x, i->args[n])) return false;
    return true;
}

static bool is_number(type t)
{
    return t.kind == TYPE_FLOAT || type_is_int(t) || t.kind == TYPE_BOOL;
}

/* Comparisons of a float with a float, or with an int that a double holds exactly. */
static bool compares_as_float(const context *x, ir_ref ref)
{
    type t = type_of(x, ref);
    return t.kind == TYPE_FLOAT || (is_word(x, ref) && type_width(t) <= 53);
}

static form word_form(const context *x, const ir_instr *i)
{
    static const form none = {REPR_VALUE, IR_OP_COUNT};
    bool fits = i->op == IR_test_compare || i->op == IR_truth ||
                infer_result(x->p, x->f, i).kind == TYPE_SMALL;
    if (!are_words(x, i) || !fits) return none;
    switch (i->op) {
    case IR_binary:
    case IR_inplace: return (form){REPR_WORD, IR_word_binary};
    case IR_unary: return (form){REPR_WORD, IR_word_unary};
    case IR_test_compare: return (form){REPR_WORD, IR_word_compare};
    case IR_truth: return (form){REPR_WORD, IR_word_truth};
    case IR_choose: return (form){REPR_WORD, IR_word_choose};
    default: return none;
    }
}

static form float_form(const context *x, const ir_instr *i)
{
    static const form none = {REPR_VALUE, IR_OP_COUNT};
    type a = type_of(x, i->args[0]), b = i->arg_count > 1 ? type_of(x, i->args[1]) : a;
    bool divides = (i->op == IR_binary || i->op == IR_inplace) && i->aux.binary == AST_DIV;
    if (divides && type_is_int(a) && type_is_int(b)) return (form){REPR_FLOAT, IR_int_divide};
    if (a.kind != TYPE_FLOAT && b.kind != TYPE_FLOAT) return none;
    switch (i->op) {
    case IR_binary:
    case IR_inplace: {
        int op = i->aux.binary;
        bool has_form = op == AST_ADD || op == AST_SUB || op == AST_MULT || op == AST_DIV ||
                        (op == AST_POW && infer_result(x->p, x->f, i).kind == TYPE_FLOAT);
        return has_form && is_number(a) && is_number(b) ? (form){REPR_FLOAT, IR_float_binary}
                                                        : none;
    }
    case IR_unary: return i->aux.unary == AST_USUB ? (form){REPR_FLOAT, IR_float_negate} : none;
    case IR_truth: return (form){REPR_FLOAT, IR_float_truth};
    case IR_choose: return a.kind == b.kind ? (form){REPR_FLOAT, IR_float_choose} : none;
    case IR_test_compare:
        return compares_as_float(x, i->args[0]) && compares_as_float(x, i->args[1])
                   ? (form){REPR_FLOAT, IR_float_compare}
                   : none;
    default: return none;
    }
}

static form form_of(const context *x, const ir_instr *i)
{
    bool candidate = i->op == IR_choose || i->op == IR_binary || i->op == IR_inplace ||
                     i->op == IR_unary || i->op == IR_test_compare || i->op == IR_truth;
    if (!candidate) return (form){REPR_VALUE, IR_OP_COUNT};
    form words = word_form(x, i);
    return words.operands == REPR_WORD ? words : float_form(x, i);
}

/* Items of lists, by words where the index is one; as floats where they are and are wanted so. */
static ir_op item_form(const context *x, const ir_instr *i)
{
    bool sets = i->op == IR_setitem, word = is_word(x, i->args[1]);
    type container = type_of(x, i->args[0]);
    if (container.kind == TYPE_STR && word && !sets) return IR_str_at;
    if (container.kind != TYPE_LIST || !type_is_int(type_of(x, i->args[1]))) return i->op;
    if (!word) return sets ? IR_list_set : IR_list_get;
    ir_ref item = sets ? i->args[2] : i->dst;
    bool floats = ir_element(container).kind == TYPE_FLOAT &&
                  (repr_of(x, item) == REPR_FLOAT || ir_is_constant(item));
    if (sets) return floats ? IR_list_put_float : IR_list_put;
    return floats ? IR_list_at_float : IR_list_at;
}

/* len() of what keeps its length where it can be read. */
static ir_op length_form(const context *x, const ir_instr *i)
{
    const library_row *row = i->aux.library;
    if (strcmp(row->name, "len") != 0 || strcmp(row->module, "builtins") != 0) return i->op;
    type_kind kind = type_of(x, i->args[0]).kind;
    return kind == TYPE_LIST ? IR_list_length : kind == TYPE_STR ? IR_str_length : i->op;
}

/* ---- words that are literals ----------------------------------------------------------------- */

/* Counting loops have their bounds and steps in slots; those that are literals stand in the
 * operations. */
static void fold_words(context *x)
{
    ir_function *f = x->f;
    ir_ref *literal = arena_array(&x->c->memory, ir_ref, f->slots.count);
    uint32_t *writes = arena_array(&x->c->memory, uint32_t, f->slots.count);
    uint32_t *reads = arena_array(&x->c->memory, uint32_t, f->slots.count);
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (!ir_is_slot(i->dst)) continue;
            ast_constant word = {.tag = AST_CONST_INT, .fits = true, .integer = i->aux.word};
            if (i->op == IR_word) literal[i->dst] = ir_constant_of(x->p, word);
            writes[i->dst]++;
        }
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            bool reckons = i->op == IR_word_add || i->op == IR_word_less || i->op == IR_word_before;
            for (uint32_t n = 0; n < i->arg_count; n++) {
                ir_ref ref = i->args[n];
                if (!ir_is_slot(ref)) continue;
                if (reckons && writes[ref] == 1 && literal[ref])
                    i->args[n] = literal[ref];
                else
                    reads[ref]++;
            }
        }
    for (vec_each(ir_block *, b, &f->blocks)) {
        uint32_t kept = 0;
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op != IR_word || reads[i->dst]) (*b)->code.items[kept++] = *i;
        (*b)->code.count = kept;
    }
}

/* ---- which slots ----------------------------------------------------------------------------- */

static void add_slot(bitset set, ir_ref ref)
{
    if (ir_is_slot(ref)) bitset_add(set, (uint32_t)ref);
}

/* Slots that unboxed operations read or write; and those that may be unset, which only a value
 * can be. */

static void note_uses(const context *x, bitset wanted, bitset barred)
{
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            bool unboxed = form_of(x, i).operands != REPR_VALUE || i->op == IR_word_to_int;
            bool items = i->op == IR_getitem || i->op == IR_setitem;
            bool asks_set = i->op == IR_check_local || i->op == IR_is_set;
            for (uint32_t n = 0; n < i->arg_count; n++)
                if (unboxed || asks_set) add_slot(asks_set ? barred : wanted, i->args[n]);
            if (items && item_form(x, i) != i->op) add_slot(wanted, i->args[1]);
            bool length = i->op == IR_call_library && length_form(x, i) != i->op;
            if (unboxed || length) add_slot(wanted, i->dst);
            if (i->op == IR_unset || i->op == IR_next) add_slot(barred, i->dst);
        }
}

static ir_repr best_repr(type t)
{
    return t.kind == TYPE_FLOAT ? REPR_FLOAT : t.kind == TYPE_SMALL ? REPR_WORD : REPR_VALUE;
}

/* Whether all calls know the function's C: the types of its parameters and its result may show. */
static bool takes_floats(const ir_function *f)
{
    return f->kind == FN_PLAIN && !f->is_virtual && !f->cell_count;
}

static void choose_slots(context *x)
{
    fold_words(x);
    ir_function *f = x->f;
    arena *a = &x->c->memory;
    bitset wanted = bitset_new(a, f->slots.count), barred = bitset_new(a, f->slots.count);
    note_uses(x, wanted, barred);
    liveness l = liveness_compute(a, x->p, f);
    for (uint32_t s = 0; s < f->slots.count; s++) {
        ir_slot *slot = &f->slots.items[s];
        bool usable = slot->repr == REPR_VALUE && !slot->is_cell && bitset_has(wanted, s) &&
                      !bitset_has(barred, s);
        if (usable && slot->is_param)
            slot->repr = takes_floats(f) && slot->type.kind == TYPE_FLOAT ? REPR_FLOAT : REPR_VALUE;
        else if (usable && !bitset_has(l.in[0], s))
            slot->repr = best_repr(slot->type);
    }
    f->returns_float = takes_floats(f) && f->analysis->result.kind == TYPE_FLOAT;
}

/* ---- conversions ----------------------------------------------------------------------------- */

static ir_ref new_slot(context *x, ir_repr repr, type t)
{
    ir_ref slot = ir_slot_new(x->p, x->f, NULL, repr);
    x->f->slots.items[slot].type = t;
    return slot;
}

static void put(context *x, ir_instr i)
{
    vec_push_in(&x->c->memory, &x->code, i);
}

/* dst = from, each as its slot holds it. */
static void put_conversion(context *x, ir_ref dst, ir_ref from, src_span span)
{
    static const ir_op ops[3][3] = {
        [REPR_VALUE] = {IR_copy, IR_unbox_word, IR_unbox_float},
        [REPR_WORD] = {IR_box_word, IR_word_copy, IR_word_to_float},
        [REPR_FLOAT] = {IR_box_float, IR_OP_COUNT, IR_float_copy},
    };
    ir_repr to = repr_of(x, dst), has = repr_of(x, from);
    if (ir_is_constant(from) && to != REPR_VALUE) has = to; /* written as what is wanted */
    ir_ref *args = arena_new(&x->c->memory, ir_ref);
    *args = from;
    put(x, (ir_instr){.op = ops[has][to], .dst = dst, .args = args, .arg_count = 1, .span = span});
}

/* The operand as `repr`. */
static ir_ref converted(context *x, ir_ref ref, ir_repr repr, src_span span)
{
    if (!ir_is_slot(ref) || repr_of(x, ref) == repr) return ref;
    ir_ref slot = new_slot(x, repr, repr == REPR_FLOAT ? TYPE(FLOAT) : type_of(x, ref));
    put_conversion(x, slot, ref, span);
    return slot;
}

/* Each operand as its letter in ir.def has it. */
static void convert_operands(context *x, ir_instr *i)
{
    ir_ref *args = arena_array(&x->c->memory, ir_ref, i->arg_count);
    for (uint32_t n = 0; n < i->arg_count; n++) {
        char mode = ir_operand_mode(i, n);
        bool keeps = repr_of(x, i->args[n]) == REPR_BOOL;
        ir_repr repr = mode == 'w' ? REPR_WORD : mode == 'f' ? REPR_FLOAT : REPR_VALUE;
        args[n] = keeps ? i->args[n] : converted(x, i->args[n], repr, i->span);
    }
    i->args = args;
}

/* Puts an operation that makes `natural`, and converts the result to what its slot holds. */
static void put_converted(context *x, ir_instr i, ir_repr natural, type made)
{
    ir_ref dst = i.dst;
    if (!ir_is_slot(dst) || repr_of(x, dst) == natural || repr_of(x, dst) == REPR_BOOL) {
        put(x, i);
        return;
    }
    i.dst = new_slot(x, natural, made);
    put(x, i);
    put_conversion(x, dst, i.dst, i.span);
}

/* ---- one operation --------------------------------------------------------------------------- */

static bool touches_unboxed(const context *x, const ir_instr *i)
{
    ir_repr made = repr_of(x, i->dst);
    if (ir_is_slot(i->dst) && (made == REPR_FLOAT || made == REPR_WORD)) return true;
    for (uint32_t n = 0; n < i->arg_count; n++)
        if (repr_of(x, i->args[n]) == REPR_FLOAT || repr_of(x, i->args[n]) == REPR_WORD)
            return true;
    return false;
}

static ir_repr natural_repr(ir_op op)
{
    switch (ir_info(op)->result) {
    case 'i': return REPR_WORD;
    case 'f': return REPR_FLOAT;
    case 'b': return REPR_BOOL;
    default: return REPR_VALUE;
    }
}

/* A bound that needs no clamping. */
static bool is_plain_bound(const context *x, const ir_instr *i)
{
    return i->op == IR_range_bound && i->args[1] == IR_NO_REF && is_word(x, i->args[0]) &&
           type_width(type_of(x, i->args[0])) < WIDTH_TAGGED;
}

static bool has_int_form(int op)
{
    return op != AST_DIV && op != AST_POW && op != AST_MATMULT && op != AST_LSHIFT &&
           op != AST_RSHIFT;
}

static bool has_plain_truth(type t)
{
    switch (t.kind) {
    case TYPE_NONE:
    case TYPE_BOOL:
    case TYPE_SMALL:
    case TYPE_INT:
    case TYPE_STR:
    case TYPE_BYTES:
    case TYPE_LIST:
    case TYPE_TUPLE:
    case TYPE_DICT:
    case TYPE_SET: return true;
    default: return false;
    }
}

/* Attributes as fields of instances that are laid out; as floats where they can only be that and
 * are wanted so. */
static ir_op attribute_form(context *x, ir_instr *i)
{
    bool sets = i->op == IR_setattr;
    type object = type_of(x, i->args[0]);
    bool floats = sets ? repr_of(x, i->args[1]) == REPR_FLOAT &&
                             attribute_of(x->p, i->aux.name)->type.kind == TYPE_FLOAT
                       : repr_of(x, i->dst) == REPR_FLOAT;
    int32_t field = field_of(object, i->aux.name);
    if (field < 0) return !floats ? i->op : sets ? IR_setattr_float : IR_getattr_float;
    i->aux.second = (uint32_t)field;
    if (object.kind == TYPE_OPTIONAL)
        put(x, (ir_instr){.op = IR_check_object,
                          .dst = IR_NO_REF,
                          .args = i->args,
                          .arg_count = 1,
                          .span = i->span,
                          .within = i->within,
                          .aux.name = i->aux.name});
    if (sets) return floats ? IR_field_set_float : IR_field_set;
    return floats ? IR_field_get_float : IR_field_get;
}

/* What an operation on values is, now that their types are known. */
static ir_op typed_form(context *x, ir_instr *i)
{
    type a = i->arg_count ? type_of(x, i->args[0]) : TYPE(OBJECT);
    type b = i->arg_count > 1 ? type_of(x, i->args[1]) : TYPE(OBJECT);
    bool ints = type_is_int(a) && type_is_int(b);
    switch (i->op) {
    case IR_binary:
    case IR_inplace: return ints && has_int_form(i->aux.binary) ? IR_int_binary : i->op;
    case IR_test_compare:
        if (a.kind == TYPE_STR && b.kind == TYPE_STR) return IR_str_compare;
        return ints ? IR_int_compare : i->op;
    case IR_truth:
        if (class_has_no_truth(x->p, type_class(a))) return IR_is_object;
        return has_plain_truth(a) ? IR_plain_truth : i->op;
    case IR_getattr:
    case IR_setattr: return attribute_form(x, i);
    case IR_getitem:
    case IR_setitem: return item_form(x, i);
    case IR_call_library: return length_form(x, i);
    case IR_call_direct: return i->aux.function->returns_float ? IR_call_direct_float : i->op;
    case IR_return: return x->f->returns_float ? IR_return_float : i->op;
    default: return i->op;
    }
}

/* The unboxed form is used where what it works on or makes is unboxed already. */
static void represent_instr(context *x, ir_instr i)
{
    form unboxed = form_of(x, &i);
    bool touches = touches_unboxed(x, &i);
    if (touches && (i.op == IR_copy || i.op == IR_word_to_int || is_plain_bound(x, &i))) {
        put_conversion(x, i.dst, i.args[0], i.span);
        return;
    }
    type made = ir_is_slot(i.dst) ? infer_result(x->p, x->f, &i) : TYPE(OBJECT);
    if (made.kind == TYPE_OBJECT && ir_is_slot(i.dst)) made = type_of(x, i.dst);
    i.op = touches && unboxed.operands != REPR_VALUE ? unboxed.op : typed_form(x, &i);
    convert_operands(x, &i);
    put_converted(x, i, natural_repr(i.op), made);
}

static void represent_function(context *x)
{
    for (vec_each(ir_block *, b, &x->f->blocks)) {
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
        choose_slots(&x);
    }
    for (vec_each(ir_function *, f, &p->functions)) {
        x.f = *f;
        represent_function(&x);
        if (ir_function_suspends(*f)) cells_to_parameters(&x);
    }
}
