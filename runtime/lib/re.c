/* re.c: the module re: its functions, the cache of compiled patterns, escape, and re.error. */
#include "lib/re.h"

#include <stdlib.h>
#include <string.h>

#include "exc/exception.h"
#include "lib/library.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/dict.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- errors ---------------------------------------------------------------------------------- */

static void set_attribute(rt_value self, const char *name, rt_value v)
{
    rt_setattr(self, rt_intern(name, strlen(name)), v);
}

/* Sets where the error is in the pattern, and returns the text that tells it; owned. */
static rt_value locate(rt_value self, rt_value message, rt_value pattern, rt_value pos)
{
    int64_t at = RT_INT_VALUE(pos), line = 1, column = at + 1;
    bool is_text = rt_is_str(pattern);
    int64_t length = is_text ? rt_str_length(pattern) : rt_length(pattern);
    for (int64_t i = 0; i < at && i < length; i++) {
        uint32_t c = is_text ? rt_str_code_at(pattern, (size_t)i)
                             : (unsigned char)rt_bytes_text(pattern, &(size_t){0})[i];
        if (c != '\n') continue;
        line++;
        column = at - i;
    }
    set_attribute(self, "lineno", RT_INT(line));
    set_attribute(self, "colno", RT_INT(column));
    rt_value newline = is_text ? rt_str_c("\n") : rt_bytes_new("\n", 1);
    int many = rt_contains(pattern, newline);
    RT_RELEASE(newline);
    if (many <= 0) return rt_str_format("%V at position %V", message, pos);
    return rt_str_format("%V at position %V (line %lld, column %lld)", message, pos,
                         (long long)line, (long long)column);
}

/* error(msg, pattern=None, pos=None) */
static bool error_init(rt_value self, const rt_args *args)
{
    static const char *const names[] = {"msg", "pattern", "pos"};
    rt_value given[3];
    if (!rt_arguments_bind("error", names, 1, 3, args, given)) return false;
    rt_value pattern = given[1] ? given[1] : RT_NONE, pos = given[2] ? given[2] : RT_NONE;
    set_attribute(self, "msg", given[0]);
    set_attribute(self, "pattern", pattern);
    set_attribute(self, "pos", pos);
    rt_value text;
    if (pattern != RT_NONE && RT_IS_INT(pos)) {
        text = locate(self, given[0], pattern, pos);
    } else {
        set_attribute(self, "lineno", RT_NONE);
        set_attribute(self, "colno", RT_NONE);
        text = rt_retained(given[0]);
    }
    if (!text) return false;
    rt_value old = RT_EXCEPTION_OBJECT(self)->args;
    RT_EXCEPTION_OBJECT(self)->args = rt_tuple_of(1, (rt_value[]){text});
    RT_RELEASE_OPT(old);
    return true;
}

rt_type rt_re_error_type = {
    .head = RT_TYPE_HEAD,
    .name = "re.error",
    .size = sizeof(rt_exception),
    .flags = RT_TYPE_EXCEPTION | RT_TYPE_HAS_FIELDS,
    .base = &rt_exc_Exception,
    .fields_offset = offsetof(rt_exception, fields),
    .init = error_init,
};

rt_value re_raise(rt_value message, rt_value pattern, int64_t position)
{
    rt_value args[] = {message, pattern, position < 0 ? RT_NONE : RT_INT(position)};
    rt_type_ready(&rt_re_error_type);
    rt_raise_new(&rt_re_error_type, 3, args);
    RT_RELEASE(message);
    return 0;
}

/* ---- compiled patterns ----------------------------------------------------------------------- */

enum { CACHE_LIMIT = 512 };
static rt_value cache; /* a dict: the pattern, or a tuple of it and flags -> the re_pattern */

rt_value rt_re_purge(void)
{
    if (cache) rt_dict_drop_items(RT_DICT(cache));
    return rt_retained(RT_NONE);
}

static rt_value new_pattern(rt_value pattern, uint32_t flags)
{
    re_program *program = re_program_new(pattern, flags);
    if (!program) return 0;
    re_pattern *object = (re_pattern *)rt_object_new(&rt_re_pattern_type, sizeof(re_pattern));
    object->program = program;
    object->pattern = rt_retained(pattern);
    return (rt_value)object;
}

