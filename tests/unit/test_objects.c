/* The object model through its C interface: calls and their errors, classes, attributes,
 * descriptors, operators. Everything runs inside rt_main, as a program would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exc/exception.h"
#include "value/function.h"
#include "value/instance.h"
#include "value/list.h"
#include "value/tuple.h"
#include "value/type.h"

static const rt_source source = {"test.py", "", 0, "__main__"};

/* ---- helpers ---- */

static rt_value name(const char *text)
{
    return rt_intern(text, strlen(text));
}

/* The text of a value that is released. */
static void assert_repr(rt_value v, const char *expected)
{
    assert_true(v != 0);
    rt_value text = rt_repr(v);
    assert_string_equal(rt_str_text(text, NULL), expected);
    RT_RELEASE(text);
    RT_RELEASE(v);
}

/* The pending exception is of this type and says this; it is dropped. */
static void assert_raised(rt_type *type, const char *expected)
{
    assert_true(rt_pending(type));
    rt_value exception = rt_catch(), text = rt_str(exception);
    assert_string_equal(rt_str_text(text, NULL), expected);
    RT_RELEASE(text);
    RT_RELEASE(exception);
}

/* ---- def f(a, b=2, /, c=3, *rest, d, e=5, **more): return its arguments as a tuple ---- */

static rt_value tuple_of_arguments(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    return rt_tuple_copy(7, args);
}

static const char *const parameter_names[] = {"a", "b", "c", "d", "e", "rest", "more"};
static const rt_code full_code = {
    .name = "f",
    .qualname = "f",
    .source = &source,
    .entry = tuple_of_arguments,
    .params = {parameter_names, 2, 3, 2, 1, 1},
};

static rt_value make_f(void)
{
    rt_value defaults = rt_tuple_of(2, (rt_value[]){RT_INT(2), RT_INT(3)}),
             kwdefaults = rt_dict_new();
    rt_dict_store(kwdefaults, name("e"), RT_INT(5));
    rt_value f = rt_function_new(&full_code, defaults, kwdefaults, 0, NULL);
    RT_RELEASE(defaults);
    RT_RELEASE(kwdefaults);
    return f;
}

static rt_value call(rt_value f, uint32_t positional, const rt_value *values, uint32_t named,
                     const rt_value *names)
{
    return rt_call_named(f, &(rt_args){values, positional, named, names});
}

static void arguments_find_their_parameters(void **state)
{
    (void)state;
    rt_value f = make_f();
    const rt_value one_named[] = {RT_INT(1), RT_INT(4)};
    assert_repr(call(f, 1, one_named, 1, (rt_value[]){name("d")}), "(1, 2, 3, 4, 5, (), {})");
    const rt_value many[] = {RT_INT(1), RT_INT(2), RT_INT(3), RT_INT(7),
                             RT_INT(8), RT_INT(4), RT_INT(9)};
    assert_repr(call(f, 5, many, 2, (rt_value[]){name("d"), name("z")}),
                "(1, 2, 3, 4, 5, (7, 8), {'z': 9})");
    RT_RELEASE(f);
}

static void wrong_calls_are_described(void **state)
{
    (void)state;
    rt_value f = make_f();
    assert_true(rt_call(f, 0, NULL) == 0);
    assert_raised(&rt_exc_TypeError, "f() missing 1 required positional argument: 'a'");
    assert_true(rt_call1(f, RT_INT(1)) == 0);
    assert_raised(&rt_exc_TypeError, "f() missing 1 required keyword-only argument: 'd'");
    const rt_value values[] = {RT_INT(1), RT_INT(2), RT_INT(3), RT_INT(4)};
    assert_true(call(f, 3, values, 1, (rt_value[]){name("c")}) == 0);
    assert_raised(&rt_exc_TypeError, "f() got multiple values for argument 'c'");
    RT_RELEASE(f);
}

static const rt_code two_code = {
    .name = "g",
    .qualname = "g",
    .source = &source,
    .entry = tuple_of_arguments,
    .params = {parameter_names, 1, 2, 0, 0, 0},
};

static void functions_without_stars_refuse_more(void **state)
{
    (void)state;
    rt_value g = rt_function_new(&two_code, 0, 0, 0, NULL);
    const rt_value values[] = {RT_INT(1), RT_INT(2), RT_INT(3)};
    assert_true(rt_call(g, 3, values) == 0);
    assert_raised(&rt_exc_TypeError, "g() takes 2 positional arguments but 3 were given");
    assert_true(rt_call(g, 0, NULL) == 0);
    assert_raised(&rt_exc_TypeError, "g() missing 2 required positional arguments: 'a' and 'b'");
    assert_true(call(g, 1, values, 1, (rt_value[]){name("q")}) == 0);
    assert_raised(&rt_exc_TypeError, "g() got an unexpected keyword argument 'q'");
    assert_true(call(g, 0, values, 2, (rt_value[]){name("a"), name("b")}) == 0);
    assert_raised(&rt_exc_TypeError,
                  "g() got some positional-only arguments passed as keyword arguments: 'a'");
    RT_RELEASE(g);
}

