"""unittest.mock: objects that take every call and remember it, and what puts them in the place of others."""

import sys
from _patch import delattr as _delattr, setattr as _setattr
from inspect import isclass, iscoroutinefunction, signature
from pprint import pformat

_methods_on_request = (
    'lt gt le ge ne eq hash str sizeof len contains iter getitem setitem delitem enter exit call bool int float complex index '
    'round trunc floor ceil add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or neg pos abs invert '
    'radd rsub rmul rtruediv iadd isub imul itruediv missing reversed fspath aenter aexit aiter anext repr dir format '
    'get set delete').split()


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._known.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class InvalidSpecError(Exception):
    pass


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


# ---- calls

def _shown_call(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    """(name, args, kwargs), or without the name. What is missing is empty."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        value = tuple(value)
        if value and isinstance(value[0], str):
            name, value = value[0], value[1:]
        for part in value:
            if isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        own = ('', *self) if len(self) == 2 else tuple(self)
        theirs = tuple(_Call(other)) if size != 3 or not isinstance(other, _Call) else tuple(other)
        if self._mock_parent and getattr(other, '_mock_parent', None) and self._mock_parent != other._mock_parent:
            return False
        if len(self) == 2 or size == 2 or not own[0] or not theirs[0]:
            return (theirs[1:]) == (own[1:])
        return theirs == own

    __hash__ = None

    def __ne__(self, other):
        return not self == other

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f'{self._mock_name}.{name}', parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in ('count', 'index'):
            return self.__getattr__(name)
        return tuple.__getattribute__(self, name)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else f'call.{name}'
        name = '' if len(self) == 2 else self[0]
        name = 'call' if not name else f'call.{name}' if not name.startswith('()') else f'call{name}'
        return _shown_call(name, self.args, self.kwargs)

    def call_list(self):
        calls, at = [], self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        return pformat(list(self))


# ---- mocks

_own_names = {'_mock_children', '_mock_parent', '_mock_name', '_mock_new_name', '_mock_return', '_mock_effect', '_mock_wraps',
              '_mock_spec', '_mock_spec_class', '_mock_sealed', '_mock_methods', 'called', 'call_count', 'call_args',
              'call_args_list', 'mock_calls', 'method_calls', 'await_count', 'await_args', 'await_args_list'}


def _names_of(spec):
    return list(spec) if isinstance(spec, (list, tuple)) else dir(spec)


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        """Each has a class of its own, so that special methods can be set on one alone."""
        bases = (cls,)
        spec = kwargs.get('spec') or kwargs.get('spec_set') or (args[0] if args else None)
        if cls is not AsyncMock and not issubclass(cls, AsyncMock) and iscoroutinefunction(spec):
            bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {'__doc__': cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name='', **kwargs):
        own = self.__dict__
        given = spec_set if spec_set is not None else spec
        own.update(_mock_children={}, _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_return=DEFAULT,
                   _mock_effect=None, _mock_wraps=wraps, _mock_spec=given, _mock_sealed=False, _mock_spec_set=spec_set is not None,
                   _mock_methods=None if given is None else _names_of(given))
        if isinstance(given, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={given!r}]')
        own['_mock_spec_class'] = None if given is None or isinstance(given, (list, tuple)) else (
            given if isclass(given) else type(given))
        self.reset_mock()
        self._set_special_methods()
        self.configure_mock(**kwargs)

    def _set_special_methods(self):
        pass

    # ---- names

    def _mock_path(self):
        """How the mock is reached from the outermost one."""
        name, at = self._mock_new_name, self
        path = [] if name == '' else [name]
        dot = '.' if name and name != '()' else ''
        parent = self._mock_parent
        while parent is not None:
            path.append(parent._mock_new_name + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            at, parent = parent, parent._mock_parent
        path = list(reversed(path))
        first = at._mock_name or 'mock'
        if len(path) > 1 and path[1] not in ('()', '().'):
            first += '.'
        if path:
            path[0] = first
        return ''.join(path) if path else first

    def _extract_mock_name(self):
        return self._mock_path()

    def __repr__(self):
        path = self._mock_path()
        shown = f" name='{path}'" if path not in ('mock', 'mock.') else ''
        spec = self._mock_spec_class
        kind = f" spec{'_set' if self._mock_spec_set else ''}='{spec.__name__}'" if spec is not None else ''
        return f"<{type(self).__name__}{shown}{kind} id='{id(self)}'>"

    @property
    def __class__(self):
        spec = self.__dict__.get('_mock_spec_class')
        return type(self) if spec is None else spec

    # ---- configuration

    def configure_mock(self, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        own = mock.__dict__
        own.update(_mock_parent=None, _mock_name='', _mock_new_name='')
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_methods'] = _names_of(spec)
        self.__dict__['_mock_spec_class'] = spec if isclass(spec) else type(spec)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
                             method_calls=_CallList())
        if return_value:
            self.__dict__['_mock_return'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_effect'] = None
        made = self.__dict__['_mock_return']
        for child in (*self.__dict__['_mock_children'].values(), made):
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    # ---- attributes

    def _get_child_mock(self, **kwargs):
        """Children are of the same kind; those of AsyncMock are asynchronous too."""
        kind = type(self).__mro__[1]
        if self._mock_sealed:
            raise AttributeError(self._mock_path() + (f".{kwargs['name']}" if 'name' in kwargs else '()'))
        if kind is AsyncMockMixin:
            kind = type(self).__mro__[2]
        if issubclass(kind, AsyncMock) and self._is_plain_method(kwargs.get('_new_name', '')):
            kind = MagicMock
        elif kind is NonCallableMagicMock:
            kind = MagicMock
        elif kind is NonCallableMock:
            kind = Mock
        elif issubclass(kind, MagicMock) and self._is_async_method(kwargs.get('_new_name', '')):
            kind = AsyncMock
        return kind(**kwargs)

    def _is_plain_method(self, name):
        spec = self._mock_spec_class
        found = getattr(spec, name, None) if spec is not None and name else None
        return found is not None and callable(found) and not iscoroutinefunction(found)

    def _is_async_method(self, name):
        spec = self._mock_spec_class
        return spec is not None and bool(name) and iscoroutinefunction(getattr(spec, name, None))

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children', '_mock_sealed'):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        elif name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in (
                'called_once', 'called_with', 'called_once_with', 'has_calls', 'not_called', 'any_call'):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an '
                                 'attribute.')
        child = self._mock_children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wrapped = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wrapped, _new_name=name)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name == 'return_value':
            self._set_return(value)
        elif name == 'side_effect':
            self.__dict__['_mock_effect'] = value if value is None or callable(value) or _is_exception(value) else iter(value)
        elif name in _own_names or isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        elif self._mock_spec_set and name not in self._mock_methods:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name[2:-2] in _methods_on_request and name.endswith('__'):
            self._set_special(name, value)
        else:
            if self._adopt(value, name):
                self._mock_children[name] = value
            elif self._mock_sealed and not hasattr(self, name):
                raise AttributeError(f'Cannot set {self._mock_path()}.{name}')
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif name not in self._mock_children and name in self.__dict__.get('_mock_children', {}):
            raise AttributeError(name)
        self._mock_children[name] = _missing

    def __dir__(self):
        found = self._mock_methods or dir(type(self))
        return sorted({*found, *self.__dict__, *self._mock_children} - _own_names)

    def _set_special(self, name, value):
        if isinstance(value, NonCallableMock):
            value.__dict__.update(_mock_parent=self, _mock_new_name=name)
            self._mock_children[name] = value
            setattr(type(self), name, lambda _self, *args, **kwargs: value(*args, **kwargs))
        else:
            setattr(type(self), name, value)
        self.__dict__[name] = value

    def _set_return(self, value):
        self.__dict__['_mock_return'] = value
        self._adopt(value, '()')

    def _adopt(self, value, name):
        """A mock that stands alone becomes a part of this one. False: it is none, or this one is a part of it."""
        if not isinstance(value, NonCallableMock) or value._mock_parent is not None or value._mock_name or (
                value._mock_new_name):
            return False
        at = self
        while at is not None:
            if at is value:
                return False
            at = at._mock_parent
        value.__dict__.update(_mock_parent=self, _mock_new_name=name)
        return True

    @property
    def return_value(self):
        value = self.__dict__['_mock_return']
        if value is DEFAULT:
            value = self._get_child_mock(parent=self, _new_name='()')
            self.__dict__['_mock_return'] = value
        return value

    @property
    def side_effect(self):
        return self.__dict__['_mock_effect']

    # ---- calls, noted here and by those around

    def _note(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        noted = _Call((args, kwargs), two=True)
        own['call_args'] = noted
        own['call_args_list'].append(noted)
        own['mock_calls'].append(_Call(('', args, kwargs)))
        name, at = self._mock_new_name, self._mock_parent
        is_method = name != '()'
        dotted = name
        while at is not None:
            if is_method:
                at.method_calls.append(_Call((dotted, args, kwargs)))
            at.mock_calls.append(_Call((dotted, args, kwargs)))
            outer = at._mock_new_name
            if outer:
                dotted = outer + ('' if dotted.startswith('()') else '.') + dotted
                is_method = is_method and outer != '()'
            at = at._mock_parent

    def _check_signature(self, args, kwargs):
        spec = self.__dict__.get('_mock_signature')
        if spec is not None:
            spec.bind(*args, **kwargs)

    def _answer(self, args, kwargs):
        effect = self.__dict__['_mock_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__['_mock_return'] is not DEFAULT:
            return self.return_value
        wrapped = self.__dict__['_mock_wraps']
        return self.return_value if wrapped is None else wrapped(*args, **kwargs)

    # ---- assertions

    def _own_name(self):
        return self._mock_name or 'mock'

    def _expectation(self, args, kwargs, action='call'):
        return f'expected {action} not found.\nExpected: {_shown_call(self._own_name(), args, kwargs)}\n  Actual: '

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to not have been called. Called {self.call_count} times."
                                 f'{self._calls_shown()}')

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called once. Called {self.call_count} times."
                                 f'{self._calls_shown()}')

    def _calls_shown(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {_shown_call(self._own_name(), args, kwargs)}\n'
                                 '  Actual: not called.')
        if self.call_args != _Call((args, kwargs), two=True):
            actual = _shown_call(self._own_name(), self.call_args.args, self.call_args.kwargs)
            raise AssertionError(self._expectation(args, kwargs) + actual)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to be called once. Called {self.call_count} times."
                                 f'{self._calls_shown()}')
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = _Call((args, kwargs), two=True)
        if wanted not in self.call_args_list:
            raise AssertionError(f'{_shown_call(self._own_name(), args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        wanted = [_Call(item) for item in calls]
        if not any_order:
            if wanted not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)!r}{self._calls_shown("  Actual").rstrip(".")}')
            return
        left, missing = list(self.mock_calls), []
        for item in wanted:
            try:
                left.remove(item)
            except ValueError:
                missing.append(item)
        if missing:
            raise AssertionError(f'{self._own_name()!r} does not contain all of {tuple(missing)!r} in its call list, '
                                 f'found {self.mock_calls!r} instead')


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _new_name='', **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _new_name, **kwargs)
        if return_value is not DEFAULT:
            self._set_return(return_value)
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._check_signature(args, kwargs)
        self._note(args, kwargs)
        return self._answer(args, kwargs)


class Mock(CallableMixin, NonCallableMock):
    pass


# ---- special methods

_answers = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
            '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
            '__bool__': True, '__index__': 1, '__aexit__': False}
_made_special = ('__lt__ __gt__ __le__ __ge__ __int__ __contains__ __len__ __iter__ __exit__ __enter__ __complex__ __float__ '
                 '__bool__ __index__ __getitem__ __setitem__ __delitem__ __call__ __add__ __sub__ __mul__ __truediv__ '
                 '__floordiv__ __mod__ __pow__ __and__ __or__ __xor__ __neg__ __abs__ __iadd__ __aenter__ __aexit__ '
                 '__aiter__').split()


def _special_caller(name):
    def method(self, /, *args, **kwargs):
        return self._special(name)(*args, **kwargs)
    method.__name__ = name
    return method


class MagicMixin:
    def _set_special_methods(self):
        for name in _made_special:
            wanted = self._mock_methods is None or name in self._mock_methods
            if wanted and name != '__call__':
                setattr(type(self), name, _special_caller(name))

    def _special(self, name):
        child = self._mock_children.get(name)
        if child is None:
            if name in ('__aenter__', '__aexit__'):
                child = AsyncMock(parent=self, _new_name=name)
            else:
                child = MagicMock(parent=self, _new_name=name)
            if name == '__iter__':
                child.side_effect = lambda: iter(() if child._mock_return is DEFAULT else child._mock_return)
            elif name == '__aiter__':
                child.side_effect = lambda: _async_items(child)
            elif name in _answers:
                child.return_value = _answers[name]
            self._mock_children[name] = child
        return child

    def __getattr__(self, name):
        if name in _made_special and name in type(self).__dict__:
            return self._special(name)
        return super().__getattr__(name)

    def __getattribute__(self, name):
        if name.startswith('__') and name in _made_special and name != '__call__' and name in type(self).__dict__:
            return self._special(name) if name not in self.__dict__ else self.__dict__[name]
        return super().__getattribute__(name)


async def _async_items(mock):
    items = mock.__dict__['_mock_return']
    for item in () if items is DEFAULT else items:
        yield item


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    pass


# ---- coroutines

class AsyncMockMixin:
    def reset_mock(self, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._check_signature(args, kwargs)
        self._note(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        noted = _Call((args, kwargs), two=True)
        own = self.__dict__
        own['await_count'] += 1
        own['await_args'] = noted
        own['await_args_list'].append(noted)
        effect = own['_mock_effect']
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return result
        result = self._answer(args, kwargs)
        is_own_coroutine = iscoroutinefunction(effect) or iscoroutinefunction(own['_mock_wraps'])
        return await result if is_own_coroutine else result

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._own_name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._own_name()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {_shown_call(self._own_name(), args, kwargs)}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            actual = _shown_call(self._own_name(), self.await_args.args, self.await_args.kwargs)
            raise AssertionError(self._expectation(args, kwargs, 'await') + actual)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._own_name()} to have been awaited once. Awaited {self.await_count} times.')
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f'{_shown_call(self._own_name(), args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        wanted = [_Call(item, two=True) for item in calls]
        if any_order and all(item in self.await_args_list for item in wanted) or wanted in self.await_args_list:
            return
        raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)!r}\nActual: {self.await_args_list!r}')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._own_name()} to not have been awaited. Awaited {self.await_count} times.')


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, kind=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    is_class = isclass(spec)
    if iscoroutinefunction(spec):
        made = AsyncMock(name=_name or spec.__name__, **kwargs)
    elif is_class or not callable(spec):
        kind = MagicMock if not instance or hasattr(spec, '__call__') and not is_class else NonCallableMagicMock
        made = kind(spec=spec, name=_name, **kwargs)
    else:
        made = MagicMock(name=_name or spec.__name__, **kwargs)
    if callable(spec) and not (is_class and instance):
        try:
            made.__dict__['_mock_signature'] = signature(spec)
        except (TypeError, ValueError):
            pass
    if not is_class:
        return made
    if not instance:
        made.return_value = create_autospec(spec, instance=True, _name='()')
    for name in dir(spec):
        method = getattr(spec, name)
        if name.startswith('__') or not callable(method) or isclass(method):
            continue
        child = (AsyncMock if iscoroutinefunction(method) else MagicMock)(name=name)
        if instance or not isinstance(spec.__dict__.get(name), (staticmethod, classmethod)):
            found = signature(method)
            own = list(found.parameters.values())
            child.__dict__['_mock_signature'] = found.replace(parameters=own[1:]) if instance and own else found
        made.__dict__['_mock_children'][name] = child
        child.__dict__.update(_mock_parent=made, _mock_new_name=name)
    return made


def mock_open(mock=None, read_data=''):
    empty = read_data[:0]
    lines = []

    def begin():
        lines[:] = [read_data]

    def read(size=-1):
        text, lines[0] = (lines[0], empty) if size is None or size < 0 else (lines[0][:size], lines[0][size:])
        return text

    def readline(*args):
        first = lines[0].splitlines(True)[0] if lines[0] else empty
        lines[0] = lines[0][len(first):]
        return first

    begin()
    mock = MagicMock(name='open') if mock is None else mock
    handle = MagicMock()
    handle.__enter__.return_value = handle
    handle.read.side_effect = read
    handle.readline.side_effect = readline
    handle.readlines.side_effect = lambda *args: read().splitlines(True)
    handle.__iter__.side_effect = lambda: iter(read().splitlines(True))

    def opened(*args, **kwargs):
        begin()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock


# ---- in the place of others

def _module_and_name(target):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return path, attribute


def _find(path):
    """The object at a dotted path: the module that the first parts name, and attributes of it."""
    parts = path.split('.')
    for size in range(len(parts), 0, -1):
        name = '.'.join(parts[:size])
        if name in sys.modules:
            found = sys.modules[name]
            for part in parts[size:]:
                found = getattr(found, part)
            return found
    raise ModuleNotFoundError(f'No module named {parts[0]!r}', name=parts[0])


class _Patch:
    attribute_name = None

    def __init__(self, find, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.find, self.attribute, self.new = find, attribute, new
        self.spec, self.create, self.spec_set = spec, create, spec_set
        self.autospec, self.new_callable, self.kwargs = autospec, new_callable, kwargs
        self.additional = []

    def copy(self):
        made = _Patch(self.find, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional = [other.copy() for other in self.additional]
        return made

    # ---- as a decorator

    def __call__(self, function):
        if isclass(function):
            for name in dir(function):
                method = function.__dict__.get(name)
                if name.startswith(patch.TEST_PREFIX) and callable(method):
                    setattr(function, name, self.copy()(method))
            return function
        if hasattr(function, 'patchings'):
            function.patchings.append(self)
            return function
        return _decorated_coroutine(self, function) if iscoroutinefunction(function) else _decorated(self, function)

    # ---- as a context

    def _new(self, original):
        if self.new is not DEFAULT:
            return self.new
        if self.autospec is not None and self.autospec is not False:
            return create_autospec(original if self.autospec is True else self.autospec, _name=self.attribute, **self.kwargs)
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        kind = self.new_callable
        if kind is None:
            subject = original if spec is None and spec_set is None else spec if spec is not None else spec_set
            kind = AsyncMock if iscoroutinefunction(subject) else MagicMock
        keywords = dict(self.kwargs)
        if isclass(kind) and issubclass(kind, NonCallableMock):
            keywords.update(name=self.attribute, **({} if spec is None else {'spec': spec}),
                            **({} if spec_set is None else {'spec_set': spec_set}))
        made = kind(**keywords)
        if isclass(spec) and isinstance(made, NonCallableMock):
            made.return_value = type(made).__mro__[1](spec=spec, _new_name='()', name='()')
        return made

    def __enter__(self):
        self.target = self.find()
        own = getattr(self.target, '__dict__', {})
        self.is_own = self.attribute in own
        original = getattr(self.target, self.attribute, DEFAULT)
        self.original = own[self.attribute] if self.is_own and isclass(self.target) else original
        if original is DEFAULT and not self.create:
            raise AttributeError(f'{self.target} does not have the attribute {self.attribute!r}')
        new = self._new(original)
        self.extra = []
        _setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        made = {self.attribute_name: new}
        for other in self.additional:
            made.update(other.__enter__())
            self.extra.append(other)
        return made

    def __exit__(self, *error):
        if self.original is not DEFAULT and (self.is_own or not isclass(self.target)):
            _setattr(self.target, self.attribute, self.original)
        else:
            _delattr(self.target, self.attribute)
        for other in reversed(self.extra):
            other.__exit__(*error)
        return False

    def start(self):
        made = self.__enter__()
        _active.append(self)
        return made

    def stop(self):
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


_active = []


def _enter_all(patchings, args, keywords):
    """Enters one after the other; mocks that were made for the function go to its arguments."""
    entered = []
    try:
        for patching in patchings:
            made = patching.__enter__()
            entered.append(patching)
            if patching.attribute_name is not None:
                keywords.update(made)
            elif patching.new is DEFAULT:
                args.append(made)
    except BaseException:
        _leave_all(entered)
        raise
    return entered


def _leave_all(entered):
    for patching in reversed(entered):
        patching.__exit__(None, None, None)


def _decorated(patching, function):
    def patched(*args, **keywords):
        args = list(args)
        entered = _enter_all(patched.patchings, args, keywords)
        try:
            return function(*args, **keywords)
        finally:
            _leave_all(entered)

    return _like(patched, function, patching)


def _decorated_coroutine(patching, function):
    async def patched(*args, **keywords):
        args = list(args)
        entered = _enter_all(patched.patchings, args, keywords)
        try:
            return await function(*args, **keywords)
        finally:
            _leave_all(entered)

    return _like(patched, function, patching)


def _like(patched, function, patching):
    patched.__name__, patched.__qualname__, patched.__doc__ = function.__name__, function.__qualname__, function.__doc__
    patched.__module__ = function.__module__
    patched.__dict__.update(function.__dict__)
    patched.__wrapped__ = function
    patched.patchings = [patching]
    return patched


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self.attribute_name, self.new = None, None

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def __call__(self, function):
        return _Patch.__call__(self, function)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        self.original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *error):
        self.in_dict.clear()
        self.in_dict.update(self.original)
        return False

    start = _Patch.start
    stop = _Patch.stop


class _Patcher:
    """patch itself, with patch.object and the others."""

    TEST_PREFIX = 'test'
    dict = _PatchDict

    def __call__(self, target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
        path, attribute = _module_and_name(target)
        return _Patch(lambda: _find(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)

    def object(self, target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None,
               **kwargs):
        if isinstance(target, str):
            raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
        return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)

    def multiple(self, target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
        if not kwargs:
            raise ValueError('Must supply at least one keyword argument with patch.multiple')
        patchings = []
        for name, new in kwargs.items():
            find = (lambda: _find(target)) if isinstance(target, str) else lambda: target
            patchings.append(_Patch(find, name, new, spec, create, spec_set, autospec, new_callable, {}))
        for patching in patchings:
            patching.attribute_name = patching.attribute
        patchings[0].additional = patchings[1:]
        return patchings[0]

    def stopall(self):
        for patching in reversed(list(_active)):
            patching.stop()


patch = _Patcher()
