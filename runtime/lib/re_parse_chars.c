/* re_parse_chars.c: the parts of patterns that stand for characters: escapes and sets. */
#include "lib/re_parse.h"

#include <stdlib.h>
#include <string.h>

/* ---- escapes --------------------------------------------------------------------------------- */

static bool is_octal(uint32_t token)
{
    return token >= '0' && token <= '7';
}

static bool is_decimal(uint32_t token)
{
    return token >= '0' && token <= '9';
}

static int hex_value(uint32_t token)
{
    if (is_decimal(token)) return (int)token - '0';
    if (token >= 'a' && token <= 'f') return (int)token - 'a' + 10;
    if (token >= 'A' && token <= 'F') return (int)token - 'A' + 10;
    return -1;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Raises with the text from `start` on, which the format's one %V takes. */
static bool fail_with_text(re_parser *p, int64_t start, const char *format)
{
    rt_value text = re_text_between(p, start, re_tell(p));
    re_fail_at(p, start, format, text);
    RT_RELEASE(text);
    return false;
}

/* Exactly `digits` hexadecimal digits. */
static bool take_hex(re_parser *p, int64_t start, int digits, uint32_t *out)
{
    *out = 0;
    for (int i = 0; i < digits; i++) {
        int digit = hex_value(p->next);
        if (digit < 0) return fail_with_text(p, start, "incomplete escape %V");
        *out = *out << 4 | (uint32_t)digit;
        re_advance(p);
    }
    return *out <= 0x10ffff || fail_with_text(p, start, "bad escape %V");
}

static bool take_octal(re_parser *p, int64_t start, uint32_t first, uint32_t *out)
{
    *out = first - '0';
    for (int i = 0; i < 2 && is_octal(p->next); i++) *out = *out * 8 + (re_take(p) - '0');
    if (*out <= 0377) return true;
    return fail_with_text(p, start, "octal escape value %V outside of range 0-0o377");
}

/* The letters that stand for one character; 0 = another. */
static uint32_t control_char(uint32_t letter)
{
    static const char letters[] = "abfnrtv\\", chars[] = "\a\b\f\n\r\t\v\\";
    const char *found = letter && letter < 128 ? strchr(letters, (int)letter) : NULL;
    return found ? (unsigned char)chars[found - letters] : 0;
}

/* What sets and the rest have in common. *out: the character. */
static bool take_char_escape(re_parser *p, int64_t start, uint32_t letter, uint32_t *out)
{
    if (letter == 'x') return take_hex(p, start, 2, out);
    if (letter == 'u' && p->is_text) return take_hex(p, start, 4, out);
    if (letter == 'U' && p->is_text) return take_hex(p, start, 8, out);
    if (is_letter(letter) || is_decimal(letter)) return fail_with_text(p, start, "bad escape %V");
    *out = letter;
    return true;
}

/* \d and its like as an item of a set. */
static bool category_item(uint32_t letter, re_set_item *item)
{
    static const char letters[] = "dswDSW";
    static const re_category categories[] = {RE_DIGIT, RE_SPACE, RE_WORD};
    const char *found = letter && letter < 128 ? strchr(letters, (int)letter) : NULL;
    if (!found) return false;
    size_t place = (size_t)(found - letters);
    *item = (re_set_item){.category = (uint8_t)categories[place % 3], .negated = place >= 3};
    return true;
}

/* ---- sets ------------------------------------------------------------------------------------ */

static re_node *new_set(re_parser *p, uint32_t flags, const re_set_item *items, uint32_t count,
                        bool negated)
{
    re_program *program = p->program;
    size_t size = (program->set_count + 1) * sizeof(re_set);
    program->sets = realloc(program->sets, size);
    re_set_item *kept = malloc((count + 1) * sizeof(*kept));
    if (!program->sets || !kept) abort();
    memcpy(kept, items, count * sizeof(*kept));
    re_set *set = &program->sets[program->set_count];
    bool unicode = p->is_text && !(flags & RE_ASCII);
    *set = (re_set){.negated = negated,
                    .ignore_case = flags & RE_IGNORECASE,
                    .unicode = unicode,
                    .count = count,
                    .items = kept};
    re_set_finish(set);
    re_node *node = re_new_node(p, RE_NODE_SET, flags);
    node->value = program->set_count++;
    return node;
}

typedef struct item_list {
    re_set_item *items;
    uint32_t count, capacity;
} item_list;

static void add_item(item_list *list, re_set_item item)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 8;
        list->items = realloc(list->items, list->capacity * sizeof(item));
        if (!list->items) abort();
    }
    list->items[list->count++] = item;
}

/* One end of a range, or an item by itself, whose token was taken. False: failed. */
static bool take_set_item(re_parser *p, uint32_t token, re_set_item *item)
{
    uint32_t c = token;
    if (token & RE_ESCAPED) {
        int64_t start = re_tell(p) - 2;
        uint32_t letter = token & ~RE_ESCAPED;
        if (category_item(letter, item)) return true;
        c = control_char(letter);
        if (!c && is_octal(letter) && !take_octal(p, start, letter, &c)) return false;
        if (!c && !is_octal(letter) && !take_char_escape(p, start, letter, &c)) return false;
    }
    *item = (re_set_item){.category = RE_ONE_OF_RANGE, .low = c, .high = c};
    return true;
}

