/* zlib.c: the module zlib, on the library of that name: compression of bytes, whole or piece by
 * piece, and checksums. Other threads run while many bytes are worked on. */
#include <zlib.h>

#include "exc/exception.h"
#include "lib/zlib.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"

#define BLOCK 16384

rt_value rt_zlib_version(void)
{
    return rt_str_c(zlibVersion());
}

/* ---- arguments ------------------------------------------------------------------------------- */

static bool binary_argument(rt_value v)
{
    return rt_is_bytes_like(v) ||
           rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
}

/* An int argument; `missing` where it was not given. */
static bool int_argument(rt_value v, int missing, int *out)
{
    int64_t word = missing;
    if (v && !rt_to_i64(v, &word)) return false;
    *out = (int)word;
    return *out == word ||
           rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C int");
}

/* ---- checksums ------------------------------------------------------------------------------- */

typedef uLong checksum(uLong sum, const Bytef *bytes, z_size_t size);

static rt_value sum_of(rt_value data, rt_value value, int64_t start, checksum *add)
{
    if (!binary_argument(data)) return 0;
    if (value) {
        rt_value number = rt_int_index(value);
        if (!number) return 0;
        rt_int_room room;
        start = (int64_t)(mp_get_u64(rt_int_view(number, &room)) & 0xffffffff);
        if (rt_int_sign(number) < 0) start = -start;
        RT_RELEASE(number);
    }
    size_t size;
    const char *bytes = rt_bytes_text(data, &size);
    return rt_int_new((int64_t)add((uint32_t)start, (const Bytef *)bytes, size));
}

rt_value rt_zlib_adler32(rt_value data, rt_value value)
{
    return sum_of(data, value, 1, adler32_z);
}

rt_value rt_zlib_crc32(rt_value data, rt_value value)
{
    return sum_of(data, value, 0, crc32_z);
}

/* ---- streams --------------------------------------------------------------------------------- */

typedef int step(z_stream *stream, int flush);

static bool raise_zlib(const z_stream *stream, int status, const char *doing)
{
    const char *why = stream->msg                ? stream->msg
                      : status == Z_BUF_ERROR    ? "incomplete or truncated stream"
                      : status == Z_STREAM_ERROR ? "inconsistent stream state"
                      : status == Z_DATA_ERROR   ? "invalid input data"
                                                 : NULL;
    if (why) return rt_raise_format(&rt_exc_error, "Error %d %s: %s", status, doing, why);
    return rt_raise_format(&rt_exc_error, "Error %d %s", status, doing);
}

/* Puts the bytes at stream->next_in through until the input is used up and nothing more comes out,
 * the stream ends or `limit` bytes have come out. Adds to `out`; the status is the last step's. */
static int pump(z_stream *stream, step *advance, int flush, size_t limit, rt_value out)
{
    int status;
    rt_pause pause;
    size_t start = RT_BYTES(out)->size;
    do {
        size_t end = RT_BYTES(out)->size;
        size_t room = end - start + BLOCK > limit ? limit - (end - start) : BLOCK;
        if (!room) return Z_OK;
        rt_bytearray_resize(out, end + room);
        stream->next_out = (Bytef *)RT_BYTES(out)->text + end;
        stream->avail_out = (uInt)room;
        if (stream->avail_in > BLOCK) rt_pause_begin(&pause);
        bool paused = stream->avail_in > BLOCK;
        status = advance(stream, flush);
        if (paused) rt_pause_end(&pause);
        rt_bytearray_resize(out, end + room - stream->avail_out);
    } while (status == Z_OK && (stream->avail_out == 0 || stream->avail_in));
    return status;
}

static void set_input(z_stream *stream, rt_value data)
{
    size_t size;
    stream->next_in = (Bytef *)rt_bytes_text(data, &size);
    stream->avail_in = (uInt)size; /* zlib counts in 32 bits */
}

/* The bytes that a bytearray gathered; consumes it. */
static rt_value gathered(rt_value out)
{
    rt_value bytes = rt_bytes_new(RT_BYTES(out)->text, RT_BYTES(out)->size);
    RT_RELEASE(out);
    return bytes;
}

