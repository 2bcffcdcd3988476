/* re_chars.c: what a pattern asks of single characters: categories, case, sets. */
#include "lib/re.h"

#include "value/unicode.h"

static bool is_ascii_alnum(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool re_is_word(uint32_t c, bool unicode)
{
    if (c < 128) return is_ascii_alnum(c) || c == '_';
    return unicode && (rt_code_is_alpha(c) || rt_code_is_numeric(c));
}

static bool is_digit(uint32_t c, bool unicode)
{
    if (c < 128) return c >= '0' && c <= '9';
    return unicode && rt_code_is_decimal(c);
}

static bool is_space(uint32_t c, bool unicode)
{
    if (unicode) return rt_code_is_space(c);
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* ---- case ------------------------------------------------------------------------------------ */

uint32_t re_lower(uint32_t c, bool unicode)
{
    if (c < 128 || !unicode) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    uint32_t lower[3];
    rt_code_lower(c, lower);
    return lower[0];
}

static uint32_t upper_of(uint32_t c, bool unicode)
{
    if (c < 128 || !unicode) return c >= 'a' && c <= 'z' ? c - 32 : c;
    uint32_t upper[3];
    return rt_code_upper(c, upper) == 1 ? upper[0] : c;
}

/* Characters match each other when their small forms have the same capital: the long s and s, the
 * Kelvin sign and k. The few capitals of several letters are numbers beyond Unicode. */
uint32_t re_case_key(uint32_t c, bool unicode)
{
    uint32_t lower = re_lower(c, unicode);
    if (lower < 128 || !unicode) return upper_of(lower, false);
    uint32_t upper[3];
    size_t count = rt_code_upper(lower, upper);
    if (count == 1) return upper[0];
    uint32_t key = 0;
    for (size_t i = 0; i < count; i++) key = key * 0x1003f + upper[i];
    return key | 0x80000000;
}

/* ---- sets ------------------------------------------------------------------------------------ */

static bool in_range(const re_set *set, const re_set_item *item, uint32_t c)
{
    if (!set->ignore_case) return c >= item->low && c <= item->high;
    uint32_t key = re_case_key(c, set->unicode);
    if (item->low == item->high) return key == re_case_key(item->low, set->unicode);
    const uint32_t forms[] = {c, upper_of(c, set->unicode), re_lower(key, set->unicode)};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        if (forms[i] >= item->low && forms[i] <= item->high) return true;
    return false;
}

static bool item_has(const re_set *set, const re_set_item *item, uint32_t c)
{
    switch ((re_category)item->category) {
    case RE_ONE_OF_RANGE: return in_range(set, item, c);
    case RE_DIGIT: return is_digit(c, set->unicode) != item->negated;
    case RE_SPACE: return is_space(c, set->unicode) != item->negated;
    case RE_WORD: return re_is_word(c, set->unicode) != item->negated;
    }
    return false;
}

bool re_set_decide(const re_set *set, uint32_t c)
{
    if (set->ignore_case) c = re_lower(c, set->unicode);
    for (uint32_t i = 0; i < set->count; i++)
        if (item_has(set, &set->items[i], c)) return !set->negated;
    return set->negated;
}

void re_set_finish(re_set *set)
{
    for (uint32_t c = 0; c < 256; c++)
        if (re_set_decide(set, c)) set->low_bits[c / 32] |= 1u << (c % 32);
}