static void natives_are_called_by_their_signatures(void **state)
{
    (void)state;
    static rt_library_row row = RT_LIBRARY_FUNCTION(
        "builtins", "sorted", "iterable, /, *, key=None, reverse=False", rt_builtin_sorted, 3);
    rt_value sorted = rt_library_get(&row);
    rt_value list = rt_list_of(2, (rt_value[]){RT_INT(1), RT_INT(2)});
    const rt_value values[] = {list, RT_TRUE};
    assert_repr(call(sorted, 1, values, 1, (rt_value[]){name("reverse")}), "[2, 1]");
    assert_true(call(sorted, 1, values, 1, (rt_value[]){name("cmp")}) == 0);
    rt_clear_pending();
    assert_true(rt_call_method(list, name("append"), 0, NULL) == 0);
    assert_raised(&rt_exc_TypeError, "list.append() takes exactly one argument (0 given)");
    RT_RELEASE(list);
    RT_RELEASE(sorted);
}

/* ---- classes ---- */

static rt_value make_class(const char *class_name, uint32_t base_count, const rt_value *bases,
                           rt_value namespace_)
{
    rt_value tuple = rt_tuple_copy(base_count, bases);
    rt_value cls = rt_class_end(name(class_name), tuple, 0, namespace_, 0, 0, NULL);
    RT_RELEASE(tuple);
    RT_RELEASE(namespace_);
    return cls;
}

static rt_value self_doubled(const rt_value *cells, const rt_value *args)
{
    (void)cells;
    return rt_tuple_copy(1, args);
}

static const char *const self_names[] = {"self"};
static const rt_code repr_code = {
    .name = "__iter_items__",
    .qualname = "C.items",
    .source = &source,
    .entry = self_doubled,
    .params = {self_names, 0, 1, 0, 0, 0},
};

static void a_diamond_has_its_mro(void **state)
{
    (void)state;
    rt_value a = make_class("A", 0, NULL, rt_dict_new());
    rt_value b = make_class("B", 1, &a, rt_dict_new()), c = make_class("C", 1, &a, rt_dict_new());
    rt_value d = make_class("D", 2, (rt_value[]){b, c}, rt_dict_new());
    assert_repr(rt_getattr(d, name("__mro__")),
                "(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, "
                "<class '__main__.A'>, <class 'object'>)");
    assert_true(make_class("E", 2, (rt_value[]){a, b}, rt_dict_new()) == 0);
    assert_raised(&rt_exc_TypeError,
                  "Cannot create a consistent method resolution\norder (MRO) for bases A, B");
    const rt_value all[] = {d, c, b, a};
    for (int i = 0; i < 4; i++) RT_RELEASE(all[i]);
}

static void instances_keep_their_attributes(void **state)
{
    (void)state;
    rt_value cls = make_class("Point", 0, NULL, rt_dict_new()), p = rt_call(cls, 0, NULL);
    assert_true(rt_setattr(p, name("x"), RT_INT(1)));
    assert_true(rt_setattr(p, name("y"), RT_INT(2)));
    assert_repr(rt_getattr(p, name("__dict__")), "{'x': 1, 'y': 2}");
    assert_true(rt_setattr(p, name("x"), RT_INT(3)));
    assert_repr(rt_getattr(p, name("__dict__")), "{'x': 3, 'y': 2}");
    assert_true(rt_delattr(p, name("y")));
    assert_true(rt_getattr(p, name("y")) == 0);
    assert_raised(&rt_exc_AttributeError, "'Point' object has no attribute 'y'");
    RT_RELEASE(p);
    RT_RELEASE(cls);
}

static void a_changed_class_is_seen_at_once(void **state)
{
    (void)state;
    rt_value base = make_class("Base", 0, NULL, rt_dict_new()),
             cls = make_class("Sub", 1, &base, rt_dict_new());
    rt_value p = rt_call(cls, 0, NULL);
    assert_true(rt_try_getattr(p, name("kind")) == 0);
    assert_true(rt_setattr(base, name("kind"), RT_INT(1)));
    assert_true(rt_getattr(p, name("kind")) == RT_INT(1));
    assert_true(rt_setattr(p, name("kind"), RT_INT(2)));
    assert_true(rt_getattr(p, name("kind")) == RT_INT(2));
    RT_RELEASE(p);
    RT_RELEASE(cls);
    RT_RELEASE(base);
}

