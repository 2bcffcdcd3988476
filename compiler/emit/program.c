/* The text of a whole program: what is used, in the order C wants it.
 *
 * In: the program's IR. Out: declarations, frames, functions, tables. Functions that nothing can
 * reach from the main module are left out. */
#include "emit/internal.h"

#include <string.h>

void emit_name_constants(emitter *e);
void emit_init_function(emitter *e, ir_function *f);

/* ---- what is used ---------------------------------------------------------------------------- */

typedef VEC(ir_function *) function_list;

static void reach(emitter *e, function_list *work, ir_function *f)
{
    function_info *info = &e->functions[f->index];
    if (info->name) return;
    info->name = "";
    vec_push(work, f);
}

static void reach_from(emitter *e, function_list *work, const ir_instr *i)
{
    switch (i->op) {
    case IR_import_module: reach(e, work, i->aux.module->body); break;
    case IR_function:
    case IR_start_direct:
        reach(e, work, i->aux.function);
        e->functions[i->aux.function->index].needs_entry |= i->op == IR_function;
        e->functions[i->aux.function->index].needs_start = true;
        break;
    case IR_call_virtual:
        for (ir_function **f = i->aux.candidates; *f; f++) reach(e, work, *f);
        break;
    case IR_call_direct:
    case IR_call_direct_float:
    case IR_await_direct:
    case IR_await_apart:
    case IR_task_new:
    case IR_task_direct:
    case IR_class_body: reach(e, work, i->aux.function); break;
    default: break;
    }
}

static void find_used(emitter *e)
{
    function_list work = {0};
    ir_function *main_body = e->program->modules.items[0]->body;
    reach(e, &work, main_body);
    e->functions[main_body->index].needs_entry = true;
    while (work.count) {
        ir_function *f = vec_pop(&work);
        for (vec_each(ir_block *, b, &f->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) reach_from(e, &work, i);
    }
    vec_free(&work);
}

#define for_used(f)                                                                                \
    for (vec_each(ir_function *, f, &e->program->functions))                                       \
        if (e->functions[(*f)->index].name)

/* ---- names ----------------------------------------------------------------------------------- */

static const char *base_name(emitter *e, const ir_function *f)
{
    strbuf b = {0};
    if (f->module->index) strbuf_printf(&b, "%s_", f->module->name->text);
    if (f->kind == FN_MODULE) strbuf_puts(&b, "module");
    for (const char *p = f->kind == FN_MODULE ? "" : f->qualname->text; *p;) {
        if (strncmp(p, "<locals>.", 9) == 0)
            p += 9;
        else if (*p == '<' || *p == '>')
            p++;
        else
            strbuf_putc(&b, *p++);
    }
    if (f->kind == FN_CLASS_BODY) strbuf_puts(&b, "_class_body");
    const char *text = arena_strndup(e->memory, b.text, b.length);
    strbuf_free(&b);
    return text;
}

static void name_everything(emitter *e)
{
    for_used(f) e->functions[(*f)->index].name = c_name_function(&e->names, base_name(e, *f));
    e->global_names = arena_array(e->memory, const char *, e->program->globals.count);
    e->global_used = arena_array(e->memory, bool, e->program->globals.count);
    for (vec_each(ir_global *, g, &e->program->globals)) {
        const char *text = (*g)->name->text;
        if ((*g)->module->index)
            text = arena_printf(e->memory, "%s_%s", (*g)->module->name->text, text);
        /* A function owns the plain name; its variable, where there is one, says what it is. */
        if ((*g)->constant_function || (*g)->constant_class)
            text = arena_printf(e->memory, "%s_object", text);
        e->global_names[(*g)->index] = c_name_global(&e->names, text);
    }
    emit_name_constants(e);
}

/* ---- the text -------------------------------------------------------------------------------- */

static void put_top(emitter *e)
{
    strbuf_printf(e->out,
                  "/* %s, compiled by asyncc.\n *\n"
                  " * Each function of the program is a C function of its name. An async function "
                  "or generator x is a\n"
                  " * struct x_frame with what lives across a suspension, and x_resume(), which "
                  "runs it to its next one.\n"
                  " * The comments inside are the program's lines; RT_RETAIN and RT_RELEASE count "
                  "references. */\n"
                  "#define ASYNCC_GENERATED\n#include \"asyncc.h\"\n",
                  e->program->modules.items[0]->source->path);
}

static void put_declarations(emitter *e)
{
    strbuf_puts(e->out, "\n/* ---- functions ---- */\n");
    for_used(f) emit_prototypes(e, *f);
    for (vec_each(ir_module *, m, &e->program->modules))
        if ((*m)->index && e->functions[(*m)->body->index].name)
            strbuf_printf(e->out, "static rt_module_state %s_state;\n",
                          e->functions[(*m)->body->index].name);
    for_used(f) if (e->functions[(*f)->index].frame) emit_frame_struct(e, *f);
    for_used(f) if (e->functions[(*f)->index].frame) emit_init_function(e, *f);
}

void emit_program(compilation *c, ir_program *p, emit_options options, strbuf *out)
{
    emitter e = {.c = c, .program = p, .options = options, .memory = &c->memory};
    e.functions = arena_array(e.memory, function_info, p->functions.count);
    e.attribute_names = arena_array(e.memory, const char *, c->names.count);
    e.module_used = arena_array(e.memory, bool, p->modules.count);
    c_names_init(&e.names, e.memory);
    find_used(&e);
    name_everything(&e);
    for (vec_each(ir_function *, f, &p->functions)) {
        function_info *info = &e.functions[(*f)->index];
        if (!info->name) continue;
        info->source = (*f)->module->source;
        info->in_library = (*f)->module->is_library;
        info->ownership = ownership_compute(p, *f);
        if (ir_function_suspends(*f)) info->frame = frame_compute(p, *f, info->ownership);
    }
    /* Bodies come first, so that it is known which constants and names they use. */
    strbuf declarations = {0}, bodies = {0};
    e.out = &declarations;
    put_declarations(&e);
    e.out = &bodies;
    for (vec_each(ir_function *, f, &p->functions))
        if (e.functions[(*f)->index].name) emit_function(&e, *f);
    e.out = out;
    put_top(&e);
    emit_table_declarations(&e);
    strbuf_append(out, declarations.text, declarations.length);
    strbuf_append(out, bodies.text, bodies.length);
    emit_tables(&e);
    strbuf_free(&declarations);
    strbuf_free(&bodies);
    vec_free(&e.libraries);
    vec_free(&e.library_names);
    vec_free(&e.library_modules);
    vec_free(&e.library_module_names);
    vec_free(&e.attributes);
    vec_free(&e.unwinds);
    c_names_free(&e.names);
}
