/* A token, and the values that tokens and grammar symbols carry. */
#ifndef ASYNCC_SYNTAX_TOKEN_H
#define ASYNCC_SYNTAX_TOKEN_H

#include "syntax/ast.h"

struct parameter;
struct parameters;

/* The semantic value of a symbol of parser.y; its %type says which member. */
typedef union parse_value {
    name name;
    ast_node *node;
    ast_list list;
    ast_names names;
    int number;
    struct parameter *parameter;
    struct parameters *parameters;
} parse_value;

typedef struct token {
    int kind; /* TOK_... of the generated parser.h, whose rows are grammar/tokens.def */
    src_span span;
    parse_value value;
} token;

/* What the texts and traits of tokens.def say about a kind. */
enum { BEGINS = 1, ENDS = 2, KEYWORD = 4, LAYOUT = 8 };

const char *token_name(int kind);
const char *token_text(int kind);
int token_traits(int kind);

#endif
