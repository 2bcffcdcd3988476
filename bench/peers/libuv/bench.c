/* The workload of bench/ that libuv has something for: a million timers at once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

typedef struct sleeper {
    uv_timer_t timer;
    int result;
} sleeper;

static long total;

static void wake(uv_timer_t *timer)
{
    total += ((sleeper *)timer)->result;
}

int main(int argc, char **argv)
{
    if (argc < 3 || strcmp(argv[1], "sleepers") != 0) return 2;
    long n = atol(argv[2]);
    sleeper *all = malloc((size_t)n * sizeof *all);
    for (long i = 0; i < n; i++) {
        uv_timer_init(uv_default_loop(), &all[i].timer);
        all[i].result = (int)(i & 1);
        uv_timer_start(&all[i].timer, wake, 1000 + (uint64_t)(i % 7), 0);
    }
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    printf("%ld\n", total);
    free(all);
    return 0;
}
