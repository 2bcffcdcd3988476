/* code.c: code objects: what programs see of the descriptor of a function (f.__code__). */
#include "value/function.h"
#include "value/type.h"

typedef struct code_object {
    rt_object head;
    const rt_code *code;
} code_object;
#define CODE(v) (((code_object *)(v))->code)

rt_value rt_code_object(const rt_code *code)
{
    code_object *object = (code_object *)rt_object_new(&rt_code_type, sizeof(code_object));
    object->code = code;
    return (rt_value)object;
}

const rt_code *rt_code_of_object(rt_value code)
{
    return CODE(code);
}

static rt_value code_repr(rt_value self)
{
    const rt_code *code = CODE(self);
    return rt_str_format("<code object %s at %p, file \"%s\", line %u>", code->name,
                         (const void *)code, code->source->path, code->first_line);
}

static int64_t code_hash(rt_value self)
{
    return (int64_t)((uintptr_t)CODE(self) >> 4);
}

static rt_value code_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_code_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    return rt_retained(RT_BOOL((CODE(self) == CODE(other)) == (op == RT_EQ)));
}

static rt_value get_name(rt_value self)
{
    return rt_str_c(CODE(self)->name);
}

static rt_value get_qualname(rt_value self)
{
    return rt_str_c(CODE(self)->qualname);
}

static rt_value get_filename(rt_value self)
{
    return rt_str_c(CODE(self)->source->path);
}

static rt_value get_first_line(rt_value self)
{
    return RT_INT(CODE(self)->first_line);
}

static rt_value get_argcount(rt_value self)
{
    return RT_INT(CODE(self)->params.positional);
}

static rt_value get_posonly(rt_value self)
{
    return RT_INT(CODE(self)->params.posonly);
}

static rt_value get_kwonly(rt_value self)
{
    return RT_INT(CODE(self)->params.kwonly);
}

/* The parameters first, as in CPython; variables of functions without suspension have no names
 * here. */
static rt_value get_varnames(rt_value self)
{
    const rt_param_list *params = &CODE(self)->params;
    uint32_t count =
        (uint32_t)params->positional + params->kwonly + params->star + params->star_star;
    rt_value list = rt_list_new(count);
    for (uint32_t i = 0; i < count; i++) rt_list_push(list, rt_str_c(params->names[i]));
    return rt_list_to_tuple(list);
}

/* The bits of co_flags that inspect and programs look at. */
static rt_value get_flags(rt_value self)
{
    static const int64_t of_kind[] = {
        [RT_CODE_FUNCTION] = 0x3,          [RT_CODE_COROUTINE] = 0x83, [RT_CODE_GENERATOR] = 0x23,
        [RT_CODE_ASYNC_GENERATOR] = 0x203, [RT_CODE_MODULE] = 0,       [RT_CODE_CLASS] = 0,
    };
    const rt_code *code = CODE(self);
    return RT_INT(of_kind[code->kind] | (code->params.star ? 0x4 : 0) |
                  (code->params.star_star ? 0x8 : 0));
}

static const rt_getset_def code_getsets[] = {
    {"co_name", get_name, NULL},
    {"co_qualname", get_qualname, NULL},
    {"co_filename", get_filename, NULL},
    {"co_firstlineno", get_first_line, NULL},
    {"co_argcount", get_argcount, NULL},
    {"co_posonlyargcount", get_posonly, NULL},
    {"co_kwonlyargcount", get_kwonly, NULL},
    {"co_varnames", get_varnames, NULL},
    {"co_flags", get_flags, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_code_type = {
    .head = RT_TYPE_HEAD,
    .name = "code",
    .size = sizeof(code_object),
    .flags = RT_TYPE_FINAL,
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
    .getsets = code_getsets,
};
