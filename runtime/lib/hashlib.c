/* hashlib.c: the module _hashlib, on OpenSSL: objects that digest bytes, and keys made of
 * passwords. What hashlib adds is in Python; blake2 stands in blake2.c. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <strings.h>

#include "exc/exception.h"
#include "lib/hashlib.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"

#define LARGE 65536 /* bytes: digesting more lets other threads run */

typedef struct algorithm {
    const char *name; /* Python's */
    const char *fetched;
    bool extendable; /* digests of any length */
} algorithm;

static const algorithm algorithms[] = {
    {"md5", "MD5", false},
    {"sha1", "SHA1", false},
    {"sha224", "SHA2-224", false},
    {"sha256", "SHA2-256", false},
    {"sha384", "SHA2-384", false},
    {"sha512", "SHA2-512", false},
    {"sha512_224", "SHA2-512/224", false},
    {"sha512_256", "SHA2-512/256", false},
    {"sha3_224", "SHA3-224", false},
    {"sha3_256", "SHA3-256", false},
    {"sha3_384", "SHA3-384", false},
    {"sha3_512", "SHA3-512", false},
    {"shake_128", "SHAKE-128", true},
    {"shake_256", "SHAKE-256", true},
    {"ripemd160", "RIPEMD-160", false},
    {"sm3", "SM3", false},
    {"md5-sha1", "MD5-SHA1", false},
};

typedef struct hash_object {
    rt_object head;
    const algorithm *algorithm;
    EVP_MD_CTX *state;
} hash_object;
#define HASH(v) ((hash_object *)(v))

/* ---- making hash objects --------------------------------------------------------------------- */

/* Names in any case, with "-" for "_". NULL = there is none. */
static const algorithm *algorithm_of(const char *name)
{
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++) {
        const char *a = algorithms[i].name, *b = name;
        while (*a && (strncasecmp(a, b, 1) == 0 || (*a == '_' && *b == '-'))) a++, b++;
        if (!*a && !*b) return &algorithms[i];
    }
    return NULL;
}

static EVP_MD *fetch(rt_value name)
{
    const algorithm *found = algorithm_of(rt_str_text(name, NULL));
    EVP_MD *method = found ? EVP_MD_fetch(NULL, found->fetched, NULL) : NULL;
    if (!method) rt_raise_format(&rt_exc_ValueError, "unsupported hash type %V", name);
    return method;
}

static rt_value hash_new(const algorithm *algorithm, EVP_MD_CTX *state)
{
    hash_object *hash =
        rt_object_new(algorithm->extendable ? &rt_hash_xof_type : &rt_hash_type, sizeof *hash);
    hash->algorithm = algorithm;
    hash->state = state;
    return (rt_value)hash;
}

bool rt_hash_data(rt_value data, const char **bytes, size_t *size)
{
    if (rt_is_str(data))
        return rt_raise_format(&rt_exc_TypeError, "Strings must be encoded before hashing");
    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "object supporting the buffer API required");
    *bytes = rt_bytes_text(data, size);
    return true;
}

static bool add(rt_value self, rt_value data)
{
    size_t size;
    rt_pause pause;
    const char *bytes;
    if (!rt_hash_data(data, &bytes, &size)) return false;
    if (size > LARGE) rt_pause_begin(&pause);
    EVP_DigestUpdate(HASH(self)->state, bytes, size);
    if (size > LARGE) rt_pause_end(&pause);
    return true;
}

static rt_value started(rt_value name, rt_value data)
{
    EVP_MD *method = fetch(name);
    if (!method) return 0;
    rt_value hash = hash_new(algorithm_of(rt_str_text(name, NULL)), EVP_MD_CTX_new());
    EVP_DigestInit_ex2(HASH(hash)->state, method, NULL);
    EVP_MD_free(method);
    if (!data || add(hash, data)) return hash;
    RT_RELEASE(hash);
    return 0;
}

rt_value rt_hashlib_new(rt_value name, rt_value data, rt_value for_security)
{
    (void)for_security;
    if (!rt_is_str(name)) return rt_raise_format(&rt_exc_TypeError, "name must be a string");
    return started(name, data);
}

