/* channel.c: what a socket transport does for every message: reads what has come, writes what is
 * given.
 *
 * In: the loop runs the channel as an observer when its descriptor can be read. Out: one recv or
 * one send; data to the protocol. Everything else (the end, errors, what the system does not take)
 * is told to the class in Python by a call of a method. */
#include "io/streams.h"

#include <errno.h>
#include <sys/socket.h>

#include "exc/exception.h"
#include "io/poller.h"
#include "io/socket.h"
#include "sched/context.h"
#include "sched/loop_policy.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"

#define SELF RT_CHANNEL(self)

rt_value rt_feeder_data_received(rt_value self, rt_value data);
rt_value rt_reader_feed_data(rt_value self, rt_value data);

static char shared[256 << 10]; /* what recv fills: nobody else runs meanwhile */

/* A method of the class in Python; false: raised. */
static bool tell(rt_channel *c, rt_value name, uint32_t count, const rt_value *args)
{
    rt_value result = rt_call_method((rt_value)c, name, count, args);

    RT_RELEASE_OPT(result);
    return result != 0;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* The pending exception ends the connection, unless it is one that ends the program. */
static void give_up(rt_channel *c, const char *message)
{
    if (rt_pending(&rt_exc_SystemExit) || rt_pending(&rt_exc_KeyboardInterrupt)) return;
    rt_value args[] = {rt_catch(), rt_str_c(message)};
    tell(c, RT_NAME("_fatal_error"), 2, args);
    RT_RELEASE(args[0]);
    RT_RELEASE(args[1]);
}

/* The reader that gets what comes without a call of the program's; 0: the protocol has methods of
 * its own. */
static rt_reader *direct_reader(const rt_channel *c)
{
    static rt_native_check check;
    rt_value reader = c->feeds ? RT_FEEDER(c->protocol)->reader : 0;
    bool plain = reader && rt_has_native_method(&check, reader, RT_NAME("feed_data"),
                                                (void (*)(void))rt_reader_feed_data);

    return plain ? RT_READER(reader) : NULL;
}

static bool deliver(rt_channel *c, size_t size)
{
    rt_reader *reader = direct_reader(c);

    if (reader) {
        c->observer.loop->quiet++;
        return rt_reader_feed(reader, shared, size);
    }
    rt_value data = rt_bytes_new(shared, size);
    rt_value result = rt_call_method(c->protocol, RT_NAME("data_received"), 1, &data);
    RT_RELEASE(data);
    RT_RELEASE_OPT(result);
    return result != 0;
}

static void read_ready(rt_channel *c)
{
    ssize_t size = recv(c->descriptor, shared, sizeof shared, 0);

    if (RT_LIKELY(size > 0)) {
        if (!deliver(c, (size_t)size))
            give_up(c, "Fatal error: protocol.data_received() call failed.");
    } else if (size == 0) {
        tell(c, RT_NAME("_read_eof"), 0, NULL);
    } else if (errno != EAGAIN && errno != EINTR) {
        rt_raise_os_error(errno, 0);
        give_up(c, "Fatal read error on socket transport");
    }
}

/* What the loop runs. The channel may have been closed or paused since it was posted. */
static void channel_run(rt_observer *self, rt_value nothing)
{
    rt_channel *c = (rt_channel *)self;

    (void)nothing;
    if (c->conn_lost || c->closing || c->paused) return;
    RT_RETAIN_OPT(c->context);
    rt_value before = rt_context_switch(c->context);
    if (RT_UNLIKELY(c->fills_buffer))
        tell(c, RT_NAME("_read_into_buffer"), 0, NULL);
    else
        read_ready(c);
    rt_value left = rt_context_switch(before);
    RT_RELEASE_OPT(left);
}

/* Begins to read. */
rt_value rt_channel_watch(rt_value self)
{
    rt_value before = SELF->context;

    SELF->context = rt_context_copy();
    RT_RELEASE_OPT(before);
    return rt_watch_subject(SELF->observer.loop, SELF->descriptor, RT_READING,
                            rt_observer_subject(&SELF->observer))
               ? RT_NONE
               : 0;
}

/* ---- writing --------------------------------------------------------------------------------- */

static bool takes_at_once(const rt_channel *c, size_t size)
{
    return size && !c->eof && !c->conn_lost && c->descriptor >= 0 &&
           !(c->buffer && RT_BYTES(c->buffer)->size);
}

/* What the system did not take, or why it failed, is for the class in Python. */
static rt_value send_failed(rt_channel *c)
{
    rt_raise_os_error(errno, 0);
    rt_value args[] = {rt_catch(), rt_str_c("Fatal write error on socket transport")};
    bool told = tell(c, RT_NAME("_fatal_error"), 2, args);
    RT_RELEASE(args[0]);
    RT_RELEASE(args[1]);
    return told ? RT_NONE : 0;
}

rt_value rt_channel_write(rt_value self, rt_value data)
{
    size_t size;
    ssize_t sent = 0;

    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError,
                               "data argument must be a bytes-like object, not '%T'", data);
    const char *bytes = rt_bytes_text(data, &size);
    if (RT_LIKELY(takes_at_once(SELF, size))) {
        sent = send(SELF->descriptor, bytes, size, MSG_NOSIGNAL);
        if (RT_LIKELY(sent == (ssize_t)size)) return RT_NONE;
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return send_failed(SELF);
        if (sent < 0) sent = 0;
    }
    rt_value args[] = {data, RT_INT(sent)};
    return tell(SELF, RT_NAME("_write_on"), 2, args) ? RT_NONE : 0;
}

