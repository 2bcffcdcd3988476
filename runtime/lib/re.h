/* re.h: what the parts of the module re share: the tree of a pattern, the program made of it, and
 * the two kinds of objects.
 *
 * pattern text --re_parse--> tree --re_compile--> program --re_match--> positions of groups.
 * Text is matched where it stands, as UTF-8 or as bytes; positions are byte offsets and become
 * code points only where a program asks for them. */
#ifndef ASYNCC_LIB_RE_H
#define ASYNCC_LIB_RE_H

#include "value/object.h"

enum {
    RE_TEMPLATE = 1,
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
};

#define RE_NO_LIMIT UINT32_MAX /* of a repetition */

/* ---- characters (re_chars.c) ----------------------------------------------------------------- */

typedef enum re_category { RE_ONE_OF_RANGE, RE_DIGIT, RE_SPACE, RE_WORD } re_category;

typedef struct re_set_item {
    uint8_t category; /* re_category */
    bool negated;     /* \D, \S, \W */
    uint32_t low, high;
} re_set_item;

typedef struct re_set {
    uint32_t low_bits[8]; /* the answers for characters below 256 */
    bool negated, ignore_case, unicode;
    uint32_t count;
    re_set_item *items; /* malloc'ed */
} re_set;

void re_set_finish(re_set *set);                   /* fills in low_bits */
bool re_set_decide(const re_set *set, uint32_t c); /* without low_bits */

static inline bool re_set_has(const re_set *set, uint32_t c)
{
    return c < 256 ? set->low_bits[c / 32] >> (c % 32) & 1 : re_set_decide(set, c);
}

bool re_is_word(uint32_t c, bool unicode);
uint32_t re_lower(uint32_t c, bool unicode);
/* Equal for characters that match each other when case is ignored. */
uint32_t re_case_key(uint32_t c, bool unicode);

/* ---- the tree -------------------------------------------------------------------------------- */

typedef enum re_node_kind {
    RE_NODE_EMPTY,
    RE_NODE_CHAR,     /* value: the character */
    RE_NODE_ANY,      /* . */
    RE_NODE_SET,      /* value: index of the set */
    RE_NODE_AT,       /* value: re_place */
    RE_NODE_BACKREF,  /* value: the group */
    RE_NODE_SEQUENCE, /* child: the first, then by next */
    RE_NODE_BRANCH,   /* child: the first alternative, then by next */
    RE_NODE_GROUP,    /* child; value: its number, 0 = it does not capture */
    RE_NODE_ATOMIC,   /* child */
    RE_NODE_REPEAT,   /* child; min, max, mode */
    RE_NODE_LOOK,     /* child; negated; behind */
    RE_NODE_IF,       /* value: the group; child: yes; otherwise: no, may be NULL */
} re_node_kind;

typedef enum re_place {
    RE_AT_START,
    RE_AT_LINE_START,
    RE_AT_END,      /* of the text */
    RE_AT_LAST_END, /* there or before a newline there */
    RE_AT_LINE_END,
    RE_AT_BOUNDARY,
    RE_AT_NO_BOUNDARY,
} re_place;

typedef enum re_mode { RE_GREEDY, RE_LAZY, RE_POSSESSIVE } re_mode;

typedef struct re_node re_node;
struct re_node {
    uint8_t kind, mode;
    bool negated, behind;
    uint16_t flags; /* in force where it stands */
    uint32_t value, min, max;
    re_node *child, *otherwise, *next;
    re_node *allocated; /* all nodes of a pattern, to free them */
};

typedef struct re_width { /* in characters, saturating */
    uint64_t least, most;
} re_width;

/* ---- the program ----------------------------------------------------------------------------- */

/* Operations; operands follow. Addresses are indices into the code. */
typedef enum re_op {
    RE_OP_MATCH,
    RE_OP_BYTE,     /* byte */
    RE_OP_STRING,   /* offset, size: in `literals` */
    RE_OP_CASELESS, /* key, unicode */
    RE_OP_ANY,      /* not a newline */
    RE_OP_ANY_AT_ALL,
    RE_OP_SET,          /* set */
    RE_OP_AT,           /* place, unicode */
    RE_OP_SAVE,         /* slot: keeps where it is */
    RE_OP_CLOSE,        /* group: keeps its end and that it is the last one */
    RE_OP_SPLIT,        /* first, second: tries both */
    RE_OP_JUMP,         /* address */
    RE_OP_RUN,          /* min, max, mode, byte behind or RE_NO_BYTE, size; then the operation of
                       * one character, which is tried that often */
    RE_OP_LOOP_BEGIN,   /* slot */
    RE_OP_LOOP,         /* slot, min, max, lazy, exit: begins an iteration or leaves */
    RE_OP_LOOP_AGAIN,   /* slot: begins an iteration of a lazy loop */
    RE_OP_BACKREF,      /* group, ignore case, unicode */
    RE_OP_IF,           /* group, address if it did not match */
    RE_OP_BACK,         /* count of characters */
    RE_OP_LOOK,         /* slot: what follows is tried on its own, up to ... */
    RE_OP_LOOK_END,     /* slot: it matched: back to where it began */
    RE_OP_ATOMIC_END,   /* slot: it matched, and stays as it did */
    RE_OP_LOOK_NOT,     /* slot, address if it does not match */
    RE_OP_LOOK_NOT_END, /* slot */
} re_op;

