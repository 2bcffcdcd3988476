/* echo_load.c: the load of the echo servers.
 *
 *     echo_load PORT CONNECTIONS REQUESTS
 *
 * Opens all connections, then keeps one message of 64 bytes under way on each, until REQUESTS have
 * come back. Prints the seconds that took. */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS = 1024, MESSAGE = 64 };

static void check(long result, const char *what)
{
    if (result >= 0) return;
    perror(what);
    exit(1);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int connect_to(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = 1, connection = socket(AF_INET, SOCK_STREAM, 0);

    check(connection, "socket");
    check(connect(connection, (struct sockaddr *)&address, sizeof address), "connect");
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return connection;
}

static void send_message(int connection)
{
    static const char message[MESSAGE] =
        "a line of sixty-four bytes, that every server sends back as is\r\n";

    check(send(connection, message, MESSAGE, 0) == MESSAGE ? 0 : -1, "send");
}

/* Whether the whole message is back. `missing`: by descriptor. */
static int receive(int connection, int *missing)
{
    char bytes[MESSAGE];
    ssize_t size = recv(connection, bytes, (size_t)missing[connection], 0);

    check(size > 0 ? 0 : -1, "recv");
    missing[connection] -= (int)size;
    if (missing[connection]) return 0;
    missing[connection] = MESSAGE;
    return 1;
}

int main(int argc, char **argv)
{
    struct epoll_event events[EVENTS];
    int epoll = epoll_create1(0);

    if (argc != 4) return 2;
    int port = atoi(argv[1]), connections = atoi(argv[2]);
    long requests = atol(argv[3]), sent = 0, received = 0;
    int *missing = calloc((size_t)connections + 1024, sizeof *missing);
    int *opened = calloc((size_t)connections, sizeof *opened);

    for (int i = 0; i < connections; i++) {
        opened[i] = connect_to(port);
        missing[opened[i]] = MESSAGE;
        struct epoll_event event = {.events = EPOLLIN, .data.fd = opened[i]};
        check(epoll_ctl(epoll, EPOLL_CTL_ADD, opened[i], &event), "epoll_ctl");
    }
    double start = now();
    for (int i = 0; i < connections && sent < requests; i++, sent++) send_message(opened[i]);
    while (received < requests) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            if (!receive(events[i].data.fd, missing)) continue;
            received++;
            if (sent >= requests) continue;
            send_message(events[i].data.fd);
            sent++;
        }
    }
    printf("%.6f\n", now() - start);
    free(missing);
    free(opened);
    return 0;
}
