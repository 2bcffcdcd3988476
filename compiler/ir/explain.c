/* Frames, states and reasons in words. See explain.h. */
#include "ir/explain.h"

#include <string.h>

#include "ir/frame.h"
#include "ir/infer.h"

enum { HEAD_SIZE = 24, WORD_SIZE = 8, BOOL_SIZE = 4 };

typedef struct explainer {
    FILE *out;
    ir_program *program;
    ir_frame **frames; /* by function; NULL before it is asked for */
    ir_function *function;
    const ir_frame *frame;
    uint32_t count; /* of the functions told so far */
} explainer;

static ir_frame *frame_of(explainer *e, ir_function *f)
{
    ir_frame **frame = &e->frames[f->index];
    if (!*frame) *frame = frame_compute(e->program, f, ownership_compute(e->program, f));
    return *frame;
}

static const char *async_kind(const ir_function *f)
{
    return f->kind == FN_COROUTINE   ? "async def"
           : f->kind == FN_GENERATOR ? "generator"
                                     : "async generator";
}

static uint32_t line_of(const explainer *e, const ir_instr *i)
{
    return source_line(e->function->module->source, i->span.start);
}

/* ---- sizes ----------------------------------------------------------------------------------- */

static uint32_t field_size(const ir_slot *slot)
{
    return slot->repr == REPR_BOOL ? BOOL_SIZE : WORD_SIZE;
}

static uint32_t aligned(uint32_t size)
{
    return (size + WORD_SIZE - 1) & ~(uint32_t)(WORD_SIZE - 1);
}

static uint32_t fields_size(const ir_function *f)
{
    uint32_t size = 0;
    for (vec_each(ir_slot, s, &f->slots)) {
        if (!s->in_frame) continue;
        if (s->repr != REPR_BOOL) size = aligned(size);
        size += field_size(s);
    }
    return aligned(size);
}

static uint32_t frame_size(explainer *e, ir_function *f);

/* The room that the awaited takes inside of the frame. */
static uint32_t child_size(explainer *e, const suspend_point *p)
{
    if (p->apart) return WORD_SIZE;
    if (p->child) return frame_size(e, e->program->functions.items[p->child->index]);
    return p->library_child ? HEAD_SIZE + p->library_child->frame_words * WORD_SIZE : 0;
}

static uint32_t children_size(explainer *e, ir_function *f)
{
    const ir_frame *frame = frame_of(e, f);
    uint32_t largest = 0;
    for (uint32_t n = 1; n < frame->count; n++) {
        uint32_t size = child_size(e, &frame->points[n]);
        if (size > largest) largest = size;
    }
    return largest;
}

static uint32_t frame_size(explainer *e, ir_function *f)
{
    uint32_t children = children_size(e, f); /* computes in_frame */
    return HEAD_SIZE + fields_size(f) + children;
}

/* ---- who makes what -------------------------------------------------------------------------- */

static type made_by(const explainer *e, const ir_instr *i)
{
    switch (i->op) {
    case IR_call_direct:
    case IR_call_direct_float:
    case IR_await_direct:
    case IR_await_apart: return i->aux.function->analysis->result;
    case IR_call_library: return type_of_result(i->aux.library->result);
    case IR_start_direct: return (type){TYPE_COROUTINE, i->aux.function};
    default: return infer_result(e->program, e->function, i);
    }
}

static const ir_instr *maker_of(const explainer *e, ir_ref slot)
{
    for (vec_each(ir_block *, b, &e->function->blocks))
        for (vec_each(ir_instr, i, &(*b)->code))
            if (i->dst == slot) return i;
    return NULL;
}

/* ---- awaits ---------------------------------------------------------------------------------- */

static const char *called_name(const ir_instr *i)
{
    switch (i->op) {
    case IR_call_method:
    case IR_call_method_named:
    case IR_find_method:
    case IR_getattr:
    case IR_special: return i->aux.name->text;
    default: return NULL;
    }
}

