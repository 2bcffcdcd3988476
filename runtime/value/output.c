/* output.c: standard output and standard error. Output is gathered in one block and written when
 * the block is full, at the end of each line on a terminal, and before anything goes to standard
 * error, so that both appear in the order in which the program wrote them. */
#include "value/output.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#define BLOCK 8192

static struct {
    char block[BLOCK];
    size_t size;
    bool by_line, unbuffered;
    int error;
} out;

/* A descriptor set to non-blocking mode by somebody else is waited for. */
static bool wait_until_writable(int descriptor)
{
    struct pollfd waiting = {.fd = descriptor, .events = POLLOUT};
    return poll(&waiting, 1, -1) >= 0 || errno == EINTR;
}

bool rt_write_all(int descriptor, const char *text, size_t size)
{
    while (size > 0) {
        ssize_t written = write(descriptor, text, size);
        if (written >= 0) {
            text += written;
            size -= (size_t)written;
        } else if (errno == EAGAIN ? !wait_until_writable(descriptor) : errno != EINTR) {
            return false;
        }
    }
    return true;
}

static void write_block(const char *text, size_t size)
{
    if (size && !rt_write_all(STDOUT_FILENO, text, size)) out.error = errno;
}

void rt_flush_out(void)
{
    size_t size = out.size;
    out.size = 0;
    write_block(out.block, size);
}

void rt_write_out(const char *text, size_t size)
{
    if (out.size + size > BLOCK) rt_flush_out();
    if (size >= BLOCK) {
        write_block(text, size);
        return;
    }
    memcpy(out.block + out.size, text, size);
    out.size += size;
    if (out.unbuffered || (out.by_line && memchr(text, '\n', size))) rt_flush_out();
}

bool (*rt_err_target)(const char *text, size_t size);

void rt_write_err(const char *text, size_t size)
{
    if (rt_err_target && rt_err_target(text, size)) return;
    rt_flush_out();
    rt_write_all(STDERR_FILENO, text, size); /* there is nowhere to report a failure to */
}

int rt_out_error(void)
{
    int error = out.error;
    out.error = 0;
    return error;
}

void rt_out_unbuffered(bool unbuffered)
{
    out.unbuffered = unbuffered;
}

void rt_init_output(void)
{
    out.by_line = isatty(STDOUT_FILENO);
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write, not the end of the process */
}

void rt_end_output(void)
{
    rt_flush_out();
}
