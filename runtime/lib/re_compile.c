/* re_compile.c: the tree of a pattern as a program for the machine of re_match.c, and what is known
 * of where matches can begin. */
#include "lib/re_parse.h"

#include <stdlib.h>
#include <string.h>

#include "value/utf8.h"

typedef struct compiler {
    re_program *program;
    uint32_t capacity, literal_size, literal_capacity;
} compiler;

bool re_lookbehinds_are_fixed(const re_node *nodes, const re_width *groups)
{
    for (const re_node *n = nodes; n; n = n->allocated) {
        if (n->kind != RE_NODE_LOOK || !n->behind) continue;
        re_width width = re_node_width(n->child, groups);
        if (width.least != width.most) return false;
        ((re_node *)n)->min = (uint32_t)width.least;
    }
    return true;
}

/* ---- code ------------------------------------------------------------------------------------ */

static uint32_t put(compiler *c, uint32_t word)
{
    re_program *p = c->program;
    if (p->code_count == c->capacity) {
        c->capacity = c->capacity ? 2 * c->capacity : 64;
        p->code = realloc(p->code, c->capacity * sizeof(*p->code));
        if (!p->code) abort();
    }
    p->code[p->code_count] = word;
    return p->code_count++;
}

static void put_op(compiler *c, re_op op, uint32_t count, const uint32_t *operands)
{
    put(c, op);
    for (uint32_t i = 0; i < count; i++) put(c, operands[i]);
}
#define PUT(c, op, ...)                                                                            \
    put_op(c, op, sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t), (uint32_t[]){__VA_ARGS__})

/* Sets an address that was put before it was known to what comes next. */
static void land(compiler *c, uint32_t place)
{
    c->program->code[place] = c->program->code_count;
}

static uint32_t new_slots(compiler *c, uint32_t count)
{
    uint32_t first = c->program->slot_count;
    c->program->slot_count += count;
    return first;
}

static bool is_unicode(const compiler *c, const re_node *node)
{
    return c->program->text && !(node->flags & RE_ASCII);
}

/* ---- characters ------------------------------------------------------------------------------ */

/* Is it one that matches only itself? */
static bool is_exact(const compiler *c, const re_node *node)
{
    if (node->kind != RE_NODE_CHAR) return false;
    if (!(node->flags & RE_IGNORECASE)) return true;
    bool unicode = is_unicode(c, node);
    if (node->value >= 128) return !unicode;
    uint32_t letter = node->value | 32;
    return letter < 'a' || letter > 'z';
}

static size_t encode(const compiler *c, uint32_t code, char out[4])
{
    if (c->program->text) return rt_utf8_put(code, out);
    out[0] = (char)code;
    return 1;
}

static void add_literal(compiler *c, const char *bytes, size_t size)
{
    if (c->literal_size + size > c->literal_capacity) {
        c->literal_capacity = 2 * c->literal_capacity + 32;
        c->program->literals = realloc(c->program->literals, c->literal_capacity);
        if (!c->program->literals) abort();
    }
    memcpy(c->program->literals + c->literal_size, bytes, size);
    c->literal_size += (uint32_t)size;
}

/* A row of exact characters as one comparison; returns the first node behind it. */
static const re_node *put_string(compiler *c, const re_node *node)
{
    uint32_t offset = c->literal_size;
    for (; node && is_exact(c, node); node = node->next) {
        char bytes[4];
        add_literal(c, bytes, encode(c, node->value, bytes));
    }
    uint32_t size = c->literal_size - offset;
    if (size == 1)
        PUT(c, RE_OP_BYTE, (unsigned char)c->program->literals[offset]);
    else
        PUT(c, RE_OP_STRING, offset, size);
    return node;
}

static bool is_single(const re_node *node)
{
    return node->kind == RE_NODE_CHAR || node->kind == RE_NODE_ANY || node->kind == RE_NODE_SET;
}

static void put_single(compiler *c, const re_node *node)
{
    if (node->kind == RE_NODE_ANY) {
        put(c, node->flags & RE_DOTALL ? RE_OP_ANY_AT_ALL : RE_OP_ANY);
    } else if (node->kind == RE_NODE_SET) {
        PUT(c, RE_OP_SET, node->value);
    } else if (is_exact(c, node)) {
        re_node alone = *node;
        alone.next = NULL;
        put_string(c, &alone);
    } else {
        bool unicode = is_unicode(c, node);
        PUT(c, RE_OP_CASELESS, re_case_key(node->value, unicode), unicode);
    }
}

/* ---- repetitions ----------------------------------------------------------------------------- */

static void put_node(compiler *c, const re_node *node, const re_node *behind);

