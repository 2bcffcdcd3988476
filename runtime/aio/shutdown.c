/* shutdown.c: loop.shutdown_asyncgens and loop.shutdown_default_executor, as coroutines.
 *
 * In: a loop. Out: coroutine objects; the first closes the async generators that live on. */
#include "aio/aio.h"
#include "exc/exception.h"
#include "sched/asyncgen.h"
#include "sched/coro.h"
#include "value/list.h"

typedef struct shutdown_frame {
    rt_frame head;
    rt_value loop;
    rt_value agens; /* a list, once started */
    rt_value gathering;
} shutdown_frame;

static const rt_slot slots[] = {
    {"self", offsetof(shutdown_frame, loop), RT_SLOT_VALUE, 0},
    {"closing_agens", offsetof(shutdown_frame, agens), RT_SLOT_VALUE, 0},
    {"results", offsetof(shutdown_frame, gathering), RT_SLOT_VALUE, 0},
};
static const uint16_t live[] = {0, 1, 2};
static const rt_suspend_point points[] = {{.live = live, .live_count = 3},
                                          {.live = live, .live_count = 3}};

static rt_value leave(shutdown_frame *self, rt_value result)
{
    rt_frame_clear(&self->head);
    return result;
}

/* gather(*[agen.aclose() for agen in agens], return_exceptions=True) */
static rt_value gather_closes(rt_value agens)
{
    rt_value operations = rt_list_new(0), gathering = 0;

    for (uint32_t i = 0; operations && i < RT_LIST(agens)->count; i++) {
        rt_value operation = rt_asyncgen_aclose(RT_LIST(agens)->items[i]);
        if (!operation || !rt_list_push(operations, operation)) {
            RT_RELEASE(operations);
            return 0;
        }
    }
    if (operations)
        gathering = rt_gather(RT_LIST(operations)->items, RT_LIST(operations)->count, true);
    RT_RELEASE_OPT(operations);
    return gathering;
}

static rt_value start(shutdown_frame *self)
{
    self->agens = rt_asyncgens_take(RT_LOOP(self->loop));
    if (!self->agens) return leave(self, 0);
    if (RT_LIST(self->agens)->count == 0) return leave(self, RT_NONE);
    self->gathering = gather_closes(self->agens);
    if (!self->gathering) return leave(self, 0);
    self->head.state = 1;
    return rt_await(&self->head, self->gathering);
}

static void report(shutdown_frame *self, rt_value results)
{
    for (uint32_t i = 0; i < RT_LIST(results)->count; i++) {
        rt_value result = RT_LIST(results)->items[i], agen = RT_LIST(self->agens)->items[i];
        if (!rt_is_instance_of(result, &rt_exc_Exception)) continue;
        rt_value message =
            rt_str_format("an error occurred during closing of asynchronous generator %R", agen);
        rt_loop_report(RT_LOOP(self->loop), message, "exception", result, "asyncgen", agen, NULL);
    }
}

static rt_value shutdown_resume(rt_frame *frame, rt_value input)
{
    shutdown_frame *self = (shutdown_frame *)frame;

    if (!input) return leave(self, 0);
    if (frame->state == 0) return start(self);
    report(self, input);
    RT_RELEASE(input);
    return leave(self, RT_NONE);
}

static const rt_code asyncgens_code = {
    .name = "shutdown_asyncgens",
    .qualname = "BaseEventLoop.shutdown_asyncgens",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = shutdown_resume,
    .frame_size = sizeof(shutdown_frame),
    .slot_count = 3,
    .suspend_count = 2,
    .slots = slots,
    .suspend_points = points,
};

static rt_value executor_resume(rt_frame *frame, rt_value input)
{
    shutdown_frame *self = (shutdown_frame *)frame;

    rt_loop *loop = RT_LOOP(self->loop);
    rt_value executor = loop->default_executor;

    if (!input) return leave(self, 0);
    loop->executor_shut_down = true;
    if (loop->pool) loop->close_pool(loop);
    rt_value closed = executor ? rt_call_method(executor, RT_NAME("shutdown"), 0, NULL) : RT_NONE;
    RT_RELEASE(input);
    return leave(self, closed);
}

static const rt_code executor_code = {
    .name = "shutdown_default_executor",
    .qualname = "BaseEventLoop.shutdown_default_executor",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = executor_resume,
    .frame_size = sizeof(shutdown_frame),
    .slot_count = 3,
    .suspend_count = 1,
    .slots = slots,
    .suspend_points = points,
};

static rt_value new_shutdown(const rt_code *code, rt_value loop)
{
    rt_value coro = rt_coro_new(code);
    ((shutdown_frame *)RT_CORO_FRAME(coro))->loop = rt_retained(loop);
    return coro;
}

rt_value rt_loop_shutdown_asyncgens(rt_value loop)
{
    return new_shutdown(&asyncgens_code, loop);
}

rt_value rt_loop_shutdown_default_executor(rt_value loop)
{
    return new_shutdown(&executor_code, loop);
}
