/* collect.c: the cycle collector.
 *
 * Trial deletion: every object that can be in a cycle gets a count of its references; those that
 * come from other such objects are subtracted. What is left above zero is referenced from
 * outside and keeps alive all it can reach; the rest is garbage. Its __del__ methods run first;
 * if they bring nothing back, the garbage drops its references and falls apart by counting. */
#include "mem/collect.h"

#include <stdlib.h>

typedef struct candidate {
    rt_object *object;
    uint32_t count; /* references that are not accounted for by other candidates */
    bool alive;
} candidate;

static struct {
    candidate *items;
    size_t count, capacity;
    size_t *stack; /* of candidates to go on from */
    size_t stack_count;
    bool running;
    bool by_call_only; /* gc.disable() */
} collection;

uint32_t rt_collect_hold;
const rt_weak_hooks *rt_collect_weak;

/* ---- candidates ------------------------------------------------------------------------------ */

static void count_object(rt_object *object, void *context)
{
    if (object->type->traverse) ++*(size_t *)context;
}

static void add_candidate(rt_object *object, void *context)
{
    (void)context;
    if (!object->type->traverse || collection.count == collection.capacity) return;
    collection.items[collection.count++] = (candidate){object, object->refs, false};
    object->gc = (object->gc & ~RT_GC_INDEX) | (uint32_t)collection.count;
}

static bool gather(void)
{
    size_t count = 0;
    rt_each_object(count_object, &count);
    collection.items = malloc((count + 1) * sizeof(candidate));
    collection.stack = malloc((count + 1) * sizeof(size_t));
    collection.count = collection.stack_count = 0;
    collection.capacity = count;
    if (!collection.items || !collection.stack) return false;
    rt_each_object(add_candidate, NULL);
    return true;
}

static void release_tables(void)
{
    free(collection.items);
    free(collection.stack);
    collection.items = NULL;
    collection.stack = NULL;
}

static candidate *candidate_of(rt_value v)
{
    if (!v || RT_IS_INT(v)) return NULL;
    uint32_t index = RT_OBJECT(v)->gc & RT_GC_INDEX;
    return index ? &collection.items[index - 1] : NULL;
}

/* ---- what is alive --------------------------------------------------------------------------- */

static void subtract(rt_value child, void *context)
{
    (void)context;
    candidate *c = candidate_of(child);
    if (c && c->count) c->count--;
}

static void mark(rt_value child, void *context)
{
    (void)context;
    candidate *c = candidate_of(child);
    if (!c || c->alive) return;
    c->alive = true;
    collection.stack[collection.stack_count++] = (size_t)(c - collection.items);
}

static void find_alive(void)
{
    for (size_t i = 0; i < collection.count; i++) {
        rt_object *object = collection.items[i].object;
        object->type->traverse(object, subtract, NULL);
    }
    for (size_t i = 0; i < collection.count; i++)
        if (collection.items[i].count) mark((rt_value)collection.items[i].object, NULL);
    while (collection.stack_count) {
        rt_object *object = collection.items[collection.stack[--collection.stack_count]].object;
        object->type->traverse(object, mark, NULL);
    }
}

/* Leaves only the garbage among the candidates, each held by one more reference. */
static void keep_garbage(void)
{
    size_t kept = 0;
    for (size_t i = 0; i < collection.count; i++) {
        candidate c = collection.items[i];
        c.object->gc &= ~RT_GC_INDEX;
        if (c.alive) continue;
        c.object->refs++;
        collection.items[kept++] = c;
    }
    collection.count = kept;
}

/* ---- garbage --------------------------------------------------------------------------------- */

/* Weak references to garbage die before any of it can be brought back. */
static void detach_garbage(void)
{
    if (!rt_collect_weak) return;
    for (size_t i = 0; i < collection.count; i++)
        collection.items[i].object->gc |= (uint32_t)(i + 1);
    for (size_t i = 0; i < collection.count; i++)
        if (collection.items[i].object->gc & RT_GC_WEAK)
            rt_collect_weak->detach(collection.items[i].object);
    for (size_t i = 0; i < collection.count; i++) collection.items[i].object->gc &= ~RT_GC_INDEX;
    rt_collect_weak->call_due();
}

static bool finalize_garbage(void)
{
    bool any = false;
    for (size_t i = 0; i < collection.count; i++) {
        rt_object *object = collection.items[i].object;
        if (!object->type->finalize) continue;
        any = true;
        object->type->finalize(object);
    }
    return any;
}

/* Did a __del__ make some of it reachable again? Then all of it waits for the next time. */
static bool is_resurrected(void)
{
    for (size_t i = 0; i < collection.count; i++) {
        candidate *c = &collection.items[i];
        c->count = c->object->refs - 1;
        c->object->gc = (c->object->gc & ~RT_GC_INDEX) | (uint32_t)(i + 1);
    }
    for (size_t i = 0; i < collection.count; i++) {
        rt_object *object = collection.items[i].object;
        object->type->traverse(object, subtract, NULL);
    }
    bool resurrected = false;
    for (size_t i = 0; i < collection.count; i++) {
        resurrected |= collection.items[i].count != 0;
        collection.items[i].object->gc &= ~RT_GC_INDEX;
    }
    return resurrected;
}

static void clear_garbage(void)
{
    for (size_t i = 0; i < collection.count; i++) {
        rt_object *object = collection.items[i].object;
        if (object->type->clear) object->type->clear(object);
    }
}

static void drop_garbage(void)
{
    for (size_t i = 0; i < collection.count; i++) RT_RELEASE((rt_value)collection.items[i].object);
}

/* How much memory is in use when the next collection comes by itself. */
static void set_threshold(void)
{
    size_t in_use = rt_memory_in_use(), step = (size_t)8 * 1024 * 1024;
    rt_collect_threshold =
        collection.by_call_only ? SIZE_MAX : in_use + (in_use / 2 > step ? in_use / 2 : step);
}

int64_t rt_collect(void)
{
    if (collection.running || rt_collect_hold) return 0;
    collection.running = true;
    int64_t found = 0;
    if (gather()) {
        find_alive();
        keep_garbage();
        detach_garbage();
        bool keep = finalize_garbage() && is_resurrected();
        found = keep ? 0 : (int64_t)collection.count;
        if (!keep) clear_garbage();
        drop_garbage();
    }
    release_tables();
    set_threshold();
    collection.running = false;
    return found;
}

void rt_collect_automatically(bool automatic)
{
    collection.by_call_only = !automatic;
    set_threshold();
}

bool rt_collects_automatically(void)
{
    return !collection.by_call_only;
}

void rt_collect_all(void)
{
    for (int round = 0; round < 8 && rt_collect() > 0; round++)
        ;
}

/* ---- the end of the program ------------------------------------------------------------------ */

static void count_finalizable(rt_object *object, void *context)
{
    if (object->type->finalize) ++*(size_t *)context;
}

static void add_finalizable(rt_object *object, void *context)
{
    (void)context;
    if (!object->type->finalize || collection.count == collection.capacity) return;
    object->refs++;
    collection.items[collection.count++] = (candidate){.object = object};
}

void rt_finalize_all(void)
{
    size_t count = 0;
    rt_each_object(count_finalizable, &count);
    candidate *items = malloc((count + 1) * sizeof *items);
    if (!items) return;
    rt_collect_hold++; /* the table is in use */
    collection.items = items;
    collection.count = 0;
    collection.capacity = count;
    rt_each_object(add_finalizable, NULL);
    finalize_garbage();
    rt_collect_hold--;
    drop_garbage();
    release_tables();
}
