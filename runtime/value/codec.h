/* codec.h: between str and bytes: utf-8, utf-16, utf-32, ascii, latin-1 and cp1252, each with
 * the error handlers strict, ignore, replace, backslashreplace, xmlcharrefreplace,
 * surrogateescape and surrogatepass. */
#ifndef ASYNCC_VALUE_CODEC_H
#define ASYNCC_VALUE_CODEC_H

#include "value/object.h"

/* `encoding` and `errors` are strs, or 0 for utf-8 and strict. 0 = raised: LookupError "unknown
 * encoding: x", UnicodeDecodeError, UnicodeEncodeError. */
rt_value rt_encode(rt_value str, rt_value encoding, rt_value errors); /* a bytes */
rt_value rt_decode(const char *bytes, size_t size, rt_value encoding, rt_value errors); /* a str */

/* str(object, encoding, errors): of any bytes-like object, else TypeError. */
rt_value rt_decode_object(rt_value object, rt_value encoding, rt_value errors);

#endif
