/* The tables of generated C: constants, descriptors of functions, the program and main().
 *
 * In: the emitter after all functions, when it is known what they use. Out: initialisers that the
 * runtime reads (asyncc.h, "Descriptors" and "Programs"). */
#include "emit/internal.h"

#include <math.h>
#include <string.h>

#include "ir/mentioned.h"

/* Stands in a string as it is. */
static bool is_plain(unsigned char c)
{
    return c >= 32 && c <= 126 && c != '"' && c != '\\' && c != '?';
}

void emit_c_string(strbuf *out, const char *text, uint32_t length)
{
    strbuf_putc(out, '"');
    for (uint32_t i = 0; i < length; i++) {
        uint32_t start = i;
        while (i < length && is_plain((unsigned char)text[i])) i++;
        strbuf_append(out, text + start, i - start);
        if (i == length) break;
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            strbuf_printf(out, "\\%c", c);
        else if (c == '\n')
            strbuf_puts(out, "\\n");
        else
            strbuf_printf(out, "\\%03o", c);
    }
    strbuf_putc(out, '"');
}

/* ---- constants ------------------------------------------------------------------------------- */

static const char *new_constant_name(emitter *e, const ast_constant *v)
{
    switch (v->tag) {
    case AST_CONST_STR:
        return c_name_global(
            &e->names,
            arena_printf(e->memory, "s_%s", c_sanitise(e->memory, v->text, v->length, 24)));
    case AST_CONST_BYTES:
        return c_name_global(
            &e->names,
            arena_printf(e->memory, "b_%s", c_sanitise(e->memory, v->text, v->length, 24)));
    case AST_CONST_FLOAT:
        return c_name_global(&e->names, arena_printf(e->memory, "f_%g", v->number));
    case AST_CONST_COMPLEX:
        return c_name_global(&e->names, arena_printf(e->memory, "j_%g", v->number));
    default:
        return c_name_global(&e->names, arena_printf(e->memory, "n_%.*s", (int)v->length, v->text));
    }
}

static bool is_tagged(const ast_constant *v)
{
    return v->fits && v->integer <= INT64_C(0x3fffffffffffffff) &&
           v->integer >= -INT64_C(0x3fffffffffffffff) - 1;
}

const char *emit_constant(emitter *e, uint32_t index)
{
    const ast_constant *v = &e->program->constants.items[index].value;
    switch (v->tag) {
    case AST_CONST_NONE: return "RT_NONE";
    case AST_CONST_TRUE: return "RT_TRUE";
    case AST_CONST_FALSE: return "RT_FALSE";
    case AST_CONST_ELLIPSIS: return "RT_ELLIPSIS";
    case AST_CONST_INT:
        if (is_tagged(v)) return arena_printf(e->memory, "RT_INT(%lld)", (long long)v->integer);
        break;
    default: break;
    }
    e->constant_used[index] = true;
    return e->constant_names[index];
}

const char *emit_global(emitter *e, const ir_global *g)
{
    e->global_used[g->index] = true;
    return e->global_names[g->index];
}

/* Names for everything that is not written in place. */
void emit_name_constants(emitter *e)
{
    e->constant_names = arena_array(e->memory, const char *, e->program->constants.count);
    e->constant_used = arena_array(e->memory, bool, e->program->constants.count);
    for (uint32_t n = 0; n < e->program->constants.count; n++) {
        const ast_constant *v = &e->program->constants.items[n].value;
        bool in_place = v->tag <= AST_CONST_ELLIPSIS || (v->tag == AST_CONST_INT && is_tagged(v));
        if (!in_place) e->constant_names[n] = new_constant_name(e, v);
    }
}

const char *emit_attribute(emitter *e, name n)
{
    if (!e->attribute_names[n->id]) {
        e->attribute_names[n->id] =
            c_name_global(&e->names, arena_printf(e->memory, "n_%s", n->text));
        vec_push(&e->attributes, n);
    }
    return e->attribute_names[n->id];
}

