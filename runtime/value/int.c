/* int.c: the type int: creation, conversion, comparison, hashing. In: machine words and mp_ints;
 * out: int values in their one normal form (tagged where they fit). */
#include "value/arguments.h"
#include "value/int.h"
#include "value/float.h"
#include "value/native.h"
#include "value/number.h"
#include "value/str.h"
#include "value/unicode.h"
#include "value/bytes.h"

/* Most that do not are told by their digits alone. */
static bool fits_word(const mp_int *number, int64_t *out)
{
    if (number->used > 2) return false;
    int bits = mp_count_bits(number);
    if (bits > 63 && !(bits == 64 && number->sign == MP_NEG && mp_cnt_lsb(number) == 63))
        return false;
    *out = mp_get_i64(number);
    return true;
}

rt_value rt_int_take(mp_err error, mp_int *number)
{
    if (error != MP_OKAY) {
        mp_clear(number);
        return rt_raise_format(&rt_exc_MemoryError, "");
    }
    int64_t word;
    if (fits_word(number, &word) && word >= RT_INT_MIN && word <= RT_INT_MAX) {
        mp_clear(number);
        return RT_INT(word);
    }
    rt_bigint *big = rt_object_new(&rt_int_type, sizeof *big);
    big->number = *number;
    return (rt_value)big;
}

static rt_value new_big_word(uint64_t magnitude, bool negative)
{
    mp_int number;
    mp_err error = mp_init_u64(&number, magnitude);
    if (error != MP_OKAY) return rt_raise_format(&rt_exc_MemoryError, "");
    if (negative) number.sign = MP_NEG;
    return rt_int_take(error, &number);
}

rt_value rt_int_new(int64_t number)
{
    if (RT_LIKELY(number <= RT_INT_MAX && number >= RT_INT_MIN)) return RT_INT(number);
    return new_big_word(number < 0 ? -(uint64_t)number : (uint64_t)number, number < 0);
}

rt_value rt_int_from_u64(uint64_t number)
{
    return number <= (uint64_t)RT_INT_MAX ? RT_INT(number) : new_big_word(number, false);
}

bool rt_int_word(rt_value v, int64_t *out)
{
    if (RT_IS_INT(v)) {
        *out = RT_INT_VALUE(v);
        return true;
    }
    if (v == RT_TRUE || v == RT_FALSE) {
        *out = v == RT_TRUE;
        return true;
    }
    return fits_word(&((rt_bigint *)v)->number, out);
}

const mp_int *rt_int_view(rt_value v, rt_int_room *room)
{
    int64_t word;
    if (RT_IS_INT(v))
        word = RT_INT_VALUE(v);
    else if (v == RT_TRUE || v == RT_FALSE)
        word = v == RT_TRUE;
    else
        return &((rt_bigint *)v)->number;
    uint64_t magnitude = word < 0 ? -(uint64_t)word : (uint64_t)word;
    room->digits[0] = magnitude & MP_MASK;
    room->digits[1] = magnitude >> MP_DIGIT_BIT;
    room->number = (mp_int){
        .used = room->digits[1] ? 2 : room->digits[0] != 0,
        .alloc = 2,
        .sign = word < 0 ? MP_NEG : MP_ZPOS,
        .dp = room->digits,
    };
    return &room->number;
}

rt_value rt_int_plain(rt_value v)
{
    int64_t word;
    if (RT_IS_INT(v)) return v;
    if (rt_int_word(v, &word)) return rt_int_new(word);
    if (RT_TYPE(v) == &rt_int_type) return rt_retained(v);
    mp_int copy;
    mp_err error = mp_init_copy(&copy, &((rt_bigint *)v)->number);
    return rt_int_take(error, &copy);
}

rt_value rt_int_index(rt_value v)
{
    if (rt_is_int(v)) return rt_int_plain(v);
    rt_type *type = RT_TYPE(v);
    if (!type->index)
        return rt_raise_format(&rt_exc_TypeError, "'%s' object cannot be interpreted as an integer",
                               type->name);
    rt_value result = type->index(v);
    if (!result || RT_IS_INT(result)) return result;
    if (!rt_is_int(result)) {
        rt_raise_format(&rt_exc_TypeError, "__index__ returned non-int (type %T)", result);
        RT_RELEASE(result);
        return 0;
    }
    rt_value plain = rt_int_plain(result);
    RT_RELEASE(result);
    return plain;
}

