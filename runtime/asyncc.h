/* asyncc.h: what generated C and the runtime agree on.
 *
 * Generated C includes this header and nothing else. It holds the value word, the layout of
 * frames and descriptors, the inline fast paths (asyncc_inline.h), and (through abi.def and
 * lib/lib.def) the prototype of every function that generated code may call. Everything else
 * about objects is private to the runtime (value/object.h).
 *
 * Conventions, unless a comment says otherwise:
 *   - arguments are borrowed: the callee retains what it keeps;
 *   - results are owned: the caller releases them, or hands them on;
 *   - a result of 0 means "raised": the exception is pending in rt_state.exc;
 *   - `bool` results: true = fine, false = raised;  `int` results: 1 or 0, -1 = raised.
 *
 * Written for gcc, clang and tcc 0.9.27; under ASYNCC_JIT there are no system headers. */
#ifndef ASYNCC_H
#define ASYNCC_H

#ifdef ASYNCC_JIT
typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long int64_t;
typedef unsigned long uint64_t;
typedef unsigned long uintptr_t;
typedef unsigned long size_t;
#define bool _Bool
#define true 1
#define false 0
#define NULL ((void *)0)
#define offsetof(type, member) ((size_t) & ((type *)0)->member)
void *memcpy(void *, const void *, size_t);
void *memset(void *, int, size_t);
#else
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifndef ASYNCC_GENERATED /* whose own names must not meet those of string.h */
#include <string.h>
#endif
#endif

#if defined(__GNUC__) && !defined(__TINYC__)
#define RT_LIKELY(x) __builtin_expect(!!(x), 1)
#define RT_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define RT_UNUSED __attribute__((unused))
#define RT_ONCE __attribute__((cold)) /* a function that runs once: for size, not for speed */
#else
#define RT_LIKELY(x) (x)
#define RT_UNLIKELY(x) (x)
#define RT_UNUSED
#define RT_ONCE
#endif

/* ---- The value word -------------------------------------------------------------------------
 * Low bit 1: a 63-bit int in place. Otherwise a pointer to an rt_object, or one of the small
 * marks below, which never escape from the place that documents them. */
typedef uintptr_t rt_value;

typedef struct rt_type rt_type;
typedef struct rt_site rt_site;
typedef struct rt_call_site rt_call_site;

/* What every heap object begins with. `gc` belongs to the cycle collector (mem/). */
typedef struct rt_object {
    uint32_t refs;
    uint32_t gc;
    rt_type *type;
} rt_object;

#define RT_IMMORTAL 0x40000000u /* the reference count that static objects start with */

#define RT_IS_INT(v) ((v)&1)
#define RT_BOTH_INT(a, b) ((a) & (b)&1)
#define RT_INT(n) ((rt_value)(((uint64_t)(int64_t)(n) << 1) | 1))
#define RT_INT_VALUE(v) ((int64_t)(v) >> 1)
#define RT_INT_MAX ((int64_t)0x3fffffffffffffff)
#define RT_INT_MIN (-RT_INT_MAX - 1)
#define RT_OBJECT(v) ((rt_object *)(v))
#define RT_TYPE(v) (RT_IS_INT(v) ? &rt_int_type : RT_OBJECT(v)->type)

extern rt_object rt_none_object, rt_true_object, rt_false_object;
extern rt_object rt_not_implemented_object, rt_ellipsis_object;
#define RT_NONE ((rt_value)&rt_none_object)
#define RT_TRUE ((rt_value)&rt_true_object)
#define RT_FALSE ((rt_value)&rt_false_object)
#define RT_NOT_IMPLEMENTED ((rt_value)&rt_not_implemented_object)
#define RT_ELLIPSIS ((rt_value)&rt_ellipsis_object)
#define RT_BOOL(condition) ((condition) ? RT_TRUE : RT_FALSE)

/* Marks that a resume function returns in place of a value. */
#define RT_PENDING ((rt_value)2) /* suspended: waiting for something; see rt_state.leaf */
#define RT_YIELD ((rt_value)4)   /* a generator yielded; the value is in rt_state.yielded */
#define RT_IS_MARK(v) ((v)-2 <= 2)

void rt_destroy(rt_object *object); /* called when a count falls to 0 */

