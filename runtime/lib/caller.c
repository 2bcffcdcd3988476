/* caller.c: where the program called the library, for records of logging and for warnings (rows in
 * lib/logging.def). Programs that can ask note their place before their calls: RT_CALLING. */
#include <string.h>

#include "exc/exception.h"
#include "value/str.h"
#include "value/tuple.h"

/* (path, line, function, module), with CPython's words where there is none. */
rt_value rt_caller_place(void)
{
    const rt_code *code = rt_state.caller;
    rt_value items[] = {
        rt_str_c(code ? code->source->path : "(unknown file)"),
        RT_INT(code ? code->positions[rt_state.caller_position].line : 0),
        rt_str_c(code ? code->name : "(unknown function)"),
        rt_str_c(code ? code->source->module : "sys"),
    };
    return rt_tuple_of(4, items);
}

/* A line of the caller's file as it is shown: indented by two, with its end; "" of other files. */
rt_value rt_caller_source_line(rt_value path, rt_value line)
{
    const rt_code *code = rt_state.caller;
    int64_t number;
    size_t size;

    if (!rt_is_str(path)) return rt_str_c("");
    if (!rt_to_i64(line, &number)) return 0;
    const char *text = rt_str_text(path, &size);
    if (!code || number < 1 || strcmp(text, code->source->path)) return rt_str_c("");
    return rt_source_line(code->source, (uint32_t)number);
}
