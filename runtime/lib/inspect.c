/* inspect.c: the module _inspect: what kind of thing an object is, and how far a coroutine has
 * come.
 *
 * In: any object. Out: bools, and the names of states. */
#include "sched/await.h"
#include "sched/coro.h"
#include "value/function.h"
#include "value/native.h"
#include "value/type.h"

static bool is_partial(rt_value v)
{
    if (RT_IS_INT(v) || !(RT_TYPE(v)->flags & RT_TYPE_HEAP)) return false;
    rt_value name = rt_type_full_name(RT_TYPE(v));
    bool is = name && !strcmp(rt_str_text(name, NULL), "functools.partial");
    RT_RELEASE_OPT(name);
    return is;
}

/* What is called in the end: inside bound methods and functools.partial, which keep it alive. */
static rt_value innermost(rt_value v)
{
    for (;;) {
        if (RT_TYPE(v) == &rt_method_type) {
            v = RT_METHOD_OBJECT(v)->function;
        } else if (is_partial(v)) {
            rt_value inner = rt_try_getattr(v, RT_NAME("func"));
            if (!inner) return v;
            RT_RELEASE(inner);
            v = inner;
        } else {
            return v;
        }
    }
}

/* The code behind a function, bound method, partial or coroutine function in C; NULL = none. */
static const rt_code *code_of(rt_value v)
{
    v = innermost(v);
    if (RT_TYPE(v) == &rt_function_type) return RT_FUNCTION_OBJECT(v)->code;
    if (RT_TYPE(v) == &rt_native_type) return RT_NATIVE(v)->coroutine;
    return NULL;
}

static rt_value has_kind(rt_value v, rt_code_kind kind)
{
    const rt_code *code = code_of(v);
    return RT_BOOL(code && code->kind == kind);
}

rt_value rt_inspect_iscoroutine(rt_value v)
{
    return RT_BOOL(RT_IS_COROUTINE(v));
}

rt_value rt_inspect_iscoroutinefunction(rt_value v)
{
    return has_kind(v, RT_CODE_COROUTINE);
}

rt_value rt_inspect_isgenerator(rt_value v)
{
    return RT_BOOL(RT_IS_GENERATOR(v));
}

rt_value rt_inspect_isgeneratorfunction(rt_value v)
{
    return has_kind(v, RT_CODE_GENERATOR);
}

rt_value rt_inspect_isasyncgen(rt_value v)
{
    return RT_BOOL(RT_IS_ASYNC_GENERATOR(v));
}

rt_value rt_inspect_isasyncgenfunction(rt_value v)
{
    return has_kind(v, RT_CODE_ASYNC_GENERATOR);
}

rt_value rt_inspect_isawaitable(rt_value v)
{
    return RT_BOOL(rt_is_awaitable(v));
}

rt_value rt_inspect_isfunction(rt_value v)
{
    return RT_BOOL(RT_TYPE(v) == &rt_function_type);
}

rt_value rt_inspect_ismethod(rt_value v)
{
    return RT_BOOL(RT_TYPE(v) == &rt_method_type);
}

rt_value rt_inspect_isbuiltin(rt_value v)
{
    return RT_BOOL(RT_TYPE(v) == &rt_native_type);
}

rt_value rt_inspect_isclass(rt_value v)
{
    return RT_BOOL(rt_is_instance_of(v, &rt_type_type));
}

/* ---- states ---- */

static rt_value state_of(rt_value v, const char *prefix)
{
    rt_coro *coro = RT_CORO(v);
    const char *state;

    if (coro->status == RT_CORO_CREATED)
        state = "CREATED";
    else if (coro->status == RT_CORO_RUNNING)
        state = "RUNNING";
    else if (coro->status == RT_CORO_CLOSED)
        state = "CLOSED";
    else
        state = coro->frame.state || (coro->flags & RT_CORO_VIEW) ? "SUSPENDED" : "CREATED";
    return rt_str_format("%s_%s", prefix, state);
}

rt_value rt_inspect_getcoroutinestate(rt_value v)
{
    if (!RT_IS_COROUTINE(v))
        return rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute 'cr_running'",
                               v);
    return state_of(v, "CORO");
}

rt_value rt_inspect_getgeneratorstate(rt_value v)
{
    if (!RT_IS_GENERATOR(v))
        return rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute 'gi_running'",
                               v);
    return state_of(v, "GEN");
}

/* The whole text of the file that a code object comes from. */
rt_value rt_inspect_source_text(rt_value code)
{
    if (RT_IS_INT(code) || RT_TYPE(code) != &rt_code_type)
        return rt_raise_format(&rt_exc_TypeError, "expected a code object, not '%T'", code);
    const rt_source *source = rt_code_of_object(code)->source;
    if (!source->text) return rt_raise_format(&rt_exc_OSError, "could not get source code");
    return rt_str_new(source->text, source->size);
}
