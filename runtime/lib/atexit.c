/* atexit.c: the module atexit: what is called when the program has ended. */
#include "lib/atexit.h"

#include "exc/exception.h"
#include "value/list.h"
#include "value/tuple.h"

/* A list of tuples (function, args, kwargs or None), the first registered first; 0 = none. */
static rt_value registered;

/* Calls the last one; its exception is reported and forgotten. */
static void call_last(void)
{
    rt_list *list = RT_LIST(registered);
    rt_value call = list->items[--list->count];
    const rt_value *items = RT_TUPLE(call)->items;
    rt_value result = rt_call_spread(items[0], items[1], items[2] == RT_NONE ? 0 : items[2]);
    if (!result) rt_unraisable("Exception ignored in atexit callback", items[0]);
    RT_RELEASE_OPT(result);
    RT_RELEASE(call);
}

static void run_all(void)
{
    while (registered && RT_LIST(registered)->count) call_last();
    rt_store(&registered, 0);
}

rt_value rt_atexit_register(rt_value function, rt_value args, rt_value kwargs)
{
    rt_value callable = rt_builtin_callable(function);
    if (callable != RT_TRUE)
        return rt_raise_format(&rt_exc_TypeError, "the first argument must be callable");
    if (!registered) registered = rt_list_new(4);
    rt_atexit_hook = run_all;
    rt_value call[] = {rt_retained(function), rt_retained(args),
                       rt_retained(kwargs ? kwargs : RT_NONE)};
    rt_list_push(registered, rt_tuple_of(3, call));
    return rt_retained(function);
}

rt_value rt_atexit_unregister(rt_value function)
{
    for (uint32_t i = registered ? RT_LIST(registered)->count : 0; i-- > 0;) {
        int same = rt_equal(RT_TUPLE(RT_LIST(registered)->items[i])->items[0], function);
        if (same < 0) return 0;
        if (same) rt_list_splice(RT_LIST(registered), i, i + 1, NULL, 0);
    }
    return rt_retained(RT_NONE);
}

rt_value rt_atexit_count(void)
{
    return RT_INT(registered ? RT_LIST(registered)->count : 0);
}

rt_value rt_atexit_clear(void)
{
    rt_store(&registered, 0);
    return rt_retained(RT_NONE);
}

rt_value rt_atexit_run(void)
{
    run_all();
    return rt_retained(RT_NONE);
}
