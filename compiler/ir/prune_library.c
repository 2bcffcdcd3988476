/* Marking from the program's own modules, then sweeping the library's. See prune_library.h. */
#include "ir/prune_library.h"

#include <string.h>

#include "base/bitset.h"
#include "base/words.h"
#include "ir/mentioned.h"

typedef struct context {
    ir_program *program;
    mentioned_names *names; /* attributes that are asked for */
    bool *reached;          /* by function: its code can run */
    bool *marked;           /* by function: what its code reaches is known */
    bool *live;             /* by global: something that can run reads it */
    bitset *slots;          /* by function: the slots of a library body that are needed */
    bool *acts;             /* by module: its body calls for an effect, or imports such a module */
    bool *used;             /* by module: its body must run */
    bool changed;
} context;

static void set(context *c, bool *mark)
{
    if (*mark) return;
    *mark = c->changed = true;
}

/* The bodies that only define names. */
static bool is_library_body(const ir_function *f)
{
    return f->module->is_library && (f->kind == FN_MODULE || f->kind == FN_CLASS_BODY);
}

/* What an operation that can run reaches: functions it names, globals and attributes it reads. */
static void reach(context *c, const ir_instr *i)
{
    if (mention_names_of(c->names, c->program, i)) c->changed = true;
    switch (i->op) {
    case IR_function:
    case IR_class_body:
    case IR_call_direct:
    case IR_start_direct:
    case IR_await_direct:
    case IR_await_apart:
    case IR_task_new:
    case IR_task_direct: set(c, &c->reached[i->aux.function->index]); break;
    case IR_call_virtual:
        for (ir_function **f = i->aux.candidates; *f; f++) set(c, &c->reached[(*f)->index]);
        break;
    case IR_load_global:
    case IR_del_global: set(c, &c->live[i->aux.global->index]); break;
    case IR_load_module: /* as an object: anything of it can be asked for */
        for (vec_each(ir_global *, g, &i->aux.module->globals)) set(c, &c->live[(*g)->index]);
        break;
    default: break;
    }
}

/* A call whose result nobody reads stands there for what it does. (Where programs may change
 * modules, calls of the library's functions are calls of anything.) */
static bool is_action(const ir_module *m, const ir_instr *i)
{
    if (i->op != IR_call_library && i->op != IR_call) return false;
    for (vec_each(ir_block *, b, &m->body->blocks))
        for (vec_each(ir_instr, reader, &(*b)->code))
            for (uint32_t a = 0; a < reader->arg_count; a++)
                if (reader->args[a] == i->dst) return false;
    return true;
}

static bool module_acts(const context *c, const ir_module *m)
{
    for (vec_each(ir_block *, b, &m->body->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (is_action(m, i) || (i->op == IR_import_module && c->acts[i->aux.module->index]))
                return true;
    return false;
}

static void find_acting_modules(context *c)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (vec_each(ir_module *, m, &c->program->modules)) {
            bool *acts = &c->acts[(*m)->index];
            if (*acts || !(*m)->is_library || !module_acts(c, *m)) continue;
            *acts = changed = true;
        }
    }
}

static bool module_is_used(const context *c, const ir_module *m)
{
    return !m->is_library || c->used[m->index];
}

