/* Where exceptions go: the code at the end of a function that lets go of what its handler does not
 * want.
 *
 * In: for each operation that can raise, its handler and the slots to release on the way there.
 * Out: one label for each such way. A way that releases what another does, and more, releases the
 * difference and goes on there, as one would write it by hand:
 *
 *     unwind_2:
 *         rt_release(t2);
 *     unwind_1:
 *         rt_release(t1);
 *         rt_trace(&f_code, at);
 *         goto except_7;
 *
 * These releases are calls: ways out are most of a program's releases and hardly ever taken, and
 * the C compiler takes three times as long where each is a test and a branch in place.
 */
#include "emit/internal.h"

#include <string.h>

/* How far back a way looks for one that does a part of its work. Nearly always it is the last one;
 * a bound keeps functions of thousands of ways from taking the square of that in time. */
enum { LOOKED_AT = 32 };

static bool same_list(slot_list a, slot_list b)
{
    return a.count == b.count &&
           (a.count == 0 || memcmp(a.items, b.items, a.count * sizeof *a.items) == 0);
}

/* Whether all of `small` is in `large`; both ascend. */
static bool is_part(slot_list small, slot_list large)
{
    uint32_t n = 0;
    for (uint32_t m = 0; m < large.count && n < small.count; m++)
        if (large.items[m] == small.items[n]) n++;
    return n == small.count;
}

static bool same_end(const unwind *a, const unwind *b)
{
    return a->handler == b->handler && a->trace == b->trace;
}

uint32_t emit_unwind_index(emitter *e, unwind u)
{
    u.rest = u.first = u.next = NO_UNWIND;
    for (uint32_t n = e->unwinds.count; n-- > 0;) {
        const unwind *have = &e->unwinds.items[n];
        if (!same_end(have, &u)) continue;
        if (same_list(have->release, u.release)) return n;
        bool near = u.rest == NO_UNWIND && n + LOOKED_AT >= e->unwinds.count;
        if (near && have->release.count < u.release.count && is_part(have->release, u.release))
            u.rest = n;
    }
    uint32_t index = e->unwinds.count;
    if (u.rest != NO_UNWIND) {
        unwind *rest = &e->unwinds.items[u.rest];
        u.next = rest->first;
        rest->first = index;
    }
    vec_push(&e->unwinds, u);
    return index;
}

/* Releases what `rest`, where control goes on, does not. */
static void put_difference(emitter *e, slot_list all, slot_list rest)
{
    uint32_t n = 0;
    for (uint32_t m = 0; m < all.count; m++) {
        if (n < rest.count && rest.items[n] == all.items[m])
            n++;
        else
            strbuf_printf(e->out, "    rt_release(%s);\n", emit_slot(e, all.items[m]));
    }
}

static void put_end(emitter *e, const unwind *u)
{
    if (u->trace) strbuf_printf(e->out, "    rt_trace(&%s_code, at);\n", e->info->name);
    if (u->handler) {
        strbuf_printf(e->out, "    goto %s_%u;\n", u->handler->label, u->handler->id);
        return;
    }
    emit_leave(e, "    ");
    if (ir_function_suspends(e->function))
        strbuf_printf(e->out, "    return rt_body_raised(&%s_code);\n", e->info->name);
    else
        strbuf_puts(e->out, "    return 0;\n");
}

static void put_unwind(emitter *e, uint32_t index)
{
    const unwind *u = &e->unwinds.items[index];
    slot_list rest = {0};
    if (u->rest != NO_UNWIND) rest = e->unwinds.items[u->rest].release;
    strbuf_printf(e->out, "unwind_%u:\n", index);
    put_difference(e, u->release, rest);
    if (u->rest == NO_UNWIND) put_end(e, u);
}

/* A way stands after those that lead to it; the last of these falls through, the others jump. Walks
 * the tree without recursion: ways can be nested as deep as calls. */
static void put_tree(emitter *e, uint32_t root)
{
    uint32_t at = root;
    for (;;) {
        while (e->unwinds.items[at].first != NO_UNWIND) at = e->unwinds.items[at].first;
        put_unwind(e, at);
        while (at != root && e->unwinds.items[at].next == NO_UNWIND) {
            at = e->unwinds.items[at].rest;
            put_unwind(e, at);
        }
        if (at == root) return;
        strbuf_printf(e->out, "    goto unwind_%u;\n", e->unwinds.items[at].rest);
        at = e->unwinds.items[at].next;
    }
}

void emit_unwinds(emitter *e)
{
    if (e->unwinds.count) strbuf_puts(e->out, "\n    /* exceptions */\n");
    for (uint32_t n = 0; n < e->unwinds.count; n++)
        if (e->unwinds.items[n].rest == NO_UNWIND) put_tree(e, n);
}
