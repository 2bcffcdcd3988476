/* Resolving calls, awaits and attributes by type. See resolve.h. */
#include "ir/resolve.h"

#include <string.h>

#include "ir/bind_library.h"
#include "ir/classes.h"
#include "ir/infer.h"
#include "ir/layout.h"
#include "ir/replaced.h"

typedef struct context {
    compilation *c;
    ir_program *p;
    ir_function *f;
    ir_block *from;  /* the block as it was */
    uint32_t at;     /* the operation at hand, in it */
    ir_block into;   /* what it becomes */
    uint32_t *reads; /* by slot: how many operands read it */
    uint32_t *writes;
} context;

static ir_instr *put(context *x, ir_op op, ir_ref dst, uint32_t count, const ir_ref *args,
                     src_span span)
{
    ir_instr *i = ir_emit(x->p, &x->into, op, dst, count, args, span);
    i->within = x->from->code.items[x->at].within;
    return i;
}

static ir_ref new_slot(context *x, type t)
{
    ir_ref slot = ir_slot_new(x->p, x->f, NULL, REPR_VALUE);
    vec_last(&x->f->slots).type = t;
    return slot;
}

static bool is_private(const context *x, ir_ref ref)
{
    return ir_is_slot(ref) && !x->f->slots.items[ref].name && x->reads[ref] == 1 &&
           x->writes[ref] == 1;
}

/* ---- calls of the program's functions -------------------------------------------------------- */

/* The operands for each parameter, defaults filled in. */
static bool bind_direct(const ir_function *callee, const ir_instr *i, bool has_self, ir_ref *bound)
{
    if (callee->cell_count || callee->params.count > 64 ||
        !ir_bind_call(callee, i, has_self, bound))
        return false;
    for (uint32_t n = 0; n < callee->params.count; n++)
        if (bound[n] == IR_NO_REF) bound[n] = callee->params.defaults[n];
    return true;
}

