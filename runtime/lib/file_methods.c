/* file_methods.c: the methods and attributes of file objects by name. */
#include "lib/file.h"

#include <errno.h>
#include <unistd.h>

#include "exc/exception.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/list.h"
#include "value/slice.h"
#include "value/str.h"

static rt_value none_if(bool fine)
{
    return fine ? rt_retained(RT_NONE) : 0;
}

static rt_value count_or_raised(int64_t number)
{
    return number < 0 ? 0 : rt_int_new(number);
}

static bool is_text(const rt_file *file)
{
    return file->flags & RT_FILE_TEXT;
}

/* ---- reading */

/* The optional size of read() and its kin: not given, None or negative = no limit. */
static bool size_argument(rt_value size, int64_t *limit)
{
    *limit = -1;
    if (!size || size == RT_NONE) return true;
    if (!rt_has_index(size))
        return rt_raise_format(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                               size);
    if (!rt_index_clamped(size, limit)) return false;
    if (*limit < 0) *limit = -1;
    return true;
}

static rt_value read_with(rt_value self, rt_value size, bool line)
{
    int64_t limit;
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, RT_FILE_READS) || !size_argument(size, &limit)) return 0;
    return rt_file_read(file, limit, line);
}

static rt_value file_read(rt_value self, rt_value size)
{
    return read_with(self, size, false);
}

static rt_value file_readline(rt_value self, rt_value size)
{
    return read_with(self, size, true);
}

/* At most one read of the system; also what peek() shows. */
static rt_value file_read1(rt_value self, rt_value size)
{
    int64_t limit;
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, RT_FILE_READS) || !size_argument(size, &limit)) return 0;
    if (rt_file_fill(file) < 0) return 0;
    uint32_t there = file->end - file->start;
    uint32_t taken = limit >= 0 && limit < there ? (uint32_t)limit : there;
    file->start += taken;
    return rt_bytes_new((char *)file->buffer + file->start - taken, taken);
}

/* Fills a buffer of the program's. The buffer is looked at anew each time, since other threads run
 * while the file is read. */
static rt_value file_readinto(rt_value self, rt_value buffer)
{
    rt_file *file = RT_FILE(self);
    if (!rt_is_writable_bytes(buffer))
        return rt_raise_format(&rt_exc_TypeError,
                               "readinto() argument must be read-write bytes-like object, not %T",
                               buffer);
    if (!rt_file_check(file, RT_FILE_READS)) return 0;
    size_t done = 0;
    while (done < RT_BYTES(buffer)->size) {
        int more = rt_file_fill(file);
        if (more < 0) return 0;
        if (!more) break;
        size_t there = file->end - file->start, room = RT_BYTES(buffer)->size;
        size_t taken = done >= room ? 0 : there < room - done ? there : room - done;
        memcpy(RT_BYTES(buffer)->text + done, file->buffer + file->start, taken);
        file->start += (uint32_t)taken;
        done += taken;
    }
    return rt_int_new((int64_t)done);
}

static rt_value file_peek(rt_value self, rt_value size)
{
    (void)size;
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, RT_FILE_READS) || rt_file_fill(file) < 0) return 0;
    return rt_bytes_new((char *)file->buffer + file->start, file->end - file->start);
}

static rt_value file_readlines(rt_value self, rt_value hint)
{
    int64_t limit, taken = 0;
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, RT_FILE_READS) || !size_argument(hint, &limit)) return 0;
    rt_value lines = rt_list_new(0);
    while (limit <= 0 || taken < limit) {
        rt_value line = rt_file_read(file, -1, true);
        int64_t length = line ? rt_length(line) : 0;
        if (length == 0) {
            RT_RELEASE_OPT(line);
            break;
        }
        taken += length;
        rt_list_push(lines, line);
    }
    if (!RT_RAISED()) return lines;
    RT_RELEASE(lines);
    return 0;
}

/* ---- writing */

static rt_value text_write(rt_value self, rt_value text)
{
    rt_file *file = RT_FILE(self);
    if (!rt_is_str(text))
        return rt_raise_format(&rt_exc_TypeError, "write() argument must be str, not %T", text);
    if (!rt_file_check(file, RT_FILE_WRITES) || !rt_file_write_text(file, text)) return 0;
    return rt_int_new(rt_str_length(text));
}

static rt_value binary_write(rt_value self, rt_value bytes)
{
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, RT_FILE_WRITES)) return 0;
    if (!rt_is_bytes_like(bytes))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               bytes);
    size_t size;
    const char *text = rt_bytes_text(bytes, &size);
    return rt_file_put(file, text, size) ? rt_int_new((int64_t)size) : 0;
}

