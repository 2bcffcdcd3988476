/* Bases, subclasses, and which classes types can follow. See classes.h. */
#include "ir/classes.h"

#include <string.h>

#include "base/words.h"

/* ---- names ----------------------------------------------------------------------------------- */

ir_attribute *attribute_of(const ir_program *p, name n)
{
    return n->id < p->attribute_count ? &p->attributes[n->id] : NULL;
}

bool is_special_name(name n)
{
    return n->length > 4 && !memcmp(n->text, "__", 2) && !memcmp(n->text + n->length - 2, "__", 2);
}

/* With one of these in its text, a module can change what no operation shows. */
static const char *const doubtful[] = {
    "setattr",        "delattr",   "__setattr__", "__delattr__",    "__getattr__", "__dict__",
    "__class__",      "__bases__", "__code__",    "__defaults__",   "__mro__",     "__subclasses__",
    "__kwdefaults__", "__get__",   "__prepare__", "__set_name__",   "exec",        "eval",
    "locals",         "metaclass", "new_class",   "make_dataclass", "__new__",     "vars",
    "mock",           "namespace"};

static bool is_doubtful(const ir_module *m)
{
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (source_has_word(m->source, doubtful[i])) return true;
    return source_makes_names(m->source);
}

/* ---- bases ----------------------------------------------------------------------------------- */

static const ir_instr *maker_before(const ir_function *f, const ir_block *b, uint32_t index,
                                    ir_ref value)
{
    for (uint32_t k = index; k-- > 0;)
        if (b->code.items[k].dst == value) return &b->code.items[k];
    for (uint32_t n = b->id; n-- > 0;) {
        const ir_block *before = f->blocks.items[n];
        for (uint32_t k = before->code.count; k-- > 0;)
            if (before->code.items[k].dst == value) return &before->code.items[k];
    }
    return NULL;
}

static ir_class *class_of_global(const ir_global *g)
{
    for (uint32_t steps = 0; g && steps < 16; g = g->alias, steps++)
        if (g->constant_class) return g->is_open ? NULL : g->constant_class;
    return NULL;
}

static ir_global *global_named(const ir_module *m, name n)
{
    for (vec_each(ir_global *, g, &m->globals))
        if ((*g)->name == n) return *g;
    return NULL;
}

/* The module that a variable of a module is bound to, once (`from package import module`), or
 * NULL. */
static const ir_module *module_of_global(const ir_global *g)
{
    while (g->alias) g = g->alias;
    if (g->is_open || g->store_count != 1) return NULL;
    const ir_function *body = g->module->body;
    for (vec_each(ir_block *, b, &body->blocks))
        for (uint32_t k = 0; k < (*b)->code.count; k++) {
            const ir_instr *i = &(*b)->code.items[k];
            if (i->op != IR_store_global || i->aux.global != g) continue;
            const ir_instr *maker = maker_before(body, *b, k, i->args[0]);
            return maker && maker->op == IR_load_module ? maker->aux.module : NULL;
        }
    return NULL;
}

static const ir_module *module_of(const ir_instr *maker)
{
    if (maker && maker->op == IR_load_module) return maker->aux.module;
    return maker && maker->op == IR_load_global ? module_of_global(maker->aux.global) : NULL;
}

/* The class that a base is; *outside: it is one, but not of the program. */
static ir_class *base_class(const ir_function *f, const ir_block *b, uint32_t index, ir_ref value,
                            bool *outside)
{
    const ir_instr *maker = ir_is_slot(value) ? maker_before(f, b, index, value) : NULL;
    *outside = false;
    if (!maker) return NULL;
    if (maker->op == IR_load_global) return class_of_global(maker->aux.global);
    if (maker->op == IR_getitem) return base_class(f, b, index, maker->args[0], outside);
    *outside = maker->op == IR_load_library;
    if (maker->op != IR_getattr) return NULL;
    const ir_instr *object = maker_before(f, b, index, maker->args[0]);
    *outside = object && object->op == IR_load_library_module;
    const ir_module *module = module_of(object);
    const ir_global *g = module ? global_named(module, maker->aux.name) : NULL;
    return g ? class_of_global(g) : NULL;
}

