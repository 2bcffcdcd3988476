/* Type inference: the fixpoint. See infer.h; the rules of single operations are in
 * infer_rules.c. */
#include "ir/infer.h"

#include <string.h>

#include "ir/classes.h"
#include "ir/mentioned.h"
#include "ir/replaced.h"

typedef struct context {
    ir_program *program;
    uint32_t round;
    name init; /* __init__ */
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
    return type_small(width <= 16   ? 16
                      : width <= 32 ? 32
                      : width <= 48 ? 48
                                    : WIDTH_TAGGED,
                      type_is_natural(t));
}

static type join(type a, type b)
{
    const ir_class *x = type_class(a), *y = type_class(b);
    if (x && b.kind == TYPE_NONE) return (type){TYPE_OPTIONAL, x};
    if (y && a.kind == TYPE_NONE) return (type){TYPE_OPTIONAL, y};
    if (!x || !y) return type_join(a, b);
    const ir_class *common = class_common(x, y);
    bool both = a.kind == TYPE_INSTANCE && b.kind == TYPE_INSTANCE;
    return common ? (type){both ? TYPE_INSTANCE : TYPE_OPTIONAL, common} : TYPE(OBJECT);
}

static void flow(context *c, type *into, type t);

/* Where nobody knows what is done with a list, anything can be put in it. */
static void widen_list(context *c, type t)
{
    ir_list *l = ir_list_of(t);
    if (l && t.kind == TYPE_LIST) flow(c, &l->element, TYPE(OBJECT));
}

/* Lists that can be in one place are one from then on. */
static type join_lists(context *c, type a, type b)
{
    ir_list *x = ir_list_of(a), *y = ir_list_of(b);
    if (!x || !y) {
        widen_list(c, a);
        widen_list(c, b);
        return (type){a.kind, NULL};
    }
    if (x != y) {
        y->same = x;
        c->changed = true;
        flow(c, &x->element, y->element);
    }
    return (type){a.kind, x};
}

static void flow(context *c, type *into, type t)
{
    if (into->kind == t.kind && (t.kind == TYPE_LIST || t.kind == TYPE_LIST_ITERATOR)) {
        *into = join_lists(c, *into, t);
        return;
    }
    type before = *into;
    *into = widened(c, before, join(before, t)); /* first: a list may hold itself */
    c->changed |= !type_equal(before, *into);
    if (into->kind != TYPE_OBJECT) return;
    widen_list(c, before);
    widen_list(c, t);
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

static void widen_operands(context *c, const ir_function *f, const ir_instr *i)
{
    for (uint32_t n = 0; n < i->arg_count; n++)
        widen_list(c, ir_type_of(c->program, f, i->args[n]));
}

/* Arguments flow into the parameters of a function that is called by name. */
static void flow_call(context *c, const ir_function *f, const ir_instr *i, ir_function *callee,
                      bool has_self)
{
    ir_ref bound[256];
    bool closure = callee->cell_count && !has_self;
    if (callee->params.count > 256 || closure || !ir_bind_call(callee, i, has_self, bound)) {
        escape(c, callee);
        widen_operands(c, f, i);
        return;
    }
    for (uint32_t n = has_self; n < callee->params.count; n++) {
        ir_ref value = bound[n] == IR_NO_REF ? callee->params.defaults[n] : bound[n];
        if (value == IR_NO_REF)
            escape(c, callee);
        else
            flow_value(c, &callee->slots.items[n].type, ir_type_of(c->program, f, value));
    }
}

/* A function in the body of a typed class that is called with an instance first. */
static bool is_typed_method(const ir_function *f)
{
    static const char *const of_class[] = {"__new__", "__init_subclass__", "__class_getitem__"};
    if (!f->class_ || !f->class_->typed || f->kind == FN_CLASS_BODY) return false;
    for (size_t n = 0; n < sizeof of_class / sizeof *of_class; n++)
        if (strcmp(f->name->text, of_class[n]) == 0) return false;
    return class_function(f->class_, f->name) == f;
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
    case IR_namespace_put: /* where a method lives */
        return is_typed_method(t.subject) && f == ((const ir_function *)t.subject)->class_->body;
    case IR_annotate: return index == 0;
    case IR_check_local: return true;
    default: return false;
    }
}

