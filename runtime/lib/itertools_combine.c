/* itertools_combine.c: itertools' product, permutations, combinations and
 * combinations_with_replacement: each steps a row of indices into its pools in lexicographic
 * order. */
#include "lib/itertools.h"
#include "value/arguments.h"
#include "value/int.h"
#include "value/list.h"
#include "value/tuple.h"

typedef struct combiner {
    rt_object head;
    rt_value pools;    /* product: a tuple of tuples, one a place; else the one pool, a tuple */
    uint32_t count;    /* places of a result */
    uint32_t size;     /* of `indices` */
    uint32_t *indices; /* permutations: of the whole pool, the first `count` make the result */
    uint32_t *cycles;  /* permutations: how often each place can still move; `count` of them */
    bool started, done;
} combiner;
#define COMBINER(v) ((combiner *)(v))

/* Consumes the pools. */
static combiner *combiner_new(rt_type *cls, rt_value pools, uint32_t count, uint32_t size)
{
    combiner *c = rt_object_new(cls, cls->size);
    c->pools = pools;
    c->count = count;
    c->size = size;
    if (size)
        c->indices = memset(rt_alloc(size * sizeof *c->indices), 0, size * sizeof *c->indices);
    return c;
}

static void combiner_dealloc(rt_object *self)
{
    combiner *c = COMBINER(self);
    RT_RELEASE(c->pools);
    if (c->indices) rt_free(c->indices, c->size * sizeof *c->indices);
    if (c->cycles) rt_free(c->cycles, c->count * sizeof *c->cycles);
    rt_free(c, self->type->size);
}

static void combiner_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit(COMBINER(self)->pools, context);
}

static rt_value combiner_iter(rt_value self)
{
    return rt_retained(self);
}

/* The tuple that the indices stand for now. */
static rt_value result_of(const combiner *c, bool own_pools)
{
    rt_value result = rt_tuple_new(c->count);
    for (uint32_t i = 0; i < c->count; i++) {
        rt_tuple *pool = RT_TUPLE(own_pools ? RT_TUPLE(c->pools)->items[i] : c->pools);
        RT_TUPLE(result)->items[i] = rt_retained(pool->items[c->indices[i]]);
    }
    return result;
}

/* The first result is what the indices begin with; the others come by stepping. */
static rt_value next_by(rt_value self, bool (*step)(combiner *), bool own_pools)
{
    combiner *c = COMBINER(self);
    if (!c->done && c->started) c->done = !step(c);
    c->started = true;
    return c->done ? 0 : result_of(c, own_pools);
}

#define COMBINER_TYPE(symbol, type_name, construct_function, next_function)                        \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = "itertools." type_name,                                                            \
        .size = sizeof(combiner),                                                                  \
        .base = &rt_object_type,                                                                   \
        .dealloc = combiner_dealloc,                                                               \
        .traverse = combiner_traverse,                                                             \
        .construct = construct_function,                                                           \
        .iter = combiner_iter,                                                                     \
        .next = next_function,                                                                     \
    }

/* ---- product(*iterables, repeat=1) */

static bool repeat_argument(const rt_args *args, int64_t *repeat)
{
    *repeat = 1;
    for (uint32_t i = 0; i < args->named; i++) {
        if (rt_equal(args->names[i], RT_NAME("repeat")) != 1)
            return rt_raise_format(&rt_exc_TypeError,
                                   "'%V' is an invalid keyword argument for product()",
                                   args->names[i]);
        if (!rt_to_i64(args->values[args->positional + i], repeat)) return false;
    }
    if (*repeat < 0)
        return rt_raise_format(&rt_exc_ValueError, "repeat argument cannot be negative");
    if (args->positional && *repeat > UINT32_MAX / args->positional)
        return rt_raise_format(&rt_exc_OverflowError, "repeat argument too large");
    return true;
}

static rt_value product_construct(rt_type *cls, const rt_args *args)
{
    int64_t repeat;
    if (!repeat_argument(args, &repeat)) return 0;
    uint32_t given = args->positional, count = (uint32_t)(repeat * given);
    rt_value pools = rt_list_new(count);
    for (uint32_t i = 0; i < count; i++) {
        rt_value pool = i < given ? rt_tuple_from(args->values[i])
                                  : rt_retained(RT_LIST(pools)->items[i - given]);
        if (!pool) {
            RT_RELEASE(pools);
            return 0;
        }
        rt_list_push(pools, pool);
    }
    combiner *c = combiner_new(cls, rt_list_to_tuple(pools), count, count);
    for (uint32_t i = 0; i < count; i++)
        if (RT_TUPLE(RT_TUPLE(c->pools)->items[i])->count == 0) c->done = true;
    return (rt_value)c;
}

static bool product_step(combiner *c)
{
    for (uint32_t i = c->count; i-- > 0;) {
        if (++c->indices[i] < RT_TUPLE(RT_TUPLE(c->pools)->items[i])->count) return true;
        c->indices[i] = 0;
    }
    return false;
}

static rt_value product_next(rt_value self)
{
    return next_by(self, product_step, true);
}

