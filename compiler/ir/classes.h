/* What is known of the program's classes before anything runs.
 *
 * In: a lowered program. Out: of each class its bases and subclasses, and whether it is *typed*:
 * whether types can tell what an attribute or a method of its instances is. A class is where
 *
 *   - its statement has no decorators and no keywords, and its bases are classes that are typed;
 *   - so are all that derive from it;
 *   - neither the module that it stands in nor one of the program's own makes names of attributes
 *     up, or changes classes, functions or __class__ behind the compiler's back: the words that do
 *     so (setattr, __dict__, __class__, ...) in a text are enough to doubt it.
 *
 * What the program does openly, setting a method or an attribute somewhere, is kept by name
 * (ir_attribute). A program with none of this runs the same, only slower. */
#ifndef ASYNCC_IR_CLASSES_H
#define ASYNCC_IR_CLASSES_H

#include "ir/ir.h"

void describe_classes(ir_program *p);

bool class_derives(const ir_class *c, const ir_class *base); /* also from itself */
/* The nearest class along the first bases that both derive from, or NULL. */
const ir_class *class_common(const ir_class *a, const ir_class *b);

/* The one function that `name` is for the instances of exactly this class: NULL where there is
 * none, or no telling. */
ir_function *class_function(const ir_class *c, name n);
/* The same for instances of it and of all that derives from it. Names that are stored somewhere,
 * and functions with closures, have none. */
ir_function *class_method(const ir_program *p, const ir_class *c, name n);
/* Where these have different functions: all of them. 0: no telling, or more than fit. */
enum { CANDIDATES_MAX = 6 };
uint32_t class_candidates(const ir_program *p, const ir_class *c, name n, ir_function **out);
/* What super().name is in a method of the class. */
ir_function *class_super_method(const ir_program *p, const ir_class *c, name n);
/* Whether all instances of the class (NULL: of none) are true. */
bool class_has_no_truth(const ir_program *p, const ir_class *c);
/* Whether the class, or one it derives from, binds the name in its body. */
bool class_binds(const ir_class *c, name n);

/* What is kept of a name; NULL of names that came up later. */
ir_attribute *attribute_of(const ir_program *p, name n);
bool is_special_name(name n); /* __x__ */

#endif
