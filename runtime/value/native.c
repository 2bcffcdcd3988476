/* native.c: functions and methods written in C as objects, and the binding of calls to them.
 *
 * A native takes one C argument for each parameter of its signature; 0 stands for one that was
 * not given. Signatures are parsed when a row is first called in a way that needs it: a call
 * with just the positional arguments that the C function takes goes straight through. */
#include "value/native.h"

#include "exc/exception.h"
#include "value/function.h"
#include "value/tuple.h"
#include "value/type.h"

#define NATIVE(v) RT_NATIVE(v)
#define METHOD(v) RT_NATIVE_METHOD_OBJECT(v)
#define MOST_ARGUMENTS 12

/* ---- signatures ------------------------------------------------------------------------------ */

#define SIGNATURE_BUCKETS 256
static rt_signature *signatures[SIGNATURE_BUCKETS];

/* Cuts the next parameter off: up to a comma outside brackets and quotes. */
static char *next_parameter(char **rest)
{
    char *start = *rest;
    if (!start) return NULL;
    while (*start == ' ') start++;
    int depth = 0;
    char quote = 0;
    for (char *at = start;; at++) {
        if (!*at) {
            *rest = NULL;
            return *start ? start : NULL;
        }
        if (quote) {
            if (*at == quote) quote = 0;
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (strchr("([{", *at)) {
            depth++;
        } else if (strchr(")]}", *at)) {
            depth--;
        } else if (*at == ',' && !depth) {
            *at = 0;
            *rest = at + 1;
            return start;
        }
    }
}

/* Ends a parameter's name; true = it had a default. */
static bool cut_default(char *parameter)
{
    char *end = parameter + strcspn(parameter, "=: ");
    bool has_default = strchr(parameter, '=') != NULL;
    *end = 0;
    return has_default;
}

static void add_parameter(rt_signature *s, char *text, bool *keyword_only)
{
    rt_param_list *params = &s->params;
    uint32_t count = (uint32_t)params->positional + params->kwonly;
    if (!strcmp(text, "/")) {
        params->posonly = params->positional;
    } else if (!strcmp(text, "*")) {
        *keyword_only = true;
    } else if (!strncmp(text, "**", 2)) {
        params->star_star = 1;
    } else if (*text == '*') {
        params->star = 1;
        *keyword_only = true;
    } else {
        bool has_default = cut_default(text);
        s->names[count] = text;
        if (*keyword_only) {
            if (!has_default) s->required_kw |= 1u << params->kwonly;
            params->kwonly++;
        } else {
            if (!has_default) s->required = params->positional + 1;
            params->positional++;
        }
    }
}

static rt_signature *signature_parse(const rt_native_def *def)
{
    size_t size = strlen(def->signature) + 1;
    rt_signature *s = rt_alloc(sizeof(*s));
    *s = (rt_signature){.def = def};
    s->text = rt_alloc(size);
    memcpy(s->text, def->signature, size);
    s->names = rt_alloc((def->arity + 1u) * sizeof(char *));
    s->params.names = s->names;
    bool keyword_only = false;
    char *rest = s->text;
    for (char *parameter; (parameter = next_parameter(&rest));)
        add_parameter(s, parameter, &keyword_only);
    return s;
}

const rt_signature *rt_signature_of(const rt_native_def *def)
{
    rt_signature **bucket = &signatures[((uintptr_t)def / sizeof(*def)) % SIGNATURE_BUCKETS];
    for (rt_signature *s = *bucket; s; s = s->next)
        if (s->def == def) return s;
    rt_signature *fresh = signature_parse(def);
    fresh->next = *bucket;
    return *bucket = fresh;
}

void rt_end_natives(void)
{
    for (uint32_t i = 0; i < SIGNATURE_BUCKETS; i++) {
        for (rt_signature *s = signatures[i], *next; s; s = next) {
            next = s->next;
            rt_free(s->names, (s->def->arity + 1u) * sizeof(char *));
            rt_free(s->text, strlen(s->def->signature) + 1);
            rt_free(s, sizeof(*s));
        }
        signatures[i] = NULL;
    }
}

/* ---- binding --------------------------------------------------------------------------------- */

/* Functions are named alone in messages, methods with their type where CPython does so. */
typedef struct native_call {
    const rt_native_def *def;
    const rt_signature *signature;
    const rt_args *args;
    rt_value *out;
    const char *type, *dot; /* "list" or "collections.deque", "."; or "", "" */
} native_call;

/* Messages name the type without its module. */
static const char *type_shown(const native_call *c)
{
    const char *dot = strrchr(c->type, '.');
    return dot ? dot + 1 : c->type;
}

static bool raise_count(const native_call *c)
{
    const rt_param_list *params = &c->signature->params;
    const char *name = c->def->name;
    uint32_t given = c->args->positional, least = c->signature->required, most = params->positional;
    bool all_positional_only = params->posonly == most && !params->star;
    if (!most && !params->kwonly)
        rt_raise_format(&rt_exc_TypeError, "%s%s%s() takes no arguments (%u given)", type_shown(c),
                        c->dot, name, given);
    else if (!most)
        rt_raise_format(&rt_exc_TypeError, "%s() takes no positional arguments", name);
    else if (all_positional_only && least == most && most == 1 && !params->kwonly)
        rt_raise_format(&rt_exc_TypeError, "%s%s%s() takes exactly one argument (%u given)",
                        type_shown(c), c->dot, name, given);
    else if (all_positional_only || given < least)
        rt_raise_format(&rt_exc_TypeError, "%s expected %s%u argument%s, got %u", name,
                        least == most && !params->star ? ""
                        : given < least                ? "at least "
                                                       : "at most ",
                        given < least ? least : most,
                        (given < least ? least : most) == 1 ? "" : "s", given);
    else
        rt_raise_format(&rt_exc_TypeError, "%s() takes %s %u %sargument%s (%u given)", name,
                        least == most ? "exactly" : "at most", most,
                        params->kwonly ? "positional " : "", most == 1 ? "" : "s",
                        given + (params->kwonly ? 0 : c->args->named));
    return false;
}

/* C parameters stand in the order of the signature: *args before the keyword-only ones. */
static uint32_t place_of(const rt_param_list *params, uint32_t parameter)
{
    return parameter < params->positional ? parameter : parameter + params->star;
}

static bool bind_native_keyword(native_call *c, rt_value kwargs, rt_value name, rt_value v)
{
    const rt_param_list *params = &c->signature->params;
    const char *text = rt_str_text(name, NULL);
    for (uint32_t i = params->posonly; i < (uint32_t)params->positional + params->kwonly; i++) {
        if (strcmp(params->names[i], text)) continue;
        rt_value *slot = &c->out[place_of(params, i)];
        if (*slot) {
            rt_raise_format(&rt_exc_TypeError,
                            "argument for %s() given by name ('%s') and position (%u)",
                            c->def->name, text, i + 1);
            return false;
        }
        *slot = v;
        return true;
    }
    if (kwargs) return rt_dict_store(kwargs, name, v);
    if (params->posonly == params->positional && !params->kwonly)
        rt_raise_format(&rt_exc_TypeError, "%s%s%s() takes no keyword arguments", type_shown(c),
                        c->dot, c->def->name);
    else
        rt_raise_format(&rt_exc_TypeError, "'%s' is an invalid keyword argument for %s()", text,
                        c->def->name);
    return false;
}

static bool bind_native_positional(native_call *c, rt_value packed[2])
{
    const rt_param_list *params = &c->signature->params;
    uint32_t given = c->args->positional, room = params->positional,
             taken = given < room ? given : room;
    if (taken) memcpy(c->out, c->args->values, taken * sizeof(rt_value));
    if (params->star)
        c->out[room] = packed[0] = rt_tuple_copy(given - taken, c->args->values + taken);
    else if (given > room)
        return raise_count(c);
    return true;
}

static bool check_required(const native_call *c)
{
    const rt_param_list *params = &c->signature->params;
    for (uint32_t i = 0; i < c->signature->required; i++) {
        if (c->out[i]) continue;
        if (i < params->posonly || !(c->args->named || params->kwonly)) return raise_count(c);
        rt_raise_format(&rt_exc_TypeError, "%s() missing required argument '%s' (pos %u)",
                        c->def->name, params->names[i], i + 1);
        return false;
    }
    for (uint32_t i = 0; i < params->kwonly; i++)
        if (c->signature->required_kw >> i & 1 &&
            !c->out[place_of(params, params->positional + i)]) {
            rt_raise_format(&rt_exc_TypeError,
                            "%s() missing 1 required keyword-only argument: '%s'", c->def->name,
                            params->names[params->positional + i]);
            return false;
        }
    return true;
}

static bool bind_native(native_call *c, rt_value packed[2])
{
    const rt_param_list *params = &c->signature->params;
    uint32_t count =
        (uint32_t)params->positional + params->kwonly + params->star + params->star_star;
    memset(c->out, 0, count * sizeof(rt_value));
    if (!bind_native_positional(c, packed)) return false;
    if (params->star_star && c->args->named) c->out[count - 1] = packed[1] = rt_dict_new();
    for (uint32_t i = 0; i < c->args->named; i++)
        if (!bind_native_keyword(c, packed[1], c->args->names[i],
                                 c->args->values[c->args->positional + i]))
            return false;
    return check_required(c);
}

/* ---- mistakes in calls of what CPython has in Python ----------------------------------------- */

/* A call as one of a Python function; of a method, whose first parameter is self. */
typedef struct python_call {
    const char *names[MOST_ARGUMENTS + 3];
    rt_value values[MOST_ARGUMENTS + 1];
    rt_param_list params;
    rt_args args;
} python_call;

/* `self`: 0 = a function. */
static void add_self(python_call *p, const native_call *c, rt_value self)
{
    const rt_param_list *params = &c->signature->params;
    uint32_t given = c->args->positional + c->args->named, first = self != 0;
    p->names[0] = "self";
    for (uint32_t i = 0; i < (uint32_t)params->positional + params->kwonly; i++)
        p->names[first + i] = params->names[i];
    p->params = *params;
    p->params.names = p->names;
    p->params.positional += first;
    if (params->posonly) p->params.posonly += first;
    p->values[0] = self;
    for (uint32_t i = 0; i < given; i++) p->values[first + i] = c->args->values[i];
    p->args = (rt_args){p->values, c->args->positional + first, c->args->named, c->args->names};
}

static rt_value placeholders(uint32_t count)
{
    rt_value tuple = rt_tuple_new(count);
    for (uint32_t i = 0; tuple && i < count; i++) RT_TUPLE(tuple)->items[i] = RT_NONE;
    return tuple;
}

/* Raises once more, in the words for Python functions. */
static void raise_as_python(const native_call *c, rt_value self, rt_type *owner)
{
    python_call p;
    rt_value out[MOST_ARGUMENTS + 3], packed[2] = {0, 0};
    if (c->args->positional + c->args->named > MOST_ARGUMENTS || c->signature->required_kw) return;
    add_self(&p, c, self);
    rt_value defaults = placeholders(c->signature->params.positional - c->signature->required);
    rt_value callee =
        owner ? rt_str_format("%V.%s", rt_type_name(owner), c->def->name) : rt_str_c(c->def->name);
    rt_value kwdefaults = rt_dict_new();
    for (uint32_t i = 0; i < p.params.kwonly; i++) {
        const char *name = p.names[p.params.positional + i];
        rt_dict_store(kwdefaults, rt_intern(name, strlen(name)), RT_NONE);
    }
    rt_value before = rt_save_pending();
    if (rt_bind(rt_str_text(callee, NULL), &p.params, defaults, kwdefaults, &p.args, out, packed))
        rt_restore_pending(before);
    else
        RT_RELEASE_OPT(before);
    RT_RELEASE_OPT(packed[0]);
    RT_RELEASE_OPT(packed[1]);
    RT_RELEASE(defaults);
    RT_RELEASE(kwdefaults);
    RT_RELEASE(callee);
}

static bool is_python_there(const rt_type *owner, const char *where)
{
    return owner ? owner->flags & RT_TYPE_AS_PYTHON : !strcmp(where, "_asyncio");
}

/* ---- calling --------------------------------------------------------------------------------- */

#define V rt_value
static rt_value invoke(const rt_native_def *def, const rt_value *a)
{
    void (*f)(void) = def->function;
    switch (def->arity) {
    case 0: return ((V(*)(void))f)();
    case 1: return ((V(*)(V))f)(a[0]);
    case 2: return ((V(*)(V, V))f)(a[0], a[1]);
    case 3: return ((V(*)(V, V, V))f)(a[0], a[1], a[2]);
    case 4: return ((V(*)(V, V, V, V))f)(a[0], a[1], a[2], a[3]);
    case 5: return ((V(*)(V, V, V, V, V))f)(a[0], a[1], a[2], a[3], a[4]);
    case 6: return ((V(*)(V, V, V, V, V, V))f)(a[0], a[1], a[2], a[3], a[4], a[5]);
    case 7: return ((V(*)(V, V, V, V, V, V, V))f)(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
    default:
        return ((V(*)(V, V, V, V, V, V, V, V))f)(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    }
}

/* A coroutine function in C: its frame is filled in from the arguments, which that consumes. */
static rt_value start_coroutine(const rt_native *n, const rt_value *a)
{
    const rt_native_def *def = n->def;
    rt_value coroutine = rt_coro_new(n->coroutine);
    if (!coroutine) return 0;
    V v[8] = {0};
    for (uint32_t i = 0; i < def->arity; i++) {
        v[i] = a[i];
        RT_RETAIN_OPT(v[i]);
    }
    void (*f)(void) = def->function;
    rt_frame *frame = RT_CORO_FRAME(coroutine);
    switch (def->arity) {
    case 0: ((void (*)(rt_frame *))f)(frame); break;
    case 1: ((void (*)(rt_frame *, V))f)(frame, v[0]); break;
    case 2: ((void (*)(rt_frame *, V, V))f)(frame, v[0], v[1]); break;
    case 3: ((void (*)(rt_frame *, V, V, V))f)(frame, v[0], v[1], v[2]); break;
    case 4: ((void (*)(rt_frame *, V, V, V, V))f)(frame, v[0], v[1], v[2], v[3]); break;
    case 5: ((void (*)(rt_frame *, V, V, V, V, V))f)(frame, v[0], v[1], v[2], v[3], v[4]); break;
    default:
        ((void (*)(rt_frame *, V, V, V, V, V, V))f)(frame, v[0], v[1], v[2], v[3], v[4], v[5]);
        break;
    }
    return coroutine;
}
#undef V

static bool fits_exactly(const rt_signature *signature, const rt_args *args)
{
    const rt_param_list *params = &signature->params;
    return !args->named && params->positional == args->positional && !params->kwonly &&
           !params->star && !params->star_star;
}

static rt_value release_packed(const rt_value packed[2])
{
    RT_RELEASE_OPT(packed[0]);
    RT_RELEASE_OPT(packed[1]);
    return 0;
}

static rt_value run_native(const rt_native_def *def, const rt_native *coroutine,
                           const rt_value *values)
{
    return coroutine ? coroutine->start(coroutine, values) : invoke(def, values);
}

static rt_value call_binding(const native_call *given, const rt_native *coroutine, rt_value self,
                             rt_type *owner)
{
    rt_value values[MOST_ARGUMENTS], packed[2] = {0, 0};
    uint32_t before = given->def->is_method != RT_NATIVE_FUNCTION;
    native_call call = *given;
    if (before) values[0] = self;
    call.out = values + before;
    if (!bind_native(&call, packed)) {
        if (is_python_there(owner, call.type)) raise_as_python(&call, self, owner);
        return release_packed(packed);
    }
    rt_value result = run_native(call.def, coroutine, values);
    release_packed(packed);
    return result;
}

/* `coroutine`: the function object where it makes a coroutine, else NULL. `owner`: of a method;
 * NULL = none. `where`: the type or module that messages name, or "". */
static rt_value call_native(const rt_native_def *def, const rt_native *coroutine, rt_value self,
                            rt_type *owner, const char *where, const rt_args *args)
{
    const rt_signature *signature = rt_signature_of(def);
    if (RT_UNLIKELY(!fits_exactly(signature, args)))
        return call_binding(&(native_call){def, signature, args, NULL, where, *where ? "." : ""},
                            coroutine, self, owner);
    rt_value values[MOST_ARGUMENTS]; /* the commonest call needs no binding */
    uint32_t before = def->is_method != RT_NATIVE_FUNCTION;
    values[0] = self;
    for (uint32_t i = 0; i < args->positional; i++) values[before + i] = args->values[i];
    return run_native(def, coroutine, values);
}

rt_value rt_native_call(const rt_native_def *def, rt_value self, const rt_args *args)
{
    return call_native(def, NULL, self, NULL, "", args);
}

rt_value rt_native_method_call(rt_type *owner, const rt_native_def *def, rt_value self,
                               const rt_args *args)
{
    if (RT_TYPE(self)->base != owner && RT_UNLIKELY(!rt_is_instance_of(self, owner)) &&
        def->is_method == RT_NATIVE_METHOD)
        return rt_raise_format(&rt_exc_TypeError,
                               "descriptor '%s' for '%V' objects doesn't apply to a '%T' object",
                               def->name, rt_type_name(owner), self);
    return call_native(def, NULL, self, owner, owner->name, args);
}

rt_value rt_native_method_invoke(rt_native_method *method, rt_value self, const rt_args *args)
{
    const rt_native_def *def = method->def;
    if (!method->signature) method->signature = rt_signature_of(def);
    bool simple = fits_exactly(method->signature, args) && def->is_method == RT_NATIVE_METHOD &&
                  (RT_TYPE(self) == method->owner || RT_TYPE(self)->base == method->owner);
    if (!simple) return rt_native_method_call(method->owner, def, self, args);
    rt_value values[MOST_ARGUMENTS];
    values[0] = self;
    for (uint32_t i = 0; i < args->positional; i++) values[i + 1] = args->values[i];
    return invoke(def, values);
}

/* ---- functions and bound methods ------------------------------------------------------------- */

rt_value rt_native_new(const rt_native_def *def, const char *module)
{
    rt_native *n = (rt_native *)rt_object_new(&rt_native_type, sizeof(rt_native));
    n->def = def;
    n->module = module;
    return (rt_value)n;
}

rt_value rt_native_coroutine_new(const rt_native_def *def, const rt_code *code, const char *module)
{
    rt_value function = rt_native_new(def, module);
    NATIVE(function)->coroutine = code;
    NATIVE(function)->start = start_coroutine;
    return function;
}

static rt_value native_bound(const rt_native_def *def, rt_type *owner, rt_value self)
{
    rt_native *n = (rt_native *)rt_object_new(&rt_native_type, sizeof(rt_native));
    n->def = def;
    n->owner = owner;
    n->self = rt_retained(self);
    return (rt_value)n;
}

/* Built-in functions are named alone, those of other modules with it. */
static const char *module_in_messages(const rt_native *n)
{
    return n->module && strcmp(n->module, "builtins") ? n->module : "";
}

static rt_value native_call_slot(rt_value self, const rt_args *args)
{
    const rt_native *n = NATIVE(self);
    RT_RETAIN(self);
    rt_value result = n->self ? rt_native_method_call(n->owner, n->def, n->self, args)
                              : call_native(n->def, n->coroutine ? n : NULL, 0, NULL,
                                            module_in_messages(n), args);
    RT_RELEASE(self);
    return result;
}

static rt_value native_repr(rt_value self)
{
    const rt_native *n = NATIVE(self);
    if (n->coroutine) return rt_str_format("<function %s at %p>", n->def->name, (void *)self);
    if (!n->self) return rt_str_format("<built-in function %s>", n->def->name);
    return rt_str_format("<built-in method %s of %T object at %p>", n->def->name, n->self,
                         (void *)n->self);
}

static int64_t native_hash(rt_value self)
{
    const rt_native *n = NATIVE(self);
    return (int64_t)((uintptr_t)n->def >> 3 ^ (n->self >> 4));
}

static rt_value native_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_native_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    bool same =
        NATIVE(self)->def == NATIVE(other)->def && NATIVE(self)->self == NATIVE(other)->self;
    return rt_retained(RT_BOOL(same == (op == RT_EQ)));
}

static rt_value native_get_name(rt_value self)
{
    return rt_str_c(NATIVE(self)->def->name);
}

static rt_value native_get_qualname(rt_value self)
{
    const rt_native *n = NATIVE(self);
    return n->owner ? rt_str_format("%V.%s", rt_type_name(n->owner), n->def->name)
                    : rt_str_c(n->def->name);
}

static rt_value native_get_self(rt_value self)
{
    return rt_retained(NATIVE(self)->self ? NATIVE(self)->self : RT_NONE);
}

static rt_value native_get_module(rt_value self)
{
    return NATIVE(self)->module ? rt_str_c(NATIVE(self)->module) : rt_retained(RT_NONE);
}

static rt_value none_doc(rt_value self)
{
    (void)self;
    return rt_retained(RT_NONE);
}

static const rt_getset_def native_getsets[] = {
    {"__name__", native_get_name, NULL}, {"__qualname__", native_get_qualname, NULL},
    {"__self__", native_get_self, NULL}, {"__module__", native_get_module, NULL},
    {"__doc__", none_doc, NULL},         {NULL, NULL, NULL},
};

static void native_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((rt_native *)self)->self) visit(((rt_native *)self)->self, context);
}