enum { RE_RUN_HEAD = 6, RE_LOOP_SIZE = 6, RE_AGAIN_SIZE = 2, RE_NO_BYTE = 256 };

/* Slots of a match: two a group (group 0 first), the number of the group closed last, then those
 * of loops and looks. */
typedef struct re_program {
    uint32_t *code, code_count;
    re_set *sets;
    uint32_t set_count;
    char *literals;
    uint32_t groups; /* group 0 not counted */
    uint32_t slot_count;
    uint32_t flags;
    bool text;          /* a str pattern */
    bool anchored;      /* begins with \A */
    bool has_first;     /* a match begins with one of these bytes */
    int16_t only_first; /* the one byte that a match begins with; -1 = several */
    uint8_t first[32];
    rt_value names; /* a dict: name -> number of the group */
} re_program;

static inline uint32_t re_last_group_slot(const re_program *p)
{
    return 2 * (p->groups + 1);
}

/* Parses and compiles a known str, bytes or bytearray. NULL: raised. */
re_program *re_program_new(rt_value pattern, uint32_t flags);
void re_program_free(re_program *p);

/* re_parse.c: the tree; sets, groups, names and flags go into the program. NULL: raised. *nodes
 * gets the list of all nodes, also then. */
re_node *re_parse(rt_value pattern, uint32_t flags, re_program *p, re_node **nodes);
re_width re_node_width(const re_node *node, const re_width *groups);

/* re_compile.c: fills in the code, the literals and where matches begin. */
void re_compile(re_program *p, const re_node *tree);

/* ---- matching (re_match.c) ------------------------------------------------------------------- */

/* A text being searched; the owner is kept alive by the caller. */
typedef struct re_subject {
    const char *start, *end; /* end: where endpos puts it */
    bool wide;               /* UTF-8 beyond ASCII: characters have several bytes */
} re_subject;

typedef enum re_how { RE_SEARCH, RE_MATCH_HERE, RE_FULL_MATCH } re_how;

/* Looks for a match that begins at or after `from`. `not_empty_at`: where no empty match may be;
 * NULL = may be anywhere. slots: program->slot_count, filled in: byte offsets, -1 = unset. */
bool re_run(const re_program *p, const re_subject *subject, const char *from, re_how how,
            const char *not_empty_at, intptr_t *slots);

/* ---- objects (re_pattern.c, re_found.c) ------------------------------------------------------ */

typedef struct re_pattern {
    rt_object head;
    re_program *program;
    rt_value pattern;
    rt_value template;        /* the replacement that was used last; 0 = none */
    rt_value template_pieces; /* what it was parsed into */
} re_pattern;
#define RE_PATTERN(v) ((re_pattern *)(v))

typedef struct re_found { /* a match object */
    rt_object head;
    rt_value pattern; /* an re_pattern */
    rt_value string;
    int64_t pos, endpos; /* in characters */
    intptr_t slots[];    /* groups and the last group's number */
} re_found;
#define RE_FOUND(v) ((re_found *)(v))

extern rt_type rt_re_pattern_type, rt_re_match_type, rt_re_match_iterator_type, rt_re_error_type;

rt_value re_found_new(rt_value pattern, rt_value string, int64_t pos, int64_t endpos,
                      const intptr_t *slots);

/* The text between two offsets of a searched str or bytes; of a bytearray, bytes. */
rt_value re_text_part(rt_value string, intptr_t start, intptr_t end);

/* The text of a group; `absent` (borrowed) where it did not take part. */
rt_value re_group_text(rt_value string, const intptr_t *slots, uint32_t group, rt_value absent);

/* re_template.c: a replacement as a list of texts and of numbers of groups. 0: raised. */
rt_value re_template_parse(rt_value pattern, rt_value template);
/* What the pieces stand for in a match, added to a list of texts. False: raised. */
bool re_template_add(rt_value pieces, rt_value string, const intptr_t *slots, rt_value list);
/* ''.join(list) for str, b''.join for bytes. */
rt_value re_join(bool text, rt_value list);

/* re.error(message, pattern, position); position -1 = none. Consumes the message. Returns 0. */
rt_value re_raise(rt_value message, rt_value pattern, int64_t position);

#endif