/* The C variable of a row: the program brings it, and with it what it refers to. */
static const char *emit_library_row(emitter *e, const library_row *row)
{
    for (uint32_t n = 0; n < e->libraries.count; n++)
        if (e->libraries.items[n] == row) return e->library_names.items[n];
    vec_push(&e->libraries, row);
    vec_push(&e->library_names, c_name_global(&e->names, arena_printf(e->memory, "lib_%s_%s",
                                                                      row->module, row->name)));
    return vec_last(&e->library_names);
}

const char *emit_library_object(emitter *e, const library_row *row)
{
    const char *variable = emit_library_row(e, row);
    if (row->kind == LIB_CLASS) return arena_printf(e->memory, "(rt_value)&%s", row->symbol);
    return arena_printf(e->memory, row->kind == LIB_VALUE ? "rt_library_get(&%s)" : "%s.object",
                        variable);
}

const char *emit_library_module(emitter *e, const library_module *m)
{
    const char *text = c_sanitise(e->memory, m->name, (uint32_t)strlen(m->name), 64);
    for (uint32_t n = 0; n < e->library_modules.count; n++)
        if (e->library_modules.items[n] == m) return e->library_module_names.items[n];
    const library_row *row;
    for (uint32_t index = 0; (row = library_row_of(m->name, &index));) emit_library_row(e, row);
    vec_push(&e->library_modules, m);
    vec_push(&e->library_module_names,
             c_name_global(&e->names, arena_printf(e->memory, "lib_%s", text)));
    return vec_last(&e->library_module_names);
}

/* What an emitted row says of a function, a class or a value. */
static void put_library_row(emitter *e, const library_row *row, const char *variable)
{
    static const char *const makers[] = {[LIB_FUNCTION] = "FUNCTION",
                                         [LIB_COROUTINE] = "COROUTINE",
                                         [LIB_CLASS] = "CLASS",
                                         [LIB_VALUE] = "VALUE"};
    strbuf_printf(e->out, "static rt_library_row %s = RT_LIBRARY_%s(\"%s\", \"%s\", ", variable,
                  makers[row->kind], row->module, row->name);
    if (row->kind == LIB_VALUE) {
        strbuf_printf(e->out, "rt_%s_%s_value);\n", row->module, row->name);
        return;
    }
    if (row->kind != LIB_CLASS) {
        emit_c_string(e->out, row->signature, (uint32_t)strlen(row->signature));
        strbuf_printf(e->out, ", %s, %u);\n", row->symbol, row->arity);
    } else
        strbuf_printf(e->out, "%s);\n", row->symbol);
}

static void put_library_module(emitter *e, const library_module *m)
{
    const char *variable = emit_library_module(e, m);
    const char *rows = c_name_global(&e->names, arena_printf(e->memory, "%s_rows", variable));
    strbuf_printf(e->out, "static rt_library_row *const %s[] = {", rows);
    const library_row *row;
    for (uint32_t index = 0; (row = library_row_of(m->name, &index));)
        strbuf_printf(e->out, "&%s, ", emit_library_row(e, row));
    strbuf_printf(e->out,
                  "NULL};\nstatic rt_module_def %s = {\"%s\", NULL, %s, 0, NULL, NULL, NULL};\n",
                  variable, m->name, rows);
}

/* Values are made when they are wanted, the rest at the start. */
static bool has_library_table(const emitter *e)
{
    for (vec_each(const library_row *, row, &e->libraries))
        if ((*row)->kind != LIB_VALUE) return true;
    return false;
}

