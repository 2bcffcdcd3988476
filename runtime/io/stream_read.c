/* stream_read.c: the coroutines of StreamReader: read, readexactly, readuntil, readline.
 *
 * One frame serves the four: it tries to take what is wanted from the buffer, else waits for the
 * protocol to feed more, and tries again. What the stream cannot give any more is told by methods
 * of the class in Python, which knows the exceptions. */
#include "exc/exception.h"
#include "io/streams.h"
#include "sched/frame.h"
#include "sched/future.h"
#include "value/bytes.h"

typedef enum read_mode { SOME, EXACTLY, UNTIL, LINE } read_mode;

typedef struct read_frame {
    rt_frame head;
    rt_value reader;
    rt_value argument; /* a number, or a separator */
    rt_value awaited;  /* the waiter, or a coroutine; 0 = none */
    read_mode mode;
    int64_t count;
    size_t searched; /* no separator begins before this offset */
} read_frame;

enum { NEW, WAITS, AWAITS };

static rt_value read_resume(rt_frame *frame, rt_value input);

static const rt_slot slots[] = {
    {"self", offsetof(read_frame, reader), RT_SLOT_VALUE, 0},
    {"n", offsetof(read_frame, argument), RT_SLOT_VALUE, 0},
    {"waiter", offsetof(read_frame, awaited), RT_SLOT_VALUE, 1},
};
static const uint16_t live[] = {0, 1, 2};
static const rt_suspend_point points[] = {
    [NEW] = {.live = live, .live_count = 2},
    [WAITS] = {.live = live, .live_count = 3},
    [AWAITS] = {.live = live, .live_count = 3},
};

#define READ_CODE(title)                                                                           \
    {                                                                                              \
        .name = title, .qualname = "StreamReader." title, .source = &rt_library_source,            \
        .kind = RT_CODE_COROUTINE, .resume = read_resume, .frame_size = sizeof(read_frame),        \
        .slot_count = 3, .suspend_count = 3, .slots = slots, .suspend_points = points,             \
    }

static const rt_code codes[] = {
    [SOME] = READ_CODE("read"),
    [EXACTLY] = READ_CODE("readexactly"),
    [UNTIL] = READ_CODE("readuntil"),
    [LINE] = READ_CODE("readline"),
};

/* ---- starting -------------------------------------------------------------------------------- */

static rt_value start(rt_value self, read_mode mode, rt_value argument)
{
    rt_value coro = rt_coro_new(&codes[mode]);
    read_frame *frame = (read_frame *)&RT_CORO(coro)->frame;

    frame->reader = rt_retained(self);
    frame->argument = rt_retained(argument);
    frame->awaited = 0;
    frame->mode = mode;
    frame->searched = 0;
    return coro;
}

rt_value rt_reader_read(rt_value self, rt_value n)
{
    return start(self, SOME, n ? n : RT_INT(-1));
}

rt_value rt_reader_readexactly(rt_value self, rt_value n)
{
    return start(self, EXACTLY, n);
}

rt_value rt_reader_readuntil(rt_value self, rt_value separator)
{
    rt_value line_end = separator ? 0 : rt_bytes_new("\n", 1);
    rt_value coro = start(self, UNTIL, separator ? separator : line_end);

    RT_RELEASE_OPT(line_end);
    return coro;
}

rt_value rt_reader_readline(rt_value self)
{
    return start(self, LINE, RT_NONE);
}

/* ---- attempts: a result, 0 = raised, or RT_PENDING = more has to come ------------------------ */

static rt_value raise_method(rt_reader *r, rt_value name, uint32_t count, const rt_value *args)
{
    rt_value result = rt_call_method((rt_value)r, name, count, args);

    RT_RELEASE_OPT(result); /* it raises */
    return 0;
}

static rt_value fail_incomplete(rt_reader *r, rt_value expected)
{
    return raise_method(r, RT_NAME("_fail_incomplete"), 1, &expected);
}

static rt_value take_some(rt_reader *r, int64_t count)
{
    size_t size = rt_reader_size(r);

    if (!size && !r->eof) return RT_PENDING;
    return rt_reader_take(r, (size_t)count < size ? (size_t)count : size);
}

static rt_value take_exactly(rt_reader *r, const read_frame *f)
{
    if (rt_reader_size(r) >= (size_t)f->count) return rt_reader_take(r, (size_t)f->count);
    return r->eof ? fail_incomplete(r, f->argument) : RT_PENDING;
}

static rt_value fail_overrun(rt_reader *r, const read_frame *f, const char *message,
                             size_t consumed)
{
    if (f->mode == UNTIL) {
        rt_value args[] = {rt_str_c(message), RT_INT((int64_t)consumed)};
        raise_method(r, RT_NAME("_fail_overrun"), 2, args);
        RT_RELEASE(args[0]);
        return 0;
    }
    /* A line that is too long is dropped: with its end, or whatever of it is there. */
    size_t size = rt_reader_size(r);
    bool ends = consumed < size && r->bytes[r->start + consumed] == '\n';
    rt_value dropped = rt_reader_take(r, ends ? consumed + 1 : size);
    if (!dropped) return 0;
    RT_RELEASE(dropped);
    return rt_raise_format(&rt_exc_ValueError, "%s", message);
}

