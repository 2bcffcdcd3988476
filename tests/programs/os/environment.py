"""os.environ as a mapping, getenv, and what child processes see."""
import os

os.environ['ASYNCC_A'] = 'one'
os.environ.update({'ASYNCC_B': 'two', 'ASYNCC_C': 'schön'})
print(os.environ['ASYNCC_A'], os.environ.get('ASYNCC_B'), os.getenv('ASYNCC_C'), os.getenv('ASYNCC_NONE'))
print(os.getenv('ASYNCC_NONE', 'default'), os.environ.get('ASYNCC_NONE', 7))
print('ASYNCC_A' in os.environ, 'ASYNCC_NONE' in os.environ, len(os.environ) == len(list(os.environ)))
print(sorted(k for k in os.environ if k.startswith('ASYNCC_')))
print(sorted((k, v) for k, v in os.environ.items() if k.startswith('ASYNCC_')))
print(os.environ.setdefault('ASYNCC_A', 'other'), os.environ.setdefault('ASYNCC_D', 'four'))
print(os.environ.pop('ASYNCC_D'), os.environ.pop('ASYNCC_D', 'gone'))
for attempt in (lambda: os.environ['ASYNCC_NONE'], lambda: os.environ.pop('ASYNCC_NONE'),
                lambda: os.environ.__delitem__('ASYNCC_NONE'), lambda: os.environ.__setitem__('ASYNCC_A', 3),
                lambda: os.environ[3], lambda: os.getenv(3), lambda: os.putenv('a=', 'b')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
copy = os.environ.copy()
copy['ASYNCC_A'] = 'changed'
print(os.environ['ASYNCC_A'], type(copy).__name__, type(os.environ).__name__)
print((os.environ | {'ASYNCC_A': 'x'})['ASYNCC_A'], os.environ == dict(os.environ), os.environ == 3)
print(os.environb[b'ASYNCC_C'], os.getenvb(b'ASYNCC_A'))
print(os.WEXITSTATUS(os.system('test "$ASYNCC_A" = one')), os.WEXITSTATUS(os.system('exit 3')))
del os.environ['ASYNCC_A']
print(os.WEXITSTATUS(os.system('test -z "$ASYNCC_A"')))
print(os.path.expandvars('$ASYNCC_B/${ASYNCC_B}x/$ASYNCC_NONE/${open/$'), os.path.expandvars(b'$ASYNCC_B'))
os.environ['HOME'] = '/home/me/'
print(os.path.expanduser('~'), os.path.expanduser('~/x'), os.path.expanduser('a~'), os.path.expanduser(b'~/y'))
print(os.path.expanduser('~nobody-at-all/x'), os.path.expanduser('~root/x'))
print(os.get_exec_path({'PATH': '/a:/b'}), os.environ.get('ASYNCC_NONE') is None)
