/* process.c: child processes: starting one, waiting for it, talking to it through pipes.
 *
 * In: programs with arguments, an environment and descriptors. Out: process ids, exit codes, what
 * the child has written. While a child runs, virtual time flows as the machine's does. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "sched/clock.h"
#include "sched/interrupt.h"
#include "sched/loop.h"
#include "sched/threads.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/list.h"
#include "value/tuple.h"

extern char **environ;

/* ---- starting ---- */

/* A list of bytes objects as a NULL-terminated array that borrows them. */
static char **texts_of(rt_value list)
{
    uint32_t count = RT_LIST(list)->count;
    char **texts = rt_alloc((count + 1) * sizeof *texts);

    for (uint32_t i = 0; i < count; i++)
        texts[i] = (char *)rt_bytes_text(RT_LIST(list)->items[i], NULL);
    texts[count] = NULL;
    return texts;
}

static void free_texts(char **texts, rt_value list)
{
    rt_free(texts, (RT_LIST(list)->count + 1) * sizeof *texts);
}

/* The child's descriptor `target` becomes a copy of `source` (-1: stays as it is). A source among
 * the standard ones is copied out of the way first: *spare has the copy. */
static void redirect(posix_spawn_file_actions_t *actions, int source, int target, int *spare)
{
    *spare = -1;
    if (source < 0) return;
    if (source < 3 && source != target) source = *spare = fcntl(source, F_DUPFD_CLOEXEC, 3);
    posix_spawn_file_actions_adddup2(actions, source, target);
}

static void set_attributes(posix_spawnattr_t *attributes, bool own_session, int group)
{
    sigset_t set;
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;

    posix_spawnattr_init(attributes);
    sigemptyset(&set);
    posix_spawnattr_setsigmask(attributes, &set);
    sigaddset(&set, SIGPIPE);
    sigaddset(&set, SIGXFSZ);
    posix_spawnattr_setsigdefault(attributes, &set);
    if (own_session) flags |= POSIX_SPAWN_SETSID;
    if (group >= 0) {
        flags |= POSIX_SPAWN_SETPGROUP;
        posix_spawnattr_setpgroup(attributes, group);
    }
    posix_spawnattr_setflags(attributes, flags);
}

static bool number_of(rt_value v, int *out)
{
    int64_t number;

    if (!rt_is_int(v) || !rt_int_word(v, &number))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               v);
    *out = (int)number;
    return true;
}

/* Tries the candidates until one can be run: as a shell does along PATH, what is not there is less
 * of an error than what cannot be run. 0, or errno. */
static int spawn_first(pid_t *pid, char **candidates, const posix_spawn_file_actions_t *actions,
                       const posix_spawnattr_t *attributes, char **arguments, char **environment)
{
    int error = ENOENT;

    for (; *candidates; candidates++) {
        int found = posix_spawn(pid, *candidates, actions, attributes, arguments, environment);
        if (found == 0) return 0;
        if ((found != ENOENT && found != ENOTDIR) || error == ENOENT) error = found;
        if (found != ENOENT && found != ENOTDIR && found != EACCES) break;
    }
    return error;
}

static bool is_folder(const char *path)
{
    struct stat status;

    if (stat(path, &status) < 0) return false;
    if (S_ISDIR(status.st_mode)) return true;
    errno = ENOTDIR;
    return false;
}

/* What a child is to be. */
typedef struct child {
    char **candidates, **arguments, **environment;
    const char *folder; /* NULL = the parent's */
    int sources[3];     /* of its standard descriptors; -1 = as the parent's */
    rt_value kept;      /* descriptors that it has too: a tuple */
    int close_others, own_session, group;
    int umask, user, identity; /* -1 = the parent's */
    rt_value first;            /* called in the child before the program starts; None */
} child;

/* posix_spawn can do all but these. */
static bool needs_fork(const child *c)
{
    return c->umask >= 0 || c->user >= 0 || c->identity >= 0 || c->first != RT_NONE;
}

