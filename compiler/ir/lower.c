/* Lowering of a program: its modules, from the main one on, each with what it imports.
 *
 * In: the main module's syntax tree. Out: the program's IR (lower.h). Modules are loaded when an
 * import first names them, and lowered one after the other; scopes of a module may need the names
 * of another one (`from m import *`), so that loading goes depth first. */
#include "ir/lower.h"

#include <string.h>

#include "base/words.h"
#include "ir/facade.h"
#include "ir/lower_internal.h"

/* -- exports ------------------------------------------------------------------------------ */

/* The value of a top-level `__all__ = [...]`, or NULL. */
static const ast_node *all_of(const module_state *m)
{
    ast_list body = m->file->tree->as.Module.body;
    for (uint32_t i = 0; i < body.count; i++) {
        const ast_node *n = body.items[i];
        if (n->kind != AST_Assign) continue;
        const ast_node *target = n->as.Assign.targets.items[0];
        if (target->kind == AST_Name && !strcmp(target->as.Name.id->text, "__all__"))
            return n->as.Assign.value;
    }
    return NULL;
}

static void each_of_all(const ast_node *all, names *table, void (*each)(void *, name),
                        void *context)
{
    if (all->kind != AST_List && all->kind != AST_Tuple) return;
    ast_list elements = all->kind == AST_List ? all->as.List.elts : all->as.Tuple.elts;
    for (uint32_t i = 0; i < elements.count; i++) {
        const ast_node *e = elements.items[i];
        if (e->kind != AST_Constant || e->as.Constant.value.tag != AST_CONST_STR) continue;
        each(context, intern(table, e->as.Constant.value.text, e->as.Constant.value.length));
    }
}

void each_export(const module_state *m, const library_module *library, names *table,
                 void (*each)(void *, name), void *context)
{
    uint32_t index = 0;
    const library_row *row;
    while (library && (row = library_row_of(library->name, &index)))
        if (row->name[0] != '_') each(context, intern_text(table, row->name));
    if (!m || !m->scopes) return;
    const ast_node *all = all_of(m);
    if (all) {
        each_of_all(all, table, each, context);
        return;
    }
    for (vec_each(symbol *, s, &m->scopes->module->symbols))
        if ((*s)->bound && (*s)->name->text[0] != '_') each(context, (*s)->name);
}

/* -- loading ------------------------------------------------------------------------------ */

typedef struct star_context {
    lowering *program;
    module_state *module;
} star_context;

/* scope.h's star_names: the names of the module that the import names. */
static void names_of_star(void *context, const ast_node *import, void (*bind)(void *, name),
                          void *to)
{
    star_context *star = context;
    compilation *c = star->program->c;
    const struct ast_ImportFrom *from = &import->as.ImportFrom;
    name dotted = module_absolute(c, star->module->file->dotted, star->module->file->is_package,
                                  (uint32_t)from->level, from->module);
    if (!dotted) return;
    const module_state *m = module_state_of(star->program, dotted);
    each_export(m, m ? NULL : library_module_find(dotted->text), &c->names, bind, to);
}

static bool imports_annotations(const ast_node *tree)
{
    ast_list body = tree->as.Module.body;
    for (uint32_t i = 0; i < body.count; i++) {
        const ast_node *n = body.items[i];
        if (n->kind != AST_ImportFrom || !n->as.ImportFrom.module) continue;
        if (strcmp(n->as.ImportFrom.module->text, "__future__")) continue;
        for (uint32_t k = 0; k < n->as.ImportFrom.names.count; k++)
            if (!strcmp(n->as.ImportFrom.names.items[k]->as.alias.name->text, "annotations"))
                return true;
    }
    return false;
}

/* Texts that tell that a program looks at the annotations of functions; they are kept only then. */
static const char *const annotation_readers[] = {"__annotations__", "get_type_hints",
                                                 "singledispatch", "signature"};

static bool reads_annotations(const source *s)
{
    for (size_t i = 0; i < sizeof annotation_readers / sizeof *annotation_readers; i++)
        if (strstr(s->text, annotation_readers[i])) return true;
    return false;
}

