/* Lowering of functions: def, async def, lambda.
 *
 * In: their nodes and scopes. Out: an ir_function each, and at the place of the definition the
 * operations that make the function object: defaults, cells, annotations, decorators. */
#include "ir/lower_internal.h"

#include <string.h>

/* -- the state of a function -------------------------------------------------------------- */

/* Cells from outside first, then the function's own variables. */
lowerer lowerer_begin(lowerer *outer, module_state *m, ir_function *f, scope *s)
{
    lowerer l = {.program = outer->program,
                 .p = outer->p,
                 .module = m,
                 .outer = outer,
                 .f = f,
                 .scope = s,
                 .class_ = outer->class_};
    place_block(&l, new_block(&l, "entry"));
    l.cells = arena_array(memory_of(&l), ir_ref, s->frees.count);
    f->cell_count = s->frees.count;
    for (uint32_t i = 0; i < s->frees.count; i++) {
        l.cells[i] = ir_slot_new(l.p, f, s->frees.items[i]->name, REPR_VALUE);
        f->slots.items[l.cells[i]].is_cell = true;
        emit_to(&l, l.cells[i], IR_closure_cell, f->span, NO_REFS)->aux.number = i;
    }
    declare_variables(&l, s, f->span);
    return l;
}

void lowerer_end(lowerer *l, src_span at)
{
    if (is_reachable(l)) emit(l, IR_return, at, REFS(const_none(l)));
    for (vec_each(ir_block *, b, &l->f->blocks))
        if (!ir_block_ended(*b)) ir_emit(l->p, *b, IR_unreachable, IR_NO_REF, NO_REFS, at);
    ir_prune(l->p, l->f);
    ir_drop_needless_checks(l->p, l->f);
    ir_prune(l->p, l->f);
}

name qualname_of(lowerer *l, name own_name)
{
    const symbol *s = scope_find(l->scope, own_name);
    if ((l->f->kind == FN_MODULE && !l->within) || (s && s->is_global)) return own_name;
    bool plain = l->f->kind == FN_CLASS_BODY || l->within; /* as CPython: comprehensions too */
    name around = l->within ? l->f->inlined.items[l->within - 1].qualname : l->f->qualname;
    return name_of(l, arena_printf(memory_of(l), "%s%s%s", around->text, plain ? "." : ".<locals>.",
                                   own_name->text));
}

const char *docstring_of(ast_list body, uint32_t *length)
{
    if (!body.count || body.items[0]->kind != AST_Expr) return NULL;
    const ast_node *value = body.items[0]->as.Expr.value;
    if (value->kind != AST_Constant || value->as.Constant.value.tag != AST_CONST_STR) return NULL;
    *length = value->as.Constant.value.length;
    return value->as.Constant.value.text;
}

/* -- parameters --------------------------------------------------------------------------- */

static void add_parameter(ir_program *p, ir_function *f, symbol *s)
{
    s->slot = ir_slot_new(p, f, s->name, REPR_VALUE);
    f->slots.items[s->slot].is_param = true;
}

/* The value of a default that needs no evaluation. */
static ir_ref constant_default(lowerer *l, const ast_node *n)
{
    if (n->kind == AST_Constant) return ir_constant_of(l->p, n->as.Constant.value);
    return is_negative_number(n) ? lower_expr(l, n) : IR_NO_REF;
}

static void note_default(lowerer *outer, ir_params *params, uint32_t index, const ast_node *value)
{
    params->has_default[index] = true;
    ir_ref constant = constant_default(outer, value);
    if (ir_is_constant(constant)) params->defaults[index] = constant;
}

