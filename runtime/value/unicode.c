/* unicode.c: properties of characters, over tables of runs that tools/unicode-tables.py writes. In:
 * code points; out: truths, values and case mappings.
 *
 * Runs and a search by halves take 22 KB, a tenth of tables by character; what every program asks
 * for (is it printable, a digit, a space?) has small tables of its own. What is ASCII is answered
 * without them. */
#include <stdlib.h>
#include <string.h>
#include "value/unicode.h"
#include "value/utf8.h"

/* ---- runs ------------------------------------------------------------------------------------ */

typedef enum general_category { /* named as in Unicode */
                                Cn,
                                Lu,
                                Ll,
                                Lt,
                                Lm,
                                Lo,
                                Mn,
                                Mc,
                                Me,
                                Nd,
                                Nl,
                                No,
                                Pc,
                                Pd,
                                Ps,
                                Pe,
                                Pi,
                                Pf,
                                Po,
                                Sm,
                                Sc,
                                Sk,
                                So,
                                Zs,
                                Zl,
                                Zp,
                                Cc,
                                Cf,
                                Cs,
                                Co
} general_category;

static general_category category(uint32_t code)
{
#define C(first, name) (uint32_t)(first) << 5 | name
    static const uint32_t starts[] = {
#include "value/unicode_categories.def"
    };
#undef C
    size_t low = 0, high = sizeof starts / sizeof *starts;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (code < starts[middle] >> 5)
            high = middle;
        else
            low = middle;
    }
    return starts[low] & 31;
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct code_range {
    uint32_t first, last;
} code_range;

static const code_range *find_range(uint32_t code, const code_range *ranges, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code >= ranges[low].first ? &ranges[low] : NULL;
}

#define IN_RANGES(code, ranges) (find_range(code, ranges, COUNT(ranges)) != NULL)

typedef struct mapping_range { /* every `step`th character goes to the one at a distance */
    uint32_t first, last, step;
    int32_t distance;
} mapping_range;

typedef struct special_case { /* a mapping to several code points */
    uint32_t code, to[3];
} special_case;

#include "value/unicode_mappings.def"

static const mapping_range *find_mapping(uint32_t code, const mapping_range *ranges, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    const mapping_range *r = &ranges[low];
    bool in = low < count && code >= r->first && (code - r->first) % r->step == 0;
    return in ? r : NULL;
}

#define FIND_MAPPING(code, ranges) find_mapping(code, ranges, COUNT(ranges))

static uint32_t mapped(uint32_t code, const mapping_range *r)
{
    return r ? code + (uint32_t)r->distance : code;
}

/* Is the category one of those whose bits are set? */
static bool in_categories(uint32_t code, uint32_t set)
{
    return set >> category(code) & 1;
}

#define BIT(name) (1u << name)
#define LETTERS (BIT(Lu) | BIT(Ll) | BIT(Lt) | BIT(Lm) | BIT(Lo))

bool rt_code_is_space(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
    static const code_range spaces[] = {{0x85, 0x85},     {0xa0, 0xa0},     {0x1680, 0x1680},
                                        {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f},
                                        {0x205f, 0x205f}, {0x3000, 0x3000}};
    return IN_RANGES(code, spaces);
}

bool rt_code_ends_line(uint32_t code)
{
    return (code >= 10 && code <= 13) || (code >= 0x1c && code <= 0x1e) || code == 0x85 ||
           code == 0x2028 || code == 0x2029;
}

bool rt_code_is_alpha(uint32_t code)
{
    if (code < 0x80) return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    return in_categories(code, LETTERS);
}

/* ---- printable characters -------------------------------------------------------------------- */

typedef struct run_mark { /* the first character of a run, and where the run's length stands */
    uint32_t code, at;
} run_mark;

#include "value/unicode_printable.def"

static uint32_t run_length(const unsigned char **at)
{
    uint32_t length = 0;
    for (int shift = 0;; shift += 7) {
        length |= (uint32_t)(**at & 127) << shift;
        if (!(*(*at)++ & 128)) return length;
    }
}

bool rt_code_is_printable(uint32_t code)
{
    if (code < 0x80) return code >= ' ' && code != 0x7f;
    const run_mark *mark = &printable_marks[COUNT(printable_marks) - 1];
    while (code < mark->code) mark--;
    const unsigned char *at = &printable_runs[mark->at];
    bool printable = false; /* marks stand at an even number of runs */
    for (uint32_t next = mark->code; at < printable_runs + COUNT(printable_runs);) {
        next += run_length(&at);
        if (code < next) return printable;
        printable = !printable;
    }
    return printable;
}

/* ---- digits ---------------------------------------------------------------------------------- */

/* In runs of ten, or of several tens (the mathematical digits), zero first. Apart from the
 * categories: every program that reads numbers needs these. */
int rt_code_decimal_value(uint32_t code)
{
    static const code_range decimals[] = {
#include "value/unicode_decimals.def"
    };
    if (code < 0x80) return code >= '0' && code <= '9' ? (int)(code - '0') : -1;
    const code_range *run = find_range(code, decimals, COUNT(decimals));
    return run ? (int)((code - run->first) % 10) : -1;
}

bool rt_code_is_decimal(uint32_t code)
{
    return rt_code_decimal_value(code) >= 0;
}

bool rt_code_is_digit(uint32_t code)
{
    /* superscripts, circled digits and the like: Numeric_Type=Digit */
    static const code_range digits[] = {
#include "value/unicode_digits.def"
    };
    return rt_code_is_decimal(code) || (code >= 0x80 && IN_RANGES(code, digits));
}

