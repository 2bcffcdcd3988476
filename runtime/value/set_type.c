/* set_type.c: the types set and frozenset, and the iterator over both. */
#include "value/arguments.h"
#include "value/builder.h"
#include "value/iterator.h"
#include "value/set.h"

/* ---- construction */

static rt_value set_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_takes_arguments(cls, &rt_set_type)) return rt_set_make(cls);
    if (!rt_no_keywords("set", args) || !rt_count_between("set", args, 0, 1)) return 0;
    return args->positional ? rt_set_make_from(cls, args->values[0]) : rt_set_make(cls);
}

static rt_value frozenset_construct(rt_type *cls, const rt_args *args)
{
    bool exact = cls == &rt_frozenset_type;
    if (exact && !rt_no_keywords("frozenset", args)) return 0;
    if (!rt_count_between("frozenset", args, 0, 1)) return 0;
    if (args->positional == 0) return rt_set_make(cls);
    rt_value source = args->values[0];
    if (exact && RT_TYPE(source) == &rt_frozenset_type) return rt_retained(source);
    return rt_set_make_from(cls, source);
}

/* ---- items, comparison, operators */

static int64_t set_length(rt_value self)
{
    return RT_SET(self)->used;
}

static int set_contains(rt_value self, rt_value key)
{
    return rt_set_has(RT_SET(self), key);
}

/* Subset order: not total, so each operator is asked for on its own. */
static rt_value set_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_ANY_SET(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    uint32_t left = RT_SET(self)->used, right = RT_SET(other)->used;
    int answer = 0;
    switch (op) {
    case RT_EQ: answer = left == right ? rt_set_is_subset(self, other) : 0; break;
    case RT_NE:
        answer = left == right ? rt_set_is_subset(self, other) : 0;
        if (answer >= 0) answer = !answer;
        break;
    case RT_LE: answer = rt_set_is_subset(self, other); break;
    case RT_GE: answer = rt_set_is_subset(other, self); break;
    case RT_LT: answer = left < right ? rt_set_is_subset(self, other) : 0; break;
    case RT_GT: answer = left > right ? rt_set_is_subset(other, self) : 0; break;
    }
    return answer < 0 ? 0 : rt_retained(RT_BOOL(answer));
}

static rt_value set_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (!RT_IS_ANY_SET(a) || !RT_IS_ANY_SET(b)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_type *cls = RT_IS_SET(a) ? &rt_set_type : &rt_frozenset_type;
    switch (op) {
    case RT_OR: return rt_set_unite(cls, a, b);
    case RT_AND: return rt_set_intersect(cls, a, b);
    case RT_SUB: return rt_set_subtract(cls, a, b);
    case RT_XOR: return rt_set_symmetric_difference(a, b);
    default: return rt_retained(RT_NOT_IMPLEMENTED);
    }
}

