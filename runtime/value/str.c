/* str.c: the type str: making strings, finding code points in them, slots. Methods stand in
 * rt_str_methods.c and its neighbours. In: UTF-8 text; out: str objects (value/str.h). */
#include "value/arguments.h"
#include "value/str.h"
#include "value/codec.h"
#include "value/format.h"
#include "value/int.h"
#include "value/native.h"
#include "value/number.h"
#include "value/slice.h"

/* Strings of one code point below 256, made at first use and never freed. */
static struct {
    rt_str_object str;
    char text[4];
} latin1[256];

static rt_value latin1_str(uint32_t code)
{
    rt_str_object *str = &latin1[code].str;
    if (RT_UNLIKELY(!str->text)) {
        str->head = (rt_object){RT_IMMORTAL, 0, &rt_str_type};
        str->text = latin1[code].text;
        str->size = rt_utf8_put(code, str->text);
        str->length = 1;
    }
    return rt_retained((rt_value)str);
}

rt_value rt_str_empty(void)
{
    static struct {
        rt_str_object str;
        char text[1];
    } empty;
    empty.str.head.type = &rt_str_type;
    if (!empty.str.text) empty.str.head.refs = RT_IMMORTAL;
    empty.str.text = empty.text;
    return rt_retained((rt_value)&empty.str);
}

rt_value rt_str_of_code(uint32_t code)
{
    if (code < 256) return latin1_str(code);
    char text[4];
    size_t size = rt_utf8_put(code, text);
    rt_value str = rt_str_sized(size);
    memcpy(RT_STR(str)->text, text, size);
    RT_STR(str)->length = 1;
    return str;
}

rt_value rt_str_sized(size_t size)
{
    rt_str_object *str = rt_object_new(&rt_str_type, sizeof *str + size + 1);
    str->text = (char *)(str + 1);
    str->size = size;
    str->text[size] = '\0';
    return (rt_value)str;
}

rt_value rt_str_sized_done(rt_value v)
{
    rt_str_object *str = RT_STR(v);
    str->length = rt_utf8_count(str->text, str->size);
    if (str->length > 1) return v;
    const char *text = str->text;
    uint32_t code = str->length ? rt_utf8_next(&text) : 0;
    if (code >= 256) return v;
    rt_value shared = str->length ? latin1_str(code) : rt_str_empty();
    RT_RELEASE(v);
    return shared;
}

/* The same where the number of code points is known. */
static rt_value new_counted(const char *text, size_t size, size_t length)
{
    if (length <= 1) {
        if (!length) return rt_str_empty();
        return rt_str_of_code(rt_utf8_next(&text));
    }
    rt_value str = rt_str_sized(size);
    memcpy(RT_STR(str)->text, text, size);
    RT_STR(str)->length = length;
    return str;
}

rt_value rt_str_new(const char *utf8, size_t size)
{
    return new_counted(utf8, size, rt_utf8_count(utf8, size));
}

rt_value rt_str_c(const char *utf8)
{
    return rt_str_new(utf8, strlen(utf8));
}

const char *rt_str_text(rt_value str, size_t *size)
{
    if (size) *size = RT_STR(str)->size;
    return RT_STR(str)->text;
}

int64_t rt_str_length(rt_value str)
{
    return (int64_t)RT_STR(str)->length;
}

bool rt_check_str(rt_value v, const char *what)
{
    if (rt_is_str(v)) return true;
    rt_raise_format(&rt_exc_TypeError, "%s must be str, not %T", what, v);
    return false;
}

void rt_builder_add_code(rt_builder *builder, uint32_t code)
{
    char text[4];
    rt_builder_add(builder, text, rt_utf8_put(code, text));
}

void rt_builder_fill(rt_builder *builder, uint32_t code, size_t times)
{
    char text[4];
    size_t size = rt_utf8_put(code, text);
    while (times--) rt_builder_add(builder, text, size);
}

/* ---- places ---------------------------------------------------------------------------------- */

