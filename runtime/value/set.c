/* set.c: the hash table under sets (set.h): probing, growing, merging, walking.
 *
 * A probe looks at a run of neighbours first (up to LINEAR_PROBES more, where they do not wrap
 * around), then jumps. Tables grow once three fifths are filled. The order in which a set is
 * walked follows from these rules alone, and they are those of CPython. */
#include "value/set.h"

#include "value/hash.h"

#define LINEAR_PROBES 9
#define PERTURB_SHIFT 5
#define HUGE_SET 50000 /* larger ones double, smaller ones quadruple */

/* ---- making */

rt_value rt_set_make(rt_type *cls)
{
    rt_set *set = rt_object_new(cls, cls->size);
    set->mask = RT_SET_SMALL - 1;
    set->table = set->small;
    set->hash = -1;
    return (rt_value)set;
}

rt_value rt_set_new(void)
{
    return rt_set_make(&rt_set_type);
}

rt_value rt_set_copy_of(rt_type *cls, rt_value source)
{
    rt_value copy = rt_set_make(cls);
    rt_set_merge(RT_SET(copy), RT_SET(source));
    return copy;
}

/* ---- probing */

typedef struct probe {
    uint64_t slot, perturb;
} probe;

static inline uint64_t run_length(uint64_t slot, uint64_t mask)
{
    return slot + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
}

static inline void probe_next(probe *p, uint64_t mask)
{
    p->perturb >>= PERTURB_SHIFT;
    p->slot = (p->slot * 5 + 1 + p->perturb) & mask;
}

/* Does the entry hold the key? -1 = raised, -2 = the comparison changed the table. */
static int entry_matches(rt_set *set, rt_set_entry *entry, rt_value key)
{
    if (entry->key == key) return 1;
    if (RT_BOTH_INT(entry->key, key)) return 0;
    rt_value found = entry->key;
    rt_set_entry *table = set->table;
    int equal = rt_keys_equal(found, key);
    if (equal < 0) return -1;
    return set->table == table && entry->key == found ? equal : -2;
}

/* The entry of a key, or the unused one where the search ended; NULL = raised. *deleted is set to
 * the last deleted entry on the way, NULL if there is none. */
static rt_set_entry *find(rt_set *set, rt_value key, int64_t hash, rt_set_entry **deleted)
{
    *deleted = NULL;
    for (probe p = {(uint64_t)hash & set->mask, (uint64_t)hash};; probe_next(&p, set->mask)) {
        rt_set_entry *entry = &set->table[p.slot];
        rt_set_entry *last = entry + run_length(p.slot, set->mask);
        for (; entry <= last; entry++) {
            if (entry->key == 0) return entry;
            if (entry->hash != hash) {
                if (entry->key == RT_SET_DELETED) *deleted = entry;
                continue;
            }
            int matches = entry_matches(set, entry, key);
            if (matches == 1) return entry;
            if (matches == -1) return NULL;
            if (matches == -2) return find(set, key, hash, deleted);
        }
    }
}

/* Where a key goes in a table without deleted entries that does not hold it. */
static rt_set_entry *find_unused(rt_set_entry *table, uint64_t mask, int64_t hash)
{
    for (probe p = {(uint64_t)hash & mask, (uint64_t)hash};; probe_next(&p, mask)) {
        rt_set_entry *entry = &table[p.slot], *last = entry + run_length(p.slot, mask);
        for (; entry <= last; entry++)
            if (entry->key == 0) return entry;
    }
}

/* ---- growing */

static void free_table(rt_set_entry *table, uint64_t mask, const rt_set_entry *small)
{
    if (table != small) rt_free(table, (mask + 1) * sizeof *table);
}

static void resize(rt_set *set, uint64_t wanted)
{
    uint64_t slots = RT_SET_SMALL;
    while (slots <= wanted) slots *= 2;
    rt_set_entry saved[RT_SET_SMALL], *old = set->table;
    uint64_t old_mask = set->mask;
    if (old == set->small) old = memcpy(saved, set->small, sizeof saved);
    set->table = slots == RT_SET_SMALL ? set->small : rt_alloc(slots * sizeof *old);
    memset(set->table, 0, slots * sizeof *old);
    set->mask = slots - 1;
    set->filled = set->used;
    for (uint64_t i = 0; i <= old_mask; i++)
        if (RT_SET_LIVE(&old[i])) *find_unused(set->table, set->mask, old[i].hash) = old[i];
    free_table(old, old_mask, saved);
}

void rt_set_expect(rt_set *set, uint32_t count)
{
    if (((uint64_t)set->filled + count) * 5 >= set->mask * 3)
        resize(set, ((uint64_t)set->used + count) * 2);
}

static uint64_t grown(const rt_set *set)
{
    return (uint64_t)set->used * (set->used > HUGE_SET ? 2 : 4);
}

void rt_set_shrink(rt_set *set)
{
    resize(set, grown(set));
}

/* ---- adding and removing */

