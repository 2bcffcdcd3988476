"""inspect: what kind of thing an object is, its members, documentation, signature and source, and the
calls that are running.

The tests of kinds that look into the runtime are C (_inspect).
"""

from _inspect import (
    CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, GEN_CLOSED, GEN_CREATED, GEN_RUNNING,
    GEN_SUSPENDED, getcoroutinestate, getgeneratorstate, isasyncgen, isasyncgenfunction, isawaitable,
    isbuiltin, isclass, iscoroutine, iscoroutinefunction, isfunction, isgenerator,
    isgeneratorfunction, ismethod,
)
from inspect._members import (
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS,
    CO_NOFREE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, cleandoc, getattr_static, getdoc,
    getmembers, getmembers_static, getmro, isabstract, iscode, isdatadescriptor, isframe,
    isgetsetdescriptor, ismemberdescriptor, ismethoddescriptor, ismethodwrapper, ismodule,
    isroutine, istraceback,
)
from inspect._frames import (
    FrameInfo, Traceback, currentframe, getframeinfo, getinnerframes, getouterframes, stack, trace,
)
from inspect._signature import (
    BoundArguments, Parameter, Signature, formatannotation, get_annotations, getfullargspec,
    FullArgSpec, _empty, signature, unwrap,
)
from inspect._source import (
    findsource, getcomments, getfile, getsource, getsourcefile, getsourcelines,
)