static void make_index(rt_str_object *str)
{
    size_t count = str->length / RT_STR_STRIDE + 1;
    str->index = rt_alloc(count * sizeof *str->index);
    size_t code = 0;
    for (size_t offset = 0; offset < str->size; offset++) {
        if (!rt_utf8_starts(str->text[offset])) continue;
        if (code % RT_STR_STRIDE == 0) str->index[code / RT_STR_STRIDE] = offset;
        code++;
    }
    if (str->length % RT_STR_STRIDE == 0) str->index[count - 1] = str->size;
}

static void drop_index(rt_str_object *str)
{
    if (!str->index) return;
    rt_free(str->index, (str->length / RT_STR_STRIDE + 1) * sizeof *str->index);
    str->index = NULL;
}

size_t rt_str_offset(rt_value v, size_t index)
{
    rt_str_object *str = RT_STR(v);
    if (RT_STR_IS_ASCII(v)) return index;
    if (index >= str->length) return str->size;
    size_t offset = 0, rest = index;
    if (index >= RT_STR_STRIDE) {
        if (!str->index) make_index(str);
        offset = str->index[index / RT_STR_STRIDE];
        rest = index % RT_STR_STRIDE;
    }
    while (rest--) offset += rt_utf8_width((unsigned char)str->text[offset]);
    return offset;
}

size_t rt_str_index_of(rt_value v, size_t offset)
{
    rt_str_object *str = RT_STR(v);
    if (RT_STR_IS_ASCII(v)) return offset;
    if (offset <= 4 * RT_STR_STRIDE) return rt_utf8_count(str->text, offset);
    if (!str->index) make_index(str);
    size_t low = 0, high = str->length / RT_STR_STRIDE; /* the last mark at or before the offset */
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (str->index[middle] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    size_t mark = str->index[low];
    return low * RT_STR_STRIDE + rt_utf8_count(str->text + mark, offset - mark);
}

uint32_t rt_str_code_at(rt_value str, size_t index)
{
    const char *text = RT_STR(str)->text + rt_str_offset(str, index);
    return rt_utf8_next(&text);
}

rt_value rt_str_part(rt_value str, int64_t first, int64_t last)
{
    int64_t length = rt_str_length(str);
    if (first >= last) return rt_str_empty();
    if (first == 0 && last == length && RT_TYPE(str) == &rt_str_type) return rt_retained(str);
    size_t start = rt_str_offset(str, (size_t)first), end = rt_str_offset(str, (size_t)last);
    return new_counted(RT_STR(str)->text + start, end - start, (size_t)(last - first));
}

rt_value rt_str_plain(rt_value str)
{
    if (RT_TYPE(str) == &rt_str_type) return rt_retained(str);
    return new_counted(RT_STR(str)->text, RT_STR(str)->size, RT_STR(str)->length);
}

/* ---- comparison and hashing ------------------------------------------------------------------ */

int rt_str_compare(rt_value a, rt_value b)
{
    /* the order of UTF-8 bytes is the order of code points */
    size_t shorter = RT_STR(a)->size < RT_STR(b)->size ? RT_STR(a)->size : RT_STR(b)->size;
    int order = memcmp(RT_STR(a)->text, RT_STR(b)->text, shorter);
    if (order) return order < 0 ? -1 : 1;
    return (RT_STR(a)->size > RT_STR(b)->size) - (RT_STR(a)->size < RT_STR(b)->size);
}

bool rt_str_same(rt_value a, rt_value b)
{
    if (a == b) return true;
    const rt_str_object *x = RT_STR(a), *y = RT_STR(b);
    if (x->size != y->size || (x->interned && y->interned)) return false;
    return memcmp(x->text, y->text, x->size) == 0;
}

static rt_value str_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!rt_is_str(other)) return RT_NOT_IMPLEMENTED;
    if (op == RT_EQ || op == RT_NE)
        return rt_retained(RT_BOOL(rt_str_same(self, other) == (op == RT_EQ)));
    return rt_order(op, rt_str_compare(self, other));
}

int64_t rt_str_hash(rt_value v)
{
    rt_str_object *str = RT_STR(v);
    if (!str->hash) str->hash = rt_text_hash_utf8(str->text, str->size, str->length);
    return str->hash;
}

/* ---- operators ------------------------------------------------------------------------------- */

