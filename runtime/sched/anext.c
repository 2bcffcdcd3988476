/* anext.c: the built-in functions aiter and anext.
 *
 * In: asynchronous iterables and iterators. Out: the iterator; the awaitable of the next item, with
 * a default in place of StopAsyncIteration where one is given. */
#include "sched/await.h"
#include "sched/coro.h"

rt_value rt_builtin_aiter(rt_value v)
{
    rt_type *type = RT_TYPE(v);

    if (!type->aiter)
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not an async iterable", v);
    rt_value iterator = type->aiter(v);
    if (!iterator || RT_TYPE(iterator)->anext) return iterator;
    rt_raise_format(&rt_exc_TypeError, "aiter() returned not an async iterator of type '%T'",
                    iterator);
    RT_RELEASE(iterator);
    return 0;
}

/* ---- anext(iterator, default): a coroutine in all but its type's name ---- */

typedef struct anext_frame {
    rt_frame head;
    rt_value awaitable, fallback;
} anext_frame;

static const rt_slot slots[] = {
    {"awaitable", offsetof(anext_frame, awaitable), RT_SLOT_VALUE, 0},
    {"default", offsetof(anext_frame, fallback), RT_SLOT_VALUE, 0},
};
static const uint16_t live[] = {0, 1};
static const rt_suspend_point points[] = {{.live = live, .live_count = 2},
                                          {.live = live, .live_count = 2}};

static rt_value anext_resume(rt_frame *frame, rt_value input)
{
    anext_frame *self = (anext_frame *)frame;

    if (input && frame->state == 0) {
        input = rt_await(frame, self->awaitable);
        frame->state = 1;
        if (input == RT_PENDING) return input;
    }
    if (!input && rt_pending(&rt_exc_StopAsyncIteration)) {
        rt_clear_pending();
        input = rt_retained(self->fallback);
    }
    rt_frame_clear(frame);
    return input;
}

static const rt_code anext_code = {
    .name = "anext",
    .qualname = "anext",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = anext_resume,
    .frame_size = sizeof(anext_frame),
    .slot_count = 2,
    .suspend_count = 2,
    .slots = slots,
    .suspend_points = points,
};

/* Consumes the awaitable. */
static rt_value with_default(rt_value awaitable, rt_value fallback)
{
    rt_value coro = rt_coro_new(&anext_code);
    anext_frame *frame = (anext_frame *)RT_CORO_FRAME(coro);

    RT_CORO(coro)->flags |= RT_CORO_NO_WARNING;
    frame->awaitable = awaitable;
    frame->fallback = rt_retained(fallback);
    return coro;
}

rt_value rt_builtin_anext(rt_value iterator, rt_value fallback)
{
    rt_type *type = RT_TYPE(iterator);

    if (!type->anext)
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not an async iterator", iterator);
    rt_value awaitable = type->anext(iterator);
    return awaitable && fallback ? with_default(awaitable, fallback) : awaitable;
}