static rt_value file_writelines(rt_value self, rt_value lines)
{
    if (!rt_file_check(RT_FILE(self), RT_FILE_WRITES)) return 0;
    rt_value iterator = rt_iter(lines), line;
    if (!iterator) return 0;
    bool fine = true;
    while (fine && (line = rt_next(iterator))) {
        rt_value written =
            is_text(RT_FILE(self)) ? text_write(self, line) : binary_write(self, line);
        fine = written != 0;
        RT_RELEASE_OPT(written);
        RT_RELEASE(line);
    }
    RT_RELEASE(iterator);
    return none_if(fine && !RT_RAISED());
}

static rt_value file_flush(rt_value self)
{
    return none_if(rt_file_check(RT_FILE(self), 0) && rt_file_flush(RT_FILE(self)));
}

/* ---- positions */

static bool check_text_seek(int64_t offset, int64_t whence)
{
    if (whence < 0 || whence > 2)
        return rt_raise_format(&rt_exc_ValueError, "invalid whence (%lld, should be 0, 1 or 2)",
                               (long long)whence);
    if (whence == 0 && offset < 0)
        return rt_raise_format(&rt_exc_ValueError, "negative seek position %lld",
                               (long long)offset);
    if (whence == 0 || offset == 0) return true;
    return rt_raise_format(&rt_exc_UnsupportedOperation, "can't do nonzero %s-relative seeks",
                           whence == 1 ? "cur" : "end");
}

static rt_value file_seek(rt_value self, rt_value offset, rt_value whence)
{
    rt_file *file = RT_FILE(self);
    int64_t to, from = 0;
    if (!rt_file_check(file, 0) || !rt_to_i64(offset, &to)) return 0;
    if (whence && !rt_to_i64(whence, &from)) return 0;
    if (is_text(file)) {
        if (!check_text_seek(to, from)) return 0;
    } else if (from < 0 || from > 2) {
        return rt_raise_format(&rt_exc_ValueError, "whence value %lld unsupported",
                               (long long)from);
    }
    if (from ==
        SEEK_CUR) { /* counted from what the program has read, not from what the buffer has */
        int64_t position = rt_file_tell(file);
        if (position < 0) return 0;
        to += position;
        from = SEEK_SET;
    }
    return count_or_raised(rt_file_seek(file, to, (int)from));
}

static rt_value file_tell(rt_value self)
{
    return rt_file_check(RT_FILE(self), 0) ? count_or_raised(rt_file_tell(RT_FILE(self))) : 0;
}

static rt_value file_truncate(rt_value self, rt_value size)
{
    rt_file *file = RT_FILE(self);
    if (!rt_file_check(file, 0)) return 0;
    if (!(file->flags & RT_FILE_WRITES))
        return rt_raise_format(&rt_exc_UnsupportedOperation, "truncate");
    int64_t length = 0;
    bool given = size && size != RT_NONE;
    if (given ? !rt_to_i64(size, &length) : (length = rt_file_tell(file)) < 0) return 0;
    if (!rt_file_flush(file)) return 0;
    if (ftruncate(file->descriptor, length) < 0) return rt_raise_os_error(errno, 0);
    return rt_int_new(length);
}

/* ---- state */

static rt_value file_fileno(rt_value self)
{
    return rt_file_check(RT_FILE(self), 0) ? RT_INT(RT_FILE(self)->descriptor) : 0;
}

static rt_value file_isatty(rt_value self)
{
    if (!rt_file_check(RT_FILE(self), 0)) return 0;
    return rt_retained(RT_BOOL(isatty(RT_FILE(self)->descriptor)));
}

static rt_value has_flag(rt_value self, rt_file_flag flag)
{
    if (!rt_file_check(RT_FILE(self), 0)) return 0;
    return rt_retained(RT_BOOL((RT_FILE(self)->flags & flag) != 0));
}

static rt_value file_readable(rt_value self)
{
    return has_flag(self, RT_FILE_READS);
}

static rt_value file_writable(rt_value self)
{
    return has_flag(self, RT_FILE_WRITES);
}

static rt_value file_seekable(rt_value self)
{
    if (!rt_file_check(RT_FILE(self), 0)) return 0;
    return rt_retained(RT_BOOL(lseek(RT_FILE(self)->descriptor, 0, SEEK_CUR) >= 0));
}

static rt_value file_close(rt_value self)
{
    return none_if(rt_file_close(RT_FILE(self)));
}

static rt_value file_enter(rt_value self)
{
    return rt_file_check(RT_FILE(self), 0) ? rt_retained(self) : 0;
}

static rt_value file_exit(rt_value self, rt_value args)
{
    (void)args;
    return file_close(self);
}

