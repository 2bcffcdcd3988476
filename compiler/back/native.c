/* The native back end: finds the runtime library, makes the command line, feeds cc by a pipe.
 *
 * asyncc finds its library and header next to itself, so that it can be moved: in a build
 * directory (build/libasyncc_rt.a, build/include) or below a prefix (PREFIX/lib/asyncc,
 * PREFIX/include/asyncc). */
#include "back/native.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* ---- Where things are ----------------------------------------------------------------------- */

typedef struct layout {
    char library[PATH_MAX]; /* directory of libasyncc_rt.a */
    char include[PATH_MAX]; /* directory of asyncc.h */
} layout;

static bool layout_is(layout *l, const char *root, const char *library, const char *include)
{
    char archive[PATH_MAX];
    int lengths[] = {
        snprintf(l->library, sizeof l->library, "%s%s", root, library),
        snprintf(l->include, sizeof l->include, "%s%s", root, include),
        snprintf(archive, sizeof archive, "%s%s/libasyncc_rt.a", root, library),
    };
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        if (lengths[i] < 0 || lengths[i] >= PATH_MAX) return false;
    return access(archive, R_OK) == 0;
}

/* Cuts the last component off a path. */
static void to_parent(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash) *slash = '\0';
}

static bool find_layout(layout *l)
{
    char root[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", root, sizeof root - 1);
    if (length < 0) return false;
    root[length] = '\0';
    to_parent(root);
    if (layout_is(l, root, "", "/include")) return true;
    to_parent(root);
    return layout_is(l, root, "/lib/asyncc", "/include/asyncc");
}

/* ---- The command ----------------------------------------------------------------------------- */

/* The flags that differ between a build for use and one that looks for mistakes in asyncc. */
#ifdef ASYNCC_SANITIZED
#define SANITIZE                                                                                   \
    "-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined"
#else
#define SANITIZE ""
#endif

static void separate(strbuf *command)
{
    if (command->length) strbuf_putc(command, ' ');
}

static void add_words(strbuf *command, const char *words)
{
    if (!*words) return;
    separate(command);
    strbuf_puts(command, words);
}

/* Appends a path as one word of the shell's. */
static void quote(strbuf *command, const char *path)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
    if (*path && strspn(path, plain) == strlen(path)) {
        strbuf_puts(command, path);
        return;
    }
    strbuf_putc(command, '\'');
    for (const char *p = path; *p; p++) {
        if (*p == '\'')
            strbuf_puts(command, "'\\''");
        else
            strbuf_putc(command, *p);
    }
    strbuf_putc(command, '\'');
}

static void add_path(strbuf *command, const char *flag, const char *path)
{
    separate(command);
    strbuf_puts(command, flag);
    quote(command, path);
}

/* `source` is what stands for the source file: shell words. */
static void make_command(strbuf *command, const native_options *o, const layout *l,
                         const char *source, const char *output)
{
    bool plain = !*SANITIZE; /* the sanitizers want symbols and the dynamic C library */
    add_words(command, o->cc);
    add_words(command, "-std=c11");
    /* A seventh of a small program would be relocations, and nothing unwinds its stack. */
    if (plain) add_words(command, "-no-pie -fdata-sections -fno-asynchronous-unwind-tables");
    add_words(command, o->optimise);
    add_words(command, SANITIZE);
    if (o->keep_symbols || !plain) add_words(command, "-g");
    if (o->static_link && plain) add_words(command, "-static");
    add_path(command, "-I", l->include);
    add_words(command, source);
    add_path(command, "-L", l->library);
    add_words(command, "-lasyncc_rt -lm -lpthread -Wl,--gc-sections");
    if (!o->keep_symbols && plain) add_words(command, "-s");
    add_path(command, "-o", output);
}

void native_command(strbuf *out, const native_options *o, const char *source, const char *output)
{
    layout l;
    if (!find_layout(&l)) {
        strcpy(l.include, "PREFIX/include/asyncc");
        strcpy(l.library, "PREFIX/lib/asyncc");
    }
    strbuf word = {0};
    quote(&word, source);
    make_command(out, o, &l, strbuf_text(&word), output);
    strbuf_free(&word);
}

/* ---- Running it ------------------------------------------------------------------------------ */

/* Starts `command` by the shell, since $CC may hold arguments; its input is the pipe's end. */
static bool spawn_shell(const char *command, int input, int other_end, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, input);
    posix_spawn_file_actions_addclose(&actions, other_end);
    char *argv[] = {"sh", "-c", (char *)command, NULL};
    int error = posix_spawn(child, "/bin/sh", &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    errno = error;
    return error == 0;
}

/* Writes until all is written or the reader is gone. */
static void write_all(int fd, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, text, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text += written;
        length -= (size_t)written;
    }
}

/* Runs `command` with `text` as its input; the exit status as waitpid gives it, or -1. */
static int run_with_input(const char *command, const char *text)
{
    int ends[2];
    pid_t child;
    if (pipe(ends) != 0) return -1;
    bool started = spawn_shell(command, ends[0], ends[1], &child);
    close(ends[0]);
    /* A compiler that stops reading is reported by its exit status, not by a signal to us. */
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    if (started) write_all(ends[1], text, strlen(text));
    signal(SIGPIPE, before);
    close(ends[1]);
    int status;
    if (!started || waitpid(child, &status, 0) < 0) return -1;
    return status;
}

bool native_build(const native_options *o, const char *text, const char *output)
{
    layout l;
    if (!find_layout(&l)) {
        fprintf(stderr, "asyncc: cannot find libasyncc_rt.a beside the asyncc program; is the "
                        "installation complete?\n");
        return false;
    }
    strbuf command = {0};
    make_command(&command, o, &l, "-xc - -xnone", output);
    int status = run_with_input(strbuf_text(&command), text);
    if (status < 0)
        fprintf(stderr, "asyncc: cannot run the C compiler: %s\n", strerror(errno));
    else if (status != 0)
        fprintf(stderr, "asyncc: the C compiler failed; what was run:\n  %s\n",
                strbuf_text(&command));
    if (status > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 127)
        fprintf(stderr, "hint: install gcc or clang, or name a C compiler with --cc or $CC\n");
    strbuf_free(&command);
    return status == 0;
}
