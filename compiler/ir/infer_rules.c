/* The type rules: what each operation's result is, given its operands.
 *
 * In: an operation and the types so far. Out: the result's type; TYPE_NEVER while nothing arrives.
 * Rules are monotone: operands that grow never shrink the result. */
#include <string.h>

#include "ir/classes.h"
#include "ir/infer.h"
#include "ir/replaced.h"

/* Results that do not depend on the operands. */
static const type_kind fixed[IR_OP_COUNT] = {
    [IR_slice] = TYPE_SLICE,     [IR_tuple] = TYPE_TUPLE,       [IR_list_to_tuple] = TYPE_TUPLE,
    [IR_call_args] = TYPE_TUPLE, [IR_set] = TYPE_SET,           [IR_dict] = TYPE_DICT,
    [IR_concat] = TYPE_STR,      [IR_format] = TYPE_STR,        [IR_from_bool] = TYPE_BOOL,
    [IR_unpack] = TYPE_TUPLE,    [IR_unpack_star] = TYPE_TUPLE,
};

/* How many bits the absolute value needs. */
static uint32_t bits_of(int64_t n)
{
    uint64_t absolute = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    return absolute ? 64 - (uint32_t)__builtin_clzll(absolute) : 0;
}

static type type_of_constant(const ast_constant *v)
{
    static const type_kind kinds[] = {
        [AST_CONST_NONE] = TYPE_NONE,      [AST_CONST_TRUE] = TYPE_BOOL,
        [AST_CONST_FALSE] = TYPE_BOOL,     [AST_CONST_ELLIPSIS] = TYPE_OBJECT,
        [AST_CONST_INT] = TYPE_INT,        [AST_CONST_FLOAT] = TYPE_FLOAT,
        [AST_CONST_COMPLEX] = TYPE_OBJECT, [AST_CONST_STR] = TYPE_STR,
        [AST_CONST_BYTES] = TYPE_BYTES};
    if (v->tag == AST_CONST_INT && v->fits) {
        type small = type_small(bits_of(v->integer), v->integer >= 0);
        return type_width(small) <= WIDTH_TAGGED ? small : TYPE(INT);
    }
    if (v->tag == AST_CONST_FLOAT) return type_float(v->number >= 0);
    return (type){kinds[v->tag], NULL};
}

ir_list *ir_list_of(type t)
{
    bool is_list = t.kind == TYPE_LIST || t.kind == TYPE_LIST_ITERATOR || t.kind == TYPE_ITEMS;
    ir_list *l = is_list ? (ir_list *)t.subject : NULL;
    while (l && l->same) l = l->same;
    return l;
}

type ir_element(type t)
{
    const ir_list *l = ir_list_of(t);
    return l ? l->element : TYPE(OBJECT);
}

type ir_type_of(const ir_program *p, const ir_function *f, ir_ref ref)
{
    if (ref == IR_NO_REF) return TYPE(NEVER);
    return ir_is_slot(ref) ? f->slots.items[ref].type
                           : type_of_constant(&p->constants.items[ir_constant_index(ref)].value);
}

/* ---- operators ------------------------------------------------------------------------------- */

static bool is_number(type t)
{
    return type_is_int(t) || t.kind == TYPE_BOOL || t.kind == TYPE_FLOAT;
}

static type sequence_binary(int op, type a, type b)
{
    bool sequence =
        a.kind == TYPE_STR || a.kind == TYPE_LIST || a.kind == TYPE_TUPLE || a.kind == TYPE_BYTES;
    if (a.kind == TYPE_STR && op == AST_MOD) return a;
    if (sequence && op == AST_ADD && a.kind == b.kind) return a;
    if (sequence && op == AST_MULT && type_is_int(b)) return a;
    return TYPE(OBJECT);
}

