/* unicode_error.c: UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError. */
#include "exc/exception.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)

/* UnicodeTranslateError(object, start, end, reason) lacks the encoding of the others. */
bool rt_unicode_error_init(rt_value self, const rt_args *args)
{
    static const char *const described[] = {"str", "object", "int", "int", "str"};
    uint32_t first = rt_is_instance_of(self, &rt_exc_UnicodeDecodeError) ||
                             rt_is_instance_of(self, &rt_exc_UnicodeEncodeError)
                         ? 0
                         : 1;
    if (args->positional != 5 - first) {
        rt_raise_format(&rt_exc_TypeError, "function takes exactly %u arguments (%u given)",
                        5 - first, args->positional);
        return false;
    }
    for (uint32_t i = 0; i < args->positional; i++) {
        rt_value v = args->values[i];
        const char *wanted = described[first + i];
        bool fits = *wanted == 's'   ? rt_is_instance_of(v, &rt_str_type)
                    : *wanted == 'i' ? RT_IS_INT(v)
                                     : true;
        if (!fits) {
            rt_raise_format(&rt_exc_TypeError, "argument %u must be %s, not %T", i + 1, wanted, v);
            return false;
        }
        rt_exc_set_member(self, first + i, v);
    }
    return true;
}

/* "byte 0xff" or "character '\xe4'": what stands at the position. */
static rt_value describe_one(rt_value object, int64_t at, bool decode)
{
    rt_value item = rt_getitem(object, RT_INT(at));
    if (!item) return 0;
    rt_value text = 0;
    if (decode) {
        text = rt_str_format("byte 0x%02x", (unsigned)RT_INT_VALUE(item));
    } else {
        rt_value escaped = rt_ascii(item);
        text = escaped ? rt_str_format("character %V", escaped) : 0;
        RT_RELEASE_OPT(escaped);
    }
    RT_RELEASE(item);
    return text;
}

rt_value rt_unicode_error_str(rt_value self)
{
    const rt_value *m = EXC(self)->members;
    if (!m[RT_UNICODE_OBJECT]) return rt_str_c("");
    bool decode = rt_is_instance_of(self, &rt_exc_UnicodeDecodeError);
    const char *verb = decode                                                ? "decode"
                       : rt_is_instance_of(self, &rt_exc_UnicodeEncodeError) ? "encode"
                                                                             : "translate";
    int64_t start = RT_INT_VALUE(m[RT_UNICODE_START]), end = RT_INT_VALUE(m[RT_UNICODE_END]);
    bool one = end == start + 1 && start < rt_length(m[RT_UNICODE_OBJECT]);
    rt_value what = one ? describe_one(m[RT_UNICODE_OBJECT], start, decode)
                        : rt_str_format("%s", decode ? "bytes" : "characters");
    if (!what) return 0;
    rt_value codec = m[RT_UNICODE_ENCODING] ? rt_str_format("'%V' codec ", m[RT_UNICODE_ENCODING])
                                            : rt_str_c("");
    rt_value where = one ? rt_str_format("%lld", (long long)start)
                         : rt_str_format("%lld-%lld", (long long)start, (long long)end - 1);
    rt_value text = rt_str_format("%Vcan't %s %V in position %V: %V", codec, verb, what, where,
                                  m[RT_UNICODE_REASON]);
    RT_RELEASE(codec);
    RT_RELEASE(where);
    RT_RELEASE(what);
    return text;
}