bool rt_to_i64(rt_value v, int64_t *out)
{
    if (RT_IS_INT(v)) {
        *out = RT_INT_VALUE(v);
        return true;
    }
    rt_value index = rt_int_index(v);
    if (!index) return false;
    bool fits = rt_int_word(index, out);
    RT_RELEASE(index);
    if (!fits)
        rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
    return fits;
}

int rt_int_sign(rt_value v)
{
    int64_t word;
    if (rt_int_word(v, &word)) return (word > 0) - (word < 0);
    return ((rt_bigint *)v)->number.sign == MP_NEG ? -1 : 1;
}

uint64_t rt_int_bit_length(rt_value v)
{
    rt_int_room room;
    return (uint64_t)mp_count_bits(rt_int_view(v, &room));
}

int rt_int_compare(rt_value a, rt_value b)
{
    int64_t x, y;
    if (rt_int_word(a, &x) && rt_int_word(b, &y)) return (x > y) - (x < y);
    rt_int_room room_a, room_b;
    return mp_cmp(rt_int_view(a, &room_a), rt_int_view(b, &room_b));
}

/* ---- slots ----------------------------------------------------------------------------------- */

static void int_dealloc(rt_object *self)
{
    rt_bigint *big = (rt_bigint *)self;
    mp_clear(&big->number);
    rt_free(self, self->type->size);
}

rt_value rt_order(rt_compare_op op, int order)
{
    static const uint8_t truths[] = {
        /* a bit for each of -1, 0, 1 */
        [RT_LT] = 1, [RT_LE] = 3, [RT_EQ] = 2, [RT_NE] = 5, [RT_GT] = 4, [RT_GE] = 6,
    };
    return rt_retained(RT_BOOL(truths[op] >> (order + 1) & 1));
}

rt_value rt_int_compare_slot(rt_compare_op op, rt_value self, rt_value other)
{
    return rt_is_int(other) ? rt_order(op, rt_int_compare(self, other)) : RT_NOT_IMPLEMENTED;
}

int rt_int_truth(rt_value self)
{
    return rt_int_sign(self) != 0;
}

/* Python's hash of numbers: the residue modulo the Mersenne prime 2**61 - 1, so that equal numbers
 * of different types have equal hashes. */
int64_t rt_int_hash(rt_value self)
{
    rt_int_room room;
    const mp_int *number = rt_int_view(self, &room);
    uint64_t residue = 0;
    for (int i = number->used - 1; i >= 0; i--) {
        unsigned __int128 shifted = ((unsigned __int128)residue << MP_DIGIT_BIT) + number->dp[i];
        residue = (uint64_t)(shifted % RT_HASH_PRIME);
    }
    int64_t hash = number->sign == MP_NEG ? -(int64_t)residue : (int64_t)residue;
    return hash == -1 ? -2 : hash;
}

rt_value rt_int_binary_slot(rt_binary_op op, rt_value a, rt_value b)
{
    return rt_is_int(a) && rt_is_int(b) ? rt_int_binary(op, a, b) : RT_NOT_IMPLEMENTED;
}

rt_value rt_int_to_float(rt_value self)
{
    double number;
    return rt_int_to_double(self, &number) ? rt_float_new(number) : 0;
}

/* ---- int(...) -------------------------------------------------------------------------------- */

static rt_value parse_text(rt_value text_object, int base)
{
    size_t size;
    const char *text = rt_is_str(text_object) ? rt_str_text(text_object, &size)
                                              : rt_bytes_text(text_object, &size);
    bool readable = rt_is_str(text_object) || rt_all_ascii(text, size); /* bytes are no UTF-8 */
    rt_value result = readable ? rt_int_parse(text, size, base) : 0;
    if (result || RT_RAISED()) return result;
    rt_value shown = rt_is_str(text_object) ? rt_retained(text_object) : rt_bytes_new(text, size);
    rt_raise_format(&rt_exc_ValueError, "invalid literal for int() with base %d: %R", base, shown);
    RT_RELEASE(shown);
    return 0;
}

