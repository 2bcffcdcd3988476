/* One function of the program as C.
 *
 * In: a function with ownership and, where it suspends, its frame. Out: its C functions: for a
 * plain one the function itself and, where a function object is made of it, its generic entry; for
 * one that suspends the resume function and what starts it (suspend.c).
 *
 * The body is emitted twice: first into a scratch buffer to learn which labels and locals it uses,
 * then for good. */
#include "emit/internal.h"

#include <string.h>

#include "ir/places.h"

const char *emit_slot(emitter *e, uint32_t slot)
{
    e->slot_used[slot] = true;
    const char *text = e->info->slot_names[slot];
    return e->function->slots.items[slot].in_frame ? arena_printf(e->memory, "self->%s", text)
                                                   : text;
}

const char *emit_ref(emitter *e, ir_ref ref)
{
    return ir_is_slot(ref) ? emit_slot(e, (uint32_t)ref) : emit_constant(e, ir_constant_index(ref));
}

static uint32_t *place_of(const position_table *t, position p)
{
    uint32_t hash = p.span.start * 2654435761u ^ p.span.end * 40503u ^ p.within * 97u;
    for (uint32_t i = hash ^ hash >> 15;; i++) {
        uint32_t *place = &t->places[i & (t->capacity - 1)];
        if (!*place) return place;
        const position *q = &t->rows.items[*place - 1];
        if (q->span.start == p.span.start && q->span.end == p.span.end && q->within == p.within)
            return place;
    }
}

static void grow_positions(emitter *e, position_table *t)
{
    t->capacity = t->capacity ? 2 * t->capacity : 16;
    t->places = arena_array(e->memory, uint32_t, t->capacity);
    for (uint32_t n = 0; n < t->rows.count; n++) *place_of(t, t->rows.items[n]) = n + 1;
}

uint32_t emit_position_of(emitter *e, src_span span, uint32_t within)
{
    position_table *t = &e->info->positions;
    if (e->info->in_library) span.start = span.end = source_line_start(e->info->source, span.start);
    if (2 * t->rows.count >= t->capacity) grow_positions(e, t);
    uint32_t *place = place_of(t, (position){span, within});
    if (*place) return *place - 1;
    vec_push_in(e->memory, &t->rows, ((position){span, within}));
    *place = t->rows.count;
    return t->rows.count - 1;
}

uint32_t emit_position(emitter *e, const ir_instr *i)
{
    return emit_position_of(e, i->span, i->within);
}

/* ---- names of slots -------------------------------------------------------------------------- */

static void name_slots(emitter *e, ir_function *f)
{
    c_names_next_function(&e->names);
    e->info->slot_names = arena_array(e->memory, const char *, f->slots.count);
    for (uint32_t s = 0; s < f->slots.count; s++) {
        name n = f->slots.items[s].name;
        e->info->slot_names[s] =
            c_name_local(&e->names, n ? n->text : arena_printf(e->memory, "t%u", s));
    }
}

/* ---- the parts of a body --------------------------------------------------------------------- */

/* The source line as a comment, once for each run of operations of that line. */
static void put_line(emitter *e, const ir_instr *i)
{
    if (!e->options.source_lines) return;
    source *s = e->function->module->source;
    if (i->span.end == 0) return;
    uint32_t line = source_line(s, i->span.start), length;
    if (line == e->last_line) return;
    e->last_line = line;
    const char *text = source_line_text(s, line, &length);
    while (length && (*text == ' ' || *text == '\t')) text++, length--;
    while (length && (text[length - 1] == '\r' || text[length - 1] == ' ')) length--;
    strbuf_printf(e->out, "#line %u \"%s\"\n", line, s->path);
    strbuf_printf(e->out, "    /* %u: ", line);
    /* nothing that would end the comment, or nest one, or continue a line */
    for (uint32_t n = 0; n < length; n++) {
        char c = text[n];
        bool ends =
            (c == '*' || c == '/') && n + 1 < length && (text[n + 1] == '/' || text[n + 1] == '*');
        strbuf_putc(e->out, c == 0 || c == '\\' || c == '?' ? (c ? c : ' ') : c);
        if (ends || (c == '\\' && n + 1 == length)) strbuf_putc(e->out, ' ');
    }
    strbuf_puts(e->out, " */\n");
}

static void put_block(emitter *e, ir_block *b, const ir_block *next)
{
    e->block = b;
    if (e->label_used[b->id]) {
        strbuf_printf(e->out, "%s_%u:;\n", b->label, b->id);
        e->last_line = 0;
    }
    for (vec_each(ir_instr, i, &b->code)) {
        put_line(e, i);
        emit_op(e, b, i, next);
    }
}

static const char *c_type(ir_repr repr)
{
    static const char *const types[] = {[REPR_VALUE] = "rt_value ",
                                        [REPR_WORD] = "int64_t ",
                                        [REPR_FLOAT] = "double ",
                                        [REPR_BOOL] = "int "};
    return types[repr];
}