/* ---- classes as values ----------------------------------------------------------------------- */

static void set(context *c, bool *mark)
{
    c->changed |= !*mark;
    *mark = true;
}

/* A tuple of classes that only says which they are. */
static bool is_list_of_bases(const ir_function *f, ir_ref tuple)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            for (uint32_t n = 0; n < i->arg_count; n++)
                if (i->args[n] == tuple && i->op != IR_class_begin && i->op != IR_class_end)
                    return false;
    return true;
}

static bool asks_for_instances(type callee)
{
    const library_row *row = callee.kind == TYPE_LIBRARY ? callee.subject : NULL;
    return row && (strcmp(row->name, "isinstance") == 0 || strcmp(row->name, "issubclass") == 0);
}

/* Whether operand `index` being a class lets nobody call it, or look methods up in it, unseen. */
static bool keeps_class(const context *c, const ir_function *f, const ir_instr *i, uint32_t index,
                        type t)
{
    switch (i->op) {
    case IR_call:
    case IR_call_named:
        return index == 0 || asks_for_instances(ir_type_of(c->program, f, i->args[0]));
    case IR_copy: return only_holds(f->slots.items[i->dst].type, t);
    case IR_store_global: return only_holds(i->aux.global->type, t);
    case IR_tuple: return is_list_of_bases(f, i->dst);
    case IR_getattr: return is_special_name(i->aux.name);
    case IR_is:
    case IR_check_local:
    case IR_class_begin:
    case IR_class_end: return true;
    default: return false;
    }
}

/* The class that type(x) gives may be any, unless x was raised: no typed class can be. */
static bool gives_class(const context *c, const ir_function *f, const ir_instr *i)
{
    if (i->op != IR_call || i->arg_count != 2) return false;
    type callee = ir_type_of(c->program, f, i->args[0]);
    return callee.kind == TYPE_LIBRARY &&
           strcmp(((const library_row *)callee.subject)->name, "type") == 0;
}

/* Only its name is asked for, or it is compared. */
static bool is_only_looked_at(const ir_function *f, ir_ref class_)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            for (uint32_t n = 0; n < i->arg_count; n++) {
                if (i->args[n] != class_) continue;
                bool looks = (i->op == IR_getattr && is_special_name(i->aux.name)) ||
                             i->op == IR_is || i->op == IR_test_compare || i->op == IR_compare;
                if (!looks) return false;
            }
        }
    return true;
}

static bool was_caught(const ir_function *f, ir_ref value)
{
    for (vec_each(ir_block *, b, &f->blocks))
        if ((*b)->code.count && (*b)->code.items[0].op == IR_catch &&
            (*b)->code.items[0].dst == value)
            return true;
    return false;
}

/* In the program itself any class may be meant, in the library one of the module's own. */
static void leak_classes(context *c, const ir_function *f)
{
    for (vec_each(ir_class *, k, &c->program->classes))
        if (!f->module->is_library || (*k)->module == f->module) set(c, &(*k)->escapes);
}

/* ---- attributes ------------------------------------------------------------------------------ */

/* Of an operation that looks a name up: does everybody who has a method of it know? */
static void flow_lookup(context *c, const ir_instr *i, type t)
{
    ir_attribute *a = attribute_of(c->program, i->aux.name);
    if (!a || t.kind == TYPE_NEVER || t.kind < TYPE_FUNCTION) return;
    bool is_call = i->op != IR_getattr && i->op != IR_special;
    switch (t.kind) {
    case TYPE_MODULE:
    case TYPE_LIBRARY_MODULE: return;
    case TYPE_SUPER:
        if (!((const ir_class *)t.subject)->bases.count) return;
        break;
    case TYPE_CLASS:
        if (!is_special_name(i->aux.name) || is_call) set(c, &((ir_class *)t.subject)->escapes);
        break;
    default: break;
    }
    if (is_call && ir_method_of(c->program, t, i->aux.name)) return;
    set(c, &a->asked);
}

/* What is stored is read with this type; what binds itself to instances is anything. */
static void flow_attribute(context *c, name n, type t)
{
    ir_attribute *a = attribute_of(c->program, n);
    bool plain = t.kind < TYPE_FUNCTION || type_class(t) || t.kind == TYPE_COROUTINE;
    if (a) flow_value(c, &a->type, plain ? t : TYPE(OBJECT));
}

