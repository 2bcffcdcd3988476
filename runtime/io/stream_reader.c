/* stream_reader.c: what StreamReader keeps: bytes that a transport has received and nobody has
 * read.
 *
 * In: feed_data, feed_eof, set_exception of the protocol's side. Out: bytes, and a wake-up of the
 * one coroutine that may wait (stream_read.c). Above twice the limit the transport pauses. */
#include "exc/exception.h"
#include "io/streams.h"
#include "sched/future.h"
#include "sched/loop_policy.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/native.h"
#include "value/type.h"

#define SELF RT_READER(self)

enum { KEPT_WHEN_EMPTY = 16 << 10 }; /* the most memory that an idle reader holds */

bool rt_look_for_native(rt_native_check *check, rt_type *type, rt_value name,
                        void (*function)(void))
{
    rt_value attribute = rt_type_find(type, name).attribute;

    check->type = type;
    check->version = type->version;
    check->is_native = attribute && RT_TYPE(attribute) == &rt_native_method_type &&
                       RT_NATIVE_METHOD_OBJECT(attribute)->def->function == function;
    return check->is_native;
}

/* What waits to be read; never NULL. */
static const char *first_byte(const rt_reader *r)
{
    return r->bytes ? r->bytes + r->start : "";
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static void drop_bytes(rt_reader *r)
{
    if (r->bytes) rt_free(r->bytes, r->capacity);
    r->bytes = NULL;
    r->start = r->end = r->capacity = 0;
}

static void make_room(rt_reader *r, size_t size)
{
    size_t there = rt_reader_size(r), capacity = r->capacity ? r->capacity : 128;

    if (r->start) memmove(r->bytes, r->bytes + r->start, there);
    r->start = 0;
    r->end = there;
    if (there + size <= r->capacity) return;
    while (capacity < there + size) capacity *= 2;
    r->bytes = rt_realloc(r->bytes, r->capacity, capacity);
    r->capacity = capacity;
}

static void append(rt_reader *r, const char *bytes, size_t size)
{
    if (r->end + size > r->capacity) make_room(r, size);
    memcpy(r->bytes + r->end, bytes, size);
    r->end += size;
}

/* resume_reading() of a transport that was paused. False: raised. */
static bool resume(rt_reader *r)
{
    r->paused = false;
    rt_value result = rt_call_method(r->transport, RT_NAME("resume_reading"), 0, NULL);

    RT_RELEASE_OPT(result);
    return result != 0;
}

rt_value rt_reader_take(rt_reader *r, size_t size)
{
    rt_value bytes = rt_bytes_new(first_byte(r), size);

    r->start += size;
    if (r->start == r->end) {
        r->start = r->end = 0;
        if (r->capacity > KEPT_WHEN_EMPTY) drop_bytes(r);
    }
    if (RT_LIKELY(!r->paused) || rt_reader_size(r) > r->limit || resume(r)) return bytes;
    RT_RELEASE(bytes);
    return 0;
}

/* ---- the protocol's side --------------------------------------------------------------------- */

/* Takes the waiter away; it may have been cancelled. Owned; 0 = nobody waits. */
static rt_value take_waiter(rt_reader *r)
{
    rt_value waiter = r->waiter;

    r->waiter = 0;
    if (!waiter || !rt_future_done(RT_FUTURE(waiter))) return waiter;
    RT_RELEASE(waiter);
    return 0;
}

static void wake(rt_reader *r)
{
    rt_value waiter = take_waiter(r);

    if (!waiter) return;
    rt_future_finish(RT_FUTURE(waiter), RT_NONE);
    RT_RELEASE(waiter);
}

/* The transport holds on, if it can; else everything is kept. */
static bool pause(rt_reader *r)
{
    rt_value result = rt_call_method(r->transport, RT_NAME("pause_reading"), 0, NULL);

    if (result) {
        r->paused = true;
        RT_RELEASE(result);
        return true;
    }
    if (!rt_pending(&rt_exc_NotImplementedError)) return false;
    rt_clear_pending();
    RT_RELEASE(r->transport);
    r->transport = 0;
    return true;
}

bool rt_reader_feed(rt_reader *r, const char *bytes, size_t size)
{
    if (r->eof) return rt_raise_format(&rt_exc_AssertionError, "feed_data after feed_eof");
    if (!size) return true;
    append(r, bytes, size);
    wake(r);
    if (RT_LIKELY(rt_reader_size(r) <= 2 * r->limit) || r->paused || !r->transport) return true;
    return pause(r);
}

rt_value rt_reader_feed_data(rt_value self, rt_value data)
{
    size_t size;

    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "can't extend bytearray with %T", data);
    const char *bytes = rt_bytes_text(data, &size);
    return rt_reader_feed(SELF, bytes, size) ? RT_NONE : 0;
}

