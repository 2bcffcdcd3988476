/* item.h: numbers in memory, as arrays and memory views hold them: an item type is a letter, as
 * in struct's native formats, and how its bytes become a value and back. */
#ifndef ASYNCC_VALUE_ITEM_H
#define ASYNCC_VALUE_ITEM_H

#include "value/object.h"

typedef enum rt_item_kind {
    RT_ITEM_SIGNED,
    RT_ITEM_UNSIGNED,
    RT_ITEM_FLOAT,
    RT_ITEM_BOOL,
    RT_ITEM_CHAR,    /* bytes of length 1 */
    RT_ITEM_UNICODE, /* a str of length 1 */
} rt_item_kind;

typedef struct rt_item_type {
    char code;
    uint8_t size; /* in bytes */
    uint8_t kind; /* rt_item_kind */
} rt_item_type;

/* The item type of a letter; NULL = there is none. */
const rt_item_type *rt_item_type_of(char code);

/* The value of the item at `at` (owned); it need not be aligned. */
rt_value rt_item_get(const rt_item_type *type, const char *at);

typedef enum rt_item_result {
    RT_ITEM_FITS,
    RT_ITEM_RAISED,
    RT_ITEM_WRONG_TYPE, /* the rest raise nothing: the caller has its own words */
    RT_ITEM_TOO_SMALL,
    RT_ITEM_TOO_LARGE,
} rt_item_result;

/* Stores a value; unless it fits, nothing is stored. */
rt_item_result rt_item_put(const rt_item_type *type, rt_value v, char *at);

#endif