/* Without other macros inside: libtcc takes most of its time to expand these. */
#define RT_RETAIN(v)                                                                               \
    do {                                                                                           \
        rt_object *rt_o = (rt_object *)(v);                                                        \
        if (!((rt_value)rt_o & 1)) rt_o->refs++;                                                   \
    } while (0)
#define RT_RELEASE(v)                                                                              \
    do {                                                                                           \
        rt_object *rt_o = (rt_object *)(v);                                                        \
        if (!((rt_value)rt_o & 1) && --rt_o->refs == 0) rt_destroy(rt_o);                          \
    } while (0)
/* The same for what may be a coroutine that was never awaited: the warning names the position. */
#define RT_DROP(v, code, position)                                                                 \
    do {                                                                                           \
        rt_value rt_dropped = (v);                                                                 \
        if (!RT_IS_INT(rt_dropped) && --RT_OBJECT(rt_dropped)->refs == 0)                          \
            rt_destroy_at(RT_OBJECT(rt_dropped), code, position);                                  \
    } while (0)
/* The same for slots that may be unset (0). */
#define RT_RETAIN_OPT(v)                                                                           \
    do {                                                                                           \
        if (v) RT_RETAIN(v);                                                                       \
    } while (0)
#define RT_RELEASE_OPT(v)                                                                          \
    do {                                                                                           \
        if (v) RT_RELEASE(v);                                                                      \
    } while (0)

static inline rt_value rt_retained(rt_value v)
{
    RT_RETAIN(v);
    return v;
}

/* ---- Operators ------------------------------------------------------------------------------ */
typedef enum rt_binary_op {
    RT_ADD,
    RT_SUB,
    RT_MUL,
    RT_MATMUL,
    RT_TRUEDIV,
    RT_MOD,
    RT_POW,
    RT_LSHIFT,
    RT_RSHIFT,
    RT_OR,
    RT_XOR,
    RT_AND,
    RT_FLOORDIV
} rt_binary_op;
typedef enum rt_unary_op { RT_NEG, RT_POS, RT_INVERT } rt_unary_op;
typedef enum rt_compare_op { RT_LT, RT_LE, RT_EQ, RT_NE, RT_GT, RT_GE } rt_compare_op;

/* ---- Calls ----------------------------------------------------------------------------------
 * Arguments of a call: `positional` values, then `named` values whose names (interned strings)
 * stand in `names`. Everything is borrowed. */
typedef struct rt_args {
    const rt_value *values;
    uint32_t positional, named;
    const rt_value *names;
} rt_args;

/* ---- Descriptors ----------------------------------------------------------------------------
 * One constant rt_code describes each function of the program; tracebacks, reprs, task dumps and
 * the argument binder read it. Generated C writes them as initialisers. */
typedef struct rt_frame rt_frame;
typedef struct rt_code rt_code;

/* Resumes a frame. `input` is what the suspension point evaluates to (owned by the callee), or 0:
 * raise the pending exception there. A first resume passes RT_NONE (or 0 to throw at the start).
 * Returns the result (owned), 0 (raised), RT_PENDING or RT_YIELD. */
typedef rt_value rt_resume_fn(rt_frame *frame, rt_value input);

/* The generic entry of a plain function: `cells` are the closure's cells (borrowed), `args` has
 * one bound value (borrowed) for each parameter, 0 for none. */
typedef rt_value rt_entry_fn(const rt_value *cells, const rt_value *args);

/* of an operation in the source, for tracebacks: 1-based lines, 0-based byte columns */
typedef struct rt_position {
    uint32_t line, column, end_line, end_column;
} rt_position;

/* of a position: the comprehension it is of, which tracebacks show as a call at position `call` */
typedef struct rt_within {
    const rt_code *code; /* NULL: of the function itself */
    uint32_t call;
} rt_within;

typedef enum rt_slot_kind { RT_SLOT_VALUE, RT_SLOT_I64, RT_SLOT_F64, RT_SLOT_BOOL } rt_slot_kind;

typedef struct rt_slot { /* a variable in a frame */
    const char *name;    /* as in the source; "" for a temporary */
    uint16_t offset;     /* in bytes from the frame's start */
    uint8_t kind;        /* rt_slot_kind */
    uint8_t handled;     /* while it is set, that exception is being handled */
} rt_slot;

/* Where a frame waits, is an exception being handled? By slot: while one of them with `handled` is
 * set. */
