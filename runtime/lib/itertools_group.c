/* itertools_group.c: itertools' groupby and tee. */
#include "lib/itertools.h"
#include "value/arguments.h"
#include "value/int.h"
#include "value/tuple.h"

static rt_value self_iter(rt_value self)
{
    return rt_retained(self);
}

/* ---- groupby(iterable, key=None) */

typedef struct groupby {
    rt_object head;
    rt_value source;         /* the iterator */
    rt_value function;       /* 0 = the items themselves are the keys */
    rt_value item, item_key; /* read ahead: what comes next; 0 = nothing read yet, or used up */
    rt_value group_key;      /* of the group that was given out last; 0 = none yet */
    struct grouper *current; /* that group, as long as it lives and is the last one; uncounted */
} groupby;

typedef struct grouper { /* the items of one group */
    rt_object head;
    rt_value parent;
    rt_value key;
} grouper;

static rt_value groupby_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"iterable", "key"};
    rt_value given[2];
    if (!rt_arguments_bind("groupby", names, 1, 2, args, given)) return 0;
    rt_value source = rt_iter(given[0]);
    if (!source) return 0;
    groupby *g = rt_object_new(cls, cls->size);
    g->source = source;
    g->function = given[1] && given[1] != RT_NONE ? rt_retained(given[1]) : 0;
    return (rt_value)g;
}

static void replace(rt_value *slot, rt_value v)
{
    rt_value old = *slot;
    *slot = v;
    RT_RELEASE_OPT(old);
}

/* Reads the next item and its key; false = the end, or raised. */
static bool read_ahead(groupby *g)
{
    rt_value item = rt_next(g->source);
    if (!item) return false;
    rt_value key = g->function ? rt_call1(g->function, item) : rt_retained(item);
    if (!key) {
        RT_RELEASE(item);
        return false;
    }
    replace(&g->item, item);
    replace(&g->item_key, key);
    return true;
}

/* Skips what is left of the last group; false = the end, or raised. */
static bool skip_group(groupby *g)
{
    while (g->item_key && g->group_key) {
        int same = rt_equal(g->group_key, g->item_key);
        if (same <= 0) return same == 0;
        if (!read_ahead(g)) return false;
    }
    return g->item_key || read_ahead(g);
}

static rt_value groupby_next(rt_value self)
{
    groupby *g = (groupby *)self;
    g->current = NULL;
    if (!g->source || !skip_group(g)) return 0;
    replace(&g->group_key, rt_retained(g->item_key));
    grouper *group = rt_object_new(&rt_grouper_type, sizeof *group);
    group->parent = rt_retained(self);
    group->key = rt_retained(g->group_key);
    g->current = group;
    return rt_tuple_of(2, (rt_value[]){rt_retained(g->group_key), (rt_value)group});
}

/* A group ends where the next item has another key, and where a later group was asked for. */
static rt_value grouper_next(rt_value self)
{
    grouper *group = (grouper *)self;
    groupby *g = (groupby *)group->parent;
    if (!g || g->current != group) return 0;
    if (!g->item && !read_ahead(g)) return 0;
    int same = rt_equal(group->key, g->item_key);
    if (same <= 0) return 0;
    rt_value item = g->item;
    g->item = 0; /* its key stays: it tells which group has begun */
    return item;
}

static void groupby_clear(rt_object *self)
{
    groupby *g = (groupby *)self;
    replace(&g->source, 0);
    replace(&g->function, 0);
    replace(&g->item, 0);
    replace(&g->item_key, 0);
    replace(&g->group_key, 0);
}

static void groupby_dealloc(rt_object *self)
{
    groupby_clear(self);
    rt_free(self, self->type->size);
}

static void groupby_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    groupby *g = (groupby *)self;
    const rt_value members[] = {g->source, g->function, g->item, g->item_key, g->group_key};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (members[i]) visit(members[i], context);
}

static void grouper_clear(rt_object *self)
{
    grouper *group = (grouper *)self;
    groupby *g = (groupby *)group->parent;
    if (g && g->current == group) g->current = NULL;
    replace(&group->parent, 0);
    replace(&group->key, 0);
}

static void grouper_dealloc(rt_object *self)
{
    grouper_clear(self);
    rt_free(self, sizeof(grouper));
}

static void grouper_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    grouper *group = (grouper *)self;
    if (group->parent) visit(group->parent, context);
    if (group->key) visit(group->key, context);
}

rt_type rt_groupby_type = {
    .head = RT_TYPE_HEAD,
    .name = "itertools.groupby",
    .size = sizeof(groupby),
    .base = &rt_object_type,
    .dealloc = groupby_dealloc,
    .traverse = groupby_traverse,
    .clear = groupby_clear,
    .construct = groupby_construct,
    .iter = self_iter,
    .next = groupby_next,
};