COMBINER_TYPE(rt_product_type, "product", product_construct, product_next);

/* ---- combinations(iterable, r), combinations_with_replacement(iterable, r) */

static bool length_argument(rt_value r, int64_t *length)
{
    if (!rt_to_i64(r, length)) return false;
    return *length >= 0 || rt_raise_format(&rt_exc_ValueError, "r must be non-negative");
}

static combiner *combinations_make(rt_type *cls, const char *name, const rt_args *args)
{
    static const char *const names[] = {"iterable", "r"};
    rt_value given[2];
    int64_t length;
    if (!rt_arguments_bind(name, names, 2, 2, args, given)) return NULL;
    rt_value pool = rt_tuple_from(given[0]);
    if (!pool) return NULL;
    if (!length_argument(given[1], &length)) {
        RT_RELEASE(pool);
        return NULL;
    }
    bool too_long = length > RT_TUPLE(pool)->count && cls != &rt_combinations_with_replacement_type;
    combiner *c =
        combiner_new(cls, pool, too_long ? 0 : (uint32_t)length, too_long ? 0 : (uint32_t)length);
    c->done = too_long || (length > 0 && RT_TUPLE(pool)->count == 0);
    return c;
}

static rt_value combinations_construct(rt_type *cls, const rt_args *args)
{
    combiner *c = combinations_make(cls, "combinations", args);
    for (uint32_t i = 0; c && i < c->count; i++) c->indices[i] = i;
    return (rt_value)c;
}

/* The last index that has room moves on; those behind it follow in a row. */
static bool combinations_step(combiner *c)
{
    uint32_t spare = RT_TUPLE(c->pools)->count - c->count, i = c->count;
    while (i > 0 && c->indices[i - 1] == spare + i - 1) i--;
    if (i == 0) return false;
    uint32_t index = ++c->indices[i - 1];
    for (; i < c->count; i++) c->indices[i] = ++index;
    return true;
}

static rt_value combinations_next(rt_value self)
{
    return next_by(self, combinations_step, false);
}

COMBINER_TYPE(rt_combinations_type, "combinations", combinations_construct, combinations_next);

static rt_value replacement_construct(rt_type *cls, const rt_args *args)
{
    return (rt_value)combinations_make(cls, "combinations_with_replacement", args);
}

static bool replacement_step(combiner *c)
{
    uint32_t last = RT_TUPLE(c->pools)->count - 1, i = c->count;
    while (i > 0 && c->indices[i - 1] == last) i--;
    if (i == 0) return false;
    uint32_t index = c->indices[i - 1] + 1;
    for (i--; i < c->count; i++) c->indices[i] = index;
    return true;
}

static rt_value replacement_next(rt_value self)
{
    return next_by(self, replacement_step, false);
}

COMBINER_TYPE(rt_combinations_with_replacement_type, "combinations_with_replacement",
              replacement_construct, replacement_next);

/* ---- permutations(iterable, r=None) */

static void init_permutations(combiner *c)
{
    for (uint32_t i = 0; i < c->size; i++) c->indices[i] = i;
    if (c->count == 0) return;
    c->cycles = rt_alloc(c->count * sizeof *c->cycles);
    for (uint32_t i = 0; i < c->count; i++) c->cycles[i] = c->size - i;
}

static rt_value permutations_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"iterable", "r"};
    rt_value given[2];
    if (!rt_arguments_bind("permutations", names, 1, 2, args, given)) return 0;
    rt_value pool = rt_tuple_from(given[0]);
    if (!pool) return 0;
    uint32_t size = RT_TUPLE(pool)->count;
    int64_t length = size;
    bool fine = true;
    if (given[1] && given[1] != RT_NONE) {
        fine = rt_is_int(given[1]) || rt_raise_format(&rt_exc_TypeError, "Expected int as r");
        fine = fine && length_argument(given[1], &length);
    }
    if (!fine) {
        RT_RELEASE(pool);
        return 0;
    }
    combiner *c = combiner_new(cls, pool, length > size ? 0 : (uint32_t)length, size);
    c->done = length > size;
    init_permutations(c);
    return (rt_value)c;
}

static void rotate_left(uint32_t *indices, uint32_t count)
{
    uint32_t first = indices[0];
    memmove(indices, indices + 1, (count - 1) * sizeof *indices);
    indices[count - 1] = first;
}

/* The last place that can still move takes the next index behind it; those that cannot are wound
 * back. */
static bool permutations_step(combiner *c)
{
    for (uint32_t i = c->count; i-- > 0;) {
        if (--c->cycles[i] == 0) {
            rotate_left(c->indices + i, c->size - i);
            c->cycles[i] = c->size - i;
            continue;
        }
        uint32_t other = c->size - c->cycles[i], index = c->indices[i];
        c->indices[i] = c->indices[other];
        c->indices[other] = index;
        return true;
    }
    return false;
}

static rt_value permutations_next(rt_value self)
{
    return next_by(self, permutations_step, false);
}

COMBINER_TYPE(rt_permutations_type, "permutations", permutations_construct, permutations_next);
