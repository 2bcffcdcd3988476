/* Showing diagnostics: the heading, the source line, the caret, the hints.
 *
 * Source lines are made safe for a terminal: tabs become spaces, control characters and
 * ill-formed UTF-8 a replacement sign, and of a very long line only the part around the
 * place is shown.
 */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utf8proc.h>

#include "base/strbuf.h"

enum { TAB_WIDTH = 4, WINDOW_BEFORE = 80, WINDOW_AFTER = 60 };

typedef struct style {
    const char *error, *warning, *note, *place, *caret, *plain;
} style;

static const style COLOURLESS = {"", "", "", "", "", ""};
static const style COLOURED = {
    .error = "\33[1;31m",
    .warning = "\33[1;35m",
    .note = "\33[1;36m",
    .place = "\33[1m",
    .caret = "\33[1;32m",
    .plain = "\33[0m",
};

bool diag_wants_colour(FILE *out)
{
    const char *term = getenv("TERM");
    const char *no_colour = getenv("NO_COLOR");
    return isatty(fileno(out)) && !(no_colour && *no_colour) && term && strcmp(term, "dumb") != 0;
}

/* Appends a code point as it can be shown; gives the number of terminal cells it takes. */
static uint32_t put_visible(strbuf *out, uint32_t c)
{
    if (c == '\t') {
        strbuf_pad(out, ' ', TAB_WIDTH);
        return TAB_WIDTH;
    }
    int width = c > 0x10FFFF ? -1 : utf8proc_charwidth((utf8proc_int32_t)c);
    bool control = c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0);
    if (width < 0 || control) {
        strbuf_put_utf8(out, 0xFFFD);
        return 1;
    }
    strbuf_put_utf8(out, c);
    return (uint32_t)width;
}

/* The shown line in `text`, and in cells where the span begins and how wide it is. */
typedef struct excerpt {
    strbuf text;
    uint32_t indent, width;
} excerpt;

static excerpt make_excerpt(const char *line, uint32_t length, uint32_t from, uint32_t to)
{
    excerpt e = {.text = {0}};
    const char *p = line, *end = line + length;
    if (from > WINDOW_BEFORE) {
        for (p += from - WINDOW_BEFORE; ((unsigned char)*p & 0xC0) == 0x80 && p < line + from;) p++;
        strbuf_puts(&e.text, "...");
        e.indent = 3;
    }
    const char *stop = (uint32_t)(end - line) > to + WINDOW_AFTER ? line + to + WINDOW_AFTER : end;
    while (p < stop) {
        uint32_t at = (uint32_t)(p - line);
        uint32_t cells = put_visible(&e.text, utf8_decode(&p, end));
        if (at < from)
            e.indent += cells;
        else if (at < to)
            e.width += cells;
    }
    if (stop != end) strbuf_puts(&e.text, "...");
    return e;
}

static void print_excerpt(FILE *out, const style *colours, const source *s, src_span span)
{
    uint32_t length;
    uint32_t number = source_line(s, span.start);
    const char *line = source_line_text(s, number, &length);
    uint32_t from = span.start - s->lines[number - 1];
    uint32_t to = span.end > span.start ? span.end - s->lines[number - 1] : from;
    from = from < length ? from : length;
    to = to < length ? to : length;
    if (to - from > WINDOW_AFTER * 2) to = from + WINDOW_AFTER * 2;
    excerpt e = make_excerpt(line, length, from, to);
    fprintf(out, "    %s\n    %*s%s^", strbuf_text(&e.text), (int)e.indent, "", colours->caret);
    for (uint32_t i = 1; i < e.width; i++) putc('~', out);
    fprintf(out, "%s\n", colours->plain);
    strbuf_free(&e.text);
}

static void print_place(FILE *out, const style *colours, const source *s, src_span span)
{
    src_position at = source_locate(s, span.start);
    fprintf(out, "%s%s:%u:%u:%s ", colours->place, s->path, at.line, at.column, colours->plain);
}

static void print_extra(FILE *out, const style *colours, const diag_extra *extra)
{
    if (!extra->source) {
        fprintf(out, "  %shint:%s %s\n", colours->note, colours->plain, extra->text);
        return;
    }
    print_place(out, colours, extra->source, extra->span);
    fprintf(out, "%snote:%s %s\n", colours->note, colours->plain, extra->text);
    print_excerpt(out, colours, extra->source, extra->span);
}

static void print_diag(FILE *out, const style *colours, const diag *item)
{
    bool error = item->severity == DIAG_ERROR;
    if (item->source)
        print_place(out, colours, item->source, item->span);
    else
        fprintf(out, "%sasyncc:%s ", colours->place, colours->plain);
    fprintf(out, "%s%s:%s %s\n", error ? colours->error : colours->warning,
            error ? "error" : "warning", colours->plain, item->message);
    if (item->source) print_excerpt(out, colours, item->source, item->span);
    for (vec_each(diag_extra, extra, &item->extras)) print_extra(out, colours, extra);
}

/* More of them nobody reads; all are counted. */
enum { MAX_WARNINGS = 50 };

static void print_count(FILE *out, uint32_t count, const char *what, const char *after)
{
    if (count) fprintf(out, "%u %s%s%s", count, what, count == 1 ? "" : "s", after);
}

void diags_print(diags *d, FILE *out, bool colour)
{
    uint32_t warnings = 0;
    diags_sort(d);
    for (vec_each(diag, item, &d->items)) {
        if (item->severity == DIAG_WARNING && ++warnings > MAX_WARNINGS) continue;
        print_diag(out, colour ? &COLOURED : &COLOURLESS, item);
    }
    print_count(out, d->error_count, "error", d->warning_count ? ", " : "\n");
    print_count(out, d->warning_count, "warning", warnings > MAX_WARNINGS ? "" : "\n");
    if (warnings > MAX_WARNINGS) fprintf(out, ", the first %d of them shown\n", MAX_WARNINGS);
}
