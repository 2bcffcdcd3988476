/* dict.c: the hash table under dicts (dict.h): finding, storing, deleting, growing, walking. The
 * type's slots are in dict_type.c, the methods by name in dict_methods.c.
 *
 * The block of a dict holds the index table of mask + 1 slots, each as wide as the number of
 * entries asks for: 1, 2 or 4 bytes; and behind it the entries, two for each three slots. `entries`
 * points between them, so that both are found without reckoning: slot 0 is the one before the
 * entries. */
#include "value/dict.h"

#include "value/hash.h"

enum { SLOT_FREE = -1, SLOT_DELETED = -2 };
enum { NOT_FOUND = -1, FIND_RAISED = -2 };
#define SMALLEST_TABLE 8
#define PERTURB_SHIFT 5

/* ---- the index table */

static uint32_t slot_width(uint32_t mask)
{
    return mask < 0x80 ? 1 : mask < 0x8000 ? 2 : 4;
}

static uint32_t capacity_of(uint32_t mask)
{
    return (uint32_t)(((uint64_t)mask + 1) * 2 / 3);
}

static size_t table_size(uint32_t mask)
{
    return ((size_t)mask + 1) * slot_width(mask);
}

static size_t block_size(uint32_t mask)
{
    return table_size(mask) + capacity_of(mask) * sizeof(rt_dict_entry);
}

static void block_new(rt_dict *dict, uint32_t mask)
{
    char *block = rt_alloc(block_size(mask));
    memset(block, 0xff, table_size(mask)); /* SLOT_FREE everywhere */
    dict->entries = (rt_dict_entry *)(block + table_size(mask));
    dict->mask = mask;
    dict->last = 0;
}

static void block_free(const rt_dict *dict)
{
    if (!dict->entries) return;
    rt_free((char *)dict->entries - table_size(dict->mask), block_size(dict->mask));
}

/* `width` is a constant in the loops that matter. */
static inline int32_t slot_at(const rt_dict_entry *entries, uint64_t slot, uint32_t width)
{
    int64_t place = -1 - (int64_t)slot;
    if (width == 1) return ((const int8_t *)entries)[place];
    return width == 2 ? ((const int16_t *)entries)[place] : ((const int32_t *)entries)[place];
}

static int32_t get_slot(const rt_dict *dict, uint64_t slot)
{
    return slot_at(dict->entries, slot, slot_width(dict->mask));
}

static void set_slot(rt_dict *dict, uint64_t slot, int32_t index)
{
    int64_t place = -1 - (int64_t)slot;
    switch (slot_width(dict->mask)) {
    case 1: ((int8_t *)dict->entries)[place] = (int8_t)index; break;
    case 2: ((int16_t *)dict->entries)[place] = (int16_t)index; break;
    default: ((int32_t *)dict->entries)[place] = index;
    }
}

/* The sequence of slots that a hash probes. */
typedef struct probe {
    uint64_t slot, perturb;
} probe;

static inline probe probe_start(const rt_dict *dict, int64_t hash)
{
    return (probe){(uint64_t)hash & dict->mask, (uint64_t)hash};
}

static inline void probe_next(const rt_dict *dict, probe *p)
{
    p->perturb >>= PERTURB_SHIFT;
    p->slot = (p->slot * 5 + p->perturb + 1) & dict->mask;
}

/* ---- finding */

static int64_t find(const rt_dict *dict, rt_value key, int64_t hash, uint64_t *slot);

static inline int64_t find_in(const rt_dict *dict, rt_value key, int64_t hash, uint64_t *slot,
                              uint32_t width)
{
    const rt_dict_entry *entries = dict->entries;
    for (probe p = probe_start(dict, hash);; probe_next(dict, &p)) {
        int32_t index = slot_at(entries, p.slot, width);
        if (index < 0) {
            if (index == SLOT_FREE) return NOT_FOUND;
            continue;
        }
        rt_value found = entries[index].key;
        *slot = p.slot;
        if (found == key) return index;
        if (entries[index].hash != hash || RT_BOTH_INT(found, key)) continue;
        int equal = rt_keys_equal(found, key);
        if (equal < 0) return FIND_RAISED;
        if (dict->entries != entries || entries[index].key != found)
            return find(dict, key, hash, slot);
        if (equal) return index;
    }
}

/* The index of a key's entry, NOT_FOUND or FIND_RAISED; *slot is where the table says so. A
 * comparison can run code that changes the dict: then the search starts anew. */
static int64_t find(const rt_dict *dict, rt_value key, int64_t hash, uint64_t *slot)
{
    if (dict->used == 0) return NOT_FOUND;
    switch (slot_width(dict->mask)) {
    case 1: return find_in(dict, key, hash, slot, 1);
    case 2: return find_in(dict, key, hash, slot, 2);
    default: return find_in(dict, key, hash, slot, 4);
    }
}

