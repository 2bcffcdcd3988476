/* The table of the runtime's symbols: three sources, one row a symbol. */
#include "back/runtime_symbols.h"

#include "asyncc.h"

/* What libtcc calls on its own account where gcc would emit instructions, or libgcc's code. */
static double floatundidf(uint64_t n)
{
    return (double)n;
}

static uint64_t fixunsdfdi(double x)
{
    return (uint64_t)x;
}

static uint64_t fixunsxfdi(long double x)
{
    return (uint64_t)x;
}

const runtime_symbol runtime_symbols[] = {
    /* what asyncc.h declares beside the tables */
    {"rt_state", &rt_state},
    {"rt_free_blocks", rt_free_blocks},
    {"rt_small_limit", &rt_small_limit},
    {"rt_main", (const void *)rt_main},
    {"rt_destroy", (const void *)rt_destroy},
    {"rt_recursion_error", (const void *)rt_recursion_error},
    {"rt_frame_level", (const void *)rt_frame_level},
    {"rt_frame_too_deep", (const void *)rt_frame_too_deep},
    {"rt_none_object", &rt_none_object},
    {"rt_true_object", &rt_true_object},
    {"rt_false_object", &rt_false_object},
    {"rt_ellipsis_object", &rt_ellipsis_object},
    {"rt_not_implemented_object", &rt_not_implemented_object},

#define RT_TYPE_OBJECT(symbol) {#symbol, &symbol},
#define RT_FN(result, name, params) {#name, (const void *)name},
#include "abi.def"
#undef RT_TYPE_OBJECT
#undef RT_FN

#define RT_FUNCTION(module, name, signature, symbol, arity, result) {#symbol, (const void *)symbol},
#define RT_METHOD(type, name, signature, symbol, arity, result) {#symbol, (const void *)symbol},
#define RT_CLASS_METHOD(type, name, signature, symbol, arity)
#define RT_COROUTINE(module, name, signature, symbol, arity, words)                                \
    {#symbol "_code", &symbol##_code}, {#symbol "_init", (const void *)symbol##_init},             \
        {#symbol "_resume", (const void *)symbol##_resume},                                        \
        {#symbol "_await", (const void *)symbol##_await},
#define RT_LEAF(module, name, signature, symbol, arity) {#symbol, (const void *)symbol},
#define RT_CLASS(module, name, symbol) {#symbol, &symbol},
#define RT_VALUE(module, name, expression, result)                                                 \
    {"rt_" #module "_" #name "_value", (const void *)rt_##module##_##name##_value},
#include "lib/lib.def"
#undef RT_FUNCTION
#undef RT_METHOD
#undef RT_CLASS_METHOD
#undef RT_COROUTINE
#undef RT_LEAF
#undef RT_CLASS
#undef RT_VALUE

    {"memset", (const void *)memset},
    {"memcpy", (const void *)memcpy},
    {"memmove", (const void *)memmove},
    {"memcmp", (const void *)memcmp},
    {"__floatundidf", (const void *)floatundidf},
    {"__fixunsdfdi", (const void *)fixunsdfdi},
    {"__fixunsxfdi", (const void *)fixunsxfdi},
    {NULL, NULL},
};
