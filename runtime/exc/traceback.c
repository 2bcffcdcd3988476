/* traceback.c: traceback objects, made while an exception unwinds: one for each function it leaves,
 * the outermost first, and the frame objects that programs reach through them. */
#include "exc/exception.h"

#include "value/function.h"
#include "value/type.h"

static uint32_t line_of(const rt_traceback *t)
{
    return t->line ? t->line : t->code->positions[t->position].line;
}

static void add_entry(rt_exception *e, const rt_code *code, uint32_t position)
{
    rt_traceback *t = (rt_traceback *)rt_object_new(&rt_traceback_type, sizeof(rt_traceback));
    t->code = code;
    t->position = position;
    t->next = e->traceback;
    t->in_lookup = e->by_lookup;
    e->by_lookup = false;
    e->traceback = (rt_value)t;
}

rt_value rt_raised_by_lookup(void)
{
    RT_EXCEPTION_OBJECT(rt_state.exc)->by_lookup = true;
    return 0;
}

const rt_code *rt_within_code(const rt_code *code, uint32_t position)
{
    return code->within ? code->within[position].code : NULL;
}

void rt_trace(const rt_code *code, uint32_t position)
{
    if (!rt_state.exc) return;
    rt_exception *e = RT_EXCEPTION_OBJECT(rt_state.exc);
    for (const rt_code *inner; (inner = rt_within_code(code, position));
         position = code->within[position].call)
        add_entry(e, inner, position);
    add_entry(e, code, position);
}

static rt_value get_lineno(rt_value self)
{
    return RT_INT(line_of(RT_TRACEBACK(self)));
}

static rt_value get_next(rt_value self)
{
    rt_value next = RT_TRACEBACK(self)->next;
    return rt_retained(next ? next : RT_NONE);
}

static bool set_next(rt_value self, rt_value v)
{
    if (!v || (v != RT_NONE && RT_TYPE(v) != &rt_traceback_type)) {
        rt_raise_format(&rt_exc_TypeError, "expected traceback object, got '%T'", v ? v : RT_NONE);
        return false;
    }
    for (rt_value at = v; at != RT_NONE && at; at = RT_TRACEBACK(at)->next)
        if (at == self) {
            rt_raise_format(&rt_exc_ValueError, "traceback loop detected");
            return false;
        }
    rt_value old = RT_TRACEBACK(self)->next;
    RT_TRACEBACK(self)->next = v == RT_NONE ? 0 : rt_retained(v);
    RT_RELEASE_OPT(old);
    return true;
}

static void traceback_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    rt_value next = ((rt_traceback *)self)->next;
    if (next) visit(next, context);
}

static void traceback_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((rt_traceback *)self)->next);
    rt_free(self, sizeof(rt_traceback));
}

/* ---- frames: only what a traceback knows of them --------------------------------------------- */

typedef struct frame_object {
    rt_object head;
    const rt_code *code;
    uint32_t line;
    rt_value back; /* the frame that called it, where that is known; else 0 */
} frame_object;
#define FRAME(v) ((frame_object *)(v))

rt_value rt_frame_object_new(const rt_code *code, uint32_t line)
{
    frame_object *f = (frame_object *)rt_object_new(&rt_frame_type, sizeof(frame_object));
    f->code = code;
    f->line = line;
    f->back = 0;
    return (rt_value)f;
}

void rt_frame_object_link(rt_value frame, rt_value back)
{
    FRAME(frame)->back = back;
}

static void frame_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((frame_object *)self)->back);
    rt_free(self, sizeof(frame_object));
}

rt_value rt_traceback_of_frame(rt_value frame)
{
    rt_traceback *made = (rt_traceback *)rt_object_new(&rt_traceback_type, sizeof(rt_traceback));
    made->code = FRAME(frame)->code;
    made->line = FRAME(frame)->line;
    return (rt_value)made;
}

static rt_value get_frame(rt_value self)
{
    return rt_frame_object_new(RT_TRACEBACK(self)->code, line_of(RT_TRACEBACK(self)));
}

static rt_value frame_get_code(rt_value self)
{
    return rt_code_object(FRAME(self)->code);
}

static rt_value frame_get_lineno(rt_value self)
{
    return RT_INT(FRAME(self)->line);
}

static rt_value frame_get_back(rt_value self)
{
    return rt_retained(FRAME(self)->back ? FRAME(self)->back : RT_NONE);
}

static rt_value frame_repr(rt_value self)
{
    return rt_str_format("<frame at %p, file '%s', line %u, code %s>", (void *)self,
                         FRAME(self)->code->source->path, FRAME(self)->line,
                         FRAME(self)->code->name);
}

static const rt_getset_def frame_getsets[] = {
    {"f_code", frame_get_code, NULL},
    {"f_lineno", frame_get_lineno, NULL},
    {"f_back", frame_get_back, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_frame_type = {
    .head = RT_TYPE_HEAD,
    .name = "frame",
    .size = sizeof(frame_object),
    .flags = RT_TYPE_FINAL,
    .dealloc = frame_dealloc,
    .repr = frame_repr,
    .getsets = frame_getsets,
};

static const rt_getset_def traceback_getsets[] = {
    {"tb_lineno", get_lineno, NULL},
    {"tb_next", get_next, set_next},
    {"tb_frame", get_frame, NULL},
    {NULL, NULL, NULL},
};

rt_type rt_traceback_type = {
    .head = RT_TYPE_HEAD,
    .name = "traceback",
    .size = sizeof(rt_traceback),
    .flags = RT_TYPE_FINAL,
    .dealloc = traceback_dealloc,
    .traverse = traceback_traverse,
    .getsets = traceback_getsets,
};
