/* Scopes: one walk that notes what each scope binds and reads, one that finds every variable.
 *
 * In: the syntax tree of a module. Out: its scope tree (scope.h). */
#include "sema/scope.h"

#include <string.h>

typedef struct builder {
    compilation *c;
    scope_tree *tree;
    scope *scope; /* the innermost */
    star_names *stars;
    void *context;
    name class_cell, super;
} builder;

/* -- symbols ------------------------------------------------------------------------------ */

static symbol **symbol_place_of(const scope *s, name n)
{
    uint32_t mask = s->capacity - 1;
    for (uint32_t i = n->hash & mask;; i = (i + 1) & mask)
        if (!s->table[i] || s->table[i]->name == n) return &s->table[i];
}

symbol *scope_find(const scope *s, name n)
{
    return s->capacity ? *symbol_place_of(s, n) : NULL;
}

static void grow_table(arena *a, scope *s)
{
    s->capacity = s->capacity ? s->capacity * 2 : 8;
    s->table = arena_array(a, symbol *, s->capacity);
    for (vec_each(symbol *, it, &s->symbols)) *symbol_place_of(s, (*it)->name) = *it;
}

static symbol *symbol_in(builder *b, scope *s, name n, src_span span)
{
    arena *a = &b->c->memory;
    if (2 * (s->symbols.count + 1) > s->capacity) grow_table(a, s);
    symbol **place = symbol_place_of(s, n);
    if (!*place) {
        symbol *made = arena_new(a, symbol);
        *made = (symbol){.name = n, .owner = s, .span = span, .only_definitions = true, .slot = -1};
        vec_push_in(a, &s->symbols, made);
        *place = made;
    }
    return *place;
}

name scope_mangle(compilation *c, const scope *s, name n)
{
    if (!s->class_name || n->length < 3 || strncmp(n->text, "__", 2)) return n;
    if (!strcmp(n->text + n->length - 2, "__") || strchr(n->text, '.')) return n;
    const char *class_name = s->class_name->text + strspn(s->class_name->text, "_");
    if (!*class_name) return n;
    return intern_text(&c->names, arena_printf(&c->memory, "_%s%s", class_name, n->text));
}

static symbol *mention(builder *b, name n, src_span span)
{
    return symbol_in(b, b->scope, scope_mangle(b->c, b->scope, n), span);
}

static symbol *bind(builder *b, name n, src_span span)
{
    symbol *s = mention(b, n, span);
    s->bound = true;
    s->only_definitions = false;
    s->bind_count++;
    return s;
}

/* A binding by def, class or import. */
static void define(builder *b, name n, src_span span)
{
    bool only = mention(b, n, span)->only_definitions;
    bind(b, n, span)->only_definitions = only;
}

/* -- scopes ------------------------------------------------------------------------------- */

static uint32_t node_hash(const ast_node *node, uint32_t capacity)
{
    return (uint32_t)(((uintptr_t)node >> 4) * 0x9e3779b9u) & (capacity - 1);
}

static uint32_t node_place(const scope_tree *t, const ast_node *node)
{
    uint32_t i = node_hash(node, t->capacity);
    while (t->nodes[i] && t->nodes[i] != node) i = (i + 1) & (t->capacity - 1);
    return i;
}

static void remember_node(arena *a, scope_tree *t, scope *s)
{
    if (2 * (t->count + 1) > t->capacity) {
        scope_tree old = *t;
        t->capacity = old.capacity ? old.capacity * 2 : 32;
        t->nodes = arena_array(a, const ast_node *, t->capacity);
        t->scopes = arena_array(a, scope *, t->capacity);
        t->count = 0;
        for (uint32_t i = 0; i < old.capacity; i++)
            if (old.nodes[i]) remember_node(a, t, old.scopes[i]);
    }
    uint32_t place = node_place(t, s->node);
    t->nodes[place] = s->node;
    t->scopes[place] = s;
    t->count++;
}

scope *scope_of(const scope_tree *tree, const ast_node *node)
{
    return tree->scopes[node_place(tree, node)];
}

static scope *open_scope(builder *b, scope_kind kind, const ast_node *node)
{
    arena *a = &b->c->memory;
    scope *s = arena_new(a, scope);
    s->kind = kind;
    s->node = node;
    s->parent = b->scope;
    s->host = s;
    if (b->scope) {
        if (kind == SCOPE_COMPREHENSION) s->host = b->scope->host;
        s->class_name = b->scope->class_name;
        vec_push_in(a, &b->scope->children, s);
    }
    if (kind == SCOPE_CLASS) s->class_name = node->as.ClassDef.name;
    remember_node(a, b->tree, s);
    b->scope = s;
    return s;
}

