/* One operation of the IR as C: its expression, the check whether it raised, the counts.
 *
 * In: an operation with its counts (ownership.h). Out: statements. Operations that are one
 * expression come from templates.def; control flow and the rest stand here; suspensions are in
 * suspend.c. */
#include "emit/internal.h"
#include "ir/classes.h"
#include "ir/infer.h"

#include <math.h>
#include <string.h>

#include "ir/places.h"

static const char *const binary_names[] = {
    "RT_ADD",    "RT_SUB",    "RT_MUL", "RT_MATMUL", "RT_TRUEDIV", "RT_MOD",     "RT_POW",
    "RT_LSHIFT", "RT_RSHIFT", "RT_OR",  "RT_XOR",    "RT_AND",     "RT_FLOORDIV"};
static const char *const unary_names[] = {
    [AST_INVERT] = "RT_INVERT", [AST_UADD] = "RT_POS", [AST_USUB] = "RT_NEG"};

/* By ast_cmpop: the enumerator, the inline test of values, and C's operator. */
static const struct {
    const char *name, *test, *sign;
} compares[] = {
    [AST_CMP_EQ] = {"RT_EQ", "rt_eq", "=="}, [AST_CMP_NE] = {"RT_NE", "rt_ne", "!="},
    [AST_CMP_LT] = {"RT_LT", "rt_lt", "<"},  [AST_CMP_LE] = {"RT_LE", "rt_le", "<="},
    [AST_CMP_GT] = {"RT_GT", "rt_gt", ">"},  [AST_CMP_GE] = {"RT_GE", "rt_ge", ">="},
};

/* Operators with a fast path in asyncc.h, by ast_operator; in place they have an i in front. */
static const char *const binary_fast[] = {"add", "sub", "mul", NULL,  NULL,  "mod",     NULL,
                                          NULL,  NULL,  "or",  "xor", "and", "floordiv"};
static const char *const float_signs[] = {"+", "-", "*", NULL, "/"};

static const char *const templates[IR_OP_COUNT] = {
#define T(op, text) [IR_##op] = text,
#include "emit/templates.def"
#undef T
};

/* ---- pieces ---------------------------------------------------------------------------------- */

/* A number among the operands of unboxed arithmetic. */
static const char *literal(emitter *e, const ast_constant *v)
{
    double number = v->tag == AST_CONST_FLOAT ? v->number : (double)v->integer;
    if (v->tag == AST_CONST_TRUE) number = 1;
    if (isinf(number)) return number > 0 ? "1e999" : "-1e999";
    const char *text = arena_printf(e->memory, "%.17g", number);
    if (!strpbrk(text, ".e")) text = arena_printf(e->memory, "%s.0", text);
    return *text == '-' ? arena_printf(e->memory, "(%s)", text) : text;
}

/* A number among the operands of words; as a word where C would otherwise reckon in int. */
static const char *word_literal(emitter *e, const ir_instr *i, int64_t number)
{
    bool alone = number > INT32_MAX || number < -INT32_MAX;
    for (uint32_t n = 0; n < i->arg_count && !alone; n++) alone |= ir_is_slot(i->args[n]);
    bool is_int = alone && number <= INT32_MAX && number >= -INT32_MAX &&
                  !(i->op == IR_word_binary && i->aux.binary == AST_LSHIFT);
    const char *text = arena_printf(e->memory, is_int ? "%lld" : "%lldL", (long long)number);
    return number < 0 ? arena_printf(e->memory, "(%s)", text) : text;
}

/* An operand as the operation takes it: a constant that is counted and consumed gets a
 * reference. */
const char *emit_operand(emitter *e, const ir_instr *i, uint32_t index)
{
    ir_ref ref = i->args[index];
    if (ref == IR_NO_REF) return "0";
    if (!ir_is_constant(ref)) return emit_ref(e, ref);
    uint32_t constant = ir_constant_index(ref);
    char mode = ir_operand_mode(i, index);
    if (mode == 'f') return literal(e, &e->program->constants.items[constant].value);
    if (mode == 'w') return word_literal(e, i, e->program->constants.items[constant].value.integer);
    const char *text = emit_constant(e, constant);
    return e->constant_names[constant] && (mode == 'c' || mode == 'q')
               ? arena_printf(e->memory, "rt_retained(%s)", text)
               : text;
}

static void put_array(emitter *e, const ir_instr *i, uint32_t from)
{
    strbuf *o = e->out;
    if (from >= i->arg_count) {
        strbuf_puts(o, "NULL");
        return;
    }
    strbuf_puts(o, "(rt_value[]){");
    for (uint32_t a = from; a < i->arg_count; a++)
        strbuf_printf(o, "%s%s", a > from ? ", " : "", emit_operand(e, i, a));
    strbuf_putc(o, '}');
}

/* Whether the slot gets a reference of its own with its value. */
static bool takes_reference(const emitter *e, ir_ref slot)
{
    return slot_is_counted(&e->function->slots.items[slot]) && !e->info->ownership->borrowed[slot];
}

static void put_layout(emitter *e, const ir_class *c)
{
    strbuf *o = e->out;
    if (!c->fields.count) {
        strbuf_puts(o, "0, NULL");
        return;
    }
    strbuf_printf(o, "%u, (rt_value[]){", c->fields.count);
    for (uint32_t n = 0; n < c->fields.count; n++)
        strbuf_printf(o, "%s%s", n ? ", " : "", emit_attribute(e, c->fields.items[n]));
    strbuf_putc(o, '}');
}

