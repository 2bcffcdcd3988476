/* compare_digest.c: hmac.compare_digest, which takes as long for unequal texts as for equal
 * ones. */
#include "exc/exception.h"
#include "value/bytes.h"
#include "value/str.h"

rt_value rt_hashlib_compare_digest(rt_value a, rt_value b)
{
    size_t sizes[2];
    const char *texts[2];
    const rt_value given[2] = {a, b};
    bool strs = rt_is_str(a) && rt_is_str(b);
    for (int i = 0; i < 2; i++) {
        if (!strs && !rt_is_bytes_like(given[i]))
            return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                                   given[i]);
        texts[i] = strs ? rt_str_text(given[i], &sizes[i]) : rt_bytes_text(given[i], &sizes[i]);
        if (strs && (size_t)rt_str_length(given[i]) != sizes[i])
            return rt_raise_format(&rt_exc_TypeError,
                                   "comparing strings with non-ASCII characters is not supported");
    }
    bool same_size = sizes[0] == sizes[1];
    const char *other = same_size ? texts[0] : texts[1];
    unsigned char difference = !same_size;
    for (size_t i = 0; i < sizes[1]; i++) difference |= (unsigned char)(other[i] ^ texts[1][i]);
    return RT_BOOL(!difference);
}
