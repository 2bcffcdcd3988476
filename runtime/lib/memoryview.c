/* memoryview.c: the type memoryview: items of another object's bytes, read and written in place.
 *
 * A view keeps the object alive, and from being resized. What stands in one run is bytes-like
 * itself (value/bytes.h), so that everything that takes bytes takes such a view; `text` is NULL in
 * one that steps over items or has been released. Views have one dimension. */
#include "exc/exception.h"
#include "lib/array.h"
#include "value/arguments.h"
#include "value/iterator.h"
#include "value/number.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/tuple.h"

typedef struct memory_view {
    rt_bytes bytes;
    rt_value owner; /* whose bytes these are; 0 once released */
    char *start;    /* of the first item */
    int64_t count, stride;
    const rt_item_type *type;
    bool at_sign; /* the format was given as "@B" */
} memory_view;
#define VIEW(v) ((memory_view *)(v))
#define IS_VIEW(v) (RT_TYPE(v) == &rt_memoryview_type)

static bool usable(rt_value self)
{
    return VIEW(self)->owner ||
           rt_raise_format(&rt_exc_ValueError, "operation forbidden on released memoryview object");
}

/* ---- making views ---------------------------------------------------------------------------- */

static bool is_run(const memory_view *view)
{
    return view->stride == view->type->size || view->count <= 1;
}

/* A view with the owner, access and item type of a model. */
static rt_value view_of(rt_value owner, const memory_view *model)
{
    memory_view *view = rt_object_new(&rt_memoryview_type, sizeof *view);
    rt_object head = view->bytes.head;
    *view = *model;
    view->bytes.head = head;
    view->owner = rt_retained(owner);
    view->bytes.text = is_run(view) ? view->start : NULL;
    view->bytes.size = (size_t)view->count * view->type->size;
    if (RT_TYPE(owner)->flags & RT_TYPE_RESIZABLE) RT_BYTES(owner)->exports++;
    return (rt_value)view;
}

/* The whole of a bytes-like object that is no view, without an object for it. */
static memory_view whole_of(rt_value owner)
{
    memory_view view = {.start = RT_BYTES(owner)->text};
    view.type = RT_IS_ARRAY(owner) ? RT_ARRAY(owner)->type : rt_item_type_of('B');
    view.count = (int64_t)(RT_BYTES(owner)->size / view.type->size);
    view.stride = view.type->size;
    view.bytes.read_only = !rt_is_writable_bytes(owner);
    return view;
}

static rt_value memoryview_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    static const char *const names[] = {"object"};
    rt_value object;
    if (!rt_arguments_bind("memoryview", names, 1, 1, args, &object)) return 0;
    if (IS_VIEW(object)) return usable(object) ? view_of(VIEW(object)->owner, VIEW(object)) : 0;
    if (!rt_is_bytes_like(object))
        return rt_raise_format(&rt_exc_TypeError,
                               "memoryview: a bytes-like object is required, not '%T'", object);
    memory_view whole = whole_of(object);
    return view_of(object, &whole);
}

static void let_go(rt_value self)
{
    rt_value owner = VIEW(self)->owner;
    if (!owner) return;
    VIEW(self)->owner = 0;
    VIEW(self)->bytes.text = NULL;
    if (RT_TYPE(owner)->flags & RT_TYPE_RESIZABLE) RT_BYTES(owner)->exports--;
    RT_RELEASE(owner);
}

static void memoryview_dealloc(rt_object *self)
{
    let_go((rt_value)self);
    rt_free(self, sizeof(memory_view));
}

rt_value rt_memoryview_release(rt_value self)
{
    let_go(self);
    return rt_retained(RT_NONE);
}

rt_value rt_memoryview_enter(rt_value self)
{
    return usable(self) ? rt_retained(self) : 0;
}

rt_value rt_memoryview_exit(rt_value self, rt_value args)
{
    (void)args;
    return rt_memoryview_release(self);
}

rt_value rt_memoryview_toreadonly(rt_value self)
{
    if (!usable(self)) return 0;
    memory_view view = *VIEW(self);
    view.bytes.read_only = true;
    return view_of(view.owner, &view);
}

/* ---- cast ------------------------------------------------------------------------------------ */

