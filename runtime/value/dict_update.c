/* dict_update.c: filling dicts from mappings, pairs and other dicts: dict(x), d.update(x), {**x},
 * f(**x). */
#include "value/dict.h"
#include "value/list.h"

static bool merge_dict(rt_dict *dict, rt_dict *source)
{
    if (dict == source) return true;
    uint32_t filled = source->filled;
    for (uint32_t i = 0; i < filled; i++) {
        rt_dict_entry entry = source->entries[i];
        if (!entry.key) continue;
        RT_RETAIN(entry.key);
        RT_RETAIN(entry.item);
        bool fine = rt_dict_store_hashed(dict, entry.key, entry.hash, entry.item);
        RT_RELEASE(entry.key);
        RT_RELEASE(entry.item);
        if (!fine) return false;
        if (source->filled != filled)
            return rt_raise_format(&rt_exc_RuntimeError, "dict mutated during update");
    }
    return true;
}

/* What happens to each key and item of a mapping. */
typedef bool store_fn(rt_value dict, rt_value key, rt_value item, void *context);

static bool store_plain(rt_value dict, rt_value key, rt_value item, void *context)
{
    (void)context;
    return rt_dict_store(dict, key, item);
}

/* Walks keys() of any mapping; `keys` is the list of them. */
static bool merge_by_keys(rt_value dict, rt_value mapping, rt_value keys, store_fn *store,
                          void *context)
{
    rt_value iterator = rt_iter(keys), key;
    if (!iterator) return false;
    bool fine = true;
    while (fine && (key = rt_next(iterator))) {
        rt_value item = rt_getitem(mapping, key);
        fine = item && store(dict, key, item, context);
        RT_RELEASE_OPT(item);
        RT_RELEASE(key);
    }
    RT_RELEASE(iterator);
    return fine && !RT_RAISED();
}

/* keys() of a mapping: 0 with AttributeError pending where it has none. */
static rt_value keys_of(rt_value mapping)
{
    return rt_call_method(mapping, RT_NAME("keys"), 0, NULL);
}

/* Instances of subclasses that do not change how keys are walked are merged as dicts. */
static bool is_plain_dict(rt_value v)
{
    return RT_IS_DICT(v) && RT_TYPE(v)->iter == rt_dict_type.iter;
}

/* An element of dict([...]): two items. */
static bool store_pair(rt_value dict, rt_value element, uint32_t place)
{
    rt_value pair = rt_list_from(element);
    if (!pair) {
        if (!rt_pending(&rt_exc_TypeError)) return false;
        rt_clear_pending();
        return rt_raise_format(
            &rt_exc_TypeError,
            "cannot convert dictionary update sequence element #%u to a sequence", place);
    }
    bool fine = false;
    rt_list *list = RT_LIST(pair);
    if (list->count == 2)
        fine = rt_dict_store(dict, list->items[0], list->items[1]);
    else
        rt_raise_format(&rt_exc_ValueError,
                        "dictionary update sequence element #%u has length %u; 2 is required",
                        place, list->count);
    RT_RELEASE(pair);
    return fine;
}

static bool merge_pairs(rt_value dict, rt_value iterable)
{
    rt_value iterator = rt_iter(iterable), element;
    if (!iterator) return false;
    bool fine = true;
    for (uint32_t place = 0; fine && (element = rt_next(iterator)); place++) {
        fine = store_pair(dict, element, place);
        RT_RELEASE(element);
    }
    RT_RELEASE(iterator);
    return fine && !RT_RAISED();
}

bool rt_dict_update_from(rt_value dict, rt_value source)
{
    if (is_plain_dict(source)) return merge_dict(RT_DICT(dict), RT_DICT(source));
    rt_value method = rt_try_getattr(source, RT_NAME("keys"));
    if (!method) return !RT_RAISED() && merge_pairs(dict, source);
    rt_value keys = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    if (!keys) return false;
    bool fine = merge_by_keys(dict, source, keys, store_plain, NULL);
    RT_RELEASE(keys);
    return fine;
}

bool rt_dict_update_with(rt_value dict, rt_value mapping)
{
    if (is_plain_dict(mapping)) return merge_dict(RT_DICT(dict), RT_DICT(mapping));
    rt_value keys = keys_of(mapping);
    if (!keys) {
        if (!rt_pending(&rt_exc_AttributeError)) return false;
        rt_clear_pending();
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not a mapping", mapping);
    }
    bool fine = merge_by_keys(dict, mapping, keys, store_plain, NULL);
    RT_RELEASE(keys);
    return fine;
}

/* ---- f(**x) */

/* What messages call the callee: "module.qualname()", without the module for builtins. */
static rt_value callee_text(rt_value callee)
{
    rt_value qualname = rt_try_getattr(callee, RT_NAME("__qualname__"));
    if (!qualname) return RT_RAISED() ? 0 : rt_str(callee);
    rt_value module = rt_try_getattr(callee, RT_NAME("__module__")), text = 0;
    bool builtin = !module || module == RT_NONE || rt_equal(module, RT_NAME("builtins")) == 1;
    if (!RT_RAISED())
        text =
            builtin ? rt_str_format("%V()", qualname) : rt_str_format("%V.%V()", module, qualname);
    RT_RELEASE(qualname);
    RT_RELEASE_OPT(module);
    return text;
}

bool rt_raise_with_callee(rt_value callee, const char *format, rt_value detail)
{
    rt_value text = callee_text(callee);
    if (!text) return false;
    rt_raise_format(&rt_exc_TypeError, format, text, detail);
    RT_RELEASE(text);
    return false;
}

static bool store_argument(rt_value dict, rt_value key, rt_value item, void *context)
{
    rt_value callee = *(rt_value *)context;
    if (RT_TYPE(key) != &rt_str_type && !rt_is_instance_of(key, &rt_str_type))
        return rt_raise_format(&rt_exc_TypeError, "keywords must be strings");
    if (rt_dict_find(dict, key))
        return rt_raise_with_callee(callee, "%V got multiple values for keyword argument '%V'",
                                    key);
    return !RT_RAISED() && rt_dict_store(dict, key, item);
}

bool rt_dict_merge_call(rt_value dict, rt_value mapping, rt_value callee)
{
    if (is_plain_dict(mapping)) {
        uint32_t cursor = 0;
        rt_value key, item;
        while (rt_dict_iterate(mapping, &cursor, &key, &item))
            if (!store_argument(dict, key, item, &callee)) return false;
        return true;
    }
    rt_value keys = keys_of(mapping);
    if (!keys) {
        if (!rt_pending(&rt_exc_AttributeError)) return false;
        rt_clear_pending();
        return rt_raise_with_callee(callee, "%V argument after ** must be a mapping, not %T",
                                    mapping);
    }
    bool fine = merge_by_keys(dict, mapping, keys, store_argument, &callee);
    RT_RELEASE(keys);
    return fine;
}