/* ---- attributes */

static rt_value get_name(rt_value self)
{
    return rt_retained(RT_FILE(self)->name);
}

static rt_value get_mode(rt_value self)
{
    return rt_retained(RT_FILE(self)->mode);
}

static rt_value get_closed(rt_value self)
{
    return rt_retained(RT_BOOL(RT_FILE(self)->descriptor < 0));
}

static rt_value get_encoding(rt_value self)
{
    rt_file *file = RT_FILE(self);
    if (file->given_encoding) return rt_retained(file->given_encoding);
    return rt_str_c(file->flags & RT_FILE_STANDARD ? "utf-8" : "UTF-8");
}

static rt_value get_errors(rt_value self)
{
    rt_value errors = RT_FILE(self)->errors;
    return errors ? rt_retained(errors) : rt_str_c("strict");
}

static rt_value get_newlines(rt_value self)
{
    (void)self;
    return rt_retained(RT_NONE);
}

static rt_value get_line_buffering(rt_value self)
{
    rt_file *file = RT_FILE(self);
    bool by_line = file->flags & RT_FILE_BY_LINE ||
                   (file->flags & RT_FILE_STANDARD && isatty(file->descriptor));
    return rt_retained(RT_BOOL(by_line));
}

/* The bytes beneath a text file, as a file of the same descriptor. What was written as text comes
 * first; both must not read in turns. */
static rt_value get_buffer(rt_value self)
{
    rt_file *file = RT_FILE(self);
    if (!file->bytes_file) {
        bool reads = file->flags & RT_FILE_READS, writes = file->flags & RT_FILE_WRITES;
        rt_type *type = reads && writes ? &rt_both_ways_type
                        : reads         ? &rt_reader_type
                                        : &rt_writer_type;
        uint16_t flags = (file->flags & ~(RT_FILE_TEXT | RT_FILE_BY_LINE)) | RT_FILE_KEEPS_OPEN;
        if (!(flags & RT_FILE_STANDARD)) flags |= RT_FILE_UNBUFFERED;
        file->bytes_file = rt_file_new(type, file->descriptor, flags, file->name, file->mode);
    }
    if (file->dirty && !rt_file_flush(file)) return 0;
    return rt_retained(file->bytes_file);
}

/* ---- tables */

#define METHOD(name, signature, function, arity)                                                   \
    {                                                                                              \
        name, signature, (void (*)(void))function, arity, 1                                        \
    }
#define COMMON_METHODS                                                                             \
    METHOD("__enter__", "", file_enter, 1), METHOD("__exit__", "*args", file_exit, 2),             \
        METHOD("close", "", file_close, 1), METHOD("fileno", "", file_fileno, 1),                  \
        METHOD("flush", "", file_flush, 1), METHOD("isatty", "", file_isatty, 1),                  \
        METHOD("read", "size=-1, /", file_read, 2), METHOD("readable", "", file_readable, 1),      \
        METHOD("readline", "size=-1, /", file_readline, 2),                                        \
        METHOD("readlines", "hint=-1, /", file_readlines, 2),                                      \
        METHOD("seek", "offset, whence=0, /", file_seek, 3),                                       \
        METHOD("seekable", "", file_seekable, 1), METHOD("tell", "", file_tell, 1),                \
        METHOD("truncate", "size=None, /", file_truncate, 2),                                      \
        METHOD("writable", "", file_writable, 1),                                                  \
        METHOD("writelines", "lines, /", file_writelines, 2)

const rt_native_def rt_text_file_methods[] = {
    COMMON_METHODS,
    METHOD("write", "text, /", text_write, 2),
    {0},
};
const rt_native_def rt_binary_file_methods[] = {
    COMMON_METHODS,
    METHOD("write", "buffer, /", binary_write, 2),
    METHOD("read1", "size=-1, /", file_read1, 2),
    METHOD("peek", "size=0, /", file_peek, 2),
    METHOD("readinto", "buffer, /", file_readinto, 2),
    {0},
};

#define COMMON_GETSETS                                                                             \
    {"closed", get_closed, NULL}, {"mode", get_mode, NULL},                                        \
    {                                                                                              \
        "name", get_name, NULL                                                                     \
    }

const rt_getset_def rt_text_file_getsets[] = {
    COMMON_GETSETS,
    {"buffer", get_buffer, NULL},
    {"encoding", get_encoding, NULL},
    {"errors", get_errors, NULL},
    {"line_buffering", get_line_buffering, NULL},
    {"newlines", get_newlines, NULL},
    {0},
};
const rt_getset_def rt_binary_file_getsets[] = {COMMON_GETSETS, {0}};