static void close_scope(builder *b)
{
    b->scope = b->scope->parent;
}

/* -- the first walk: what scopes bind and read -------------------------------------------- */

static bool visit(ast_node *node, void *context);

static void visit_opt(builder *b, ast_node *node)
{
    if (node) visit(node, b);
}

static void visit_list(builder *b, ast_list list)
{
    for (uint32_t i = 0; i < list.count; i++) visit_opt(b, list.items[i]);
}

static void bind_parameters(builder *b, ast_list list)
{
    for (uint32_t i = 0; i < list.count; i++)
        bind(b, list.items[i]->as.arg.arg, list.items[i]->span)->is_parameter = true;
}

/* The parameters become symbols in the order of their slots (ir_params). */
static void open_function(builder *b, const ast_node *node, const struct ast_arguments *args)
{
    open_scope(b, SCOPE_FUNCTION, node);
    bind_parameters(b, args->posonlyargs);
    bind_parameters(b, args->args);
    bind_parameters(b, args->kwonlyargs);
    ast_list rest = {(ast_node *[]){args->vararg, args->kwarg}, 2};
    for (uint32_t i = 0; i < rest.count; i++)
        if (rest.items[i]) bind_parameters(b, (ast_list){&rest.items[i], 1});
}

static void visit_annotations(builder *b, const struct ast_arguments *args, ast_node *returns)
{
    const ast_list lists[] = {args->posonlyargs, args->args, args->kwonlyargs};
    for (uint32_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t i = 0; i < lists[k].count; i++)
            visit_opt(b, lists[k].items[i]->as.arg.annotation);
    if (args->vararg) visit_opt(b, args->vararg->as.arg.annotation);
    if (args->kwarg) visit_opt(b, args->kwarg->as.arg.annotation);
    visit_opt(b, returns);
}

static void visit_function(builder *b, const ast_node *node, const struct ast_FunctionDef *def)
{
    const struct ast_arguments *args = &def->args->as.arguments;
    define(b, def->name, node->span);
    visit_list(b, def->decorator_list);
    visit_list(b, args->defaults);
    visit_list(b, args->kw_defaults);
    visit_annotations(b, args, def->returns);
    open_function(b, node, args);
    visit_list(b, def->body);
    close_scope(b);
}

static void visit_lambda(builder *b, const ast_node *node)
{
    const struct ast_arguments *args = &node->as.Lambda.args->as.arguments;
    visit_list(b, args->defaults);
    visit_list(b, args->kw_defaults);
    open_function(b, node, args);
    visit(node->as.Lambda.body, b);
    close_scope(b);
}

static void visit_class(builder *b, const ast_node *node)
{
    const struct ast_ClassDef *def = &node->as.ClassDef;
    define(b, def->name, node->span);
    visit_list(b, def->decorator_list);
    visit_list(b, def->bases);
    visit_list(b, def->keywords);
    open_scope(b, SCOPE_CLASS, node);
    static const char *const implicit[] = {"__module__", "__qualname__", "__annotations__"};
    for (uint32_t i = 0; i < 3; i++) bind(b, intern_text(&b->c->names, implicit[i]), node->span);
    visit_list(b, def->body);
    close_scope(b);
}

static void note_await(builder *b)
{
    b->scope->host->has_await = true;
}

/* The first iterable belongs to the scope around, everything else to the comprehension. */
static void visit_comprehension(builder *b, const ast_node *node, ast_list generators,
                                ast_node *first, ast_node *second)
{
    bool own_function = node->kind == AST_GeneratorExp;
    visit(generators.items[0]->as.comprehension.iter, b);
    open_scope(b, own_function ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, node);
    for (uint32_t i = 0; i < generators.count; i++) {
        const struct ast_comprehension *g = &generators.items[i]->as.comprehension;
        if (g->is_async) note_await(b);
        visit(g->target, b);
        if (i) visit(g->iter, b);
        visit_list(b, g->ifs);
    }
    visit(first, b);
    visit_opt(b, second);
    close_scope(b);
}

