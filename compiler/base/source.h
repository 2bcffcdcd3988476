/* Source texts and positions in them.
 *
 * In: a path or a buffer. Out: a `source` with its text as the lexer wants it (byte-order mark
 * gone, every line end a '\n', NUL after the last byte) and a table of line starts, so that a
 * position is one offset and lines and columns are worked out only when somebody asks.
 */
#ifndef ASYNCC_BASE_SOURCE_H
#define ASYNCC_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A stretch of a source: byte offsets [start, end). */
typedef struct src_span {
    uint32_t start;
    uint32_t end;
} src_span;

typedef struct source {
    const char *path; /* as shown to the user */
    const char *text; /* NUL-terminated; NULs inside are possible and an error of the lexer's */
    uint32_t length;
    const uint32_t *lines; /* offset of the first byte of each line */
    uint32_t index;        /* its place in the compilation's list: the order of reports */
    uint32_t line_count;   /* at least 1; after a final '\n' there is one more, empty, line */
    arena *memory;
    const struct word_set *words; /* words.h: made when somebody asks */
} source;

/* Where an offset lies, counted as people do: both from 1. */
typedef struct src_position {
    uint32_t line;
    uint32_t column; /* in code points */
} src_position;

/* A source over a copy of `text`; NULL when it is too long for 32-bit offsets. */
source *source_from_text(arena *a, const char *path, const char *text, size_t length);

/* Reads a file ("-" is standard input); NULL with errno set when that fails. */
source *source_from_file(arena *a, const char *path);

/* The line of an offset, from 1. Offsets past the end are on the last line. */
uint32_t source_line(const source *s, uint32_t offset);

/* The offset of the first byte of the line that an offset is on. */
uint32_t source_line_start(const source *s, uint32_t offset);

/* The column of an offset in UTF-8 bytes from 0: what Python's col_offset and tracebacks use. */
uint32_t source_byte_column(const source *s, uint32_t offset);

src_position source_locate(const source *s, uint32_t offset);

/* The text of a line (from 1) without its line end. */
const char *source_line_text(const source *s, uint32_t line, uint32_t *length);

/* The smallest span that covers both. */
static inline src_span span_join(src_span a, src_span b)
{
    return (src_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* Decodes the code point at `text` and moves past it. An ill-formed sequence gives
 * 0xFFFFFFFF and moves one byte. Surrogates are ill-formed here. */
uint32_t utf8_decode(const char **text, const char *end);

#endif
