/* The command line as data.
 *
 * In: argv. Out: an `options` value, or a message on stderr and exit code 2. The commands and
 * options stand in two tables in options.c, from which parsing, `--help` and "did you mean" are
 * all done; adding one is a row there.
 */
#ifndef ASYNCC_OPTIONS_H
#define ASYNCC_OPTIONS_H

#include <stdbool.h>

typedef enum command {
    COMMAND_RUN,
    COMMAND_BUILD,
    COMMAND_EMIT,
    COMMAND_CHECK,
    COMMAND_EXPLAIN,
    COMMAND_PS,
    COMMAND_PSTREE,
    COMMAND_COUNT
} command;

/* What --dump prints; compilation stops there. */
typedef enum dump_stage { DUMP_NONE, DUMP_TOKENS, DUMP_AST, DUMP_TYPES, DUMP_IR } dump_stage;

typedef struct options {
    command command;
    const char *file;   /* the program; "-" is standard input; ps, pstree: the process */
    char **arguments;   /* run: argv of the program, which begins with `file` */
    int argument_count; /* of `arguments` */
    const char *output; /* -o; NULL: not given */
    const char *cc;     /* --cc, else $CC, else "cc" */
    const char *optimise;
    dump_stage dump;
    bool keep_symbols; /* build -g */
    bool static_link;
    bool standalone;
    bool graph; /* explain --dot */
    bool timings;
    bool virtual_time;         /* run */
    const char *schedule_seed; /* run; NULL: the usual order */
} options;

/* Exit codes that are not the program's own. */
enum { EXIT_OK = 0, EXIT_REFUSED = 2 };

/* False: there is nothing left to do, and *exit_code is what to exit with. */
bool options_parse(options *o, int argc, char **argv, int *exit_code);

#endif
