/* file.h: file objects: what open() returns, and sys.stdin, sys.stdout and sys.stderr.
 *
 * One object holds a descriptor and one block of buffer, which has either bytes read ahead or bytes
 * to be written. A text file decodes and encodes on top of it; the classes that programs see
 * (_io.TextIOWrapper, _io.BufferedReader, ...) differ by their methods only. */
#ifndef ASYNCC_LIB_FILE_H
#define ASYNCC_LIB_FILE_H

#include "value/object.h"

typedef enum rt_file_flag {
    RT_FILE_READS = 1,
    RT_FILE_WRITES = 2,
    RT_FILE_APPENDS = 4,
    RT_FILE_KEEPS_OPEN = 8, /* closefd=False: the descriptor belongs to somebody else */
    RT_FILE_BY_LINE = 16,
    RT_FILE_UNBUFFERED = 32,
    RT_FILE_STANDARD = 64, /* writes go through value/output.c */
    RT_FILE_TEXT = 128,
    RT_FILE_CREATES = 256, /* mode "x" */
} rt_file_flag;

typedef enum rt_newline {                       /* open()'s newline argument */
                          RT_NEWLINE_UNIVERSAL, /* None: all kinds end a line, and read as "\n" */
                          RT_NEWLINE_ANY,       /* "": all kinds end a line, untouched */
                          RT_NEWLINE_LF,
                          RT_NEWLINE_CR,
                          RT_NEWLINE_CRLF,
} rt_newline;

#define RT_FILE_BLOCK 8192

typedef struct rt_file {
    rt_object head;
    int descriptor; /* -1 = closed */
    uint16_t flags;
    uint8_t newline;
    bool skip_lf;              /* a "\r" was read as "\n": a "\n" that follows belongs to it */
    bool dirty;                /* the buffer holds bytes to be written */
    rt_value name, mode;       /* mode: a str */
    rt_value encoding, errors; /* strs, or 0: utf-8, strict */
    rt_value given_encoding;   /* what the program calls it, or 0 */
    unsigned char *buffer;     /* a block, or NULL before first use */
    uint32_t start, end;       /* of what is in the buffer */
    rt_value bytes_file; /* the `buffer` attribute of a text file, made when it is asked for */
} rt_file;
#define RT_FILE(v) ((rt_file *)(v))

extern rt_type rt_text_file_type, rt_reader_type, rt_writer_type, rt_both_ways_type,
    rt_raw_file_type;
extern rt_type rt_exc_UnsupportedOperation;

/* The tables of their types (file_methods.c). */
extern const rt_native_def rt_text_file_methods[], rt_binary_file_methods[];
extern const rt_getset_def rt_text_file_getsets[], rt_binary_file_getsets[];

/* A file over a descriptor that is open already; name and mode are borrowed. */
rt_value rt_file_new(rt_type *type, int descriptor, uint16_t flags, rt_value name, rt_value mode);

/* ValueError on a closed file, UnsupportedOperation where the flag (reads, writes) is not set. */
bool rt_file_check(rt_file *file, rt_file_flag needed);

/* Bytes. fill: 1 = there is something in the buffer, 0 = end of file, -1 = raised. */
int rt_file_fill(rt_file *file);
bool rt_file_put(rt_file *file, const char *bytes, size_t size);
bool rt_file_flush(rt_file *file);
int64_t rt_file_seek(rt_file *file, int64_t offset, int whence); /* the new position; -1 = raised */
int64_t rt_file_tell(rt_file *file);
bool rt_file_close(rt_file *file);

/* Reads up to `limit` bytes (characters of a text file), or all for -1; line: stops behind a line's
 * end. A str or bytes, empty at the end of the file. */
rt_value rt_file_read(rt_file *file, int64_t limit, bool line);

/* Encodes and writes a known str as a text file does. */
bool rt_file_write_text(rt_file *file, rt_value text);

/* Standard streams: borrowed, made on first use. */
rt_value rt_standard_stream(int descriptor);

#endif
