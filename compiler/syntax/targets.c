/* Targets: turning expressions into targets, or saying what they are instead. */
#include "syntax/targets.h"

static const char *const DESCRIPTIONS[AST_KIND_COUNT] = {
    [AST_BoolOp] = "expression",
    [AST_BinOp] = "expression",
    [AST_UnaryOp] = "expression",
    [AST_NamedExpr] = "named expression",
    [AST_Lambda] = "lambda",
    [AST_IfExp] = "conditional expression",
    [AST_Dict] = "dict literal",
    [AST_Set] = "set display",
    [AST_ListComp] = "list comprehension",
    [AST_SetComp] = "set comprehension",
    [AST_DictComp] = "dict comprehension",
    [AST_GeneratorExp] = "generator expression",
    [AST_Await] = "await expression",
    [AST_Yield] = "yield expression",
    [AST_YieldFrom] = "yield expression",
    [AST_Compare] = "comparison",
    [AST_Call] = "function call",
    [AST_JoinedStr] = "f-string expression",
    [AST_FormattedValue] = "f-string expression",
    [AST_Attribute] = "attribute",
    [AST_Subscript] = "subscript",
    [AST_Starred] = "starred",
    [AST_Name] = "name",
    [AST_List] = "list",
    [AST_Tuple] = "tuple",
};

const char *describe_expression(const ast_node *node)
{
    if (node->kind != AST_Constant)
        return DESCRIPTIONS[node->kind] ? DESCRIPTIONS[node->kind] : "expression";
    switch (node->as.Constant.value.tag) {
    case AST_CONST_NONE: return "None";
    case AST_CONST_TRUE: return "True";
    case AST_CONST_FALSE: return "False";
    case AST_CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

static void set_context(ast_node *target, ast_context ctx)
{
    switch (target->kind) {
    case AST_Name: target->as.Name.ctx = ctx; break;
    case AST_Attribute: target->as.Attribute.ctx = ctx; break;
    case AST_Subscript: target->as.Subscript.ctx = ctx; break;
    case AST_Starred:
        target->as.Starred.ctx = ctx;
        set_context(target->as.Starred.value, ctx);
        break;
    case AST_List:
    case AST_Tuple: {
        ast_list *elements =
            target->kind == AST_List ? &target->as.List.elts : &target->as.Tuple.elts;
        if (target->kind == AST_List)
            target->as.List.ctx = ctx;
        else
            target->as.Tuple.ctx = ctx;
        for (uint32_t i = 0; i < elements->count; i++) set_context(elements->items[i], ctx);
        break;
    }
    default: break;
    }
}

/* The first part of a would-be target that is none; NULL when all of it is one. */
static const ast_node *first_invalid(const ast_node *target, target_place place)
{
    const ast_list *elements;
    switch (target->kind) {
    case AST_Name:
    case AST_Attribute:
    case AST_Subscript: return NULL;
    case AST_Starred:
        return place == TARGET_DELETE ? target : first_invalid(target->as.Starred.value, place);
    case AST_List: elements = &target->as.List.elts; break;
    case AST_Tuple: elements = &target->as.Tuple.elts; break;
    default: return target;
    }
    for (uint32_t i = 0; i < elements->count; i++) {
        const ast_node *invalid = first_invalid(elements->items[i], place);
        if (invalid) return invalid;
    }
    return NULL;
}

/* CPython guesses at `==` only where the invalid part is an operand directly before the `=`. */
static bool may_mean_comparison(const ast_node *whole, const ast_node *invalid)
{
    bool last = invalid == whole;
    if (whole->kind == AST_Tuple && !whole->parenthesised) {
        const ast_list *elements = &whole->as.Tuple.elts;
        last = elements->count && elements->items[elements->count - 1] == invalid;
    }
    switch (invalid->kind) {
    case AST_Constant:
        return last && invalid->as.Constant.value.tag != AST_CONST_NONE &&
               invalid->as.Constant.value.tag != AST_CONST_TRUE &&
               invalid->as.Constant.value.tag != AST_CONST_FALSE;
    case AST_Compare:
    case AST_Lambda:
    case AST_IfExp:
    case AST_BoolOp:
    case AST_GeneratorExp: return false;
    case AST_UnaryOp: return last && invalid->as.UnaryOp.op != AST_NOT;
    default: return last;
    }
}

void make_target(parser *p, ast_node *target, target_place place)
{
    set_context(target, place == TARGET_DELETE ? AST_DEL : AST_STORE);
    const ast_node *invalid = first_invalid(target, place);
    if (!invalid) return;
    const char *what = describe_expression(invalid);
    if (place == TARGET_DELETE)
        parse_error(p, invalid->span, "cannot delete %s", what);
    else if (place == TARGET_ASSIGN && may_mean_comparison(target, invalid))
        parse_error(p, invalid->span,
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?", what);
    else
        parse_error(p, invalid->span, "cannot assign to %s", what);
}