static uint32_t wider(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* Of ints, by how many bits they need. `b` of a shift is a literal, or nothing is known. */
static type int_binary(int op, type a, type b, const int64_t *literal)
{
    uint32_t wa = type_width(a), wb = type_width(b);
    bool naturals = type_is_natural(a) && type_is_natural(b), small = wa < 64 && wb < 64;
    switch (op) {
    case AST_ADD: return type_small(wider(wa, wb) + 1, naturals);
    case AST_SUB: return type_small(wider(wa, wb) + 1, false);
    case AST_MULT: return type_small(wa + wb, naturals);
    case AST_FLOORDIV: return small ? type_small(wa, naturals) : TYPE(INT);
    case AST_MOD: return type_small(wb, type_is_natural(b));
    case AST_BITAND:
        if (naturals) return type_small(wa < wb ? wa : wb, true);
        if (type_is_natural(a) || type_is_natural(b))
            return type_small(type_is_natural(a) ? wa : wb, true);
        return type_small(wider(wa, wb) + 1, false);
    case AST_BITOR:
    case AST_BITXOR: return type_small(naturals ? wider(wa, wb) : wider(wa, wb) + 1, naturals);
    case AST_LSHIFT:
        if (!small || !literal || *literal < 0 || *literal > WIDTH_WORD) return TYPE(INT);
        return type_small(wa + (uint32_t)*literal, type_is_natural(a));
    case AST_RSHIFT:
        return literal && *literal >= 0 ? type_small(wa, type_is_natural(a)) : TYPE(INT);
    default: return TYPE(INT);
    }
}

static bool is_bitwise(int op)
{
    return op == AST_BITAND || op == AST_BITOR || op == AST_BITXOR || op == AST_LSHIFT ||
           op == AST_RSHIFT;
}

/* Of floats and whatever mixes with them. A square and sums of squares are not negative. */
static type float_binary(int op, type a, type b, bool same)
{
    if (is_bitwise(op)) return TYPE(OBJECT);
    bool naturals = type_is_natural(a) && type_is_natural(b);
    switch (op) {
    case AST_MULT: return type_float(naturals || same);
    case AST_ADD:
    case AST_DIV: return type_float(naturals);
    default: return TYPE(FLOAT);
    }
}

/* Of a literal power: an int to a natural one is an int. What is negative may become complex. */
static type infer_power(type a, type b, const int64_t *literal)
{
    if (type_is_int(a) && literal && *literal >= 0) return TYPE(INT);
    if (a.kind == TYPE_FLOAT && type_is_natural(a) && (b.kind == TYPE_FLOAT || type_is_int(b)))
        return type_float(true);
    return a.kind == TYPE_FLOAT && literal ? type_float(*literal % 2 == 0) : TYPE(OBJECT);
}

static type infer_numbers(int op, type a, type b, bool same, const int64_t *literal)
{
    if (op == AST_MATMULT) return TYPE(OBJECT);
    if (op == AST_POW) return infer_power(a, b, literal);
    if (a.kind == TYPE_FLOAT || b.kind == TYPE_FLOAT) return float_binary(op, a, b, same);
    if (op == AST_DIV) return TYPE(FLOAT);
    if (type_is_int(a) && type_is_int(b)) return int_binary(op, a, b, literal);
    return is_bitwise(op) && !type_is_int(a) && !type_is_int(b) ? TYPE(OBJECT) : TYPE(INT);
}

static const int64_t *int_literal(const ir_program *p, ir_ref ref)
{
    if (!ir_is_constant(ref)) return NULL;
    const ast_constant *v = &p->constants.items[ir_constant_index(ref)].value;
    return v->tag == AST_CONST_INT && v->fits ? &v->integer : NULL;
}

/* `x += 1` of what needs no more than WIDTH_COUNTER bits: it takes a machine a year to count past
 * that, and what is held in place has a bit to spare. */
enum { COUNT_MAX = 256, WIDTH_COUNTER = WIDTH_TAGGED - 1 };

static bool is_counting(const ir_instr *i, type a, const int64_t *literal)
{
    return i->dst == i->args[0] && (i->aux.binary == AST_ADD || i->aux.binary == AST_SUB) &&
           literal && *literal <= COUNT_MAX && *literal >= -COUNT_MAX &&
           type_width(a) <= WIDTH_COUNTER;
}

/* Binary and in-place operators; lists take anything iterable in place. */
static type infer_operator(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type a = ir_type_of(p, f, i->args[0]), b = ir_type_of(p, f, i->args[1]);
    int op = i->aux.binary;
    if (i->op == IR_inplace && a.kind == TYPE_LIST && op == AST_ADD) return a;
    if (a.kind == TYPE_NEVER || b.kind == TYPE_NEVER) return TYPE(NEVER);
    if (!is_number(a) || !is_number(b)) return sequence_binary(op, a, b);
    const int64_t *literal = int_literal(p, i->args[1]);
    if (is_counting(i, a, literal))
        return type_small(WIDTH_COUNTER, op == AST_ADD && type_is_natural(a) && *literal >= 0);
    return infer_numbers(op, a, b, i->args[0] == i->args[1], literal);
}

static type infer_unary(int op, type a)
{
    if (a.kind == TYPE_NEVER) return a;
    if (a.kind == TYPE_FLOAT && op != AST_INVERT) return op == AST_UADD ? a : TYPE(FLOAT);
    if (!type_is_int(a)) return TYPE(OBJECT);
    if (op == AST_UADD) return a;
    return type_small(type_width(a) + (op == AST_INVERT), false);
}

static type infer_compare(type a, type b)
{
    if (a.kind == TYPE_NEVER || b.kind == TYPE_NEVER) return TYPE(NEVER);
    bool plain = (is_number(a) && is_number(b)) || (a.kind == TYPE_STR && b.kind == TYPE_STR);
    return plain ? TYPE(BOOL) : TYPE(OBJECT);
}

/* ---- attributes and calls -------------------------------------------------------------------- */

static type type_of_row(const ir_program *p, const library_row *row)
{
    if (is_replaced(p, row)) return TYPE(OBJECT);
    return row->kind == LIB_VALUE ? type_of_result(row->result) : (type){TYPE_LIBRARY, row};
}

static type type_of_global(const ir_global *g)
{
    return g->type;
}

type ir_module_attribute(const ir_program *p, type module, name attribute)
{
    if (module.kind == TYPE_LIBRARY_MODULE) {
        const library_row *row =
            library_find(((const library_module *)module.subject)->name, attribute->text);
        return row ? type_of_row(p, row) : TYPE(OBJECT);
    }
    const ir_module *m = module.subject;
    for (vec_each(ir_global *, g, &m->globals))
        if ((*g)->name == attribute) return type_of_global(*g);
    return TYPE(OBJECT);
}

static bool is_module(type t)
{
    return t.kind == TYPE_LIBRARY_MODULE || t.kind == TYPE_MODULE;
}

/* The name under which the library's tables know the methods of a type. */
static const char *method_table(type t)
{
    switch (t.kind) {
    case TYPE_STR:
    case TYPE_BYTES:
    case TYPE_LIST:
    case TYPE_TUPLE:
    case TYPE_DICT:
    case TYPE_SET: return type_name(t);
    default: return NULL;
    }
}

ir_function *ir_method_of(const ir_program *p, type t, name n)
{
    if (t.kind == TYPE_INSTANCE || (t.kind == TYPE_OPTIONAL && !is_special_name(n)))
        return class_method(p, t.subject, n);
    return t.kind == TYPE_SUPER ? class_super_method(p, t.subject, n) : NULL;
}

type ir_callee_type(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type t = ir_type_of(p, f, i->args[0]);
    if (i->op == IR_call || i->op == IR_call_named) return t;
    if (is_module(t)) return ir_module_attribute(p, t, i->aux.name);
    if (t.kind == TYPE_NEVER) return t;
    ir_function *own = ir_method_of(p, t, i->aux.name);
    if (own) return (type){TYPE_METHOD, own};
    const char *table = method_table(t);
    const library_row *row = table ? library_method(table, i->aux.name->text) : NULL;
    return row ? (type){TYPE_LIBRARY, row} : TYPE(OBJECT);
}

/* ---- iterables ------------------------------------------------------------------------------- */

static const ir_list some_strs = {{TYPE_STR, NULL}, NULL}, some_ints = {{TYPE_INT, NULL}, NULL},
                     some_floats = {{TYPE_FLOAT, NULL}, NULL};

static type items_of_kind(type_kind kind)
{
    const ir_list *items = kind == TYPE_STR     ? &some_strs
                           : kind == TYPE_INT   ? &some_ints
                           : kind == TYPE_FLOAT ? &some_floats
                                                : NULL;
    return items ? (type){TYPE_ITEMS, items} : TYPE(OBJECT);
}

/* What iterating over it gives. */
static type iterated(type t)
{
    if (t.kind == TYPE_NEVER || t.kind == TYPE_STR) return t;
    return ir_element(t);
}

static type infer_iter(type t)
{
    if (t.kind == TYPE_NEVER || t.kind == TYPE_ITEMS) return t;
    if (t.kind == TYPE_STR) return items_of_kind(TYPE_STR);
    return t.kind == TYPE_LIST && ir_list_of(t) ? (type){TYPE_LIST_ITERATOR, ir_list_of(t)}
                                                : TYPE(OBJECT);
}

static bool is_builtin_row(const library_row *row, const char *name)
{
    return strcmp(row->module, "builtins") == 0 && strcmp(row->name, name) == 0;
}

/* range() of anything gives ints, map(int, ...) too. */
static type infer_iterable(const ir_program *p, const ir_function *f, const ir_instr *i,
                           const library_row *row)
{
    if (i->op != IR_call) return TYPE(OBJECT);
    if (is_builtin_row(row, "range")) return items_of_kind(TYPE_INT);
    if (!is_builtin_row(row, "map") || i->arg_count < 3) return TYPE(OBJECT);
    type mapper = ir_type_of(p, f, i->args[1]);
    if (mapper.kind == TYPE_NEVER) return mapper;
    if (mapper.kind != TYPE_LIBRARY) return TYPE(OBJECT);
    static const char *const exact[] = {"int", "float"}; /* str() may give what __str__ gave */
    for (size_t n = 0; n < sizeof exact / sizeof *exact; n++)
        if (is_builtin_row(mapper.subject, exact[n]))
            return items_of_kind(type_of_result(exact[n]).kind);
    return TYPE(OBJECT);
}

type ir_made_items(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    bool is_call = i->op == IR_call || i->op == IR_call_named || i->op == IR_call_method ||
                   i->op == IR_call_method_named;
    type callee = is_call ? ir_callee_type(p, f, i) : TYPE(OBJECT);
    if (callee.kind != TYPE_LIBRARY) return TYPE(OBJECT);
    const library_row *row = callee.subject;
    if (strcmp(row->result, "strs") == 0) return TYPE(STR);
    bool copies =
        is_builtin_row(row, "sorted") || (is_builtin_row(row, "list") && i->op == IR_call);
    bool of_one = i->op == IR_call || i->op == IR_call_named;
    return copies && of_one && i->arg_count >= 2 ? iterated(ir_type_of(p, f, i->args[1]))
                                                 : TYPE(OBJECT);
}

/* min and max of several numbers, or of a list of them; abs of one. */
static type infer_of_numbers(const ir_program *p, const ir_function *f, const ir_instr *i,
                             const library_row *row)
{
    type all = TYPE(NEVER);
    for (uint32_t n = 1; n < i->arg_count; n++) all = type_join(all, ir_type_of(p, f, i->args[n]));
    if (i->op != IR_call || i->arg_count < 2) return TYPE(OBJECT);
    bool chooses = is_builtin_row(row, "min") || is_builtin_row(row, "max");
    if (chooses && i->arg_count == 2) return all.kind == TYPE_STR ? TYPE(STR) : iterated(all);
    if (chooses) return all;
    if (all.kind == TYPE_NEVER) return all;
    if (is_builtin_row(row, "sum") && i->arg_count == 2)
        return iterated(all).kind == TYPE_NEVER ? TYPE(NEVER)
               : type_is_int(iterated(all))     ? TYPE(INT)
                                                : TYPE(OBJECT);
    if (!is_builtin_row(row, "abs")) return TYPE(OBJECT);
    if (all.kind == TYPE_SMALL) return type_small(type_width(all), true);
    return all.kind == TYPE_FLOAT ? type_float(true) : all.kind == TYPE_INT ? all : TYPE(OBJECT);
}

/* Calls of the built-in types make exact instances of them. */
static type infer_construction(const ir_program *p, const ir_function *f, const ir_instr *i,
                               const library_row *row)
{
    static const char *const exact[] = {"int", "float", "bool", "list", "tuple", "dict", "set"};
    if (strcmp(row->module, "builtins") != 0) return TYPE(OBJECT);
    if (i->aux.list) return (type){TYPE_LIST, ir_list_of((type){TYPE_LIST, i->aux.list})};
    for (size_t n = 0; n < sizeof exact / sizeof *exact; n++)
        if (strcmp(row->name, exact[n]) == 0) return type_of_result(exact[n]);
    type iterable = infer_iterable(p, f, i, row);
    if (iterable.kind != TYPE_OBJECT) return iterable;
    bool plain = strcmp(row->name, "str") == 0 && i->op == IR_call && i->arg_count == 2;
    type a = plain ? ir_type_of(p, f, i->args[1]) : TYPE(OBJECT);
    return plain && (is_number(a) || a.kind == TYPE_STR || a.kind == TYPE_NEVER) ? TYPE(STR)
                                                                                 : TYPE(OBJECT);
}

/* "size": what __len__ gives is any int, what built-in types say fits. */
static type infer_library_call(const ir_program *p, const ir_function *f, const ir_instr *i,
                               const library_row *row)
{
    if (row->kind == LIB_METHOD && strcmp(row->module, "list") == 0) {
        type list = ir_type_of(p, f, i->args[0]);
        if (strcmp(row->name, "pop") == 0) return ir_element(list);
        if (strcmp(row->name, "copy") == 0) return list;
    }
    if (i->aux.list) return (type){TYPE_LIST, ir_list_of((type){TYPE_LIST, i->aux.list})};
    if (strcmp(row->result, "strs") == 0) return TYPE(NEVER); /* not asked for its items yet */
    if (strcmp(row->result, "object") == 0) return infer_of_numbers(p, f, i, row);
    if (strcmp(row->result, "size") != 0) return type_of_result(row->result);
    bool method = i->op == IR_call_method || i->op == IR_call_method_named;
    if (i->arg_count <= !method) return TYPE(INT);
    type t = ir_type_of(p, f, i->args[method ? 0 : 1]);
    if (t.kind == TYPE_NEVER) return t;
    return method_table(t) ? type_small(32, true) : TYPE(INT);
}

static type infer_instance(const ir_class *c)
{
    if (!c->typed) return TYPE(OBJECT);
    return (type){TYPE_INSTANCE, c};
}

uint32_t ir_virtual_call(const ir_program *p, const ir_function *f, const ir_instr *i,
                         ir_function **out)
{
    if (i->op != IR_call_method) return 0;
    type t = ir_type_of(p, f, i->args[0]);
    bool known =
        t.kind == TYPE_INSTANCE || (t.kind == TYPE_OPTIONAL && !is_special_name(i->aux.name));
    uint32_t count = known ? class_candidates(p, t.subject, i->aux.name, out) : 0;
    for (uint32_t n = 0; n < count; n++) {
        const ir_params *params = &out[n]->params;
        bool fits = params->positional == i->arg_count && params->count == i->arg_count;
        if (!fits || out[n]->cell_count || out[n]->kind != FN_PLAIN) return 0;
    }
    return count > 1 ? count : 0;
}

static type infer_virtual(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    ir_function *candidates[CANDIDATES_MAX];
    uint32_t count = ir_virtual_call(p, f, i, candidates);
    type t = TYPE(NEVER);
    for (uint32_t n = 0; n < count; n++) t = type_join(t, candidates[n]->analysis->result);
    return count ? t : TYPE(OBJECT);
}

static type infer_call(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type callee = ir_callee_type(p, f, i);
    if (callee.kind == TYPE_NEVER) return TYPE(NEVER);
    if (callee.kind == TYPE_LIBRARY) {
        const library_row *row = callee.subject;
        if (row->kind == LIB_CLASS) return infer_construction(p, f, i, row);
        return row->kind == LIB_COROUTINE ? TYPE(OBJECT) : infer_library_call(p, f, i, row);
    }
    if (callee.kind == TYPE_CLASS) return infer_instance(callee.subject);
    if (callee.kind != TYPE_FUNCTION && callee.kind != TYPE_METHOD) return infer_virtual(p, f, i);
    const ir_function *target = callee.subject;
    if (target->kind == FN_COROUTINE) return (type){TYPE_COROUTINE, target};
    return target->kind == FN_PLAIN ? target->analysis->result : TYPE(OBJECT);
}

static type infer_getattr(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type t = ir_type_of(p, f, i->args[0]);
    if (t.kind == TYPE_NEVER) return t;
    if (is_module(t)) return ir_module_attribute(p, t, i->aux.name);
    const ir_attribute *a = attribute_of(p, i->aux.name);
    bool typed = type_class(t) && a && !is_special_name(i->aux.name);
    return typed ? a->type : TYPE(OBJECT);
}

/* super() in a method of a class whose instances are known. */
static type infer_super(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type self = ir_type_of(p, f, i->args[1]);
    if (self.kind == TYPE_NEVER) return self;
    bool known = f->class_ && f->class_->typed && self.kind == TYPE_INSTANCE &&
                 class_derives(self.subject, f->class_);
    return known ? (type){TYPE_SUPER, f->class_} : TYPE(OBJECT);
}

/* Bounds of a counting loop are clamped to what a value holds in place. */
static type infer_bound(type t)
{
    if (t.kind == TYPE_NEVER || type_width(t) <= WIDTH_TAGGED) return t;
    return type_small(WIDTH_TAGGED, false);
}

/* What counts up never falls below where it began; what counts down stays above its end. */
static type infer_count(type start, type stop, bool counts_down)
{
    type both = type_join(start, stop);
    if (start.kind == TYPE_NEVER || stop.kind == TYPE_NEVER) return TYPE(NEVER);
    return type_small(type_width(both), type_is_natural(counts_down ? stop : start));
}

/* Unset where all bounds are ints that count in place. */
static type infer_wide(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type all = TYPE(NEVER);
    for (uint32_t n = 0; n < i->arg_count; n++) all = type_join(all, ir_type_of(p, f, i->args[n]));
    bool in_place = all.kind == TYPE_NEVER || type_width(all) < WIDTH_TAGGED;
    return in_place ? TYPE(NEVER) : TYPE(OBJECT);
}

static type infer_item(type container, type key)
{
    if (container.kind == TYPE_STR || container.kind == TYPE_NEVER) return container;
    if (container.kind != TYPE_LIST) return TYPE(OBJECT);
    if (key.kind == TYPE_NEVER || key.kind == TYPE_SLICE)
        return key.kind == TYPE_NEVER ? key : container;
    return type_is_int(key) ? ir_element(container) : TYPE(OBJECT);
}

static type infer_await(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    type t = ir_type_of(p, f, i->args[0]);
    if (t.kind == TYPE_NEVER) return t;
    return t.kind == TYPE_COROUTINE ? ((const ir_function *)t.subject)->analysis->result
                                    : TYPE(OBJECT);
}

type infer_result(const ir_program *p, const ir_function *f, const ir_instr *i)
{
    const ir_op_info *info = ir_info(i->op);
    type a = i->arg_count ? ir_type_of(p, f, i->args[0]) : TYPE(NEVER);
    if (fixed[i->op]) return (type){fixed[i->op], NULL};
    if (info->result == 'b') return TYPE(BOOL);
    if (info->result == 'f') return TYPE(FLOAT);
    switch (i->op) {
    case IR_copy: return a;
    case IR_load_global: return type_of_global(i->aux.global);
    case IR_load_library: return type_of_row(p, i->aux.library);
    case IR_load_module: return (type){TYPE_MODULE, i->aux.module};
    case IR_load_library_module: return (type){TYPE_LIBRARY_MODULE, i->aux.library_module};
    case IR_binary:
    case IR_inplace: return infer_operator(p, f, i);
    case IR_unary: return infer_unary(i->aux.unary, a);
    case IR_compare: return infer_compare(a, ir_type_of(p, f, i->args[1]));
    case IR_getattr: return infer_getattr(p, f, i);
    case IR_next:
        if (a.kind == TYPE_NEVER) return a;
        return i->aux.number == IR_NEXT_INTS ? TYPE(INT) : ir_element(a);
    case IR_word: return type_small(bits_of(i->aux.word), i->aux.word >= 0);
    case IR_word_add: return a; /* what counts stays between its bounds */
    case IR_word_to_int: return infer_count(a, ir_type_of(p, f, i->args[1]), i->aux.number);
    case IR_range_wide: return infer_wide(p, f, i);
    case IR_range_bound: return infer_bound(a);
    case IR_match_length: return type_small(WIDTH_TAGGED, true);
    case IR_getitem: return infer_item(a, ir_type_of(p, f, i->args[1]));
    case IR_list: return (type){TYPE_LIST, ir_list_of((type){TYPE_LIST, i->aux.list})};
    case IR_iter: return infer_iter(a);
    case IR_choose: return type_join(a, ir_type_of(p, f, i->args[1]));
    case IR_super: return infer_super(p, f, i);
    case IR_function: return (type){TYPE_FUNCTION, i->aux.function};
    case IR_class_end: return (type){TYPE_CLASS, i->aux.class_};
    case IR_call:
    case IR_call_named:
    case IR_call_method:
    case IR_call_method_named: return infer_call(p, f, i);
    case IR_await: return infer_await(p, f, i);
    default: return TYPE(OBJECT);
    }
}

/* ---- binding --------------------------------------------------------------------------------- */

static int32_t parameter_named(const ir_function *f, name n)
{
    uint32_t end = f->params.positional + f->params.kwonly;
    for (uint32_t k = f->params.posonly; k < end; k++)
        if (f->slots.items[k].name == n) return (int32_t)k;
    return -1;
}

bool ir_bind_call(const ir_function *callee, const ir_instr *i, bool has_self, ir_ref *out)
{
    const ir_params *params = &callee->params;
    bool named = i->op == IR_call_named || i->op == IR_call_method_named;
    uint32_t first = has_self ? 0 : 1, keywords = named ? i->aux.name_count : 0;
    uint32_t positional = i->arg_count - first - keywords;
    if (params->star || params->star_star || positional > params->positional) return false;
    for (uint32_t k = 0; k < params->count; k++)
        out[k] = k < positional ? i->args[first + k] : IR_NO_REF;
    for (uint32_t n = 0; n < keywords; n++) {
        int32_t k = parameter_named(callee, i->aux.names[n]);
        if (k < 0 || out[k] != IR_NO_REF) return false;
        out[k] = i->args[first + positional + n];
    }
    for (uint32_t k = 0; k < params->count; k++)
        if (out[k] == IR_NO_REF && (!params->has_default[k] || params->defaults[k] == IR_NO_REF))
            return false;
    return true;
}