rt_value rt_zlib_compress(rt_value data, rt_value level, rt_value wbits)
{
    int level_number, bits;
    z_stream stream = {0};
    if (!binary_argument(data) || !int_argument(level, -1, &level_number) ||
        !int_argument(wbits, MAX_WBITS, &bits))
        return 0;
    if (deflateInit2(&stream, level_number, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return rt_raise_format(&rt_exc_error, "Bad compression level");
    rt_value out = rt_bytearray_new("", 0);
    set_input(&stream, data);
    pump(&stream, deflate, Z_FINISH, SIZE_MAX, out);
    deflateEnd(&stream);
    return gathered(out);
}

rt_value rt_zlib_decompress(rt_value data, rt_value wbits, rt_value bufsize)
{
    int bits, size;
    z_stream stream = {0};
    if (!binary_argument(data) || !int_argument(wbits, MAX_WBITS, &bits) ||
        !int_argument(bufsize, BLOCK, &size))
        return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "bufsize must be non-negative");
    int status = inflateInit2(&stream, bits);
    if (status != Z_OK) {
        raise_zlib(&stream, status, "while preparing to decompress data");
        return 0;
    }
    rt_value out = rt_bytearray_new("", 0);
    set_input(&stream, data);
    status = pump(&stream, inflate, Z_SYNC_FLUSH, SIZE_MAX, out);
    if (status == Z_OK) status = Z_BUF_ERROR;
    if (status != Z_STREAM_END) raise_zlib(&stream, status, "while decompressing data");
    inflateEnd(&stream);
    if (status == Z_STREAM_END) return gathered(out);
    RT_RELEASE(out);
    return 0;
}

/* ---- objects for pieces ---------------------------------------------------------------------- */

typedef struct zlib_object {
    rt_object head;
    z_stream stream;
    bool alive, eof; /* alive: the stream is to be ended */
    rt_value unused_data, unconsumed_tail;
} zlib_object;
#define OBJECT(v) ((zlib_object *)(v))

extern rt_type rt_zlib_compress_type, rt_zlib_decompress_type;

static rt_value object_new(rt_type *type)
{
    zlib_object *object = rt_object_new(type, sizeof *object);
    object->unused_data = rt_bytes_new("", 0);
    object->unconsumed_tail = rt_bytes_new("", 0);
    return (rt_value)object;
}

static void object_end(zlib_object *object)
{
    if (!object->alive) return;
    object->alive = false;
    (object->head.type == &rt_zlib_compress_type ? deflateEnd : inflateEnd)(&object->stream);
}

static void object_dealloc(rt_object *self)
{
    object_end(OBJECT(self));
    RT_RELEASE(OBJECT(self)->unused_data);
    RT_RELEASE(OBJECT(self)->unconsumed_tail);
    rt_free(self, sizeof(zlib_object));
}

static rt_value refused(rt_value object)
{
    RT_RELEASE(object);
    return rt_raise_format(&rt_exc_ValueError, "Invalid initialization option");
}

rt_value rt_zlib_compressobj(rt_value level, rt_value method, rt_value wbits, rt_value mem_level,
                             rt_value strategy, rt_value zdict)
{
    int numbers[5];
    const rt_value given[] = {level, method, wbits, mem_level, strategy};
    static const int missing[] = {-1, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY};
    for (int i = 0; i < 5; i++)
        if (!int_argument(given[i], missing[i], &numbers[i])) return 0;
    if (zdict && zdict != RT_NONE && !binary_argument(zdict)) return 0;
    rt_value object = object_new(&rt_zlib_compress_type);
    z_stream *stream = &OBJECT(object)->stream;
    if (deflateInit2(stream, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]) != Z_OK)
        return refused(object);
    OBJECT(object)->alive = true;
    if (!zdict || zdict == RT_NONE) return object;
    size_t size;
    const char *words = rt_bytes_text(zdict, &size);
    if (deflateSetDictionary(stream, (const Bytef *)words, (uInt)size) == Z_OK) return object;
    RT_RELEASE(object);
    return rt_raise_format(&rt_exc_ValueError, "Invalid dictionary");
}

rt_value rt_zlib_compress_compress(rt_value self, rt_value data)
{
    if (!binary_argument(data)) return 0;
    z_stream *stream = &OBJECT(self)->stream;
    if (!OBJECT(self)->alive) {
        raise_zlib(stream, Z_STREAM_ERROR, "while compressing data");
        return 0;
    }
    rt_value out = rt_bytearray_new("", 0);
    set_input(stream, data);
    pump(stream, deflate, Z_NO_FLUSH, SIZE_MAX, out);
    return gathered(out);
}

rt_value rt_zlib_compress_flush(rt_value self, rt_value mode)
{
    int flush;
    if (!int_argument(mode, Z_FINISH, &flush)) return 0;
    if (flush == Z_NO_FLUSH) return rt_bytes_new("", 0);
    z_stream *stream = &OBJECT(self)->stream;
    if (!OBJECT(self)->alive) {
        raise_zlib(stream, Z_STREAM_ERROR, "while flushing");
        return 0;
    }
    rt_value out = rt_bytearray_new("", 0);
    stream->avail_in = 0;
    pump(stream, deflate, flush, SIZE_MAX, out);
    if (flush == Z_FINISH) object_end(OBJECT(self));
    return gathered(out);
}

