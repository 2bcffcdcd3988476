"""Signatures of callables: what parameters they take, and binding arguments to them."""

import functools
from _annotations import names_of_module, value_of
from _types import GenericAlias, MappingProxyType, MethodType
from _inspect import isbuiltin, isfunction
from collections import OrderedDict, namedtuple


class _empty:
    __module__ = 'inspect'


class _ParameterKind(int):
    def __new__(cls, value, name=None, description=None):
        if name is None:
            if value in (0, 1, 2, 3, 4):
                return _kinds[value]
            raise ValueError(f'{value!r} is not a valid {cls.__name__}')
        self = int.__new__(cls, value)
        self.name = name
        self.value = value
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {self.value}>'


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')
_kinds = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)
_prefixes = ('', '', '*', '', '**')


# ---- annotations

def _without_typing(text):
    """Drops 'typing.' where a dotted name begins with it."""
    pieces = text.split('typing.')
    kept = pieces[0]
    for piece in pieces[1:]:
        inside_name = kept and (kept[-1].isalnum() or kept[-1] in '_.')
        kept += 'typing.' + piece if inside_name else piece
    return kept


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return _without_typing(repr(annotation))
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    annotations = obj.__dict__.get('__annotations__') if isinstance(obj, type) else getattr(obj, '__annotations__', None)
    if not annotations:
        return {}
    if not eval_str:
        return dict(annotations)
    names = names_of_module(getattr(unwrap(obj), '__module__', None)) if globals is None else globals
    own = dict(vars(obj)) if isinstance(obj, type) else {}
    return {name: value_of(kind, own if locals is None else locals, names) if isinstance(kind, str) else kind
            for name, kind in annotations.items()}


# ---- parameters

class Parameter:
    __module__ = 'inspect'
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _kinds:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        kind = _kinds[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, **changes):
        fields = {'name': self._name, 'kind': self._kind, 'annotation': self._annotation,
                  'default': self._default, **changes}
        return type(self)(**fields)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return _prefixes[self._kind] + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return ((self._name, self._kind, self._default, self._annotation)
                == (other._name, other._kind, other._default, other._annotation))


class BoundArguments:
    __module__ = 'inspect'
    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        keywords = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            given = name in self.arguments
            by_name = by_name or not given or parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY)
            if not by_name or not given:
                continue
            if parameter.kind == _VAR_KEYWORD:
                keywords.update(self.arguments[name])
            else:
                keywords[name] = self.arguments[name]
        return keywords

    def apply_defaults(self):
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        items = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<{type(self).__name__} ({items})>'


# ---- signatures

def _ordered(parameters):
    """The parameters by name, checked to be ones that a function can have."""
    by_name = OrderedDict()
    top = _POSITIONAL_ONLY
    default_seen = False
    for parameter in parameters:
        kind = parameter.kind
        if kind < top:
            raise ValueError(f'wrong parameter order: {top.description} parameter before '
                             f'{kind.description} parameter')
        top = kind
        if kind <= _POSITIONAL_OR_KEYWORD:
            if parameter.default is not _empty:
                default_seen = True
            elif default_seen:
                raise ValueError('non-default argument follows default argument')
        if parameter.name in by_name:
            raise ValueError(f'duplicate parameter name: {parameter.name!r}')
        by_name[parameter.name] = parameter
    return by_name


