/* gc.c: the module gc: what programs ask of the cycle collector (mem/collect.h), which has one
 * generation and counts memory, not objects. */
#include "mem/collect.h"
#include "value/int.h"

rt_value rt_gc_collect(rt_value generation)
{
    int64_t number = 2;
    if (generation && !rt_to_i64(generation, &number)) return 0;
    if (number < 0 || number > 2) return rt_raise_format(&rt_exc_ValueError, "invalid generation");
    return rt_int_new(rt_collect());
}

rt_value rt_gc_enable(void)
{
    rt_collect_automatically(true);
    return rt_retained(RT_NONE);
}

rt_value rt_gc_disable(void)
{
    rt_collect_automatically(false);
    return rt_retained(RT_NONE);
}

rt_value rt_gc_isenabled(void)
{
    return RT_BOOL(rt_collects_automatically());
}

/* Objects that live long cost no collection anything that a program could tell. */
rt_value rt_gc_freeze(void)
{
    return rt_retained(RT_NONE);
}

/* Of the one generation: kilobytes in use. */
rt_value rt_gc_get_count(void)
{
    int64_t kilobytes = (int64_t)(rt_memory_in_use() / 1024);
    return rt_tuple_of(3, (rt_value[]){rt_int_new(kilobytes), RT_INT(0), RT_INT(0)});
}

/* The thresholds are kept for the program that asks for them; of the first only whether it is 0
 * matters, which forbids collections that come by themselves. */
static int64_t thresholds[] = {700, 10, 10};

rt_value rt_gc_get_threshold(void)
{
    rt_value numbers[3];
    for (int i = 0; i < 3; i++) numbers[i] = rt_int_new(thresholds[i]);
    return rt_tuple_of(3, numbers);
}

rt_value rt_gc_set_threshold(rt_value first, rt_value second, rt_value third)
{
    const rt_value given[] = {first, second, third};
    for (int i = 0; i < 3; i++)
        if (given[i] && !rt_to_i64(given[i], &thresholds[i])) return 0;
    rt_collect_automatically(thresholds[0] != 0);
    return rt_retained(RT_NONE);
}
