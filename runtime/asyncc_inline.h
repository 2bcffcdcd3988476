/* asyncc_inline.h: the inline fast paths of generated C, and the layouts that they look into.
 *
 * In: what asyncc.h declares; it includes this at its end, and nothing else does. Out: for each
 * operation that is short where things are as usual, a macro or inline function that does it in
 * place and calls the runtime where they are not. */
#ifndef ASYNCC_INLINE_H
#define ASYNCC_INLINE_H

/* The frame of a coroutine that cannot be embedded in the one that awaits it: a recursion. Its size
 * is a constant. */
static inline rt_frame *rt_frame_new(size_t size)
{
    rt_free_block *block;

    if (size > RT_CELL_STEP * RT_CELL_CLASSES) return (rt_frame *)rt_alloc(size);
    block = rt_free_blocks[(size - 1) / RT_CELL_STEP];
    if (RT_UNLIKELY(!block)) return (rt_frame *)rt_alloc(size);
    rt_free_blocks[(size - 1) / RT_CELL_STEP] = block->next;
    return (rt_frame *)block;
}

static inline void rt_frame_free(rt_frame *frame, size_t size)
{
    rt_free_block *block = (rt_free_block *)frame;

    if (size > RT_CELL_STEP * RT_CELL_CLASSES || RT_UNLIKELY(!rt_small_limit)) {
        rt_free(frame, size);
        return;
    }
    block->next = rt_free_blocks[(size - 1) / RT_CELL_STEP];
    rt_free_blocks[(size - 1) / RT_CELL_STEP] = block;
}

/* `parent` is to await a frame that is not embedded in it: counts how deep that is. Frames that
 * wait are not on the C stack, but calls they are. False: too deep, and RecursionError is
 * pending. */
bool rt_frame_too_deep(uint32_t level);
uint32_t rt_frame_level(const rt_frame *parent); /* of what an embedded frame awaits */
static inline bool rt_frame_joins(rt_frame *frame, const rt_frame *parent)
{
    uint32_t level = parent->flags / RT_FRAME_LEVEL + 1;

    if (RT_UNLIKELY(level == 1)) level = rt_frame_level(parent);
    frame->flags |= level * RT_FRAME_LEVEL;
    return RT_LIKELY(level < rt_state.depth_limit) || !rt_frame_too_deep(level);
}

/* Runs such a frame, which `parent` awaits: as its resume function. */
static inline rt_value rt_frame_start(rt_frame *frame, rt_frame *parent)
{
    const rt_code *code = frame->code;
    rt_value result;

    frame->parent = parent;
    frame->flags = RT_FRAME_APART;
    if (rt_frame_joins(frame, parent) && RT_ENTER()) {
        result = code->resume(frame, RT_NONE);
        RT_LEAVE();
    } else {
        result = code->resume(frame, 0);
    }
    if (result != RT_PENDING) rt_frame_free(frame, code->frame_size);
    return result;
}

/* The leaf's return statement where it waits for one turn of the loop. */
static inline rt_value rt_suspend_turn(rt_frame *leaf)
{
    rt_state.leaf = leaf;
    rt_state.awaited = RT_NONE;
    return RT_PENDING;
}
#ifdef ASYNCC_GENERATED /* by a compiler that sees that the delay is 0, as it mostly is */
static inline rt_value rt_sleep_leaf_inline(rt_frame *leaf, rt_value delay)
{
    return delay == RT_INT(0) ? rt_suspend_turn(leaf) : rt_sleep_leaf(leaf, delay);
}
#define rt_sleep_leaf rt_sleep_leaf_inline
#endif

static inline int rt_truth(rt_value v)
{
    if (v == RT_TRUE) return 1;
    if (v == RT_FALSE || v == RT_NONE || v == RT_INT(0)) return 0;
    return RT_IS_INT(v) ? 1 : rt_truth_slow(v);
}