static void flow_construction(context *c, const ir_function *f, const ir_instr *i, ir_class *class_)
{
    ir_function *init = class_->typed ? class_function(class_, c->init) : NULL;
    if (!init) {
        widen_operands(c, f, i);
        return;
    }
    ir_instr call = *i; /* the same operands, the class in place of self */
    call.op = i->op == IR_call ? IR_call_method : IR_call_method_named;
    flow_call(c, f, &call, init, true);
}

/* Functions that only look at the lists they are given. */
static bool only_reads(const library_row *row)
{
    static const char *const readers[] = {
        "len",  "print", "sum",        "min", "max",  "sorted", "any",      "all",       "str",
        "repr", "bool",  "isinstance", "id",  "list", "tuple",  "reversed", "enumerate", "join"};
    for (size_t n = 0; n < sizeof readers / sizeof *readers; n++)
        if (strcmp(row->name, readers[n]) == 0)
            return strcmp(row->module, "builtins") == 0 || strcmp(row->module, "str") == 0;
    return false;
}

/* Lists in a list that is read get to where nobody knows them. */
static void widen_items(context *c, type t)
{
    if (t.kind == TYPE_LIST) widen_list(c, ir_element(t));
}

static void flow_list_method(context *c, const ir_function *f, const ir_instr *i, const char *name)
{
    ir_list *list = ir_list_of(ir_type_of(c->program, f, i->args[0]));
    static const char *const harmless[] = {"pop",   "clear", "reverse", "remove",
                                           "index", "count", "copy",    "sort"};
    bool plain = i->op == IR_call_method;
    if (strcmp(name, "append") == 0 && plain && i->arg_count == 2) {
        type v = ir_type_of(c->program, f, i->args[1]);
        if (list) flow(c, &list->element, v);
        if (!list) widen_list(c, v);
        return;
    }
    for (size_t n = 0; n < sizeof harmless / sizeof *harmless; n++)
        if (strcmp(name, harmless[n]) == 0) {
            if (strcmp(name, "sort") == 0) widen_items(c, ir_type_of(c->program, f, i->args[0]));
            for (uint32_t k = 1; k < i->arg_count; k++)
                widen_list(c, ir_type_of(c->program, f, i->args[k]));
            return;
        }
    widen_operands(c, f, i);
}

static void flow_library_call(context *c, const ir_function *f, const ir_instr *i,
                              const library_row *row)
{
    if (row->kind == LIB_METHOD && strcmp(row->module, "list") == 0) {
        flow_list_method(c, f, i, row->name);
    } else if (only_reads(row)) {
        bool counts = strcmp(row->name, "len") == 0;
        for (uint32_t n = 0; n < i->arg_count && !counts; n++)
            widen_items(c, ir_type_of(c->program, f, i->args[n]));
    } else {
        widen_operands(c, f, i);
    }
}

/* Arguments of a method that several classes have. */
static bool flow_virtual_call(context *c, const ir_function *f, const ir_instr *i)
{
    ir_function *candidates[CANDIDATES_MAX];
    uint32_t count = ir_virtual_call(c->program, f, i, candidates);
    for (uint32_t n = 0; n < count; n++) flow_call(c, f, i, candidates[n], true);
    return count > 0;
}

static void flow_any_call(context *c, const ir_function *f, const ir_instr *i)
{
    if (flow_virtual_call(c, f, i)) return;
    type callee = ir_callee_type(c->program, f, i);
    bool is_method = i->op == IR_call_method || i->op == IR_call_method_named;
    if (is_method) flow_lookup(c, i, ir_type_of(c->program, f, i->args[0]));
    if (callee.kind == TYPE_FUNCTION) flow_call(c, f, i, (ir_function *)callee.subject, false);
    if (callee.kind == TYPE_METHOD) flow_call(c, f, i, (ir_function *)callee.subject, true);
    if (callee.kind == TYPE_CLASS && !is_method)
        flow_construction(c, f, i, (ir_class *)callee.subject);
    else if (callee.kind == TYPE_LIBRARY)
        flow_library_call(c, f, i, callee.subject);
    else if (callee.kind != TYPE_FUNCTION && callee.kind != TYPE_METHOD)
        widen_operands(c, f, i);
}