static bool is_unboxed_compare(ir_op op)
{
    return op == IR_float_compare || op == IR_word_compare || op == IR_float_choose ||
           op == IR_word_choose;
}

static void put_placeholder(emitter *e, const ir_instr *i, const char **template, const char *dst)
{
    strbuf *o = e->out;
    char c = *(*template)++;
    switch (c) {
    case '@': put_array(e, i, (uint32_t)(*(*template)++ - '0')); break;
    case '#': {
        uint32_t from = (uint32_t)(*(*template)++ - '0');
        strbuf_printf(o, "%u", i->arg_count > from ? i->arg_count - from : 0);
        break;
    }
    case '?': {
        uint32_t index = (uint32_t)(*(*template)++ - '0');
        strbuf_puts(o, index < i->arg_count ? emit_operand(e, i, index) : "0");
        break;
    }
    case 'd': strbuf_puts(o, dst); break;
    case 'n': strbuf_puts(o, emit_attribute(e, i->aux.name)); break;
    case 'm': strbuf_printf(o, "%u", i->aux.number); break;
    case 's': strbuf_printf(o, "%u", i->aux.second); break;
    case 'S': strbuf_printf(o, "&sites[%u]", e->site_count++); break;
    case 'T': strbuf_printf(o, "&call_sites[%u]", e->call_site_count++); break;
    case 'P': strbuf_puts(o, takes_reference(e, i->dst) ? "VALUE" : "PLAIN"); break;
    case 'Y': put_layout(e, i->aux.class_); break;
    case 'w': strbuf_printf(o, "%lld", (long long)i->aux.word); break;
    case 'g': strbuf_puts(o, emit_global(e, i->aux.global)); break;
    case 'B': strbuf_puts(o, binary_names[i->aux.binary]); break;
    case 'U': strbuf_puts(o, unary_names[i->aux.unary]); break;
    case 'A': strbuf_puts(o, i->aux.compare == AST_CMP_LT ? "less" : "greater"); break;
    case 'C':
        strbuf_puts(o, is_unboxed_compare(i->op) ? compares[i->aux.compare].sign
                                                 : compares[i->aux.compare].name);
        break;
    case 'F': strbuf_printf(o, "&%s_code", e->functions[i->aux.function->index].name); break;
    case 'L': strbuf_puts(o, emit_library_module(e, i->aux.library_module)); break;
    case 'M':
        e->module_used[i->aux.module->index] = true;
        strbuf_printf(o, "module_%u", i->aux.module->index);
        break;
    default: strbuf_puts(o, emit_operand(e, i, (uint32_t)(c - '0'))); break;
    }
}

static void put_template(emitter *e, const ir_instr *i, const char *template, const char *dst)
{
    while (*template) {
        if (*template == '$') {
            template ++;
            put_placeholder(e, i, &template, dst);
        } else {
            strbuf_putc(e->out, *template ++);
        }
    }
}

static void put_retains(emitter *e, slot_list list)
{
    for (uint32_t n = 0; n < list.count; n++) {
        uint32_t slot = list.items[n];
        strbuf_printf(e->out, "    %s(%s);\n",
                      e->info->ownership->may_be_unset[slot] ? "RT_RETAIN_OPT" : "RT_RETAIN",
                      emit_slot(e, slot));
    }
}

static const char *release_macro(emitter *e, uint32_t slot)
{
    return e->info->ownership->may_be_unset[slot] ? "RT_RELEASE_OPT" : "RT_RELEASE";
}

void emit_releases(emitter *e, slot_list list, const char *indent)
{
    for (uint32_t n = 0; n < list.count; n++)
        strbuf_printf(e->out, "%s%s(%s);\n", indent, release_macro(e, list.items[n]),
                      emit_slot(e, list.items[n]));
}

static type operand_type(const emitter *e, const ir_instr *i, uint32_t index)
{
    return ir_type_of(e->program, e->function, i->args[index]);
}

/* ---- values that may be coroutines which were never awaited ---------------------------------- */

static bool is_call(ir_op op)
{
    switch (op) {
    case IR_call:
    case IR_call_named:
    case IR_call_spread:
    case IR_call_method:
    case IR_call_method_named:
    case IR_call_found:
    case IR_call_found_named:
    case IR_call_direct:
    case IR_call_virtual:
    case IR_call_library: return true;
    default: return false;
    }
}

/* Whether letting go of the slot can end a coroutine that has not begun: the runtime warns, and
 * wants to know where. Of unknown values only what a call gives and nobody takes is looked at. */
static bool may_end_coroutine(const emitter *e, const ir_instr *i, uint32_t slot)
{
    switch (e->function->slots.items[slot].type.kind) {
    case TYPE_COROUTINE: return true;
    case TYPE_OBJECT: return i->dst == (ir_ref)slot && i->counts->drops_result && is_call(i->op);
    default: return false;
    }
}

static void put_release(emitter *e, const ir_instr *i, uint32_t slot)
{
    const char *value = emit_slot(e, slot);
    if (!may_end_coroutine(e, i, slot)) {
        strbuf_printf(e->out, "    %s(%s);\n", release_macro(e, slot), value);
        return;
    }
    strbuf_puts(e->out, "    ");
    if (e->info->ownership->may_be_unset[slot]) strbuf_printf(e->out, "if (%s) ", value);
    strbuf_printf(e->out, "RT_DROP(%s, &%s_code, %u);\n", value, e->info->name,
                  emit_position(e, i));
}

