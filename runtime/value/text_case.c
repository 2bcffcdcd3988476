/* text_case.c: changes of case of str (by Unicode's full mappings) and of bytes and bytearray
 * (ASCII only). */
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
    while (after < rt_text_end(text) && rt_code_is_case_ignorable(code = rt_utf8_next(&after)))
        code = 0;
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

typedef enum change { UPPER, LOWER, TITLE, CAPITALIZE, SWAP, FOLD } change;

/* Which mapping a character takes; NULL = it stays. */
static rt_case_fn *mapping_for(change change, uint32_t code, bool first, bool after_cased)
{
    switch (change) {
    case UPPER: return rt_code_upper;
    case LOWER: return rt_code_lower;
    case TITLE: return after_cased ? rt_code_lower : rt_code_title;
    case CAPITALIZE: return first ? rt_code_title : rt_code_lower;
    case SWAP:
        return rt_code_is_upper(code)   ? rt_code_lower
               : rt_code_is_lower(code) ? rt_code_upper
                                        : NULL;
    case FOLD: return rt_code_fold;
    }
    return NULL;
}

static rt_value map_unicode(const rt_text *text, change change)
{
    bool after_cased = false;
    rt_builder builder;
    rt_builder_init(&builder);
    for (const char *at = text->start; at < rt_text_end(text);) {
        const char *start = at;
        uint32_t code = text->alphabet->next(&at);
        bool known = code < text->alphabet->limit;
        rt_case_fn *map =
            known ? mapping_for(change, code, start == text->start, after_cased) : NULL;
        if (map)
            add_mapped(&builder, text, start, map);
        else
            rt_builder_add(&builder, start, (size_t)(at - start));
        after_cased = known && rt_code_is_cased(code);
    }
    return rt_text_finish(text, &builder);
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Should this letter be a capital? */
static bool wants_capital(change change, char letter, bool first, bool after_letter)
{
    switch (change) {
    case UPPER: return true;
    case TITLE: return !after_letter;
    case CAPITALIZE: return first;
    case SWAP: return letter & 0x20;
    default: return false;
    }
}

static rt_value map_ascii(const rt_text *text, change change)
{
    char *mapped = rt_alloc(text->size + 1);
    bool after_letter = false;
    for (size_t i = 0; i < text->size; i++) {
        char c = text->start[i];
        bool letter = is_letter(c);
        if (letter) c = wants_capital(change, c, i == 0, after_letter) ? c & ~0x20 : c | 0x20;
        mapped[i] = c;
        after_letter = letter;
    }
    rt_value result = rt_text_new(text, mapped, text->size);
    rt_free(mapped, text->size + 1);
    return result;
}

static rt_value map_case(rt_value self, change change)
{
    rt_text text = rt_text_of(self);
    return rt_all_ascii(text.start, text.size) ? map_ascii(&text, change)
                                               : map_unicode(&text, change);
}

rt_value rt_text_upper(rt_value self)
{
    return map_case(self, UPPER);
}

rt_value rt_text_lower(rt_value self)
{
    return map_case(self, LOWER);
}

rt_value rt_text_title(rt_value self)
{
    return map_case(self, TITLE);
}

rt_value rt_text_capitalize(rt_value self)
{
    return map_case(self, CAPITALIZE);
}

rt_value rt_text_swapcase(rt_value self)
{
    return map_case(self, SWAP);
}

rt_value rt_str_casefold(rt_value self)
{
    return map_case(self, FOLD);
}
