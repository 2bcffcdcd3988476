/* Lowering of calls, and of f-strings, which call format().
 *
 * In: Call and JoinedStr nodes. Out, by the form of the arguments:
 *
 *     f(a, b)         call f, a, b              f(a, k=b)   call_named f, a, k=b
 *     x.m(a)          call_method .m x, a       x.m(k=a)    call_method_named .m x, k=a
 *     x.m(f())        %1 = find_method .m x; %2 = call f; call_method .m x, %2   (found: %1)
 *     f(*a, **b)      call_spread f, tuple, dict
 *     super()         super __class__, first parameter */
#include "ir/lower_internal.h"

#include <string.h>

/* -- argument lists ----------------------------------------------------------------------- */

bool has_star(ast_list list)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i]->kind == AST_Starred) return true;
    return false;
}

static bool has_double_star(ast_list keywords)
{
    for (uint32_t i = 0; i < keywords.count; i++)
        if (!keywords.items[i]->as.keyword.arg) return true;
    return false;
}

/* The dict of the named arguments from *at up to the next ** or the end. */
static ir_ref lower_named_run(lowerer *l, ast_list keywords, uint32_t *at, src_span span)
{
    ir_ref *pairs = arena_array(memory_of(l), ir_ref, 2 * (keywords.count - *at));
    uint32_t count = 0;
    for (; *at < keywords.count && keywords.items[*at]->as.keyword.arg; ++*at) {
        const struct ast_keyword *k = &keywords.items[*at]->as.keyword;
        pairs[count++] = const_name(l, scope_mangle(l->program->c, l->scope, k->arg));
        pairs[count++] = lower_expr(l, k->value);
    }
    return emit_value(l, IR_dict, span, count, pairs);
}

ir_ref lower_call_keywords(lowerer *l, ast_list keywords, ir_ref callee, src_span at)
{
    if (!keywords.count) return IR_NO_REF;
    uint32_t i = 0;
    ir_ref all = lower_named_run(l, keywords, &i, at);
    while (i < keywords.count) {
        const struct ast_keyword *k = &keywords.items[i]->as.keyword;
        ir_ref more =
            k->arg ? lower_named_run(l, keywords, &i, at) : (i++, lower_expr(l, k->value));
        emit(l, IR_dict_merge_call, at, REFS(all, more, callee));
    }
    return all;
}

/* -- calls -------------------------------------------------------------------------------- */

/* Where the attribute's name stands, when the expression is spread over lines; else its whole. The
 * rest is what CPython's tracebacks point at, too. */
src_span span_of_attribute(lowerer *l, const ast_node *n, src_span whole)
{
    const source *s = l->module->ir->source;
    if (source_line(s, n->span.start) == source_line(s, n->span.end)) return whole;
    return (src_span){n->span.end - n->as.Attribute.attr->length, whole.end};
}

/* The plain form, callee or object first: `named` says which operation has the keywords. */
static ir_ref call_plain(lowerer *l, const ast_node *n, ir_ref callee, ir_op plain, ir_op named)
{
    const struct ast_Call *call = &n->as.Call;
    uint32_t positional = call->args.count, keywords = call->keywords.count;
    ir_ref *refs = arena_array(memory_of(l), ir_ref, 1 + positional + keywords);
    refs[0] = callee;
    for (uint32_t i = 0; i < positional; i++) refs[1 + i] = lower_expr(l, call->args.items[i]);
    name *names = arena_array(memory_of(l), name, keywords);
    for (uint32_t i = 0; i < keywords; i++) {
        const struct ast_keyword *k = &call->keywords.items[i]->as.keyword;
        names[i] = scope_mangle(l->program->c, l->scope, k->arg);
        refs[1 + positional + i] = lower_expr(l, k->value);
    }
    ir_op op = keywords ? named : plain;
    ir_ref result = emit_value(l, op, n->span, 1 + positional + keywords, refs);
    last_instr(l)->aux.names = names;
    last_instr(l)->aux.name_count = keywords;
    return result;
}

/* The tuple of f(*a) alone is a itself, where it is one; errors name the callee. */
static ir_ref lower_spread_args(lowerer *l, ast_list args, ir_ref callee, src_span at)
{
    if (args.count != 1 || args.items[0]->kind != AST_Starred) return lower_tuple_of(l, args, at);
    ir_ref items = lower_expr(l, args.items[0]->as.Starred.value);
    return emit_value(l, IR_call_args, at, REFS(items, callee));
}