static void put_op_releases(emitter *e, const ir_instr *i)
{
    for (uint32_t n = 0; n < i->counts->release.count; n++)
        put_release(e, i, i->counts->release.items[n]);
}

/* ---- results --------------------------------------------------------------------------------- */

/* Where the operation's C puts its result: the slot itself, or `fresh` while the slot's older value
 * must stay until the operation has succeeded. */
static bool keeps_older(const emitter *e, const ir_instr *i)
{
    bool plain =
        !slot_is_counted(&e->function->slots.items[i->dst]); /* counts tell nothing of it */
    return i->counts->replaces || (plain && ir_info(i->op)->raises);
}

static const char *destination(emitter *e, const ir_instr *i)
{
    if (keeps_older(e, i)) {
        e->uses_fresh = true;
        return "fresh";
    }
    return emit_slot(e, (uint32_t)i->dst);
}

static void finish_result(emitter *e, const ir_instr *i)
{
    if (i->counts->replaces) put_release(e, i, (uint32_t)i->dst);
    if (keeps_older(e, i))
        strbuf_printf(e->out, "    %s = fresh;\n", emit_slot(e, (uint32_t)i->dst));
}

/* The expression in the out buffer after `start`, cut off again. */
static const char *take_text(emitter *e, size_t start)
{
    const char *text = arena_strndup(e->memory, e->out->text + start, e->out->length - start);
    e->out->length = start;
    e->out->text[start] = 0;
    return text;
}

/* A condition that nobody but the branch right after it wants, and that changes nothing on the way
 * there. */
static bool stands_in_branch(const emitter *e, const ir_block *b, const ir_instr *i)
{
    const ir_instr *next = i + 1;
    return ir_info(i->op)->result == 'b' && !ir_info(i->op)->raises &&
           next == &vec_last(&b->code) && next->op == IR_branch && next->args[0] == i->dst &&
           e->read_count[i->dst] == 1 && e->write_count[i->dst] == 1 && !i->counts->release.count;
}

/* `dst = expression;` with the check that the operation's result and flags ask for. */
static void put_result(emitter *e, const ir_block *b, ir_instr *i, const char *expression,
                       const char *dst)
{
    const ir_op_info *info = ir_info(i->op);
    if (info->result == '-') {
        if (info->raises)
            emit_raised(e, b, i, arena_printf(e->memory, "!%s", expression));
        else
            strbuf_printf(e->out, "    %s;\n", expression);
        return;
    }
    if (stands_in_branch(e, b, i)) {
        e->condition = expression;
        e->slot_used[i->dst] = false;
        return;
    }
    strbuf_printf(e->out, "    %s = %s;\n", dst, expression);
    bool counted = info->result == 'v' || info->result == 'm';
    if (info->raises && info->result == 'm') {
        emit_raised(e, b, i, arena_printf(e->memory, "!%s && RT_RAISED()", dst));
    } else if (info->raises) {
        emit_raised(e, b, i, arena_printf(e->memory, counted ? "!%s" : "%s < 0", dst));
    }
    if (counted) finish_result(e, i);
}

static void put_expression(emitter *e, const ir_block *b, ir_instr *i, const char *template)
{
    bool counted = ir_info(i->op)->result == 'v' || ir_info(i->op)->result == 'm';
    const char *dst = "";
    if (counted)
        dst = destination(e, i);
    else if (i->dst != IR_NO_REF)
        dst = emit_slot(e, (uint32_t)i->dst);
    size_t start = e->out->length;
    put_template(e, i, *template == '!' ? template + 1 : template, dst);
    const char *expression = take_text(e, start);
    if (*template == '!') {
        emit_raised(e, b, i, arena_printf(e->memory, "!%s", expression));
        if (counted) finish_result(e, i);
    } else {
        put_result(e, b, i, expression, dst);
    }
}

/* ---- ways out -------------------------------------------------------------------------------- */

/* `at = position; goto unwind;`, the position only where the traceback gets a line. */
static void put_unwind(emitter *e, const ir_block *b, const ir_instr *i, const char *indent)
{
    unwind u = {.handler = b->handler,
                .release = i->counts->unwind,
                .trace = i->op != IR_rethrow && i->op != IR_reraise};
    if (b->handler) e->label_used[b->handler->id] = true;
    if (u.trace) {
        e->uses_at = true;
        strbuf_printf(e->out, "%sat = %u;\n", indent, emit_position(e, i));
    }
    strbuf_printf(e->out, "%sgoto unwind_%u;\n", indent, emit_unwind_index(e, u));
}

void emit_raised(emitter *e, const ir_block *b, const ir_instr *i, const char *condition)
{
    if (!condition) {
        put_unwind(e, b, i, "    ");
        return;
    }
    strbuf_printf(e->out, "    if (%s) {\n", condition);
    put_unwind(e, b, i, "        ");
    strbuf_puts(e->out, "    }\n");
}

void emit_leave(emitter *e, const char *indent)
{
    if (e->function->kind == FN_PLAIN) strbuf_printf(e->out, "%sRT_LEAVE();\n", indent);
    if (notes_places(e->program, e->function)) strbuf_printf(e->out, "%sRT_PLACE_POP();\n", indent);
}

