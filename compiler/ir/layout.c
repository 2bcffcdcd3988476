/* Laying classes out. See layout.h. */
#include "ir/layout.h"

#include "ir/classes.h"
#include "ir/infer.h"

/* What is known of an attribute's name: whether some operation could make it a descriptor of a
 * class, in a class that is named or in one that got to where nobody knows. */
typedef struct doubts {
    bool in_named, in_unknown;
} doubts;

typedef struct context {
    ir_program *p;
    doubts *names; /* by name id */
    bool some_set; /* a class of the program has __set__: its instances are descriptors */
} context;

enum { FIELDS_MAX = 60 };

/* ---- descriptors ----------------------------------------------------------------------------- */

/* Functions and classes stand behind what an instance has itself. */
static bool may_take_precedence(const context *x, type t)
{
    switch (t.kind) {
    case TYPE_FUNCTION:
    case TYPE_CLASS: return false;
    case TYPE_INSTANCE:
    case TYPE_OPTIONAL: return x->some_set;
    default: return t.kind > TYPE_FUNCTION;
    }
}

static void note_store(context *x, const ir_function *f, const ir_instr *i)
{
    if (i->op != IR_setattr || i->aux.name->id >= x->p->attribute_count) return;
    type object = ir_type_of(x->p, f, i->args[0]);
    if (type_class(object) || object.kind == TYPE_NEVER) return;
    if (!may_take_precedence(x, ir_type_of(x->p, f, i->args[1]))) return;
    doubts *d = &x->names[i->aux.name->id];
    if (object.kind == TYPE_CLASS)
        d->in_named = true;
    else
        d->in_unknown = true;
}

static bool binds_precedence(const context *x, const ir_class *c, name n)
{
    for (vec_each(ir_block *, b, &c->body->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->op == IR_namespace_put && i->aux.name == n &&
                may_take_precedence(x, ir_type_of(x->p, c->body, i->args[1])))
                return true;
    return false;
}

/* ---- families -------------------------------------------------------------------------------- */

static const ir_class *root_of(const ir_class *c)
{
    while (c->bases.count) c = c->bases.items[0];
    return c;
}

static bool family_binds_precedence(const context *x, const ir_class *c, name n)
{
    if (binds_precedence(x, c, n)) return true;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (family_binds_precedence(x, *s, n)) return true;
    return false;
}

static bool family_escapes(const ir_class *c)
{
    if (c->escapes) return true;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (family_escapes(*s)) return true;
    return false;
}

static bool can_be_laid_out(const context *x, const ir_class *c)
{
    static const char *const hooks[] = {"__slots__", "__getattribute__", "__setattr__",
                                        "__delattr__"};
    if (!c->typed || c->bases.count > 1) return false;
    for (size_t n = 0; n < sizeof hooks / sizeof *hooks; n++)
        if (class_binds(c, intern_text(&x->p->compilation->names, hooks[n]))) return false;
    for (vec_each(ir_class *, s, &c->subclasses))
        if (!can_be_laid_out(x, *s)) return false;
    return true;
}

/* ---- fields ---------------------------------------------------------------------------------- */

static bool is_laid_out(const ir_class *c, name n)
{
    for (vec_each(name, field, &c->fields))
        if (*field == n) return true;
    return false;
}

static bool is_plain_field(const context *x, const ir_class *c, name n)
{
    if (n->id >= x->p->attribute_count || is_special_name(n)) return false;
    const doubts *d = &x->names[n->id];
    const ir_class *root = root_of(c);
    return !d->in_named && !(d->in_unknown && family_escapes(root)) &&
           !family_binds_precedence(x, root, n);
}

static void add_fields_of(context *x, ir_class *c, const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->op != IR_setattr || c->fields.count == FIELDS_MAX) continue;
            type object = ir_type_of(x->p, f, i->args[0]);
            if (type_class(object) != c) continue;
            if (!is_laid_out(c, i->aux.name) && is_plain_field(x, c, i->aux.name))
                vec_push_in(&x->p->compilation->memory, &c->fields, i->aux.name);
        }
}

/* The base's fields; then those that __init__ sets, in its order; then all others. */
static void lay_out_family(context *x, ir_class *c, const ir_class *base)
{
    if (base)
        for (vec_each(name, field, &base->fields))
            vec_push_in(&x->p->compilation->memory, &c->fields, *field);
    ir_function *init = class_function(c, intern_text(&x->p->compilation->names, "__init__"));
    if (init) add_fields_of(x, c, init);
    for (vec_each(ir_function *, f, &x->p->functions)) add_fields_of(x, c, *f);
    for (vec_each(ir_class *, s, &c->subclasses)) lay_out_family(x, *s, c);
}

void lay_out_classes(ir_program *p)
{
    context x = {.p = p, .names = arena_array(&p->compilation->memory, doubts, p->attribute_count)};
    name set = intern_text(&p->compilation->names, "__set__");
    for (vec_each(ir_class *, c, &p->classes)) x.some_set |= class_binds(*c, set);
    for (vec_each(ir_function *, f, &p->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) note_store(&x, *f, i);
    for (vec_each(ir_class *, c, &p->classes))
        if (!(*c)->bases.count && can_be_laid_out(&x, *c)) lay_out_family(&x, *c, NULL);
}

int32_t field_of(type t, name n)
{
    const ir_class *c = type_class(t);
    for (uint32_t k = 0; c && k < c->fields.count; k++)
        if (c->fields.items[k] == n) return (int32_t)k;
    return -1;
}

bool class_is_made_plainly(const ir_program *p, const ir_class *c, ir_function **init)
{
    name n = intern_text(&p->compilation->names, "__init__");
    *init = class_function(c, n);
    return c->fields.count && !c->may_be_abstract && (*init || !class_binds(c, n));
}