static rt_value compile_cached(rt_value pattern, uint32_t flags)
{
    if (!cache) rt_library_keep(&cache, rt_dict_new());
    rt_value key = flags ? rt_tuple_of(2, (rt_value[]){rt_retained(pattern), RT_INT(flags)})
                         : rt_retained(pattern);
    rt_value compiled = rt_dict_find(cache, key);
    if (compiled) {
        RT_RETAIN(compiled);
    } else if (!RT_RAISED() && (compiled = new_pattern(pattern, flags))) {
        rt_value old_key, old;
        if (RT_DICT(cache)->used >= CACHE_LIMIT &&
            rt_dict_take_first(RT_DICT(cache), &old_key, &old)) {
            RT_RELEASE(old_key);
            RT_RELEASE(old);
        }
        rt_dict_store(cache, key, compiled);
    }
    RT_RELEASE(key);
    return compiled;
}

rt_value rt_re_compile(rt_value pattern, rt_value flags)
{
    int64_t bits = 0;
    if (flags && !rt_to_i64(flags, &bits)) return 0;
    if (RT_TYPE(pattern) == &rt_re_pattern_type) {
        if (!bits) return rt_retained(pattern);
        return rt_raise_format(&rt_exc_ValueError,
                               "cannot process flags argument with a compiled pattern");
    }
    if (!rt_is_str(pattern) && !rt_is_bytes_like(pattern))
        return rt_raise_format(&rt_exc_TypeError,
                               "first argument must be string or compiled pattern");
    return compile_cached(pattern, (uint32_t)bits);
}

/* ---- functions that compile first ------------------------------------------------------------ */

#define COMPILE_FIRST(name, parameters, call)                                                      \
    rt_value rt_re_##name parameters                                                               \
    {                                                                                              \
        rt_value compiled = rt_re_compile(pattern, flags);                                         \
        if (!compiled) return 0;                                                                   \
        rt_value result = call;                                                                    \
        RT_RELEASE(compiled);                                                                      \
        return result;                                                                             \
    }
COMPILE_FIRST(search, (rt_value pattern, rt_value string, rt_value flags),
              rt_re_pattern_search(compiled, string, 0, 0))
COMPILE_FIRST(match, (rt_value pattern, rt_value string, rt_value flags),
              rt_re_pattern_match(compiled, string, 0, 0))
COMPILE_FIRST(fullmatch, (rt_value pattern, rt_value string, rt_value flags),
              rt_re_pattern_fullmatch(compiled, string, 0, 0))
COMPILE_FIRST(findall, (rt_value pattern, rt_value string, rt_value flags),
              rt_re_pattern_findall(compiled, string, 0, 0))
COMPILE_FIRST(finditer, (rt_value pattern, rt_value string, rt_value flags),
              rt_re_pattern_finditer(compiled, string, 0, 0))
COMPILE_FIRST(split, (rt_value pattern, rt_value string, rt_value maxsplit, rt_value flags),
              rt_re_pattern_split(compiled, string, maxsplit))
COMPILE_FIRST(sub,
              (rt_value pattern, rt_value repl, rt_value string, rt_value count, rt_value flags),
              rt_re_pattern_sub(compiled, repl, string, count))
COMPILE_FIRST(subn,
              (rt_value pattern, rt_value repl, rt_value string, rt_value count, rt_value flags),
              rt_re_pattern_subn(compiled, repl, string, count))

/* ---- escape ---------------------------------------------------------------------------------- */

rt_value rt_re_escape(rt_value pattern)
{
    bool is_text = rt_is_str(pattern);
    if (!is_text && !rt_is_bytes_like(pattern))
        return rt_raise_format(&rt_exc_TypeError,
                               "decoding to str: need a bytes-like object, %T found", pattern);
    size_t size;
    const char *text = is_text ? rt_str_text(pattern, &size) : rt_bytes_text(pattern, &size);
    rt_builder out;
    rt_builder_init(&out);
    for (size_t i = 0; i < size; i++) {
        if (text[i] && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", text[i]))
            rt_builder_add(&out, "\\", 1);
        rt_builder_add(&out, text + i, 1);
    }
    rt_value escaped = is_text ? rt_str_new(out.text, out.size) : rt_bytes_new(out.text, out.size);
    rt_builder_drop(&out);
    return escaped;
}
