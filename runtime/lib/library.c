/* library.c: the library as objects: one table generated from lib.def, found by module and name.
 *
 * Nothing is built at start-up. The first look-up makes an index over the rows; a row's object is
 * made when it is first wanted and kept, so that `len is len`. */
#include "exc/exception.h"
#include "lib/sys.h"
#include "lib/time.h"
#include "value/dict.h"
#include "value/module.h"
#include "value/native.h"
#include "value/type.h"

typedef enum row_kind { ROW_FUNCTION, ROW_COROUTINE, ROW_CLASS, ROW_VALUE } row_kind;

typedef struct library_row {
    const char *module;
    rt_native_def def; /* of functions; only the name otherwise */
    row_kind kind;
    const void *subject; /* the code of a coroutine, the type of a class */
    rt_value (*value)(void);
} library_row;

/* The expression of each value as a function. */
#define RT_FUNCTION(module, name, signature, symbol, arity, result)
#define RT_METHOD(type, name, signature, symbol, arity, result)
#define RT_COROUTINE(module, name, signature, symbol, arity)
#define RT_CLASS(module, name, symbol)
#define RT_VALUE(module, name, expression, result)                                                 \
    static rt_value value_of_##module##_##name(void)                                               \
    {                                                                                              \
        return expression;                                                                         \
    }
#include "lib/lib.def"
#undef RT_FUNCTION
#undef RT_COROUTINE
#undef RT_CLASS
#undef RT_VALUE

#define F(symbol) (void (*)(void)) symbol
#define RT_FUNCTION(module, name, signature, symbol, arity, result)                                \
    {#module, {#name, signature, F(symbol), arity, RT_NATIVE_FUNCTION}, ROW_FUNCTION, NULL, NULL},
#define RT_COROUTINE(module, name, signature, symbol, arity)                                       \
    {#module,                                                                                      \
     {#name, signature, F(symbol##_init), arity, RT_NATIVE_FUNCTION},                              \
     ROW_COROUTINE,                                                                                \
     &symbol##_code,                                                                               \
     NULL},
#define RT_CLASS(module, name, symbol)                                                             \
    {#module, {#name, NULL, NULL, 0, 0}, ROW_CLASS, &symbol, NULL},
#define RT_VALUE(module, name, expression, result)                                                 \
    {#module, {#name, NULL, NULL, 0, 0}, ROW_VALUE, NULL, value_of_##module##_##name},
static const library_row rows[] = {
#include "lib/lib.def"
};
#undef RT_FUNCTION
#undef RT_METHOD
#undef RT_COROUTINE
#undef RT_CLASS
#undef RT_VALUE
#define ROW_COUNT (sizeof(rows) / sizeof(rows[0]))

/* ---- look-up --------------------------------------------------------------------------------- */

#define INDEX_SIZE 4096
_Static_assert(ROW_COUNT < INDEX_SIZE / 2, "the index of the library is too full");

static struct {
    uint16_t *index; /* hash table of row numbers + 1 */
    rt_value objects[ROW_COUNT];
    rt_value modules; /* dict: name -> module object */
} library;

static uint32_t hash_names(const char *module, const char *name)
{
    uint32_t hash = 2166136261u;
    for (; *module; module++) hash = (hash ^ (unsigned char)*module) * 16777619u;
    for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash;
}

static void build_index(void)
{
    library.index = rt_alloc(INDEX_SIZE * sizeof(uint16_t));
    memset(library.index, 0, INDEX_SIZE * sizeof(uint16_t));
    for (uint32_t i = 0; i < ROW_COUNT; i++) {
        uint32_t at = hash_names(rows[i].module, rows[i].def.name) % INDEX_SIZE;
        while (library.index[at]) at = (at + 1) % INDEX_SIZE;
        library.index[at] = (uint16_t)(i + 1);
    }
}

static int32_t find_row(const char *module, const char *name)
{
    if (!library.index) build_index();
    for (uint32_t at = hash_names(module, name) % INDEX_SIZE; library.index[at];
         at = (at + 1) % INDEX_SIZE) {
        const library_row *row = &rows[library.index[at] - 1];
        if (!strcmp(row->def.name, name) && !strcmp(row->module, module))
            return library.index[at] - 1;
    }
    return -1;
}

static rt_value make_object(const library_row *row)
{
    switch (row->kind) {
    case ROW_FUNCTION: return rt_native_new(&row->def, row->module);
    case ROW_COROUTINE: return rt_native_coroutine_new(&row->def, row->subject, row->module);
    case ROW_CLASS: return rt_retained((rt_value)row->subject);
    default: return row->value();
    }
}

rt_value rt_library_find(const char *module, const char *name)
{
    int32_t i = find_row(module, name);
    if (i < 0) return 0;
    if (!library.objects[i]) library.objects[i] = make_object(&rows[i]);
    RT_RETAIN_OPT(library.objects[i]);
    return library.objects[i];
}

rt_value rt_builtin_get(const char *module, const char *name)
{
    rt_value v = rt_library_find(module, name);
    if (!v && !RT_RAISED()) rt_raise_import_error(module, name);
    return v;
}

void rt_library_names(const char *module, rt_value names)
{
    for (uint32_t i = 0; i < ROW_COUNT; i++)
        if (!strcmp(rows[i].module, module))
            rt_dict_store(names, rt_intern(rows[i].def.name, strlen(rows[i].def.name)), RT_NONE);
}

rt_value rt_module_get(const char *name)
{
    rt_value key = rt_intern(name, strlen(name));
    rt_value module = rt_dict_find(library.modules, key);
    if (module) return rt_retained(module);
    module = rt_module_new(rt_str_text(key, NULL), NULL);
    rt_dict_store(library.modules, key, module);
    return module;
}

/* ---- start and end --------------------------------------------------------------------------- */

void rt_init_modules(void)
{
    library.modules = rt_dict_new();
}

void rt_end_modules(void)
{
    for (uint32_t i = 0; i < ROW_COUNT; i++) {
        rt_value v = library.objects[i];
        library.objects[i] = 0;
        RT_RELEASE_OPT(v);
    }
    rt_value modules = library.modules;
    library.modules = 0;
    RT_RELEASE_OPT(modules);
    if (library.index) rt_free(library.index, INDEX_SIZE * sizeof(uint16_t));
    library.index = NULL;
}
