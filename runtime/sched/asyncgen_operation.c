/* asyncgen_operation.c: the types async_generator_asend and async_generator_athrow.
 *
 * In: rt_operation_new from the methods of async generators. Out: awaiting one as part of a chain
 * (rt_asyncgen_await), and send, throw and close by hand. */
#include "sched/asyncgen_operation.h"

#include "exc/handled.h"
#include "sched/asyncgen.h"
#include "sched/await.h"
#include "sched/future.h"
#include "value/arguments.h"
#include "value/tuple.h"

typedef enum operation_state { OPERATION_NEW, OPERATION_RUNNING, OPERATION_CLOSED } operation_state;

typedef struct operation {
    rt_object head;
    rt_coro *agen;
    rt_value argument;
    uint8_t kind, state;
    /* by hand only */
    rt_frame *leaf;
    rt_value handled;
    rt_value awaited; /* the future that the leaf waits for, or 0 */
} operation;

rt_value rt_operation_new(rt_coro *agen, rt_operation_kind kind, rt_value argument)
{
    operation *self =
        rt_object_new(kind == RT_OPERATION_ASEND ? &rt_asend_type : &rt_athrow_type, sizeof *self);

    rt_asyncgen_first(agen);
    self->agen = RT_CORO(rt_retained((rt_value)agen));
    self->argument = rt_retained(argument);
    self->kind = kind;
    return (rt_value)self;
}

/* ---- starting ---- */

static const char *const reuse_messages[] = {
    [RT_OPERATION_ASEND] = "cannot reuse already awaited __anext__()/asend()",
    [RT_OPERATION_ATHROW] = "cannot reuse already awaited aclose()/athrow()",
    [RT_OPERATION_ACLOSE] = "cannot reuse already awaited aclose()/athrow()",
};

static const char *const busy_names[] = {
    [RT_OPERATION_ASEND] = "anext",
    [RT_OPERATION_ATHROW] = "athrow",
    [RT_OPERATION_ACLOSE] = "aclose",
};

/* What starting an operation comes to: it runs, or it is over at once with a result or 0. */
typedef enum start { START_RUN, START_OVER } start;

static start over(operation *self)
{
    self->state = OPERATION_CLOSED;
    return START_OVER;
}

/* On a generator that has ended: the end for asend, nothing to do for the others. */
static start start_ended(operation *self, rt_value *result)
{
    *result = RT_NONE;
    if (self->kind == RT_OPERATION_ASEND) {
        rt_raise((rt_value)&rt_exc_StopAsyncIteration, 0);
        *result = 0;
    }
    return over(self);
}

static start start_operation(operation *self, rt_value *result)
{
    rt_coro *agen = self->agen;

    *result = 0;
    if (self->state != OPERATION_NEW) {
        rt_raise_format(&rt_exc_RuntimeError, "%s", reuse_messages[self->kind]);
        return START_OVER;
    }
    if (agen->status == RT_CORO_CLOSED) return start_ended(self, result);
    if (agen->flags & RT_AGEN_BUSY) {
        rt_raise_format(&rt_exc_RuntimeError, "%s(): asynchronous generator is already running",
                        busy_names[self->kind]);
        return over(self);
    }
    if (self->kind != RT_OPERATION_ASEND && (agen->flags & RT_AGEN_CLOSED)) {
        rt_raise((rt_value)&rt_exc_StopAsyncIteration, 0);
        return over(self);
    }
    self->state = OPERATION_RUNNING;
    return START_RUN;
}

/* The input for the frame's first resume in this operation; false: raised instead. */
static bool first_input(operation *self, rt_value *input)
{
    rt_value *thrown;

    switch ((rt_operation_kind)self->kind) {
    case RT_OPERATION_ASEND:
        if (self->agen->status == RT_CORO_CREATED && self->argument != RT_NONE) {
            rt_raise_format(&rt_exc_TypeError,
                            "can't send non-None value to a just-started async generator");
            return false;
        }
        *input = rt_retained(self->argument);
        return true;
    case RT_OPERATION_ATHROW:
        *input = 0;
        thrown = RT_TUPLE(self->argument)->items;
        return rt_set_thrown(thrown[0], thrown[1], thrown[2]);
    default:
        *input = 0;
        self->agen->flags |= RT_AGEN_CLOSING | RT_AGEN_CLOSED;
        return rt_set_thrown((rt_value)&rt_exc_GeneratorExit, 0, 0);
    }
}

rt_value rt_asyncgen_await(rt_frame *frame, rt_value v)
{
    operation *self = (operation *)v;
    rt_value result, input;

    if (start_operation(self, &result) == START_OVER) return result;
    self->state = OPERATION_CLOSED; /* it cannot be awaited twice; nobody looks at it in between */
    return first_input(self, &input) ? rt_asyncgen_run(frame, self->agen, input) : 0;
}

/* ---- by hand ---- */

