/* await.c: awaiting any object, and asynchronous iteration.
 *
 * In: rt_await(self, awaitable) of generated code. Out: the result at once, or RT_PENDING with the
 * awaited thing's frame (or self) noted as the leaf. A coroutine object's frame becomes a child of
 * self; a future makes self the leaf; anything else is driven as an iterator by a frame of ours. */
#include "sched/await.h"

#include "sched/asyncgen.h"
#include "sched/coro.h"
#include "sched/task.h"

/* ---- the frame that awaits an iterator ---- */

typedef struct iterator_frame {
    rt_frame head;
    rt_value iterator;
} iterator_frame;

/* Passes on what the iterator yields as what is waited for; its end is the await's result. */
static rt_value iterator_resume(rt_frame *frame, rt_value input)
{
    rt_value result = rt_yield_from_step(((iterator_frame *)frame)->iterator, input);
    if (result != RT_YIELD) return result;

    rt_value yielded = rt_state.yielded;
    frame->state = 1;
    rt_suspend(frame, yielded);
    RT_RELEASE(yielded);
    return RT_PENDING;
}

static const rt_code iterator_code = {
    .name = "__await__",
    .qualname = "__await__",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = iterator_resume,
    .frame_size = sizeof(iterator_frame),
};

rt_frame *rt_await_iterator_frame(rt_value iterator)
{
    iterator_frame *frame = rt_alloc(sizeof *frame);

    memset(frame, 0, sizeof *frame);
    frame->head.code = &iterator_code;
    frame->head.flags = RT_FRAME_ITERATOR;
    frame->iterator = iterator;
    return &frame->head;
}

void rt_await_iterator_free(rt_frame *frame)
{
    rt_value iterator = ((iterator_frame *)frame)->iterator;
    rt_free(frame, sizeof(iterator_frame));
    RT_RELEASE(iterator);
}

rt_value rt_await_iterator_subject(const rt_frame *frame)
{
    return ((const iterator_frame *)frame)->iterator;
}

/* Starts a frame that is not embedded in self as self's child. */
static rt_value start_child(rt_frame *self, rt_frame *child, rt_value input)
{
    bool counted = rt_frame_enter_below(child, self, &input);
    child->parent = self;
    rt_value result = child->code->resume(child, input);
    if (RT_LIKELY(counted)) RT_LEAVE();
    return result == RT_PENDING ? result : rt_frame_left(child, result);
}

/* ---- what can be awaited ---- */

bool rt_is_coroutine_like(rt_value v)
{
    return RT_IS_COROUTINE(v) || (RT_IS_GENERATOR(v) && (RT_CORO(v)->flags & RT_CORO_ITERABLE));
}

bool rt_is_coroutine_object(rt_value v)
{
    rt_type *type = RT_TYPE(v);

    if (rt_is_coroutine_like(v)) return true;
    return type->await && rt_type_lookup(type, RT_NAME("send")) &&
           rt_type_lookup(type, RT_NAME("throw")) && rt_type_lookup(type, RT_NAME("close"));
}

bool rt_is_awaitable(rt_value v)
{
    return rt_is_coroutine_like(v) || RT_TYPE(v)->await;
}

rt_value rt_await_iterator_of(rt_value v)
{
    rt_type *type = RT_TYPE(v);

    if (RT_IS_GENERATOR(v) && (RT_CORO(v)->flags & RT_CORO_ITERABLE)) return rt_retained(v);
    if (!type->await)
        return rt_raise_format(&rt_exc_TypeError, "object %T can't be used in 'await' expression",
                               v);
    rt_value iterator = type->await(v);
    if (!iterator) return 0;
    if (rt_is_coroutine_like(iterator))
        rt_raise_format(&rt_exc_TypeError, "__await__() returned a coroutine");
    else if (!RT_TYPE(iterator)->next)
        rt_raise_format(&rt_exc_TypeError, "__await__() returned non-iterator of type '%T'",
                        iterator);
    else
        return iterator;
    RT_RELEASE(iterator);
    return 0;
}