static void add_base(ir_program *p, ir_class *c, ir_class *base)
{
    arena *a = &p->compilation->memory;
    vec_push_in(a, &c->bases, base);
    vec_push_in(a, &base->subclasses, c);
}

/* Bases that give instances nothing: object, ABC, Generic[...]. */
static bool is_transparent_class(const ir_class *c)
{
    const char *module = c->module->name->text, *own = c->name->text;
    return c->module->is_library &&
           ((strcmp(module, "abc") == 0 && strcmp(own, "ABC") == 0) ||
            (strcmp(module, "typing") == 0 && strcmp(own, "Generic") == 0));
}

static bool is_object(const ir_function *f, const ir_block *b, uint32_t index, ir_ref value)
{
    const ir_instr *maker = ir_is_slot(value) ? maker_before(f, b, index, value) : NULL;
    return maker && maker->op == IR_load_library &&
           strcmp(maker->aux.library->module, "builtins") == 0 &&
           strcmp(maker->aux.library->name, "object") == 0;
}

/* Fills in the bases. False: some are not known. *open: they may be any classes. */
static bool find_bases(ir_program *p, const ir_function *f, const ir_block *b, uint32_t index,
                       bool *open)
{
    const ir_instr *end = &b->code.items[index];
    ir_class *c = end->aux.class_;
    if (c->node->as.ClassDef.bases.count == 0) return true;
    const ir_instr *tuple =
        ir_is_slot(end->args[1]) ? maker_before(f, b, index, end->args[1]) : NULL;
    bool known = tuple && tuple->op == IR_tuple;
    if (!known) *open = true;
    for (uint32_t n = 0; tuple && n < tuple->arg_count; n++) {
        bool outside;
        ir_class *base = base_class(f, b, index, tuple->args[n], &outside);
        if (is_object(f, b, index, tuple->args[n])) continue;
        if (base && is_transparent_class(base)) {
            c->may_be_abstract |= strcmp(base->name->text, "ABC") == 0;
            continue;
        }
        if (base && base != c)
            add_base(p, c, base);
        else
            known = false;
        *open |= !base && !outside;
    }
    return known;
}

static bool statement_is_plain(const ir_class *c)
{
    const struct ast_ClassDef *def = &c->node->as.ClassDef;
    return !def->decorator_list.count && !def->keywords.count;
}

static bool is_abstractmethod(const ir_global *g)
{
    while (g->alias) g = g->alias;
    return g->module->is_library && strcmp(g->module->name->text, "abc") == 0 &&
           strcmp(g->name->text, "abstractmethod") == 0;
}

/* What the body puts after calling abstractmethod with it. */
static void find_abstract_methods(ir_program *p, ir_class *c)
{
    const ir_function *body = c->body;
    for (vec_each(ir_block *, b, &body->blocks))
        for (uint32_t k = 0; k < (*b)->code.count; k++) {
            const ir_instr *i = &(*b)->code.items[k];
            if (i->op != IR_namespace_put) continue;
            const ir_instr *maker = maker_before(body, *b, k, i->args[1]);
            if (!maker || maker->op != IR_call) continue;
            const ir_instr *callee = maker_before(body, *b, k, maker->args[0]);
            if (callee && callee->op == IR_load_global && is_abstractmethod(callee->aux.global))
                vec_push_in(&p->compilation->memory, &c->abstract, i->aux.name);
        }
}

static void spread_abstract(ir_program *p)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (vec_each(ir_class *, c, &p->classes))
            for (vec_each(ir_class *, base, &(*c)->bases)) {
                if (!(*base)->may_be_abstract || (*c)->may_be_abstract) continue;
                (*c)->may_be_abstract = changed = true;
            }
    }
    for (vec_each(ir_class *, c, &p->classes))
        if ((*c)->may_be_abstract) find_abstract_methods(p, *c);
}

