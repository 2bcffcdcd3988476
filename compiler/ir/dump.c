/* The text form of the IR, as docs/ir.md describes it.
 *
 * In: a program, at any stage. Out: text for people and for the golden tests. Types are printed
 * where inference has found more than "anything". */
#include "ir/ir.h"

#include <inttypes.h>
#include <string.h>

#include "base/strbuf.h"

typedef struct dumper {
    FILE *out;
    const ir_program *program;
    const ir_function *function;
    const source *source;
} dumper;

static const char *const kind_names[] = {
    [FN_PLAIN] = "def",           [FN_COROUTINE] = "async def",
    [FN_GENERATOR] = "generator", [FN_ASYNC_GENERATOR] = "async generator",
    [FN_MODULE] = "module",       [FN_CLASS_BODY] = "class",
};

static const char *const repr_names[] = {
    [REPR_VALUE] = "value",
    [REPR_WORD] = "word",
    [REPR_FLOAT] = "float",
    [REPR_BOOL] = "bool",
};

/* -- operands ----------------------------------------------------------------------------- */

static void dump_text(FILE *out, const ast_constant *c)
{
    fputs(c->tag == AST_CONST_BYTES ? "b\"" : "\"", out);
    for (uint32_t i = 0; i < c->length; i++) {
        unsigned char ch = (unsigned char)c->text[i];
        if (ch == '"' || ch == '\\')
            fprintf(out, "\\%c", ch);
        else if (ch == '\n')
            fputs("\\n", out);
        else if (ch < ' ' || ch == 127 || (ch > 127 && c->tag == AST_CONST_BYTES))
            fprintf(out, "\\x%02x", ch);
        else
            fputc(ch, out);
    }
    fputc('"', out);
}

static void dump_constant(FILE *out, const ast_constant *c)
{
    static const char *const names[] = {"None", "True", "False", "..."};
    switch (c->tag) {
    case AST_CONST_INT:
        if (c->fits)
            fprintf(out, "%" PRId64, c->integer);
        else
            fprintf(out, "%s(base %d)", c->text, c->base);
        break;
    case AST_CONST_FLOAT: fprintf(out, "%.17g", c->number); break;
    case AST_CONST_COMPLEX: fprintf(out, "%.17gj", c->number); break;
    case AST_CONST_STR:
    case AST_CONST_BYTES: dump_text(out, c); break;
    default: fputs(names[c->tag], out);
    }
}

/* Whether an earlier slot has the same name, so that the name alone would not tell. */
static bool name_is_taken(const ir_function *f, ir_ref ref)
{
    for (ir_ref i = 0; i < ref; i++)
        if (f->slots.items[i].name == f->slots.items[ref].name) return true;
    return false;
}

static void dump_slot(const dumper *d, ir_ref ref)
{
    name variable = d->function->slots.items[ref].name;
    if (!variable)
        fprintf(d->out, "%%%d", ref);
    else if (name_is_taken(d->function, ref))
        fprintf(d->out, "%s.%d", variable->text, ref);
    else
        fputs(variable->text, d->out);
}

static void dump_ref(const dumper *d, ir_ref ref)
{
    if (ref == IR_NO_REF)
        fputc('-', d->out);
    else if (ir_is_constant(ref))
        dump_constant(d->out, &d->program->constants.items[ir_constant_index(ref)].value);
    else
        dump_slot(d, ref);
}

/* -- what stands in aux ------------------------------------------------------------------- */

static void aux_name(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " .%s", i->aux.name->text);
}

static void aux_variable(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " '%s'%s", i->aux.name->text, i->aux.second ? " free" : "");
}

static void aux_global(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s.%s", i->aux.global->module->name->text, i->aux.global->name->text);
}

static void aux_library(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s.%s", i->aux.library->module, i->aux.library->name);
}

static void aux_library_module(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", i->aux.library_module->name);
}

static void aux_module(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", i->aux.module->name->text);
}

static void aux_function(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " @%u:%s", i->aux.function->index, i->aux.function->qualname->text);
}

static void aux_class(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", i->aux.class_->qualname->text);
}

static void aux_number(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " #%u", i->aux.number);
}

static void aux_numbers(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " #%u #%u", i->aux.number, i->aux.second);
}

