/* raise.c: making exceptions pending, chaining them to what is being handled, matching them. */
#include "exc/exception.h"

#include <stdarg.h>

#include "exc/handled.h"
#include "value/str.h"
#include "value/tuple.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)

rt_thread_state rt_state = {.depth_limit = 1000};
uint32_t rt_recursion_limit = 1000;

/* ---- pending --------------------------------------------------------------------------------- */

void rt_exc_set_context(rt_value exception, rt_value context)
{
    rt_value old = EXC(exception)->context;
    EXC(exception)->context = context;
    RT_RELEASE_OPT(old);
}

/* The exception being handled becomes the context. Where the new one already is in that chain,
 * the chain is cut there, so that contexts never form a ring. */
static void chain_context(rt_value exception)
{
    rt_value handled = rt_handled();
    if (!handled || handled == exception) return;
    for (rt_value at = handled; EXC(at)->context; at = EXC(at)->context) {
        if (EXC(at)->context != exception) continue;
        EXC(at)->context = 0;
        RT_RELEASE(exception);
        break;
    }
    rt_exc_set_context(exception, rt_retained(handled));
}

void rt_set_pending(rt_value exception)
{
    chain_context(exception);
    rt_value old = rt_state.exc;
    rt_state.exc = exception;
    RT_RELEASE_OPT(old);
}

void rt_restore_pending(rt_value saved)
{
    rt_value now = rt_state.exc;
    rt_state.exc = saved;
    RT_RELEASE_OPT(now);
}

void rt_raise_pending_here(void)
{
    chain_context(rt_state.exc);
}

bool rt_pending(rt_type *type)
{
    return rt_state.exc && rt_is_instance_of(rt_state.exc, type);
}

void rt_clear_pending(void)
{
    rt_restore_pending(0);
}

rt_value rt_catch(void)
{
    return rt_save_pending();
}

void rt_rethrow(rt_value exception)
{
    rt_restore_pending(exception);
}

/* ---- raising from C -------------------------------------------------------------------------- */

rt_value rt_raise_new(rt_type *type, uint32_t count, const rt_value *args)
{
    rt_value exception = rt_exc_new(type, count, args);
    if (exception) rt_set_pending(exception);
    return 0;
}

rt_value rt_raise_format(rt_type *type, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    rt_value text = rt_str_vformat(format, arguments);
    va_end(arguments);
    if (!text) return 0;
    rt_raise_new(type, 1, &text);
    RT_RELEASE(text);
    return 0;
}

rt_value rt_raise_stop(rt_value v)
{
    return rt_raise_new(&rt_exc_StopIteration, v && v != RT_NONE, &v);
}

void rt_exc_set_name(rt_value name, rt_value obj)
{
    rt_value e = rt_state.exc;
    if (!e) return;
    if (rt_is_instance_of(e, &rt_exc_AttributeError)) {
        rt_exc_set_member(e, RT_NAME_NAME, name);
        rt_exc_set_member(e, RT_NAME_OBJ, obj);
    } else if (rt_is_instance_of(e, &rt_exc_NameError)) {
        rt_exc_set_member(e, RT_NAME_NAME, name);
    } else if (rt_is_instance_of(e, &rt_exc_ImportError)) {
        rt_exc_set_member(e, RT_IMPORT_NAME, name);
    }
}

bool rt_recursion_error(void)
{
    return rt_recursion_error_while("");
}

static bool nothing_to_attend_to(void)
{
    return true;
}

bool (*rt_attend)(void) = nothing_to_attend_to;

/* Every call is then one too deep, and comes here. */
void rt_want_attention(void)
{
    rt_state.depth_limit = 0;
}

uint32_t rt_frame_level(const rt_frame *parent)
{
    uint32_t level = 1;
    for (; parent->parent && parent->flags < RT_FRAME_LEVEL; parent = parent->parent) level++;
    return level + parent->flags / RT_FRAME_LEVEL;
}

bool rt_frame_too_deep(uint32_t level)
{
    if (level < rt_recursion_limit) return false;
    rt_raise_format(&rt_exc_RecursionError, "maximum recursion depth exceeded");
    return true;
}

bool rt_recursion_error_while(const char *activity)
{
    if (rt_state.depth_limit == 0) {
        rt_state.depth_limit = rt_recursion_limit;
        bool went_on = rt_attend();
        if (went_on && rt_state.depth <= rt_recursion_limit) return true;
        if (!went_on) {
            rt_state.depth--;
            return false;
        }
    }
    rt_state.depth--;
    rt_state.depth_limit = rt_recursion_limit + 50; /* room for making the exception */
    rt_raise_format(&rt_exc_RecursionError, "maximum recursion depth exceeded%s", activity);
    rt_state.depth_limit = rt_recursion_limit;
    return false;
}

/* ---- raise statements ------------------------------------------------------------------------ */

/* An instance for what stands after `raise` or `from`: a class is called. Owned; 0 = raised. */
static rt_value instance_of(rt_value v, const char *complaint)
{
    if (rt_is_exception(v)) return rt_retained(v);
    if (!rt_is_exception_class(v)) return rt_raise_format(&rt_exc_TypeError, "%s", complaint);
    rt_value made = rt_call(v, 0, NULL);
    if (!made || rt_is_exception(made)) return made;
    rt_raise_format(&rt_exc_TypeError,
                    "calling %R should have returned an instance of BaseException, not %R", v,
                    RT_TYPE(made));
    RT_RELEASE(made);
    return 0;
}

