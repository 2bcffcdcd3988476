/* The grammar of Python 3.11, for a pure push parser.
 *
 * In: tokens from layout. Out: parser->module.
 *
 * What keeps it free of conflicts: targets of assignments, loops, `with` and `del` are parsed as
 * expressions and checked afterwards (targets.c); keyword arguments are parsed as
 * expression = expression; `match` and `case` are told from names before they get here. Wherever
 * it costs no conflict, wrong programs are accepted too and refused by an action that can say
 * what is wrong; syntax_error.c explains the others.
 */
%require "3.8"
%define api.pure full
%define api.push-pull push
%define api.token.prefix {TOK_}
%define api.value.type {parse_value}
%define api.location.type {src_span}
%define parse.error custom
%define parse.lac full
%define lr.type ielr
%locations
%param {parser *p}

%code requires {
#include "syntax/build.h"
}

%code {
#include "syntax/syntax_error.h"
#include "syntax/targets.h"

static void yyerror(const src_span *at, parser *p, const char *message);

#define YYLLOC_DEFAULT(current, rhs, n)                                                            \
    ((current) = (n) ? (src_span){YYRHSLOC(rhs, 1).start, YYRHSLOC(rhs, n).end}                    \
                     : (src_span){YYRHSLOC(rhs, 0).end, YYRHSLOC(rhs, 0).end})

/* A node of the kind, its fields in the order of ast.def. */
#define MAKE(kind, span, ...)                                                                      \
    make_node(p, AST_##kind, (span), &(struct ast_##kind){__VA_ARGS__})
}

%token <name> NAME
%token <node> NUMBER STRING FSTRING_TEXT FIELD_DEBUG
%token <number> FIELD_CONVERSION AUGMENTED
%token FSTRING_START FSTRING_END FIELD_OPEN FIELD_SPEC FIELD_CLOSE
%token NEWLINE INDENT DEDENT
%token FALSE "False" NONE "None" TRUE "True" AND "and" AS "as" ASSERT "assert" ASYNC "async"
%token AWAIT "await" BREAK "break" CASE "case" CLASS "class" CONTINUE "continue" DEF "def"
%token DEL "del" ELIF "elif" ELSE "else" EXCEPT "except" FINALLY "finally" FOR "for" FROM "from"
%token GLOBAL "global" IF "if" IMPORT "import" IN "in" IS "is" LAMBDA "lambda" MATCH "match"
%token NONLOCAL "nonlocal" NOT "not" OR "or" PASS "pass" RAISE "raise" RETURN "return" TRY "try"
%token WHILE "while" WITH "with" YIELD "yield"
%token LPAREN "(" RPAREN ")" LBRACKET "[" RBRACKET "]" LBRACE "{" RBRACE "}"
%token COMMA "," COLON ":" SEMICOLON ";" DOT "." ELLIPSIS "..." ARROW "->"
%token PLUS "+" MINUS "-" STAR "*" SLASH "/" DOUBLE_SLASH "//" PERCENT "%" AT "@"
%token DOUBLE_STAR "**" LEFT_SHIFT "<<" RIGHT_SHIFT ">>" AMPERSAND "&" BAR "|" CARET "^" TILDE "~"
%token LESS "<" GREATER ">" LESS_EQUAL "<=" GREATER_EQUAL ">=" EQUAL_EQUAL "==" NOT_EQUAL "!="
%token EQUAL "=" COLON_EQUAL ":="

%left "or"
%left "and"
%precedence "not"
%left "|"
%left "^"
%left "&"
%left "<<" ">>"
%left "+" "-"
%left "*" "/" "//" "%" "@"
%precedence UNARY
%right "**"

%type <list> statements simple_line simple_statements block else_block decorators handlers
%type <list> equal_targets import_names import_name_list dotted_as_names with_items with_as_items
%type <list> star_list named_list targets slices bases arguments_opt call_arguments comp_fors comp_ifs
%type <list> strings fstring_parts exception_types patterns cases
%type <names> global_names
%type <node> compound_statement definition function_definition class_definition async_statement
%type <node> if_rest if_statement while_statement for_statement with_statement try_statement
%type <node> handler exception_type match_statement case_block guard subject
%type <node> simple_statement assignment annotated_value import_from import_name dotted_as_name
%type <node> with_item with_as_item annotation_opt returns_opt rhs
%type <node> star_expressions star_expression named_or_starred named_expression walrus expression
%type <node> disjunction comparison operation await_primary primary atom group display dict_items
%type <node> slice expression_opt call_argument loop_target target target_item comp_for yield_expression
%type <node> lambda string debug_opt format_spec_opt
%type <node> case_pattern pattern or_pattern closed_pattern sequence_item literal_pattern number_pattern
%type <node> signed_number dotted_pattern mapping_key mapping_items class_name class_arguments
%type <parameter> parameter lambda_parameter
%type <parameters> parameters parameters_opt lambda_parameters lambda_parameters_opt
%type <name> dotted_name
%type <number> comparison_operator dots conversion_opt

%start file

%%

file:
    statements                          { p->module = MAKE(Module, @$, $1, {0}); }

statements:
    %empty                              { $$ = (ast_list){0}; }
|   statements compound_statement       { $$ = list_add(p, $1, $2); }
|   statements simple_line              { $$ = list_join(p, $1, $2); }
|   statements recovered_statement      { $$ = $1; }

/* The layout of what follows a mistake is still known, so the block below a broken header is
   read for its own mistakes; its statements are dropped. */
recovered_statement:
    error NEWLINE                       { yyerrok; }
|   error NEWLINE INDENT { yyerrok; } statements DEDENT

simple_line:
    simple_statements NEWLINE           { $$ = $1; }
|   simple_statements ";" NEWLINE       { $$ = $1; }

simple_statements:
    simple_statement                       { $$ = list_one(p, $1); }
|   simple_statements ";" simple_statement { $$ = list_add(p, $1, $3); }

block:
    NEWLINE INDENT statements DEDENT    { $$ = $3; }
|   simple_line

/* -- simple statements ------------------------------------------------------------------------- */

simple_statement:
    star_expressions                    { $$ = MAKE(Expr, @$, $1); }
|   yield_expression                    { $$ = MAKE(Expr, @$, $1); }
|   assignment
|   "return"                            { $$ = MAKE(Return, @$, NULL); }
|   "return" star_expressions           { $$ = MAKE(Return, @$, $2); }
|   "raise"                             { $$ = MAKE(Raise, @$, NULL, NULL); }
|   "raise" expression                  { $$ = MAKE(Raise, @$, $2, NULL); }
|   "raise" expression "from" expression { $$ = MAKE(Raise, @$, $2, $4); }
|   "pass"                              { $$ = make_bare(p, AST_Pass, @$); }
|   "break"                             { $$ = make_bare(p, AST_Break, @$); }
|   "continue"                          { $$ = make_bare(p, AST_Continue, @$); }
|   "del" star_expressions              { $$ = make_delete(p, @$, $2); }
|   "assert" expression                 { $$ = MAKE(Assert, @$, $2, NULL); }
|   "assert" expression "," expression  { $$ = MAKE(Assert, @$, $2, $4); }
|   "global" global_names               { $$ = MAKE(Global, @$, $2); }
|   "nonlocal" global_names             { $$ = MAKE(Nonlocal, @$, $2); }
|   "import" dotted_as_names            { $$ = MAKE(Import, @$, $2); }
|   import_from

assignment:
    equal_targets rhs                   { $$ = make_assign(p, @$, $1, $2); }
|   star_expressions AUGMENTED rhs      { $$ = make_augmented(p, @$, $1, $2, $3); }
|   star_expressions ":" expression annotated_value { $$ = make_annotated(p, @$, $1, $3, $4); }

/* A yield expression is no target; refusing it here gives its own message. */
equal_targets:
    star_expressions "="                { $$ = list_one(p, $1); }
|   yield_expression "="                { $$ = list_one(p, $1); }
|   equal_targets star_expressions "="  { $$ = list_add(p, $1, $2); }
|   equal_targets yield_expression "="  { $$ = list_add(p, $1, $2); }

annotated_value:
    %empty                              { $$ = NULL; }
|   "=" rhs                             { $$ = $2; }

rhs:
    star_expressions
|   yield_expression

global_names:
    NAME                                { $$ = names_one(p, $1); }
|   global_names "," NAME               { $$ = names_add(p, $1, $3); }

/* -- imports ----------------------------------------------------------------------------------- */

dotted_name:
    NAME
|   dotted_name "." NAME                { $$ = join_dotted(p, $1, $3); }

dotted_as_names:
    dotted_as_name                      { $$ = list_one(p, $1); }
|   dotted_as_names "," dotted_as_name  { $$ = list_add(p, $1, $3); }

dotted_as_name:
    dotted_name                         { $$ = MAKE(alias, @$, $1, NULL); }
|   dotted_name "as" NAME               { $$ = MAKE(alias, @$, $1, $3); }

import_from:
    "from" dotted_name "import" import_names      { $$ = MAKE(ImportFrom, @$, $2, $4, 0); }
|   "from" dots dotted_name "import" import_names { $$ = MAKE(ImportFrom, @$, $3, $5, $2); }
|   "from" dots "import" import_names             { $$ = MAKE(ImportFrom, @$, NULL, $4, $2); }

dots:
    "."                                 { $$ = 1; }
|   "..."                               { $$ = 3; }
|   dots "."                            { $$ = $1 + 1; }
|   dots "..."                          { $$ = $1 + 3; }

import_names:
    "*"                                 { $$ = list_one(p, make_star_alias(p, @$)); }
|   import_name_list                    { $$ = $1; }
|   import_name_list ","                { $$ = $1; refuse_trailing_comma(p, @$); }
|   "(" import_name_list ")"            { $$ = $2; }
|   "(" import_name_list "," ")"        { $$ = $2; }

import_name_list:
    import_name                         { $$ = list_one(p, $1); }
|   import_name_list "," import_name    { $$ = list_add(p, $1, $3); }

import_name:
    NAME                                { $$ = MAKE(alias, @$, $1, NULL); }
|   NAME "as" NAME                      { $$ = MAKE(alias, @$, $1, $3); }

/* -- compound statements ----------------------------------------------------------------------- */

compound_statement:
    if_statement
|   while_statement
|   for_statement
|   with_statement
|   try_statement
|   match_statement
|   definition
|   decorators definition               { $$ = add_decorators($2, $1); }
|   async_statement
|   decorators "async" function_definition
                                        { $$ = add_decorators(make_async(@2, $3), $1); }

async_statement:
    "async" function_definition         { $$ = make_async(@1, $2); }
|   "async" with_statement              { $$ = make_async(@1, $2); }
|   "async" for_statement               { $$ = make_async(@1, $2); }

decorators:
    "@" named_expression NEWLINE        { $$ = list_one(p, $2); }
|   decorators "@" named_expression NEWLINE { $$ = list_add(p, $1, $3); }

definition:
    function_definition
|   class_definition

class_definition:
    "class" NAME ":" block              { $$ = make_class(p, @1, $2, (ast_list){0}, $4); }
|   "class" NAME "(" bases ")" ":" block { $$ = make_class(p, @1, $2, $4, $7); }

bases:
    arguments_opt                       { $$ = check_bases(p, $1); }

function_definition:
    "def" NAME "(" parameters_opt ")" returns_opt ":" block
        { $$ = MAKE(FunctionDef, cover(@1, $8), $2, make_arguments(p, @4, $4), $8, {0}, $6); }

returns_opt:
    %empty                              { $$ = NULL; }
|   "->" expression                     { $$ = $2; }

if_statement:
    "if" named_expression ":" block if_rest { $$ = make_if(p, @1, $2, $4, $5); }

if_rest:
    %empty                              { $$ = NULL; }
|   "elif" named_expression ":" block if_rest { $$ = make_if(p, @1, $2, $4, $5); }
|   "else" ":" block                    { $$ = make_else(p, @$, $3); }

else_block:
    %empty                              { $$ = (ast_list){0}; }
|   "else" ":" block                    { $$ = $3; }

while_statement:
    "while" named_expression ":" block else_block
        { $$ = MAKE(While, cover2(@1, $4, $5), $2, $4, $5); }

for_statement:
    "for" loop_target "in" star_expressions ":" block else_block
        { $$ = make_for(p, @1, $2, $4, $6, $7); }

with_statement:
    "with" with_items ":" block         { $$ = make_with(p, @1, $2, $4); }
|   "with" "(" with_as_items ")" ":" block     { $$ = make_with(p, @1, $3, $6); }
|   "with" "(" with_as_items "," ")" ":" block { $$ = make_with(p, @1, $3, $7); }

with_items:
    with_item                           { $$ = list_one(p, $1); }
|   with_items "," with_item            { $$ = list_add(p, $1, $3); }

with_item:
    expression                          { $$ = MAKE(withitem, @$, $1, NULL); }
|   with_as_item

with_as_item:
    expression "as" target_item         { $$ = make_with_as(p, @$, $1, $3); }

/* Items in parentheses, at least one of them with `as`; without any they are a tuple at first. */
with_as_items:
    with_as_item                        { $$ = list_one(p, $1); }
|   named_list "," with_as_item         { $$ = list_add(p, as_with_items(p, $1), $3); }
|   with_as_items "," with_item         { $$ = list_add(p, $1, $3); }

try_statement:
    "try" ":" block handlers else_block
        { $$ = make_try(p, @1, $3, $4, $5, (ast_list){0}); }
|   "try" ":" block handlers else_block "finally" ":" block
        { $$ = make_try(p, @1, $3, $4, $5, $8); }
|   "try" ":" block "finally" ":" block
        { $$ = make_try(p, @1, $3, (ast_list){0}, (ast_list){0}, $6); }

handlers:
    handler                             { $$ = list_one(p, $1); }
|   handlers handler                    { $$ = add_handler(p, $1, $2); }

handler:
    "except" ":" block                  { $$ = make_handler(p, @1, NULL, NULL, $3); }
|   "except" exception_type ":" block   { $$ = make_handler(p, @1, $2, NULL, $4); }
|   "except" exception_type "as" NAME ":" block { $$ = make_handler(p, @1, $2, $4, $6); }
|   "except" "*" exception_type ":" block { $$ = make_star_handler(p, @1, $3, NULL, $5); }
|   "except" "*" exception_type "as" NAME ":" block
        { $$ = make_star_handler(p, @1, $3, $5, $7); }

exception_type:
    exception_types                     { $$ = one_type(p, @$, $1); }

/* More than one without parentheses is Python 2. */
exception_types:
    expression                          { $$ = list_one(p, $1); }
|   exception_types "," expression      { $$ = list_add(p, $1, $3); }

/* -- match ------------------------------------------------------------------------------------- */

match_statement:
    "match" subject ":" NEWLINE INDENT cases DEDENT { $$ = make_match(p, @1, $2, $6); }

subject:
    named_list                          { $$ = one_or_tuple(p, @$, $1, false); }
|   named_list ","                      { $$ = one_or_tuple(p, @$, $1, true); }

cases:
    case_block                          { $$ = list_one(p, $1); }
|   cases case_block                    { $$ = list_add(p, $1, $2); }
|   recovered_statement                 { $$ = (ast_list){0}; }
|   cases recovered_statement           { $$ = $1; }

case_block:
    "case" case_pattern guard ":" block { $$ = MAKE(match_case, cover(@1, $5), $2, $3, $5); }

case_pattern:
    patterns                            { $$ = close_patterns(p, @$, $1, false); }
|   patterns ","                        { $$ = close_patterns(p, @$, $1, true); }

guard:
    %empty                              { $$ = NULL; }
|   "if" named_expression               { $$ = $2; }

patterns:
    sequence_item                       { $$ = list_one(p, $1); }
|   patterns "," sequence_item          { $$ = list_add(p, $1, $3); }

sequence_item:
    pattern
|   "*" NAME                            { $$ = make_star_pattern(p, @$, $2); }

pattern:
    or_pattern
|   or_pattern "as" NAME                { $$ = make_as_pattern(p, @$, $1, $3, @3); }

or_pattern:
    closed_pattern
|   or_pattern "|" closed_pattern       { $$ = make_or_pattern(p, @$, $1, $3); }

closed_pattern:
    literal_pattern
|   NAME                                { $$ = make_capture(p, @$, $1); }
|   dotted_pattern                      { $$ = MAKE(MatchValue, @$, $1); }
|   "(" ")"                             { $$ = MAKE(MatchSequence, @$, {0}); }
|   "(" patterns ")"                    { $$ = group_pattern(p, @$, $2, false); }
|   "(" patterns "," ")"                { $$ = group_pattern(p, @$, $2, true); }
|   "[" "]"                             { $$ = MAKE(MatchSequence, @$, {0}); }
|   "[" patterns "]"                    { $$ = MAKE(MatchSequence, @$, $2); }
|   "[" patterns "," "]"                { $$ = MAKE(MatchSequence, @$, $2); }
|   "{" "}"                             { $$ = MAKE(MatchMapping, @$, {0}, {0}, NULL); }
|   "{" mapping_items comma_opt "}"     { $$ = respan($2, @$); }
|   "{" "**" NAME comma_opt "}"         { $$ = MAKE(MatchMapping, @$, {0}, {0}, mapping_rest(p, @3, $3)); }
|   "{" mapping_items "," "**" NAME comma_opt "}"
        { $$ = respan($2, @$); $$->as.MatchMapping.rest = mapping_rest(p, @5, $5); }
|   class_name "(" ")"                  { $$ = MAKE(MatchClass, @$, $1, {0}, {0}, {0}); }
|   class_name "(" class_arguments comma_opt ")"
        { $$ = respan($3, @$); $$->as.MatchClass.cls = $1; }

comma_opt:
    %empty
|   ","

class_name:
    NAME                                { $$ = make_name(p, @$, $1); }
|   dotted_pattern

dotted_pattern:
    NAME "." NAME
        { $$ = MAKE(Attribute, @$, make_name(p, @1, $1), $3, AST_LOAD); }
|   dotted_pattern "." NAME             { $$ = MAKE(Attribute, @$, $1, $3, AST_LOAD); }

/* Builds the MatchClass itself; its class comes last. */
class_arguments:
    pattern
        { $$ = MAKE(MatchClass, @$, NULL, {0}, {0}, {0}); add_class_pattern(p, $$, NULL, $1); }
|   NAME "=" pattern
        { $$ = MAKE(MatchClass, @$, NULL, {0}, {0}, {0}); add_class_pattern(p, $$, $1, $3); }
|   class_arguments "," pattern         { $$ = add_class_pattern(p, $1, NULL, $3); }
|   class_arguments "," NAME "=" pattern { $$ = add_class_pattern(p, $1, $3, $5); }

mapping_items:
    mapping_key ":" pattern
        { $$ = MAKE(MatchMapping, @$, list_one(p, $1), list_one(p, $3), NULL); }
|   mapping_items "," mapping_key ":" pattern { $$ = add_mapping_pattern(p, $1, $3, $5); }

mapping_key:
    literal_pattern                     { $$ = literal_of_pattern(p, $1); }
|   dotted_pattern

literal_pattern:
    number_pattern                      { $$ = MAKE(MatchValue, @$, $1); }
|   strings                             { $$ = make_string_pattern(p, @$, $1); }
|   "None"              { $$ = MAKE(MatchSingleton, @$, {.tag = AST_CONST_NONE}); }
|   "True"              { $$ = MAKE(MatchSingleton, @$, {.tag = AST_CONST_TRUE}); }
|   "False"             { $$ = MAKE(MatchSingleton, @$, {.tag = AST_CONST_FALSE}); }

number_pattern:
    signed_number
|   signed_number "+" NUMBER            { $$ = make_complex_pattern(p, @$, $1, AST_ADD, $3); }
|   signed_number "-" NUMBER            { $$ = make_complex_pattern(p, @$, $1, AST_SUB, $3); }

signed_number:
    NUMBER
|   "-" NUMBER                          { $$ = MAKE(UnaryOp, @$, AST_USUB, $2); }

/* -- parameters -------------------------------------------------------------------------------- */

parameters_opt:
    %empty                              { $$ = NULL; }
|   parameters
|   parameters ","                      { $$ = $1; }

parameters:
    parameter                           { $$ = add_parameter(p, NULL, $1); }
|   parameters "," parameter            { $$ = add_parameter(p, $1, $3); }

parameter:
    NAME annotation_opt
        { $$ = make_parameter(p, PARAMETER_PLAIN, @$, $1, $2, NULL); }
|   NAME annotation_opt "=" expression
        { $$ = make_parameter(p, PARAMETER_PLAIN, span_join(@1, @2), $1, $2, $4); }
|   "*" NAME annotation_opt
        { $$ = make_parameter(p, PARAMETER_REST, span_join(@2, @3), $2, $3, NULL); }
|   "*" NAME ":" "*" operation
        { $$ = make_parameter(p, PARAMETER_REST, span_join(@2, @5), $2,
                              MAKE(Starred, span_join(@4, @5), $5, AST_LOAD), NULL); }
|   "**" NAME annotation_opt
        { $$ = make_parameter(p, PARAMETER_KEYWORDS, span_join(@2, @3), $2, $3, NULL); }
|   "*"                         { $$ = make_marker(p, PARAMETER_BARE_STAR, @$); }
|   "/"                         { $$ = make_marker(p, PARAMETER_SLASH, @$); }

annotation_opt:
    %empty                              { $$ = NULL; }
|   ":" expression                      { $$ = $2; }

lambda_parameters_opt:
    %empty                              { $$ = NULL; }
|   lambda_parameters
|   lambda_parameters ","               { $$ = $1; }

lambda_parameters:
    lambda_parameter                    { $$ = add_parameter(p, NULL, $1); }
|   lambda_parameters "," lambda_parameter { $$ = add_parameter(p, $1, $3); }

lambda_parameter:
    NAME                { $$ = make_parameter(p, PARAMETER_PLAIN, @1, $1, NULL, NULL); }
|   NAME "=" expression { $$ = make_parameter(p, PARAMETER_PLAIN, @1, $1, NULL, $3); }
|   "*" NAME            { $$ = make_parameter(p, PARAMETER_REST, @2, $2, NULL, NULL); }
|   "**" NAME           { $$ = make_parameter(p, PARAMETER_KEYWORDS, @2, $2, NULL, NULL); }
|   "*"                 { $$ = make_marker(p, PARAMETER_BARE_STAR, @$); }
|   "/"                 { $$ = make_marker(p, PARAMETER_SLASH, @$); }

/* -- expressions ------------------------------------------------------------------------------- */

star_expressions:
    star_list                           { $$ = one_or_tuple(p, @$, $1, false); }
|   star_list ","                       { $$ = one_or_tuple(p, @$, $1, true); }

star_list:
    star_expression                     { $$ = list_one(p, $1); }
|   star_list "," star_expression       { $$ = list_add(p, $1, $3); }

star_expression:
    expression
|   "*" operation                       { $$ = MAKE(Starred, @$, $2, AST_LOAD); }

named_list:
    named_or_starred                    { $$ = list_one(p, $1); }
|   named_list "," named_or_starred     { $$ = list_add(p, $1, $3); }

named_or_starred:
    named_expression
|   "*" operation                       { $$ = MAKE(Starred, @$, $2, AST_LOAD); }

/* No assignment can stand where this does: `=` is a slip. */
named_expression:
    expression
|   walrus
|   expression "=" expression           { $$ = refuse_assignment(p, @$, $1, $3); }

walrus:
    expression ":=" expression          { $$ = make_walrus(p, @$, $1, $3); }

yield_expression:
    "yield"                             { $$ = MAKE(Yield, @$, NULL); }
|   "yield" star_expressions            { $$ = MAKE(Yield, @$, $2); }
|   "yield" "from" expression           { $$ = MAKE(YieldFrom, @$, $3); }

expression_opt:
    %empty                              { $$ = NULL; }
|   expression

expression:
    disjunction
|   disjunction "if" disjunction "else" expression { $$ = MAKE(IfExp, @$, $3, $1, $5); }
|   lambda

lambda:
    "lambda" lambda_parameters_opt ":" expression
        { $$ = MAKE(Lambda, @$, make_arguments(p, @2, $2), $4); }

disjunction:
    comparison
|   "not" disjunction                   { $$ = MAKE(UnaryOp, @$, AST_NOT, $2); }
|   disjunction "and" disjunction       { $$ = make_boolop(p, @$, AST_AND, $1, $3); }
|   disjunction "or" disjunction        { $$ = make_boolop(p, @$, AST_OR, $1, $3); }

comparison:
    operation
|   comparison comparison_operator operation
        { $$ = make_compare(p, @$, $1, (ast_cmpop)$2, $3); }

comparison_operator:
    "<"                                 { $$ = AST_CMP_LT; }
|   ">"                                 { $$ = AST_CMP_GT; }
|   "<="                                { $$ = AST_CMP_LE; }
|   ">="                                { $$ = AST_CMP_GE; }
|   "=="                                { $$ = AST_CMP_EQ; }
|   "!="                                { $$ = AST_CMP_NE; }
|   "in"                                { $$ = AST_CMP_IN; }
|   "not" "in"                          { $$ = AST_CMP_NOT_IN; }
|   "is"                                { $$ = AST_CMP_IS; }
|   "is" "not"                          { $$ = AST_CMP_IS_NOT; }

operation:
    await_primary
|   operation "|" operation             { $$ = MAKE(BinOp, @$, $1, AST_BITOR, $3); }
|   operation "^" operation             { $$ = MAKE(BinOp, @$, $1, AST_BITXOR, $3); }
|   operation "&" operation             { $$ = MAKE(BinOp, @$, $1, AST_BITAND, $3); }
|   operation "<<" operation            { $$ = MAKE(BinOp, @$, $1, AST_LSHIFT, $3); }
|   operation ">>" operation            { $$ = MAKE(BinOp, @$, $1, AST_RSHIFT, $3); }
|   operation "+" operation             { $$ = MAKE(BinOp, @$, $1, AST_ADD, $3); }
|   operation "-" operation             { $$ = MAKE(BinOp, @$, $1, AST_SUB, $3); }
|   operation "*" operation             { $$ = MAKE(BinOp, @$, $1, AST_MULT, $3); }
|   operation "/" operation             { $$ = MAKE(BinOp, @$, $1, AST_DIV, $3); }
|   operation "//" operation            { $$ = MAKE(BinOp, @$, $1, AST_FLOORDIV, $3); }
|   operation "%" operation             { $$ = MAKE(BinOp, @$, $1, AST_MOD, $3); }
|   operation "@" operation             { $$ = MAKE(BinOp, @$, $1, AST_MATMULT, $3); }
|   operation "**" operation            { $$ = MAKE(BinOp, @$, $1, AST_POW, $3); }
|   "-" operation %prec UNARY           { $$ = MAKE(UnaryOp, @$, AST_USUB, $2); }
|   "+" operation %prec UNARY           { $$ = MAKE(UnaryOp, @$, AST_UADD, $2); }
|   "~" operation %prec UNARY           { $$ = MAKE(UnaryOp, @$, AST_INVERT, $2); }

await_primary:
    primary
|   "await" primary                     { $$ = MAKE(Await, @$, $2); }

primary:
    atom
|   primary "." NAME                    { $$ = MAKE(Attribute, @$, $1, $3, AST_LOAD); }
|   primary "(" arguments_opt ")"       { $$ = make_call(p, @$, $1, $3); }
|   primary "[" slices "]"
        { $$ = MAKE(Subscript, @$, $1, one_or_slice_tuple(p, @3, $3, false), AST_LOAD); }
|   primary "[" slices "," "]"
        { $$ = MAKE(Subscript, @$, $1, one_or_slice_tuple(p, span_join(@3, @4), $3, true),
                    AST_LOAD); }

slices:
    slice                               { $$ = list_one(p, $1); }
|   slices "," slice                    { $$ = list_add(p, $1, $3); }

slice:
    named_or_starred
|   expression_opt ":" expression_opt   { $$ = MAKE(Slice, @$, $1, $3, NULL); }
|   expression_opt ":" expression_opt ":" expression_opt { $$ = MAKE(Slice, @$, $1, $3, $5); }

atom:
    NAME                                { $$ = make_name(p, @$, $1); }
|   NUMBER
|   strings                             { $$ = join_strings(p, @$, $1); }
|   "None"              { $$ = make_constant(p, @$, AST_CONST_NONE); }
|   "True"              { $$ = make_constant(p, @$, AST_CONST_TRUE); }
|   "False"             { $$ = make_constant(p, @$, AST_CONST_FALSE); }
|   "..."               { $$ = make_constant(p, @$, AST_CONST_ELLIPSIS); }
|   group
|   display

group:
    "(" ")"                             { $$ = make_tuple(p, @$, (ast_list){0}); }
|   "(" named_list ")"                  { $$ = make_group(p, @$, $2); }
|   "(" named_list "," ")"              { $$ = make_tuple(p, @$, $2); }
|   "(" yield_expression ")"            { $$ = parenthesise($2); }
|   "(" named_list comp_fors ")"
        { $$ = parenthesise(MAKE(GeneratorExp, @$, comprehension_element(p, @2, $2), $3)); }
|   "(" "**" operation ")"              { $$ = refuse_double_star(p, span_join(@2, @3), $3); }

display:
    "[" "]"                             { $$ = MAKE(List, @$, {0}, AST_LOAD); }
|   "[" named_list comma_opt "]"        { $$ = MAKE(List, @$, $2, AST_LOAD); }
|   "[" named_list comp_fors "]"
        { $$ = MAKE(ListComp, @$, comprehension_element(p, @2, $2), $3); }
|   "{" "}"                             { $$ = MAKE(Dict, @$, {0}, {0}); }
|   "{" named_list comma_opt "}"        { $$ = MAKE(Set, @$, $2); }
|   "{" named_list comp_fors "}"
        { $$ = MAKE(SetComp, @$, comprehension_element(p, @2, $2), $3); }
|   "{" dict_items comma_opt "}"        { $$ = respan($2, @$); }
|   "{" expression ":" expression comp_fors "}" { $$ = MAKE(DictComp, @$, $2, $4, $5); }
|   "{" "**" operation comp_fors "}"    { $$ = refuse_dict_unpacking(p, span_join(@2, @3), $3); }

/* Builds the Dict itself. */
dict_items:
    expression ":" expression
        { $$ = MAKE(Dict, @$, list_one(p, $1), list_one(p, $3)); }
|   "**" operation                      { $$ = MAKE(Dict, @$, list_one(p, NULL), list_one(p, $2)); }
|   dict_items "," expression ":" expression { $$ = add_dict_item(p, $1, $3, $5); }
|   dict_items "," "**" operation       { $$ = add_dict_item(p, $1, NULL, $4); }

comp_fors:
    comp_for                            { $$ = list_one(p, $1); }
|   comp_fors comp_for                  { $$ = list_add(p, $1, $2); }

comp_for:
    "for" loop_target "in" disjunction comp_ifs
        { $$ = make_comp_for(p, @$, $2, $4, $5, false); }
|   "async" "for" loop_target "in" disjunction comp_ifs
        { $$ = make_comp_for(p, @$, $3, $5, $6, true); }

comp_ifs:
    %empty                              { $$ = (ast_list){0}; }
|   comp_ifs "if" disjunction           { $$ = list_add(p, $1, $3); }

/* Checked as soon as it is read, so that mistakes come in the order of the text. */
loop_target:
    target                              { $$ = $1; make_target(p, $1, TARGET_ITEM); }

target:
    targets                             { $$ = one_or_tuple(p, @$, $1, false); }
|   targets ","                         { $$ = one_or_tuple(p, @$, $1, true); }

targets:
    target_item                         { $$ = list_one(p, $1); }
|   targets "," target_item             { $$ = list_add(p, $1, $3); }

target_item:
    operation
|   "*" operation                       { $$ = MAKE(Starred, @$, $2, AST_LOAD); }

/* -- calls ------------------------------------------------------------------------------------- */

arguments_opt:
    %empty                              { $$ = (ast_list){0}; }
|   call_arguments comma_opt            { $$ = check_arguments(p, $1, @2); }

call_arguments:
    call_argument                       { $$ = list_one(p, $1); }
|   call_arguments "," call_argument    { $$ = list_add(p, $1, $3); }

call_argument:
    expression
|   walrus
|   expression comp_fors                { $$ = MAKE(GeneratorExp, @$, $1, $2); }
|   walrus comp_fors                    { $$ = MAKE(GeneratorExp, @$, $1, $2); }
|   expression "=" expression           { $$ = make_keyword(p, @$, $1, $3, @2); }
|   expression "=" expression comp_fors { $$ = refuse_keyword_comprehension(p, @1, @2, $1); }
|   "*" expression                      { $$ = MAKE(Starred, @$, $2, AST_LOAD); }
|   "**" expression                     { $$ = MAKE(keyword, @$, NULL, $2); }

/* -- strings ----------------------------------------------------------------------------------- */

strings:
    string                              { $$ = list_one(p, $1); }
|   strings string                      { $$ = list_add(p, $1, $2); }

string:
    STRING
|   FSTRING_START fstring_parts FSTRING_END { $$ = MAKE(JoinedStr, @$, $2); }

fstring_parts:
    %empty                              { $$ = (ast_list){0}; }
|   fstring_parts FSTRING_TEXT          { $$ = list_add(p, $1, $2); }
|   fstring_parts FIELD_OPEN rhs debug_opt conversion_opt format_spec_opt FIELD_CLOSE
        { $$ = add_field(p, $1, span_join(@2, @7), $3, $4, $5, $6); }

debug_opt:
    %empty                              { $$ = NULL; }
|   FIELD_DEBUG

conversion_opt:
    %empty                              { $$ = -1; }
|   FIELD_CONVERSION

format_spec_opt:
    %empty                              { $$ = NULL; }
|   FIELD_SPEC fstring_parts            { $$ = MAKE(JoinedStr, @$, $2); }

%%

/* Bison numbers symbols from the end of file, tokens from its own three. */
static int token_of_symbol(yysymbol_kind_t symbol)
{
    return symbol == YYSYMBOL_YYEOF ? TOK_YYEOF : (int)symbol - YYSYMBOL_YYUNDEF + TOK_YYUNDEF;
}

/* Bison's view of a mistake, handed on as plain facts: what was found is p's newest token. */
static int yyreport_syntax_error(const yypcontext_t *context, parser *p)
{
    yysymbol_kind_t symbols[YYNTOKENS];
    int count = yypcontext_expected_tokens(context, symbols, YYNTOKENS);
    expected_tokens expected = {0};
    for (int i = 0; i < count; i++)
        expect_token(&expected, token_of_symbol(symbols[i]));
    report_syntax_error(p, &expected);
    return 0;
}

/* Bison calls this when its stack would grow past YYMAXDEPTH. */
static void yyerror(const src_span *at, parser *p, const char *message)
{
    (void)message;
    parse_error(p, *at, "too many nested expressions");
}