/* `out` = a op b of ints that are held in place and whose result is, too. False: it is not so, and
 * out is whatever. `out` is not among the operands. */
#if defined(__GNUC__) && !defined(__TINYC__)
#define RT_INT_ADD(out, a, b)                                                                      \
    RT_LIKELY(RT_BOTH_INT(a, b) &&                                                                 \
              !__builtin_add_overflow((int64_t)(a), (int64_t)(b)-1, (int64_t *)&(out)))
#define RT_INT_SUB(out, a, b)                                                                      \
    RT_LIKELY(RT_BOTH_INT(a, b) &&                                                                 \
              !__builtin_sub_overflow((int64_t)(a), (int64_t)(b)-1, (int64_t *)&(out)))
#define RT_INT_MUL(out, a, b)                                                                      \
    RT_LIKELY(RT_BOTH_INT(a, b) &&                                                                 \
              !__builtin_mul_overflow((int64_t)(a)-1, RT_INT_VALUE(b), (int64_t *)&(out)) &&       \
              ((out) |= 1))
#else
#define RT_INT_ADD(out, a, b)                                                                      \
    (RT_BOTH_INT(a, b) && ((out) = (a) + (b)-1, (int64_t)(((out) ^ (a)) & ((out) ^ (b))) >= 0))
#define RT_INT_SUB(out, a, b)                                                                      \
    (RT_BOTH_INT(a, b) && ((out) = (a) - (b) + 1, (int64_t)(((a) ^ (b)) & ((a) ^ (out))) >= 0))
#define RT_IS_HALF_WORD(v) ((int64_t)(v) < 0x80000000 && (int64_t)(v) > -0x80000000)
#define RT_INT_MUL(out, a, b)                                                                      \
    (RT_BOTH_INT(a, b) && RT_IS_HALF_WORD(a) && RT_IS_HALF_WORD(b) &&                              \
     ((out) = RT_INT(RT_INT_VALUE(a) * RT_INT_VALUE(b))))
#endif
#define RT_INT_FLOORDIV(out, a, b)                                                                 \
    RT_LIKELY(RT_BOTH_INT(a, b) && (int64_t)(b) > 1 &&                                             \
              ((out) = RT_INT(rt_word_floordiv(RT_INT_VALUE(a), RT_INT_VALUE(b)))))
#define RT_INT_MOD(out, a, b)                                                                      \
    RT_LIKELY(RT_BOTH_INT(a, b) && (int64_t)(b) > 1 &&                                             \
              ((out) = RT_INT(rt_word_mod(RT_INT_VALUE(a), RT_INT_VALUE(b)))))
#define RT_INT_AND(out, a, b) RT_LIKELY(RT_BOTH_INT(a, b) && ((out) = (a) & (b)))
#define RT_INT_OR(out, a, b) RT_LIKELY(RT_BOTH_INT(a, b) && ((out) = (a) | (b)))
#define RT_INT_XOR(out, a, b) RT_LIKELY(RT_BOTH_INT(a, b) && ((out) = ((a) ^ (b)) | 1))

