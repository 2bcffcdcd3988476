/* exception.h: exceptions as objects, and what the runtime does with them. */
#ifndef ASYNCC_EXC_EXCEPTION_H
#define ASYNCC_EXC_EXCEPTION_H

#include "value/object.h"

typedef struct rt_exception {
    rt_object head;
    rt_value args;      /* a tuple */
    rt_value traceback; /* an rt_traceback, or 0 */
    rt_value cause;     /* an exception, RT_NONE (raise ... from None), or 0 */
    rt_value context;   /* an exception, or 0 */
    rt_fields fields;   /* attributes that the program set; add_note's __notes__ */
    bool suppress;      /* __suppress_context__ */
    bool by_lookup;     /* a call has raised it before it called: until the traceback says so */
    rt_value members[]; /* by kind: RT_EXCEPTION_KINDS; 0 = None */
} rt_exception;
#define RT_EXCEPTION_OBJECT(v) ((rt_exception *)(v))

/* The kinds of exceptions: members that stand in every instance, in order, and how many.
 * KIND(kind, count, names...) */
#define RT_EXCEPTION_KINDS(KIND)                                                                   \
    KIND(plain, 0, NULL)                                                                           \
    KIND(key, 0, NULL)                                                                             \
    KIND(stop, 1, "value")                                                                         \
    KIND(exit, 1, "code")                                                                          \
    KIND(name, 1, "name")                                                                          \
    KIND(attribute, 2, "name", "obj")                                                              \
    KIND(import, 3, "msg", "name", "path")                                                         \
    KIND(os, 4, "errno", "strerror", "filename", "filename2")                                      \
    KIND(group, 2, "message", "exceptions")                                                        \
    KIND(plain_group, 2, "message", "exceptions")                                                  \
    KIND(syntax, 7, "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset")     \
    KIND(decode, 5, "encoding", "object", "start", "end", "reason")                                \
    KIND(encode, 5, "encoding", "object", "start", "end", "reason")                                \
    KIND(translate, 5, "encoding", "object", "start", "end", "reason")

enum { RT_STOP_VALUE = 0 };
enum { RT_EXIT_CODE = 0 };
enum { RT_NAME_NAME = 0, RT_NAME_OBJ = 1 };
enum { RT_IMPORT_MSG, RT_IMPORT_NAME, RT_IMPORT_PATH };
enum { RT_OS_ERRNO, RT_OS_STRERROR, RT_OS_FILENAME, RT_OS_FILENAME2 };
enum { RT_GROUP_MESSAGE, RT_GROUP_EXCEPTIONS };
enum {
    RT_UNICODE_ENCODING,
    RT_UNICODE_OBJECT,
    RT_UNICODE_START,
    RT_UNICODE_END,
    RT_UNICODE_REASON
};

#define RT_EXCEPTION(name, module, base, kind) extern rt_type rt_exc_##name;
#include "exc/hierarchy.def"
#undef RT_EXCEPTION

static inline bool rt_is_exception(rt_value v)
{
    return !RT_IS_INT(v) && RT_OBJECT(v)->type->flags & RT_TYPE_EXCEPTION;
}
bool rt_is_exception_class(rt_value v);

/* An instance with these arguments, as the class called with them would make it; 0 = raised. */
rt_value rt_exc_new(rt_type *type, uint32_t count, const rt_value *args);

/* Sets a member (borrowed v) of an exception; v 0 or RT_NONE = none. */
void rt_exc_set_member(rt_value exception, uint32_t member, rt_value v);

/* Sets `name` and `obj` of the pending NameError or AttributeError. Of ImportErrors, only the
 * name. */
void rt_exc_set_name(rt_value name, rt_value obj);

/* ---- raising (raise.c). All of them return 0. */
rt_value rt_raise_new(rt_type *type, uint32_t count, const rt_value *args); /* type(*args) */
rt_value rt_raise_abstract(rt_type *cls); /* TypeError: abstract methods */
rt_value rt_raise_stop(rt_value v);       /* StopIteration(v) */
/* AttributeError in the words for a class or an instance. */
rt_value rt_raise_attribute(rt_value object, rt_value name);
/* OSError of the subclass for that errno; filename 0 = none. */
rt_value rt_raise_os_error(int number, rt_value filename);

/* Sets rt_state.exc (consumed) with the exception being handled as its context. */
void rt_set_pending(rt_value exception);

