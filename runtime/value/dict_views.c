/* dict_views.c: keys(), values() and items() of dicts: live views, two of them with set
 * operations. */
#include "value/builder.h"
#include "value/dict.h"
#include "value/hash.h"
#include "value/list.h"
#include "value/set.h"
#include "value/tuple.h"

typedef struct dict_view {
    rt_object head;
    rt_value dict;
    rt_dict_part part;
} dict_view;
#define DICT_OF(v) (((dict_view *)(v))->dict)

rt_value rt_dict_view_new(rt_type *type, rt_dict_part part, rt_value dict)
{
    dict_view *view = rt_object_new(type, sizeof *view);
    view->dict = rt_retained(dict);
    view->part = part;
    return (rt_value)view;
}

rt_value rt_dict_keys(rt_value self)
{
    return rt_dict_view_new(&rt_dict_keys_type, RT_DICT_KEYS, self);
}

rt_value rt_dict_values(rt_value self)
{
    return rt_dict_view_new(&rt_dict_values_type, RT_DICT_VALUES, self);
}

rt_value rt_dict_items(rt_value self)
{
    return rt_dict_view_new(&rt_dict_items_type, RT_DICT_ITEMS, self);
}

static rt_dict_part part_of(rt_value view)
{
    return ((dict_view *)view)->part;
}

/* ---- what all three do */

static int64_t view_length(rt_value self)
{
    return RT_DICT(DICT_OF(self))->used;
}

static rt_value view_iter(rt_value self)
{
    return rt_dict_iterator_new(DICT_OF(self), part_of(self), false);
}

static rt_value view_reversed(rt_value self)
{
    return rt_dict_iterator_new(DICT_OF(self), part_of(self), true);
}

static rt_value view_repr(rt_value self)
{
    if (!rt_repr_enter(self)) return rt_str_c("...");
    rt_value list = rt_list_from(self), text = list ? rt_str_format("%T(%R)", self, list) : 0;
    RT_RELEASE_OPT(list);
    rt_repr_leave();
    return text;
}

static rt_value view_mapping(rt_value self)
{
    return rt_retained(DICT_OF(self));
}

static void view_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(DICT_OF(self));
    rt_free(self, sizeof(dict_view));
}

static void view_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    visit(DICT_OF(self), context);
}

/* ---- membership */

static int keys_contains(rt_value self, rt_value key)
{
    return rt_contains(DICT_OF(self), key);
}

static int items_contains(rt_value self, rt_value item)
{
    if (!RT_IS_TUPLE(item) || RT_TUPLE(item)->count != 2) return 0;
    rt_value *pair = RT_TUPLE(item)->items, found = rt_dict_find(DICT_OF(self), pair[0]);
    if (!found) return RT_RAISED() ? -1 : 0;
    return rt_keys_equal(found, pair[1]);
}

/* ---- set operations of keys and items */

static bool is_set_view(rt_value v)
{
    return RT_TYPE(v)->dealloc == view_dealloc && part_of(v) != RT_DICT_VALUES;
}

static rt_value as_set(rt_value v)
{
    bool keys = is_set_view(v) && part_of(v) == RT_DICT_KEYS;
    return rt_set_make_from(&rt_set_type, keys ? DICT_OF(v) : v);
}

/* Are all items of one in the other? Both have a size and membership. */
static int all_contained(rt_value items, rt_value container)
{
    rt_value iterator = rt_iter(items), item;
    if (!iterator) return -1;
    int has = 1;
    while (has == 1 && (item = rt_next(iterator))) {
        has = rt_contains(container, item);
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    return RT_RAISED() ? -1 : has;
}

static rt_value set_view_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (!RT_IS_ANY_SET(other) && !is_set_view(other)) return rt_retained(RT_NOT_IMPLEMENTED);
    int64_t left = view_length(self), right = rt_length(other);
    int answer = 0;
    switch (op) {
    case RT_EQ:
    case RT_NE: answer = left == right ? all_contained(self, other) : 0; break;
    case RT_LT: answer = left < right ? all_contained(self, other) : 0; break;
    case RT_LE: answer = left <= right ? all_contained(self, other) : 0; break;
    case RT_GT: answer = left > right ? all_contained(other, self) : 0; break;
    case RT_GE: answer = left >= right ? all_contained(other, self) : 0; break;
    }
    if (answer < 0) return 0;
    return rt_retained(RT_BOOL(op == RT_NE ? !answer : answer));
}

