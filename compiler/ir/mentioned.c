/* Sets of names by id. See mentioned.h. */
#include "ir/mentioned.h"

#include <string.h>

#include "base/bitset.h"
#include "base/words.h"

struct mentioned_names {
    bitset names;     /* by id; what is newer than `count` counts as mentioned */
    bitset runtime;   /* by id: those that the runtime asks for whatever the program does */
    bitset constants; /* by index: those whose words have been noted */
    uint32_t count;
    bool all;
    bool protocols; /* isinstance() asks for what a class of the program defines */
};

/* Whether the program makes names of attributes up, or looks at all that an object has. */
static bool mentions_all(source *s)
{
    return source_makes_names(s) || strstr(s->text, "inspect") || strstr(s->text, "help(");
}

static void add(mentioned_names *names, name n)
{
    if (n->id < names->count) bitset_add(names->names, n->id);
}

mentioned_names *mentioned_names_new(ir_program *p)
{
    arena *a = &p->compilation->memory;
    mentioned_names *names = arena_new(a, mentioned_names);
    for (const char *const *n = runtime_asked_names; *n; n++)
        intern_text(&p->compilation->names, *n);
    names->count = p->compilation->names.count;
    names->names = bitset_new(a, names->count);
    names->constants = bitset_new(a, p->constants.count);
    names->runtime = bitset_new(a, names->count);
    for (const char *const *n = runtime_asked_names; *n; n++)
        bitset_add(names->runtime, intern_text(&p->compilation->names, *n)->id);
    bitset_copy(names->names, names->runtime);
    for (vec_each(ir_module *, m, &p->modules)) {
        if ((*m)->is_library) continue;
        names->all |= mentions_all((*m)->source);
        names->protocols |= source_has_word((*m)->source, "runtime_checkable");
    }
    return names;
}

static bool mention_words(mentioned_names *names, ir_program *p, const ir_constant *constant)
{
    const char *at = constant->value.text, *end = at + constant->value.length;
    if (constant->value.tag != AST_CONST_STR || bitset_has(names->constants, constant->index))
        return false;
    bitset_add(names->constants, constant->index);
    while (at < end) {
        const char *start = at;
        while (at < end && is_word_byte(*at)) at++;
        if (at > start) add(names, intern(&p->compilation->names, start, (size_t)(at - start)));
        while (at < end && !is_word_byte(*at)) at++;
    }
    return true;
}

static name attribute_of(const ir_instr *i)
{
    switch (i->op) {
    case IR_getattr:
    case IR_setattr:
    case IR_delattr:
    case IR_special:
    case IR_find_method:
    case IR_call_method:
    case IR_call_method_named:
    case IR_call_virtual:
    case IR_namespace_get: return i->aux.name;
    default: return NULL;
    }
}

bool mention_name(mentioned_names *names, name n)
{
    if (is_mentioned(names, n)) return false;
    add(names, n);
    return true;
}

bool mention_names_of(mentioned_names *names, ir_program *p, const ir_instr *i)
{
    name attribute = names->protocols && i->op == IR_namespace_put ? i->aux.name : attribute_of(i);
    bool fresh = attribute && mention_name(names, attribute);
    if (i->op == IR_namespace_put && !strcmp(i->aux.name->text, "__doc__")) return fresh;
    for (uint32_t a = 0; a < i->arg_count; a++)
        if (ir_is_constant(i->args[a]))
            fresh |= mention_words(names, p, &p->constants.items[ir_constant_index(i->args[a])]);
    return fresh;
}

void mention_all(mentioned_names *names)
{
    names->all = true;
}

bool is_mentioned(const mentioned_names *names, name n)
{
    bool is_special =
        n->length > 4 && !memcmp(n->text, "__", 2) && !memcmp(n->text + n->length - 2, "__", 2);
    return names->all || is_special || n->id >= names->count || bitset_has(names->names, n->id);
}

bool is_asked_by_program(const mentioned_names *names, name n)
{
    return n->id < names->count && bitset_has(names->names, n->id) &&
           !bitset_has(names->runtime, n->id);
}

bool is_all_mentioned(const mentioned_names *names)
{
    return names->all;
}
