/* class_instance.c: the life of instances of classes: __del__, __slots__ and fields, on top of
 * what the built-in base type does. */
#include "exc/exception.h"
#include "mem/collect.h"
#include "value/class.h"
#include "value/function.h"
#include "value/instance.h"
#include "value/type.h"

/* Calls visit for each __slots__ value of the class and its bases. */
static void each_member(rt_object *self, void (*visit)(rt_value *slot, void *context),
                        void *context)
{
    for (rt_type *type = self->type; type->flags & RT_TYPE_HEAP; type = type->base) {
        const rt_class *cls = (const rt_class *)type;
        rt_value *slot = (rt_value *)((char *)self + cls->member_offset);
        for (uint32_t i = 0; i < cls->member_count; i++)
            if (slot[i]) visit(&slot[i], context);
    }
}

static void drop_member(rt_value *slot, void *context)
{
    (void)context;
    rt_value v = *slot;
    *slot = 0;
    RT_RELEASE(v);
}

typedef struct visiting {
    rt_visit_fn *visit;
    void *context;
} visiting;

static void visit_member(rt_value *slot, void *context)
{
    const visiting *v = context;
    v->visit(*slot, v->context);
}

/* Where the native base has fields itself, it looks after them. */
static bool owns_fields(const rt_type *type, const rt_type *native)
{
    return type->flags & RT_TYPE_HAS_FIELDS && !(native->flags & RT_TYPE_HAS_FIELDS);
}

void rt_class_instance_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_type *type = self->type, *native = rt_native_base(type);
    visit((rt_value)type, context);
    each_member(self, visit_member, &(visiting){visit, context});
    if (owns_fields(type, native)) rt_fields_traverse(rt_fields_of((rt_value)self), visit, context);
    if (native->traverse) native->traverse(self, visit, context);
}

void rt_class_instance_clear(rt_object *self)
{
    rt_type *type = self->type, *native = rt_native_base(type);
    each_member(self, drop_member, NULL);
    if (owns_fields(type, native)) rt_fields_clear(rt_fields_of((rt_value)self));
    if (native->clear) native->clear(self);
}

bool rt_class_finalize(rt_object *self)
{
    rt_value method = rt_type_lookup(self->type, RT_NAME("__del__"));
    if (!method || self->gc & RT_GC_FINALIZED) return true;
    self->gc |= RT_GC_FINALIZED;
    rt_value saved = rt_save_pending();
    self->refs++;
    rt_value result = rt_call_found(method, (rt_value)self, &(rt_args){0});
    if (!result) rt_unraisable(NULL, method);
    RT_RELEASE_OPT(result);
    if (saved) rt_restore_pending(saved);
    return --self->refs == 0;
}

void rt_class_instance_finalize(rt_object *self)
{
    const rt_type *native = rt_native_base(self->type);
    rt_class_finalize(self);
    if (native->finalize) native->finalize(self);
}

void rt_class_instance_dealloc(rt_object *self)
{
    rt_type *type = self->type, *native = rt_native_base(type);
    if (type->flags & RT_TYPE_HAS_DEL) {
        if (!rt_class_finalize(self)) return;
        rt_weak_die(self);
    }
    if (RT_LIKELY(type->flags & RT_TYPE_LAID_OUT && RT_KEEPS_FIELDS(self))) {
        for (uint32_t i = 0; i < type->own_fields; i++) RT_RELEASE_OPT(RT_FIELD(self, i));
        rt_free(self, type->size);
    } else {
        each_member(self, drop_member, NULL);
        if (owns_fields(type, native)) rt_fields_clear(rt_fields_of((rt_value)self));
        native->dealloc(self);
    }
    RT_RELEASE((rt_value)type);
}