/* What is not typed takes along what it derives from and what derives from it. */
static void spread_doubt(ir_program *p)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (vec_each(ir_class *, c, &p->classes)) {
            bool typed = (*c)->typed;
            for (vec_each(ir_class *, base, &(*c)->bases)) typed &= (*base)->typed;
            for (vec_each(ir_class *, sub, &(*c)->subclasses)) typed &= (*sub)->typed;
            if (typed == (*c)->typed) continue;
            (*c)->typed = typed;
            changed = true;
        }
    }
}

/* builtins.type as more than the callee of type(x) can make classes of any bases. */
static bool makes_classes(const ir_function *f, const ir_instr *load)
{
    if (load->op != IR_load_library || strcmp(load->aux.library->name, "type") != 0) return false;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            for (uint32_t n = 0; n < i->arg_count; n++)
                if (i->args[n] == load->dst && (n || i->op != IR_call || i->arg_count != 2))
                    return true;
    return false;
}

static void note_stored(ir_program *p, const ir_instr *i)
{
    if (i->op != IR_setattr && i->op != IR_delattr) return;
    attribute_of(p, i->aux.name)->stored = true;
}

void describe_classes(ir_program *p)
{
    arena *a = &p->compilation->memory;
    p->attribute_count = p->compilation->names.count;
    p->attributes = arena_array(a, ir_attribute, p->attribute_count);
    for (uint32_t n = 0; n < p->attribute_count; n++) p->attributes[n].type = TYPE(NEVER);
    bool open = false, own_doubt = false;
    bool *doubt = arena_array(a, bool, p->modules.count);
    for (vec_each(ir_module *, m, &p->modules)) {
        doubt[(*m)->index] = is_doubtful(*m);
        if (!(*m)->is_library) own_doubt |= doubt[(*m)->index];
    }
    for (vec_each(ir_class *, c, &p->classes))
        (*c)->typed = statement_is_plain(*c) && !doubt[(*c)->module->index];
    for (vec_each(ir_function *, f, &p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (uint32_t k = 0; k < (*b)->code.count; k++) {
                const ir_instr *i = &(*b)->code.items[k];
                note_stored(p, i);
                bool any = false;
                if (i->op == IR_class_end && !find_bases(p, *f, *b, k, &any))
                    i->aux.class_->typed = false;
                any |= makes_classes(*f, i);
                open |= any && !(*f)->module->is_library;
            }
    for (vec_each(ir_class *, c, &p->classes)) (*c)->typed &= !own_doubt && !open;
    spread_doubt(p);
    spread_abstract(p);
}

/* ---- families -------------------------------------------------------------------------------- */

bool class_derives(const ir_class *c, const ir_class *base)
{
    if (c == base) return true;
    for (vec_each(ir_class *, b, &c->bases))
        if (class_derives(*b, base)) return true;
    return false;
}

const ir_class *class_common(const ir_class *a, const ir_class *b)
{
    for (const ir_class *c = a; c; c = c->bases.count ? c->bases.items[0] : NULL)
        if (class_derives(b, c)) return c;
    return NULL;
}

/* ---- methods --------------------------------------------------------------------------------- */

static bool binds_itself(const ir_class *c, name n)
{
    for (vec_each(ir_block *, b, &c->body->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if ((i->op == IR_namespace_put || i->op == IR_namespace_get ||
                 i->op == IR_namespace_del) &&
                i->aux.name == n)
                return true;
    return false;
}

bool class_binds(const ir_class *c, name n)
{
    if (binds_itself(c, n)) return true;
    for (vec_each(ir_class *, b, &c->bases))
        if (class_binds(*b, n)) return true;
    return false;
}

static uint32_t uses_of(const ir_class *c, name n)
{
    uint32_t uses = 0;
    for (vec_each(ir_block *, b, &c->body->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            uses += (i->op == IR_namespace_put || i->op == IR_namespace_get ||
                     i->op == IR_namespace_del) &&
                    i->aux.name == n;
    return uses;
}

static ir_function *own_method(const ir_class *c, name n)
{
    for (vec_each(ir_function *, m, &c->methods))
        if ((*m)->name == n) return uses_of(c, n) == 1 ? *m : NULL;
    return NULL;
}

/* The ancestors, itself included, that bind the name: the one there is, else NULL and *many. */
static const ir_class *binder_of(const ir_class *c, name n, bool *many)
{
    if (binds_itself(c, n)) return c;
    const ir_class *found = NULL;
    for (vec_each(ir_class *, b, &c->bases)) {
        const ir_class *binder = binder_of(*b, n, many);
        if (binder && found && binder != found) *many = true;
        if (binder) found = binder;
    }
    return found;
}

ir_function *class_function(const ir_class *c, name n)
{
    bool many = false;
    const ir_class *binder = binder_of(c, n, &many);
    return binder && !many ? own_method(binder, n) : NULL;
}

/* Whether all that derives from the class has the same function of that name. */
static bool all_have(const ir_class *c, name n, const ir_function *f)
{
    if (class_function(c, n) != f) return false;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (!all_have(*s, n, f)) return false;
    return true;
}

ir_function *class_method(const ir_program *p, const ir_class *c, name n)
{
    const ir_attribute *a = attribute_of(p, n);
    if (!c->typed || !a || a->stored) return NULL;
    ir_function *f = class_function(c, n);
    return f && all_have(c, n, f) ? f : NULL;
}

/* Whether the class has an abstract method there: no instance ever runs it by a call of its own. */
static bool is_abstract(const ir_class *c, name n)
{
    bool many = false;
    const ir_class *binder = c->may_be_abstract ? binder_of(c, n, &many) : NULL;
    if (!binder || many || uses_of(binder, n) != 1) return false;
    for (vec_each(name, own, &binder->abstract))
        if (*own == n) return true;
    return false;
}

/* Adds what the class and all that derives from it have; false where that is not known. */
static bool add_candidates(const ir_class *c, name n, ir_function **out, uint32_t *count)
{
    ir_function *f = class_function(c, n);
    bool known = is_abstract(c, n);
    if (!f && !known) return false;
    for (uint32_t k = 0; k < *count; k++) known |= out[k] == f;
    if (!known && *count == CANDIDATES_MAX) return false;
    if (!known) out[(*count)++] = f;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (!add_candidates(*s, n, out, count)) return false;
    return true;
}

uint32_t class_candidates(const ir_program *p, const ir_class *c, name n, ir_function **out)
{
    const ir_attribute *a = attribute_of(p, n);
    uint32_t count = 0;
    if (!c->typed || !a || a->stored || !add_candidates(c, n, out, &count)) return 0;
    return count;
}

static bool one_base_each(const ir_class *c)
{
    if (c->bases.count > 1) return false;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (!one_base_each(*s)) return false;
    return true;
}

ir_function *class_super_method(const ir_program *p, const ir_class *c, name n)
{
    const ir_attribute *a = attribute_of(p, n);
    if (!c->typed || !a || a->stored || !c->bases.count || !one_base_each(c)) return NULL;
    return class_function(c->bases.items[0], n);
}

static bool family_binds(const ir_class *c, name n)
{
    if (class_binds(c, n)) return true;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (family_binds(*s, n)) return true;
    return false;
}

bool class_has_no_truth(const ir_program *p, const ir_class *c)
{
    static const char *const asked[] = {"__bool__", "__len__"};
    for (size_t n = 0; c && n < sizeof asked / sizeof *asked; n++) {
        name special = intern_text(&p->compilation->names, asked[n]);
        const ir_attribute *a = attribute_of(p, special);
        if ((a && a->stored) || family_binds(c, special)) return false;
    }
    return c != NULL;
}
