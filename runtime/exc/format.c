/* format.c: exceptions as text, as CPython 3.11 prints those that nobody caught: the chain of
 * causes and contexts, tracebacks with source lines and markers, notes, and the trees of
 * exception groups. */
#include "exc/caret.h"
#include "exc/exception.h"
#include "value/builder.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)
#define REPEATS_SHOWN 3
#define GROUP_WIDTH 15 /* exceptions of a group that are shown */
#define GROUP_DEPTH 10

typedef struct printer {
    rt_builder out;
    uint32_t indent; /* spaces before each line */
    bool margin;     /* a "| " behind them: inside of a group */
    uint32_t depth;  /* of groups */
    bool open;       /* the last exception of a group has no line below it yet */
    bool chain;
    bool suggest;                /* "Did you mean" */
    rt_value subject, traceback; /* an exception that is shown with this traceback, or 0 */
    const int64_t
        *limit; /* entries of a traceback: the first ones, the last ones if negative; NULL = all */
    rt_value seen; /* a list of the exceptions on the way, so that rings end */
    rt_value
        /* a list that takes the text in pieces as the module traceback has them; 0 = one text */
        pieces;
} printer;

/* Ends a piece. Inside of groups there are none. */
static void cut(printer *p)
{
    if (!p->pieces || p->margin) return;
    rt_value piece = rt_builder_finish(&p->out);
    rt_builder_init(&p->out);
    if (!piece) return;
    if (rt_str_length(piece))
        rt_list_push(p->pieces, piece);
    else
        RT_RELEASE(piece);
}

static void begin_line(printer *p)
{
    for (uint32_t i = 0; i < p->indent; i++) rt_builder_add(&p->out, " ", 1);
    if (p->margin) rt_builder_add(&p->out, "| ", 2);
}

static void add_text(printer *p, const char *text)
{
    rt_builder_add_c(&p->out, text);
}

static void add_format(printer *p, rt_value text)
{
    if (!text) return;
    rt_builder_add_str(&p->out, text);
    RT_RELEASE(text);
}

/* Text of several lines, each begun as the others are. */
static void add_lines(printer *p, rt_value text)
{
    size_t size;
    const char *at = rt_str_text(text, &size), *end = at + size;
    for (;;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        rt_builder_add(&p->out, at, (size_t)(stop - at));
        rt_builder_add(&p->out, "\n", 1);
        if (!newline) return;
        at = newline + 1;
        begin_line(p);
    }
}

/* ---- the entries of a traceback -------------------------------------------------------------- */

static const char *find_line(const rt_source *source, uint32_t number, size_t *size)
{
    if (!source->text || !number) return NULL;
    const char *at = source->text, *end = at + source->size;
    for (; number > 1; number--) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at) return NULL;
        at++;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *size = (size_t)((newline ? newline : end) - at);
    while (*size && strchr(" \t\r\f", at[*size - 1])) --*size;
    return at;
}

/* One marker for each code point of [from, to): ^, or ~ outside of the anchor where there is
 * one. */
static void add_markers(printer *p, const char *text, size_t size, size_t anchor, size_t anchor_end)
{
    for (size_t i = 0; i < size; i++) {
        if (((unsigned char)text[i] & 0xc0) == 0x80) continue;
        bool weak = anchor_end && (i < anchor || i >= anchor_end);
        rt_builder_add(&p->out, weak ? "~" : "^", 1);
    }
}