static bool has_reflected(rt_value v, rt_value method)
{
    return !RT_IS_INT(v) && RT_TYPE(v)->flags & RT_TYPE_HEAP && rt_type_lookup(RT_TYPE(v), method);
}

rt_value rt_concat_refused(rt_value a, rt_value b)
{
    if (has_reflected(b, RT_NAME("__radd__"))) return RT_NOT_IMPLEMENTED;
    return rt_raise_format(&rt_exc_TypeError, "can only concatenate %T (not \"%T\") to %T", a, b,
                           a);
}

rt_value rt_repeat_refused(rt_value factor)
{
    if (has_reflected(factor, RT_NAME("__rmul__")) || has_reflected(factor, RT_NAME("__mul__")))
        return RT_NOT_IMPLEMENTED;
    return rt_raise_format(&rt_exc_TypeError, "can't multiply sequence by non-int of type '%T'",
                           factor);
}

bool rt_repeat_factor(rt_value factor, int64_t *times)
{
    if (!rt_index_clamped(factor, times)) return false;
    if (*times != INT64_MAX) return true;
    rt_raise_format(&rt_exc_OverflowError, "cannot fit '%T' into an index-sized integer", factor);
    return false;
}

static rt_value concat(rt_value a, rt_value b)
{
    const rt_str_object *x = RT_STR(a), *y = RT_STR(b);
    if (!y->size && RT_TYPE(a) == &rt_str_type) return rt_retained(a);
    if (!x->size && RT_TYPE(b) == &rt_str_type) return rt_retained(b);
    rt_value sum = rt_str_sized(x->size + y->size);
    memcpy(RT_STR(sum)->text, x->text, x->size);
    memcpy(RT_STR(sum)->text + x->size, y->text, y->size);
    RT_STR(sum)->length = x->length + y->length;
    return sum;
}

rt_value rt_str_concat(uint32_t count, const rt_value *parts)
{
    size_t size = 0, length = 0;
    for (uint32_t i = 0; i < count; i++) {
        size += RT_STR(parts[i])->size;
        length += RT_STR(parts[i])->length;
    }
    if (length <= 1) {
        for (uint32_t i = 0; i < count; i++)
            if (RT_STR(parts[i])->size) return rt_str_plain(parts[i]);
        return rt_str_empty();
    }
    rt_value whole = rt_str_sized(size);
    char *at = RT_STR(whole)->text;
    for (uint32_t i = 0; i < count; i++) {
        memcpy(at, RT_STR(parts[i])->text, RT_STR(parts[i])->size);
        at += RT_STR(parts[i])->size;
    }
    RT_STR(whole)->length = length;
    return whole;
}

static rt_value repeat(rt_value str, rt_value factor)
{
    int64_t times;
    const rt_str_object *unit = RT_STR(str);
    if (!rt_repeat_factor(factor, &times)) return 0;
    if (times <= 0 || !unit->size) return rt_str_empty();
    if (times == 1) return rt_str_plain(str);
    size_t size;
    if (__builtin_mul_overflow(unit->size, (size_t)times, &size) || size > PTRDIFF_MAX / 2)
        return rt_raise_format(&rt_exc_MemoryError, "");
    rt_value product = rt_str_sized(size);
    char *text = RT_STR(product)->text;
    if (unit->size == 1)
        memset(text, unit->text[0], size);
    else
        for (int64_t i = 0; i < times; i++)
            memcpy(text + (size_t)i * unit->size, unit->text, unit->size);
    RT_STR(product)->length = unit->length * (size_t)times;
    return product;
}

static rt_value str_binary(rt_binary_op op, rt_value a, rt_value b)
{
    bool left = rt_is_str(a);
    switch (op) {
    case RT_ADD:
        if (!left) return RT_NOT_IMPLEMENTED;
        return rt_is_str(b) ? concat(a, b) : rt_concat_refused(a, b);
    case RT_MUL:
        if (!rt_has_index(left ? b : a)) return rt_repeat_refused(left ? b : a);
        return left ? repeat(a, b) : repeat(b, a);
    case RT_MOD: return left ? rt_str_percent(a, b) : RT_NOT_IMPLEMENTED;
    default: return RT_NOT_IMPLEMENTED;
    }
}

