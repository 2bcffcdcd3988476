/* origin.c: where futures, handles and coroutines were made.
 *
 * In: new objects while a loop is in debug mode. Out: the calls that ran then, until the object
 * is freed: for reprs, reports and warnings. They stand beside the objects, so that these are no
 * larger without it. */
#include "sched/origin.h"

#include "exc/exception.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

rt_value (*rt_origin_capture)(void);
rt_value rt_origins;
bool rt_origin_coroutines;

static rt_value key_of(const rt_object *object)
{
    return RT_INT((int64_t)((uintptr_t)object >> 3));
}

void rt_origin_note_object(rt_object *object)
{
    rt_value before = rt_save_pending(), origin = rt_origin_capture ? rt_origin_capture() : 0;

    if (origin && RT_LIST(origin)->count) {
        if (!rt_origins) rt_origins = rt_dict_new();
        rt_dict_store(rt_origins, key_of(object), origin);
    }
    RT_RELEASE_OPT(origin);
    rt_restore_pending(before);
}

void rt_origin_drop(const rt_object *object)
{
    rt_dict_delete(rt_origins, key_of(object));
}

rt_value rt_origin_of(const rt_object *object)
{
    return rt_origins ? rt_dict_find(rt_origins, key_of(object)) : 0;
}

rt_value rt_origin_text(const rt_object *object, const char *before)
{
    rt_value origin = rt_origin_of(object);

    if (!origin) return rt_str_c("");
    const rt_tuple *last = RT_TUPLE(RT_LIST(origin)->items[RT_LIST(origin)->count - 1]);
    return rt_str_format("%screated at %V:%V", before, last->items[0], last->items[1]);
}

rt_value rt_origin_lines(rt_value origin)
{
    rt_value text = rt_str_c("");

    for (uint32_t i = 0; text && i < RT_LIST(origin)->count; i++) {
        const rt_tuple *entry = RT_TUPLE(RT_LIST(origin)->items[i]);
        rt_value longer = rt_str_format("%V%s  File \"%V\", line %V, in %V", text, i ? "\n" : "",
                                        entry->items[0], entry->items[1], entry->items[2]);
        RT_RELEASE(text);
        text = longer;
        if (!text || !rt_str_length(entry->items[3])) continue;
        longer = rt_str_format("%V\n    %V", text, entry->items[3]);
        RT_RELEASE(text);
        text = longer;
    }
    return text;
}

void rt_end_origins(void)
{
    rt_store(&rt_origins, 0);
}