rt_value rt_zlib_decompressobj(rt_value wbits, rt_value zdict)
{
    int bits;
    if (!int_argument(wbits, MAX_WBITS, &bits)) return 0;
    if (zdict && (!rt_is_bytes_like(zdict) || RT_BYTES(zdict)->size))
        return rt_raise_format(&rt_exc_NotImplementedError,
                               "asyncc has no dictionaries for decompressobj");
    rt_value object = object_new(&rt_zlib_decompress_type);
    if (inflateInit2(&OBJECT(object)->stream, bits) != Z_OK) return refused(object);
    OBJECT(object)->alive = true;
    return object;
}

static void keep(rt_value *slot, const void *bytes, size_t size)
{
    RT_RELEASE(*slot);
    *slot = rt_bytes_new(bytes, size);
}

/* What is left of the input: behind the end, or because of the limit. */
static void keep_rest(zlib_object *object)
{
    z_stream *stream = &object->stream;
    const void *rest = stream->next_in;
    if (object->eof && stream->avail_in) {
        rt_value joined = rt_bytearray_new(RT_BYTES(object->unused_data)->text,
                                           RT_BYTES(object->unused_data)->size);
        size_t end = RT_BYTES(joined)->size;
        rt_bytearray_splice(joined, end, end, rest, stream->avail_in);
        RT_RELEASE(object->unused_data);
        object->unused_data = gathered(joined);
    }
    keep(&object->unconsumed_tail, rest, object->eof ? 0 : stream->avail_in);
}

static rt_value inflate_piece(zlib_object *object, size_t limit)
{
    rt_value out = rt_bytearray_new("", 0);
    int status =
        object->eof ? Z_STREAM_END : pump(&object->stream, inflate, Z_SYNC_FLUSH, limit, out);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
        RT_RELEASE(out);
        raise_zlib(&object->stream, status, "while decompressing data");
        return 0;
    }
    object->eof = status == Z_STREAM_END;
    keep_rest(object);
    return gathered(out);
}

rt_value rt_zlib_decompress_decompress(rt_value self, rt_value data, rt_value max_length)
{
    int limit;
    if (!binary_argument(data) || !int_argument(max_length, 0, &limit)) return 0;
    if (limit < 0) return rt_raise_format(&rt_exc_ValueError, "max_length must be non-negative");
    set_input(&OBJECT(self)->stream, data);
    return inflate_piece(OBJECT(self), limit ? (size_t)limit : SIZE_MAX);
}

rt_value rt_zlib_decompress_flush(rt_value self, rt_value length)
{
    int room;
    if (!int_argument(length, BLOCK, &room)) return 0;
    if (room <= 0) return rt_raise_format(&rt_exc_ValueError, "length must be greater than zero");
    rt_value tail = rt_retained(OBJECT(self)->unconsumed_tail);
    set_input(&OBJECT(self)->stream, tail);
    rt_value bytes = inflate_piece(OBJECT(self), SIZE_MAX);
    RT_RELEASE(tail);
    return bytes;
}

/* ---- the types ------------------------------------------------------------------------------- */

static rt_value get_eof(rt_value self)
{
    return rt_retained(RT_BOOL(OBJECT(self)->eof));
}

static rt_value get_unused_data(rt_value self)
{
    return rt_retained(OBJECT(self)->unused_data);
}

static rt_value get_unconsumed_tail(rt_value self)
{
    return rt_retained(OBJECT(self)->unconsumed_tail);
}

static const rt_getset_def decompress_getsets[] = {
    {"eof", get_eof, NULL},
    {"unused_data", get_unused_data, NULL},
    {"unconsumed_tail", get_unconsumed_tail, NULL},
    {0},
};

static const rt_native_def compress_methods[] = {
    {"compress", "data, /", (void (*)(void))rt_zlib_compress_compress, 2, 1},
    {"flush", "mode=4, /", (void (*)(void))rt_zlib_compress_flush, 2, 1},
    {0},
};

static const rt_native_def decompress_methods[] = {
    {"decompress", "data, /, max_length=0", (void (*)(void))rt_zlib_decompress_decompress, 3, 1},
    {"flush", "length=16384, /", (void (*)(void))rt_zlib_decompress_flush, 2, 1},
    {0},
};

rt_type rt_zlib_compress_type = {
    .head = RT_TYPE_HEAD,
    .name = "zlib.Compress",
    .size = sizeof(zlib_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = object_dealloc,
    .methods = compress_methods,
};

rt_type rt_zlib_decompress_type = {
    .head = RT_TYPE_HEAD,
    .name = "zlib.Decompress",
    .size = sizeof(zlib_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = object_dealloc,
    .methods = decompress_methods,
    .getsets = decompress_getsets,
};
