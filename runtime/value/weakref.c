/* weakref.c: weakref.ref: references that do not keep their object alive.
 *
 * An object that has some carries RT_GC_WEAK in its head, which is all that the rest of the runtime
 * looks at; who refers to it stands in a table beside. */
#include "exc/exception.h"
#include "mem/collect.h"
#include "value/arguments.h"
#include "value/class.h"
#include "value/tuple.h"
#include "value/type.h"

typedef struct weakref {
    rt_object head;
    rt_value object;   /* borrowed; 0 = dead */
    rt_value callback; /* 0 = none */
    int64_t hash;      /* of the object, once it was asked for */
    bool hashed;
    struct weakref *next; /* of the same object; or among those whose callbacks are due */
} weakref;
#define REF(v) ((weakref *)(v))

/* ---- the table: from objects to their references --------------------------------------------- */

typedef struct entry {
    rt_object *object; /* NULL = free */
    weakref *first;
} entry;

static struct {
    entry *entries;
    uint32_t count, capacity; /* a power of two */
} table;

static uint32_t home_of(const rt_object *object)
{
    return (uint32_t)((uintptr_t)object >> 4) & (table.capacity - 1);
}

/* The object's entry, or the free one where it belongs. */
static entry *find_entry(const rt_object *object)
{
    uint32_t at = home_of(object);
    while (table.entries[at].object && table.entries[at].object != object)
        at = (at + 1) & (table.capacity - 1);
    return &table.entries[at];
}

static void resize_table(uint32_t capacity)
{
    entry *old = table.entries;
    uint32_t old_capacity = table.capacity;
    table.entries = capacity ? rt_alloc(capacity * sizeof(entry)) : NULL;
    table.capacity = capacity;
    if (capacity) memset(table.entries, 0, capacity * sizeof(entry));
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i].object) *find_entry(old[i].object) = old[i];
    if (old) rt_free(old, old_capacity * sizeof(entry));
}

/* Entries behind a freed one move up, so that they are found from where they belong. */
static void remove_entry(entry *e)
{
    uint32_t mask = table.capacity - 1, hole = (uint32_t)(e - table.entries);
    e->object->gc &= ~RT_GC_WEAK;
    for (uint32_t at = (hole + 1) & mask; table.entries[at].object; at = (at + 1) & mask) {
        uint32_t home = home_of(table.entries[at].object);
        if (((at - home) & mask) < ((at - hole) & mask)) continue;
        table.entries[hole] = table.entries[at];
        hole = at;
    }
    table.entries[hole] = (entry){0};
    if (--table.count == 0) resize_table(0);
}

static void link_ref(weakref *ref, bool is_basic)
{
    rt_object *object = RT_OBJECT(ref->object);
    if (2 * (table.count + 1) > table.capacity)
        resize_table(table.capacity ? table.capacity * 2 : 16);
    entry *e = find_entry(object);
    if (!e->object) {
        e->object = object;
        object->gc |= RT_GC_WEAK;
        table.count++;
    }
    weakref *first = e->first;
    bool behind = !is_basic && first && !first->callback && first->head.type == &rt_weakref_type;
    weakref **place = behind ? &first->next : &e->first;
    ref->next = *place;
    *place = ref;
}

static void unlink_ref(weakref *ref)
{
    if (!ref->object) return;
    entry *e = find_entry(RT_OBJECT(ref->object));
    weakref **place = &e->first;
    while (*place != ref) place = &(*place)->next;
    *place = ref->next;
    if (!e->first) remove_entry(e);
}

static weakref *refs_of(rt_value object)
{
    if (RT_IS_INT(object) || !(RT_OBJECT(object)->gc & RT_GC_WEAK)) return NULL;
    return find_entry(RT_OBJECT(object))->first;
}

/* ---- the death of objects -------------------------------------------------------------------- */

static struct {
    weakref *first, **end; /* owned, in the order of their calls */
} due;

/* References that are garbage themselves (marked by an index), or in the middle of their own
 * end, have nobody left to tell. */
static void detach(rt_object *object)
{
    entry *e = find_entry(object);
    if (!due.first) due.end = &due.first;
    for (weakref *ref = e->first, *next; ref; ref = next) {
        next = ref->next;
        ref->object = 0;
        ref->next = NULL;
        if (!ref->callback || ref->head.gc & RT_GC_INDEX || !ref->head.refs) continue;
        ref->head.refs++;
        *due.end = ref;
        due.end = &ref->next;
    }
    remove_entry(e);
}

static void call_due(void)
{
    weakref *ref = due.first;
    due.first = NULL;
    if (!ref) return;
    rt_value saved = rt_save_pending();
    for (weakref *next; ref; ref = next) {
        next = ref->next;
        ref->next = NULL;
        rt_value result = rt_call1(ref->callback, (rt_value)ref);
        if (!result) rt_unraisable(NULL, ref->callback);
        RT_RELEASE_OPT(result);
        RT_RELEASE((rt_value)ref);
    }
    if (saved) rt_restore_pending(saved);
}

static const rt_weak_hooks hooks = {detach, call_due};

/* ---- making references ----------------------------------------------------------------------- */

static bool is_any_of(const rt_type *type, const rt_type *const *types, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rt_is_subtype(type, types[i])) return true;
    return false;
}

/* CPython's rule: most built-in values cannot be referred to; instances of classes can, unless
 * __slots__ left no room for it or their size varies. */
