/* cell.c: cells: variables shared by a function and its closures. */
#include "exc/exception.h"
#include "value/function.h"
#include "value/type.h"

rt_value rt_cell_new(rt_value v)
{
    rt_cell *cell = (rt_cell *)rt_object_new(&rt_cell_type, sizeof(rt_cell));
    RT_RETAIN_OPT(v);
    cell->value = v;
    return (rt_value)cell;
}

static rt_value cell_repr(rt_value self)
{
    rt_value v = RT_CELL(self)->value;
    if (!v) return rt_str_format("<cell at %p: empty>", (void *)self);
    return rt_str_format("<cell at %p: %T object at %p>", (void *)self, v, (void *)v);
}

static rt_value get_contents(rt_value self)
{
    rt_value v = RT_CELL(self)->value;
    return v ? rt_retained(v) : rt_raise_format(&rt_exc_ValueError, "Cell is empty");
}

static bool set_contents(rt_value self, rt_value v)
{
    rt_value old = RT_CELL(self)->value;
    RT_RETAIN_OPT(v);
    RT_CELL(self)->value = v;
    RT_RELEASE_OPT(old);
    return true;
}

static const rt_getset_def cell_getsets[] = {
    {"cell_contents", get_contents, set_contents},
    {NULL, NULL, NULL},
};

static void cell_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_value v = ((rt_cell *)self)->value;
    if (v) visit(v, context);
}

static void cell_clear(rt_object *self)
{
    set_contents((rt_value)self, 0);
}

static void cell_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_cell *)self)->value);
    rt_free(self, sizeof(rt_cell));
}

rt_type rt_cell_type = {
    .head = RT_TYPE_HEAD,
    .name = "cell",
    .size = sizeof(rt_cell),
    .flags = RT_TYPE_FINAL,
    .dealloc = cell_dealloc,
    .traverse = cell_traverse,
    .clear = cell_clear,
    .repr = cell_repr,
    .getsets = cell_getsets,
};