static void aux_word(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %" PRId64, i->aux.word);
}

static void aux_field(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s:%u", i->aux.name->text, i->aux.second);
}

static void aux_conversion(const dumper *d, const ir_instr *i)
{
    if (i->aux.number) fprintf(d->out, " !%c", (char)i->aux.number);
}

static void aux_binary(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", ast_operator_text((ast_operator)i->aux.binary));
}

static void aux_unary(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", ast_unaryop_text((ast_unaryop)i->aux.unary));
}

static void aux_compare(const dumper *d, const ir_instr *i)
{
    fprintf(d->out, " %s", ast_cmpop_text((ast_cmpop)i->aux.compare));
}

typedef void aux_printer(const dumper *d, const ir_instr *i);

/* How an operation's aux is printed; operations that are not listed have none. */
static aux_printer *const aux_printers[IR_OP_COUNT] = {
    [IR_check_local] = aux_variable,
    [IR_load_global] = aux_global,
    [IR_store_global] = aux_global,
    [IR_del_global] = aux_global,
    [IR_load_library] = aux_library,
    [IR_load_library_module] = aux_library_module,
    [IR_load_module] = aux_module,
    [IR_import_module] = aux_module,
    [IR_closure_cell] = aux_number,
    [IR_load_cell] = aux_variable,
    [IR_binary] = aux_binary,
    [IR_inplace] = aux_binary,
    [IR_float_binary] = aux_binary,
    [IR_unary] = aux_unary,
    [IR_compare] = aux_compare,
    [IR_test_compare] = aux_compare,
    [IR_float_compare] = aux_compare,
    [IR_getattr] = aux_name,
    [IR_str_compare] = aux_compare,
    [IR_choose] = aux_compare,
    [IR_word_choose] = aux_compare,
    [IR_float_choose] = aux_compare,
    [IR_word_compare] = aux_compare,
    [IR_int_compare] = aux_compare,
    [IR_word_binary] = aux_binary,
    [IR_int_binary] = aux_binary,
    [IR_word_unary] = aux_unary,
    [IR_getattr_float] = aux_name,
    [IR_setattr_float] = aux_name,
    [IR_call_virtual] = aux_name,
    [IR_setattr] = aux_name,
    [IR_delattr] = aux_name,
    [IR_special] = aux_name,
    [IR_format] = aux_conversion,
    [IR_unpack] = aux_number,
    [IR_unpack_star] = aux_numbers,
    [IR_tuple_item] = aux_number,
    [IR_word] = aux_word,
    [IR_find_method] = aux_name,
    [IR_call_method] = aux_name,
    [IR_call_method_named] = aux_name,
    [IR_function] = aux_function,
    [IR_class_body] = aux_function,
    [IR_class_end] = aux_class,
    [IR_namespace_get] = aux_name,
    [IR_namespace_put] = aux_name,
    [IR_namespace_del] = aux_name,
    [IR_match_class] = aux_number,
    [IR_raise_import] = aux_variable,
    [IR_call_direct] = aux_function,
    [IR_call_direct_float] = aux_function,
    [IR_start_direct] = aux_function,
    [IR_await_direct] = aux_function,
    [IR_await_apart] = aux_function,
    [IR_task_direct] = aux_function,
    [IR_task_new] = aux_function,
    [IR_call_library] = aux_library,
    [IR_await_library] = aux_library,
    [IR_await_leaf] = aux_library,
    [IR_field_get] = aux_field,
    [IR_check_object] = aux_name,
    [IR_field_set] = aux_field,
    [IR_field_get_float] = aux_field,
    [IR_field_set_float] = aux_field,
};

/* -- operations and blocks ---------------------------------------------------------------- */

static void dump_arguments(const dumper *d, const ir_instr *i)
{
    uint32_t first_named = i->arg_count - i->aux.name_count;
    for (uint32_t k = 0; k < i->arg_count; k++) {
        fputs(k ? ", " : " ", d->out);
        if (k >= first_named) fprintf(d->out, "%s=", i->aux.names[k - first_named]->text);
        dump_ref(d, i->args[k]);
    }
}

static void dump_targets(const dumper *d, const ir_instr *i)
{
    for (uint32_t k = 0; k < i->target_count; k++)
        fprintf(d->out, "%sb%u", k ? ", " : " -> ", i->targets[k]->id);
}

