/* re_pattern.c: re.Pattern: its program, and searching, splitting and replacing with it. */
#include "lib/re.h"

#include <stdlib.h>

#include "value/arguments.h"
#include "value/builder.h"
#include "value/bytes.h"
#include "value/generic_alias.h"
#include "value/list.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- programs -------------------------------------------------------------------------------- */

re_program *re_program_new(rt_value pattern, uint32_t flags)
{
    re_program *p = calloc(1, sizeof(*p));
    if (!p) abort();
    p->names = rt_dict_new();
    re_node *nodes = NULL;
    re_node *tree = re_parse(pattern, flags, p, &nodes);
    if (tree) re_compile(p, tree);
    while (nodes) {
        re_node *node = nodes;
        nodes = node->allocated;
        rt_free(node, sizeof(*node));
    }
    if (tree) return p;
    re_program_free(p);
    return NULL;
}

void re_program_free(re_program *p)
{
    for (uint32_t i = 0; i < p->set_count; i++) free(p->sets[i].items);
    free(p->sets);
    free(p->code);
    free(p->literals);
    RT_RELEASE(p->names);
    free(p);
}

/* ---- a text being searched ------------------------------------------------------------------- */

typedef struct searching {
    const re_program *program;
    rt_value pattern, string;
    rt_value owner; /* of the bytes being searched: the string, or a copy of a bytearray; owned */
    re_subject subject;
    int64_t pos, endpos;
    const char *at;           /* where the next search begins */
    const char *not_empty_at; /* the last match was empty and ended here */
    intptr_t *slots;
} searching;

static bool fits(const re_program *p, rt_value string)
{
    if (rt_is_str(string)) {
        if (p->text) return true;
        rt_raise_format(&rt_exc_TypeError, "cannot use a bytes pattern on a string-like object");
    } else if (rt_is_bytes_like(string)) {
        if (!p->text) return true;
        rt_raise_format(&rt_exc_TypeError, "cannot use a string pattern on a bytes-like object");
    } else {
        rt_raise_format(&rt_exc_TypeError, "expected string or bytes-like object, got '%T'",
                        string);
    }
    return false;
}

static bool clamp(rt_value given, int64_t otherwise, int64_t length, int64_t *out)
{
    *out = otherwise;
    if (given && !rt_index_clamped(given, out)) return false;
    if (*out < 0) *out = 0;
    if (*out > length) *out = length;
    return true;
}

/* pos and endpos: in characters, 0 = not given. False: raised; else close_search must follow. */
static bool open_search(searching *s, rt_value pattern, rt_value string, rt_value pos,
                        rt_value endpos)
{
    *s = (searching){.program = RE_PATTERN(pattern)->program, .pattern = pattern, .string = string};
    if (!fits(s->program, string)) return false;
    int64_t length = rt_is_str(string) ? rt_str_length(string) : (int64_t)RT_BYTES(string)->size;
    if (!clamp(pos, 0, length, &s->pos) || !clamp(endpos, length, length, &s->endpos)) return false;
    size_t size;
    const char *text;
    if (rt_is_str(string)) {
        text = rt_str_text(string, &size);
        s->subject.wide = !RT_STR_IS_ASCII(string);
        s->owner = rt_retained(string);
    } else {
        text = rt_bytes_text(string, &size);
        s->owner = rt_is_bytes(string) ? rt_retained(string) : rt_bytes_new(text, size);
        text = rt_bytes_text(s->owner, &size);
    }
    bool wide = s->subject.wide;
    s->subject.start = text;
    s->subject.end = text + (s->endpos == length ? size
                             : wide              ? rt_str_offset(string, (size_t)s->endpos)
                                                 : (size_t)s->endpos);
    s->at = text + (wide ? rt_str_offset(string, (size_t)s->pos) : (size_t)s->pos);
    s->slots = rt_alloc(s->program->slot_count * sizeof(intptr_t));
    return true;
}

static void close_search(searching *s)
{
    rt_free(s->slots, s->program->slot_count * sizeof(intptr_t));
    RT_RELEASE(s->owner);
}