/* The byte that what follows must begin with, if there is only one such byte. */
static uint32_t byte_behind(const compiler *c, const re_node *behind)
{
    while (behind && (behind->kind == RE_NODE_GROUP || behind->kind == RE_NODE_SEQUENCE))
        behind = behind->child;
    if (!behind || !is_exact(c, behind)) return RE_NO_BYTE;
    char bytes[4];
    encode(c, behind->value, bytes);
    return (unsigned char)bytes[0];
}

static void put_run(compiler *c, const re_node *node, const re_node *behind)
{
    uint32_t head = c->program->code_count;
    PUT(c, RE_OP_RUN, node->min, node->max, node->mode, byte_behind(c, behind), 0);
    put_single(c, node->child);
    c->program->code[head + RE_RUN_HEAD - 1] = c->program->code_count - head - RE_RUN_HEAD;
}

static void put_optional(compiler *c, const re_node *node)
{
    PUT(c, RE_OP_SPLIT, 0, 0);
    uint32_t first = c->program->code_count - 2, second = first + 1;
    bool lazy = node->mode == RE_LAZY;
    land(c, lazy ? second : first);
    put_node(c, node->child, NULL);
    land(c, lazy ? first : second);
}

/* LOOP_BEGIN, LOOP -> exit, [LOOP_AGAIN], the body, JUMP to LOOP */
static void put_loop(compiler *c, const re_node *node)
{
    uint32_t slot = new_slots(c, 2);
    bool lazy = node->mode == RE_LAZY;
    PUT(c, RE_OP_LOOP_BEGIN, slot);
    uint32_t loop = c->program->code_count;
    PUT(c, RE_OP_LOOP, slot, node->min, node->max, lazy, 0);
    uint32_t exit = c->program->code_count - 1;
    if (lazy) PUT(c, RE_OP_LOOP_AGAIN, slot);
    put_node(c, node->child, NULL);
    PUT(c, RE_OP_JUMP, loop);
    land(c, exit);
}

static void put_atomic(compiler *c, const re_node *inside)
{
    uint32_t slot = new_slots(c, 2);
    PUT(c, RE_OP_LOOK, slot);
    put_node(c, inside, NULL);
    PUT(c, RE_OP_ATOMIC_END, slot);
}

static void put_repeat(compiler *c, const re_node *node, const re_node *behind)
{
    const re_node *child = node->child;
    if (is_single(child)) {
        put_run(c, node, behind);
    } else if (node->mode == RE_POSSESSIVE) {
        re_node each = {.kind = RE_NODE_ATOMIC, .child = node->child};
        re_node greedy = *node;
        greedy.mode = RE_GREEDY;
        greedy.child = &each;
        put_atomic(c, &greedy);
    } else if (node->min == 0 && node->max == 1) {
        put_optional(c, node);
    } else if (node->max > 0) {
        put_loop(c, node);
    }
}

/* ---- the rest of the nodes ------------------------------------------------------------------- */

static void put_sequence(compiler *c, const re_node *node, const re_node *behind)
{
    for (const re_node *n = node->child; n;) {
        if (is_exact(c, n)) {
            n = put_string(c, n);
            continue;
        }
        put_node(c, n, n->next ? n->next : behind);
        n = n->next;
    }
}

static void put_branch(compiler *c, const re_node *node)
{
    uint32_t to_end = 0; /* the jumps to the end, chained through their addresses */
    for (const re_node *n = node->child; n; n = n->next) {
        uint32_t second = 0;
        if (n->next) {
            PUT(c, RE_OP_SPLIT, c->program->code_count + 3, 0);
            second = c->program->code_count - 1;
        }
        put_node(c, n, NULL);
        if (!n->next) break;
        PUT(c, RE_OP_JUMP, to_end);
        to_end = c->program->code_count - 1;
        land(c, second);
    }
    while (to_end) {
        uint32_t before = c->program->code[to_end];
        land(c, to_end);
        to_end = before;
    }
}

static void put_group(compiler *c, const re_node *node, const re_node *behind)
{
    if (!node->value) {
        put_node(c, node->child, behind);
        return;
    }
    PUT(c, RE_OP_SAVE, 2 * node->value);
    put_node(c, node->child, NULL);
    PUT(c, RE_OP_CLOSE, node->value);
}

static void put_look(compiler *c, const re_node *node)
{
    uint32_t slot = new_slots(c, 2);
    uint32_t address = 0;
    if (node->negated) {
        PUT(c, RE_OP_LOOK_NOT, slot, 0);
        address = c->program->code_count - 1;
    } else {
        PUT(c, RE_OP_LOOK, slot);
    }
    if (node->behind) PUT(c, RE_OP_BACK, node->min);
    put_node(c, node->child, NULL);
    PUT(c, node->negated ? RE_OP_LOOK_NOT_END : RE_OP_LOOK_END, slot);
    if (node->negated) land(c, address);
}

