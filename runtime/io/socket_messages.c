/* socket_messages.c: sendmsg and recvmsg of socket.socket: several buffers at once, and ancillary
 * data.
 *
 * In: lists of buffers; ancillary data as tuples (level, type, bytes). Out: one system call each,
 * repeated as the socket's timeout wants it. */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <sys/uio.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/list.h"
#include "value/tuple.h"

typedef struct message {
    struct msghdr header;
    rt_value buffers; /* a list that keeps them, owned */
    struct iovec *parts;
    uint32_t part_count;
    char *control; /* owned; NULL = none */
    size_t control_room;
    int flags;
} message;

static void release(message *m)
{
    if (m->parts) rt_free(m->parts, m->part_count * sizeof *m->parts);
    if (m->control) rt_free(m->control, m->control_room);
    RT_RELEASE_OPT(m->buffers);
}

static bool number_of(rt_value v, int64_t least, int64_t *out, const char *what)
{
    *out = 0;
    if (!v || v == RT_NONE) return true;
    rt_value plain = rt_int_index(v);
    bool fits = plain && rt_int_word(plain, out) && *out >= least && *out <= INT_MAX;

    RT_RELEASE_OPT(plain);
    if (!fits && plain) rt_raise_format(&rt_exc_ValueError, "invalid %s", what);
    return fits;
}

/* The buffers of an iterable become the message's parts. */
static bool take_buffers(message *m, rt_value iterable, const char *name, bool writable)
{
    m->buffers = rt_list_from(iterable);
    if (!m->buffers) {
        rt_clear_pending();
        return rt_raise_format(&rt_exc_TypeError, "%s() argument 1 must be an iterable", name);
    }
    m->part_count = RT_LIST(m->buffers)->count;
    if (m->part_count) m->parts = rt_alloc(m->part_count * sizeof *m->parts);
    for (uint32_t i = 0; i < m->part_count; i++) {
        rt_value buffer = RT_LIST(m->buffers)->items[i];
        if (writable ? !rt_is_writable_bytes(buffer) : !rt_is_bytes_like(buffer))
            return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                                   buffer);
        size_t size;
        const char *text = rt_bytes_text(buffer, &size);
        m->parts[i] = (struct iovec){(void *)(uintptr_t)text, size};
    }
    m->header.msg_iov = m->parts;
    m->header.msg_iovlen = m->part_count;
    return true;
}

static void take_control(message *m, size_t room)
{
    if (!room) return;
    m->control = rt_alloc(room);
    memset(m->control, 0, room);
    m->control_room = room;
    m->header.msg_control = m->control;
    m->header.msg_controllen = room;
}

/* ---- sending */

static bool is_ancillary(rt_value item)
{
    return RT_TYPE(item) == &rt_tuple_type && RT_TUPLE(item)->count == 3 &&
           rt_is_int(RT_TUPLE(item)->items[0]) && rt_is_int(RT_TUPLE(item)->items[1]) &&
           rt_is_bytes_like(RT_TUPLE(item)->items[2]);
}

static bool fill_control(message *m, const rt_list *items)
{
    size_t room = 0, size;

    for (uint32_t i = 0; i < items->count; i++) {
        if (!is_ancillary(items->items[i]))
            return rt_raise_format(
                &rt_exc_TypeError,
                "[sendmsg() ancillary data items] argument must be 3-item sequence");
        rt_bytes_text(RT_TUPLE(items->items[i])->items[2], &size);
        room += CMSG_SPACE(size);
    }
    take_control(m, room);
    struct cmsghdr *at = CMSG_FIRSTHDR(&m->header);
    for (uint32_t i = 0; i < items->count; i++, at = CMSG_NXTHDR(&m->header, at)) {
        const rt_tuple *item = RT_TUPLE(items->items[i]);
        const char *bytes = rt_bytes_text(item->items[2], &size);
        at->cmsg_level = (int)RT_INT_VALUE(item->items[0]);
        at->cmsg_type = (int)RT_INT_VALUE(item->items[1]);
        at->cmsg_len = CMSG_LEN(size);
        memcpy(CMSG_DATA(at), bytes, size);
    }
    return true;
}

static ssize_t attempt_send(const rt_socket *s, void *context)
{
    const message *m = context;
    return sendmsg(s->descriptor, &m->header, m->flags | MSG_NOSIGNAL);
}

static bool prepare_sending(message *m, rt_value self, rt_value buffers, rt_value ancillary,
                            rt_value flags_value, rt_value to, rt_address *address)
{
    int64_t flags;

    if (!take_buffers(m, buffers, "sendmsg", false) ||
        !number_of(flags_value, INT_MIN, &flags, "flags"))
        return false;
    m->flags = (int)flags;
    if (to && to != RT_NONE) {
        if (!rt_address_parse(RT_SOCKET(self), to, "sendmsg", address)) return false;
        m->header.msg_name = &address->storage;
        m->header.msg_namelen = address->size;
    }
    if (!ancillary || ancillary == RT_NONE) return true;
    rt_value items = rt_list_from(ancillary);
    bool filled = items && fill_control(m, RT_LIST(items));
    RT_RELEASE_OPT(items);
    return filled;
}

