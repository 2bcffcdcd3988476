/* Building the patterns of match statements. */
#include "syntax/build.h"

#define MAKE(kind, span, ...) make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})

static bool is_wildcard_name(name id)
{
    return id->length == 1 && id->text[0] == '_';
}

ast_node *make_match(parser *p, src_span first, ast_node *subject, ast_list cases)
{
    return MAKE(Match, cover(first, cases), subject, cases);
}

/* -- sequences --------------------------------------------------------------------------------- */

ast_node *close_patterns(parser *p, src_span span, ast_list patterns, bool comma)
{
    bool starred = patterns.items[0]->kind == AST_MatchStar;
    if (patterns.count == 1 && !comma && !starred) return patterns.items[0];
    if (patterns.count == 1 && !comma)
        parse_error(p, (src_span){span.end, span.end + 1}, "invalid syntax");
    return MAKE(MatchSequence, span, patterns);
}

ast_node *group_pattern(parser *p, src_span span, ast_list patterns, bool comma)
{
    bool one = patterns.count == 1 && !comma && patterns.items[0]->kind != AST_MatchStar;
    return one ? patterns.items[0] : MAKE(MatchSequence, span, patterns);
}

/* -- names ------------------------------------------------------------------------------------- */

ast_node *make_capture(parser *p, src_span span, name id)
{
    return MAKE(MatchAs, span, NULL, is_wildcard_name(id) ? NULL : id);
}

ast_node *make_star_pattern(parser *p, src_span span, name id)
{
    return MAKE(MatchStar, span, is_wildcard_name(id) ? NULL : id);
}

ast_node *make_as_pattern(parser *p, src_span span, ast_node *pattern, name id, src_span id_span)
{
    if (is_wildcard_name(id)) parse_error(p, id_span, "cannot use '_' as a target");
    return MAKE(MatchAs, span, pattern, id);
}

/* -- alternatives ------------------------------------------------------------------------------ */

/* A group in parentheses keeps its own alternatives; its span then begins behind the bracket. */
ast_node *make_or_pattern(parser *p, src_span span, ast_node *left, ast_node *right)
{
    bool continues = left->kind == AST_MatchOr && left->span.start == span.start;
    if (!continues) return MAKE(MatchOr, span, list_add(p, list_one(p, left), right));
    left->as.MatchOr.patterns = list_add(p, left->as.MatchOr.patterns, right);
    return respan(left, span);
}

/* -- literals ---------------------------------------------------------------------------------- */

ast_node *make_string_pattern(parser *p, src_span span, ast_list strings)
{
    ast_node *value = join_strings(p, span, strings);
    if (value->kind == AST_JoinedStr)
        parse_error(p, span, "patterns may only match literals and attribute lookups");
    return MAKE(MatchValue, span, value);
}

static bool is_imaginary(const ast_node *number)
{
    if (number->kind == AST_UnaryOp) number = number->as.UnaryOp.operand;
    return number->as.Constant.value.tag == AST_CONST_COMPLEX;
}

ast_node *make_complex_pattern(parser *p, src_span span, ast_node *real, ast_operator op,
                               ast_node *imaginary)
{
    if (is_imaginary(real))
        parse_error(p, real->span, "real number required in complex literal");
    else if (!is_imaginary(imaginary))
        parse_error(p, imaginary->span, "imaginary number required in complex literal");
    return MAKE(BinOp, span, real, op, imaginary);
}

/* A mapping's key is an expression, where a pattern would be a MatchValue or MatchSingleton. */
ast_node *literal_of_pattern(parser *p, ast_node *pattern)
{
    if (pattern->kind == AST_MatchValue) return pattern->as.MatchValue.value;
    return MAKE(Constant, pattern->span, pattern->as.MatchSingleton.value, NULL);
}

/* -- mappings and classes ---------------------------------------------------------------------- */

name mapping_rest(parser *p, src_span span, name rest)
{
    if (is_wildcard_name(rest)) parse_error(p, span, "invalid syntax");
    return rest;
}

ast_node *add_mapping_pattern(parser *p, ast_node *mapping, ast_node *key, ast_node *pattern)
{
    struct ast_MatchMapping *fields = &mapping->as.MatchMapping;
    fields->keys = list_add(p, fields->keys, key);
    fields->patterns = list_add(p, fields->patterns, pattern);
    return mapping;
}

ast_node *add_class_pattern(parser *p, ast_node *class_pattern, name attr, ast_node *pattern)
{
    struct ast_MatchClass *fields = &class_pattern->as.MatchClass;
    if (attr) {
        fields->kwd_attrs = names_add(p, fields->kwd_attrs, attr);
        fields->kwd_patterns = list_add(p, fields->kwd_patterns, pattern);
        return class_pattern;
    }
    if (fields->kwd_attrs.count)
        parse_error(p, pattern->span, "positional patterns follow keyword patterns");
    fields->patterns = list_add(p, fields->patterns, pattern);
    return class_pattern;
}
