/* type.c: types as tables: getting built-in ones ready, method resolution order, attribute lookup.
 *
 * A built-in type is made ready when its first object is made or the program first names it, so
 * that a program is linked with the types it can meet and no others. That is kept to copying
 * slots: the dicts of methods, mro and bases are made when first asked for. Lookups go through a
 * global cache keyed by (type version, name): a version belongs to one state of one type, so that
 * changing a class needs no search through the cache. */
#include "value/type.h"

#include "exc/exception.h"
#include "value/descriptor.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/native.h"
#include "value/special.h"
#include "value/tuple.h"

static uint32_t last_version;
static rt_type *last_ready; /* the chain of built-in types that are ready */

/* ---- slots ----------------------------------------------------------------------------------- */

#define FIRST_SLOT offsetof(rt_type, dealloc)
#define LAST_SLOT offsetof(rt_type, anext)

/* A type that defines comparison but no hash is unhashable, so these two are inherited together. */
static bool inherits_hash(const rt_type *type)
{
    return !type->compare && !type->hash;
}

void rt_type_inherit_slots(rt_type *type, const rt_type *base)
{
    bool hash = inherits_hash(type);
    /* object's construct makes plain instances: of use to classes, wrong for built-in types */
    bool construct = type->flags & RT_TYPE_HEAP || base != &rt_object_type;
    for (size_t at = FIRST_SLOT; at <= LAST_SLOT; at += sizeof(void *)) {
        void **slot = (void **)((char *)type + at), **from = (void **)((char *)base + at);
        if (*slot || (at == offsetof(rt_type, hash) && !hash)) continue;
        if (!construct && (at == offsetof(rt_type, construct) || at == offsetof(rt_type, init)))
            continue;
        *slot = *from;
    }
}

#define INHERITED_FLAGS                                                                            \
    (RT_TYPE_HAS_FIELDS | RT_TYPE_EXCEPTION | RT_TYPE_SEQUENCE | RT_TYPE_MAPPING |                 \
     RT_TYPE_HAS_DEL | RT_TYPE_BYTES_LIKE | RT_TYPE_RESIZABLE)

void rt_type_ready(rt_type *type)
{
    if (type->flags & RT_TYPE_READY) return;
    if (!type->base && type != &rt_object_type) type->base = &rt_object_type;
    rt_type *base = type->base;
    if (base) {
        rt_type_ready(base);
        rt_type_inherit_slots(type, base);
        if (!type->size) type->size = base->size;
        if (!type->fields_offset) type->fields_offset = base->fields_offset;
        type->flags |= base->flags & INHERITED_FLAGS;
    }
    type->version = ++last_version;
    type->flags |= RT_TYPE_READY;
    type->ready_before = last_ready;
    last_ready = type;
    if (type->second_base) rt_type_mro(type); /* subtypes go by the mro where there is one */
}

/* ---- what is made on first use --------------------------------------------------------------- */

rt_value rt_type_attributes(rt_type *type)
{
    if (RT_LIKELY(type->attributes)) return type->attributes;
    rt_type_ready(type);
    type->attributes = rt_dict_new();
    rt_special_enter(type);
    if (type->flags & RT_TYPE_EXCEPTION) rt_exc_enter_members(type);
    for (const rt_native_def *def = type->methods; def && def->name; def++)
        rt_native_enter(type, def);
    for (const rt_getset_def *def = type->getsets; def && def->name; def++)
        rt_getset_enter(type, def);
    return type->attributes;
}

rt_value rt_type_bases(rt_type *type)
{
    if (!type->bases) {
        rt_type_ready(type);
        rt_value bases[] = {(rt_value)type->base, (rt_value)type->second_base};
        type->bases = rt_tuple_copy(type->second_base ? 2 : type->base ? 1 : 0, bases);
    }
    return type->bases;
}

rt_value rt_type_mro(rt_type *type)
{
    if (!type->mro) type->mro = rt_mro_compute(type, rt_type_bases(type));
    return type->mro;
}

rt_value rt_type_name(rt_type *type)
{
    if (!type->name_value) {
        const char *dot = strrchr(type->name, '.');
        type->name_value = rt_str_c(dot ? dot + 1 : type->name);
    }
    return type->name_value;
}

rt_value rt_type_full_name(rt_type *type)
{
    if (!(type->flags & RT_TYPE_HEAP)) return rt_str_c(type->name);
    rt_value module = rt_dict_find(type->attributes, RT_NAME("__module__"));
    rt_value qualname = type->qualname ? type->qualname : rt_type_name(type);
    if (!module || RT_TYPE(module) != &rt_str_type || module == RT_NAME("builtins"))
        return rt_retained(qualname);
    return rt_str_format("%V.%V", module, qualname);
}

