/* future.c: the state of futures and their done callbacks.
 *
 * In: results, exceptions and cancellations. Out: each callback posted once to the loop's ring in
 * the order of adding, with the future as its argument. The type's methods are in future_type.c. */
#include "sched/future.h"

#include "exc/exception.h"
#include "sched/context.h"
#include "sched/handle.h"
#include "sched/task.h"
#include "value/tuple.h"
#include "value/type.h"

/* ---- done callbacks ----
 * `callbacks` is 0, or one subject (most futures have one task waiting), or LIST | a list. */

typedef struct callback {
    rt_subject subject; /* owned; 0 = a callable of the program */
    rt_value callable, context;
} callback;

struct rt_callbacks {
    uint32_t count, capacity;
    callback items[];
};

enum { LIST = 7 };

static rt_callbacks *callback_list(const rt_future *future)
{
    if ((future->callbacks & RT_SUBJECT_MASK) != LIST) return NULL;
    return (rt_callbacks *)(future->callbacks & ~(uintptr_t)RT_SUBJECT_MASK);
}

static size_t list_size(uint32_t capacity)
{
    return sizeof(rt_callbacks) + capacity * sizeof(callback);
}

static void free_list(rt_callbacks *list)
{
    rt_free(list, list_size(list->capacity));
}

static void release_callback(const callback *entry)
{
    if (entry->subject) RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(entry->subject));
    RT_RELEASE_OPT(entry->callable);
    RT_RELEASE_OPT(entry->context);
}

/* The list with room for one more; what was a single subject becomes its first entry. */
static rt_callbacks *list_for_append(rt_future *future)
{
    rt_callbacks *list = callback_list(future);

    if (!list) {
        list = rt_alloc(list_size(4));
        list->count = 0;
        list->capacity = 4;
        if (future->callbacks) list->items[list->count++] = (callback){future->callbacks, 0, 0};
    } else if (list->count == list->capacity) {
        list = rt_realloc(list, list_size(list->capacity), list_size(2 * list->capacity));
        list->capacity *= 2;
    }
    future->callbacks = (uintptr_t)list | LIST;
    return list;
}

static void post_callback(rt_future *future, const callback *entry)
{
    if (entry->subject)
        rt_loop_post(future->loop, entry->subject, (rt_value)future);
    else
        rt_handle_post(future->loop, entry->callable, (rt_value)future, entry->context);
}

/* Every callback goes to the ring. */
void rt_future_post_callbacks(rt_future *future)
{
    rt_callbacks *list = callback_list(future);
    uintptr_t single = future->callbacks;

    future->callbacks = 0;
    if (!list) {
        if (RT_LIKELY(!future->loop->closed && RT_SUBJECT_TAG(single) == RT_SUBJECT_TASK)) {
            rt_loop_post_owned(future->loop, single, 0);
        } else {
            rt_loop_post(future->loop, single, (rt_value)future);
            RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(single));
        }
        return;
    }
    for (uint32_t i = 0; i < list->count; i++) {
        post_callback(future, &list->items[i]);
        release_callback(&list->items[i]);
    }
    free_list(list);
}

void rt_future_add_subject(rt_future *future, rt_subject subject)
{
    if (rt_future_done(future)) {
        rt_loop_post(future->loop, subject, (rt_value)future);
        return;
    }
    RT_OBJECT(RT_SUBJECT_OBJECT(subject))->refs++;
    if (!future->callbacks) {
        future->callbacks = subject;
        return;
    }
    rt_callbacks *list = list_for_append(future);
    list->items[list->count++] = (callback){subject, 0, 0};
}

void rt_future_add_callable(rt_future *future, rt_value callable, rt_value context)
{
    if (rt_future_done(future)) {
        rt_handle_post(future->loop, callable, (rt_value)future, context);
        return;
    }
    rt_callbacks *list = list_for_append(future);
    RT_RETAIN_OPT(context);
    list->items[list->count++] = (callback){0, rt_retained(callable), context};
}

uint32_t rt_future_remove_subject(rt_future *future, rt_subject subject)
{
    rt_callbacks *list = callback_list(future);
    uint32_t kept = 0, removed;

    if (!list) {
        if (!future->callbacks || future->callbacks != subject) return 0;
        future->callbacks = 0;
        RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(subject));
        return 1;
    }
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].subject != subject) list->items[kept++] = list->items[i];
    removed = list->count - kept;
    list->count = kept;
    for (uint32_t i = 0; i < removed; i++) RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(subject));
    return removed;
}

