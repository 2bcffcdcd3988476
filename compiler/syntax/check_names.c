/* global and nonlocal: each against the uses of its name before it, and against the scopes
 * around for a binding.
 *
 * Few scopes have such a statement. Those that do are walked in the order in which CPython's
 * symbol table sees their names, with an eye on the declared names only.
 */
#include <string.h>

#include "base/vec.h"
#include "syntax/check.h"

enum {
    USED = 1,
    ASSIGNED = 2,
    ANNOTATED = 4,
    PARAMETER = 8,
    IMPORTED = 16,
    GLOBAL = 32,
    NONLOCAL = 64,
    BOUND = ASSIGNED | ANNOTATED | PARAMETER | IMPORTED
};

/* A name that is declared global or nonlocal somewhere in the scope. */
typedef struct declared {
    name id;
    const ast_node *first; /* its first declaration */
    int flags;             /* what has been seen of it so far */
} declared;

typedef struct scope {
    struct scope *outer;
    const ast_node *node; /* Module, ClassDef, function, Lambda or comprehension */
    VEC(declared) declared;
    VEC(ast_node *) inner; /* nodes of the scopes directly in it */
} scope;

/* One pass over the nodes of a scope. */
typedef struct pass {
    compilation *c;
    const source *s;
    scope *scope;
    name wanted; /* looking for a binding of this name only */
    bool found;
    bool collecting; /* looking for declarations only */
} pass;

static bool visit(ast_node *node, void *context);

#define ERROR(node, ...) diag_error(&p->c->diags, p->s, (node)->span, __VA_ARGS__)

static void visit_opt(pass *p, ast_node *node)
{
    if (node) visit(node, p);
}

static void visit_list(pass *p, const ast_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) visit_opt(p, list->items[i]);
}

/* -- what is seen of names --------------------------------------------------------------------- */

static declared *find(scope *s, name id)
{
    for (vec_each(declared, d, &s->declared)) {
        if (d->id == id) return d;
    }
    return NULL;
}

static void see(pass *p, name id, int flags)
{
    if (!id || p->collecting) return;
    if (p->wanted) {
        p->found |= id == p->wanted && (flags & BOUND);
        return;
    }
    declared *d = find(p->scope, id);
    if (d) d->flags |= flags;
}

static void see_parameters(pass *p, const struct ast_arguments *a)
{
    const ast_list *lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
    for (size_t list = 0; list < sizeof lists / sizeof *lists; list++) {
        for (uint32_t i = 0; i < lists[list]->count; i++)
            see(p, lists[list]->items[i]->as.arg.arg, PARAMETER);
    }
    if (a->vararg) see(p, a->vararg->as.arg.arg, PARAMETER);
    if (a->kwarg) see(p, a->kwarg->as.arg.arg, PARAMETER);
}

/* -- declarations ------------------------------------------------------------------------------ */

static void declare(pass *p, const ast_node *statement, const ast_names *names, int flag)
{
    for (uint32_t i = 0; i < names->count; i++) {
        declared *d = find(p->scope, names->items[i]);
        if (!d) {
            declared new_one = {names->items[i], statement, 0};
            vec_push_in(&p->c->memory, &p->scope->declared, new_one);
            d = &vec_last(&p->scope->declared);
        }
        d->flags |= flag;
    }
}

/* What has been seen of the name before its declaration. */
static void check_declaration(pass *p, const ast_node *statement, declared *d, const char *what)
{
    const char *id = d->id->text;
    if (d->flags & PARAMETER)
        ERROR(statement, "name '%s' is parameter and %s", id, what);
    else if (d->flags & USED)
        ERROR(statement, "name '%s' is used prior to %s declaration", id, what);
    else if (d->flags & ANNOTATED)
        ERROR(statement, "annotated name '%s' can't be %s", id, what);
    else if (d->flags & ASSIGNED)
        ERROR(statement, "name '%s' is assigned to before %s declaration", id, what);
}

