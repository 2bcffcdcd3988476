/* ssl_bio.c: _ssl.MemoryBIO: bytes on their way between a connection and its socket. */
#include <limits.h>
#include <openssl/bio.h>

#include "exc/exception.h"
#include "lib/ssl.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"

#define SELF RT_SSL_BIO(self)

static rt_value bio_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("MemoryBIO", args) || !rt_count_between("MemoryBIO", args, 0, 0)) return 0;
    rt_ssl_bio *made = rt_object_new(cls, cls->size);
    made->bio = BIO_new(BIO_s_mem());
    BIO_set_mem_eof_return(made->bio, -1); /* empty: there may come more */
    return (rt_value)made;
}

static void bio_dealloc(rt_object *self)
{
    BIO_free(((rt_ssl_bio *)self)->bio);
    rt_free(self, self->type->size);
}

rt_value rt_ssl_bio_read(rt_value self, rt_value size_value)
{
    size_t there = BIO_ctrl_pending(SELF->bio);
    int64_t size = -1;

    if (size_value && !rt_to_i64(size_value, &size)) return 0;
    if (size < 0 || (size_t)size > there) size = (int64_t)there;
    rt_value bytes = rt_bytes_sized((size_t)size);
    if (size) BIO_read(SELF->bio, RT_BYTES(bytes)->text, (int)size);
    return bytes;
}

rt_value rt_ssl_bio_write(rt_value self, rt_value data)
{
    size_t size;

    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               data);
    if (SELF->eof) return rt_raise_format(&rt_exc_OSError, "cannot write() after write_eof()");
    const char *bytes = rt_bytes_text(data, &size);
    if (size > INT_MAX)
        return rt_raise_format(&rt_exc_OverflowError, "string longer than %d bytes", INT_MAX);
    if (size) BIO_write(SELF->bio, bytes, (int)size);
    return RT_INT((int64_t)size);
}

rt_value rt_ssl_bio_write_eof(rt_value self)
{
    SELF->eof = true;
    BIO_set_mem_eof_return(SELF->bio, 0);
    return rt_retained(RT_NONE);
}

static rt_value get_pending(rt_value self)
{
    return RT_INT((int64_t)BIO_ctrl_pending(SELF->bio));
}

static rt_value get_eof(rt_value self)
{
    return RT_BOOL(SELF->eof && !BIO_ctrl_pending(SELF->bio));
}

static const rt_getset_def getsets[] = {
    {"pending", get_pending, NULL},
    {"eof", get_eof, NULL},
    {0},
};

static const rt_native_def methods[] = {
#include "lib/ssl_bio.def"
    {0},
};

rt_type rt_ssl_bio_type = {
    .head = RT_TYPE_HEAD,
    .name = "_ssl.MemoryBIO",
    .size = sizeof(rt_ssl_bio),
    .base = &rt_object_type,
    .construct = bio_construct,
    .dealloc = bio_dealloc,
    .methods = methods,
    .getsets = getsets,
};