static void put_locals(emitter *e, ir_function *f)
{
    for (ir_repr repr = REPR_VALUE; repr <= REPR_BOOL; repr++) {
        uint32_t column = 0;
        for (uint32_t s = 0; s < f->slots.count; s++) {
            ir_slot *slot = &f->slots.items[s];
            if (slot->repr != repr || slot->in_frame || slot->is_param || !e->slot_used[s])
                continue;
            if (column == 0)
                column = (uint32_t)strlen(c_type(repr)) + 4,
                strbuf_printf(e->out, "    %s", c_type(repr));
            else if (column > 90)
                strbuf_puts(e->out, ",\n        "), column = 8;
            else
                strbuf_puts(e->out, ", ");
            strbuf_puts(e->out, e->info->slot_names[s]);
            column += (uint32_t)strlen(e->info->slot_names[s]) + 2;
        }
        if (column) strbuf_puts(e->out, ";\n");
    }
    if (e->uses_fresh) strbuf_puts(e->out, "    rt_value fresh;\n");
    if (e->uses_at) strbuf_puts(e->out, "    uint32_t at;\n");
}

static void put_entry(emitter *e)
{
    ir_ownership *o = e->info->ownership;
    for (uint32_t n = 0; n < o->entry_clear.count; n++)
        strbuf_printf(e->out, "    %s = 0;\n", emit_slot(e, o->entry_clear.items[n]));
    for (uint32_t n = 0; n < o->entry_retain.count; n++)
        strbuf_printf(e->out, "    RT_RETAIN(%s);\n", emit_slot(e, o->entry_retain.items[n]));
    emit_releases(e, o->entry_release, "    ");
}

static void put_body(emitter *e, ir_function *f)
{
    e->last_line = 0;
    e->unwinds.count = 0;
    bool suspends = ir_function_suspends(f);
    if (f->kind == FN_PLAIN) strbuf_puts(e->out, "    if (!RT_ENTER()) return 0;\n");
    if (notes_places(e->program, f))
        strbuf_printf(e->out, "    RT_PLACE_PUSH(&%s_code, %s);\n", e->info->name,
                      suspends ? "frame" : "NULL");
    if (suspends) emit_states(e, f);
    put_entry(e);
    for (uint32_t b = 0; b < f->blocks.count; b++)
        put_block(e, f->blocks.items[b], b + 1 < f->blocks.count ? f->blocks.items[b + 1] : NULL);
    emit_unwinds(e);
}

/* ---- whole functions ------------------------------------------------------------------------- */

const char *emit_parameters(emitter *e, ir_function *f, const char *first)
{
    strbuf b = {0};
    strbuf_printf(&b, "(%s", first);
    bool any = *first;
    for (uint32_t s = 0; s < f->slots.count; s++) {
        if (!f->slots.items[s].is_param) continue;
        strbuf_printf(&b, "%s%s%s", any ? ", " : "", c_type(f->slots.items[s].repr),
                      e->info->slot_names[s]);
        any = true;
    }
    if (f->returns_float) strbuf_printf(&b, "%sdouble *rt_result", any ? ", " : ""), any = true;
    strbuf_puts(&b, any ? ")" : "void)");
    const char *text = arena_strndup(e->memory, b.text, b.length);
    strbuf_free(&b);
    return text;
}

/* False, or 0: it raised. */
static const char *result_type(const ir_function *f)
{
    return f->returns_float ? "bool " : "rt_value ";
}

static const char *first_parameter(const ir_function *f)
{
    return f->cell_count && !ir_function_suspends(f) ? "const rt_value *cells" : "";
}

static void put_header_comment(emitter *e, ir_function *f)
{
    static const char *const kinds[] = {"def",    "async def", "generator", "async generator",
                                        "module", "class"};
    strbuf_printf(e->out, "\n/* %s %s, line %u */\n", kinds[f->kind], f->qualname->text, f->line);
}

static const char *entry_argument(const ir_function *f, uint32_t parameter)
{
    if (ir_function_suspends(f)) return "%srt_retained(args[%u])";
    return f->slots.items[parameter].repr == REPR_FLOAT ? "%sRT_FLOAT_NUMBER(args[%u])"
                                                        : "%sargs[%u]";
}

/* The generic entry: unpacks the bound arguments. */
static void put_entry_function(emitter *e, ir_function *f)
{
    if (!e->info->needs_entry) return;
    const char *n = e->info->name;
    bool starts = ir_function_suspends(f);
    strbuf_printf(
        e->out, "\nstatic rt_value %s_entry(const rt_value *cells, const rt_value *args)\n{\n", n);
    if (!f->cell_count) strbuf_puts(e->out, "    (void)cells;\n");
    if (!f->params.count) strbuf_puts(e->out, "    (void)args;\n");
    if (f->returns_float) strbuf_puts(e->out, "    double result;\n");
    strbuf_printf(e->out, "    return %s%s(", n, starts ? "_start" : "");
    bool any = false;
    if (f->cell_count && !starts) strbuf_puts(e->out, "cells"), any = true;
    for (uint32_t a = 0; a < f->params.count; a++, any = true)
        strbuf_printf(e->out, entry_argument(f, a), any ? ", " : "", a);
    if (f->returns_float) {
        strbuf_printf(e->out, "%s&result) ? rt_float_new(result) : 0;\n}\n", any ? ", " : "");
        return;
    }
    if (starts)
        for (uint32_t c = 0; c < f->cell_count; c++, any = true)
            strbuf_printf(e->out, "%srt_retained(cells[%u])", any ? ", " : "", c);
    strbuf_puts(e->out, ");\n}\n");
}