/* Would embedding `child` in `f` put a frame inside itself? */
static bool embeds(const ir_function *f, const ir_function *child, uint32_t depth)
{
    if (child == f || depth > 30) return true;
    for (vec_each(ir_block *, b, &child->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_await_direct && embeds(f, i->aux.function, depth + 1)) return true;
    return false;
}

/* `x = await t` right after `t = <call>` and nobody else wants t. */
static const ir_instr *following_await(const context *x, const ir_instr *call)
{
    if (x->at + 1 >= x->from->code.count || !is_private(x, call->dst)) return NULL;
    const ir_instr *next = &x->from->code.items[x->at + 1];
    return next->op == IR_await && next->args[0] == call->dst ? next : NULL;
}

/* What super() in a method was made of: the instance. */
static ir_ref self_of_super(const context *x, ir_ref super)
{
    for (uint32_t k = x->into.code.count; k-- > 0;) {
        const ir_instr *i = &x->into.code.items[k];
        if (i->dst == super) return i->op == IR_super ? i->args[1] : IR_NO_REF;
    }
    return IR_NO_REF;
}

static bool resolve_function_call(context *x, const ir_instr *i, ir_function *callee, bool has_self)
{
    ir_ref bound[64];
    if (!bind_direct(callee, i, has_self, bound)) return false;
    if (has_self && ir_type_of(x->p, x->f, bound[0]).kind == TYPE_SUPER)
        bound[0] = self_of_super(x, bound[0]);
    if (callee->params.count && bound[0] == IR_NO_REF) return false;
    uint32_t count = callee->params.count;
    const ir_instr *await = callee->kind == FN_COROUTINE ? following_await(x, i) : NULL;
    bool can_embed = x->f->kind == FN_COROUTINE || x->f->kind == FN_ASYNC_GENERATOR;
    if (await && can_embed) {
        ir_op op = embeds(x->f, callee, 0) ? IR_await_apart : IR_await_direct;
        put(x, op, await->dst, count, bound, await->span)->aux.function = callee;
        x->at++;
        return true;
    }
    put(x, callee->kind == FN_PLAIN ? IR_call_direct : IR_start_direct, i->dst, count, bound,
        i->span)
        ->aux.function = callee;
    return true;
}

/* ---- calls of the library -------------------------------------------------------------------- */

static bool is_create_task(const library_row *row)
{
    return row->kind == LIB_FUNCTION && strcmp(row->module, "_asyncio") == 0 &&
           strcmp(row->name, "create_task") == 0;
}

static bool is_append(const library_row *row)
{
    return row->kind == LIB_METHOD && strcmp(row->module, "list") == 0 &&
           strcmp(row->name, "append") == 0;
}

static ir_ref none(context *x)
{
    return ir_constant_of(x->p, (ast_constant){.tag = AST_CONST_NONE});
}

/* create_task(f(x)): the coroutine was started just before, for this call only. */
static bool resolve_task(context *x, const ir_instr *i, const ir_ref *bound)
{
    if (bound[2] != IR_NO_REF || !is_private(x, bound[0]) || !x->into.code.count) return false;
    for (uint32_t k = x->into.code.count; k-- > 0;) {
        ir_instr start = x->into.code.items[k];
        if (start.dst == bound[0]) {
            if (start.op != IR_start_direct || start.aux.function->kind != FN_COROUTINE)
                return false;
            ir_ref args[65];
            args[0] = bound[1];
            for (uint32_t n = 0; n < start.arg_count; n++) args[1 + n] = start.args[n];
            memmove(&x->into.code.items[k], &x->into.code.items[k + 1],
                    (x->into.code.count - k - 1) * sizeof(ir_instr));
            x->into.code.count--;
            put(x, IR_task_direct, i->dst, 1 + start.arg_count, args, i->span)->aux.function =
                start.aux.function;
            return true;
        }
        /* What stands between evaluates the name: it must not change the arguments of the call. */
        if (ir_is_slot(start.dst) && x->f->slots.items[start.dst].name) return false;
    }
    return false;
}

static bool resolve_library_await(context *x, const ir_instr *i, const library_row *row,
                                  uint32_t count, const ir_ref *bound)
{
    const ir_instr *await = following_await(x, i);
    const library_row *leaf = library_leaf(row);
    library_binding binding;
    if (!await || (x->f->kind != FN_COROUTINE && x->f->kind != FN_ASYNC_GENERATOR)) return false;
    if (leaf && library_bind(leaf, i, &binding))
        put(x, IR_await_leaf, await->dst, binding.count, binding.values, await->span)->aux.library =
            leaf;
    else
        put(x, IR_await_library, await->dst, count, bound, await->span)->aux.library = row;
    x->at++;
    return true;
}

/* min(a, b, ...) and max, one after the other: the first of what is least or greatest. */
static bool resolve_choice(context *x, const ir_instr *i, const library_row *row)
{
    bool least = strcmp(row->name, "min") == 0;
    if ((!least && strcmp(row->name, "max") != 0) || strcmp(row->module, "builtins") != 0)
        return false;
    if (i->op != IR_call || i->arg_count < 3) return false;
    ir_ref best = i->args[1];
    for (uint32_t n = 2; n < i->arg_count; n++) {
        type both = type_join(ir_type_of(x->p, x->f, best), ir_type_of(x->p, x->f, i->args[n]));
        ir_ref chosen = n + 1 == i->arg_count ? i->dst : new_slot(x, both);
        put(x, IR_choose, chosen, 2, (ir_ref[]){best, i->args[n]}, i->span)->aux.compare =
            least ? AST_CMP_LT : AST_CMP_GT;
        best = chosen;
    }
    return true;
}

static bool resolve_library_call(context *x, const ir_instr *i, const library_row *row)
{
    if (resolve_choice(x, i, row)) return true;
    ir_ref bound[12];
    bool is_method = row->kind == LIB_METHOD;
    library_binding binding;
    if (row->kind == LIB_CLASS || row->kind == LIB_VALUE || !library_bind(row, i, &binding))
        return false;
    uint32_t count = 0;
    if (is_method) bound[count++] = i->args[0];
    for (uint32_t n = 0; n < binding.count; n++) {
        ir_ref value = binding.values[n];
        if (binding.is_star[n]) { /* *args: a tuple of the rest */
            value = new_slot(x, TYPE(TUPLE));
            put(x, IR_tuple, value, binding.star_count, binding.star_values, i->span);
        }
        bound[count++] = value;
    }
    if (row->kind == LIB_COROUTINE) return resolve_library_await(x, i, row, count, bound);
    if (is_create_task(row) && resolve_task(x, i, bound)) return true;
    if (is_append(row)) {
        put(x, IR_list_push, IR_NO_REF, count, bound, i->span);
        put(x, IR_copy, i->dst, 1, (ir_ref[]){none(x)}, i->span);
        return true;
    }
    put(x, IR_call_library, i->dst, count, bound, i->span)->aux.library = row;
    return true;
}

/* ---- attributes of modules ------------------------------------------------------------------- */

static bool is_module(type t)
{
    return t.kind == TYPE_LIBRARY_MODULE || t.kind == TYPE_MODULE;
}

static bool is_of_library(type module)
{
    return module.kind == TYPE_LIBRARY_MODULE || ((const ir_module *)module.subject)->is_library;
}

static const char *module_name(type module)
{
    return module.kind == TYPE_LIBRARY_MODULE ? ((const library_module *)module.subject)->name
                                              : ((const ir_module *)module.subject)->name->text;
}

static ir_global *global_named(const ir_module *m, name n)
{
    for (vec_each(ir_global *, g, &m->globals))
        if ((*g)->name == n) return *g;
    return NULL;
}

/* Whether the operand is the module itself, by its name, and not a variable or parameter that
 * has come to hold it. */
static bool names_module(const context *x, ir_ref operand)
{
    static const bool loads[IR_OP_COUNT] = {[IR_load_module] = true,
                                            [IR_load_library_module] = true,
                                            [IR_load_global] = true,
                                            [IR_getattr] = true};
    if (!ir_is_slot(operand) || (uint32_t)operand < x->f->params.count) return false;
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->dst == operand && !loads[i->op]) return false;
    return true;
}

