/* hashlib.h: what the files of hashlib share. */
#ifndef ASYNCC_LIB_HASHLIB_H
#define ASYNCC_LIB_HASHLIB_H

#include "value/object.h"

extern rt_type rt_hash_type, rt_hash_xof_type, rt_blake2b_type, rt_blake2s_type;

/* What is to be digested: bytes-like; false = TypeError in hashlib's words. */
bool rt_hash_data(rt_value data, const char **bytes, size_t *size);

#endif