/* Floor division and modulo as Python has them: towards minus infinity. b is not 0. */
static inline int64_t rt_word_floordiv(int64_t a, int64_t b)
{
    int64_t quotient = a / b;
    return quotient * b != a && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static inline int64_t rt_word_mod(int64_t a, int64_t b)
{
    int64_t rest = a % b;
    return rest && (rest < 0) != (b < 0) ? rest + b : rest;
}

/* The operators of anything, with the short way for ints. */
#define RT_BINARY_INLINE(name, OP)                                                                 \
    static inline rt_value name(rt_value a, rt_value b)                                            \
    {                                                                                              \
        rt_value result;                                                                           \
        return RT_INT_##OP(result, a, b) ? result : rt_binary(RT_##OP, a, b);                      \
    }
RT_BINARY_INLINE(rt_add, ADD)
RT_BINARY_INLINE(rt_sub, SUB)
RT_BINARY_INLINE(rt_mul, MUL)
RT_BINARY_INLINE(rt_floordiv, FLOORDIV)
RT_BINARY_INLINE(rt_mod, MOD)
RT_BINARY_INLINE(rt_and, AND)
RT_BINARY_INLINE(rt_or, OR)
RT_BINARY_INLINE(rt_xor, XOR)

/* The same for augmented assignment: a is consumed, which ints need not notice. */
#define RT_INPLACE_INLINE(name, plain, code)                                                       \
    static inline rt_value name(rt_value a, rt_value b)                                            \
    {                                                                                              \
        return RT_LIKELY(RT_BOTH_INT(a, b)) ? plain(a, b) : rt_inplace(code, a, b);                \
    }
RT_INPLACE_INLINE(rt_iadd, rt_add, RT_ADD)
RT_INPLACE_INLINE(rt_isub, rt_sub, RT_SUB)
RT_INPLACE_INLINE(rt_imul, rt_mul, RT_MUL)
RT_INPLACE_INLINE(rt_ifloordiv, rt_floordiv, RT_FLOORDIV)
RT_INPLACE_INLINE(rt_imod, rt_mod, RT_MOD)
RT_INPLACE_INLINE(rt_iand, rt_and, RT_AND)
RT_INPLACE_INLINE(rt_ior, rt_or, RT_OR)
RT_INPLACE_INLINE(rt_ixor, rt_xor, RT_XOR)

/* Comparison as a condition: 1, 0, or -1 for raised. Tagged ints compare as words. Macros, since
 * tcc does not inline; the operands are evaluated more than once. */
#define RT_COMPARE(a, op, b, code)                                                                 \
    (RT_LIKELY(RT_BOTH_INT(a, b)) ? (int64_t)(a)op(int64_t)(b) : rt_compare_truth(code, a, b))
#define rt_lt(a, b) RT_COMPARE(a, <, b, RT_LT)
#define rt_le(a, b) RT_COMPARE(a, <=, b, RT_LE)
#define rt_eq(a, b) RT_COMPARE(a, ==, b, RT_EQ)
#define rt_ne(a, b) RT_COMPARE(a, !=, b, RT_NE)
#define rt_gt(a, b) RT_COMPARE(a, >, b, RT_GT)
#define rt_ge(a, b) RT_COMPARE(a, >=, b, RT_GE)

/* b if it is less (greater) than a, else a. */
static inline rt_value rt_choose_less(rt_value a, rt_value b)
{
    int less = rt_lt(b, a);
    return less < 0 ? 0 : rt_retained(less ? b : a);
}

static inline rt_value rt_choose_greater(rt_value a, rt_value b)
{
    int greater = rt_gt(b, a);
    return greater < 0 ? 0 : rt_retained(greater ? b : a);
}

/* Comparison as a value: the same. `op` is a constant, so that one of the cases is left. */
static inline rt_value rt_compared(rt_compare_op op, rt_value a, rt_value b)
{
    int64_t x = (int64_t)a, y = (int64_t)b;
    if (RT_UNLIKELY(!RT_BOTH_INT(a, b))) return rt_compare(op, a, b);
    switch (op) {
    case RT_LT: return RT_BOOL(x < y);
    case RT_LE: return RT_BOOL(x <= y);
    case RT_EQ: return RT_BOOL(x == y);
    case RT_NE: return RT_BOOL(x != y);
    case RT_GT: return RT_BOOL(x > y);
    default: return RT_BOOL(x >= y);
    }
}

/* A tuple's own items stand behind its head; an instance of a subclass has its fields there, so its
 * items are in a block of their own. `items` points to either. */
typedef struct rt_tuple {
    rt_object head;
    uint32_t count;
    rt_value *items;
    rt_value inline_items[];
} rt_tuple;
#define RT_TUPLE(v) ((rt_tuple *)(v))

/* Item `index` of a tuple that has one. */
static inline rt_value rt_tuple_item(rt_value tuple, uint32_t index)
{
    return rt_retained(RT_TUPLE(tuple)->items[index]);
}

/* A tuple of exactly `count` items of v: itself, where it is one. */
static inline rt_value rt_unpack(rt_value v, uint32_t count)
{
    if (RT_LIKELY(!RT_IS_INT(v) && RT_OBJECT(v)->type == &rt_tuple_type &&
                  RT_TUPLE(v)->count == count))
        return rt_retained(v);
    return rt_unpack_any(v, count);
}

/* A list owns its items; `items` has room for `capacity` of them and is NULL while that is 0. */
typedef struct rt_list {
    rt_object head;
    uint32_t count, capacity;
    rt_value *items;
} rt_list;
#define RT_LIST(v) ((rt_list *)(v))

static inline bool rt_list_add(rt_value list, rt_value item) /* as rt_list_push */
{
    rt_list *l = RT_LIST(list);
    if (RT_UNLIKELY(l->count == l->capacity)) return rt_list_push(list, item);
    l->items[l->count++] = item;
    return true;
}

/* Iterators that read a sequence by index. */
typedef struct rt_sequence_iterator {
    rt_object head;
    rt_value source; /* 0 = exhausted */
    int64_t index;   /* of the next item */
} rt_sequence_iterator;

/* The next of what iter() of a list gave. */
static inline rt_value rt_list_next(rt_value iterator)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)iterator;
    if (RT_LIKELY(it->source && it->index < RT_LIST(it->source)->count))
        return rt_retained(RT_LIST(it->source)->items[it->index++]);
    return rt_next(iterator);
}