static ir_ref call_spread(lowerer *l, const ast_node *n)
{
    const struct ast_Call *call = &n->as.Call;
    ir_ref callee = lower_expr(l, call->func);
    ir_ref args = lower_spread_args(l, call->args, callee, n->span);
    ir_ref keywords = lower_call_keywords(l, call->keywords, callee, n->span);
    return emit_value(l, IR_call_spread, n->span, REFS(callee, args, keywords));
}

/* Whether evaluating this can run what the program would see, or set a variable. Operators and
 * attributes count as quiet: it takes a special method with side effects to tell them. */
static bool is_quiet(ast_node *n, void *context)
{
    switch (n->kind) {
    case AST_Call:
    case AST_Await:
    case AST_Yield:
    case AST_YieldFrom:
    case AST_NamedExpr:
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp: return false;
    case AST_Lambda: return true;
    case AST_GeneratorExp:
        return is_quiet(n->as.GeneratorExp.generators.items[0]->as.comprehension.iter, context);
    default: return ast_each_child(n, is_quiet, context);
    }
}

static bool are_quiet(ast_list list)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (!is_quiet(list.items[i], NULL)) return false;
    return true;
}

/* Python looks the method up before it evaluates the arguments. Where these could tell, so does
 * find_method; else the call itself does, which is faster. */
static ir_ref call_method(lowerer *l, const ast_node *n)
{
    const struct ast_Call *call = &n->as.Call;
    const struct ast_Attribute *method = &call->func->as.Attribute;
    name attribute = scope_mangle(l->program->c, l->scope, method->attr);
    ir_ref object = lower_expr(l, method->value), found = IR_NO_REF;
    if (!are_quiet(call->args) || !are_quiet(call->keywords)) {
        found = emit_value(l, IR_find_method, span_of_attribute(l, call->func, call->func->span),
                           REFS(object));
        last_instr(l)->aux.name = attribute;
    }
    ir_ref result = call_plain(l, n, object, IR_call_method, IR_call_method_named);
    last_instr(l)->aux.name = attribute;
    last_instr(l)->aux.found = found;
    last_instr(l)->span = span_of_attribute(l, call->func, n->span);
    return result;
}

/* super() in a method: its first parameter, as the variable is now. */
static bool is_bare_super(lowerer *l, const struct ast_Call *call)
{
    if (call->args.count || call->keywords.count || !is_builtin(l, call->func, "super"))
        return false;
    const symbol *cell = symbol_of(l, name_of(l, "__class__"));
    return cell && cell->place == PLACE_FREE && l->scope->host->kind == SCOPE_FUNCTION &&
           l->f->params.positional;
}

static ir_ref call_super(lowerer *l, const ast_node *n)
{
    ir_ref class_ = load_name(l, name_of(l, "__class__"), n->span);
    ir_ref self = load_name(l, l->f->slots.items[0].name, n->span);
    return emit_value(l, IR_super, n->span, REFS(class_, self));
}

ir_ref lower_call(lowerer *l, const ast_node *n)
{
    const struct ast_Call *call = &n->as.Call;
    if (is_bare_super(l, call)) return call_super(l, n);
    ir_ref variables = lower_namespace_call(l, n);
    if (variables != IR_NO_REF) return variables;
    if (has_star(call->args) || has_double_star(call->keywords)) return call_spread(l, n);
    if (call->func->kind == AST_Attribute) return call_method(l, n);
    return call_plain(l, n, lower_expr(l, call->func), IR_call, IR_call_named);
}

/* -- f-strings ---------------------------------------------------------------------------- */

static ir_ref lower_formatted(lowerer *l, const ast_node *n, src_span at)
{
    const struct ast_FormattedValue *f = &n->as.FormattedValue;
    ir_ref value = lower_expr(l, f->value);
    ir_ref spec = f->format_spec ? lower_expr(l, f->format_spec) : IR_NO_REF;
    ir_ref text = emit_value(l, IR_format, at, REFS(value, spec));
    last_instr(l)->aux.number = f->conversion > 0 ? (uint32_t)f->conversion : 0;
    return text;
}

ir_ref lower_joined(lowerer *l, const ast_node *n)
{
    ast_list values = n->as.JoinedStr.values;
    ir_ref *parts = arena_array(memory_of(l), ir_ref, values.count);
    for (uint32_t i = 0; i < values.count; i++) {
        const ast_node *part = values.items[i];
        parts[i] = part->kind == AST_FormattedValue ? lower_formatted(l, part, n->span)
                                                    : lower_expr(l, part);
    }
    if (values.count == 0) return const_text(l, "", 0);
    if (values.count == 1) return parts[0];
    return emit_value(l, IR_concat, n->span, values.count, parts);
}
