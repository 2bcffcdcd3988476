/* asyncio_queues.c: putting and getting at once, as asyncio.Queue's methods do where nobody has to
 * wait.
 *
 * In: a queue of prelude/asyncio/queues.py. Out: what its put_nowait and get_nowait do, in one go,
 * or the word that they have to do it: where a class changes one of the methods that are taken
 * together here, or an attribute holds what Queue itself does not put there. */
#include "lib/deque.h"
#include "sched/future.h"
#include "value/function.h"
#include "value/type.h"

/* ---- classes whose instances are as the library has made them ---- */

enum { FIELDS_MAX = 6, METHODS_MAX = 8 };

typedef struct class_plan { /* of a class of the library */
    const char *module, *name;
    const char *methods[METHODS_MAX]; /* not called, since it is known what they do */
    const char *fields[FIELDS_MAX];
} class_plan;

/* What is known of the type with that version: where the fields are, if the methods are the
 * library's own. */
typedef struct known_class {
    uint32_t version;
    uint16_t room; /* fields that an instance must have room for; 0 = it is not as planned */
    uint16_t fields[FIELDS_MAX];
} known_class;

enum { KNOWN = 4 }; /* classes of a plan that are remembered at a time */

/* Methods that nobody asks for may be left out of the library's classes. */
static bool is_own_method(rt_type *type, const class_plan *plan, const char *name)
{
    rt_found found = rt_type_find(type, rt_intern(name, strlen(name)));
    size_t length = strlen(plan->name);

    if (found.field >= 0) return false; /* some instance has one of its own */
    if (!found.attribute) return true;
    if (RT_TYPE(found.attribute) != &rt_function_type) return false;
    const rt_code *code = RT_FUNCTION_OBJECT(found.attribute)->code;
    return !strcmp(code->source->module, plan->module) &&
           !strncmp(code->qualname, plan->name, length) && code->qualname[length] == '.';
}

static bool find_field(known_class *known, rt_type *type, const char *name, uint32_t index)
{
    rt_found found = rt_type_find(type, rt_intern(name, strlen(name)));

    if (found.field < 0 || found.field >= UINT16_MAX || found.attribute) return false;
    known->fields[index] = (uint16_t)found.field;
    if (known->room <= found.field) known->room = (uint16_t)(found.field + 1);
    return true;
}

static void learn(known_class *known, rt_type *type, const class_plan *plan)
{
    *known = (known_class){.version = type->version};
    if (!(type->flags & RT_TYPE_HAS_FIELDS) || type->getattr != rt_generic_getattr ||
        type->setattr != rt_generic_setattr)
        return;
    for (uint32_t i = 0; i < METHODS_MAX && plan->methods[i]; i++)
        if (!is_own_method(type, plan, plan->methods[i])) return;
    known_class found = *known;
    for (uint32_t i = 0; i < FIELDS_MAX && plan->fields[i]; i++)
        if (!find_field(&found, type, plan->fields[i], i)) return;
    *known = found;
}

/* What is known of a class, if it is the latest one in its place; `learn` sees to that. */
static inline known_class *known_at(known_class *classes, const rt_type *type)
{
    return &classes[type->version % KNOWN];
}

/* The fields of an object of a known class; NULL: it is not as planned. */
static inline rt_value *planned_fields(rt_value object, const known_class *known)
{
    const rt_type *type = RT_OBJECT(object)->type;
    const rt_fields *fields = (const rt_fields *)((char *)object + type->fields_offset);

    return RT_LIKELY(known->room && fields->count >= known->room) ? fields->items : NULL;
}

/* ---- queues ---- */

enum { MAXSIZE, ITEMS, GETTERS, PUTTERS, UNFINISHED, FINISHED }; /* fields of a queue */

static const class_plan queue_plan = {
    "asyncio.queues",
    "Queue",
    {"put_nowait", "get_nowait", "full", "empty", "qsize", "_put", "_get"},
    {"_maxsize", "_queue", "_getters", "_putters", "_unfinished_tasks", "_finished"},
};
static const class_plan event_plan = {"asyncio.locks", "Event", {"clear"}, {"_value"}};
static known_class queue_classes[KNOWN], event_classes[KNOWN];

static inline bool is_bool(rt_value v)
{
    return v == RT_FALSE || v == RT_TRUE;
}

static inline bool is_deque(rt_value v)
{
    return v && !RT_IS_INT(v) && RT_OBJECT(v)->type == &rt_deque_type;
}

/* A waiter that is no plain future has methods of its own. -1 = raised, 1 = it was woken. */
static int wake_by_methods(rt_value waiter)
{
    rt_value done = rt_call_method(waiter, RT_NAME("done"), 0, NULL), none = RT_NONE;
    int truth = done ? rt_truth(done) : -1;

    RT_RELEASE_OPT(done);
    if (truth) return truth < 0 ? -1 : 0;
    rt_value result = rt_call_method(waiter, RT_NAME("set_result"), 1, &none);
    RT_RELEASE_OPT(result);
    return result ? 1 : -1;
}

