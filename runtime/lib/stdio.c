/* stdio.c: sys.stdin, sys.stdout and sys.stderr, and the builtin functions on them: print,
 * input. */
#include "lib/stdio.h"

#include <stdlib.h>
#include <unistd.h>

#include "exc/exception.h"
#include "lib/file.h"
#include "value/module.h"
#include "value/output.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- the streams: made on first use; the program may put others in place of them */

static struct {
    rt_value original[3]; /* by descriptor; 0 = not made yet */
    rt_value current[3];  /* what sys.stdin, ... are now; 0 = the original */
} streams;

rt_value rt_standard_stream(int descriptor)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    rt_value *stream = &streams.original[descriptor];
    if (*stream) return *stream;
    uint16_t direction = descriptor == STDIN_FILENO ? RT_FILE_READS : RT_FILE_WRITES;
    rt_value name = rt_str_c(names[descriptor]),
             mode = rt_str_c(descriptor == STDIN_FILENO ? "r" : "w");
    *stream = rt_file_new(&rt_text_file_type, descriptor,
                          direction | RT_FILE_TEXT | RT_FILE_STANDARD, name, mode);
    if (descriptor == STDERR_FILENO) RT_FILE(*stream)->errors = rt_str_c("backslashreplace");
    RT_RELEASE(name);
    RT_RELEASE(mode);
    return *stream;
}

/* Output is unbuffered where the environment asks for it, as CPython has it. */
void rt_init_stdio(void)
{
    const char *wish = getenv("PYTHONUNBUFFERED");
    rt_out_unbuffered(wish && *wish);
}

rt_value rt_current_stream(int descriptor)
{
    rt_value current = streams.current[descriptor];
    return current ? current : rt_standard_stream(descriptor);
}

/* What the runtime itself reports goes to the program's sys.stderr too. None takes nothing. */
static bool write_to_assigned(const char *text, size_t size)
{
    rt_value pending = rt_save_pending(), target = rt_retained(streams.current[STDERR_FILENO]);
    bool (*writer)(const char *, size_t) = rt_err_target;
    rt_value shown = rt_str_new(text, size), done = RT_NONE;

    rt_err_target = NULL; /* what fails meanwhile is told on the descriptor */
    if (target != RT_NONE) done = shown ? rt_call_method(target, RT_NAME("write"), 1, &shown) : 0;
    if (streams.current[STDERR_FILENO] == target) rt_err_target = writer;
    rt_clear_pending();
    RT_RELEASE_OPT(done);
    RT_RELEASE_OPT(shown);
    RT_RELEASE(target);
    rt_restore_pending(pending);
    return done != 0;
}

static void set_stream(int descriptor, rt_value stream)
{
    rt_value old = streams.current[descriptor];
    streams.current[descriptor] = stream ? rt_retained(stream) : 0;
    if (descriptor == STDERR_FILENO)
        rt_err_target = stream && stream != streams.original[descriptor] ? write_to_assigned : NULL;
    RT_RELEASE_OPT(old);
}

void rt_library_assigned(const char *module, const char *name, rt_value v)
{
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    if (strcmp(module, "sys")) return;
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (!strcmp(name, names[descriptor])) set_stream(descriptor, v);
}

void rt_end_stdio(void)
{
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        set_stream(descriptor, 0);
        RT_RELEASE_OPT(streams.original[descriptor]);
        streams.original[descriptor] = 0;
    }
}

/* ---- print */

/* Writes a str to the original standard output, or to any object through its write(). */
static bool write_to(rt_value target, rt_value text)
{
    if (RT_TYPE(target) == &rt_text_file_type)
        return rt_file_check(RT_FILE(target), RT_FILE_WRITES) &&
               rt_file_write_text(RT_FILE(target), text);
    rt_value done = rt_call_method(target, RT_NAME("write"), 1, &text);
    RT_RELEASE_OPT(done);
    return done != 0;
}

/* Small ints are written without an object for their text. */
static bool write_int(rt_file *file, int64_t number)
{
    char digits[24], *first = digits + sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do *--first = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--first = '-';
    return rt_file_check(file, RT_FILE_WRITES) &&
           rt_file_put(file, first, (size_t)(digits + sizeof digits - first));
}

static bool write_value(rt_value target, rt_value v)
{
    if (RT_IS_INT(v) && RT_TYPE(target) == &rt_text_file_type)
        return write_int(RT_FILE(target), RT_INT_VALUE(v));
    rt_value text = rt_str(v);
    if (!text) return false;
    bool fine = write_to(target, text);
    RT_RELEASE(text);
    return fine;
}

/* sep and end: a str, or the default where not given or None. Borrowed; 0 = TypeError. */
static rt_value text_option(rt_value option, const char *name, rt_value otherwise)
{
    if (!option || option == RT_NONE) return otherwise;
    if (rt_is_str(option)) return option;
    return rt_raise_format(&rt_exc_TypeError, "%s must be None or a string, not %T", name, option);
}

static bool flush_target(rt_value target)
{
    rt_value done = rt_call_method(target, RT_NAME("flush"), 0, NULL);
    RT_RELEASE_OPT(done);
    return done != 0;
}

static bool print_to(rt_value target, rt_tuple *items, rt_value sep, rt_value end)
{
    for (uint32_t i = 0; i < items->count; i++) {
        if (i && !write_to(target, sep)) return false;
        if (!write_value(target, items->items[i])) return false;
    }
    return write_to(target, end);
}

rt_value rt_builtin_print(rt_value args, rt_value sep, rt_value end, rt_value file, rt_value flush)
{
    rt_value target = file && file != RT_NONE ? file : rt_current_stream(STDOUT_FILENO);
    if (target == RT_NONE) return rt_retained(RT_NONE); /* sys.stdout = None */
    if (!(sep = text_option(sep, "sep", RT_NAME(" ")))) return 0;
    if (!(end = text_option(end, "end", RT_NAME("\n")))) return 0;
    RT_RETAIN(target);
    bool fine = print_to(target, RT_TUPLE(args), sep, end);
    int flushing = fine && flush ? rt_truth(flush) : 0;
    if (flushing) fine = flushing > 0 && flush_target(target);
    RT_RELEASE(target);
    return fine ? rt_retained(RT_NONE) : 0;
}

/* ---- input */

/* The line without its end: consumes it. */
static rt_value without_newline(rt_value line)
{
    int64_t length = rt_str_length(line);
    if (length == 0 || rt_str_code_at(line, (size_t)length - 1) != '\n') return line;
    rt_value text = rt_str_part(line, 0, length - 1);
    RT_RELEASE(line);
    return text;
}

static rt_value read_line(rt_value source)
{
    if (RT_TYPE(source) == &rt_text_file_type)
        return rt_file_check(RT_FILE(source), RT_FILE_READS)
                   ? rt_file_read(RT_FILE(source), -1, true)
                   : 0;
    rt_value line = rt_call_method(source, RT_NAME("readline"), 0, NULL);
    if (!line || rt_is_str(line)) return line;
    RT_RELEASE(line);
    return rt_raise_format(&rt_exc_TypeError, "object.readline() returned non-string");
}

rt_value rt_builtin_input(rt_value prompt)
{
    rt_value target = rt_current_stream(STDOUT_FILENO);
    if (prompt && !write_value(target, prompt)) return 0;
    if (!flush_target(target)) return 0;
    rt_value line = read_line(rt_current_stream(STDIN_FILENO));
    if (!line) return 0;
    if (rt_str_length(line) > 0) return without_newline(line);
    RT_RELEASE(line);
    return rt_raise_format(&rt_exc_EOFError, "EOF when reading a line");
}
