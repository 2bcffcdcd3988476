/* file_open.c: open(): modes, encodings, line ends, and the file object they ask for. */
#include "lib/file.h"

#include <errno.h>
#include <fcntl.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exc/exception.h"
#include "lib/os_call.h"
#include "value/bytes.h"
#include "value/codec.h"
#include "value/int.h"
#include "value/str.h"

/* ---- the mode */

typedef struct open_mode {
    uint16_t flags; /* rt_file_flag */
    int system;     /* what open(2) gets */
    bool binary;
} open_mode;

static bool raise_mode(rt_value mode)
{
    return rt_raise_format(&rt_exc_ValueError, "invalid mode: %R", mode);
}

/* Each of the letters at most once; how many of "rwax" there are is `kinds`. */
static bool read_letters(rt_value mode, const char **kind, int *kinds, bool *plus, bool *text,
                         bool *binary)
{
    size_t size;
    const char *letters = rt_str_text(mode, &size);
    for (size_t i = 0; i < size; i++) {
        if (memchr(letters, letters[i], i)) return raise_mode(mode);
        switch (letters[i]) {
        case 'r':
        case 'w':
        case 'a':
        case 'x':
            *kind = letters + i;
            ++*kinds;
            break;
        case '+': *plus = true; break;
        case 't': *text = true; break;
        case 'b': *binary = true; break;
        default: return raise_mode(mode);
        }
    }
    return true;
}

static bool parse_mode(rt_value mode, open_mode *out)
{
    const char *kind = NULL;
    int kinds = 0;
    bool plus = false, text = false, binary = false;
    if (!read_letters(mode, &kind, &kinds, &plus, &text, &binary)) return false;
    if (text && binary)
        return rt_raise_format(&rt_exc_ValueError, "can't have text and binary mode at once");
    if (kinds > 1)
        return rt_raise_format(&rt_exc_ValueError,
                               "must have exactly one of create/read/write/append mode");
    if (kinds == 0)
        return rt_raise_format(&rt_exc_ValueError,
                               "Must have exactly one of create/read/write/append "
                               "mode and at most one plus");
    bool reads = *kind == 'r' || plus, writes = *kind != 'r' || plus;
    out->binary = binary;
    out->flags = (reads ? RT_FILE_READS : 0) | (writes ? RT_FILE_WRITES : 0) |
                 (*kind == 'a' ? RT_FILE_APPENDS : 0) | (binary ? 0 : RT_FILE_TEXT);
    out->system = (reads && writes ? O_RDWR : reads ? O_RDONLY : O_WRONLY) | O_CLOEXEC;
    if (*kind == 'w') out->system |= O_CREAT | O_TRUNC;
    if (*kind == 'a') out->system |= O_CREAT | O_APPEND;
    if (*kind == 'x') out->system |= O_CREAT | O_EXCL;
    return true;
}

/* ---- the other arguments */

static bool absent(rt_value v)
{
    return !v || v == RT_NONE;
}

static bool refuse_in_binary(rt_value v, const char *name)
{
    if (absent(v)) return true;
    return rt_raise_format(&rt_exc_ValueError, "binary mode doesn't take %s %s argument",
                           *name == 'e' ? "an" : "a", name);
}

static bool check_str_option(rt_value v, const char *name)
{
    if (absent(v) || rt_is_str(v)) return true;
    return rt_raise_format(&rt_exc_TypeError, "open() argument '%s' must be str or None, not %T",
                           name, v);
}

static bool parse_newline(rt_value newline, uint8_t *out)
{
    static const char *const texts[] = {[RT_NEWLINE_ANY] = "",
                                        [RT_NEWLINE_LF] = "\n",
                                        [RT_NEWLINE_CR] = "\r",
                                        [RT_NEWLINE_CRLF] = "\r\n"};
    *out = RT_NEWLINE_UNIVERSAL;
    if (absent(newline)) return true;
    size_t size;
    const char *text = rt_str_text(newline, &size);
    for (uint8_t i = RT_NEWLINE_ANY; i <= RT_NEWLINE_CRLF; i++) {
        *out = i;
        if (strlen(texts[i]) == size && !memcmp(texts[i], text, size)) return true;
    }
    return rt_raise_format(&rt_exc_ValueError, "illegal newline value: %V", newline);
}

/* UTF-8 by all its names is the default; other encodings are tried out, for LookupError's sake. */
static bool parse_encoding(rt_value encoding, rt_value *out)
{
    *out = 0;
    if (absent(encoding)) return true;
    rt_value probe = rt_decode("", 0, encoding, 0);
    if (!probe) return false;
    RT_RELEASE(probe);
    size_t size;
    const char *name = rt_str_text(encoding, &size);
    bool utf8 =
        !strcasecmp(name, "utf-8") || !strcasecmp(name, "utf8") || !strcasecmp(name, "utf_8");
    if (!utf8) *out = encoding;
    return true;
}

/* ---- opening */

static int open_by_opener(rt_value opener, rt_value file, int system)
{
    rt_value made = rt_call2(opener, file, RT_INT(system));
    int64_t descriptor;
    bool fine = made && rt_to_i64(made, &descriptor);
    RT_RELEASE_OPT(made);
    return fine ? (int)descriptor : -1;
}

