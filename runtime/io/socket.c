/* socket.c: the type socket.socket: its life, its timeouts, and how its calls wait.
 *
 * In: descriptors. Out: objects that close them. A socket without a timeout stands in blocking
 * mode; one with a timeout is polled first; one that never waits (timeout 0), as loops use them, is
 * one system call and nothing else. */
#include "io/socket.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "exc/exception.h"
#include "sched/interrupt.h"
#include "sched/loop.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/int.h"
#include "value/str.h"
#include "value/type.h"

static double default_timeout = -1; /* of new sockets; negative = wait without end */

rt_value rt_socket_new(rt_type *cls, int descriptor, int family, int type, int protocol)
{
    rt_socket *s = rt_object_new(cls, cls->size);

    s->descriptor = descriptor;
    s->family = family;
    s->type = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    s->protocol = protocol;
    s->timeout = type & SOCK_NONBLOCK ? 0 : -1;
    if (default_timeout >= 0 && s->timeout < 0) rt_socket_set_timeout(s, default_timeout);
    return (rt_value)s;
}

/* None, or seconds from 0 on; then *timeout is negative for None. False: raised. */
static bool timeout_of(rt_value v, double *timeout)
{
    *timeout = -1;
    if (v == RT_NONE) return true;
    if (!rt_seconds(v, timeout)) return false;
    return *timeout >= 0 || rt_raise_format(&rt_exc_ValueError, "Timeout value out of range");
}

static rt_value timeout_value(double timeout)
{
    return timeout < 0 ? rt_retained(RT_NONE) : rt_float_new(timeout);
}

rt_value rt_socket_getdefaulttimeout(void)
{
    return timeout_value(default_timeout);
}

rt_value rt_socket_setdefaulttimeout(rt_value v)
{
    return timeout_of(v, &default_timeout) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_socket_settimeout(rt_value self, rt_value v)
{
    double timeout;

    if (!timeout_of(v, &timeout) || !rt_socket_set_timeout(RT_SOCKET(self), timeout)) return 0;
    return rt_retained(RT_NONE);
}

rt_value rt_socket_gettimeout(rt_value self)
{
    return timeout_value(RT_SOCKET(self)->timeout);
}

bool rt_socket_is_open(const rt_socket *s)
{
    return s->descriptor >= 0 || rt_raise_os_error(EBADF, 0);
}

bool rt_socket_set_timeout(rt_socket *s, double timeout)
{
    if (!rt_socket_is_open(s)) return false;
    int flags = fcntl(s->descriptor, F_GETFL);
    int wanted = timeout < 0 ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;

    if (flags < 0 || (wanted != flags && fcntl(s->descriptor, F_SETFL, wanted) < 0))
        return rt_raise_os_error(errno, 0);
    s->timeout = timeout;
    return true;
}

/* ---- waiting ---- */

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* An attempt while other threads run. With a deadline it is made once poll() says that it can be;
 * *late: the time is up. */
static ssize_t attempt_waiting(const rt_socket *s, short events, rt_attempt *attempt, void *context,
                               double deadline, bool *late)
{
    struct pollfd polled = {.fd = s->descriptor, .events = events};
    rt_pause pause;
    ssize_t result = 1;

    rt_pause_begin(&pause);
    if (deadline >= 0) {
        double left = deadline - now();
        result = poll(&polled, 1, left > 0 ? (int)fmin(ceil(left * 1e3), 1e9) : 0);
        *late = result == 0;
    }
    if (result > 0) result = attempt(s, context);
    rt_pause_end(&pause);
    return result;
}

ssize_t rt_socket_attempt(rt_socket *s, short events, rt_attempt *attempt, void *context)
{
    double deadline = s->timeout > 0 ? now() + s->timeout : -1;

    for (;;) {
        bool late = false;
        if (!rt_socket_is_open(s)) return -1;
        ssize_t result = s->timeout == 0
                             ? attempt(s, context)
                             : attempt_waiting(s, events, attempt, context, deadline, &late);
        if (late) {
            rt_raise_format(&rt_exc_TimeoutError, "timed out");
            return -1;
        }
        if (result >= 0) return result;
        if (errno == EINTR) {
            if (!rt_interrupt_check()) return -1;
        } else if (errno != EAGAIN || deadline < 0) {
            rt_raise_os_error(errno, 0);
            return -1;
        }
    }
}

/* ---- making ---- */

static bool number_or(rt_value v, int missing, int *out)
{
    int64_t number;

    *out = missing;
    if (!v) return true;
    if (!rt_is_int(v) || !rt_int_word(v, &number)) {
        rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (number != -1) *out = (int)number;
    return true;
}

static bool option_of(int descriptor, int option, int *out)
{
    socklen_t size = sizeof *out;

    if (getsockopt(descriptor, SOL_SOCKET, option, out, &size) == 0) return true;
    return rt_raise_os_error(errno, 0);
}

/* A socket around a descriptor that is there: what is not told is asked from the system. */
static rt_value adopt(rt_type *cls, int descriptor, int family, int type, int protocol)
{
    if (descriptor < 0) return rt_raise_format(&rt_exc_ValueError, "negative file descriptor");
    if (family < 0 && !option_of(descriptor, SO_DOMAIN, &family)) return 0;
    if (type < 0 && !option_of(descriptor, SO_TYPE, &type)) return 0;
    if (protocol < 0 && !option_of(descriptor, SO_PROTOCOL, &protocol)) return 0;
    return rt_socket_new(cls, descriptor, family, type, protocol);
}

static rt_value socket_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"family", "type", "proto", "fileno"};
    rt_value given[4];
    int family, type, protocol, descriptor;

    if (!rt_arguments_bind("socket", names, 0, 4, args, given)) return 0;
    if (!number_or(given[0], -1, &family) || !number_or(given[1], -1, &type) ||
        !number_or(given[2], -1, &protocol))
        return 0;
    if (given[3] && given[3] != RT_NONE)
        return number_or(given[3], -1, &descriptor) ? adopt(cls, descriptor, family, type, protocol)
                                                    : 0;
    family = family < 0 ? AF_INET : family;
    type = type < 0 ? SOCK_STREAM : type;
    protocol = protocol < 0 ? 0 : protocol;
    descriptor = socket(family, type | SOCK_CLOEXEC, protocol);
    if (descriptor < 0) return rt_raise_os_error(errno, 0);
    return rt_socket_new(cls, descriptor, family, type, protocol);
}

