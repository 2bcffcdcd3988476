/* Functions that suspend: frame, start, states and suspension points in C.
 *
 *     struct fetch_frame { rt_frame head; <what lives across a suspension>; union {...} await; };
 *     enum { FETCH_AWAIT_L12 = 1, ... };
 *     static void fetch_init(rt_frame *, parameters)            fills the frame in with them
 *     static rt_value fetch_start(parameters)                   a coroutine or generator object
 *     static rt_value fetch_resume(rt_frame *, rt_value input)  to its next suspension (function.c)
 *
 * An await that does not suspend falls through from the child's resume to the code after it; one
 * that does stores its state and returns RT_PENDING, and `input` brings the result when it is
 * resumed. */
#include "emit/internal.h"

#include <ctype.h>
#include <string.h>

/* ---- state names ----------------------------------------------------------------------------- */

static const char *state_verb(ir_op op)
{
    switch (op) {
    case IR_yield: return "YIELD";
    case IR_yield_from: return "YIELD_FROM";
    case IR_anext: return "NEXT";
    default: return "AWAIT";
    }
}

static void name_states(emitter *e)
{
    ir_frame *frame = e->info->frame;
    e->info->state_names = arena_array(e->memory, const char *, frame->count);
    char *upper = arena_strndup(e->memory, e->info->name, strlen(e->info->name));
    for (char *p = upper; *p; p++) *p = (char)toupper((unsigned char)*p);
    for (uint32_t n = 1; n < frame->count; n++)
        e->info->state_names[n] = c_name_global(
            &e->names, arena_printf(e->memory, "%s_%s_L%u", upper,
                                    state_verb(frame->points[n].instr->op), frame->points[n].line));
}

/* ---- the frame ------------------------------------------------------------------------------- */

static const char *child_member(emitter *e, const suspend_point *p)
{
    return p->child ? e->functions[p->child->index].name : p->library_child->symbol;
}

static bool is_child(const suspend_point *p)
{
    return p->child || p->library_child;
}

static const char *member_of(emitter *e, const suspend_point *p)
{
    const char *child = child_member(e, p);
    return p->apart ? arena_printf(e->memory, "%s_apart", child) : child;
}

/* The children share their room: only one of them is awaited at a time. */
static void put_children(emitter *e, ir_frame *frame)
{
    bool any = false;
    for (uint32_t n = 1; n < frame->count; n++) {
        const suspend_point *p = &frame->points[n];
        bool seen = !is_child(p);
        for (uint32_t m = 1; m < n && !seen; m++)
            seen = is_child(&frame->points[m]) &&
                   strcmp(member_of(e, &frame->points[m]), member_of(e, p)) == 0;
        if (seen) continue;
        if (!any) strbuf_puts(e->out, "    union {\n");
        any = true;
        if (p->apart)
            strbuf_printf(e->out, "        rt_frame *%s;\n", member_of(e, p));
        else
            strbuf_printf(e->out, "        struct %s_frame %s;\n", child_member(e, p),
                          member_of(e, p));
    }
    if (any) strbuf_puts(e->out, "    } await;\n");
}

void emit_frame_struct(emitter *e, ir_function *f)
{
    function_info *info = &e->functions[f->index];
    if (info->frame_emitted) return;
    info->frame_emitted = true;
    for (uint32_t n = 1; n < info->frame->count; n++)
        if (info->frame->points[n].child && !info->frame->points[n].apart)
            emit_frame_struct(e, e->program->functions.items[info->frame->points[n].child->index]);
    e->function = f;
    e->info = info;
    strbuf_printf(e->out, "\nstruct %s_frame {\n    rt_frame head;\n", info->name);
    static const char *const types[] = {"rt_value", "int64_t", "double", "int"};
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (f->slots.items[s].in_frame)
            strbuf_printf(e->out, "    %s %s;\n", types[f->slots.items[s].repr],
                          info->slot_names[s]);
    put_children(e, info->frame);
    strbuf_puts(e->out, "};\n");
    name_states(e);
    if (info->frame->count > 1) {
        strbuf_puts(e->out, "enum {");
        for (uint32_t n = 1; n < info->frame->count; n++)
            strbuf_printf(e->out, "%s%s%s", n > 1 ? ", " : " ", info->state_names[n],
                          n == 1 ? " = 1" : "");
        strbuf_puts(e->out, " };\n");
    }
    strbuf_printf(e->out, "static rt_value %s_resume(rt_frame *frame, rt_value input);\n",
                  info->name);
}

