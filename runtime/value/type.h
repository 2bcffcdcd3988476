/* type.h: what the runtime knows about types beyond their slots: method resolution, the lookup
 * cache, and the layout of classes that the program makes. */
#ifndef ASYNCC_VALUE_TYPE_H
#define ASYNCC_VALUE_TYPE_H

#include "value/object.h"

#define RT_TYPE_OF(v) ((rt_type *)(v))

/* A class made at run time. Its __slots__ stand as plain values in the instances, `member_count`
 * of them from `member_offset`; those of its bases are the bases' business. */
typedef struct rt_class {
    rt_type type;
    uint16_t member_offset, member_count;
} rt_class;

/* What one lookup tells: the class attribute (borrowed, 0 = none) and where instances keep a
 * field of that name (-1 = nowhere). */
typedef struct rt_found {
    rt_value attribute;
    int32_t field;
} rt_found;

/* The global cache of lookups. A version belongs to one state of one type, so that an entry is
 * right for ever. */
#define RT_TYPE_CACHE_SIZE 1024
typedef struct rt_cached_lookup {
    rt_value name;
    uint32_t version;
    rt_found found;
} rt_cached_lookup;
extern rt_cached_lookup rt_type_cache[RT_TYPE_CACHE_SIZE];

static inline rt_cached_lookup *rt_type_cache_entry(const rt_type *type, rt_value name)
{
    return &rt_type_cache[((name >> 4) ^ (name >> 14) ^ (type->version * 31u)) &
                          (RT_TYPE_CACHE_SIZE - 1)];
}

rt_found rt_type_search(rt_type *type, rt_value name); /* enters it in the cache */

/* Looks a name (interned) up in the class and in the names of its instances' fields; cached. */
static inline rt_found rt_type_find(rt_type *type, rt_value name)
{
    const rt_cached_lookup *entry = rt_type_cache_entry(type, name);
    if (RT_LIKELY(entry->version == type->version && entry->name == name)) return entry->found;
    return rt_type_search(type, name);
}

/* The index of a field, entered if it is new. */
uint32_t rt_type_add_field(rt_type *type, rt_value name);

/* Must be called after any change to a type's attributes, fields or bases: caches forget it and
 * what derives from it. */
void rt_type_modified(rt_type *type);

/* These are made on first use for built-in types; all borrowed. */
rt_value rt_type_attributes(rt_type *type); /* dict */
/* Functions of a tuple become methods of a type, by their names. False: raised. */
bool rt_type_extend(rt_type *type, rt_value functions);
rt_value rt_type_mro(rt_type *type);   /* tuple */
rt_value rt_type_bases(rt_type *type); /* tuple */
rt_value rt_type_name(rt_type *type);  /* str: __name__ */

/* The C3 linearisation of a class over its bases (a tuple): an owned tuple, or 0 with TypeError. */
rt_value rt_mro_compute(rt_type *type, rt_value bases);

/* Copies the slots that a type leaves NULL from its base. */
void rt_type_inherit_slots(rt_type *type, const rt_type *base);

/* The classes that derive from it directly and are alive, as a new list. */
rt_value rt_type_subclasses(rt_type *type);
void rt_type_add_subclass(rt_type *base, rt_type *type);
void rt_type_remove_subclass(rt_type *base, rt_type *type);

/* The nearest built-in type that a type is or derives from along its first bases. */
static inline rt_type *rt_native_base(rt_type *type)
{
    while (type->flags & RT_TYPE_HEAP) type = type->base;
    return type;
}

/* "module.qualname" as error messages and reprs name a class; the module is left out for
 * builtins. */
rt_value rt_type_full_name(rt_type *type);

#define RT_BUILTIN_TYPE(symbol) extern rt_type symbol;
#include "value/types.def"
#undef RT_BUILTIN_TYPE

void rt_init_types(void);
void rt_end_types(void);

#endif
