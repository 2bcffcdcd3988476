/* The parser's state, and what its actions are made of: building nodes and refusing programs
 * that the grammar lets through.
 *
 * Everything here is called from parser.y with the values and spans of a rule's right side.
 */
#ifndef ASYNCC_SYNTAX_BUILD_H
#define ASYNCC_SYNTAX_BUILD_H

#include "syntax/layout.h"
#include "syntax/token.h"

typedef struct parser {
    compilation *c;
    const source *source;
    arena *memory;
    layout layout;
    VEC(token) line;       /* the logical line's tokens so far, for explaining mistakes */
    ast_node *module;      /* set when the whole file has been parsed */
    bool failed;           /* the current line has been reported; say no more about it */
    bool recovering;       /* the parser has just begun to skip tokens */
    uint32_t brackets_end; /* brackets open before here are known to be closed by here */
    int dropped_column;    /* of the outermost statement dropped for its mistakes, or -1 */
} parser;

/* Reports a mistake in the current line, unless one has been already. */
void parse_error(parser *p, src_span at, const char *format, ...) DIAG_PRINTF(3);

/* -- lists ------------------------------------------------------------------------------------- */

ast_list list_one(parser *p, ast_node *item);
ast_list list_add(parser *p, ast_list list, ast_node *item);
ast_list list_join(parser *p, ast_list list, ast_list more);
ast_names names_one(parser *p, name item);
ast_names names_add(parser *p, ast_names names, name item);

/* -- nodes in general -------------------------------------------------------------------------- */

/* A node with the fields that `fields`, a struct ast_<kind>, holds. */
ast_node *make_node(parser *p, ast_kind kind, src_span span, const void *fields);

/* A node of a kind without fields. */
ast_node *make_bare(parser *p, ast_kind kind, src_span span);

ast_node *make_name(parser *p, src_span span, name id);
ast_node *make_constant(parser *p, src_span span, ast_constant_tag tag);
ast_node *make_tuple(parser *p, src_span span, ast_list elements);

/* The only element when there is one without a comma, else a tuple. */
ast_node *one_or_tuple(parser *p, src_span span, ast_list list, bool comma);
ast_node *one_or_slice_tuple(parser *p, src_span span, ast_list list, bool comma);

ast_node *respan(ast_node *node, src_span span);
ast_node *parenthesise(ast_node *node);

/* From a first token to the last of a block's statements (or of two blocks'). */
src_span cover(src_span first, ast_list block);
src_span cover2(src_span first, ast_list block, ast_list other);

/* -- expressions ------------------------------------------------------------------------------- */

ast_node *make_group(parser *p, src_span span, ast_list elements);
ast_node *make_boolop(parser *p, src_span span, ast_boolop op, ast_node *left, ast_node *right);
ast_node *make_compare(parser *p, src_span span, ast_node *left, ast_cmpop op, ast_node *right);
ast_node *make_walrus(parser *p, src_span span, ast_node *target, ast_node *value);
ast_node *make_comp_for(parser *p, src_span span, ast_node *target, ast_node *iter, ast_list ifs,
                        bool is_async);
ast_node *comprehension_element(parser *p, src_span span, ast_list elements);
ast_node *add_dict_item(parser *p, ast_node *dict, ast_node *key, ast_node *value);
ast_node *refuse_assignment(parser *p, src_span span, ast_node *target, ast_node *value);
ast_node *refuse_double_star(parser *p, src_span span, ast_node *value);
ast_node *refuse_dict_unpacking(parser *p, src_span span, ast_node *value);

/* -- calls (build_call.c) ---------------------------------------------------------------------- */

ast_node *make_call(parser *p, src_span span, ast_node *callee, ast_list arguments);
ast_node *make_keyword(parser *p, src_span span, ast_node *target, ast_node *value, src_span equal);
ast_node *refuse_keyword_comprehension(parser *p, src_span target, src_span equal, ast_node *value);
ast_list check_arguments(parser *p, ast_list arguments, src_span comma);
void split_arguments(parser *p, ast_list arguments, ast_list *positional, ast_list *keywords);

/* -- parameters (build_call.c) ----------------------------------------------------------------- */

typedef enum parameter_kind {
    PARAMETER_PLAIN,
    PARAMETER_REST,     /* *name */
    PARAMETER_KEYWORDS, /* **name */
    PARAMETER_BARE_STAR,
    PARAMETER_SLASH
} parameter_kind;

