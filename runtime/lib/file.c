/* file.c: the bytes beneath file objects (file.h): one buffer over a descriptor, for both
 * directions. */
#include "lib/file.h"

#include <errno.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/interrupt.h"
#include "sched/threads.h"
#include "value/output.h"

rt_value rt_file_new(rt_type *type, int descriptor, uint16_t flags, rt_value name, rt_value mode)
{
    rt_file *file = rt_object_new(type, type->size);
    file->descriptor = descriptor;
    file->flags = flags;
    file->name = rt_retained(name);
    file->mode = rt_retained(mode);
    return (rt_value)file;
}

bool rt_file_check(rt_file *file, rt_file_flag needed)
{
    bool text = file->flags & RT_FILE_TEXT, reading = needed == RT_FILE_READS;
    if (file->descriptor < 0)
        return rt_raise_format(&rt_exc_ValueError, "I/O operation on closed file.");
    if (needed == 0 || file->flags & needed) return true;
    return rt_raise_format(&rt_exc_UnsupportedOperation, "%s%s", text ? "not " : "",
                           reading ? (text ? "readable" : "read") : (text ? "writable" : "write"));
}

/* ---- writing */

static bool write_through(rt_file *file, const char *bytes, size_t size)
{
    if (rt_write_all(file->descriptor, bytes, size)) return true;
    return rt_raise_os_error(errno, 0);
}

static bool flush_dirty(rt_file *file)
{
    if (!file->dirty) return true;
    uint32_t size = file->end;
    file->dirty = false;
    file->start = file->end = 0;
    return write_through(file, (char *)file->buffer, size);
}

/* Bytes read ahead are given back, so that a write goes where the program has read to. */
static void drop_read_ahead(rt_file *file)
{
    if (!file->dirty && file->end > file->start)
        lseek(file->descriptor, (off_t)file->start - file->end, SEEK_CUR);
    file->start = file->end = 0;
    file->skip_lf = false;
}

static void need_buffer(rt_file *file)
{
    if (!file->buffer) file->buffer = rt_alloc(RT_FILE_BLOCK);
}

static bool put_standard(rt_file *file, const char *bytes, size_t size)
{
    if (file->descriptor != STDOUT_FILENO) {
        rt_write_err(bytes, size);
        return true;
    }
    rt_write_out(bytes, size);
    int error = rt_out_error();
    return error ? rt_raise_os_error(error, 0) : true;
}

bool rt_file_put(rt_file *file, const char *bytes, size_t size)
{
    if (file->flags & RT_FILE_STANDARD) return put_standard(file, bytes, size);
    if (!file->dirty) drop_read_ahead(file);
    if (file->flags & RT_FILE_UNBUFFERED || size >= RT_FILE_BLOCK)
        return flush_dirty(file) && write_through(file, bytes, size);
    if (file->dirty && file->end + size > RT_FILE_BLOCK && !flush_dirty(file)) return false;
    need_buffer(file);
    memcpy(file->buffer + file->end, bytes, size);
    file->end += (uint32_t)size;
    file->dirty = true;
    if (file->flags & RT_FILE_BY_LINE && memchr(bytes, '\n', size)) return flush_dirty(file);
    return true;
}

bool rt_file_flush(rt_file *file)
{
    if (file->flags & RT_FILE_STANDARD && file->flags & RT_FILE_WRITES) {
        rt_flush_out();
        int error = rt_out_error();
        return error ? rt_raise_os_error(error, 0) : true;
    }
    return flush_dirty(file);
}

/* ---- reading */

/* One read while other threads run; -1 = raised. */
static ssize_t read_block(rt_file *file, char *block)
{
    ssize_t size;
    int error;
    do {
        rt_pause pause;
        rt_pause_begin(&pause);
        size = read(file->descriptor, block, RT_FILE_BLOCK);
        error = errno;
        rt_pause_end(&pause);
        if (size < 0 && error == EINTR && !rt_interrupt_check()) return -1;
    } while (size < 0 && error == EINTR);
    if (size < 0) rt_raise_os_error(error, 0);
    return size;
}

/* Another thread may use the file during the read: the block is put behind what that has left. */
static void take_block(rt_file *file, const char *block, size_t size)
{
    need_buffer(file);
    if (file->start == file->end || file->dirty || file->end + size > RT_FILE_BLOCK)
        file->start = file->end = 0;
    memcpy(file->buffer + file->end, block, size);
    file->end += (uint32_t)size;
}

