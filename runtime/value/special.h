/* special.h: special methods: the slots of built-in types as methods that programs can name
 * (int.__add__, super().__init__), and methods of classes as slots. */
#ifndef ASYNCC_VALUE_SPECIAL_H
#define ASYNCC_VALUE_SPECIAL_H

#include "value/object.h"

typedef struct rt_special_row rt_special_row;
typedef rt_value rt_wrap_fn(const rt_type *owner, const rt_special_row *row, rt_value self,
                            const rt_args *args);

struct rt_special_row {
    const char *name;
    uint16_t slot; /* its offset in rt_type */
    uint8_t code;
    int8_t count;
    rt_wrap_fn *wrap;         /* NULL: built-in types have no such method */
    void (*trampoline)(void); /* what the slot of a class is that defines the method */
};

/* All rows; those of one slot stand together. Ended by a NULL name. */
extern const rt_special_row rt_special_rows[];

/* A slot of a built-in type as a method in the type's attributes. */
typedef struct rt_slot_wrapper {
    rt_object head;
    const rt_special_row *row;
    rt_type *owner;
} rt_slot_wrapper;
#define RT_SLOT_WRAPPER(v) ((rt_slot_wrapper *)(v))

/* Enters wrappers for the slots that a built-in type has itself, and __new__, into its
 * attributes. */
void rt_special_enter(rt_type *type);

/* Sets all slots of a class from the special methods along its mro. */
void rt_class_set_slots(rt_type *type);

/* Are any of a slot's methods among the names of a class body? Whether a class may be hashed,
 * ... */
bool rt_is_special_name(const char *name);

/* The construct of a class whose body defines __new__. */
rt_value rt_call_new(rt_type *cls, const rt_args *args);

extern rt_type rt_slot_wrapper_type, rt_method_wrapper_type, rt_constructor_type;

#endif
