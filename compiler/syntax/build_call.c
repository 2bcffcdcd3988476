/* Building calls and parameter lists. */
#include <string.h>

#include "syntax/build.h"
#include "syntax/targets.h"

#define MAKE(kind, span, ...) make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})

/* -- calls ------------------------------------------------------------------------------------- */

static bool is_unpacked_keywords(const ast_node *argument)
{
    return argument->kind == AST_keyword && !argument->as.keyword.arg;
}

/* Positional arguments come before keywords, and nothing positional after a **. */
static void check_order(parser *p, ast_list arguments)
{
    bool keyword = false, unpacked = false;
    for (uint32_t i = 0; i < arguments.count; i++) {
        ast_node *argument = arguments.items[i];
        if (is_unpacked_keywords(argument)) {
            unpacked = true;
        } else if (argument->kind == AST_keyword) {
            keyword = true;
        } else if (argument->kind == AST_Starred) {
            if (unpacked)
                parse_error(p, argument->span,
                            "iterable argument unpacking follows keyword argument unpacking");
        } else if (unpacked || keyword) {
            parse_error(p, argument->span, "positional argument follows keyword argument%s",
                        unpacked ? " unpacking" : "");
        }
    }
}

static void check_repetition(parser *p, ast_list arguments, uint32_t index)
{
    name arg = arguments.items[index]->as.keyword.arg;
    for (uint32_t i = 0; i < index; i++) {
        const ast_node *other = arguments.items[i];
        if (other->kind == AST_keyword && other->as.keyword.arg == arg) {
            parse_error(p, arguments.items[index]->span, "keyword argument repeated: %s",
                        arg->text);
            return;
        }
    }
}

ast_list check_arguments(parser *p, ast_list arguments, src_span comma)
{
    bool alone = arguments.count == 1 && comma.start == comma.end;
    for (uint32_t i = 0; i < arguments.count; i++) {
        const ast_node *argument = arguments.items[i];
        if (argument->kind == AST_GeneratorExp && !argument->parenthesised && !alone)
            parse_error(p, argument->span, "Generator expression must be parenthesized");
        else if (argument->kind == AST_keyword && argument->as.keyword.arg)
            check_repetition(p, arguments, i);
    }
    check_order(p, arguments);
    return arguments;
}

void split_arguments(parser *p, ast_list arguments, ast_list *positional, ast_list *keywords)
{
    for (uint32_t i = 0; i < arguments.count; i++) {
        ast_node *argument = arguments.items[i];
        ast_list *list = argument->kind == AST_keyword ? keywords : positional;
        *list = list_add(p, *list, argument);
    }
}

/* A generator expression that is the only argument takes the call's parentheses for its own. */
ast_node *make_call(parser *p, src_span span, ast_node *callee, ast_list arguments)
{
    struct ast_Call call = {.func = callee};
    split_arguments(p, arguments, &call.args, &call.keywords);
    if (arguments.count == 1 && arguments.items[0]->kind == AST_GeneratorExp &&
        !arguments.items[0]->parenthesised) {
        uint32_t open = callee->span.end;
        while (p->source->text[open] != '(') open++;
        arguments.items[0]->span = (src_span){open, span.end};
    }
    return make_node(p, AST_Call, span, &call);
}

ast_node *make_keyword(parser *p, src_span span, ast_node *target, ast_node *value, src_span equal)
{
    if (target->kind == AST_Name && !target->parenthesised)
        return MAKE(keyword, span, target->as.Name.id, value);
    ast_constant_tag tag =
        target->kind == AST_Constant ? target->as.Constant.value.tag : AST_CONST_STR;
    src_span to_equal = span_join(target->span, equal);
    if (tag == AST_CONST_NONE || tag == AST_CONST_TRUE || tag == AST_CONST_FALSE)
        parse_error(p, to_equal, "cannot assign to %s", describe_expression(target));
    else
        parse_error(p, to_equal, "expression cannot contain assignment, perhaps you meant \"==\"?");
    return value;
}

ast_node *refuse_keyword_comprehension(parser *p, src_span target, src_span equal, ast_node *value)
{
    parse_error(p, span_join(target, equal),
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return value;
}

/* -- parameters -------------------------------------------------------------------------------- */

struct parameter {
    parameter_kind kind;
    src_span span;
    name id;
    ast_node *annotation;
    ast_node *value; /* the default */
};

/* The list so far, with what decides about the order of what follows. */
struct parameters {
    struct ast_arguments arguments;
    src_span bare_star; /* of a * that still needs a name behind it */
    bool has_bare_star;
    bool has_star; /* * or *name: what follows is by keyword only */
    bool has_slash;
};

struct parameter *make_parameter(parser *p, parameter_kind kind, src_span span, name id,
                                 ast_node *annotation, ast_node *value)
{
    struct parameter *made = arena_new(p->memory, struct parameter);
    *made = (struct parameter){kind, span, id, annotation, value};
    return made;
}

struct parameter *make_marker(parser *p, parameter_kind kind, src_span span)
{
    return make_parameter(p, kind, span, NULL, NULL, NULL);
}

static void add_plain(parser *p, struct parameters *list, struct parameter *next, ast_node *arg)
{
    struct ast_arguments *to = &list->arguments;
    if (list->has_star) {
        to->kwonlyargs = list_add(p, to->kwonlyargs, arg);
        to->kw_defaults = list_add(p, to->kw_defaults, next->value);
        list->has_bare_star = false;
        return;
    }
    to->args = list_add(p, to->args, arg);
    if (next->value)
        to->defaults = list_add(p, to->defaults, next->value);
    else if (to->defaults.count)
        parse_error(p, next->span, "non-default argument follows default argument");
}

/* What stood before the slash was positional only. */
static void add_slash(parser *p, struct parameters *list, src_span span)
{
    struct ast_arguments *to = &list->arguments;
    if (list->has_star)
        parse_error(p, span, "/ must be ahead of *");
    else if (list->has_slash)
        parse_error(p, span, "/ may appear only once");
    else if (!to->args.count)
        parse_error(p, span, "invalid syntax");
    to->posonlyargs = to->args;
    to->args = (ast_list){0};
    list->has_slash = true;
}

static void add_star(parser *p, struct parameters *list, struct parameter *next, ast_node *arg)
{
    if (list->has_star)
        parse_error(p, (src_span){next->span.start - (arg != NULL), next->span.end},
                    "* argument may appear only once");
    list->has_star = true;
    list->has_bare_star = !arg;
    list->bare_star = next->span;
    list->arguments.vararg = arg;
}

struct parameters *add_parameter(parser *p, struct parameters *list, struct parameter *next)
{
    if (!list) list = arena_new(p->memory, struct parameters);
    if (list->arguments.kwarg)
        parse_error(p, next->span, "arguments cannot follow var-keyword argument");
    ast_node *arg = next->id ? MAKE(arg, next->span, next->id, next->annotation) : NULL;
    switch (next->kind) {
    case PARAMETER_PLAIN: add_plain(p, list, next, arg); break;
    case PARAMETER_SLASH: add_slash(p, list, next->span); break;
    case PARAMETER_REST:
    case PARAMETER_BARE_STAR: add_star(p, list, next, arg); break;
    case PARAMETER_KEYWORDS: list->arguments.kwarg = arg; break;
    }
    return list;
}

ast_node *make_arguments(parser *p, src_span span, struct parameters *list)
{
    struct ast_arguments none = {0};
    if (list && list->has_bare_star)
        parse_error(p, list->bare_star, "named arguments must follow bare *");
    return make_node(p, AST_arguments, span, list ? &list->arguments : &none);
}
