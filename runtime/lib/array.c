/* array.c: the type array.array (array.h): making arrays, items and slices, operators. The methods
 * by name are in array_methods.c. */
#include "lib/array.h"

#include "exc/exception.h"
#include "value/arguments.h"
#include "value/int.h"
#include "value/iterator.h"
#include "value/list.h"
#include "value/number.h"
#include "value/sequence.h"
#include "value/slice.h"
#include "value/str.h"

/* ---- one item -------------------------------------------------------------------------------- */

/* What messages call the items, and the wider type that CPython reads them as first. */
static const struct {
    char code;
    uint8_t wide_bits;
    const char *name, *wide_name;
} item_names[] = {
    {'b', 15, "signed char", "signed short integer"},
    {'B', 0, "unsigned byte integer", NULL},
    {'h', 0, "signed short integer", NULL},
    {'H', 31, "unsigned short", "signed integer"},
    {'i', 0, "signed integer", NULL},
};

static bool raise_named(size_t which, rt_value v, bool small)
{
    const char *name = item_names[which].name;
    uint8_t bits = item_names[which].wide_bits;
    int64_t word;
    if (!rt_int_word(v, &word))
        return rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C long");
    if (bits && (word < -((int64_t)1 << bits) || word >= (int64_t)1 << bits))
        name = item_names[which].wide_name;
    return rt_raise_format(&rt_exc_OverflowError, "%s is %s than %simum", name,
                           small ? "less" : "greater", small ? "min" : "max");
}

static bool raise_range(char code, rt_value v, bool small)
{
    for (size_t i = 0; i < sizeof item_names / sizeof *item_names; i++)
        if (item_names[i].code == code) return raise_named(i, v, small);
    const char *message = code == 'q' || (code == 'Q' && !small) ? "int too big to convert"
                          : code == 'Q' ? "can't convert negative int to unsigned"
                          : code == 'l' ? "Python int too large to convert to C long"
                          : small       ? "can't convert negative value to unsigned int"
                          : code == 'L' || rt_int_bit_length(v) > 64
                              ? "Python int too large to convert to C unsigned long"
                              : "unsigned int is greater than maximum";
    return rt_raise_format(&rt_exc_OverflowError, "%s", message);
}

bool rt_array_put(const rt_item_type *type, rt_value v, char *at)
{
    rt_item_result result = rt_item_put(type, v, at);
    if (result == RT_ITEM_FITS) return true;
    if (result == RT_ITEM_RAISED) return false;
    if (result == RT_ITEM_WRONG_TYPE) {
        if (type->kind == RT_ITEM_UNICODE)
            return rt_raise_format(&rt_exc_TypeError,
                                   "array item must be a unicode character, "
                                   "not %T",
                                   v);
        return rt_raise_format(&rt_exc_TypeError,
                               type->kind == RT_ITEM_FLOAT
                                   ? "must be real number, not %T"
                                   : "'%T' object cannot be interpreted as an integer",
                               v);
    }
    rt_value number = rt_int_index(v);
    if (number) raise_range(type->code, number, result == RT_ITEM_TOO_SMALL);
    RT_RELEASE_OPT(number);
    return false;
}

/* ---- making arrays --------------------------------------------------------------------------- */

static rt_value array_of_class(rt_type *cls, const rt_item_type *type)
{
    rt_array *array = rt_object_new(cls, cls->size);
    array->type = type;
    array->bytes.capacity = 1;
    array->bytes.text = rt_alloc(1);
    *array->bytes.text = '\0';
    return (rt_value)array;
}

rt_value rt_array_new(const rt_item_type *type)
{
    return array_of_class(&rt_array_type, type);
}

static rt_value array_of_bytes(const rt_item_type *type, const char *bytes, size_t size)
{
    rt_value array = rt_array_new(type);
    rt_bytearray_splice(array, 0, 0, bytes, size);
    return array;
}

static bool push(rt_value self, rt_value item)
{
    char room[8];
    size_t end = RT_BYTES(self)->size;
    return rt_array_put(RT_ARRAY(self)->type, item, room) &&
           rt_bytearray_splice(self, end, end, room, RT_ARRAY(self)->type->size);
}