static void put_library(emitter *e)
{
    if (e->libraries.count)
        strbuf_puts(e->out, "\n/* What the program uses of the library as objects. */\n");
    for (uint32_t n = 0; n < e->libraries.count; n++)
        put_library_row(e, e->libraries.items[n], e->library_names.items[n]);
    if (has_library_table(e)) strbuf_puts(e->out, "static rt_library_row *const library[] = {");
    for (uint32_t n = 0; n < e->libraries.count; n++)
        if (e->libraries.items[n]->kind != LIB_VALUE)
            strbuf_printf(e->out, "&%s, ", e->library_names.items[n]);
    if (has_library_table(e)) strbuf_puts(e->out, "NULL};\n");
    for (vec_each(const library_module *, m, &e->library_modules)) put_library_module(e, *m);
}

static void put_constant_row(emitter *e, const char *slot, const char *kind, const char *text,
                             uint32_t length, double number)
{
    strbuf_printf(e->out, "    {&%s, %s, ", slot, kind);
    emit_c_string(e->out, text ? text : "", length);
    if (isinf(number)) /* libtcc takes no negative one for a constant: its row has a text */
        strbuf_printf(e->out, ", %u, 1e999},\n", number < 0 ? 1 : length);
    /* -0 is an int in C */
    else if (number == 0 && signbit(number))
        strbuf_printf(e->out, ", %u, -0.0},\n", length);
    else
        strbuf_printf(e->out, ", %u, %.17g},\n", length, number);
}

static void put_constants(emitter *e)
{
    static const char *const kinds[] = {[AST_CONST_STR] = "rt_constant_str",
                                        [AST_CONST_BYTES] = "rt_constant_bytes",
                                        [AST_CONST_INT] = "rt_constant_int",
                                        [AST_CONST_FLOAT] = "rt_constant_float",
                                        [AST_CONST_COMPLEX] = "rt_constant_complex"};
    strbuf_puts(e->out, "\nstatic const rt_constant constants[] = {\n");
    for (uint32_t n = 0; n < e->program->constants.count; n++) {
        const ast_constant *v = &e->program->constants.items[n].value;
        if (!e->constant_used[n]) continue;
        const char *text = v->text;
        uint32_t length = v->length;
        if (v->tag == AST_CONST_INT && v->base != 10) {
            bool negative = *text == '-';
            text = arena_printf(e->memory, "%s0%c%.*s", negative ? "-" : "",
                                v->base == 16  ? 'x'
                                : v->base == 8 ? 'o'
                                               : 'b',
                                (int)length - negative, text + negative);
            length += 2;
        }
        bool number = v->tag == AST_CONST_FLOAT || v->tag == AST_CONST_COMPLEX;
        put_constant_row(e, e->constant_names[n], kinds[v->tag], number ? NULL : text,
                         number ? 0 : length, number ? v->number : 0);
    }
    for (uint32_t n = 0; n < e->attributes.count; n++)
        put_constant_row(e, e->attribute_names[e->attributes.items[n]->id], "rt_constant_str",
                         e->attributes.items[n]->text, e->attributes.items[n]->length, 0);
    strbuf_puts(e->out, "    {NULL, rt_constant_str, \"\", 0, 0}\n};\n");
}

/* ---- descriptors ----------------------------------------------------------------------------- */

static void put_param_names(emitter *e, const ir_function *f, const char *n)
{
    if (!f->params.count) return;
    strbuf_printf(e->out, "static const char *const %s_params[] = {", n);
    for (uint32_t p = 0; p < f->params.count; p++)
        strbuf_printf(e->out, "%s\"%s\"", p ? ", " : "",
                      f->slots.items[p].name ? f->slots.items[p].name->text : ".0");
    strbuf_puts(e->out, "};\n");
}

/* The calls that comprehensions are in tracebacks: a descriptor each, and for each position the
 * one it is of and the position of that one itself. */
