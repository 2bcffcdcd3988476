/* sort.c: list.sort(): a stable merge sort of the runs that the data already has.
 *
 * Runs shorter than a minimum are extended by binary insertion, so that lists of fewer than
 * SHORTEST_MERGE items are sorted by insertion alone. A list of one built-in type compares without
 * calls of special methods. While the sort runs the list is empty: programs that touch it from a
 * comparison get ValueError, as in CPython. */
#include "value/float.h"
#include "value/list.h"
#include "value/str.h"

#define SHORTEST_MERGE 64
#define MAX_RUNS 85 /* more than any list of 2 ** 32 items needs */

typedef struct sort_entry {
    rt_value key, item;
} sort_entry;

typedef struct sort_run {
    uint32_t start, count;
} sort_run;

typedef int less_fn(rt_value a, rt_value b); /* -1 = raised */

typedef struct sorter {
    sort_entry *entries, *scratch;
    uint32_t count;
    less_fn *less;
    sort_run runs[MAX_RUNS];
    uint32_t run_count;
} sorter;

/* ---- comparison */

static int less_int(rt_value a, rt_value b)
{
    return (int64_t)a < (int64_t)b;
}

static int less_float(rt_value a, rt_value b)
{
    return rt_float_value(a) < rt_float_value(b);
}

static int less_str(rt_value a, rt_value b)
{
    return rt_str_compare(a, b) < 0;
}

static int less_any(rt_value a, rt_value b)
{
    return rt_lt(a, b);
}

/* The comparison that all keys allow. */
static less_fn *choose_less(const sort_entry *entries, uint32_t count)
{
    rt_type *type = RT_TYPE(entries[0].key);
    for (uint32_t i = 0; i < count; i++) {
        rt_value key = entries[i].key;
        if (RT_TYPE(key) != type || RT_IS_INT(key) != RT_IS_INT(entries[0].key)) return less_any;
    }
    if (RT_IS_INT(entries[0].key)) return less_int;
    return type == &rt_float_type ? less_float : type == &rt_str_type ? less_str : less_any;
}

/* ---- runs */

static void reverse_entries(sort_entry *entries, uint32_t count)
{
    for (uint32_t i = 0, j = count; i + 1 < j; i++) {
        sort_entry entry = entries[--j];
        entries[j] = entries[i];
        entries[i] = entry;
    }
}

/* The length of the run that begins at `start`, made ascending; 0 = raised. */
static uint32_t find_run(sorter *s, uint32_t start)
{
    const sort_entry *entries = s->entries;
    if (start + 1 == s->count) return 1;
    int descends = s->less(entries[start + 1].key, entries[start].key);
    if (descends < 0) return 0;
    uint32_t i = start + 2;
    for (; i < s->count; i++) {
        int less = s->less(entries[i].key, entries[i - 1].key);
        if (less < 0) return 0;
        if (less != descends) break;
    }
    if (descends) reverse_entries(s->entries + start, i - start);
    return i - start;
}

/* Extends the sorted run of `sorted` entries to `count` of them. */
static bool insert_sorted(sorter *s, sort_entry *run, uint32_t sorted, uint32_t count)
{
    for (; sorted < count; sorted++) {
        sort_entry pivot = run[sorted];
        uint32_t low = 0, high = sorted;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            int less = s->less(pivot.key, run[middle].key);
            if (less < 0) return false;
            if (less)
                high = middle;
            else
                low = middle + 1;
        }
        memmove(run + low + 1, run + low, (sorted - low) * sizeof *run);
        run[low] = pivot;
    }
    return true;
}

/* ---- merging */

/* Merges two neighbours; after an error the entries are still all there. */
static bool merge_runs(sorter *s, sort_run left, sort_run right)
{
    sort_entry *to = s->entries + left.start, *from = s->entries + right.start;
    const sort_entry *end = from + right.count;
    int ordered = s->less(from->key, to[left.count - 1].key);
    if (ordered <= 0) return ordered == 0;
    if (!s->scratch) s->scratch = rt_alloc(s->count * sizeof *s->scratch);
    memcpy(s->scratch, to, left.count * sizeof *to);
    const sort_entry *held = s->scratch, *held_end = held + left.count;
    int less = 0;
    while (held < held_end && from < end) {
        less = s->less(from->key, held->key);
        if (less < 0) break;
        *to++ = less ? *from++ : *held++;
    }
    memmove(to, held, (size_t)(held_end - held) * sizeof *to);
    return less >= 0;
}

