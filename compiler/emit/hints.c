/* The names that the program uses and nothing defines, with what they may have been meant for: a
 * traceback ends with the nearest ("Did you mean").
 *
 * In: the operations of the program's own functions. Out: rows of rt_hint; nothing where all names
 * are known. */
#include "base/bitset.h"
#include "emit/internal.h"

#include <string.h>

typedef struct hint {
    const char *place; /* a source's path as it is emitted, or a type's name */
    uint32_t line;     /* 0: of a type */
    name name;
    const char *candidates;
} hint;

typedef struct hint_finder {
    emitter *e;
    bitset defined;  /* names of attributes, by id */
    bitset assigned; /* module variables that code before the one at hand sets, by index */
    uint32_t known;  /* names that there were when counting began */
    VEC(hint) hints;
} hint_finder;

/* ---- what is defined ------------------------------------------------------------------------- */

static void note_definition(hint_finder *h, const ir_instr *i)
{
    if (i->op == IR_namespace_put || i->op == IR_setattr) bitset_add(h->defined, i->aux.name->id);
}

static bool is_library_method(const char *text)
{
    uint32_t index = 0;
    for (const library_row *row; (row = library_next_method(&index));)
        if (!strcmp(row->name, text)) return true;
    return false;
}

static bool is_defined(const hint_finder *h, name n)
{
    bool is_special = n->length > 4 && !strncmp(n->text, "__", 2);
    return is_special || bitset_has(h->defined, n->id) || is_library_method(n->text);
}

/* ---- candidates ------------------------------------------------------------------------------ */

static void put_word(strbuf *text, const char *word)
{
    if (text->length && strbuf_text(text)[text->length - 1] != '\n') strbuf_putc(text, ' ');
    strbuf_puts(text, word);
}

static void put_builtins(strbuf *text)
{
    uint32_t index = 0;
    for (const library_row *row; (row = library_row_of("builtins", &index));)
        put_word(text, row->name);
}

/* Local variables, then those of the module, then what Python defines. */
static const char *names_in_reach(hint_finder *h, const ir_function *f, const ir_module *m)
{
    strbuf text = {0};
    for (vec_each(ir_slot, s, &f->slots))
        if (s->name && (!s->is_cell || s->is_param)) put_word(&text, s->name->text);
    strbuf_putc(&text, '\n');
    for (vec_each(ir_global *, g, &m->globals))
        if ((*g)->store_count && (f != m->body || bitset_has(h->assigned, (*g)->index)))
            put_word(&text, (*g)->name->text);
    strbuf_putc(&text, '\n');
    put_builtins(&text);
    const char *copy = arena_printf(h->e->memory, "%s", strbuf_text(&text));
    strbuf_free(&text);
    return copy;
}

/* ---- unknown names --------------------------------------------------------------------------- */

static bool is_noted(const hint_finder *h, const char *place, uint32_t line, name n)
{
    for (vec_each(hint, it, &h->hints))
        if (it->name == n && it->line == line && !strcmp(it->place, place)) return true;
    return false;
}

static void note_variable(hint_finder *h, const ir_function *f, const ir_instr *i)
{
    const ir_global *g = i->aux.global;
    if (g->store_count || g->name->text[0] == '_') return;
    const char *place = compilation_path(h->e->c, g->module->source);
    uint32_t line = source_line(g->module->source, i->span.start);
    if (is_noted(h, place, line, g->name)) return;
    hint found = {place, line, g->name, names_in_reach(h, f, g->module)};
    vec_push(&h->hints, found);
}

/* An attribute that no class has may be meant for a method of a built-in type. */
static void note_attribute(hint_finder *h, name n)
{
    if (n->id >= h->known || is_defined(h, n)) return;
    bitset_add(h->defined, n->id);
    uint32_t index = 0;
    for (const library_row *row; (row = library_next_method(&index));)
        if (edit_distance(n->text, row->name, n->length / 3 + 1) <= n->length / 3 + 1) {
            hint found = {row->module, 0, n, row->name};
            vec_push(&h->hints, found);
        }
}

static void note_names(hint_finder *h, const ir_function *f)
{
    for (vec_each(ir_block *, b, &f->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->op == IR_store_global) bitset_add(h->assigned, i->aux.global->index);
            if (i->op == IR_load_global) note_variable(h, f, i);
            if (i->op == IR_getattr || i->op == IR_call_method || i->op == IR_call_method_named)
                note_attribute(h, i->aux.name);
        }
}

/* ---- the table ------------------------------------------------------------------------------- */

static void put_hints(const hint_finder *h)
{
    strbuf *out = h->e->out;
    strbuf_puts(out, "\nstatic const rt_hint hints[] = {\n");
    for (vec_each(hint, it, &h->hints)) {
        strbuf_puts(out, "    {");
        emit_c_string(out, it->place, (uint32_t)strlen(it->place));
        strbuf_printf(out, ", %u, \"%s\", ", it->line, it->name->text);
        emit_c_string(out, it->candidates, (uint32_t)strlen(it->candidates));
        strbuf_puts(out, "},\n");
    }
    strbuf_puts(out, "    {NULL, 0, NULL, NULL}};\n");
}

bool emit_hints(emitter *e)
{
    hint_finder h = {.e = e, .known = e->c->names.count};
    h.defined = bitset_new(e->memory, h.known);
    h.assigned = bitset_new(e->memory, e->program->globals.count);
    for (vec_each(ir_function *, f, &e->program->functions))
        for (vec_each(ir_block *, b, &(*f)->blocks))
            for (vec_each(ir_instr, i, &(*b)->code)) note_definition(&h, i);
    for (vec_each(ir_function *, f, &e->program->functions))
        if (e->functions[(*f)->index].name && !(*f)->module->is_library) note_names(&h, *f);
    bool any = h.hints.count > 0;
    if (any) put_hints(&h);
    vec_free(&h.hints);
    return any;
}
