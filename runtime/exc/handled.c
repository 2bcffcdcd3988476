/* handled.c: moving aside what is being handled, while other frames run.
 *
 * Frames that suspend have handlers of their own (rt_state.handled) and see through to those of
 * whoever runs them: a driver's (handled_base, which lasts as long as the drive), or those of an
 * async generator's consumer (handled_below), which lie between, and are suspended with the chain.
 * That is rare; then the two words that belong to the chain are kept as a pair. */
#include "exc/handled.h"

#include "value/object.h"

typedef struct handled_pair {
    rt_object head;
    rt_value handled, below;
} handled_pair;

static void pair_dealloc(rt_object *self)
{
    handled_pair *pair = (handled_pair *)self;
    RT_RELEASE_OPT(pair->handled);
    RT_RELEASE_OPT(pair->below);
    rt_free(pair, sizeof *pair);
}

static void pair_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    handled_pair *pair = (handled_pair *)self;
    if (pair->handled) visit(pair->handled, context);
    if (pair->below) visit(pair->below, context);
}

static rt_type pair_type = {
    .head = RT_TYPE_HEAD,
    .name = "handled_pair",
    .size = sizeof(handled_pair),
    .dealloc = pair_dealloc,
    .traverse = pair_traverse,
};

rt_value rt_handled_take_both(void)
{
    handled_pair *pair = rt_object_new(&pair_type, sizeof *pair);
    pair->handled = rt_state.handled;
    pair->below = rt_state.handled_below;
    rt_state.handled = rt_state.handled_below = 0;
    return (rt_value)pair;
}

void rt_handled_put_both(rt_value both)
{
    handled_pair *pair = (handled_pair *)both;
    if (RT_TYPE(both) != &pair_type) {
        rt_state.handled = both;
        return;
    }
    rt_state.handled = pair->handled;
    rt_state.handled_below = pair->below;
    pair->handled = pair->below = 0;
    RT_RELEASE(both);
}
