/* running.c: the tasks of a running program, for asyncc ps and asyncc pstree.
 *
 * In: a process's number. Out: its report on stdout, or why there is none. The program itself
 * writes the report, into a pipe of ours (runtime/report.h); nothing of it is stopped or read from
 * outside. */
#include "running.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "options.h"
#include "report.h"

enum { PATIENCE = 5000 }; /* in milliseconds */

static int refuse(long process, const char *why)
{
    fprintf(stderr, "asyncc: process %ld %s\n", process, why);
    return EXIT_REFUSED;
}

/* ---- is it one of ours? ---- */

static bool read_line(const char *path, char *line, size_t size)
{
    FILE *file = fopen(path, "r");
    bool fine = file && fgets(line, (int)size, file);

    if (file) fclose(file);
    if (fine) line[strcspn(line, "\n")] = '\0';
    return fine;
}

/* The signal would end any other process. */
static bool has_our_thread(long process)
{
    char path[64], name[64];
    bool found = false;

    snprintf(path, sizeof path, "/proc/%ld/task", process);
    DIR *threads = opendir(path);
    if (!threads) return false;
    for (const struct dirent *entry; !found && (entry = readdir(threads));) {
        char comm[sizeof path + sizeof entry->d_name];
        snprintf(comm, sizeof comm, "/proc/%ld/task/%s/comm", process, entry->d_name);
        found = read_line(comm, name, sizeof name) && strcmp(name, RT_REPORT_THREAD) == 0;
    }
    closedir(threads);
    return found;
}

static bool catches_signal(long process)
{
    char path[64], line[256];
    uint64_t caught = 0;

    snprintf(path, sizeof path, "/proc/%ld/status", process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "SigCgt:", 7) == 0) caught = strtoull(line + 7, NULL, 16);
    if (file) fclose(file);
    return caught >> (RT_REPORT_SIGNAL - 1) & 1;
}

/* ---- the answer ---- */

/* Copies what comes up to the NUL. False: nothing more comes. */
static bool copy_report(int from)
{
    struct pollfd polled = {.fd = from, .events = POLLIN};
    char text[4096];

    while (poll(&polled, 1, PATIENCE) > 0) {
        ssize_t size = read(from, text, sizeof text);
        if (size <= 0) return false;
        bool last = text[size - 1] == '\0';
        fwrite(text, 1, (size_t)(last ? size - 1 : size), stdout);
        if (last) return true;
    }
    return false;
}

static int ask(long process, int kind)
{
    int ends[2];
    union sigval wish;

    if (pipe(ends) < 0) return refuse(process, strerror(errno));
    wish.sival_int = ends[1] * RT_REPORT_KINDS + kind;
    int code = EXIT_OK;
    if (sigqueue((pid_t)process, RT_REPORT_SIGNAL, wish) < 0)
        code = refuse(process, errno == EPERM ? "belongs to somebody else" : "has ended");
    else if (!copy_report(ends[0]))
        code = refuse(process, "does not answer: it computes, or is stopped");
    close(ends[0]);
    close(ends[1]);
    return code;
}

int running_show(const char *text, bool tree)
{
    char *end;
    long process = strtol(text, &end, 10);

    if (*end || process <= 0 || process > INT32_MAX) {
        fprintf(stderr, "asyncc: '%s' is not the number of a process\n", text);
        return EXIT_REFUSED;
    }
    if (!has_our_thread(process) || !catches_signal(process))
        return refuse(process, "is not a program of asyncc's");
    return ask(process, tree ? RT_REPORT_TREE : RT_REPORT_TABLE);
}
