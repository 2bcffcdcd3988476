#include "syntax/check.h"
void check_module(compilation *c, const source *s, ast_node *module){(void)c;(void)s;(void)module;}