/* Why an await goes the general way. */
static void put_general_await(const explainer *e, const ir_instr *i)
{
    const ir_instr *maker = ir_is_slot(i->args[0]) ? maker_of(e, i->args[0]) : NULL;
    const char *named = maker ? called_name(maker) : NULL;
    if (maker && (maker->op == IR_task_direct))
        fprintf(e->out, "waits for a task: no frame of its own\n");
    else if (maker && maker->op == IR_start_direct)
        fprintf(e->out, "allocates: the coroutine %s is kept in a variable before it is awaited\n",
                maker->aux.function->qualname->text);
    else if (named)
        fprintf(e->out, "may allocate: which .%s() it is, only the run tells\n", named);
    else if (maker &&
             (maker->op == IR_call || maker->op == IR_call_named || maker->op == IR_call_spread))
        fprintf(e->out, "may allocate: what is called, only the run tells\n");
    else
        fprintf(e->out, "waits for a task, a future or a coroutine that exists already\n");
}

static void put_await(explainer *e, const suspend_point *p)
{
    const ir_instr *i = p->instr;
    switch (i->op) {
    case IR_await_direct:
        fprintf(e->out, "embeds the frame of %s, %u bytes\n", p->child->qualname->text,
                child_size(e, p));
        break;
    case IR_await_apart:
        fprintf(e->out, "allocates a block for %s: it leads back here, so no frame can hold it\n",
                p->child->qualname->text);
        break;
    case IR_await_library:
        fprintf(e->out, "embeds the frame of %s, %u bytes\n", i->aux.library->name,
                child_size(e, p));
        break;
    case IR_await_leaf:
        fprintf(e->out, "needs no frame: %s suspends this one\n", i->aux.library->name);
        break;
    case IR_anext: fprintf(e->out, "asks an async iterator for the next item\n"); break;
    case IR_yield: fprintf(e->out, "gives a value to who iterates\n"); break;
    case IR_yield_from: fprintf(e->out, "passes on what an iterator gives\n"); break;
    default: put_general_await(e, i); break;
    }
}

static const char *verb_of(ir_op op)
{
    switch (op) {
    case IR_yield: return "yield";
    case IR_yield_from: return "yield from";
    case IR_anext: return "next";
    default: return "await";
    }
}

static void put_source_line(const explainer *e, uint32_t line)
{
    uint32_t length;
    const char *text = source_line_text(e->function->module->source, line, &length);
    while (length && (*text == ' ' || *text == '\t')) text++, length--;
    fprintf(e->out, "%.*s", (int)(length > 60 ? 60 : length), text);
}

static void put_states(explainer *e)
{
    fprintf(e->out, "  states:\n    %2u  line %-4u not started\n", 0u, e->function->line);
    for (uint32_t n = 1; n < e->frame->count; n++) {
        const suspend_point *p = &e->frame->points[n];
        fprintf(e->out, "    %2u  line %-4u ", n, p->line);
        put_source_line(e, p->line);
        fprintf(e->out, "\n                  %s: ", verb_of(p->instr->op));
        put_await(e, p);
    }
}

/* ---- the frame ------------------------------------------------------------------------------- */

static void put_frame(explainer *e)
{
    ir_function *f = e->function;
    static const char *const held[] = {"value", "word", "double", "bool"};
    uint32_t children = children_size(e, f), at = HEAD_SIZE;
    fprintf(e->out, "  frame: %u bytes\n    %4u  %4u  (head)\n", frame_size(e, f), 0u,
            (uint32_t)HEAD_SIZE);
    for (uint32_t s = 0; s < f->slots.count; s++) {
        const ir_slot *slot = &f->slots.items[s];
        if (!slot->in_frame) continue;
        if (slot->repr != REPR_BOOL) at = aligned(at);
        fprintf(e->out, "    %4u  %4u  %s: %s, %s\n", at, field_size(slot),
                slot->name ? slot->name->text : "(temporary)", type_name(slot->type),
                held[slot->repr]);
        at += field_size(slot);
    }
    if (children) fprintf(e->out, "    %4u  %4u  (what it awaits)\n", aligned(at), children);
}

/* ---- variables ------------------------------------------------------------------------------- */

