/* echo_epoll.c: the echo server of echo_streams.py by hand: level-triggered epoll, one read and one
 * write a message. Prints its port; ends when its standard input does. */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 1024, CHUNK = 64 * 1024 };

static void check(int result, const char *what)
{
    if (result >= 0) return;
    perror(what);
    exit(1);
}

static void watch(int epoll, int descriptor)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};

    check(epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event), "epoll_ctl");
}

static int listen_anywhere(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    check(listener, "socket");
    check(bind(listener, (struct sockaddr *)&address, size), "bind");
    check(listen(listener, 1000), "listen");
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

static void accept_all(int epoll, int listener)
{
    int one = 1, connection;

    while ((connection = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        watch(epoll, connection);
    }
}

static void echo(int connection)
{
    static char chunk[CHUNK];
    ssize_t size = recv(connection, chunk, sizeof chunk, 0);

    if (size < 0 && errno == EAGAIN) return;
    if (size <= 0 || send(connection, chunk, (size_t)size, MSG_NOSIGNAL) != size) close(connection);
}

int main(void)
{
    struct epoll_event events[EVENTS];
    int epoll = epoll_create1(EPOLL_CLOEXEC), listener = listen_anywhere();

    watch(epoll, listener);
    watch(epoll, STDIN_FILENO);
    for (;;) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            int descriptor = events[i].data.fd;
            if (descriptor == STDIN_FILENO) return 0;
            if (descriptor == listener)
                accept_all(epoll, listener);
            else
                echo(descriptor);
        }
    }
}
