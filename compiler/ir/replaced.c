/* Which rows of the library's tables are replaced: see replaced.h.
 *
 * A module can be changed by `module.name = value`, where the module is known; and, once it is
 * handed on as an object (setattr(module, ...), patch(module, ...)), by whoever sets an
 * attribute of an object of unknown type. */
#include "ir/replaced.h"

#include <string.h>

#include "ir/infer.h"

struct ir_replaced {
    VEC(const library_row *) rows;
    uint32_t settled; /* how many of them everybody knows of */
    VEC(const library_module *) handed_on;
    bool *names; /* by name id: set on objects of unknown type */
    uint32_t name_count;
    bool any_name; /* names that are made up at run time are, too */
};

void replaced_begin(ir_program *p)
{
    arena *memory = &p->compilation->memory;
    struct ir_replaced *r = p->replaced = arena_new(memory, struct ir_replaced);
    r->name_count = p->compilation->names.count;
    r->names = arena_array(memory, bool, r->name_count);
}

bool is_replaced(const ir_program *p, const library_row *row)
{
    for (vec_each(const library_row *, it, &p->replaced->rows))
        if (*it == row) return true;
    return false;
}

static void replace(ir_program *p, const library_row *row)
{
    if (row && !is_replaced(p, row)) vec_push_in(&p->compilation->memory, &p->replaced->rows, row);
}

static void hand_on(ir_program *p, const library_module *module)
{
    for (vec_each(const library_module *, m, &p->replaced->handed_on))
        if (*m == module) return;
    vec_push_in(&p->compilation->memory, &p->replaced->handed_on, module);
}

/* Whether a place holds a module that its type tells, or nothing as yet. */
static bool knows_module(type t)
{
    return t.kind == TYPE_LIBRARY_MODULE || t.kind == TYPE_NEVER;
}

/* Operations after which the module is still where only its name can lead to it. */
static bool keeps_module(const ir_program *p, const ir_function *f, const ir_instr *i, uint32_t arg)
{
    switch (i->op) {
    case IR_getattr:
    case IR_setattr:
    case IR_delattr:
    case IR_find_method:
    case IR_call_method:
    case IR_call_method_named: return arg == 0;
    case IR_store_global: return knows_module(i->aux.global->type);
    case IR_copy: return knows_module(ir_type_of(p, f, i->dst));
    case IR_is:
    case IR_is_set:
    case IR_keep:
    case IR_check_local:
    case IR_truth: return true;
    default: return false;
    }
}

/* An attribute is set on an object of this type. */
static void note_set(ir_program *p, type object, name attribute)
{
    struct ir_replaced *r = p->replaced;
    if (object.kind == TYPE_LIBRARY_MODULE)
        replace(p, library_find(((const library_module *)object.subject)->name, attribute->text));
    else if (object.kind == TYPE_OBJECT && attribute->id < r->name_count)
        r->names[attribute->id] = true;
}

static const library_row *setter(type t)
{
    const library_row *row = t.kind == TYPE_LIBRARY ? t.subject : NULL;
    bool sets = row && (!strcmp(row->module, "builtins") || !strcmp(row->module, "_patch")) &&
                (!strcmp(row->name, "setattr") || !strcmp(row->name, "delattr"));
    return sets ? row : NULL;
}

/* setattr(object, name, ...) and delattr(object, name). */
static void note_setter(ir_program *p, const ir_function *f, const ir_instr *i)
{
    bool is_call = i->op == IR_call && i->arg_count > 2;
    ir_ref attribute = is_call ? i->args[2] : IR_NO_REF;
    const ast_constant *text =
        ir_is_constant(attribute) ? &p->constants.items[ir_constant_index(attribute)].value : NULL;
    if (text && text->tag == AST_CONST_STR)
        note_set(p, ir_type_of(p, f, i->args[1]),
                 intern(&p->compilation->names, text->text, text->length));
    else
        p->replaced->any_name = true;
}

void replaced_note(ir_program *p, const ir_function *f, const ir_instr *i)
{
    for (uint32_t a = 0; a < i->arg_count; a++) {
        type t = ir_type_of(p, f, i->args[a]);
        if (t.kind == TYPE_LIBRARY_MODULE && !keeps_module(p, f, i, a)) hand_on(p, t.subject);
        if (setter(t)) note_setter(p, f, i);
    }
    if (i->op == IR_setattr || i->op == IR_delattr)
        note_set(p, ir_type_of(p, f, i->args[0]), i->aux.name);
}

static bool is_set_somewhere(const ir_program *p, const char *attribute)
{
    const struct ir_replaced *r = p->replaced;
    name n = intern_text(&p->compilation->names, attribute);
    return r->any_name || (n->id < r->name_count && r->names[n->id]);
}

bool replaced_settle(ir_program *p)
{
    struct ir_replaced *r = p->replaced;
    uint32_t before = r->settled;
    for (vec_each(const library_module *, m, &r->handed_on)) {
        const library_row *row;
        for (uint32_t index = 0; (row = library_row_of((*m)->name, &index));)
            if (is_set_somewhere(p, row->name)) replace(p, row);
    }
    r->settled = r->rows.count;
    return r->settled != before;
}