/* ---- lists ----------------------------------------------------------------------------------- */

/* All of an iterable comes into the list. */
static void flow_items(context *c, ir_list *list, type from)
{
    if (list) flow(c, &list->element, ir_element(from));
}

/* What an operation does with the lists among its operands: what it puts into them, or that they
 * get to where anything may be done with them. Places (variables, attributes, parameters, results)
 * look after themselves: flow. */
static void flow_lists(context *c, const ir_function *f, const ir_instr *i)
{
    type a = i->arg_count ? ir_type_of(c->program, f, i->args[0]) : TYPE(NEVER);
    type b = i->arg_count > 1 ? ir_type_of(c->program, f, i->args[1]) : TYPE(NEVER);
    ir_list *list = a.kind == TYPE_LIST ? ir_list_of(a) : NULL;
    switch (i->op) {
    case IR_list:
        for (uint32_t n = 0; n < i->arg_count; n++)
            flow(c, &ir_list_of((type){TYPE_LIST, i->aux.list})->element,
                 ir_type_of(c->program, f, i->args[n]));
        break;
    case IR_list_push:
        if (list) flow(c, &list->element, b);
        if (!list) widen_list(c, b);
        break;
    case IR_list_extend: flow_items(c, list, b); break;
    case IR_setitem: {
        type v = ir_type_of(c->program, f, i->args[2]);
        if (list && type_is_int(b))
            flow(c, &list->element, v);
        else if (list && b.kind != TYPE_NEVER)
            flow_items(c, list, b.kind == TYPE_SLICE ? v : TYPE(OBJECT));
        if (!list || !type_is_int(b)) widen_list(c, v);
        widen_list(c, b);
        break;
    }
    case IR_inplace:
    case IR_binary:
        if (list && b.kind == TYPE_LIST && i->aux.binary == AST_ADD)
            join_lists(c, a, b);
        else if (list && i->op == IR_inplace && i->aux.binary == AST_ADD && b.kind != TYPE_NEVER)
            flow_items(c, list, b);
        else if (!(list && type_is_int(b)) && b.kind != TYPE_NEVER && a.kind != TYPE_NEVER)
            widen_operands(c, f, i);
        break;
    case IR_copy:
    case IR_check_local:
    case IR_keep:
    case IR_return:
    case IR_store_global:
    case IR_setattr:
    case IR_namespace_put:
    case IR_getitem:
    case IR_delitem:
    case IR_iter:
    case IR_truth:
    case IR_is:
    case IR_is_set:
    case IR_find_method:
    case IR_format:
    case IR_call:
    case IR_call_named:
    case IR_call_method:
    case IR_call_method_named: break;
    default: widen_operands(c, f, i);
    }
}

/* Calls of the library that make a list, and what is in it. */
static void note_made_list(context *c, const ir_function *f, ir_instr *i)
{
    type items = ir_made_items(c->program, f, i);
    if (items.kind == TYPE_OBJECT) return;
    if (!i->aux.list) {
        i->aux.list = arena_new(&c->program->compilation->memory, ir_list);
        i->aux.list->element = TYPE(NEVER);
    }
    flow(c, &ir_list_of((type){TYPE_LIST, i->aux.list})->element, items);
}

static void flow_instr(context *c, ir_function *f, ir_instr *i)
{
    flow_lists(c, f, i);
    replaced_note(c->program, f, i);
    for (uint32_t a = 0; a < i->arg_count; a++) {
        type t = ir_type_of(c->program, f, i->args[a]);
        if (t.kind == TYPE_FUNCTION && !keeps_known(f, i, a, t)) escape(c, t.subject);
        if (t.kind == TYPE_CLASS && !keeps_class(c, f, i, a, t))
            set(c, &((ir_class *)t.subject)->escapes);
    }
    if (gives_class(c, f, i) && !is_only_looked_at(f, i->dst) && !was_caught(f, i->args[1]))
        leak_classes(c, f);
    switch (i->op) {
    case IR_call:
    case IR_call_named:
    case IR_call_method:
    case IR_call_method_named: flow_any_call(c, f, i); break;
    case IR_getattr:
    case IR_special:
    case IR_find_method: flow_lookup(c, i, ir_type_of(c->program, f, i->args[0])); break;
    case IR_setattr: flow_attribute(c, i->aux.name, ir_type_of(c->program, f, i->args[1])); break;
    case IR_namespace_put:
        flow_attribute(c, i->aux.name, ir_type_of(c->program, f, i->args[1]));
        break;
    case IR_store_global:
        flow_value(c, &i->aux.global->type, ir_type_of(c->program, f, i->args[0]));
        break;
    case IR_return:
        flow_value(c, &f->analysis->result, ir_type_of(c->program, f, i->args[0]));
        break;
    default: break;
    }
    note_made_list(c, f, i);
    if (ir_is_slot(i->dst) && i->op != IR_unset)
        flow(c, &f->slots.items[i->dst].type, infer_result(c->program, f, i));
}

