/* builder.c: text put together piece by piece (builder.h), and the guard that keeps the repr of a
 * container that holds itself from running forever. */
#include "value/builder.h"

void rt_builder_init(rt_builder *builder)
{
    *builder = (rt_builder){0};
}

static void reserve(rt_builder *builder, size_t extra)
{
    size_t needed = builder->size + extra;
    if (needed <= builder->capacity) return;
    size_t capacity = builder->capacity ? builder->capacity * 2 : 128;
    while (capacity < needed) capacity *= 2;
    builder->text = rt_realloc(builder->text, builder->capacity, capacity);
    builder->capacity = capacity;
}

void rt_builder_add(rt_builder *builder, const char *utf8, size_t size)
{
    if (builder->failed || size == 0) return;
    reserve(builder, size);
    memcpy(builder->text + builder->size, utf8, size);
    builder->size += size;
}

void rt_builder_add_c(rt_builder *builder, const char *utf8)
{
    rt_builder_add(builder, utf8, strlen(utf8));
}

void rt_builder_add_str(rt_builder *builder, rt_value str)
{
    size_t size;
    const char *text = rt_str_text(str, &size);
    rt_builder_add(builder, text, size);
}

bool rt_builder_add_repr(rt_builder *builder, rt_value v)
{
    if (builder->failed) return false;
    rt_value text = rt_repr(v);
    if (!text) {
        builder->failed = true;
        return false;
    }
    rt_builder_add_str(builder, text);
    RT_RELEASE(text);
    return true;
}

rt_value rt_builder_finish(rt_builder *builder)
{
    rt_value text =
        builder->failed ? 0 : rt_str_new(builder->text ? builder->text : "", builder->size);
    rt_builder_drop(builder);
    return text;
}

void rt_builder_drop(rt_builder *builder)
{
    if (builder->text) rt_free(builder->text, builder->capacity);
    *builder = (rt_builder){0};
}

/* The containers whose reprs are under way, innermost last. How deep they nest is bounded by
 * rt_repr, which counts each level like a call. */
static struct {
    rt_value *items;
    uint32_t count, capacity;
} in_progress;

bool rt_repr_enter(rt_value container)
{
    for (uint32_t i = 0; i < in_progress.count; i++)
        if (in_progress.items[i] == container) return false;
    if (in_progress.count == in_progress.capacity) {
        uint32_t capacity = in_progress.capacity ? in_progress.capacity * 2 : 8;
        in_progress.items = rt_realloc(in_progress.items, in_progress.capacity * sizeof(rt_value),
                                       capacity * sizeof(rt_value));
        in_progress.capacity = capacity;
    }
    in_progress.items[in_progress.count++] = container;
    return true;
}

void rt_repr_leave(void)
{
    if (--in_progress.count > 0) return;
    rt_free(in_progress.items, in_progress.capacity * sizeof(rt_value));
    in_progress.items = NULL;
    in_progress.capacity = 0;
}