/* ---- what the class in Python reads and sets ------------------------------------------------ */

/* Takes a socket over to be read and written. */
rt_value rt_channel_open(rt_value self, rt_value loop, rt_value sock)
{
    rt_loop *checked = rt_loop_checked(loop);
    rt_value before = SELF->socket;

    if (!checked) return 0;
    SELF->observer.loop = checked;
    SELF->descriptor = rt_descriptor_of(sock);
    SELF->socket = rt_retained(sock);
    RT_RELEASE_OPT(before);
    return SELF->descriptor < 0 ? 0 : RT_NONE;
}

static rt_value get_protocol(rt_value self)
{
    return SELF->protocol ? rt_retained(SELF->protocol) : RT_NONE;
}

static bool set_protocol(rt_value self, rt_value v)
{
    static rt_native_check check;
    rt_value before = SELF->protocol;

    SELF->protocol = v && v != RT_NONE ? rt_retained(v) : 0;
    SELF->feeds = SELF->protocol && rt_has_native_method(&check, v, RT_NAME("data_received"),
                                                         (void (*)(void))rt_feeder_data_received);
    RT_RELEASE_OPT(before);
    return true;
}

static rt_value get_buffer(rt_value self)
{
    if (!SELF->buffer) SELF->buffer = rt_bytearray_new("", 0);
    return rt_retained(SELF->buffer);
}

static rt_value get_conn_lost(rt_value self)
{
    return RT_INT(SELF->conn_lost);
}

static bool set_conn_lost(rt_value self, rt_value v)
{
    return rt_to_i64(v, &SELF->conn_lost);
}

#define FLAG(name)                                                                                 \
    static rt_value get_##name(rt_value self)                                                      \
    {                                                                                              \
        return RT_BOOL(SELF->name);                                                                \
    }                                                                                              \
    static bool set_##name(rt_value self, rt_value v)                                              \
    {                                                                                              \
        SELF->name = rt_truth(v) > 0;                                                              \
        return true;                                                                               \
    }
FLAG(closing)
FLAG(paused)
FLAG(eof)
FLAG(fills_buffer)

static const rt_getset_def getsets[] = {
    {"_buffer", get_buffer, NULL},
    {"_closing", get_closing, set_closing},
    {"_conn_lost", get_conn_lost, set_conn_lost},
    {"_eof", get_eof, set_eof},
    {"_fills_buffer", get_fills_buffer, set_fills_buffer},
    {"_paused", get_paused, set_paused},
    {"_protocol", get_protocol, set_protocol},
    {0},
};

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value channel_construct(rt_type *cls, const rt_args *args)
{
    rt_channel *made = rt_object_new(cls, cls->size);

    (void)args;
    made->observer.run = channel_run;
    made->observer.name = "_read_ready";
    made->descriptor = -1;
    return (rt_value)made;
}

static void channel_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_channel *c = (const rt_channel *)self;

    if (c->socket) visit(c->socket, context);
    if (c->protocol) visit(c->protocol, context);
    if (c->buffer) visit(c->buffer, context);
    if (c->context) visit(c->context, context);
}

static void channel_clear(rt_object *self)
{
    rt_channel *c = (rt_channel *)self;
    rt_value owned[] = {c->socket, c->protocol, c->buffer, c->context};

    c->socket = c->protocol = c->buffer = c->context = 0;
    c->descriptor = -1;
    c->feeds = false;
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++) RT_RELEASE_OPT(owned[i]);
}

/* Lets go of the socket, which is closed. */
rt_value rt_channel_shut(rt_value self)
{
    channel_clear(RT_OBJECT(self));
    return RT_NONE;
}

static void channel_dealloc(rt_object *self)
{
    channel_clear(self);
    rt_free(self, self->type->size);
}

static const rt_native_def methods[] = {
#include "lib/channel.def"
    {0},
};

rt_type rt_channel_type = {
    .head = RT_TYPE_HEAD,
    .name = "_streams.Channel",
    .size = sizeof(rt_channel),
    .base = &rt_object_type,
    .construct = channel_construct,
    .dealloc = channel_dealloc,
    .traverse = channel_traverse,
    .clear = channel_clear,
    .methods = methods,
    .getsets = getsets,
};