/* Maps one result of driving the frame to what send and throw give. */
static rt_value settle(operation *self, rt_value result)
{
    if (result == RT_PENDING) {
        rt_value awaited = rt_take_awaited();
        if (rt_is_future(awaited)) self->awaited = rt_retained(awaited);
        return awaited;
    }
    self->state = OPERATION_CLOSED;
    return result ? rt_raise_stop_iteration(result) : 0;
}

static rt_value step_first(operation *self, rt_value input)
{
    rt_handled_outside outside = rt_handled_enter();
    rt_value result = rt_asyncgen_run(NULL, self->agen, input);

    if (result == RT_PENDING) self->leaf = rt_state.leaf;
    self->handled = rt_handled_take();
    rt_handled_leave(outside);
    return settle(self, result);
}

static rt_value step_again(operation *self, rt_value input)
{
    rt_value result, future = self->awaited;

    self->awaited = 0;
    if (future) input = rt_awaited_input(self->leaf, future, input);
    result = rt_frame_drive(&self->leaf, &self->handled, input);
    if (result != RT_PENDING) {
        rt_value own = self->handled;
        self->handled = 0;
        self->agen->handled = rt_handled_take();
        rt_handled_put(own);
        result = rt_asyncgen_left(self->agen, result);
    }
    return settle(self, result);
}

/* An operation that began by throw() begins once more by the first send: in the midst of what it
 * then awaits. So does CPython, and the loop cancels the aclose() of forgotten generators that
 * way. */
static rt_value step_begun(operation *self)
{
    rt_value input;

    self->state = OPERATION_RUNNING;
    return first_input(self, &input) ? step_again(self, input) : settle(self, 0);
}

rt_value rt_asend_send(rt_value v, rt_value sent)
{
    operation *self = (operation *)v;
    rt_value result, input;

    if (self->state == OPERATION_NEW && self->leaf) return step_begun(self);
    if (self->state == OPERATION_RUNNING) return step_again(self, rt_retained(sent));
    if (start_operation(self, &result) == START_OVER)
        return result ? rt_raise_stop_iteration(result) : 0;
    if (sent != RT_NONE && self->kind == RT_OPERATION_ASEND) {
        RT_RELEASE(self->argument);
        self->argument = rt_retained(sent);
    } else if (sent != RT_NONE) {
        return rt_raise_format(&rt_exc_RuntimeError,
                               "can't send non-None value to a just-started coroutine");
    }
    return first_input(self, &input) ? step_first(self, input) : settle(self, 0);
}

rt_value rt_asend_throw(rt_value v, rt_value type, rt_value value, rt_value traceback)
{
    operation *self = (operation *)v;
    rt_value result;

    if (self->state == OPERATION_RUNNING)
        return rt_set_thrown(type, value, traceback) ? step_again(self, 0) : 0;
    if (start_operation(self, &result) == START_OVER)
        return result ? rt_raise_stop_iteration(result) : 0;
    if (!rt_set_thrown(type, value, traceback)) return settle(self, 0);
    result = step_first(self, 0);
    if (result) self->state = OPERATION_NEW;
    return result;
}

rt_value rt_asend_close(rt_value v)
{
    ((operation *)v)->state = OPERATION_CLOSED;
    return RT_NONE;
}

static rt_value operation_iter(rt_value self)
{
    return rt_retained(self);
}

static rt_value operation_next(rt_value self)
{
    return rt_next_without_stop(rt_asend_send(self, RT_NONE));
}

/* ---- the types ---- */

static void operation_dealloc(rt_object *object)
{
    operation *self = (operation *)object;

    RT_RELEASE_OPT(self->awaited);
    RT_RELEASE_OPT(self->handled);
    RT_RELEASE(self->argument);
    RT_RELEASE((rt_value)self->agen);
    rt_free(self, sizeof *self);
}

static void operation_traverse(rt_object *object, rt_visit_fn *visit, void *context)
{
    operation *self = (operation *)object;

    if (self->awaited) visit(self->awaited, context);
    visit(self->argument, context);
    visit((rt_value)self->agen, context);
}

RT_METHODS(asend) = {
#include "lib/asyncgen_operation.def"
    RT_METHODS_END};

#define OPERATION_TYPE(symbol, python_name)                                                        \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = python_name,                                                                       \
        .size = sizeof(operation),                                                                 \
        .flags = RT_TYPE_FINAL,                                                                    \
        .base = &rt_object_type,                                                                   \
        .dealloc = operation_dealloc,                                                              \
        .traverse = operation_traverse,                                                            \
        .iter = operation_iter,                                                                    \
        .next = operation_next,                                                                    \
        .await = operation_iter,                                                                   \
        .methods = rt_asend_methods,                                                               \
    }

OPERATION_TYPE(rt_asend_type, "async_generator_asend");
OPERATION_TYPE(rt_athrow_type, "async_generator_athrow");
