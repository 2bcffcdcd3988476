/* Printing the tree as Python's ast.dump(tree, indent=2) does, so that the two can be compared. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "syntax/ast.h"

static const char *const OPERATOR_NAMES[] = {
#define OPERATOR(id, python, text) #python,
#include "syntax/ast.def"
};
static const char *const BOOLOP_NAMES[] = {
#define BOOLOP(id, python, text) #python,
#include "syntax/ast.def"
};
static const char *const UNARYOP_NAMES[] = {
#define UNARYOP(id, python, text) #python,
#include "syntax/ast.def"
};
static const char *const CMPOP_NAMES[] = {
#define CMPOP(id, python, text) #python,
#include "syntax/ast.def"
};
static const char *const CONTEXT_NAMES[] = {
#define CONTEXT(id, python) #python,
#include "syntax/ast.def"
};

static void print_node(FILE *out, const ast_node *n, int depth);

static void new_line(FILE *out, int depth)
{
    fprintf(out, "\n%*s", depth * 2, "");
}

/* -- literals ---------------------------------------------------------------------------------- */

static char escape_letter(uint32_t c)
{
    switch (c) {
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\\': return '\\';
    default: return '\0';
    }
}

static bool is_printable(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return c < 0x7F || (category < UTF8PROC_CATEGORY_ZS && category != UTF8PROC_CATEGORY_CN);
}

