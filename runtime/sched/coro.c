/* coro.c: what coroutines, generators and async generators have in common as objects: creation,
 * one step by hand, throw, close, and their end.
 *
 * In: descriptors of functions with suspend points. Out: rt_coro_new and the protocol behind the
 * types of coroutine.c, generator.c and asyncgen.c. */
#include "sched/coro.h"

#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/await.h"
#include "sched/origin.h"
#include "sched/task.h"
#include "value/function.h"

static rt_type *const type_of_kind[] = {
    [RT_CODE_COROUTINE] = &rt_coroutine_type,
    [RT_CODE_GENERATOR] = &rt_generator_type,
    [RT_CODE_ASYNC_GENERATOR] = &rt_async_generator_type,
};

static const char *const noun_of_kind[] = {
    [RT_CODE_COROUTINE] = "coroutine",
    [RT_CODE_GENERATOR] = "generator",
    [RT_CODE_ASYNC_GENERATOR] = "async generator",
};

static const char *noun(const rt_coro *coro)
{
    return noun_of_kind[coro->frame.code->kind];
}

size_t rt_coro_size(const rt_coro *coro)
{
    return offsetof(rt_coro, frame) + coro->frame.code->frame_size;
}

rt_value rt_coro_new(const rt_code *code)
{
    rt_coro *coro =
        rt_object_new(type_of_kind[code->kind], offsetof(rt_coro, frame) + code->frame_size);

    coro->leaf = &coro->frame;
    coro->frame.code = code;
    rt_origin_note(&coro->head, rt_origin_coroutines && code->kind == RT_CODE_COROUTINE);
    return (rt_value)coro;
}

/* ---- one step by hand ---- */

/* The object cannot go on. A throw raises what was thrown; a finished generator has no more. */
static rt_value refuse_step(rt_coro *coro, rt_value input)
{
    if (coro->status != RT_CORO_CLOSED) {
        RT_RELEASE_OPT(input);
        if (!input) rt_clear_pending();
        return rt_raise_format(&rt_exc_ValueError, "%s already executing", noun(coro));
    }
    if (coro->frame.code->kind == RT_CODE_COROUTINE) {
        RT_RELEASE_OPT(input);
        if (!input) rt_clear_pending();
        return rt_raise_format(&rt_exc_RuntimeError, "cannot reuse already awaited coroutine");
    }
    RT_RELEASE_OPT(input);
    return input ? RT_NONE : 0;
}

/* The coroutine waits: whoever drives it by hand gets what it waits for as if it were yielded. */
static rt_value yield_awaited(rt_coro *coro)
{
    rt_value awaited = rt_take_awaited();

    coro->status = RT_CORO_SUSPENDED;
    if (rt_is_future(awaited)) coro->extra = rt_retained(awaited);
    rt_state.yielded = awaited;
    return RT_YIELD;
}

rt_value rt_coro_step(rt_coro *coro, rt_value input)
{
    rt_value result;

    if (RT_UNLIKELY(coro->status > RT_CORO_SUSPENDED)) return refuse_step(coro, input);
    if (RT_UNLIKELY(coro->status == RT_CORO_CREATED && input && input != RT_NONE)) {
        RT_RELEASE(input);
        return rt_raise_format(&rt_exc_TypeError, "can't send non-None value to a just-started %s",
                               noun(coro));
    }
    if (RT_UNLIKELY(coro->extra)) {
        rt_value awaited = coro->extra;
        coro->extra = 0;
        input = rt_awaited_input(coro->leaf, awaited, input);
    }
    coro->status = RT_CORO_RUNNING;
    coro->frame.flags |= RT_FRAME_RUNNING;
    result = rt_frame_drive(&coro->leaf, &coro->handled, input);
    coro->frame.flags &= ~RT_FRAME_RUNNING;
    if (result == RT_PENDING) return yield_awaited(coro);
    if (result == RT_YIELD) {
        coro->status = RT_CORO_SUSPENDED;
        return RT_YIELD;
    }
    rt_coro_mark_closed(coro);
    return result;
}

rt_value rt_raise_stop_iteration(rt_value value)
{
    if (value == RT_NONE)
        rt_raise((rt_value)&rt_exc_StopIteration, 0);
    else
        rt_raise_stop(value);
    RT_RELEASE(value);
    return 0;
}

rt_value rt_take_stop_value(void)
{
    rt_value stop = rt_catch(), value = RT_EXCEPTION_OBJECT(stop)->members[RT_STOP_VALUE];
    rt_value result = rt_retained(value ? value : RT_NONE);
    RT_RELEASE(stop);
    return result;
}

/* What send and throw give of a step's result. */
static rt_value step_result(rt_value result)
{
    if (result == RT_YIELD) return rt_state.yielded;
    return result ? rt_raise_stop_iteration(result) : 0;
}

rt_value rt_coro_send(rt_value coro, rt_value input)
{
    return step_result(rt_coro_step(RT_CORO(coro), rt_retained(input)));
}

/* ---- throwing ---- */

static rt_value thrown_instance(rt_value type, rt_value value)
{
    if (!value || value == RT_NONE) return rt_call(type, 0, NULL);
    if (rt_is_instance_of(value, (rt_type *)type)) return rt_retained(value);
    if (rt_is_instance_of(value, &rt_tuple_type)) return rt_call_spread(type, value, 0);
    return rt_call1(type, value);
}