bool rt_code_is_numeric(uint32_t code)
{
    /* ideographs and other letters that stand for numbers, outside the categories N* */
    static const code_range numerals[] = {
#include "value/unicode_numerals.def"
    };
    if (code < 0x80) return code >= '0' && code <= '9';
    return in_categories(code, BIT(Nd) | BIT(Nl) | BIT(No)) || IN_RANGES(code, numerals);
}

/* ---- case ------------------------------------------------------------------------------------ */

bool rt_code_is_upper(uint32_t code)
{
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    return category(code) == Lu || IN_RANGES(code, other_uppers);
}

bool rt_code_is_lower(uint32_t code)
{
    if (code < 0x80) return code >= 'a' && code <= 'z';
    return category(code) == Ll || IN_RANGES(code, other_lowers);
}

bool rt_code_is_title(uint32_t code)
{
    return code >= 0x80 && category(code) == Lt;
}

bool rt_code_is_cased(uint32_t code)
{
    return rt_code_is_upper(code) || rt_code_is_lower(code) || rt_code_is_title(code);
}

bool rt_code_is_case_ignorable(uint32_t code)
{
    static const char ignorable[] = "'.:^`"; /* of ASCII */
    if (code < 0x80) return code && strchr(ignorable, (int)code);
    return in_categories(code, BIT(Mn) | BIT(Me) | BIT(Cf) | BIT(Lm) | BIT(Sk)) || code == 0xb7 ||
           code == 0x2018 || code == 0x2019 || code == 0x2024 || code == 0x2027 || code == 0x387;
}

static const special_case special_upper[] = {
#define SPECIAL_CASE(code, upper, title) {code, upper},
#define M(...)                                                                                     \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#include "value/unicode_case.def"
#undef SPECIAL_CASE
};

static const special_case special_title[] = {
#define SPECIAL_CASE(code, upper, title) {code, title},
#include "value/unicode_case.def"
#undef SPECIAL_CASE
#undef M
};

static size_t map_special(const special_case *table, size_t count, uint32_t code, uint32_t out[3])
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || table[low].code != code) return 0;
    size_t length = 0;
    for (; length < 3 && table[low].to[length]; length++) out[length] = table[low].to[length];
    return length;
}

#define MAP_SPECIAL(table, code, out) map_special(table, COUNT(table), code, out)

size_t rt_code_upper(uint32_t code, uint32_t out[3])
{
    size_t length = code < 0x80 ? 0 : MAP_SPECIAL(special_upper, code, out);
    if (length) return length;
    out[0] = mapped(code, FIND_MAPPING(code, uppers));
    return 1;
}

size_t rt_code_title(uint32_t code, uint32_t out[3])
{
    size_t length = code < 0x80 ? 0 : MAP_SPECIAL(special_title, code, out);
    if (length) return length;
    const mapping_range *title = FIND_MAPPING(code, titles);
    out[0] = mapped(code, title ? title : FIND_MAPPING(code, uppers));
    return 1;
}

size_t rt_code_lower(uint32_t code, uint32_t out[3])
{
    if (code == 0x130) { /* the one capital whose small form is two code points */
        out[0] = 'i';
        out[1] = 0x307;
        return 2;
    }
    out[0] = mapped(code, FIND_MAPPING(code, lowers));
    return 1;
}

size_t rt_code_fold(uint32_t code, uint32_t out[3])
{
    size_t length = code < 0x80 ? 0 : MAP_SPECIAL(folds, code, out);
    return length ? length : rt_code_lower(code, out);
}

/* ---- names ----------------------------------------------------------------------------------- */

#define STARTS (LETTERS | BIT(Nl))
#define CONTINUES (STARTS | BIT(Mn) | BIT(Mc) | BIT(Nd) | BIT(Pc))

bool rt_code_starts_name(uint32_t code)
{
    if (code < 0x80) return rt_code_is_alpha(code) || code == '_';
    return in_categories(code, STARTS) ? !IN_RANGES(code, no_starts)
                                       : IN_RANGES(code, other_starts);
}

bool rt_code_continues_name(uint32_t code)
{
    if (code < 0x80) return rt_code_starts_name(code) || (code >= '0' && code <= '9');
    return in_categories(code, CONTINUES) ? !IN_RANGES(code, no_continues)
                                          : IN_RANGES(code, other_continues);
}

/* ---- numbers in any script ------------------------------------------------------------------- */

static size_t trim_space(const char **text, size_t size)
{
    const char *end = *text + size, *next = *text;
    while (*text < end && rt_code_is_space(rt_utf8_next(&next))) *text = next;
    for (const char *last = end; last > *text && rt_code_is_space(rt_utf8_previous(&last));)
        end = last;
    return (size_t)(end - *text);
}

bool rt_all_ascii(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] & 0x80) return false;
    return true;
}

bool rt_number_text(const char *text, size_t size, rt_ascii_number *out)
{
    size = trim_space(&text, size);
    *out = (rt_ascii_number){text, size, NULL};
    if (memchr(text, '\0', size)) return false;
    if (rt_all_ascii(text, size)) return true;
    char *copy = malloc(size + 1), *to = copy;
    for (const char *end = text + size; copy && text < end;) {
        uint32_t code = rt_utf8_next(&text);
        int digit = rt_code_decimal_value(code);
        if (digit < 0 && code >= 0x80) {
            free(copy);
            return false;
        }
        *to++ = digit >= 0 ? (char)('0' + digit) : (char)code;
    }
    if (!copy) return false;
    *to = '\0';
    *out = (rt_ascii_number){copy, (size_t)(to - copy), copy};
    return true;
}
