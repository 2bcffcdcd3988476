/* unicode.h: properties of characters as str's methods ask for them. */
#ifndef ASYNCC_VALUE_UNICODE_H
#define ASYNCC_VALUE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool rt_code_is_space(uint32_t code);
bool rt_code_is_alpha(uint32_t code);
bool rt_code_is_decimal(uint32_t code); /* digits of positional systems */
bool rt_code_is_digit(uint32_t code);   /* those and superscripts and the like */
bool rt_code_is_numeric(uint32_t code); /* those and fractions, Roman numerals, ... */
bool rt_code_is_upper(uint32_t code);
bool rt_code_is_lower(uint32_t code);
bool rt_code_is_title(uint32_t code);
bool rt_code_is_cased(uint32_t code);
bool rt_code_is_case_ignorable(uint32_t code);
bool rt_code_is_printable(uint32_t code);
bool rt_code_starts_name(uint32_t code);
bool rt_code_continues_name(uint32_t code);
bool rt_code_ends_line(uint32_t code);    /* what splitlines splits at */
int rt_code_decimal_value(uint32_t code); /* -1 = no decimal digit */

/* Full case mappings: up to three code points; returns how many. */
typedef size_t rt_case_fn(uint32_t code, uint32_t out[3]);
rt_case_fn rt_code_upper, rt_code_lower, rt_code_title, rt_code_fold;

bool rt_all_ascii(const char *text, size_t size);

/* Text of a number for int(), float(), complex(): without white space around it and with decimal
 * digits of any script as ASCII. `copy` is malloc'ed or NULL. False: it has other characters
 * beyond ASCII. */
typedef struct rt_ascii_number {
    const char *text;
    size_t size;
    char *copy;
} rt_ascii_number;
bool rt_number_text(const char *text, size_t size, rt_ascii_number *out);

#endif
