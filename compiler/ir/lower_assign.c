/* Lowering of assignments and deletions, for targets of every form.
 *
 * In: Assign, AugAssign, AnnAssign and Delete nodes, and the targets of loops and with. Out:
 * stores; sequences on the left are unpacked into a tuple, but `a, b = x, y` needs none. */
#include "ir/lower_internal.h"

#include <string.h>

/* -- targets ------------------------------------------------------------------------------ */

static name attribute_of(lowerer *l, const ast_node *n)
{
    return scope_mangle(l->program->c, l->scope, n->as.Attribute.attr);
}

static uint32_t star_index(ast_list targets)
{
    uint32_t i = 0;
    while (i < targets.count && targets.items[i]->kind != AST_Starred) i++;
    return i;
}

static void assign_sequence(lowerer *l, ast_list targets, ir_ref value, src_span at)
{
    uint32_t star = star_index(targets);
    bool starred = star < targets.count;
    ir_ref items = emit_value(l, starred ? IR_unpack_star : IR_unpack, at, REFS(value));
    last_instr(l)->aux.number = starred ? star : targets.count;
    last_instr(l)->aux.second = starred ? targets.count - star - 1 : 0;
    for (uint32_t i = 0; i < targets.count; i++) {
        const ast_node *target = targets.items[i];
        if (target->kind == AST_Starred) target = target->as.Starred.value;
        ir_ref item = emit_value(l, IR_tuple_item, target->span, REFS(items));
        last_instr(l)->aux.number = i;
        assign_to(l, target, item, true);
    }
}

void assign_to(lowerer *l, const ast_node *target, ir_ref value, bool last_use)
{
    switch (target->kind) {
    case AST_Name: store_name(l, target->as.Name.id, value, target->span, last_use); break;
    case AST_Attribute: {
        ir_ref object = lower_expr(l, target->as.Attribute.value);
        emit_named(l, IR_setattr, attribute_of(l, target), target->span, REFS(object, value));
        break;
    }
    case AST_Subscript: {
        ir_ref object = lower_expr(l, target->as.Subscript.value);
        ir_ref key = lower_expr(l, target->as.Subscript.slice);
        emit(l, IR_setitem, target->span, REFS(object, key, value));
        break;
    }
    case AST_Tuple: assign_sequence(l, target->as.Tuple.elts, value, target->span); break;
    case AST_List: assign_sequence(l, target->as.List.elts, value, target->span); break;
    default: report_unsupported(l, target->span, "this target is"); break;
    }
}

/* -- assignment --------------------------------------------------------------------------- */

/* a, b = x, y: all values first, each out of its variable, then the stores from left to right. */
static bool assign_in_parallel(lowerer *l, const ast_node *target, const ast_node *value)
{
    if (target->kind != AST_Tuple || value->kind != AST_Tuple) return false;
    ast_list targets = target->as.Tuple.elts, values = value->as.Tuple.elts;
    if (targets.count != values.count || has_star(targets) || has_star(values)) return false;
    ir_ref *refs = lower_exprs(l, values, 0);
    for (uint32_t i = 0; i < values.count; i++)
        refs[i] = keep_value(l, refs[i], values.items[i]->span);
    for (uint32_t i = 0; i < targets.count; i++) assign_to(l, targets.items[i], refs[i], true);
    return true;
}

void lower_assign(lowerer *l, const ast_node *n)
{
    const struct ast_Assign *assign = &n->as.Assign;
    ast_list targets = assign->targets;
    if (targets.count == 1 && assign_in_parallel(l, targets.items[0], assign->value)) return;
    ir_ref value = lower_expr(l, assign->value);
    if (targets.count > 1) value = keep_value(l, value, n->span);
    for (uint32_t i = 0; i < targets.count; i++)
        assign_to(l, targets.items[i], value, targets.count == 1);
}

/* -- augmented assignment ----------------------------------------------------------------- */

static ir_ref emit_inplace(lowerer *l, const ast_node *n, ir_ref old)
{
    ir_ref operand = lower_expr(l, n->as.AugAssign.value);
    ir_ref value = emit_value(l, IR_inplace, n->span, REFS(old, operand));
    last_instr(l)->aux.binary = n->as.AugAssign.op;
    return value;
}

