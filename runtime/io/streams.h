/* streams.h: the parts of asyncio's streams and socket transports that run for every message.
 *
 * Each type here is the base of a class of the library's Python (lib/prelude/asyncio/), which adds
 * what happens once a connection and what is wrong. A message takes this way without a call of the
 * program's functions: channel (the transport) -> feeder (StreamReaderProtocol) -> reader, and
 * writer -> channel. Where a class overrides a step, the step is an ordinary call of a method. */
#ifndef ASYNCC_IO_STREAMS_H
#define ASYNCC_IO_STREAMS_H

#include "sched/loop.h"

/* The base of _SelectorSocketTransport. The loop runs the observer when there is something to
 * read. */
typedef struct rt_channel {
    rt_observer observer;
    int descriptor; /* -1 = not opened yet */
    bool closing, paused, eof, fills_buffer, feeds;
    int64_t conn_lost;
    rt_value socket, protocol; /* or 0 */
    rt_value buffer;           /* a bytearray: what the system has not taken yet; or 0 */
    rt_value context;          /* contextvars of what is read; 0 = empty */
} rt_channel;
#define RT_CHANNEL(v) ((rt_channel *)(v))

/* The base of StreamReaderProtocol. */
typedef struct rt_feeder {
    rt_object head;
    bool paused, connection_lost;
    rt_value reader; /* or 0 */
} rt_feeder;
#define RT_FEEDER(v) ((rt_feeder *)(v))

/* The base of StreamReader. */
typedef struct rt_reader {
    rt_object head;
    rt_loop *loop; /* counted; NULL before __init__ */
    char *bytes;   /* what waits to be read is bytes[start..end) */
    size_t start, end, capacity, limit;
    bool eof, paused;
    rt_value waiter, exception, transport; /* or 0 */
} rt_reader;
#define RT_READER(v) ((rt_reader *)(v))

/* The base of StreamWriter. */
typedef struct rt_writer {
    rt_object head;
    bool is_plain;                        /* protocol and reader derive from the types here */
    rt_value transport, protocol, reader; /* or 0 */
} rt_writer;
#define RT_WRITER(v) ((rt_writer *)(v))

extern rt_type rt_channel_type, rt_feeder_type, rt_stream_reader_type, rt_stream_writer_type;

/* Is the method `name` of v's class the one of these types in C? The answer for the class that was
 * asked for last is kept. */
typedef struct rt_native_check {
    const rt_type *type;
    uint32_t version;
    bool is_native;
} rt_native_check;

bool rt_look_for_native(rt_native_check *check, rt_type *type, rt_value name,
                        void (*function)(void));
static inline bool rt_has_native_method(rt_native_check *check, rt_value v, rt_value name,
                                        void (*function)(void))
{
    rt_type *type = RT_TYPE(v);
    if (RT_LIKELY(check->type == type && check->version == type->version)) return check->is_native;
    return rt_look_for_native(check, type, name, function);
}

/* transport.write(data), where the class does not override it. RT_NONE, or 0 = raised. */
rt_value rt_channel_write(rt_value self, rt_value data);

static inline size_t rt_reader_size(const rt_reader *r)
{
    return r->end - r->start;
}

/* Appends what a transport has received and wakes who waits for it. False: raised. */
bool rt_reader_feed(rt_reader *r, const char *bytes, size_t size);
/* Takes bytes off the front, as a bytes object; the transport goes on where it was paused and
 * little is left. 0 = raised. */
rt_value rt_reader_take(rt_reader *r, size_t size);

#endif
