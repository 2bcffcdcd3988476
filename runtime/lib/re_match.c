/* re_match.c: the machine that runs a pattern's program over a text.
 *
 * It tries one way at a time. A stack holds what is left to try (choices) and the old values of
 * slots that were overwritten since (so that a choice finds them as they were). Nothing recurses,
 * however deep a pattern or long a text. */
#include "lib/re.h"

#include <stdlib.h>
#include <string.h>

#include "value/utf8.h"

typedef enum entry_kind {
    UNDO,   /* slot `where` had `value` */
    CHOICE, /* go on at `where` from `at` */
    RUN,    /* of the RUN at `where`: it can give back characters, from `at` down to `value` */
    GROW,   /* of the lazy RUN at `where`: it can take characters from `at` on, `value` more */
} entry_kind;

typedef struct entry {
    uint32_t kind, where;
    const char *at;
    intptr_t value;
} entry;

typedef struct machine {
    const re_program *program;
    const char *start, *end;
    const char *not_empty_at;
    bool full;
    intptr_t *slots;
    entry *stack;
    uint32_t depth, capacity;
    entry first_entries[64];
} machine;

/* ---- the stack ------------------------------------------------------------------------------- */

static void grow_stack(machine *m)
{
    uint32_t capacity = 2 * m->capacity;
    entry *stack = m->stack == m->first_entries ? NULL : m->stack;
    stack = realloc(stack, capacity * sizeof(*stack));
    if (!stack) abort();
    if (m->stack == m->first_entries) memcpy(stack, m->stack, m->depth * sizeof(*stack));
    m->stack = stack;
    m->capacity = capacity;
}

static inline void push(machine *m, entry_kind kind, uint32_t where, const char *at, intptr_t value)
{
    if (m->depth == m->capacity) grow_stack(m);
    m->stack[m->depth++] = (entry){kind, where, at, value};
}

static inline void set_slot(machine *m, uint32_t slot, intptr_t value)
{
    push(m, UNDO, slot, NULL, m->slots[slot]);
    m->slots[slot] = value;
}

/* Gives up what was tried since the stack was `depth` high. */
static void unwind(machine *m, uint32_t depth)
{
    while (m->depth > depth) {
        const entry *top = &m->stack[--m->depth];
        if (top->kind == UNDO) m->slots[top->where] = top->value;
    }
}

/* Drops the choices made since, so that what was matched stays; old values of slots are kept. */
static void cut(machine *m, uint32_t depth)
{
    uint32_t kept = depth;
    for (uint32_t i = depth; i < m->depth; i++)
        if (m->stack[i].kind == UNDO) m->stack[kept++] = m->stack[i];
    m->depth = kept;
}

/* ---- characters: `wide` is constant wherever these are compiled in -------------------------- */

static inline uint32_t next_char(bool wide, const char **at)
{
    return wide ? rt_utf8_next(at) : (unsigned char)*(*at)++;
}

static inline uint32_t char_before(bool wide, const char *at)
{
    return wide ? rt_utf8_previous(&at) : (unsigned char)at[-1];
}

static inline const char *step_back(bool wide, const char *at)
{
    do at--;
    while (wide && !rt_utf8_starts(*at));
    return at;
}

/* Does the one-character operation match at `at`, which is before the end? Behind it; NULL = no. */
static inline const char *match_one(const machine *m, bool wide, const uint32_t *op, const char *at)
{
    if (op[0] == RE_OP_BYTE) return (unsigned char)*at == op[1] ? at + 1 : NULL;
    if (op[0] == RE_OP_STRING) { /* one character of several bytes */
        if ((size_t)(m->end - at) < op[2]) return NULL;
        return memcmp(at, m->program->literals + op[1], op[2]) ? NULL : at + op[2];
    }
    uint32_t c = next_char(wide, &at);
    bool found = op[0] == RE_OP_SET        ? re_set_has(&m->program->sets[op[1]], c)
                 : op[0] == RE_OP_ANY      ? c != '\n'
                 : op[0] == RE_OP_CASELESS ? re_case_key(c, op[2]) == op[1]
                                           : true;
    return found ? at : NULL;
}

/* ---- places ---------------------------------------------------------------------------------- */