static bool is_dunder(name n)
{
    return n->length > 4 && !memcmp(n->text, "__", 2) && !memcmp(n->text + n->length - 2, "__", 2);
}

/* What a module has no variable for can still be there at run time: it was set from outside, its
 * own __getattr__ makes it, or every object has it. */
static bool may_be_there(const context *x, const ir_instr *i, type module)
{
    const ir_attribute *a = attribute_of(x->p, i->aux.name);
    if ((a && a->stored) || is_dunder(i->aux.name) || !names_module(x, i->args[0])) return true;
    return module.kind == TYPE_MODULE &&
           global_named(module.subject, intern_text(&x->c->names, "__getattr__"));
}

/* What the library does not have is refused; of the program's own modules Python tells at run
 * time. */
static void report_missing(context *x, const ir_instr *i, type module)
{
    diags *d = &x->c->diags;
    const char *text = "module '%s' has no attribute '%s'", *name = module_name(module);
    const source *s = x->f->module->source;
    if (!is_of_library(module)) {
        diag_warning(d, s, i->span, text, name, i->aux.name->text);
        return;
    }
    diag_error(d, s, i->span, text, name, i->aux.name->text);
    const char *refusal = library_refusal(name, i->aux.name->text);
    if (refusal) {
        diag_hint(d, "%s", refusal);
        return;
    }
    nearest n = nearest_to(i->aux.name->text);
    if (module.kind == TYPE_LIBRARY_MODULE) library_offer_names(name, &n);
    if (n.best)
        diag_hint(d, "did you mean '%s'?", n.best);
    else
        diag_hint(d, "asyncc does not know it (yet)");
}

/* Loads `module.attribute` into dst. */
static void load_attribute(context *x, const ir_instr *i, type module, ir_ref dst)
{
    const library_row *row = module.kind == TYPE_LIBRARY_MODULE
                                 ? library_find(module_name(module), i->aux.name->text)
                                 : NULL;
    ir_global *g = module.kind == TYPE_MODULE ? global_named(module.subject, i->aux.name) : NULL;
    if (row && !is_replaced(x->p, row)) {
        put(x, IR_load_library, dst, 0, NULL, i->span)->aux.library = row;
    } else if (g) {
        ir_instr *load = put(x, IR_load_global, dst, 0, NULL, i->span);
        load->aux.global = g;
        load->aux.second = LOAD_ATTRIBUTE;
    } else {
        if (!row && !may_be_there(x, i, module)) report_missing(x, i, module);
        put(x, IR_getattr, dst, 1, i->args, i->span)->aux.name = i->aux.name;
    }
}