static rt_value await_iterator(rt_frame *self, rt_value v)
{
    rt_value iterator = rt_await_iterator_of(v);
    return iterator ? start_child(self, rt_await_iterator_frame(iterator), RT_NONE) : 0;
}

static rt_value await_coroutine(rt_frame *self, rt_coro *coro)
{
    if (coro->flags & RT_CORO_VIEW)
        return rt_raise_format(&rt_exc_RuntimeError, "coroutine is being awaited already");
    if (!rt_coro_claim(coro)) return 0;
    return start_child(self, &coro->frame, RT_NONE);
}

static rt_value await_future(rt_frame *self, rt_future *future)
{
    if (future->state == RT_FUTURE_FINISHED && !future->failed) return rt_retained(future->result);
    if (rt_future_done(future)) return rt_future_result(future);
    future->blocking = true;
    return rt_suspend(self, (rt_value)future);
}

rt_value rt_await(rt_frame *self, rt_value v)
{
    rt_type *type = RT_TYPE(v);

    if (type == &rt_task_type || type == &rt_future_type) return await_future(self, RT_FUTURE(v));
    if (type == &rt_coroutine_type) return await_coroutine(self, RT_CORO(v));
    if (type == &rt_asend_type || type == &rt_athrow_type) return rt_asyncgen_await(self, v);
    if (rt_is_subtype(type, &rt_future_type)) return await_future(self, RT_FUTURE(v));
    return await_iterator(self, v);
}

rt_value rt_wake_input(const rt_frame *leaf, rt_value future)
{
    rt_value result = rt_future_result(RT_FUTURE(future));

    if (!result || !(leaf->flags & RT_FRAME_ITERATOR)) return result;
    RT_RELEASE(result); /* the iterator asks the future itself */
    return RT_NONE;
}

/* ---- asynchronous iteration ---- */

rt_value rt_aiter(rt_value v)
{
    rt_type *type = RT_TYPE(v);

    if (RT_IS_ASYNC_GENERATOR(v)) return rt_retained(v);
    if (!type->aiter)
        return rt_raise_format(&rt_exc_TypeError,
                               "'async for' requires an object with __aiter__ method, got %T", v);
    rt_value iterator = type->aiter(v);
    if (!iterator || RT_TYPE(iterator)->anext) return iterator;
    rt_raise_format(
        &rt_exc_TypeError,
        "'async for' received an object from __aiter__ that does not implement __anext__: %T",
        iterator);
    RT_RELEASE(iterator);
    return 0;
}

/* __anext__() gave something that is not awaitable: a TypeError caused by the reason. */
static rt_value invalid_anext(rt_value awaitable)
{
    rt_raise_format(&rt_exc_TypeError, "'async for' received an invalid object from __anext__: %T",
                    awaitable);
    RT_RELEASE(awaitable);
    return 0;
}

/* Awaits an object that nobody else keeps alive: what drives it does. */
static rt_value await_owned(rt_frame *self, rt_value awaitable)
{
    rt_value result;

    if (RT_IS_COROUTINE(awaitable)) {
        rt_coro *coro = RT_CORO(awaitable);
        if (rt_coro_claim(coro)) {
            coro->flags |= RT_CORO_OWNED;
            return start_child(self, &coro->frame, RT_NONE);
        }
        result = 0;
    } else {
        result = await_iterator(self, awaitable);
    }
    RT_RELEASE(awaitable);
    return result;
}

rt_value rt_anext(rt_frame *self, rt_value iterator)
{
    rt_type *type = RT_TYPE(iterator);

    if (RT_IS_ASYNC_GENERATOR(iterator)) return rt_asyncgen_anext(self, RT_CORO(iterator));
    if (!type->anext)
        return rt_raise_format(&rt_exc_TypeError,
                               "'async for' requires an iterator with __anext__ method, got %T",
                               iterator);
    rt_value awaitable = type->anext(iterator);
    if (!awaitable) return 0;
    if (!rt_is_awaitable(awaitable)) return invalid_anext(awaitable);
    return await_owned(self, awaitable);
}