static void put_inlined(emitter *e, const ir_function *f, const function_info *info,
                        const uint32_t *calls)
{
    const char *n = info->name;
    strbuf_printf(e->out, "static const rt_within %s_within[%u];\n", n, info->positions.rows.count);
    for (uint32_t k = 0; k < f->inlined.count; k++) {
        const ir_inlined *c = &f->inlined.items[k];
        strbuf_printf(e->out,
                      "static const rt_code %s_inlined_%u = {\n    .name = \"%s\", .qualname = "
                      "\"%s\", .source = &source_%u, .first_line = %u, .kind = RT_CODE_FUNCTION,\n"
                      "    .positions = %s_positions, .within = %s_within};\n",
                      n, k + 1, c->name->text, c->qualname->text, f->module->index,
                      source_line(f->module->source, c->span.start), n, n);
    }
    strbuf_printf(e->out, "static const rt_within %s_within[] = {", n);
    for (uint32_t k = 0; k < info->positions.rows.count; k++) {
        uint32_t within = info->positions.rows.items[k].within;
        strbuf_puts(e->out, k == 0 ? "" : k % 4 ? ", " : ",\n    ");
        if (within)
            strbuf_printf(e->out, "{&%s_inlined_%u, %u}", n, within, calls[within - 1]);
        else
            strbuf_puts(e->out, "{NULL, 0}");
    }
    strbuf_puts(e->out, "};\n");
}

/* The positions of the function's comprehensions, where it has some that can raise. */
static const uint32_t *enter_inlined(emitter *e, const ir_function *f, function_info *info)
{
    bool any = false;
    for (uint32_t n = 0; n < info->positions.rows.count; n++)
        any |= info->positions.rows.items[n].within;
    if (!any) return NULL;
    uint32_t *calls = arena_array(e->memory, uint32_t, f->inlined.count);
    for (uint32_t k = 0; k < f->inlined.count; k++)
        calls[k] = emit_position_of(e, f->inlined.items[k].span, f->inlined.items[k].within);
    return calls;
}

static void put_positions(emitter *e, const ir_function *f, const function_info *info)
{
    source *s = f->module->source;
    if (!info->positions.rows.count) return;
    strbuf_printf(e->out, "static const rt_position %s_positions[] = {", info->name);
    for (uint32_t n = 0; n < info->positions.rows.count; n++) {
        src_span span = info->positions.rows.items[n].span;
        uint32_t line = source_line(s, span.start), start = source_line_start(s, span.start);
        bool one_line = line == s->line_count || span.end < s->lines[line];
        strbuf_printf(e->out, "%s{%u, %u, %u, %u}",
                      n == 0  ? ""
                      : n % 4 ? ", "
                              : ",\n    ",
                      line, span.start - start, one_line ? line : source_line(s, span.end),
                      one_line ? span.end - start : source_byte_column(s, span.end));
    }
    strbuf_puts(e->out, "};\n");
}

/* The frame's slots; `index` gets each slot's place in the table. */
static uint32_t put_slots(emitter *e, const ir_function *f, const function_info *info,
                          uint32_t *index)
{
    static const char *const kinds[] = {"RT_SLOT_VALUE", "RT_SLOT_I64", "RT_SLOT_F64",
                                        "RT_SLOT_BOOL"};
    uint32_t count = 0;
    for (uint32_t s = 0; s < f->slots.count; s++) {
        const ir_slot *slot = &f->slots.items[s];
        if (!slot->in_frame) continue;
        if (count == 0) strbuf_printf(e->out, "static const rt_slot %s_slots[] = {\n", info->name);
        index[s] = count++;
        strbuf_printf(e->out, "    {\"%s\", offsetof(struct %s_frame, %s), %s, %d},\n",
                      slot->name ? slot->name->text : "", info->name, info->slot_names[s],
                      kinds[slot->repr], slot->is_handled);
    }
    if (count) strbuf_puts(e->out, "};\n");
    return count;
}

