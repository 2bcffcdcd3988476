/* Where instances keep their attributes.
 *
 * In: a program whose types are known. Out: of each typed class (classes.h) that can be *laid out*
 * the names that its instances have room for in themselves: those of its base, then what the
 * program stores in instances known to be of it. So attribute k of an instance is at the same
 * place in all that derives from its class, and is read and written there:
 *
 *     class P:                            a.y += 1.0
 *         def __init__(self, x, y):       ->  t = field_get_float a, 1; t = t + 1.0;
 *             self.x = x; self.y = y              field_set_float a, 1, t
 *
 * A family of classes is laid out where each has at most one base, none has __slots__ or hooks into
 * attribute access, and no name is laid out that could be a descriptor in one of the classes. What
 * is not set there is asked for by name, as in any object: class attributes, instances that have a
 * dict of their own. */
#ifndef ASYNCC_IR_LAYOUT_H
#define ASYNCC_IR_LAYOUT_H

#include "ir/ir.h"

void lay_out_classes(ir_program *p);

/* The index of the attribute in instances of `t`, where it has one; else -1. */
int32_t field_of(type t, name n);
/* Whether calling the class is making an instance and then calling `*init` (NULL: there is none)
 * with it. */
bool class_is_made_plainly(const ir_program *p, const ir_class *c, ir_function **init);

#endif
