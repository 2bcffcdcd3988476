/* context.c: contextvars' Context, ContextVar and Token.
 *
 * In: set, get and reset of variables; copies at the creation of tasks and handles. Out: contexts
 * whose values are shared by copies until one of them changes. */
#include "sched/context.h"

#include "exc/exception.h"
#include "value/arguments.h"
#include "value/dict.h"
#include "value/type.h"

rt_value rt_context;

typedef struct context {
    rt_object head;
    rt_value values; /* a dict: variable -> value */
    bool shared;     /* the dict has other owners: copy before writing */
    bool entered;    /* by Context.run */
} context;
#define CONTEXT(v) ((context *)(v))

typedef struct context_var {
    rt_object head;
    rt_value name, fallback; /* fallback: its default, or 0 */
} context_var;
#define VAR(v) ((context_var *)(v))

typedef struct token {
    rt_object head;
    rt_value var, before; /* before: the value it had, or 0 */
    rt_value context;     /* where it was set */
    bool used;
} token;
#define TOKEN(v) ((token *)(v))

/* ---- contexts ---- */

static rt_value context_new(rt_value values, bool shared)
{
    context *self = rt_object_new(&rt_context_type, sizeof *self);
    self->values = values;
    self->shared = shared;
    return (rt_value)self;
}

static rt_value context_copy_of(rt_value original)
{
    CONTEXT(original)->shared = true;
    return context_new(rt_retained(CONTEXT(original)->values), true);
}

rt_value rt_context_copy(void)
{
    return RT_LIKELY(!rt_context) ? 0 : context_copy_of(rt_context);
}

/* The current context's values, ready to be written; 0 = raised. */
static rt_value writable_values(void)
{
    if (!rt_context) {
        rt_value values = rt_dict_new();
        if (!values) return 0;
        rt_context = context_new(values, false);
    }
    context *self = CONTEXT(rt_context);
    if (self->shared) {
        rt_value own = rt_dict_copy_of(self->values);
        if (!own) return 0;
        RT_RELEASE(self->values);
        self->values = own;
        self->shared = false;
    }
    return self->values;
}

void rt_end_context(void)
{
    RT_RELEASE_OPT(rt_context);
    rt_context = 0;
}

static rt_value context_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (args->positional || args->named)
        return rt_raise_format(&rt_exc_TypeError, "Context() does not accept any arguments");
    rt_value values = rt_dict_new();
    return values ? context_new(values, false) : 0;
}

/* contextvars.copy_context() */
rt_value rt_contextvars_copy_context(void)
{
    if (rt_context) return context_copy_of(rt_context);
    rt_value values = rt_dict_new();
    return values ? context_new(values, false) : 0;
}

rt_value rt_context_run(rt_value self, rt_value callable, rt_value args, rt_value kwargs)
{
    if (CONTEXT(self)->entered)
        return rt_raise_format(&rt_exc_RuntimeError, "cannot enter context: %R is already entered",
                               self);
    CONTEXT(self)->entered = true;
    rt_value before = rt_context_switch(rt_retained(self));
    rt_value result = rt_call_spread(callable, args, kwargs);
    rt_value own = rt_context_switch(before);
    CONTEXT(self)->entered = false;
    RT_RELEASE_OPT(own);
    return result;
}

rt_value rt_context_copy_method(rt_value self)
{
    return context_copy_of(self);
}

rt_value rt_context_get(rt_value self, rt_value var, rt_value fallback)
{
    rt_value found = rt_dict_find(CONTEXT(self)->values, var);
    if (!found && RT_RAISED()) return 0;
    return rt_retained(found ? found : fallback ? fallback : RT_NONE);
}

static rt_value context_getitem(rt_value self, rt_value var)
{
    rt_value found = rt_dict_find(CONTEXT(self)->values, var);

    if (found) return rt_retained(found);
    return RT_RAISED() ? 0 : rt_raise_key_error(var);
}

