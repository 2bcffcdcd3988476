/* ordered_dict.c: collections.OrderedDict: a dict with two ends, whose order counts in
 * comparisons. */
#include "value/arguments.h"
#include "value/builder.h"
#include "value/dict.h"
#include "value/list.h"

extern rt_type rt_ordered_dict_type;

#define IS_ORDERED(v) rt_is_instance_of(v, &rt_ordered_dict_type)

/* ---- methods by name */

static rt_value filled(rt_value self, rt_value first, rt_value second)
{
    rt_value made = rt_call((rt_value)RT_TYPE(self), 0, NULL);
    if (!made) return 0;
    if (rt_dict_update_from(made, first) && (!second || rt_dict_update_from(made, second)))
        return made;
    RT_RELEASE(made);
    return 0;
}

rt_value rt_ordered_dict_copy(rt_value self)
{
    return filled(self, self, 0);
}

rt_value rt_ordered_dict_keys(rt_value self)
{
    return rt_dict_view_new(&rt_ordered_dict_keys_type, RT_DICT_KEYS, self);
}

rt_value rt_ordered_dict_values(rt_value self)
{
    return rt_dict_view_new(&rt_ordered_dict_values_type, RT_DICT_VALUES, self);
}

rt_value rt_ordered_dict_items(rt_value self)
{
    return rt_dict_view_new(&rt_ordered_dict_items_type, RT_DICT_ITEMS, self);
}

/* The flag `last`, which is true where it is not given; -1 = raised. */
static int last_argument(rt_value last)
{
    return last ? rt_truth(last) : 1;
}

rt_value rt_ordered_dict_move_to_end(rt_value self, rt_value key, rt_value last)
{
    int to_back = last_argument(last);
    if (to_back < 0) return 0;
    int moved = rt_dict_move_to_end(RT_DICT(self), key, to_back);
    if (moved == 0) rt_raise_key_error(key);
    return moved == 1 ? rt_retained(RT_NONE) : 0;
}

rt_value rt_ordered_dict_popitem(rt_value self, rt_value last)
{
    rt_value pair[2];
    int from_back = last_argument(last);
    if (from_back < 0) return 0;
    bool taken = from_back ? rt_dict_take_last(RT_DICT(self), &pair[0], &pair[1])
                           : rt_dict_take_first(RT_DICT(self), &pair[0], &pair[1]);
    if (!taken) return rt_raise_format(&rt_exc_KeyError, "dictionary is empty");
    return rt_tuple_of(2, pair);
}

/* ---- slots */

/* Equal dicts whose keys also come in the same order. */
static int same_order(rt_value a, rt_value b)
{
    rt_value keys = rt_list_from(a), others = keys ? rt_list_from(b) : 0;
    int equal = others ? rt_equal(keys, others) : -1;
    RT_RELEASE_OPT(keys);
    RT_RELEASE_OPT(others);
    return equal;
}

static rt_value ordered_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || !RT_IS_DICT(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    int equal = rt_dict_equal(self, other);
    if (equal == 1 && IS_ORDERED(self) && IS_ORDERED(other)) equal = same_order(self, other);
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

static rt_value ordered_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_OR || !RT_IS_DICT(a) || !RT_IS_DICT(b)) return rt_retained(RT_NOT_IMPLEMENTED);
    return filled(IS_ORDERED(a) ? a : b, a, b);
}

static rt_value ordered_repr(rt_value self)
{
    if (!rt_repr_enter(self)) return rt_str_c("...");
    rt_value name = rt_getattr((rt_value)RT_TYPE(self), RT_NAME("__name__")), text = 0;
    rt_value items = name ? rt_call_method(self, RT_NAME("items"), 0, NULL) : 0;
    rt_value list = items ? rt_list_from(items) : 0;
    if (list)
        text = RT_LIST(list)->count ? rt_str_format("%V(%R)", name, list)
                                    : rt_str_format("%V()", name);
    RT_RELEASE_OPT(name);
    RT_RELEASE_OPT(items);
    RT_RELEASE_OPT(list);
    rt_repr_leave();
    return text;
}

static const rt_native_def ordered_dict_methods[] = {
#include "lib/ordered_dict.def"
    {0}};

rt_type rt_ordered_dict_type = {
    .head = RT_TYPE_HEAD,
    .name = "collections.OrderedDict",
    .size = sizeof(rt_dict),
    .base = &rt_dict_type,
    .repr = ordered_repr,
    .compare = ordered_compare,
    .binary = ordered_binary,
    .methods = ordered_dict_methods,
};
