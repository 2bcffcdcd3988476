/* watching.c: the module _polling: descriptors that a loop watches for the program.
 *
 * In: a loop, a descriptor, a callback with its arguments. Out: the handle that is posted while the
 * descriptor is ready. */
#include "exc/exception.h"
#include "io/poller.h"
#include "io/socket.h"
#include "sched/context.h"
#include "sched/loop_policy.h"

static rt_value watch(rt_value v, rt_value fd, rt_direction direction, rt_value callback,
                      rt_value args)
{
    rt_loop *loop = rt_loop_checked(v);
    int descriptor = loop ? rt_descriptor_of(fd) : -1;

    if (descriptor < 0) return 0;
    rt_value context = rt_context_copy();
    rt_handle *handle = rt_handle_new(&rt_handle_type, loop, callback, args, context);
    RT_RELEASE_OPT(context);
    if (rt_watch(loop, descriptor, direction, handle)) return (rt_value)handle;
    RT_RELEASE((rt_value)handle);
    return 0;
}

static rt_value unwatch(rt_value v, rt_value fd, rt_direction direction)
{
    rt_loop *loop = rt_loop_checked(v);
    int descriptor = loop ? rt_descriptor_of(fd) : -1;

    if (descriptor < 0) return 0;
    return RT_BOOL(rt_unwatch(loop, descriptor, direction));
}

rt_value rt_polling_watch_reading(rt_value loop, rt_value fd, rt_value callback, rt_value args)
{
    return watch(loop, fd, RT_READING, callback, args);
}

rt_value rt_polling_watch_writing(rt_value loop, rt_value fd, rt_value callback, rt_value args)
{
    return watch(loop, fd, RT_WRITING, callback, args);
}

rt_value rt_polling_unwatch_reading(rt_value loop, rt_value fd)
{
    return unwatch(loop, fd, RT_READING);
}

rt_value rt_polling_unwatch_writing(rt_value loop, rt_value fd)
{
    return unwatch(loop, fd, RT_WRITING);
}
