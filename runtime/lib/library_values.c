/* library_values.c: the expression of each RT_VALUE row of lib.def as a function. A function of
 * its own each, so that a program is linked with those that it names. */
#include "lib/sys.h"
#include "lib/time.h"
#include "lib/zlib.h"
#include "value/complex.h"

#define RT_FUNCTION(module, name, signature, symbol, arity, result)
#define RT_METHOD(type, name, signature, symbol, arity, result)
#define RT_CLASS_METHOD(type, name, signature, symbol, arity)
#define RT_COROUTINE(module, name, signature, symbol, arity, words)
#define RT_LEAF(module, name, signature, symbol, arity)
#define RT_CLASS(module, name, symbol)
#define RT_VALUE(module, name, expression, result)                                                 \
    rt_value rt_##module##_##name##_value(const rt_library_row *row)                               \
    {                                                                                              \
        (void)row;                                                                                 \
        return expression;                                                                         \
    }
#include "lib/lib.def"