static rt_value set_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (!RT_IS_ANY_SET(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    rt_set *set = RT_SET(self);
    bool fine;
    switch (op) {
    case RT_OR: fine = rt_set_update_from(set, other); break;
    case RT_AND: fine = rt_set_intersect_update(set, other); break;
    case RT_SUB: fine = rt_set_difference_update(set, other); break;
    case RT_XOR: fine = rt_set_symmetric_update(set, other); break;
    default: return rt_retained(RT_NOT_IMPLEMENTED);
    }
    return fine ? rt_retained(self) : 0;
}

/* ---- hash of a frozenset, independent of the order of keys; as CPython computes it */

static uint64_t shuffled(uint64_t hash)
{
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

static int64_t frozenset_hash(rt_value self)
{
    rt_set *set = RT_SET(self);
    if (set->hash != -1) return set->hash;
    uint64_t mixed = 0, cursor = 0;
    rt_set_entry *entry;
    while ((entry = rt_set_next_entry(set, &cursor))) mixed ^= shuffled((uint64_t)entry->hash);
    mixed ^= ((uint64_t)set->used + 1) * 1927868237u;
    mixed ^= (mixed >> 11) ^ (mixed >> 25);
    mixed = mixed * 69069u + 907133923u;
    set->hash = mixed == UINT64_MAX ? 590923713 : (int64_t)mixed;
    return set->hash;
}

/* ---- text */

static void add_keys(rt_builder *text, rt_set *set)
{
    uint64_t cursor = 0;
    rt_set_entry *entry;
    for (bool first = true; !text->failed && (entry = rt_set_next_entry(set, &cursor));
         first = false) {
        if (!first) rt_builder_add_c(text, ", ");
        rt_value key = rt_retained(entry->key);
        rt_builder_add_repr(text, key);
        RT_RELEASE(key);
    }
}

static rt_value set_repr(rt_value self)
{
    rt_set *set = RT_SET(self);
    bool named = RT_TYPE(self) != &rt_set_type;
    if (set->used == 0) return rt_str_format("%T()", self);
    if (!rt_repr_enter(self)) return rt_str_format("%T(...)", self);
    rt_builder text;
    rt_builder_init(&text);
    if (named) rt_builder_add_c(&text, RT_TYPE(self)->name);
    rt_builder_add_c(&text, named ? "({" : "{");
    add_keys(&text, set);
    rt_builder_add_c(&text, named ? "})" : "}");
    rt_repr_leave();
    return rt_builder_finish(&text);
}

/* ---- iteration */

typedef struct set_iterator {
    rt_object head;
    rt_value set; /* 0 once exhausted */
    uint64_t cursor;
    uint32_t used; /* the set's size when iteration began; UINT32_MAX = it was changed */
    uint32_t left;
} set_iterator;

static rt_value set_iter(rt_value self)
{
    set_iterator *it = rt_object_new(&rt_set_iterator_type, sizeof *it);
    it->set = rt_retained(self);
    it->used = it->left = RT_SET(self)->used;
    return (rt_value)it;
}

static rt_value iterator_next(rt_value self)
{
    set_iterator *it = (set_iterator *)self;
    if (!it->set) return 0;
    if (it->used != RT_SET(it->set)->used) {
        it->used = UINT32_MAX; /* raises again, whatever the size will be */
        return rt_raise_format(&rt_exc_RuntimeError, "Set changed size during iteration");
    }
    rt_set_entry *entry = rt_set_next_entry(RT_SET(it->set), &it->cursor);
    if (entry) {
        it->left--;
        return rt_retained(entry->key);
    }
    rt_value set = it->set;
    it->set = 0;
    RT_RELEASE(set);
    return 0;
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

static rt_value iterator_length_hint(rt_value self)
{
    set_iterator *it = (set_iterator *)self;
    return RT_INT(it->set && it->used == RT_SET(it->set)->used ? it->left : 0);
}

static void iterator_dealloc(rt_object *self)
{
    set_iterator *it = (set_iterator *)self;
    RT_RELEASE_OPT(it->set);
    rt_free(it, sizeof *it);
}

static void iterator_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    set_iterator *it = (set_iterator *)self;
    if (it->set) visit(it->set, context);
}

static const rt_native_def iterator_methods[] = {
    {"__length_hint__", "", (void (*)(void))iterator_length_hint, 1, 1}, {0}};

rt_type rt_set_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "set_iterator",
    .size = sizeof(set_iterator),
    .base = &rt_object_type,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
    .iter = iterator_iter,
    .next = iterator_next,
    .methods = iterator_methods,
};

/* ---- the types */

static void set_dealloc(rt_object *self)
{
    rt_set_drop_keys((rt_set *)self);
    rt_free(self, self->type->size);
}

static void set_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    uint64_t cursor = 0;
    rt_set_entry *entry;
    while ((entry = rt_set_next_entry((rt_set *)self, &cursor))) visit(entry->key, context);
}

static void set_clear(rt_object *self)
{
    rt_set_drop_keys((rt_set *)self);
}

RT_METHODS(set) = {
#include "lib/set.def"
    RT_METHODS_END};

RT_METHODS(frozenset) = {
#include "lib/frozenset.def"
    RT_METHODS_END};

#define SET_TYPE(symbol, type_name, ...)                                                           \
    rt_type symbol = {.head = RT_TYPE_HEAD,                                                        \
                      .name = type_name,                                                           \
                      .size = sizeof(rt_set),                                                      \
                      .base = &rt_object_type,                                                     \
                      .dealloc = set_dealloc,                                                      \
                      .traverse = set_traverse,                                                    \
                      .clear = set_clear,                                                          \
                      .repr = set_repr,                                                            \
                      .compare = set_compare,                                                      \
                      .binary = set_binary,                                                        \
                      .length = set_length,                                                        \
                      .contains = set_contains,                                                    \
                      .iter = set_iter,                                                            \
                      __VA_ARGS__}
SET_TYPE(rt_set_type, "set", .construct = set_construct, .inplace = set_inplace,
         .methods = rt_set_methods);
SET_TYPE(rt_frozenset_type, "frozenset", .construct = frozenset_construct, .hash = frozenset_hash,
         .methods = rt_frozenset_methods);