#define CONSTRUCTOR(name)                                                                          \
    rt_value rt_hashlib_##name(rt_value data, rt_value for_security)                               \
    {                                                                                              \
        (void)for_security;                                                                        \
        return started(RT_NAME(#name), data);                                                      \
    }
CONSTRUCTOR(md5)
CONSTRUCTOR(sha1)
CONSTRUCTOR(sha224)
CONSTRUCTOR(sha256)
CONSTRUCTOR(sha384)
CONSTRUCTOR(sha512)
CONSTRUCTOR(sha3_224)
CONSTRUCTOR(sha3_256)
CONSTRUCTOR(sha3_384)
CONSTRUCTOR(sha3_512)
CONSTRUCTOR(shake_128)
CONSTRUCTOR(shake_256)

/* ---- methods --------------------------------------------------------------------------------- */

static void hash_dealloc(rt_object *self)
{
    EVP_MD_CTX_free(HASH(self)->state);
    rt_free(self, sizeof(hash_object));
}

static rt_value hash_update(rt_value self, rt_value data)
{
    return add(self, data) ? rt_retained(RT_NONE) : 0;
}

static rt_value hash_copy(rt_value self)
{
    EVP_MD_CTX *state = EVP_MD_CTX_new();
    EVP_MD_CTX_copy_ex(state, HASH(self)->state);
    return hash_new(HASH(self)->algorithm, state);
}

/* The digest so far: the object goes on. */
static rt_value digest_of(rt_value self, int64_t length)
{
    rt_value copy = hash_copy(self), digest = rt_bytes_sized((size_t)length);
    unsigned char *out = (unsigned char *)RT_BYTES(digest)->text;
    if (HASH(self)->algorithm->extendable)
        EVP_DigestFinalXOF(HASH(copy)->state, out, (size_t)length);
    else
        EVP_DigestFinal_ex(HASH(copy)->state, out, NULL);
    RT_RELEASE(copy);
    return digest;
}

static rt_value in_hex(rt_value digest)
{
    rt_value text = digest ? rt_bytes_hex(digest, 0, 0) : 0;
    RT_RELEASE_OPT(digest);
    return text;
}

static rt_value hash_digest(rt_value self)
{
    return digest_of(self, EVP_MD_CTX_get_size(HASH(self)->state));
}

static rt_value hash_hexdigest(rt_value self)
{
    return in_hex(hash_digest(self));
}

static rt_value xof_digest(rt_value self, rt_value length)
{
    int64_t size;
    if (!rt_to_i64(length, &size)) return 0;
    if (size < 0 || size > INT32_MAX)
        return rt_raise_format(&rt_exc_ValueError, "value must be positive");
    return digest_of(self, size);
}

static rt_value xof_hexdigest(rt_value self, rt_value length)
{
    return in_hex(xof_digest(self, length));
}

static rt_value hash_repr(rt_value self)
{
    return rt_str_format("<%s %s object @ 0x%llx>", HASH(self)->algorithm->name,
                         RT_TYPE(self)->name, (unsigned long long)self);
}

static rt_value get_name(rt_value self)
{
    return rt_str_c(HASH(self)->algorithm->name);
}

static rt_value get_digest_size(rt_value self)
{
    return RT_INT(HASH(self)->algorithm->extendable ? 0 : EVP_MD_CTX_get_size(HASH(self)->state));
}

static rt_value get_block_size(rt_value self)
{
    return RT_INT(EVP_MD_CTX_get_block_size(HASH(self)->state));
}

/* ---- the types ------------------------------------------------------------------------------- */

static const rt_getset_def hash_getsets[] = {
    {"name", get_name, NULL},
    {"digest_size", get_digest_size, NULL},
    {"block_size", get_block_size, NULL},
    {0},
};

static const rt_native_def hash_methods[] = {
    {"copy", "", (void (*)(void))hash_copy, 1, 1},
    {"digest", "", (void (*)(void))hash_digest, 1, 1},
    {"hexdigest", "", (void (*)(void))hash_hexdigest, 1, 1},
    {"update", "obj, /", (void (*)(void))hash_update, 2, 1},
    {0},
};

static const rt_native_def xof_methods[] = {
    {"digest", "length", (void (*)(void))xof_digest, 2, 1},
    {"hexdigest", "length", (void (*)(void))xof_hexdigest, 2, 1},
    {0},
};

rt_type rt_hash_type = {
    .head = RT_TYPE_HEAD,
    .name = "_hashlib.HASH",
    .size = sizeof(hash_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = hash_dealloc,
    .repr = hash_repr,
    .methods = hash_methods,
    .getsets = hash_getsets,
};

rt_type rt_hash_xof_type = {
    .head = RT_TYPE_HEAD,
    .name = "_hashlib.HASHXOF",
    .size = sizeof(hash_object),
    .flags = RT_TYPE_FINAL,
    .base = &rt_hash_type,
    .methods = xof_methods,
};

/* ---- keys of passwords ----------------------------------------------------------------------- */

static bool bytes_argument(rt_value v)
{
    return rt_is_bytes_like(v) ||
           rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
}

static bool positive(rt_value v, const char *complaint, int64_t *out)
{
    return rt_to_i64(v, out) && ((*out > 0 && *out <= INT32_MAX) ||
                                 rt_raise_format(&rt_exc_ValueError, "%s", complaint));
}

rt_value rt_hashlib_pbkdf2_hmac(rt_value hash_name, rt_value password, rt_value salt,
                                rt_value iterations, rt_value dklen)
{
    int64_t rounds, length;
    if (!rt_is_str(hash_name))
        return rt_raise_format(&rt_exc_TypeError,
                               "pbkdf2_hmac() argument 'hash_name' must be str, not %T", hash_name);
    if (!bytes_argument(password) || !bytes_argument(salt)) return 0;
    if (!positive(iterations, "iteration value must be greater than 0.", &rounds)) return 0;
    EVP_MD *method = fetch(hash_name);
    if (!method) return 0;
    length = EVP_MD_get_size(method);
    rt_value key = 0;
    if (!dklen || dklen == RT_NONE ||
        positive(dklen, "key length must be greater than 0.", &length)) {
        rt_pause pause;
        key = rt_bytes_sized((size_t)length);
        rt_pause_begin(&pause);
        PKCS5_PBKDF2_HMAC(RT_BYTES(password)->text, (int)RT_BYTES(password)->size,
                          (const unsigned char *)RT_BYTES(salt)->text, (int)RT_BYTES(salt)->size,
                          (int)rounds, method, (int)length, (unsigned char *)RT_BYTES(key)->text);
        rt_pause_end(&pause);
    }
    EVP_MD_free(method);
    return key;
}

rt_value rt_hashlib_scrypt(rt_value password, rt_value salt, rt_value n, rt_value r, rt_value p,
                           rt_value maxmem, rt_value dklen)
{
    int64_t cost, block, lanes, most = 0, length = 64;
    if (!bytes_argument(password) || !bytes_argument(salt) || !rt_to_i64(n, &cost)) return 0;
    if (cost < 2 || cost & (cost - 1))
        return rt_raise_format(&rt_exc_ValueError, "n must be a power of 2.");
    if (!rt_to_i64(r, &block) || !rt_to_i64(p, &lanes) || (maxmem && !rt_to_i64(maxmem, &most)) ||
        (dklen &&
         !positive(dklen, "dklen must be greater than 0 and smaller than 2147483647", &length)))
        return 0;
    rt_pause pause;
    rt_value key = rt_bytes_sized((size_t)length);
    rt_pause_begin(&pause);
    bool fine = EVP_PBE_scrypt(RT_BYTES(password)->text, RT_BYTES(password)->size,
                               (const unsigned char *)RT_BYTES(salt)->text, RT_BYTES(salt)->size,
                               (uint64_t)cost, (uint64_t)block, (uint64_t)lanes, (uint64_t)most,
                               (unsigned char *)RT_BYTES(key)->text, (size_t)length) == 1;
    rt_pause_end(&pause);
    if (fine) return key;
    RT_RELEASE(key);
    return rt_raise_format(&rt_exc_ValueError,
                           "Invalid parameter combination for n, r, p, maxmem.");
}