/* The entry found last, if it is the key's: only where that takes no code of the program to
 * tell. */
static inline rt_dict_entry *found_last(const rt_dict *dict, rt_value key, int64_t hash)
{
    if (dict->used == 0) return NULL;
    rt_dict_entry *entry = &dict->entries[dict->last];
    if (entry->hash != hash || !entry->key) return NULL;
    if (entry->key == key) return entry;
    if (RT_IS_INT(key) || RT_IS_INT(entry->key)) return NULL;
    bool strs = RT_TYPE(key) == &rt_str_type && RT_TYPE(entry->key) == &rt_str_type;
    return strs && rt_keys_equal(key, entry->key) ? entry : NULL;
}

rt_dict_entry *rt_dict_entry_of(rt_dict *dict, rt_value key, int64_t hash)
{
    uint64_t slot;
    rt_dict_entry *again = found_last(dict, key, hash);
    if (again) return again;
    int64_t index = find(dict, key, hash, &slot);
    if (index < 0) return NULL;
    dict->last = (uint32_t)index;
    return &dict->entries[index];
}

rt_value rt_dict_find(rt_value self, rt_value key)
{
    int64_t hash = rt_key_hash(key);
    if (hash == -1) return 0;
    rt_dict_entry *entry = rt_dict_entry_of(RT_DICT(self), key, hash);
    return entry ? entry->item : 0;
}

/* ---- storing */

rt_value rt_dict_new(void)
{
    return (rt_value)rt_object_new(&rt_dict_type, sizeof(rt_dict));
}

static void insert_slot(rt_dict *dict, int64_t hash, uint32_t index)
{
    probe p = probe_start(dict, hash);
    while (get_slot(dict, p.slot) >= 0) probe_next(dict, &p);
    set_slot(dict, p.slot, (int32_t)index);
}

/* Moves the live entries to a new block with room for at least `wanted` of them, behind a gap for
 * entries that are to come first. */
static void resize_with_gap(rt_dict *dict, uint64_t wanted, uint32_t gap)
{
    rt_dict old = *dict;
    uint64_t slots = SMALLEST_TABLE;
    while (slots * 2 / 3 < wanted + gap) slots *= 2;
    block_new(dict, (uint32_t)(slots - 1));
    memset(dict->entries, 0, gap * sizeof *dict->entries);
    dict->first = dict->filled = gap;
    for (uint32_t i = old.first; i < old.filled; i++) {
        if (!old.entries[i].key) continue;
        insert_slot(dict, old.entries[i].hash, dict->filled);
        dict->entries[dict->filled++] = old.entries[i];
    }
    dict->usable = capacity_of(dict->mask) - dict->filled;
    block_free(&old);
}

static void resize(rt_dict *dict, uint64_t wanted)
{
    resize_with_gap(dict, wanted, 0);
}

/* Puts an entry, with its references, at a place of the array that is free. */
static void place_entry(rt_dict *dict, uint32_t index, const rt_dict_entry *entry)
{
    insert_slot(dict, entry->hash, index);
    dict->entries[index] = *entry;
    dict->used++;
    dict->usable--;
}

static void place_last(rt_dict *dict, const rt_dict_entry *entry)
{
    if (dict->usable == 0) resize(dict, (uint64_t)dict->used * 2 + 1);
    place_entry(dict, dict->filled++, entry);
}

static void place_first(rt_dict *dict, const rt_dict_entry *entry)
{
    if (dict->first == 0 || dict->usable == 0)
        resize_with_gap(dict, (uint64_t)dict->used * 2 + 1, dict->used / 2 + 1);
    place_entry(dict, --dict->first, entry);
}

/* Adds an entry for a key that is not there; retains both. */
static void append_entry(rt_dict *dict, rt_value key, int64_t hash, rt_value item)
{
    place_last(dict, &(rt_dict_entry){hash, rt_retained(key), rt_retained(item)});
}

bool rt_dict_store_hashed(rt_dict *dict, rt_value key, int64_t hash, rt_value item)
{
    uint64_t slot;
    rt_dict_entry *again = found_last(dict, key, hash);
    int64_t index = again ? again - dict->entries : find(dict, key, hash, &slot);
    if (index == FIND_RAISED) return false;
    if (index == NOT_FOUND) {
        append_entry(dict, key, hash, item);
        return true;
    }
    rt_value old = dict->entries[index].item;
    dict->entries[index].item = rt_retained(item);
    RT_RELEASE(old);
    return true;
}

bool rt_dict_store(rt_value self, rt_value key, rt_value item)
{
    int64_t hash = rt_key_hash(key);
    return hash != -1 && rt_dict_store_hashed(RT_DICT(self), key, hash, item);
}

bool rt_dict_put(rt_value self, rt_value key, rt_value item)
{
    bool fine = rt_dict_store(self, key, item);
    RT_RELEASE(key);
    RT_RELEASE(item);
    return fine;
}