static const rt_item_type *read_format(rt_value format, bool *at_sign)
{
    if (!rt_is_str(format)) {
        rt_raise_format(&rt_exc_TypeError, "cast() argument 'format' must be str, not %T", format);
        return NULL;
    }
    const char *text = rt_str_text(format, NULL);
    *at_sign = *text == '@';
    text += *at_sign;
    const rt_item_type *type = *text && !text[1] && *text != 'u' ? rt_item_type_of(*text) : NULL;
    if (!type)
        rt_raise_format(&rt_exc_ValueError,
                        "memoryview: destination format must be a native single character format "
                        "prefixed with an optional '@'");
    return type;
}

static bool check_shape(rt_value shape, int64_t count)
{
    if (!shape) return true;
    if (!RT_IS_INT(shape) && RT_TYPE(shape)->length && rt_length(shape) == 1) {
        rt_value zero = RT_INT(0), first = rt_getitem(shape, zero);
        int64_t given = -1;
        bool fine = first && rt_to_i64(first, &given);
        RT_RELEASE_OPT(first);
        if (!fine) return false;
        return given == count || rt_raise_format(&rt_exc_TypeError, "memoryview: product(shape) * "
                                                                    "itemsize != buffer size");
    }
    return rt_raise_format(&rt_exc_NotImplementedError,
                           "memoryview: asyncc has views of one dimension only");
}

rt_value rt_memoryview_cast(rt_value self, rt_value format, rt_value shape)
{
    if (!usable(self)) return 0;
    memory_view view = *VIEW(self);
    const rt_item_type *from = view.type, *to = read_format(format, &view.at_sign);
    if (!to) return 0;
    if (!is_run(&view))
        return rt_raise_format(&rt_exc_TypeError,
                               "memoryview: casts are restricted to C-contiguous views");
    bool bytes_on_a_side = strchr("bBc", from->code) || strchr("bBc", to->code);
    if (!bytes_on_a_side)
        return rt_raise_format(&rt_exc_TypeError,
                               "memoryview: cannot cast between two non-byte formats");
    if (view.bytes.size % to->size)
        return rt_raise_format(&rt_exc_TypeError,
                               "memoryview: length is not a multiple of itemsize");
    view.type = to;
    view.count = (int64_t)(view.bytes.size / to->size);
    view.stride = to->size;
    return check_shape(shape, view.count) ? view_of(view.owner, &view) : 0;
}

/* ---- items ----------------------------------------------------------------------------------- */

static rt_value item_at(const memory_view *view, int64_t index)
{
    return rt_item_get(view->type, view->start + index * view->stride);
}

static int64_t memoryview_length(rt_value self)
{
    return usable(self) ? VIEW(self)->count : -1;
}

static bool slice_of(rt_value self, rt_value slice, memory_view *out)
{
    rt_slice_range range;
    *out = *VIEW(self);
    if (!rt_slice_resolve(slice, out->count, &range)) return false;
    out->start += range.start * out->stride;
    out->count = range.count;
    out->stride *= range.step;
    return true;
}

static bool index_of(rt_value self, rt_value key, int64_t *index)
{
    if (rt_is_instance_of(key, &rt_tuple_type) && RT_TUPLE(key)->count != 1)
        return rt_raise_format(&rt_exc_TypeError,
                               "cannot index 1-dimension view with %u-element tuple",
                               RT_TUPLE(key)->count);
    if (rt_is_instance_of(key, &rt_tuple_type)) key = RT_TUPLE(key)->items[0];
    if (!rt_has_index(key))
        return rt_raise_format(&rt_exc_TypeError, "memoryview: invalid slice key");
    rt_index_result found = rt_index_resolve(key, VIEW(self)->count, index);
    if (found == RT_INDEX_OUTSIDE)
        return rt_raise_format(&rt_exc_IndexError, "index out of bounds on dimension 1");
    return found == RT_INDEX_INSIDE;
}

static rt_value memoryview_getitem(rt_value self, rt_value key)
{
    int64_t index;
    memory_view part;
    if (!usable(self)) return 0;
    if (RT_IS_SLICE(key)) return slice_of(self, key, &part) ? view_of(part.owner, &part) : 0;
    return index_of(self, key, &index) ? item_at(VIEW(self), index) : 0;
}

