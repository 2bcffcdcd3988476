/* What is known of module variables.
 *
 * In: a program as lowering leaves it. Out: ir_global's store_count, constant_function,
 * constant_class and always_set; and a builtin in place of a variable of the same name that could
 * be read before it is set, as Python looks there next. */
#include "ir/lower.h"

#include <string.h>

#include "ir/globals_set.h"

/* -- stores ------------------------------------------------------------------------------- */

/* The operation of the block that makes the value which the operation at `index` stores. */
static const ir_instr *maker_of(const ir_block *b, uint32_t index)
{
    ir_ref value = b->code.items[index].args[0];
    for (uint32_t k = index; k-- > 0;)
        if (b->code.items[k].dst == value) return &b->code.items[k];
    return NULL;
}

static void note_store(const ir_function *f, const ir_block *b, uint32_t index)
{
    ir_global *g = b->code.items[index].aux.global;
    g->store_count++;
    g->constant_function = NULL;
    g->constant_class = NULL;
    g->alias = NULL;
    if (g->store_count > 1 || f != g->module->body) return;
    const ir_instr *maker = maker_of(b, index);
    if (maker && maker->op == IR_function) g->constant_function = maker->aux.function;
    if (maker && maker->op == IR_class_end) g->constant_class = maker->aux.class_;
    if (maker && maker->op == IR_load_global) g->alias = maker->aux.global;
}

static void note_stores(const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (uint32_t k = 0; k < (*b)->code.count; k++) {
            ir_op op = (*b)->code.items[k].op;
            if (op == IR_store_global) note_store(f, *b, k);
            if (op == IR_del_global) (*b)->code.items[k].aux.global->store_count++;
        }
}

/* -- modules as objects ------------------------------------------------------------------- */

static void forget(ir_global *g)
{
    g->is_open = true;
    g->store_count++;
    g->constant_function = NULL;
    g->constant_class = NULL;
    g->alias = NULL;
    g->always_set = false;
}

/* Modules that the program has as objects can be changed through their attributes: by name, or,
 * with names that are made up, all of them. */
static void forget_attributes(ir_program *p, const bool *is_object, const bool *is_changed)
{
    for (vec_each(ir_global *, g, &p->globals))
        if (is_changed[(*g)->name->id] && is_object[(*g)->module->index]) forget(*g);
}

static void forget_all(ir_program *p, const bool *is_object)
{
    for (vec_each(ir_global *, g, &p->globals))
        if (is_object[(*g)->module->index]) forget(*g);
}

static bool is_setattr(const ir_instr *i)
{
    if (i->op != IR_load_library || strcmp(i->aux.library->module, "builtins")) return false;
    const char *own_name = i->aux.library->name;
    return !strcmp(own_name, "setattr") || !strcmp(own_name, "delattr") ||
           !strcmp(own_name, "vars");
}

/* unittest.mock does so for the program. */
static bool is_patch(const ir_instr *i)
{
    return i->op == IR_load_library && !strcmp(i->aux.library->module, "_patch");
}

/* globals(): what is put into it goes to the variables. */
static bool is_globals(const ir_instr *i)
{
    return i->op == IR_load_library && !strcmp(i->aux.library->module, "_module");
}

static void forget_changed_attributes(ir_program *p)
{
    bool *is_object = arena_array(&p->compilation->memory, bool, p->modules.count);
    for (vec_each(ir_function *, f, &p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code))
                if (i->op == IR_load_module) is_object[i->aux.module->index] = true;
    bool *is_changed = arena_array(&p->compilation->memory, bool, p->compilation->names.count);
    bool any = false;
    for (vec_each(ir_function *, f, &p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) {
                if (i->op == IR_setattr || i->op == IR_delattr) is_changed[i->aux.name->id] = true;
                /* the library has these too, but changes no modules with them */
                any |= is_patch(i);
                any |= !(*f)->module->is_library && (is_setattr(i) || is_globals(i));
            }
    forget_attributes(p, is_object, is_changed);
    if (any) forget_all(p, is_object);
}

/* -- builtins ----------------------------------------------------------------------------- */

/* Puts `global = builtin` at the beginning of the module's body. */
static void preset_builtin(ir_program *p, ir_global *g, const library_row *row)
{
    ir_function *body = g->module->body;
    ir_block *entry = body->blocks.items[0];
    ir_block rest = *entry;
    entry->code.items = NULL;
    entry->code.count = entry->code.capacity = 0;
    ir_ref value = ir_slot_new(p, body, NULL, REPR_VALUE);
    ir_emit(p, entry, IR_load_library, value, 0, NULL, body->span)->aux.library = row;
    ir_emit(p, entry, IR_store_global, IR_NO_REF, 1, &value, body->span)->aux.global = g;
    for (vec_each(ir_instr, i, &rest.code)) vec_push_in(&p->compilation->memory, &entry->code, *i);
    g->store_count++;
    g->constant_function = NULL;
    g->constant_class = NULL;
    g->alias = NULL;
    g->always_set = true;
}

static void preset_builtins(ir_program *p)
{
    for (vec_each(ir_global *, g, &p->globals)) {
        const library_row *row =
            (*g)->always_set ? NULL : library_find("builtins", (*g)->name->text);
        if (row) preset_builtin(p, *g, row);
    }
}

void ir_describe_globals(ir_program *p)
{
    for (vec_each(ir_function *, f, &p->functions)) note_stores(*f);
    ir_find_always_set(p);
    forget_changed_attributes(p);
    preset_builtins(p);
}