static bool family_escapes(const ir_class *k)
{
    if (k->escapes) return true;
    for (vec_each(ir_class *, s, &k->subclasses))
        if (family_escapes(*s)) return true;
    return false;
}

/* Special methods are called by the runtime; __init__ with what the constructor is called with. */
static void flow_method(context *c, ir_function *f)
{
    const ir_attribute *a = attribute_of(c->program, f->name);
    bool loose = family_escapes(f->class_), asked = !a || a->asked;
    if (loose && asked) escape(c, f);
    bool by_runtime = is_special_name(f->name) && (f->name != c->init || loose);
    if ((asked || by_runtime) && !f->analysis->asked) set(c, &f->analysis->asked);
    if (f->params.count) flow(c, &f->slots.items[0].type, (type){TYPE_INSTANCE, f->class_});
}

static void flow_parameters(context *c, ir_function *f)
{
    bool method = is_typed_method(f);
    if (method) flow_method(c, f);
    if (f->kind != FN_PLAIN || f->analysis->escapes || f->analysis->asked)
        widen_list(c, f->analysis->result);
    if (!f->analysis->escapes && !f->analysis->asked) return;
    for (uint32_t n = f->analysis->escapes ? 0 : 1; n < f->params.count; n++)
        flow(c, &f->slots.items[n].type, TYPE(OBJECT));
}

/* What asks for methods by name where no operation says so. */
static void ask_for_names(context *c)
{
    ir_program *p = c->program;
    names *table = &p->compilation->names;
    for (const char *const *n = runtime_asked_names; *n; n++) {
        ir_attribute *a = attribute_of(p, intern_text(table, *n));
        if (a) a->asked = true;
    }
    for (vec_each(ir_constant, k, &p->constants)) {
        if (k->value.tag != AST_CONST_STR || k->value.length > 100) continue;
        ir_attribute *a = attribute_of(p, intern(table, k->value.text, k->value.length));
        if (a) a->asked = true;
    }
    c->init = intern_text(table, "__init__");
}

static void begin(compilation *c, ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) {
        (*f)->analysis = arena_new(&c->memory, ir_analysis);
        bool method = is_typed_method(*f);
        (*f)->analysis->escapes = (*f)->kind == FN_CLASS_BODY || ((*f)->class_ && !method) ||
                                  (*f)->params.star || (*f)->params.star_star ||
                                  ((*f)->cell_count && !method);
        for (vec_each(ir_slot, s, &(*f)->slots)) s->type = TYPE(NEVER);
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) {
                if (i->op != IR_list) continue;
                i->aux.list = arena_new(&c->memory, ir_list);
                i->aux.list->element = TYPE(NEVER);
            }
    }
    for (vec_each(ir_global *, g, &p->globals))
        (*g)->type = (*g)->is_open ? TYPE(OBJECT) : TYPE(NEVER);
}

void infer_types(compilation *compilation, ir_program *p)
{
    context c = {.program = p, .changed = true};
    begin(compilation, p);
    replaced_begin(p);
    ask_for_names(&c);
    while (c.changed) {
        c.changed = false;
        c.round++;
        for (uint32_t n = 0; n < p->attribute_count; n++)
            if (p->attributes[n].asked) widen_list(&c, p->attributes[n].type);
        for (vec_each(ir_function *, f, &p->functions)) {
            flow_parameters(&c, *f);
            for (vec_each(ir_block *, b, &(*f)->blocks))
                for (vec_each(ir_instr, i, &(*b)->code)) flow_instr(&c, *f, i);
        }
        c.changed |= replaced_settle(p);
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