/* The target's parts are evaluated once. */
void lower_aug_assign(lowerer *l, const ast_node *n)
{
    const ast_node *target = n->as.AugAssign.target;
    src_span at = target->span;
    if (target->kind == AST_Name) {
        ir_ref old = load_name(l, target->as.Name.id, at);
        store_name(l, target->as.Name.id, emit_inplace(l, n, old), n->span, true);
    } else if (target->kind == AST_Attribute) {
        ir_ref object = lower_expr(l, target->as.Attribute.value);
        name attr = attribute_of(l, target);
        ir_ref value = emit_inplace(l, n, emit_named(l, IR_getattr, attr, at, REFS(object)));
        emit_named(l, IR_setattr, attr, at, REFS(object, value));
    } else {
        ir_ref object = lower_expr(l, target->as.Subscript.value);
        ir_ref key = lower_expr(l, target->as.Subscript.slice);
        ir_ref value = emit_inplace(l, n, emit_value(l, IR_getitem, at, REFS(object, key)));
        emit(l, IR_setitem, at, REFS(object, key, value));
    }
}

/* -- annotations -------------------------------------------------------------------------- */

/* As CPython writes expressions: with single quotes around strings, where nothing in them minds. */
static void use_single_quotes(char *text)
{
    for (char *at = text; (at = strchr(at, '"')); at++) {
        char *end = strchr(at + 1, '"');
        if (!end) return;
        size_t size = (size_t)(end - at - 1);
        bool plain = size && !memchr(at + 1, '\'', size) && !memchr(at + 1, '\\', size);
        if (plain) *at = *end = '\'';
        at = end;
    }
}

ir_ref lower_annotation(lowerer *l, const ast_node *annotation)
{
    if (!l->module->text_annotations) return lower_expr(l, annotation);
    const char *source = l->module->ir->source->text + annotation->span.start;
    char *text = arena_strndup(memory_of(l), source, annotation->span.end - annotation->span.start);
    use_single_quotes(text);
    return const_text(l, text, (uint32_t)strlen(text));
}

/* Only classes keep the annotations of their variables. */
void lower_ann_assign(lowerer *l, const ast_node *n)
{
    const struct ast_AnnAssign *ann = &n->as.AnnAssign;
    if (ann->value) assign_to(l, ann->target, lower_expr(l, ann->value), true);
    if (!ann->simple || l->scope->kind != SCOPE_CLASS) return;
    ir_ref annotation = lower_annotation(l, ann->annotation);
    ir_ref key = const_name(l, name_of(l, "__annotations__"));
    ir_ref annotations = emit_value(l, IR_getitem, n->span, REFS(NAMESPACE, key));
    name n_mangled = scope_mangle(l->program->c, l->scope, ann->target->as.Name.id);
    emit(l, IR_setitem, n->span, REFS(annotations, const_name(l, n_mangled), annotation));
}

/* -- deletion ----------------------------------------------------------------------------- */

static void delete_target(lowerer *l, const ast_node *target)
{
    src_span at = target->span;
    ast_list parts = {0};
    switch (target->kind) {
    case AST_Name: delete_name(l, target->as.Name.id, at); break;
    case AST_Attribute: {
        ir_ref object = lower_expr(l, target->as.Attribute.value);
        emit_named(l, IR_delattr, attribute_of(l, target), at, REFS(object));
        break;
    }
    case AST_Subscript: {
        ir_ref object = lower_expr(l, target->as.Subscript.value);
        ir_ref key = lower_expr(l, target->as.Subscript.slice);
        emit(l, IR_delitem, at, REFS(object, key));
        break;
    }
    case AST_Tuple: parts = target->as.Tuple.elts; break;
    case AST_List: parts = target->as.List.elts; break;
    default: report_unsupported(l, at, "this target is"); break;
    }
    for (uint32_t i = 0; i < parts.count; i++) delete_target(l, parts.items[i]);
}

void lower_delete(lowerer *l, const ast_node *n)
{
    for (uint32_t i = 0; i < n->as.Delete.targets.count; i++)
        delete_target(l, n->as.Delete.targets.items[i]);
}