/* ---- C3 linearisation ------------------------------------------------------------------------ */

typedef struct sequence { /* a tuple that the merge takes classes from */
    rt_value tuple;
    uint32_t at;
} sequence;

static bool in_some_tail(rt_value cls, const sequence *sequences, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = sequences[i].at + 1; j < RT_TUPLE(sequences[i].tuple)->count; j++)
            if (RT_TUPLE(sequences[i].tuple)->items[j] == cls) return true;
    return false;
}

/* The next class that stands in nobody's tail; 0 = all sequences are used up or none is left to
 * take. */
static rt_value merge_candidate(const sequence *sequences, uint32_t count, bool *left)
{
    *left = false;
    for (uint32_t i = 0; i < count; i++) {
        const rt_tuple *tuple = RT_TUPLE(sequences[i].tuple);
        if (sequences[i].at == tuple->count) continue;
        *left = true;
        rt_value head = tuple->items[sequences[i].at];
        if (!in_some_tail(head, sequences, count)) return head;
    }
    return 0;
}

static void raise_mro_conflict(const sequence *sequences, uint32_t count)
{
    rt_value names = rt_str_c("");
    for (uint32_t i = 0; i < count; i++) {
        const rt_tuple *tuple = RT_TUPLE(sequences[i].tuple);
        if (sequences[i].at == tuple->count) continue;
        rt_type *head = RT_TYPE_OF(tuple->items[sequences[i].at]);
        bool seen = false;
        for (uint32_t j = 0; j < i && !seen; j++)
            seen = sequences[j].at < RT_TUPLE(sequences[j].tuple)->count &&
                   RT_TUPLE(sequences[j].tuple)->items[sequences[j].at] == (rt_value)head;
        if (seen) continue;
        rt_value longer =
            rt_str_format(rt_str_length(names) ? "%V, %V" : "%V%V", names, rt_type_name(head));
        RT_RELEASE(names);
        names = longer;
    }
    rt_raise_format(&rt_exc_TypeError,
                    "Cannot create a consistent method resolution\norder (MRO) for bases %V",
                    names);
    RT_RELEASE(names);
}

static bool merge(rt_value result, sequence *sequences, uint32_t count)
{
    for (;;) {
        bool left;
        rt_value cls = merge_candidate(sequences, count, &left);
        if (!cls && left) raise_mro_conflict(sequences, count);
        if (!cls) return !left;
        rt_list_push(result, rt_retained(cls));
        for (uint32_t i = 0; i < count; i++) {
            sequence *s = &sequences[i];
            if (s->at < RT_TUPLE(s->tuple)->count && RT_TUPLE(s->tuple)->items[s->at] == cls)
                s->at++;
        }
    }
}

rt_value rt_mro_compute(rt_type *type, rt_value bases)
{
    uint32_t count = RT_TUPLE(bases)->count;
    rt_value result = rt_list_new(count + 2);
    rt_list_push(result, rt_retained((rt_value)type));
    size_t size = (count + 1) * sizeof(sequence);
    sequence *sequences = rt_alloc(size);
    for (uint32_t i = 0; i < count; i++)
        sequences[i] = (sequence){rt_type_mro(RT_TYPE_OF(RT_TUPLE(bases)->items[i])), 0};
    sequences[count] = (sequence){bases, 0};
    bool merged = merge(result, sequences, count + 1);
    rt_free(sequences, size);
    if (merged) return rt_list_to_tuple(result);
    RT_RELEASE(result);
    return 0;
}

/* ---- subtypes -------------------------------------------------------------------------------- */

bool rt_is_subtype(const rt_type *type, const rt_type *base)
{
    if (type == base || base == &rt_object_type) return true;
    if (!type->mro) {
        while ((type = type->base))
            if (type == base) return true;
        return false;
    }
    const rt_tuple *mro = RT_TUPLE(type->mro);
    for (uint32_t i = 1; i < mro->count; i++)
        if (mro->items[i] == (rt_value)base) return true;
    return false;
}

/* Subclasses are remembered without counting: a class takes itself off the list when it is
 * freed. */
void rt_type_add_subclass(rt_type *base, rt_type *type)
{
    if (!base->subclasses) base->subclasses = rt_list_new(4);
    rt_list_push(base->subclasses, (rt_value)type | 1);
}