/* What __int__ or __trunc__ gave, as a plain int. Consumes `result`. */
static rt_value checked_int(rt_value result, const char *method)
{
    if (!result || RT_IS_INT(result)) return result;
    rt_value plain = rt_is_int(result) ? rt_int_plain(result) : 0;
    if (!plain) rt_raise_format(&rt_exc_TypeError, "%s returned non-int (type %T)", method, result);
    RT_RELEASE(result);
    return plain;
}

static rt_value convert_by_trunc(rt_value x)
{
    rt_value trunc = rt_special(x, RT_NAME("__trunc__"));
    if (!trunc)
        return RT_RAISED() ? 0
                           : rt_raise_format(&rt_exc_TypeError,
                                             "int() argument must be a string, a bytes-like object "
                                             "or a real number, not '%T'",
                                             x);
    rt_value result = rt_call(trunc, 0, NULL);
    RT_RELEASE(trunc);
    return checked_int(result, "__trunc__");
}

static rt_value convert(rt_value x)
{
    if (RT_IS_INT(x)) return x;
    rt_type *type = RT_TYPE(x);
    if (type->to_int) return checked_int(type->to_int(x), "__int__");
    if (type->index) return rt_int_index(x);
    if (rt_is_str(x) || rt_is_bytes_like(x)) return parse_text(x, 10);
    return convert_by_trunc(x);
}

static rt_value convert_in_base(rt_value x, rt_value base_value)
{
    int64_t base;
    if (!x) return rt_raise_format(&rt_exc_TypeError, "int() missing string argument");
    if (!rt_to_i64(base_value, &base)) return 0;
    if (base != 0 && (base < 2 || base > 36))
        return rt_raise_format(&rt_exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (!rt_is_str(x) && !rt_is_bytes_like(x))
        return rt_raise_format(&rt_exc_TypeError,
                               "int() can't convert non-string with explicit base");
    return parse_text(x, (int)base);
}

/* Wraps an int (consumed) as an instance of a subclass. */
static rt_value int_in_class(rt_type *cls, rt_value plain)
{
    if (!plain || cls == &rt_int_type) return plain;
    rt_int_room room;
    rt_bigint *instance = rt_object_new(cls, cls->size);
    mp_err error = mp_init_copy(&instance->number, rt_int_view(plain, &room));
    RT_RELEASE(plain);
    if (error == MP_OKAY) return (rt_value)instance;
    RT_RELEASE((rt_value)instance);
    return rt_raise_format(&rt_exc_MemoryError, "");
}

static rt_value int_new(rt_value cls, rt_value x, rt_value base)
{
    rt_value plain = base ? convert_in_base(x, base) : x ? convert(x) : RT_INT(0);
    return int_in_class((rt_type *)cls, plain);
}

static rt_value int_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"int", "x=0, /, base=10", (void (*)(void))int_new, 3, 1};
    if (args->positional == 1 && !args->named && cls == &rt_int_type)
        return convert(args->values[0]);
    return rt_native_call(&def, (rt_value)cls, args);
}

/* ---- the types ------------------------------------------------------------------------------- */

static rt_value int_real(rt_value self)
{
    return rt_int_plain(self);
}

static rt_value int_zero(rt_value self)
{
    (void)self;
    return RT_INT(0);
}

static rt_value int_one(rt_value self)
{
    (void)self;
    return RT_INT(1);
}

static const rt_getset_def int_getsets[] = {
    {"real", int_real, NULL},       {"imag", int_zero, NULL}, {"numerator", int_real, NULL},
    {"denominator", int_one, NULL}, {NULL, NULL, NULL},
};

RT_METHODS(int) = {
#include "lib/int.def"
    RT_METHODS_END};

rt_type rt_int_type = {
    .head = RT_TYPE_HEAD,
    .name = "int",
    .size = sizeof(rt_bigint),
    .base = &rt_object_type,
    .dealloc = int_dealloc,
    .construct = int_construct,
    .repr = rt_int_repr,
    .format = rt_number_format,
    .hash = rt_int_hash,
    .compare = rt_int_compare_slot,
    .truth = rt_int_truth,
    .binary = rt_int_binary_slot,
    .unary = rt_int_unary,
    .index = rt_int_plain,
    .to_int = rt_int_plain,
    .to_float = rt_int_to_float,
    .methods = rt_int_methods,
    .getsets = int_getsets,
};