static void dump_instr(const dumper *d, const ir_instr *i)
{
    fputs("    ", d->out);
    if (i->dst != IR_NO_REF) {
        dump_ref(d, i->dst);
        fputs(" = ", d->out);
    }
    fputs(ir_info(i->op)->name, d->out);
    if (aux_printers[i->op]) aux_printers[i->op](d, i);
    dump_arguments(d, i);
    dump_targets(d, i);
    fputc('\n', d->out);
}

/* A block's operations under the lines of the source that they come from. */
static void dump_block(const dumper *d, const ir_block *b)
{
    fprintf(d->out, "  b%u %s", b->id, b->label);
    if (b->handler) fprintf(d->out, " handler b%u", b->handler->id);
    fputs(":\n", d->out);
    uint32_t line = 0;
    for (vec_each(ir_instr, i, &b->code)) {
        uint32_t here = d->source ? source_line(d->source, i->span.start) : 0;
        if (here != line) fprintf(d->out, "   ;%u\n", line = here);
        dump_instr(d, i);
    }
}

/* -- functions ---------------------------------------------------------------------------- */

static void dump_parameter(const dumper *d, const ir_params *params, uint32_t k)
{
    uint32_t star = params->positional + params->kwonly;
    if (k >= star) fputs(k == star && params->star ? "*" : "**", d->out);
    dump_slot(d, (ir_ref)k);
    if (!params->has_default || !params->has_default[k]) return;
    fputc('=', d->out);
    if (params->defaults[k] != IR_NO_REF) dump_ref(d, params->defaults[k]);
}

static void dump_parameters(const dumper *d)
{
    const ir_params *params = &d->function->params;
    fputc('(', d->out);
    for (uint32_t k = 0; k < params->count; k++) {
        if (k) fputs(", ", d->out);
        if (k == params->positional && params->kwonly) fputs("kw: ", d->out);
        dump_parameter(d, params, k);
        if (k + 1 == params->posonly) fputs(", /", d->out);
    }
    fputc(')', d->out);
}

/* The slots that are not plain values of any type. */
static void dump_slots(const dumper *d)
{
    const ir_function *f = d->function;
    for (ir_ref i = 0; i < (ir_ref)f->slots.count; i++) {
        const ir_slot *slot = &f->slots.items[i];
        bool typed = slot->type.kind != TYPE_OBJECT;
        if (!typed && slot->repr == REPR_VALUE && !slot->is_cell) continue;
        fputs("  ", d->out);
        dump_slot(d, i);
        fprintf(d->out, ": %s%s%s%s\n", slot->is_cell ? "cell " : "", repr_names[slot->repr],
                typed ? " " : "", typed ? type_name(slot->type) : "");
    }
}

static void dump_function(dumper *d, const ir_function *f)
{
    d->function = f;
    d->source = f->module->source;
    fprintf(d->out, "%s @%u:%s", kind_names[f->kind], f->index, f->qualname->text);
    dump_parameters(d);
    if (f->cell_count) fprintf(d->out, " cells %u", f->cell_count);
    fputc('\n', d->out);
    dump_slots(d);
    for (vec_each(ir_block *, b, &f->blocks)) dump_block(d, *b);
    fputc('\n', d->out);
}

static void dump_global(FILE *out, const ir_global *g)
{
    fprintf(out, "global %s.%s stores %u%s", g->module->name->text, g->name->text, g->store_count,
            g->always_set ? " set" : "");
    if (g->constant_function) fprintf(out, " = @%u", g->constant_function->index);
    if (g->constant_class) fprintf(out, " = class %s", g->constant_class->qualname->text);
    if (g->type.kind != TYPE_OBJECT) fprintf(out, " %s", type_name(g->type));
    fputc('\n', out);
}

void ir_dump(FILE *out, const ir_program *p)
{
    dumper d = {.out = out, .program = p};
    bool any = false;
    for (vec_each(ir_global *, g, &p->globals)) {
        if ((*g)->module->is_library) continue;
        dump_global(out, *g);
        any = true;
    }
    if (any) fputc('\n', out);
    for (vec_each(ir_function *, f, &p->functions))
        if (!(*f)->module->is_library) dump_function(&d, *f);
}
