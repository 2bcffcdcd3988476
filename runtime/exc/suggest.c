/* suggest.c: "Did you mean" behind a NameError or an AttributeError that nobody caught.
 *
 * In: the exception. Out: the name that was probably meant: among the attributes of the object, or
 * what the compiler noted of names that the program uses and nothing defines (rt_hint). */
#include "exc/exception.h"
#include "value/instance.h"
#include "value/list.h"
#include "value/str.h"
#include "value/type.h"

/* CPython's costs and limits. */
enum { MOVE = 2, OTHER_CASE = 1, LONGEST = 40, MOST_CANDIDATES = 750 };

static const rt_hint *program_hints;

void rt_set_hints(const rt_hint *hints)
{
    program_hints = hints;
}

/* ---- the distance of two names --------------------------------------------------------------- */

static char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t substitution(char a, char b)
{
    return a == b ? 0 : lowered(a) == lowered(b) ? OTHER_CASE : MOVE;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Of what is left of two names without what they begin and end with alike. */
static size_t table_distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
    size_t row[LONGEST + 1];
    for (size_t i = 0; i <= a_size; i++) row[i] = i * MOVE;
    for (size_t j = 1; j <= b_size; j++) {
        size_t diagonal = row[0];
        row[0] = j * MOVE;
        for (size_t i = 1; i <= a_size; i++) {
            size_t replaced = diagonal + substitution(a[i - 1], b[j - 1]);
            diagonal = row[i];
            row[i] = least(replaced, least(row[i - 1], diagonal) + MOVE);
        }
    }
    return row[a_size];
}

static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
    while (a_size && b_size && *a == *b) a++, b++, a_size--, b_size--;
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1]) a_size--, b_size--;
    if (!a_size || !b_size) return (a_size + b_size) * MOVE;
    if (a_size > LONGEST || b_size > LONGEST) return SIZE_MAX;
    return table_distance(a, a_size, b, b_size);
}

/* ---- the nearest of several ------------------------------------------------------------------ */

typedef struct search {
    const char *name;
    size_t size;
    const char *best;
    size_t best_size, best_distance;
} search;

static search search_for(rt_value name)
{
    search s = {.best_distance = SIZE_MAX};
    s.name = rt_str_text(name, &s.size);
    return s;
}

/* A third of the letters of both may differ. */
static void offer(search *s, const char *text, size_t size)
{
    size_t d = distance(s->name, s->size, text, size);
    if (d > (s->size + size + 3) * MOVE / 6 || d >= s->best_distance) return;
    s->best = text;
    s->best_size = size;
    s->best_distance = d;
}

/* Lines of words; what an earlier line has wins. */
static void offer_lines(search *s, const char *at)
{
    while (*at) {
        size_t size = strcspn(at, " \n");
        if (size) offer(s, at, size);
        at += size;
        if (*at == '\n' && s->best) return;
        if (*at) at++;
    }
}

static rt_value found(const search *s)
{
    return s->best ? rt_str_new(s->best, s->best_size) : 0;
}

/* ---- where names come from ------------------------------------------------------------------- */

static rt_value from_hints(const char *place, uint32_t line, rt_value name)
{
    search s = search_for(name);
    for (const rt_hint *h = program_hints; h && h->name; h++)
        if (h->line == line && !strcmp(h->name, s.name) && !strcmp(h->place, place)) {
            offer_lines(&s, h->candidates);
            break;
        }
    return found(&s);
}

static rt_value from_attributes(rt_value object, rt_value name)
{
    rt_value names = rt_dir(object);
    if (!names) rt_clear_pending();
    if (!names) return 0;
    search s = search_for(name);
    const rt_list *list = RT_LIST(names);
    for (uint32_t i = 0; list->count < MOST_CANDIDATES && i < list->count; i++) {
        size_t size;
        if (!rt_is_str(list->items[i])) continue;
        const char *text = rt_str_text(list->items[i], &size);
        offer(&s, text, size);
    }
    rt_value suggestion = found(&s);
    RT_RELEASE(names);
    return suggestion ? suggestion : from_hints(RT_TYPE(object)->name, 0, name);
}

/* Of the place that raised. */
static rt_value from_place(const rt_traceback *last, rt_value name)
{
    for (; last->next; last = RT_TRACEBACK(last->next)) {
    }
    uint32_t line = last->line ? last->line : last->code->positions[last->position].line;
    return from_hints(last->code->source->path, line, name);
}

rt_value rt_suggest(rt_value exception)
{
    const rt_exception *e = RT_EXCEPTION_OBJECT(exception);
    bool is_attribute = rt_is_instance_of(exception, &rt_exc_AttributeError);
    if (!is_attribute && !rt_is_instance_of(exception, &rt_exc_NameError)) return 0;
    rt_value name = e->members[RT_NAME_NAME];
    if (!name || !rt_is_str(name)) return 0;
    if (is_attribute) {
        rt_value object = e->members[RT_NAME_OBJ];
        return object && object != RT_NONE ? from_attributes(object, name) : 0;
    }
    return e->traceback ? from_place(RT_TRACEBACK(e->traceback), name) : 0;
}
