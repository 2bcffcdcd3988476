/* socket_methods.c: the methods of socket.socket: transfers, connections, options.
 *
 * In: calls of the program (rows of lib/socket_methods.def). Out: one system call each, repeated as
 * the socket's timeout wants it. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "sched/threads.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"
#include "value/tuple.h"

#define SELF RT_SOCKET(self)

/* An int argument; `missing` where it was not given. False: raised. */
static bool int_argument(rt_value v, int64_t missing, int64_t *out)
{
    *out = missing;
    if (!v) return true;
    rt_value plain = rt_int_index(v);
    if (!plain) return false;
    bool fits = rt_int_word(plain, out);
    RT_RELEASE(plain);
    if (!fits) rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C int");
    return fits;
}

/* ---- transfers ---- */

typedef struct transfer {
    char *to;
    const char *from;
    size_t size;
    int flags;
    rt_address *address; /* of recvfrom and sendto */
} transfer;

static ssize_t attempt_receive(const rt_socket *s, void *context)
{
    const transfer *t = context;

    if (!t->address) return recv(s->descriptor, t->to, t->size, t->flags);
    t->address->size = sizeof t->address->storage;
    return recvfrom(s->descriptor, t->to, t->size, t->flags,
                    (struct sockaddr *)&t->address->storage, &t->address->size);
}

static ssize_t attempt_send(const rt_socket *s, void *context)
{
    const transfer *t = context;
    const struct sockaddr *to = t->address ? (const struct sockaddr *)&t->address->storage : NULL;

    return sendto(s->descriptor, t->from, t->size, t->flags | MSG_NOSIGNAL, to,
                  t->address ? t->address->size : 0);
}

/* What a socket that never waits reads into: nobody else runs meanwhile. */
static char shared[256 << 10];

static char *receive_room(const rt_socket *s, size_t size)
{
    return s->timeout == 0 && size <= sizeof shared ? shared : rt_alloc(size ? size : 1);
}

/* New bytes of up to `size`, or 0. */
static rt_value receive(rt_socket *s, rt_value size_value, rt_value flags_value,
                        rt_address *address)
{
    int64_t size, flags;

    if (!int_argument(size_value, 0, &size) || !int_argument(flags_value, 0, &flags)) return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "negative buffersize in recv");
    transfer t = {.to = receive_room(s, (size_t)size),
                  .size = (size_t)size,
                  .flags = (int)flags,
                  .address = address};
    ssize_t got = rt_socket_attempt(s, POLLIN, attempt_receive, &t);
    rt_value bytes = got < 0 ? 0 : rt_bytes_new(t.to, (size_t)got);
    if (t.to != shared) rt_free(t.to, size ? (size_t)size : 1);
    return bytes;
}

rt_value rt_socket_recv(rt_value self, rt_value size, rt_value flags)
{
    return receive(SELF, size, flags, NULL);
}

rt_value rt_socket_recvfrom(rt_value self, rt_value size, rt_value flags)
{
    rt_address address;
    rt_value bytes = receive(SELF, size, flags, &address);

    if (!bytes) return 0;
    return rt_tuple_of(2, (rt_value[]){bytes, rt_address_value(&address)});
}

/* How many bytes, or -1: raised. */
static ssize_t receive_into(rt_value self, const char *name, rt_value buffer, rt_value nbytes,
                            rt_value flags, rt_address *address)
{
    int64_t size, flag_bits;

    if (!rt_is_writable_bytes(buffer)) {
        rt_raise_format(&rt_exc_TypeError,
                        "%s() argument 1 must be read-write bytes-like object, not %T", name,
                        buffer);
        return -1;
    }
    if (!int_argument(nbytes, 0, &size) || !int_argument(flags, 0, &flag_bits)) return -1;
    size_t room = RT_BYTES(buffer)->size;
    if (size < 0 || (size_t)size > room) {
        rt_raise_format(&rt_exc_ValueError,
                        size < 0   ? "negative buffersize in %s"
                        : !address ? "buffer too small for requested bytes"
                                   : "nbytes is greater than the length of the buffer",
                        name);
        return -1;
    }
    transfer t = {.to = RT_BYTES(buffer)->text,
                  .size = size ? (size_t)size : room,
                  .flags = (int)flag_bits,
                  .address = address};
    return rt_socket_attempt(SELF, POLLIN, attempt_receive, &t);
}

rt_value rt_socket_recv_into(rt_value self, rt_value buffer, rt_value nbytes, rt_value flags)
{
    ssize_t got = receive_into(self, "recv_into", buffer, nbytes, flags, NULL);
    return got < 0 ? 0 : RT_INT(got);
}

rt_value rt_socket_recvfrom_into(rt_value self, rt_value buffer, rt_value nbytes, rt_value flags)
{
    rt_address address;
    ssize_t got = receive_into(self, "recvfrom_into", buffer, nbytes, flags, &address);

    if (got < 0) return 0;
    return rt_tuple_of(2, (rt_value[]){RT_INT(got), rt_address_value(&address)});
}

