/* Sets of names by id. See mentioned.h. */
#include "ir/mentioned.h"

#include <string.h>

#include "base/bitset.h"
#include "base/words.h"

struct mentioned_names {
    bitset names;     /* by id; what is newer than `count` counts as mentioned */
    bitset constants; /* by index: those whose words have been noted */
    uint32_t count;
    bool all;
};

/* Whether the program makes names of attributes up, or looks at all that an object has. */
static bool mentions_all(const char *text)
{
    return text_makes_names(text) || strstr(text, "inspect") || strstr(text, "help(");
}

/* The methods that the runtime calls by name. */
static const char *const runtime_names[] = {"_drain",
                                            "_fail_incomplete",
                                            "_fail_overrun",
                                            "_fatal_error",
                                            "_read_all",
                                            "_read_eof",
                                            "_read_into_buffer",
                                            "_write_on",
                                            "add_done_callback",
                                            "cancel",
                                            "cancelled",
                                            "close",
                                            "context",
                                            "data_received",
                                            "derive",
                                            "exception",
                                            "feed_data",
                                            "fileno",
                                            "flush",
                                            "get",
                                            "get_event_loop",
                                            "insert",
                                            "items",
                                            "join",
                                            "keys",
                                            "name",
                                            "new_event_loop",
                                            "pause_reading",
                                            "readline",
                                            "result",
                                            "resume_reading",
                                            "send",
                                            "set_event_loop",
                                            "set_name",
                                            "shutdown",
                                            "sort",
                                            "submit",
                                            "throw",
                                            "values",
                                            "write",
                                            NULL};

const char *const *runtime_method_names(void)
{
    return runtime_names;
}

static void add(mentioned_names *names, name n)
{
    if (n->id < names->count) bitset_add(names->names, n->id);
}

mentioned_names *mentioned_names_new(ir_program *p)
{
    arena *a = &p->compilation->memory;
    mentioned_names *names = arena_new(a, mentioned_names);
    for (size_t i = 0; runtime_names[i]; i++) intern_text(&p->compilation->names, runtime_names[i]);
    names->count = p->compilation->names.count;
    names->names = bitset_new(a, names->count);
    names->constants = bitset_new(a, p->constants.count);
    for (size_t i = 0; runtime_names[i]; i++)
        add(names, intern_text(&p->compilation->names, runtime_names[i]));
    for (vec_each(ir_module *, m, &p->modules))
        if (!(*m)->is_library && mentions_all((*m)->source->text)) names->all = true;
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
    name attribute = attribute_of(i);
    bool fresh = attribute && mention_name(names, attribute);
    if (i->op == IR_namespace_put && !strcmp(i->aux.name->text, "__doc__")) return fresh;
    for (uint32_t a = 0; a < i->arg_count; a++)
        if (ir_is_constant(i->args[a]))
            fresh |= mention_words(names, p, &p->constants.items[ir_constant_index(i->args[a])]);
    return fresh;
}

bool is_mentioned(const mentioned_names *names, name n)
{
    bool is_special =
        n->length > 4 && !memcmp(n->text, "__", 2) && !memcmp(n->text + n->length - 2, "__", 2);
    return names->all || is_special || n->id >= names->count || bitset_has(names->names, n->id);
}