typedef enum rt_handling { RT_HANDLING_NEVER, RT_HANDLING_ALWAYS, RT_HANDLING_BY_SLOT } rt_handling;

typedef struct rt_suspend_point { /* state k of a frame is suspend_points[k]; 0 is "not started" */
    uint32_t position;            /* index into code->positions */
    uint32_t child;               /* offset of the awaited embedded frame, 0 = none */
    const uint16_t *live;         /* indices into code->slots of those that own a value here */
    uint16_t live_count;
    uint8_t apart; /* at `child` stands a pointer to the awaited frame: it is a block of its own */
    uint8_t handling; /* rt_handling: inside an except block? */
} rt_suspend_point;

typedef enum rt_code_kind {
    RT_CODE_FUNCTION,
    RT_CODE_COROUTINE,
    RT_CODE_GENERATOR,
    RT_CODE_ASYNC_GENERATOR,
    RT_CODE_MODULE,
    RT_CODE_CLASS
} rt_code_kind;

typedef struct rt_source { /* one source file of the program */
    const char *path;      /* as given on the command line */
    /* the whole text, for the source lines of tracebacks; NULL: of the library, which shows none */
    const char *text;
    uint32_t size;
    const char *module; /* __name__ */
} rt_source;

typedef struct rt_param_list {
    /* positional-only, positional, keyword-only, then *args, **kwargs */
    const char *const *names;
    uint16_t posonly, positional; /* `positional` counts the positional-only ones too */
    uint16_t kwonly;
    uint8_t star, star_star; /* has *args / **kwargs */
} rt_param_list;

struct rt_code {
    const char *name, *qualname;
    const rt_source *source;
    uint32_t first_line;
    uint8_t kind; /* rt_code_kind */
    rt_param_list params;
    rt_entry_fn *entry; /* NULL where no function object is made of it */
    const char *doc;    /* NULL = no docstring */
    const rt_position *positions;
    const rt_within *within; /* NULL: nothing in it is of a comprehension */
    /* the rest: functions with suspend points only */
    rt_resume_fn *resume;
    uint32_t frame_size; /* in bytes */
    uint16_t slot_count, suspend_count;
    const rt_slot *slots;
    const rt_suspend_point *suspend_points;
};

/* The head of every frame. Frames of generated code follow it with what lives across a
 * suspension. */
struct rt_frame {
    const rt_code *code;
    rt_frame *parent; /* the frame that awaits this one; NULL at the root */
    uint32_t state;   /* 0 = not started, else the suspend point */
    uint32_t flags;   /* rt_frame_flag */
};

typedef enum rt_frame_flag {
    RT_FRAME_OBJECT = 1,   /* is the frame of an rt_coro */
    RT_FRAME_ITERATOR = 2, /* drives an iterator that is awaited; frees itself */
    RT_FRAME_RUNNING = 4,  /* set at a root driven by hand while it is on the C stack */
    RT_FRAME_APART = 8,    /* a block of its own, which goes with the end of the frame */
    RT_FRAME_LEVEL =
        16, /* from here on: how many frames await this one, where it is not embedded */
} rt_frame_flag;

/* ---- The state of the running thread -------------------------------------------------------- */
typedef struct rt_thread_state {
    rt_value exc; /* pending: raised and not caught yet; owned; 0 = none */
    /* what the innermost except block of the running chain of frames handles; owned; 0 = none */
    rt_value handled;
    /* the same of the consumer of the running async generator; owned: exc/handled.h */
    rt_value handled_below;
    rt_value handled_base; /* the same of whoever drives the chain; borrowed */
    /* not 0 while a chain runs into which something was thrown: a `handled` that is the same is
     * that of frames further out, which the running one does not see then; borrowed */
    rt_value handled_hidden;
    rt_value yielded; /* set with RT_YIELD; owned */
    rt_frame *leaf;   /* set with RT_PENDING: the frame to resume */
    /* set with RT_PENDING: the future (owned) the leaf waits for; RT_NONE for a bare yield; 0 where
     * it waits for a time, which is wake_at */
    rt_value awaited;
    double wake_at;
    uint32_t depth, depth_limit; /* of Python calls */
    struct rt_activation *top;   /* of the program's calls, where it notes them: RT_PLACE_PUSH */
    struct rt_task *task;        /* the running task; NULL outside */
} rt_thread_state;

extern rt_thread_state rt_state;
#define RT_RAISED() (rt_state.exc != 0)

