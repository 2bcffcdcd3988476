/* re_parse.c: the text of a pattern as a tree.
 *
 * In: a str or bytes and flags. Out: nodes; the program's sets, names, number of groups and final
 * flags. Raises re.error in CPython's words, with the place. A token is a character, or a
 * backslash and the character after it. */
#include "lib/re_parse.h"

#include <stdarg.h>
#include <stdlib.h>

#include "value/bytes.h"
#include "value/str.h"
#include "value/unicode.h"

enum { MAX_DEPTH = 1000 };

/* ---- errors ---------------------------------------------------------------------------------- */

void *re_fail_at(re_parser *p, int64_t position, const char *format, ...)
{
    if (p->failed) return NULL;
    va_list args;
    va_start(args, format);
    rt_value message = rt_str_vformat(format, args);
    va_end(args);
    p->failed = true;
    if (message) re_raise(message, p->pattern, position);
    return NULL;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

void re_advance(re_parser *p)
{
    if (p->index >= p->length) {
        p->next = RE_END;
        return;
    }
    uint32_t c = p->text[p->index++];
    if (c != '\\') {
        p->next = c;
    } else if (p->index < p->length) {
        p->next = RE_ESCAPED | p->text[p->index++];
    } else {
        p->next = RE_END;
        re_fail_at(p, (int64_t)p->length - 1, "bad escape (end of pattern)");
    }
}

int64_t re_tell(const re_parser *p)
{
    if (p->next == RE_END) return (int64_t)p->index;
    return (int64_t)p->index - (p->next & RE_ESCAPED ? 2 : 1);
}

uint32_t re_take(re_parser *p)
{
    uint32_t token = p->next;
    re_advance(p);
    return token;
}

bool re_accept(re_parser *p, uint32_t token)
{
    if (p->next != token) return false;
    re_advance(p);
    return true;
}

static void seek(re_parser *p, int64_t index)
{
    p->index = (size_t)index;
    re_advance(p);
}

/* Owned; part of the pattern as a str. */
rt_value re_text_between(const re_parser *p, int64_t start, int64_t end)
{
    rt_builder text;
    rt_builder_init(&text);
    for (int64_t i = start; i < end; i++) rt_builder_add_code(&text, p->text[i]);
    return rt_builder_finish(&text);
}

/* ---- nodes ----------------------------------------------------------------------------------- */

re_node *re_new_node(re_parser *p, re_node_kind kind, uint32_t flags)
{
    re_node *node = rt_alloc(sizeof(*node));
    *node = (re_node){.kind = (uint8_t)kind, .flags = (uint16_t)flags, .allocated = *p->nodes};
    *p->nodes = node;
    return node;
}

static uint64_t saturated(uint64_t n)
{
    const uint64_t limit = (uint64_t)1 << 40;
    return n < limit ? n : limit;
}

static re_width either(re_width a, re_width b)
{
    return (re_width){a.least < b.least ? a.least : b.least, a.most > b.most ? a.most : b.most};
}

/* Of the children, one of which matches. */
static re_width width_of_branch(const re_node *node, const re_width *groups)
{
    re_width width = re_node_width(node->child, groups);
    for (const re_node *n = node->child->next; n; n = n->next)
        width = either(width, re_node_width(n, groups));
    return width;
}

static re_width width_of_repeat(const re_node *node, const re_width *groups)
{
    re_width once = re_node_width(node->child, groups);
    return (re_width){saturated(once.least * node->min), node->max == RE_NO_LIMIT && once.most
                                                             ? saturated(UINT64_MAX)
                                                             : saturated(once.most * node->max)};
}

static re_width width_of_sequence(const re_node *node, const re_width *groups)
{
    re_width width = {0, 0};
    for (const re_node *n = node->child; n; n = n->next) {
        re_width part = re_node_width(n, groups);
        width.least = saturated(width.least + part.least);
        width.most = saturated(width.most + part.most);
    }
    return width;
}

re_width re_node_width(const re_node *node, const re_width *groups)
{
    switch ((re_node_kind)node->kind) {
    case RE_NODE_CHAR:
    case RE_NODE_ANY:
    case RE_NODE_SET: return (re_width){1, 1};
    case RE_NODE_BACKREF: return groups[node->value];
    case RE_NODE_SEQUENCE: return width_of_sequence(node, groups);
    case RE_NODE_BRANCH: return width_of_branch(node, groups);
    case RE_NODE_GROUP:
    case RE_NODE_ATOMIC: return re_node_width(node->child, groups);
    case RE_NODE_REPEAT: return width_of_repeat(node, groups);
    case RE_NODE_IF:
        return either(re_node_width(node->child, groups),
                      node->otherwise ? re_node_width(node->otherwise, groups) : (re_width){0, 0});
    case RE_NODE_EMPTY:
    case RE_NODE_AT:
    case RE_NODE_LOOK: break;
    }
    return (re_width){0, 0};
}

/* ---- groups ---------------------------------------------------------------------------------- */

static uint32_t open_group(re_parser *p)
{
    uint32_t group = ++p->program->groups;
    p->widths = realloc(p->widths, (group + 1) * sizeof(*p->widths));
    p->open = realloc(p->open, (group + 1) * sizeof(*p->open));
    if (!p->widths || !p->open) abort();
    p->open[group] = true;
    p->widths[group] = (re_width){0, 0};
    return group;
}

bool re_group_may_be_referred_to(re_parser *p, uint32_t group, int64_t offset)
{
    if (p->open[group]) {
        re_fail_at(p, re_tell(p) - offset, "cannot refer to an open group");
        return false;
    }
    if (p->lookbehind_groups && group >= p->lookbehind_groups) {
        re_fail_at(p, re_tell(p),
                   "cannot refer to group defined in the same lookbehind subpattern");
        return false;
    }
    return true;
}

/* The name up to `terminator`, owned; 0 = failed. *length: in characters. */
static rt_value take_name(re_parser *p, uint32_t terminator, int64_t *length)
{
    int64_t start = re_tell(p), end = start;
    while (p->next != RE_END && p->next != terminator) {
        re_advance(p);
        end = re_tell(p);
    }
    *length = end - start;
    if (p->next == RE_END) {
        if (end == start)
            re_fail_at(p, end, "missing group name");
        else
            re_fail_at(p, start, "missing %c, unterminated name", (int)terminator);
        return 0;
    }
    re_advance(p);
    if (end == start) re_fail_at(p, re_tell(p) - 1, "missing group name");
    return p->failed ? 0 : re_text_between(p, start, end);
}

static bool is_identifier(const re_parser *p, int64_t start, int64_t length)
{
    if (!rt_code_starts_name(p->text[start])) return false;
    for (int64_t i = 1; i < length; i++)
        if (!rt_code_continues_name(p->text[start + i])) return false;
    return true;
}

/* A name followed by `terminator`: must be an identifier. Owned; 0 = failed. */
static rt_value take_identifier(re_parser *p, uint32_t terminator, int64_t *length)
{
    int64_t start = re_tell(p);
    rt_value name = take_name(p, terminator, length);
    if (!name || is_identifier(p, start, *length)) return name;
    re_fail_at(p, re_tell(p) - *length - 1, "bad character in group name %R", name);
    RT_RELEASE(name);
    return 0;
}

/* The number of a named group; 0 = failed. Consumes the name. */
static uint32_t group_named(re_parser *p, rt_value name, int64_t length)
{
    rt_value number = rt_dict_find(p->program->names, name);
    if (!number) re_fail_at(p, re_tell(p) - length - 1, "unknown group name %R", name);
    RT_RELEASE(name);
    return number ? (uint32_t)RT_INT_VALUE(number) : 0;
}

static bool name_group(re_parser *p, uint32_t group, rt_value name, int64_t length)
{
    rt_value before = rt_dict_find(p->program->names, name);
    if (!before) return rt_dict_store(p->program->names, name, RT_INT(group));
    re_fail_at(p, re_tell(p) - length - 1,
               "redefinition of group name %R as group %u; was group %d", name, group,
               (int)RT_INT_VALUE(before));
    return false;
}

/* ---- repetitions ----------------------------------------------------------------------------- */

static bool take_number(re_parser *p, uint32_t *out)
{
    uint64_t number = 0;
    bool found = false;
    for (; p->next >= '0' && p->next <= '9'; found = true) {
        number = number * 10 + (re_take(p) - '0');
        if (number >= RE_NO_LIMIT) number = RE_NO_LIMIT;
    }
    if (number == RE_NO_LIMIT && !p->failed) {
        p->failed = true;
        rt_raise_format(&rt_exc_OverflowError, "the repetition number is too large");
    }
    if (found) *out = (uint32_t)number;
    return found;
}

/* What stands behind a {. False: it is no repetition, but a plain brace. */
static bool take_counts(re_parser *p, int64_t here, uint32_t *min, uint32_t *max)
{
    if (p->next == '}') return false;
    int64_t digits = re_tell(p);
    take_number(p, min);
    bool has_least = re_tell(p) > digits;
    if (re_accept(p, ','))
        take_number(p, max);
    else if (has_least)
        *max = *min;
    if (!re_accept(p, '}')) {
        seek(p, here);
        return false;
    }
    if (*max < *min) re_fail_at(p, here, "min repeat greater than max repeat");
    return true;
}

/* Puts a repetition around the last item. `token`: what it was read as, taken already. */
static re_node *parse_repeat(re_parser *p, uint32_t token, uint32_t flags, re_node *last,
                             bool *is_literal)
{
    int64_t here = re_tell(p);
    uint32_t min = token == '+', max = token == '?' ? 1 : RE_NO_LIMIT;
    if (token == '{' && !take_counts(p, here, &min, &max)) {
        *is_literal = true;
        return NULL;
    }
    if (!last || last->kind == RE_NODE_AT) return re_fail_at(p, here - 1, "nothing to repeat");
    if (last->kind == RE_NODE_REPEAT) return re_fail_at(p, here - 1, "multiple repeat");
    re_node *repeat = re_new_node(p, RE_NODE_REPEAT, flags);
    repeat->min = min;
    repeat->max = max;
    repeat->child = last;
    repeat->mode = re_accept(p, '?') ? RE_LAZY : re_accept(p, '+') ? RE_POSSESSIVE : RE_GREEDY;
    return repeat;
}

/* ---- flags ----------------------------------------------------------------------------------- */

static uint32_t flag_of(uint32_t letter)
{
    static const struct {
        char letter;
        uint16_t flag;
    } flags[] = {{'i', RE_IGNORECASE}, {'L', RE_LOCALE}, {'m', RE_MULTILINE}, {'s', RE_DOTALL},
                 {'x', RE_VERBOSE},    {'a', RE_ASCII},  {'t', RE_TEMPLATE},  {'u', RE_UNICODE}};
    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
        if ((unsigned char)flags[i].letter == letter) return flags[i].flag;
    return 0;
}

enum { TYPE_FLAGS = RE_ASCII | RE_LOCALE | RE_UNICODE, WHOLE_FLAGS = RE_DEBUG | RE_TEMPLATE };

static void *refuse_flag(re_parser *p, uint32_t letter, const char *otherwise)
{
    if (letter == RE_END) return re_fail_at(p, re_tell(p), "%s", otherwise);
    bool alpha = !(letter & RE_ESCAPED) && rt_code_is_alpha(letter);
    return re_fail_at(p, re_tell(p) - (letter & RE_ESCAPED ? 2 : 1), "%s",
                      alpha ? "unknown flag" : otherwise);
}

/* Flags to turn on, `letter` the first; the token behind them, ) - or :, is the result. */
static uint32_t take_flags_on(re_parser *p, uint32_t letter, uint32_t *on)
{
    for (;;) {
        uint32_t flag = flag_of(letter);
        if (p->is_text && letter == 'L')
            re_fail_at(p, re_tell(p), "bad inline flags: cannot use 'L' flag with a str pattern");
        if (!p->is_text && letter == 'u')
            re_fail_at(p, re_tell(p), "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *on |= flag;
        if (flag & TYPE_FLAGS && (*on & TYPE_FLAGS) != flag)
            re_fail_at(p, re_tell(p), "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        letter = re_take(p);
        if (letter == ')' || letter == '-' || letter == ':' || p->failed) return letter;
        if (!flag_of(letter)) {
            refuse_flag(p, letter, "missing -, : or )");
            return letter;
        }
    }
}

static void take_flags_off(re_parser *p, uint32_t *off)
{
    uint32_t letter = re_take(p);
    if (!flag_of(letter)) {
        refuse_flag(p, letter, "missing flag");
        return;
    }
    while (!p->failed && letter != ':') {
        uint32_t flag = flag_of(letter);
        if (!flag)
            refuse_flag(p, letter, "missing :");
        else if (flag & TYPE_FLAGS)
            re_fail_at(p, re_tell(p), "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *off |= flag;
        letter = re_take(p);
    }
}

/* (?aimsx) sets *whole; (?aimsx-imsx: sets flags for its group. */
static void parse_flags(re_parser *p, uint32_t letter, uint32_t *on, uint32_t *off, bool *whole)
{
    uint32_t behind = letter == '-' ? letter : take_flags_on(p, letter, on);
    *whole = behind == ')';
    if (*whole || p->failed) return;
    if (*on & WHOLE_FLAGS)
        re_fail_at(p, re_tell(p) - 1, "bad inline flags: cannot turn on global flag");
    if (behind == '-') take_flags_off(p, off);
    if (*off & WHOLE_FLAGS)
        re_fail_at(p, re_tell(p) - 1, "bad inline flags: cannot turn off global flag");
    if (*on & *off) re_fail_at(p, re_tell(p) - 1, "bad inline flags: flag turned on and off");
}

/* ---- parentheses ----------------------------------------------------------------------------- */

static re_node *parse_branch(re_parser *p, uint32_t flags, uint32_t depth);
static re_node *parse_sequence(re_parser *p, uint32_t flags, uint32_t depth, bool first);

/* What a group holds, and its end. */
static re_node *parse_inside(re_parser *p, uint32_t flags, uint32_t depth, int64_t start)
{
    re_node *inside = parse_branch(p, flags, depth + 1);
    if (inside && !re_accept(p, ')'))
        return re_fail_at(p, start, "missing ), unterminated subpattern");
    return inside;
}

static re_node *parse_group(re_parser *p, uint32_t flags, uint32_t depth, int64_t start,
                            rt_value name, int64_t name_length)
{
    uint32_t group = open_group(p);
    if (name && !name_group(p, group, name, name_length)) return NULL;
    re_node *node = re_new_node(p, RE_NODE_GROUP, flags);
    node->value = group;
    node->child = parse_inside(p, flags, depth, start);
    if (!node->child) return NULL;
    p->open[group] = false;
    p->widths[group] = re_node_width(node->child, p->widths);
    return node;
}

static re_node *parse_around(re_parser *p, re_node_kind kind, uint32_t flags, uint32_t depth,
                             int64_t start)
{
    re_node *node = re_new_node(p, kind, flags);
    node->child = parse_inside(p, flags, depth, start);
    return node->child ? node : NULL;
}

/* (?=...) (?!...) (?<=...) (?<!...) */
static re_node *parse_look(re_parser *p, uint32_t token, uint32_t flags, uint32_t depth,
                           int64_t start)
{
    bool behind = token == '<';
    uint32_t groups_before = p->lookbehind_groups;
    if (behind) {
        token = re_take(p);
        if (token == RE_END) return re_fail_at(p, re_tell(p), "unexpected end of pattern");
        if (token != '=' && token != '!') {
            int64_t width = token & RE_ESCAPED ? 2 : 1;
            rt_value text = re_text_between(p, re_tell(p) - width, re_tell(p));
            re_fail_at(p, re_tell(p) - width - 2, "unknown extension ?<%V", text);
            RT_RELEASE(text);
            return NULL;
        }
        if (!groups_before) p->lookbehind_groups = p->program->groups + 1;
    }
    re_node *node = parse_around(p, RE_NODE_LOOK, flags, depth, start);
    p->lookbehind_groups = groups_before;
    if (!node) return NULL;
    node->behind = behind;
    node->negated = token == '!';
    return node;
}

/* (?P=name) */
static re_node *parse_named_backref(re_parser *p, uint32_t flags)
{
    int64_t length;
    rt_value name = take_identifier(p, ')', &length);
    uint32_t group = name ? group_named(p, name, length) : 0;
    if (!group || !re_group_may_be_referred_to(p, group, length + 1)) return NULL;
    re_node *node = re_new_node(p, RE_NODE_BACKREF, flags);
    node->value = group;
    return node;
}

static re_node *parse_python_extension(re_parser *p, uint32_t flags, uint32_t depth, int64_t start)
{
    if (re_accept(p, '=')) return parse_named_backref(p, flags);
    if (!re_accept(p, '<')) {
        uint32_t token = re_take(p);
        if (token == RE_END) return re_fail_at(p, re_tell(p), "unexpected end of pattern");
        int64_t width = token & RE_ESCAPED ? 2 : 1;
        rt_value text = re_text_between(p, re_tell(p) - width, re_tell(p));
        re_fail_at(p, re_tell(p) - width - 2, "unknown extension ?P%V", text);
        RT_RELEASE(text);
        return NULL;
    }
    int64_t length;
    rt_value name = take_identifier(p, '>', &length);
    if (!name) return NULL;
    re_node *node = parse_group(p, flags, depth, start, name, length);
    RT_RELEASE(name);
    return node;
}

/* The group that (?(...) asks for; 0 = failed. */
static uint32_t take_condition(re_parser *p)
{
    int64_t length, start = re_tell(p);
    rt_value name = take_name(p, ')', &length);
    if (!name) return 0;
    if (is_identifier(p, start, length)) return group_named(p, name, length);
    uint64_t number = 0;
    for (int64_t i = start; i < start + length && number < INT32_MAX; i++) {
        uint32_t digit = p->text[i] - '0';
        if (digit > 9) re_fail_at(p, start, "bad character in group name %R", name);
        number = number * 10 + digit;
    }
    RT_RELEASE(name);
    if (!number) re_fail_at(p, start, "bad group number");
    if (number >= INT32_MAX) re_fail_at(p, start, "invalid group reference %d", INT32_MAX);
    if (p->failed) return 0;
    if (number > p->highest_condition) {
        p->highest_condition = (uint32_t)number;
        p->highest_condition_at = start;
    }
    return (uint32_t)number;
}

static re_node *parse_condition(re_parser *p, uint32_t flags, uint32_t depth, int64_t start)
{
    uint32_t group = take_condition(p);
    if (!group) return NULL;
    if (p->lookbehind_groups &&
        (group > p->program->groups || !re_group_may_be_referred_to(p, group, 0)))
        return re_fail_at(p, re_tell(p), "cannot refer to an open group");
    re_node *node = re_new_node(p, RE_NODE_IF, flags);
    node->value = group;
    node->child = parse_sequence(p, flags, depth + 1, false);
    if (node->child && re_accept(p, '|')) {
        node->otherwise = parse_sequence(p, flags, depth + 1, false);
        if (p->next == '|')
            return re_fail_at(p, re_tell(p), "conditional backref with more than two branches");
    }
    if (p->failed) return NULL;
    if (!re_accept(p, ')')) return re_fail_at(p, start, "missing ), unterminated subpattern");
    return node;
}

static re_node *skip_comment(re_parser *p, int64_t start)
{
    for (;;) {
        uint32_t token = re_take(p);
        if (p->failed || token == ')') return NULL;
        if (token == RE_END) return re_fail_at(p, start, "missing ), unterminated comment");
    }
}

/* (?flags) for the whole pattern, which changes *flags and gives no node; (?flags:...) */
static re_node *parse_flagged(re_parser *p, uint32_t letter, uint32_t *flags, uint32_t depth,
                              int64_t start, bool at_start)
{
    uint32_t on = 0, off = 0;
    bool whole;
    parse_flags(p, letter, &on, &off, &whole);
    if (p->failed) return NULL;
    if (!whole) {
        uint32_t inner = *flags;
        if (on & TYPE_FLAGS) inner &= ~(uint32_t)TYPE_FLAGS;
        return parse_around(p, RE_NODE_GROUP, (inner | on) & ~off, depth, start);
    }
    if (!at_start) return re_fail_at(p, start, "global flags not at the start of the expression");
    p->program->flags |= on;
    *flags = p->program->flags;
    return NULL;
}

/* What an opening parenthesis begins. NULL without failure: a comment, or flags. */
static re_node *parse_parenthesis(re_parser *p, uint32_t *flags, uint32_t depth, bool at_start)
{
    int64_t start = re_tell(p) - 1;
    if (!re_accept(p, '?')) return parse_group(p, *flags, depth, start, 0, 0);
    uint32_t token = re_take(p);
    switch (token) {
    case 'P': return parse_python_extension(p, *flags, depth, start);
    case ':': return parse_around(p, RE_NODE_GROUP, *flags, depth, start);
    case '>': return parse_around(p, RE_NODE_ATOMIC, *flags, depth, start);
    case '#': return skip_comment(p, start);
    case '=':
    case '!':
    case '<': return parse_look(p, token, *flags, depth, start);
    case '(': return parse_condition(p, *flags, depth, start);
    case RE_END: return re_fail_at(p, re_tell(p), "unexpected end of pattern");
    default: break;
    }
    if (flag_of(token) || token == '-')
        return parse_flagged(p, token, flags, depth, start, at_start);
    int64_t width = token & RE_ESCAPED ? 2 : 1;
    rt_value text = re_text_between(p, re_tell(p) - width, re_tell(p));
    re_fail_at(p, re_tell(p) - width - 1, "unknown extension ?%V", text);
    RT_RELEASE(text);
    return NULL;
}

/* ---- sequences and alternatives -------------------------------------------------------------- */

static void skip_line(re_parser *p)
{
    while (p->next != RE_END && p->next != '\n') re_advance(p);
    re_advance(p);
}

static re_node *parse_place(re_parser *p, uint32_t token, uint32_t flags)
{
    bool lines = flags & RE_MULTILINE;
    re_node *node = re_new_node(p, RE_NODE_AT, flags);
    if (token == '^')
        node->value = lines ? RE_AT_LINE_START : RE_AT_START;
    else
        node->value = lines ? RE_AT_LINE_END : RE_AT_LAST_END;
    return node;
}

static re_node *parse_char(re_parser *p, uint32_t c, uint32_t flags)
{
    re_node *node = re_new_node(p, RE_NODE_CHAR, flags);
    node->value = c;
    return node;
}

/* One item that begins with `token`, taken already; not a repetition. */
static re_node *parse_item(re_parser *p, uint32_t token, uint32_t *flags, uint32_t depth,
                           bool at_start)
{
    if (token & RE_ESCAPED) return re_parse_escape(p, token & ~RE_ESCAPED, *flags);
    switch (token) {
    case '[': return re_parse_set(p, *flags);
    case '(': return parse_parenthesis(p, flags, depth, at_start);
    case '.': return re_new_node(p, RE_NODE_ANY, *flags);
    case '^':
    case '$': return parse_place(p, token, *flags);
    default: return parse_char(p, token, *flags);
    }
}

static bool is_pattern_space(uint32_t token)
{
    return token == ' ' || (token >= '\t' && token <= '\r');
}

static bool is_repeat(uint32_t token)
{
    return token == '*' || token == '+' || token == '?' || token == '{';
}

/* `first`: the first alternative of the whole pattern, where flags for it may stand. */
static re_node *parse_sequence(re_parser *p, uint32_t flags, uint32_t depth, bool first)
{
    re_node *sequence = re_new_node(p, RE_NODE_SEQUENCE, flags);
    re_node **end = &sequence->child, **last = NULL;
    while (!p->failed && p->next != RE_END && p->next != '|' && p->next != ')') {
        uint32_t token = re_take(p);
        if (flags & RE_VERBOSE && is_pattern_space(token)) continue;
        if (flags & RE_VERBOSE && token == '#') {
            skip_line(p);
            continue;
        }
        if (is_repeat(token)) {
            bool is_literal = false;
            re_node *repeat = parse_repeat(p, token, flags, last ? *last : NULL, &is_literal);
            if (repeat) {
                *last = repeat;
                end = &repeat->next;
            }
            if (!is_literal) continue;
        }
        re_node *item = is_repeat(token) ? parse_char(p, token, flags)
                                         : parse_item(p, token, &flags, depth, first && !last);
        if (!item) continue;
        last = end;
        *end = item;
        end = &item->next;
    }
    return p->failed ? NULL : sequence;
}

static re_node *parse_branch(re_parser *p, uint32_t flags, uint32_t depth)
{
    if (depth > MAX_DEPTH) {
        if (!p->failed) rt_raise_format(&rt_exc_RecursionError, "maximum recursion depth exceeded");
        p->failed = true;
        return NULL;
    }
    re_node *first = parse_sequence(p, flags, depth, depth == 0);
    if (!first || p->next != '|') return first;
    re_node *branch = re_new_node(p, RE_NODE_BRANCH, flags), *last = first;
    branch->child = first;
    while (!p->failed && re_accept(p, '|')) {
        last->next = parse_sequence(p, depth ? flags : p->program->flags, depth, false);
        if (!last->next) return NULL;
        last = last->next;
    }
    return branch;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* The pattern's characters; bytes count as Latin-1. */
static uint32_t *decode(rt_value pattern, bool is_text, size_t *length)
{
    size_t size;
    const char *at = is_text ? rt_str_text(pattern, &size) : rt_bytes_text(pattern, &size);
    const char *end = at + size;
    uint32_t *text = malloc((size + 1) * sizeof(*text));
    if (!text) abort();
    for (*length = 0; at < end; ++*length)
        text[*length] = is_text ? rt_utf8_next(&at) : (unsigned char)*at++;
    return text;
}

static bool flags_are_fine(bool is_text, uint32_t *flags)
{
    const char *wrong = NULL;
    if (is_text) {
        if (*flags & RE_LOCALE)
            wrong = "cannot use LOCALE flag with a str pattern";
        else if (*flags & RE_ASCII && *flags & RE_UNICODE)
            wrong = "ASCII and UNICODE flags are incompatible";
        else if (!(*flags & RE_ASCII))
            *flags |= RE_UNICODE;
    } else {
        if (*flags & RE_UNICODE)
            wrong = "cannot use UNICODE flag with a bytes pattern";
        else if (*flags & RE_LOCALE && *flags & RE_ASCII)
            wrong = "ASCII and LOCALE flags are incompatible";
    }
    if (wrong) rt_raise_format(&rt_exc_ValueError, "%s", wrong);
    return !wrong;
}

static re_node *parse_whole(re_parser *p)
{
    re_advance(p);
    if (p->failed) return NULL;
    re_node *tree = parse_branch(p, p->program->flags, 0);
    if (!tree || !flags_are_fine(p->is_text, &p->program->flags)) return NULL;
    if (p->next != RE_END) return re_fail_at(p, re_tell(p), "unbalanced parenthesis");
    if (p->highest_condition > p->program->groups)
        return re_fail_at(p, p->highest_condition_at, "invalid group reference %u",
                          p->highest_condition);
    return tree;
}

re_node *re_parse(rt_value pattern, uint32_t flags, re_program *program, re_node **nodes)
{
    re_parser p = {.pattern = pattern,
                   .is_text = rt_is_str(pattern),
                   .program = program,
                   .nodes = nodes,
                   .open = calloc(1, sizeof(bool)),
                   .widths = calloc(1, sizeof(re_width))};
    if (!p.open || !p.widths) abort();
    program->flags = flags;
    program->text = p.is_text;
    uint32_t *text = decode(pattern, p.is_text, &p.length);
    p.text = text;
    re_node *tree = parse_whole(&p);
    if (tree && !re_lookbehinds_are_fixed(*nodes, p.widths)) {
        re_fail_at(&p, -1, "look-behind requires fixed-width pattern");
        tree = NULL;
    }
    free(text);
    free(p.open);
    free(p.widths);
    return tree;
}