int rt_file_fill(rt_file *file)
{
    char block[RT_FILE_BLOCK];
    if (!file->dirty && file->start < file->end) return 1;
    if (!flush_dirty(file)) return -1;
    ssize_t size = read_block(file, block);
    if (size < 0) return -1;
    take_block(file, block, (size_t)size);
    return size > 0;
}

/* ---- positions */

int64_t rt_file_tell(rt_file *file)
{
    off_t position = lseek(file->descriptor, 0, SEEK_CUR);
    if (position < 0) {
        rt_raise_os_error(errno, 0);
        return -1;
    }
    return file->dirty ? position + file->end : position - (file->end - file->start);
}

int64_t rt_file_seek(rt_file *file, int64_t offset, int whence)
{
    if (!rt_file_flush(file)) return -1;
    drop_read_ahead(file);
    off_t position = lseek(file->descriptor, offset, whence);
    if (position < 0) rt_raise_os_error(errno, 0);
    return position;
}

/* ---- the end */

bool rt_file_close(rt_file *file)
{
    if (file->descriptor < 0) return true;
    bool fine = rt_file_flush(file);
    int descriptor = file->descriptor;
    file->descriptor = -1;
    if (file->flags & (RT_FILE_KEEPS_OPEN | RT_FILE_STANDARD)) return fine;
    if (close(descriptor) < 0 && fine) return rt_raise_os_error(errno, 0);
    return fine;
}

/* A file that nobody holds is flushed and closed; what goes wrong then has nowhere to go. */
static void file_dealloc(rt_object *self)
{
    rt_file *file = (rt_file *)self;
    rt_value pending = rt_save_pending();
    if (!rt_file_close(file)) rt_clear_pending();
    rt_restore_pending(pending);
    RT_RELEASE(file->name);
    RT_RELEASE(file->mode);
    RT_RELEASE_OPT(file->encoding);
    RT_RELEASE_OPT(file->given_encoding);
    RT_RELEASE_OPT(file->errors);
    RT_RELEASE_OPT(file->bytes_file);
    if (file->buffer) rt_free(file->buffer, RT_FILE_BLOCK);
    rt_free(file, self->type->size);
}

/* ---- the types; their methods are in file_methods.c */

static rt_value file_iter(rt_value self)
{
    return rt_file_check(RT_FILE(self), 0) ? rt_retained(self) : 0;
}

static rt_value file_next(rt_value self)
{
    if (!rt_file_check(RT_FILE(self), RT_FILE_READS)) return 0;
    rt_value line = rt_file_read(RT_FILE(self), -1, true);
    if (!line || rt_length(line) > 0) return line;
    RT_RELEASE(line);
    return 0;
}

static rt_value text_repr(rt_value self)
{
    rt_file *file = RT_FILE(self);
    bool standard = file->flags & RT_FILE_STANDARD;
    rt_value encoding = file->given_encoding;
    if (encoding)
        return rt_str_format("<%T name=%R mode=%R encoding=%R>", self, file->name, file->mode,
                             encoding);
    return rt_str_format("<%T name=%R mode=%R encoding='%s'>", self, file->name, file->mode,
                         standard ? "utf-8" : "UTF-8");
}

static rt_value buffered_repr(rt_value self)
{
    return rt_str_format("<%T name=%R>", self, RT_FILE(self)->name);
}

static rt_value raw_repr(rt_value self)
{
    rt_file *file = RT_FILE(self);
    return rt_str_format("<%T name=%R mode=%R closefd=%s>", self, file->name, file->mode,
                         file->flags & RT_FILE_KEEPS_OPEN ? "False" : "True");
}

#define FILE_TYPE(symbol, type_name, kind, repr_function)                                          \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = "_io." type_name,                                                                  \
        .size = sizeof(rt_file),                                                                   \
        .base = &rt_object_type,                                                                   \
        .dealloc = file_dealloc,                                                                   \
        .repr = repr_function,                                                                     \
        .iter = file_iter,                                                                         \
        .next = file_next,                                                                         \
        .methods = rt_##kind##_file_methods,                                                       \
        .getsets = rt_##kind##_file_getsets,                                                       \
    }
FILE_TYPE(rt_text_file_type, "TextIOWrapper", text, text_repr);
FILE_TYPE(rt_reader_type, "BufferedReader", binary, buffered_repr);
FILE_TYPE(rt_writer_type, "BufferedWriter", binary, buffered_repr);
FILE_TYPE(rt_both_ways_type, "BufferedRandom", binary, buffered_repr);
FILE_TYPE(rt_raw_file_type, "FileIO", binary, raw_repr);
