/* object.h: types and what all parts of the runtime share about objects.
 *
 * A type is an object with a table of slots. Operators, iteration, attributes and calls go
 * through the slots of the value's type, so that no code needs knowledge of particular types.
 * Classes of the program have the same table: class creation (value/class.c) inherits the slots
 * of the base and puts trampolines to the special methods that the class body defines. */
#ifndef ASYNCC_OBJECT_H
#define ASYNCC_OBJECT_H

#include "asyncc.h"

typedef void rt_visit_fn(rt_value child, void *context);

typedef struct rt_getset_def { /* a computed attribute of a built-in type */
    const char *name;
    rt_value (*get)(rt_value self);
    bool (*set)(rt_value self, rt_value v); /* v 0 = delete; NULL = read-only */
} rt_getset_def;

typedef enum rt_type_flag {
    RT_TYPE_HEAP = 1,        /* made by a class statement (counted, can be freed) */
    RT_TYPE_FINAL = 2,       /* "type 'bool' is not an acceptable base type" */
    RT_TYPE_HAS_FIELDS = 4,  /* instances have attributes of their own (a __dict__) */
    RT_TYPE_EXCEPTION = 8,   /* instances begin with rt_exception (exc/exception.h) */
    RT_TYPE_ABSTRACT = 16,   /* has abstract methods: cannot be instantiated */
    RT_TYPE_HAS_DEL = 32,    /* defines __del__ */
    RT_TYPE_READY = 64,      /* rt_type_ready has run, or a class statement made it */
    RT_TYPE_SEQUENCE = 128,  /* sequence patterns match it (list, tuple, range, deque, ...) */
    RT_TYPE_MAPPING = 256,   /* mapping patterns match it (dict) */
    RT_TYPE_NO_DICT = 512,   /* a class whose instances have only their __slots__ */
    RT_TYPE_WEAKREFS = 1024, /* its __slots__, or a base's, have room for weak references */
    /* CPython has it in Python: wrong calls of its methods are told as there */
    RT_TYPE_AS_PYTHON = 2048,
    RT_TYPE_BYTES_LIKE = 4096, /* instances begin with rt_bytes (value/bytes.h) */
    RT_TYPE_RESIZABLE = 8192,  /* bytes-like, and its bytes change and move (bytearray, array) */
    RT_TYPE_LAID_OUT = 16384,  /* a class whose instances are an rt_instance and nothing else */
} rt_type_flag;

struct rt_type {
    rt_object head;         /* its type: rt_type_type or a metaclass */
    uint32_t version;       /* changes with every change to it or a base: caches */
    uint16_t fields_offset; /* where an instance keeps its rt_fields (HAS_FIELDS) */
    uint16_t own_fields;    /* how many fields stand behind them: rt_instance */
    /* so far as rt_type_head of asyncc.h has it */
    const char *name;
    uint32_t size; /* bytes of an instance's fixed part */
    uint32_t flags;
    rt_type *base; /* the first base; NULL only for object */

    /* life */
    void (*dealloc)(rt_object *self); /* releases what self owns, then rt_free */
    /* NULL: cannot be in a cycle */
    void (*traverse)(rt_object *self, rt_visit_fn *visit, void *context);
    void (*clear)(rt_object *self); /* breaks cycles: drops the references, self stays valid */
    /* of garbage in a cycle, before anything of it is cleared: may run the program */
    void (*finalize)(rt_object *self);

    /* construction: cls(...) is construct (__new__; NULL = cannot be made by a call), then init
     * (__init__; NULL = construct does it all) with the same arguments. Mutable built-ins that
     * programs subclass (list, dict, set, exceptions, ...) have an init that fills in what a
     * construct, which ignores the arguments, made empty: a subclass may take other arguments. */
    rt_value (*construct)(rt_type *cls, const rt_args *args);
    bool (*init)(rt_value self, const rt_args *args);

    /* text, identity, truth */
    rt_value (*repr)(rt_value self);
    rt_value (*str)(rt_value self);                   /* NULL: repr */
    rt_value (*format)(rt_value self, rt_value spec); /* spec: a str */
    int64_t (*hash)(rt_value self);                   /* -1 = raised; NULL: unhashable */
    /* may give RT_NOT_IMPLEMENTED */
    rt_value (*compare)(rt_compare_op op, rt_value self, rt_value other);
    int (*truth)(rt_value self); /* NULL: len, else true */