/* The scope's first symbols are the parameters, in the order of ir_params. */
static void declare_parameters(lowerer *outer, ir_function *f, const scope *s,
                               const struct ast_arguments *args)
{
    ir_params *params = &f->params;
    *params = (ir_params){
        .posonly = args->posonlyargs.count,
        .positional = args->posonlyargs.count + args->args.count,
        .kwonly = args->kwonlyargs.count,
        .star = args->vararg != NULL,
        .star_star = args->kwarg != NULL,
    };
    params->count = params->positional + params->kwonly + params->star + params->star_star;
    params->defaults = arena_array(memory_of(outer), ir_ref, params->count);
    params->has_default = arena_array(memory_of(outer), bool, params->count);
    for (uint32_t i = 0; i < params->count; i++) {
        add_parameter(outer->p, f, s->symbols.items[i]);
        params->defaults[i] = IR_NO_REF;
    }
    uint32_t first = params->positional - args->defaults.count;
    for (uint32_t i = 0; i < args->defaults.count; i++)
        note_default(outer, params, first + i, args->defaults.items[i]);
    for (uint32_t i = 0; i < args->kw_defaults.count; i++)
        if (args->kw_defaults.items[i])
            note_default(outer, params, params->positional + i, args->kw_defaults.items[i]);
}

/* -- bodies ------------------------------------------------------------------------------- */

static ir_function_kind kind_of(const ast_node *n, const scope *s)
{
    if (n->kind == AST_AsyncFunctionDef) return s->has_yield ? FN_ASYNC_GENERATOR : FN_COROUTINE;
    return s->has_yield ? FN_GENERATOR : FN_PLAIN;
}

static uint32_t first_line(const source *text, const ast_node *n, ast_list decorators)
{
    return source_line(text, decorators.count ? decorators.items[0]->span.start : n->span.start);
}

static ir_function *begin_function(lowerer *outer, const ast_node *n, name own_name,
                                   ast_list decorators, const struct ast_arguments *args,
                                   const scope *s)
{
    const scope *around = outer->scope;
    ir_function *f = ir_function_new(outer->p, outer->module->ir, outer->f, kind_of(n, s), own_name,
                                     qualname_of(outer, own_name));
    f->node = n;
    f->span = n->span;
    f->line = first_line(outer->module->ir->source, n, decorators);
    f->class_ = around->kind == SCOPE_CLASS ? outer->class_ : NULL;
    declare_parameters(outer, f, s, args);
    return f;
}

static ir_function *lower_def_body(lowerer *outer, const ast_node *n,
                                   const struct ast_FunctionDef *def, scope *s)
{
    ir_function *f =
        begin_function(outer, n, def->name, def->decorator_list, &def->args->as.arguments, s);
    uint32_t length;
    f->doc = docstring_of(def->body, &length);
    lowerer l = lowerer_begin(outer, outer->module, f, s);
    lower_statements(&l, def->body);
    lowerer_end(&l, def->body.items[def->body.count - 1]->span);
    return f;
}

static ir_function *lower_lambda_body(lowerer *outer, const ast_node *n, scope *s)
{
    const struct ast_Lambda *lambda = &n->as.Lambda;
    ir_function *f = begin_function(outer, n, name_of(outer, "<lambda>"), (ast_list){0},
                                    &lambda->args->as.arguments, s);
    f->class_ = NULL;
    lowerer l = lowerer_begin(outer, outer->module, f, s);
    emit(&l, IR_return, lambda->body->span, REFS(lower_expr(&l, lambda->body)));
    lowerer_end(&l, n->span);
    return f;
}

/* -- function objects --------------------------------------------------------------------- */

static ir_ref lower_defaults(lowerer *l, const struct ast_arguments *args, src_span at)
{
    return args->defaults.count ? lower_tuple_of(l, args->defaults, at) : IR_NO_REF;
}

static ir_ref lower_keyword_defaults(lowerer *l, const struct ast_arguments *args, src_span at)
{
    ir_ref *pairs = arena_array(memory_of(l), ir_ref, 2 * args->kw_defaults.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < args->kw_defaults.count; i++) {
        if (!args->kw_defaults.items[i]) continue;
        name n = scope_mangle(l->program->c, l->scope, args->kwonlyargs.items[i]->as.arg.arg);
        pairs[count++] = const_name(l, n);
        pairs[count++] = lower_expr(l, args->kw_defaults.items[i]);
    }
    return count ? emit_value(l, IR_dict, at, count, pairs) : IR_NO_REF;
}

