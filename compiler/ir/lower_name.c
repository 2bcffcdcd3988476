/* Lowering of variables: reading, setting and deleting names, wherever they live.
 *
 * In: names and what scopes say about them. Out: slots for locals (with a check, dropped later
 * where it is needless), cells for captured ones, globals, namespaces of classes, builtins. */
#include "ir/lower_internal.h"

#include <string.h>

symbol *symbol_of(lowerer *l, name n)
{
    return scope_find(l->scope, scope_mangle(l->program->c, l->scope, n));
}

/* -- slots and cells ---------------------------------------------------------------------- */

ir_ref cell_of(lowerer *l, const symbol *definition)
{
    const scope *host = l->scope->host;
    if (definition->owner->host == host && host->kind != SCOPE_CLASS) return definition->slot;
    for (uint32_t i = 0; i < host->frees.count; i++)
        if (host->frees.items[i] == definition) return l->cells[i];
    return definition->slot; /* of a comprehension in a class body, or the class's own __class__ */
}

void declare_variables(lowerer *l, scope *s, src_span at)
{
    for (vec_each(symbol *, it, &s->symbols)) {
        symbol *v = *it;
        if (v->place != PLACE_LOCAL || v->definition != v || !v->bound) continue;
        if (v->is_parameter && !v->captured) continue;
        ir_ref parameter = v->is_parameter ? v->slot : IR_NO_REF;
        v->slot = ir_slot_new(l->p, l->f, v->name, REPR_VALUE);
        if (!v->captured) continue;
        emit_to(l, v->slot, IR_new_cell, at, REFS(parameter));
        l->f->slots.items[v->slot].is_cell = true;
    }
}

static ir_ref load_variable(lowerer *l, const symbol *s, src_span at)
{
    const symbol *v = s->definition;
    if (v->captured) {
        ir_ref value = emit_named(l, IR_load_cell, s->name, at, REFS(cell_of(l, v)));
        last_instr(l)->aux.second = s->place == PLACE_FREE;
        return value;
    }
    emit_named(l, IR_check_local, s->name, at, REFS(v->slot));
    return v->is_walrus ? keep_value(l, v->slot, at) : v->slot;
}

/* -- globals and builtins ----------------------------------------------------------------- */

static const char *const module_attributes[] = {"__name__", "__file__", "__doc__", "__package__"};

static bool is_module_attribute(name n)
{
    for (size_t i = 0; i < sizeof module_attributes / sizeof *module_attributes; i++)
        if (!strcmp(n->text, module_attributes[i])) return true;
    return false;
}

ir_global *global_of(lowerer *l, module_state *m, name n)
{
    symbol *s = scope_find(m->scopes->module, n);
    if (s && s->global) return s->global;
    for (vec_each(ir_global *, it, &m->ir->globals))
        if ((*it)->name == n) return *it;
    ir_global *g = arena_new(memory_of(l), ir_global);
    *g =
        (ir_global){.name = n, .module = m->ir, .type = TYPE(OBJECT), .index = l->p->globals.count};
    vec_push_in(memory_of(l), &l->p->globals, g);
    vec_push_in(memory_of(l), &m->ir->globals, g);
    if (s) s->global = g;
    return g;
}

/* The names that Python itself defines everywhere. Those that the library's tables do not have are
 * refused, where any other unknown name is a NameError at run time. */
static const char python_names[] =
    " ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup"
    " BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError"
    " ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError"
    " DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception"
    " ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning"
    " GeneratorExit IOError ImportError ImportWarning IndentationError IndexError"
    " InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
    " ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError"
    " OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError"
    " RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning"
    " StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit"
    " TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError"
    " UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning"
    " ZeroDivisionError __build_class__ __builtins__ __import__ __loader__"
    " __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr"
    " classmethod compile complex copyright credits delattr dict dir divmod enumerate eval"
    " exec exit filter float format frozenset getattr globals hasattr hash help hex id input"
    " int isinstance issubclass iter len license list locals map max memoryview min next"
    " object oct open ord pow print property quit range repr reversed round set setattr slice"
    " sorted staticmethod str sum super tuple type vars zip ";

static bool is_python_name(lowerer *l, name n)
{
    return strstr(python_names, arena_printf(memory_of(l), " %s ", n->text)) != NULL;
}

static void warn_unknown(lowerer *l, name n, src_span at)
{
    diags *d = &l->program->c->diags;
    diag_warning(d, l->module->ir->source, at, "name '%s' is not defined", n->text);
    nearest near = nearest_to(n->text);
    library_offer_names("builtins", &near);
    for (const scope *s = l->scope; s; s = s->parent)
        for (vec_each(symbol *, it, &s->symbols))
            if ((*it)->bound && (*it)->name != n) nearest_offer(&near, (*it)->name->text);
    if (near.best) diag_hint(d, "did you mean '%s'?", near.best);
}

/* A name that nothing binds: known to Python, or a NameError at run time. */
static void report_unbound(lowerer *l, name n, src_span at)
{
    if (is_python_name(l, n))
        report_unsupported(l, at, arena_printf(memory_of(l), "'%s' is", n->text));
    else
        warn_unknown(l, n, at);
}

