/* mapping_proxy.c: the read-only view of a dict that a class's __dict__ is. */
#include "exc/exception.h"
#include "value/dict.h"
#include "value/generic_alias.h"
#include "value/type.h"

typedef struct proxy {
    rt_object head;
    rt_value dict;
} proxy;
#define DICT(v) (((proxy *)(v))->dict)

rt_value rt_mapping_proxy_new(rt_value dict)
{
    proxy *p = (proxy *)rt_object_new(&rt_mapping_proxy_type, sizeof(proxy));
    p->dict = rt_retained(dict);
    return (rt_value)p;
}

static rt_value proxy_construct(rt_type *cls, const rt_args *args)
{
    (void)cls;
    if (args->positional != 1 || args->named || !RT_IS_DICT(args->values[0]))
        return rt_raise_format(&rt_exc_TypeError,
                               "mappingproxy() argument must be a mapping, not %T",
                               args->positional ? args->values[0] : RT_NONE);
    return rt_mapping_proxy_new(args->values[0]);
}

static rt_value proxy_repr(rt_value self)
{
    return rt_str_format("mappingproxy(%R)", DICT(self));
}

static rt_value proxy_str(rt_value self)
{
    return rt_str(DICT(self));
}

static int64_t proxy_length(rt_value self)
{
    return rt_length(DICT(self));
}

static rt_value proxy_getitem(rt_value self, rt_value key)
{
    return rt_getitem(DICT(self), key);
}

static int proxy_contains(rt_value self, rt_value key)
{
    return rt_contains(DICT(self), key);
}

static rt_value proxy_iter(rt_value self)
{
    return rt_iter(DICT(self));
}

static rt_value proxy_compare(rt_compare_op op, rt_value self, rt_value other)
{
    return rt_compare(op, DICT(self),
                      RT_TYPE(other) == &rt_mapping_proxy_type ? DICT(other) : other);
}

static rt_value proxy_binary(rt_binary_op op, rt_value a, rt_value b)
{
    if (op != RT_OR) return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_binary(op, RT_TYPE(a) == &rt_mapping_proxy_type ? DICT(a) : a,
                     RT_TYPE(b) == &rt_mapping_proxy_type ? DICT(b) : b);
}

/* keys, values, items, get and copy are the dict's. */
static rt_value proxy_getattr(rt_value self, rt_value name)
{
    static const char *const shared[] = {"keys", "values", "items", "get", "copy"};
    for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++)
        if (!strcmp(rt_str_text(name, NULL), shared[i])) return rt_getattr(DICT(self), name);
    return rt_generic_getattr(self, name);
}

static void proxy_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    if (((proxy *)self)->dict) visit(((proxy *)self)->dict, context);
}

static void proxy_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((proxy *)self)->dict);
    rt_free(self, sizeof(proxy));
}

rt_type rt_mapping_proxy_type = {
    .head = RT_TYPE_HEAD,
    .name = "mappingproxy",
    .size = sizeof(proxy),
    .flags = RT_TYPE_MAPPING | RT_TYPE_FINAL | RT_TYPE_MAPPING,
    .dealloc = proxy_dealloc,
    .traverse = proxy_traverse,
    .construct = proxy_construct,
    .repr = proxy_repr,
    .str = proxy_str,
    .compare = proxy_compare,
    .binary = proxy_binary,
    .length = proxy_length,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .getattr = proxy_getattr,
};