/* The next match, in s->slots. */
static bool next_match(searching *s)
{
    if (s->at > s->subject.end) return false;
    if (!re_run(s->program, &s->subject, s->at, RE_SEARCH, s->not_empty_at, s->slots)) return false;
    s->at = s->subject.start + s->slots[1];
    s->not_empty_at = s->slots[0] == s->slots[1] ? s->at : NULL;
    return true;
}

static rt_value found_here(const searching *s)
{
    return re_found_new(s->pattern, s->string, s->pos, s->endpos, s->slots);
}

/* ---- one match ------------------------------------------------------------------------------- */

static rt_value find_one(rt_value self, rt_value string, rt_value pos, rt_value endpos, re_how how)
{
    searching s;
    if (!open_search(&s, self, string, pos, endpos)) return 0;
    bool found = s.at <= s.subject.end && re_run(s.program, &s.subject, s.at, how, NULL, s.slots);
    rt_value result = found ? found_here(&s) : rt_retained(RT_NONE);
    close_search(&s);
    return result;
}

rt_value rt_re_pattern_search(rt_value self, rt_value string, rt_value pos, rt_value endpos)
{
    return find_one(self, string, pos, endpos, RE_SEARCH);
}

rt_value rt_re_pattern_match(rt_value self, rt_value string, rt_value pos, rt_value endpos)
{
    return find_one(self, string, pos, endpos, RE_MATCH_HERE);
}

rt_value rt_re_pattern_fullmatch(rt_value self, rt_value string, rt_value pos, rt_value endpos)
{
    return find_one(self, string, pos, endpos, RE_FULL_MATCH);
}

/* ---- all matches ----------------------------------------------------------------------------- */

/* What findall lists of a match: its text, that of its group, or those of its groups. */
static rt_value texts_of(const searching *s, rt_value empty)
{
    uint32_t groups = s->program->groups;
    if (groups < 2) return re_group_text(s->owner, s->slots, groups, empty);
    rt_value texts = rt_tuple_new(groups);
    for (uint32_t g = 1; g <= groups; g++)
        RT_TUPLE(texts)->items[g - 1] = re_group_text(s->owner, s->slots, g, empty);
    return texts;
}

rt_value rt_re_pattern_findall(rt_value self, rt_value string, rt_value pos, rt_value endpos)
{
    searching s;
    if (!open_search(&s, self, string, pos, endpos)) return 0;
    rt_value empty = s.program->text ? rt_str_empty() : rt_bytes_new("", 0);
    rt_value list = rt_list_new(0);
    while (next_match(&s)) rt_list_push(list, texts_of(&s, empty));
    RT_RELEASE(empty);
    close_search(&s);
    return list;
}

rt_value rt_re_pattern_split(rt_value self, rt_value string, rt_value maxsplit)
{
    int64_t most = 0, done = 0;
    if (maxsplit && !rt_to_i64(maxsplit, &most)) return 0;
    searching s;
    if (!open_search(&s, self, string, 0, 0)) return 0;
    rt_value list = rt_list_new(0);
    intptr_t last = 0;
    for (; (most == 0 || done < most) && next_match(&s); done++) {
        rt_list_push(list, re_text_part(s.owner, last, s.slots[0]));
        for (uint32_t g = 1; g <= s.program->groups; g++)
            rt_list_push(list, re_group_text(s.owner, s.slots, g, RT_NONE));
        last = s.slots[1];
    }
    rt_list_push(list, re_text_part(s.owner, last, s.subject.end - s.subject.start));
    close_search(&s);
    return list;
}

/* ---- finditer -------------------------------------------------------------------------------- */

typedef struct match_iterator {
    rt_object head;
    searching s; /* its pattern and string are owned here */
} match_iterator;

static rt_value iterator_next(rt_value self)
{
    searching *s = &((match_iterator *)self)->s;
    return next_match(s) ? found_here(s) : 0;
}

static rt_value iterator_iter(rt_value self)
{
    return rt_retained(self);
}

static void iterator_dealloc(rt_object *self)
{
    searching *s = &((match_iterator *)self)->s;
    close_search(s);
    RT_RELEASE(s->pattern);
    RT_RELEASE(s->string);
    rt_free(self, sizeof(match_iterator));
}