static bool extend_from_items(rt_value self, rt_value iterable)
{
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return false;
    bool fine = true;
    while (fine && (item = rt_next(iterator))) {
        fine = push(self, item);
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    return fine && !RT_RAISED();
}

static bool append_bytes(rt_value self, const char *bytes, size_t size)
{
    rt_value copy = rt_bytes_new(bytes, size); /* they may be its own, which move */
    size_t end = RT_BYTES(self)->size;
    bool fine = rt_bytearray_splice(self, end, end, RT_BYTES(copy)->text, size);
    RT_RELEASE(copy);
    return fine;
}

bool rt_array_extend_from(rt_value self, rt_value source)
{
    if (!RT_IS_ARRAY(source)) return extend_from_items(self, source);
    if (RT_ARRAY(source)->type != RT_ARRAY(self)->type)
        return rt_raise_format(&rt_exc_TypeError, "can only extend with array of same kind");
    return append_bytes(self, RT_BYTES(source)->text, RT_BYTES(source)->size);
}

static bool fill(rt_value self, rt_value source)
{
    const rt_item_type *type = RT_ARRAY(self)->type;
    if (RT_IS_ARRAY(source) && RT_ARRAY(source)->type == type)
        return append_bytes(self, RT_BYTES(source)->text, RT_BYTES(source)->size);
    if (rt_is_str(source) && type->kind != RT_ITEM_UNICODE)
        return rt_raise_format(&rt_exc_TypeError,
                               "cannot use a str to initialize an array with typecode '%c'",
                               type->code);
    if (!rt_is_byte_string(source)) return extend_from_items(self, source);
    if (RT_BYTES(source)->size % type->size)
        return rt_raise_format(&rt_exc_ValueError, "bytes length not a multiple of item size");
    return append_bytes(self, RT_BYTES(source)->text, RT_BYTES(source)->size);
}

static const rt_item_type *type_argument(rt_value typecode)
{
    if (!rt_is_str(typecode) || rt_str_length(typecode) != 1) {
        rt_raise_format(&rt_exc_TypeError, "array() argument 1 must be a unicode character, not %T",
                        typecode);
        return NULL;
    }
    char code = *rt_str_text(typecode, NULL);
    const rt_item_type *type = code && strchr("bBuhHiIlLqQfd", code) ? rt_item_type_of(code) : NULL;
    if (!type)
        rt_raise_format(&rt_exc_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, "
                                            "Q, f or d)");
    return type;
}

static rt_value array_construct(rt_type *cls, const rt_args *args)
{
    if (cls == &rt_array_type && !rt_no_keywords("array.array", args)) return 0;
    if (args->positional < 1 || args->positional > 2)
        return rt_raise_format(&rt_exc_TypeError, "array() takes at %s (%u given)",
                               args->positional ? "most 2 arguments" : "least 1 argument",
                               args->positional);
    const rt_item_type *type = type_argument(args->values[0]);
    if (!type) return 0;
    rt_value array = array_of_class(cls, type);
    if (args->positional == 1 || fill(array, args->values[1])) return array;
    RT_RELEASE(array);
    return 0;
}

static void array_dealloc(rt_object *self)
{
    rt_bytes *bytes = (rt_bytes *)self;
    rt_free(bytes->text, bytes->capacity);
    rt_free(self, self->type->size);
}

/* ---- items and slices ------------------------------------------------------------------------ */

static int64_t array_length(rt_value self)
{
    return (int64_t)rt_array_count(self);
}

static bool index_of(rt_value self, rt_value key, const char *doing, int64_t *index)
{
    if (!rt_has_index(key))
        return rt_raise_format(&rt_exc_TypeError, "array indices must be integers");
    rt_index_result found = rt_index_resolve(key, array_length(self), index);
    if (found == RT_INDEX_OUTSIDE)
        return rt_raise_format(&rt_exc_IndexError, "array %sindex out of range", doing);
    return found == RT_INDEX_INSIDE;
}

static rt_value slice_of(rt_value self, rt_value slice)
{
    rt_slice_range range;
    size_t unit = RT_ARRAY(self)->type->size;
    if (!rt_slice_resolve(slice, array_length(self), &range)) return 0;
    rt_value part = rt_array_new(RT_ARRAY(self)->type);
    rt_bytearray_resize(part, (size_t)range.count * unit);
    for (int64_t i = 0; i < range.count; i++)
        memcpy(rt_array_place(part, (size_t)i),
               rt_array_place(self, (size_t)(range.start + i * range.step)), unit);
    return part;
}

static rt_value array_getitem(rt_value self, rt_value key)
{
    int64_t index;
    if (RT_IS_SLICE(key)) return slice_of(self, key);
    if (!index_of(self, key, "", &index)) return 0;
    return rt_item_get(RT_ARRAY(self)->type, rt_array_place(self, (size_t)index));
}

static bool assign_slice(rt_value self, const rt_slice_range *range, rt_value item)
{
    if (!RT_IS_ARRAY(item))
        return rt_raise_format(&rt_exc_TypeError,
                               "can only assign array (not \"%T\") to array slice", item);
    if (RT_ARRAY(item)->type != RT_ARRAY(self)->type)
        return rt_raise_format(&rt_exc_TypeError, "bad argument type for built-in operation");
    size_t unit = RT_ARRAY(self)->type->size;
    rt_value from =
        array_of_bytes(RT_ARRAY(item)->type, RT_BYTES(item)->text, RT_BYTES(item)->size);
    bool fine = true;
    if (range->step == 1) {
        fine = rt_bytearray_splice(self, (size_t)range->start * unit,
                                   (size_t)(range->start + range->count) * unit,
                                   RT_BYTES(from)->text, RT_BYTES(from)->size);
    } else if (array_length(from) != range->count) {
        fine = rt_raise_format(&rt_exc_ValueError,
                               "attempt to assign array of size %lld to extended slice of size "
                               "%lld",
                               (long long)array_length(from), (long long)range->count);
    } else {
        for (int64_t i = 0; i < range->count; i++)
            memcpy(rt_array_place(self, (size_t)(range->start + i * range->step)),
                   rt_array_place(from, (size_t)i), unit);
    }
    RT_RELEASE(from);
    return fine;
}

/* From the last to the first, so that places before stay what they are. */
static bool delete_items(rt_value self, rt_slice_range range)
{
    size_t unit = RT_ARRAY(self)->type->size;
    int64_t last = range.start + (range.count - 1) * range.step;
    int64_t from = range.step < 0 ? range.start : last;
    int64_t step = range.step < 0 ? range.step : -range.step;
    bool fine = true;
    for (int64_t i = 0; fine && i < range.count; i++) {
        size_t at = (size_t)(from + i * step) * unit;
        fine = rt_bytearray_splice(self, at, at + unit, "", 0);
    }
    return fine;
}

static bool array_setitem(rt_value self, rt_value key, rt_value item)
{
    int64_t index;
    char room[8];
    rt_slice_range range;
    const rt_item_type *type = RT_ARRAY(self)->type;
    if (RT_IS_SLICE(key)) {
        if (!rt_slice_resolve(key, array_length(self), &range)) return false;
        return item ? assign_slice(self, &range, item) : delete_items(self, range);
    }
    if (!index_of(self, key, "assignment ", &index)) return false;
    if (!item) return delete_items(self, (rt_slice_range){index, index + 1, 1, 1});
    if (!rt_array_put(type, item, room)) return false;
    memcpy(rt_array_place(self, (size_t)index), room, type->size);
    return true;
}

static rt_type array_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "array.arrayiterator",
    .size = sizeof(rt_sequence_iterator),
    .base = &rt_getitem_iterator_type,
};

