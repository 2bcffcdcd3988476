/* re_parse.h: what the two files of the parser of patterns share. */
#ifndef ASYNCC_LIB_RE_PARSE_H
#define ASYNCC_LIB_RE_PARSE_H

#include "lib/re.h"

#define RE_ESCAPED 0x40000000u /* in a token: a backslash stands before it */
#define RE_END 0x80000000u     /* the token behind the last one */

typedef struct re_parser {
    const uint32_t *text; /* the pattern's characters */
    size_t length;
    size_t index;  /* behind the next token */
    uint32_t next; /* the next token */
    rt_value pattern;
    bool is_text, failed;
    re_program *program;
    re_node **nodes;  /* all that were allocated */
    bool *open;       /* by group: its end is still to come */
    re_width *widths; /* by group */
    uint32_t
        lookbehind_groups; /* inside of a lookbehind: groups from here on are in it; 0 = outside */
    uint32_t highest_condition; /* the highest group that a condition asks for by number */
    int64_t highest_condition_at;
} re_parser;

/* Raises re.error with the place, once. Returns NULL. */
void *re_fail_at(re_parser *p, int64_t position, const char *format, ...);

void re_advance(re_parser *p);
uint32_t re_take(re_parser *p); /* the next token */
bool re_accept(re_parser *p, uint32_t token);
int64_t re_tell(const re_parser *p); /* where the next token stands */
rt_value re_text_between(const re_parser *p, int64_t start, int64_t end); /* owned */

re_node *re_new_node(re_parser *p, re_node_kind kind, uint32_t flags);

/* False: raised. `offset`: how far the error's place is before the next token. */
bool re_group_may_be_referred_to(re_parser *p, uint32_t group, int64_t offset);

/* re_parse_chars.c: behind a backslash, and behind an opening bracket. NULL: failed. */
re_node *re_parse_escape(re_parser *p, uint32_t letter, uint32_t flags);
re_node *re_parse_set(re_parser *p, uint32_t flags);

/* re_compile.c */
bool re_lookbehinds_are_fixed(const re_node *nodes, const re_width *groups);

#endif