/* Takes the pending exception away while C code does something else that may raise, and puts it
 * back: what was raised meanwhile is dropped. */
static inline rt_value rt_save_pending(void)
{
    rt_value saved = rt_state.exc;
    rt_state.exc = 0;
    return saved;
}
void rt_restore_pending(rt_value saved);

/* Consumes the context. */
void rt_exc_set_context(rt_value exception, rt_value context);

/* As if the pending exception were raised here: its context becomes what is being handled here. */
void rt_raise_pending_here(void);

/* The limit of the depth of calls, of which rt_state.depth_limit is the running thread's copy. */
extern uint32_t rt_recursion_limit;

/* Asks the running thread to call rt_attend where its next function begins: from another thread, or
 * from a signal handler. sched/ sets rt_attend. It returns false when it has raised. */
void rt_want_attention(void);
extern bool (*rt_attend)(void);

/* ---- tracebacks (traceback.c) */
typedef struct rt_traceback {
    rt_object head;
    const rt_code *code;
    rt_value next; /* towards where it was raised; 0 = the end */
    uint32_t line; /* 0: by position */
    uint32_t position;
    bool in_lookup; /* of a call: its method was looked up */
} rt_traceback;
#define RT_TRACEBACK(v) ((rt_traceback *)(v))
extern rt_type rt_traceback_type, rt_frame_type;

/* The pending exception comes from the lookup of a method that is to be called. Gives 0. */
rt_value rt_raised_by_lookup(void);

/* The comprehension that a position of a function is of, or NULL. */
const rt_code *rt_within_code(const rt_code *code, uint32_t position);

/* What programs see as a frame: its code and its line. */
rt_value rt_frame_object_new(const rt_code *code, uint32_t line);
void rt_frame_object_link(rt_value frame, rt_value back); /* its f_back; consumes it */
rt_value rt_traceback_of_frame(rt_value frame);           /* one entry: its line, no columns */

/* ---- printing (format.c): what CPython prints for an uncaught exception. */
rt_value rt_exc_format(rt_value exception); /* a str ended by a newline */
void rt_exc_print(rt_value exception);      /* on stderr */
/* The same as lists of strings, as the module traceback has them; `traceback` (0 or RT_NONE: none)
 * in place of the exception's own. Of `limit` entries of each traceback: the first ones, or the
 * last ones if negative; NULL = all. */
rt_value rt_exc_pieces(rt_value exception, rt_value traceback, bool chain, const int64_t *limit);
rt_value rt_exc_only_pieces(rt_value exception); /* "ValueError: text\n" and its notes */
/* The entries; of 0 or None: []. */
rt_value rt_traceback_pieces(rt_value traceback, const int64_t *limit);

/* suggest.c: what the name of a NameError or an AttributeError was probably meant for; 0: nothing
 * is near. */
void rt_set_hints(const rt_hint *hints);
rt_value rt_suggest(rt_value exception);

/* "Exception ignored in: <where>" and the pending exception, which is dropped. where 0 =
 * unknown. */
void rt_unraisable(const char *what, rt_value where);

/* ---- groups (group.c) */
/* A tuple (match, rest), each may be None. */
rt_value rt_group_split(rt_value group, rt_value condition);

/* ---- warnings (warning.c): false = raised. */
bool rt_warn(rt_type *category, rt_value message);
void rt_end_warnings(void);
/* A line of a source as it is shown: "  text\n", without its own indentation. Owned. */
rt_value rt_source_line(const rt_source *source, uint32_t line);

/* ---- slots of kinds whose rules are elsewhere than in exception.c */
rt_value rt_exc_construct(rt_type *cls, const rt_args *args);
rt_value rt_os_error_construct(rt_type *cls, const rt_args *args);
bool rt_os_error_init(rt_value self, const rt_args *args);
rt_value rt_os_error_str(rt_value self);
bool rt_unicode_error_init(rt_value self, const rt_args *args);
rt_value rt_unicode_error_str(rt_value self);
rt_value rt_group_construct(rt_type *cls, const rt_args *args);
bool rt_group_init(rt_value self, const rt_args *args);
rt_value rt_group_str(rt_value self);
extern const rt_native_def rt_group_methods[];

/* Enters the members of an exception type into its attributes, if it has some that its base
 * lacks. */
void rt_exc_enter_members(rt_type *type);

/* Start-up: the root's slots before the types are made ready, the bases of ExceptionGroup after
 * it. */
void rt_init_exceptions(void);

#endif