/* The generic call of a module's attribute: load it, then an ordinary call. */
static void call_attribute(context *x, const ir_instr *i, type module)
{
    ir_ref callee = new_slot(x, TYPE(OBJECT));
    load_attribute(x, i, module, callee);
    ir_ref *args = arena_array(&x->c->memory, ir_ref, i->arg_count);
    memcpy(args, i->args, i->arg_count * sizeof *args);
    args[0] = callee;
    ir_instr *call = put(x, i->op == IR_call_method ? IR_call : IR_call_named, i->dst, i->arg_count,
                         args, i->span);
    call->aux.names = i->aux.names;
    call->aux.name_count = i->aux.name_count;
}

/* A call of what find_method found before the arguments. */
static void call_found(context *x, const ir_instr *i)
{
    ir_ref *args = arena_array(&x->c->memory, ir_ref, i->arg_count + 1);
    args[0] = i->aux.found;
    memcpy(args + 1, i->args, i->arg_count * sizeof *args);
    ir_op op = i->op == IR_call_method ? IR_call_found : IR_call_found_named;
    ir_instr *call = put(x, op, i->dst, i->arg_count + 1, args, i->span);
    call->aux.names = i->aux.names;
    call->aux.name_count = i->aux.name_count;
}

/* ---- one operation --------------------------------------------------------------------------- */

static bool resolve_virtual_call(context *x, const ir_instr *i)
{
    ir_function *found[CANDIDATES_MAX];
    uint32_t count = ir_virtual_call(x->p, x->f, i, found);
    if (!count) return false;
    ir_instr *call = put(x, IR_call_virtual, i->dst, i->arg_count, i->args, i->span);
    call->aux.name = i->aux.name;
    call->aux.candidates = arena_array(&x->c->memory, ir_function *, count + 1);
    memcpy(call->aux.candidates, found, count * sizeof *found);
    for (uint32_t n = 0; n < count; n++) found[n]->is_virtual = true;
    return true;
}

/* A call of a class that is an instance and then its __init__. What a library module makes while it
 * is imported stays one operation: it goes when nobody wants what it makes (prune_library.h). */
static bool resolve_construction(context *x, const ir_instr *i, const ir_class *class_)
{
    ir_function *init;
    ir_ref bound[64];
    bool imports = x->f->kind == FN_MODULE || x->f->kind == FN_CLASS_BODY;
    if (imports && x->f->module->is_library) return false;
    if (!class_is_made_plainly(x->p, class_, &init) || (!init && i->arg_count > 1)) return false;
    ir_instr call = *i;
    call.op = i->op == IR_call ? IR_call_method : IR_call_method_named;
    if (init && (init->kind != FN_PLAIN || init->analysis->result.kind != TYPE_NONE ||
                 !bind_direct(init, &call, true, bound)))
        return false;
    type made = {TYPE_INSTANCE, class_};
    ir_ref object = new_slot(x, made);
    put(x, IR_new_instance, object, 1, &i->args[0], i->span);
    if (init) {
        bound[0] = object;
        put(x, IR_call_direct, new_slot(x, TYPE(NONE)), init->params.count, bound, i->span)
            ->aux.function = init;
    }
    put(x, IR_copy, i->dst, 1, &object, i->span);
    return true;
}

/* Whether it is known what the method is, but not whether there is an object. */
static bool may_lack_object(const context *x, const ir_instr *i)
{
    type t = ir_type_of(x->p, x->f, i->args[0]);
    ir_function *found[CANDIDATES_MAX];
    return t.kind == TYPE_OPTIONAL && (ir_method_of(x->p, t, i->aux.name) ||
                                       class_candidates(x->p, t.subject, i->aux.name, found));
}

/* An attribute of None is missed where the method is looked up, before its arguments. */
static void check_object(context *x, const ir_instr *i)
{
    if (may_lack_object(x, i))
        put(x, IR_check_object, IR_NO_REF, 1, &i->args[0], i->span)->aux.name = i->aux.name;
}