static bool set_cause(rt_value exception, rt_value cause)
{
    rt_value instance = cause == RT_NONE
                            ? rt_retained(RT_NONE)
                            : instance_of(cause, "exception causes must derive from BaseException");
    if (!instance) return false;
    rt_value old = EXC(exception)->cause;
    EXC(exception)->cause = instance;
    EXC(exception)->suppress = true;
    RT_RELEASE_OPT(old);
    return true;
}

void rt_raise(rt_value exception, rt_value cause)
{
    rt_value instance = instance_of(exception, "exceptions must derive from BaseException");
    if (!instance) return;
    if (cause && !set_cause(instance, cause)) {
        RT_RELEASE(instance);
        return;
    }
    rt_set_pending(instance);
}

bool rt_require_handled(void)
{
    if (rt_handled()) return true;
    rt_raise_format(&rt_exc_RuntimeError, "No active exception to reraise");
    return false;
}

void rt_reraise(void)
{
    rt_restore_pending(rt_retained(rt_handled()));
}

/* ---- errors that generated code raises ------------------------------------------------------- */

void rt_raise_unbound_local(rt_value name)
{
    rt_raise_format(&rt_exc_UnboundLocalError,
                    "cannot access local variable '%V' where it is not associated with a value",
                    name);
}

void rt_raise_unbound_free(rt_value name)
{
    rt_raise_format(&rt_exc_NameError,
                    "cannot access free variable '%V' where it is not associated with a value in "
                    "enclosing scope",
                    name);
    rt_exc_set_name(name, 0);
}

void rt_raise_name_error(rt_value name)
{
    rt_raise_format(&rt_exc_NameError, "name '%V' is not defined", name);
    rt_exc_set_name(name, 0);
}

void rt_raise_zero_division(void)
{
    rt_raise_format(&rt_exc_ZeroDivisionError, "float division by zero");
}

void rt_raise_assertion(rt_value message)
{
    rt_raise_new(&rt_exc_AssertionError, message != 0, &message);
}

/* Which protocol a with statement misses, in CPython's words. */
static rt_value raise_no_special(rt_value object, rt_value name)
{
    const char *text = rt_str_text(name, NULL);
    bool async = !strncmp(text, "__a", 3), exits = strstr(text, "exit");
    rt_raise_format(&rt_exc_TypeError,
                    "'%T' object does not support the %scontext manager protocol%s", object,
                    async ? "asynchronous " : "",
                    !exits  ? ""
                    : async ? " (missed __aexit__ method)"
                            : " (missed __exit__ method)");
    return 0;
}

rt_value rt_special_of(rt_value object, rt_value name)
{
    rt_value method = rt_special(object, name);
    return method || RT_RAISED() ? method : raise_no_special(object, name);
}

/* What CPython says of a module whose body has not come to its end. */
static const char circular[] = " (most likely due to a circular import)";

void rt_raise_import_error(const char *module, const char *name, const char *path,
                           rt_module_state state)
{
    bool partial = state == RT_MODULE_RUNS;
    if (!name)
        rt_raise_format(&rt_exc_ModuleNotFoundError, "No module named '%s'", module);
    else
        rt_raise_format(&rt_exc_ImportError, "cannot import name '%s' from %s'%s'%s%s%s%s", name,
                        partial ? "partially initialized module " : "", module,
                        partial ? circular : "", path ? " (" : "", path ? path : "",
                        path ? ")" : "");
    rt_value text = rt_str_c(module);
    rt_exc_set_name(text, 0);
    RT_RELEASE(text);
}

void rt_raise_module_error(const char *module, const char *name, rt_module_state state)
{
    bool partial = state == RT_MODULE_RUNS;
    rt_raise_format(&rt_exc_AttributeError, "%smodule '%s' has no attribute '%s'%s",
                    partial ? "partially initialized " : "", module, name, partial ? circular : "");
}

rt_value rt_raise_abstract(rt_type *cls)
{
    rt_value names = rt_getattr((rt_value)cls, RT_NAME("__abstractmethods__"));
    rt_value sorted = names ? rt_builtin_sorted(names, 0, 0) : 0;
    rt_value glue = rt_str_c(", ");
    rt_value joined = sorted ? rt_call_method(glue, RT_NAME("join"), 1, &sorted) : 0;
    if (joined)
        rt_raise_format(&rt_exc_TypeError,
                        "Can't instantiate abstract class %V with abstract method%s %V",
                        rt_type_name(cls), rt_length(sorted) == 1 ? "" : "s", joined);
    RT_RELEASE_OPT(joined);
    RT_RELEASE(glue);
    RT_RELEASE_OPT(sorted);
    RT_RELEASE_OPT(names);
    return 0;
}

/* ---- except clauses -------------------------------------------------------------------------- */

static int match_one(rt_value exception, rt_value type)
{
    if (rt_is_exception_class(type)) return rt_is_instance_of(exception, RT_TYPE_OF(type));
    rt_raise_format(&rt_exc_TypeError,
                    "catching classes that do not inherit from BaseException is not allowed");
    return -1;
}

int rt_exc_match(rt_value exception, rt_value type)
{
    if (RT_LIKELY(!rt_is_instance_of(type, &rt_tuple_type))) return match_one(exception, type);
    const rt_tuple *types = RT_TUPLE(type);
    for (uint32_t i = 0; i < types->count; i++)
        if (match_one(exception, types->items[i]) < 0) return -1;
    for (uint32_t i = 0; i < types->count; i++)
        if (match_one(exception, types->items[i])) return 1;
    return 0;
}