static int context_contains(rt_value self, rt_value var)
{
    rt_value found = rt_dict_find(CONTEXT(self)->values, var);
    return found ? 1 : RT_RAISED() ? -1 : 0;
}

static int64_t context_length(rt_value self)
{
    return RT_DICT(CONTEXT(self)->values)->used;
}

static rt_value context_iter(rt_value self)
{
    return rt_iter(CONTEXT(self)->values);
}

rt_value rt_context_items(rt_value self)
{
    return rt_call_method(CONTEXT(self)->values, RT_NAME("items"), 0, NULL);
}

rt_value rt_context_keys(rt_value self)
{
    return rt_call_method(CONTEXT(self)->values, RT_NAME("keys"), 0, NULL);
}

rt_value rt_context_values(rt_value self)
{
    return rt_call_method(CONTEXT(self)->values, RT_NAME("values"), 0, NULL);
}

static void context_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((context *)self)->values);
    rt_free(self, sizeof(context));
}

static void context_traverse(rt_object *self, rt_visit_fn *visit, void *data)
{
    if (((context *)self)->values) visit(((context *)self)->values, data);
}

/* ---- variables ---- */

static rt_value var_init(rt_value name, rt_value fallback)
{
    if (!rt_is_instance_of(name, &rt_str_type))
        return rt_raise_format(&rt_exc_TypeError, "context variable name must be a str");
    context_var *self = rt_object_new(&rt_context_var_type, sizeof *self);
    self->name = rt_retained(name);
    RT_RETAIN_OPT(fallback);
    self->fallback = fallback;
    return (rt_value)self;
}

static rt_value var_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def init = {"ContextVar", "name, *, default=None",
                                       (void (*)(void))var_init, 2, 0};
    (void)cls;
    return rt_native_call(&init, 0, args);
}

/* What the variable is now: borrowed, 0 with nothing pending = not set. */
static rt_value current_value(rt_value self)
{
    return rt_context ? rt_dict_find(CONTEXT(rt_context)->values, self) : 0;
}

rt_value rt_context_var_get(rt_value self, rt_value fallback)
{
    rt_value found = current_value(self);

    if (found) return rt_retained(found);
    if (RT_RAISED()) return 0;
    if (fallback) return rt_retained(fallback);
    if (VAR(self)->fallback) return rt_retained(VAR(self)->fallback);
    return rt_raise_new(&rt_exc_LookupError, 1, &self);
}

rt_value rt_context_var_set(rt_value self, rt_value v)
{
    rt_value values = writable_values();
    if (!values) return 0;

    token *made = rt_object_new(&rt_context_token_type, sizeof *made);
    rt_value before = rt_dict_find(values, self);
    made->var = rt_retained(self);
    made->before = before ? rt_retained(before) : 0;
    made->context = rt_retained(rt_context);
    if (!RT_RAISED() && rt_dict_store(values, self, v)) return (rt_value)made;
    RT_RELEASE((rt_value)made);
    return 0;
}

rt_value rt_context_var_reset(rt_value self, rt_value v)
{
    if (RT_TYPE(v) != &rt_context_token_type)
        return rt_raise_format(&rt_exc_TypeError, "expected an instance of Token, got %R", v);
    if (TOKEN(v)->used)
        return rt_raise_format(&rt_exc_RuntimeError, "%R has already been used once", v);
    if (TOKEN(v)->var != self)
        return rt_raise_format(&rt_exc_ValueError, "%R was created by a different ContextVar", v);
    if (TOKEN(v)->context != rt_context)
        return rt_raise_format(&rt_exc_ValueError, "%R was created in a different Context", v);

    rt_value values = writable_values();
    if (!values) return 0;
    TOKEN(v)->used = true;
    if (TOKEN(v)->before) return rt_dict_store(values, self, TOKEN(v)->before) ? RT_NONE : 0;
    return rt_dict_delete(values, self) < 0 ? 0 : RT_NONE;
}