static void put_suspend_points(emitter *e, const function_info *info, const uint32_t *index)
{
    static const char *const handlings[] = {"RT_HANDLING_NEVER", "RT_HANDLING_ALWAYS",
                                            "RT_HANDLING_BY_SLOT"};
    const ir_frame *frame = info->frame;
    for (uint32_t n = 0; n < frame->count; n++) {
        if (!frame->points[n].live.count) continue;
        strbuf_printf(e->out, "static const uint16_t %s_live_%u[] = {", info->name, n);
        for (uint32_t k = 0; k < frame->points[n].live.count; k++)
            strbuf_printf(e->out, "%s%u", k ? ", " : "", index[frame->points[n].live.items[k]]);
        strbuf_puts(e->out, "};\n");
    }
    strbuf_printf(e->out, "static const rt_suspend_point %s_points[] = {\n", info->name);
    for (uint32_t n = 0; n < frame->count; n++) {
        const suspend_point *p = &frame->points[n];
        uint32_t position = 0;
        if (p->instr) position = emit_position(e, p->instr);
        bool child = p->child || p->library_child;
        strbuf_printf(e->out, "    {%u, ", position);
        if (child)
            strbuf_printf(e->out, "offsetof(struct %s_frame, await), ", info->name);
        else
            strbuf_puts(e->out, "0, ");
        if (p->live.count)
            strbuf_printf(e->out, "%s_live_%u, %u", info->name, n, p->live.count);
        else
            strbuf_puts(e->out, "NULL, 0");
        strbuf_printf(e->out, ", %d, %s},\n", p->apart, handlings[p->handling]);
    }
    strbuf_puts(e->out, "};\n");
}

static void put_code(emitter *e, ir_function *f)
{
    static const char *const kinds[] = {"RT_CODE_FUNCTION",  "RT_CODE_COROUTINE",
                                        "RT_CODE_GENERATOR", "RT_CODE_ASYNC_GENERATOR",
                                        "RT_CODE_MODULE",    "RT_CODE_CLASS"};
    function_info *info = &e->functions[f->index];
    const char *n = info->name;
    strbuf_putc(e->out, '\n');
    put_param_names(e, f, n);
    e->info = info;
    uint32_t *index = arena_array(e->memory, uint32_t, f->slots.count), slots = 0;
    if (info->frame) {
        slots = put_slots(e, f, info, index);
        put_suspend_points(e, info, index);
    }
    const uint32_t *calls = enter_inlined(e, f, info);
    put_positions(e, f, info);
    if (calls) put_inlined(e, f, info, calls);
    const ir_params *p = &f->params;
    strbuf_printf(e->out,
                  "static const rt_code %s_code = {\n    .name = \"%s\", .qualname = \"%s\", "
                  ".source = &source_%u, .first_line = %u, .kind = %s,\n",
                  n, f->name->text, f->qualname->text, f->module->index, f->line, kinds[f->kind]);
    if (p->count)
        strbuf_printf(e->out, "    .params = {%s_params, %u, %u, %u, %d, %d},\n", n, p->posonly,
                      p->positional, p->kwonly, p->star, p->star_star);
    if (info->needs_entry) strbuf_printf(e->out, "    .entry = %s_entry,\n", n);
    if (f->doc) {
        strbuf_puts(e->out, "    .doc = ");
        emit_c_string(e->out, f->doc, (uint32_t)strlen(f->doc));
        strbuf_puts(e->out, ",\n");
    }
    if (info->positions.rows.count) strbuf_printf(e->out, "    .positions = %s_positions,\n", n);
    if (calls) strbuf_printf(e->out, "    .within = %s_within,\n", n);
    if (info->frame) {
        strbuf_printf(e->out, "    .resume = %s_resume, .frame_size = sizeof(struct %s_frame),\n",
                      n, n);
        if (slots) strbuf_printf(e->out, "    .slot_count = %u, .slots = %s_slots,\n", slots, n);
        strbuf_printf(e->out, "    .suspend_count = %u, .suspend_points = %s_points,\n",
                      info->frame->count, n);
    }
    strbuf_puts(e->out, "};\n");
}

/* ---- the program ----------------------------------------------------------------------------- */