static int spawn(const child *c, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int spare[3], fd;

    posix_spawn_file_actions_init(&actions);
    if (c->folder) posix_spawn_file_actions_addchdir_np(&actions, c->folder);
    for (int i = 0; i < 3; i++) redirect(&actions, c->sources[i], i, &spare[i]);
    for (uint32_t i = 0; i < RT_TUPLE(c->kept)->count; i++)
        if (number_of(RT_TUPLE(c->kept)->items[i], &fd))
            posix_spawn_file_actions_adddup2(&actions, fd, fd);
        else
            rt_clear_pending();
    if (c->close_others && !RT_TUPLE(c->kept)->count)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    set_attributes(&attributes, c->own_session, c->group);
    int error =
        spawn_first(pid, c->candidates, &actions, &attributes, c->arguments, c->environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    for (int i = 0; i < 3; i++)
        if (spare[i] >= 0) close(spare[i]);
    return error;
}

/* ---- children that do something before they become the program ---- */

enum { FIRST_RAISED = -1 }; /* in place of errno */

/* In the child: its standard descriptors. False: errno says why not. */
static bool take_descriptors(const child *c)
{
    int sources[3];

    for (int i = 0; i < 3; i++) {
        sources[i] = c->sources[i];
        if (sources[i] >= 0 && sources[i] < 3 && sources[i] != i)
            sources[i] = fcntl(sources[i], F_DUPFD_CLOEXEC, 3);
    }
    for (int i = 0; i < 3; i++) {
        if (sources[i] == i) fcntl(i, F_SETFD, 0);
        if (sources[i] >= 0 && sources[i] != i && dup2(sources[i], i) < 0) return false;
    }
    return true;
}

static bool take_identity(const child *c)
{
    if (c->own_session && setsid() < 0) return false;
    if (c->group >= 0 && setpgid(0, c->group) < 0) return false;
    if (c->umask >= 0) umask((mode_t)c->umask);
    if (c->identity >= 0 && setregid((gid_t)c->identity, (gid_t)c->identity) < 0) return false;
    return c->user < 0 || setreuid((uid_t)c->user, (uid_t)c->user) >= 0;
}

static void keep_descriptors(const child *c)
{
    int fd;

    for (uint32_t i = 0; i < RT_TUPLE(c->kept)->count; i++)
        if (number_of(RT_TUPLE(c->kept)->items[i], &fd))
            fcntl(fd, F_SETFD, 0);
        else
            rt_clear_pending();
}

static void default_signals(void)
{
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
}

/* Comes back only where it failed: errno, or FIRST_RAISED. */
static int become(const child *c)
{
    int error = ENOENT;

    default_signals();
    if (!take_descriptors(c) || (c->folder && chdir(c->folder) < 0) || !take_identity(c))
        return errno;
    if (c->first != RT_NONE) {
        rt_value result = rt_call(c->first, 0, NULL);
        if (!result) return FIRST_RAISED;
        RT_RELEASE(result);
    }
    if (c->close_others) syscall(SYS_close_range, 3, ~0U, CLOSE_RANGE_CLOEXEC);
    keep_descriptors(c);
    for (char **path = c->candidates; *path; path++) {
        execve(*path, c->arguments, c->environment);
        if (errno != ENOENT && errno != ENOTDIR) error = errno;
    }
    return error;
}

/* All of the program's own descriptors close at exec. What goes wrong in the child comes through
 * a pipe. */
static int fork_child(const child *c, pid_t *pid)
{
    int ends[2], error = 0;

    if (pipe2(ends, O_CLOEXEC) < 0) return errno;
    *pid = fork();
    if (*pid == 0) {
        rt_threads_forked();
        error = become(c);
        if (write(ends[1], &error, sizeof error) < 0) _exit(254);
        _exit(255);
    }
    if (*pid < 0) error = errno;
    close(ends[1]);
    if (*pid > 0 && read(ends[0], &error, sizeof error) == sizeof error) waitpid(*pid, NULL, 0);
    close(ends[0]);
    return error;
}

static bool read_settings(child *c, rt_value settings)
{
    int *const numbers[] = {&c->close_others, &c->own_session, &c->group,
                            &c->umask,        &c->user,        &c->identity};

    c->umask = c->user = c->identity = -1;
    c->first = RT_NONE;
    for (uint32_t i = 0; i < RT_TUPLE(settings)->count && i < sizeof numbers / sizeof *numbers; i++)
        if (!number_of(RT_TUPLE(settings)->items[i], numbers[i])) return false;
    if (RT_TUPLE(settings)->count > 6) c->first = RT_TUPLE(settings)->items[6];
    return true;
}

/* spawn(candidates, arguments, environment or None, folder or None, (stdin, stdout, stderr),
 * kept, (close others, own session, process group[, umask, user, group, first])): the pid.
 * `kept`: descriptors that the child has too; -1 stands for what is as the parent has it. */
rt_value rt_process_spawn(rt_value candidates, rt_value arguments, rt_value environment,
                          rt_value folder, rt_value standard, rt_value kept, rt_value settings)
{
    child c = {.kept = kept};
    pid_t pid = 0;

    for (int i = 0; i < 3; i++)
        if (!number_of(RT_TUPLE(standard)->items[i], &c.sources[i])) return 0;
    if (!read_settings(&c, settings)) return 0;
    if (folder != RT_NONE) c.folder = rt_bytes_text(folder, NULL);
    if (c.folder && !is_folder(c.folder)) return rt_raise_os_error(errno, 0);
    c.candidates = texts_of(candidates);
    c.arguments = texts_of(arguments);
    c.environment = environment == RT_NONE ? environ : texts_of(environment);
    int error = needs_fork(&c) ? fork_child(&c, &pid) : spawn(&c, &pid);
    free_texts(c.candidates, candidates);
    free_texts(c.arguments, arguments);
    if (environment != RT_NONE) free_texts(c.environment, environment);
    if (error == FIRST_RAISED) return rt_retained(RT_NONE);
    if (error) return rt_raise_os_error(error, 0);
    rt_clock_hold();
    return RT_INT(pid);
}

/* ---- the end of a child ---- */

/* A descriptor that becomes readable when the process has ended. */
rt_value rt_process_watch(rt_value pid)
{
    int number;

    if (!number_of(pid, &number)) return 0;
    int descriptor = (int)syscall(SYS_pidfd_open, number, 0);
    if (descriptor < 0) return rt_raise_os_error(errno, 0);
    return RT_INT(descriptor);
}

/* As Popen tells it: negative = by that signal. */
static rt_value exit_code(int status)
{
    rt_clock_release();
    return RT_INT(WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status));
}