static void methods_bind_their_instance(void **state)
{
    (void)state;
    rt_value f = rt_function_new(&repr_code, 0, 0, 0, NULL), namespace_ = rt_dict_new();
    rt_dict_store(namespace_, name("items"), f);
    rt_value cls = make_class("C", 0, NULL, namespace_), p = rt_call(cls, 0, NULL);
    rt_value method = rt_getattr(p, name("items")), result = rt_call(method, 0, NULL);
    assert_true(RT_TUPLE(result)->items[0] == p);
    RT_RELEASE(result);
    RT_RELEASE(method);
    assert_true(rt_call_method(p, name("items"), 1, (rt_value[]){RT_NONE}) == 0);
    assert_raised(&rt_exc_TypeError, "C.items() takes 1 positional argument but 2 were given");
    RT_RELEASE(p);
    RT_RELEASE(cls);
    RT_RELEASE(f);
}

static void a_subclass_of_a_built_in_is_one(void **state)
{
    (void)state;
    rt_value list_type = (rt_value)&rt_list_type,
             cls = make_class("Stack", 1, &list_type, rt_dict_new());
    rt_value list = rt_list_of(1, (rt_value[]){RT_INT(1)}), stack = rt_call1(cls, list);
    assert_true(rt_setattr(stack, name("label"), RT_INT(7)));
    rt_value none = rt_call_method(stack, name("append"), 1, (rt_value[]){RT_INT(2)});
    assert_true(none == RT_NONE);
    assert_true(rt_length(stack) == 2);
    assert_true(rt_getattr(stack, name("label")) == RT_INT(7));
    assert_repr(stack, "[1, 2]");
    RT_RELEASE(list);
    RT_RELEASE(cls);
}

/* ---- operators ---- */

static void operators_say_what_does_not_fit(void **state)
{
    (void)state;
    rt_value text = rt_str_c("a");
    assert_true(rt_binary(RT_SUB, RT_INT(1), text) == 0);
    assert_raised(&rt_exc_TypeError, "unsupported operand type(s) for -: 'int' and 'str'");
    assert_true(rt_compare(RT_LT, RT_INT(1), text) == 0);
    assert_raised(&rt_exc_TypeError, "'<' not supported between instances of 'int' and 'str'");
    assert_true(rt_getitem(RT_INT(1), text) == 0);
    assert_raised(&rt_exc_TypeError, "'int' object is not subscriptable");
    assert_true(rt_call(RT_INT(1), 0, NULL) == 0);
    assert_raised(&rt_exc_TypeError, "'int' object is not callable");
    assert_int_equal(rt_compare_truth(RT_EQ, RT_INT(1), text), 0);
    RT_RELEASE(text);
}

static void annotations_are_objects(void **state)
{
    (void)state;
    assert_repr(rt_getitem((rt_value)&rt_list_type, (rt_value)&rt_int_type), "list[int]");
    rt_value either = rt_binary(RT_OR, (rt_value)&rt_int_type, RT_NONE);
    static rt_library_row row = RT_LIBRARY_FUNCTION(
        "builtins", "isinstance", "obj, class_or_tuple, /", rt_builtin_isinstance, 2);
    rt_value isinstance = rt_library_get(&row);
    assert_true(rt_call2(isinstance, RT_INT(3), either) == RT_TRUE);
    RT_RELEASE(isinstance);
    assert_repr(either, "int | None");
}

static int failures;

static rt_value main_body(const rt_value *cells, const rt_value *args)
{
    (void)cells, (void)args;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_find_their_parameters),
        cmocka_unit_test(wrong_calls_are_described),
        cmocka_unit_test(functions_without_stars_refuse_more),
        cmocka_unit_test(natives_are_called_by_their_signatures),
        cmocka_unit_test(a_diamond_has_its_mro),
        cmocka_unit_test(instances_keep_their_attributes),
        cmocka_unit_test(a_changed_class_is_seen_at_once),
        cmocka_unit_test(methods_bind_their_instance),
        cmocka_unit_test(a_subclass_of_a_built_in_is_one),
        cmocka_unit_test(operators_say_what_does_not_fit),
        cmocka_unit_test(annotations_are_objects),
    };
    failures = cmocka_run_group_tests_name("objects", tests, NULL, NULL);
    return RT_NONE;
}

static const rt_code main_code = {
    .name = "<module>",
    .qualname = "<module>",
    .source = &source,
    .kind = RT_CODE_MODULE,
    .entry = main_body,
};

int main(int argc, char **argv)
{
    const rt_program program = {.main = &main_code};
    int exit_code = rt_main(argc, argv, &program);
    return failures ? failures : exit_code;
}