static bool data_argument(rt_value data, transfer *t)
{
    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               data);
    t->from = rt_bytes_text(data, &t->size);
    return true;
}

rt_value rt_socket_send(rt_value self, rt_value data, rt_value flags_value)
{
    transfer t = {0};
    int64_t flags;

    if (!data_argument(data, &t) || !int_argument(flags_value, 0, &flags)) return 0;
    t.flags = (int)flags;
    ssize_t sent = rt_socket_attempt(SELF, POLLOUT, attempt_send, &t);
    return sent < 0 ? 0 : RT_INT(sent);
}

rt_value rt_socket_sendall(rt_value self, rt_value data, rt_value flags_value)
{
    transfer t = {0};
    int64_t flags;

    if (!data_argument(data, &t) || !int_argument(flags_value, 0, &flags)) return 0;
    t.flags = (int)flags;
    while (t.size) {
        ssize_t sent = rt_socket_attempt(SELF, POLLOUT, attempt_send, &t);
        if (sent < 0) return 0;
        t.from += sent;
        t.size -= (size_t)sent;
    }
    return rt_retained(RT_NONE);
}

/* sendto(data, address) or sendto(data, flags, address) */
rt_value rt_socket_sendto(rt_value self, rt_value data, rt_value flags_or_address, rt_value address)
{
    rt_address to;
    transfer t = {.address = &to};
    int64_t flags;

    if (!data_argument(data, &t) || !int_argument(address ? flags_or_address : 0, 0, &flags))
        return 0;
    t.flags = (int)flags;
    if (!rt_address_parse(SELF, address ? address : flags_or_address, "sendto", &to)) return 0;
    ssize_t sent = rt_socket_attempt(SELF, POLLOUT, attempt_send, &t);
    return sent < 0 ? 0 : RT_INT(sent);
}

/* ---- connections ---- */

static ssize_t attempt_accept(const rt_socket *s, void *context)
{
    rt_address *address = context;

    address->size = sizeof address->storage;
    return accept4(s->descriptor, (struct sockaddr *)&address->storage, &address->size,
                   SOCK_CLOEXEC);
}

rt_value rt_socket_accept(rt_value self)
{
    rt_address address;
    ssize_t descriptor = rt_socket_attempt(SELF, POLLIN, attempt_accept, &address);

    if (descriptor < 0) return 0;
    rt_value accepted =
        rt_socket_new(&rt_socket_type, (int)descriptor, SELF->family, SELF->type, SELF->protocol);
    return rt_tuple_of(2, (rt_value[]){accepted, rt_address_value(&address)});
}

static ssize_t attempt_connect(const rt_socket *s, void *context)
{
    const rt_address *address = context;

    return connect(s->descriptor, (const struct sockaddr *)&address->storage, address->size);
}