/* Waits until a process can be reaped or the time is up (negative: without end). False: raised. */
static bool wait_until_ended(int pid, double seconds)
{
    siginfo_t info;
    rt_pause pause;
    int result;

    do {
        rt_pause_begin(&pause);
        if (seconds < 0) {
            result = waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
        } else {
            struct pollfd polled = {.fd = (int)syscall(SYS_pidfd_open, pid, 0), .events = POLLIN};
            result = poll(&polled, 1, (int)fmin(ceil(seconds * 1e3), 1e9));
            if (polled.fd >= 0) close(polled.fd);
        }
        rt_pause_end(&pause);
        if (result < 0 && errno == EINTR && !rt_interrupt_check()) return false;
    } while (result < 0 && errno == EINTR);
    return true;
}

/* wait(pid, seconds or None): the exit code, or None if it still runs then. A child that somebody
 * else has reaped counts as 0. */
rt_value rt_process_wait(rt_value pid, rt_value seconds)
{
    double timeout = -1;
    int number, status = 0;

    if (!number_of(pid, &number)) return 0;
    if (seconds != RT_NONE && !rt_seconds(seconds, &timeout)) return 0;
    if (timeout != 0 && !wait_until_ended(number, timeout < 0 && seconds != RT_NONE ? 0 : timeout))
        return 0;
    pid_t reaped = waitpid(number, &status, WNOHANG);
    if (reaped == 0) return rt_retained(RT_NONE);
    return exit_code(reaped < 0 ? 0 : status);
}

/* ---- talking ---- */

enum { BLOCK = 32 << 10 };

typedef struct exchange {
    struct pollfd polled[3]; /* the child's input, then what it writes */
    const char *input;
    size_t left;
    rt_value outputs[2]; /* bytearrays */
} exchange;

static void give(exchange *x)
{
    ssize_t written = write(x->polled[0].fd, x->input, x->left < PIPE_BUF ? x->left : PIPE_BUF);

    if (written > 0) {
        x->input += written;
        x->left -= (size_t)written;
    } else if (written < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    if (!x->left || written < 0) x->polled[0].fd = -1; /* a child that does not read is no error */
}

static void take(exchange *x, int which)
{
    char block[BLOCK];
    ssize_t got = read(x->polled[which].fd, block, sizeof block);

    if (got > 0) {
        rt_value output = x->outputs[which - 1];
        size_t end = RT_BYTES(output)->size;
        rt_bytearray_splice(output, end, end, block, (size_t)got);
    } else if (got == 0 || errno != EINTR) {
        x->polled[which].fd = -1;
    }
}

/* exchange(input fd, input, (fd, fd), (bytearray, bytearray), seconds or None): takes what the
 * child writes, until the input is given (the caller closes its descriptor then, and calls again),
 * until both ends are there, or the time is up. How much of the input is given, and whether the
 * time was enough. -1 stands for no descriptor. */
rt_value rt_process_exchange(rt_value input_fd, rt_value input, rt_value fds, rt_value outputs,
                             rt_value seconds)
{
    exchange x = {.polled = {{.events = POLLOUT}, {.events = POLLIN}, {.events = POLLIN}}};
    double until = -1;
    size_t size;
    rt_pause pause;

    if (!number_of(input_fd, &x.polled[0].fd)) return 0;
    for (int i = 0; i < 2; i++) {
        if (!number_of(RT_TUPLE(fds)->items[i], &x.polled[i + 1].fd)) return 0;
        x.outputs[i] = RT_TUPLE(outputs)->items[i];
    }
    if (seconds != RT_NONE && !rt_seconds(seconds, &until)) return 0;
    x.input = rt_bytes_text(input, &size);
    x.left = size;
    if (!x.left) x.polled[0].fd = -1;
    if (until >= 0) until += rt_loop_time();
    bool late = false, giving = x.left > 0;
    while (!late && !(giving && x.polled[0].fd < 0) &&
           (x.polled[0].fd >= 0 || x.polled[1].fd >= 0 || x.polled[2].fd >= 0)) {
        double left = until < 0 ? -1 : fmax(until - rt_loop_time(), 0);
        rt_pause_begin(&pause);
        int ready = poll(x.polled, 3, left < 0 ? -1 : (int)fmin(ceil(left * 1e3), 1e9));
        rt_pause_end(&pause);
        if (ready < 0 && !rt_interrupt_check()) return 0;
        late = ready == 0;
        for (int i = 0; ready > 0 && i < 3; i++)
            if (x.polled[i].fd >= 0 && x.polled[i].revents) i ? take(&x, i) : give(&x);
    }
    return rt_tuple_of(2, (rt_value[]){RT_INT(size - x.left), RT_BOOL(!late)});
}
