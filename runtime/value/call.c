/* call.c: calls of anything, from generated code and from C.
 *
 * The fast way is a function of the program called with just the positional arguments it has
 * parameters for: its entry gets the caller's argument vector as it is. Methods put self before
 * the arguments in a vector on the C stack; only calls with many arguments need memory. */
#include "exc/exception.h"
#include "value/descriptor.h"
#include "value/function.h"
#include "value/native.h"
#include "value/super.h"
#include "value/tuple.h"
#include "value/type.h"

#define ON_STACK 8 /* arguments that a call copies without asking for memory */

/* ---- functions of the program ---------------------------------------------------------------- */

static inline bool takes_exactly(const rt_param_list *params, uint32_t count)
{
    return params->positional == count && !params->kwonly && !params->star && !params->star_star;
}

static rt_value call_bound(const rt_function *f, const rt_args *args, rt_value *bound)
{
    rt_value packed[2], result = 0;
    const char *qualname = f->qualname ? rt_str_text(f->qualname, NULL) : f->code->qualname;
    if (rt_bind(qualname, &f->code->params, f->defaults, f->kwdefaults, args, bound, packed))
        result = f->code->entry(f->cells, bound);
    RT_RELEASE_OPT(packed[0]);
    RT_RELEASE_OPT(packed[1]);
    return result;
}

rt_value rt_function_call(rt_value callee, const rt_args *args)
{
    rt_function *f = RT_FUNCTION_OBJECT(callee);
    const rt_param_list *params = &f->code->params;
    if (RT_LIKELY(!args->named && takes_exactly(params, args->positional)))
        return f->code->entry(f->cells, args->values);
    uint32_t count =
        (uint32_t)params->positional + params->kwonly + params->star + params->star_star;
    rt_value few[ON_STACK];
    if (count <= ON_STACK) return call_bound(f, args, few);
    rt_value *many = rt_alloc(count * sizeof(rt_value));
    rt_value result = call_bound(f, args, many);
    rt_free(many, count * sizeof(rt_value));
    return result;
}

/* ---- anything -------------------------------------------------------------------------------- */

rt_value rt_call_named(rt_value callee, const rt_args *args)
{
    rt_type *type = RT_TYPE(callee);
    if (RT_LIKELY(type == &rt_function_type)) return rt_function_call(callee, args);
    if (RT_UNLIKELY(!type->call))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not callable", callee);
    if (!RT_ENTER_WHILE(" while calling a Python object")) return 0;
    rt_value result = type->call(callee, args);
    RT_LEAVE();
    return result;
}

rt_value rt_call(rt_value callee, uint32_t count, const rt_value *values)
{
    return rt_call_named(callee, &(rt_args){values, count, 0, NULL});
}

rt_value rt_call1(rt_value callee, rt_value a)
{
    return rt_call(callee, 1, &a);
}

rt_value rt_call2(rt_value callee, rt_value a, rt_value b)
{
    return rt_call(callee, 2, (rt_value[]){a, b});
}

rt_value rt_call_with_self(rt_value callee, rt_value self, const rt_args *args)
{
    uint32_t count = args->positional + args->named;
    rt_value few[ON_STACK + 1], *values = few;
    if (count > ON_STACK) values = rt_alloc((count + 1) * sizeof(rt_value));
    values[0] = self;
    if (count) memcpy(values + 1, args->values, count * sizeof(rt_value));
    rt_value result =
        rt_call_named(callee, &(rt_args){values, args->positional + 1, args->named, args->names});
    if (values != few) rt_free(values, (count + 1) * sizeof(rt_value));
    return result;
}

/* f(*args, **kwargs): the values and names of kwargs behind those of args. */
rt_value rt_call_spread(rt_value callee, rt_value args, rt_value kwargs)
{
    const rt_tuple *tuple = RT_TUPLE(args);
    uint32_t named = kwargs ? (uint32_t)rt_length(kwargs) : 0;
    if (!named) return rt_call(callee, tuple->count, tuple->items);
    size_t size = ((size_t)tuple->count + 2 * named) * sizeof(rt_value);
    rt_value *values = rt_alloc(size), *names = values + tuple->count + named;
    if (tuple->count) memcpy(values, tuple->items, tuple->count * sizeof(rt_value));
    uint32_t cursor = 0;
    rt_value *value = values + tuple->count;
    for (rt_value key, item; rt_dict_iterate(kwargs, &cursor, &key, &item);) {
        *names++ = key;
        *value++ = item;
    }
    rt_value result = rt_call_named(
        callee, &(rt_args){values, tuple->count, named, values + tuple->count + named});
    rt_free(values, size);
    return result;
}

/* A method that is a function taking just self and the arguments: straight to its entry. 0 with
 * nothing pending and *called false: it is not that simple. */
static inline rt_value call_simple(rt_value attribute, rt_value self, const rt_args *args,
                                   bool *called)
{
    rt_function *f = RT_FUNCTION_OBJECT(attribute);
    *called = !args->named && args->positional < ON_STACK &&
              takes_exactly(&f->code->params, args->positional + 1);
    if (!*called) return 0;
    rt_value values[ON_STACK];
    values[0] = self;
    for (uint32_t i = 0; i < args->positional; i++) values[i + 1] = args->values[i];
    f->head.refs++; /* the call may take it out of its class */
    rt_value result = f->code->entry(f->cells, values);
    RT_RELEASE(attribute);
    return result;
}

