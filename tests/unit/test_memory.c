/* Memory: blocks of all sizes, long chains of objects, and cycles that only the collector frees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mem/collect.h"
#include "value/list.h"

static const rt_source source = {"test.py", "", 0, "__main__"};

static void blocks_keep_their_contents_when_resized(void **state)
{
    (void)state;
    size_t size = 1;
    char *block = rt_alloc(size);
    block[0] = 'x';
    for (; size < 100000; size *= 3) {
        block = rt_realloc(block, size, size * 3);
        assert_int_equal(block[0], 'x');
        assert_int_equal((uintptr_t)block % 16, 0);
        memset(block, 'x', size * 3);
    }
    rt_free(block, size);
}

static void count_objects(rt_object *object, void *context)
{
    (void)object;
    ++*(size_t *)context;
}

static size_t live_objects(void)
{
    size_t count = 0;
    rt_each_object(count_objects, &count);
    return count;
}

static void the_walk_sees_each_live_object(void **state)
{
    (void)state;
    size_t before = live_objects();
    rt_value lists[1000];
    for (int i = 0; i < 1000; i++) lists[i] = rt_list_new(0);
    assert_int_equal(live_objects(), before + 1000);
    for (int i = 0; i < 1000; i++) RT_RELEASE(lists[i]);
    assert_int_equal(live_objects(), before);
}

static void a_long_chain_is_freed_within_the_stack(void **state)
{
    (void)state;
    size_t before = live_objects();
    rt_value chain = rt_list_new(0);
    for (int i = 0; i < 200000; i++) chain = rt_list_of(1, &chain);
    RT_RELEASE(chain);
    assert_int_equal(live_objects(), before);
}

static void cycles_are_collected(void **state)
{
    (void)state;
    rt_collect();
    size_t before = live_objects();
    rt_value a = rt_list_new(1), b = rt_list_of(1, (rt_value[]){rt_retained(a)}),
             kept = rt_list_new(0);
    rt_list_push(a, b);
    rt_list_push(a, rt_retained(kept));
    RT_RELEASE(a);
    assert_int_equal(live_objects(), before + 3);
    assert_int_equal(rt_collect(), 2);
    assert_int_equal(live_objects(), before + 1);
    assert_int_equal(RT_OBJECT(kept)->refs, 1);
    RT_RELEASE(kept);
}

static void what_is_referenced_from_outside_stays(void **state)
{
    (void)state;
    rt_value a = rt_list_new(1), inner = rt_list_of(1, (rt_value[]){rt_retained(a)});
    rt_list_push(a, inner);
    assert_int_equal(rt_collect(), 0);
    assert_true(RT_LIST(a)->items[0] == inner);
    RT_RELEASE(a);
    assert_int_equal(rt_collect(), 2);
}

static int failures;

static rt_value main_body(const rt_value *cells, const rt_value *args)
{
    (void)cells, (void)args;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_keep_their_contents_when_resized),
        cmocka_unit_test(the_walk_sees_each_live_object),
        cmocka_unit_test(a_long_chain_is_freed_within_the_stack),
        cmocka_unit_test(cycles_are_collected),
        cmocka_unit_test(what_is_referenced_from_outside_stays),
    };
    failures = cmocka_run_group_tests_name("memory", tests, NULL, NULL);
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