/* A jump backwards is the turn of a loop. */
static void put_jump(emitter *e, const ir_block *target, const char *indent)
{
    e->label_used[target->id] = true;
    if (e->program->has_threads && target->id <= e->block->id)
        strbuf_printf(e->out, "%sRT_GIVE_WAY();\n", indent);
    strbuf_printf(e->out, "%sgoto %s_%u;\n", indent, target->label, target->id);
}

void emit_goto(emitter *e, const ir_block *target, const ir_block *next, slot_list release,
               const char *indent)
{
    emit_releases(e, release, indent);
    if (target != next) put_jump(e, target, indent);
}

/* ---- operations with C of their own ---------------------------------------------------------- */

static void put_branch(emitter *e, const ir_instr *i, const ir_block *next)
{
    const ir_block *yes = i->targets[0], *no = i->targets[1];
    const char *condition =
        e->condition ? arena_printf(e->memory, "(%s)", e->condition) : emit_ref(e, i->args[0]);
    e->condition = NULL;
    bool swap = yes == next;
    const ir_block *jump = swap ? no : yes, *fall = swap ? yes : no;
    const char *form = swap                ? "    if (!%s) {\n"
                       : *condition == '(' ? "    if %s {\n"
                                           : "    if (%s) {\n";
    strbuf_printf(e->out, form, condition);
    emit_releases(e, i->counts->edges[swap ? 1 : 0], "        ");
    put_jump(e, jump, "        ");
    strbuf_puts(e->out, "    }\n");
    emit_goto(e, fall, next, i->counts->edges[swap ? 0 : 1], "    ");
}

static void put_switch(emitter *e, const ir_instr *i)
{
    strbuf_printf(e->out, "    switch (%s) {\n", emit_ref(e, i->args[0]));
    for (uint32_t t = 0; t < i->target_count; t++) {
        if (t + 1 < i->target_count)
            strbuf_printf(e->out, "    case %u:\n", t);
        else
            strbuf_puts(e->out, "    default:\n");
        emit_releases(e, i->counts->edges[t], "        ");
        put_jump(e, i->targets[t], "        ");
    }
    strbuf_puts(e->out, "    }\n");
}

static void put_next(emitter *e, const ir_block *b, ir_instr *i, const ir_block *next)
{
    const char *dst = destination(e, i);
    bool is_list = operand_type(e, i, 0).kind == TYPE_LIST_ITERATOR;
    strbuf_printf(e->out, "    %s = rt_%snext(%s);\n    if (!%s) {\n", dst, is_list ? "list_" : "",
                  emit_ref(e, i->args[0]), dst);
    strbuf_puts(e->out, "        if (RT_RAISED()) {\n");
    put_unwind(e, b, i, "            ");
    strbuf_puts(e->out, "        }\n");
    emit_releases(e, i->counts->edges[1], "        ");
    put_jump(e, i->targets[1], "        ");
    strbuf_puts(e->out, "    }\n");
    finish_result(e, i);
    emit_goto(e, i->targets[0], next, i->counts->edges[0], "    ");
}

static void put_return(emitter *e, const ir_instr *i)
{
    emit_releases(e, i->counts->release, "    ");
    emit_leave(e, "    ");
    strbuf_printf(e->out, "    return %s;\n", emit_operand(e, i, 0));
}

static void put_return_float(emitter *e, const ir_instr *i)
{
    strbuf_printf(e->out, "    *rt_result = %s;\n", emit_operand(e, i, 0));
    emit_releases(e, i->counts->release, "    ");
    emit_leave(e, "    ");
    strbuf_puts(e->out, "    return true;\n");
}

/* aux.names: the name that the module lacks, where that is what is missing, and the module's path,
 * where it is known. */
static void put_raise_import(emitter *e, const ir_instr *i)
{
    strbuf_printf(e->out, "    rt_raise_import_error(\"%s\", ", i->aux.name->text);
    for (uint32_t n = 0; n < 2; n++) {
        if (n < i->aux.name_count)
            emit_c_string(e->out, i->aux.names[n]->text, i->aux.names[n]->length);
        else
            strbuf_puts(e->out, "NULL");
        strbuf_puts(e->out, ", ");
    }
    strbuf_puts(e->out, "RT_MODULE_COMPLETE);\n");
}

static void put_raise(emitter *e, const ir_block *b, const ir_instr *i)
{
    const char *a = i->arg_count > 0 ? emit_operand(e, i, 0) : "0";
    const char *cause = i->arg_count > 1 ? emit_operand(e, i, 1) : "0";
    switch (i->op) {
    case IR_raise: strbuf_printf(e->out, "    rt_raise(%s, %s);\n", a, cause); break;
    case IR_reraise: strbuf_puts(e->out, "    rt_reraise();\n"); break;
    case IR_rethrow: strbuf_printf(e->out, "    rt_rethrow(%s);\n", a); break;
    case IR_raise_assertion: strbuf_printf(e->out, "    rt_raise_assertion(%s);\n", a); break;
    default: put_raise_import(e, i); break;
    }
    emit_raised(e, b, i, NULL);
}

/* A check of a variable that may be unset: `raiser(name)` where it is. */
static void put_set_check(emitter *e, const ir_block *b, const ir_instr *i, const char *value,
                          const char *raiser)
{
    strbuf_printf(e->out, "    if (!%s) %s(%s);\n", value, raiser, emit_attribute(e, i->aux.name));
    emit_raised(e, b, i, arena_printf(e->memory, "!%s", value));
}

