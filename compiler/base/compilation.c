/* One compilation as a value: its beginning, its end, its sources. */
#include "base/compilation.h"

#include <stdio.h>
#include <string.h>

void compilation_init(compilation *c, compile_options options)
{
    *c = (compilation){.options = options};
    names_init(&c->names, &c->memory);
    diags_init(&c->diags, &c->memory);
}

void compilation_free(compilation *c)
{
    names_free(&c->names);
    arena_free(&c->memory);
}

static source *add_source(compilation *c, source *s)
{
    if (!s) return NULL;
    s->index = c->sources.count;
    vec_push_in(&c->memory, &c->sources, s);
    return s;
}

source *compilation_open(compilation *c, const char *path)
{
    return add_source(c, source_from_file(&c->memory, path));
}

source *compilation_open_text(compilation *c, const char *path, const char *text, size_t length)
{
    return add_source(c, source_from_text(&c->memory, path, text, length));
}

/* A path in angle brackets is not one of a file. */
const char *compilation_path(compilation *c, const source *s)
{
    const char *directory = c->options.directory;
    if (!directory || *s->path == '/' || *s->path == '<') return s->path;
    size_t size = strlen(directory) + strlen(s->path) + 2;
    char *whole = arena_alloc(&c->memory, size);
    snprintf(whole, size, "%s/%s", directory, s->path);
    return whole;
}