typedef struct rt_float {
    rt_object head;
    double number;
} rt_float;
#define RT_FLOAT_NUMBER(v) (((rt_float *)(v))->number) /* of a known float */

/* The attributes of an instance: a block indexed by the type's field_names; 0 = not set. */
typedef struct rt_fields {
    rt_value *items;
    uint32_t count;
    uint32_t inside; /* the block is the instance's own: rt_instance.own */
} rt_fields;

typedef struct rt_type_head { /* how every type begins */
    rt_object head;
    uint32_t version;
    uint16_t fields_offset;
    uint16_t own_fields; /* how many fields an instance has room for in itself */
} rt_type_head;

/* An instance of a class that is laid out (ir/layout.h): attribute k is own[k], 0 = not set, or not
 * here: an instance whose __dict__ was asked for, or that got attributes which its class was not
 * laid out for, keeps none in itself. */
typedef struct rt_instance {
    rt_object head;
    rt_fields fields;
    rt_value own[];
} rt_instance;
#define RT_IS_NOT_NONE(v, name) (RT_LIKELY((v) != RT_NONE) || rt_raise_attribute_of_none(name))
#define RT_FIELD(object, index) (((rt_instance *)(object))->own[index])
#define RT_KEEPS_FIELDS(object) (((rt_instance *)(object))->fields.inside)

/* The quotient of two ints: that of doubles where they hold both. */
#define RT_FITS_DOUBLE(v) ((uint64_t)(RT_INT_VALUE(v) + ((int64_t)1 << 53)) <= (uint64_t)1 << 54)
static inline bool rt_int_divide(rt_value a, rt_value b, double *out)
{
    bool fits = RT_BOTH_INT(a, b) && RT_FITS_DOUBLE(a) && RT_FITS_DOUBLE(b) && b != RT_INT(0);
    if (RT_UNLIKELY(!fits)) return rt_int_divide_slow(a, b, out);
    *out = (double)RT_INT_VALUE(a) / (double)RT_INT_VALUE(b);
    return true;
}

/* `out` = field `index`, which is attribute `name`; with a reference, or of what is not counted or
 * only looked at. False: raised. */