rt_type rt_re_match_iterator_type = {
    .head = RT_TYPE_HEAD,
    .name = "callable_iterator",
    .size = sizeof(match_iterator),
    .base = &rt_object_type,
    .dealloc = iterator_dealloc,
    .iter = iterator_iter,
    .next = iterator_next,
};

rt_value rt_re_pattern_finditer(rt_value self, rt_value string, rt_value pos, rt_value endpos)
{
    searching s;
    if (!open_search(&s, self, string, pos, endpos)) return 0;
    RT_RETAIN(self);
    RT_RETAIN(string);
    match_iterator *it =
        (match_iterator *)rt_object_new(&rt_re_match_iterator_type, sizeof(match_iterator));
    it->s = s;
    return (rt_value)it;
}

/* ---- replacing ------------------------------------------------------------------------------- */

/* The pieces of a template, from the cache of one that the pattern keeps; borrowed. 0: raised. */
static rt_value pieces_of(rt_value self, rt_value template)
{
    re_pattern *p = RE_PATTERN(self);
    if (p->template == template) return p->template_pieces;
    rt_value pieces = re_template_parse(self, template);
    if (!pieces) return 0;
    RT_RELEASE_OPT(p->template);
    RT_RELEASE_OPT(p->template_pieces);
    p->template = rt_retained(template);
    return p->template_pieces = pieces;
}

/* What stands for a match: what the function says (None: nothing), or the pieces' texts. */
static bool add_replacement(searching *s, rt_value function, rt_value pieces, rt_value list)
{
    if (!function) return re_template_add(pieces, s->owner, s->slots, list);
    rt_value found = found_here(s);
    rt_value text = rt_call1(function, found);
    RT_RELEASE(found);
    if (!text) return false;
    if (text != RT_NONE)
        rt_list_push(list, text);
    else
        RT_RELEASE(text);
    return true;
}

/* The texts of the result, not joined yet; 0 = raised. */
static rt_value replace(searching *s, rt_value function, rt_value pieces, int64_t most,
                        int64_t *done)
{
    rt_value list = rt_list_new(0);
    intptr_t last = 0;
    for (*done = 0; (most == 0 || *done < most) && next_match(s); ++*done) {
        if (s->slots[0] > last) rt_list_push(list, re_text_part(s->owner, last, s->slots[0]));
        last = s->slots[1];
        if (!add_replacement(s, function, pieces, list)) {
            RT_RELEASE(list);
            return 0;
        }
    }
    intptr_t end = s->subject.end - s->subject.start;
    if (last < end) rt_list_push(list, re_text_part(s->owner, last, end));
    return list;
}

static rt_value substitute(rt_value self, rt_value repl, rt_value string, rt_value count,
                           int64_t *done)
{
    int64_t most = 0;
    if (count && !rt_to_i64(count, &most)) return 0;
    rt_value function = RT_IS_INT(repl) || !RT_TYPE(repl)->call ? 0 : repl, pieces = 0;
    if (!function && !(pieces = pieces_of(self, repl))) return 0;
    searching s;
    if (!open_search(&s, self, string, 0, 0)) return 0;
    RT_RETAIN_OPT(pieces);
    rt_value list = replace(&s, function, pieces, most, done);
    RT_RELEASE_OPT(pieces);
    close_search(&s);
    if (!list) return 0;
    rt_value result = re_join(s.program->text, list);
    RT_RELEASE(list);
    return result;
}

rt_value rt_re_pattern_sub(rt_value self, rt_value repl, rt_value string, rt_value count)
{
    return substitute(self, repl, string, count, &(int64_t){0});
}

rt_value rt_re_pattern_subn(rt_value self, rt_value repl, rt_value string, rt_value count)
{
    int64_t done;
    rt_value result = substitute(self, repl, string, count, &done);
    return result ? rt_tuple_of(2, (rt_value[]){result, rt_int_new(done)}) : 0;
}

/* ---- the type -------------------------------------------------------------------------------- */

rt_value rt_re_same(rt_value self)
{
    return rt_retained(self);
}

rt_value rt_re_same_deeply(rt_value self, rt_value memo)
{
    (void)memo;
    return rt_retained(self);
}