/* What arrives with an operation whose result may be anything. */
static const char *reason_of(const ir_instr *i)
{
    switch (i->op) {
    case IR_getattr: return "is an attribute of an object";
    case IR_getitem:
    case IR_list_get:
    case IR_tuple_item: return "is an item of a container";
    case IR_next:
    case IR_anext: return "is an item of an iterator";
    case IR_await:
    case IR_await_library:
    case IR_await_leaf: return "is the result of an await";
    case IR_catch: return "is an exception";
    case IR_task_new:
    case IR_task_direct: return "is a task";
    case IR_load_cell: return "is shared with a closure";
    case IR_load_global: return "is a module variable that holds anything";
    case IR_yield: return "is what is sent in";
    case IR_copy: return "is a copy of such a value";
    default:
        return ir_info(i->op)->result == 'v' ? "is the result of an operation on such values"
                                             : "may be unset";
    }
}

static bool is_call(ir_op op)
{
    return strncmp(ir_info(op)->name, "call", 4) == 0;
}

/* The first place that lets anything in, else the first two that let in different things. */
static void put_reason(const explainer *e, ir_ref slot)
{
    type so_far = TYPE(NEVER);
    for (vec_each(ir_block *, b, &e->function->blocks))
        for (vec_each(ir_instr, i, &(*b)->code)) {
            if (i->dst != slot || i->op == IR_unset) continue;
            type t = made_by(e, i);
            if (t.kind == TYPE_OBJECT) {
                fprintf(e->out, "what arrives on line %u %s\n", line_of(e, i),
                        is_call(i->op) ? "is the result of a call" : reason_of(i));
                return;
            }
            if (type_join(so_far, t).kind == TYPE_OBJECT) {
                fprintf(e->out, "%s on line %u, %s before\n", type_name(t), line_of(e, i),
                        type_name(so_far));
                return;
            }
            so_far = type_join(so_far, t);
        }
    fprintf(e->out, "it is made in several ways\n");
}

static void put_variable(const explainer *e, ir_ref slot)
{
    const ir_slot *s = &e->function->slots.items[slot];
    fprintf(e->out, "    %s: ", s->name->text);
    if (s->is_cell)
        fprintf(e->out, "a closure shares it\n");
    else if (s->is_param && e->function->analysis->escapes)
        fprintf(e->out, "%s is used as a value, so that any argument can arrive\n",
                e->function->name->text);
    else if (s->is_param)
        fprintf(e->out, "its callers pass different things, or anything\n");
    else
        put_reason(e, slot);
}

static void put_variables(const explainer *e)
{
    bool any = false;
    for (uint32_t s = 0; s < e->function->slots.count; s++) {
        const ir_slot *slot = &e->function->slots.items[s];
        if (!slot->name || slot->name->text[0] == '.' ||
            (slot->type.kind != TYPE_OBJECT && !slot->is_cell))
            continue;
        if (!any) fprintf(e->out, "  held as general values:\n");
        any = true;
        put_variable(e, (ir_ref)s);
    }
}

/* ---- the graph ------------------------------------------------------------------------------- */

/* The states, and the end (frame->count), that can come next after an operation of a block;
 * `raised`: by an exception. */
typedef struct walk {
    explainer *e;
    bool *seen, *raised; /* by block: reached at all; reached by handlers only */
    uint8_t *reached;    /* by state: 1 by exceptions only, 2 otherwise */
} walk;

static uint32_t state_of(const explainer *e, const ir_instr *i)
{
    for (uint32_t n = 1; n < e->frame->count; n++)
        if (e->frame->points[n].instr == i) return n;
    return 0;
}

static void reach(walk *w, uint32_t state, bool raised)
{
    uint8_t how = raised ? 1 : 2;
    if (w->reached[state] < how) w->reached[state] = how;
}