static ir_ref load_library(lowerer *l, const library_row *row, src_span at)
{
    ir_ref value = emit_value(l, IR_load_library, at, NO_REFS);
    last_instr(l)->aux.library = row;
    return value;
}

/* `quiet`: the name has another place, where it will usually be found. */
static ir_ref load_global(lowerer *l, name n, src_span at, bool quiet)
{
    const symbol *s = scope_find(l->module->scopes->module, n);
    if (!(s && s->bound) && !is_module_attribute(n)) {
        const library_row *row = library_find("builtins", n->text);
        if (row) return load_library(l, row, at);
        if (!strcmp(n->text, "__debug__")) return const_bool(l, true);
        if (!quiet) report_unbound(l, n, at);
    }
    ir_ref value = emit_value(l, IR_load_global, at, NO_REFS);
    last_instr(l)->aux.global = global_of(l, l->module, n);
    return value;
}

bool is_builtin(lowerer *l, const ast_node *n, const char *own_name)
{
    if (n->kind != AST_Name || strcmp(n->as.Name.id->text, own_name)) return false;
    const symbol *s = symbol_of(l, n->as.Name.id);
    if (s->place == PLACE_CLASS || s->place == PLACE_FREE || s->definition) return false;
    const symbol *global = scope_find(l->module->scopes->module, s->name);
    return !(global && global->bound) && library_find("builtins", own_name);
}

/* -- names in class bodies ---------------------------------------------------------------- */

static ir_ref load_class_name(lowerer *l, name n, src_span at)
{
    ir_ref value = new_temporary(l, REPR_VALUE);
    ir_ref found = emit_named(l, IR_namespace_get, n, at, REFS(NAMESPACE));
    ir_block *yes = new_block(l, "in_class"), *no = new_block(l, "not_in_class");
    ir_block *after = new_block(l, "name");
    branch_on(l, emit_value(l, IR_is_set, at, REFS(found)), yes, no, at);
    place_block(l, yes);
    emit_to(l, value, IR_copy, at, REFS(found));
    jump_to(l, after, at);
    place_block(l, no);
    set_slot(l, value, load_global(l, n, at, true), at, true);
    jump_to(l, after, at);
    place_block(l, after);
    return value;
}

/* -- names -------------------------------------------------------------------------------- */

/* A name in a class body that nothing binds can still be in the namespace that __prepare__ of the
 * metaclass made. */
static bool may_be_prepared(lowerer *l, const symbol *s)
{
    if (l->scope->kind != SCOPE_CLASS || s->is_global || is_module_attribute(s->name)) return false;
    const symbol *global = scope_find(l->module->scopes->module, s->name);
    return !(global && global->bound) && !library_find("builtins", s->name->text) &&
           !is_python_name(l, s->name);
}

ir_ref load_name(lowerer *l, name n, src_span at)
{
    const symbol *s = symbol_of(l, n);
    switch (s->place) {
    case PLACE_CLASS: return load_class_name(l, s->name, at);
    case PLACE_GLOBAL:
        if (may_be_prepared(l, s)) return load_class_name(l, s->name, at);
        return load_global(l, s->name, at, false);
    default: return load_variable(l, s, at);
    }
}

void store_name(lowerer *l, name n, ir_ref value, src_span at, bool last_use)
{
    const symbol *s = symbol_of(l, n);
    if (s->place == PLACE_CLASS) {
        emit_named(l, IR_namespace_put, s->name, at, REFS(NAMESPACE, value));
    } else if (s->place == PLACE_GLOBAL) {
        emit(l, IR_store_global, at, REFS(value))->aux.global = global_of(l, l->module, s->name);
    } else if (s->definition->captured) {
        emit(l, IR_store_cell, at, REFS(cell_of(l, s->definition), value));
    } else {
        set_slot(l, s->definition->slot, value, at, last_use);
    }
}

void delete_name(lowerer *l, name n, src_span at)
{
    const symbol *s = symbol_of(l, n);
    if (s->place == PLACE_CLASS) {
        emit_named(l, IR_namespace_del, s->name, at, REFS(NAMESPACE));
    } else if (s->place == PLACE_GLOBAL) {
        ir_global *global = global_of(l, l->module, s->name);
        emit(l, IR_del_global, at, NO_REFS)->aux.global = global;
        /* Behind a deleted name the builtin is there again. */
        if (library_find("builtins", s->name->text)) {
            ir_ref builtin = emit_library(l, "builtins", s->name->text, at);
            emit(l, IR_store_global, at, REFS(builtin))->aux.global = global;
        }
    } else {
        load_variable(l, s, at);
        clear_name(l, n, at);
    }
}

void clear_name(lowerer *l, name n, src_span at)
{
    const symbol *s = symbol_of(l, n);
    if (s->place == PLACE_CLASS || s->place == PLACE_GLOBAL) {
        store_name(l, n, const_none(l), at, false);
        delete_name(l, n, at);
    } else if (s->definition->captured) {
        emit(l, IR_clear_cell, at, REFS(cell_of(l, s->definition)));
    } else {
        emit_to(l, s->definition->slot, IR_unset, at, NO_REFS);
    }
}
