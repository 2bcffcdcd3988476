/* class_slots.c: the slots of a class: those of its built-in base, overlaid by trampolines to the
 * special methods of the classes along its mro, the nearest last. */
#include "value/class.h"
#include "value/dict.h"
#include "value/special.h"
#include "value/str.h"
#include "value/trampoline.h"
#include "value/tuple.h"
#include "value/type.h"

static void set_slot(rt_type *type, uint16_t offset, void (*function)(void))
{
    memcpy((char *)type + offset, &function, sizeof(function));
}

/* `__hash__ = object.__hash__`: the very slot that the wrapper stands for, where that says all. */
static void (*slot_for(const rt_special_row *row, rt_value method))(void)
{
    bool shared = row[1].slot == row->slot || (row > rt_special_rows && row[-1].slot == row->slot);
    if (shared || RT_TYPE(method) != &rt_slot_wrapper_type || RT_SLOT_WRAPPER(method)->row != row)
        return row->trampoline;
    void (*slot)(void);
    memcpy(&slot, (char *)RT_SLOT_WRAPPER(method)->owner + row->slot, sizeof(slot));
    return slot;
}

static void overlay_method(rt_type *type, const char *name, rt_value method)
{
    if (!strcmp(name, "__new__"))
        type->construct = RT_TYPE(method) == &rt_constructor_type
                              ? RT_SLOT_WRAPPER(method)->owner->construct
                              : rt_trampoline_construct;
    if (!strcmp(name, "__del__")) type->flags |= RT_TYPE_HAS_DEL;
    for (const rt_special_row *row = rt_special_rows; row->name; row++) {
        if (strcmp(row->name, name)) continue;
        if (method == RT_NONE && row->slot == offsetof(rt_type, hash))
            type->hash = NULL;
        else
            set_slot(type, row->slot, slot_for(row, method));
    }
}

static void overlay_class(rt_type *type, rt_type *cls)
{
    uint32_t cursor = 0;
    for (rt_value name, method; rt_dict_iterate(cls->attributes, &cursor, &name, &method);) {
        if (!rt_is_str(name)) continue;
        const char *text = rt_str_text(name, NULL);
        if (text[0] == '_' && text[1] == '_') overlay_method(type, text, method);
    }
}

void rt_class_set_slots(rt_type *type)
{
    static const size_t first = offsetof(rt_type, dealloc), end = offsetof(rt_type, methods);
    memcpy((char *)type + first, (char *)rt_native_base(type) + first, end - first);
    const rt_tuple *mro = RT_TUPLE(type->mro);
    for (uint32_t i = mro->count; i-- > 0;)
        if (RT_TYPE_OF(mro->items[i])->flags & RT_TYPE_HEAP)
            overlay_class(type, RT_TYPE_OF(mro->items[i]));
    type->dealloc = rt_class_instance_dealloc;
    type->traverse = rt_class_instance_traverse;
    type->clear = rt_class_instance_clear;
    if (type->flags & RT_TYPE_HAS_DEL) type->finalize = rt_class_instance_finalize;
}