static const char *module_state(emitter *e, const ir_module *m)
{
    return m->index ? arena_printf(e->memory, "%s_state", e->functions[m->body->index].name)
                    : "RT_MODULE_COMPLETE";
}

/* A variable of another module, which may not have come to set it yet. */
static void put_load_from(emitter *e, const ir_block *b, ir_instr *i)
{
    const ir_global *g = i->aux.global;
    const char *dst = destination(e, i), *path = compilation_path(e->c, g->module->source);
    strbuf_printf(e->out, "    %s = %s;\n    if (%s)\n        RT_RETAIN(%s);\n    else\n        ",
                  dst, emit_global(e, g), dst, dst);
    if (i->aux.second == LOAD_ATTRIBUTE) {
        strbuf_printf(e->out, "rt_raise_module_error(\"%s\", \"%s\", ", g->module->name->text,
                      g->name->text);
    } else {
        strbuf_printf(e->out, "rt_raise_import_error(\"%s\", \"%s\", ", g->module->name->text,
                      g->name->text);
        emit_c_string(e->out, path, (uint32_t)strlen(path));
        strbuf_puts(e->out, ", ");
    }
    strbuf_printf(e->out, "%s);\n", module_state(e, g->module));
    emit_raised(e, b, i, arena_printf(e->memory, "!%s", dst));
    finish_result(e, i);
}

static void put_load(emitter *e, const ir_block *b, ir_instr *i)
{
    if (i->op == IR_load_global && i->aux.second && !i->aux.global->always_set) {
        put_load_from(e, b, i);
        return;
    }
    const char *dst = destination(e, i), *expression;
    bool raises = true;
    if (i->op == IR_load_global) {
        const ir_global *g = i->aux.global;
        const char *variable = emit_global(e, g);
        raises = !g->always_set;
        expression = raises ? arena_printf(e->memory, "rt_load_global(%s, %s)", variable,
                                           emit_attribute(e, g->name))
                     : takes_reference(e, i->dst)
                         ? arena_printf(e->memory, "rt_retained(%s)", variable)
                         : variable;
    } else {
        expression = arena_printf(e->memory, "rt_load_%s(%s, %s)", i->aux.second ? "free" : "cell",
                                  emit_ref(e, i->args[0]), emit_attribute(e, i->aux.name));
    }
    strbuf_printf(e->out, "    %s = %s;\n", dst, expression);
    if (raises) emit_raised(e, b, i, arena_printf(e->memory, "!%s", dst));
    finish_result(e, i);
}

static void put_load_library(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *dst = destination(e, i), *expression = emit_library_object(e, i->aux.library);
    bool made = i->aux.library->kind == LIB_VALUE;
    strbuf_printf(e->out, made ? "    %s = %s;\n" : "    %s = rt_retained(%s);\n", dst, expression);
    if (made) emit_raised(e, b, i, arena_printf(e->memory, "!%s", dst));
    finish_result(e, i);
}

/* Ints held in place are worked on in place; what is not, or overflows, goes the general way, which
 * alone has references to let go of. */
static void put_int_binary(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *x = emit_operand(e, i, 0), *y = emit_operand(e, i, 1);
    const char *slot = emit_slot(e, (uint32_t)i->dst);
    e->uses_fresh = true;
    strbuf_printf(e->out,
                  "    if (!RT_INT_%s(fresh, %s, %s)) {\n        fresh = rt_binary(%s, %s, %s);\n",
                  binary_names[i->aux.binary] + 3, x, y, binary_names[i->aux.binary], x, y);
    strbuf_puts(e->out, "        if (!fresh) {\n");
    put_unwind(e, b, i, "            ");
    strbuf_puts(e->out, "        }\n");
    emit_releases(e, i->counts->release, "        ");
    if (i->counts->replaces)
        strbuf_printf(e->out, "        %s(%s);\n", release_macro(e, (uint32_t)i->dst), slot);
    strbuf_printf(e->out, "    }\n    %s = fresh;\n", slot);
}

static void put_binary(emitter *e, const ir_block *b, ir_instr *i)
{
    bool inplace = i->op == IR_inplace;
    const char *dst = destination(e, i), *fast = binary_fast[i->aux.binary];
    const char *x = emit_operand(e, i, 0), *y = emit_operand(e, i, 1), *expression;
    if (fast)
        expression = arena_printf(e->memory, "rt_%s%s(%s, %s)", inplace ? "i" : "", fast, x, y);
    else
        expression = arena_printf(e->memory, "rt_%s(%s, %s, %s)", inplace ? "inplace" : "binary",
                                  binary_names[i->aux.binary], x, y);
    put_result(e, b, i, expression, dst);
}

