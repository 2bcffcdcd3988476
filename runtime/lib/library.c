/* library.c: what the program uses of the library, as objects.
 *
 * In: the rows that the program brings (asyncc.h, "Programs"). Out: their objects, each made once
 * and kept, so that `len is len`, and released at exit. There is no table of the whole library:
 * what no row refers to is not linked. */
#include "lib/library.h"

#include "exc/exception.h"
#include "value/dict.h"
#include "value/module.h"
#include "value/native.h"

/* ---- what is released at exit ---------------------------------------------------------------- */

static struct {
    rt_value **slots;
    uint32_t count, capacity;
} kept;

rt_value rt_library_keep(rt_value *slot, rt_value object)
{
    if (kept.count == kept.capacity) {
        uint32_t capacity = kept.capacity ? 2 * kept.capacity : 16;
        kept.slots = rt_realloc(kept.slots, kept.capacity * sizeof(*kept.slots),
                                capacity * sizeof(*kept.slots));
        kept.capacity = capacity;
    }
    kept.slots[kept.count++] = slot;
    return *slot = object;
}

/* ---- rows ------------------------------------------------------------------------------------ */

rt_value rt_library_function(const rt_library_row *row)
{
    return rt_native_new(&row->def, row->module);
}

rt_value rt_library_coroutine(const rt_library_row *row)
{
    return rt_native_coroutine_new(&row->def, row->subject, row->module);
}

rt_value rt_library_class(const rt_library_row *row)
{
    rt_type_ready((rt_type *)row->subject);
    return rt_retained((rt_value)row->subject);
}

rt_value rt_library_get(rt_library_row *row)
{
    if (row->object) return rt_retained(row->object);
    rt_value object = row->make(row);
    return object ? rt_retained(rt_library_keep(&row->object, object)) : 0;
}

void rt_library_start(rt_library_row *const *rows)
{
    for (; rows && *rows; rows++) RT_RELEASE(rt_library_get(*rows));
}

/* ---- modules --------------------------------------------------------------------------------- */

rt_value rt_module_get(rt_module_def *module)
{
    if (!module->object) rt_library_keep(&module->object, rt_module_new(module));
    return rt_retained(module->object);
}

/* ---- the end --------------------------------------------------------------------------------- */

void rt_library_end(void)
{
    while (kept.count) {
        rt_value *slot = kept.slots[--kept.count], object = *slot;
        *slot = 0;
        RT_RELEASE(object);
    }
    if (kept.slots) rt_free(kept.slots, kept.capacity * sizeof(*kept.slots));
    kept.slots = NULL;
    kept.capacity = 0;
}
