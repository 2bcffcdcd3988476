/* aio.h: what the files of aio/ share: frames of C coroutines and the observers they wait with. */
#ifndef ASYNCC_AIO_AIO_H
#define ASYNCC_AIO_AIO_H

#include "sched/future.h"

/* An observer that sets `waiter` to None when what it observes is done, unless it is done
 * already. */
rt_observer *rt_release_waiter_new(rt_loop *loop, rt_future *waiter);

/* gather over `count` awaitables; owned, 0 = raised. */
rt_value rt_gather(const rt_value *awaitables, uint32_t count, bool return_exceptions);

/* What an exception of a thread is in the loop (consumed; owned): errors of concurrent.futures
 * become asyncio's. */
rt_value rt_exception_of_thread(rt_value exception);

/* A future of concurrent.futures as one of the loop; owned, 0 = raised. */
rt_value rt_wrap_future(rt_loop *loop, rt_value source);
/* executor.submit(function, *args) of an executor of concurrent.futures, wrapped so. */
rt_value rt_executor_submit(rt_loop *loop, rt_value executor, rt_value function, rt_value args);

/* Coroutine objects of the loop's shutdown. */
rt_value rt_loop_shutdown_asyncgens(rt_value loop);
rt_value rt_loop_shutdown_default_executor(rt_value loop);

#endif