static bool merge_at(sorter *s, uint32_t i)
{
    sort_run left = s->runs[i], right = s->runs[i + 1];
    s->runs[i].count += right.count;
    memmove(&s->runs[i + 1], &s->runs[i + 2], (s->run_count - i - 2) * sizeof *s->runs);
    s->run_count--;
    return merge_runs(s, left, right);
}

/* Keeps the lengths of the runs falling about as fast as Fibonacci numbers. */
static bool balance_runs(sorter *s)
{
    while (s->run_count > 1) {
        sort_run *runs = s->runs;
        uint32_t n = s->run_count - 2;
        bool crowded = (n > 0 && runs[n - 1].count <= runs[n].count + runs[n + 1].count) ||
                       (n > 1 && runs[n - 2].count <= runs[n - 1].count + runs[n].count);
        if (crowded && runs[n - 1].count < runs[n + 1].count)
            n--;
        else if (!crowded && runs[n].count > runs[n + 1].count)
            break;
        if (!merge_at(s, n)) return false;
    }
    return true;
}

static uint32_t shortest_run(uint32_t count)
{
    uint32_t odd = 0;
    for (; count >= SHORTEST_MERGE; count /= 2) odd |= count & 1;
    return count + odd;
}

static bool sort_entries(sorter *s)
{
    uint32_t least = shortest_run(s->count);
    for (uint32_t start = 0; start < s->count;) {
        uint32_t found = find_run(s, start);
        if (!found) return false;
        uint32_t wanted = s->count - start < least ? s->count - start : least;
        if (found < wanted) {
            if (!insert_sorted(s, s->entries + start, found, wanted)) return false;
            found = wanted;
        }
        s->runs[s->run_count++] = (sort_run){start, found};
        if (!balance_runs(s)) return false;
        start += found;
    }
    while (s->run_count > 1)
        if (!merge_at(s, s->run_count - 2)) return false;
    return true;
}

/* ---- list.sort */

/* Fills in the keys; false = raised, and no key is kept. */
static bool make_keys(sort_entry *entries, uint32_t count, rt_value function)
{
    for (uint32_t i = 0; i < count; i++) {
        entries[i].key = function ? rt_call1(function, entries[i].item) : entries[i].item;
        if (entries[i].key) continue;
        while (i-- > 0) RT_RELEASE(entries[i].key);
        return false;
    }
    return true;
}

static bool sort_items(rt_value *items, uint32_t count, rt_value function, bool reverse)
{
    sorter s = {.entries = rt_alloc(count * sizeof(sort_entry)), .count = count};
    for (uint32_t i = 0; i < count; i++) s.entries[i].item = items[i];
    bool fine = make_keys(s.entries, count, function);
    if (fine) {
        if (reverse) reverse_entries(s.entries, count); /* keeps equal ones in their order */
        s.less = choose_less(s.entries, count);
        fine = sort_entries(&s);
        if (reverse) reverse_entries(s.entries, count);
        for (uint32_t i = 0; i < count; i++) {
            items[i] = s.entries[i].item;
            if (function) RT_RELEASE(s.entries[i].key);
        }
    }
    if (s.scratch) rt_free(s.scratch, count * sizeof *s.scratch);
    rt_free(s.entries, count * sizeof *s.entries);
    return fine;
}

bool rt_list_sort_by(rt_value self, rt_value key, bool reverse)
{
    rt_list *list = RT_LIST(self);
    if (list->count == 0) return true;
    rt_value *items = list->items;
    uint32_t count = list->count, capacity = list->capacity;
    list->items = NULL;
    list->count = list->capacity = 0;
    bool fine = sort_items(items, count, key == RT_NONE ? 0 : key, reverse);
    bool touched = list->items != NULL;
    rt_list_drop_items(list);
    list->items = items;
    list->count = count;
    list->capacity = capacity;
    if (fine && touched) return rt_raise_format(&rt_exc_ValueError, "list modified during sort");
    return fine;
}
