/* re_found.c: re.Match: what a pattern has matched, and where. */
#include "lib/re.h"

#include <string.h>

#include "value/arguments.h"
#include "value/bytes.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/tuple.h"

static const re_program *program_of(const re_found *m)
{
    return RE_PATTERN(m->pattern)->program;
}

static size_t kept_slots(const re_program *p)
{
    return re_last_group_slot(p) + 1;
}

static size_t found_size(const re_program *p)
{
    return sizeof(re_found) + kept_slots(p) * sizeof(intptr_t);
}

rt_value re_found_new(rt_value pattern, rt_value string, int64_t pos, int64_t endpos,
                      const intptr_t *slots)
{
    const re_program *p = RE_PATTERN(pattern)->program;
    re_found *m = (re_found *)rt_object_new(&rt_re_match_type, found_size(p));
    m->pattern = rt_retained(pattern);
    m->string = rt_retained(string);
    m->pos = pos;
    m->endpos = endpos;
    memcpy(m->slots, slots, kept_slots(p) * sizeof(intptr_t));
    return (rt_value)m;
}

/* ---- texts and places of groups -------------------------------------------------------------- */

rt_value re_text_part(rt_value string, intptr_t start, intptr_t end)
{
    size_t size;
    bool is_text = rt_is_str(string);
    const char *text = is_text ? rt_str_text(string, &size) : rt_bytes_text(string, &size);
    if (end > (intptr_t)size) end = (intptr_t)size; /* of a bytearray that shrank */
    if (start > end) start = end;
    bool whole = start == 0 && end == (intptr_t)size;
    if (whole && (RT_TYPE(string) == &rt_str_type || RT_TYPE(string) == &rt_bytes_type))
        return rt_retained(string);
    size = (size_t)(end - start);
    return is_text ? rt_str_new(text + start, size) : rt_bytes_new(text + start, size);
}

static bool is_set(const intptr_t *slots, uint32_t group)
{
    return slots[2 * group] >= 0 && slots[2 * group + 1] >= slots[2 * group];
}

rt_value re_group_text(rt_value string, const intptr_t *slots, uint32_t group, rt_value absent)
{
    if (!is_set(slots, group)) return rt_retained(absent);
    return re_text_part(string, slots[2 * group], slots[2 * group + 1]);
}

/* A byte offset in characters. */
static int64_t place_of(const re_found *m, intptr_t offset)
{
    if (!rt_is_str(m->string) || RT_STR_IS_ASCII(m->string)) return offset;
    return (int64_t)rt_str_index_of(m->string, (size_t)offset);
}

static int64_t edge(const re_found *m, uint32_t group, int which)
{
    return is_set(m->slots, group) ? place_of(m, m->slots[2 * group + (uint32_t)which]) : -1;
}

/* Which group a number or a name means. False: IndexError. */
static bool find_group(const re_found *m, rt_value key, uint32_t *group)
{
    const re_program *p = program_of(m);
    int64_t number = -1;
    if (rt_has_index(key)) {
        if (!rt_index_clamped(key, &number)) return false;
    } else {
        rt_value named = rt_dict_find(p->names, key);
        if (named)
            number = RT_INT_VALUE(named);
        else if (RT_RAISED())
            rt_clear_pending();
    }
    if (number < 0 || number > (int64_t)p->groups) {
        rt_raise_format(&rt_exc_IndexError, "no such group");
        return false;
    }
    *group = (uint32_t)number;
    return true;
}

/* ---- methods --------------------------------------------------------------------------------- */

static rt_value group_by_key(rt_value self, rt_value key)
{
    uint32_t group;
    if (!find_group(RE_FOUND(self), key, &group)) return 0;
    return re_group_text(RE_FOUND(self)->string, RE_FOUND(self)->slots, group, RT_NONE);
}

rt_value rt_re_match_group(rt_value self, rt_value keys)
{
    uint32_t count = RT_TUPLE(keys)->count;
    if (count == 0) return group_by_key(self, RT_INT(0));
    if (count == 1) return group_by_key(self, RT_TUPLE(keys)->items[0]);
    rt_value texts = rt_list_new(count);
    for (uint32_t i = 0; i < count; i++) {
        rt_value text = group_by_key(self, RT_TUPLE(keys)->items[i]);
        if (!text) {
            RT_RELEASE(texts);
            return 0;
        }
        rt_list_push(texts, text);
    }
    return rt_list_to_tuple(texts);
}

rt_value rt_re_match_groups(rt_value self, rt_value absent)
{
    const re_found *m = RE_FOUND(self);
    uint32_t groups = program_of(m)->groups;
    rt_value texts = rt_tuple_new(groups);
    for (uint32_t g = 1; g <= groups; g++)
        RT_TUPLE(texts)->items[g - 1] =
            re_group_text(m->string, m->slots, g, absent ? absent : RT_NONE);
    return texts;
}