/* A walrus binds in the function around all comprehensions, generator expressions included. */
static void visit_walrus(builder *b, const ast_node *node)
{
    const ast_node *target = node->as.NamedExpr.target;
    scope *inner = b->scope;
    if (inner->kind >= SCOPE_GENERATOR) mention(b, target->as.Name.id, target->span)->used = true;
    while (b->scope->kind >= SCOPE_GENERATOR) b->scope = b->scope->parent;
    bind(b, target->as.Name.id, target->span)->is_walrus = true;
    b->scope = inner;
    visit(node->as.NamedExpr.value, b);
}

static void bind_star(void *context, name n)
{
    builder *b = context;
    define(b, n, b->scope->node->span);
}

static void visit_import(builder *b, const ast_node *node, ast_list names)
{
    for (uint32_t i = 0; i < names.count; i++) {
        const struct ast_alias *alias = &names.items[i]->as.alias;
        const char *text = alias->name->text;
        if (!strcmp(text, "*"))
            b->stars(b->context, node, bind_star, b);
        else if (alias->asname)
            define(b, alias->asname, names.items[i]->span);
        else
            define(b, intern(&b->c->names, text, strcspn(text, ".")), names.items[i]->span);
    }
}

static void declare(builder *b, const ast_node *node, ast_names names, bool global)
{
    for (uint32_t i = 0; i < names.count; i++) {
        symbol *s = mention(b, names.items[i], node->span);
        if (global)
            s->is_global = true;
        else
            s->is_nonlocal = true;
    }
}

/* super() without arguments reads __class__ of the class around and the first parameter. */
static void note_super(builder *b, const ast_node *node)
{
    const scope *host = b->scope->host;
    mention(b, b->class_cell, node->span)->used = true;
    if (host->symbols.count && host->symbols.items[0]->is_parameter)
        symbol_in(b, b->scope, host->symbols.items[0]->name, node->span)->used = true;
}

static void visit_name(builder *b, const ast_node *node)
{
    name n = node->as.Name.id;
    if (node->as.Name.ctx != AST_LOAD) {
        bind(b, n, node->span);
        return;
    }
    mention(b, n, node->span)->used = true;
    if (n == b->super && b->scope->host->kind == SCOPE_FUNCTION) note_super(b, node);
}

static void visit_annotated(builder *b, ast_node *node)
{
    const struct ast_AnnAssign *ann = &node->as.AnnAssign;
    scope_kind kind = b->scope->kind;
    if (kind == SCOPE_CLASS && ann->simple) b->scope->has_annotations = true;
    visit(ann->target, b);
    if (kind == SCOPE_CLASS) visit(ann->annotation, b);
    visit_opt(b, ann->value);
}

/* Nodes that bind a plain name beside their children. */
static void bind_own_name(builder *b, const ast_node *node)
{
    name n = NULL;
    if (node->kind == AST_ExceptHandler) n = node->as.ExceptHandler.name;
    if (node->kind == AST_MatchAs) n = node->as.MatchAs.name;
    if (node->kind == AST_MatchStar) n = node->as.MatchStar.name;
    if (node->kind == AST_MatchMapping) n = node->as.MatchMapping.rest;
    if (n) bind(b, n, node->span);
}

static bool visit(ast_node *node, void *context)
{
    builder *b = context;
    switch (node->kind) {
    case AST_Name: visit_name(b, node); return true;
    case AST_FunctionDef: visit_function(b, node, &node->as.FunctionDef); return true;
    case AST_AsyncFunctionDef:
        /* The two structs have the same fields in the same order: see ast.def. */
        visit_function(b, node, (const struct ast_FunctionDef *)&node->as.AsyncFunctionDef);
        return true;
    case AST_Lambda: visit_lambda(b, node); return true;
    case AST_ClassDef: visit_class(b, node); return true;
    case AST_ListComp:
        visit_comprehension(b, node, node->as.ListComp.generators, node->as.ListComp.elt, NULL);
        return true;
    case AST_SetComp:
        visit_comprehension(b, node, node->as.SetComp.generators, node->as.SetComp.elt, NULL);
        return true;
    case AST_GeneratorExp:
        visit_comprehension(b, node, node->as.GeneratorExp.generators, node->as.GeneratorExp.elt,
                            NULL);
        return true;
    case AST_DictComp:
        visit_comprehension(b, node, node->as.DictComp.generators, node->as.DictComp.key,
                            node->as.DictComp.value);
        return true;
    case AST_NamedExpr: visit_walrus(b, node); return true;
    case AST_Import: visit_import(b, node, node->as.Import.names); return true;
    case AST_ImportFrom: visit_import(b, node, node->as.ImportFrom.names); return true;
    case AST_Global: declare(b, node, node->as.Global.names, true); return true;
    case AST_Nonlocal: declare(b, node, node->as.Nonlocal.names, false); return true;
    case AST_AnnAssign: visit_annotated(b, node); return true;
    case AST_Yield:
    case AST_YieldFrom: b->scope->host->has_yield = true; break;
    case AST_Await: note_await(b); break;
    default: bind_own_name(b, node); break;
    }
    return ast_each_child(node, visit, b);
}

