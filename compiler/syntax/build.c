/* Building lists and expressions. */
#include "syntax/build.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include "syntax/targets.h"

#define MAKE(kind, span, ...) make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})

void parse_error(parser *p, src_span at, const char *format, ...)
{
    if (p->failed) return;
    va_list arguments;
    va_start(arguments, format);
    diag_error(&p->c->diags, p->source, at, "%s", arena_vprintf(p->memory, format, arguments));
    va_end(arguments);
    p->failed = true;
}

/* -- lists ------------------------------------------------------------------------------------- */

/* Room for one more item. A list has no field for its capacity: it is the next power of two. */
static void *grown(parser *p, void *items, uint32_t count, size_t size)
{
    bool full = count == 0 || (count & (count - 1)) == 0;
    if (!full) return items;
    void *more = arena_alloc(p->memory, (count ? count * 2 : 1) * size);
    if (count) memcpy(more, items, count * size);
    return more;
}

ast_list list_add(parser *p, ast_list list, ast_node *item)
{
    list.items = grown(p, list.items, list.count, sizeof *list.items);
    list.items[list.count++] = item;
    return list;
}

ast_list list_one(parser *p, ast_node *item)
{
    return list_add(p, (ast_list){0}, item);
}

ast_list list_join(parser *p, ast_list list, ast_list more)
{
    for (uint32_t i = 0; i < more.count; i++) list = list_add(p, list, more.items[i]);
    return list;
}

ast_names names_add(parser *p, ast_names names, name item)
{
    names.items = grown(p, names.items, names.count, sizeof *names.items);
    names.items[names.count++] = item;
    return names;
}

ast_names names_one(parser *p, name item)
{
    return names_add(p, (ast_names){0}, item);
}

/* -- nodes in general -------------------------------------------------------------------------- */

ast_node *make_node(parser *p, ast_kind kind, src_span span, const void *fields)
{
    ast_node *n = ast_new(p->memory, kind, span);
    memcpy(&n->as, fields, ast_info(kind)->size - offsetof(ast_node, as));
    return n;
}

ast_node *make_bare(parser *p, ast_kind kind, src_span span)
{
    return ast_new(p->memory, kind, span);
}

ast_node *make_name(parser *p, src_span span, name id)
{
    return MAKE(Name, span, id, AST_LOAD);
}

ast_node *make_constant(parser *p, src_span span, ast_constant_tag tag)
{
    return MAKE(Constant, span, {.tag = tag}, NULL);
}

ast_node *make_tuple(parser *p, src_span span, ast_list elements)
{
    return parenthesise(MAKE(Tuple, span, elements, AST_LOAD));
}

ast_node *one_or_tuple(parser *p, src_span span, ast_list list, bool comma)
{
    if (list.count == 1 && !comma) return list.items[0];
    return MAKE(Tuple, span, list, AST_LOAD);
}

/* x[*a] is a tuple even without a comma. */
ast_node *one_or_slice_tuple(parser *p, src_span span, ast_list list, bool comma)
{
    bool starred = list.items[0]->kind == AST_Starred;
    return one_or_tuple(p, span, list, comma || starred);
}

ast_node *respan(ast_node *node, src_span span)
{
    node->span = span;
    return node;
}

ast_node *parenthesise(ast_node *node)
{
    node->parenthesised = true;
    return node;
}

src_span cover(src_span first, ast_list block)
{
    return block.count ? span_join(first, block.items[block.count - 1]->span) : first;
}

src_span cover2(src_span first, ast_list block, ast_list other)
{
    return cover(cover(first, block), other);
}

/* -- expressions ------------------------------------------------------------------------------- */

ast_node *make_group(parser *p, src_span span, ast_list elements)
{
    if (elements.count > 1) return make_tuple(p, span, elements);
    ast_node *inner = elements.items[0];
    if (inner->kind == AST_Starred)
        parse_error(p, inner->span, "cannot use starred expression here");
    return parenthesise(inner);
}

