/* warning.c: warnings that the runtime itself gives.
 *
 * In: a category, a message, and the place in the program where that happens which is warned of.
 * Out: a line on stderr, once for each place and message. */
#include "exc/exception.h"
#include "value/set.h"
#include "value/str.h"
#include "value/type.h"

/* Where the program lets go of an object that is being destroyed; code NULL = unknown. */
static struct place {
    const rt_code *code;
    uint32_t position;
} place;

static rt_value shown; /* a set of the texts that were written; 0 = none yet */

void rt_destroy_at(rt_object *object, const rt_code *code, uint32_t position)
{
    struct place before = place;

    place = (struct place){code, position};
    rt_destroy(object);
    place = before;
}

static void write_err(rt_value text)
{
    size_t size;
    const char *bytes = rt_str_text(text, &size);

    rt_flush_out();
    rt_write_err(bytes, size);
}

rt_value rt_source_line(const rt_source *source, uint32_t line)
{
    const char *at = source->text, *end = source->text + source->size;

    if (!at) return rt_str_c("");
    while (--line && at && (at = memchr(at, '\n', (size_t)(end - at)))) at++;
    if (!at) return rt_str_c("");
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\f')) at++;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    rt_value text = rt_str_new(at, (size_t)((stop ? stop : end) - at));
    rt_value whole = text ? rt_str_format("  %V\n", text) : 0;
    RT_RELEASE_OPT(text);
    return whole;
}

/* "path:line: Category: message\n" and the line; where that is not known, as CPython while it
 * shuts down: "sys:1". */
static rt_value warning_text(rt_type *category, rt_value message)
{
    if (!place.code) return rt_str_format("sys:1: %V: %V\n", rt_type_name(category), message);

    const rt_source *source = place.code->source;
    uint32_t line = place.code->positions[place.position].line;
    rt_value quoted = rt_source_line(source, line);
    rt_value text = quoted ? rt_str_format("%s:%u: %V: %V\n%V", source->path, line,
                                           rt_type_name(category), message, quoted)
                           : 0;
    RT_RELEASE_OPT(quoted);
    return text;
}

/* Is it said for the first time? -1 = raised. */
static int is_new(rt_value text)
{
    if (!shown) shown = rt_set_new();
    if (!shown) return -1;
    uint32_t before = RT_SET(shown)->used;
    if (!rt_set_push(shown, rt_retained(text))) return -1;
    return RT_SET(shown)->used > before;
}

/* Each time with the advice that CPython gives where the object's origin is not known. */
bool rt_warn(rt_type *category, rt_value message)
{
    rt_value text = warning_text(category, message);
    int fresh = text ? is_new(text) : -1;

    rt_value hint =
        fresh > 0
            ? rt_str_format("%V%V: Enable tracemalloc to get the object allocation traceback\n",
                            text, rt_type_name(category))
            : 0;
    if (hint) write_err(hint);
    RT_RELEASE_OPT(hint);
    RT_RELEASE_OPT(text);
    return fresh == 0 || hint;
}

void rt_end_warnings(void)
{
    RT_RELEASE_OPT(shown);
    shown = 0;
}

void rt_unraisable(const char *what, rt_value where)
{
    rt_value exception = rt_catch();
    if (!exception) return;
    rt_value head = where ? rt_str_format("%s: %R\n", what ? what : "Exception ignored in", where)
                          : rt_str_format("%s:\n", what ? what : "Exception ignored in");
    if (head) {
        size_t size;
        const char *bytes = rt_str_text(head, &size);
        rt_flush_out();
        rt_write_err(bytes, size);
        RT_RELEASE(head);
    }
    rt_clear_pending();
    rt_exc_print(exception);
    RT_RELEASE(exception);
}
