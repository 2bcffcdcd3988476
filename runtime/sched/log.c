/* log.c: what asyncio's logger is told: through logging where the program has it, else
 * on stderr. */
#include "sched/log.h"

#include "exc/exception.h"
#include "value/str.h"

/* logging's function (level, path, line, function, text, exception or None); owned; 0 = none */
static rt_value reporter;

rt_value rt_log_by(rt_value function)
{
    rt_store(&reporter, rt_retained(function));
    return rt_retained(RT_NONE);
}

bool rt_log_is_wanted(void)
{
    return reporter != 0;
}

static void print(rt_value text, rt_value exception)
{
    size_t size;
    const char *bytes = rt_str_text(text, &size);

    rt_flush_out();
    rt_write_err(bytes, size);
    rt_write_err("\n", 1);
    if (exception) rt_exc_print(exception);
}

static rt_value report(rt_log_level level, rt_log_place place, rt_value text, rt_value exception)
{
    rt_value args[] = {
        RT_INT(level), rt_str_c(place.file),           RT_INT(place.line), rt_str_c(place.function),
        text,          exception ? exception : RT_NONE};
    rt_value result = rt_call(reporter, 6, args);
    RT_RELEASE(args[1]);
    RT_RELEASE(args[3]);
    return result;
}

bool rt_log(rt_log_level level, rt_log_place place, rt_value text, rt_value exception)
{
    if (!text) return false;
    rt_value result = RT_NONE;
    if (reporter)
        result = report(level, place, text, exception);
    else if (level >= RT_LOG_WARNING)
        print(text, exception);
    RT_RELEASE(text);
    if (!result) return false;
    RT_RELEASE(result);
    return true;
}
