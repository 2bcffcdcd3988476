/* blake2.c: hashlib.blake2b and blake2s (RFC 7693), with key, salt and person, which OpenSSL does
 * not offer together with digests of any size. Both are one algorithm over words of 64 or 32 bits:
 * the words are kept in 64 bits, and cut to the width after each step. */
#include "exc/exception.h"
#include "lib/hashlib.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"

typedef struct variant {
    rt_type *type;
    const char *name;
    uint8_t word; /* bytes */
    uint8_t rounds;
    uint8_t turns[4]; /* by how much the four steps of a mix turn their words to the right */
    uint64_t start[8];
} variant;

static const variant variants[] = {
    {&rt_blake2b_type,
     "blake2b",
     8,
     12,
     {32, 24, 16, 63},
     {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
      0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}},
    {&rt_blake2s_type,
     "blake2s",
     4,
     10,
     {16, 12, 8, 7},
     {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
      0x5be0cd19}},
};

/* Which word of the block each mix of a round takes; rounds 10 and 11 begin again. */
static const uint8_t orders[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

typedef struct blake2 {
    rt_object head;
    const variant *kind;
    uint64_t chain[8], count; /* of bytes compressed */
    unsigned char block[128];
    size_t used; /* of the block */
    uint8_t digest_size;
} blake2;
#define BLAKE2(v) ((blake2 *)(v))

/* ---- the algorithm --------------------------------------------------------------------------- */

static uint64_t cut(const variant *kind, uint64_t word)
{
    return kind->word == 8 ? word : word & 0xffffffff;
}

static uint64_t turned(const variant *kind, uint64_t word, int by)
{
    return cut(kind, word >> by | word << (8 * kind->word - by));
}

static uint64_t word_at(const variant *kind, const unsigned char *bytes, int index)
{
    uint64_t word = 0;
    memcpy(&word, bytes + index * kind->word, kind->word);
    return word;
}

static void mix(const variant *kind, uint64_t *v, const uint8_t at[4], uint64_t x, uint64_t y)
{
    uint64_t *a = &v[at[0]], *b = &v[at[1]], *c = &v[at[2]], *d = &v[at[3]];
    *a = cut(kind, *a + *b + x);
    *d = turned(kind, *d ^ *a, kind->turns[0]);
    *c = cut(kind, *c + *d);
    *b = turned(kind, *b ^ *c, kind->turns[1]);
    *a = cut(kind, *a + *b + y);
    *d = turned(kind, *d ^ *a, kind->turns[2]);
    *c = cut(kind, *c + *d);
    *b = turned(kind, *b ^ *c, kind->turns[3]);
}

static void compress(blake2 *h, bool last)
{
    static const uint8_t places[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14},
                                         {3, 7, 11, 15}, {0, 5, 10, 15}, {1, 6, 11, 12},
                                         {2, 7, 8, 13},  {3, 4, 9, 14}};
    const variant *kind = h->kind;
    uint64_t v[16], m[16];
    for (int i = 0; i < 16; i++) m[i] = word_at(kind, h->block, i);
    for (int i = 0; i < 8; i++) v[i] = h->chain[i], v[i + 8] = kind->start[i];
    v[12] ^= cut(kind, h->count);
    if (kind->word == 4) v[13] ^= h->count >> 32;
    if (last) v[14] = cut(kind, ~v[14]);
    for (int round = 0; round < kind->rounds; round++)
        for (int i = 0; i < 8; i++)
            mix(kind, v, places[i], m[orders[round % 10][2 * i]], m[orders[round % 10][2 * i + 1]]);
    for (int i = 0; i < 8; i++) h->chain[i] ^= v[i] ^ v[i + 8];
}

/* A full block waits until more comes: the last one is compressed in its own way. */
static void add(blake2 *h, const char *bytes, size_t size)
{
    size_t room = 16u * h->kind->word;
    while (size) {
        if (h->used == room) {
            h->count += room;
            compress(h, false);
            h->used = 0;
        }
        size_t take = size < room - h->used ? size : room - h->used;
        memcpy(h->block + h->used, bytes, take);
        h->used += take;
        bytes += take;
        size -= take;
    }
}

static rt_value blake2_digest(rt_value self)
{
    blake2 end = *BLAKE2(self);
    char digest[64];
    memset(end.block + end.used, 0, sizeof end.block - end.used);
    end.count += end.used;
    compress(&end, true);
    for (int i = 0; i < 8; i++) memcpy(digest + i * end.kind->word, &end.chain[i], end.kind->word);
    return rt_bytes_new(digest, end.digest_size);
}

/* ---- construction ---------------------------------------------------------------------------- */

static bool limited(rt_value v, const char *name, size_t most, const char **bytes, size_t *size)
{
    *bytes = "";
    *size = 0;
    if (!v) return true;
    if (!rt_is_bytes_like(v))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
    *bytes = rt_bytes_text(v, size);
    return *size <= most || rt_raise_format(&rt_exc_ValueError, "maximum %s length is %llu bytes",
                                            name, (unsigned long long)most);
}

