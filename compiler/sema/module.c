/* Finding and parsing imported modules: the program's files first, then the preludes.
 *
 * In: dotted names. Out: module_files (module.h). */
#include "sema/module.h"

#include <string.h>
#include <sys/stat.h>

#include "sema/library.h"
#include "syntax/parse.h"

void module_finder_init(module_finder *f, compilation *c, const source *main_source)
{
    const char *slash = strrchr(main_source->path, '/');
    size_t length = slash ? (size_t)(slash + 1 - main_source->path) : 0;
    *f = (module_finder){
        .compilation = c,
        .root = arena_strndup(&c->memory, main_source->path, length),
    };
}

static bool is_of_kind(const char *path, mode_t kind)
{
    struct stat status;
    return !stat(path, &status) && (status.st_mode & S_IFMT) == kind;
}

/* The file of a module below the root, or NULL. A folder without __init__.py is a package. */
static source *open_own(module_finder *f, name dotted, bool *is_package)
{
    compilation *c = f->compilation;
    char *base = arena_printf(&c->memory, "%s%s", f->root, dotted->text);
    for (char *p = base + strlen(f->root); *p; p++)
        if (*p == '.') *p = '/';
    const char *init = arena_printf(&c->memory, "%s/__init__.py", base);
    const char *file = arena_printf(&c->memory, "%s.py", base);
    *is_package = is_of_kind(init, S_IFREG);
    if (*is_package) return compilation_open(c, init);
    if (is_of_kind(file, S_IFREG)) return compilation_open(c, file);
    *is_package = is_of_kind(base, S_IFDIR);
    return *is_package ? compilation_open_text(c, base, "", 0) : NULL;
}

static source *open_prelude(module_finder *f, name dotted, bool *is_package)
{
    uint32_t length;
    const char *text = library_prelude(dotted->text, &length, is_package);
    if (!text) return NULL;
    const char *path = arena_printf(&f->compilation->memory, "<library %s>", dotted->text);
    return compilation_open_text(f->compilation, path, text, length);
}

/* Whether the library has the module and a mere folder of the same name must not hide it. */
static bool is_library_name(name dotted)
{
    uint32_t length;
    bool is_package;
    return library_module_find(dotted->text) || library_prelude(dotted->text, &length, &is_package);
}

module_file *module_find(module_finder *f, name dotted)
{
    for (vec_each(module_file *, it, &f->files))
        if ((*it)->dotted == dotted) return *it;

    compilation *c = f->compilation;
    module_file found = {.dotted = dotted};
    found.source = open_own(f, dotted, &found.is_package);
    if (found.source && found.is_package && !found.source->length && is_library_name(dotted))
        found.source = NULL;
    if (!found.source) {
        found.source = open_prelude(f, dotted, &found.is_package);
        found.is_library = true;
    }
    if (!found.source) return NULL;
    found.tree = parse_source(c, found.source);
    module_file *file = arena_new(&c->memory, module_file);
    *file = found;
    vec_push_in(&c->memory, &f->files, file);
    return file;
}

name module_absolute(compilation *c, name from, bool from_is_package, uint32_t level, name module)
{
    if (!level) return module;
    size_t length = from->length;
    uint32_t up = from_is_package ? level - 1 : level;
    for (; up && length; up--) {
        while (length && from->text[length - 1] != '.') length--;
        if (length) length--;
    }
    if (up || !length) return NULL;
    const char *tail = module ? module->text : "";
    return intern_text(&c->names, arena_printf(&c->memory, "%.*s%s%s", (int)length, from->text,
                                               module ? "." : "", tail));
}