void rt_type_remove_subclass(rt_type *base, rt_type *type)
{
    if (!base->subclasses) return;
    rt_list *list = RT_LIST(base->subclasses);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == ((rt_value)type | 1)) {
            memmove(list->items + i, list->items + i + 1, (list->count - i - 1) * sizeof(rt_value));
            list->count--;
            return;
        }
}

rt_value rt_type_subclasses(rt_type *type)
{
    rt_value result = rt_list_new(4);
    const rt_list *list = type->subclasses ? RT_LIST(type->subclasses) : NULL;
    for (uint32_t i = 0; list && i < list->count; i++)
        rt_list_push(result, rt_retained(list->items[i] & ~(rt_value)1));
    return result;
}

void rt_type_modified(rt_type *type)
{
    type->version = ++last_version;
    const rt_list *list = type->subclasses ? RT_LIST(type->subclasses) : NULL;
    for (uint32_t i = 0; list && i < list->count; i++)
        rt_type_modified(RT_TYPE_OF(list->items[i] & ~(rt_value)1));
}

bool rt_type_extend(rt_type *type, rt_value functions)
{
    rt_value attributes = rt_type_attributes(type);

    for (uint32_t i = 0; i < RT_TUPLE(functions)->count; i++) {
        rt_value function = RT_TUPLE(functions)->items[i];
        rt_value name = rt_getattr(function, RT_NAME("__name__"));
        if (!name) return false;
        rt_dict_store(attributes, name, function);
        RT_RELEASE(name);
    }
    rt_type_modified(type);
    return true;
}

/* ---- lookup ---------------------------------------------------------------------------------- */

rt_cached_lookup rt_type_cache[RT_TYPE_CACHE_SIZE];

static rt_value search_mro(rt_type *type, rt_value name)
{
    if (!type->mro) {
        for (; type; type = type->base) {
            rt_value attribute = rt_dict_find(rt_type_attributes(type), name);
            if (attribute) return attribute;
        }
        return 0;
    }
    const rt_tuple *mro = RT_TUPLE(type->mro);
    for (uint32_t i = 0; i < mro->count; i++) {
        rt_value attribute = rt_dict_find(rt_type_attributes(RT_TYPE_OF(mro->items[i])), name);
        if (attribute) return attribute;
    }
    return 0;
}

static int32_t search_fields(rt_type *type, rt_value name)
{
    rt_value index = type->field_names ? rt_dict_find(type->field_names, name) : 0;
    return index ? (int32_t)RT_INT_VALUE(index) : -1;
}

rt_found rt_type_search(rt_type *type, rt_value name)
{
    rt_type_ready(type);
    rt_found found = {search_mro(type, name), search_fields(type, name)};
    *rt_type_cache_entry(type, name) = (rt_cached_lookup){name, type->version, found};
    return found;
}

rt_value rt_type_lookup(rt_type *type, rt_value name)
{
    return rt_type_find(type, name).attribute;
}

uint32_t rt_type_add_field(rt_type *type, rt_value name)
{
    int32_t index = search_fields(type, name);
    if (index >= 0) return (uint32_t)index;
    if (!type->field_names) type->field_names = rt_dict_new();
    uint32_t fresh = RT_DICT(type->field_names)->used;
    rt_dict_store(type->field_names, name, RT_INT(fresh));
    type->version = ++last_version; /* the cache may hold that there is no such field */
    return fresh;
}

/* ---- start and end --------------------------------------------------------------------------- */

/* The types of objects that nobody makes. */
static rt_type *const first_types[] = {
    &rt_object_type, &rt_type_type, &rt_none_type, &rt_not_implemented_type, &rt_ellipsis_type,
    &rt_int_type,    &rt_bool_type, &rt_str_type,  &rt_tuple_type,
};

void rt_init_types(void)
{
    for (size_t i = 0; i < sizeof(first_types) / sizeof(*first_types); i++)
        rt_type_ready(first_types[i]);
}

static void forget(rt_value *slot)
{
    rt_value v = *slot;
    *slot = 0;
    RT_RELEASE_OPT(v);
}

void rt_end_types(void)
{
    rt_end_natives();
    for (rt_type *type = last_ready; type; type = type->ready_before) {
        type->version = ++last_version; /* no entry of the cache is for it any more */
        forget(&type->attributes);
        forget(&type->field_names);
        forget(&type->mro);
        forget(&type->bases);
        forget(&type->name_value);
        forget(&type->qualname);
        forget(&type->module);
        forget(&type->subclasses);
    }
}