static bool resolve_call(context *x, const ir_instr *i)
{
    bool method = i->op == IR_call_method || i->op == IR_call_method_named;
    if (method && i->aux.found == IR_NO_REF) check_object(x, i);
    if (resolve_virtual_call(x, i)) return true;
    type callee = ir_callee_type(x->p, x->f, i);
    bool is_method = callee.kind == TYPE_METHOD;
    if ((callee.kind == TYPE_FUNCTION || is_method) &&
        resolve_function_call(x, i, (ir_function *)callee.subject, is_method))
        return true;
    if (callee.kind == TYPE_LIBRARY && resolve_library_call(x, i, callee.subject)) return true;
    if (callee.kind == TYPE_CLASS && !method && resolve_construction(x, i, callee.subject))
        return true;
    type object = ir_type_of(x->p, x->f, i->args[0]);
    if (method && is_module(object))
        call_attribute(x, i, object);
    else if (method && i->aux.found != IR_NO_REF)
        call_found(x, i);
    else
        return false;
    return true;
}

/* A slot to which nothing ever arrives is unset: loops over ranges that count have no iterator. */
static bool is_never_set(const context *x, ir_ref ref)
{
    return ir_is_slot(ref) && ir_type_of(x->p, x->f, ref).kind == TYPE_NEVER;
}

static bool resolve_bound(context *x, const ir_instr *i)
{
    if (!is_never_set(x, i->args[1])) return false;
    put(x, IR_range_bound, i->dst, 2, (ir_ref[]){i->args[0], IR_NO_REF}, i->span);
    return true;
}

/* `t = is_set x; branch t` of an x that is never set. */
static bool resolve_branch(context *x, const ir_instr *i)
{
    if (!x->into.code.count) return false;
    const ir_instr *test = &vec_last(&x->into.code);
    if (test->op != IR_is_set || test->dst != i->args[0] || !is_never_set(x, test->args[0]))
        return false;
    x->into.code.count--;
    ir_instr *jump = put(x, IR_jump, IR_NO_REF, 0, NULL, i->span);
    jump->targets = &i->targets[1];
    jump->target_count = 1;
    return true;
}

/* `from time import sleep` where the program replaces time.sleep: what the module has by then. */
static bool resolve_load(context *x, const ir_instr *i)
{
    const library_row *row = i->aux.library;
    if (!is_replaced(x->p, row)) return false;
    ir_ref module = ir_slot_new(x->p, x->f, NULL, REPR_VALUE);
    vec_last(&x->f->slots).type = TYPE(OBJECT);
    put(x, IR_load_library_module, module, 0, NULL, i->span)->aux.library_module =
        library_module_find(row->module);
    put(x, IR_getattr, i->dst, 1, &module, i->span)->aux.name =
        intern_text(&x->c->names, row->name);
    return true;
}

static bool resolve_instr(context *x, const ir_instr *i)
{
    switch (i->op) {
    case IR_range_wide: return is_never_set(x, i->dst);
    case IR_range_bound: return resolve_bound(x, i);
    case IR_branch: return resolve_branch(x, i);
    case IR_find_method: check_object(x, i); return false;
    case IR_call:
    case IR_call_named:
    case IR_call_method:
    case IR_call_method_named: return resolve_call(x, i);
    case IR_getattr: {
        type t = ir_type_of(x->p, x->f, i->args[0]);
        if (!is_module(t)) return false;
        load_attribute(x, i, t, i->dst);
        return true;
    }
    case IR_load_library: return resolve_load(x, i);
    default: return false;
    }
}

static void count_uses(context *x)
{
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (ir_is_slot(i->dst)) x->writes[i->dst]++;
            for (uint32_t a = 0; a < i->arg_count; a++)
                if (ir_is_slot(i->args[a])) x->reads[i->args[a]]++;
        }
}

static void resolve_function(context *x)
{
    /* Temporaries that resolving adds are neither counted nor asked for. */
    x->reads = arena_array(&x->c->memory, uint32_t, x->f->slots.count);
    x->writes = arena_array(&x->c->memory, uint32_t, x->f->slots.count);
    count_uses(x);
    for (vec_each(ir_block *, b, &x->f->blocks)) {
        x->from = *b;
        x->into = **b;
        memset(&x->into.code, 0, sizeof x->into.code);
        for (x->at = 0; x->at < x->from->code.count; x->at++) {
            ir_instr *i = &x->from->code.items[x->at];
            if (resolve_instr(x, i)) continue;
            vec_push_in(&x->c->memory, &x->into.code, *i);
        }
        x->from->code.items = x->into.code.items;
        x->from->code.count = x->into.code.count;
        x->from->code.capacity = x->into.code.capacity;
    }
}