/* `dst = x op y` of words; towards minus infinity where Python divides. */
static void put_word_binary(emitter *e, const ir_block *b, ir_instr *i)
{
    static const char *const signs[AST_FLOORDIV + 1] = {
        [AST_ADD] = "+",   [AST_SUB] = "-",    [AST_MULT] = "*",    [AST_BITAND] = "&",
        [AST_BITOR] = "|", [AST_BITXOR] = "^", [AST_RSHIFT] = ">>", [AST_LSHIFT] = "<<"};
    const char *dst = emit_slot(e, (uint32_t)i->dst);
    const char *x = emit_operand(e, i, 0), *y = emit_operand(e, i, 1);
    int op = i->aux.binary;
    /* a shift by more than a word has leaves what is left of the sign */
    if (op == AST_RSHIFT && type_width(operand_type(e, i, 1)) > 6) y = "63";
    if (op == AST_LSHIFT && !type_is_natural(operand_type(e, i, 0))) {
        /* C leaves it open what that is of a negative number */
        x = arena_printf(e->memory, "(int64_t)((uint64_t)%s", x);
        y = arena_printf(e->memory, "%s)", y);
    }
    if (signs[op]) {
        strbuf_printf(e->out, "    %s = %s %s %s;\n", dst, x, signs[op], y);
        return;
    }
    bool is_zero = type_width(operand_type(e, i, 1)) == 0;
    if (!ir_is_constant(i->args[1]) || is_zero) {
        if (!is_zero) strbuf_printf(e->out, "    if (%s == 0)\n    ", y);
        strbuf_printf(e->out, "    rt_binary(%s, RT_INT(0), RT_INT(0));\n", binary_names[op]);
        emit_raised(e, b, i, is_zero ? NULL : arena_printf(e->memory, "%s == 0", y));
    }
    if (is_zero) return;
    bool naturals =
        type_is_natural(operand_type(e, i, 0)) && type_is_natural(operand_type(e, i, 1));
    if (naturals)
        strbuf_printf(e->out, "    %s = %s %s %s;\n", dst, x, op == AST_MOD ? "%" : "/", y);
    else
        strbuf_printf(e->out, "    %s = rt_word_%s(%s, %s);\n", dst,
                      op == AST_MOD ? "mod" : "floordiv", x, y);
}

static void put_word_unary(emitter *e, ir_instr *i)
{
    static const char *const signs[] = {[AST_INVERT] = "~", [AST_UADD] = "", [AST_USUB] = "-"};
    strbuf_printf(e->out, "    %s = %s%s;\n", emit_slot(e, (uint32_t)i->dst), signs[i->aux.unary],
                  emit_operand(e, i, 0));
}

/* In place where it is known to fit. */
static void put_box_word(emitter *e, ir_instr *i)
{
    bool fits = type_width(operand_type(e, i, 0)) <= WIDTH_TAGGED;
    strbuf_printf(e->out, "    %s = %s(%s);\n", destination(e, i), fits ? "RT_INT" : "rt_int_new",
                  emit_operand(e, i, 0));
    finish_result(e, i);
}

static void put_plain_truth(emitter *e, const ir_block *b, ir_instr *i)
{
    bool is_bool = operand_type(e, i, 0).kind == TYPE_BOOL;
    const char *expression =
        arena_printf(e->memory, is_bool ? "%s == RT_TRUE" : "rt_truth(%s)", emit_operand(e, i, 0));
    put_result(e, b, i, expression, emit_slot(e, (uint32_t)i->dst));
}

static void put_test_compare(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *expression = arena_printf(e->memory, "%s(%s, %s)", compares[i->aux.compare].test,
                                          emit_ref(e, i->args[0]), emit_ref(e, i->args[1]));
    put_result(e, b, i, expression, emit_slot(e, (uint32_t)i->dst));
}

static void put_named_call(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *dst = destination(e, i);
    uint32_t first = i->op == IR_call_found_named ? 2 : 1; /* of the arguments */
    const char *function = first == 2               ? "rt_call_found_method"
                           : i->op == IR_call_named ? "rt_call_named"
                                                    : "rt_call_method_named";
    size_t start = e->out->length;
    strbuf_printf(e->out, "%s(%s, ", function, emit_ref(e, i->args[0]));
    if (first == 2) strbuf_printf(e->out, "%s, ", emit_ref(e, i->args[1]));
    if (i->op == IR_call_method_named)
        strbuf_printf(e->out, "%s, ", emit_attribute(e, i->aux.name));
    strbuf_puts(e->out, "&(rt_args){");
    put_array(e, i, first);
    strbuf_printf(e->out, ", %u, %u, (rt_value[]){", i->arg_count - first - i->aux.name_count,
                  i->aux.name_count);
    for (uint32_t n = 0; n < i->aux.name_count; n++)
        strbuf_printf(e->out, "%s%s", n ? ", " : "", emit_attribute(e, i->aux.names[n]));
    strbuf_puts(e->out, "}})");
    put_result(e, b, i, take_text(e, start), dst);
}

static void put_arguments(emitter *e, const ir_instr *i, uint32_t from)
{
    for (uint32_t a = from; a < i->arg_count; a++)
        strbuf_printf(e->out, "%s%s", a > from ? ", " : "", emit_operand(e, i, a));
}

/* Calls of C functions with one C argument for each operand. */
static void put_direct_call(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *dst = destination(e, i);
    size_t start = e->out->length;
    if (i->op == IR_call_library)
        strbuf_puts(e->out, i->aux.library->symbol);
    else
        strbuf_printf(e->out, i->op == IR_start_direct ? "%s_start" : "%s",
                      e->functions[i->aux.function->index].name);
    strbuf_putc(e->out, '(');
    put_arguments(e, i, 0);
    strbuf_putc(e->out, ')');
    put_result(e, b, i, take_text(e, start), dst);
}

static void put_float_call(emitter *e, const ir_block *b, ir_instr *i)
{
    size_t start = e->out->length;
    strbuf_printf(e->out, "!%s(", e->functions[i->aux.function->index].name);
    put_arguments(e, i, 0);
    strbuf_printf(e->out, "%s&%s)", i->arg_count ? ", " : "", emit_slot(e, (uint32_t)i->dst));
    emit_raised(e, b, i, take_text(e, start));
}