static bool imports_used_module(const context *c, const ir_module *m)
{
    for (vec_each(ir_block *, b, &m->body->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_import_module && module_is_used(c, i->aux.module)) return true;
    return false;
}

/* Something of it is read, or it is on the way to a module of which something is. */
static void mark_module(context *c, const ir_module *m)
{
    bool used = c->acts[m->index];
    for (vec_each(ir_global *, g, &m->globals)) used |= c->live[(*g)->index];
    if (used || imports_used_module(c, m)) set(c, &c->used[m->index]);
}

static const ir_instr *maker_before(const ir_block *b, const ir_instr *at, ir_ref value)
{
    while (at-- > b->code.items)
        if (at->dst == value) return at;
    return NULL;
}

/* Whether a class body puts a function there, as it is or as a property or a class's own method. */
static bool puts_method(const ir_block *b, const ir_instr *put)
{
    const ir_instr *maker = maker_before(b, put, put->args[1]);
    if (maker && maker->op == IR_call && maker->arg_count == 2) {
        const ir_instr *callee = maker_before(b, maker, maker->args[0]);
        if (!callee || callee->op != IR_load_library ||
            strcmp(callee->aux.library->module, "builtins"))
            return false;
        maker = maker_before(b, maker, maker->args[1]);
    }
    return maker && maker->op == IR_function;
}

/* What a decorator made is put there, an abstract method perhaps: then what overrides it
 * must stay. */
static bool puts_decorated(const ir_function *f, const ir_block *b, const ir_instr *i)
{
    if (f->kind != FN_CLASS_BODY || i->op != IR_namespace_put || puts_method(b, i)) return false;
    const ir_instr *maker = maker_before(b, i, i->args[1]);
    return maker && (maker->op == IR_call || maker->op == IR_call_direct);
}

/* Whether an operation changes what it finds in a module variable that is read: `Logger.root =
 * root`. */
static bool changes_live_global(const context *c, const ir_block *b, const ir_instr *i)
{
    const ir_instr *maker = maker_before(b, i, i->args[0]);
    return maker && maker->op == IR_load_global && c->live[maker->aux.global->index];
}

/* Whether an operation of the body of a library module or class must stay. */
static bool is_needed(const context *c, const ir_function *f, const ir_block *b, const ir_instr *i)
{
    const bitset needed = c->slots[f->index];
    if (f->kind == FN_MODULE && c->acts[f->module->index] && is_action(f->module, i)) return true;
    if (ir_is_slot(i->dst) && i->op != IR_next) return bitset_has(needed, (uint32_t)i->dst);
    switch (i->op) {
    case IR_store_global: return c->live[i->aux.global->index];
    case IR_import_module: return module_is_used(c, i->aux.module);
    case IR_namespace_put:
        if (f->kind == FN_CLASS_BODY)
            return is_mentioned(c->names, i->aux.name) || !puts_method(b, i);
        return !ir_is_slot(i->args[0]) || bitset_has(needed, (uint32_t)i->args[0]);
    case IR_class_body:
    case IR_setattr:
    case IR_setitem:
    case IR_dict_put:
    case IR_list_push:
    case IR_set_push:
    case IR_list_extend:
    case IR_annotate:
        return !ir_is_slot(i->args[0]) || bitset_has(needed, (uint32_t)i->args[0]) ||
               changes_live_global(c, b, i);
    default: return true;
    }
}

static void mark_library_body(context *c, const ir_function *f)
{
    bitset needed = c->slots[f->index];
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (!is_needed(c, f, *b, i)) continue;
            reach(c, i);
            if (puts_decorated(f, *b, i) && mention_name(c->names, i->aux.name)) c->changed = true;
            for (uint32_t a = 0; a < i->arg_count; a++) {
                if (!ir_is_slot(i->args[a]) || bitset_has(needed, (uint32_t)i->args[a])) continue;
                bitset_add(needed, (uint32_t)i->args[a]);
                c->changed = true;
            }
        }
}

static void mark_function(context *c, const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) reach(c, i);
}

static void mark(context *c)
{
    for (vec_each(ir_function *, f, &c->program->functions)) {
        if ((*f)->kind == FN_MODULE && (*f)->module->is_library) {
            mark_module(c, (*f)->module);
            mark_library_body(c, *f);
        } else if (c->reached[(*f)->index] && is_library_body(*f)) {
            mark_library_body(c, *f);
        } else if (c->reached[(*f)->index] && !c->marked[(*f)->index]) {
            c->marked[(*f)->index] = true;
            mark_function(c, *f);
        }
    }
}

/* `import_module` of what is not used goes everywhere; the rest only from library bodies. */
static void sweep(context *c, ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks)) {
        VEC(ir_instr) kept = {0};
        for (vec_each(ir_instr, i, &(*b)->code)) {
            bool keep = is_library_body(f)
                            ? is_needed(c, f, *b, i)
                            : i->op != IR_import_module || module_is_used(c, i->aux.module);
            if (keep) vec_push_in(&c->program->compilation->memory, &kept, *i);
        }
        (*b)->code.items = kept.items;
        (*b)->code.count = kept.count;
        (*b)->code.capacity = kept.capacity;
    }
}

/* Code of the library that lists what objects have shows all of it. */
static void note_listing_modules(context *c)
{
    for (vec_each(ir_module *, m, &c->program->modules))
        if ((*m)->is_library && c->used[(*m)->index] && source_calls((*m)->source, "dir"))
            mention_all(c->names);
}

void prune_library(compilation *compilation, ir_program *p)
{
    arena *a = &compilation->memory;
    context c = {.program = p, .names = mentioned_names_new(p), .changed = true};
    c.reached = arena_array(a, bool, p->functions.count);
    c.marked = arena_array(a, bool, p->functions.count);
    c.live = arena_array(a, bool, p->globals.count);
    c.slots = arena_array(a, bitset, p->functions.count);
    c.acts = arena_array(a, bool, p->modules.count);
    c.used = arena_array(a, bool, p->modules.count);
    for (vec_each(ir_function *, f, &p->functions))
        if (is_library_body(*f)) c.slots[(*f)->index] = bitset_new(a, (*f)->slots.count);
    for (vec_each(ir_module *, m, &p->modules))
        if (!(*m)->is_library) c.reached[(*m)->body->index] = true;
    find_acting_modules(&c);
    while (c.changed) {
        c.changed = false;
        mark(&c);
    }
    for (vec_each(ir_function *, f, &p->functions)) sweep(&c, *f);
    note_listing_modules(&c);
    p->mentioned = c.names;
}
