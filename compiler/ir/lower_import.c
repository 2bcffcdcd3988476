/* Lowering of imports.
 *
 * In: Import and ImportFrom nodes. Out: for a module of the program its body is run where it has
 * not been (import_module), packages first, and its variables are read; for a module of the
 * library there is nothing to run. What does not exist is an error here, but where
 * the program is prepared for an ImportError, or only type checkers look, it is one at run time. */
#include "ir/lower_internal.h"

#include <string.h>

#include "ir/facade.h"

/* A module by name: one of the two is set, or neither. */
typedef struct found_module {
    module_state *program;
    const library_module *library;
} found_module;

static found_module find_module(lowerer *l, name dotted)
{
    found_module found = {module_state_of(l->program, dotted), NULL};
    if (!found.program) found.library = library_module_find(dotted->text);
    return found;
}

static bool exists(found_module m)
{
    return m.program || m.library;
}

/* -- what is not there -------------------------------------------------------------------- */

static bool is_guarded(const lowerer *l)
{
    if (l->checkers_only) return true;
    for (const region *r = l->region; r; r = r->outer)
        if (r->kind == REGION_TRY && r->try_.guards_imports) return true;
    return false;
}

/* `wanted`: the name that the module, of this source, lacks; NULL: the module itself is missing. */
static void raise_at_run_time(lowerer *l, name module, name wanted, const source *s, src_span at)
{
    ir_instr *raise = emit(l, IR_raise_import, at, NO_REFS);
    raise->aux.name = module;
    if (!wanted) return;
    raise->aux.names = arena_array(memory_of(l), name, 2);
    raise->aux.names[raise->aux.name_count++] = wanted;
    if (s)
        raise->aux.names[raise->aux.name_count++] = name_of(l, compilation_path(l->program->c, s));
}

static void report_missing_module(lowerer *l, name dotted, src_span at)
{
    if (is_guarded(l)) {
        raise_at_run_time(l, dotted, NULL, NULL, at);
        return;
    }
    diags *d = &l->program->c->diags;
    diag_error(d, l->module->ir->source, at, "module '%s' is not supported", dotted->text);
    const char *refusal = library_refusal(dotted->text, NULL);
    if (refusal) {
        diag_hint(d, "%s", refusal);
        return;
    }
    nearest near = nearest_to(dotted->text);
    library_offer_names(NULL, &near);
    if (near.best) diag_hint(d, "did you mean '%s'?", near.best);
}

static void report_missing_name(lowerer *l, found_module m, name dotted, name wanted, src_span at)
{
    if (is_guarded(l)) {
        raise_at_run_time(l, dotted, wanted, m.program ? m.program->ir->source : NULL, at);
        return;
    }
    diags *d = &l->program->c->diags;
    diag_error(d, l->module->ir->source, at, "module '%s' has no '%s' that is supported",
               dotted->text, wanted->text);
    const char *refusal = library_refusal(dotted->text, wanted->text);
    if (refusal) {
        diag_hint(d, "%s", refusal);
        return;
    }
    nearest near = nearest_to(wanted->text);
    if (m.library)
        library_offer_names(dotted->text, &near);
    else
        for (vec_each(symbol *, s, &m.program->scopes->module->symbols))
            if ((*s)->bound) nearest_offer(&near, (*s)->name->text);
    if (near.best) diag_hint(d, "did you mean '%s'?", near.best);
}

/* -- modules ------------------------------------------------------------------------------ */

/* For sys.modules. */
static void note_import(lowerer *l, found_module m, name dotted)
{
    if (l->module->file->is_library || (m.program && !m.program->file->is_library)) return;
    for (vec_each(name, known, &l->program->imported))
        if (*known == dotted) return;
    vec_push_in(memory_of(l), &l->program->imported, dotted);
}

/* Runs a module's body after those of the packages around it; reports where one is missing. */
static found_module run_module(lowerer *l, name dotted, src_span at)
{
    compilation *c = l->program->c;
    found_module found = {0};
    for (const char *end = dotted->text; *end; end += *end == '.') {
        end += strcspn(end, ".");
        name part = intern(&c->names, dotted->text, (size_t)(end - dotted->text));
        found = find_module(l, part);
        if (!exists(found)) {
            report_missing_module(l, part, at);
            return found;
        }
        note_import(l, found, part);
        if (found.program && found.program != l->program->modules.items[0])
            emit(l, IR_import_module, at, NO_REFS)->aux.module = found.program->ir;
    }
    return found;
}

static ir_ref load_module(lowerer *l, found_module m, src_span at)
{
    if (!exists(m)) return const_none(l);
    ir_ref value = emit_value(l, m.program ? IR_load_module : IR_load_library_module, at, NO_REFS);
    if (m.program)
        last_instr(l)->aux.module = m.program->ir;
    else
        last_instr(l)->aux.library_module = m.library;
    return value;
}

/* -- patch("module.name") ----------------------------------------------------------------- */

/* Imports the longest part of a dotted path that is a module of the library. */
static void import_patched(lowerer *l, const char *path, size_t length)
{
    for (; length; length--) {
        if (path[length] != '.') continue;
        name dotted = intern(&l->program->c->names, path, length);
        if (!exists(find_module(l, dotted))) continue;
        run_module(l, dotted, (src_span){0, 0});
        return;
    }
}

