/* Conditions whose answer is known when a program is compiled: `if` lowers the one branch that
 * can run, and what the other imports need not exist.
 *
 * In: the test of an `if`. Out: yes, no, or no telling. Known are TYPE_CHECKING, which is for
 * type checkers; `__name__ == '__main__'` in modules that are imported; and comparisons of
 * sys.version_info, sys.hexversion, sys.platform and os.name with literals. */
#include "ir/lower_internal.h"

#include <string.h>

static const int version[] = {3, 11, 7};
enum { VERSION_PARTS = 3, HEXVERSION = 0x030b07f0 };

/* A name that no function around it has for itself. */
static bool is_of_module(lowerer *l, const ast_node *n)
{
    return n->kind == AST_Name && symbol_of(l, n->as.Name.id)->place == PLACE_GLOBAL;
}

/* The module that a name stands for by an import at module level, or NULL. */
static const char *imported_as(lowerer *l, const ast_node *n)
{
    if (!is_of_module(l, n)) return NULL;
    const symbol *s = scope_find(l->module->scopes->module, n->as.Name.id);
    return s && s->bound && s->only_definitions ? n->as.Name.id->text : NULL;
}

/* `module.attribute` of an imported module. */
static bool is_attribute(lowerer *l, const ast_node *n, const char *module, const char *attribute)
{
    if (n->kind != AST_Attribute || strcmp(n->as.Attribute.attr->text, attribute)) return false;
    const char *name = imported_as(l, n->as.Attribute.value);
    return name && !strcmp(name, module);
}

/* What sys has under this name, which no other module has: also by `from sys import`. */
static bool is_of_sys(lowerer *l, const ast_node *n, const char *attribute)
{
    const char *name = imported_as(l, n);
    return name ? !strcmp(name, attribute) : is_attribute(l, n, "sys", attribute);
}

static known_answer answer(bool yes)
{
    return yes ? KNOWN_YES : KNOWN_NO;
}

/* What `order op 0` says, of an order as memcmp() has it. */
static known_answer compare_order(int order, ast_cmpop op)
{
    switch (op) {
    case AST_CMP_EQ: return answer(order == 0);
    case AST_CMP_NE: return answer(order != 0);
    case AST_CMP_LT: return answer(order < 0);
    case AST_CMP_LE: return answer(order <= 0);
    case AST_CMP_GT: return answer(order > 0);
    case AST_CMP_GE: return answer(order >= 0);
    default: return KNOWN_NOT;
    }
}

static bool int_literal(const ast_node *n, int64_t *out)
{
    if (n->kind != AST_Constant || n->as.Constant.value.tag != AST_CONST_INT ||
        !n->as.Constant.value.fits)
        return false;
    *out = n->as.Constant.value.integer;
    return true;
}

/* sys.version_info (of `parts` parts) against a tuple of ints: the shorter comes first. */
static known_answer compare_version(uint32_t parts, const ast_node *tuple, ast_cmpop op)
{
    if (tuple->kind != AST_Tuple) return KNOWN_NOT;
    ast_list given = tuple->as.Tuple.elts;
    int order = 0;
    for (uint32_t i = 0; i < given.count; i++) {
        int64_t number;
        if (i >= VERSION_PARTS || !int_literal(given.items[i], &number)) return KNOWN_NOT;
        if (order) continue;
        order = i >= parts ? -1 : (version[i] > number) - (version[i] < number);
    }
    return compare_order(order ? order : parts > given.count, op);
}

/* sys.version_info[:n]: n; 0: something else. The whole has five parts. */
static uint32_t version_parts(lowerer *l, const ast_node *n)
{
    if (is_of_sys(l, n, "version_info")) return 5;
    if (n->kind != AST_Subscript || n->as.Subscript.slice->kind != AST_Slice) return 0;
    const struct ast_Slice *slice = &n->as.Subscript.slice->as.Slice;
    int64_t upper;
    bool plain = !slice->lower && !slice->step && slice->upper && int_literal(slice->upper, &upper);
    return plain && upper > 0 && upper <= VERSION_PARTS &&
                   is_of_sys(l, n->as.Subscript.value, "version_info")
               ? (uint32_t)upper
               : 0;
}

/* One part of it: sys.version_info[0], sys.version_info.minor, or sys.hexversion. */
static bool version_number(lowerer *l, const ast_node *n, int64_t *out)
{
    static const char *const parts[] = {"major", "minor", "micro"};
    if (is_of_sys(l, n, "hexversion")) {
        *out = HEXVERSION;
        return true;
    }
    if (n->kind == AST_Subscript && is_of_sys(l, n->as.Subscript.value, "version_info")) {
        int64_t index;
        bool known =
            int_literal(n->as.Subscript.slice, &index) && index >= 0 && index < VERSION_PARTS;
        *out = known ? version[index] : 0;
        return known;
    }
    for (int i = 0; n->kind == AST_Attribute && i < VERSION_PARTS; i++)
        if (!strcmp(n->as.Attribute.attr->text, parts[i]) &&
            is_of_sys(l, n->as.Attribute.value, "version_info")) {
            *out = version[i];
            return true;
        }
    return false;
}

/* The text that a name of the system stands for here, or NULL. */
static const char *system_text(lowerer *l, const ast_node *n)
{
    if (is_attribute(l, n, "sys", "platform")) return "linux";
    return is_attribute(l, n, "os", "name") ? "posix" : NULL;
}

/* __name__ of a module that is imported: never '__main__'. */
static bool is_imported_name(lowerer *l, const ast_node *n)
{
    if (l->module == l->program->modules.items[0] || !is_of_module(l, n) ||
        strcmp(n->as.Name.id->text, "__name__"))
        return false;
    const symbol *s = scope_find(l->module->scopes->module, n->as.Name.id);
    return !(s && s->bound);
}

static known_answer compare_text(lowerer *l, const ast_node *left, const ast_node *right,
                                 ast_cmpop op)
{
    if (right->kind != AST_Constant || right->as.Constant.value.tag != AST_CONST_STR ||
        (op != AST_CMP_EQ && op != AST_CMP_NE))
        return KNOWN_NOT;
    const char *text = right->as.Constant.value.text, *here = system_text(l, left);
    if (here) return compare_order(strcmp(here, text), op);
    return is_imported_name(l, left) && !strcmp(text, "__main__") ? answer(op == AST_CMP_NE)
                                                                  : KNOWN_NOT;
}

static known_answer known_compare(lowerer *l, const struct ast_Compare *compare)
{
    if (compare->comparators.count != 1) return KNOWN_NOT;
    const ast_node *left = compare->left, *right = compare->comparators.items[0];
    ast_cmpop op = compare->ops.items[0];
    int64_t number, literal;
    uint32_t parts = version_parts(l, left);
    if (parts) return compare_version(parts, right, op);
    if (version_number(l, left, &number) && int_literal(right, &literal))
        return compare_order((number > literal) - (number < literal), op);
    return compare_text(l, left, right, op);
}

static bool is_type_checking(lowerer *l, const ast_node *test)
{
    if (test->kind == AST_Attribute) return is_attribute(l, test, "typing", "TYPE_CHECKING");
    const char *name = imported_as(l, test);
    return name && !strcmp(name, "TYPE_CHECKING");
}

known_answer known_condition(lowerer *l, const ast_node *test)
{
    if (is_type_checking(l, test)) return KNOWN_NO;
    return test->kind == AST_Compare ? known_compare(l, &test->as.Compare) : KNOWN_NOT;
}