static ir_module *new_ir_module(lowering *program, const module_file *file, name own_name)
{
    ir_program *p = program->p;
    ir_module *m = arena_new(&program->c->memory, ir_module);
    *m = (ir_module){.name = own_name,
                     .source = file->source,
                     .tree = file->tree,
                     .index = p->modules.count,
                     .is_library = file->is_library};
    vec_push_in(&program->c->memory, &p->modules, m);
    name body_name = intern_text(&program->c->names, "<module>");
    m->body = ir_function_new(p, m, NULL, FN_MODULE, body_name, body_name);
    m->body->node = file->tree;
    m->body->line = 1;
    return m;
}

static module_state *add_module(lowering *program, module_file *file, name own_name)
{
    compilation *c = program->c;
    if (!file->tree) file->tree = ast_new(&c->memory, AST_Module, (src_span){0, 0});
    module_state *m = arena_new(&c->memory, module_state);
    m->file = file;
    m->ir = new_ir_module(program, file, own_name);
    vec_push_in(&c->memory, &program->modules, m);
    m->text_annotations = imports_annotations(file->tree);
    m->wants_annotations =
        reads_annotations(file->source) || program->modules.items[0]->wants_annotations;
    star_context star = {program, m};
    m->scopes = scope_build(c, file->tree, names_of_star, &star);
    return m;
}

module_state *module_state_of(lowering *program, name dotted)
{
    for (vec_each(module_state *, m, &program->modules))
        if ((*m)->ir->name == dotted) return *m;
    module_file *file = module_find(&program->finder, dotted);
    return file ? add_module(program, file, dotted) : NULL;
}

/* -- bodies ------------------------------------------------------------------------------- */

/* __name__ and its like are set before anything else, where the module reads them. */
static void set_module_attribute(lowerer *l, const char *attribute, ir_ref value)
{
    name n = name_of(l, attribute);
    for (vec_each(ir_global *, g, &l->module->ir->globals))
        if ((*g)->name == n)
            emit(l, IR_store_global, (src_span){0, 0}, REFS(value))->aux.global = *g;
}

static void set_module_attributes(lowerer *l)
{
    const ir_module *m = l->module->ir;
    uint32_t length;
    const char *doc = docstring_of(l->module->file->tree->as.Module.body, &length);
    m->body->doc = doc;
    set_module_attribute(l, "__doc__", doc ? const_text(l, doc, length) : const_none(l));
    set_module_attribute(l, "__name__", const_name(l, m->name));
    const char *dot = strrchr(m->name->text, '.');
    const char *package_end = l->module->file->is_package ? strchr(m->name->text, 0) : dot;
    bool is_main = m == l->p->modules.items[0];
    set_module_attribute(
        l, "__package__",
        is_main ? const_none(l)
                : const_text(l, m->name->text, package_end ? package_end - m->name->text : 0));
    const char *path = compilation_path(l->program->c, m->source);
    set_module_attribute(l, "__file__", const_text(l, path, (uint32_t)strlen(path)));
}

/* A submodule becomes an attribute of its package once it has run. */
static void bind_in_package(lowerer *l)
{
    name own_name = l->module->ir->name;
    const char *dot = strrchr(own_name->text, '.');
    if (!dot) return;
    compilation *c = l->program->c;
    name package = intern(&c->names, own_name->text, (size_t)(dot - own_name->text));
    module_state *parent = module_state_of(l->program, package);
    if (!parent) return;
    src_span at = {0, 0};
    ir_ref value = emit_value(l, IR_load_module, at, NO_REFS);
    last_instr(l)->aux.module = l->module->ir;
    ir_global *g = global_of(l, parent, intern_text(&c->names, dot + 1));
    emit(l, IR_store_global, at, REFS(value))->aux.global = g;
}