ast_node *make_boolop(parser *p, src_span span, ast_boolop op, ast_node *left, ast_node *right)
{
    bool continues = left->kind == AST_BoolOp && left->as.BoolOp.op == op && !left->parenthesised;
    if (!continues) return MAKE(BoolOp, span, op, list_add(p, list_one(p, left), right));
    left->as.BoolOp.values = list_add(p, left->as.BoolOp.values, right);
    return respan(left, span);
}

ast_node *make_compare(parser *p, src_span span, ast_node *left, ast_cmpop op, ast_node *right)
{
    bool continues = left->kind == AST_Compare && !left->parenthesised;
    ast_node *n = continues ? respan(left, span) : MAKE(Compare, span, left, {0}, {0});
    ast_cmpops *ops = &n->as.Compare.ops;
    ops->items = grown(p, ops->items, ops->count, sizeof *ops->items);
    ops->items[ops->count++] = op;
    n->as.Compare.comparators = list_add(p, n->as.Compare.comparators, right);
    return n;
}

ast_node *make_walrus(parser *p, src_span span, ast_node *target, ast_node *value)
{
    if (target->kind == AST_Name && !target->parenthesised)
        target->as.Name.ctx = AST_STORE;
    else
        parse_error(p, target->span, "cannot use assignment expressions with %s",
                    describe_expression(target));
    return MAKE(NamedExpr, span, target, value);
}

ast_node *make_comp_for(parser *p, src_span span, ast_node *target, ast_node *iter, ast_list ifs,
                        bool is_async)
{
    return MAKE(comprehension, span, target, iter, ifs, is_async);
}

ast_node *comprehension_element(parser *p, src_span span, ast_list elements)
{
    ast_node *first = elements.items[0];
    if (elements.count > 1)
        parse_error(p, span, "did you forget parentheses around the comprehension target?");
    else if (first->kind == AST_Starred)
        parse_error(p, first->span, "iterable unpacking cannot be used in comprehension");
    return first;
}

ast_node *add_dict_item(parser *p, ast_node *dict, ast_node *key, ast_node *value)
{
    dict->as.Dict.keys = list_add(p, dict->as.Dict.keys, key);
    dict->as.Dict.values = list_add(p, dict->as.Dict.values, value);
    return dict;
}

/* Kinds that CPython does not guess `==` behind in a condition. */
static bool is_plain_display(const ast_node *n)
{
    ast_constant_tag tag = n->kind == AST_Constant ? n->as.Constant.value.tag : AST_CONST_STR;
    return n->kind == AST_List || n->kind == AST_Tuple || n->kind == AST_GeneratorExp ||
           tag == AST_CONST_NONE || tag == AST_CONST_TRUE || tag == AST_CONST_FALSE;
}

static bool is_operation(const ast_node *n)
{
    bool looser = n->kind == AST_BoolOp || n->kind == AST_Compare || n->kind == AST_IfExp ||
                  n->kind == AST_Lambda || (n->kind == AST_UnaryOp && n->as.UnaryOp.op == AST_NOT);
    return n->parenthesised || !looser;
}

ast_node *refuse_assignment(parser *p, src_span span, ast_node *target, ast_node *value)
{
    src_span equal = {target->span.end, value->span.start};
    if (target->kind == AST_Name && is_operation(value))
        parse_error(p, span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else if (is_operation(target) && is_operation(value) && !is_plain_display(target))
        parse_error(p, target->span,
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                    describe_expression(target));
    else
        parse_error(p, equal, "invalid syntax");
    return target;
}

ast_node *refuse_double_star(parser *p, src_span span, ast_node *value)
{
    parse_error(p, span, "cannot use double starred expression here");
    return value;
}

ast_node *refuse_dict_unpacking(parser *p, src_span span, ast_node *value)
{
    parse_error(p, span, "dict unpacking cannot be used in dict comprehension");
    return value;
}