static void native_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_native *)self)->self);
    rt_free(self, sizeof(rt_native));
}

rt_type rt_native_type = {
    .head = RT_TYPE_HEAD,
    .name = "builtin_function_or_method",
    .size = sizeof(rt_native),
    .flags = RT_TYPE_FINAL,
    .dealloc = native_dealloc,
    .traverse = native_traverse,
    .repr = native_repr,
    .hash = native_hash,
    .compare = native_compare,
    .call = native_call_slot,
    .getsets = native_getsets,
};

/* ---- methods as they stand in their type ----------------------------------------------------- */

void rt_native_enter(rt_type *type, const rt_native_def *def)
{
    bool of_class = def->is_method == RT_NATIVE_CLASS_METHOD;
    rt_type *kind = of_class ? &rt_native_class_method_type : &rt_native_method_type;
    rt_native_method *m = (rt_native_method *)rt_object_new(kind, sizeof(rt_native_method));
    m->def = def;
    m->owner = type;
    rt_dict_store(type->attributes, rt_intern(def->name, strlen(def->name)), (rt_value)m);
    RT_RELEASE((rt_value)m);
}

static rt_value native_method_call_slot(rt_value self, const rt_args *args)
{
    const rt_native_method *m = METHOD(self);
    if (!args->positional)
        return rt_raise_format(&rt_exc_TypeError, "unbound method %V.%s() needs an argument",
                               rt_type_name(m->owner), m->def->name);
    return rt_native_method_call(
        m->owner, m->def, args->values[0],
        &(rt_args){args->values + 1, args->positional - 1, args->named, args->names});
}

