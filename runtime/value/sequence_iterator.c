/* sequence_iterator.c: iterators that read a sequence by index: list, tuple, their reverses, and
 * anything with __getitem__. They see changes of the sequence, and drop it once exhausted. */
#include "value/iterator.h"

#include "value/arguments.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/tuple.h"

rt_value rt_sequence_iterator_new(rt_type *type, rt_value source, int64_t index)
{
    rt_sequence_iterator *it = rt_object_new(type, sizeof *it);
    it->source = rt_retained(source);
    it->index = index;
    return (rt_value)it;
}

static rt_value exhausted(rt_sequence_iterator *it)
{
    rt_value source = it->source;
    it->source = 0;
    RT_RELEASE(source);
    return 0;
}

static rt_value list_next(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (!it->source) return 0;
    rt_list *list = RT_LIST(it->source);
    if (it->index >= list->count) return exhausted(it);
    return rt_retained(list->items[it->index++]);
}

static rt_value list_reverse_next(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (!it->source) return 0;
    rt_list *list = RT_LIST(it->source);
    if (it->index < 0 || it->index >= list->count) return exhausted(it);
    return rt_retained(list->items[it->index--]);
}

static rt_value tuple_next(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (!it->source) return 0;
    rt_tuple *tuple = RT_TUPLE(it->source);
    if (it->index >= tuple->count) return exhausted(it);
    return rt_retained(tuple->items[it->index++]);
}

/* One step of the __getitem__ protocol: IndexError (and StopIteration, going forward) end it. */
static rt_value getitem_step(rt_sequence_iterator *it, int64_t step)
{
    rt_value key = rt_int_new(it->index), item = rt_getitem(it->source, key);
    RT_RELEASE(key);
    if (item) {
        it->index += step;
        return item;
    }
    if (rt_pending(&rt_exc_IndexError) || rt_pending(&rt_exc_StopIteration)) {
        rt_clear_pending();
        return exhausted(it);
    }
    return 0;
}

static rt_value getitem_next(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    return it->source ? getitem_step(it, 1) : 0;
}

static rt_value reversed_next(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (!it->source) return 0;
    return it->index < 0 ? exhausted(it) : getitem_step(it, -1);
}

static rt_value self_iter(rt_value self)
{
    return rt_retained(self);
}

static void iterator_dealloc(rt_object *self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    RT_RELEASE_OPT(it->source);
    rt_free(it, self->type->size);
}

static void iterator_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (it->source) visit(it->source, context);
}

static void iterator_clear(rt_object *self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (it->source) exhausted(it);
}

/* How many items are still to come, as operator.length_hint tells. */
static rt_value length_hint(rt_value self)
{
    rt_sequence_iterator *it = (rt_sequence_iterator *)self;
    if (!it->source) return RT_INT(0);
    int64_t length = rt_length(it->source);
    if (length < 0) return 0;
    bool backwards =
        it->head.type == &rt_list_reverse_iterator_type || it->head.type == &rt_reversed_type;
    int64_t left = backwards ? it->index + 1 : length - it->index;
    return RT_INT(left < 0 || (backwards && left > length) ? 0 : left);
}

static const rt_native_def iterator_methods[] = {
    {"__length_hint__", "", (void (*)(void))length_hint, 1, 1}, {0}};

#define SEQUENCE_ITERATOR_TYPE(symbol, type_name, next_function)                                   \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(rt_sequence_iterator),                                                      \
        .base = &rt_object_type,                                                                   \
        .dealloc = iterator_dealloc,                                                               \
        .traverse = iterator_traverse,                                                             \
        .clear = iterator_clear,                                                                   \
        .iter = self_iter,                                                                         \
        .next = next_function,                                                                     \
        .methods = iterator_methods,                                                               \
    }
SEQUENCE_ITERATOR_TYPE(rt_list_iterator_type, "list_iterator", list_next);
SEQUENCE_ITERATOR_TYPE(rt_list_reverse_iterator_type, "list_reverseiterator", list_reverse_next);
SEQUENCE_ITERATOR_TYPE(rt_tuple_iterator_type, "tuple_iterator", tuple_next);
SEQUENCE_ITERATOR_TYPE(rt_getitem_iterator_type, "iterator", getitem_next);

/* ---- reversed(x): x's own reverse iterator where it has one, else by index from the end */

static rt_value reversed_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("reversed", args) || !rt_count_between("reversed", args, 1, 1)) return 0;
    rt_value source = args->values[0];
    rt_type *type = RT_TYPE(source);
    if (type->reversed) return type->reversed(source);
    if (!type->getitem || !type->length || RT_IS_DICT(source))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not reversible", source);
    int64_t length = type->length(source);
    return length < 0 ? 0 : rt_sequence_iterator_new(cls, source, length - 1);
}

rt_type rt_reversed_type = {
    .head = RT_TYPE_HEAD,
    .name = "reversed",
    .size = sizeof(rt_sequence_iterator),
    .base = &rt_object_type,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
    .clear = iterator_clear,
    .construct = reversed_construct,
    .iter = self_iter,
    .next = reversed_next,
    .methods = iterator_methods,
};
