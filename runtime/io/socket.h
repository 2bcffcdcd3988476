/* socket.h: sockets as objects, and addresses between Python and the operating system. */
#ifndef ASYNCC_IO_SOCKET_H
#define ASYNCC_IO_SOCKET_H

#include <sys/socket.h>

#include "value/object.h"

typedef struct rt_socket {
    rt_object head;
    int descriptor; /* -1 = closed */
    int family, type, protocol;
    double timeout; /* negative = wait without end, 0 = never wait */
} rt_socket;
#define RT_SOCKET(v) ((rt_socket *)(v))

typedef struct rt_address {
    struct sockaddr_storage storage;
    socklen_t size;
} rt_address;

extern rt_type rt_socket_type;
extern const rt_native_def rt_socket_methods[];

/* Takes the descriptor over. `cls`: rt_socket_type or a class that derives from it. */
rt_value rt_socket_new(rt_type *cls, int descriptor, int family, int type, int protocol);
/* A number as the module socket shows it, with its name, where the program has that module;
 * owned. */
rt_value rt_socket_named_family(int family);
rt_value rt_socket_named_kind(int type);
bool rt_socket_is_open(const rt_socket *s); /* false: OSError EBADF is pending */
bool rt_socket_set_timeout(rt_socket *s, double timeout);

/* One attempt of a system call: its result, or -1 and errno. */
typedef ssize_t rt_attempt(const rt_socket *s, void *context);
/* Repeats the attempt as the socket's timeout wants it, until it neither would block nor was
 * interrupted. -1: raised. `events`: what to poll for. */
ssize_t rt_socket_attempt(rt_socket *s, short events, rt_attempt *attempt, void *context);

/* ---- addresses (address.c) */

/* A Python address of the socket's family; `caller` is named in messages. False: raised. */
bool rt_address_parse(const rt_socket *s, rt_value v, const char *caller, rt_address *out);
rt_value rt_address_value(const rt_address *address);
/* An IPv4 or IPv6 host (names are looked up) into `out`, whose family is set. */
bool rt_address_resolve(const char *host, int family, rt_address *out);

/* ---- names (resolve.c) */

/* What getaddrinfo has said: socket.gaierror, or OSError. Gives 0. */
rt_value rt_raise_resolve(int error);

/* A descriptor: an int, or an object with fileno(). -1: raised. */
int rt_descriptor_of(rt_value v);

#endif
