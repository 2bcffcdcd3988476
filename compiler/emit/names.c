/* Names in generated C: from the source where C allows it, and never twice in one scope.
 *
 * In: names of the program. Out: identifiers that clash neither with each other, nor with C's
 * keywords and library, nor with asyncc.h (whose names begin with rt_ or RT_). */
#include "emit/internal.h"

#include <string.h>

/* Keywords, what gcc and clang know as built-in functions even in -std=c11, and what the emitter
 * itself defines. */
static const char *const reserved[] = {"auto",        "break",     "case",         "char",
                                       "const",       "continue",  "default",      "do",
                                       "double",      "else",      "enum",         "extern",
                                       "float",       "for",       "goto",         "if",
                                       "inline",      "int",       "long",         "register",
                                       "restrict",    "return",    "short",        "signed",
                                       "sizeof",      "static",    "struct",       "switch",
                                       "typedef",     "union",     "unsigned",     "void",
                                       "volatile",    "while",     "asm",          "typeof",
                                       "bool",        "true",      "false",        "NULL",
                                       "offsetof",    "main",      "linux",        "unix",
                                       "abort",       "exit",      "calloc",       "malloc",
                                       "realloc",     "free",      "memchr",       "memcmp",
                                       "memcpy",      "memmove",   "memset",       "strcat",
                                       "strchr",      "strcmp",    "strcpy",       "strcspn",
                                       "strlen",      "strncat",   "strncmp",      "strncpy",
                                       "strpbrk",     "strrchr",   "strspn",       "strstr",
                                       "isalnum",     "isalpha",   "isblank",      "iscntrl",
                                       "isdigit",     "isgraph",   "islower",      "isprint",
                                       "ispunct",     "isspace",   "isupper",      "isxdigit",
                                       "tolower",     "toupper",   "printf",       "fprintf",
                                       "sprintf",     "snprintf",  "vprintf",      "vfprintf",
                                       "vsprintf",    "vsnprintf", "scanf",        "fscanf",
                                       "sscanf",      "vscanf",    "vfscanf",      "vsscanf",
                                       "putchar",     "puts",      "fputc",        "fputs",
                                       "fwrite",      "putc",      "abs",          "labs",
                                       "llabs",       "imaxabs",   "acos",         "asin",
                                       "atan",        "atan2",     "ceil",         "cos",
                                       "cosh",        "exp",       "fabs",         "floor",
                                       "fmod",        "frexp",     "ldexp",        "log",
                                       "log10",       "modf",      "pow",          "sin",
                                       "sinh",        "sqrt",      "tan",          "tanh",
                                       "acosh",       "asinh",     "atanh",        "cbrt",
                                       "copysign",    "erf",       "erfc",         "exp2",
                                       "expm1",       "fdim",      "fma",          "fmax",
                                       "fmin",        "hypot",     "ilogb",        "lgamma",
                                       "llrint",      "llround",   "log1p",        "log2",
                                       "logb",        "lrint",     "lround",       "nan",
                                       "nearbyint",   "nextafter", "nexttoward",   "remainder",
                                       "remquo",      "rint",      "round",        "scalbln",
                                       "scalbn",      "tgamma",    "trunc",        "carg",
                                       "cabs",        "cexp",      "clog",         "conj",
                                       "cpow",        "cproj",     "creal",        "cimag",
                                       "csqrt",       "ccos",      "csin",         "ctan",
                                       "iswalnum",    "towlower",  "towupper",     "isnan",
                                       "isinf",       "signbit",   "isfinite",     "isnormal",
                                       "div",         "ldiv",      "self",         "frame",
                                       "input",       "cells",     "args",         "at",
                                       "fresh",       "raised",    "program",      "head",
                                       "await",       "code",      "int8_t",       "int16_t",
                                       "int32_t",     "int64_t",   "uint8_t",      "uint16_t",
                                       "uint32_t",    "uint64_t",  "size_t",       "uintptr_t",
                                       "max_align_t", "ptrdiff_t", "wchar_t",      "static_assert",
                                       "noreturn",    "alignas",   "alignof",      "complex",
                                       "constants",   "globals",   "global_names", "hints",
                                       "library",     "sites",     "call_sites"};