/* The entry block is filled last, by finish_module. */
static void lower_module(lowering *program, module_state *m)
{
    m->lowered = true;
    lowerer *outside = arena_new(&program->c->memory, lowerer);
    *outside = (lowerer){.program = program, .p = program->p};
    lowerer *l = m->body = arena_new(&program->c->memory, lowerer);
    *l = lowerer_begin(outside, m, m->ir->body, m->scopes->module);
    m->begin = l->block;
    m->behind = new_block(l, "module");
    place_block(l, m->behind);
    if (m == program->modules.items[0]) lower_patched_imports(l);
    lower_statements(l, m->file->tree->as.Module.body);
    bind_in_package(l);
    src_span end = {m->ir->source->length, m->ir->source->length};
    if (is_reachable(l)) emit(l, IR_return, end, REFS(const_none(l)));
}

/* -- sys.modules -------------------------------------------------------------------------- */

/* Whether the text tells that the program looks for modules by name. The words tell where it is
 * worth searching. */
static bool looks_for_modules(source *s)
{
    static const struct {
        const char *word, *text;
    } readers[] = {{"modules", "sys.modules"},  {"modules", "import modules"},
                   {"pickle", "import pickle"}, {"pickle", "from pickle"},
                   {"mock", "unittest.mock"},   {"mock", "import mock"}};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (source_has_word(s, readers[i].word) && strstr(s->text, readers[i].text)) return true;
    return false;
}

/* Whether the library has to look for the program's own, for annotations that are texts. */
static bool has_text_annotations(source *s)
{
    static const char *const readers[] = {"get_type_hints", "eval_str", "singledispatch",
                                          "singledispatchmethod"};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (source_has_word(s, readers[i])) return true;
    return false;
}

static bool one_of_program(const lowering *program, bool is_such(source *s))
{
    for (vec_each(module_state *, m, &program->modules))
        if (!(*m)->file->is_library && is_such((*m)->file->source)) return true;
    return false;
}

static void note_module(lowerer *l, name dotted, ir_ref module)
{
    src_span at = {0, 0};
    emit(l, IR_setitem, at,
         REFS(emit_library(l, "sys", "modules", at), const_name(l, dotted), module));
}

/* A module of the program is noted when it begins, those of the library when the program does. */
static void note_modules(lowerer *l)
{
    const module_state *m = l->module;
    bool wants_library = one_of_program(l->program, looks_for_modules);
    if (m->file->is_library) return;
    if (!wants_library && !one_of_program(l->program, has_text_annotations)) return;
    ir_ref own = emit_value(l, IR_load_module, (src_span){0, 0}, NO_REFS);
    last_instr(l)->aux.module = m->ir;
    note_module(l, m->ir->name, own);
    if (m != l->program->modules.items[0] || !wants_library) return;
    for (vec_each(name, dotted, &l->program->imported))
        note_module(l, *dotted, load_module_named(l, *dotted, (src_span){0, 0}));
}

/* Once all is lowered: only then is it known which attributes and modules are read. */
static void finish_module(lowerer *l)
{
    module_state *m = l->module;
    place_block(l, m->begin);
    set_module_attributes(l);
    note_modules(l);
    jump_to(l, m->behind, (src_span){0, 0});
    lowerer_end(l, (src_span){m->ir->source->length, m->ir->source->length});
}

/* The program's own modules come first and façades last: what those load depends on the rest. */
static module_state *next_module(const lowering *program)
{
    module_state *next = NULL;
    int best = 3;
    for (vec_each(module_state *, m, &program->modules)) {
        int rank = !(*m)->file->is_library ? 0 : is_facade(*m) ? 2 : 1;
        if ((*m)->lowered || rank >= best) continue;
        best = rank;
        next = *m;
    }
    return next;
}

ir_program *lower_program(compilation *c, ast_node *module)
{
    lowering program = {.c = c, .p = arena_new(&c->memory, ir_program)};
    program.p->compilation = c;
    source *main_source = c->sources.items[0];
    module_finder_init(&program.finder, c, main_source);
    module_file file = {
        .dotted = intern_text(&c->names, "__main__"), .source = main_source, .tree = module};
    add_module(&program, &file, file.dotted);
    for (module_state *m; (m = next_module(&program));) lower_module(&program, m);
    for (vec_each(module_state *, m, &program.modules)) finish_module((*m)->body);
    if (c->diags.error_count) return NULL;
    ir_describe_globals(program.p);
    return program.p;
}