rt_value rt_dict_of(uint32_t count, const rt_value *pairs)
{
    rt_value dict = rt_dict_new();
    if (count > SMALLEST_TABLE * 2 / 3) resize(RT_DICT(dict), count);
    bool fine = true;
    for (uint32_t i = 0; i < count; i++) {
        if (fine) {
            fine = rt_dict_put(dict, pairs[2 * i], pairs[2 * i + 1]);
            continue;
        }
        RT_RELEASE(pairs[2 * i]);
        RT_RELEASE(pairs[2 * i + 1]);
    }
    if (fine) return dict;
    RT_RELEASE(dict);
    return 0;
}

/* ---- deleting */

/* Takes the entry at an index out, which its slot in the table names: leaves a hole. */
static rt_dict_entry take_entry(rt_dict *dict, uint32_t index, uint64_t slot)
{
    rt_dict_entry entry = dict->entries[index];
    dict->entries[index].key = 0;
    set_slot(dict, slot, SLOT_DELETED);
    dict->used--;
    while (dict->first < dict->filled && !dict->entries[dict->first].key) dict->first++;
    return entry;
}

int rt_dict_take(rt_dict *dict, rt_value key, rt_value *item)
{
    uint64_t slot;
    int64_t hash = rt_key_hash(key);
    if (hash == -1) return -1;
    int64_t index = find(dict, key, hash, &slot);
    if (index < 0) return index == FIND_RAISED ? -1 : 0;
    rt_dict_entry entry = take_entry(dict, (uint32_t)index, slot);
    if (item)
        *item = entry.item;
    else
        RT_RELEASE(entry.item);
    RT_RELEASE(entry.key);
    return 1;
}

int rt_dict_delete(rt_value self, rt_value key)
{
    return rt_dict_take(RT_DICT(self), key, NULL);
}

/* The same for an entry whose index is known. */
static void take_at(rt_dict *dict, uint32_t index, rt_value *key, rt_value *item)
{
    probe p = probe_start(dict, dict->entries[index].hash);
    while (get_slot(dict, p.slot) != (int32_t)index) probe_next(dict, &p);
    rt_dict_entry entry = take_entry(dict, index, p.slot);
    *key = entry.key;
    *item = entry.item;
}

bool rt_dict_take_first(rt_dict *dict, rt_value *key, rt_value *item)
{
    if (dict->used == 0) return false;
    take_at(dict, dict->first, key, item);
    return true;
}

bool rt_dict_take_last(rt_dict *dict, rt_value *key, rt_value *item)
{
    if (dict->used == 0) return false;
    while (!dict->entries[dict->filled - 1].key) dict->filled--;
    take_at(dict, dict->filled - 1, key, item);
    dict->filled--;
    if (dict->first > dict->filled) dict->first = dict->filled;
    return true;
}

int rt_dict_move_to_end(rt_dict *dict, rt_value key, bool last)
{
    uint64_t slot;
    int64_t hash = rt_key_hash(key);
    if (hash == -1) return -1;
    int64_t index = find(dict, key, hash, &slot);
    if (index < 0) return index == FIND_RAISED ? -1 : 0;
    if (index == (last ? dict->filled - 1 : dict->first)) return 1;
    rt_dict_entry entry = take_entry(dict, (uint32_t)index, slot);
    if (last)
        place_last(dict, &entry);
    else
        place_first(dict, &entry);
    return 1;
}

void rt_dict_drop_items(rt_dict *dict)
{
    rt_dict old = *dict;
    dict->used = dict->first = dict->filled = dict->usable = dict->mask = 0;
    dict->entries = NULL;
    for (uint32_t i = 0; i < old.filled; i++) {
        if (!old.entries[i].key) continue;
        RT_RELEASE(old.entries[i].key);
        RT_RELEASE(old.entries[i].item);
    }
    block_free(&old);
}

/* ---- walking and copying */

bool rt_dict_iterate(rt_value self, uint32_t *cursor, rt_value *key, rt_value *item)
{
    rt_dict *dict = RT_DICT(self);
    if (*cursor < dict->first) *cursor = dict->first;
    while (*cursor < dict->filled) {
        const rt_dict_entry *entry = &dict->entries[(*cursor)++];
        if (!entry->key) continue;
        *key = entry->key;
        *item = entry->item;
        return true;
    }
    return false;
}

rt_value rt_dict_copy_of(rt_value self)
{
    rt_dict *dict = RT_DICT(self);
    rt_value copy = rt_dict_new();
    if (dict->used) resize(RT_DICT(copy), dict->used);
    for (uint32_t i = 0; i < dict->filled; i++) {
        const rt_dict_entry *entry = &dict->entries[i];
        if (entry->key) append_entry(RT_DICT(copy), entry->key, entry->hash, entry->item);
    }
    return copy;
}
