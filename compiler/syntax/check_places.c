/* What may stand where: return, yield, await, break, starred expressions, walruses and others.
 *
 * One walk over the tree, which carries along the scope it is in and what is around in that
 * scope. Each kind of node with a rule of its own has a function; the table at the end says which.
 */
#include <string.h>

#include "syntax/check.h"

typedef enum scope_kind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_ASYNC_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION
} scope_kind;

/* What a break or continue would leave first. */
typedef enum surrounding { IN_NOTHING, IN_LOOP, IN_EXCEPT_STAR } surrounding;

typedef struct scope {
    struct scope *outer;
    scope_kind kind;
    const ast_node *node;
    surrounding around;
    bool in_except_star;    /* anywhere around, for `return` */
    bool is_async;          /* a comprehension with await or async for in it */
    int iterables;          /* comprehension iterables around */
    bool yields;            /* has a yield */
    const ast_node *valued; /* an async function's first return with a value */
} scope;

typedef struct walk {
    compilation *c;
    const source *s;
    scope *scope;
} walk;

static bool visit(ast_node *node, void *context);

static void visit_opt(walk *w, ast_node *node)
{
    if (node) visit(node, w);
}

static void visit_list(walk *w, const ast_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) visit_opt(w, list->items[i]);
}

static void visit_children(walk *w, ast_node *node)
{
    ast_each_child(node, visit, w);
}

#define ERROR(node, ...) diag_error(&w->c->diags, w->s, (node)->span, __VA_ARGS__)

static bool in_function(const walk *w)
{
    return w->scope->kind != SCOPE_MODULE && w->scope->kind != SCOPE_CLASS;
}

static void check_not_debug(walk *w, const ast_node *at, name id, const char *verb)
{
    if (id && strcmp(id->text, "__debug__") == 0) ERROR(at, "cannot %s __debug__", verb);
}

/* -- scopes ------------------------------------------------------------------------------------ */

static void enter(walk *w, scope *inner, scope_kind kind, const ast_node *node)
{
    *inner = (scope){.outer = w->scope, .kind = kind, .node = node};
    inner->iterables = w->scope ? w->scope->iterables : 0;
    w->scope = inner;
}

static void leave(walk *w)
{
    w->scope = w->scope->outer;
}

static void check_parameter(walk *w, const ast_node *arg, const ast_node **seen, uint32_t *count)
{
    if (!arg) return;
    check_not_debug(w, arg, arg->as.arg.arg, "assign to");
    for (uint32_t i = 0; i < *count; i++) {
        if (seen[i]->as.arg.arg == arg->as.arg.arg) {
            ERROR(arg, "duplicate argument '%s' in function definition", arg->as.arg.arg->text);
            return;
        }
    }
    seen[(*count)++] = arg;
}

static void check_parameters(walk *w, const struct ast_arguments *a)
{
    const ast_list *lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
    uint32_t count = 0;
    uint32_t most = a->posonlyargs.count + a->args.count + a->kwonlyargs.count + 2;
    const ast_node **seen = arena_array(&w->c->memory, const ast_node *, most);
    for (size_t list = 0; list < sizeof lists / sizeof *lists; list++) {
        for (uint32_t i = 0; i < lists[list]->count; i++)
            check_parameter(w, lists[list]->items[i], seen, &count);
    }
    check_parameter(w, a->vararg, seen, &count);
    check_parameter(w, a->kwarg, seen, &count);
}

/* Defaults and annotations belong to the scope around. */
static void visit_arguments(walk *w, ast_node *node)
{
    check_parameters(w, &node->as.arguments);
    visit_children(w, node);
}

/* `*args: *Ts` is the one place for a star in an annotation. */
static void visit_arg(walk *w, ast_node *node)
{
    ast_node *annotation = node->as.arg.annotation;
    visit_opt(w, annotation && annotation->kind == AST_Starred ? annotation->as.Starred.value
                                                               : annotation);
}

