/* generator.c: the type generator, and `yield from`.
 *
 * In: objects made by rt_coro_new of generator code; iterators of any kind. Out: iteration, and
 * rt_delegate_step, one step of a delegation as PEP 380 has it. */
#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/await.h"
#include "sched/coro.h"
#include "sched/future.h"
#include "value/arguments.h"

/* ---- the type ---- */

static rt_value generator_iter(rt_value self)
{
    return rt_retained(self);
}

/* The slot: a body that ends just ends, what it returned goes nowhere. */
static rt_value generator_next(rt_value self)
{
    rt_value result = rt_coro_step(RT_CORO(self), RT_NONE);

    if (RT_LIKELY(result == RT_YIELD)) return rt_state.yielded;
    RT_RELEASE_OPT(result);
    return 0;
}

rt_value rt_generator_send(rt_value self, rt_value v)
{
    return rt_coro_send(self, v);
}

rt_value rt_generator_throw(rt_value self, rt_value type, rt_value value, rt_value traceback)
{
    return rt_coro_throw(self, type, value, traceback);
}

rt_value rt_generator_close(rt_value self)
{
    return rt_coro_close(RT_CORO(self)) ? RT_NONE : 0;
}

/* types.coroutine: a generator that can be awaited. */
rt_value rt_generator_mark_awaitable(rt_value v)
{
    if (RT_IS_GENERATOR(v)) RT_CORO(v)->flags |= RT_CORO_ITERABLE;
    return rt_retained(v);
}

static void generator_dealloc(rt_object *self)
{
    rt_coro *coro = (rt_coro *)self;

    if (coro->status <= RT_CORO_SUSPENDED && rt_coro_finalize(coro)) return;
    rt_frame_clear(&coro->frame);
    RT_RELEASE_OPT(coro->handled);
    rt_free(self, rt_coro_size(coro));
}

static rt_value get_running(rt_value self)
{
    return RT_BOOL(RT_CORO(self)->status == RT_CORO_RUNNING);
}

static rt_value get_suspended(rt_value self)
{
    return RT_BOOL(RT_CORO(self)->status == RT_CORO_SUSPENDED);
}

RT_METHODS(generator) = {
#include "lib/generator.def"
    RT_METHODS_END};

static const rt_getset_def generator_getsets[] = {
    {"__name__", rt_coro_name, NULL},
    {"__qualname__", rt_coro_qualname, NULL},
    {"gi_running", get_running, NULL},
    {"gi_frame", rt_coro_frame_object, NULL},
    {"gi_code", rt_coro_code_object, NULL},
    {"gi_suspended", get_suspended, NULL},
    {0},
};

rt_type rt_generator_type = {
    .head = RT_TYPE_HEAD,
    .name = "generator",
    .size = sizeof(rt_coro),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = generator_dealloc,
    .traverse = rt_coro_traverse,
    .clear = rt_coro_clear,
    .finalize = rt_coro_collect,
    .repr = rt_coro_repr,
    .iter = generator_iter,
    .next = generator_next,
    .methods = rt_generator_methods,
    .getsets = generator_getsets,
};

/* ---- yield from ---- */

rt_value rt_yield_from_iter(rt_value v)
{
    if (RT_IS_GENERATOR(v)) return rt_retained(v);
    if (RT_IS_COROUTINE(v))
        return rt_raise_format(
            &rt_exc_TypeError,
            "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return rt_iter(v);
}

/* Iterators of ours that end with a result. Their slot `next` cannot tell it; send can. */
typedef rt_value send_fn(rt_value self, rt_value v);

static const struct {
    rt_type *type;
    send_fn *send;
} senders[] = {
    {&rt_generator_type, rt_coro_send},
    {&rt_coroutine_wrapper_type, rt_coroutine_wrapper_send},
    {&rt_future_iterator_type, rt_future_iterator_send},
    {&rt_asend_type, rt_asend_send},
    {&rt_athrow_type, rt_asend_send},
};

static send_fn *sender_of(const rt_type *type)
{
    for (size_t i = 0; i < sizeof senders / sizeof *senders; i++)
        if (senders[i].type == type) return senders[i].send;
    return NULL;
}

rt_value rt_next_or_stop(rt_value iterator)
{
    rt_type *type = RT_TYPE(iterator);
    send_fn *send = sender_of(type);
    rt_value v;

    if (send) return send(iterator, RT_NONE);
    if (type->flags & RT_TYPE_HEAP) return rt_call_method(iterator, RT_NAME("__next__"), 0, NULL);
    v = rt_next(iterator);
    if (!v && !RT_RAISED()) rt_raise((rt_value)&rt_exc_StopIteration, 0);
    return v;
}

/* What a method call on the iterator means: a value is yielded, StopIteration is the end. */
static rt_value delegated(rt_value v)
{
    if (v) {
        rt_state.yielded = v;
        return RT_YIELD;
    }
    return rt_pending(&rt_exc_StopIteration) ? rt_take_stop_value() : 0;
}

/* GeneratorExit closes the iterator, then goes on up. */
static rt_value delegate_close(rt_value iterator)
{
    rt_value exit = rt_catch();
    rt_value close = rt_try_getattr(iterator, RT_NAME("close"));

    if (close) {
        rt_value closed = rt_call(close, 0, NULL);
        RT_RELEASE(close);
        RT_RELEASE_OPT(closed);
    }
    if (RT_RAISED())
        RT_RELEASE(exit);
    else
        rt_rethrow(exit);
    return 0;
}

static rt_value delegate_throw(rt_value iterator)
{
    if (rt_pending(&rt_exc_GeneratorExit)) return delegate_close(iterator);

    rt_value thrown = rt_catch();
    rt_value throw = rt_try_getattr(iterator, RT_NAME("throw"));
    if (!throw) {
        if (RT_RAISED())
            RT_RELEASE(thrown);
        else
            rt_rethrow(thrown);
        return 0;
    }
    rt_value v = rt_call1(throw, thrown);
    RT_RELEASE(throw);
    RT_RELEASE(thrown);
    return delegated(v);
}

static rt_value delegate_send(rt_value iterator, rt_value input)
{
    send_fn *send = sender_of(RT_TYPE(iterator));
    rt_value v;

    if (send)
        v = send(iterator, input);
    else if (input == RT_NONE)
        v = rt_next_or_stop(iterator);
    else
        v = rt_call_method(iterator, RT_NAME("send"), 1, &input);
    RT_RELEASE(input);
    return delegated(v);
}

/* A generator or coroutine wrapper as the inner iterator needs no method calls, but for the
 * GeneratorExit, which it must answer by ending. */
static rt_value generator_delegate(rt_coro *inner, rt_value input)
{
    if (input || !rt_pending(&rt_exc_GeneratorExit)) return rt_coro_step(inner, input);

    rt_value exit = rt_catch();
    if (rt_coro_close(inner))
        rt_rethrow(exit);
    else
        RT_RELEASE(exit);
    return 0;
}

rt_value rt_yield_from_step(rt_value iterator, rt_value input)
{
    if (RT_IS_GENERATOR(iterator)) return generator_delegate(RT_CORO(iterator), input);
    return input ? delegate_send(iterator, input) : delegate_throw(iterator);
}

/* What comes out of a throw has what the delegating generator handles as its context. */
rt_value rt_delegate_step(rt_value iterator, rt_value input)
{
    bool thrown = !input;
    rt_value result = rt_yield_from_step(iterator, input);

    if (!result && thrown && rt_state.handled) rt_raise_pending_here();
    return result;
}
