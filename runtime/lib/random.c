/* random.c: the module random: the type Random, seeds, states and uniform ints and floats. The
 * numbers are CPython's to the bit for equal seeds. In: seeds and bounds; out: numbers. */
#include <stdlib.h>
#include "lib/random.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/codec.h"
#include "value/float.h"
#include "value/int.h"
#include "value/native.h"
#include "value/str.h"

/* ---- seeds ----------------------------------------------------------------------------------- */

static void seed_from_system(rt_mersenne *state)
{
    uint32_t key[RT_MERSENNE_WORDS] = {0};
    rt_random_from_system(key, sizeof key);
    rt_mersenne_seed(state, key, RT_MERSENNE_WORDS);
}

/* By the words of a big-endian number, the lowest first. */
static void seed_from_bytes(rt_mersenne *state, const unsigned char *bytes, size_t size)
{
    while (size > 0 && *bytes == 0) bytes++, size--;
    size_t count = (size + 3) / 4;
    uint32_t *key = calloc(count + 1, sizeof *key);
    if (!key) abort();
    for (size_t i = 0; i < size; i++) key[i / 4] |= (uint32_t)bytes[size - 1 - i] << (8 * (i % 4));
    rt_mersenne_seed(state, key, count ? count : 1);
    free(key);
}

static bool seed_from_int(rt_mersenne *state, rt_value v)
{
    rt_int_room room;
    const mp_int *number = rt_int_view(v, &room);
    size_t size = mp_ubin_size(number), written;
    unsigned char *bytes = malloc(size + 1);
    bool fits = bytes && mp_to_ubin(number, bytes, size + 1, &written) == MP_OKAY;
    if (fits)
        seed_from_bytes(state, bytes, size);
    else
        rt_raise_format(&rt_exc_MemoryError, "");
    free(bytes);
    return fits;
}

/* Text is followed by its SHA-512, which mixes short seeds. */
static void seed_from_text(rt_mersenne *state, const char *text, size_t size)
{
    unsigned char *bytes = malloc(size + 64);
    if (!bytes) abort();
    memcpy(bytes, text, size);
    rt_sha512((const unsigned char *)text, size, bytes + size);
    seed_from_bytes(state, bytes, size + 64);
    free(bytes);
}

/* Version 1: a running product, as old programs have it. */
static uint64_t old_text_seed(const char *text, size_t size, bool is_str)
{
    const char *end = text + size;
    uint64_t x = 0, count = 0;
    while (text < end) {
        uint32_t code = is_str ? rt_utf8_next(&text) : (unsigned char)*text++;
        if (count++ == 0) x = (uint64_t)code << 7;
        x = 1000003 * x ^ code;
    }
    return x ^ count;
}