bool rt_set_thrown(rt_value type, rt_value value, rt_value traceback)
{
    rt_value exception;

    if (traceback && traceback != RT_NONE && RT_TYPE(traceback) != &rt_traceback_type) {
        rt_raise_format(&rt_exc_TypeError, "throw() third argument must be a traceback object");
        return false;
    }
    if (rt_is_exception_class(type)) {
        exception = thrown_instance(type, value);
        if (!exception) return false;
    } else if (rt_is_instance_of(type, &rt_exc_BaseException)) {
        if (value && value != RT_NONE) {
            rt_raise_format(&rt_exc_TypeError, "instance exception may not have a separate value");
            return false;
        }
        exception = rt_retained(type);
    } else {
        rt_raise_format(
            &rt_exc_TypeError,
            "exceptions must be classes or instances deriving from BaseException, not %T", type);
        return false;
    }
    rt_rethrow(exception);
    return true;
}

rt_value rt_coro_throw(rt_value coro, rt_value type, rt_value value, rt_value traceback)
{
    if (!rt_set_thrown(type, value, traceback)) return 0;
    return step_result(rt_coro_step(RT_CORO(coro), 0));
}

/* ---- closing ---- */

void rt_coro_mark_closed(rt_coro *coro)
{
    coro->status = RT_CORO_CLOSED;
    coro->frame.parent = NULL;
    coro->frame.state = RT_FRAME_DONE;
    if (coro->flags & RT_CORO_OWNED) {
        coro->flags &= ~RT_CORO_OWNED;
        RT_RELEASE((rt_value)coro);
    }
}

/* Throws GeneratorExit at a suspended object. False: it went on, or raised something else. */
static bool throw_exit(rt_coro *coro)
{
    rt_raise((rt_value)&rt_exc_GeneratorExit, 0);
    rt_value result = rt_coro_step(coro, 0);
    if (result == RT_YIELD) {
        RT_RELEASE(rt_state.yielded);
        rt_raise_format(&rt_exc_RuntimeError, "%s ignored GeneratorExit", noun(coro));
        return false;
    }
    if (result) {
        RT_RELEASE(result);
        return true;
    }
    if (!rt_pending(&rt_exc_GeneratorExit) && !rt_pending(&rt_exc_StopIteration)) return false;
    rt_clear_pending();
    return true;
}

bool rt_coro_close(rt_coro *coro)
{
    switch ((rt_coro_status)coro->status) {
    case RT_CORO_CLOSED: return true;
    case RT_CORO_SUSPENDED: return throw_exit(coro);
    case RT_CORO_CREATED: {
        rt_frame_clear(&coro->frame);
        rt_coro_mark_closed(coro);
        return true;
    }
    default: rt_raise_format(&rt_exc_ValueError, "%s already executing", noun(coro)); return false;
    }
}

bool rt_coro_finalize(rt_coro *coro)
{
    rt_value pending = rt_save_pending();

    coro->head.refs++;
    if (!rt_coro_close(coro)) rt_unraisable(NULL, (rt_value)coro);
    rt_restore_pending(pending);
    return --coro->head.refs > 0;
}

/* ---- as part of a chain ---- */

bool rt_coro_claim(rt_coro *coro)
{
    if (RT_LIKELY(coro->status == RT_CORO_CREATED)) {
        coro->status = RT_CORO_AWAITED;
        coro->frame.flags = RT_FRAME_OBJECT;
        return true;
    }
    rt_raise_format(&rt_exc_RuntimeError, coro->status == RT_CORO_CLOSED
                                              ? "cannot reuse already awaited coroutine"
                                              : "coroutine is being awaited already");
    return false;
}

rt_value rt_coro_left(rt_coro *coro, rt_value result)
{
    const rt_code *code = coro->frame.code;

    if (code->kind == RT_CODE_ASYNC_GENERATOR) return rt_asyncgen_left(coro, result);
    rt_coro_mark_closed(coro);
    return result;
}

/* ---- names, repr, life ---- */

rt_value rt_coro_name(rt_value coro)
{
    return rt_str_c(RT_CORO(coro)->frame.code->name);
}

rt_value rt_coro_qualname(rt_value coro)
{
    return rt_str_c(RT_CORO(coro)->frame.code->qualname);
}

rt_value rt_coro_frame_object(rt_value self)
{
    rt_coro *coro = RT_CORO(self);

    if (coro->status == RT_CORO_CLOSED) return RT_NONE;
    const rt_frame *frame =
        coro->flags & RT_CORO_VIEW ? rt_task_root(RT_TASK(coro->extra)) : &coro->frame;
    return rt_frame_object_new(frame->code, rt_frame_line(frame));
}

rt_value rt_coro_code_object(rt_value self)
{
    return rt_code_object(RT_CORO(self)->frame.code);
}

rt_value rt_coro_repr(rt_value self)
{
    return rt_str_format("<%s object %s at %p>", RT_TYPE(self)->name,
                         RT_CORO(self)->frame.code->qualname, (void *)self);
}

void rt_coro_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_coro *coro = (rt_coro *)self;

    if (coro->extra) visit(coro->extra, context);
    if (coro->handled) visit(coro->handled, context);
    if (coro->flags & RT_CORO_VIEW) return;
    rt_frame_traverse(&coro->frame, visit, context);
}

/* The collector found it unreachable: its end runs while all it refers to is still whole. */
void rt_coro_collect(rt_object *self)
{
    rt_coro *coro = (rt_coro *)self;

    if (coro->status == RT_CORO_SUSPENDED && !(coro->flags & RT_CORO_VIEW)) rt_coro_finalize(coro);
}

void rt_coro_clear(rt_object *self)
{
    rt_coro *coro = (rt_coro *)self;

    if (coro->status <= RT_CORO_SUSPENDED && !(coro->flags & RT_CORO_VIEW)) rt_coro_finalize(coro);
}