static rt_value array_iter(rt_value self)
{
    return rt_sequence_iterator_new(&array_iterator_type, self, 0);
}

static int array_contains(rt_value self, rt_value item)
{
    int equal = 0;
    for (size_t i = 0; !equal && i < rt_array_count(self); i++) {
        rt_value mine = rt_item_get(RT_ARRAY(self)->type, rt_array_place(self, i));
        equal = rt_equal(mine, item);
        RT_RELEASE(mine);
    }
    return equal;
}

/* ---- operators ------------------------------------------------------------------------------- */

static rt_value array_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_ARRAY(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value a = rt_array_tolist(self), b = rt_array_tolist(other);
    rt_value result = rt_compare(op, a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return result;
}

static rt_value repeated(rt_value self, rt_value factor)
{
    uint32_t times;
    if (!rt_repeat_count(factor, (uint32_t)RT_BYTES(self)->size, &times)) return 0;
    rt_value product = rt_array_new(RT_ARRAY(self)->type);
    size_t unit = RT_BYTES(self)->size;
    rt_bytearray_resize(product, unit * times);
    for (uint32_t i = 0; i < times; i++)
        memcpy(RT_BYTES(product)->text + i * unit, RT_BYTES(self)->text, unit);
    return product;
}

static rt_value concat(rt_value a, rt_value b)
{
    if (!RT_IS_ARRAY(b))
        return rt_raise_format(&rt_exc_TypeError, "can only append array (not \"%T\") to array", b);
    if (RT_ARRAY(a)->type != RT_ARRAY(b)->type)
        return rt_raise_format(&rt_exc_TypeError, "bad argument type for built-in operation");
    rt_value sum = array_of_bytes(RT_ARRAY(a)->type, RT_BYTES(a)->text, RT_BYTES(a)->size);
    append_bytes(sum, RT_BYTES(b)->text, RT_BYTES(b)->size);
    return sum;
}

static rt_value array_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op == RT_MUL) return RT_IS_ARRAY(a) ? repeated(a, b) : repeated(b, a);
    return op == RT_ADD && RT_IS_ARRAY(a) ? concat(a, b) : rt_retained(RT_NOT_IMPLEMENTED);
}