static bool at_boundary(const machine *m, bool wide, const char *at, bool unicode)
{
    const char *behind = at;
    bool before = at > m->start && re_is_word(char_before(wide, at), unicode);
    bool after = at < m->end && re_is_word(next_char(wide, &behind), unicode);
    return before != after;
}

static bool is_at(const machine *m, bool wide, re_place place, const char *at, bool unicode)
{
    switch (place) {
    case RE_AT_START: return at == m->start;
    case RE_AT_LINE_START: return at == m->start || at[-1] == '\n';
    case RE_AT_END: return at == m->end;
    case RE_AT_LAST_END: return at == m->end || (at + 1 == m->end && *at == '\n');
    case RE_AT_LINE_END: return at == m->end || *at == '\n';
    case RE_AT_BOUNDARY: return m->start != m->end && at_boundary(m, wide, at, unicode);
    case RE_AT_NO_BOUNDARY: return m->start != m->end && !at_boundary(m, wide, at, unicode);
    }
    return false;
}

static bool group_is_set(const machine *m, uint32_t group)
{
    return m->slots[2 * group] >= 0 && m->slots[2 * group + 1] >= m->slots[2 * group];
}

/* Behind the text that a group has matched, found again at `at`; NULL = it is not there. */
static const char *match_group(const machine *m, bool wide, const uint32_t *op, const char *at)
{
    if (!group_is_set(m, op[1])) return NULL;
    const char *text = m->start + m->slots[2 * op[1]], *end = m->start + m->slots[2 * op[1] + 1];
    if (!op[2]) {
        size_t size = (size_t)(end - text);
        if ((size_t)(m->end - at) < size || memcmp(at, text, size)) return NULL;
        return at + size;
    }
    while (text < end) {
        if (at == m->end) return NULL;
        uint32_t a = next_char(wide, &text), b = next_char(wide, &at);
        if (a != b && re_lower(a, op[3]) != re_lower(b, op[3])) return NULL;
    }
    return at;
}

static const char *go_back(const machine *m, bool wide, uint32_t count, const char *at)
{
    for (; count > 0; count--) {
        if (at == m->start) return NULL;
        at = step_back(wide, at);
    }
    return at;
}

/* ---- runs of one character ------------------------------------------------------------------- */

/* Matches as often as it can, up to `max` times; *count: how often. */
static inline const char *run_along(const machine *m, bool wide, const uint32_t *one, uint32_t max,
                                    const char *at, uint32_t *count)
{
    uint32_t n = 0;
    for (; n < max && at < m->end; n++) {
        const char *next = match_one(m, wide, one, at);
        if (!next) break;
        at = next;
    }
    *count = n;
    return at;
}

/* The RUN at `pc`. NULL: fails. */
static inline const char *start_run(machine *m, bool wide, uint32_t pc, const char *at)
{
    const uint32_t *op = m->program->code + pc, *one = op + RE_RUN_HEAD;
    uint32_t min = op[1], max = op[2], count;
    const char *least = run_along(m, wide, one, min, at, &count);
    if (count < min) return NULL;
    if (max == min) return least;
    if (op[3] == RE_LAZY) {
        push(m, GROW, pc, least, max == RE_NO_LIMIT ? INTPTR_MAX : (intptr_t)(max - min));
        return least;
    }
    uint32_t more = max == RE_NO_LIMIT ? max : max - min;
    const char *most = run_along(m, wide, one, more, least, &count);
    if (op[3] == RE_GREEDY && most > least) push(m, RUN, pc, most, least - m->start);
    return most;
}

/* A greedy run gives one character back. Where the byte behind it is known, it goes back to where
 * that byte stands. NULL: it cannot. */
static inline const char *shorten_run(machine *m, bool wide, const entry *run)
{
    uint32_t wanted = m->program->code[run->where + 4];
    const char *least = m->start + run->value, *at = run->at;
    do {
        if (at == least) return NULL;
        at = step_back(wide, at);
    } while (wanted != RE_NO_BYTE && (unsigned char)*at != wanted);
    if (at > least) push(m, RUN, run->where, at, run->value);
    return at;
}

