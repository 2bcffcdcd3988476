/* resolve.c: the functions of the module socket: names and addresses, pairs, descriptors.
 *
 * In: hosts and services. Out: addresses, or socket.gaierror with the resolver's text. Other
 * threads run while a name is looked up. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <unistd.h>

#include "exc/exception.h"
#include "io/socket.h"
#include "sched/threads.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

rt_value rt_raise_resolve(int error)
{
    if (error == EAI_SYSTEM) return rt_raise_os_error(errno, 0);
    rt_value args[] = {RT_INT(error), rt_str_c(gai_strerror(error))};
    rt_raise_new(&rt_exc_gaierror, 2, args);
    RT_RELEASE(args[1]);
    return 0;
}

int rt_descriptor_of(rt_value v)
{
    int64_t number;
    rt_value given = rt_is_int(v) ? rt_retained(v) : rt_call_method(v, RT_NAME("fileno"), 0, NULL);
    bool fine = given && rt_is_int(given) && rt_int_word(given, &number);

    RT_RELEASE_OPT(given);
    if (!fine) {
        rt_clear_pending();
        rt_raise_format(&rt_exc_ValueError, "Invalid file object: %R", v);
        return -1;
    }
    if (number >= 0 && number <= INT32_MAX) return (int)number;
    rt_raise_format(&rt_exc_ValueError, "Invalid file descriptor: %V", v);
    return -1;
}

/* An optional int argument. False: raised. */
static bool number_argument(rt_value v, int *out)
{
    int64_t number = 0;

    if (v && (!rt_is_int(v) || !rt_int_word(v, &number)))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               v);
    *out = (int)number;
    return true;
}

/* ---- addresses of names ---- */

/* A host or a service as text: None gives NULL, numbers their digits (into room). False: raised. */
static bool name_argument(rt_value v, const char *what, char room[24], const char **out)
{
    int64_t number;

    *out = room;
    if (v == RT_NONE)
        *out = NULL;
    else if (rt_is_str(v))
        *out = rt_str_text(v, NULL);
    else if (rt_is_bytes(v))
        *out = rt_bytes_text(v, NULL);
    else if (room && rt_is_int(v) && rt_int_word(v, &number))
        snprintf(room, 24, "%ld", (long)number);
    else
        return rt_raise_format(&rt_exc_TypeError, "%s", what);
    return true;
}

static rt_value found_value(const struct addrinfo *found)
{
    rt_address address = {.size = found->ai_addrlen};

    memcpy(&address.storage, found->ai_addr, found->ai_addrlen);
    return rt_tuple_of(5, (rt_value[]){rt_socket_named_family(found->ai_family),
                                       rt_socket_named_kind(found->ai_socktype),
                                       RT_INT(found->ai_protocol),
                                       rt_str_c(found->ai_canonname ? found->ai_canonname : ""),
                                       rt_address_value(&address)});
}

rt_value rt_socket_getaddrinfo(rt_value host, rt_value port, rt_value family, rt_value type,
                               rt_value proto, rt_value flags)
{
    struct addrinfo hints = {0}, *found = NULL;
    const char *node, *service;
    char digits[24];
    rt_pause pause;

    if (!name_argument(host, "getaddrinfo() argument 1 must be string or None", NULL, &node) ||
        !name_argument(port, "Int or String expected", digits, &service) ||
        !number_argument(family, &hints.ai_family) || !number_argument(type, &hints.ai_socktype) ||
        !number_argument(proto, &hints.ai_protocol) || !number_argument(flags, &hints.ai_flags))
        return 0;
    rt_pause_begin(&pause);
    int error = getaddrinfo(node, service, &hints, &found);
    rt_pause_end(&pause);
    if (error) return rt_raise_resolve(error);
    rt_value list = rt_list_new(4);
    for (const struct addrinfo *at = found; at; at = at->ai_next)
        rt_list_push(list, found_value(at));
    freeaddrinfo(found);
    return list;
}

/* The family that a numeric host says; 0 = none. */
static int family_of_host(const char *host)
{
    char bytes[16];

    return inet_pton(AF_INET, host, bytes) == 1 ? AF_INET : strchr(host, ':') ? AF_INET6 : 0;
}

rt_value rt_socket_getnameinfo(rt_value sockaddr, rt_value flags)
{
    char host[NI_MAXHOST], service[NI_MAXSERV];
    rt_address address;
    rt_pause pause;
    int flag_bits;

    if (RT_TYPE(sockaddr) != &rt_tuple_type)
        return rt_raise_format(&rt_exc_TypeError, "getnameinfo() argument 1 must be a tuple");
    if (RT_TUPLE(sockaddr)->count < 2 || !rt_is_str(RT_TUPLE(sockaddr)->items[0]))
        return rt_raise_format(&rt_exc_TypeError, "getnameinfo(): illegal sockaddr argument");
    if (!number_argument(flags, &flag_bits)) return 0;
    rt_socket model = {.family = family_of_host(rt_str_text(RT_TUPLE(sockaddr)->items[0], NULL))};
    if (!model.family) return rt_raise_resolve(EAI_NONAME);
    if (!rt_address_parse(&model, sockaddr, "getnameinfo", &address)) return 0;
    rt_pause_begin(&pause);
    int error = getnameinfo((struct sockaddr *)&address.storage, address.size, host, sizeof host,
                            service, sizeof service, flag_bits);
    rt_pause_end(&pause);
    if (error) return rt_raise_resolve(error);
    return rt_tuple_of(2, (rt_value[]){rt_str_c(host), rt_str_c(service)});
}