static rt_value get_pattern(rt_value self)
{
    return rt_retained(RE_PATTERN(self)->pattern);
}

static rt_value get_flags(rt_value self)
{
    return RT_INT(RE_PATTERN(self)->program->flags);
}

static rt_value get_groups(rt_value self)
{
    return RT_INT(RE_PATTERN(self)->program->groups);
}

static rt_value get_groupindex(rt_value self)
{
    return rt_mapping_proxy_new(RE_PATTERN(self)->program->names);
}

/* re.compile('a', re.IGNORECASE) */
static rt_value pattern_repr(rt_value self)
{
    static const struct {
        uint32_t flag;
        const char *name;
    } names[] = {{RE_TEMPLATE, "re.TEMPLATE"}, {RE_IGNORECASE, "re.IGNORECASE"},
                 {RE_LOCALE, "re.LOCALE"},     {RE_MULTILINE, "re.MULTILINE"},
                 {RE_DOTALL, "re.DOTALL"},     {RE_UNICODE, "re.UNICODE"},
                 {RE_VERBOSE, "re.VERBOSE"},   {RE_DEBUG, "re.DEBUG"},
                 {RE_ASCII, "re.ASCII"}};
    const re_program *p = RE_PATTERN(self)->program;
    uint32_t flags = p->flags;
    if (p->text && (flags & (RE_UNICODE | RE_ASCII | RE_LOCALE)) == RE_UNICODE)
        flags &= ~(uint32_t)RE_UNICODE;
    rt_value text = rt_repr(RE_PATTERN(self)->pattern);
    if (!text) return 0;
    rt_value shown = rt_str_part(text, 0, rt_str_length(text) < 200 ? rt_str_length(text) : 200);
    rt_builder out;
    rt_builder_init(&out);
    rt_builder_add_c(&out, "re.compile(");
    rt_builder_add_str(&out, shown);
    const char *separator = ", ";
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (!(flags & names[i].flag)) continue;
        rt_builder_add_c(&out, separator);
        rt_builder_add_c(&out, names[i].name);
        separator = "|";
    }
    rt_builder_add_c(&out, ")");
    RT_RELEASE(text);
    RT_RELEASE(shown);
    return rt_builder_finish(&out);
}

static int64_t pattern_hash(rt_value self)
{
    int64_t hash = rt_hash(RE_PATTERN(self)->pattern);
    return hash == -1 ? -1 : hash ^ (int64_t)RE_PATTERN(self)->program->flags << 20;
}

static rt_value pattern_compare(rt_compare_op op, rt_value self, rt_value other)
{
    if ((op != RT_EQ && op != RT_NE) || RT_TYPE(other) != &rt_re_pattern_type)
        return rt_retained(RT_NOT_IMPLEMENTED);
    const re_pattern *a = RE_PATTERN(self), *b = RE_PATTERN(other);
    int equal = a->program->flags == b->program->flags ? rt_equal(a->pattern, b->pattern) : 0;
    return equal < 0 ? 0 : rt_retained(RT_BOOL(equal == (op == RT_EQ)));
}

static void pattern_dealloc(rt_object *self)
{
    re_pattern *p = (re_pattern *)self;
    re_program_free(p->program);
    RT_RELEASE(p->pattern);
    RT_RELEASE_OPT(p->template);
    RT_RELEASE_OPT(p->template_pieces);
    rt_free(p, sizeof(*p));
}

static const rt_getset_def pattern_getsets[] = {{"pattern", get_pattern, NULL},
                                                {"flags", get_flags, NULL},
                                                {"groups", get_groups, NULL},
                                                {"groupindex", get_groupindex, NULL},
                                                {NULL, NULL, NULL}};

static const rt_native_def pattern_methods[] = {
#include "lib/re_pattern.def"
    {0}};

rt_type rt_re_pattern_type = {
    .head = RT_TYPE_HEAD,
    .name = "re.Pattern",
    .size = sizeof(re_pattern),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = pattern_dealloc,
    .repr = pattern_repr,
    .hash = pattern_hash,
    .compare = pattern_compare,
    .methods = pattern_methods,
    .getsets = pattern_getsets,
};