static rt_value get_var_name(rt_value self)
{
    return rt_retained(VAR(self)->name);
}

static rt_value var_repr(rt_value self)
{
    if (!VAR(self)->fallback)
        return rt_str_format("<ContextVar name=%R at %p>", VAR(self)->name, (void *)self);
    return rt_str_format("<ContextVar name=%R default=%R at %p>", VAR(self)->name,
                         VAR(self)->fallback, (void *)self);
}

static int64_t var_hash(rt_value self)
{
    return (int64_t)(self >> 4);
}

static void var_dealloc(rt_object *self)
{
    RT_RELEASE(((context_var *)self)->name);
    RT_RELEASE_OPT(((context_var *)self)->fallback);
    rt_free(self, sizeof(context_var));
}

/* ---- tokens ---- */

static rt_value get_token_var(rt_value self)
{
    return rt_retained(TOKEN(self)->var);
}

static rt_value missing_repr(rt_value self)
{
    (void)self;
    return rt_str_c("<Token.MISSING>");
}

rt_type rt_token_missing_type = {
    .head = RT_TYPE_HEAD,
    .name = "Token.MISSING",
    .size = sizeof(rt_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .repr = missing_repr,
};

static rt_object missing = {RT_IMMORTAL, 0, &rt_token_missing_type}; /* Token.MISSING */

void rt_init_context(void)
{
    rt_dict_store(rt_type_attributes(&rt_context_token_type), RT_NAME("MISSING"),
                  (rt_value)&missing);
    rt_type_modified(&rt_context_token_type);
}

static rt_value get_old_value(rt_value self)
{
    return rt_retained(TOKEN(self)->before ? TOKEN(self)->before : (rt_value)&missing);
}

static rt_value token_repr(rt_value self)
{
    return rt_str_format("<Token%s var=%R at %p>", TOKEN(self)->used ? " used" : "",
                         TOKEN(self)->var, (void *)self);
}

static void token_dealloc(rt_object *self)
{
    token *made = (token *)self;

    RT_RELEASE(made->var);
    RT_RELEASE_OPT(made->before);
    RT_RELEASE(made->context);
    rt_free(self, sizeof *made);
}

static void token_traverse(rt_object *self, rt_visit_fn *visit, void *data)
{
    token *made = (token *)self;

    if (made->before) visit(made->before, data);
    visit(made->var, data);
    visit(made->context, data);
}

/* ---- types ---- */

RT_METHODS(context) = {
#include "lib/context.def"
    RT_METHODS_END};

rt_type rt_context_type = {
    .head = RT_TYPE_HEAD,
    .name = "_contextvars.Context",
    .size = sizeof(context),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = context_dealloc,
    .traverse = context_traverse,
    .construct = context_construct,
    .length = context_length,
    .getitem = context_getitem,
    .contains = context_contains,
    .iter = context_iter,
    .methods = rt_context_methods,
};

RT_METHODS(context_var) = {
#include "lib/context_var.def"
    RT_METHODS_END};

static const rt_getset_def var_getsets[] = {{"name", get_var_name, NULL}, {0}};

rt_type rt_context_var_type = {
    .head = RT_TYPE_HEAD,
    .name = "_contextvars.ContextVar",
    .size = sizeof(context_var),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = var_dealloc,
    .construct = var_construct,
    .repr = var_repr,
    .hash = var_hash,
    .methods = rt_context_var_methods,
    .getsets = var_getsets,
};

static const rt_getset_def token_getsets[] = {
    {"var", get_token_var, NULL},
    {"old_value", get_old_value, NULL},
    {0},
};

rt_type rt_context_token_type = {
    .head = RT_TYPE_HEAD,
    .name = "_contextvars.Token",
    .size = sizeof(token),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = token_dealloc,
    .traverse = token_traverse,
    .repr = token_repr,
    .getsets = token_getsets,
};