/* Comparing may run the program, which may change the list: it is taken out meanwhile. */
int64_t rt_future_remove_callable(rt_future *future, rt_value callable)
{
    rt_callbacks *list = callback_list(future);
    uint32_t kept = 0, count;
    int64_t removed = 0;

    if (!list) return 0;
    count = list->count;
    future->callbacks = 0;
    for (uint32_t i = 0; i < count; i++) {
        callback *entry = &list->items[i];
        int equal = entry->subject || removed < 0 ? 0 : rt_equal(entry->callable, callable);
        if (equal < 0) removed = -1;
        if (equal > 0) {
            release_callback(entry);
            removed++;
        } else {
            list->items[kept++] = *entry;
        }
    }
    list->count = kept;
    if (rt_future_done(future)) { /* what remains has missed its moment */
        for (uint32_t i = 0; i < kept; i++) release_callback(&list->items[i]);
        free_list(list);
    } else {
        future->callbacks = (uintptr_t)list | LIST;
    }
    return removed;
}

/* ---- the message ---- */

static inline rt_value kept_message(const rt_future *future)
{
    if (future->head.type != &rt_task_type) return future->message;
    return future->extra ? future->extra->message : 0;
}

/* Consumes the message; 0 = none. */
static void keep_message(rt_future *future, rt_value message)
{
    if (future->head.type != &rt_task_type)
        rt_store(&future->message, message);
    else if (message || future->extra)
        rt_store(&rt_task_extra_of((rt_task *)future)->message, message);
}

/* ---- life ---- */

rt_future *rt_future_new(rt_loop *loop)
{
    rt_future *future = rt_object_new(&rt_future_type, sizeof *future);
    rt_future_init(future, loop);
    return future;
}

bool rt_is_future(rt_value v)
{
    rt_type *type = RT_TYPE(v);
    return type == &rt_task_type || type == &rt_future_type || rt_is_subtype(type, &rt_future_type);
}

void rt_future_drop_callbacks(rt_future *future)
{
    rt_callbacks *list = callback_list(future);
    uintptr_t single = future->callbacks;

    future->callbacks = 0;
    if (list) {
        for (uint32_t i = 0; i < list->count; i++) release_callback(&list->items[i]);
        free_list(list);
    } else if (single) {
        RT_RELEASE((rt_value)RT_SUBJECT_OBJECT(single));
    }
}

void rt_future_clear(rt_object *self)
{
    rt_future *future = (rt_future *)self;
    rt_value result = future->result;

    rt_future_drop_callbacks(future);
    if (future->state == RT_FUTURE_FINISHED && result)
        future->result = rt_retained(RT_NONE);
    else
        future->result = 0;
    future->failed = false;
    rt_future_set_message(future, 0);
    RT_RELEASE_OPT(result);
}

void rt_future_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_future *future = (rt_future *)self;

    if (future->result) visit(future->result, context);
    if (kept_message(future)) visit(kept_message(future), context);
    if (future->loop) visit((rt_value)future->loop, context);
    rt_future_traverse_callbacks(future, visit, context);
}

void rt_future_traverse_callbacks(const rt_future *future, rt_visit_fn *visit, void *context)
{
    rt_callbacks *list = callback_list(future);

    if (!list && future->callbacks) visit((rt_value)RT_SUBJECT_OBJECT(future->callbacks), context);
    for (uint32_t i = 0; list && i < list->count; i++) {
        callback *entry = &list->items[i];
        if (entry->subject) visit((rt_value)RT_SUBJECT_OBJECT(entry->subject), context);
        if (entry->callable) visit(entry->callable, context);
        if (entry->context) visit(entry->context, context);
    }
}

void rt_future_collect(rt_object *self)
{
    rt_future_report_unretrieved((rt_future *)self);
}