/* -1 = raised. A directory opens for reading and is refused here, as CPython does. */
static int open_path(rt_value path, int system)
{
    size_t size;
    const char *text = rt_is_str(path) ? rt_str_text(path, &size) : rt_bytes_text(path, &size);
    if (strlen(text) != size) {
        rt_raise_format(&rt_exc_ValueError, "embedded null byte");
        return -1;
    }
    int descriptor;
    do {
        descriptor = open(text, system, 0666);
    } while (descriptor < 0 && errno == EINTR);
    struct stat status;
    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(descriptor);
        descriptor = -1;
        errno = EISDIR;
    }
    if (descriptor < 0) rt_raise_os_error(errno, path);
    return descriptor;
}

static int open_descriptor(rt_value file, const open_mode *mode, rt_value opener)
{
    if (!absent(opener)) return open_by_opener(opener, file, mode->system);
    if (rt_is_int(file)) {
        int64_t number;
        if (!rt_to_i64(file, &number)) return -1;
        if (number >= 0 && fcntl((int)number, F_GETFD) >= 0) return (int)number;
        if (number < 0)
            rt_raise_format(&rt_exc_ValueError, "negative file descriptor");
        else
            rt_raise_os_error(EBADF, 0);
        return -1;
    }
    return open_path(file, mode->system);
}

static rt_type *type_for(const open_mode *mode, bool unbuffered)
{
    if (!mode->binary) return &rt_text_file_type;
    if (unbuffered) return &rt_raw_file_type;
    bool reads = mode->flags & RT_FILE_READS, writes = mode->flags & RT_FILE_WRITES;
    return reads && writes ? &rt_both_ways_type : reads ? &rt_reader_type : &rt_writer_type;
}

/* The mode attribute: as given for text, "rb", "wb", "ab", "xb" or with "+" for bytes. */
static rt_value shown_mode(rt_value given, const open_mode *mode)
{
    if (!mode->binary) return given ? rt_retained(given) : rt_str_c("r");
    bool reads = mode->flags & RT_FILE_READS, writes = mode->flags & RT_FILE_WRITES;
    const char *text = mode->system & O_EXCL           ? reads ? "xb+" : "xb"
                       : mode->flags & RT_FILE_APPENDS ? reads ? "ab+" : "ab"
                       : reads                         ? writes ? "rb+" : "rb"
                                                       : "wb";
    return rt_str_c(text);
}

static bool check_options(const open_mode *mode, rt_value encoding, rt_value errors,
                          rt_value newline, bool unbuffered)
{
    if (!check_str_option(encoding, "encoding") || !check_str_option(errors, "errors") ||
        !check_str_option(newline, "newline"))
        return false;
    if (mode->binary)
        return refuse_in_binary(encoding, "encoding") && refuse_in_binary(errors, "errors") &&
               refuse_in_binary(newline, "newline");
    return !unbuffered || rt_raise_format(&rt_exc_ValueError, "can't have unbuffered text I/O");
}

rt_value rt_builtin_open(rt_value file, rt_value mode, rt_value buffering, rt_value encoding,
                         rt_value errors, rt_value newline, rt_value closefd, rt_value opener)
{
    open_mode parsed = {.flags = RT_FILE_READS | RT_FILE_TEXT, .system = O_RDONLY | O_CLOEXEC};
    int64_t buffer_size = -1;
    uint8_t line_end;
    rt_value codec, name;
    if (mode && !rt_is_str(mode))
        return rt_raise_format(&rt_exc_TypeError, "open() argument 'mode' must be str, not %T",
                               mode);
    if (mode && !parse_mode(mode, &parsed)) return 0;
    if (buffering && !rt_to_i64(buffering, &buffer_size)) return 0;
    if (!check_options(&parsed, encoding, errors, newline, buffer_size == 0)) return 0;
    if (!parse_newline(newline, &line_end) || !parse_encoding(encoding, &codec)) return 0;
    int keeps_open = closefd ? !rt_truth(closefd) : 0;
    name = rt_is_int(file) ? rt_retained(file) : rt_os_fspath(file);
    if (!name) return 0;
    int descriptor = open_descriptor(name, &parsed, opener);
    if (descriptor < 0) {
        RT_RELEASE(name);
        return 0;
    }
    if (parsed.flags & RT_FILE_APPENDS) lseek(descriptor, 0, SEEK_END);

    uint16_t flags = parsed.flags | (keeps_open ? RT_FILE_KEEPS_OPEN : 0) |
                     (buffer_size == 0 ? RT_FILE_UNBUFFERED : 0) |
                     (buffer_size == 1 && !parsed.binary ? RT_FILE_BY_LINE : 0);
    rt_value shown = shown_mode(mode, &parsed);
    rt_value made =
        rt_file_new(type_for(&parsed, buffer_size == 0), descriptor, flags, name, shown);
    RT_RELEASE(shown);
    RT_RELEASE(name);
    RT_FILE(made)->newline = line_end;
    RT_FILE(made)->encoding = codec ? rt_retained(codec) : 0;
    RT_FILE(made)->given_encoding = absent(encoding) ? 0 : rt_retained(encoding);
    RT_FILE(made)->errors = absent(errors) ? 0 : rt_retained(errors);
    return made;
}