/* -- the second walk: where variables live ------------------------------------------------ */

/* Whether a scope further in can find its variable in this one. */
static symbol *visible(const builder *b, const scope *s, name n)
{
    if (s->kind == SCOPE_CLASS && n != b->class_cell) return NULL;
    return scope_find(s, n);
}

static void add_free(builder *b, scope *host, symbol *definition)
{
    for (vec_each(symbol *, it, &host->frees))
        if (*it == definition) return;
    vec_push_in(&b->c->memory, &host->frees, definition);
}

/* The symbol is used in `s`, its variable belongs to another scope: every function on the way
 * hands the cell down. The class scope gets the cell of __class__ from outside, too. */
static void capture(builder *b, scope *s, symbol *user, symbol *definition)
{
    user->definition = definition;
    scope *end = definition->owner->host;
    if (s->host == end) {
        user->place = PLACE_LOCAL;
        return;
    }
    user->place = PLACE_FREE;
    definition->captured = true;
    for (scope *host = s->host; host != end; host = host->parent->host)
        add_free(b, host, definition);
    if (end->kind == SCOPE_CLASS) add_free(b, end, definition);
}

static void find_outside(builder *b, scope *s, symbol *user)
{
    user->place = PLACE_GLOBAL;
    for (scope *outer = s->parent; outer && outer->kind != SCOPE_MODULE; outer = outer->parent) {
        symbol *found = visible(b, outer, user->name);
        if (!found && outer->kind == SCOPE_CLASS && user->name == b->class_cell)
            found = symbol_in(b, outer, user->name, user->span), found->definition = found;
        if (!found) continue;
        if (found->is_global) return;
        bool is_cell = outer->kind == SCOPE_CLASS;
        if ((found->bound || is_cell) && !found->is_nonlocal) {
            capture(b, s, user, found);
            return;
        }
    }
}

static void resolve_symbol(builder *b, scope *s, symbol *it)
{
    if (s->kind == SCOPE_MODULE || it->is_global) {
        it->place = PLACE_GLOBAL;
    } else if (!it->bound || it->is_nonlocal) {
        if (it->definition != it) find_outside(b, s, it);
    } else if (s->kind == SCOPE_CLASS) {
        it->place = PLACE_CLASS;
    } else {
        it->place = PLACE_LOCAL;
        it->definition = it;
    }
}

static void resolve(builder *b, scope *s)
{
    for (uint32_t i = 0; i < s->symbols.count; i++) resolve_symbol(b, s, s->symbols.items[i]);
    for (vec_each(scope *, child, &s->children)) resolve(b, *child);
}

/* A name that a function declares global is a variable of the module. */
static void add_declared_globals(builder *b, const scope *s)
{
    for (vec_each(symbol *, it, &s->symbols)) {
        if (!(*it)->is_global || !(*it)->bound) continue;
        symbol *global = symbol_in(b, b->tree->module, (*it)->name, (*it)->span);
        global->bound = true;
        global->bind_count += (*it)->bind_count;
        global->only_definitions &= (*it)->only_definitions;
    }
    for (vec_each(scope *, child, &s->children)) add_declared_globals(b, *child);
}

scope_tree *scope_build(compilation *c, const ast_node *module, star_names *stars, void *context)
{
    builder b = {
        .c = c,
        .tree = arena_new(&c->memory, scope_tree),
        .stars = stars,
        .context = context,
        .class_cell = intern_text(&c->names, "__class__"),
        .super = intern_text(&c->names, "super"),
    };
    b.tree->module = open_scope(&b, SCOPE_MODULE, module);
    visit_list(&b, module->as.Module.body);
    add_declared_globals(&b, b.tree->module);
    resolve(&b, b.tree->module);
    return b.tree;
}