/* Counts a Python-level call. False: RecursionError is pending and nothing was counted. */
bool rt_recursion_error(void);
#define RT_ENTER() (RT_LIKELY(++rt_state.depth <= rt_state.depth_limit) || rt_recursion_error())
#define RT_LEAVE() ((void)rt_state.depth--)

/* A call of the program's own code that is running, on the C stack: kept in programs that can ask
 * where they are (ir/places.h). */
typedef struct rt_activation {
    struct rt_activation *below;
    const rt_code *code;
    const rt_frame *frame; /* NULL: of a function without suspend points */
    uint32_t position;     /* index into code->positions: what runs now */
} rt_activation;
#define RT_PLACE_PUSH(code, frame)                                                                 \
    rt_activation here = {rt_state.top, (code), (frame), 0};                                       \
    rt_state.top = &here
#define RT_PLACE(at) ((void)(here.position = (at)))
#define RT_PLACE_POP() ((void)(rt_state.top = here.below))

/* In loops of programs with threads: lets those run that have waited for long. The limit is set by
 * another thread, so it must be read each time. */
#define RT_GIVE_WAY()                                                                              \
    do {                                                                                           \
        if (RT_UNLIKELY(*(volatile uint32_t *)&rt_state.depth_limit == 0)) rt_give_way();          \
    } while (0)

/* ---- Memory (mem/alloc.c): free blocks, a list for each class of sizes ----------------------- */
typedef struct rt_free_block {
    rt_object head; /* of objects: refs == 0 */
    struct rt_free_block *next;
} rt_free_block;
#define RT_CELL_STEP 16 /* sizes are rounded up to RT_CELL_STEP * (1..RT_CELL_CLASSES) */
#define RT_CELL_CLASSES 32
extern rt_free_block *rt_free_blocks[RT_CELL_CLASSES];
extern size_t rt_small_limit; /* the largest such size; 0 where every block comes from malloc */

/* ---- Programs -------------------------------------------------------------------------------- */
typedef struct rt_constant rt_constant;
struct rt_constant { /* a constant or a name that generated code uses */
    rt_value *slot;  /* filled in by rt_main; strings are interned */
    rt_value (*make)(const rt_constant *constant); /* rt_constant_str and its like */
    /* WTF-8 text, bytes, or an int's decimal digits */
    const char *text;
    uint32_t size; /* of text, in bytes */
    double number; /* of a float */
};

typedef struct rt_module_variable { /* ended by a NULL name */
    const char *name;
    rt_value *slot;
} rt_module_variable;

/* rt_native_def.is_method */
enum { RT_NATIVE_FUNCTION, RT_NATIVE_METHOD, RT_NATIVE_CLASS_METHOD };

typedef struct rt_native_def { /* a function or method in C: a row of lib.def */
    const char *name;
    const char *signature;  /* Python's parameter list, without self */
    void (*function)(void); /* cast to the arity's type to call */
    uint8_t arity;          /* C parameters, self included */
    uint8_t is_method;      /* self, or the class, comes first */
} rt_native_def;

/* One thing of the library that the program uses as an object. The program brings these rows, so
 * that it is linked with what it uses and nothing else. */
typedef struct rt_library_row rt_library_row;
struct rt_library_row {
    const char *module;
    rt_native_def def; /* of functions; else only the name */
    rt_value (*make)(const rt_library_row *row);
    const void *subject; /* the code of a coroutine, the type of a class */
    /* functions: made at start-up; values: when first wanted; released at exit */
    rt_value object;
};
#define RT_LIBRARY_FUNCTION(module, name, signature, symbol, arity)                                \
    {                                                                                              \
        module, {name, signature, (void (*)(void))symbol, arity, 0}, rt_library_function, NULL, 0  \
    }