static bool seed_from_value(rt_mersenne *state, rt_value a, int64_t version)
{
    bool is_str = !RT_IS_INT(a) && rt_is_str(a),
         is_text = is_str || (!RT_IS_INT(a) && rt_is_bytes_like(a));
    if (is_text) {
        size_t size;
        const char *text = is_str ? rt_str_text(a, &size) : rt_bytes_text(a, &size);
        if (version == 1 && !rt_is_bytearray(a)) {
            rt_value seed = rt_int_from_u64(old_text_seed(text, size, is_str));
            bool seeded = seed_from_int(state, seed);
            RT_RELEASE(seed);
            return seeded;
        }
        seed_from_text(state, text, size);
        return true;
    }
    if (rt_is_int(a)) return seed_from_int(state, a);
    if (!rt_is_float(a)) {
        rt_raise_format(
            &rt_exc_TypeError,
            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
        return false;
    }
    rt_value hash = rt_int_from_u64((uint64_t)rt_hash(a));
    bool seeded = seed_from_int(state, hash);
    RT_RELEASE(hash);
    return seeded;
}

rt_value rt_generator_seed(rt_value self, rt_value a, rt_value version)
{
    rt_random *random = (rt_random *)self;
    int64_t number = 2;
    if (version && !rt_to_i64(version, &number)) return 0;
    if (!a || a == RT_NONE)
        seed_from_system(&random->state);
    else if (!seed_from_value(&random->state, a, number))
        return 0;
    random->has_next = false;
    return rt_retained(RT_NONE);
}

/* ---- states ---------------------------------------------------------------------------------- */

rt_value rt_generator_getstate(rt_value self)
{
    const rt_random *random = (rt_random *)self;
    rt_value words[RT_MERSENNE_WORDS + 1];
    for (int i = 0; i < RT_MERSENNE_WORDS; i++) words[i] = RT_INT(random->state.words[i]);
    words[RT_MERSENNE_WORDS] = RT_INT(random->state.index);
    rt_value items[3] = {
        RT_INT(3),
        rt_tuple_of(RT_MERSENNE_WORDS + 1, words),
        random->has_next ? rt_float_new(random->next_gauss) : rt_retained(RT_NONE),
    };
    return rt_tuple_of(3, items);
}

/* The words and the index; false = raised. */
static bool read_words(rt_value tuple, rt_mersenne *state)
{
    if (!rt_is_instance_of(tuple, &rt_tuple_type)) {
        rt_raise_format(&rt_exc_TypeError, "state vector must be a tuple");
        return false;
    }
    if (rt_length(tuple) != RT_MERSENNE_WORDS + 1) {
        rt_raise_format(&rt_exc_ValueError, "state vector is the wrong size");
        return false;
    }
    for (uint32_t i = 0; i <= RT_MERSENNE_WORDS; i++) {
        int64_t number;
        rt_value item = rt_tuple_item(tuple, i);
        bool fits = rt_to_i64(item, &number);
        RT_RELEASE(item);
        if (!fits) return false;
        if (i < RT_MERSENNE_WORDS)
            state->words[i] = (uint32_t)number;
        else
            state->index = (uint32_t)number;
        if (i == RT_MERSENNE_WORDS && (number < 0 || number > RT_MERSENNE_WORDS)) {
            rt_raise_format(&rt_exc_ValueError, "invalid state");
            return false;
        }
    }
    return true;
}

rt_value rt_generator_setstate(rt_value self, rt_value state)
{
    rt_random *random = (rt_random *)self;
    rt_value parts = rt_unpack(state, 3);
    if (!parts) return 0;
    rt_value version = rt_tuple_item(parts, 0), words = rt_tuple_item(parts, 1),
             next = rt_tuple_item(parts, 2);
    rt_mersenne restored;
    bool valid = version == RT_INT(3);
    if (!valid)
        rt_raise_format(&rt_exc_ValueError,
                        "state with version %V passed to Random.setstate() of version 3", version);
    valid = valid && read_words(words, &restored);
    if (valid) {
        random->state = restored;
        random->has_next = rt_is_float(next);
        if (random->has_next) random->next_gauss = RT_FLOAT(next);
    }
    RT_RELEASE(version);
    RT_RELEASE(words);
    RT_RELEASE(next);
    RT_RELEASE(parts);
    return valid ? rt_retained(RT_NONE) : 0;
}

/* ---- ints ------------------------------------------------------------------------------------ */

/* count > 64 random bits. */
static rt_value many_bits(rt_random *random, int64_t count)
{
    mp_int number;
    size_t words = (size_t)(count - 1) / 32 + 1;
    uint32_t *bits = malloc(words * sizeof *bits);
    if (!bits || mp_init(&number) != MP_OKAY) {
        free(bits);
        return rt_raise_format(&rt_exc_MemoryError, "");
    }
    for (size_t i = 0; i < words; i++, count -= 32) {
        bits[i] = rt_mersenne_word(&random->state);
        if (count < 32) bits[i] >>= 32 - count;
    }
    mp_err error = mp_unpack(&number, words, MP_LSB_FIRST, sizeof *bits, MP_NATIVE_ENDIAN, 0, bits);
    free(bits);
    return rt_int_take(error, &number);
}

static uint64_t few_bits(rt_random *random, int64_t count)
{
    uint64_t low = rt_mersenne_word(&random->state);
    if (count <= 32) return low >> (32 - count);
    return low | (uint64_t)(rt_mersenne_word(&random->state) >> (64 - count)) << 32;
}

static rt_value random_bits(rt_value self, int64_t count)
{
    if (count == 0) return RT_INT(0);
    if (count > 64) return many_bits((rt_random *)self, count);
    return rt_int_from_u64(few_bits((rt_random *)self, count));
}

rt_value rt_generator_getrandbits(rt_value self, rt_value k)
{
    int64_t count;
    if (!rt_to_i64(k, &count)) return 0;
    if (count < 0)
        return rt_raise_format(&rt_exc_ValueError, "number of bits must be non-negative");
    return random_bits(self, count);
}

/* Draws as many bits as n has until they are below n. */
uint64_t rt_random_below_word(rt_value self, uint64_t n)
{
    int64_t bits = 64 - __builtin_clzll(n);
    uint64_t drawn;
    do drawn = few_bits((rt_random *)self, bits);
    while (drawn >= n);
    return drawn;
}

rt_value rt_random_below(rt_value self, rt_value n)
{
    int64_t word;
    if (rt_int_word(n, &word)) return rt_int_from_u64(rt_random_below_word(self, (uint64_t)word));
    int64_t bits = (int64_t)rt_int_bit_length(n);
    for (;;) {
        rt_value drawn = random_bits(self, bits);
        if (!drawn || rt_int_compare(drawn, n) < 0) return drawn;
        RT_RELEASE(drawn);
    }
}

rt_value rt_generator_randbytes(rt_value self, rt_value n)
{
    int64_t size;
    if (!rt_to_i64(n, &size)) return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "number of bits must be non-negative");
    rt_value bytes = rt_bytes_sized((size_t)size);
    for (int64_t i = 0; i < size; i += 4) {
        int64_t left = size - i < 4 ? size - i : 4;
        uint32_t word = rt_mersenne_word(&((rt_random *)self)->state) >> (32 - 8 * left);
        for (int64_t j = 0; j < left; j++) RT_BYTES(bytes)->text[i + j] = (char)(word >> (8 * j));
    }
    return bytes;
}