static rt_value take_until(rt_reader *r, read_frame *f)
{
    size_t size = rt_reader_size(r), length = 1;
    const char *bytes = r->bytes + r->start, *found = NULL;
    const char *separator = f->mode == LINE ? "\n" : rt_bytes_text(f->argument, &length);

    if (size - f->searched >= length && size >= f->searched)
        found = memmem(bytes + f->searched, size - f->searched, separator, length);
    if (found) {
        size_t at = (size_t)(found - bytes);
        if (at <= r->limit) return rt_reader_take(r, at + length);
        return fail_overrun(r, f, "Separator is found, but chunk is longer than limit", at);
    }
    if (size >= f->searched + length) {
        f->searched = size + 1 - length;
        if (f->searched > r->limit)
            return fail_overrun(r, f, "Separator is not found, and chunk exceed the limit",
                                f->searched);
    }
    if (!r->eof) return RT_PENDING;
    return f->mode == LINE ? rt_reader_take(r, size) : fail_incomplete(r, RT_NONE);
}

static rt_value attempt(rt_reader *r, read_frame *f)
{
    switch (f->mode) {
    case SOME: return take_some(r, f->count);
    case EXACTLY: return take_exactly(r, f);
    default: return take_until(r, f);
    }
}

/* ---- the coroutine --------------------------------------------------------------------------- */

/* It ends with `result`. */
static rt_value finish(read_frame *f, rt_value result)
{
    f->head.state = RT_FRAME_DONE;
    RT_RELEASE(f->argument);
    RT_RELEASE_OPT(f->awaited);
    RT_RELEASE(f->reader);
    return result;
}

static rt_value wait(rt_reader *r, read_frame *f)
{
    static const char *const names[] = {"read", "readexactly", "readuntil", "readuntil"};

    if (r->waiter) {
        rt_raise_format(&rt_exc_RuntimeError,
                        "%s() called while another coroutine is already waiting for incoming data",
                        names[f->mode]);
        return finish(f, 0);
    }
    if (r->paused) {
        r->paused = false;
        rt_value result = rt_call_method(r->transport, RT_NAME("resume_reading"), 0, NULL);
        if (!result) return finish(f, 0);
        RT_RELEASE(result);
    }
    rt_future *waiter = rt_future_new(r->loop);
    waiter->blocking = true;
    r->waiter = rt_retained((rt_value)waiter);
    f->awaited = (rt_value)waiter;
    f->head.state = WAITS;
    return rt_suspend(&f->head, f->awaited);
}

/* Reading everything up to the end is a coroutine of the class. */
static rt_value read_all(read_frame *f)
{
    f->awaited = rt_call_method(f->reader, RT_NAME("_read_all"), 0, NULL);
    if (!f->awaited) return finish(f, 0);
    f->head.state = AWAITS;
    rt_value result = rt_await(&f->head, f->awaited);
    return result == RT_PENDING ? result : finish(f, result);
}

/* Checks the argument. False: *result is what the coroutine ends with. */
static bool begin(const rt_reader *r, read_frame *f, rt_value *result)
{
    size_t length;

    *result = 0;
    if (f->mode == EXACTLY || f->mode == SOME) {
        if (!rt_to_i64(f->argument, &f->count)) return false;
        if (f->mode == EXACTLY && f->count < 0)
            return rt_raise_format(&rt_exc_ValueError,
                                   "readexactly size can not be less than zero");
    } else if (f->mode == UNTIL) {
        if (!rt_is_bytes_like(f->argument))
            return rt_raise_format(&rt_exc_TypeError,
                                   "argument should be integer or bytes-like object, not '%T'",
                                   f->argument);
        rt_bytes_text(f->argument, &length);
        if (!length)
            return rt_raise_format(&rt_exc_ValueError,
                                   "Separator should be at least one-byte string");
    }
    if (r->exception) {
        rt_raise(r->exception, 0);
        return false;
    }
    if (f->mode > EXACTLY || f->count) return true;
    *result = rt_bytes_new("", 0);
    return false;
}

/* What has been waited for is there, or was given up. */
static void end_wait(rt_reader *r, const read_frame *f)
{
    rt_value waiter = r->waiter;

    if (waiter != f->awaited) return;
    r->waiter = 0;
    RT_RELEASE(waiter);
}

static rt_value read_resume(rt_frame *frame, rt_value input)
{
    read_frame *f = (read_frame *)frame;
    rt_reader *r = RT_READER(f->reader);
    rt_value result;

    if (frame->state == AWAITS) return finish(f, input);
    if (frame->state == WAITS) {
        end_wait(r, f);
        RT_RELEASE(f->awaited);
        f->awaited = 0;
        frame->state = NEW;
    } else if (input) {
        if (!begin(r, f, &result)) return finish(f, result);
        if (f->mode == SOME && f->count < 0) return read_all(f);
    }
    if (!input) return finish(f, 0);
    RT_RELEASE(input);
    result = attempt(r, f);
    return result == RT_PENDING ? wait(r, f) : finish(f, result);
}
