/* address.c: addresses of sockets between their Python form and the operating system's.
 *
 * In: ('host', port), ('host', port, flow, scope), a path. Out: sockaddr structures, and back. Host
 * names are looked up, which may block, as everywhere in the module socket. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "sched/threads.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"
#include "value/tuple.h"

/* ---- from Python ---- */

bool rt_address_resolve(const char *host, int family, rt_address *out)
{
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_DGRAM}, *found = NULL;
    rt_pause pause;

    if (!*host) hints.ai_flags = AI_PASSIVE;
    rt_pause_begin(&pause);
    int error = getaddrinfo(*host ? host : NULL, *host ? NULL : "0", &hints, &found);
    rt_pause_end(&pause);
    if (error) return rt_raise_resolve(error);
    memcpy(&out->storage, found->ai_addr, found->ai_addrlen);
    out->size = found->ai_addrlen;
    freeaddrinfo(found);
    return true;
}

static bool port_of(rt_value v, const char *caller, in_port_t *port)
{
    int64_t number;
    rt_value plain = rt_int_index(v);

    if (!plain) return false;
    bool fits = rt_int_word(plain, &number) && number >= 0 && number <= 0xffff;
    RT_RELEASE(plain);
    if (!fits)
        rt_raise_format(&rt_exc_OverflowError, "%s(): port must be 0-65535.", caller);
    else
        *port = htons((uint16_t)number);
    return fits;
}

static bool word_of(rt_value v, uint32_t *out)
{
    int64_t number;

    if (!rt_is_int(v) || !rt_int_word(v, &number) || number < 0 || number > UINT32_MAX) {
        rt_raise_format(&rt_exc_TypeError, "an integer is required");
        return false;
    }
    *out = (uint32_t)number;
    return true;
}

static const char *host_text(rt_value host)
{
    if (rt_is_str(host)) return rt_str_text(host, NULL);
    if (rt_is_bytes_like(host)) return rt_bytes_text(host, NULL);
    rt_raise_format(&rt_exc_TypeError, "str, bytes or bytearray expected, not %T", host);
    return NULL;
}

/* The items of an address of IPv4 or IPv6: 2, or 2 to 4. NULL: raised. */
static const rt_tuple *items_of(rt_value v, const char *caller, int family)
{
    const char *name = family == AF_INET ? "AF_INET" : "AF_INET6";
    uint32_t most = family == AF_INET ? 2 : 4;

    if (RT_TYPE(v) != &rt_tuple_type) {
        rt_raise_format(&rt_exc_TypeError, "%s(): %s address must be tuple, not %T", caller, name,
                        v);
        return NULL;
    }
    const rt_tuple *items = RT_TUPLE(v);
    if (items->count >= 2 && items->count <= most) return items;
    if (family == AF_INET)
        rt_raise_format(&rt_exc_TypeError, "AF_INET address must be a pair (host, port)");
    else
        rt_raise_format(&rt_exc_TypeError,
                        "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
    return NULL;
}

static bool parse_inet(rt_value v, const char *caller, int family, rt_address *out)
{
    const rt_tuple *items = items_of(v, caller, family);
    const char *host = items ? host_text(items->items[0]) : NULL;
    in_port_t port;
    uint32_t flow = 0, scope = 0;

    if (!host || !port_of(items->items[1], caller, &port)) return false;
    if (items->count > 2 && !word_of(items->items[2], &flow)) return false;
    if (items->count > 3 && !word_of(items->items[3], &scope)) return false;
    if (!rt_address_resolve(host, family, out)) return false;
    if (family == AF_INET) {
        ((struct sockaddr_in *)&out->storage)->sin_port = port;
    } else {
        struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)&out->storage;
        in6->sin6_port = port;
        in6->sin6_flowinfo = htonl(flow);
        if (scope) in6->sin6_scope_id = scope;
    }
    return true;
}

static bool parse_unix(rt_value v, rt_address *out)
{
    struct sockaddr_un *un = (struct sockaddr_un *)&out->storage;
    size_t size;
    const char *path;

    if (rt_is_str(v))
        path = rt_str_text(v, &size);
    else if (rt_is_bytes_like(v))
        path = rt_bytes_text(v, &size);
    else
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", v);
    if (size >= sizeof un->sun_path)
        return rt_raise_format(&rt_exc_OSError, "AF_UNIX path too long");
    memset(un, 0, sizeof *un);
    un->sun_family = AF_UNIX;
    memcpy(un->sun_path, path, size);
    /* An abstract name (a leading 0) has no end of its own. */
    out->size =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size + (size && !path[0] ? 0 : 1));
    return true;
}

bool rt_address_parse(const rt_socket *s, rt_value v, const char *caller, rt_address *out)
{
    switch (s->family) {
    case AF_INET:
    case AF_INET6: return parse_inet(v, caller, s->family, out);
    case AF_UNIX: return parse_unix(v, out);
    default: return rt_raise_format(&rt_exc_OSError, "%s(): bad family", caller);
    }
}

/* ---- to Python ---- */

static rt_value inet_value(const struct sockaddr_in *in)
{
    char text[INET_ADDRSTRLEN];

    inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
    return rt_tuple_of(2, (rt_value[]){rt_str_c(text), RT_INT(ntohs(in->sin_port))});
}

static rt_value inet6_value(const struct sockaddr_in6 *in6)
{
    char text[NI_MAXHOST];

    getnameinfo((const struct sockaddr *)in6, sizeof *in6, text, sizeof text, NULL, 0,
                NI_NUMERICHOST);
    return rt_tuple_of(4,
                       (rt_value[]){rt_str_c(text), RT_INT(ntohs(in6->sin6_port)),
                                    RT_INT(ntohl(in6->sin6_flowinfo)), RT_INT(in6->sin6_scope_id)});
}

static rt_value unix_value(const struct sockaddr_un *un, socklen_t size)
{
    size_t length = size - offsetof(struct sockaddr_un, sun_path);

    if (size <= offsetof(struct sockaddr_un, sun_path)) return rt_str_c("");
    if (!un->sun_path[0]) return rt_bytes_new(un->sun_path, length);
    return rt_str_new(un->sun_path, strnlen(un->sun_path, length));
}

rt_value rt_address_value(const rt_address *address)
{
    if (!address->size) return rt_retained(RT_NONE);
    switch (address->storage.ss_family) {
    case AF_INET: return inet_value((const struct sockaddr_in *)&address->storage);
    case AF_INET6: return inet6_value((const struct sockaddr_in6 *)&address->storage);
    case AF_UNIX: return unix_value((const struct sockaddr_un *)&address->storage, address->size);
    default: return rt_retained(RT_NONE);
    }
}
