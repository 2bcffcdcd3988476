/* Diagnostics: collecting and ordering them. diag_print.c shows them. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void diags_init(diags *d, arena *memory)
{
    *d = (diags){.memory = memory};
}

static void report(diags *d, diag_severity severity, const source *s, src_span at,
                   const char *format, va_list arguments)
{
    diag item = {
        .severity = severity,
        .source = s,
        .span = at,
        .message = arena_vprintf(d->memory, format, arguments),
        .sequence = d->items.count,
    };
    vec_push_in(d->memory, &d->items, item);
    d->error_count += severity == DIAG_ERROR;
    d->warning_count += severity == DIAG_WARNING;
}

void diag_error(diags *d, const source *s, src_span at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(d, DIAG_ERROR, s, at, format, arguments);
    va_end(arguments);
}

void diag_warning(diags *d, const source *s, src_span at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(d, DIAG_WARNING, s, at, format, arguments);
    va_end(arguments);
}

static void attach(diags *d, diag_extra extra)
{
    if (d->items.count) vec_push_in(d->memory, &vec_last(&d->items).extras, extra);
}

void diag_hint(diags *d, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    attach(d, (diag_extra){.text = arena_vprintf(d->memory, format, arguments)});
    va_end(arguments);
}

void diag_note(diags *d, const source *s, src_span at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    attach(d, (diag_extra){s, at, arena_vprintf(d->memory, format, arguments)});
    va_end(arguments);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* What is about no source in particular comes first. */
static int compare_diags(const void *left, const void *right)
{
    const diag *a = left, *b = right;
    int order =
        compare_numbers(a->source ? a->source->index + 1 : 0, b->source ? b->source->index + 1 : 0);
    if (order == 0) order = compare_numbers(a->span.start, b->span.start);
    return order ? order : compare_numbers(a->sequence, b->sequence);
}

/* Of two errors at one place the first is the cause; other things are dropped when they are the
 * same. */
static bool is_repetition(const diag *a, const diag *b)
{
    bool same_place = a->source && a->source == b->source && a->span.start == b->span.start;
    bool errors = a->severity == DIAG_ERROR && b->severity == DIAG_ERROR;
    return a->severity == b->severity &&
           ((same_place && errors) || (a->source == b->source && a->span.start == b->span.start &&
                                       strcmp(a->message, b->message) == 0));
}

void diags_sort(diags *d)
{
    if (d->items.count < 2) return;
    qsort(d->items.items, d->items.count, sizeof(diag), compare_diags);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < d->items.count; i++) {
        diag *item = &d->items.items[i];
        if (!is_repetition(&d->items.items[kept - 1], item))
            d->items.items[kept++] = *item;
        else if (item->severity == DIAG_ERROR)
            d->error_count--;
        else
            d->warning_count--;
    }
    d->items.count = kept;
}