static void socket_dealloc(rt_object *self)
{
    rt_socket *s = (rt_socket *)self;

    if (s->descriptor >= 0) close(s->descriptor);
    rt_free(s, self->type->size);
}

/* ---- how it reads ---- */

static rt_value name_of(const rt_socket *s, int (*get)(int, struct sockaddr *, socklen_t *))
{
    rt_address address = {.size = sizeof address.storage};

    if (get(s->descriptor, (struct sockaddr *)&address.storage, &address.size) < 0) return 0;
    return rt_address_value(&address);
}

/* ", laddr=('127.0.0.1', 80)" behind a text (consumed), where the address is known. */
static rt_value with_address(rt_value text, const char *what, rt_value address)
{
    bool shown = address && rt_truth(address) > 0;
    rt_value longer = shown ? rt_str_format("%V, %s=%R", text, what, address) : rt_retained(text);

    RT_RELEASE_OPT(address);
    RT_RELEASE(text);
    return longer;
}

static rt_value socket_repr(rt_value self)
{
    const rt_socket *s = RT_SOCKET(self);
    rt_value text = rt_str_format("<%T%s fd=%d, family=%d, type=%d, proto=%d", self,
                                  s->descriptor < 0 ? " [closed]" : "", s->descriptor, s->family,
                                  s->type, s->protocol);

    if (s->descriptor >= 0) {
        text = with_address(text, "laddr", name_of(s, getsockname));
        text = with_address(text, "raddr", name_of(s, getpeername));
    }
    rt_value closed = rt_str_format("%V>", text);
    RT_RELEASE(text);
    return closed;
}

/* What the module socket has in Python becomes methods. */
rt_value rt_socket_extend(rt_value functions)
{
    return rt_type_extend(&rt_socket_type, functions) ? rt_retained(RT_NONE) : 0;
}

static rt_value family_class, kind_class; /* of the module socket; 0 = it is not in the program */

rt_value rt_socket_name_numbers(rt_value families, rt_value kinds)
{
    rt_store(&family_class, rt_retained(families));
    rt_store(&kind_class, rt_retained(kinds));
    return rt_retained(RT_NONE);
}

/* Numbers without a name stay numbers. */
static rt_value named(rt_value cls, int number)
{
    rt_value made = cls ? rt_call1(cls, RT_INT(number)) : 0;

    if (made) return made;
    rt_clear_pending();
    return RT_INT(number);
}

rt_value rt_socket_named_family(int family)
{
    return named(family_class, family);
}

rt_value rt_socket_named_kind(int type)
{
    return named(kind_class, type);
}

static rt_value get_family(rt_value self)
{
    return rt_socket_named_family(RT_SOCKET(self)->family);
}

static rt_value get_type(rt_value self)
{
    return rt_socket_named_kind(RT_SOCKET(self)->type);
}

static rt_value get_proto(rt_value self)
{
    return RT_INT(RT_SOCKET(self)->protocol);
}

static const rt_getset_def getsets[] = {
    {"family", get_family, NULL},
    {"type", get_type, NULL},
    {"proto", get_proto, NULL},
    {"timeout", rt_socket_gettimeout, NULL},
    {0},
};

rt_type rt_socket_type = {
    .head = RT_TYPE_HEAD,
    .name = "socket.socket",
    .size = sizeof(rt_socket),
    .base = &rt_object_type,
    .construct = socket_construct,
    .dealloc = socket_dealloc,
    .repr = socket_repr,
    .methods = rt_socket_methods,
    .getsets = getsets,
};