    /* operators: one of the operands is of this type; RT_NOT_IMPLEMENTED where it does not apply */
    rt_value (*binary)(rt_binary_op op, rt_value a, rt_value b);
    rt_value (*inplace)(rt_binary_op op, rt_value self, rt_value other);
    rt_value (*unary)(rt_unary_op op, rt_value self);
    rt_value (*index)(rt_value self);    /* __index__ */
    rt_value (*to_int)(rt_value self);   /* __int__ */
    rt_value (*to_float)(rt_value self); /* __float__ */

    /* containers */
    int64_t (*length)(rt_value self); /* -1 = raised */
    rt_value (*getitem)(rt_value self, rt_value key);
    bool (*setitem)(rt_value self, rt_value key, rt_value item); /* item 0 = delete */
    int (*contains)(rt_value self, rt_value item);
    rt_value (*iter)(rt_value self);
    rt_value (*next)(rt_value self); /* 0 with nothing pending = exhausted */
    rt_value (*reversed)(rt_value self);

    /* attributes and calls */
    rt_value (*getattr)(rt_value self, rt_value name); /* NULL: rt_generic_getattr */
    /* v 0 = delete; NULL: rt_generic_setattr */
    bool (*setattr)(rt_value self, rt_value name, rt_value v);
    rt_value (*call)(rt_value self, const rt_args *args);
    /* instance 0 = through the class */
    rt_value (*descr_get)(rt_value self, rt_value instance, rt_type *owner);
    /* v 0 = delete; makes it a data descriptor */
    bool (*descr_set)(rt_value self, rt_value instance, rt_value v);
    rt_value (*await)(rt_value self); /* __await__: the iterator */
    rt_value (*aiter)(rt_value self);
    rt_value (*anext)(rt_value self); /* the awaitable */

    /* names */
    const rt_native_def *methods; /* ended by a NULL name; entered in `attributes` at start-up */
    const rt_getset_def *getsets; /* the same */
    /* of exceptions: what instances have beside args; ended by NULL */
    const char *const *members;
    rt_type *second_base;      /* of the one built-in type that has two */
    rt_value attributes;       /* dict: name -> what the class body or the tables define */
    rt_value bases;            /* tuple */
    rt_value mro;              /* tuple, self first */
    rt_value name_value;       /* str: __name__ */
    rt_value qualname, module; /* str */
    /* dict: attribute name -> index in an instance's fields (HAS_FIELDS); shared by all instances,
     * grows */
    rt_value field_names;
    rt_value subclasses;   /* list of weak (uncounted) pointers as ints, or 0 */
    rt_type *ready_before; /* the built-in type that became ready before this one */
};

#define RT_TYPE_HEAD                                                                               \
    {                                                                                              \
        RT_IMMORTAL, 0, &rt_type_type                                                              \
    }

/* ---- mem/: memory. Sizes in bytes. Small blocks come from size-class free lists. rt_alloc never
 * returns NULL: out of memory raises MemoryError where it can be (rt_try_alloc gives NULL), else
 * ends the process. */
void *rt_alloc(size_t size);
void *rt_try_alloc(size_t size);
void *rt_realloc(void *block, size_t old_size, size_t new_size);
void rt_free(void *block, size_t size);
/* A new object of refs 1, the rest zeroed; `size` as it will be given to rt_free (type->size where
 * fixed). */
void *rt_object_new(rt_type *type, size_t size);
/* Collects cycles now (gc.collect); returns how many objects were freed. */
int64_t rt_collect(void);

/* ---- strings that C code names: interned, immortal. RT_NAME(x) is cheap after its first use. */
rt_value rt_intern(const char *text, size_t size); /* borrowed, lives as long as the runtime */
rt_value rt_intern_value(rt_value str);            /* the same for a str object; borrowed */
#define RT_NAME(text)                                                                              \
    ({                                                                                             \
        static rt_value name_;                                                                     \
        name_ ? name_ : (name_ = rt_intern(text, sizeof(text) - 1));                               \
    })

/* ---- value/str.c, in brief: what everybody needs */
rt_value rt_str_new(const char *utf8, size_t size); /* valid UTF-8 (or WTF-8 surrogates) */
rt_value rt_str_c(const char *utf8);
/* printf, plus %V = str() of an rt_value, %R = its repr, %T = its type's name; 0 where one of these
 * raises */
