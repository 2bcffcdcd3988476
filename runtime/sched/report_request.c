/* report_request.c: SIGQUIT, and the requests of `asyncc ps` and `asyncc pstree`.
 *
 * In: signals. Out: reports, written where the program next looks at its interrupts. A second
 * SIGQUIT that finds the first one unanswered ends the process, as without a handler. */
#include "sched/report_request.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "report.h"
#include "sched/interrupt.h"

static volatile sig_atomic_t quit_waits;           /* for rt_report_answer */
static volatile sig_atomic_t asked_by, asked_what; /* a process and its number; 0 = nobody */
static struct sigaction quit_before; /* shells ignore SIGQUIT for what runs in the background */

static void on_quit(int number)
{
    if (quit_waits) {
        sigaction(number, &quit_before, NULL);
        raise(number);
    }
    quit_waits = 1;
    rt_interrupt_announce();
}

static void on_request(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)context;
    asked_what = info->si_value.sival_int;
    asked_by = info->si_pid;
    rt_interrupt_announce();
}

void rt_report_watch(void)
{
    struct sigaction quit = {.sa_handler = on_quit, .sa_flags = SA_RESTART};
    struct sigaction request = {.sa_sigaction = on_request, .sa_flags = SA_SIGINFO | SA_RESTART};

    prctl(PR_SET_NAME, RT_REPORT_THREAD);
    sigaction(RT_REPORT_SIGNAL, &request, NULL);
    sigaction(SIGQUIT, &quit, &quit_before);
}

void rt_report_unwatch(void)
{
    signal(RT_REPORT_SIGNAL, SIG_IGN); /* who asks at the last moment does no harm */
    sigaction(SIGQUIT, &quit_before, NULL);
    quit_waits = asked_by = 0;
}

void (*rt_report_loop)(FILE *out, const rt_loop *loop, int kind);

static void write_report(FILE *out, const rt_loop *loop, int kind)
{
    if (loop)
        rt_report_loop(out, loop, kind);
    else
        fputs("no event loop is running\n", out);
}

/* Who asks has died in between, or is not ours: then nobody gets it. */
static void answer(const rt_loop *loop, int process, int number)
{
    char path[64];

    snprintf(path, sizeof path, "/proc/%d/fd/%d", process, number / RT_REPORT_KINDS);
    int descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    FILE *out = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (out) {
        write_report(out, loop, number % RT_REPORT_KINDS);
        fputc('\0', out);
        fclose(out);
    } else if (descriptor >= 0) {
        close(descriptor);
    }
}

void rt_report_answer(const rt_loop *loop)
{
    if (quit_waits) {
        quit_waits = 0;
        fflush(stdout);
        write_report(stderr, loop, RT_REPORT_TREE);
        fflush(stderr);
    }
    if (asked_by) {
        int process = asked_by;
        asked_by = 0;
        answer(loop, process, asked_what);
    }
}
