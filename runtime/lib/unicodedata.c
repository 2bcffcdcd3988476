/* unicodedata.c: what the Unicode database says of characters, and normal forms of text (rows in
 * lib/unicodedata.def). The database is utf8proc's. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "exc/exception.h"
#include "value/str.h"
#include "value/type.h"

/* The one character of a str. False: raised. */
static bool take_character(rt_value v, const char *function, utf8proc_int32_t *code)
{
    if (!rt_is_str(v) || RT_STR(v)->length != 1) {
        rt_raise_format(&rt_exc_TypeError, "%s() argument must be a unicode character, not %T",
                        function, v);
        return false;
    }
    *code = (utf8proc_int32_t)rt_str_code_at(v, 0);
    return true;
}

rt_value rt_unicode_category(rt_value character)
{
    utf8proc_int32_t code;
    return take_character(character, "category", &code) ? rt_str_c(utf8proc_category_string(code))
                                                        : 0;
}

rt_value rt_unicode_combining(rt_value character)
{
    utf8proc_int32_t code;
    if (!take_character(character, "combining", &code)) return 0;
    return RT_INT(utf8proc_get_property(code)->combining_class);
}

/* By utf8proc_bidi_class_t. */
static const char *const bidi_names[] = {"",    "L",  "LRE", "LRO", "R",   "AL",  "RLE", "RLO",
                                         "PDF", "EN", "ES",  "ET",  "AN",  "CS",  "NSM", "BN",
                                         "B",   "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};

rt_value rt_unicode_bidirectional(rt_value character)
{
    utf8proc_int32_t code;
    if (!take_character(character, "bidirectional", &code)) return 0;
    return rt_str_c(bidi_names[utf8proc_get_property(code)->bidi_class]);
}

rt_value rt_unicode_mirrored(rt_value character)
{
    utf8proc_int32_t code;
    if (!take_character(character, "mirrored", &code)) return 0;
    return RT_INT(utf8proc_get_property(code)->bidi_mirrored);
}

static const struct form {
    const char *name;
    utf8proc_option_t options;
} forms[] = {
    {"NFC", UTF8PROC_STABLE | UTF8PROC_COMPOSE},
    {"NFD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE},
    {"NFKC", UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT},
    {"NFKD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT},
};

/* The text in that form; owned. */
static rt_value normalized(const struct form *form, rt_value text)
{
    size_t size;
    const char *bytes = rt_str_text(text, &size);
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)size,
                                           &result, form->options);
    /* lone surrogates are no UTF-8: such text has no other form */
    if (length < 0) return rt_retained(text);
    rt_value made = rt_str_new((const char *)result, (size_t)length);
    free(result);
    return made;
}

rt_value rt_unicode_normalize(rt_value name, rt_value text)
{
    for (int i = 0; i < 2; i++) {
        rt_value argument = i ? text : name;
        if (!rt_is_str(argument))
            return rt_raise_format(&rt_exc_TypeError, "normalize() argument %d must be str, not %T",
                                   i + 1, argument);
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(rt_str_text(name, NULL), forms[i].name))
            return RT_STR_IS_ASCII(text) ? rt_str_plain(text) : normalized(&forms[i], text);
    return rt_raise_format(&rt_exc_ValueError, "invalid normalization form");
}

rt_value rt_unicode_is_normalized(rt_value name, rt_value text)
{
    rt_value form = rt_unicode_normalize(name, text);
    if (!form) return 0;
    int same = rt_equal(form, text);
    RT_RELEASE(form);
    return same < 0 ? 0 : RT_BOOL(same);
}