rt_value rt_socket_gethostname(void)
{
    char name[256];

    if (gethostname(name, sizeof name) < 0) return rt_raise_os_error(errno, 0);
    return rt_str_c(name);
}

rt_value rt_socket_gethostbyname(rt_value hostname)
{
    rt_address address;

    if (!rt_is_str(hostname))
        return rt_raise_format(&rt_exc_TypeError, "str, bytes or bytearray expected, not %T",
                               hostname);
    if (!rt_address_resolve(rt_str_text(hostname, NULL), AF_INET, &address)) return 0;
    rt_value pair = rt_address_value(&address), host = rt_tuple_item(pair, 0);
    RT_RELEASE(pair);
    return host;
}

/* ---- services and protocols ---- */

/* A name that a table of the system may have; NULL: None. False: raised. */
static bool table_name(rt_value v, const char **out)
{
    *out = NULL;
    if (!v || v == RT_NONE) return true;
    if (!rt_is_str(v)) return rt_raise_format(&rt_exc_TypeError, "argument must be str, not %T", v);
    *out = rt_str_text(v, NULL);
    return true;
}

rt_value rt_socket_getservbyname(rt_value name, rt_value protocol)
{
    const char *wanted, *over;

    if (!table_name(name, &wanted) || !table_name(protocol, &over)) return 0;
    const struct servent *found = wanted ? getservbyname(wanted, over) : NULL;
    if (!found) return rt_raise_format(&rt_exc_OSError, "service/proto not found");
    return RT_INT(ntohs((uint16_t)found->s_port));
}

rt_value rt_socket_getservbyport(rt_value port, rt_value protocol)
{
    const char *over;
    int number = 0;

    if (!number_argument(port, &number) || !table_name(protocol, &over)) return 0;
    if (number < 0 || number > 0xffff)
        return rt_raise_format(&rt_exc_OverflowError, "getservbyport: port must be 0-65535.");
    const struct servent *found = getservbyport(htons((uint16_t)number), over);
    if (!found) return rt_raise_format(&rt_exc_OSError, "port/proto not found");
    return rt_str_c(found->s_name);
}

rt_value rt_socket_getprotobyname(rt_value name)
{
    const char *wanted;

    if (!table_name(name, &wanted)) return 0;
    const struct protoent *found = wanted ? getprotobyname(wanted) : NULL;
    if (!found) return rt_raise_format(&rt_exc_OSError, "protocol not found");
    return RT_INT(found->p_proto);
}

/* ---- binary addresses ---- */

rt_value rt_socket_inet_pton(rt_value family, rt_value ip)
{
    char bytes[16];
    int number;

    if (!number_argument(family, &number)) return 0;
    if (!rt_is_str(ip))
        return rt_raise_format(&rt_exc_TypeError, "inet_pton() argument 2 must be str, not %T", ip);
    if (number != AF_INET && number != AF_INET6) return rt_raise_os_error(EAFNOSUPPORT, 0);
    if (inet_pton(number, rt_str_text(ip, NULL), bytes) == 1)
        return rt_bytes_new(bytes, number == AF_INET ? 4 : 16);
    return rt_raise_format(&rt_exc_OSError, "illegal IP address string passed to inet_pton");
}

rt_value rt_socket_inet_ntop(rt_value family, rt_value packed)
{
    char text[INET6_ADDRSTRLEN];
    size_t size;
    int number;

    if (!number_argument(family, &number)) return 0;
    if (!rt_is_bytes_like(packed))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               packed);
    const char *bytes = rt_bytes_text(packed, &size);
    if (number != AF_INET && number != AF_INET6)
        return rt_raise_format(&rt_exc_ValueError, "unknown address family %d", number);
    if (size != (number == AF_INET ? 4 : 16))
        return rt_raise_format(&rt_exc_ValueError, "invalid length of packed IP address string");
    inet_ntop(number, bytes, text, sizeof text);
    return rt_str_c(text);
}

/* ---- descriptors ---- */

rt_value rt_socket_pair(rt_value family, rt_value type, rt_value proto)
{
    int pair[2], numbers[3];

    if (!number_argument(family, &numbers[0]) || !number_argument(type, &numbers[1]) ||
        !number_argument(proto, &numbers[2]))
        return 0;
    if (!family || family == RT_NONE) numbers[0] = AF_UNIX;
    if (!type) numbers[1] = SOCK_STREAM;
    if (socketpair(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2], pair) < 0)
        return rt_raise_os_error(errno, 0);
    return rt_tuple_of(
        2,
        (rt_value[]){rt_socket_new(&rt_socket_type, pair[0], numbers[0], numbers[1], numbers[2]),
                     rt_socket_new(&rt_socket_type, pair[1], numbers[0], numbers[1], numbers[2])});
}
