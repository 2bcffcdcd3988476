/* module.c: modules as objects: those of the library find their attributes in its tables when they
 * are first asked for; those of the program show its variables. */
#include "value/module.h"

#include "exc/exception.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/type.h"

rt_value rt_module_new(rt_module_def *def)
{
    rt_module *m = (rt_module *)rt_object_new(&rt_module_type, sizeof(rt_module));
    m->def = def;
    m->dict = rt_dict_new();
    return (rt_value)m;
}

static rt_value *variable(const rt_module *m, rt_value name)
{
    const char *text = rt_str_text(name, NULL);
    for (const rt_module_variable *v = m->def->variables; v && v->name; v++)
        if (!strcmp(v->name, text)) return v->slot;
    return NULL;
}

/* What the library has is kept once it was asked for: it is the same object each time. */
static rt_value from_library(rt_module *m, rt_value name)
{
    const char *text = rt_str_text(name, NULL);
    for (rt_library_row *const *row = m->def->rows; row && *row; row++) {
        if (strcmp((*row)->def.name, text)) continue;
        rt_value v = rt_library_get(*row);
        if (v) rt_dict_store(m->dict, name, v);
        return v;
    }
    return 0;
}

static rt_value module_find(rt_value self, rt_value name)
{
    rt_module *m = RT_MODULE(self);
    const rt_value *slot = variable(m, name);
    if (slot && *slot) return rt_retained(*slot);
    rt_value kept = rt_dict_find(m->dict, name);
    if (kept) return rt_retained(kept);
    return m->is_whole ? 0 : from_library(m, name);
}

/* From here on the dict alone tells what a module of the library has: a part of it is deleted. */
static void make_whole(rt_module *m)
{
    for (rt_library_row *const *row = m->def->rows; !m->is_whole && row && *row; row++) {
        rt_value name = rt_intern((*row)->def.name, strlen((*row)->def.name));
        rt_value v = module_find((rt_value)m, name);
        RT_RELEASE_OPT(v);
    }
    m->is_whole = true;
}

/* A module that is a file alone belongs to the package around it, one of a folder to itself. */
static rt_value package_of(const rt_module_def *def)
{
    size_t length = strlen(def->path);
    const char *dot = strrchr(def->name, '.');
    if (!strcmp(def->name, "__main__")) return rt_retained(RT_NONE);
    if (length >= 11 && !strcmp(def->path + length - 11, "__init__.py")) return rt_str_c(def->name);
    return rt_str_new(def->name, dot ? (size_t)(dot - def->name) : 0);
}

/* What a module has without a variable of it; 0 with nothing pending: nothing of this name. What
 * CPython's machinery of imports leaves in modules has nothing here that it could be. */
static rt_value of_definition(const rt_module_def *def, const char *name)
{
    if (!strcmp(name, "__name__")) return rt_str_c(def->name);
    if (!strcmp(name, "__loader__") || !strcmp(name, "__spec__")) return rt_retained(RT_NONE);
    if (!def->path) return 0;
    if (!strcmp(name, "__file__")) return rt_str_c(def->path);
    if (!strcmp(name, "__doc__")) return def->doc ? rt_str_c(def->doc) : rt_retained(RT_NONE);
    if (!strcmp(name, "__builtins__") || !strcmp(name, "__cached__")) return rt_retained(RT_NONE);
    return strcmp(name, "__package__") ? 0 : package_of(def);
}

static rt_module_state state_of(rt_value self)
{
    const rt_module_state *state = RT_MODULE(self)->def->state;
    return state ? *state : RT_MODULE_COMPLETE;
}

bool rt_import(rt_module_state *state, rt_value (*body)(void))
{
    *state = RT_MODULE_RUNS;
    rt_value done = body();
    *state = done ? RT_MODULE_COMPLETE : RT_MODULE_NEW;
    return done != 0;
}

/* What the module's own __getattr__ makes of a name: PEP 562. */
static rt_value from_own_getattr(rt_value self, rt_value name)
{
    rt_value hook = module_find(self, RT_NAME("__getattr__"));
    rt_value v = hook ? rt_call(hook, 1, &name) : 0;
    RT_RELEASE_OPT(hook);
    return v;
}

static rt_value module_getattr(rt_value self, rt_value name)
{
    rt_value v = module_find(self, name);
    if (v || RT_RAISED()) return v;
    v = of_definition(RT_MODULE(self)->def, rt_str_text(name, NULL));
    if (v) return v;
    if (rt_type_lookup(RT_TYPE(self), name)) return rt_generic_getattr(self, name);
    v = from_own_getattr(self, name);
    if (v || RT_RAISED()) return v;
    rt_raise_module_error(RT_MODULE(self)->def->name, rt_str_text(name, NULL), state_of(self));
    rt_exc_set_name(name, self);
    return 0;
}

