/* traceback.c: the module traceback: exceptions and tracebacks as text (rows in lib/traceback.def).
 * What the text looks like is exc/format.c's affair. */
#include "exc/exception.h"
#include "exc/handled.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- arguments ------------------------------------------------------------------------------- */

/* The limit, or NULL for none. False: raised. */
static bool take_limit(rt_value v, int64_t *storage, const int64_t **limit)
{
    *limit = NULL;
    if (!v || v == RT_NONE) return true;
    *limit = storage;
    return rt_to_i64(v, storage);
}

/* -1 = raised; not given means chained. */
static int take_chain(rt_value v)
{
    return v ? rt_truth(v) : 1;
}

/* Both ways to call: with the exception alone, or with its type, itself and its traceback.
 * Borrowed. */
static rt_value take_exception(rt_value exc, rt_value v)
{
    return v ? v : exc;
}

static rt_value join(rt_value pieces)
{
    rt_value empty = rt_str_c(""), text = rt_call_method(empty, RT_NAME("join"), 1, &pieces);
    RT_RELEASE(empty);
    RT_RELEASE(pieces);
    return text;
}

/* Writes the pieces (consumed, may be 0 = raised) to a file, or to stderr. */
static rt_value print_pieces(rt_value pieces, rt_value file)
{
    rt_value text = pieces ? join(pieces) : 0;
    if (!text) return 0;
    rt_value result = 0;
    if (file && file != RT_NONE) {
        result = rt_call_method(file, RT_NAME("write"), 1, &text);
    } else {
        size_t size;
        const char *bytes = rt_str_text(text, &size);
        rt_flush_out();
        rt_write_err(bytes, size);
        result = rt_retained(RT_NONE);
    }
    RT_RELEASE(text);
    RT_RELEASE_OPT(result);
    return result ? rt_retained(RT_NONE) : 0;
}

/* ---- exceptions ------------------------------------------------------------------------------ */

static rt_value none_piece(void)
{
    return rt_list_of(1, (rt_value[]){rt_str_c("NoneType: None\n")});
}

/* Not given is the exception's own; what is no traceback is refused. */
static bool take_traceback(rt_value exception, rt_value *traceback)
{
    if (!*traceback) *traceback = RT_EXCEPTION_OBJECT(exception)->traceback;
    if (!*traceback || *traceback == RT_NONE || RT_TYPE(*traceback) == &rt_traceback_type)
        return true;
    rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute 'tb_frame'", *traceback);
    return false;
}

static rt_value exception_pieces(rt_value exception, rt_value traceback, rt_value limit,
                                 rt_value chain)
{
    int64_t storage;
    const int64_t *at_most;
    int chained = take_chain(chain);
    if (chained < 0 || !take_limit(limit, &storage, &at_most)) return 0;
    if (!exception || exception == RT_NONE) return none_piece();
    if (rt_is_exception(exception))
        return take_traceback(exception, &traceback)
                   ? rt_exc_pieces(exception, traceback, chained, at_most)
                   : 0;
    return rt_raise_format(&rt_exc_TypeError, "Exception expected for value, %T found", exception);
}

rt_value rt_traceback_format_exception(rt_value exc, rt_value v, rt_value traceback, rt_value limit,
                                       rt_value chain)
{
    return exception_pieces(take_exception(exc, v), v ? traceback : 0, limit, chain);
}

rt_value rt_traceback_print_exception(rt_value exc, rt_value v, rt_value traceback, rt_value limit,
                                      rt_value file, rt_value chain)
{
    exc = take_exception(exc, v);
    return print_pieces(exception_pieces(exc, v ? traceback : 0, limit, chain), file);
}

rt_value rt_traceback_format_exc(rt_value limit, rt_value chain)
{
    rt_value pieces = exception_pieces(rt_handled(), 0, limit, chain);
    return pieces ? join(pieces) : 0;
}

rt_value rt_traceback_print_exc(rt_value limit, rt_value file, rt_value chain)
{
    return print_pieces(exception_pieces(rt_handled(), 0, limit, chain), file);
}

rt_value rt_traceback_format_exception_only(rt_value exc, rt_value v)
{
    rt_value exception = take_exception(exc, v);
    if (exception == RT_NONE) return none_piece();
    if (rt_is_exception(exception)) return rt_exc_only_pieces(exception);
    return rt_raise_format(&rt_exc_TypeError, "Exception expected for value, %T found", exception);
}

/* ---- tracebacks ------------------------------------------------------------------------------ */

rt_value rt_traceback_format_tb(rt_value traceback, rt_value limit)
{
    int64_t storage;
    const int64_t *at_most;
    if (!take_limit(limit, &storage, &at_most)) return 0;
    if (traceback != RT_NONE && RT_TYPE(traceback) != &rt_traceback_type)
        return rt_raise_format(&rt_exc_AttributeError, "'%T' object has no attribute 'tb_frame'",
                               traceback);
    return rt_traceback_pieces(traceback, at_most);
}

rt_value rt_traceback_print_tb(rt_value traceback, rt_value limit, rt_value file)
{
    return print_pieces(rt_traceback_format_tb(traceback, limit), file);
}

/* What one entry tells: (file, line, function, source line, last line, columns, how it
 * is shown). */
static rt_value describe(const rt_traceback *t)
{
    static const int64_t first = 1;
    const rt_position *at = &t->code->positions[t->position];
    bool exact = !t->line;
    uint32_t line = exact ? at->line : t->line;
    rt_value shown = rt_traceback_pieces((rt_value)t, &first);
    rt_value source = shown ? rt_source_line(t->code->source, line) : 0;
    rt_value stripped = source ? rt_call_method(source, RT_NAME("strip"), 0, NULL) : 0;
    RT_RELEASE_OPT(source);
    rt_value text = stripped ? join(rt_retained(shown)) : 0;
    RT_RELEASE_OPT(shown);
    if (!text) {
        RT_RELEASE_OPT(stripped);
        return 0;
    }
    return rt_tuple_of(
        8, (rt_value[]){rt_str_c(t->code->source->path), RT_INT(line), rt_str_c(t->code->name),
                        stripped, exact ? RT_INT(at->end_line) : rt_retained(RT_NONE),
                        exact ? RT_INT(at->column) : rt_retained(RT_NONE),
                        exact ? RT_INT(at->end_column) : rt_retained(RT_NONE), text});
}

/* A list of what the entries of a traceback tell. */
rt_value rt_traceback_entries(rt_value traceback)
{
    rt_value list = rt_list_new(4);
    for (; traceback != RT_NONE && traceback; traceback = RT_TRACEBACK(traceback)->next) {
        if (RT_TYPE(traceback) != &rt_traceback_type) {
            RT_RELEASE(list);
            return rt_raise_format(&rt_exc_AttributeError,
                                   "'%T' object has no attribute 'tb_frame'", traceback);
        }
        rt_value entry = describe(RT_TRACEBACK(traceback));
        if (!entry) {
            RT_RELEASE(list);
            return 0;
        }
        rt_list_push(list, entry);
    }
    return list;
}
