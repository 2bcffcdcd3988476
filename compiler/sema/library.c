/* The library tables as arrays: look-ups by name, signatures, preludes.
 *
 * In: the rows of runtime/lib/lib.def and the prelude texts that the build embeds. Out: rows,
 * modules and signatures for the phases that bind names and calls. Tables are constant, and so is
 * the order of their names (tools/embed-library): nothing is to be set up or freed. */
#include "sema/library.h"

#include <string.h>

#include "base/diag.h"
#include "sema/prelude.h"

static const library_row rows[] = {
#define RT_FUNCTION(module, name, signature, symbol, arity, result)                                \
    {LIB_FUNCTION, #module, #name, signature, #symbol, arity, result, 0},
#define RT_METHOD(type, name, signature, symbol, arity, result)                                    \
    {LIB_METHOD, #type, #name, signature, #symbol, arity, result, 0},
#define RT_CLASS_METHOD(type, name, signature, symbol, arity)                                      \
    {LIB_CLASS_METHOD, #type, #name, signature, #symbol, arity, "object", 0},
#define RT_COROUTINE(module, name, signature, symbol, arity, words)                                \
    {LIB_COROUTINE, #module, #name, signature, #symbol, arity, "object", words},
#define RT_LEAF(module, name, signature, symbol, arity)                                            \
    {LIB_LEAF, #module, #name, signature, #symbol, arity, "object", 0},
#define RT_CLASS(module, name, symbol) {LIB_CLASS, #module, #name, NULL, #symbol, 0, "object", 0},
#define RT_VALUE(module, name, expression, result)                                                 \
    {LIB_VALUE, #module, #name, NULL, #expression, 0, result, 0},
#include "lib/lib.def"
#undef RT_FUNCTION
#undef RT_METHOD
#undef RT_CLASS_METHOD
#undef RT_COROUTINE
#undef RT_LEAF
#undef RT_CLASS
#undef RT_VALUE
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* -- modules ------------------------------------------------------------------------------ */

/* A module exists where a row names it. The identity of a module is the first such row's place,
 * so that equal modules are equal pointers. */
static const library_module modules[] = {
#define RT_FUNCTION(module, name, signature, symbol, arity, result) {#module},
#define RT_METHOD(type, name, signature, symbol, arity, result) {NULL},
#define RT_CLASS_METHOD(type, name, signature, symbol, arity) {NULL},
#define RT_COROUTINE(module, name, signature, symbol, arity, words) {#module},
#define RT_LEAF(module, name, signature, symbol, arity) {NULL},
#define RT_CLASS(module, name, symbol) {#module},
#define RT_VALUE(module, name, expression, result) {#module},
#include "lib/lib.def"
#undef RT_FUNCTION
#undef RT_METHOD
#undef RT_CLASS_METHOD
#undef RT_COROUTINE
#undef RT_LEAF
#undef RT_CLASS
#undef RT_VALUE
};

const library_module *library_module_find(const char *dotted_name)
{
    for (int i = 0; i < ROW_COUNT; i++)
        if (modules[i].name && !strcmp(modules[i].name, dotted_name)) return &modules[i];
    return NULL;
}

/* Kinds by what names them: a type, a coroutine function, or a module. */
static bool same_space(library_kind a, library_kind b)
{
    static const bool apart[] = {
        [LIB_METHOD] = true, [LIB_CLASS_METHOD] = true, [LIB_LEAF] = true, [LIB_VALUE] = false};
    return a == b || (!apart[a] && !apart[b]);
}

/* The first row, by name, whose name does not come before this one. */
static uint32_t first_by_name(const char *own_name)
{
    uint32_t low = 0, high = ROW_COUNT;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (strcmp(rows[library_by_name[middle]].name, own_name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const library_row *find_row(library_kind kind, const char *owner, const char *own_name)
{
    for (uint32_t i = first_by_name(own_name); i < ROW_COUNT; i++) {
        const library_row *row = &rows[library_by_name[i]];
        if (strcmp(row->name, own_name)) break;
        if (same_space(row->kind, kind) && !strcmp(row->module, owner)) return row;
    }
    return NULL;
}

const library_row *library_find(const char *module, const char *name)
{
    return find_row(LIB_FUNCTION, module, name);
}

const library_row *library_method(const char *type, const char *name)
{
    return find_row(LIB_METHOD, type, name);
}

const library_row *library_next_method(uint32_t *index)
{
    while (*index < ROW_COUNT) {
        const library_row *row = &rows[(*index)++];
        if (row->kind == LIB_METHOD || row->kind == LIB_CLASS_METHOD) return row;
    }
    return NULL;
}

const library_row *library_leaf(const library_row *coroutine)
{
    return find_row(LIB_LEAF, coroutine->module, coroutine->name);
}

const library_row *library_row_of(const char *module, uint32_t *index)
{
    for (uint32_t i = *index; i < ROW_COUNT; i++) {
        if (!same_space(rows[i].kind, LIB_FUNCTION) || strcmp(rows[i].module, module)) continue;
        *index = i + 1;
        return &rows[i];
    }
    return NULL;
}

static const struct {
    const char *module, *name, *hint;
} refused[] = {
#define REFUSED(module, name, hint) {module, name, hint},
#include "sema/refused.def"
#undef REFUSED
};

const char *library_refusal(const char *module, const char *name)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (!strcmp(refused[i].module, module) && !strcmp(refused[i].name, name ? name : ""))
            return refused[i].hint;
    return NULL;
}

void library_offer_names(const char *module, nearest *n)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        if (!same_space(rows[i].kind, LIB_FUNCTION)) continue;
        if (!module && rows[i].module[0] != '_')
            nearest_offer(n, rows[i].module);
        else if (module && !strcmp(rows[i].module, module))
            nearest_offer(n, rows[i].name);
    }
    for (uint32_t i = 0; !module && i < prelude_count; i++) nearest_offer(n, prelude_rows[i].name);
}

/* -- signatures --------------------------------------------------------------------------- */

static const char *skip_spaces(const char *at)
{
    while (*at == ' ') at++;
    return at;
}

/* The end of a parameter: its comma, or the end of the text. Defaults may hold brackets and
 * strings. */
static const char *parameter_end(const char *at)
{
    char quote = 0;
    int depth = 0;
    for (; *at; at++) {
        if (quote) {
            if (*at == quote) quote = 0;
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (strchr("([{", *at)) {
            depth++;
        } else if (strchr(")]}", *at)) {
            depth--;
        } else if (*at == ',' && depth == 0) {
            break;
        }
    }
    return at;
}

static bool add_parameter(library_signature *out, const char *at, size_t length, bool optional)
{
    if (out->count == sizeof out->names / sizeof *out->names || length > UINT8_MAX) return false;
    out->names[out->count] = at;
    out->name_lengths[out->count] = (uint8_t)length;
    out->optional[out->count++] = optional;
    return true;
}

/* One parameter [at, end) with what its marks mean for those before and after it. */
static bool read_parameter(library_signature *out, const char *at, const char *end)
{
    while (end > at && end[-1] == ' ') end--;
    size_t length = strcspn(at, "=,: ");
    if (length > (size_t)(end - at)) length = (size_t)(end - at);
    if (end - at == 1 && *at == '/') {
        out->posonly = out->positional;
        return true;
    }
    if (end - at == 1 && *at == '*') {
        out->keywords_follow = true;
        return true;
    }
    if (end - at > 2 && !strncmp(at, "**", 2)) {
        out->star_star = true;
        return add_parameter(out, at + 2, length - 2, true);
    }
    if (*at == '*') {
        out->star = out->keywords_follow = true;
        return add_parameter(out, at + 1, length - 1, true);
    }
    if (out->keywords_follow)
        out->kwonly++;
    else
        out->positional++;
    return add_parameter(out, at, length, memchr(at, '=', (size_t)(end - at)) != NULL);
}

bool library_parse_signature(const char *signature, library_signature *out)
{
    memset(out, 0, sizeof *out);
    for (const char *at = skip_spaces(signature); *at; at = skip_spaces(at)) {
        const char *end = parameter_end(at);
        if (end == at || !read_parameter(out, at, end)) return false;
        at = *end == ',' ? end + 1 : end;
    }
    return true;
}

/* -- preludes ----------------------------------------------------------------------------- */

const char *library_prelude(const char *dotted_name, uint32_t *length, bool *is_package)
{
    for (uint32_t i = 0; i < prelude_count; i++) {
        if (strcmp(prelude_rows[i].name, dotted_name)) continue;
        *length = prelude_rows[i].length;
        *is_package = prelude_rows[i].is_package;
        return prelude_rows[i].text;
    }
    return NULL;
}