static void visit_declaration(pass *p, const ast_node *n)
{
    bool global = n->kind == AST_Global;
    const ast_names *names = global ? &n->as.Global.names : &n->as.Nonlocal.names;
    if (p->collecting) {
        declare(p, n, names, global ? GLOBAL : NONLOCAL);
        return;
    }
    for (uint32_t i = 0; i < names->count && !p->wanted; i++)
        check_declaration(p, n, find(p->scope, names->items[i]), global ? "global" : "nonlocal");
}

/* -- nodes that bind names or hold scopes ------------------------------------------------------ */

static void visit_annotated(pass *p, ast_node *n)
{
    const struct ast_AnnAssign *a = &n->as.AnnAssign;
    bool module = p->scope->node->kind == AST_Module;
    if (a->target->kind == AST_Name && a->simple) {
        name id = a->target->as.Name.id;
        declared *d = p->collecting || p->wanted || module ? NULL : find(p->scope, id);
        if (d && d->flags & (GLOBAL | NONLOCAL) && !(d->flags & BOUND) &&
            d->first->span.start < n->span.start)
            ERROR(n, "annotated name '%s' can't be %s", id->text,
                  d->flags & GLOBAL ? "global" : "nonlocal");
        see(p, id, ANNOTATED | (a->value ? ASSIGNED : 0));
    } else {
        visit(a->target, p);
    }
    visit(a->annotation, p);
    visit_opt(p, a->value);
}

static void add_inner(pass *p, ast_node *node)
{
    if (p->collecting) vec_push_in(&p->c->memory, &p->scope->inner, node);
}

static void visit_function(pass *p, ast_node *n)
{
    const struct ast_FunctionDef *f = &n->as.FunctionDef;
    see(p, f->name, ASSIGNED);
    visit_list(p, &f->decorator_list);
    visit(f->args, p);
    visit_opt(p, f->returns);
    add_inner(p, n);
}

static void visit_class(pass *p, ast_node *n)
{
    const struct ast_ClassDef *class = &n->as.ClassDef;
    see(p, class->name, ASSIGNED);
    visit_list(p, &class->decorator_list);
    visit_list(p, &class->bases);
    visit_list(p, &class->keywords);
    add_inner(p, n);
}

static ast_list *generators_of(ast_node *n)
{
    switch (n->kind) {
    case AST_ListComp: return &n->as.ListComp.generators;
    case AST_SetComp: return &n->as.SetComp.generators;
    case AST_DictComp: return &n->as.DictComp.generators;
    default: return &n->as.GeneratorExp.generators;
    }
}

/* Of a comprehension, the first iterable and the targets of walruses belong to the scope around. */
static bool visit_walruses(ast_node *node, void *context)
{
    if (node->kind == AST_Lambda) return true;
    if (node->kind == AST_NamedExpr && node->as.NamedExpr.target->kind == AST_Name)
        see(context, node->as.NamedExpr.target->as.Name.id, ASSIGNED);
    return ast_each_child(node, visit_walruses, context);
}

static void visit_comprehension(pass *p, ast_node *n)
{
    visit(generators_of(n)->items[0]->as.comprehension.iter, p);
    ast_each_child(n, visit_walruses, p);
    add_inner(p, n);
}

static void visit_name(pass *p, const ast_node *n)
{
    see(p, n->as.Name.id, n->as.Name.ctx == AST_LOAD ? USED : ASSIGNED);
}

/* `import a.b` binds a. */
static void visit_alias(pass *p, const ast_node *n)
{
    name id = n->as.alias.asname;
    if (!id) {
        const char *text = n->as.alias.name->text;
        id = intern(&p->c->names, text, strcspn(text, "."));
    }
    see(p, id, IMPORTED);
}