/* Async functions have the fields of the others. */
static void visit_function(walk *w, ast_node *node)
{
    const struct ast_FunctionDef *f = &node->as.FunctionDef;
    scope inner;
    check_not_debug(w, node, f->name, "assign to");
    visit_list(w, &f->decorator_list);
    visit(f->args, w);
    visit_opt(w, f->returns);
    bool is_async = node->kind == AST_AsyncFunctionDef;
    enter(w, &inner, is_async ? SCOPE_ASYNC_FUNCTION : SCOPE_FUNCTION, node);
    visit_list(w, &f->body);
    if (is_async && inner.yields && inner.valued)
        ERROR(inner.valued, "'return' with value in async generator");
    leave(w);
}

static void visit_lambda(walk *w, ast_node *node)
{
    scope inner;
    visit(node->as.Lambda.args, w);
    enter(w, &inner, SCOPE_LAMBDA, node);
    visit(node->as.Lambda.body, w);
    leave(w);
}

static void visit_element(walk *w, ast_node *node);

static void visit_elements(walk *w, const ast_list *elements)
{
    for (uint32_t i = 0; i < elements->count; i++) visit_element(w, elements->items[i]);
}

static void visit_class(walk *w, ast_node *node)
{
    const struct ast_ClassDef *class = &node->as.ClassDef;
    scope inner;
    check_not_debug(w, node, class->name, "assign to");
    visit_list(w, &class->decorator_list);
    visit_elements(w, &class->bases);
    visit_list(w, &class->keywords);
    enter(w, &inner, SCOPE_CLASS, node);
    visit_list(w, &class->body);
    leave(w);
}

/* -- comprehensions ---------------------------------------------------------------------------- */

static const ast_list *generators_of(const ast_node *n)
{
    switch (n->kind) {
    case AST_ListComp: return &n->as.ListComp.generators;
    case AST_SetComp: return &n->as.SetComp.generators;
    case AST_DictComp: return &n->as.DictComp.generators;
    default: return &n->as.GeneratorExp.generators;
    }
}

static void visit_comprehension_element(walk *w, ast_node *node)
{
    if (node->kind == AST_DictComp) {
        visit(node->as.DictComp.key, w);
        visit(node->as.DictComp.value, w);
    } else { /* the others begin with the same field */
        visit(node->as.ListComp.elt, w);
    }
}

static void visit_iterable(walk *w, ast_node *iter)
{
    w->scope->iterables++;
    visit(iter, w);
    w->scope->iterables--;
}

static void check_single_star(walk *w, const ast_node *target)
{
    if (target->kind == AST_Starred)
        ERROR(target, "starred assignment target must be in a list or tuple");
}

/* An asynchronous list, set or dict needs an async function around it, and makes a comprehension
 * around it asynchronous; a generator expression waits until somebody asks it. */
static void check_async_comprehension(walk *w, const scope *inner)
{
    scope_kind outer = w->scope->kind;
    if (!inner->is_async || inner->node->kind == AST_GeneratorExp) return;
    if (outer == SCOPE_COMPREHENSION)
        w->scope->is_async = true;
    else if (outer != SCOPE_ASYNC_FUNCTION)
        ERROR(inner->node, "asynchronous comprehension outside of an asynchronous function");
}

static void visit_comprehension(walk *w, ast_node *node)
{
    const ast_list *generators = generators_of(node);
    scope inner;
    visit_iterable(w, generators->items[0]->as.comprehension.iter);
    enter(w, &inner, SCOPE_COMPREHENSION, node);
    for (uint32_t i = 0; i < generators->count; i++) {
        const struct ast_comprehension *g = &generators->items[i]->as.comprehension;
        inner.is_async |= g->is_async;
        check_single_star(w, g->target);
        visit_element(w, g->target);
        if (i > 0) visit_iterable(w, g->iter);
        visit_list(w, &g->ifs);
    }
    visit_comprehension_element(w, node);
    leave(w);
    check_async_comprehension(w, &inner);
}

