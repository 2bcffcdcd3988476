/* The facts of grammar/tokens.def, by token kind. */
#include "syntax/token.h"

#include "parser.h"

typedef struct token_info {
    const char *name;
    const char *text;
    int traits;
} token_info;

/* Indexed by the distance from Bison's last own token. */
static const token_info TOKENS[] = {
#define TOKEN(id, text, traits) [TOK_##id - TOK_YYUNDEF] = {#id, text, traits},
#include "../../grammar/tokens.def"
};

static const token_info *info(int kind)
{
    static const token_info end = {"END", "end of file", 0};
    static const token_info unknown = {"UNKNOWN", "unknown", 0};
    int index = kind - TOK_YYUNDEF;
    if (kind == TOK_YYEOF) return &end;
    bool known = index > 0 && index < (int)(sizeof TOKENS / sizeof *TOKENS);
    return known ? &TOKENS[index] : &unknown;
}

const char *token_name(int kind)
{
    return info(kind)->name;
}

const char *token_text(int kind)
{
    return info(kind)->text;
}

int token_traits(int kind)
{
    return info(kind)->traits;
}