/* An argument of randrange: ints, and floats that are whole. Owned. */
static rt_value range_argument(rt_value v, const char *what)
{
    if (RT_IS_INT(v)) return v;
    if (RT_TYPE(v)->index) return rt_int_index(v);
    rt_value number = rt_call1((rt_value)&rt_int_type, v);
    if (!number) return 0;
    int equal = rt_equal(number, v);
    if (equal > 0) return number;
    RT_RELEASE(number);
    return equal < 0 ? 0
                     : rt_raise_format(&rt_exc_ValueError, "non-integer %s for randrange()", what);
}

/* start + step * (one of count places): consumes nothing. */
static rt_value pick_place(rt_value self, rt_value start, rt_value count, rt_value step)
{
    rt_value place = rt_random_below(self, count);
    rt_value offset = place ? rt_int_binary(RT_MUL, step, place) : 0;
    rt_value result = offset ? rt_int_binary(RT_ADD, start, offset) : 0;
    RT_RELEASE_OPT(place);
    RT_RELEASE_OPT(offset);
    return result;
}

/* How many steps fit the width: rounded up. Owned. */
static rt_value count_steps(rt_value width, rt_value step)
{
    rt_value towards = RT_INT(rt_int_sign(step) > 0 ? -1 : 1);
    rt_value slack = rt_int_binary(RT_ADD, step, towards);
    rt_value sum = slack ? rt_int_binary(RT_ADD, width, slack) : 0;
    rt_value count = sum ? rt_int_binary(RT_FLOORDIV, sum, step) : 0;
    RT_RELEASE_OPT(slack);
    RT_RELEASE_OPT(sum);
    return count;
}

static rt_value pick_in_range(rt_value self, rt_value start, rt_value stop, rt_value step)
{
    rt_value width = rt_int_binary(RT_SUB, stop, start), result = 0;
    if (step == RT_INT(1) && rt_int_sign(width) <= 0) {
        rt_raise_format(&rt_exc_ValueError, "empty range for randrange() (%V, %V, %V)", start, stop,
                        width);
    } else if (rt_int_sign(step) == 0) {
        rt_raise_format(&rt_exc_ValueError, "zero step for randrange()");
    } else {
        rt_value count = count_steps(width, step);
        if (count && rt_int_sign(count) > 0)
            result = pick_place(self, start, count, step);
        else if (count)
            rt_raise_format(&rt_exc_ValueError, "empty range for randrange()");
        RT_RELEASE_OPT(count);
    }
    RT_RELEASE(width);
    return result;
}

rt_value rt_generator_randrange(rt_value self, rt_value start, rt_value stop, rt_value step)
{
    rt_value first = range_argument(start, "arg 1"), last = 0, stride = 0, result = 0;
    if (!first) return 0;
    if (!stop || stop == RT_NONE) {
        if (step && step != RT_INT(1))
            rt_raise_format(&rt_exc_TypeError, "Missing a non-None stop argument");
        else if (rt_int_sign(first) > 0)
            result = rt_random_below(self, first);
        else
            rt_raise_format(&rt_exc_ValueError, "empty range for randrange()");
        RT_RELEASE(first);
        return result;
    }
    last = range_argument(stop, "stop");
    if (last) stride = step ? range_argument(step, "step") : RT_INT(1);
    if (stride) result = pick_in_range(self, first, last, stride);
    RT_RELEASE(first);
    RT_RELEASE_OPT(last);
    RT_RELEASE_OPT(stride);
    return result;
}

