/* stream_writer.c: what StreamWriter and StreamReaderProtocol do for every message: write, drain,
 * and handing on what has been received. */
#include "exc/exception.h"
#include "io/streams.h"
#include "sched/frame.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/type.h"

/* ---- StreamReaderProtocol ---- */

#define FEEDER RT_FEEDER(self)

static void replace(rt_value *slot, rt_value v)
{
    rt_value before = *slot;

    *slot = v && v != RT_NONE ? rt_retained(v) : 0;
    RT_RELEASE_OPT(before);
}

static rt_value or_none(rt_value v)
{
    return v ? rt_retained(v) : RT_NONE;
}

rt_value rt_feeder_data_received(rt_value self, rt_value data)
{
    if (!FEEDER->reader) return RT_NONE;
    return rt_call_method(FEEDER->reader, RT_NAME("feed_data"), 1, &data);
}

static rt_value get_reader(rt_value self)
{
    return or_none(FEEDER->reader);
}

static bool set_reader(rt_value self, rt_value v)
{
    replace(&FEEDER->reader, v);
    return true;
}

static rt_value get_paused(rt_value self)
{
    return RT_BOOL(FEEDER->paused);
}

static bool set_paused(rt_value self, rt_value v)
{
    FEEDER->paused = rt_truth(v) > 0;
    return true;
}

static rt_value get_connection_lost(rt_value self)
{
    return RT_BOOL(FEEDER->connection_lost);
}

static bool set_connection_lost(rt_value self, rt_value v)
{
    FEEDER->connection_lost = rt_truth(v) > 0;
    return true;
}

static const rt_getset_def feeder_getsets[] = {
    {"_connection_lost", get_connection_lost, set_connection_lost},
    {"_paused", get_paused, set_paused},
    {"_stream_reader", get_reader, set_reader},
    {0},
};

static rt_value construct(rt_type *cls, const rt_args *args)
{
    (void)args;
    return (rt_value)rt_object_new(cls, cls->size);
}

static void feeder_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((rt_feeder *)self)->reader) visit(((rt_feeder *)self)->reader, context);
}

static void feeder_clear(rt_object *self)
{
    replace(&((rt_feeder *)self)->reader, 0);
}

static void feeder_dealloc(rt_object *self)
{
    feeder_clear(self);
    rt_free(self, self->type->size);
}

static const rt_native_def feeder_methods[] = {
    {"data_received", "data", (void (*)(void))rt_feeder_data_received, 2, 1},
    {0},
};

rt_type rt_feeder_type = {
    .head = RT_TYPE_HEAD,
    .name = "_streams.Feeder",
    .size = sizeof(rt_feeder),
    .base = &rt_object_type,
    .construct = construct,
    .dealloc = feeder_dealloc,
    .traverse = feeder_traverse,
    .clear = feeder_clear,
    .methods = feeder_methods,
    .getsets = feeder_getsets,
};

/* ---- StreamWriter ---- */

#define WRITER RT_WRITER(self)

/* The transport, if writing to it needs no call of a method. */
static rt_channel *channel_of(rt_value transport)
{
    static rt_native_check check;
    bool direct = transport && rt_has_native_method(&check, transport, RT_NAME("write"),
                                                    (void (*)(void))rt_channel_write);

    return direct ? RT_CHANNEL(transport) : NULL;
}

rt_value rt_writer_write(rt_value self, rt_value data)
{
    rt_value transport = WRITER->transport ? WRITER->transport : RT_NONE;

    if (channel_of(transport)) return rt_channel_write(transport, data);
    rt_value result = rt_call_method(transport, RT_NAME("write"), 1, &data);
    if (!result) return 0;
    RT_RELEASE(result);
    return RT_NONE;
}

typedef struct drain_frame {
    rt_frame head;
    rt_value writer;
    rt_value awaited; /* a coroutine; 0 = none */
} drain_frame;

enum { NEW, AWAITS };

static rt_value drain_resume(rt_frame *frame, rt_value input);

static const rt_slot slots[] = {
    {"self", offsetof(drain_frame, writer), RT_SLOT_VALUE, 0},
    {"awaited", offsetof(drain_frame, awaited), RT_SLOT_VALUE, 1},
};
static const uint16_t live[] = {0, 1};
static const rt_suspend_point points[] = {
    [NEW] = {.live = live, .live_count = 1},
    [AWAITS] = {.live = live, .live_count = 2},
};