static bool put_item(memory_view *view, rt_value item, char *at)
{
    switch (rt_item_put(view->type, item, at)) {
    case RT_ITEM_FITS: return true;
    case RT_ITEM_RAISED: return false;
    case RT_ITEM_WRONG_TYPE:
        return rt_raise_format(&rt_exc_TypeError, "memoryview: invalid type for format '%c'",
                               view->type->code);
    default:
        return rt_raise_format(&rt_exc_ValueError, "memoryview: invalid value for format '%c'",
                               view->type->code);
    }
}

/* Copies item by item over a block of its own, since both may be views of one object. */
static bool assign_slice(memory_view *to, rt_value source)
{
    memory_view from;
    if (IS_VIEW(source)) {
        if (!usable(source)) return false;
        from = *VIEW(source);
    } else if (rt_is_bytes_like(source)) {
        from = whole_of(source);
    } else {
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               source);
    }
    if (from.count != to->count || from.type != to->type)
        return rt_raise_format(&rt_exc_ValueError, "memoryview assignment: lvalue and rvalue have "
                                                   "different structures");
    size_t unit = to->type->size, size = (size_t)to->count * unit;
    if (!size) return true;
    char *block = rt_alloc(size);
    for (int64_t i = 0; i < from.count; i++)
        memcpy(block + (size_t)i * unit, from.start + i * from.stride, unit);
    for (int64_t i = 0; i < to->count; i++)
        memcpy(to->start + i * to->stride, block + (size_t)i * unit, unit);
    rt_free(block, size);
    return true;
}

static bool memoryview_setitem(rt_value self, rt_value key, rt_value item)
{
    int64_t index;
    memory_view part;
    if (!usable(self)) return false;
    if (VIEW(self)->bytes.read_only)
        return rt_raise_format(&rt_exc_TypeError, "cannot modify read-only memory");
    if (!item) return rt_raise_format(&rt_exc_TypeError, "cannot delete memory");
    if (RT_IS_SLICE(key)) return slice_of(self, key, &part) && assign_slice(&part, item);
    if (!index_of(self, key, &index)) return false;
    char *at = VIEW(self)->start + index * VIEW(self)->stride;
    return put_item(VIEW(self), item, at);
}

static rt_type memory_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "memory_iterator",
    .size = sizeof(rt_sequence_iterator),
    .base = &rt_getitem_iterator_type,
};

static rt_value memoryview_iter(rt_value self)
{
    return usable(self) ? rt_sequence_iterator_new(&memory_iterator_type, self, 0) : 0;
}

rt_value rt_memoryview_tolist(rt_value self)
{
    if (!usable(self)) return 0;
    rt_value list = rt_list_new((uint32_t)VIEW(self)->count);
    for (int64_t i = 0; i < VIEW(self)->count; i++) rt_list_push(list, item_at(VIEW(self), i));
    return list;
}

/* ---- as a whole ------------------------------------------------------------------------------ */

rt_value rt_memoryview_tobytes(rt_value self, rt_value order)
{
    (void)order; /* one dimension has one order */
    if (!usable(self)) return 0;
    const memory_view *view = VIEW(self);
    size_t unit = view->type->size;
    rt_value bytes = rt_bytes_sized((size_t)view->count * unit);
    for (int64_t i = 0; i < view->count; i++)
        memcpy(RT_BYTES(bytes)->text + (size_t)i * unit, view->start + i * view->stride, unit);
    return bytes;
}

rt_value rt_memoryview_hex(rt_value self, rt_value sep, rt_value bytes_per_sep)
{
    rt_value bytes = rt_memoryview_tobytes(self, 0);
    rt_value text = bytes ? rt_bytes_hex(bytes, sep, bytes_per_sep) : 0;
    RT_RELEASE_OPT(bytes);
    return text;
}

static rt_value memoryview_repr(rt_value self)
{
    return rt_str_format(VIEW(self)->owner ? "<memory at 0x%llx>" : "<released memory at 0x%llx>",
                         (unsigned long long)self);
}

