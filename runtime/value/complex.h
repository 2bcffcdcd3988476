/* complex.h: complex numbers inside the runtime. */
#ifndef ASYNCC_VALUE_COMPLEX_H
#define ASYNCC_VALUE_COMPLEX_H

#include "value/object.h"

typedef struct rt_complex {
    rt_object head;
    double real, imag;
} rt_complex;

#define RT_COMPLEX(v) ((rt_complex *)(v))

static inline bool rt_is_complex(rt_value v)
{
    return !RT_IS_INT(v) &&
           (RT_TYPE(v) == &rt_complex_type || rt_is_instance_of(v, &rt_complex_type));
}

rt_value rt_complex_new(double real, double imag);

/* The parts of a number, or of what __complex__ returns; false with TypeError pending where v is
 * neither. */
bool rt_to_complex(rt_value v, double *real, double *imag);

#endif