rt_type rt_grouper_type = {
    .head = RT_TYPE_HEAD,
    .name = "itertools._grouper",
    .size = sizeof(grouper),
    .base = &rt_object_type,
    .dealloc = grouper_dealloc,
    .traverse = grouper_traverse,
    .clear = grouper_clear,
    .iter = self_iter,
    .next = grouper_next,
};

/* ---- tee(iterable, n=2): iterators that walk one list of cells, which the first of them to come
 * to the end fills from the source. A cell goes when the last iterator has left it. */

typedef struct tee_data {
    rt_object head;
    rt_value source;
    rt_value item; /* 0 = not read yet */
    rt_value next; /* the following cell; 0 = none yet */
} tee_data;
#define TEE_DATA(v) ((tee_data *)(v))

typedef struct tee {
    rt_object head;
    rt_value cell;
} tee;

static rt_value cell_new(rt_value source)
{
    tee_data *cell = rt_object_new(&rt_tee_data_type, sizeof *cell);
    cell->source = rt_retained(source);
    return (rt_value)cell;
}

static rt_value tee_at(rt_value cell)
{
    tee *it = rt_object_new(&rt_tee_type, sizeof *it);
    it->cell = rt_retained(cell);
    return (rt_value)it;
}

static rt_value tee_next(rt_value self)
{
    tee *it = (tee *)self;
    tee_data *cell = TEE_DATA(it->cell);
    if (!cell) return 0;
    if (!cell->item) {
        rt_value item = cell->source ? rt_next(cell->source) : 0;
        if (!item) return 0;
        cell->item = item;
        cell->next = cell_new(cell->source);
    }
    rt_value item = rt_retained(cell->item);
    replace(&it->cell, rt_retained(cell->next));
    return item;
}

static rt_value tee_copy(rt_value self)
{
    return tee_at(((tee *)self)->cell);
}

/* Cells can form long chains: the rest of one is freed in a loop, not by recursion. */
static void tee_data_dealloc(rt_object *self)
{
    tee_data *cell = TEE_DATA(self);
    for (;;) {
        rt_value next = cell->next;
        RT_RELEASE_OPT(cell->source);
        RT_RELEASE_OPT(cell->item);
        rt_free(cell, sizeof *cell);
        if (!next || --RT_OBJECT(next)->refs > 0) return;
        cell = TEE_DATA(next);
    }
}

static void tee_data_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    tee_data *cell = TEE_DATA(self);
    if (cell->source) visit(cell->source, context);
    if (cell->item) visit(cell->item, context);
    if (cell->next) visit(cell->next, context);
}

static void tee_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((tee *)self)->cell);
    rt_free(self, sizeof(tee));
}

static void tee_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((tee *)self)->cell) visit(((tee *)self)->cell, context);
}

static const rt_native_def tee_methods[] = {{"__copy__", "", (void (*)(void))tee_copy, 1, 1}, {0}};

rt_type rt_tee_data_type = {
    .head = RT_TYPE_HEAD,
    .name = "itertools._tee_dataobject",
    .size = sizeof(tee_data),
    .base = &rt_object_type,
    .dealloc = tee_data_dealloc,
    .traverse = tee_data_traverse,
};

rt_type rt_tee_type = {
    .head = RT_TYPE_HEAD,
    .name = "itertools._tee",
    .size = sizeof(tee),
    .base = &rt_object_type,
    .dealloc = tee_dealloc,
    .traverse = tee_traverse,
    .iter = self_iter,
    .next = tee_next,
    .methods = tee_methods,
};

/* The iterator at the start: a copy of a tee walks the same cells. */
static rt_value first_tee(rt_value iterable)
{
    rt_value iterator = rt_iter(iterable);
    if (!iterator || RT_TYPE(iterator) == &rt_tee_type) return iterator;
    rt_value cell = cell_new(iterator), it = tee_at(cell);
    RT_RELEASE(iterator);
    RT_RELEASE(cell);
    return it;
}

rt_value rt_itertools_tee(rt_value iterable, rt_value n)
{
    int64_t count = 2;
    if (n && !rt_to_i64(n, &count)) return 0;
    if (count < 0) return rt_raise_format(&rt_exc_ValueError, "n must be >= 0");
    if (count > UINT32_MAX) return rt_raise_format(&rt_exc_MemoryError, "");
    rt_value tuple = rt_tuple_new((uint32_t)count);
    if (count == 0) return tuple;
    rt_value first = first_tee(iterable);
    if (!first) {
        RT_RELEASE(tuple);
        return 0;
    }
    RT_TUPLE(tuple)->items[0] = first;
    for (int64_t i = 1; i < count; i++) RT_TUPLE(tuple)->items[i] = tee_copy(first);
    return tuple;
}