/* ---- starting -------------------------------------------------------------------------------- */

static void put_init(emitter *e, ir_function *f)
{
    const char *n = e->info->name;
    strbuf_printf(e->out, "\nstatic inline void %s_init%s\n{\n", n,
                  emit_parameters(e, f, "rt_frame *frame"));
    bool any = false;
    for (uint32_t s = 0; s < f->slots.count; s++) any |= f->slots.items[s].is_param;
    if (any) strbuf_printf(e->out, "    struct %s_frame *self = (struct %s_frame *)frame;\n", n, n);
    strbuf_printf(e->out,
                  "    frame->code = &%s_code;\n    frame->parent = NULL;\n    frame->state = 0;\n "
                  "   frame->flags = 0;\n",
                  n);
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (f->slots.items[s].is_param)
            strbuf_printf(e->out, "    self->%s = %s;\n", e->info->slot_names[s],
                          e->info->slot_names[s]);
    strbuf_puts(e->out, "}\n");
}

void emit_init_function(emitter *e, ir_function *f)
{
    e->function = f;
    e->info = &e->functions[f->index];
    put_init(e, f);
}

void emit_start_functions(emitter *e, ir_function *f)
{
    if (!e->info->needs_start) return;
    const char *n = e->info->name;
    strbuf_printf(e->out,
                  "\nstatic rt_value %s_start%s\n{\n    rt_value fresh = rt_coro_new(&%s_code);\n "
                  "   %s_init(RT_CORO_FRAME(fresh)",
                  n, emit_parameters(e, f, ""), n, n);
    for (uint32_t s = 0; s < f->slots.count; s++)
        if (f->slots.items[s].is_param) strbuf_printf(e->out, ", %s", e->info->slot_names[s]);
    strbuf_puts(e->out, ");\n    return fresh;\n}\n");
}

/* ---- states ---------------------------------------------------------------------------------- */

static const char *resume_label(emitter *e, uint32_t point)
{
    return arena_printf(e->memory, "resume_%u", point);
}

void emit_states(emitter *e, ir_function *f)
{
    ir_frame *frame = e->info->frame;
    if (frame->count > 1) {
        strbuf_puts(e->out, "    switch (frame->state) {\n");
        for (uint32_t n = 1; n < frame->count; n++)
            strbuf_printf(e->out, "    case %s: goto %s;\n", e->info->state_names[n],
                          resume_label(e, n));
        strbuf_puts(e->out, "    }\n");
    }
    /* Thrown into before it began: nothing of the body runs. */
    strbuf_puts(e->out, "    if (!input) {\n");
    strbuf_printf(e->out, "        rt_trace(&%s_code, %u);\n", e->info->name,
                  emit_position_of(e, f->span, 0));
    slot_list start = e->info->ownership->start_unwind, unread = e->info->ownership->entry_release;
    emit_releases(e, start, "        ");
    emit_releases(e, unread, "        ");
    emit_leave(e, "        ");
    strbuf_printf(e->out, "        return rt_body_raised(&%s_code);\n    }\n", e->info->name);
}

static uint32_t point_of(emitter *e, const ir_instr *i)
{
    for (uint32_t n = 1;; n++)
        if (e->info->frame->points[n].instr == i) return n;
}

static void put_pending(emitter *e, uint32_t point, const char *mark)
{
    strbuf_printf(e->out, "    if (input == %s) {\n        frame->state = %s;\n", mark,
                  e->info->state_names[point]);
    emit_leave(e, "        ");
    strbuf_printf(e->out, "        return %s;\n    }\n", mark);
}

