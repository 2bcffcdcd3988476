/* warning.c: warnings that the runtime itself gives. */
#include "exc/exception.h"
#include "value/str.h"
#include "value/type.h"

/* Where the program stands is not known here, as in CPython while it shuts down: "sys:1". */
bool rt_warn(rt_type *category, rt_value message)
{
    rt_value text = rt_str_format("sys:1: %V: %V\n", rt_type_name(category), message);
    if (!text) return false;
    size_t size;
    const char *bytes = rt_str_text(text, &size);
    rt_flush_out();
    rt_write_err(bytes, size);
    RT_RELEASE(text);
    return true;
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