#define RT_GET_VALUE_FIELD(out, object, index, name)                                               \
    (RT_LIKELY(((out) = RT_FIELD(object, index)) != 0) ? RT_IS_INT(out) || ++RT_OBJECT(out)->refs  \
                                                       : ((out) = rt_getattr(object, name)) != 0)
#define RT_GET_PLAIN_FIELD(out, object, index, name)                                               \
    (RT_LIKELY(((out) = RT_FIELD(object, index)) != 0) ||                                          \
     ((out) = rt_getattr_kept(object, name)) != 0)

/* Consumes v. */
static inline bool rt_set_field(rt_value object, uint32_t index, rt_value name, rt_value v)
{
    if (RT_UNLIKELY(!RT_KEEPS_FIELDS(object))) return rt_setattr_consume(object, name, v);
    rt_value old = RT_FIELD(object, index);
    RT_FIELD(object, index) = v;
    RT_RELEASE_OPT(old);
    return true;
}
/* Where neither v nor what is there can be counted. */
#define RT_SET_PLAIN_FIELD(object, index, name, v)                                                 \
    (RT_LIKELY(RT_KEEPS_FIELDS(object)) ? (RT_FIELD(object, index) = (v), true)                    \
                                        : rt_setattr(object, name, v))

/* What an operation on an attribute remembers: in that state of a type, the attribute is that field
 * of its instances. */
struct rt_site {
    uint32_t version, field;
};

/* What a call of a method remembers: in that state of a type, the method is `target`, which takes
 * the call's arguments as they are (value/call_site.c). */
struct rt_call_site {
    uint32_t version;
    uint32_t is_native; /* an rt_native_def; else an rt_function of the program's */
    const void *target;
};

/* The field where the site knows it and it is set, else NULL. */
static inline rt_value *rt_field_at(rt_value object, const rt_site *site)
{
    if (RT_UNLIKELY(RT_IS_INT(object))) return NULL;
    const rt_type_head *type = (const rt_type_head *)RT_OBJECT(object)->type;
    if (RT_UNLIKELY(type->version != site->version)) return NULL;
    const rt_fields *fields = (const rt_fields *)((char *)object + type->fields_offset);
    bool is_set = site->field < fields->count && fields->items[site->field];
    return RT_LIKELY(is_set) ? &fields->items[site->field] : NULL;
}

/* Which of `codes`, ended by NULL, is the method of a known instance: by index; their number where
 * it is none of them. Only for names that no field of an instance has. */
static inline uint32_t rt_method_at(rt_value object, rt_value name, rt_site *site,
                                    const rt_code *const *codes)
{
    const rt_type_head *type = (const rt_type_head *)RT_OBJECT(object)->type;
    if (RT_LIKELY(type->version == site->version)) return site->field;
    return rt_method_site(object, name, site, codes);
}

/* getattr and setattr with the short way to a field. */
static inline rt_value rt_getattr_at(rt_value object, rt_value name, rt_site *site)
{
    const rt_value *field = rt_field_at(object, site);
    return RT_LIKELY(field != NULL) ? rt_retained(*field) : rt_getattr_site(object, name, site);
}

static inline bool rt_setattr_at(rt_value object, rt_value name, rt_value v, rt_site *site)
{
    rt_value *field = rt_field_at(object, site);
    if (RT_UNLIKELY(!field)) return rt_setattr_site(object, name, v, site);
    rt_value old = *field;
    RT_RETAIN(v);
    *field = v;
    RT_RELEASE(old);
    return true;
}

/* Of an attribute that can only hold a float. */
static inline bool rt_getattr_float_at(rt_value object, rt_value name, rt_site *site, double *out)
{
    const rt_value *field = rt_field_at(object, site);
    if (RT_LIKELY(field != NULL)) {
        *out = RT_FLOAT_NUMBER(*field);
        return true;
    }
    rt_value v = rt_getattr_site(object, name, site);
    if (!v) return false;
    *out = RT_FLOAT_NUMBER(v);
    RT_RELEASE(v);
    return true;
}