static int wake(rt_value waiter)
{
    if (RT_TYPE(waiter) != &rt_future_type) return wake_by_methods(waiter);
    if (rt_future_done(RT_FUTURE(waiter))) return 0;
    rt_future_finish(RT_FUTURE(waiter), RT_NONE);
    return 1;
}

/* Wakes the first in line who is not done, and returns `result` (consumed); 0 = raised. */
static __attribute__((noinline)) rt_value wake_next(rt_deque *line, rt_value result)
{
    int woken = 0;

    RT_RETAIN((rt_value)line);
    while (!woken && line->count) {
        rt_value waiter = rt_deque_pop_front(line);
        woken = wake(waiter);
        RT_RELEASE(waiter);
    }
    RT_RELEASE((rt_value)line);
    if (woken >= 0) return result;
    RT_RELEASE(result);
    return 0;
}

/* ---- putting and getting ----
 * The way that is mostly taken makes no call; all others are calls at the end, so that it needs no
 * room on the stack. */

static __attribute__((noinline)) rt_value put_and_wake(rt_deque *items, rt_value item,
                                                       rt_deque *getters)
{
    rt_deque_push_back(items, rt_retained(item));
    return wake_next(getters, RT_TRUE);
}

static __attribute__((noinline)) rt_value learn_and_put(rt_value queue, rt_value item,
                                                        known_class *known, rt_value of,
                                                        const class_plan *plan)
{
    learn(known, RT_TYPE(of), plan);
    return rt_queue_put_at_once(queue, item);
}

rt_value rt_queue_put_at_once(rt_value queue, rt_value item)
{
    known_class *known = known_at(queue_classes, RT_TYPE(queue));
    if (RT_UNLIKELY(known->version != RT_TYPE(queue)->version))
        return learn_and_put(queue, item, known, queue, &queue_plan);
    rt_value *fields = planned_fields(queue, known);
    if (RT_UNLIKELY(!fields)) return RT_FALSE;

    rt_value items = fields[known->fields[ITEMS]], getters = fields[known->fields[GETTERS]];
    rt_value maxsize = fields[known->fields[MAXSIZE]], finished = fields[known->fields[FINISHED]];
    rt_value *unfinished = &fields[known->fields[UNFINISHED]];
    if (!is_deque(items) || !is_deque(getters) || !RT_BOTH_INT(maxsize, *unfinished) ||
        *unfinished == RT_INT(RT_INT_MAX) || !finished)
        return RT_FALSE;
    if (RT_INT_VALUE(maxsize) > 0 && RT_DEQUE(items)->count >= RT_INT_VALUE(maxsize))
        return RT_FALSE;
    known = known_at(event_classes, RT_TYPE(finished));
    if (RT_UNLIKELY(known->version != RT_TYPE(finished)->version))
        return learn_and_put(queue, item, known, finished, &event_plan);
    fields = planned_fields(finished, known);
    if (RT_UNLIKELY(!fields || !is_bool(fields[known->fields[0]]))) return RT_FALSE;

    fields[known->fields[0]] = RT_FALSE;
    *unfinished += RT_INT(1) - RT_INT(0);
    if (RT_UNLIKELY(RT_DEQUE(getters)->count || !rt_deque_has_room(RT_DEQUE(items))))
        return put_and_wake(RT_DEQUE(items), item, RT_DEQUE(getters));
    RT_RETAIN(item);
    *rt_deque_place(RT_DEQUE(items), RT_DEQUE(items)->count++) = item;
    RT_DEQUE(items)->version++;
    return RT_TRUE;
}

static __attribute__((noinline)) rt_value learn_and_get(rt_value queue, known_class *known)
{
    learn(known, RT_TYPE(queue), &queue_plan);
    return rt_queue_get_at_once(queue);
}

/* None that is an item is left to who can tell it from none. */
rt_value rt_queue_get_at_once(rt_value queue)
{
    known_class *known = known_at(queue_classes, RT_TYPE(queue));
    if (RT_UNLIKELY(known->version != RT_TYPE(queue)->version)) return learn_and_get(queue, known);
    rt_value *fields = planned_fields(queue, known);
    if (RT_UNLIKELY(!fields)) return RT_NONE;

    rt_value items = fields[known->fields[ITEMS]], putters = fields[known->fields[PUTTERS]];
    if (!is_deque(items) || !is_deque(putters) || !RT_DEQUE(items)->count ||
        *rt_deque_place(RT_DEQUE(items), 0) == RT_NONE)
        return RT_NONE;
    rt_value item = rt_deque_take_front(RT_DEQUE(items));
    if (RT_UNLIKELY(RT_DEQUE(putters)->count)) return wake_next(RT_DEQUE(putters), item);
    return item;
}
