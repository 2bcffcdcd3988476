/* file_text.c: reading and writing of file objects in units of their kind: bytes, or characters
 * with line ends as open()'s newline argument says. */
#include "lib/file.h"
#include "value/builder.h"
#include "value/bytes.h"
#include "value/codec.h"
#include "value/str.h"

/* ---- reading */

/* How far reading has come; `left` is what may still be taken, -1 = no limit. */
typedef struct intake {
    rt_file *file;
    rt_builder text; /* bytes; decoded at the end */
    int64_t left;
    bool line;
} intake;

/* Does a "\r" mean something? */
static bool looks_at_cr(const rt_file *file)
{
    return file->newline != RT_NEWLINE_LF;
}

static bool ends_at_lf(const rt_file *file)
{
    return !(file->flags & RT_FILE_TEXT) || file->newline != RT_NEWLINE_CR;
}

/* The bytes in the buffer that can be taken without looking at each: up to a line's end. */
static uint32_t plain_span(const intake *in)
{
    const rt_file *file = in->file;
    const unsigned char *from = file->buffer + file->start;
    uint32_t size = file->end - file->start;
    bool text = file->flags & RT_FILE_TEXT;
    if (in->left >= 0 && text) return 0;
    if (in->left >= 0 && size > in->left) size = (uint32_t)in->left;
    if (in->line) {
        const unsigned char *lf = memchr(from, '\n', size);
        if (lf) size = (uint32_t)(lf - from);
    }
    if (text && looks_at_cr(file)) {
        const unsigned char *cr = memchr(from, '\r', size);
        if (cr) size = (uint32_t)(cr - from);
    }
    return size;
}

static void take_span(intake *in, uint32_t size)
{
    rt_builder_add(&in->text, (char *)in->file->buffer + in->file->start, size);
    in->file->start += size;
    if (in->left >= 0) in->left -= size;
}

/* "\r" in text: true where it ends the line. */
static bool take_cr(intake *in)
{
    rt_file *file = in->file;
    switch (file->newline) {
    case RT_NEWLINE_UNIVERSAL:
        rt_builder_add(&in->text, "\n", 1);
        file->skip_lf = true;
        return true;
    case RT_NEWLINE_ANY:
    case RT_NEWLINE_CRLF: {
        rt_builder_add(&in->text, "\r", 1);
        bool pair = rt_file_fill(file) == 1 && file->buffer[file->start] == '\n';
        if (pair && in->left != 0) take_span(in, 1);
        return pair || file->newline == RT_NEWLINE_ANY;
    }
    default: rt_builder_add(&in->text, "\r", 1); return file->newline == RT_NEWLINE_CR;
    }
}

/* Takes one character that begins with byte c, which is gone from the buffer; true at a line's
 * end. */
static bool take_character(intake *in, unsigned char c)
{
    bool text = in->file->flags & RT_FILE_TEXT;
    if (in->left > 0) in->left--;
    if (c == '\r' && text) return take_cr(in);
    rt_builder_add(&in->text, (char *)&c, 1);
    return c == '\n' && ends_at_lf(in->file) && in->file->newline != RT_NEWLINE_CRLF;
}

/* The bytes of a UTF-8 character behind its first one; other encodings have one byte a
 * character. */
static bool take_continuation(intake *in)
{
    rt_file *file = in->file;
    int filled = 1;
    while (!file->encoding && (filled = rt_file_fill(file)) == 1 &&
           (file->buffer[file->start] & 0xc0) == 0x80)
        rt_builder_add(&in->text, (char *)&file->buffer[file->start++], 1);
    return filled >= 0;
}

/* One step; 1 = goes on, 0 = done, -1 = raised. */
static int take(intake *in)
{
    rt_file *file = in->file;
    int filled = rt_file_fill(file);
    if (filled <= 0) return filled;
    if (file->skip_lf) {
        file->skip_lf = false;
        if (file->buffer[file->start] == '\n') {
            file->start++;
            return 1;
        }
    }
    if (in->left == 0) return 0;
    uint32_t span = plain_span(in);
    if (span) {
        take_span(in, span);
        return 1;
    }
    unsigned char c = file->buffer[file->start++];
    if (take_character(in, c) && in->line) return 0;
    if (c >= 0xc0 && in->left >= 0 && file->flags & RT_FILE_TEXT && !take_continuation(in))
        return -1;
    return RT_RAISED() ? -1 : 1;
}

rt_value rt_file_read(rt_file *file, int64_t limit, bool line)
{
    intake in = {.file = file, .left = limit, .line = line};
    rt_builder_init(&in.text);
    int state = 1;
    while (state == 1 && (in.left != 0 || file->skip_lf)) state = take(&in);
    rt_value read = 0;
    const char *text = in.text.text ? in.text.text : "";
    if (state >= 0)
        read = file->flags & RT_FILE_TEXT
                   ? rt_decode(text, in.text.size, file->encoding, file->errors)
                   : rt_bytes_new(text, in.text.size);
    rt_builder_drop(&in.text);
    return read;
}

/* ---- writing */

/* Text with line ends as the file wants them: owned; most files take it as it is. */
static rt_value with_line_ends(rt_file *file, rt_value text)
{
    if (file->newline < RT_NEWLINE_CR) return rt_retained(text);
    const char *end = file->newline == RT_NEWLINE_CR ? "\r" : "\r\n";
    rt_builder builder;
    rt_builder_init(&builder);
    size_t size;
    const char *from = rt_str_text(text, &size), *stop = from + size;
    while (from < stop) {
        const char *lf = memchr(from, '\n', (size_t)(stop - from));
        rt_builder_add(&builder, from, (size_t)((lf ? lf : stop) - from));
        if (lf) rt_builder_add_c(&builder, end);
        from = lf ? lf + 1 : stop;
    }
    return rt_builder_finish(&builder);
}

/* ASCII is the same in every encoding that files have; UTF-8 may hold lone surrogates (which begin
 * with 0xed there), and those are for the codec to refuse. */
static bool is_encoded(rt_file *file, rt_value text)
{
    if (RT_STR_IS_ASCII(text)) return true;
    return !file->encoding && !memchr(RT_STR(text)->text, 0xed, RT_STR(text)->size);
}

bool rt_file_write_text(rt_file *file, rt_value text)
{
    rt_value lines = with_line_ends(file, text);
    if (!lines) return false;
    size_t size;
    bool fine;
    if (is_encoded(file, lines)) {
        const char *bytes = rt_str_text(lines, &size);
        fine = rt_file_put(file, bytes, size);
    } else {
        rt_value encoded = rt_encode(lines, file->encoding, file->errors);
        const char *bytes = encoded ? rt_bytes_text(encoded, &size) : NULL;
        fine = encoded && rt_file_put(file, bytes, size);
        RT_RELEASE_OPT(encoded);
    }
    RT_RELEASE(lines);
    return fine;
}