static inline const char *grow_run(machine *m, bool wide, const entry *run)
{
    if (run->at == m->end || run->value == 0) return NULL;
    const uint32_t *one = m->program->code + run->where + RE_RUN_HEAD;
    const char *at = match_one(m, wide, one, run->at);
    if (at) push(m, GROW, run->where, at, run->value - 1);
    return at;
}

static uint32_t behind_run(const machine *m, uint32_t pc)
{
    return pc + RE_RUN_HEAD + m->program->code[pc + RE_RUN_HEAD - 1];
}

/* ---- loops: a slot counts the iterations, the next one holds where the last one began -------- */

static void begin_iteration(machine *m, uint32_t slot, const char *at)
{
    set_slot(m, slot + 1, at - m->start);
}

/* The LOOP at `pc`, with one iteration done (or none, the first time); where to go on. */
static uint32_t loop(machine *m, uint32_t pc, const char *at)
{
    const uint32_t *op = m->program->code + pc;
    uint32_t slot = op[1], exit = op[5], body = pc + RE_LOOP_SIZE;
    bool lazy = op[4];
    intptr_t count = m->slots[slot] + 1;
    set_slot(m, slot, count);
    if (count < (intptr_t)op[2]) return lazy ? body + RE_AGAIN_SIZE : body;
    /* an iteration that matched nothing is the last one */
    bool may_go_on =
        (op[3] == RE_NO_LIMIT || count < (intptr_t)op[3]) && m->slots[slot + 1] != at - m->start;
    if (!may_go_on) return exit;
    push(m, CHOICE, lazy ? body : exit, at, 0);
    if (lazy) return exit;
    begin_iteration(m, slot, at);
    return body;
}

/* ---- the machine ----------------------------------------------------------------------------- */

/* Takes the next choice from the stack: where to go on, and *at. False: nothing is left. */
static inline bool backtrack(machine *m, bool wide, uint32_t *pc, const char **at)
{
    while (m->depth > 0) {
        entry top = m->stack[--m->depth];
        switch ((entry_kind)top.kind) {
        case UNDO: m->slots[top.where] = top.value; continue;
        case CHOICE:
            *at = top.at;
            *pc = top.where;
            return true;
        case RUN: *at = shorten_run(m, wide, &top); break;
        case GROW: *at = grow_run(m, wide, &top); break;
        }
        if (!*at) continue;
        *pc = behind_run(m, top.where);
        return true;
    }
    return false;
}

static void begin_look(machine *m, uint32_t slot, uint32_t depth, const char *at)
{
    set_slot(m, slot, depth);
    set_slot(m, slot + 1, at - m->start);
}