/* Appends a variable to a declaration that begins with the first one. */
static void put_variable(emitter *e, const char *what, const char *variable, uint32_t *column)
{
    if (*column == 0) strbuf_printf(e->out, "\n/* %s */\n", what);
    strbuf_puts(e->out, *column == 0 ? "static rt_value " : *column > 90 ? ",\n    " : ", ");
    if (*column == 0 || *column > 90) *column = 4;
    strbuf_puts(e->out, variable);
    *column += (uint32_t)strlen(variable) + 2;
}

static void end_declaration(emitter *e, uint32_t *column)
{
    if (*column) strbuf_puts(e->out, ";\n");
    *column = 0;
}

/* A module's text is there for the tracebacks of its functions. */
static bool has_code(const emitter *e, const ir_module *m)
{
    for (vec_each(ir_function *, f, &e->program->functions))
        if ((*f)->module == m && e->functions[(*f)->index].name && emit_has_code(*f)) return true;
    return false;
}

void emit_table_declarations(emitter *e)
{
    uint32_t column = 0;
    /* A module that is used as an object has all its variables. */
    for (vec_each(ir_module *, m, &e->program->modules))
        if (e->module_used[(*m)->index])
            for (vec_each(ir_global *, g, &(*m)->globals)) emit_global(e, *g);
    const char *constants = "Constants and names, filled in at the start.";
    for (uint32_t n = 0; n < e->program->constants.count; n++)
        if (e->constant_used[n]) put_variable(e, constants, e->constant_names[n], &column);
    for (uint32_t n = 0; n < e->attributes.count; n++)
        put_variable(e, constants, e->attribute_names[e->attributes.items[n]->id], &column);
    end_declaration(e, &column);
    if (e->site_count)
        strbuf_printf(e->out,
                      "\n/* Where attributes were found last time. */\nstatic rt_site sites[%u];\n",
                      e->site_count);
    if (e->call_site_count)
        strbuf_printf(
            e->out,
            "\n/* Which methods were called last time. */\nstatic rt_call_site call_sites[%u];\n",
            e->call_site_count);
    put_library(e);
    for (vec_each(ir_global *, g, &e->program->globals))
        if (e->global_used[(*g)->index])
            put_variable(e, "Module variables; 0 = not set.", e->global_names[(*g)->index],
                         &column);
    end_declaration(e, &column);
    for (vec_each(ir_module *, m, &e->program->modules)) {
        if (has_code(e, *m))
            strbuf_printf(e->out, "static const rt_source source_%u;\n", (*m)->index);
        if (e->module_used[(*m)->index])
            strbuf_printf(e->out, "static rt_module_def module_%u;\n", (*m)->index);
    }
}

static void put_source(emitter *e, const ir_module *m)
{
    const source *s = m->source;
    strbuf_printf(e->out, "\nstatic const rt_source source_%u = {\n    ", m->index);
    const char *path = compilation_path(e->c, s);
    emit_c_string(e->out, path, (uint32_t)strlen(path));
    if (m->is_library) {
        strbuf_printf(e->out, ", NULL, 0, \"%s\"};\n", m->name->text);
        return;
    }
    strbuf_puts(e->out, ",\n");
    for (uint32_t at = 0; at < s->length;) {
        const char *end = memchr(s->text + at, '\n', s->length - at);
        uint32_t length = end ? (uint32_t)(end - s->text) + 1 - at : s->length - at;
        strbuf_puts(e->out, "    ");
        emit_c_string(e->out, s->text + at, length);
        strbuf_putc(e->out, '\n');
        at += length;
    }
    strbuf_printf(e->out, "    \"\",\n    %u, \"%s\"};\n", s->length, m->name->text);
}