static int64_t token_width(uint32_t token)
{
    return token & RE_ESCAPED ? 2 : 1;
}

/* Names both ends by their first tokens: \x41 as \x. */
static bool fail_range(re_parser *p, int64_t low, int64_t low_width, int64_t high,
                       int64_t high_width)
{
    rt_value a = re_text_between(p, low, low + low_width);
    rt_value b = re_text_between(p, high, high + high_width);
    re_fail_at(p, re_tell(p) - low_width - 1 - high_width, "bad character range %V-%V", a, b);
    RT_RELEASE(a);
    RT_RELEASE(b);
    return false;
}

/* Behind "low-", where low begins at `start`: takes the other end. False: failed. */
static bool take_range(re_parser *p, uint32_t token, int64_t start, re_set_item *item)
{
    re_set_item high;
    int64_t width = token_width(token), high_start = re_tell(p) - width;
    if (!take_set_item(p, token, &high)) return false;
    bool plain = item->category == RE_ONE_OF_RANGE && high.category == RE_ONE_OF_RANGE;
    if (!plain || high.low < item->low)
        return fail_range(p, start, p->text[start] == '\\' ? 2 : 1, high_start, width);
    item->high = high.low;
    return true;
}

/* The items up to the closing bracket. False: failed. */
static bool take_set(re_parser *p, int64_t here, item_list *list)
{
    for (;;) {
        int64_t start = re_tell(p);
        uint32_t token = re_take(p);
        if (token == RE_END) break;
        if (token == ']' && list->count) return true;
        re_set_item item;
        if (!take_set_item(p, token, &item)) return false;
        if (re_accept(p, '-')) {
            token = re_take(p);
            if (token == RE_END) break;
            if (token != ']' && !take_range(p, token, start, &item)) return false;
            add_item(list, item);
            if (token != ']') continue;
            add_item(list, (re_set_item){.low = '-', .high = '-'});
            return true;
        }
        add_item(list, item);
    }
    re_fail_at(p, here, "unterminated character set");
    return false;
}

re_node *re_parse_set(re_parser *p, uint32_t flags)
{
    int64_t here = re_tell(p) - 1;
    bool negated = re_accept(p, '^');
    item_list list = {NULL, 0, 0};
    re_node *node = NULL;
    if (take_set(p, here, &list) && !p->failed)
        node = new_set(p, flags, list.items, list.count, negated);
    free(list.items);
    return node;
}

/* ---- outside of sets ------------------------------------------------------------------------- */

static re_node *char_node(re_parser *p, uint32_t c, uint32_t flags)
{
    re_node *node = re_new_node(p, RE_NODE_CHAR, flags);
    node->value = c;
    return node;
}

static re_node *place_node(re_parser *p, uint32_t letter, uint32_t flags)
{
    re_node *node = re_new_node(p, RE_NODE_AT, flags);
    node->value = letter == 'A'   ? RE_AT_START
                  : letter == 'Z' ? RE_AT_END
                  : letter == 'b' ? RE_AT_BOUNDARY
                                  : RE_AT_NO_BOUNDARY;
    return node;
}

/* \1 to \99 are groups; three octal digits are a character. */
static re_node *parse_number(re_parser *p, int64_t start, uint32_t first, uint32_t flags)
{
    uint32_t group = first - '0';
    if (is_decimal(p->next)) {
        uint32_t second = re_take(p);
        if (is_octal(first) && is_octal(second) && is_octal(p->next)) {
            uint32_t c = (group * 8 + second - '0') * 8 + re_take(p) - '0';
            if (c <= 0377) return char_node(p, c, flags);
            fail_with_text(p, start, "octal escape value %V outside of range 0-0o377");
            return NULL;
        }
        group = group * 10 + second - '0';
    }
    if (group > p->program->groups)
        return re_fail_at(p, start + 1, "invalid group reference %u", group);
    if (!re_group_may_be_referred_to(p, group, re_tell(p) - start)) return NULL;
    re_node *node = re_new_node(p, RE_NODE_BACKREF, flags);
    node->value = group;
    return node;
}

re_node *re_parse_escape(re_parser *p, uint32_t letter, uint32_t flags)
{
    int64_t start = re_tell(p) - 2;
    re_set_item category;
    if (category_item(letter, &category)) return new_set(p, flags, &category, 1, false);
    if (letter == 'A' || letter == 'Z' || letter == 'b' || letter == 'B')
        return place_node(p, letter, flags);
    uint32_t c = control_char(letter);
    if (c) return char_node(p, c, flags);
    if (letter == '0') return take_octal(p, start, '0', &c) ? char_node(p, c, flags) : NULL;
    if (is_decimal(letter)) return parse_number(p, start, letter, flags);
    return take_char_escape(p, start, letter, &c) ? char_node(p, c, flags) : NULL;
}