static rt_value array_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (op == RT_ADD && !RT_IS_ARRAY(other))
        return rt_raise_format(&rt_exc_TypeError, "can only extend array with array (not \"%T\")",
                               other);
    if (op == RT_ADD) return rt_array_extend_from(self, other) ? rt_retained(self) : 0;
    if (op != RT_MUL) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value product = repeated(self, other);
    if (!product) return 0;
    bool fine = rt_bytearray_splice(self, 0, RT_BYTES(self)->size, RT_BYTES(product)->text,
                                    RT_BYTES(product)->size);
    RT_RELEASE(product);
    return fine ? rt_retained(self) : 0;
}

static rt_value array_repr(rt_value self)
{
    const rt_item_type *type = RT_ARRAY(self)->type;
    rt_value name = rt_getattr((rt_value)RT_TYPE(self), RT_NAME("__name__"));
    if (!name) return 0;
    rt_value items =
        type->kind == RT_ITEM_UNICODE ? rt_array_tounicode(self) : rt_array_tolist(self);
    rt_value text = rt_array_count(self) ? rt_str_format("%V('%c', %R)", name, type->code, items)
                                         : rt_str_format("%V('%c')", name, type->code);
    RT_RELEASE(items);
    RT_RELEASE(name);
    return text;
}

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value get_itemsize(rt_value self)
{
    return RT_INT(RT_ARRAY(self)->type->size);
}

static rt_value get_typecode(rt_value self)
{
    return rt_str_new(&RT_ARRAY(self)->type->code, 1);
}

static const rt_getset_def array_getsets[] = {
    {"itemsize", get_itemsize, NULL}, {"typecode", get_typecode, NULL}, {0}};

rt_type rt_array_type = {
    .head = RT_TYPE_HEAD,
    .name = "array.array",
    .size = sizeof(rt_array),
    .flags = RT_TYPE_SEQUENCE | RT_TYPE_BYTES_LIKE | RT_TYPE_RESIZABLE,
    .base = &rt_object_type,
    .dealloc = array_dealloc,
    .construct = array_construct,
    .repr = array_repr,
    .compare = array_compare,
    .binary = array_binary,
    .inplace = array_inplace,
    .length = array_length,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = array_contains,
    .iter = array_iter,
    .methods = rt_array_methods,
    .getsets = array_getsets,
};
