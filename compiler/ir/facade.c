/* Which submodules of a façade a program wants: those with a name that stands in its text. A name
 * in a comment counts too, which costs a little time and nothing else. */
#include "ir/facade.h"

#include <string.h>

#include "base/words.h"

bool is_facade(const module_state *m)
{
    if (!m->file->is_library || !m->file->is_package) return false;
    ast_list body = m->file->tree->as.Module.body;
    for (uint32_t i = 0; i < body.count; i++)
        if (body.items[i]->kind != AST_ImportFrom && body.items[i]->kind != AST_Expr) return false;
    return true;
}

static bool is_inside(const module_state *m, const module_state *package)
{
    name own = m->ir->name, outer = package->ir->name;
    return own->length >= outer->length && !memcmp(own->text, outer->text, outer->length) &&
           (own->length == outer->length || own->text[outer->length] == '.');
}

/* `from m import f as _` adds f to what objects of the package can do, which are had from these. */
static bool is_extension(const struct ast_ImportFrom *from)
{
    name as = from->names.items[0]->as.alias.asname;
    return as && !strcmp(as->text, "_");
}

static bool has_loop(source *s)
{
    static const char *const makers[] = {"get_running_loop", "get_event_loop", "new_event_loop",
                                         "get_loop", "loop"};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (source_has_word(s, makers[i])) return true;
    return false;
}

/* Names that the text has, or can make up and look up in the package or in the
 * package's objects. */
static bool text_wants(arena *memory, source *s, const char *package,
                       const struct ast_ImportFrom *from)
{
    if (strstr(s->text, arena_printf(memory, "from %s import *", package))) return true;
    for (uint32_t i = 0; i < from->names.count; i++)
        if (source_has_word(s, from->names.items[i]->as.alias.name->text)) return true;
    return source_makes_names(s) &&
           (is_extension(from) ? has_loop(s) : source_has_value(s, package));
}

/* Whether a module of the library imports the package or something of it. */
static bool imports(lowering *program, const module_state *m, const module_state *package)
{
    static const char *const words[] = {"import", "from"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(m->file->source->text,
                   arena_printf(&program->c->memory, "%s %s", words[i], package->ir->name->text)))
            return true;
    return false;
}

bool facade_import_is_wanted(lowering *program, const module_state *facade, const ast_node *import)
{
    for (vec_each(module_state *, m, &program->modules)) {
        if (is_inside(*m, facade) || ((*m)->file->is_library && !imports(program, *m, facade)))
            continue;
        if (text_wants(&program->c->memory, (*m)->file->source, facade->ir->name->text,
                       &import->as.ImportFrom))
            return true;
    }
    return false;
}
