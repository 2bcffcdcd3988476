/* generator.c: the type generator, and `yield from`.
 *
 * In: objects made by rt_coro_new of generator code; iterators of any kind. Out: iteration, and
 * rt_yield_from_step, one step of a delegation as PEP 380 has it. */
#include "sched/coro.h"
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

rt_value rt_generator_next(rt_value self)
{
    return rt_coro_send(self, RT_NONE);
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

static const rt_native_def generator_methods[] = {
#define RT_METHOD RT_METHOD_ROW
#include "lib/generator.def"
#undef RT_METHOD
    {0},
};

static const rt_getset_def generator_getsets[] = {
    {"__name__", rt_coro_name, NULL},
    {"__qualname__", rt_coro_qualname, NULL},
    {"gi_running", get_running, NULL},
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
    .repr = rt_coro_repr,
    .iter = generator_iter,
    .next = generator_next,
    .methods = generator_methods,
    .getsets = generator_getsets,
};

/* ---- yield from ---- */

rt_value rt_yield_from_iter(rt_value v)
{
    if (RT_IS_GENERATOR(v)) return rt_retained(v);
    if (RT_IS_COROUTINE(v))
        return rt_raise_format(&rt_exc_TypeError,
                               "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return rt_iter(v);
}

/* What a method call on the iterator means: a value is yielded, StopIteration is the end. */
static rt_value delegated(rt_value v)
{
    if (v) {
        rt_state.yielded = v;
        return RT_YIELD;
    }
    if (!RT_RAISED()) return RT_NONE;
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
    if (RT_RAISED()) RT_RELEASE(exit);
    else rt_rethrow(exit);
    return 0;
}

static rt_value delegate_throw(rt_value iterator)
{
    if (rt_pending(&rt_exc_GeneratorExit)) return delegate_close(iterator);

    rt_value thrown = rt_catch();
    rt_value throw = rt_try_getattr(iterator, RT_NAME("throw"));
    if (!throw) {
        if (RT_RAISED()) RT_RELEASE(thrown);
        else rt_rethrow(thrown);
        return 0;
    }
    rt_value v = rt_call1(throw, thrown);
    RT_RELEASE(throw);
    RT_RELEASE(thrown);
    return delegated(v);
}

static rt_value delegate_send(rt_value iterator, rt_value input)
{
    rt_value v = input == RT_NONE ? RT_TYPE(iterator)->next(iterator)
                                  : rt_call_method(iterator, RT_NAME("send"), 1, &input);
    RT_RELEASE(input);
    return delegated(v);
}

/* A generator or coroutine wrapper as the inner iterator needs no method calls, but for the
 * GeneratorExit, which it must answer by ending. */
static rt_value generator_delegate(rt_coro *inner, rt_value input)
{
    if (input || !rt_pending(&rt_exc_GeneratorExit)) return rt_coro_step(inner, input);

    rt_value exit = rt_catch();
    if (rt_coro_close(inner)) rt_rethrow(exit);
    else RT_RELEASE(exit);
    return 0;
}

rt_value rt_yield_from_step(rt_value iterator, rt_value input)
{
    if (RT_IS_GENERATOR(iterator)) return generator_delegate(RT_CORO(iterator), input);
    return input ? delegate_send(iterator, input) : delegate_throw(iterator);
}