/* A copy of a + b with room to grow, in a block of its own. */
static rt_value growing(const rt_str_object *a, const rt_str_object *b)
{
    size_t size = a->size + b->size;
    rt_str_object *str = rt_object_new(&rt_str_type, sizeof *str);
    str->capacity = size * 2;
    str->text = rt_alloc(str->capacity);
    memcpy(str->text, a->text, a->size);
    memcpy(str->text + a->size, b->text, b->size);
    str->text[size] = '\0';
    str->size = size;
    str->length = a->length + b->length;
    return (rt_value)str;
}

/* `a += b`: where nobody else holds a, b is put behind it in place; the room doubles, so that a
 * loop of appends is linear. The caller's slot is the one reference. */
static rt_value str_inplace(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_ADD || !rt_is_str(b) || RT_TYPE(a) != &rt_str_type) return str_binary(op, a, b);
    rt_str_object *str = RT_STR(a);
    const rt_str_object *tail = RT_STR(b);
    if (str->head.refs != 1 || str->interned || str->size + tail->size < 128) return concat(a, b);
    if (!str->capacity) return growing(str, tail);
    drop_index(str);
    size_t needed = str->size + tail->size + 1;
    if (needed > str->capacity) {
        str->text = rt_realloc(str->text, str->capacity, needed * 2);
        str->capacity = needed * 2;
    }
    memcpy(str->text + str->size, tail->text, tail->size);
    str->size = needed - 1;
    str->text[str->size] = '\0';
    str->length += tail->length;
    str->hash = 0;
    return rt_retained(a);
}

/* ---- containers ------------------------------------------------------------------------------ */

static int str_contains(rt_value self, rt_value item)
{
    if (!rt_is_str(item)) {
        rt_raise_format(&rt_exc_TypeError, "'in <string>' requires string as left operand, not %T",
                        item);
        return -1;
    }
    return memmem(RT_STR(self)->text, RT_STR(self)->size, RT_STR(item)->text, RT_STR(item)->size) !=
           NULL;
}

static rt_value stepped_slice(rt_value str, const rt_slice_range *range)
{
    rt_builder builder;
    rt_builder_init(&builder);
    for (int64_t i = 0, at = range->start; i < range->count; i++, at += range->step)
        rt_builder_add_code(&builder, rt_str_code_at(str, (size_t)at));
    return rt_builder_finish(&builder);
}

rt_value rt_str_at(rt_value self, int64_t index)
{
    int64_t length = rt_str_length(self);
    if (index < 0) index += length;
    if (RT_LIKELY((uint64_t)index < (uint64_t)length))
        return rt_str_of_code(rt_str_code_at(self, (size_t)index));
    return rt_raise_format(&rt_exc_IndexError, "string index out of range");
}

static rt_value str_getitem(rt_value self, rt_value key)
{
    int64_t index, length = rt_str_length(self);
    if (RT_IS_SLICE(key)) {
        rt_slice_range range;
        if (!rt_slice_resolve(key, length, &range)) return 0;
        if (range.step == 1) return rt_str_part(self, range.start, range.start + range.count);
        return stepped_slice(self, &range);
    }
    if (!rt_has_index(key))
        return rt_raise_format(&rt_exc_TypeError, "string indices must be integers, not '%T'", key);
    switch (rt_index_resolve(key, length, &index)) {
    case RT_INDEX_INSIDE: return rt_str_of_code(rt_str_code_at(self, (size_t)index));
    case RT_INDEX_OUTSIDE: return rt_raise_format(&rt_exc_IndexError, "string index out of range");
    default: return 0;
    }
}

static int64_t str_length(rt_value self)
{
    return rt_str_length(self);
}

static int str_truth(rt_value self)
{
    return RT_STR(self)->size != 0;
}

/* ---- iteration: by code points --------------------------------------------------------------- */

typedef struct rt_str_iterator {
    rt_object head;
    rt_value str; /* 0 once exhausted */
    size_t offset;
} rt_str_iterator;

static void iterator_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_str_iterator *)self)->str);
    rt_free(self, sizeof(rt_str_iterator));
}

