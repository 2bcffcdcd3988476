/* Lowering of comprehensions and generator expressions.
 *
 * In: ListComp, SetComp, DictComp, GeneratorExp. Out: the first three as loops in the function
 * around them, over variables of their own:
 *
 *     [f(x) for x in e if c]      it = iter e; r = list
 *                                 head: x.1 = next it -> item, end
 *                                 item: branch c -> if, head
 *                                 if:   list_push r, f(x.1); jump head
 *
 * A generator expression is a generator function called with the first iterator. */
#include "ir/lower_internal.h"

typedef struct comprehension {
    ast_list generators;
    const ast_node *element; /* a dict's key */
    const ast_node *value;   /* a dict's value, else NULL */
    ir_ref container;        /* IR_NO_REF: a generator, which yields */
    ir_op push;
    src_span span; /* of the whole */
} comprehension;

static void add_element(lowerer *l, const comprehension *c)
{
    src_span at = c->element->span;
    ir_ref element = lower_expr(l, c->element);
    if (c->container == IR_NO_REF)
        emit_value(l, IR_yield, at, REFS(element));
    else if (c->value)
        emit(l, c->push, c->span, REFS(c->container, element, lower_expr(l, c->value)));
    else
        emit(l, c->push, c->span, REFS(c->container, element));
}

static void lower_clause(lowerer *l, const comprehension *c, uint32_t index, const iteration *it)
{
    const struct ast_comprehension *g = &c->generators.items[index]->as.comprehension;
    src_span at = c->generators.items[index]->span;
    ir_block *end = new_block(l, "clause_end");
    next_target(l, it, g->target, end);
    for (uint32_t i = 0; i < g->ifs.count; i++) {
        ir_block *holds = new_block(l, "if");
        lower_condition(l, g->ifs.items[i], holds, it->head);
        place_block(l, holds);
    }
    if (index + 1 < c->generators.count) {
        const struct ast_comprehension *next = &c->generators.items[index + 1]->as.comprehension;
        iteration inner = begin_iteration(l, next->target, next->iter, next->is_async, c->span);
        lower_clause(l, c, index + 1, &inner);
    } else {
        add_element(l, c);
    }
    jump_to(l, it->head, at);
    place_block(l, end);
}

/* Notes that what is lowered from now on belongs to the comprehension; returns its number. */
static uint32_t begin_inlined(lowerer *l, const ast_node *n)
{
    name own_name = name_of(l, n->kind == AST_ListComp  ? "<listcomp>"
                               : n->kind == AST_SetComp ? "<setcomp>"
                                                        : "<dictcomp>");
    vec_push_in(memory_of(l), &l->f->inlined,
                ((ir_inlined){own_name, qualname_of(l, own_name), n->span, l->within}));
    return l->f->inlined.count;
}

/* The first iterable is evaluated in the scope around. */
static void lower_inlined(lowerer *l, const ast_node *n, const comprehension *c)
{
    const struct ast_comprehension *first = &c->generators.items[0]->as.comprehension;
    scope *outer = l->scope;
    scope *own = scope_of(l->module->scopes, n);
    iteration it = begin_iteration(l, first->target, first->iter, first->is_async, n->span);
    uint32_t within = l->within;
    l->within = begin_inlined(l, n);
    l->scope = own;
    lower_clause(l, c, 0, &it);
    l->scope = outer;
    l->within = within;
}

/* What a comprehension fills, by its kind. */
static comprehension comprehension_of(const ast_node *n, ir_op *make)
{
    switch (n->kind) {
    case AST_SetComp:
        *make = IR_set;
        return (comprehension){
            n->as.SetComp.generators, n->as.SetComp.elt, NULL, IR_NO_REF, IR_set_push, n->span};
    case AST_DictComp:
        *make = IR_dict;
        return (comprehension){n->as.DictComp.generators,
                               n->as.DictComp.key,
                               n->as.DictComp.value,
                               IR_NO_REF,
                               IR_dict_put,
                               n->span};
    default:
        *make = IR_list;
        return (comprehension){
            n->as.ListComp.generators, n->as.ListComp.elt, NULL, IR_NO_REF, IR_list_push, n->span};
    }
}

ir_ref lower_comprehension(lowerer *l, const ast_node *n)
{
    ir_op make;
    comprehension c = comprehension_of(n, &make);
    declare_variables(l, scope_of(l->module->scopes, n), n->span);
    c.container = emit_value(l, make, n->span, NO_REFS);
    lower_inlined(l, n, &c);
    return c.container;
}

/* -- generator expressions ---------------------------------------------------------------- */

static ir_function *lower_generator_function(lowerer *outer, const ast_node *n, scope *s)
{
    const struct ast_GeneratorExp *exp = &n->as.GeneratorExp;
    const struct ast_comprehension *first = &exp->generators.items[0]->as.comprehension;
    name own_name = name_of(outer, "<genexpr>");
    ir_function_kind kind = s->has_await ? FN_ASYNC_GENERATOR : FN_GENERATOR;
    ir_function *f = ir_function_new(outer->p, outer->module->ir, outer->f, kind, own_name,
                                     qualname_of(outer, own_name));
    f->node = n;
    f->span = n->span;
    f->line = source_line(outer->module->ir->source, n->span.start);
    f->params = (ir_params){.positional = 1, .posonly = 1, .count = 1};
    ir_ref iterator = ir_slot_new(outer->p, f, name_of(outer, ".0"), REPR_VALUE);
    f->slots.items[iterator].is_param = true;

    lowerer l = lowerer_begin(outer, outer->module, f, s);
    comprehension c = {exp->generators, exp->elt, NULL, IR_NO_REF, IR_yield, n->span};
    iteration it = iteration_over(&l, iterator, first->is_async, n->span);
    lower_clause(&l, &c, 0, &it);
    lowerer_end(&l, n->span);
    return f;
}

ir_ref lower_generator(lowerer *l, const ast_node *n)
{
    const struct ast_comprehension *first =
        &n->as.GeneratorExp.generators.items[0]->as.comprehension;
    scope *s = scope_of(l->module->scopes, n);
    ir_ref iterator = lower_iterator(l, first->iter, first->is_async, n->span);
    ir_function *f = lower_generator_function(l, n, s);
    ir_ref function = make_function(l, f, s, IR_NO_REF, IR_NO_REF, n->span);
    return emit_call(l, n->span, REFS(function, iterator));
}