static uint32_t put_globals(emitter *e)
{
    uint32_t count = 0;
    strbuf_puts(e->out, "\nstatic rt_value *const globals[] = {");
    for (vec_each(ir_global *, g, &e->program->globals))
        if (e->global_used[(*g)->index])
            strbuf_printf(e->out, "%s&%s, ", count++ % 8 ? "" : "\n    ",
                          e->global_names[(*g)->index]);
    strbuf_puts(e->out, "NULL};\nstatic const char *const global_names[] = {");
    count = 0;
    for (vec_each(ir_global *, g, &e->program->globals))
        if (e->global_used[(*g)->index])
            strbuf_printf(e->out, "%s\"%s\", ", count++ % 8 ? "" : "\n    ", (*g)->name->text);
    strbuf_puts(e->out, "NULL};\n");
    return count;
}

/* A module of the program as an object: its variables by name. */
static void put_module(emitter *e, const ir_module *m)
{
    const char *body = m->index ? e->functions[m->body->index].name : NULL;
    strbuf_printf(e->out, "\nstatic const rt_module_variable variables_%u[] = {\n", m->index);
    for (vec_each(ir_global *, g, &m->globals))
        strbuf_printf(e->out, "    {\"%s\", &%s},\n", (*g)->name->text,
                      e->global_names[(*g)->index]);
    strbuf_printf(e->out,
                  "    {NULL, NULL}};\nstatic rt_module_def module_%u = {\"%s\", "
                  "variables_%u, NULL, 0, %s%s,\n    ",
                  m->index, m->name->text, m->index, body ? "&" : "NULL",
                  body ? arena_printf(e->memory, "%s_state", body) : "");
    const char *path = compilation_path(e->c, m->source);
    emit_c_string(e->out, path, (uint32_t)strlen(path));
    strbuf_puts(e->out, ", ");
    if (m->body->doc)
        emit_c_string(e->out, m->body->doc, (uint32_t)strlen(m->body->doc));
    else
        strbuf_puts(e->out, "NULL");
    strbuf_puts(e->out, "};\n");
}

/* What the program can ask built-in types for: methods.def makes tables of them. */
static void put_asked_methods(emitter *e)
{
    const mentioned_names *mentioned = e->program->mentioned;
    if (is_all_mentioned(mentioned)) return;
    names *table = &e->program->compilation->names;
    bool *done = arena_array(e->memory, bool, table->count);
    strbuf_puts(e->out,
                "\n/* Methods that it can ask built-in types for: no others are linked. */\n");
    const library_row *row;
    for (uint32_t index = 0; (row = library_next_method(&index));) {
        name n = intern_text(table, row->name);
        if (!is_asked_by_program(mentioned, n) || done[n->id]) continue;
        done[n->id] = true;
        strbuf_printf(e->out, "#define RT_ASKED_%s RT_YES\n", row->name);
    }
    strbuf_puts(e->out, "#include \"methods.def\"\n");
}

void emit_tables(emitter *e)
{
    strbuf_puts(e->out, "\n/* ---- descriptors: positions, frames and parameters ---- */\n");
    for (vec_each(ir_function *, f, &e->program->functions))
        if (e->functions[(*f)->index].name && emit_has_code(*f)) put_code(e, *f);
    put_constants(e);
    uint32_t global_count = put_globals(e);
    for (vec_each(ir_module *, m, &e->program->modules)) {
        if (has_code(e, *m)) put_source(e, *m);
        if (e->module_used[(*m)->index]) put_module(e, *m);
    }
    bool has_hints = emit_hints(e);
    const char *main_name = e->functions[e->program->modules.items[0]->body->index].name;
    strbuf_printf(
        e->out,
        "\nstatic const rt_program program = {constants, sizeof constants / sizeof *constants - "
        "1,\n    globals, global_names, %u, %s, &%s_code, %s};\n"
        "\nint main(int argc, char **argv)\n{\n    return rt_main(argc, argv, &program);\n}\n",
        global_count, has_library_table(e) ? "library" : "NULL", main_name,
        has_hints ? "hints" : "NULL");
    if (e->options.asked_methods) put_asked_methods(e);
}
