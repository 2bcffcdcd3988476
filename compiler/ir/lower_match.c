/* Lowering of match statements.
 *
 * In: Match nodes. Out: the cases tried one after the other; a pattern is a chain of tests that
 * leave for the next case, over the subject and over parts of it:
 *
 *     case Point(x=0, y=n) if n > 0:     t = match_class subject, Point, ("x", "y")
 *                                        is t None -> next;  test_compare == t[0], 0 -> next
 *                                        n = t[1];  n > 0 -> body, next
 *
 * Captures become variables only when the whole pattern has matched, before the guard, as in
 * CPython. Until then they are temporaries; alternatives (a | b) share those of their captures. */
#include "ir/lower_internal.h"

typedef struct capture {
    name name;
    ir_ref slot;
    src_span at;
} capture;

typedef struct matcher {
    lowerer *l;
    VEC(capture) captures;
    uint32_t alternatives; /* how many a | b are around */
} matcher;

static void match_pattern(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail);

/* -- tests -------------------------------------------------------------------------------- */

/* Goes on where the test is `wanted`, else to `fail`. */
static void require(matcher *m, ir_ref test, bool wanted, ir_block *fail, src_span at)
{
    ir_block *on = new_block(m->l, "match");
    branch_on(m->l, test, wanted ? on : fail, wanted ? fail : on, at);
    place_block(m->l, on);
}

static void require_equal(matcher *m, ir_ref subject, ir_ref value, ir_block *fail, src_span at)
{
    ir_ref test = emit_value(m->l, IR_test_compare, at, REFS(subject, value));
    last_instr(m->l)->aux.compare = AST_CMP_EQ;
    require(m, test, true, fail, at);
}

/* len(subject) is `count`, or at least that. */
static void require_length(matcher *m, ir_ref subject, uint32_t count, bool at_least,
                           ir_block *fail, src_span at)
{
    lowerer *l = m->l;
    ir_ref length = emit_value(l, IR_match_length, at, REFS(subject));
    ir_ref wanted = emit_word(l, count, at);
    require(m, emit_value(l, IR_word_less, at, REFS(length, wanted)), false, fail, at);
    if (!at_least)
        require(m, emit_value(l, IR_word_less, at, REFS(wanted, length)), false, fail, at);
}

static ir_ref item_of(matcher *m, ir_ref tuple, uint32_t index, src_span at)
{
    ir_ref item = emit_value(m->l, IR_tuple_item, at, REFS(tuple));
    last_instr(m->l)->aux.number = index;
    return item;
}

/* -- captures ----------------------------------------------------------------------------- */

static void capture_value(matcher *m, name n, ir_ref value, src_span at)
{
    for (vec_each(capture, c, &m->captures)) {
        if (c->name != n) continue;
        set_slot(m->l, c->slot, value, at, false);
        return;
    }
    capture made = {n, value, at};
    if (m->alternatives) {
        made.slot = new_temporary(m->l, REPR_VALUE);
        set_slot(m->l, made.slot, value, at, false);
    }
    vec_push_in(memory_of(m->l), &m->captures, made);
}

static void bind_captures(matcher *m)
{
    for (vec_each(capture, c, &m->captures)) store_name(m->l, c->name, c->slot, c->at, false);
}

/* -- patterns ----------------------------------------------------------------------------- */

static void match_value(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    ir_ref value = lower_expr(m->l, pattern->as.MatchValue.value);
    require_equal(m, subject, value, fail, pattern->span);
}

static void match_singleton(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    ir_ref value = ir_constant_of(m->l->p, pattern->as.MatchSingleton.value);
    require(m, emit_value(m->l, IR_is, pattern->span, REFS(subject, value)), true, fail,
            pattern->span);
}

static bool is_wildcard(const ast_node *pattern)
{
    if (pattern->kind == AST_MatchStar) return !pattern->as.MatchStar.name;
    return pattern->kind == AST_MatchAs && !pattern->as.MatchAs.name &&
           !pattern->as.MatchAs.pattern;
}

static bool all_wildcards(ast_list patterns)
{
    for (uint32_t i = 0; i < patterns.count; i++)
        if (!is_wildcard(patterns.items[i])) return false;
    return true;
}

static uint32_t star_index(ast_list patterns)
{
    uint32_t i = 0;
    while (i < patterns.count && patterns.items[i]->kind != AST_MatchStar) i++;
    return i;
}

static void match_sequence(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    ast_list patterns = pattern->as.MatchSequence.patterns;
    src_span at = pattern->span;
    uint32_t star = star_index(patterns), count = patterns.count;
    bool starred = star < count;
    require(m, emit_value(m->l, IR_match_sequence, at, REFS(subject)), true, fail, at);
    if (!starred || count > 1) require_length(m, subject, count - starred, starred, fail, at);
    if (all_wildcards(patterns)) return;
    ir_ref items = emit_value(m->l, starred ? IR_unpack_star : IR_unpack, at, REFS(subject));
    last_instr(m->l)->aux.number = starred ? star : count;
    last_instr(m->l)->aux.second = starred ? count - star - 1 : 0;
    for (uint32_t i = 0; i < count; i++)
        if (!is_wildcard(patterns.items[i]))
            match_pattern(m, patterns.items[i], item_of(m, items, i, at), fail);
}