/* The parameters are laid out as one block of eight words, which the start is changed by. */
static bool start(blake2 *h, rt_value size_value, const rt_value given[3])
{
    static const char *const names[] = {"key", "salt", "person"};
    const variant *kind = h->kind;
    int64_t size = 8 * kind->word;
    size_t sizes[3];
    const char *bytes[3];
    unsigned char block[64] = {0};
    if (size_value && !rt_to_i64(size_value, &size)) return false;
    if (size < 1 || size > 8 * kind->word)
        return rt_raise_format(&rt_exc_ValueError, "digest_size must be between 1 and %d bytes",
                               8 * kind->word);
    for (int i = 0; i < 3; i++)
        if (!limited(given[i], names[i], (i ? 2u : 8u) * kind->word, &bytes[i], &sizes[i]))
            return false;
    block[0] = h->digest_size = (uint8_t)size;
    block[1] = (unsigned char)sizes[0];
    block[2] = block[3] = 1;
    memcpy(block + 4 * kind->word, bytes[1], sizes[1]);
    memcpy(block + 6 * kind->word, bytes[2], sizes[2]);
    for (int i = 0; i < 8; i++) h->chain[i] = kind->start[i] ^ word_at(kind, block, i);
    if (!sizes[0]) return true;
    memcpy(h->block, bytes[0], sizes[0]);
    h->used = 16u * kind->word;
    return true;
}

static rt_value make(rt_value cls, rt_value data, rt_value digest_size, rt_value key, rt_value salt,
                     rt_value person, rt_value for_security)
{
    (void)for_security;
    size_t size = 0;
    const char *bytes;
    blake2 *h = rt_object_new((rt_type *)cls, sizeof *h);
    h->kind = &variants[(rt_type *)cls != variants[0].type];
    if (start(h, digest_size, (rt_value[]){key, salt, person}) &&
        (!data || rt_hash_data(data, &bytes, &size))) {
        if (size) add(h, bytes, size);
        return (rt_value)h;
    }
    RT_RELEASE((rt_value)h);
    return 0;
}

static rt_value blake2_construct(rt_type *cls, const rt_args *args)
{
    static const char signature[] =
        "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', usedforsecurity=True";
    static const rt_native_def defs[] = {{"blake2b", signature, (void (*)(void))make, 7, 1},
                                         {"blake2s", signature, (void (*)(void))make, 7, 1}};
    return rt_native_call(&defs[cls != variants[0].type], (rt_value)cls, args);
}

/* ---- methods --------------------------------------------------------------------------------- */

static void blake2_dealloc(rt_object *self)
{
    rt_free(self, sizeof(blake2));
}

static rt_value blake2_update(rt_value self, rt_value data)
{
    size_t size;
    const char *bytes;
    if (!rt_hash_data(data, &bytes, &size)) return 0;
    add(BLAKE2(self), bytes, size);
    return rt_retained(RT_NONE);
}

static rt_value blake2_copy(rt_value self)
{
    blake2 *copy = rt_object_new(RT_TYPE(self), sizeof *copy);
    rt_object head = copy->head;
    *copy = *BLAKE2(self);
    copy->head = head;
    return (rt_value)copy;
}

static rt_value blake2_hexdigest(rt_value self)
{
    rt_value digest = blake2_digest(self), text = rt_bytes_hex(digest, 0, 0);
    RT_RELEASE(digest);
    return text;
}

static rt_value get_name(rt_value self)
{
    return rt_str_c(BLAKE2(self)->kind->name);
}

static rt_value get_digest_size(rt_value self)
{
    return RT_INT(BLAKE2(self)->digest_size);
}

static rt_value get_block_size(rt_value self)
{
    return RT_INT(16 * BLAKE2(self)->kind->word);
}

static const rt_getset_def blake2_getsets[] = {
    {"name", get_name, NULL},
    {"digest_size", get_digest_size, NULL},
    {"block_size", get_block_size, NULL},
    {0},
};

static const rt_native_def blake2_methods[] = {
    {"copy", "", (void (*)(void))blake2_copy, 1, 1},
    {"digest", "", (void (*)(void))blake2_digest, 1, 1},
    {"hexdigest", "", (void (*)(void))blake2_hexdigest, 1, 1},
    {"update", "data, /", (void (*)(void))blake2_update, 2, 1},
    {0},
};

#define BLAKE2_TYPE(symbol, type_name)                                                             \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(blake2),                                                                    \
        .flags = RT_TYPE_FINAL,                                                                    \
        .base = &rt_object_type,                                                                   \
        .dealloc = blake2_dealloc,                                                                 \
        .construct = blake2_construct,                                                             \
        .methods = blake2_methods,                                                                 \
        .getsets = blake2_getsets,                                                                 \
    }
BLAKE2_TYPE(rt_blake2b_type, "_blake2.blake2b");
BLAKE2_TYPE(rt_blake2s_type, "_blake2.blake2s");