static bool can_be_referred(rt_type *type)
{
    static const char *const names[] = {"function",
                                        "method",
                                        "builtin_function_or_method",
                                        "type",
                                        "set",
                                        "frozenset",
                                        "generator",
                                        "coroutine",
                                        "async_generator",
                                        "module",
                                        "collections.deque",
                                        "_asyncio.Future",
                                        "_asyncio.Task",
                                        "_io.TextIOWrapper",
                                        "_io.BufferedReader",
                                        "_io.BufferedWriter",
                                        "_io.BufferedRandom",
                                        "_io.FileIO",
                                        "weakref.ReferenceType",
                                        "code"};
    static const rt_type *const varying[] = {&rt_int_type, &rt_tuple_type, &rt_bytes_type};
    if (type->flags & RT_TYPE_WEAKREFS) return true;
    if (type->flags & RT_TYPE_HEAP && type->flags & RT_TYPE_HAS_FIELDS)
        return !is_any_of(type, varying, sizeof varying / sizeof *varying);
    for (; type; type = type->base)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!(type->flags & RT_TYPE_HEAP) && !strcmp(type->name, names[i])) return true;
    return false;
}

static rt_value ref_construct(rt_type *cls, const rt_args *args)
{
    bool plain = cls == &rt_weakref_type;
    if (plain && !rt_no_keywords("ref", args)) return 0;
    if (!rt_count_between("__new__", args, 1, 2)) return 0;
    rt_value object = args->values[0];
    rt_value callback = args->positional > 1 && args->values[1] != RT_NONE ? args->values[1] : 0;
    if (!can_be_referred(RT_TYPE(object)))
        return rt_raise_format(&rt_exc_TypeError, "cannot create weak reference to '%T' object",
                               object);
    weakref *first = refs_of(object);
    if (plain && !callback && first && !first->callback && first->head.type == cls)
        return rt_retained((rt_value)first);
    weakref *ref = rt_object_new(cls, cls->size);
    ref->object = object;
    ref->callback = callback ? rt_retained(callback) : 0;
    link_ref(ref, plain && !callback);
    rt_collect_weak = &hooks;
    return (rt_value)ref;
}

static bool ref_init(rt_value self, const rt_args *args)
{
    (void)self; /* construct has done it all; subclasses may take other arguments */
    return rt_count_between("__init__", args, 1, 2);
}

/* ---- what references do ---------------------------------------------------------------------- */

/* An object whose count is 0 is dying, and cannot be brought back. */
static rt_value object_of(const weakref *ref)
{
    return ref->object && RT_OBJECT(ref->object)->refs ? ref->object : 0;
}

static rt_value ref_call(rt_value self, const rt_args *args)
{
    if (args->named)
        return rt_raise_format(&rt_exc_TypeError, "weakref() takes no keyword arguments");
    if (!rt_count_between("weakref", args, 0, 0)) return 0;
    rt_value object = object_of(REF(self));
    return rt_retained(object ? object : RT_NONE);
}

static rt_value ref_repr(rt_value self)
{
    rt_value object = object_of(REF(self));
    if (!object) return rt_str_format("<weakref at %p; dead>", (void *)self);
    rt_value name = rt_try_getattr(object, RT_NAME("__name__"));
    if (!name && RT_RAISED()) return 0;
    bool named = name && RT_TYPE(name) == &rt_str_type;
    rt_value text = named ? rt_str_format("<weakref at %p; to '%T' at %p (%V)>", (void *)self,
                                          object, (void *)object, name)
                          : rt_str_format("<weakref at %p; to '%T' at %p>", (void *)self, object,
                                          (void *)object);
    RT_RELEASE_OPT(name);
    return text;
}

static int64_t ref_hash(rt_value self)
{
    weakref *ref = REF(self);
    if (ref->hashed) return ref->hash;
    rt_value object = object_of(ref);
    if (!object) {
        rt_raise_format(&rt_exc_TypeError, "weak object has gone away");
        return -1;
    }
    ref->hash = rt_hash(object);
    ref->hashed = ref->hash != -1;
    return ref->hash;
}

static rt_value ref_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || !rt_is_instance_of(other, &rt_weakref_type))
        return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value a = object_of(REF(self)), b = object_of(REF(other));
    if (a && b) return rt_compare(op, a, b);
    return rt_retained(RT_BOOL((self == other) == (op == RT_EQ)));
}

static rt_value ref_callback(rt_value self)
{
    const weakref *ref = REF(self);
    return rt_retained(ref->callback && ref->object ? ref->callback : RT_NONE);
}

static void ref_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (REF(self)->callback) visit(REF(self)->callback, context);
}

static void ref_clear(rt_object *self)
{
    rt_value callback = REF(self)->callback;
    REF(self)->callback = 0;
    RT_RELEASE_OPT(callback);
}

static void ref_dealloc(rt_object *self)
{
    unlink_ref(REF(self));
    ref_clear(self);
    rt_free(self, self->type->size);
}

static const rt_getset_def ref_getsets[] = {{"__callback__", ref_callback, NULL},
                                            {NULL, NULL, NULL}};

rt_type rt_weakref_type = {
    .head = RT_TYPE_HEAD,
    .name = "weakref.ReferenceType",
    .size = sizeof(weakref),
    .dealloc = ref_dealloc,
    .traverse = ref_traverse,
    .clear = ref_clear,
    .construct = ref_construct,
    .init = ref_init,
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .getsets = ref_getsets,
};

/* ---- functions of the module ----------------------------------------------------------------- */

rt_value rt_weakref_count(rt_value object)
{
    int64_t count = 0;
    for (const weakref *ref = refs_of(object); ref; ref = ref->next) count++;
    return RT_INT(count);
}

rt_value rt_weakref_list(rt_value object)
{
    rt_value list = rt_list_new(0);
    for (weakref *ref = refs_of(object); ref; ref = ref->next)
        rt_list_push(list, rt_retained((rt_value)ref));
    return list;
}