rt_value rt_re_match_groupdict(rt_value self, rt_value absent)
{
    const re_found *m = RE_FOUND(self);
    rt_value texts = rt_dict_new(), name, number;
    for (uint32_t cursor = 0; rt_dict_iterate(program_of(m)->names, &cursor, &name, &number);) {
        uint32_t group = (uint32_t)RT_INT_VALUE(number);
        rt_value text = re_group_text(m->string, m->slots, group, absent ? absent : RT_NONE);
        rt_dict_put(texts, rt_retained(name), text);
    }
    return texts;
}

rt_value rt_re_match_start(rt_value self, rt_value key)
{
    uint32_t group = 0;
    if (key && !find_group(RE_FOUND(self), key, &group)) return 0;
    return RT_INT(edge(RE_FOUND(self), group, 0));
}

rt_value rt_re_match_end(rt_value self, rt_value key)
{
    uint32_t group = 0;
    if (key && !find_group(RE_FOUND(self), key, &group)) return 0;
    return RT_INT(edge(RE_FOUND(self), group, 1));
}

static rt_value span_of(const re_found *m, uint32_t group)
{
    return rt_tuple_of(2, (rt_value[]){RT_INT(edge(m, group, 0)), RT_INT(edge(m, group, 1))});
}

rt_value rt_re_match_span(rt_value self, rt_value key)
{
    uint32_t group = 0;
    if (key && !find_group(RE_FOUND(self), key, &group)) return 0;
    return span_of(RE_FOUND(self), group);
}

rt_value rt_re_match_expand(rt_value self, rt_value template)
{
    const re_found *m = RE_FOUND(self);
    rt_value pieces = re_template_parse(m->pattern, template);
    if (!pieces) return 0;
    rt_value list = rt_list_new(0);
    rt_value text = 0;
    if (re_template_add(pieces, m->string, m->slots, list))
        text = re_join(program_of(m)->text, list);
    RT_RELEASE(list);
    RT_RELEASE(pieces);
    return text;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static rt_value get_string(rt_value self)
{
    return rt_retained(RE_FOUND(self)->string);
}

static rt_value get_re(rt_value self)
{
    return rt_retained(RE_FOUND(self)->pattern);
}

static rt_value get_pos(rt_value self)
{
    return RT_INT(RE_FOUND(self)->pos);
}

static rt_value get_endpos(rt_value self)
{
    return RT_INT(RE_FOUND(self)->endpos);
}

static rt_value get_lastindex(rt_value self)
{
    intptr_t last = RE_FOUND(self)->slots[re_last_group_slot(program_of(RE_FOUND(self)))];
    return last < 0 ? rt_retained(RT_NONE) : RT_INT(last);
}

static rt_value get_lastgroup(rt_value self)
{
    const re_program *p = program_of(RE_FOUND(self));
    intptr_t last = RE_FOUND(self)->slots[re_last_group_slot(p)];
    rt_value name, number;
    for (uint32_t cursor = 0; rt_dict_iterate(p->names, &cursor, &name, &number);)
        if (RT_INT_VALUE(number) == last) return rt_retained(name);
    return rt_retained(RT_NONE);
}

static rt_value get_regs(rt_value self)
{
    const re_found *m = RE_FOUND(self);
    rt_value spans = rt_tuple_new(program_of(m)->groups + 1);
    for (uint32_t g = 0; g <= program_of(m)->groups; g++) RT_TUPLE(spans)->items[g] = span_of(m, g);
    return spans;
}

static rt_value found_repr(rt_value self)
{
    const re_found *m = RE_FOUND(self);
    rt_value text = re_group_text(m->string, m->slots, 0, RT_NONE);
    rt_value repr = rt_str_format("<re.Match object; span=(%lld, %lld), match=%R>",
                                  (long long)edge(m, 0, 0), (long long)edge(m, 0, 1), text);
    RT_RELEASE(text);
    return repr;
}

static void found_dealloc(rt_object *self)
{
    re_found *m = (re_found *)self;
    size_t size = found_size(program_of(m));
    RT_RELEASE(m->string);
    RT_RELEASE(m->pattern);
    rt_free(m, size);
}

static const rt_getset_def found_getsets[] = {{"string", get_string, NULL},
                                              {"re", get_re, NULL},
                                              {"pos", get_pos, NULL},
                                              {"endpos", get_endpos, NULL},
                                              {"lastindex", get_lastindex, NULL},
                                              {"lastgroup", get_lastgroup, NULL},
                                              {"regs", get_regs, NULL},
                                              {NULL, NULL, NULL}};

static const rt_native_def found_methods[] = {
#include "lib/re_match.def"
    {0}};

rt_type rt_re_match_type = {
    .head = RT_TYPE_HEAD,
    .name = "re.Match",
    .size = sizeof(re_found),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = found_dealloc,
    .repr = found_repr,
    .getitem = group_by_key,
    .methods = found_methods,
    .getsets = found_getsets,
};