/* One case for each function that it can be; what else it is by then goes the general way. */
static void put_virtual_call(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *dst = destination(e, i), *object = emit_operand(e, i, 0);
    const char *attribute = emit_attribute(e, i->aux.name);
    uint32_t count = 0;
    uint32_t site = e->site_count++;
    strbuf_printf(e->out, "    static const rt_code *const rt_known_%u[] = {", site);
    for (ir_function **f = i->aux.candidates; *f; f++)
        strbuf_printf(e->out, "&%s_code, ", e->functions[(*f)->index].name);
    strbuf_printf(e->out, "NULL};\n    switch (rt_method_at(%s, %s, &sites[%u], rt_known_%u)) {\n",
                  object, attribute, site, site);
    for (ir_function **f = i->aux.candidates; *f; f++) {
        strbuf_printf(e->out, "    case %u: %s = %s(", count++, dst,
                      e->functions[(*f)->index].name);
        put_arguments(e, i, 0);
        strbuf_puts(e->out, "); break;\n");
    }
    strbuf_printf(e->out, "    default: %s = rt_call_method(%s, %s, %u, ", dst, object, attribute,
                  i->arg_count - 1);
    put_array(e, i, 1);
    strbuf_puts(e->out, ");\n    }\n");
    emit_raised(e, b, i, arena_printf(e->memory, "!%s", dst));
    finish_result(e, i);
}

static void put_class_body(emitter *e, const ir_block *b, ir_instr *i)
{
    e->uses_fresh = true;
    strbuf_printf(e->out, "    fresh = %s(", e->functions[i->aux.function->index].name);
    if (i->aux.function->cell_count) {
        put_array(e, i, 1);
        strbuf_puts(e->out, ", ");
    }
    strbuf_printf(e->out, "%s);\n", emit_ref(e, i->args[0]));
    emit_raised(e, b, i, "!fresh");
    strbuf_puts(e->out, "    RT_RELEASE(fresh);\n");
}

/* The result's slot may be among the arguments, so the task is complete before it is stored. */
static void put_task(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *f = e->functions[i->aux.function->index].name,
               *slot = emit_slot(e, (uint32_t)i->dst);
    bool starts = i->op == IR_task_direct; /* then operand 0 is its name */
    e->uses_fresh = true;
    strbuf_printf(e->out, "    fresh = rt_task_new(&%s_code);\n    %s_init(rt_task_frame(fresh)", f,
                  f);
    for (uint32_t a = starts; a < i->arg_count; a++)
        strbuf_printf(e->out, ", %s", emit_operand(e, i, a));
    strbuf_puts(e->out, ");\n");
    if (starts) {
        strbuf_printf(e->out, "    fresh = rt_task_start(fresh, %s);\n", emit_operand(e, i, 0));
        emit_raised(e, b, i, "!fresh");
    }
    if (i->counts->replaces)
        strbuf_printf(e->out, "    %s(%s);\n", release_macro(e, (uint32_t)i->dst), slot);
    strbuf_printf(e->out, "    %s = fresh;\n", slot);
}

static void put_float(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *dst = emit_slot(e, (uint32_t)i->dst), *x = emit_operand(e, i, 0);
    if (i->op == IR_unbox_float) {
        type t = operand_type(e, i, 0);
        bool is_float = t.kind == TYPE_FLOAT;
        strbuf_printf(e->out, "    %s = %s(%s);\n", dst,
                      is_float ? "RT_FLOAT_NUMBER" : "rt_float_value", x);
        if (t.kind != TYPE_FLOAT) emit_raised(e, b, i, "RT_RAISED()");
        return;
    }
    const char *y = emit_operand(e, i, 1);
    if (i->aux.binary == AST_POW) {
        emit_raised(e, b, i, arena_printf(e->memory, "!rt_double_pow(%s, %s, &%s)", x, y, dst));
        return;
    }
    if (i->aux.binary == AST_DIV) {
        strbuf_printf(e->out, "    if (%s == 0.0) rt_raise_zero_division();\n", y);
        emit_raised(e, b, i, arena_printf(e->memory, "%s == 0.0", y));
    }
    strbuf_printf(e->out, "    %s = %s %s %s;\n", dst, x, float_signs[i->aux.binary], y);
}

/* `unset` and `copy`: no expression can fail, but the older value must go. */
static void put_set(emitter *e, ir_instr *i)
{
    const char *slot = emit_slot(e, (uint32_t)i->dst);
    const char *v = i->op == IR_unset ? "0" : emit_operand(e, i, 0);
    if (i->counts->replaces) {
        e->uses_fresh = true;
        strbuf_printf(e->out, "    fresh = %s;\n    %s = %s;\n    %s(fresh);\n", slot, slot, v,
                      release_macro(e, (uint32_t)i->dst));
    } else {
        strbuf_printf(e->out, "    %s = %s;\n", slot, v);
    }
}

static void put_del_global(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *variable = emit_global(e, i->aux.global);
    strbuf_printf(e->out, "    if (!%s) rt_raise_name_error(%s);\n", variable,
                  emit_attribute(e, i->aux.global->name));
    emit_raised(e, b, i, arena_printf(e->memory, "!%s", variable));
    strbuf_printf(e->out, "    rt_store(&%s, 0);\n", variable);
}