void rt_future_report_unretrieved(rt_future *future)
{
    if (!future->unretrieved) return;

    rt_value pending = rt_save_pending(), origin = rt_origin_of(&future->head);
    future->unretrieved = false;
    future->head.refs++;
    rt_loop_report(
        future->loop,
        rt_str_format("%V exception was never retrieved", rt_type_name(future->head.type)),
        "exception", future->result, "future", (rt_value)future, origin ? "source_traceback" : NULL,
        origin, NULL);
    rt_clear_pending();
    future->head.refs--;
    rt_restore_pending(pending);
}

/* ---- results ---- */

void rt_future_fail(rt_future *future, rt_value exception)
{
    rt_value traceback = RT_EXCEPTION_OBJECT(exception)->traceback;
    rt_value message = kept_message(future);

    if (RT_UNLIKELY(message))
        keep_message(future,
                     rt_tuple_of(2, (rt_value[]){traceback ? rt_retained(traceback) : RT_NONE,
                                                 rt_retained(message)}));
    else
        rt_future_set_message(future, traceback);
    future->failed = future->unretrieved = true;
    rt_future_finish(future, exception);
}

/* Of a failed one: its traceback and its message? */
static bool has_both(rt_value kept)
{
    return kept && RT_TYPE(kept) == &rt_tuple_type;
}

rt_value rt_future_message(const rt_future *future)
{
    rt_value kept = kept_message(future);

    if (!future->failed) return kept;
    return has_both(kept) ? RT_TUPLE(kept)->items[1] : 0;
}

rt_value rt_future_traceback(const rt_future *future)
{
    rt_value kept = future->failed ? kept_message(future) : 0;

    if (!has_both(kept)) return kept;
    return RT_TUPLE(kept)->items[0] == RT_NONE ? 0 : RT_TUPLE(kept)->items[0];
}

void rt_future_set_message(rt_future *future, rt_value message)
{
    bool given = message && message != RT_NONE;
    keep_message(future, given ? rt_retained(message) : 0);
}

void rt_future_set_timer(rt_future *future, double when)
{
    future->timed = true;
    rt_timer_add(future->loop, (rt_timed *)future, when);
}

void rt_future_end_timer(rt_future *future)
{
    if (!future->timed) return;
    future->timed = false;
    rt_timer_cancel(future->loop, (rt_timed *)future);
}

void rt_future_mark_cancelled(rt_future *future)
{
    if (RT_UNLIKELY(future->timed)) rt_future_end_timer(future);
    future->state = RT_FUTURE_CANCELLED;
    if (future->callbacks) rt_future_post_callbacks(future);
}

bool rt_future_cancel(rt_future *future, rt_value message)
{
    rt_type *type = future->head.type;

    if (type == &rt_task_type) return rt_task_cancel((rt_task *)future, message);
    future->unretrieved = false;
    if (rt_future_done(future)) return false;
    if (type != &rt_future_type && rt_is_subtype(type, &rt_custom_future_type))
        return ((rt_custom_future *)future)->cancel(future, message);
    rt_future_set_message(future, message);
    rt_future_mark_cancelled(future);
    return true;
}

rt_value rt_future_cancelled_error(rt_future *future)
{
    rt_value error = future->state == RT_FUTURE_CANCELLED ? future->result : 0;

    if (error) {
        future->result = 0;
        return error;
    }
    rt_value message = rt_future_message(future);
    if (!message) return rt_call((rt_value)&rt_exc_CancelledError, 0, NULL);
    return rt_call1((rt_value)&rt_exc_CancelledError, message);
}

static rt_value raise_cancelled(rt_future *future)
{
    rt_value error = rt_future_cancelled_error(future);
    if (error) {
        rt_raise(error, 0);
        RT_RELEASE(error);
    }
    return 0;
}

static void set_traceback(rt_value exception, rt_value traceback)
{
    rt_value before = RT_EXCEPTION_OBJECT(exception)->traceback;

    RT_RETAIN_OPT(traceback);
    RT_EXCEPTION_OBJECT(exception)->traceback = traceback;
    RT_RELEASE_OPT(before);
}

/* Raises the exception with the traceback that it came with, however often it is raised. */
static rt_value raise_failure(rt_future *future)
{
    rt_value exception = rt_retained(future->result);

    future->unretrieved = false;
    set_traceback(exception, rt_future_traceback(future));
    rt_raise(exception, 0);
    RT_RELEASE(exception);
    return 0;
}

