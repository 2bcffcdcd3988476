/* Source texts: loading, line ends made uniform, offsets turned into lines and columns. */
#include "base/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/vec.h"

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

/* Copies the text with "\r\n" and "\r" turned into "\n"; gives the new length. */
static size_t copy_with_newlines(char *to, const char *text, size_t length)
{
    char *out = to;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r') {
            *out++ = '\n';
            i += i + 1 < length && text[i + 1] == '\n';
        } else {
            *out++ = text[i];
        }
    }
    return (size_t)(out - to);
}

static void find_lines(source *s, arena *a)
{
    uint32_t count = 1;
    const char *end = s->text + s->length;
    for (const char *p = s->text; (p = memchr(p, '\n', (size_t)(end - p))); p++) count++;
    uint32_t *lines = arena_array(a, uint32_t, count);
    uint32_t line = 1;
    for (const char *p = s->text; (p = memchr(p, '\n', (size_t)(end - p))); p++)
        lines[line++] = (uint32_t)(p + 1 - s->text);
    s->lines = lines;
    s->line_count = count;
}

source *source_from_text(arena *a, const char *path, const char *text, size_t length)
{
    if (length >= UINT32_MAX / 2) return NULL;
    if (length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0) {
        text += 3;
        length -= 3;
    }
    source *s = arena_new(a, source);
    char *copy = arena_alloc(a, length + 1);
    s->path = arena_strndup(a, path, strlen(path));
    s->length = (uint32_t)copy_with_newlines(copy, text, length);
    copy[s->length] = '\0';
    s->text = copy;
    s->memory = a;
    find_lines(s, a);
    return s;
}

static bool read_all(FILE *file, strbuf *into)
{
    char chunk[16384];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        strbuf_append(into, chunk, got);
        if (into->length >= UINT32_MAX / 2) {
            errno = EFBIG;
            return false;
        }
    }
    return !ferror(file);
}

source *source_from_file(arena *a, const char *path)
{
    bool standard_input = strcmp(path, "-") == 0;
    FILE *file = standard_input ? stdin : fopen(path, "rb");
    if (!file) return NULL;
    strbuf text = {0};
    source *s = NULL;
    if (read_all(file, &text))
        s = source_from_text(a, standard_input ? "<stdin>" : path, strbuf_text(&text), text.length);
    int error = errno;
    strbuf_free(&text);
    if (!standard_input) fclose(file);
    errno = error;
    return s;
}

uint32_t source_line(const source *s, uint32_t offset)
{
    uint32_t low = 0, high = s->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (s->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

uint32_t source_line_start(const source *s, uint32_t offset)
{
    return s->lines[source_line(s, offset) - 1];
}

uint32_t source_byte_column(const source *s, uint32_t offset)
{
    return offset - s->lines[source_line(s, offset) - 1];
}

src_position source_locate(const source *s, uint32_t offset)
{
    if (offset > s->length) offset = s->length;
    uint32_t line = source_line(s, offset);
    const char *p = s->text + s->lines[line - 1];
    const char *end = s->text + offset;
    uint32_t column = 1;
    for (; p < end; column++) utf8_decode(&p, end);
    return (src_position){line, column};
}

const char *source_line_text(const source *s, uint32_t line, uint32_t *length)
{
    if (line == 0 || line > s->line_count) {
        *length = 0;
        return "";
    }
    uint32_t start = s->lines[line - 1];
    *length = (line < s->line_count ? s->lines[line] - 1 : s->length) - start;
    return s->text + start;
}

uint32_t utf8_decode(const char **text, const char *end)
{
    static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *p = (const unsigned char *)*text;
    uint32_t c = *p;
    int more = c < 0x80 ? 0 : c < 0xC2 ? -1 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : -1;
    *text += 1;
    if (more == 0) return c;
    if (more < 0 || end - (const char *)p <= more) return UINT32_MAX;
    c &= 0x3Fu >> more;
    for (int i = 1; i <= more; i++) {
        if ((p[i] & 0xC0) != 0x80) return UINT32_MAX;
        c = c << 6 | (p[i] & 0x3F);
    }
    if (c < smallest[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return UINT32_MAX;
    *text += more;
    return c;
}