/* The body of a module of the program runs at its first import, and again where it raised. */
static void put_import(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *body = e->functions[i->aux.module->body->index].name;
    emit_raised(e, b, i,
                arena_printf(e->memory, "%s_state == RT_MODULE_NEW && !rt_import(&%s_state, %s)",
                             body, body, body));
}

/* Where neither the item nor what was there can be counted, nothing is. */
static void put_list_put(emitter *e, const ir_block *b, ir_instr *i)
{
    bool plain = !type_is_counted(ir_element(operand_type(e, i, 0)));
    static const char *const forms[2][2] = {{"rt_list_set", "rt_list_set_plain"},
                                            {"rt_list_put_inline", "RT_LIST_PUT_PLAIN"}};
    emit_raised(e, b, i,
                arena_printf(e->memory, "!%s(%s, %s, %s)", forms[i->op == IR_list_put][plain],
                             emit_operand(e, i, 0), emit_operand(e, i, 1), emit_operand(e, i, 2)));
}

/* Text is the same object often enough to look at that first. */
static void put_str_compare(emitter *e, const ir_block *b, ir_instr *i)
{
    const char *x = emit_operand(e, i, 0), *y = emit_operand(e, i, 1);
    const char *form = i->aux.compare == AST_CMP_EQ   ? "%s == %s || rt_str_same(%s, %s)"
                       : i->aux.compare == AST_CMP_NE ? "%s != %s && !rt_str_same(%s, %s)"
                                                      : NULL;
    const char *expression = form ? arena_printf(e->memory, form, x, y, x, y)
                                  : arena_printf(e->memory, "rt_str_compare(%s, %s) %s 0", x, y,
                                                 compares[i->aux.compare].sign);
    put_result(e, b, i, expression, emit_slot(e, (uint32_t)i->dst));
}

/* Where what was there can be counted, its reference goes. */
static void put_field_set(emitter *e, const ir_block *b, ir_instr *i)
{
    bool plain = !type_is_counted(attribute_of(e->program, i->aux.name)->type);
    emit_raised(e, b, i,
                arena_printf(e->memory, "!%s(%s, %u, %s, %s)",
                             plain ? "RT_SET_PLAIN_FIELD" : "rt_set_field", emit_operand(e, i, 0),
                             i->aux.second, emit_attribute(e, i->aux.name), emit_operand(e, i, 1)));
}

static void put_special_case(emitter *e, const ir_block *b, ir_instr *i, const ir_block *next)
{
    switch (i->op) {
    case IR_copy:
    case IR_unset: put_set(e, i); break;
    case IR_keep: break;
    case IR_check_local:
        put_set_check(e, b, i, emit_ref(e, i->args[0]), "rt_raise_unbound_local");
        break;
    case IR_load_global:
    case IR_load_cell: put_load(e, b, i); break;
    case IR_load_library: put_load_library(e, b, i); break;
    case IR_del_global: put_del_global(e, b, i); break;
    case IR_import_module: put_import(e, b, i); break;
    case IR_binary:
    case IR_inplace: put_binary(e, b, i); break;
    case IR_int_binary: put_int_binary(e, b, i); break;
    case IR_word_binary: put_word_binary(e, b, i); break;
    case IR_word_unary: put_word_unary(e, i); break;
    case IR_box_word: put_box_word(e, i); break;
    case IR_plain_truth: put_plain_truth(e, b, i); break;
    case IR_int_compare:
    case IR_test_compare: put_test_compare(e, b, i); break;
    case IR_call_named:
    case IR_call_method_named:
    case IR_call_found_named: put_named_call(e, b, i); break;
    case IR_call_direct:
    case IR_start_direct:
    case IR_call_library: put_direct_call(e, b, i); break;
    case IR_call_direct_float: put_float_call(e, b, i); break;
    case IR_call_virtual: put_virtual_call(e, b, i); break;
    case IR_field_set: put_field_set(e, b, i); break;
    case IR_list_set:
    case IR_list_put: put_list_put(e, b, i); break;
    case IR_str_compare: put_str_compare(e, b, i); break;
    case IR_class_body: put_class_body(e, b, i); break;
    case IR_task_new:
    case IR_task_direct: put_task(e, b, i); break;
    case IR_float_binary:
    case IR_unbox_float: put_float(e, b, i); break;
    case IR_next: put_next(e, b, i, next); break;
    case IR_jump: emit_goto(e, i->targets[0], next, i->counts->edges[0], "    "); break;
    case IR_branch: put_branch(e, i, next); break;
    case IR_switch: put_switch(e, i); break;
    case IR_return: put_return(e, i); break;
    case IR_return_float: put_return_float(e, i); break;
    case IR_unreachable:
        emit_leave(e, "    ");
        strbuf_puts(e->out, "    return 0;\n");
        break;
    default: put_raise(e, b, i); break;
    }
}

void emit_op(emitter *e, const ir_block *b, ir_instr *i, const ir_block *next)
{
    const ir_op_info *info = ir_info(i->op);
    put_retains(e, i->counts->retain);
    if (info->raises && notes_places(e->program, e->function))
        strbuf_printf(e->out, "    RT_PLACE(%u);\n", emit_position(e, i));
    if (info->suspends)
        emit_suspension(e, b, i);
    else if (templates[i->op])
        put_expression(e, b, i, templates[i->op]);
    else
        put_special_case(e, b, i, next);
    if (!info->ends && i->op != IR_int_binary) put_op_releases(e, i);
    if (i->counts->drops_result && !info->suspends) put_release(e, i, (uint32_t)i->dst);
}