bool rt_set_add_hashed(rt_set *set, rt_value key, int64_t hash)
{
    rt_set_entry *deleted, *entry = find(set, key, hash, &deleted);
    if (!entry) return false;
    if (entry->key) return true;
    set->used++;
    *(deleted ? deleted : entry) = (rt_set_entry){rt_retained(key), hash};
    if (deleted) return true;
    set->filled++;
    if ((uint64_t)set->filled * 5 >= set->mask * 3) resize(set, grown(set));
    return true;
}

bool rt_set_add_key(rt_set *set, rt_value key)
{
    int64_t hash = rt_key_hash(key);
    return hash != -1 && rt_set_add_hashed(set, key, hash);
}

bool rt_set_push(rt_value set, rt_value item)
{
    bool fine = rt_set_add_key(RT_SET(set), item);
    RT_RELEASE(item);
    return fine;
}

rt_value rt_set_of(uint32_t count, const rt_value *items)
{
    rt_value set = rt_set_new();
    bool fine = true;
    for (uint32_t i = 0; i < count; i++) {
        if (fine)
            fine = rt_set_push(set, items[i]);
        else
            RT_RELEASE(items[i]);
    }
    if (fine) return set;
    RT_RELEASE(set);
    return 0;
}

int rt_set_has_hashed(rt_set *set, rt_value key, int64_t hash)
{
    rt_set_entry *deleted, *entry = find(set, key, hash, &deleted);
    return entry ? entry->key != 0 : -1;
}

static rt_value take_entry(rt_set *set, rt_set_entry *entry)
{
    rt_value key = entry->key;
    *entry = (rt_set_entry){RT_SET_DELETED, -1};
    set->used--;
    return key;
}

int rt_set_discard_hashed(rt_set *set, rt_value key, int64_t hash)
{
    rt_set_entry *deleted, *entry = find(set, key, hash, &deleted);
    if (!entry) return -1;
    if (!entry->key) return 0;
    rt_value old = take_entry(set, entry);
    RT_RELEASE(old);
    return 1;
}

rt_value rt_set_pop_key(rt_set *set)
{
    if (set->used == 0) return 0;
    uint64_t slot = set->finger & set->mask;
    while (!RT_SET_LIVE(&set->table[slot])) slot = slot == set->mask ? 0 : slot + 1;
    set->finger = slot + 1;
    return take_entry(set, &set->table[slot]);
}

void rt_set_drop_keys(rt_set *set)
{
    rt_set_entry saved[RT_SET_SMALL], *old = set->table;
    uint64_t old_mask = set->mask;
    if (old == set->small) old = memcpy(saved, set->small, sizeof saved);
    memset(set->small, 0, sizeof set->small);
    set->table = set->small;
    set->mask = RT_SET_SMALL - 1;
    set->used = set->filled = 0;
    for (uint64_t i = 0; i <= old_mask; i++)
        if (RT_SET_LIVE(&old[i])) RT_RELEASE(old[i].key);
    free_table(old, old_mask, saved);
}

/* ---- merging and walking */

/* The fingers stay where they are: pop() shows it. */
void rt_set_swap(rt_set *a, rt_set *b)
{
    rt_set old_a = *a, old_b = *b;
    *a = old_b;
    *b = old_a;
    a->head = old_a.head;
    b->head = old_b.head;
    a->finger = old_a.finger;
    b->finger = old_b.finger;
    if (a->table == b->small) a->table = a->small;
    if (b->table == a->small) b->table = b->small;
}

rt_set_entry *rt_set_next_entry(rt_set *set, uint64_t *cursor)
{
    while (*cursor <= set->mask) {
        rt_set_entry *entry = &set->table[(*cursor)++];
        if (RT_SET_LIVE(entry)) return entry;
    }
    return NULL;
}

/* Into an empty set: no key needs to be compared. Tables of one shape are copied as they are. */
static void merge_into_empty(rt_set *set, const rt_set *other)
{
    bool same_shape = set->mask == other->mask && other->filled == other->used;
    for (uint64_t i = 0; i <= other->mask; i++) {
        const rt_set_entry *entry = &other->table[i];
        if (!RT_SET_LIVE(entry)) continue;
        RT_RETAIN(entry->key);
        *(same_shape ? &set->table[i] : find_unused(set->table, set->mask, entry->hash)) = *entry;
    }
    set->filled = set->used = other->used;
}

bool rt_set_merge(rt_set *set, rt_set *other)
{
    if (set == other || other->used == 0) return true;
    rt_set_expect(set, other->used);
    if (set->filled == 0) {
        merge_into_empty(set, other);
        return true;
    }
    uint64_t cursor = 0;
    rt_set_entry *entry;
    while ((entry = rt_set_next_entry(other, &cursor))) {
        rt_value key = rt_retained(entry->key);
        bool fine = rt_set_add_hashed(set, key, entry->hash);
        RT_RELEASE(key);
        if (!fine) return false;
    }
    return true;
}