rt_value rt_reader_feed_eof(rt_value self)
{
    SELF->eof = true;
    wake(SELF);
    return RT_NONE;
}

rt_value rt_reader_set_exception(rt_value self, rt_value exception)
{
    rt_value waiter = take_waiter(SELF), before = SELF->exception;

    SELF->exception = rt_retained(exception);
    RT_RELEASE_OPT(before);
    if (!waiter) return RT_NONE;
    bool set = rt_future_set_exception(RT_FUTURE(waiter), exception);
    RT_RELEASE(waiter);
    return set ? RT_NONE : 0;
}

rt_value rt_reader_exception(rt_value self)
{
    return SELF->exception ? rt_retained(SELF->exception) : RT_NONE;
}

rt_value rt_reader_set_transport(rt_value self, rt_value transport)
{
    if (SELF->transport) return rt_raise_format(&rt_exc_AssertionError, "Transport already set");
    SELF->transport = rt_retained(transport);
    return RT_NONE;
}

rt_value rt_reader_at_eof(rt_value self)
{
    return RT_BOOL(SELF->eof && !rt_reader_size(SELF));
}

/* ---- for the class in Python ----------------------------------------------------------------- */

rt_value rt_reader_begin(rt_value self, rt_value loop, rt_value limit)
{
    int64_t number;

    if (!rt_to_i64(limit, &number)) return 0;
    rt_loop *checked = rt_loop_checked(loop);
    if (!checked) return 0;
    RT_RETAIN(loop);
    if (SELF->loop) RT_RELEASE((rt_value)SELF->loop);
    SELF->loop = checked;
    SELF->limit = (size_t)number;
    return RT_NONE;
}

rt_value rt_reader_take_all(rt_value self)
{
    return rt_reader_take(SELF, rt_reader_size(SELF));
}

static rt_value get_buffer(rt_value self)
{
    return rt_bytearray_new(first_byte(SELF), rt_reader_size(SELF));
}

static rt_value get_limit(rt_value self)
{
    return RT_INT((int64_t)SELF->limit);
}

static rt_value get_eof(rt_value self)
{
    return RT_BOOL(SELF->eof);
}

static rt_value get_paused(rt_value self)
{
    return RT_BOOL(SELF->paused);
}

static rt_value or_none(rt_value v)
{
    return v ? rt_retained(v) : RT_NONE;
}

static rt_value get_loop(rt_value self)
{
    return or_none((rt_value)SELF->loop);
}

static rt_value get_waiter(rt_value self)
{
    return or_none(SELF->waiter);
}

static rt_value get_transport(rt_value self)
{
    return or_none(SELF->transport);
}

static bool set_transport(rt_value self, rt_value v)
{
    rt_value before = SELF->transport;

    SELF->transport = v && v != RT_NONE ? rt_retained(v) : 0;
    RT_RELEASE_OPT(before);
    return true;
}

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value reader_construct(rt_type *cls, const rt_args *args)
{
    (void)args;
    return (rt_value)rt_object_new(cls, cls->size);
}

static void reader_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_reader *r = (const rt_reader *)self;

    if (r->loop) visit((rt_value)r->loop, context);
    if (r->waiter) visit(r->waiter, context);
    if (r->exception) visit(r->exception, context);
    if (r->transport) visit(r->transport, context);
}

static void reader_clear(rt_object *self)
{
    rt_reader *r = (rt_reader *)self;
    rt_value owned[] = {(rt_value)r->loop, r->waiter, r->exception, r->transport};

    r->loop = NULL;
    r->waiter = r->exception = r->transport = 0;
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++) RT_RELEASE_OPT(owned[i]);
}

static void reader_dealloc(rt_object *self)
{
    drop_bytes((rt_reader *)self);
    reader_clear(self);
    rt_free(self, self->type->size);
}

static const rt_getset_def getsets[] = {
    {"_buffer", get_buffer, NULL},
    {"_eof", get_eof, NULL},
    {"_exception", rt_reader_exception, NULL},
    {"_limit", get_limit, NULL},
    {"_loop", get_loop, NULL},
    {"_paused", get_paused, NULL},
    {"_transport", get_transport, set_transport},
    {"_waiter", get_waiter, NULL},
    {0},
};

static const rt_native_def methods[] = {
#include "lib/stream_reader.def"
    {0},
};

rt_type rt_stream_reader_type = {
    .head = RT_TYPE_HEAD,
    .name = "_streams.Reader",
    .size = sizeof(rt_reader),
    .base = &rt_object_type,
    .construct = reader_construct,
    .dealloc = reader_dealloc,
    .traverse = reader_traverse,
    .clear = reader_clear,
    .methods = methods,
    .getsets = getsets,
};
