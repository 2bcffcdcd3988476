/* module_dict.c: what globals() gives: a dict that stands for the variables of a module of the
 * program.
 *
 * The variables live in slots of the program's own. The dict is brought up to date whenever it is
 * asked for something, and what is put into it goes to the variables too. */
#include "exc/exception.h"
#include "value/arguments.h"
#include "value/dict.h"
#include "value/module.h"
#include "value/native.h"
#include "value/str.h"
#include "value/type.h"

typedef struct module_dict {
    rt_dict dict;
    rt_value module;
} module_dict;
#define MODULE(v) (((module_dict *)(v))->module)

static bool has(rt_value dict, rt_value name, rt_value v)
{
    return rt_dict_find(dict, name) == v;
}

/* Takes over what the variables and the attributes of the module are now. */
static rt_value fresh(rt_value self)
{
    rt_module *m = RT_MODULE(MODULE(self));
    for (const rt_module_variable *v = m->def->variables; v && v->name; v++) {
        rt_value name = rt_intern(v->name, strlen(v->name));
        if (has(self, name, *v->slot)) continue;
        if (*v->slot)
            rt_dict_store(self, name, *v->slot);
        else
            rt_dict_delete(self, name);
    }
    uint32_t cursor = 0;
    for (rt_value name, v; rt_dict_iterate(m->dict, &cursor, &name, &v);)
        if (!has(self, name, v)) rt_dict_store(self, name, v);
    return self;
}

static bool set_variable(rt_value self, rt_value name, rt_value v)
{
    if (rt_is_str(name)) return rt_setattr(MODULE(self), name, v);
    return rt_dict_store(self, name, v);
}

rt_value rt_module_variables(rt_value module)
{
    rt_module *m = RT_MODULE(module);
    if (!m->variables) {
        rt_type_ready(&rt_module_dict_type);
        m->variables = (rt_value)rt_object_new(&rt_module_dict_type, sizeof(module_dict));
        MODULE(m->variables) = module;
    }
    return rt_retained(fresh(m->variables));
}

/* ---- slots: those of dict, of the present state ---------------------------------------------- */

static rt_value get_item(rt_value self, rt_value key)
{
    return rt_dict_type.getitem(fresh(self), key);
}

static bool set_item(rt_value self, rt_value key, rt_value v)
{
    fresh(self);
    if (v) return set_variable(self, key, v) && (fresh(self), true);
    if (!rt_dict_find(self, key)) return rt_dict_type.setitem(self, key, 0);
    return rt_delattr(MODULE(self), key) && (rt_dict_delete(self, key), true);
}

static int contains(rt_value self, rt_value key)
{
    return rt_dict_type.contains(fresh(self), key);
}

static int64_t length(rt_value self)
{
    return rt_dict_type.length(fresh(self));
}

static rt_value iterate(rt_value self)
{
    return rt_dict_type.iter(fresh(self));
}

static rt_value repr(rt_value self)
{
    return rt_dict_type.repr(fresh(self));
}

static rt_value get_attribute(rt_value self, rt_value name)
{
    return rt_generic_getattr(fresh(self), name);
}

/* ---- methods that change -------------------------------------------------------------------- */

static bool put_all(rt_value self, rt_value from)
{
    uint32_t cursor = 0;
    for (rt_value key, v; rt_dict_iterate(from, &cursor, &key, &v);)
        if (!set_variable(self, key, v)) return false;
    fresh(self);
    return true;
}

static rt_value update(rt_value self, rt_value args, rt_value kwargs)
{
    rt_value changes = rt_dict_new(), done = rt_dict_update(changes, args, kwargs);
    bool fine = done && put_all(self, changes);
    RT_RELEASE(changes);
    RT_RELEASE_OPT(done);
    return fine ? rt_retained(RT_NONE) : 0;
}

static rt_value set_default(rt_value self, rt_value key, rt_value v)
{
    rt_value have = rt_dict_find(fresh(self), key);
    if (have) return rt_retained(have);
    v = v ? v : RT_NONE;
    return set_item(self, key, v) ? rt_retained(v) : 0;
}

static rt_value pop(rt_value self, rt_value key, rt_value otherwise)
{
    rt_value have = rt_dict_find(fresh(self), key);
    if (!have && otherwise) return rt_retained(otherwise);
    RT_RETAIN_OPT(have);
    if (set_item(self, key, 0)) return have;
    RT_RELEASE_OPT(have);
    return 0;
}

static const rt_native_def methods[] = {
    {"update", "*args, **kwargs", (void (*)(void))update, 3, RT_NATIVE_METHOD},
    {"setdefault", "key, default=None, /", (void (*)(void))set_default, 3, RT_NATIVE_METHOD},
    {"pop", "key, default=..., /", (void (*)(void))pop, 3, RT_NATIVE_METHOD},
    {0}};

rt_type rt_module_dict_type = {
    .head = RT_TYPE_HEAD,
    .name = "dict",
    .size = sizeof(module_dict),
    .flags = RT_TYPE_MAPPING | RT_TYPE_FINAL,
    .base = &rt_dict_type,
    .repr = repr,
    .length = length,
    .getitem = get_item,
    .setitem = set_item,
    .contains = contains,
    .iter = iterate,
    .getattr = get_attribute,
    .methods = methods,
};