void lower_patched_imports(lowerer *l)
{
    const char *text = l->module->file->source->text;
    if (!strstr(text, "unittest.mock") && !strstr(text, "import mock")) return;
    for (const char *at = text; (at = strstr(at, "patch"));) {
        at += strlen("patch");
        const char *path = at + strcspn(at, "(\n");
        path += *path == '(';
        path += strspn(path, " \t\r\n");
        if (*path != '"' && *path != '\'') continue;
        size_t length = strcspn(path + 1, "\"'\n");
        import_patched(l, path + 1, length);
    }
}

ir_ref load_module_named(lowerer *l, name dotted, src_span at)
{
    return load_module(l, find_module(l, dotted), at);
}

void lower_import(lowerer *l, const ast_node *n)
{
    compilation *c = l->program->c;
    for (uint32_t i = 0; i < n->as.Import.names.count; i++) {
        const ast_node *item = n->as.Import.names.items[i];
        const struct ast_alias *alias = &item->as.alias;
        name first = intern(&c->names, alias->name->text, strcspn(alias->name->text, "."));
        found_module m = run_module(l, alias->name, item->span);
        if (!exists(m)) continue;
        if (!alias->asname) m = find_module(l, first);
        ir_ref value = load_module(l, m, n->span);
        store_name(l, alias->asname ? alias->asname : first, value, n->span, true);
    }
}

/* -- names of modules --------------------------------------------------------------------- */

static bool has_global(const module_state *m, name n)
{
    const symbol *s = m->scopes ? scope_find(m->scopes->module, n) : NULL;
    return (s && s->bound) || !strcmp(n->text, "__name__") || !strcmp(n->text, "__file__");
}

/* Whether a package's own `from . import n` binds the name: to the submodule, then. */
static bool binds_submodule(lowerer *l, const module_state *m, name n)
{
    if (!m->file->is_package) return false;
    ast_list body = m->file->tree->as.Module.body;
    for (uint32_t i = 0; i < body.count; i++) {
        const ast_node *import = body.items[i];
        if (import->kind != AST_ImportFrom) continue;
        const struct ast_ImportFrom *from = &import->as.ImportFrom;
        name target = module_absolute(l->program->c, m->file->dotted, true, (uint32_t)from->level,
                                      from->module);
        for (uint32_t k = 0; target == m->file->dotted && k < from->names.count; k++)
            if (from->names.items[k]->as.alias.name == n) return true;
    }
    return false;
}

static name submodule_name(lowerer *l, name dotted, name n)
{
    return name_of(l, arena_printf(memory_of(l), "%s.%s", dotted->text, n->text));
}

/* The value of `from dotted import n`; false when there is none, which is reported. */
static bool load_from(lowerer *l, found_module m, name dotted, name n, src_span at, ir_ref *value)
{
    if (m.program && has_global(m.program, n) && !binds_submodule(l, m.program, n)) {
        *value = emit_value(l, IR_load_global, at, NO_REFS);
        last_instr(l)->aux.global = global_of(l, m.program, n);
        last_instr(l)->aux.second = LOAD_IMPORTED;
        return true;
    }
    const library_row *row = m.library ? library_find(dotted->text, n->text) : NULL;
    if (row) {
        *value = emit_value(l, IR_load_library, at, NO_REFS);
        last_instr(l)->aux.library = row;
        return true;
    }
    name inner = submodule_name(l, dotted, n);
    bool is_submodule = exists(find_module(l, inner));
    if (!is_submodule && m.program && has_global(m.program, name_of(l, "__getattr__"))) {
        /* CPython asks packages twice: whether the name is there, and for it. */
        if (m.program->file->is_package)
            emit_named(l, IR_getattr, n, at, REFS(load_module(l, m, at)));
        *value = emit_named(l, IR_getattr, n, at, REFS(load_module(l, m, at)));
        return true;
    }
    if (!is_submodule) {
        report_missing_name(l, m, dotted, n, at);
        return false;
    }
    *value = load_module(l, run_module(l, inner, at), at);
    return true;
}

typedef struct star_import {
    lowerer *l;
    found_module module;
    name dotted;
    src_span at;
} star_import;

static void import_one(void *context, name n)
{
    star_import *star = context;
    ir_ref value;
    if (load_from(star->l, star->module, star->dotted, n, star->at, &value))
        store_name(star->l, n, value, star->at, true);
}

static void import_names(lowerer *l, const ast_node *n, found_module m, name dotted)
{
    for (uint32_t i = 0; i < n->as.ImportFrom.names.count; i++) {
        const ast_node *item = n->as.ImportFrom.names.items[i];
        const struct ast_alias *alias = &item->as.alias;
        if (!strcmp(alias->name->text, "*")) {
            star_import star = {l, m, dotted, n->span};
            each_export(m.program, m.library, &l->program->c->names, import_one, &star);
            continue;
        }
        ir_ref value;
        if (load_from(l, m, dotted, alias->name, item->span, &value))
            store_name(l, alias->asname ? alias->asname : alias->name, value, n->span, true);
    }
}

void lower_import_from(lowerer *l, const ast_node *n)
{
    const struct ast_ImportFrom *from = &n->as.ImportFrom;
    if (from->module && !strcmp(from->module->text, "__future__")) return;
    const module_file *file = l->module->file;
    name dotted = module_absolute(l->program->c, file->dotted, file->is_package,
                                  (uint32_t)from->level, from->module);
    if (!dotted) {
        diag_error(&l->program->c->diags, l->module->ir->source, n->span,
                   "attempted relative import with no known parent package");
        return;
    }
    if (is_facade(l->module) && !facade_import_is_wanted(l->program, l->module, n)) return;
    found_module m = run_module(l, dotted, n->span);
    if (exists(m)) import_names(l, n, m, dotted);
}
