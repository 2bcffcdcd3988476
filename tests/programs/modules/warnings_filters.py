"""warnings: filters, recording, errors; what is printed goes to stderr."""
import sys
import warnings


def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)
    return 'result'


class Custom(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', RuntimeWarning)
    warnings.warn(Custom('three', 3))
    print(old())
    for warning in caught:
        print(type(warning).__name__, warning.category.__name__, warning.message, repr(warning.message), warning.message.args)
    print(len(caught), issubclass(caught[-1].category, DeprecationWarning), 'deprecated' in str(caught[-1].message))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('once')
    for _ in range(3):
        warnings.warn('again')
        warnings.warn('again', Custom)
    print(len(caught))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('default')
    for i in range(3):
        warnings.warn(f'number {i % 2}')
    warnings.simplefilter('ignore')
    warnings.warn('not seen')
    print([str(warning.message) for warning in caught])

with warnings.catch_warnings():
    warnings.simplefilter('error')
    for message, category in (('boom', None), ('boom', Custom), (Custom('x', 'y'), None)):
        try:
            warnings.warn(message, category)
        except UserWarning as warning:
            print('raised', repr(warning))

with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='noise')
    warnings.filterwarnings('error', category=Custom)
    warnings.warn('Noise of some kind')
    warnings.warn('no noise at the start')
    try:
        warnings.warn('custom', Custom)
    except Custom as warning:
        print(warning)
    print([str(warning.message) for warning in caught])

with warnings.catch_warnings(record=True) as outer:
    warnings.simplefilter('always')
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        warnings.warn('inner')
    warnings.warn('outer')
    print(len(outer))

for attempt in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 3), lambda: warnings.simplefilter('nope'),
                lambda: warnings.filterwarnings('ignore', 3), lambda: warnings.filterwarnings('ignore', '', int)):
    try:
        attempt()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)
try:
    with warnings.catch_warnings() as manager, (again := warnings.catch_warnings()):
        again.__enter__()
except RuntimeError as error:
    print(error)
print(warnings.formatwarning('text', UserWarning, 'file.py', 7, 'line()'), end='')


def show(message, category, filename, lineno, file=None, line=None):
    print('shown', category.__name__, message)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.simplefilter('always')
    warnings.warn('mine')
warnings.warn('on stderr', Custom)
print('end', file=sys.stderr)