static bool visit(ast_node *node, void *context)
{
    pass *p = context;
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: visit_function(p, node); return true;
    case AST_ClassDef: visit_class(p, node); return true;
    case AST_Lambda:
        visit(node->as.Lambda.args, p);
        add_inner(p, node);
        return true;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: visit_comprehension(p, node); return true;
    case AST_Global:
    case AST_Nonlocal: visit_declaration(p, node); return true;
    case AST_AnnAssign: visit_annotated(p, node); return true;
    case AST_Name: visit_name(p, node); return true;
    case AST_alias: visit_alias(p, node); return true;
    case AST_ExceptHandler:
        visit_opt(p, node->as.ExceptHandler.type);
        see(p, node->as.ExceptHandler.name, ASSIGNED);
        visit_list(p, &node->as.ExceptHandler.body);
        return true;
    case AST_MatchAs: see(p, node->as.MatchAs.name, ASSIGNED); break;
    case AST_MatchStar: see(p, node->as.MatchStar.name, ASSIGNED); break;
    case AST_MatchMapping: see(p, node->as.MatchMapping.rest, ASSIGNED); break;
    default: break;
    }
    return ast_each_child(node, visit, p);
}

/* -- scopes ------------------------------------------------------------------------------------ */

static bool is_function(const ast_node *n)
{
    return n->kind == AST_FunctionDef || n->kind == AST_AsyncFunctionDef || n->kind == AST_Lambda;
}

/* The nodes that are in the scope itself. */
static void visit_scope(pass *p)
{
    ast_node *n = (ast_node *)p->scope->node;
    switch (n->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
        see_parameters(p, &n->as.FunctionDef.args->as.arguments);
        visit_list(p, &n->as.FunctionDef.body);
        break;
    case AST_Lambda:
        see_parameters(p, &n->as.Lambda.args->as.arguments);
        visit(n->as.Lambda.body, p);
        break;
    case AST_ClassDef: visit_list(p, &n->as.ClassDef.body); break;
    default: /* a module, or a comprehension, whose names are of no interest here */
        ast_each_child(n, visit, p);
        break;
    }
}

static bool binds(pass *p, scope *s, name id)
{
    declared *d = find(s, id);
    if (d) return !(d->flags & GLOBAL);
    pass look = {.c = p->c, .s = p->s, .scope = s, .wanted = id};
    visit_scope(&look);
    return look.found;
}

static bool is_bound_around(pass *p, const scope *s, name id)
{
    bool in_class = false;
    for (scope *outer = s->outer; outer; outer = outer->outer) {
        in_class |= outer->node->kind == AST_ClassDef;
        if (is_function(outer->node) && binds(p, outer, id)) return true;
        declared *d = find(outer, id);
        if (d && is_function(outer->node) && d->flags & GLOBAL) return false;
    }
    return in_class && strcmp(id->text, "__class__") == 0;
}

static void check_bindings(pass *p, const scope *s)
{
    for (vec_each(declared, d, &s->declared)) {
        if (!(d->flags & NONLOCAL)) continue;
        if (d->flags & GLOBAL)
            ERROR(d->first, "name '%s' is nonlocal and global", d->id->text);
        else if (s->node->kind == AST_Module)
            ERROR(d->first, "nonlocal declaration not allowed at module level");
        else if (!is_bound_around(p, s, d->id))
            ERROR(d->first, "no binding for nonlocal '%s' found", d->id->text);
    }
}

static void check_scope(compilation *c, const source *s, const ast_node *node, scope *outer)
{
    scope own = {.outer = outer, .node = node};
    pass p = {.c = c, .s = s, .scope = &own, .collecting = true};
    visit_scope(&p);
    if (own.declared.count) {
        p.collecting = false;
        visit_scope(&p);
        check_bindings(&p, &own);
    }
    for (vec_each(ast_node *, inner, &own.inner)) check_scope(c, s, *inner, &own);
}

void check_names(compilation *c, const source *s, ast_node *module)
{
    check_scope(c, s, module, NULL);
}