static void put_child_apart(emitter *e, const ir_instr *i, const suspend_point *p)
{
    const char *child = child_member(e, p), *member = member_of(e, p);
    strbuf_printf(e->out,
                  "    self->await.%s = rt_frame_new(%s_code.frame_size);\n"
                  "    %s_init(self->await.%s",
                  member, child, child, member);
    for (uint32_t a = 0; a < i->arg_count; a++)
        strbuf_printf(e->out, ", %s", emit_operand(e, i, a));
    strbuf_printf(e->out, ");\n    input = rt_frame_start(self->await.%s, frame);\n", member);
}

static void put_library_child(emitter *e, const ir_instr *i, const suspend_point *p)
{
    const char *child = child_member(e, p);
    strbuf_printf(e->out, "    input = %s_await(&self->await.%s.head, frame", child, child);
    for (uint32_t a = 0; a < i->arg_count; a++)
        strbuf_printf(e->out, ", %s", emit_operand(e, i, a));
    strbuf_puts(e->out, ");\n");
}

static void put_leaf(emitter *e, const ir_instr *i)
{
    strbuf_printf(e->out, "    input = %s(frame", i->aux.library->symbol);
    for (uint32_t a = 0; a < i->arg_count; a++)
        strbuf_printf(e->out, ", %s", emit_operand(e, i, a));
    strbuf_puts(e->out, ");\n");
}

/* Fills an embedded child's frame in, makes us its parent and runs it. */
static void put_child(emitter *e, const ir_instr *i, const suspend_point *p)
{
    const char *child = child_member(e, p);
    strbuf_printf(e->out, "    %s_init(&self->await.%s.head", child, child);
    for (uint32_t a = 0; a < i->arg_count; a++)
        strbuf_printf(e->out, ", %s", emit_operand(e, i, a));
    strbuf_printf(e->out,
                  ");\n    self->await.%s.head.parent = frame;\n    input = "
                  "%s_resume(&self->await.%s.head, RT_NONE);\n",
                  child, child, child);
}

/* After the suspension the result is checked and stored; one that nobody wants is let go at
 * once. */
static void put_resumed(emitter *e, const ir_block *b, ir_instr *i)
{
    emit_raised(e, b, i, "!input");
    if (i->counts->drops_result) {
        strbuf_puts(e->out, "    RT_RELEASE(input);\n");
        return;
    }
    const char *slot = emit_slot(e, (uint32_t)i->dst);
    if (i->counts->replaces)
        strbuf_printf(e->out, "    %s(%s);\n",
                      e->info->ownership->may_be_unset[i->dst] ? "RT_RELEASE_OPT" : "RT_RELEASE",
                      slot);
    strbuf_printf(e->out, "    %s = input;\n", slot);
}

void emit_suspension(emitter *e, const ir_block *b, ir_instr *i)
{
    uint32_t point = point_of(e, i);
    const suspend_point *p = &e->info->frame->points[point];
    switch (i->op) {
    case IR_yield:
        strbuf_printf(e->out, "    rt_state.yielded = %s;\n    frame->state = %s;\n",
                      emit_operand(e, i, 0), e->info->state_names[point]);
        emit_leave(e, "    ");
        strbuf_printf(e->out, "    return RT_YIELD;\n%s:;\n", resume_label(e, point));
        break;
    case IR_yield_from:
        strbuf_printf(e->out,
                      "    input = RT_NONE;\n%s:;\n    input = rt_delegate_step(%s, input);\n",
                      resume_label(e, point), emit_operand(e, i, 0));
        put_pending(e, point, "RT_YIELD");
        break;
    default:
        if (p->apart)
            put_child_apart(e, i, p);
        else if (p->library_child)
            put_library_child(e, i, p);
        else if (p->child)
            put_child(e, i, p);
        else if (i->op == IR_await_leaf)
            put_leaf(e, i);
        else
            strbuf_printf(e->out, "    input = %s(frame, %s);\n",
                          i->op == IR_anext ? "rt_anext" : "rt_await", emit_operand(e, i, 0));
        put_pending(e, point, "RT_PENDING");
        strbuf_printf(e->out, "%s:;\n", resume_label(e, point));
    }
    put_resumed(e, b, i);
}
