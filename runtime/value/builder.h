/* builder.h: text put together piece by piece, for reprs and messages.
 *
 * A builder never fails half-way: once a piece raised, everything after is ignored and
 * rt_builder_finish gives 0. */
#ifndef ASYNCC_VALUE_BUILDER_H
#define ASYNCC_VALUE_BUILDER_H

#include "value/object.h"

typedef struct rt_builder {
    char *text;
    size_t size, capacity;
    bool failed;
} rt_builder;

void rt_builder_init(rt_builder *builder);
void rt_builder_add(rt_builder *builder, const char *utf8, size_t size);
void rt_builder_add_c(rt_builder *builder, const char *utf8);
void rt_builder_add_str(rt_builder *builder, rt_value str); /* a known str */
bool rt_builder_add_repr(rt_builder *builder, rt_value v);  /* false: raised */
rt_value rt_builder_finish(rt_builder *builder);            /* a str, or 0; frees the rest */
void rt_builder_drop(rt_builder *builder);                  /* in place of finish */

/* Around the repr of a container: false = this very container is being printed already, so that
 * "[...]" stands for it. */
bool rt_repr_enter(rt_value container);
void rt_repr_leave(void);

#endif