ir_ref make_function(lowerer *l, ir_function *f, const scope *s, ir_ref defaults, ir_ref kwdefaults,
                     src_span at)
{
    ir_ref *refs = arena_array(memory_of(l), ir_ref, 2 + s->frees.count);
    refs[0] = defaults;
    refs[1] = kwdefaults;
    for (uint32_t i = 0; i < s->frees.count; i++) refs[2 + i] = cell_of(l, s->frees.items[i]);
    ir_ref function = emit_value(l, IR_function, at, 2 + s->frees.count, refs);
    last_instr(l)->aux.function = f;
    return function;
}

static void add_annotation(lowerer *l, ir_ref annotations, name n, const ast_node *annotation)
{
    if (!annotation) return;
    ir_ref key = const_name(l, scope_mangle(l->program->c, l->scope, n));
    emit(l, IR_dict_put, annotation->span, REFS(annotations, key, lower_annotation(l, annotation)));
}

static void add_annotations(lowerer *l, ir_ref annotations, ast_list parameters)
{
    for (uint32_t i = 0; i < parameters.count; i++) {
        const struct ast_arg *arg = &parameters.items[i]->as.arg;
        add_annotation(l, annotations, arg->arg, arg->annotation);
    }
}

/* CPython's order: positional, *args, keyword-only, **kwargs, return. */
static void annotate(lowerer *l, const ast_node *n, const struct ast_FunctionDef *def, ir_ref f)
{
    const struct ast_arguments *args = &def->args->as.arguments;
    ir_ref annotations = emit_value(l, IR_dict, n->span, NO_REFS);
    add_annotations(l, annotations, args->posonlyargs);
    add_annotations(l, annotations, args->args);
    if (args->vararg)
        add_annotation(l, annotations, args->vararg->as.arg.arg, args->vararg->as.arg.annotation);
    add_annotations(l, annotations, args->kwonlyargs);
    if (args->kwarg)
        add_annotation(l, annotations, args->kwarg->as.arg.arg, args->kwarg->as.arg.annotation);
    add_annotation(l, annotations, name_of(l, "return"), def->returns);
    emit(l, IR_annotate, n->span, REFS(f, annotations));
}

ir_ref apply_decorators(lowerer *l, ast_list decorators, const ir_ref *values, ir_ref value)
{
    for (uint32_t i = decorators.count; i-- > 0;)
        value = emit_call(l, decorators.items[i]->span, REFS(values[i], value));
    return value;
}

/* -- definitions -------------------------------------------------------------------------- */

void lower_function(lowerer *l, const ast_node *n)
{
    /* FunctionDef and AsyncFunctionDef have the same fields in the same order: see ast.def. */
    const struct ast_FunctionDef *def = &n->as.FunctionDef;
    const struct ast_arguments *args = &def->args->as.arguments;
    scope *s = scope_of(l->module->scopes, n);
    ir_ref *decorators = lower_exprs(l, def->decorator_list, 0);
    ir_ref defaults = lower_defaults(l, args, n->span);
    ir_ref kwdefaults = lower_keyword_defaults(l, args, n->span);
    ir_function *f = lower_def_body(l, n, def, s);
    ir_ref function = make_function(l, f, s, defaults, kwdefaults, n->span);
    if (l->module->wants_annotations) annotate(l, n, def, function);
    ir_ref value = apply_decorators(l, def->decorator_list, decorators, function);
    store_name(l, def->name, value, n->span, true);
}

ir_ref lower_lambda(lowerer *l, const ast_node *n)
{
    const struct ast_arguments *args = &n->as.Lambda.args->as.arguments;
    scope *s = scope_of(l->module->scopes, n);
    ir_ref defaults = lower_defaults(l, args, n->span);
    ir_ref kwdefaults = lower_keyword_defaults(l, args, n->span);
    ir_function *f = lower_lambda_body(l, n, s);
    return make_function(l, f, s, defaults, kwdefaults, n->span);
}
