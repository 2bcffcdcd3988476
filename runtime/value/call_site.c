/* call_site.c: calls of methods that remember what they called last.
 *
 * In: a call of object.name with positional arguments, and its site. Out: its result; where the
 * object's type is in the state that the site knows, by one comparison and a direct call. A site
 * knows functions in C and functions of the program that take the arguments as they are given. */
#include "value/function.h"
#include "value/native.h"
#include "value/type.h"

enum { MOST_ARGUMENTS = 4 }; /* with self */

/* Does an instance keep its attributes in a dict, whose names its type does not know? */
static inline bool has_dict(rt_value object, const rt_type *type)
{
    if (!(type->flags & RT_TYPE_HAS_FIELDS)) return false;
    const rt_fields *fields = (const rt_fields *)((char *)object + type->fields_offset);
    return !fields->count && fields->items;
}

static bool native_takes(const rt_native_def *def, uint32_t count)
{
    const rt_signature *signature = rt_signature_of(def);
    const rt_param_list *params = &signature->params;

    return def->is_method == RT_NATIVE_METHOD && def->arity <= MOST_ARGUMENTS && !params->star &&
           !params->star_star && !signature->required_kw && count >= signature->required &&
           count <= params->positional;
}

static bool function_takes(const rt_function *f, uint32_t count)
{
    const rt_param_list *params = &f->code->params;

    return count < MOST_ARGUMENTS && params->positional == count + 1 && !params->kwonly &&
           !params->star && !params->star_star;
}

static void remember(rt_value object, rt_value name, uint32_t count, rt_call_site *site)
{
    rt_type *type = RT_TYPE(object);
    if (type->getattr != rt_generic_getattr) return;

    rt_found found = rt_type_find(type, name);
    if (found.field >= 0 || !found.attribute) return;
    if (RT_TYPE(found.attribute) == &rt_native_method_type) {
        const rt_native_def *def = RT_NATIVE_METHOD_OBJECT(found.attribute)->def;
        if (native_takes(def, count)) *site = (rt_call_site){type->version, true, def};
    } else if (RT_TYPE(found.attribute) == &rt_function_type) {
        const rt_function *f = RT_FUNCTION_OBJECT(found.attribute);
        if (function_takes(f, count)) *site = (rt_call_site){type->version, false, f};
    }
}

#define V rt_value
static inline rt_value call_native(const rt_native_def *def, V self, uint32_t count,
                                   const rt_value *args)
{
    void (*f)(void) = def->function;
    V a = count > 0 ? args[0] : 0, b = count > 1 ? args[1] : 0, c = count > 2 ? args[2] : 0;

    switch (def->arity) {
    case 1: return ((V(*)(V))f)(self);
    case 2: return ((V(*)(V, V))f)(self, a);
    case 3: return ((V(*)(V, V, V))f)(self, a, b);
    default: return ((V(*)(V, V, V, V))f)(self, a, b, c);
    }
}
#undef V

static inline rt_value call_function(rt_function *f, rt_value self, uint32_t count,
                                     const rt_value *args)
{
    rt_value values[MOST_ARGUMENTS] = {self};

    for (uint32_t i = 0; i < count; i++) values[i + 1] = args[i];
    f->head.refs++; /* the call may take it out of its class */
    rt_value result = f->code->entry(f->cells, values);
    RT_RELEASE((rt_value)f);
    return result;
}

rt_value rt_call_method_at(rt_value object, rt_value name, uint32_t count, const rt_value *args,
                           rt_call_site *site)
{
    const rt_type *type = RT_TYPE(object);

    if (RT_UNLIKELY(type->version != site->version || has_dict(object, type))) {
        remember(object, name, count, site);
        return rt_call_method(object, name, count, args);
    }
    if (site->is_native) return call_native(site->target, object, count, args);
    return call_function((rt_function *)site->target, object, count, args);
}