class Signature:
    __module__ = 'inspect'
    __slots__ = ('_parameters', '_return_annotation')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = MappingProxyType(_ordered(parameters or ()))
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = _of_callable(cls, obj, follow_wrapped)
        return _evaluated(found, obj, globals, locals) if eval_str else found

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, **changes):
        fields = {'parameters': self._parameters.values(),
                  'return_annotation': self._return_annotation, **changes}
        return type(self)(fields['parameters'], return_annotation=fields['return_annotation'])

    def bind(self, /, *args, **kwargs):
        return BoundArguments(self, _bind(self, args, kwargs, False))

    def bind_partial(self, /, *args, **kwargs):
        return BoundArguments(self, _bind(self, args, kwargs, True))

    def __str__(self):
        parts = []
        before = _POSITIONAL_ONLY
        starred = False
        for parameter in self._parameters.values():
            if before == _POSITIONAL_ONLY != parameter.kind and parts:
                parts.append('/')
            if parameter.kind == _KEYWORD_ONLY and not starred:
                parts.append('*')
            starred = starred or parameter.kind in (_VAR_POSITIONAL, _KEYWORD_ONLY)
            parts.append(str(parameter))
            before = parameter.kind
        if before == _POSITIONAL_ONLY and parts:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def _basis(self):
        positional = tuple([p for p in self._parameters.values() if p.kind != _KEYWORD_ONLY])
        by_keyword = {p.name: p for p in self._parameters.values() if p.kind == _KEYWORD_ONLY}
        return positional, by_keyword, self._return_annotation

    def __hash__(self):
        positional, by_keyword, annotation = self._basis()
        return hash((positional, frozenset(by_keyword.values()), annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._basis() == other._basis()


# ---- binding

def _bind(signature, args, keywords, partial):
    """Parameter names to what is bound to them; the order is the parameters'."""
    arguments = {}
    parameters = list(signature.parameters.values())
    used = _bind_positional(parameters, args, keywords, arguments)
    _bind_named(parameters[used:], keywords, arguments, partial)
    if not keywords:
        return arguments
    if parameters and parameters[-1].kind == _VAR_KEYWORD:
        arguments[parameters[-1].name] = keywords
        return arguments
    raise TypeError(f'got an unexpected keyword argument {next(iter(keywords))!r}')


def _bind_positional(parameters, args, keywords, arguments):
    """Spreads args over the first parameters; how many of these are bound."""
    for used, arg in enumerate(args):
        parameter = parameters[used] if used < len(parameters) else None
        if parameter is None or parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            raise TypeError('too many positional arguments')
        if parameter.kind == _VAR_POSITIONAL:
            arguments[parameter.name] = tuple(args[used:])
            return used + 1
        if parameter.name in keywords and parameter.kind != _POSITIONAL_ONLY:
            raise TypeError(f'multiple values for argument {parameter.name!r}')
        arguments[parameter.name] = arg
    return len(args)


def _bind_named(parameters, keywords, arguments, partial):
    for parameter in parameters:
        if parameter.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            continue
        name = parameter.name
        if name in keywords and parameter.kind == _POSITIONAL_ONLY:
            if parameter.default is _empty:
                raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
        elif name in keywords:
            arguments[name] = keywords.pop(name)
        elif parameter.default is _empty and not partial:
            raise TypeError(f'missing a required argument: {name!r}')


# ---- the signature of a callable

def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


def _evaluated(signature, obj, globals, locals):
    """The signature with what its annotations mean where they are texts."""
    if globals is None:
        globals = names_of_module(getattr(unwrap(obj), '__module__', None))

    def meaning(kind):
        return value_of(kind, {} if locals is None else locals, globals) if isinstance(kind, str) else kind

    return signature.replace(
        parameters=[parameter.replace(annotation=meaning(parameter.annotation))
                    for parameter in signature.parameters.values()],
        return_annotation=meaning(signature.return_annotation))


def unwrap(func, *, stop=None):
    seen = [func]
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
        if func in seen:
            raise ValueError(f'wrapper loop when unwrapping {seen[0]!r}')
        seen.append(func)
    return func


def _ends_unwrapping(function):
    return hasattr(function, '__signature__') or isinstance(function, MethodType)


def _of_callable(cls, obj, follow_wrapped):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, MethodType):
        return _without_first(_of_callable(cls, obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=_ends_unwrapping)
        if isinstance(obj, MethodType):
            return _of_callable(cls, obj, follow_wrapped)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    if isfunction(obj):
        return _of_function(cls, obj)
    if isbuiltin(obj):
        raise ValueError(f'no signature found for builtin {obj!r}')
    if isinstance(obj, functools.partial):
        return _of_partial(_of_callable(cls, obj.func, follow_wrapped), obj)
    return _of_object(cls, obj, follow_wrapped)


def _of_object(cls, obj, follow_wrapped):
    """Of a class: its metaclass's __call__, or __new__ or __init__, whichever stands nearer in the
    order of its bases. Of an instance: its __call__."""
    function = _own_method(type(obj), '__call__')
    if function is None and isinstance(obj, type):
        for base in obj.__mro__[:-1]:
            names = [name for name in ('__new__', '__init__') if name in base.__dict__]
            if names:
                function = _own_method(obj, names[0])
                break
        else:
            return cls()
    if function is not None:
        return _without_first(_of_callable(cls, function, follow_wrapped))
    if isinstance(obj, type):
        raise ValueError(f'no signature found for builtin type {obj!r}')
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _own_method(cls, name):
    """A special method, where the program defines it."""
    function = getattr(cls, name, None)
    return function if isfunction(function) or hasattr(function, '__wrapped__') else None


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind != _VAR_POSITIONAL:
        del parameters[0]
    return signature.replace(parameters=parameters)


def _of_function(cls, function):
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    defaults = function.__defaults__ or ()
    by_keyword = function.__kwdefaults__ or {}
    annotations = get_annotations(function)
    parameters = []

    def add(name, kind, default=_empty):
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, kind, default=default, annotation=annotation))

    for i in range(positional):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        first_default = positional - len(defaults)
        add(names[i], kind, defaults[i - first_default] if i >= first_default else _empty)
    after = positional + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[after], _VAR_POSITIONAL)
        after += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        add(name, _KEYWORD_ONLY, by_keyword.get(name, _empty))
    if code.co_flags & 8:
        add(names[after], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get('return', _empty))


def _of_partial(signature, partial):
    """Positional arguments take parameters away; a keyword becomes a default, and what follows it
    can be given by keyword only."""
    try:
        bound = signature.bind_partial(*partial.args, **partial.keywords).arguments
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    parameters = []
    by_keyword = False
    for name, parameter in signature.parameters.items():
        if name in bound and parameter.kind <= _POSITIONAL_OR_KEYWORD and name not in partial.keywords:
            continue
        if name in bound and parameter.kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            by_keyword = by_keyword or parameter.kind == _POSITIONAL_OR_KEYWORD
            parameter = parameter.replace(default=bound[name])
        if by_keyword and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        if not (by_keyword and parameter.kind == _VAR_POSITIONAL):
            parameters.append(parameter)
    return signature.replace(parameters=parameters)


# ---- older views

FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    try:
        described = _of_callable(Signature, func, False)
    except (TypeError, ValueError) as error:
        raise TypeError('unsupported callable') from error
    if isinstance(func, MethodType):
        described = _of_callable(Signature, func.__func__, False)
    names = [[], [], [], [], []]
    defaults = []
    by_keyword = {}
    annotations = {}
    if described.return_annotation is not _empty:
        annotations['return'] = described.return_annotation
    for name, parameter in described.parameters.items():
        names[parameter.kind].append(name)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
        if parameter.default is not _empty and parameter.kind == _KEYWORD_ONLY:
            by_keyword[name] = parameter.default
        elif parameter.default is not _empty:
            defaults.append(parameter.default)
    return FullArgSpec(names[0] + names[1], names[2][0] if names[2] else None,
                       names[4][0] if names[4] else None, tuple(defaults) or None, names[3],
                       by_keyword or None, annotations)