static void match_mapping(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    const struct ast_MatchMapping *mapping = &pattern->as.MatchMapping;
    lowerer *l = m->l;
    src_span at = pattern->span;
    uint32_t count = mapping->keys.count;
    require(m, emit_value(l, IR_match_mapping, at, REFS(subject)), true, fail, at);
    if (!count && !mapping->rest) return;
    if (count) require_length(m, subject, count, true, fail, at);
    ir_ref keys = emit_value(l, IR_tuple, at, count, lower_exprs(l, mapping->keys, 0));
    if (count) {
        ir_ref values = emit_value(l, IR_match_keys, at, REFS(subject, keys));
        require(m, emit_is_none(l, values, at), false, fail, at);
        for (uint32_t i = 0; i < count; i++)
            match_pattern(m, mapping->patterns.items[i], item_of(m, values, i, at), fail);
    }
    if (!mapping->rest) return;
    ir_ref rest = emit_value(l, IR_match_rest, at, REFS(subject, keys));
    capture_value(m, mapping->rest, rest, at);
}

static void match_class(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    const struct ast_MatchClass *class_ = &pattern->as.MatchClass;
    lowerer *l = m->l;
    src_span at = pattern->span;
    uint32_t positional = class_->patterns.count, named = class_->kwd_attrs.count;
    ir_ref type = lower_expr(l, class_->cls);
    ir_ref *names = arena_array(memory_of(l), ir_ref, named);
    for (uint32_t i = 0; i < named; i++)
        names[i] = const_name(l, scope_mangle(l->program->c, l->scope, class_->kwd_attrs.items[i]));
    ir_ref name_tuple = emit_value(l, IR_tuple, at, named, names);
    ir_ref values = emit_value(l, IR_match_class, at, REFS(subject, type, name_tuple));
    last_instr(l)->aux.number = positional;
    require(m, emit_is_none(l, values, at), false, fail, at);
    for (uint32_t i = 0; i < positional + named; i++) {
        const ast_node *inner =
            i < positional ? class_->patterns.items[i] : class_->kwd_patterns.items[i - positional];
        if (!is_wildcard(inner)) match_pattern(m, inner, item_of(m, values, i, at), fail);
    }
}

static void match_star(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    (void)fail;
    capture_value(m, pattern->as.MatchStar.name, subject, pattern->span);
}

static void match_as(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    const struct ast_MatchAs *as = &pattern->as.MatchAs;
    if (as->pattern) match_pattern(m, as->pattern, subject, fail);
    if (as->name) capture_value(m, as->name, subject, pattern->span);
}

static void match_or(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    ast_list patterns = pattern->as.MatchOr.patterns;
    ir_block *matched = new_block(m->l, "matched");
    m->alternatives++;
    for (uint32_t i = 0; i < patterns.count; i++) {
        bool is_last = i + 1 == patterns.count;
        ir_block *next = is_last ? fail : new_block(m->l, "alternative");
        match_pattern(m, patterns.items[i], subject, next);
        jump_to(m->l, matched, pattern->span);
        if (!is_last) place_block(m->l, next);
    }
    m->alternatives--;
    place_block(m->l, matched);
}

typedef void pattern_matcher(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail);

static pattern_matcher *const pattern_matchers[AST_KIND_COUNT] = {
    [AST_MatchValue] = match_value,
    [AST_MatchSingleton] = match_singleton,
    [AST_MatchSequence] = match_sequence,
    [AST_MatchMapping] = match_mapping,
    [AST_MatchClass] = match_class,
    [AST_MatchStar] = match_star,
    [AST_MatchAs] = match_as,
    [AST_MatchOr] = match_or,
};

static void match_pattern(matcher *m, const ast_node *pattern, ir_ref subject, ir_block *fail)
{
    pattern_matchers[pattern->kind](m, pattern, subject, fail);
}

/* -- the statement ------------------------------------------------------------------------ */

static void lower_case(lowerer *l, const ast_node *n, ir_ref subject, ir_block *next,
                       ir_block *after)
{
    const struct ast_match_case *c = &n->as.match_case;
    matcher m = {.l = l};
    match_pattern(&m, c->pattern, subject, next);
    bind_captures(&m);
    if (c->guard) {
        ir_block *body = new_block(l, "case");
        lower_condition(l, c->guard, body, next);
        place_block(l, body);
    }
    lower_statements(l, c->body);
    jump_to(l, after, n->span);
    place_block(l, next);
}

void lower_match(lowerer *l, const ast_node *n)
{
    const struct ast_Match *match = &n->as.Match;
    ir_ref subject = keep_value(l, lower_expr(l, match->subject), n->span);
    ir_block *after = new_block(l, "end_match");
    for (uint32_t i = 0; i < match->cases.count; i++)
        lower_case(l, match->cases.items[i], subject, new_block(l, "next_case"), after);
    jump_to(l, after, n->span);
    place_block(l, after);
}