rt_value rt_future_result(rt_future *future)
{
    if (RT_LIKELY(future->state == RT_FUTURE_FINISHED))
        return future->failed ? raise_failure(future) : rt_retained(future->result);
    if (future->state == RT_FUTURE_CANCELLED) return raise_cancelled(future);
    return rt_raise_format(&rt_exc_InvalidStateError, "Result is not set.");
}

rt_value rt_future_exception(rt_future *future)
{
    if (future->state == RT_FUTURE_CANCELLED) return raise_cancelled(future);
    if (future->state == RT_FUTURE_PENDING)
        return rt_raise_format(&rt_exc_InvalidStateError, "Exception is not set.");
    future->unretrieved = false;
    return rt_retained(future->failed ? future->result : RT_NONE);
}

bool rt_future_set_exception(rt_future *future, rt_value exception)
{
    bool is_class = rt_is_instance_of(exception, &rt_type_type);
    rt_value instance = is_class ? rt_call(exception, 0, NULL) : rt_retained(exception);

    if (!instance) return false;
    if (!rt_is_instance_of(instance, &rt_exc_BaseException)) {
        rt_raise_format(&rt_exc_TypeError, "invalid exception object");
    } else if (RT_TYPE(instance) == &rt_exc_StopIteration) {
        rt_raise_format(
            &rt_exc_TypeError,
            "StopIteration interacts badly with generators and cannot be raised into a Future");
    } else {
        rt_future_fail(future, instance);
        return true;
    }
    RT_RELEASE(instance);
    return false;
}

/* ---- reprs ---- */

static bool push_text(rt_value parts, rt_value text)
{
    return text && rt_list_push(parts, text);
}

bool rt_future_repr_state(rt_future *future, rt_value parts)
{
    static const char *const names[] = {"pending", "cancelled", "finished"};
    return push_text(parts, rt_str_c(names[future->state]));
}

static rt_value callback_text(const callback *entry)
{
    if (!entry->subject) return rt_callback_text(entry->callable, 0);
    switch (entry->subject & RT_SUBJECT_MASK) {
    case RT_SUBJECT_OBSERVER:
        return rt_str_format("%s()", ((rt_observer *)RT_SUBJECT_OBJECT(entry->subject))->name);
    default: return rt_str_c("Task.task_wakeup()");
    }
}

/* "cb=[f(), <2 more>, g()]" */
static rt_value callbacks_text(const callback *items, uint32_t count)
{
    rt_value first = callback_text(&items[0]),
             last = first && count > 1 ? callback_text(&items[count - 1]) : 0;
    rt_value text = 0;

    if (!first || (count > 1 && !last))
        text = 0;
    else if (count == 1)
        text = rt_str_format("cb=[%V]", first);
    else if (count == 2)
        text = rt_str_format("cb=[%V, %V]", first, last);
    else
        text = rt_str_format("cb=[%V, <%d more>, %V]", first, (int)count - 2, last);
    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(last);
    return text;
}

bool rt_future_repr_rest(rt_future *future, rt_value parts)
{
    rt_callbacks *list = callback_list(future);
    callback single = {future->callbacks, 0, 0};

    if (future->state == RT_FUTURE_FINISHED) {
        rt_value shown = future->failed ? rt_repr(future->result) : rt_short_repr(future->result);
        rt_value text =
            shown ? rt_str_format(future->failed ? "exception=%V" : "result=%V", shown) : 0;
        RT_RELEASE_OPT(shown);
        if (!push_text(parts, text)) return false;
    }
    if (list && list->count && !push_text(parts, callbacks_text(list->items, list->count)))
        return false;
    if (!list && single.subject && !push_text(parts, callbacks_text(&single, 1))) return false;
    return !rt_origin_of(&future->head) || push_text(parts, rt_origin_text(&future->head, ""));
}

rt_value rt_future_repr_join(rt_value self, rt_value parts)
{
    rt_value space = rt_str_c(" ");
    rt_value joined = space ? rt_call_method(space, RT_NAME("join"), 1, &parts) : 0;
    rt_value text = joined ? rt_str_format("<%V %V>", rt_type_name(RT_TYPE(self)), joined) : 0;

    RT_RELEASE_OPT(space);
    RT_RELEASE_OPT(joined);
    RT_RELEASE(parts);
    return text;
}
