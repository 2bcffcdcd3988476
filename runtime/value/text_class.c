/* text_class.c: the questions str, bytes and bytearray answer about their characters: isalpha
 * and the rest. */
#include "value/str.h"
#include "value/text.h"
#include "value/unicode.h"

typedef bool predicate(uint32_t code);

/* Do all characters (one at least) have the property? */
static rt_value all_have(rt_value self, predicate *has)
{
    rt_text text = rt_text_of(self);
    const char *at = text.start;
    while (at < rt_text_end(&text)) {
        uint32_t code = text.alphabet->next(&at);
        if (code >= text.alphabet->limit || !has(code)) return rt_retained(RT_FALSE);
    }
    return rt_retained(RT_BOOL(text.size != 0));
}

static bool is_alnum(uint32_t code)
{
    return rt_code_is_alpha(code) || rt_code_is_numeric(code);
}

rt_value rt_text_isalnum(rt_value self)
{
    return all_have(self, is_alnum);
}

rt_value rt_text_isalpha(rt_value self)
{
    return all_have(self, rt_code_is_alpha);
}

rt_value rt_text_isdigit(rt_value self)
{
    return all_have(self, rt_code_is_digit);
}

rt_value rt_text_isspace(rt_value self)
{
    return all_have(self, rt_text_of(self).alphabet->is_space);
}

rt_value rt_str_isdecimal(rt_value self)
{
    return all_have(self, rt_code_is_decimal);
}

rt_value rt_str_isnumeric(rt_value self)
{
    return all_have(self, rt_code_is_numeric);
}

rt_value rt_str_isprintable(rt_value self)
{
    if (!RT_STR(self)->size) return rt_retained(RT_TRUE);
    return all_have(self, rt_code_is_printable);
}

rt_value rt_str_isidentifier(rt_value self)
{
    const char *at = RT_STR(self)->text;
    if (!RT_STR(self)->size || !rt_code_starts_name(rt_utf8_next(&at)))
        return rt_retained(RT_FALSE);
    return all_have(self, rt_code_continues_name);
}

rt_value rt_text_isascii(rt_value self)
{
    rt_text text = rt_text_of(self);
    return rt_retained(RT_BOOL(rt_all_ascii(text.start, text.size)));
}

/* ---- case ------------------------------------------------------------------------------------ */

/* Is there a cased character, and none that has one of the two refused properties? */
static rt_value all_cased(rt_value self, predicate *wanted, predicate *refused,
                          predicate *refused_too)
{
    rt_text text = rt_text_of(self);
    bool cased = false;
    for (const char *at = text.start; at < rt_text_end(&text);) {
        uint32_t code = text.alphabet->next(&at);
        if (code >= text.alphabet->limit) continue;
        if (refused(code) || refused_too(code)) return rt_retained(RT_FALSE);
        cased |= wanted(code);
    }
    return rt_retained(RT_BOOL(cased));
}

rt_value rt_text_islower(rt_value self)
{
    return all_cased(self, rt_code_is_lower, rt_code_is_upper, rt_code_is_title);
}

rt_value rt_text_isupper(rt_value self)
{
    return all_cased(self, rt_code_is_upper, rt_code_is_lower, rt_code_is_title);
}

/* Capitals begin the runs of cased characters, and only these. */
rt_value rt_text_istitle(rt_value self)
{
    rt_text text = rt_text_of(self);
    bool cased = false, inside = false;
    for (const char *at = text.start; at < rt_text_end(&text);) {
        uint32_t code = text.alphabet->next(&at);
        bool known = code < text.alphabet->limit;
        if (known && (rt_code_is_upper(code) || rt_code_is_title(code))) {
            if (inside) return rt_retained(RT_FALSE);
            inside = cased = true;
        } else if (known && rt_code_is_lower(code)) {
            if (!inside) return rt_retained(RT_FALSE);
            cased = true;
        } else {
            inside = false;
        }
    }
    return rt_retained(RT_BOOL(cased));
}