/* Where connect() goes on by itself: how it has ended. */
static ssize_t attempt_connected(const rt_socket *s, void *context)
{
    int error = 0;
    socklen_t size = sizeof error;

    (void)context;
    if (getsockopt(s->descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0) return -1;
    errno = error;
    return error ? -1 : 0;
}

/* 0, or errno; -1: raised. */
static int connect_to(rt_socket *s, rt_address *address)
{
    rt_pause pause;

    if (!rt_socket_is_open(s)) return -1;
    rt_pause_begin(&pause);
    ssize_t result = attempt_connect(s, address);
    int error = errno;
    rt_pause_end(&pause);
    if (result == 0) return 0;
    if (s->timeout == 0 || (error != EINPROGRESS && error != EINTR)) return error;
    return rt_socket_attempt(s, POLLOUT, attempt_connected, NULL) < 0 ? -1 : 0;
}

rt_value rt_socket_connect(rt_value self, rt_value v)
{
    rt_address address;

    if (!rt_address_parse(SELF, v, "connect", &address)) return 0;
    int error = connect_to(SELF, &address);
    if (error > 0) rt_raise_os_error(error, 0);
    return error ? 0 : rt_retained(RT_NONE);
}

rt_value rt_socket_connect_ex(rt_value self, rt_value v)
{
    rt_address address;

    if (!rt_address_parse(SELF, v, "connect_ex", &address)) return 0;
    int error = connect_to(SELF, &address);
    if (error < 0 && rt_pending(&rt_exc_TimeoutError)) {
        rt_clear_pending();
        error = EAGAIN;
    }
    return error < 0 ? 0 : RT_INT(error);
}

static rt_value none_or_error(int result)
{
    return result < 0 ? rt_raise_os_error(errno, 0) : rt_retained(RT_NONE);
}

rt_value rt_socket_bind(rt_value self, rt_value v)
{
    rt_address address;

    if (!rt_address_parse(SELF, v, "bind", &address)) return 0;
    return none_or_error(bind(SELF->descriptor, (struct sockaddr *)&address.storage, address.size));
}

rt_value rt_socket_listen(rt_value self, rt_value backlog)
{
    int64_t count;

    if (!int_argument(backlog, SOMAXCONN < 128 ? SOMAXCONN : 128, &count)) return 0;
    return none_or_error(listen(SELF->descriptor, count < 0 ? 0 : (int)count));
}

rt_value rt_socket_shutdown(rt_value self, rt_value how)
{
    int64_t number;

    if (!int_argument(how, 0, &number)) return 0;
    return none_or_error(shutdown(SELF->descriptor, (int)number));
}

static rt_value own_name(rt_value self, int (*get)(int, struct sockaddr *, socklen_t *))
{
    rt_address address = {.size = sizeof address.storage};

    if (get(SELF->descriptor, (struct sockaddr *)&address.storage, &address.size) < 0)
        return rt_raise_os_error(errno, 0);
    return rt_address_value(&address);
}

rt_value rt_socket_getsockname(rt_value self)
{
    return own_name(self, getsockname);
}

rt_value rt_socket_getpeername(rt_value self)
{
    return own_name(self, getpeername);
}

/* ---- life and options ---- */

rt_value rt_socket_close(rt_value self)
{
    int descriptor = SELF->descriptor;

    SELF->descriptor = -1;
    if (descriptor >= 0 && close(descriptor) < 0 && errno != ECONNRESET)
        return rt_raise_os_error(errno, 0);
    return rt_retained(RT_NONE);
}

rt_value rt_socket_detach(rt_value self)
{
    int descriptor = SELF->descriptor;

    SELF->descriptor = -1;
    return RT_INT(descriptor);
}

rt_value rt_socket_fileno(rt_value self)
{
    return RT_INT(SELF->descriptor);
}

rt_value rt_socket_dup(rt_value self)
{
    int copy = fcntl(SELF->descriptor, F_DUPFD_CLOEXEC, 0);

    if (copy < 0) return rt_raise_os_error(errno, 0);
    rt_value made = rt_socket_new(&rt_socket_type, copy, SELF->family, SELF->type, SELF->protocol);
    RT_SOCKET(made)->timeout = SELF->timeout;
    return made;
}

rt_value rt_socket_enter(rt_value self)
{
    return rt_retained(self);
}

rt_value rt_socket_exit(rt_value self, rt_value args)
{
    (void)args;
    return rt_socket_close(self);
}

rt_value rt_socket_setblocking(rt_value self, rt_value flag)
{
    int truth = rt_truth(flag);

    if (truth < 0) return 0;
    return rt_socket_set_timeout(SELF, truth ? -1 : 0) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_socket_getblocking(rt_value self)
{
    return RT_BOOL(SELF->timeout != 0);
}

rt_value rt_socket_setsockopt(rt_value self, rt_value level, rt_value option, rt_value v)
{
    int64_t level_number, option_number, number;

    if (!int_argument(level, 0, &level_number) || !int_argument(option, 0, &option_number))
        return 0;
    if (rt_is_bytes_like(v)) {
        size_t size;
        const char *bytes = rt_bytes_text(v, &size);
        return none_or_error(setsockopt(SELF->descriptor, (int)level_number, (int)option_number,
                                        bytes, (socklen_t)size));
    }
    if (!int_argument(v, 0, &number)) return 0;
    int word = (int)number;
    return none_or_error(
        setsockopt(SELF->descriptor, (int)level_number, (int)option_number, &word, sizeof word));
}

rt_value rt_socket_getsockopt(rt_value self, rt_value level, rt_value option, rt_value buflen)
{
    int64_t level_number, option_number, size;
    char bytes[1024];
    int word = 0;

    if (!int_argument(level, 0, &level_number) || !int_argument(option, 0, &option_number) ||
        !int_argument(buflen, 0, &size))
        return 0;
    if (size < 0 || size > (int64_t)sizeof bytes)
        return rt_raise_format(&rt_exc_OSError, "getsockopt buflen out of range");
    socklen_t length = size ? (socklen_t)size : sizeof word;
    if (getsockopt(SELF->descriptor, (int)level_number, (int)option_number,
                   size ? (void *)bytes : &word, &length) < 0)
        return rt_raise_os_error(errno, 0);
    return size ? rt_bytes_new(bytes, length) : RT_INT(word);
}

rt_value rt_socket_get_inheritable(rt_value self)
{
    int flags = fcntl(SELF->descriptor, F_GETFD);

    return flags < 0 ? rt_raise_os_error(errno, 0) : RT_BOOL(!(flags & FD_CLOEXEC));
}

rt_value rt_socket_set_inheritable(rt_value self, rt_value inheritable)
{
    int truth = rt_truth(inheritable);

    if (truth < 0) return 0;
    return none_or_error(fcntl(SELF->descriptor, F_SETFD, truth ? 0 : FD_CLOEXEC));
}

const rt_native_def rt_socket_methods[] = {
#include "lib/socket_methods.def"
    {0},
};