static bool module_setattr(rt_value self, rt_value name, rt_value v)
{
    rt_value *slot = variable(RT_MODULE(self), name);
    if (slot && (v || *slot)) {
        RT_RETAIN_OPT(v);
        rt_store(slot, v);
        return true;
    }
    if (RT_MODULE(self)->def->rows)
        rt_library_assigned(RT_MODULE(self)->def->name, rt_str_text(name, NULL), v);
    if (v) return rt_dict_store(RT_MODULE(self)->dict, name, v);
    make_whole(RT_MODULE(self));
    if (rt_dict_delete(RT_MODULE(self)->dict, name) == 1) return true;
    rt_raise_module_error(RT_MODULE(self)->def->name, rt_str_text(name, NULL), state_of(self));
    return false;
}

static rt_value module_repr(rt_value self)
{
    const rt_module_def *def = RT_MODULE(self)->def;
    if (def->path && *def->path != '<')
        return rt_str_format("<module '%s' from '%s'>", def->name, def->path);
    return rt_str_format(def->rows ? "<module '%s' (built-in)>" : "<module '%s'>", def->name);
}

/* A copy: all there is, by name. */
static rt_value module_dict(rt_value self)
{
    rt_module *m = RT_MODULE(self);
    rt_value names = rt_dict_new(), dict = rt_dict_new();
    for (const rt_module_variable *v = m->def->variables; v && v->name; v++)
        if (*v->slot) rt_dict_store(names, rt_intern(v->name, strlen(v->name)), RT_NONE);
    for (rt_library_row *const *row = m->def->rows; row && *row; row++)
        rt_dict_store(names, rt_intern((*row)->def.name, strlen((*row)->def.name)), RT_NONE);
    uint32_t cursor = 0;
    for (rt_value name, none; rt_dict_iterate(names, &cursor, &name, &none);) {
        rt_value v = module_find(self, name);
        if (v) rt_dict_store(dict, name, v);
        RT_RELEASE_OPT(v);
    }
    RT_RELEASE(names);
    return dict;
}

/* The names of its dict, and those that every module has. */
static rt_value module_dir(rt_value self)
{
    static const char *const everywhere[] = {"__doc__", "__loader__", "__name__", "__spec__"};
    static const char *const of_programs[] = {"__builtins__", "__cached__", "__file__",
                                              "__package__"};
    rt_value names = module_dict(self);
    for (size_t i = 0; i < sizeof everywhere / sizeof *everywhere; i++)
        rt_dict_store(names, rt_intern(everywhere[i], strlen(everywhere[i])), RT_NONE);
    for (size_t i = 0; !RT_MODULE(self)->def->rows && i < sizeof of_programs / sizeof *of_programs;
         i++)
        rt_dict_store(names, rt_intern(of_programs[i], strlen(of_programs[i])), RT_NONE);
    rt_value list = rt_list_from(names);
    RT_RELEASE(names);
    return list;
}

static const rt_native_def module_methods[] = {
    {"__dir__", "", (void (*)(void))module_dir, 1, 1},
    {0},
};

static rt_value module_doc(rt_value self)
{
    (void)self;
    return rt_retained(RT_NONE);
}

static const rt_getset_def module_getsets[] = {
    {"__dict__", module_dict, NULL},
    {"__doc__", module_doc, NULL},
    {NULL, NULL, NULL},
};

static void module_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_value dict = ((rt_module *)self)->dict;
    if (dict) visit(dict, context);
    if (((rt_module *)self)->variables) visit(((rt_module *)self)->variables, context);
}

static void module_clear(rt_object *self)
{
    rt_dict_drop_items(RT_DICT(((rt_module *)self)->dict));
    rt_store(&((rt_module *)self)->variables, 0);
}

static void module_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_module *)self)->dict);
    RT_RELEASE_OPT(((rt_module *)self)->variables);
    rt_free(self, self->type->size);
}

rt_type rt_module_type = {
    .head = RT_TYPE_HEAD,
    .name = "module",
    .size = sizeof(rt_module),
    .dealloc = module_dealloc,
    .traverse = module_traverse,
    .clear = module_clear,
    .repr = module_repr,
    .getattr = module_getattr,
    .setattr = module_setattr,
    .getsets = module_getsets,
    .methods = module_methods,
};
