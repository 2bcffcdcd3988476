/* text_case.c: changes of case of str (by Unicode's full mappings) and of bytes and bytearray (ASCII only). */
#include "value/str.h"
#include "value/text.h"
#include "value/unicode.h"

/* Small sigma is written otherwise at the end of a word. */
enum { CAPITAL_SIGMA = 0x3a3, SMALL_SIGMA = 0x3c3, FINAL_SIGMA = 0x3c2 };

/* Does a cased character stand before `at` (and none behind `after`), case-ignorable ones apart? */
static bool ends_word(const rt_text *text, const char *at, const char *after)
{
    uint32_t code = 0;
    bool before = false;
    while (at > text->start && rt_code_is_case_ignorable(code = rt_utf8_previous(&at))) code = 0;
    before = code && rt_code_is_cased(code);
    code = 0;
    while (after < rt_text_end(text) && rt_code_is_case_ignorable(code = rt_utf8_next(&after))) code = 0;
    return before && !(code && rt_code_is_cased(code));
}

static void add_mapped(rt_builder *builder, const rt_text *text, const char *at, rt_case_fn *map)
{
    uint32_t to[3];
    const char *after = at;
    uint32_t code = text->alphabet->next(&after);
    if (code >= text->alphabet->limit) {
        rt_builder_add(builder, at, (size_t)(after - at));
        return;
    }
    if (code == CAPITAL_SIGMA && map == rt_code_lower) {
        rt_builder_add_code(builder, ends_word(text, at, after) ? FINAL_SIGMA : SMALL_SIGMA);
        return;
    }
    size_t count = map(code, to);
    for (size_t i = 0; i < count; i++) rt_builder_add_code(builder, to[i]);
}

/* Which mapping a character takes: given the character and whether the one before was cased. */
typedef rt_case_fn *case_rule(uint32_t code, bool first, bool after_cased);

static rt_value map_case(rt_value self, case_rule *rule)
{
    rt_text text = rt_text_of(self);
    bool after_cased = false;
    rt_builder builder;
    rt_builder_init(&builder);
    for (const char *at = text.start; at < rt_text_end(&text);) {
        const char *start = at;
        uint32_t code = text.alphabet->next(&at);
        bool known = code < text.alphabet->limit;
        rt_case_fn *map = rule(known ? code : 0, start == text.start, after_cased);
        if (map && known) add_mapped(&builder, &text, start, map);
        else rt_builder_add(&builder, start, (size_t)(at - start));
        after_cased = known && rt_code_is_cased(code);
    }
    return rt_text_finish(&text, &builder);
}

static rt_case_fn *to_upper(uint32_t code, bool first, bool after_cased)
{
    (void)code, (void)first, (void)after_cased;
    return rt_code_upper;
}

static rt_case_fn *to_lower(uint32_t code, bool first, bool after_cased)
{
    (void)code, (void)first, (void)after_cased;
    return rt_code_lower;
}

static rt_case_fn *to_title(uint32_t code, bool first, bool after_cased)
{
    (void)code, (void)first;
    return after_cased ? rt_code_lower : rt_code_title;
}

static rt_case_fn *to_capitalized(uint32_t code, bool first, bool after_cased)
{
    (void)code, (void)after_cased;
    return first ? rt_code_title : rt_code_lower;
}

static rt_case_fn *to_swapped(uint32_t code, bool first, bool after_cased)
{
    (void)first, (void)after_cased;
    return rt_code_is_upper(code) ? rt_code_lower : rt_code_is_lower(code) ? rt_code_upper : NULL;
}

static rt_case_fn *to_folded(uint32_t code, bool first, bool after_cased)
{
    (void)code, (void)first, (void)after_cased;
    return rt_code_fold;
}

rt_value rt_text_upper(rt_value self)
{
    return map_case(self, to_upper);
}

rt_value rt_text_lower(rt_value self)
{
    return map_case(self, to_lower);
}

rt_value rt_text_title(rt_value self)
{
    return map_case(self, to_title);
}

rt_value rt_text_capitalize(rt_value self)
{
    return map_case(self, to_capitalized);
}

rt_value rt_text_swapcase(rt_value self)
{
    return map_case(self, to_swapped);
}

rt_value rt_str_casefold(rt_value self)
{
    return map_case(self, to_folded);
}