rt_value rt_str_format(const char *format, ...);
const char *rt_str_text(rt_value str, size_t *size); /* NUL-terminated, borrowed */
rt_value rt_repr(rt_value v);
rt_value rt_str(rt_value v);
rt_value rt_ascii(rt_value v);
int64_t rt_hash(rt_value v);
int64_t rt_length(rt_value v);        /* len(v), -1 = raised */
int rt_equal(rt_value a, rt_value b); /* identity first, then ==; -1 = raised */

/* ---- exc/raise.c, in brief: what everybody needs. Formats as rt_str_format. Always returns 0. */
rt_value rt_raise_format(rt_type *type, const char *format, ...);
extern rt_type rt_exc_BaseException, rt_exc_Exception, rt_exc_TypeError, rt_exc_ValueError,
    rt_exc_KeyError, rt_exc_IndexError, rt_exc_LookupError, rt_exc_AttributeError, rt_exc_NameError,
    rt_exc_UnboundLocalError, rt_exc_ZeroDivisionError, rt_exc_OverflowError,
    rt_exc_ArithmeticError, rt_exc_RuntimeError, rt_exc_RecursionError, rt_exc_NotImplementedError,
    rt_exc_StopIteration, rt_exc_StopAsyncIteration, rt_exc_GeneratorExit, rt_exc_AssertionError,
    rt_exc_OSError, rt_exc_MemoryError, rt_exc_ImportError, rt_exc_ModuleNotFoundError,
    rt_exc_UnicodeError, rt_exc_UnicodeDecodeError, rt_exc_UnicodeEncodeError, rt_exc_SystemExit,
    rt_exc_KeyboardInterrupt, rt_exc_TimeoutError, rt_exc_EOFError, rt_exc_Warning,
    rt_exc_CancelledError, rt_exc_InvalidStateError;
bool rt_pending(rt_type *type); /* is an exception of this type (or a subtype) pending? */
void rt_clear_pending(void);    /* drops it */

/* RT_ENTER for what recurses without a Python call; the message says what it was. */
bool rt_recursion_error_while(const char *activity);
#define RT_ENTER_WHILE(activity)                                                                   \
    (RT_LIKELY(++rt_state.depth <= rt_state.depth_limit) || rt_recursion_error_while(activity))

/* ---- value/class.c, value/attribute.c, value/call.c, in brief */
bool rt_is_subtype(const rt_type *type, const rt_type *base);
#define rt_is_instance_of(v, type) rt_is_subtype(RT_TYPE(v), (type))
/* of a built-in type, before its slots are used: inherits them; again does nothing */
void rt_type_ready(rt_type *type);
/* along the mro; borrowed; 0 = absent, nothing pending */
rt_value rt_type_lookup(rt_type *type, rt_value name);
rt_value rt_generic_getattr(rt_value self, rt_value name);
bool rt_generic_setattr(rt_value self, rt_value name, rt_value v);
rt_value rt_try_getattr(rt_value object, rt_value name); /* 0 with nothing pending = absent */
rt_value rt_call1(rt_value callee, rt_value a);
rt_value rt_call2(rt_value callee, rt_value a, rt_value b);
/* Binds a call to a parameter list: out[i] for each name in params order (posonly, positional,
 * kwonly, *args, **kwargs), borrowed but for the packed *args and **kwargs, which *packed owns
 * (release both slots, may be 0). */
bool rt_bind(const char *callee, const rt_param_list *params, rt_value defaults,
             rt_value kwdefaults, const rt_args *args, rt_value *out, rt_value packed[2]);
/* Binds and calls a native function or constructor by its signature (parsed once, cached). */
rt_value rt_native_call(const rt_native_def *def, rt_value self, const rt_args *args);

/* ---- containers, in brief: for known types; layouts are in value/list.h, value/dict.h, ... */
rt_value rt_list_new(uint32_t capacity);
rt_value rt_dict_new(void);
rt_value rt_set_new(void);
rt_value rt_tuple_new(uint32_t count); /* items 0: to be filled in at once */
/* borrowed; 0 with nothing pending = absent */
rt_value rt_dict_find(rt_value dict, rt_value key);
bool rt_dict_store(rt_value dict, rt_value key, rt_value item); /* retains both */
int rt_dict_delete(rt_value dict, rt_value key);                /* 1 = it was there */
/* borrowed; start with cursor 0 */
bool rt_dict_iterate(rt_value dict, uint32_t *cursor, rt_value *key, rt_value *item);

/* ---- the standard streams (value/output.c): what print and tracebacks write to */
void rt_write_out(const char *text, size_t size);
void rt_write_err(const char *text, size_t size);
void rt_flush_out(void);

#endif