/* The same of a field. */
#define RT_GET_FLOAT_FIELD(out, object, index, name)                                               \
    (RT_LIKELY(RT_FIELD(object, index) != 0)                                                       \
         ? ((out) = RT_FLOAT_NUMBER(RT_FIELD(object, index)), true)                                \
         : rt_getattr_float(object, name, &(out)))
#define RT_SET_FLOAT_FIELD(object, index, name, v)                                                 \
    (RT_LIKELY(RT_FIELD(object, index) && RT_OBJECT(RT_FIELD(object, index))->refs == 1)           \
         ? (RT_FLOAT_NUMBER(RT_FIELD(object, index)) = (v), true)                                  \
         : rt_set_field(object, index, name, rt_float_new(v)))

/* Of a float: one that nobody else has is written over. */
static inline bool rt_setattr_float_at(rt_value object, rt_value name, double number, rt_site *site)
{
    rt_value *field = rt_field_at(object, site);
    if (RT_LIKELY(field && !RT_IS_INT(*field) && RT_OBJECT(*field)->type == &rt_float_type &&
                  RT_OBJECT(*field)->refs == 1)) {
        ((rt_float *)*field)->number = number;
        return true;
    }
    rt_value v = rt_float_new(number);
    bool done = rt_setattr_at(object, name, v, site);
    RT_RELEASE(v);
    return done;
}

/* Items of known lists by words; what is not in 0..count-1 counts from the end or raises. */
#define RT_ITEM(list, index) RT_LIST(list)->items[index]
#define RT_HAS_ITEM(list, index) RT_LIKELY((uint64_t)(index) < RT_LIST(list)->count)

/* `out` = the item; with a reference, or of what is not counted or only looked at. False:
 * raised. */
#define RT_LIST_AT_VALUE(out, list, index)                                                         \
    (RT_HAS_ITEM(list, index)                                                                      \
         ? ((out) = RT_ITEM(list, index), RT_IS_INT(out) || ++RT_OBJECT(out)->refs)                \
         : ((out) = rt_list_at(list, index)) != 0)
#define RT_LIST_AT_PLAIN(out, list, index)                                                         \
    (RT_HAS_ITEM(list, index) ? ((out) = RT_ITEM(list, index), true)                               \
                              : ((out) = rt_list_at_kept(list, index)) != 0)
#define RT_LIST_AT_FLOAT(out, list, index)                                                         \
    (RT_HAS_ITEM(list, index) ? ((out) = RT_FLOAT_NUMBER(RT_ITEM(list, index)), true)              \
                              : rt_list_at_float(list, index, &(out)))

/* The item = v, which is consumed. False: raised. */
static inline bool rt_list_put_inline(rt_value list, int64_t index, rt_value v)
{
    if (!RT_HAS_ITEM(list, index)) return rt_list_put(list, index, v);
    rt_value old = RT_ITEM(list, index);
    RT_ITEM(list, index) = v;
    RT_RELEASE(old);
    return true;
}
#define RT_LIST_PUT_PLAIN(list, index, v)                                                          \
    (RT_HAS_ITEM(list, index) ? (RT_ITEM(list, index) = (v), true) : rt_list_put(list, index, v))
/* Of floats: one that nobody else has is written over. */
#define RT_LIST_PUT_FLOAT(list, index, v)                                                          \
    (RT_HAS_ITEM(list, index) && RT_OBJECT(RT_ITEM(list, index))->refs == 1                        \
         ? (RT_FLOAT_NUMBER(RT_ITEM(list, index)) = (v), true)                                     \
         : rt_list_put_inline(list, index, rt_float_new(v)))

/* The same where the index may be any int. */
#define RT_IS_INDEX(list, index) (RT_IS_INT(index) && RT_HAS_ITEM(list, RT_INT_VALUE(index)))

