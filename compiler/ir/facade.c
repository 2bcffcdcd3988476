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

static bool text_wants(const char *text, const struct ast_ImportFrom *from)
{
    if (strstr(text, "import *") || text_makes_names(text)) return true;
    for (uint32_t i = 0; i < from->names.count; i++)
        if (text_has_word(text, from->names.items[i]->as.alias.name->text)) return true;
    return false;
}

/* Whether a module of the library imports the package or something of it. */
static bool imports(lowering *program, const module_state *m, const module_state *package)
{
    static const char *const words[] = {"import", "from"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(m->file->source->text, arena_printf(&program->c->memory, "%s %s", words[i],
                                                       package->ir->name->text)))
            return true;
    return false;
}

bool facade_import_is_wanted(lowering *program, const module_state *facade,
                             const ast_node *import)
{
    for (vec_each(module_state *, m, &program->modules)) {
        const char *text = (*m)->file->source->text;
        if (is_inside(*m, facade) ||
            ((*m)->file->is_library && !imports(program, *m, facade)))
            continue;
        if (text_wants(text, &import->as.ImportFrom)) return true;
    }
    return false;
}
