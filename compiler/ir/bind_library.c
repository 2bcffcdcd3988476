/* Binding by a signature string of the library's tables. See bind_library.h. */
#include "ir/bind_library.h"

#include <string.h>

/* The C parameter that a keyword names, or -1. Parameters stand in source order: positional,
 * *args, keyword-only, **kwargs. */
static int32_t parameter_named(const library_signature *s, name n)
{
    for (uint32_t k = s->posonly; k < s->count; k++) {
        bool special = (s->star && k == s->positional) || (s->star_star && k + 1 == s->count);
        if (!special && s->name_lengths[k] == n->length &&
            memcmp(s->names[k], n->text, n->length) == 0)
            return (int32_t)k;
    }
    return -1;
}

bool library_bind(const library_row *row, const ir_instr *i, library_binding *out)
{
    library_signature s;
    if (!library_parse_signature(row->signature, &s)) return false;
    bool named = i->op == IR_call_named || i->op == IR_call_method_named;
    uint32_t keywords = named ? i->aux.name_count : 0, positional = i->arg_count - 1 - keywords;
    if (positional > s.positional && !s.star) return false;
    memset(out, 0, sizeof *out);
    out->count = s.count;
    for (uint32_t k = 0; k < s.count; k++)
        out->values[k] = k < positional && k < s.positional ? i->args[1 + k] : IR_NO_REF;
    for (uint32_t n = 0; n < keywords; n++) {
        int32_t k = parameter_named(&s, i->aux.names[n]);
        if (k < 0 || out->values[k] != IR_NO_REF) return false;
        out->values[k] = i->args[1 + positional + n];
    }
    if (s.star) {
        out->is_star[s.positional] = true;
        out->star_values = &i->args[1 + s.positional];
        out->star_count = positional > s.positional ? positional - s.positional : 0;
    }
    for (uint32_t k = 0; k < s.count; k++) {
        bool special = (s.star && k == s.positional) || (s.star_star && k + 1 == s.count);
        if (!special && out->values[k] == IR_NO_REF && !s.optional[k]) return false;
    }
    return true;
}