static void print_character(FILE *out, uint32_t c, const char *bytes, size_t length, char quote)
{
    if (c == (uint32_t)quote)
        fprintf(out, "\\%c", quote);
    else if (escape_letter(c))
        fprintf(out, "\\%c", escape_letter(c));
    else if (c < 0x20 || (c >= 0x7F && c < 0x100 && (length == 1 || !is_printable(c))))
        fprintf(out, "\\x%02x", c);
    else if (is_printable(c))
        fwrite(bytes, 1, length, out);
    else
        fprintf(out, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

/* A code point of a str: UTF-8, or a surrogate as three bytes. */
static uint32_t next_code_point(const char **p, const char *end)
{
    const unsigned char *b = (const unsigned char *)*p;
    bool surrogate = end - *p >= 3 && b[0] == 0xED && b[1] >= 0xA0;
    if (!surrogate) return utf8_decode(p, end);
    *p += 3;
    return 0xD000u | (uint32_t)(b[1] & 0x3F) << 6 | (b[2] & 0x3F);
}

/* Python's repr of a str or bytes object. */
static void print_text(FILE *out, const char *text, size_t length, bool bytes)
{
    bool single = memchr(text, '\'', length) && !memchr(text, '"', length);
    char quote = single ? '"' : '\'';
    const char *p = text, *end = text + length;
    fprintf(out, "%s%c", bytes ? "b" : "", quote);
    while (p < end) {
        const char *at = p;
        uint32_t c = bytes ? (unsigned char)*p++ : next_code_point(&p, end);
        print_character(out, c, at, (size_t)(p - at), quote);
    }
    putc(quote, out);
}

/* The shortest text that reads back as the same number, in Python's notation. */
static void print_double(FILE *out, double number, const char *suffix, bool point)
{
    char text[40];
    int precision = 1;
    if (isinf(number)) {
        fprintf(out, "inf%s", suffix);
        return;
    }
    do snprintf(text, sizeof text, "%.*e", precision - 1, number);
    while (strtod(text, NULL) != number && ++precision <= 17);
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        int decimals = precision - 1 - exponent;
        snprintf(text, sizeof text, "%.*f", decimals > 0 ? decimals : 0, number);
        fprintf(out, "%s%s", text, point && !strchr(text, '.') ? ".0" : "");
    } else {
        fputs(text, out);
    }
    fputs(suffix, out);
}

/* An integer of any size in decimal, by schoolbook arithmetic on limbs of nine digits. */
static void print_big(FILE *out, const ast_constant *value)
{
    enum { LIMB = 1000000000 };
    uint32_t *limbs = checked_malloc((value->length / 2 + 2) * sizeof *limbs);
    uint32_t count = 0;
    for (uint32_t i = 0; i < value->length; i++) {
        char c = value->text[i];
        uint64_t carry = (uint64_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        for (uint32_t limb = 0; limb < count; limb++, carry /= LIMB) {
            carry += (uint64_t)limbs[limb] * value->base;
            limbs[limb] = (uint32_t)(carry % LIMB);
        }
        if (carry) limbs[count++] = (uint32_t)carry;
    }
    fprintf(out, "%u", count ? limbs[count - 1] : 0);
    for (uint32_t limb = count; limb-- > 1;) fprintf(out, "%09u", limbs[limb - 1]);
    free(limbs);
}

static void print_int(FILE *out, const ast_constant *value)
{
    if (value->fits)
        fprintf(out, "%" PRId64, value->integer);
    else if (value->base == 10)
        fputs(value->text, out);
    else
        print_big(out, value);
}

static void print_constant(FILE *out, const ast_constant *value)
{
    switch (value->tag) {
    case AST_CONST_NONE: fputs("None", out); break;
    case AST_CONST_TRUE: fputs("True", out); break;
    case AST_CONST_FALSE: fputs("False", out); break;
    case AST_CONST_ELLIPSIS: fputs("Ellipsis", out); break;
    case AST_CONST_INT: print_int(out, value); break;
    case AST_CONST_FLOAT: print_double(out, value->number, "", true); break;
    case AST_CONST_COMPLEX: print_double(out, value->number, "j", false); break;
    case AST_CONST_STR:
    case AST_CONST_BYTES:
        print_text(out, value->text, value->length, value->tag == AST_CONST_BYTES);
        break;
    }
}

/* -- fields ------------------------------------------------------------------------------------ */

static void print_list(FILE *out, const ast_list *list, int depth)
{
    putc('[', out);
    for (uint32_t i = 0; i < list->count; i++) {
        new_line(out, depth + 1);
        if (list->items[i])
            print_node(out, list->items[i], depth + 1);
        else
            fputs("None", out);
        if (i + 1 < list->count) putc(',', out);
    }
    putc(']', out);
}

static void print_names(FILE *out, const ast_names *names, int depth)
{
    putc('[', out);
    for (uint32_t i = 0; i < names->count; i++) {
        new_line(out, depth + 1);
        fprintf(out, "'%s'%s", names->items[i]->text, i + 1 < names->count ? "," : "");
    }
    putc(']', out);
}

static void print_cmpops(FILE *out, const ast_cmpops *ops, int depth)
{
    putc('[', out);
    for (uint32_t i = 0; i < ops->count; i++) {
        new_line(out, depth + 1);
        fprintf(out, "%s()%s", CMPOP_NAMES[ops->items[i]], i + 1 < ops->count ? "," : "");
    }
    putc(']', out);
}

static void print_field(FILE *out, ast_field_type type, const void *at, int depth)
{
    switch (type) {
    case AST_FIELD_node:
    case AST_FIELD_opt: print_node(out, *(ast_node *const *)at, depth); break;
    case AST_FIELD_list: print_list(out, at, depth); break;
    case AST_FIELD_ident:
    case AST_FIELD_opt_id: fprintf(out, "'%s'", (*(const name *)at)->text); break;
    case AST_FIELD_idents: print_names(out, at, depth); break;
    case AST_FIELD_operator: fprintf(out, "%s()", OPERATOR_NAMES[*(const ast_operator *)at]); break;
    case AST_FIELD_boolop: fprintf(out, "%s()", BOOLOP_NAMES[*(const ast_boolop *)at]); break;
    case AST_FIELD_unaryop: fprintf(out, "%s()", UNARYOP_NAMES[*(const ast_unaryop *)at]); break;
    case AST_FIELD_cmpops: print_cmpops(out, at, depth); break;
    case AST_FIELD_ctx: fprintf(out, "%s()", CONTEXT_NAMES[*(const ast_context *)at]); break;
    case AST_FIELD_constant: print_constant(out, at); break;
    case AST_FIELD_integer: fprintf(out, "%d", *(const int *)at); break;
    case AST_FIELD_flag: fprintf(out, "%d", *(const bool *)at); break;
    }
}

/* Python leaves optional fields out when they are None. */
static bool is_absent(ast_field_type type, const void *at)
{
    if (type == AST_FIELD_opt) return !*(ast_node *const *)at;
    return type == AST_FIELD_opt_id && !*(const name *)at;
}

static int shown_fields(const ast_node *n)
{
    const ast_kind_info *info = ast_info(n->kind);
    int shown = 0;
    for (int i = 0; i < info->field_count; i++)
        shown += !is_absent(info->fields[i].type, (const char *)n + info->fields[i].offset);
    return shown;
}

/* Fields that ast.dump counts as simple: values, operators, empty lists, nodes without fields. */
static bool is_simple_field(ast_field_type type, const void *at)
{
    switch (type) {
    case AST_FIELD_list: return !((const ast_list *)at)->count;
    case AST_FIELD_idents: return !((const ast_names *)at)->count;
    case AST_FIELD_node:
    case AST_FIELD_opt: return shown_fields(*(ast_node *const *)at) == 0;
    case AST_FIELD_cmpops: return false;
    default: return true;
    }
}

/* A node of at most three fields, all of them simple, stands on one line. */
static bool is_one_line(const ast_kind_info *info, const ast_node *n)
{
    for (int i = 0; i < info->field_count; i++) {
        const void *at = (const char *)n + info->fields[i].offset;
        ast_field_type type = info->fields[i].type;
        if (!is_absent(type, at) && !is_simple_field(type, at)) return false;
    }
    return shown_fields(n) <= 3;
}

static void print_node(FILE *out, const ast_node *n, int depth)
{
    const ast_kind_info *info = ast_info(n->kind);
    bool one_line = is_one_line(info, n), first = true;
    fprintf(out, "%s(", info->name);
    for (int i = 0; i < info->field_count; i++) {
        const void *at = (const char *)n + info->fields[i].offset;
        if (is_absent(info->fields[i].type, at)) continue;
        if (!first) fputs(one_line ? ", " : ",", out);
        first = false;
        if (!one_line) new_line(out, depth + 1);
        fprintf(out, "%s=", info->fields[i].name);
        print_field(out, info->fields[i].type, at, depth + 1);
    }
    putc(')', out);
}

void dump_ast(FILE *out, const ast_node *tree)
{
    print_node(out, tree, 0);
    putc('\n', out);
}