/* Does the program match from `from` on? The end: in the slots. */
static inline __attribute__((always_inline)) bool execute(machine *m, bool wide, const char *from)
{
    const uint32_t *code = m->program->code;
    uint32_t pc = 0;
    const char *at = from;
    for (;;) {
        const uint32_t *op = code + pc;
        switch ((re_op)op[0]) {
        case RE_OP_MATCH:
            if ((m->full && at != m->end) || (at == from && at == m->not_empty_at)) break;
            m->slots[0] = from - m->start;
            m->slots[1] = at - m->start;
            return true;
        case RE_OP_BYTE:
            if (at == m->end || (unsigned char)*at != op[1]) break;
            at++;
            pc += 2;
            continue;
        case RE_OP_STRING:
            if ((size_t)(m->end - at) < op[2] || memcmp(at, m->program->literals + op[1], op[2]))
                break;
            at += op[2];
            pc += 3;
            continue;
        case RE_OP_CASELESS:
            if (at == m->end || !(at = match_one(m, wide, op, at))) break;
            pc += 3;
            continue;
        case RE_OP_ANY:
        case RE_OP_ANY_AT_ALL:
            if (at == m->end || !(at = match_one(m, wide, op, at))) break;
            pc += 1;
            continue;
        case RE_OP_SET:
            if (at == m->end || !(at = match_one(m, wide, op, at))) break;
            pc += 2;
            continue;
        case RE_OP_AT:
            if (!is_at(m, wide, (re_place)op[1], at, op[2])) break;
            pc += 3;
            continue;
        case RE_OP_SAVE:
            set_slot(m, op[1], at - m->start);
            pc += 2;
            continue;
        case RE_OP_CLOSE:
            set_slot(m, 2 * op[1] + 1, at - m->start);
            set_slot(m, re_last_group_slot(m->program), op[1]);
            pc += 2;
            continue;
        case RE_OP_SPLIT:
            push(m, CHOICE, op[2], at, 0);
            pc = op[1];
            continue;
        case RE_OP_JUMP: pc = op[1]; continue;
        case RE_OP_RUN:
            if (!(at = start_run(m, wide, pc, at))) break;
            pc = behind_run(m, pc);
            continue;
        case RE_OP_LOOP_BEGIN:
            set_slot(m, op[1], -1);
            set_slot(m, op[1] + 1, -1);
            pc += 2;
            continue;
        case RE_OP_LOOP: pc = loop(m, pc, at); continue;
        case RE_OP_LOOP_AGAIN:
            begin_iteration(m, op[1], at);
            pc += 2;
            continue;
        case RE_OP_BACKREF:
            if (!(at = match_group(m, wide, op, at))) break;
            pc += 4;
            continue;
        case RE_OP_IF: pc = group_is_set(m, op[1]) ? pc + 3 : op[2]; continue;
        case RE_OP_BACK:
            if (!(at = go_back(m, wide, op[1], at))) break;
            pc += 2;
            continue;
        case RE_OP_LOOK:
            begin_look(m, op[1], m->depth, at);
            pc += 2;
            continue;
        case RE_OP_LOOK_END:
        case RE_OP_ATOMIC_END:
            if (op[0] == RE_OP_LOOK_END) at = m->start + m->slots[op[1] + 1];
            cut(m, (uint32_t)m->slots[op[1]]);
            pc += 2;
            continue;
        case RE_OP_LOOK_NOT: {
            uint32_t depth = m->depth;
            push(m, CHOICE, op[2], at, 0);
            begin_look(m, op[1], depth, at);
            pc += 3;
            continue;
        }
        case RE_OP_LOOK_NOT_END: unwind(m, (uint32_t)m->slots[op[1]]); break;
        }
        if (!backtrack(m, wide, &pc, &at)) return false;
    }
}

static __attribute__((noinline)) bool execute_wide(machine *m, const char *from)
{
    return execute(m, true, from);
}

static __attribute__((noinline)) bool execute_narrow(machine *m, const char *from)
{
    return execute(m, false, from);
}

/* ---- searching ------------------------------------------------------------------------------- */

/* The next place at or after `at` where a match may begin; NULL = there is none. */
static const char *next_candidate(const re_program *p, const char *at, const char *end)
{
    if (!p->has_first) return at;
    if (p->only_first >= 0) return at < end ? memchr(at, p->only_first, (size_t)(end - at)) : NULL;
    for (; at < end; at++) {
        unsigned char byte = (unsigned char)*at;
        if (p->first[byte / 8] >> (byte % 8) & 1) return at;
    }
    return NULL;
}

static bool search(machine *m, bool wide, const char *at)
{
    const re_program *p = m->program;
    while ((at = next_candidate(p, at, m->end))) {
        bool starts = !wide || at == m->end || rt_utf8_starts(*at);
        if (starts && (wide ? execute_wide(m, at) : execute_narrow(m, at))) return true;
        if (at++ == m->end || p->anchored) return false;
    }
    return false;
}

bool re_run(const re_program *p, const re_subject *subject, const char *from, re_how how,
            const char *not_empty_at, intptr_t *slots)
{
    machine m = {.program = p,
                 .start = subject->start,
                 .end = subject->end,
                 .not_empty_at = not_empty_at,
                 .full = how == RE_FULL_MATCH,
                 .slots = slots,
                 .capacity = sizeof(m.first_entries) / sizeof(m.first_entries[0])};
    m.stack = m.first_entries;
    for (uint32_t i = 0; i < p->slot_count; i++) slots[i] = -1;
    bool found = how == RE_SEARCH ? search(&m, subject->wide, from)
                 : subject->wide  ? execute_wide(&m, from)
                                  : execute_narrow(&m, from);
    if (m.stack != m.first_entries) free(m.stack);
    return found;
}
