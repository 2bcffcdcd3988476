/* lru_cache.c: what functools.lru_cache makes of a function: results by arguments.
 *
 * The results stand in a dict in the order of their last use, the oldest first; without a limit
 * the order does not matter and is not kept. A key is the only argument, where that is an int or a
 * str, or a tuple: the positional arguments, then a mark and the named ones, then the types of all
 * of them where the cache is typed. */
#include <stddef.h>

#include "value/arguments.h"
#include "value/dict.h"
#include "value/function.h"
#include "value/instance.h"
#include "value/number.h"
#include "value/str.h"
#include "value/tuple.h"

extern rt_type rt_lru_cache_type;

typedef struct lru_cache {
    rt_object head;
    rt_value function, results, info; /* info: the class of what cache_info() gives */
    rt_fields fields; /* attributes that the program set; __wrapped__ and the like */
    int64_t most;     /* results that are kept; -1 = all */
    int64_t hits, misses;
    bool typed;
} lru_cache;
#define CACHE(v) ((lru_cache *)(v))

/* ---- keys ------------------------------------------------------------------------------------ */

static rt_value tuple_key(const lru_cache *cache, const rt_args *args)
{
    uint32_t given = args->positional + args->named, at = 0;
    uint32_t count = args->positional + (args->named ? 1 + 2 * args->named : 0);
    rt_value key = rt_tuple_new(count + (cache->typed ? given : 0));
    if (!key) return 0;
    rt_value *items = RT_TUPLE(key)->items;
    for (uint32_t i = 0; i < args->positional; i++) items[at++] = rt_retained(args->values[i]);
    if (args->named) items[at++] = rt_retained((rt_value)&rt_lru_cache_type); /* the mark */
    for (uint32_t i = 0; i < args->named; i++) {
        items[at++] = rt_retained(args->names[i]);
        items[at++] = rt_retained(args->values[args->positional + i]);
    }
    for (uint32_t i = 0; cache->typed && i < given; i++)
        items[at++] = rt_retained((rt_value)RT_TYPE(args->values[i]));
    return key;
}

static rt_value key_of(const lru_cache *cache, const rt_args *args)
{
    if (!cache->typed && !args->named && args->positional == 1) {
        rt_value only = args->values[0];
        if (RT_TYPE(only) == &rt_int_type || RT_TYPE(only) == &rt_str_type)
            return rt_retained(only);
    }
    return tuple_key(cache, args);
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* A kept result, owned; 0 with nothing pending = there is none. */
static rt_value find(lru_cache *cache, rt_value key)
{
    rt_value result = rt_dict_find(cache->results, key);
    if (!result) return 0;
    RT_RETAIN(result);
    cache->hits++;
    if (cache->most >= 0 && rt_dict_move_to_end(RT_DICT(cache->results), key, true) < 0) {
        RT_RELEASE(result);
        return 0;
    }
    return result;
}

static void drop_oldest(lru_cache *cache)
{
    rt_value key, result;
    if (!rt_dict_take_first(RT_DICT(cache->results), &key, &result)) return;
    RT_RELEASE(key);
    RT_RELEASE(result);
}

/* The function may have called itself with the same arguments meanwhile: then the result that is
 * there stays. */
static bool keep(lru_cache *cache, rt_value key, rt_value result)
{
    if (cache->most == 0) return true;
    if (cache->most > 0) {
        if (rt_dict_find(cache->results, key)) return true;
        if (RT_RAISED()) return false;
        if (RT_DICT(cache->results)->used >= cache->most) drop_oldest(cache);
    }
    return rt_dict_store(cache->results, key, result);
}

static rt_value cache_call(rt_value self, const rt_args *args)
{
    lru_cache *cache = CACHE(self);
    rt_value key = key_of(cache, args);
    if (!key) return 0;
    rt_value result = find(cache, key);
    if (!result && !RT_RAISED()) {
        cache->misses++;
        result = rt_call_named(cache->function, args);
        if (result && !keep(cache, key, result)) {
            RT_RELEASE(result);
            result = 0;
        }
    }
    RT_RELEASE(key);
    return result;
}

static rt_value cache_descr_get(rt_value self, rt_value instance, rt_type *owner)
{
    (void)owner;
    return instance ? rt_method_new(self, instance) : rt_retained(self);
}

/* ---- methods --------------------------------------------------------------------------------- */

rt_value rt_lru_cache_info(rt_value self)
{
    const lru_cache *cache = CACHE(self);
    return rt_call(cache->info, 4,
                   (rt_value[]){RT_INT(cache->hits), RT_INT(cache->misses),
                                cache->most < 0 ? RT_NONE : RT_INT(cache->most),
                                RT_INT(RT_DICT(cache->results)->used)});
}

rt_value rt_lru_cache_clear(rt_value self)
{
    lru_cache *cache = CACHE(self);
    rt_value old = cache->results;
    cache->results = rt_dict_new();
    cache->hits = cache->misses = 0;
    RT_RELEASE(old);
    return RT_NONE;
}

rt_value rt_lru_cache_copy(rt_value self)
{
    return rt_retained(self);
}

rt_value rt_lru_cache_deepcopy(rt_value self, rt_value memo)
{
    (void)memo;
    return rt_retained(self);
}

/* ---- life ------------------------------------------------------------------------------------ */

rt_value rt_lru_cache_new(rt_value function, rt_value maxsize, rt_value typed, rt_value info)
{
    int64_t most = -1;
    if (maxsize != RT_NONE && !rt_to_i64(maxsize, &most)) return 0;
    lru_cache *cache = rt_object_new(&rt_lru_cache_type, sizeof *cache);
    cache->function = rt_retained(function);
    cache->results = rt_dict_new();
    cache->info = rt_retained(info);
    cache->most = most;
    cache->typed = typed == RT_TRUE;
    return (rt_value)cache;
}

static void cache_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const lru_cache *cache = CACHE(self);
    visit(cache->function, context);
    visit(cache->results, context);
    visit(cache->info, context);
    rt_fields_traverse(&cache->fields, visit, context);
}

/* The function stays: a cache in a cycle may still be called by a __del__. */
static void cache_clear(rt_object *self)
{
    rt_fields_clear(&CACHE(self)->fields);
    rt_dict_drop_items(RT_DICT(CACHE(self)->results));
}

static void cache_dealloc(rt_object *self)
{
    lru_cache *cache = CACHE(self);
    rt_fields_clear(&cache->fields);
    RT_RELEASE(cache->function);
    RT_RELEASE(cache->results);
    RT_RELEASE(cache->info);
    rt_free(cache, sizeof *cache);
}

static const rt_native_def cache_methods[] = {
#include "lib/lru_cache.def"
    {0}};

static const rt_getset_def cache_getsets[] = {{"__dict__", rt_instance_dict, rt_instance_set_dict},
                                              {0}};

rt_type rt_lru_cache_type = {
    .head = RT_TYPE_HEAD,
    .name = "functools._lru_cache_wrapper",
    .size = sizeof(lru_cache),
    .flags = RT_TYPE_HAS_FIELDS,
    .fields_offset = offsetof(lru_cache, fields),
    .base = &rt_object_type,
    .dealloc = cache_dealloc,
    .traverse = cache_traverse,
    .clear = cache_clear,
    .call = cache_call,
    .descr_get = cache_descr_get,
    .methods = cache_methods,
    .getsets = cache_getsets,
};
