/* dict_methods.c: the methods of dict by name (rows in lib/dict.def). */
#include "value/dict.h"
#include "value/hash.h"

rt_value rt_dict_clear(rt_value self)
{
    rt_dict_drop_items(RT_DICT(self));
    return rt_retained(RT_NONE);
}

rt_value rt_dict_copy(rt_value self)
{
    return rt_dict_copy_of(self);
}

rt_value rt_dict_fromkeys(rt_value cls, rt_value iterable, rt_value value)
{
    rt_value dict = rt_call(cls, 0, NULL), iterator = 0, key;
    if (dict) iterator = rt_iter(iterable);
    bool fine = iterator != 0;
    while (fine && (key = rt_next(iterator))) {
        rt_value item = value ? value : RT_NONE;
        fine = RT_TYPE(dict) == &rt_dict_type ? rt_dict_store(dict, key, item)
                                              : rt_setitem(dict, key, item);
        RT_RELEASE(key);
    }
    RT_RELEASE_OPT(iterator);
    if (fine && !RT_RAISED()) return dict;
    RT_RELEASE_OPT(dict);
    return 0;
}

rt_value rt_dict_get(rt_value self, rt_value key, rt_value absent)
{
    rt_value item = rt_dict_find(self, key);
    if (item) return rt_retained(item);
    if (RT_RAISED()) return 0;
    return rt_retained(absent ? absent : RT_NONE);
}

rt_value rt_dict_pop(rt_value self, rt_value key, rt_value absent)
{
    rt_value item;
    int taken = rt_dict_take(RT_DICT(self), key, &item);
    if (taken) return taken < 0 ? 0 : item;
    return absent ? rt_retained(absent) : rt_raise_key_error(key);
}

rt_value rt_dict_popitem(rt_value self)
{
    rt_value pair[2];
    if (!rt_dict_take_last(RT_DICT(self), &pair[0], &pair[1]))
        return rt_raise_format(&rt_exc_KeyError, "popitem(): dictionary is empty");
    return rt_tuple_of(2, pair);
}

rt_value rt_dict_setdefault(rt_value self, rt_value key, rt_value absent)
{
    int64_t hash = rt_key_hash(key);
    if (hash == -1) return 0;
    rt_dict_entry *entry = rt_dict_entry_of(RT_DICT(self), key, hash);
    if (entry) return rt_retained(entry->item);
    rt_value item = absent ? absent : RT_NONE;
    if (RT_RAISED() || !rt_dict_store_hashed(RT_DICT(self), key, hash, item)) return 0;
    return rt_retained(item);
}