static bool mentions(const ast_node *target, name id)
{
    const ast_list *elements = target->kind == AST_Tuple  ? &target->as.Tuple.elts
                               : target->kind == AST_List ? &target->as.List.elts
                                                          : NULL;
    if (target->kind == AST_Name) return target->as.Name.id == id;
    if (target->kind == AST_Starred) return mentions(target->as.Starred.value, id);
    for (uint32_t i = 0; elements && i < elements->count; i++) {
        if (mentions(elements->items[i], id)) return true;
    }
    return false;
}

static bool is_iteration_variable(const scope *s, name id)
{
    const ast_list *generators = generators_of(s->node);
    for (uint32_t i = 0; i < generators->count; i++) {
        if (mentions(generators->items[i]->as.comprehension.target, id)) return true;
    }
    return false;
}

/* A walrus in a comprehension binds its name in the scope around. */
static void check_walrus(walk *w, const ast_node *node)
{
    const ast_node *target = node->as.NamedExpr.target;
    const scope *s = w->scope;
    if (target->kind != AST_Name) return;
    if (s->iterables) {
        ERROR(node, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    for (; s->kind == SCOPE_COMPREHENSION; s = s->outer) {
        if (is_iteration_variable(s, target->as.Name.id)) {
            ERROR(target,
                  "assignment expression cannot rebind comprehension iteration variable "
                  "'%s'",
                  target->as.Name.id->text);
            return;
        }
    }
    if (s != w->scope && s->kind == SCOPE_CLASS)
        ERROR(target,
              "assignment expression within a comprehension cannot be used in a class body");
}

static void visit_walrus(walk *w, ast_node *node)
{
    check_walrus(w, node);
    visit_children(w, node);
}

/* -- leaving and suspending -------------------------------------------------------------------- */

static void visit_return(walk *w, ast_node *node)
{
    if (!in_function(w))
        ERROR(node, "'return' outside function");
    else if (w->scope->in_except_star)
        ERROR(node, "'break', 'continue' and 'return' cannot appear in an except* block");
    if (node->as.Return.value && !w->scope->valued) w->scope->valued = node;
    visit_children(w, node);
}

static void visit_break(walk *w, ast_node *node)
{
    if (w->scope->around == IN_EXCEPT_STAR)
        ERROR(node, "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (w->scope->around == IN_NOTHING)
        ERROR(node,
              node->kind == AST_Break ? "'break' outside loop" : "'continue' not properly in loop");
}

static const char *comprehension_name(const ast_node *n)
{
    return n->kind == AST_ListComp   ? "list comprehension"
           : n->kind == AST_SetComp  ? "set comprehension"
           : n->kind == AST_DictComp ? "dict comprehension"
                                     : "generator expression";
}

static void visit_yield(walk *w, ast_node *node)
{
    w->scope->yields = true;
    if (!in_function(w))
        ERROR(node, "'yield' outside function");
    else if (w->scope->kind == SCOPE_COMPREHENSION)
        ERROR(node, "'yield' inside %s", comprehension_name(w->scope->node));
    else if (node->kind == AST_YieldFrom && w->scope->kind == SCOPE_ASYNC_FUNCTION)
        ERROR(node, "'yield from' inside async function");
    visit_children(w, node);
}

static void visit_await(walk *w, ast_node *node)
{
    if (w->scope->kind == SCOPE_COMPREHENSION) {
        w->scope->is_async = true;
    } else if (!in_function(w)) {
        ERROR(node, "'await' outside function");
        diag_hint(&w->c->diags, "put it into an 'async def' and start that with asyncio.run()");
    } else if (w->scope->kind != SCOPE_ASYNC_FUNCTION) {
        ERROR(node, "'await' outside async function");
        if (w->scope->kind == SCOPE_FUNCTION)
            diag_hint(&w->c->diags, "make the function around it an 'async def'");
    }
    visit_children(w, node);
}

/* -- loops, with, try -------------------------------------------------------------------------- */

static void visit_loop_body(walk *w, const ast_list *body, const ast_list *orelse)
{
    surrounding before = w->scope->around;
    w->scope->around = IN_LOOP;
    visit_list(w, body);
    w->scope->around = before;
    visit_list(w, orelse);
}

static void visit_for(walk *w, ast_node *node)
{
    const struct ast_For *f = &node->as.For;
    if (node->kind == AST_AsyncFor && w->scope->kind != SCOPE_ASYNC_FUNCTION)
        ERROR(node, "'async for' outside async function");
    check_single_star(w, f->target);
    visit_element(w, f->target);
    visit(f->iter, w);
    visit_loop_body(w, &f->body, &f->orelse);
}

static void visit_while(walk *w, ast_node *node)
{
    visit(node->as.While.test, w);
    visit_loop_body(w, &node->as.While.body, &node->as.While.orelse);
}

static void visit_async_with(walk *w, ast_node *node)
{
    if (w->scope->kind != SCOPE_ASYNC_FUNCTION) ERROR(node, "'async with' outside async function");
    visit_children(w, node);
}

static void visit_withitem(walk *w, ast_node *node)
{
    visit(node->as.withitem.context_expr, w);
    if (node->as.withitem.optional_vars) {
        check_single_star(w, node->as.withitem.optional_vars);
        visit_element(w, node->as.withitem.optional_vars);
    }
}

static void visit_try(walk *w, ast_node *node)
{
    const ast_list *handlers = &node->as.Try.handlers;
    for (uint32_t i = 0; i + 1 < handlers->count; i++) {
        if (!handlers->items[i]->as.ExceptHandler.type)
            ERROR(handlers->items[i], "default 'except:' must be last");
    }
    visit_children(w, node);
}

static void visit_try_star(walk *w, ast_node *node)
{
    const struct ast_TryStar *t = &node->as.TryStar;
    surrounding around = w->scope->around;
    bool in_except_star = w->scope->in_except_star;
    visit_list(w, &t->body);
    w->scope->around = IN_EXCEPT_STAR;
    w->scope->in_except_star = true;
    visit_list(w, &t->handlers);
    w->scope->around = around;
    w->scope->in_except_star = in_except_star;
    visit_list(w, &t->orelse);
    visit_list(w, &t->finalbody);
}

static void visit_handler(walk *w, ast_node *node)
{
    check_not_debug(w, node, node->as.ExceptHandler.name, "assign to");
    visit_children(w, node);
}

static void visit_match(walk *w, ast_node *node)
{
    check_patterns(w->c, w->s, node);
    visit_children(w, node);
}

static void visit_import_from(walk *w, ast_node *node)
{
    const ast_list *names = &node->as.ImportFrom.names;
    bool star = names->items[0]->as.alias.name->text[0] == '*';
    if (star && w->scope->kind != SCOPE_MODULE)
        ERROR(names->items[0], "import * only allowed at module level");
    visit_children(w, node);
}

static void visit_alias(walk *w, ast_node *node)
{
    name bound = node->as.alias.asname ? node->as.alias.asname : node->as.alias.name;
    check_not_debug(w, node, bound, "assign to");
}

/* -- targets and stars ------------------------------------------------------------------------- */

static void visit_assign(walk *w, ast_node *node)
{
    for (uint32_t i = 0; i < node->as.Assign.targets.count; i++) {
        check_single_star(w, node->as.Assign.targets.items[i]);
        visit_element(w, node->as.Assign.targets.items[i]);
    }
    visit(node->as.Assign.value, w);
}

/* A starred expression is at home only in a list of others; visit() refuses it elsewhere. */
static void visit_element(walk *w, ast_node *node)
{
    visit(node->kind == AST_Starred ? node->as.Starred.value : node, w);
}

static void visit_sequence(walk *w, ast_node *node)
{
    bool list = node->kind == AST_List;
    const ast_list *elements = list ? &node->as.List.elts : &node->as.Tuple.elts;
    ast_context ctx = list ? node->as.List.ctx : node->as.Tuple.ctx;
    uint32_t stars = 0;
    for (uint32_t i = 0; i < elements->count; i++) stars += elements->items[i]->kind == AST_Starred;
    if (ctx == AST_STORE && stars > 1) ERROR(node, "multiple starred expressions in assignment");
    visit_elements(w, elements);
}

static void visit_set(walk *w, ast_node *node)
{
    visit_elements(w, &node->as.Set.elts);
}

static void visit_call(walk *w, ast_node *node)
{
    visit(node->as.Call.func, w);
    visit_elements(w, &node->as.Call.args);
    visit_list(w, &node->as.Call.keywords);
}

static void visit_starred(walk *w, ast_node *node)
{
    ERROR(node, "can't use starred expression here");
    visit_children(w, node);
}

static void check_target_name(walk *w, const ast_node *node, name id, ast_context ctx)
{
    if (ctx != AST_LOAD) check_not_debug(w, node, id, ctx == AST_DEL ? "delete" : "assign to");
}

static void visit_name(walk *w, ast_node *node)
{
    check_target_name(w, node, node->as.Name.id, node->as.Name.ctx);
}

static void visit_attribute(walk *w, ast_node *node)
{
    check_target_name(w, node, node->as.Attribute.attr, node->as.Attribute.ctx);
    visit_children(w, node);
}

static void visit_keyword(walk *w, ast_node *node)
{
    check_not_debug(w, node, node->as.keyword.arg, "assign to");
    visit_children(w, node);
}

/* -- the walk ---------------------------------------------------------------------------------- */

static void (*const VISITORS[AST_KIND_COUNT])(walk *, ast_node *) = {
    [AST_FunctionDef] = visit_function,
    [AST_AsyncFunctionDef] = visit_function,
    [AST_Lambda] = visit_lambda,
    [AST_ClassDef] = visit_class,
    [AST_arguments] = visit_arguments,
    [AST_arg] = visit_arg,
    [AST_ListComp] = visit_comprehension,
    [AST_SetComp] = visit_comprehension,
    [AST_DictComp] = visit_comprehension,
    [AST_GeneratorExp] = visit_comprehension,
    [AST_NamedExpr] = visit_walrus,
    [AST_Return] = visit_return,
    [AST_Break] = visit_break,
    [AST_Continue] = visit_break,
    [AST_Yield] = visit_yield,
    [AST_YieldFrom] = visit_yield,
    [AST_Await] = visit_await,
    [AST_For] = visit_for,
    [AST_AsyncFor] = visit_for,
    [AST_While] = visit_while,
    [AST_AsyncWith] = visit_async_with,
    [AST_withitem] = visit_withitem,
    [AST_Try] = visit_try,
    [AST_TryStar] = visit_try_star,
    [AST_ExceptHandler] = visit_handler,
    [AST_Match] = visit_match,
    [AST_ImportFrom] = visit_import_from,
    [AST_alias] = visit_alias,
    [AST_Assign] = visit_assign,
    [AST_List] = visit_sequence,
    [AST_Tuple] = visit_sequence,
    [AST_Set] = visit_set,
    [AST_Call] = visit_call,
    [AST_Starred] = visit_starred,
    [AST_Name] = visit_name,
    [AST_Attribute] = visit_attribute,
    [AST_keyword] = visit_keyword,
};

static bool visit(ast_node *node, void *context)
{
    walk *w = context;
    if (VISITORS[node->kind])
        VISITORS[node->kind](w, node);
    else
        visit_children(w, node);
    return true;
}

void check_places(compilation *c, const source *s, ast_node *module)
{
    walk w = {c, s, NULL};
    scope outermost;
    enter(&w, &outermost, SCOPE_MODULE, module);
    visit(module, &w);
}