static int64_t memoryview_hash(rt_value self)
{
    if (!usable(self)) return -1;
    bool hashable = strchr("bBc", VIEW(self)->type->code) != NULL;
    if (VIEW(self)->bytes.read_only && hashable) {
        rt_value bytes = rt_memoryview_tobytes(self, 0);
        int64_t hash = rt_hash(bytes);
        RT_RELEASE(bytes);
        return hash;
    }
    rt_raise_format(&rt_exc_ValueError,
                    hashable ? "cannot hash writable memoryview object"
                             : "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return -1;
}

static int same_items(const memory_view *a, const memory_view *b)
{
    if (a->count != b->count) return 0;
    int equal = 1;
    for (int64_t i = 0; equal > 0 && i < a->count; i++) {
        rt_value x = item_at(a, i), y = item_at(b, i);
        equal = rt_equal(x, y);
        RT_RELEASE(x);
        RT_RELEASE(y);
    }
    return equal;
}

static rt_value memoryview_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if (op != RT_EQ && op != RT_NE) return rt_retained(RT_NOT_IMPLEMENTED);
    int equal;
    if (!VIEW(self)->owner || (IS_VIEW(other) && !VIEW(other)->owner)) {
        equal = self == other;
    } else if (IS_VIEW(other)) {
        equal = same_items(VIEW(self), VIEW(other));
    } else if (rt_is_bytes_like(other)) {
        memory_view whole = whole_of(other);
        equal = same_items(VIEW(self), &whole);
    } else {
        return rt_retained(RT_NOT_IMPLEMENTED);
    }
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

/* ---- attributes ------------------------------------------------------------------------------ */

static rt_value get_obj(rt_value self)
{
    return usable(self) ? rt_retained(VIEW(self)->owner) : 0;
}

static rt_value get_format(rt_value self)
{
    const char text[] = {'@', VIEW(self)->type->code == 'u' ? 'w' : VIEW(self)->type->code};
    bool at_sign = VIEW(self)->at_sign;
    return usable(self) ? rt_str_new(text + !at_sign, 1u + at_sign) : 0;
}

static rt_value get_itemsize(rt_value self)
{
    return usable(self) ? RT_INT(VIEW(self)->type->size) : 0;
}

static rt_value get_nbytes(rt_value self)
{
    return usable(self) ? rt_int_new((int64_t)VIEW(self)->bytes.size) : 0;
}

static rt_value get_readonly(rt_value self)
{
    return usable(self) ? rt_retained(RT_BOOL(VIEW(self)->bytes.read_only)) : 0;
}

static rt_value get_ndim(rt_value self)
{
    return usable(self) ? RT_INT(1) : 0;
}

static rt_value get_shape(rt_value self)
{
    return usable(self) ? rt_tuple_of(1, (rt_value[]){rt_int_new(VIEW(self)->count)}) : 0;
}

static rt_value get_strides(rt_value self)
{
    return usable(self) ? rt_tuple_of(1, (rt_value[]){rt_int_new(VIEW(self)->stride)}) : 0;
}

static rt_value get_suboffsets(rt_value self)
{
    return usable(self) ? rt_tuple_of(0, NULL) : 0;
}

static rt_value get_contiguous(rt_value self)
{
    return usable(self) ? rt_retained(RT_BOOL(is_run(VIEW(self)))) : 0;
}

static const rt_getset_def memoryview_getsets[] = {
    {"obj", get_obj, NULL},
    {"format", get_format, NULL},
    {"itemsize", get_itemsize, NULL},
    {"nbytes", get_nbytes, NULL},
    {"readonly", get_readonly, NULL},
    {"ndim", get_ndim, NULL},
    {"shape", get_shape, NULL},
    {"strides", get_strides, NULL},
    {"suboffsets", get_suboffsets, NULL},
    {"contiguous", get_contiguous, NULL},
    {"c_contiguous", get_contiguous, NULL},
    {"f_contiguous", get_contiguous, NULL},
    {0},
};

static const rt_native_def memoryview_methods[] = {
#include "lib/memoryview.def"
    {0}};

rt_type rt_memoryview_type = {
    .head = RT_TYPE_HEAD,
    .name = "memoryview",
    .size = sizeof(memory_view),
    .flags = RT_TYPE_FINAL | RT_TYPE_SEQUENCE | RT_TYPE_BYTES_LIKE,
    .base = &rt_object_type,
    .dealloc = memoryview_dealloc,
    .construct = memoryview_construct,
    .repr = memoryview_repr,
    .hash = memoryview_hash,
    .compare = memoryview_compare,
    .length = memoryview_length,
    .getitem = memoryview_getitem,
    .setitem = memoryview_setitem,
    .iter = memoryview_iter,
    .methods = memoryview_methods,
    .getsets = memoryview_getsets,
};