static const rt_code drain_code = {
    .name = "drain",
    .qualname = "StreamWriter.drain",
    .source = &rt_library_source,
    .kind = RT_CODE_COROUTINE,
    .resume = drain_resume,
    .frame_size = sizeof(drain_frame),
    .slot_count = 2,
    .suspend_count = 2,
    .slots = slots,
    .suspend_points = points,
};

rt_value rt_writer_drain(rt_value self)
{
    rt_value coro = rt_coro_new(&drain_code);
    drain_frame *frame = (drain_frame *)&RT_CORO(coro)->frame;

    frame->writer = rt_retained(self);
    frame->awaited = 0;
    return coro;
}

/* Nothing is wrong, and the transport takes more. */
static bool flows(const rt_writer *w)
{
    const rt_channel *channel = channel_of(w->transport);

    return channel && w->is_plain && !channel->closing && !RT_FEEDER(w->protocol)->paused &&
           !RT_FEEDER(w->protocol)->connection_lost &&
           !(w->reader && RT_READER(w->reader)->exception);
}

static rt_value finish(drain_frame *f, rt_value result)
{
    f->head.state = RT_FRAME_DONE;
    RT_RELEASE_OPT(f->awaited);
    RT_RELEASE(f->writer);
    return result;
}

static rt_value drain_resume(rt_frame *frame, rt_value input)
{
    drain_frame *f = (drain_frame *)frame;

    if (!input || frame->state == AWAITS) return finish(f, input);
    if (flows(RT_WRITER(f->writer))) return finish(f, RT_NONE);
    f->awaited = rt_call_method(f->writer, RT_NAME("_drain"), 0, NULL);
    if (!f->awaited) return finish(f, 0);
    frame->state = AWAITS;
    rt_value result = rt_await(frame, f->awaited);
    return result == RT_PENDING ? result : finish(f, result);
}

static rt_value get_transport(rt_value self)
{
    return or_none(WRITER->transport);
}

static bool set_transport(rt_value self, rt_value v)
{
    replace(&WRITER->transport, v);
    return true;
}

static rt_value get_protocol(rt_value self)
{
    return or_none(WRITER->protocol);
}

/* Whether protocol and reader are such as flows() can look into. */
static bool note_kinds(rt_writer *w)
{
    w->is_plain = w->protocol && rt_is_instance_of(w->protocol, &rt_feeder_type) &&
                  (!w->reader || rt_is_instance_of(w->reader, &rt_stream_reader_type));
    return true;
}

static bool set_protocol(rt_value self, rt_value v)
{
    replace(&WRITER->protocol, v);
    return note_kinds(WRITER);
}

static rt_value get_writer_reader(rt_value self)
{
    return or_none(WRITER->reader);
}

static bool set_writer_reader(rt_value self, rt_value v)
{
    replace(&WRITER->reader, v);
    return note_kinds(WRITER);
}

static const rt_getset_def writer_getsets[] = {
    {"_transport", get_transport, set_transport},
    {"_protocol", get_protocol, set_protocol},
    {"_reader", get_writer_reader, set_writer_reader},
    {"transport", get_transport, NULL},
    {0},
};

static void writer_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_writer *w = (const rt_writer *)self;

    if (w->transport) visit(w->transport, context);
    if (w->protocol) visit(w->protocol, context);
    if (w->reader) visit(w->reader, context);
}

static void writer_clear(rt_object *self)
{
    rt_writer *w = (rt_writer *)self;

    w->is_plain = false;
    replace(&w->transport, 0);
    replace(&w->protocol, 0);
    replace(&w->reader, 0);
}

static void writer_dealloc(rt_object *self)
{
    writer_clear(self);
    rt_free(self, self->type->size);
}

static const rt_native_def writer_methods[] = {
#include "lib/stream_writer.def"
    {0},
};

rt_type rt_stream_writer_type = {
    .head = RT_TYPE_HEAD,
    .name = "_streams.Writer",
    .size = sizeof(rt_writer),
    .base = &rt_object_type,
    .construct = construct,
    .dealloc = writer_dealloc,
    .traverse = writer_traverse,
    .clear = writer_clear,
    .methods = writer_methods,
    .getsets = writer_getsets,
};