rt_value rt_generator_randint(rt_value self, rt_value a, rt_value b)
{
    rt_value stop = rt_binary(RT_ADD, b, RT_INT(1));
    rt_value result = stop ? rt_generator_randrange(self, a, stop, 0) : 0;
    RT_RELEASE_OPT(stop);
    return result;
}

rt_value rt_generator_random(rt_value self)
{
    return rt_float_new(rt_random_double(self));
}

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value random_new(rt_value cls, rt_value x)
{
    rt_type *type = (rt_type *)cls;
    rt_value self = (rt_value)(rt_random *)rt_object_new(type, type->size);
    rt_value seeded = rt_generator_seed(self, x, 0);
    if (seeded) {
        RT_RELEASE(seeded);
        return self;
    }
    RT_RELEASE(self);
    return 0;
}

static rt_value random_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"Random", "x=None", (void (*)(void))random_new, 2, 1};
    return rt_native_call(&def, (rt_value)cls, args);
}

static void random_dealloc(rt_object *self)
{
    rt_free(self, self->type->size);
}

#define RT_RANDOM(name, signature, arity, self_arity, result)                                      \
    {#name, signature, (void (*)(void))rt_generator_##name, self_arity, 1},
static const rt_native_def random_methods[] = {
#include "lib/random_methods.def"
    {NULL, NULL, NULL, 0, 0},
};
#undef RT_RANDOM

rt_type rt_random_type = {
    .head = RT_TYPE_HEAD,
    .name = "random.Random",
    .size = sizeof(rt_random),
    .base = &rt_object_type,
    .dealloc = random_dealloc,
    .construct = random_construct,
    .methods = random_methods,
};

/* ---- SystemRandom: the same over the numbers of the operating system ------------------------- */

static rt_value system_random_new(rt_value cls, rt_value x)
{
    (void)x;
    rt_random *self = rt_object_new((rt_type *)cls, ((rt_type *)cls)->size);
    self->state.index = RT_MERSENNE_WORDS;
    self->state.from_system = true;
    return (rt_value)self;
}

static rt_value system_random_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"SystemRandom", "x=None", (void (*)(void))system_random_new,
                                      2, 1};
    return rt_native_call(&def, (rt_value)cls, args);
}

static rt_value system_random_seed(rt_value self, rt_value args, rt_value kwargs)
{
    (void)self, (void)args, (void)kwargs;
    return rt_retained(RT_NONE);
}

static rt_value no_state(rt_value self, rt_value args, rt_value kwargs)
{
    (void)self, (void)args, (void)kwargs;
    return rt_raise_format(&rt_exc_NotImplementedError,
                           "System entropy source does not have state.");
}

static const rt_native_def system_random_methods[] = {
    {"seed", "*args, **kwds", (void (*)(void))system_random_seed, 3, 1},
    {"getstate", "*args, **kwds", (void (*)(void))no_state, 3, 1},
    {"setstate", "*args, **kwds", (void (*)(void))no_state, 3, 1},
    {0},
};

rt_type rt_system_random_type = {
    .head = RT_TYPE_HEAD,
    .name = "random.SystemRandom",
    .size = sizeof(rt_random),
    .base = &rt_random_type,
    .construct = system_random_construct,
    .methods = system_random_methods,
};

/* ---- the functions of the module: methods of one shared generator ---------------------------- */

static rt_value shared(void)
{
    static rt_random generator;
    if (!generator.head.type) {
        rt_type_ready(&rt_random_type);
        generator.head = (rt_object){RT_IMMORTAL, 0, &rt_random_type};
        seed_from_system(&generator.state);
    }
    return (rt_value)&generator;
}

#define PARAMETERS_0 void
#define PARAMETERS_1 rt_value a
#define PARAMETERS_2 rt_value a, rt_value b
#define PARAMETERS_3 rt_value a, rt_value b, rt_value c
#define PARAMETERS_4 rt_value a, rt_value b, rt_value c, rt_value d
#define ARGUMENTS_0
#define ARGUMENTS_1 , a
#define ARGUMENTS_2 , a, b
#define ARGUMENTS_3 , a, b, c
#define ARGUMENTS_4 , a, b, c, d
#define RT_RANDOM(name, signature, arity, self_arity, result)                                      \
    rt_value rt_random_##name(PARAMETERS_##arity)                                                  \
    {                                                                                              \
        return rt_generator_##name(shared() ARGUMENTS_##arity);                                    \
    }
#include "lib/random_methods.def"