/* ---- what is no longer needed ---------------------------------------------------------------- */

/* Operations without an effect but their result. */
static bool can_drop(ir_op op)
{
    static const bool pure[IR_OP_COUNT] = {
        [IR_load_global] = true, [IR_load_library] = true, [IR_load_library_module] = true,
        [IR_load_module] = true, [IR_copy] = true,         [IR_function] = true,
        [IR_word] = true,        [IR_word_add] = true,     [IR_word_less] = true,
        [IR_word_before] = true, [IR_find_method] = true,  [IR_word_to_int] = true,
        [IR_is] = true,          [IR_not] = true,          [IR_from_bool] = true,
        [IR_is_set] = true,
    };
    return pure[op];
}

/* Removes loads whose result nobody reads. Only loads that cannot fail: what the resolved calls
 * used. So is what find_method finds: its call was resolved, since the method is known. */
static bool drop_dead_loads(context *x)
{
    bool changed = false;
    uint32_t *reads = arena_array(&x->c->memory, uint32_t, x->f->slots.count);
    for (vec_each(ir_block *, b, &x->f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            for (uint32_t a = 0; a < i->arg_count; a++)
                if (ir_is_slot(i->args[a])) reads[i->args[a]]++;
    for (vec_each(ir_block *, b, &x->f->blocks)) {
        uint32_t kept = 0;
        for (vec_each(ir_instr, i, &(*b)->code)) {
            bool dead = can_drop(i->op) && ir_is_slot(i->dst) && !x->f->slots.items[i->dst].name &&
                        reads[i->dst] == 0;
            bool fails = i->op == IR_load_global && !i->aux.global->always_set;
            if (dead && !fails)
                changed = true;
            else
                (*b)->code.items[kept++] = *i;
        }
        (*b)->code.count = kept;
    }
    return changed;
}

/* What its users were resolved to, so that the variable is needed by generic uses only. */
static bool is_known_everywhere(const ir_global *g)
{
    return g->constant_function || is_module(g->type);
}

/* Reads of a variable. Whoever has the module as an object can read all of its variables. */
static void count_loads(uint32_t *loads, const ir_instr *i)
{
    if (i->op == IR_load_global || i->op == IR_del_global) loads[i->aux.global->index]++;
    if (i->op != IR_load_module) return;
    for (vec_each(ir_global *, g, &i->aux.module->globals)) loads[(*g)->index]++;
}

/* Variables of constant functions and modules that nobody reads any more: the store goes. */
static bool drop_dead_stores(context *x, bool *dirty)
{
    uint32_t *loads = arena_array(&x->c->memory, uint32_t, x->p->globals.count);
    for (vec_each(ir_function *, f, &x->p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) count_loads(loads, i);
    bool changed = false;
    for (vec_each(ir_function *, f, &x->p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks)) {
            uint32_t kept = 0;
            for (vec_each(ir_instr, i, &(*b)->code)) {
                bool dead = i->op == IR_store_global && is_known_everywhere(i->aux.global) &&
                            loads[i->aux.global->index] == 0;
                if (dead)
                    changed = dirty[(*f)->index] = true;
                else
                    (*b)->code.items[kept++] = *i;
            }
            (*b)->code.count = kept;
        }
    return changed;
}

void resolve_program(compilation *c, ir_program *p)
{
    context x = {.c = c, .p = p};
    for (vec_each(ir_function *, f, &p->functions)) {
        x.f = *f;
        resolve_function(&x);
        ir_prune(p, *f);
    }
    bool *dirty = arena_array(&c->memory, bool, p->functions.count);
    memset(dirty, true, p->functions.count);
    do {
        for (vec_each(ir_function *, f, &p->functions)) {
            x.f = *f;
            while (dirty[(*f)->index]) dirty[(*f)->index] = drop_dead_loads(&x);
        }
    } while (drop_dead_stores(&x, dirty));
}