static void follow(walk *w, const ir_block *b, uint32_t from, bool raised)
{
    if (from == 0) {
        if (w->seen[b->id] && (raised || !w->raised[b->id])) return;
        w->seen[b->id] = true;
        w->raised[b->id] = raised;
    }
    for (uint32_t k = from; k < b->code.count; k++) {
        const ir_instr *i = &b->code.items[k];
        if (ir_info(i->op)->suspends) {
            reach(w, state_of(w->e, i), raised);
            return;
        }
        if (ir_info(i->op)->raises && b->handler) follow(w, b->handler, 0, true);
        if (ir_is_return(i->op)) reach(w, w->e->frame->count, raised);
        for (uint32_t t = 0; t < i->target_count; t++) follow(w, i->targets[t], 0, raised);
    }
}

static void put_edges(explainer *e, uint32_t state, const ir_block *b, uint32_t from)
{
    arena *a = &e->program->compilation->memory;
    uint32_t blocks = e->function->blocks.count, f = e->function->index;
    walk w = {e, arena_array(a, bool, blocks), arena_array(a, bool, blocks),
              arena_array(a, uint8_t, e->frame->count + 1)};
    follow(&w, b, from, false);
    if (state && b->handler) follow(&w, b->handler, 0, true);
    for (uint32_t n = 1; n <= e->frame->count; n++) {
        const char *style = w.reached[n] == 1 ? " [style=dashed]" : "";
        if (w.reached[n]) fprintf(e->out, "        f%u_%u -> f%u_%u%s\n", f, state, f, n, style);
    }
}

static void put_graph_text(FILE *out, const char *text, uint32_t length)
{
    for (uint32_t n = 0; n < length; n++) {
        if (text[n] == '"' || text[n] == '\\') fputc('\\', out);
        fputc(text[n], out);
    }
}

static void put_node(explainer *e, uint32_t state)
{
    const suspend_point *p = &e->frame->points[state];
    uint32_t length;
    const char *text = source_line_text(e->function->module->source, p->line, &length);
    while (length && (*text == ' ' || *text == '\t')) text++, length--;
    fprintf(e->out, "        f%u_%u [label=\"%u: line %u\\n", e->function->index, state, state,
            p->line);
    put_graph_text(e->out, text, length);
    fprintf(e->out, "\"]\n");
}

static void put_graph(explainer *e)
{
    ir_function *f = e->function;
    fprintf(e->out, "    subgraph cluster_%u {\n        label=\"%s %s\"\n", f->index, async_kind(f),
            f->qualname->text);
    fprintf(e->out, "        f%u_0 [label=\"start\", shape=circle]\n", f->index);
    for (uint32_t n = 1; n < e->frame->count; n++) put_node(e, n);
    fprintf(e->out, "        f%u_%u [label=\"end\", shape=doublecircle]\n", f->index,
            e->frame->count);
    put_edges(e, 0, f->blocks.items[0], 0);
    for (vec_each(ir_block *, b, &f->blocks))
        for (uint32_t k = 0; k < (*b)->code.count; k++) {
            const ir_instr *i = &(*b)->code.items[k];
            if (ir_info(i->op)->suspends) put_edges(e, state_of(e, i), *b, k + 1);
        }
    fprintf(e->out, "    }\n");
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void put_function(explainer *e)
{
    fprintf(e->out, "%s%s %s, line %u\n", e->count++ ? "\n" : "", async_kind(e->function),
            e->function->qualname->text, e->function->line);
    put_frame(e);
    put_states(e);
    put_variables(e);
}

static void each_function(FILE *out, ir_program *p, void (*put)(explainer *))
{
    explainer e = {.out = out, .program = p};
    e.frames = arena_array(&p->compilation->memory, ir_frame *, p->functions.count);
    for (vec_each(ir_function *, f, &p->functions)) {
        if ((*f)->module->is_library || !ir_function_suspends(*f)) continue;
        e.function = *f;
        e.frame = frame_of(&e, *f);
        put(&e);
    }
}

void explain_program(FILE *out, ir_program *p)
{
    each_function(out, p, put_function);
}

void explain_graph(FILE *out, ir_program *p)
{
    fprintf(out, "digraph states {\n    node [shape=box, fontname=\"monospace\"]\n");
    each_function(out, p, put_graph);
    fprintf(out, "}\n");
}