rt_value rt_socket_sendmsg(rt_value self, rt_value buffers, rt_value ancillary, rt_value flags,
                           rt_value to)
{
    message m = {0};
    rt_address address;
    ssize_t sent = -1;

    if (prepare_sending(&m, self, buffers, ancillary, flags, to, &address))
        sent = rt_socket_attempt(RT_SOCKET(self), POLLOUT, attempt_send, &m);
    release(&m);
    return sent < 0 ? 0 : RT_INT(sent);
}

/* ---- receiving */

static ssize_t attempt_receive(const rt_socket *s, void *context)
{
    message *m = context;

    m->header.msg_namelen = sizeof(struct sockaddr_storage);
    m->header.msg_controllen = m->control_room;
    return recvmsg(s->descriptor, &m->header, m->flags | MSG_CMSG_CLOEXEC);
}

/* A list of (level, type, bytes). */
static rt_value received_control(message *m)
{
    rt_value list = rt_list_new(0);
    struct cmsghdr *at = m->control ? CMSG_FIRSTHDR(&m->header) : NULL;

    for (; list && at; at = CMSG_NXTHDR(&m->header, at)) {
        rt_value bytes = rt_bytes_new((char *)CMSG_DATA(at), at->cmsg_len - CMSG_LEN(0));
        rt_value item[] = {RT_INT(at->cmsg_level), RT_INT(at->cmsg_type), bytes};
        if (!bytes || !rt_list_push(list, rt_tuple_of(3, item))) {
            RT_RELEASE(list);
            return 0;
        }
    }
    return list;
}

/* (first, ancillary data, flags, address); consumes `first`; 0 = raised. */
static rt_value received(message *m, rt_value first, const rt_address *address)
{
    rt_value control = first ? received_control(m) : 0;

    if (!control) {
        RT_RELEASE_OPT(first);
        return 0;
    }
    rt_value from = m->header.msg_namelen ? rt_address_value(address) : rt_retained(RT_NONE);
    return rt_tuple_of(
        4, (rt_value[]){first, control, RT_INT(m->header.msg_flags & ~MSG_CMSG_CLOEXEC), from});
}

static bool prepare_receiving(message *m, rt_address *address, rt_value room_value,
                              rt_value flags_value)
{
    int64_t room, flags;

    if (!number_of(room_value, 0, &room, "ancillary data buffer length") ||
        !number_of(flags_value, INT_MIN, &flags, "flags"))
        return false;
    m->flags = (int)flags;
    m->header.msg_name = &address->storage;
    take_control(m, (size_t)room);
    return true;
}

rt_value rt_socket_recvmsg(rt_value self, rt_value size_value, rt_value room, rt_value flags)
{
    rt_address address;
    struct iovec part;
    message m = {.header = {.msg_iov = &part, .msg_iovlen = 1}};
    int64_t size;
    rt_value result = 0;

    if (!number_of(size_value, INT_MIN, &size, "buffer size")) return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "negative buffer size in recvmsg()");
    part = (struct iovec){rt_alloc((size_t)size + 1), (size_t)size};
    if (prepare_receiving(&m, &address, room, flags)) {
        ssize_t got = rt_socket_attempt(RT_SOCKET(self), POLLIN, attempt_receive, &m);
        address.size = m.header.msg_namelen;
        if (got >= 0) result = received(&m, rt_bytes_new(part.iov_base, (size_t)got), &address);
    }
    rt_free(part.iov_base, (size_t)size + 1);
    release(&m);
    return result;
}

rt_value rt_socket_recvmsg_into(rt_value self, rt_value buffers, rt_value room, rt_value flags)
{
    rt_address address;
    message m = {0};
    rt_value result = 0;

    if (take_buffers(&m, buffers, "recvmsg_into", true) &&
        prepare_receiving(&m, &address, room, flags)) {
        ssize_t got = rt_socket_attempt(RT_SOCKET(self), POLLIN, attempt_receive, &m);
        address.size = m.header.msg_namelen;
        if (got >= 0) result = received(&m, RT_INT(got), &address);
    }
    release(&m);
    return result;
}

rt_value rt_socket_cmsg_len(rt_value length)
{
    int64_t size;
    return number_of(length, 0, &size, "length") ? RT_INT((int64_t)CMSG_LEN((size_t)size)) : 0;
}

rt_value rt_socket_cmsg_space(rt_value length)
{
    int64_t size;
    return number_of(length, 0, &size, "length") ? RT_INT((int64_t)CMSG_SPACE((size_t)size)) : 0;
}
