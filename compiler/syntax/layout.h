/* Layout: what the places of line ends and the widths of indentations mean.
 *
 * In: the lexer's tokens. Out: the same with NEWLINE, INDENT and DEDENT as the grammar wants
 * them, and `match` and `case` told from names. Every NEWLINE ends a line that holds something;
 * the last token is TOK_YYEOF.
 */
#ifndef ASYNCC_SYNTAX_LAYOUT_H
#define ASYNCC_SYNTAX_LAYOUT_H

#include "syntax/lexer.h"

enum { LAYOUT_MAX_INDENTS = 100, LAYOUT_QUEUE = 8 };

/* An open block: its indentation, measured with tabs of 8 and with tabs of 1. Where both
 * measures do not agree in order, the meaning depends on the width of tabs. */
typedef struct indentation {
    uint32_t column;
    uint32_t alternate;
    bool ignored; /* a mistake: the parser knows nothing of it */
    bool cases;   /* the block of a match statement */
} indentation;

typedef struct layout {
    lexer lexer;
    indentation indents[LAYOUT_MAX_INDENTS];
    int indent_count; /* at least 1: the margin */
    int dedents;      /* blocks that still have to be closed */
    bool at_line_start;
    bool after_newline;        /* nothing yet on the logical line */
    token queue[LAYOUT_QUEUE]; /* tokens made ahead of the text, newest last */
    int queued;
    /* The logical line so far, or the last one while at a line's start: */
    token first;   /* its first token; for `async`, the one after */
    int last_kind; /* its last token */
    bool star;     /* `except*` */
    bool made_up;  /* it stands after a block that was missing */
    bool failed;   /* set by the parser when it reports a mistake on the line */
    name match, case_;
} layout;

void layout_init(layout *l, compilation *c, const source *s);
void layout_next(layout *l, token *out);

/* After a mistake: forgets open brackets, ends the line, and goes on with the line `offset` is
 * on. */
void layout_restart(layout *l, uint32_t offset);

#endif