struct parameter *make_parameter(parser *p, parameter_kind kind, src_span span, name id,
                                 ast_node *annotation, ast_node *value);
struct parameter *make_marker(parser *p, parameter_kind kind, src_span span);

/* Adds to the parameters so far (NULL before the first), which must be in an order Python has. */
struct parameters *add_parameter(parser *p, struct parameters *list, struct parameter *next);

/* The finished `arguments` node; NULL parameters are none. */
ast_node *make_arguments(parser *p, src_span span, struct parameters *list);

/* -- strings (build_string.c) ------------------------------------------------------------------ */

/* Adjacent literals as one: a Constant, or a JoinedStr when there is an f-string among them. */
ast_node *join_strings(parser *p, src_span span, ast_list pieces);

/* A replacement field after the f-string parts before it. */
ast_list add_field(parser *p, ast_list parts, src_span span, ast_node *value, ast_node *debug,
                   int conversion, ast_node *format_spec);

/* -- statements (build_statement.c) ------------------------------------------------------------ */

ast_node *make_assign(parser *p, src_span span, ast_list targets, ast_node *value);
ast_node *make_augmented(parser *p, src_span span, ast_node *target, int op, ast_node *value);
ast_node *make_annotated(parser *p, src_span span, ast_node *target, ast_node *annotation,
                         ast_node *value);
ast_node *make_delete(parser *p, src_span span, ast_node *targets);
ast_node *make_star_alias(parser *p, src_span span);
void refuse_trailing_comma(parser *p, src_span span);
name join_dotted(parser *p, name left, name right);

ast_node *make_if(parser *p, src_span first, ast_node *test, ast_list body, ast_node *rest);
ast_node *make_else(parser *p, src_span span, ast_list body);
ast_node *make_for(parser *p, src_span first, ast_node *target, ast_node *iter, ast_list body,
                   ast_list orelse);
ast_node *make_with(parser *p, src_span first, ast_list items, ast_list body);
ast_node *make_with_as(parser *p, src_span span, ast_node *value, ast_node *target);
ast_list as_with_items(parser *p, ast_list expressions);
ast_node *make_try(parser *p, src_span first, ast_list body, ast_list handlers, ast_list orelse,
                   ast_list finalbody);
ast_node *make_handler(parser *p, src_span first, ast_node *type, name id, ast_list body);
ast_node *make_star_handler(parser *p, src_span first, ast_node *type, name id, ast_list body);
ast_list add_handler(parser *p, ast_list handlers, ast_node *handler);
ast_node *one_type(parser *p, src_span span, ast_list types);
ast_list check_bases(parser *p, ast_list arguments);
ast_node *make_class(parser *p, src_span first, name id, ast_list arguments, ast_list body);
ast_node *make_async(src_span first, ast_node *statement);
ast_node *add_decorators(ast_node *definition, ast_list decorators);

/* -- patterns (build_pattern.c) ---------------------------------------------------------------- */

ast_node *make_match(parser *p, src_span first, ast_node *subject, ast_list cases);

/* The pattern of a `case`: one, or an open sequence of them. */
ast_node *close_patterns(parser *p, src_span span, ast_list patterns, bool comma);
ast_node *group_pattern(parser *p, src_span span, ast_list patterns, bool comma);
ast_node *make_capture(parser *p, src_span span, name id);
ast_node *make_star_pattern(parser *p, src_span span, name id);
ast_node *make_as_pattern(parser *p, src_span span, ast_node *pattern, name id, src_span id_span);
ast_node *make_or_pattern(parser *p, src_span span, ast_node *left, ast_node *right);
ast_node *make_string_pattern(parser *p, src_span span, ast_list strings);
ast_node *make_complex_pattern(parser *p, src_span span, ast_node *real, ast_operator op,
                               ast_node *imaginary);
ast_node *literal_of_pattern(parser *p, ast_node *pattern);
name mapping_rest(parser *p, src_span span, name rest);
ast_node *add_mapping_pattern(parser *p, ast_node *mapping, ast_node *key, ast_node *pattern);
ast_node *add_class_pattern(parser *p, ast_node *class_pattern, name attr, ast_node *pattern);

#endif