enum { OWNER_NOBODY, OWNER_FILE_SCOPE, OWNER_FIRST_FUNCTION };

void c_names_init(c_names *n, arena *memory)
{
    *n = (c_names){.memory = memory, .function = OWNER_FIRST_FUNCTION};
    names_init(&n->table, memory);
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) c_name_global(n, reserved[i]);
}

void c_names_free(c_names *n)
{
    names_free(&n->table);
    vec_free(&n->owners);
}

const char *c_sanitise(arena *memory, const char *text, uint32_t length, uint32_t limit)
{
    char *out = arena_alloc(memory, (size_t)length + 3), *p = out;
    if (length && *text >= '0' && *text <= '9') *p++ = '_';
    for (uint32_t i = 0; i < length && (uint32_t)(p - out) < limit; i++) {
        char c = text[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            *p++ = c;
        else if (p == out || p[-1] != '_')
            *p++ = '_';
    }
    if (p == out) *p++ = '_';
    *p = 0;
    return out;
}

/* Whether the text before `end` is what the emitter itself puts numbers to. */
static bool ends_in_stem(const char *text, const char *end)
{
    static const char *const stems[] = {"inlined", "live", "module", "source", "variables"};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        size_t length = strlen(stems[i]);
        if ((size_t)(end - text) >= length && !memcmp(end - length, stems[i], length)) return true;
    }
    return false;
}

/* What the emitter numbers itself: source_0, main_live_3. */
static bool is_numbered(const char *text)
{
    const char *end = text + strlen(text);
    while (end > text && end[-1] >= '0' && end[-1] <= '9') end--;
    return *end && end > text && *--end == '_' && ends_in_stem(text, end);
}

/* Takes the name for `owner` unless it stands at file scope, in the function at hand, or is
 * asyncc.h's. */
static bool take(c_names *n, const char *text, uint32_t owner)
{
    if (strncmp(text, "rt_", 3) == 0 || strncmp(text, "RT_", 3) == 0 || is_numbered(text))
        return false;
    uint32_t id = intern_text(&n->table, text)->id;
    while (n->owners.count <= id) vec_push(&n->owners, OWNER_NOBODY);
    uint32_t *current = &n->owners.items[id];
    if (*current == OWNER_FILE_SCOPE || *current == owner) return false;
    *current = owner;
    return true;
}

/* `text`, or the first of text_, text_2, text_3, ... that is free. Of source: source__2, ... */
static const char *take_some(c_names *n, const char *text, uint32_t limit, uint32_t owner)
{
    const char *base = c_sanitise(n->memory, text, (uint32_t)strlen(text), limit),
               *candidate = base;
    const char *numbered = ends_in_stem(base, base + strlen(base)) ? "%s__%u" : "%s_%u";
    for (uint32_t number = 1; !take(n, candidate, owner); number++)
        candidate = number == 1 ? arena_printf(n->memory, "%s_", base)
                                : arena_printf(n->memory, numbered, base, number);
    return candidate;
}

const char *c_name_global(c_names *n, const char *text)
{
    return take_some(n, text, 100, OWNER_FILE_SCOPE);
}

/* What else stands at file scope for a function. */
static const char *const function_parts[] = {"code",   "entry",  "frame",     "init",
                                             "params", "points", "positions", "resume",
                                             "slots",  "start",  "state",     "within"};
enum { PART_COUNT = sizeof function_parts / sizeof *function_parts };

const char *c_name_function(c_names *n, const char *text)
{
    for (;;) {
        const char *name = take_some(n, text, 100, OWNER_FILE_SCOPE);
        uint32_t taken = 0;
        while (taken < PART_COUNT &&
               take(n, arena_printf(n->memory, "%s_%s", name, function_parts[taken]),
                    OWNER_FILE_SCOPE))
            taken++;
        if (taken == PART_COUNT) return name;
    }
}

const char *c_name_local(c_names *n, const char *text)
{
    return take_some(n, text, 60, n->function);
}

void c_names_next_function(c_names *n)
{
    n->function++;
}