static void put_if(compiler *c, const re_node *node)
{
    PUT(c, RE_OP_IF, node->value, 0);
    uint32_t otherwise = c->program->code_count - 1;
    put_node(c, node->child, NULL);
    if (!node->otherwise) {
        land(c, otherwise);
        return;
    }
    PUT(c, RE_OP_JUMP, 0);
    uint32_t end = c->program->code_count - 1;
    land(c, otherwise);
    put_node(c, node->otherwise, NULL);
    land(c, end);
}

/* `behind`: what follows in any case, as far as it is known here. */
static void put_node(compiler *c, const re_node *node, const re_node *behind)
{
    switch ((re_node_kind)node->kind) {
    case RE_NODE_EMPTY: break;
    case RE_NODE_CHAR:
    case RE_NODE_ANY:
    case RE_NODE_SET: put_single(c, node); break;
    case RE_NODE_AT: PUT(c, RE_OP_AT, node->value, is_unicode(c, node)); break;
    case RE_NODE_BACKREF:
        PUT(c, RE_OP_BACKREF, node->value, !!(node->flags & RE_IGNORECASE), is_unicode(c, node));
        break;
    case RE_NODE_SEQUENCE: put_sequence(c, node, behind); break;
    case RE_NODE_BRANCH: put_branch(c, node); break;
    case RE_NODE_GROUP: put_group(c, node, behind); break;
    case RE_NODE_ATOMIC: put_atomic(c, node->child); break;
    case RE_NODE_REPEAT: put_repeat(c, node, behind); break;
    case RE_NODE_LOOK: put_look(c, node); break;
    case RE_NODE_IF: put_if(c, node); break;
    }
}

/* ---- where matches begin --------------------------------------------------------------------- */

static void add_byte(uint8_t bits[32], unsigned byte)
{
    bits[byte / 8] |= (uint8_t)(1u << (byte % 8));
}

/* The first bytes of the characters from 128 on, which are not told apart. */
static void add_high_bytes(uint8_t bits[32])
{
    memset(bits + 16, 0xff, 16);
}

static void add_first_of_set(const compiler *c, const re_node *node, uint8_t bits[32])
{
    const re_set *set = &c->program->sets[node->value];
    for (uint32_t i = 0; i < (c->program->text ? 128 : 256); i++)
        if (re_set_has(set, i)) add_byte(bits, i);
    if (c->program->text) add_high_bytes(bits);
}

static void add_first_of_char(const compiler *c, const re_node *node, uint8_t bits[32])
{
    char bytes[4];
    encode(c, node->value, bytes);
    add_byte(bits, (unsigned char)bytes[0]);
    if (is_exact(c, node)) return;
    uint32_t key = re_case_key(node->value, is_unicode(c, node));
    for (uint32_t i = 0; i < 128; i++)
        if (re_case_key(i, is_unicode(c, node)) == key) add_byte(bits, i);
    if (is_unicode(c, node)) add_high_bytes(bits);
}

/* Adds the bytes that a match of the node can begin with. True: it can also match nothing. */
static bool add_first(const compiler *c, const re_node *node, uint8_t bits[32])
{
    bool empty = false;
    switch ((re_node_kind)node->kind) {
    case RE_NODE_CHAR: add_first_of_char(c, node, bits); return false;
    case RE_NODE_SET: add_first_of_set(c, node, bits); return false;
    case RE_NODE_ANY: memset(bits, 0xff, 32); return false;
    case RE_NODE_SEQUENCE:
        for (const re_node *n = node->child; n; n = n->next)
            if (!add_first(c, n, bits)) return false;
        return true;
    case RE_NODE_BRANCH:
        for (const re_node *n = node->child; n; n = n->next) empty |= add_first(c, n, bits);
        return empty;
    case RE_NODE_GROUP:
    case RE_NODE_ATOMIC: return add_first(c, node->child, bits);
    case RE_NODE_REPEAT: return add_first(c, node->child, bits) || node->min == 0;
    case RE_NODE_AT:
    case RE_NODE_LOOK:
    case RE_NODE_EMPTY: return true;
    case RE_NODE_BACKREF:
    case RE_NODE_IF: break;
    }
    memset(bits, 0xff, 32);
    return true;
}

static int16_t only_bit(const uint8_t bits[32])
{
    int16_t found = -1;
    for (int16_t i = 0; i < 256; i++) {
        if (!(bits[i / 8] >> (i % 8) & 1)) continue;
        if (found >= 0) return -1;
        found = i;
    }
    return found;
}

void re_compile(re_program *p, const re_node *tree)
{
    compiler c = {.program = p};
    p->slot_count = re_last_group_slot(p) + 1;
    put_node(&c, tree, NULL);
    put(&c, RE_OP_MATCH);
    p->has_first = !add_first(&c, tree, p->first);
    p->only_first = p->has_first ? only_bit(p->first) : -1;
    p->anchored = p->code[0] == RE_OP_AT && p->code[1] == RE_AT_START;
}