static inline rt_value rt_list_get(rt_value list, rt_value index)
{
    if (RT_LIKELY(RT_IS_INDEX(list, index))) return rt_retained(RT_ITEM(list, RT_INT_VALUE(index)));
    return rt_getitem(list, index);
}

static inline bool rt_list_set_plain(rt_value list, rt_value index, rt_value v)
{
    if (RT_UNLIKELY(!RT_IS_INDEX(list, index))) return rt_setitem(list, index, v);
    RT_ITEM(list, RT_INT_VALUE(index)) = v;
    return true;
}

static inline bool rt_list_set(rt_value list, rt_value index, rt_value v)
{
    if (RT_UNLIKELY(!RT_IS_INDEX(list, index))) return rt_setitem(list, index, v);
    rt_value *item = &RT_ITEM(list, RT_INT_VALUE(index)), old = *item;
    RT_RETAIN(v);
    *item = v;
    RT_RELEASE(old);
    return true;
}

/* The begin and the end of an except block: `handled` is what the block handles; the result is what
 * was being handled before (owned, may be 0), which rt_leave_handler (consumes it) puts back. */
static inline rt_value rt_enter_handler(rt_value exception)
{
    rt_value outer = rt_state.handled;
    RT_RETAIN(exception);
    rt_state.handled = exception;
    return outer;
}

static inline void rt_leave_handler(rt_value outer)
{
    rt_value inner = rt_state.handled;
    rt_state.handled = outer;
    RT_RELEASE_OPT(inner);
}

/* A variable shared by a function and its closures. */
typedef struct rt_cell {
    rt_object head;
    rt_value value; /* 0 = unbound */
} rt_cell;
#define RT_CELL(v) ((rt_cell *)(v))

/* Replaces a variable's value; consumes v, which may be 0 (unset). */
static inline void rt_store(rt_value *variable, rt_value v)
{
    rt_value old = *variable;
    *variable = v;
    RT_RELEASE_OPT(old);
}

/* Reads of variables that may be unset; `name` is for the message. */
static inline rt_value rt_load_global(rt_value v, rt_value name)
{
    if (RT_LIKELY(v != 0))
        RT_RETAIN(v);
    else
        rt_raise_name_error(name);
    return v;
}

static inline rt_value rt_load_cell(rt_value cell, rt_value name)
{
    rt_value v = RT_CELL(cell)->value;
    if (RT_LIKELY(v != 0))
        RT_RETAIN(v);
    else
        rt_raise_unbound_local(name);
    return v;
}

/* What it holds, owned, or 0. */
static inline rt_value rt_cell_get(rt_value cell)
{
    rt_value v = RT_CELL(cell)->value;
    RT_RETAIN_OPT(v);
    return v;
}

static inline rt_value rt_load_free(rt_value cell, rt_value name)
{
    rt_value v = RT_CELL(cell)->value;
    if (RT_LIKELY(v != 0))
        RT_RETAIN(v);
    else
        rt_raise_unbound_free(name);
    return v;
}

/* A coroutine, generator or async generator as an object: the frame follows the head. */
typedef struct rt_coro {
    rt_object head;
    rt_frame *leaf;  /* where to go on when it is driven by hand; == frame at first */
    rt_value name;   /* 0: the code's name */
    uint32_t status; /* sched/coro.h */
    uint32_t flags;
    rt_value handled; /* rt_state.handled where it is suspended; owned */
    rt_value extra;   /* what the object's kind keeps: sched/coro.h */
    rt_frame frame;   /* last: code->frame_size bytes are allocated */
} rt_coro;
#define RT_CORO(v) ((rt_coro *)(v))
#define RT_CORO_FRAME(v) (&RT_CORO(v)->frame)

/* In generated C v is a variable; tcc does not inline. */
#if defined(ASYNCC_GENERATED) || defined(ASYNCC_JIT)
#define rt_retained(v) ((void)(RT_IS_INT(v) || ++RT_OBJECT(v)->refs), (v))
#endif

#endif
