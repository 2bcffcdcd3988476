/* intern.c: the table of interned strings: one object for each text, so that names compare by their
 * addresses. Interned strings live until the runtime ends. */
#include "value/str.h"

static struct {
    rt_value *slots; /* open addressing, at most half full; 0 = free */
    size_t capacity, count;
} table;

static rt_value *find_slot(rt_value *slots, size_t capacity, const char *text, size_t size,
                           int64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);
    while (slots[i]) {
        const rt_str_object *str = RT_STR(slots[i]);
        if (str->hash == hash && str->size == size && memcmp(str->text, text, size) == 0) break;
        i = (i + 1) & (capacity - 1);
    }
    return &slots[i];
}

static void grow(void)
{
    size_t capacity = table.capacity ? table.capacity * 2 : 256;
    rt_value *slots = rt_alloc(capacity * sizeof *slots);
    memset(slots, 0, capacity * sizeof *slots);
    for (size_t i = 0; i < table.capacity; i++) {
        if (!table.slots[i]) continue;
        const rt_str_object *str = RT_STR(table.slots[i]);
        *find_slot(slots, capacity, str->text, str->size, str->hash) = table.slots[i];
    }
    if (table.slots) rt_free(table.slots, table.capacity * sizeof *slots);
    table.slots = slots;
    table.capacity = capacity;
}

void rt_init_text(void)
{
    grow();
}

static rt_value *slot_for(const char *text, size_t size, int64_t hash)
{
    if (table.count * 2 >= table.capacity) grow();
    return find_slot(table.slots, table.capacity, text, size, hash);
}

/* Takes over one reference to a str that is not in the table yet. */
static rt_value enter(rt_value *slot, rt_value str)
{
    rt_str_hash(str);
    RT_STR(str)->interned = true;
    table.count++;
    return *slot = str;
}

rt_value rt_intern(const char *text, size_t size)
{
    int64_t hash = rt_text_hash_utf8(text, size, rt_utf8_count(text, size));
    rt_value *slot = slot_for(text, size, hash);
    if (*slot) return *slot;
    return enter(slot, rt_str_new(text, size));
}

rt_value rt_intern_value(rt_value str)
{
    if (RT_STR(str)->interned) return str;
    const rt_str_object *object = RT_STR(str);
    rt_value *slot = slot_for(object->text, object->size, rt_str_hash(str));
    return *slot ? *slot : enter(slot, rt_str_plain(str));
}

void rt_end_text(void)
{
    for (size_t i = 0; i < table.capacity; i++) RT_RELEASE_OPT(table.slots[i]);
    if (table.slots) rt_free(table.slots, table.capacity * sizeof *table.slots);
    table.slots = NULL;
    table.capacity = table.count = 0;
}