static rt_value iterator_next(rt_value self)
{
    rt_str_iterator *iterator = (rt_str_iterator *)self;
    if (!iterator->str) return 0;
    if (iterator->offset >= RT_STR(iterator->str)->size) {
        RT_RELEASE(iterator->str);
        iterator->str = 0;
        return 0;
    }
    const char *start = RT_STR(iterator->str)->text, *at = start + iterator->offset;
    uint32_t code = rt_utf8_next(&at);
    iterator->offset = (size_t)(at - start);
    return rt_str_of_code(code);
}

#define STR_ITERATOR_TYPE(symbol, python_name)                                                     \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = python_name,                                                                       \
        .size = sizeof(rt_str_iterator),                                                           \
        .flags = RT_TYPE_FINAL,                                                                    \
        .base = &rt_object_type,                                                                   \
        .dealloc = iterator_dealloc,                                                               \
        .iter = rt_retained,                                                                       \
        .next = iterator_next,                                                                     \
    }

/* Two types, as in CPython: programs can print their names. */
STR_ITERATOR_TYPE(rt_str_iterator_type, "str_iterator");
STR_ITERATOR_TYPE(rt_str_ascii_iterator_type, "str_ascii_iterator");

static rt_value str_iter(rt_value self)
{
    rt_type *type = RT_STR_IS_ASCII(self) ? &rt_str_ascii_iterator_type : &rt_str_iterator_type;
    rt_str_iterator *iterator = rt_object_new(type, sizeof *iterator);
    iterator->str = rt_retained(self);
    return (rt_value)iterator;
}

/* ---- str(...) -------------------------------------------------------------------------------- */

/* Wraps a str (consumed) as an instance of a subclass. */
static rt_value str_in_class(rt_type *cls, rt_value plain)
{
    if (!plain || cls == &rt_str_type) return plain;
    const rt_str_object *source = RT_STR(plain);
    rt_str_object *str = rt_object_new(cls, cls->size);
    str->capacity = source->size + 1;
    str->text = rt_alloc(str->capacity);
    memcpy(str->text, source->text, source->size + 1);
    str->size = source->size;
    str->length = source->length;
    RT_RELEASE(plain);
    return (rt_value)str;
}

static rt_value str_new(rt_value cls, rt_value object, rt_value encoding, rt_value errors)
{
    rt_value plain;
    if (!object)
        plain = rt_str_empty();
    else if (!encoding && !errors)
        plain = rt_str(object);
    else
        plain = rt_decode_object(object, encoding, errors);
    if (plain && RT_TYPE(plain) != &rt_str_type && (rt_type *)cls != &rt_str_type) {
        rt_value of_subclass = plain;
        plain = rt_str_plain(of_subclass);
        RT_RELEASE(of_subclass);
    }
    return str_in_class((rt_type *)cls, plain);
}

static rt_value str_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"str", "object='', encoding='utf-8', errors='strict'",
                                      (void (*)(void))str_new, 4, 1};
    if (cls == &rt_str_type && args->positional == 1 && !args->named)
        return rt_str(args->values[0]);
    return rt_native_call(&def, (rt_value)cls, args);
}

static void str_dealloc(rt_object *self)
{
    rt_str_object *str = (rt_str_object *)self;
    drop_index(str);
    if (str->capacity) {
        rt_free(str->text, str->capacity);
        rt_free(self, self->type->size);
    } else {
        rt_free(self, sizeof *str + str->size + 1);
    }
}

RT_METHODS(str) = {
#include "lib/str.def"
    RT_METHODS_END};

rt_type rt_str_type = {
    .head = RT_TYPE_HEAD,
    .name = "str",
    .size = sizeof(rt_str_object),
    .base = &rt_object_type,
    .dealloc = str_dealloc,
    .construct = str_construct,
    .repr = rt_str_repr,
    .str = rt_str_plain,
    .format = rt_str_format_spec,
    .hash = rt_str_hash,
    .compare = str_compare,
    .truth = str_truth,
    .binary = str_binary,
    .inplace = str_inplace,
    .length = str_length,
    .getitem = str_getitem,
    .contains = str_contains,
    .iter = str_iter,
    .methods = rt_str_methods,
};