static rt_value native_method_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    return instance ? native_bound(METHOD(self)->def, METHOD(self)->owner, instance)
                    : rt_retained(self);
}

static rt_value native_method_repr(rt_value self)
{
    return rt_str_format("<method '%s' of '%V' objects>", METHOD(self)->def->name,
                         rt_type_name(METHOD(self)->owner));
}

static rt_value native_method_get_name(rt_value self)
{
    return rt_str_c(METHOD(self)->def->name);
}

static rt_value native_method_get_qualname(rt_value self)
{
    return rt_str_format("%V.%s", rt_type_name(METHOD(self)->owner), METHOD(self)->def->name);
}

static rt_value native_method_get_objclass(rt_value self)
{
    return rt_retained((rt_value)METHOD(self)->owner);
}

static const rt_getset_def native_method_getsets[] = {
    {"__name__", native_method_get_name, NULL},
    {"__qualname__", native_method_get_qualname, NULL},
    {"__objclass__", native_method_get_objclass, NULL},
    {"__doc__", none_doc, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_native_method_type = {
    .head = RT_TYPE_HEAD,
    .name = "method_descriptor",
    .size = sizeof(rt_native_method),
    .flags = RT_TYPE_FINAL,
    .repr = native_method_repr,
    .call = native_method_call_slot,
    .descr_get = native_method_descr_get,
    .getsets = native_method_getsets,
};

static rt_value class_method_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    rt_type *cls = owner ? owner : RT_TYPE(instance);
    return native_bound(METHOD(self)->def, METHOD(self)->owner, (rt_value)cls);
}

static rt_value class_method_call(rt_value self, const rt_args *args)
{
    if (!args->positional)
        return rt_raise_format(&rt_exc_TypeError,
                               "descriptor '%s' of '%V' object needs an argument",
                               METHOD(self)->def->name, rt_type_name(METHOD(self)->owner));
    return native_method_call_slot(self, args);
}

rt_type rt_native_class_method_type = {
    .head = RT_TYPE_HEAD,
    .name = "classmethod_descriptor",
    .size = sizeof(rt_native_method),
    .flags = RT_TYPE_FINAL,
    .repr = native_method_repr,
    .call = class_method_call,
    .descr_get = class_method_descr_get,
    .getsets = native_method_getsets,
};
