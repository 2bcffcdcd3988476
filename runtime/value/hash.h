/* hash.h: the hash of a dict's or set's key, with the common case in line. */
#ifndef ASYNCC_VALUE_HASH_H
#define ASYNCC_VALUE_HASH_H

#include "value/str.h"

/* Small ints hash to themselves, but for -1, which means "raised". */
static inline int64_t rt_key_hash(rt_value key)
{
    if (RT_IS_INT(key)) {
        int64_t n = RT_INT_VALUE(key);
        if (RT_LIKELY(n < (1LL << 60) && n > -(1LL << 60))) return n == -1 ? -2 : n;
    }
    if (!RT_IS_INT(key) && RT_TYPE(key) == &rt_str_type && RT_STR(key)->hash)
        return RT_STR(key)->hash;
    return rt_hash(key);
}

/* Are two keys of equal hash, neither identical nor both small ints, equal? Keeps both alive. */
static inline int rt_keys_equal(rt_value a, rt_value b)
{
    if (!RT_IS_INT(a) && !RT_IS_INT(b) && RT_TYPE(a) == &rt_str_type && RT_TYPE(b) == &rt_str_type)
        return RT_STR(a)->size == RT_STR(b)->size &&
               !memcmp(RT_STR(a)->text, RT_STR(b)->text, RT_STR(a)->size);
    RT_RETAIN(a);
    RT_RETAIN(b);
    int equal = rt_equal(a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return equal;
}

#endif
