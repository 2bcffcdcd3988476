/* printf for building texts: as vsnprintf, and several times as fast for what emitting needs.
 *
 * In: a place with `room` bytes, a format and its arguments. Out: the whole text's length; of the
 * text as much as has room, always with a NUL behind it (room must not be 0). */
#ifndef ASYNCC_BASE_FORMAT_H
#define ASYNCC_BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

size_t format_text(char *to, size_t room, const char *format, va_list arguments);

#endif
