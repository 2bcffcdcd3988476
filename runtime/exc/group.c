/* group.c: exception groups: construction, split and subgroup, and what except* needs. */
#include "exc/exception.h"
#include "value/list.h"
#include "value/tuple.h"
#include "value/type.h"

#define EXC(v) RT_EXCEPTION_OBJECT(v)
#define MEMBERS(v) RT_TUPLE(EXC(v)->members[RT_GROUP_EXCEPTIONS])

/* ---- construction ---------------------------------------------------------------------------- */

static bool check_members(rt_value members, rt_type *cls, bool *all_plain)
{
    const rt_tuple *tuple = RT_TUPLE(members);
    if (!tuple->count) {
        rt_raise_format(&rt_exc_ValueError,
                        "second argument (exceptions) must be a non-empty sequence");
        return false;
    }
    *all_plain = true;
    for (uint32_t i = 0; i < tuple->count; i++) {
        if (!rt_is_exception(tuple->items[i])) {
            rt_raise_format(&rt_exc_ValueError,
                            "Item %u of second argument (exceptions) is not an exception", i);
            return false;
        }
        if (!rt_is_instance_of(tuple->items[i], &rt_exc_Exception)) *all_plain = false;
    }
    if (*all_plain || cls == &rt_exc_BaseExceptionGroup || !rt_is_subtype(cls, &rt_exc_Exception))
        return true;
    if (cls == &rt_exc_ExceptionGroup)
        rt_raise_format(&rt_exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else
        rt_raise_format(&rt_exc_TypeError, "Cannot nest BaseExceptions in %R", rt_type_name(cls));
    return false;
}

static rt_value take_members(rt_type *cls, const rt_args *args, bool *all_plain)
{
    if (args->positional != 2 || args->named)
        return rt_raise_format(&rt_exc_TypeError,
                               "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)",
                               args->positional);
    if (RT_IS_INT(args->values[0]) || !rt_is_instance_of(args->values[0], &rt_str_type))
        return rt_raise_format(&rt_exc_TypeError,
                               "BaseExceptionGroup.__new__() argument 1 must be str, not %T",
                               args->values[0]);
    if (!RT_TYPE(args->values[1])->getitem || !RT_TYPE(args->values[1])->length ||
        RT_TYPE(args->values[1])->flags & RT_TYPE_MAPPING)
        return rt_raise_format(&rt_exc_TypeError,
                               "second argument (exceptions) must be a sequence");
    rt_value members = rt_tuple_from(args->values[1]);
    if (members && !check_members(members, cls, all_plain)) {
        RT_RELEASE(members);
        return 0;
    }
    return members;
}

rt_value rt_group_construct(rt_type *cls, const rt_args *args)
{
    bool all_plain = true;
    rt_value members = take_members(cls, args, &all_plain);
    if (!members) return 0;
    if (cls == &rt_exc_BaseExceptionGroup && all_plain) cls = &rt_exc_ExceptionGroup;
    rt_value group = rt_exc_construct(cls, args);
    if (group) {
        rt_exc_set_member(group, RT_GROUP_MESSAGE, args->values[0]);
        rt_exc_set_member(group, RT_GROUP_EXCEPTIONS, members);
    }
    RT_RELEASE(members);
    return group;
}

bool rt_group_init(rt_value self, const rt_args *args)
{
    return rt_exc_BaseException.init(self, args);
}

rt_value rt_group_str(rt_value self)
{
    uint32_t count = MEMBERS(self)->count;
    return rt_str_format("%V (%u sub-exception%s)", EXC(self)->members[RT_GROUP_MESSAGE], count,
                         count == 1 ? "" : "s");
}

/* ---- split ----------------------------------------------------------------------------------- */

/* Is v a condition that split takes? A class or tuple of classes, or a callable. */
static bool is_type_condition(rt_value v)
{
    if (rt_is_exception_class(v)) return true;
    if (RT_IS_INT(v) || !rt_is_instance_of(v, &rt_tuple_type)) return false;
    for (uint32_t i = 0; i < RT_TUPLE(v)->count; i++)
        if (!rt_is_exception_class(RT_TUPLE(v)->items[i])) return false;
    return RT_TUPLE(v)->count > 0;
}

static bool check_condition(rt_value v)
{
    if (is_type_condition(v) || (RT_TYPE(v)->call && !rt_is_instance_of(v, &rt_type_type)))
        return true;
    rt_raise_format(&rt_exc_TypeError,
                    "expected a function, exception type or tuple of exception types");
    return false;
}

static int matches(rt_value exception, rt_value condition)
{
    if (is_type_condition(condition)) return rt_exc_match(exception, condition);
    rt_value answer = rt_call1(condition, exception);
    if (!answer) return -1;
    int truth = rt_truth(answer);
    RT_RELEASE(answer);
    return truth;
}

/* A group of some of the exceptions of `group` (a list, consumed), derived from it with its
 * traceback, cause, context and notes; None when there are none. */
static rt_value derive(rt_value group, rt_value list)
{
    if (!RT_LIST(list)->count) {
        RT_RELEASE(list);
        return rt_retained(RT_NONE);
    }
    rt_value derived = rt_call_method(group, RT_NAME("derive"), 1, &list);
    RT_RELEASE(list);
    if (!derived) return 0;
    if (!rt_is_instance_of(derived, &rt_exc_BaseExceptionGroup)) {
        RT_RELEASE(derived);
        return rt_raise_format(&rt_exc_TypeError,
                               "derive must return an instance of BaseExceptionGroup");
    }
    const rt_value links[] = {EXC(group)->traceback, EXC(group)->context, EXC(group)->cause};
    rt_value *const slots[] = {&EXC(derived)->traceback, &EXC(derived)->context,
                               &EXC(derived)->cause};
    for (int i = 0; i < 3; i++) {
        rt_value old = *slots[i];
        RT_RETAIN_OPT(links[i]);
        *slots[i] = links[i];
        RT_RELEASE_OPT(old);
    }
    EXC(derived)->suppress = true; /* as always where a cause is set, be it none */
    rt_value notes = rt_try_getattr(group, RT_NAME("__notes__"));
    if (notes) {
        rt_value copy = rt_list_from(notes);
        if (copy) rt_setattr(derived, RT_NAME("__notes__"), copy);
        RT_RELEASE_OPT(copy);
        RT_RELEASE(notes);
    }
    return derived;
}

static bool split_into(rt_value exception, rt_value condition, rt_value *match, rt_value *rest);

static bool split_members(rt_value group, rt_value condition, rt_value matching, rt_value others)
{
    rt_value members = rt_retained((rt_value)MEMBERS(group));
    bool fine = true;
    for (uint32_t i = 0; i < RT_TUPLE(members)->count && fine; i++) {
        rt_value match = 0, rest = 0;
        fine = split_into(RT_TUPLE(members)->items[i], condition, &match, &rest);
        if (fine && match != RT_NONE) rt_list_push(matching, rt_retained(match));
        if (fine && rest != RT_NONE) rt_list_push(others, rt_retained(rest));
        RT_RELEASE_OPT(match);
        RT_RELEASE_OPT(rest);
    }
    RT_RELEASE(members);
    return fine;
}

/* Both results owned; false = raised, both are 0 or owned then. */
static bool split_into(rt_value exception, rt_value condition, rt_value *match, rt_value *rest)
{
    int whole = matches(exception, condition);
    if (whole < 0) return false;
    bool is_group = rt_is_instance_of(exception, &rt_exc_BaseExceptionGroup);
    if (whole || !is_group) {
        *match = rt_retained(whole ? exception : RT_NONE);
        *rest = rt_retained(whole ? RT_NONE : exception);
        return true;
    }
    if (!RT_ENTER()) return false;
    rt_value matching = rt_list_new(4), others = rt_list_new(4);
    bool fine = split_members(exception, condition, matching, others);
    if (fine) {
        *match = derive(exception, matching);
        *rest = derive(exception, others);
        fine = *match && *rest;
    } else {
        RT_RELEASE(matching);
        RT_RELEASE(others);
    }
    RT_LEAVE();
    return fine;
}

rt_value rt_group_split(rt_value group, rt_value condition)
{
    if (!check_condition(condition)) return 0;
    rt_value match = 0, rest = 0;
    if (split_into(group, condition, &match, &rest))
        return rt_tuple_of(2, (rt_value[]){match, rest});
    RT_RELEASE_OPT(match);
    RT_RELEASE_OPT(rest);
    return 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

static rt_value group_subgroup(rt_value self, rt_value condition)
{
    rt_value both = rt_group_split(self, condition);
    if (!both) return 0;
    rt_value match = rt_retained(RT_TUPLE(both)->items[0]);
    RT_RELEASE(both);
    return match;
}

static rt_value group_derive(rt_value self, rt_value exceptions)
{
    return rt_exc_new(&rt_exc_BaseExceptionGroup, 2,
                      (rt_value[]){EXC(self)->members[RT_GROUP_MESSAGE], exceptions});
}

static rt_value group_class_getitem(rt_value cls, rt_value item)
{
    (void)item;
    return rt_retained(cls);
}

const rt_native_def rt_group_methods[] = {
    {"split", "matcher_value, /", (void (*)(void))rt_group_split, 2, 1},
    {"subgroup", "matcher_value, /", (void (*)(void))group_subgroup, 2, 1},
    {"derive", "excs, /", (void (*)(void))group_derive, 2, 1},
    {"__class_getitem__", "item, /", (void (*)(void))group_class_getitem, 2, 2},
    {NULL, NULL, NULL, 0, 0},
};

/* ---- except* --------------------------------------------------------------------------------- */

static bool check_star_class(rt_value type)
{
    if (!rt_is_exception_class(type))
        rt_raise_format(&rt_exc_TypeError, "catching classes that do not inherit from "
                                           "BaseException is not allowed");
    else if (rt_is_subtype(RT_TYPE_OF(type), &rt_exc_BaseExceptionGroup))
        rt_raise_format(&rt_exc_TypeError, "catching ExceptionGroup with except* is not allowed. "
                                           "Use except instead.");
    else
        return true;
    return false;
}

static bool check_star_type(rt_value type)
{
    if (!rt_is_instance_of(type, &rt_tuple_type)) return check_star_class(type);
    const rt_tuple *types = RT_TUPLE(type);
    for (uint32_t i = 0; i < types->count; i++)
        if (!check_star_class(types->items[i])) return false;
    return true;
}

/* split(type), but what nothing of matched stays the group that it is. */
static rt_value split_group(rt_value group, rt_value type)
{
    rt_value pair = rt_group_split(group, type);

    if (!pair || RT_TUPLE(pair)->items[0] != RT_NONE) return pair;
    RT_RELEASE(pair);
    return rt_tuple_of(2, (rt_value[]){rt_retained(RT_NONE), rt_retained(group)});
}

/* An exception that is no group is handed to the handler as a group of one. */
rt_value rt_exc_split(rt_value exception, rt_value type)
{
    if (exception == RT_NONE)
        return rt_tuple_of(2, (rt_value[]){rt_retained(RT_NONE), rt_retained(RT_NONE)});
    if (!check_star_type(type)) return 0;
    if (rt_is_instance_of(exception, &rt_exc_BaseExceptionGroup))
        return split_group(exception, type);
    int match = rt_exc_match(exception, type);
    if (match < 0) return 0;
    if (!match) return rt_tuple_of(2, (rt_value[]){rt_retained(RT_NONE), rt_retained(exception)});
    rt_value empty = rt_str_c(""), members = rt_tuple_of(1, (rt_value[]){rt_retained(exception)});
    rt_value group = rt_exc_new(&rt_exc_BaseExceptionGroup, 2, (rt_value[]){empty, members});
    RT_RELEASE(empty);
    RT_RELEASE(members);
    if (!group) return 0;
    RT_RETAIN_OPT(EXC(exception)->traceback);
    EXC(group)->traceback = EXC(exception)->traceback;
    return rt_tuple_of(2, (rt_value[]){group, rt_retained(RT_NONE)});
}

/* ---- the end of except* ---------------------------------------------------------------------- */

/* What was re-raised or not matched shares the original's metadata: it is put together as one group
 * again, in the original's shape. Anything else is new. */
static bool from_original(rt_value original, rt_value exception)
{
    if (exception == original) return true;
    if (!rt_is_instance_of(exception, &rt_exc_BaseExceptionGroup)) return false;
    return EXC(exception)->traceback == EXC(original)->traceback &&
           EXC(exception)->context == EXC(original)->context &&
           EXC(exception)->cause == EXC(original)->cause;
}

/* Does the leaf stand in one of the kept parts? */
static bool contains_leaf(rt_value part, rt_value leaf)
{
    if (part == leaf) return true;
    if (!rt_is_instance_of(part, &rt_exc_BaseExceptionGroup)) return false;
    const rt_tuple *members = MEMBERS(part);
    for (uint32_t i = 0; i < members->count; i++)
        if (contains_leaf(members->items[i], leaf)) return true;
    return false;
}

static bool is_kept(rt_value kept, rt_value leaf)
{
    const rt_list *list = RT_LIST(kept);
    for (uint32_t i = 0; i < list->count; i++)
        if (contains_leaf(list->items[i], leaf)) return true;
    return false;
}

/* A copy of the original without the leaves that no kept part has: owned, None when nothing is
 * left. */
static rt_value project(rt_value original, rt_value kept)
{
    if (!rt_is_instance_of(original, &rt_exc_BaseExceptionGroup))
        return rt_retained(is_kept(kept, original) ? original : RT_NONE);
    rt_value list = rt_list_new(4);
    const rt_tuple *members = MEMBERS(original);
    for (uint32_t i = 0; i < members->count; i++) {
        rt_value part = project(members->items[i], kept);
        if (!part) {
            RT_RELEASE(list);
            return 0;
        }
        if (part != RT_NONE)
            rt_list_push(list, part);
        else
            RT_RELEASE(part);
    }
    return derive(original, list);
}

static rt_value group_of_raised(rt_value list)
{
    rt_value empty = rt_str_c("");
    rt_value group = rt_exc_new(&rt_exc_BaseExceptionGroup, 2, (rt_value[]){empty, list});
    RT_RELEASE(empty);
    return group;
}

rt_value rt_exc_regroup(rt_value original, rt_value raised)
{
    const rt_list *all = RT_LIST(raised);
    rt_value kept = rt_list_new(4), fresh = rt_list_new(4), result = 0;
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i] != RT_NONE)
            rt_list_push(from_original(original, all->items[i]) ? kept : fresh,
                         rt_retained(all->items[i]));
    bool lone = !rt_is_instance_of(original, &rt_exc_BaseExceptionGroup);
    if (lone && RT_LIST(fresh)->count + RT_LIST(kept)->count == 1) {
        result = rt_retained(RT_LIST(RT_LIST(fresh)->count ? fresh : kept)->items[0]);
    } else {
        rt_value rest = project(original, kept);
        if (rest && rest != RT_NONE) rt_list_push(fresh, rt_retained(rest));
        if (rest && RT_LIST(fresh)->count > 1)
            result = group_of_raised(fresh);
        else if (rest)
            result = rt_retained(RT_LIST(fresh)->count ? RT_LIST(fresh)->items[0] : rest);
        RT_RELEASE_OPT(rest);
    }
    RT_RELEASE(kept);
    RT_RELEASE(fresh);
    return result;
}