/* The smaller of two views is walked; a set that is larger does it itself. */
static rt_value intersect(rt_value a, rt_value b)
{
    rt_value view = is_set_view(a) ? a : b, other = is_set_view(a) ? b : a;
    if (RT_TYPE(other) == &rt_set_type && view_length(view) <= RT_SET(other)->used)
        return rt_set_intersect(&rt_set_type, other, view);
    if (is_set_view(other) && view_length(other) > view_length(view)) {
        rt_value larger = other;
        other = view;
        view = larger;
    }
    rt_value iterator = rt_iter(other), item;
    if (!iterator) return 0;
    rt_value result = rt_set_new();
    bool fine = true;
    while (fine && (item = rt_next(iterator))) {
        int has = rt_contains(view, item);
        fine = has == 0 || (has == 1 && rt_set_add_key(RT_SET(result), item));
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    if (fine && !RT_RAISED()) return result;
    RT_RELEASE(result);
    return 0;
}

/* The other operators change a set of the left operand by the right one. */
static bool (*const updates[])(rt_set *, rt_value) = {
    [RT_SUB] = rt_set_difference_update,
    [RT_OR] = rt_set_update_from,
    [RT_XOR] = rt_set_symmetric_update,
};

static rt_value set_view_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op == RT_AND) return intersect(a, b);
    if (op >= sizeof updates / sizeof *updates || !updates[op])
        return rt_retained(RT_NOT_IMPLEMENTED);
    rt_value result = as_set(a);
    if (!result) return 0;
    if (updates[op](RT_SET(result), b)) return result;
    RT_RELEASE(result);
    return 0;
}

static rt_value isdisjoint(rt_value self, rt_value other)
{
    rt_value common = intersect(self, other);
    if (!common) return 0;
    bool empty = RT_SET(common)->used == 0;
    RT_RELEASE(common);
    return rt_retained(RT_BOOL(empty));
}

static const rt_native_def set_view_methods[] = {
    {"isdisjoint", "other, /", (void (*)(void))isdisjoint, 2, 1}, {0}};
static const rt_getset_def view_getsets[] = {{"mapping", view_mapping, NULL}, {0}};

#define VIEW_TYPE(symbol, type_name, ...)                                                          \
    rt_type symbol = {.head = RT_TYPE_HEAD,                                                        \
                      .name = type_name,                                                           \
                      .size = sizeof(dict_view),                                                   \
                      .flags = RT_TYPE_FINAL,                                                      \
                      .base = &rt_object_type,                                                     \
                      .dealloc = view_dealloc,                                                     \
                      .traverse = view_traverse,                                                   \
                      .repr = view_repr,                                                           \
                      .length = view_length,                                                       \
                      .iter = view_iter,                                                           \
                      .reversed = view_reversed,                                                   \
                      .getsets = view_getsets,                                                     \
                      __VA_ARGS__}
#define SET_VIEW_TYPE(symbol, type_name, contains_function)                                        \
    VIEW_TYPE(symbol, type_name, .contains = contains_function, .compare = set_view_compare,       \
              .binary = set_view_binary, .methods = set_view_methods)

SET_VIEW_TYPE(rt_dict_keys_type, "dict_keys", keys_contains);
VIEW_TYPE(rt_dict_values_type, "dict_values", .methods = NULL);
SET_VIEW_TYPE(rt_dict_items_type, "dict_items", items_contains);

/* Those of collections.OrderedDict differ by their names alone. */
SET_VIEW_TYPE(rt_ordered_dict_keys_type, "odict_keys", keys_contains);
VIEW_TYPE(rt_ordered_dict_values_type, "odict_values", .methods = NULL);
SET_VIEW_TYPE(rt_ordered_dict_items_type, "odict_items", items_contains);