static void add_carets(printer *p, const rt_traceback *t, const char *line, size_t size,
                       size_t blank)
{
    const rt_position *at = &t->code->positions[t->position];
    size_t start = at->column, end = at->end_line == at->line ? at->end_column : size;
    if (end > size) end = size;
    if (start < blank || start >= end) return;
    if (t->in_lookup) end = start + rt_callee_size(line + start, end - start);
    size_t anchor = 0, anchor_end = 0;
    bool anchored = !t->in_lookup && at->end_line == at->line &&
                    rt_find_anchor(line + start, end - start, &anchor, &anchor_end);
    if (!anchored && end - start == size - blank) return; /* all of the line: says nothing */
    begin_line(p);
    add_text(p, "    ");
    for (size_t i = blank; i < start; i++)
        if (((unsigned char)line[i] & 0xc0) != 0x80) rt_builder_add(&p->out, " ", 1);
    add_markers(p, line + start, end - start, anchor, anchor_end);
    add_text(p, "\n");
}

static void add_source_line(printer *p, const rt_traceback *t)
{
    const rt_position *at = &t->code->positions[t->position];
    size_t size, blank = 0;
    const char *line = find_line(t->code->source, t->line ? t->line : at->line, &size);
    if (!line) return;
    while (blank < size && strchr(" \t\f", line[blank])) blank++;
    if (blank == size) return;
    begin_line(p);
    add_text(p, "    ");
    rt_builder_add(&p->out, line + blank, size - blank);
    add_text(p, "\n");
    if (!t->line) add_carets(p, t, line, size, blank);
}

static uint32_t line_of(const rt_traceback *t)
{
    return t->line ? t->line : t->code->positions[t->position].line;
}

static void add_repeats(printer *p, uint32_t times)
{
    if (times <= REPEATS_SHOWN) return;
    uint32_t more = times - REPEATS_SHOWN;
    begin_line(p);
    add_format(p, rt_str_format("  [Previous line repeated %u more time%s]\n", more,
                                more == 1 ? "" : "s"));
    cut(p);
}

/* Where the entries that the limit leaves begin, and how many they are. */
static rt_value apply_limit(const printer *p, rt_value traceback, uint32_t *count)
{
    *count = 0;
    for (rt_value at = traceback; at && at != RT_NONE; at = RT_TRACEBACK(at)->next) ++*count;
    if (!p->limit) return traceback;
    int64_t limit = *p->limit, all = *count;
    for (; limit < 0 && all > -limit; all--) traceback = RT_TRACEBACK(traceback)->next;
    *count = (uint32_t)(limit >= 0 && all > limit ? limit : all);
    return traceback;
}

static void add_entries(printer *p, rt_value traceback)
{
    const rt_traceback *last = NULL;
    uint32_t times = 0, left;
    for (traceback = apply_limit(p, traceback, &left); left;
         left--, traceback = RT_TRACEBACK(traceback)->next) {
        const rt_traceback *t = RT_TRACEBACK(traceback);
        if (!last || last->code != t->code || line_of(last) != line_of(t)) {
            add_repeats(p, times);
            times = 0;
            last = t;
        }
        if (++times > REPEATS_SHOWN) continue;
        begin_line(p);
        add_format(p, rt_str_format("  File \"%s\", line %u, in %s\n", t->code->source->path,
                                    line_of(t), t->code->name));
        add_source_line(p, t);
        cut(p);
    }
    add_repeats(p, times);
}

/* ---- the exception itself -------------------------------------------------------------------- */

/* Each line is a piece. */
static void add_note_lines(printer *p, rt_value text)
{
    size_t size;
    const char *at = rt_str_text(text, &size), *end = at + size;
    for (bool more = true; more;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        begin_line(p);
        rt_builder_add(&p->out, at, (size_t)(stop - at));
        rt_builder_add(&p->out, "\n", 1);
        cut(p);
        more = newline != NULL;
        if (more) at = newline + 1;
    }
}

static void add_notes(printer *p, rt_value exception)
{
    rt_value notes = rt_try_getattr(exception, RT_NAME("__notes__"));
    if (!notes) return rt_clear_pending();
    if (RT_IS_LIST(notes)) {
        for (uint32_t i = 0; i < RT_LIST(notes)->count; i++) {
            rt_value text = rt_str(RT_LIST(notes)->items[i]);
            if (!text) rt_clear_pending();
            add_note_lines(p, text ? text : RT_NAME("<note str() failed>"));
            RT_RELEASE_OPT(text);
        }
    } else {
        rt_value text = rt_repr(notes);
        begin_line(p);
        add_lines(p, text ? text : RT_NAME("<__notes__ repr() failed>"));
        RT_RELEASE_OPT(text);
    }
    RT_RELEASE(notes);
    rt_clear_pending();
}

