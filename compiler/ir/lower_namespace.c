/* Lowering of globals(), locals(), and of vars() and dir() without an argument.
 *
 * In: a call of one of these names. Out: of a function a new dict of the variables that are set; of
 * a class body its namespace; of a module the dict that stands for its variables. */
#include "ir/lower_internal.h"

#include <string.h>

static bool is_own_name(lowerer *l, const ast_node *n, const char *own_name)
{
    if (n->kind != AST_Name || strcmp(n->as.Name.id->text, own_name)) return false;
    const symbol *s = symbol_of(l, n->as.Name.id);
    const symbol *global = scope_find(l->module->scopes->module, n->as.Name.id);
    return s->place == PLACE_GLOBAL && !(global && global->bound);
}

/* -- variables of a module ----------------------------------------------------------------- */

static ir_ref module_variables(lowerer *l, src_span at)
{
    static const char *const always[] = {"__name__", "__doc__", "__package__", "__file__"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        global_of(l, l->module, name_of(l, always[i]));
    ir_ref function = emit_library(l, "_module", "variables", at);
    ir_ref module = emit_value(l, IR_load_module, at, NO_REFS);
    last_instr(l)->aux.module = l->module->ir;
    return emit_call(l, at, REFS(function, module));
}

/* -- variables of a function --------------------------------------------------------------- */

/* dict[name] = value, where the value is set. */
static void put_variable(lowerer *l, ir_ref dict, const symbol *v, src_span at)
{
    ir_ref value = v->slot;
    if (v->captured) value = emit_value(l, IR_cell_get, at, REFS(cell_of(l, v)));
    ir_block *yes = new_block(l, "is_set"), *after = new_block(l, "next_variable");
    branch_on(l, emit_value(l, IR_is_set, at, REFS(value)), yes, after, at);
    place_block(l, yes);
    emit(l, IR_setitem, at, REFS(dict, const_name(l, v->name), value));
    jump_to(l, after, at);
    place_block(l, after);
}

/* In CPython's order: parameters, plain variables, those shared with inner functions, those of
 * outer ones. */
static ir_ref function_variables(lowerer *l, src_span at)
{
    const scope *host = l->scope->host;
    ir_ref dict = emit_value(l, IR_dict, at, NO_REFS);
    for (int turn = 0; turn < 3; turn++)
        for (vec_each(symbol *, it, &host->symbols)) {
            const symbol *v = *it;
            int own_turn = v->is_parameter ? 0 : v->captured ? 2 : 1;
            if (v->place == PLACE_LOCAL && v->definition == v && v->bound && own_turn == turn)
                put_variable(l, dict, v, at);
        }
    for (vec_each(symbol *, it, &host->frees)) put_variable(l, dict, *it, at);
    return dict;
}

static ir_ref local_variables(lowerer *l, src_span at)
{
    switch (l->scope->kind) {
    case SCOPE_MODULE: return module_variables(l, at);
    case SCOPE_CLASS: return emit_value(l, IR_copy, at, REFS(NAMESPACE));
    case SCOPE_FUNCTION: return function_variables(l, at);
    default:
        report_unsupported(l, at, "asking for the variables of a comprehension is");
        return const_none(l);
    }
}

ir_ref lower_namespace_call(lowerer *l, const ast_node *n)
{
    const struct ast_Call *call = &n->as.Call;
    if (call->args.count || call->keywords.count) return IR_NO_REF;
    if (is_own_name(l, call->func, "globals")) return module_variables(l, n->span);
    if (is_own_name(l, call->func, "locals") || is_own_name(l, call->func, "vars"))
        return local_variables(l, n->span);
    if (is_own_name(l, call->func, "dir"))
        return emit_call(
            l, n->span,
            REFS(emit_library(l, "builtins", "sorted", n->span), local_variables(l, n->span)));
    return IR_NO_REF;
}