/* ---- methods --------------------------------------------------------------------------------- */

bool rt_is_method_like(rt_value attribute)
{
    const rt_type *type = RT_TYPE(attribute);
    return type == &rt_function_type || type == &rt_native_method_type ||
           type == &rt_slot_wrapper_type;
}

/* Any attribute as a method. Not inline, so that the commonest call needs no room for it. */
static rt_value call_any(rt_value attribute, rt_value self, const rt_args *args)
{
    const rt_type *type = RT_TYPE(attribute);
    rt_value result;
    RT_RETAIN(attribute); /* as above */
    if (type == &rt_native_method_type) {
        result = rt_native_method_invoke(RT_NATIVE_METHOD_OBJECT(attribute), self, args);
    } else if (type == &rt_function_type || type == &rt_slot_wrapper_type) {
        result = rt_call_with_self(attribute, self, args);
    } else {
        rt_value bound = type->descr_get ? type->descr_get(attribute, self, RT_TYPE(self))
                                         : rt_retained(attribute);
        result = bound ? rt_call_named(bound, args) : 0;
        RT_RELEASE_OPT(bound);
    }
    RT_RELEASE(attribute);
    return result;
}

static inline rt_value call_found(rt_value attribute, rt_value self, const rt_args *args)
{
    if (RT_LIKELY(RT_TYPE(attribute) == &rt_function_type)) {
        bool called;
        rt_value result = call_simple(attribute, self, args, &called);
        if (called) return result;
    }
    return call_any(attribute, self, args);
}

rt_value rt_call_found(rt_value attribute, rt_value self, const rt_args *args)
{
    return call_found(attribute, self, args);
}

rt_value rt_call_special(rt_value self, rt_value name, uint32_t count, const rt_value *values)
{
    rt_value attribute = rt_type_lookup(RT_TYPE(self), name);
    return attribute ? rt_call_found(attribute, self, &(rt_args){values, count, 0, NULL}) : 0;
}

static bool field_is_set(rt_value object, const rt_type *type, int32_t field)
{
    if (!(type->flags & RT_TYPE_HAS_FIELDS)) return false;
    const rt_fields *fields = (const rt_fields *)((char *)object + type->fields_offset);
    if (!fields->count) return fields->items; /* a dict in place of fields: the slow way */
    return field >= 0 && (uint32_t)field < fields->count && fields->items[field];
}

/* The method that a call of object.name runs with *self first, borrowed; 0: it is not that
 * simple. */
static inline rt_value method_of(rt_value object, rt_value name, rt_value *self)
{
    rt_type *type = RT_TYPE(object);
    *self = object;
    rt_value attribute = 0;
    if (RT_LIKELY(type->getattr == rt_generic_getattr)) {
        rt_found found = rt_type_find(type, name);
        attribute = field_is_set(object, type, found.field) ? 0 : found.attribute;
    } else if (type == &rt_super_type) {
        attribute = rt_super_find(object, name, self);
    }
    return attribute && *self && rt_is_method_like(attribute) ? attribute : 0;
}

static rt_value call_got_method(rt_value object, rt_value name, const rt_args *args)
{
    rt_value method = rt_getattr(object, name);
    if (!method) return rt_raised_by_lookup();
    rt_value result = rt_call_named(method, args);
    RT_RELEASE(method);
    return result;
}

static inline rt_value call_method(rt_value object, rt_value name, const rt_args *args)
{
    rt_value self, found = method_of(object, name, &self);
    return RT_LIKELY(found != 0) ? call_found(found, self, args)
                                 : call_got_method(object, name, args);
}

rt_value rt_call_method_named(rt_value object, rt_value name, const rt_args *args)
{
    return call_method(object, name, args);
}

/* Of functions found, those that take no self are wrapped, as static methods are. */
rt_value rt_find_method(rt_value object, rt_value name)
{
    rt_value self, found = method_of(object, name, &self);
    if (RT_LIKELY(found != 0) && self == object) return rt_retained(found);
    rt_value method = rt_getattr(object, name);
    if (!method || !rt_is_method_like(method)) return method;
    rt_value wrapped = rt_staticmethod_new(method);
    RT_RELEASE(method);
    return wrapped;
}

rt_value rt_call_found_method(rt_value found, rt_value object, const rt_args *args)
{
    return rt_is_method_like(found) ? call_found(found, object, args) : rt_call_named(found, args);
}

uint32_t rt_method_site(rt_value object, rt_value name, rt_site *site, const rt_code *const *codes)
{
    rt_type *type = RT_TYPE(object);
    rt_value attribute = rt_type_lookup(type, name);
    bool is_function = attribute && RT_TYPE(attribute) == &rt_function_type;
    const rt_code *code = is_function ? RT_FUNCTION_OBJECT(attribute)->code : NULL;
    uint32_t index = 0;
    while (codes[index] && codes[index] != code) index++;
    *site = (rt_site){type->version, index};
    return index;
}

rt_value rt_call_method(rt_value object, rt_value name, uint32_t count, const rt_value *values)
{
    return call_method(object, name, &(rt_args){values, count, 0, NULL});
}