static void add_exception_line(printer *p, rt_value exception)
{
    rt_type *type = RT_TYPE(exception);
    rt_value name = rt_type_full_name(type), text = rt_str(exception);
    const char *main_prefix = "__main__.";
    const char *shown = rt_str_text(name, NULL);
    if (!strncmp(shown, main_prefix, strlen(main_prefix))) shown += strlen(main_prefix);
    if (!text) rt_clear_pending();
    rt_value line = !text                 ? rt_str_format("%s: <exception str() failed>", shown)
                    : rt_str_length(text) ? rt_str_format("%s: %V", shown, text)
                                          : rt_str_c(shown);
    begin_line(p);
    rt_value meant = p->suggest ? rt_suggest(exception) : 0;
    if (line && meant) {
        rt_value both = rt_str_format("%V. Did you mean: '%V'?", line, meant);
        RT_RELEASE(line);
        line = both;
    }
    RT_RELEASE_OPT(meant);
    if (line) add_lines(p, line);
    cut(p);
    RT_RELEASE_OPT(line);
    RT_RELEASE_OPT(text);
    RT_RELEASE(name);
    add_notes(p, exception);
}

static void add_exception(printer *p, rt_value exception);

static rt_value traceback_of(const printer *p, rt_value exception)
{
    return exception == p->subject ? p->traceback : EXC(exception)->traceback;
}

static void add_single(printer *p, rt_value exception)
{
    rt_value traceback = traceback_of(p, exception);
    if (traceback) {
        begin_line(p);
        add_text(p, "Traceback (most recent call last):\n");
        cut(p);
        add_entries(p, traceback);
    }
    add_exception_line(p, exception);
}

static void add_separator(printer *p, rt_value label, bool first)
{
    for (uint32_t i = 0; i < p->indent; i++) add_text(p, " ");
    add_format(
        p, rt_str_format("%s---------------- %V ----------------\n", first ? "+-+" : "  +", label));
}

/* Where the last exception of a group is a group itself, one line ends both. */
static void close_group(printer *p)
{
    if (!p->open) return;
    for (uint32_t i = 0; i < p->indent; i++) add_text(p, " ");
    add_text(p, "+------------------------------------\n");
    p->open = false;
}

static void add_more_line(printer *p, uint32_t more)
{
    begin_line(p);
    add_format(p, rt_str_format("and %u more exception%s\n", more, more == 1 ? "" : "s"));
}

static void add_group_members(printer *p, const rt_tuple *members)
{
    uint32_t shown = members->count > GROUP_WIDTH ? GROUP_WIDTH : members->count;
    for (uint32_t i = 0; i < shown; i++) {
        rt_value label = rt_str_format("%u", i + 1);
        add_separator(p, label, i == 0);
        RT_RELEASE(label);
        p->indent += 2;
        p->margin = true;
        if (i + 1 == members->count) p->open = true;
        add_exception(p, members->items[i]);
        if (i + 1 == members->count) close_group(p);
        p->indent -= 2;
    }
    if (shown < members->count) {
        rt_value label = rt_str_c("...");
        add_separator(p, label, false);
        RT_RELEASE(label);
        p->indent += 2;
        p->open = true;
        add_more_line(p, members->count - shown);
        close_group(p);
        p->indent -= 2;
    }
}

