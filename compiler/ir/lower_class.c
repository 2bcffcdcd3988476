/* Lowering of class statements.
 *
 * In: ClassDef nodes. Out, for `class C(B, k=v): body`:
 *
 *     bases = tuple B; keywords = dict "k", v
 *     namespace = class_begin "C", bases, keywords
 *     class_body @C namespace, cells...      the body is a function over the namespace
 *     class_end "C", bases, keywords, namespace, cell of __class__
 *
 * and an ir_class that knows its methods. */
#include "ir/lower_internal.h"

#include <string.h>

/* -- the body ----------------------------------------------------------------------------- */

static void put_constant(lowerer *l, const char *key, ir_ref value, src_span at)
{
    emit_named(l, IR_namespace_put, name_of(l, key), at, REFS(NAMESPACE, value));
}

static void put_implicit_names(lowerer *l, const struct ast_ClassDef *def, src_span at)
{
    put_constant(l, "__module__", const_name(l, l->module->ir->name), at);
    put_constant(l, "__qualname__", const_name(l, l->f->qualname), at);
    if (l->scope->has_annotations)
        put_constant(l, "__annotations__", emit_value(l, IR_dict, at, NO_REFS), at);
    uint32_t length;
    const char *doc = docstring_of(def->body, &length);
    if (doc) put_constant(l, "__doc__", const_text(l, doc, length), at);
}

static ir_function *lower_class_body(lowerer *outer, const ast_node *n, ir_class *c, scope *s)
{
    const struct ast_ClassDef *def = &n->as.ClassDef;
    ir_function *f =
        ir_function_new(outer->p, c->module, outer->f, FN_CLASS_BODY, c->name, c->qualname);
    f->node = n;
    f->span = n->span;
    f->line = source_line(c->module->source, n->span.start);
    f->params = (ir_params){.positional = 1, .posonly = 1, .count = 1};
    ir_ref space = ir_slot_new(outer->p, f, name_of(outer, ".namespace"), REPR_VALUE);
    f->slots.items[space].is_param = true;
    lowerer l = lowerer_begin(outer, outer->module, f, s);
    l.class_ = c;
    put_implicit_names(&l, def, n->span);
    lower_statements(&l, def->body);
    lowerer_end(&l, n->span);
    return f;
}

/* -- what the compiler knows of the class ------------------------------------------------- */

static bool is_method(const scope *s, const ast_node *n)
{
    if (n->kind != AST_FunctionDef && n->kind != AST_AsyncFunctionDef) return false;
    if (n->as.FunctionDef.decorator_list.count) return false;
    const symbol *bound = scope_find(s, n->as.FunctionDef.name);
    return bound && bound->place == PLACE_CLASS && bound->bind_count == 1;
}

/* The functions that lowering the body has made, in the order of the source. */
static void list_methods(lowerer *l, ir_class *c, const scope *s)
{
    ast_list body = c->node->as.ClassDef.body;
    uint32_t next = c->body->index + 1;
    for (uint32_t i = 0; i < body.count; i++) {
        if (!is_method(s, body.items[i])) continue;
        while (l->p->functions.items[next]->node != body.items[i]) next++;
        vec_push_in(memory_of(l), &c->methods, l->p->functions.items[next]);
    }
}

static ir_class *new_class(lowerer *l, const ast_node *n)
{
    ir_class *c = arena_new(memory_of(l), ir_class);
    *c = (ir_class){.name = n->as.ClassDef.name,
                    .qualname = qualname_of(l, n->as.ClassDef.name),
                    .module = l->module->ir,
                    .node = n,
                    .enclosing = l->f,
                    .index = l->p->classes.count};
    vec_push_in(memory_of(l), &l->p->classes, c);
    return c;
}

/* -- the statement ------------------------------------------------------------------------ */

static const symbol *class_cell_of(const scope *s)
{
    for (vec_each(symbol *, it, &s->frees))
        if ((*it)->owner == s) return *it;
    return NULL;
}

static void emit_body(lowerer *l, ir_class *c, const scope *s, ir_ref space, ir_ref class_cell,
                      src_span at)
{
    ir_ref *refs = arena_array(memory_of(l), ir_ref, 1 + s->frees.count);
    refs[0] = space;
    for (uint32_t i = 0; i < s->frees.count; i++)
        refs[1 + i] = s->frees.items[i]->owner == s ? class_cell : cell_of(l, s->frees.items[i]);
    emit(l, IR_class_body, at, 1 + s->frees.count, refs)->aux.function = c->body;
}

void lower_class(lowerer *l, const ast_node *n)
{
    const struct ast_ClassDef *def = &n->as.ClassDef;
    src_span at = n->span;
    scope *s = scope_of(l->module->scopes, n);
    ir_ref *decorators = lower_exprs(l, def->decorator_list, 0);
    ir_class *c = new_class(l, n);
    ir_ref own_name = const_name(l, def->name);
    ir_ref bases = lower_tuple_of(l, def->bases, at);
    ir_ref keywords = lower_call_keywords(l, def->keywords, own_name, at);
    ir_ref space = emit_value(l, IR_class_begin, at, REFS(own_name, bases, keywords));
    ir_ref cell = IR_NO_REF;
    if (class_cell_of(s)) {
        cell = emit_value(l, IR_new_cell, at, REFS(IR_NO_REF));
        l->f->slots.items[cell].is_cell = true;
    }
    c->body = lower_class_body(l, n, c, s);
    list_methods(l, c, s);
    emit_body(l, c, s, space, cell, at);
    ir_ref value = emit_value(l, IR_class_end, at, REFS(own_name, bases, keywords, space, cell));
    last_instr(l)->aux.class_ = c;
    value = apply_decorators(l, def->decorator_list, decorators, value);
    store_name(l, def->name, value, at, true);
}
