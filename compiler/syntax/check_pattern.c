/* The patterns of match statements: cases that can never be reached, and names bound twice, or
 * not in every alternative.
 */
#include <string.h>

#include "base/vec.h"
#include "syntax/check.h"

typedef VEC(name) name_set;

typedef struct checker {
    compilation *c;
    const source *s;
} checker;

#define ERROR(node, ...) diag_error(&k->c->diags, k->s, (node)->span, __VA_ARGS__)

static void check_pattern(checker *k, const ast_node *pattern, name_set *bound);

static bool contains(const name_set *set, name id)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->items[i] == id) return true;
    }
    return false;
}

static void bind(checker *k, const ast_node *at, name id, name_set *bound)
{
    if (!id) return;
    if (contains(bound, id))
        ERROR(at, "multiple assignments to name '%s' in pattern", id->text);
    else
        vec_push(bound, id);
}

static void check_list(checker *k, const ast_list *patterns, name_set *bound)
{
    for (uint32_t i = 0; i < patterns->count; i++) check_pattern(k, patterns->items[i], bound);
}

/* -- reachability ------------------------------------------------------------------------------ */

/* The capture or wildcard that makes a pattern match everything, or NULL. */
static const ast_node *irrefutable(const ast_node *pattern)
{
    if (pattern->kind == AST_MatchAs)
        return pattern->as.MatchAs.pattern ? irrefutable(pattern->as.MatchAs.pattern) : pattern;
    if (pattern->kind != AST_MatchOr) return NULL;
    const ast_list *alternatives = &pattern->as.MatchOr.patterns;
    return irrefutable(alternatives->items[alternatives->count - 1]);
}

static bool check_not_irrefutable(checker *k, const ast_node *pattern)
{
    const ast_node *capture = irrefutable(pattern);
    if (!capture) return true;
    if (capture->as.MatchAs.name)
        ERROR(capture, "name capture '%s' makes remaining patterns unreachable",
              capture->as.MatchAs.name->text);
    else
        ERROR(capture, "wildcard makes remaining patterns unreachable");
    return false;
}

/* -- kinds of patterns ------------------------------------------------------------------------- */

static bool same_names(const name_set *a, const name_set *b, uint32_t from)
{
    if (a->count != b->count) return false;
    for (uint32_t i = from; i < a->count; i++) {
        if (!contains(b, a->items[i])) return false;
    }
    return true;
}

/* Each alternative starts from the names bound around it, and all must end with the same. */
static void check_or(checker *k, const ast_node *pattern, name_set *bound)
{
    const ast_list *alternatives = &pattern->as.MatchOr.patterns;
    name_set first = {0};
    bool reachable = true;
    uint32_t around = bound->count;
    for (uint32_t i = 0; i < alternatives->count; i++) {
        name_set own = {0};
        for (uint32_t n = 0; n < around; n++) vec_push(&own, bound->items[n]);
        if (i + 1 < alternatives->count)
            reachable &= check_not_irrefutable(k, alternatives->items[i]);
        check_pattern(k, alternatives->items[i], &own);
        if (i == 0) {
            first = own;
            continue;
        }
        if (reachable && !same_names(&first, &own, around))
            ERROR(alternatives->items[i], "alternative patterns bind different names");
        vec_free(&own);
    }
    for (uint32_t n = around; n < first.count; n++) vec_push(bound, first.items[n]);
    vec_free(&first);
}

static void check_sequence(checker *k, const ast_node *pattern, name_set *bound)
{
    const ast_list *patterns = &pattern->as.MatchSequence.patterns;
    uint32_t stars = 0;
    for (uint32_t i = 0; i < patterns->count; i++)
        stars += patterns->items[i]->kind == AST_MatchStar;
    if (stars > 1) ERROR(pattern, "multiple starred names in sequence pattern");
    check_list(k, patterns, bound);
}

static bool same_constant(const ast_node *a, const ast_node *b)
{
    if (a->kind != AST_Constant || b->kind != AST_Constant) return false;
    const ast_constant *x = &a->as.Constant.value, *y = &b->as.Constant.value;
    if (x->tag != y->tag) return false;
    switch (x->tag) {
    case AST_CONST_INT:
        return x->fits && y->fits ? x->integer == y->integer : strcmp(x->text, y->text) == 0;
    case AST_CONST_FLOAT:
    case AST_CONST_COMPLEX: return x->number == y->number;
    case AST_CONST_STR:
    case AST_CONST_BYTES: return x->length == y->length && memcmp(x->text, y->text, x->length) == 0;
    default: return true;
    }
}

static void check_mapping(checker *k, const ast_node *pattern, name_set *bound)
{
    const struct ast_MatchMapping *m = &pattern->as.MatchMapping;
    for (uint32_t i = 0; i < m->keys.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            src_span key = m->keys.items[i]->span;
            if (same_constant(m->keys.items[i], m->keys.items[j]))
                ERROR(pattern, "mapping pattern checks duplicate key (%.*s)",
                      (int)(key.end - key.start), k->s->text + key.start);
        }
    }
    check_list(k, &m->patterns, bound);
    bind(k, pattern, m->rest, bound);
}

static void check_class(checker *k, const ast_node *pattern, name_set *bound)
{
    const struct ast_MatchClass *m = &pattern->as.MatchClass;
    for (uint32_t i = 0; i < m->kwd_attrs.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (m->kwd_attrs.items[i] == m->kwd_attrs.items[j])
                ERROR(m->kwd_patterns.items[i], "attribute name repeated in class pattern: %s",
                      m->kwd_attrs.items[i]->text);
        }
    }
    check_list(k, &m->patterns, bound);
    check_list(k, &m->kwd_patterns, bound);
}

static void check_pattern(checker *k, const ast_node *pattern, name_set *bound)
{
    switch (pattern->kind) {
    case AST_MatchOr: check_or(k, pattern, bound); break;
    case AST_MatchSequence: check_sequence(k, pattern, bound); break;
    case AST_MatchMapping: check_mapping(k, pattern, bound); break;
    case AST_MatchClass: check_class(k, pattern, bound); break;
    case AST_MatchStar: bind(k, pattern, pattern->as.MatchStar.name, bound); break;
    case AST_MatchAs:
        if (pattern->as.MatchAs.pattern) check_pattern(k, pattern->as.MatchAs.pattern, bound);
        bind(k, pattern, pattern->as.MatchAs.name, bound);
        break;
    default: break;
    }
}

void check_patterns(compilation *c, const source *s, const ast_node *match)
{
    checker k = {c, s};
    const ast_list *cases = &match->as.Match.cases;
    for (uint32_t i = 0; i < cases->count; i++) {
        const struct ast_match_case *m = &cases->items[i]->as.match_case;
        name_set bound = {0};
        if (i + 1 < cases->count && !m->guard) check_not_irrefutable(&k, m->pattern);
        check_pattern(&k, m->pattern, &bound);
        vec_free(&bound);
    }
}
