/* uncaught.c: the exception that nobody caught: its report on stderr and the exit code. */
#include "exc/uncaught.h"

#include "exc/exception.h"
#include "value/str.h"

static int exit_code_of(rt_value exception)
{
    rt_value code = RT_EXCEPTION_OBJECT(exception)->members[RT_EXIT_CODE];
    if (!code) return 0;
    if (RT_IS_INT(code)) return (int)(RT_INT_VALUE(code) & 0xff);
    if (code == RT_TRUE || code == RT_FALSE) return code == RT_TRUE;
    if (rt_is_instance_of(code, &rt_int_type)) return 0xff; /* does not fit a C long */
    rt_value text = rt_str(code);
    rt_flush_out();
    if (text) {
        size_t size;
        const char *bytes = rt_str_text(text, &size);
        rt_write_err(bytes, size);
        RT_RELEASE(text);
    }
    rt_clear_pending();
    rt_write_err("\n", 1);
    return 1;
}

int rt_report_uncaught(void)
{
    if (!RT_RAISED()) rt_raise_format(&rt_exc_SystemError, "error return without exception set");
    rt_value exception = rt_catch();
    int code = 1;
    if (rt_is_instance_of(exception, &rt_exc_SystemExit)) {
        code = exit_code_of(exception);
    } else {
        rt_exc_print(exception);
        if (rt_is_instance_of(exception, &rt_exc_KeyboardInterrupt)) code = RT_EXIT_INTERRUPTED;
    }
    RT_RELEASE(exception);
    return code;
}