#define RT_LIBRARY_COROUTINE(module, name, signature, symbol, arity)                               \
    {                                                                                              \
        module, {name, signature, (void (*)(void))symbol##_init, arity, 0}, rt_library_coroutine,  \
            &symbol##_code, 0                                                                      \
    }
#define RT_LIBRARY_CLASS(module, name, symbol)                                                     \
    {                                                                                              \
        module, {name, NULL, NULL, 0, 0}, rt_library_class, &symbol, 0                             \
    }
#define RT_LIBRARY_VALUE(module, name, symbol)                                                     \
    {                                                                                              \
        module, {name, NULL, NULL, 0, 0}, symbol, NULL, 0                                          \
    }

typedef enum rt_module_state { RT_MODULE_NEW, RT_MODULE_RUNS, RT_MODULE_COMPLETE } rt_module_state;

typedef struct rt_module_def { /* a module that is used as an object */
    const char *name;
    const rt_module_variable *variables; /* of the program's; NULL: it is the library's */
    rt_library_row *const *rows;         /* of the library's; ended by NULL */
    rt_value object;                     /* made when first wanted; released at exit */
    const rt_module_state *state;        /* of the program's; NULL: complete */
    const char *path, *doc;              /* of the program's; NULL: none */
} rt_module_def;

typedef struct rt_hint { /* a name that the program uses and nothing defines */
    const char *place;   /* the source's path, or the name of a built-in type */
    uint32_t line;       /* 0: an attribute of that type */
    const char *name;
    const char *candidates; /* what may have been meant: lines of words, the likelier first */
} rt_hint;

typedef struct rt_program {
    const rt_constant *constants;
    uint32_t constant_count;
    rt_value *const *globals; /* the variables of all modules, released at exit in this order */
    const char *const *global_names;
    uint32_t global_count;
    rt_library_row *const *library; /* all but values; NULL, or ended by NULL */
    /* code of the module that runs: its entry takes no cells and no arguments */
    const rt_code *main;
    const rt_hint *hints; /* NULL, or ended by a row without a name */
} rt_program;

/* Runs the program: initialises the runtime, runs the main module's code, reports an uncaught
 * exception, flushes, frees. Returns the process's exit code. Called by the generated main(). */
int rt_main(int argc, char **argv, const rt_program *program);

/* ---- Everything else that generated code calls ---------------------------------------------- */
#define RT_TYPE_OBJECT(symbol) extern rt_type symbol;
#define RT_FN(result, name, params) result name params;
#include "abi.def"
#undef RT_TYPE_OBJECT
#undef RT_FN

/* A library coroutine (RT_COROUTINE rows): its frame, as generated code embeds it, what fills it in
 * and what runs it. What stands in the words is the coroutine's own affair. */

#define RT_P0 void
#define RT_P1 rt_value
#define RT_P2 rt_value, rt_value
#define RT_P3 rt_value, rt_value, rt_value
#define RT_P4 rt_value, rt_value, rt_value, rt_value
#define RT_P5 rt_value, rt_value, rt_value, rt_value, rt_value
#define RT_P6 rt_value, rt_value, rt_value, rt_value, rt_value, rt_value
#define RT_P7 rt_value, rt_value, rt_value, rt_value, rt_value, rt_value, rt_value
#define RT_P8 rt_value, rt_value, rt_value, rt_value, rt_value, rt_value, rt_value, rt_value
#define RT_FUNCTION(module, name, signature, symbol, arity, result) rt_value symbol(RT_P##arity);
#define RT_METHOD(type, name, signature, symbol, arity, result) rt_value symbol(RT_P##arity);
#define RT_CLASS_METHOD(type, name, signature, symbol, arity) rt_value symbol(RT_P##arity);
#define RT_COROUTINE(module, name, signature, symbol, arity, size)                                 \
    typedef struct symbol##_frame {                                                                \
        rt_frame head;                                                                             \
        uintptr_t words[size];                                                                     \
    } symbol##_frame;                                                                              \
    extern const rt_code symbol##_code;                                                            \
    void symbol##_init(rt_frame *frame, RT_P##arity);                                              \
    rt_value symbol##_resume(rt_frame *frame, rt_value input);                                     \
    rt_value symbol##_await(rt_frame *frame, rt_frame *parent, RT_P##arity);
#define RT_LEAF(module, name, signature, symbol, arity)                                            \
    rt_value symbol(rt_frame *leaf, RT_P##arity);
#define RT_CLASS(module, name, symbol) extern rt_type symbol;
#define RT_VALUE(module, name, expression, result)                                                 \
    rt_value rt_##module##_##name##_value(const rt_library_row *row);
#include "lib/lib.def"
#undef RT_FUNCTION
#undef RT_METHOD
#undef RT_CLASS_METHOD
#undef RT_COROUTINE
#undef RT_LEAF
#undef RT_CLASS
#undef RT_VALUE

#include "asyncc_inline.h"

#endif
