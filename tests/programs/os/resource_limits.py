# resource: limits of the process and what it has used.
import resource


def attempt(call, *args):
    try:
        print(call(*args))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(0 < soft <= hard or hard == resource.RLIM_INFINITY)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 200), hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(soft, 200))
resource.setrlimit(resource.RLIMIT_CORE, [0, 0])
print(resource.getrlimit(resource.RLIMIT_CORE))

attempt(resource.getrlimit, 99)
attempt(resource.getrlimit, 'a')
attempt(resource.setrlimit, resource.RLIMIT_CORE, (100, 50))
attempt(resource.setrlimit, resource.RLIMIT_CORE, (1, 2, 3))
attempt(resource.setrlimit, resource.RLIMIT_CORE, 5)
attempt(resource.getrusage, 77)

used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used), len(used), used.ru_maxrss > 100, used[0] == used.ru_utime >= 0, used.ru_nswap)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime >= 0, resource.RLIM_INFINITY, resource.error)

opened = []
try:
    while True:
        opened.append(open('/dev/null'))
except OSError as e:
    print(e.errno, e.strerror, len(opened) > 100)