static bool can_raise(const ir_instr *i)
{
    if (i->op == IR_load_global) return !i->aux.global->always_set;
    if (i->op == IR_load_library) return i->aux.library->kind == LIB_VALUE;
    return ir_info(i->op)->raises;
}

bool emit_has_code(const ir_function *f)
{
    if (f->kind != FN_MODULE || !f->module->is_library) return true;
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (can_raise(i)) return true;
    return false;
}

/* Bodies that run once are long and straight: the C compiler need not spend itself on them. The
 * program's own modules are scripts, perhaps with loops. */
static bool runs_once(const ir_function *f)
{
    return f->kind == FN_CLASS_BODY || (f->kind == FN_MODULE && f->module->is_library);
}

void emit_prototypes(emitter *e, ir_function *f)
{
    e->function = f;
    e->info = &e->functions[f->index];
    name_slots(e, f);
    if (emit_has_code(f)) strbuf_printf(e->out, "static const rt_code %s_code;\n", e->info->name);
    if (!ir_function_suspends(f))
        strbuf_printf(e->out, "static %s%s%s%s;\n", runs_once(f) ? "RT_ONCE " : "",
                      result_type(f), e->info->name, emit_parameters(e, f, first_parameter(f)));
    else if (e->info->needs_start)
        strbuf_printf(e->out, "static rt_value %s_start%s;\n", e->info->name,
                      emit_parameters(e, f, ""));
}

static void put_unused_parameters(emitter *e, ir_function *f)
{
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (f->slots.items[s].is_param && !e->slot_used[s])
            strbuf_printf(e->out, "    (void)%s;\n", e->info->slot_names[s]);
    if (f->cell_count && !e->uses_cells) strbuf_puts(e->out, "    (void)cells;\n");
}

/* Locals that are set and never read, nor counted: C compilers would wonder. */
static void put_unread_locals(emitter *e, ir_function *f)
{
    for (uint32_t s = 0; s < f->slots.count; s++) {
        const ir_slot *slot = &f->slots.items[s];
        bool local = e->slot_used[s] && !slot->in_frame && !slot->is_param;
        if (local && !e->read_count[s] && !slot_is_counted(slot))
            strbuf_printf(e->out, "    (void)%s;\n", e->info->slot_names[s]);
    }
}

static void count_uses(emitter *e, const ir_function *f)
{
    e->read_count = arena_array(e->memory, uint32_t, f->slots.count);
    e->write_count = arena_array(e->memory, uint32_t, f->slots.count);
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (ir_is_slot(i->dst)) e->write_count[i->dst]++;
            for (uint32_t a = 0; a < i->arg_count; a++)
                if (ir_is_slot(i->args[a])) e->read_count[i->args[a]]++;
        }
}

void emit_function(emitter *e, ir_function *f)
{
    e->function = f;
    e->info = &e->functions[f->index];
    bool suspends = ir_function_suspends(f);
    e->label_used = arena_array(e->memory, bool, f->blocks.count);
    e->slot_used = arena_array(e->memory, bool, f->slots.count);
    e->uses_at = e->uses_fresh = e->uses_cells = false;
    count_uses(e, f);

    uint32_t sites = e->site_count, call_sites = e->call_site_count;
    strbuf scratch = {0}, *out = e->out;
    e->out = &scratch;
    put_body(e, f);
    const char *body = strbuf_text(&scratch);
    e->uses_cells = f->cell_count && strstr(body, "cells[");
    e->uses_self = suspends && strstr(body, "self->");
    bool uses_frame = e->uses_self || (suspends && strstr(body, "frame"));
    strbuf_free(&scratch);
    e->out = out;
    e->site_count = sites;
    e->call_site_count = call_sites;

    put_header_comment(e, f);
    if (suspends)
        strbuf_printf(out, "static rt_value %s_resume(rt_frame *frame, rt_value input)\n{\n",
                      e->info->name);
    else
        strbuf_printf(out, "static %s%s%s\n{\n", result_type(f), e->info->name,
                      emit_parameters(e, f, first_parameter(f)));
    if (suspends && e->uses_self)
        strbuf_printf(out, "    struct %s_frame *self = (struct %s_frame *)frame;\n", e->info->name,
                      e->info->name);
    put_locals(e, f);
    put_unread_locals(e, f);
    if (suspends && !uses_frame) strbuf_puts(out, "    (void)frame;\n");
    if (!suspends) put_unused_parameters(e, f);
    put_body(e, f);
    strbuf_puts(out, "}\n");
    if (suspends) emit_start_functions(e, f);
    put_entry_function(e, f);
}