/* A group's tree: its own traceback, then each of its exceptions behind a margin. */
static void add_group(printer *p, rt_value group)
{
    bool outermost = p->depth == 0, margin = p->margin;
    if (p->depth >= GROUP_DEPTH) {
        begin_line(p);
        add_format(p, rt_str_format("... (max_group_depth is %u)\n", GROUP_DEPTH));
        return;
    }
    p->depth++;
    if (outermost) p->indent += 2;
    rt_value traceback = traceback_of(p, group);
    if (outermost && traceback) {
        for (uint32_t i = 0; i < p->indent; i++) add_text(p, " ");
        add_text(p, "+ Exception Group Traceback (most recent call last):\n");
    } else if (traceback) {
        begin_line(p);
        add_text(p, "Exception Group Traceback (most recent call last):\n");
    }
    p->margin = true;
    add_entries(p, traceback);
    add_exception_line(p, group);
    rt_value members = EXC(group)->members[RT_GROUP_EXCEPTIONS];
    if (members) add_group_members(p, RT_TUPLE(members));
    if (outermost) p->indent -= 2;
    p->margin = margin;
    p->depth--;
}

static bool was_seen(const printer *p, rt_value exception)
{
    const rt_list *list = RT_LIST(p->seen);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == exception) return true;
    return false;
}

static void add_linked(printer *p, rt_value linked, const char *message)
{
    add_exception(p, linked);
    begin_line(p);
    add_text(p, "\n");
    begin_line(p);
    add_text(p, message);
    begin_line(p);
    add_text(p, "\n");
    cut(p);
}

static void add_exception(printer *p, rt_value exception)
{
    rt_list_push(p->seen, rt_retained(exception));
    rt_value cause = EXC(exception)->cause, context = EXC(exception)->context;
    if (p->chain && cause && cause != RT_NONE) {
        if (!was_seen(p, cause))
            add_linked(p, cause,
                       "The above exception was the direct cause of the following exception:\n");
    } else if (p->chain && context && !EXC(exception)->suppress && !was_seen(p, context)) {
        add_linked(p, context,
                   "During handling of the above exception, another exception occurred:\n");
    }
    if (rt_is_instance_of(exception, &rt_exc_BaseExceptionGroup))
        add_group(p, exception);
    else
        add_single(p, exception);
}

/* ---- the interface --------------------------------------------------------------------------- */

static rt_value print_with(printer *p, void (*part)(printer *, rt_value), rt_value v)
{
    rt_value saved = rt_save_pending();
    p->seen = rt_list_new(4);
    rt_builder_init(&p->out);
    part(p, v);
    cut(p);
    RT_RELEASE(p->seen);
    rt_value text = rt_builder_finish(&p->out);
    if (saved) rt_restore_pending(saved);
    return text;
}

rt_value rt_exc_format(rt_value exception)
{
    return print_with(&(printer){.chain = true, .suggest = true}, add_exception, exception);
}

static rt_value pieces_of(printer *p, void (*part)(printer *, rt_value), rt_value v)
{
    p->pieces = rt_list_new(8);
    rt_value rest = print_with(p, part, v);
    RT_RELEASE_OPT(rest);
    return p->pieces;
}

rt_value rt_exc_pieces(rt_value exception, rt_value traceback, bool chain, const int64_t *limit)
{
    printer p = {.chain = chain, .limit = limit, .subject = exception};
    p.traceback = traceback == RT_NONE ? 0 : traceback;
    return pieces_of(&p, add_exception, exception);
}

rt_value rt_exc_only_pieces(rt_value exception)
{
    return pieces_of(&(printer){0}, add_exception_line, exception);
}

rt_value rt_traceback_pieces(rt_value traceback, const int64_t *limit)
{
    return pieces_of(&(printer){.limit = limit}, add_entries, traceback);
}

void rt_exc_print(rt_value exception)
{
    rt_value text = rt_exc_format(exception);
    if (!text) return rt_clear_pending();
    size_t size;
    const char *bytes = rt_str_text(text, &size);
    rt_flush_out();
    rt_write_err(bytes, size);
    RT_RELEASE(text);
}
