/* The command line: the tables of commands and options, and what is made of them. */
#include "options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

#define VERSION "0.1.0"

/* ---- The tables ------------------------------------------------------------------------------ */

typedef struct command_row {
    const char *name;
    const char *usage;
    const char *summary;
    const char *details;
} command_row;

static const command_row commands[COMMAND_COUNT] = {
    [COMMAND_RUN] =
        {"run", "run [OPTION...] FILE [ARG...]", "compile in memory and run at once",
         "Runs FILE as python3 would. The ARGs are the program's sys.argv[1:], and the\n"
         "exit code is the program's own."},
    [COMMAND_BUILD] =
        {"build", "build [OPTION...] FILE [-o OUT]", "make a native program",
         "Compiles FILE with the system's C compiler to the program OUT, which needs\n"
         "neither asyncc nor Python. Without -o, OUT is FILE without its .py."},
    [COMMAND_EMIT] = {"emit", "emit [OPTION...] FILE [-o OUT.c]", "write the C that FILE becomes",
                      "Writes the generated C to OUT.c, or to standard output."},
    [COMMAND_CHECK] =
        {"check", "check [OPTION...] FILE", "report what is wrong, make nothing",
         "Reports errors, and operations that are sure to raise TypeError, and makes\n"
         "nothing. The exit code is 0 when FILE is fine and 2 when it is not."},
    [COMMAND_EXPLAIN] =
        {"explain", "explain [OPTION...] FILE", "tell what async functions become",
         "Prints, for each async function and generator of FILE, its frame with the\n"
         "sizes of its fields, its states with their lines, which awaits are embedded\n"
         "and which allocate and why, and which variables are held as general values\n"
         "and why."},
    [COMMAND_PS] = {"ps", "ps PID", "list the tasks of a running program",
                    "Prints a row for each task of the process PID: who waits for it, and its\n"
                    "coroutines, the innermost first. The process is a program that asyncc built\n"
                    "or runs."},
    [COMMAND_PSTREE] =
        {"pstree", "pstree PID", "show what a running program waits for",
         "Prints the tasks of the process PID as a tree: below each task its\n"
         "coroutines with their lines, and below these the tasks that it waits for.\n"
         "SIGQUIT makes a program print the same."},
};

/* Which commands take an option. */
#define ON(name) (1u << COMMAND_##name)
#define ON_ALL (ON(RUN) | ON(BUILD) | ON(EMIT) | ON(CHECK) | ON(EXPLAIN))

/* How an option's text becomes a field of `options`. */
typedef enum option_kind {
    OPTION_FLAG,   /* sets a bool */
    OPTION_TEXT,   /* a const char *: --name=VALUE, --name VALUE or -n VALUE */
    OPTION_FIXED,  /* a const char * too, but the option itself is the value: -O2 */
    OPTION_NUMBER, /* the same, checked to be digits */
    OPTION_DUMP
} option_kind;

typedef struct option_row {
    const char *name;
    const char *short_name;
    const char *value; /* what --help calls the option's value */
    option_kind kind;
    size_t field;
    unsigned commands;
    const char *help;
} option_row;

#define FIELD(name) offsetof(options, name)

static const option_row option_rows[] = {
    {"--output", "-o", "OUT", OPTION_TEXT, FIELD(output), ON(BUILD) | ON(EMIT), "write to OUT"},
    {"--cc", NULL, "COMMAND", OPTION_TEXT, FIELD(cc), ON(BUILD),
     "the C compiler (default: $CC, or cc)"},
    {"-O0", NULL, NULL, OPTION_FIXED, FIELD(optimise), ON(BUILD), "do not optimise"},
    {"-O1", NULL, NULL, OPTION_FIXED, FIELD(optimise), ON(BUILD), "optimise a little"},
    {"-O2", NULL, NULL, OPTION_FIXED, FIELD(optimise), ON(BUILD), "optimise (the default)"},
    {"-O3", NULL, NULL, OPTION_FIXED, FIELD(optimise), ON(BUILD), "optimise a lot"},
    {"--debug", "-g", NULL, OPTION_FLAG, FIELD(keep_symbols), ON(BUILD),
     "keep symbols and lines, so that gdb steps through FILE"},
    {"--static", NULL, NULL, OPTION_FLAG, FIELD(static_link), ON(BUILD),
     "link the C library statically too"},
    {"--standalone", NULL, NULL, OPTION_FLAG, FIELD(standalone), ON(EMIT),
     "begin with the cc command that builds it"},
    {"--dot", NULL, NULL, OPTION_FLAG, FIELD(graph), ON(EXPLAIN),
     "print the graph of states for Graphviz"},
    {"--virtual-time", NULL, NULL, OPTION_FLAG, FIELD(virtual_time), ON(RUN),
     "jump to the next timer in place of waiting for it"},
    {"--schedule-seed", NULL, "N", OPTION_NUMBER, FIELD(schedule_seed), ON(RUN),
     "shuffle the tasks that are ready; N tells how"},
    {"--dump", NULL, "STAGE", OPTION_DUMP, FIELD(dump), ON_ALL,
     "print tokens, ast, types or ir, and stop there"},
    {"--timings", NULL, NULL, OPTION_FLAG, FIELD(timings), ON_ALL,
     "print what each phase took to standard error"},
};
enum { OPTION_COUNT = sizeof option_rows / sizeof option_rows[0] };

static const struct {
    const char *name;
    dump_stage stage;
} dump_names[] = {
    {"tokens", DUMP_TOKENS}, {"ast", DUMP_AST}, {"types", DUMP_TYPES}, {"ir", DUMP_IR}};
enum { DUMP_NAME_COUNT = sizeof dump_names / sizeof dump_names[0] };

/* ---- Help ------------------------------------------------------------------------------------ */

static void print_option(const option_row *row)
{
    char left[64];
    snprintf(left, sizeof left, "%s%s%s%s%s", row->short_name ? row->short_name : "",
             row->short_name ? ", " : "", row->name, row->value ? " " : "",
             row->value ? row->value : "");
    printf("  %-20s %s\n", left, row->help);
}

static void print_help(void)
{
    printf("asyncc compiles asyncio Python to C.\n\nusage: asyncc COMMAND [OPTION...] FILE\n\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s %s\n", commands[i].name, commands[i].summary);
    printf(
        "\nFILE may be - for standard input. 'asyncc help COMMAND' tells more; 'asyncc --version'\n"
        "tells the version.\n");
}

static void print_command_help(command c)
{
    printf("usage: asyncc %s\n\n%s\n\n", commands[c].usage, commands[c].details);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_rows[i].commands & (1u << c)) print_option(&option_rows[i]);
}

/* ---- Finding names --------------------------------------------------------------------------- */

/* Ends a message about a name that does not exist. */
static bool refuse_unknown(const char *what, const nearest *near)
{
    fprintf(stderr, "asyncc: unknown %s '%s'", what, near->text);
    if (near->best) fprintf(stderr, "; did you mean '%s'?", near->best);
    fprintf(stderr, "\n");
    return false;
}

static bool find_command(const char *name, command *found)
{
    nearest near = nearest_to(name);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i].name) == 0) {
            *found = (command)i;
            return true;
        }
        nearest_offer(&near, commands[i].name);
    }
    size_t length = strlen(name);
    if (length > 3 && strcmp(name + length - 3, ".py") == 0) {
        fprintf(stderr, "asyncc: '%s' is not a command; did you mean 'asyncc run %s'?\n", name,
                name);
        return false;
    }
    return refuse_unknown("command", &near);
}

/* The row whose name is the first `length` bytes of `text`. */
static const option_row *find_option(const char *text, size_t length)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const option_row *row = &option_rows[i];
        if (strlen(row->name) == length && memcmp(row->name, text, length) == 0) return row;
        if (row->short_name && strlen(row->short_name) == length &&
            memcmp(row->short_name, text, length) == 0)
            return row;
    }
    return NULL;
}

static bool refuse_option(command c, const char *text, size_t length)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(length < 60 ? length : 60), text);
    nearest near = nearest_to(name);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_rows[i].commands & (1u << c)) nearest_offer(&near, option_rows[i].name);
    return refuse_unknown("option", &near);
}

/* ---- Parsing --------------------------------------------------------------------------------- */

static bool set_dump(dump_stage *stage, const char *text)
{
    nearest near = nearest_to(text);
    for (int i = 0; i < DUMP_NAME_COUNT; i++) {
        if (strcmp(text, dump_names[i].name) == 0) {
            *stage = dump_names[i].stage;
            return true;
        }
        nearest_offer(&near, dump_names[i].name);
    }
    return refuse_unknown("stage to dump", &near);
}

static bool set_number(const char **field, const option_row *row, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    bool fine = digits && !text[digits];
    if (fine)
        *field = text;
    else
        fprintf(stderr, "asyncc: option '%s' needs a number, not '%s'\n", row->name, text);
    return fine;
}

static bool set_option(options *o, const option_row *row, const char *value)
{
    void *field = (char *)o + row->field;
    switch (row->kind) {
    case OPTION_FLAG: *(bool *)field = true; return true;
    case OPTION_TEXT: *(const char **)field = value; return true;
    case OPTION_FIXED: *(const char **)field = row->name; return true;
    case OPTION_NUMBER: return set_number(field, row, value);
    case OPTION_DUMP: return set_dump(field, value);
    }
    return false;
}

static bool takes_value(const option_row *row)
{
    return row->value != NULL;
}

/* Parses the option at argv[*index] and steps over its value where that is a word of its own. */
static bool parse_option(options *o, char **argv, int argc, int *index)
{
    const char *text = argv[*index];
    const char *equals = strncmp(text, "--", 2) == 0 ? strchr(text, '=') : NULL;
    size_t length = equals ? (size_t)(equals - text) : strlen(text);
    const option_row *row = find_option(text, length);
    if (!row) return refuse_option(o->command, text, length);
    if (!(row->commands & (1u << o->command))) {
        fprintf(stderr, "asyncc: 'asyncc %s' has no option '%s'\n", commands[o->command].name,
                row->name);
        return false;
    }
    const char *value = equals ? equals + 1 : NULL;
    if (takes_value(row) && !value && *index + 1 < argc) value = argv[++*index];
    if (takes_value(row) != (value != NULL)) {
        fprintf(stderr, "asyncc: option '%s' %s\n", row->name,
                value ? "takes no value" : "needs a value");
        return false;
    }
    return set_option(o, row, value);
}

static bool is_option(const char *text)
{
    return text[0] == '-' && text[1] != '\0';
}

/* The words after the command: options and FILE in any order, but what follows FILE is the
 * program's own where the command runs it. */
static bool parse_words(options *o, int argc, char **argv)
{
    bool only_files = false;
    for (int i = 2; i < argc; i++) {
        if (!only_files && strcmp(argv[i], "--") == 0) {
            only_files = true;
        } else if (!only_files && is_option(argv[i])) {
            if (!parse_option(o, argv, argc, &i)) return false;
        } else if (o->file) {
            fprintf(stderr, "asyncc: more than one file: '%s' and '%s'\n", o->file, argv[i]);
            return false;
        } else {
            o->file = argv[i];
            o->arguments = &argv[i];
            o->argument_count = argc - i;
            if (o->command == COMMAND_RUN) break;
        }
    }
    if (!o->file) {
        bool wants_process = o->command == COMMAND_PS || o->command == COMMAND_PSTREE;
        fprintf(stderr, "asyncc: no %s given\nusage: asyncc %s\n",
                wants_process ? "process" : "file", commands[o->command].usage);
        return false;
    }
    return true;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 2; i < argc && is_option(argv[i]); i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    return false;
}

/* `asyncc`, `asyncc --help`, `asyncc help [COMMAND]`, `asyncc --version`: true when it was one. */
static bool answer_question(int argc, char **argv, int *exit_code)
{
    *exit_code = EXIT_OK;
    const char *word = argc > 1 ? argv[1] : "";
    if (strcmp(word, "--version") == 0) {
        printf("asyncc " VERSION "\n");
        return true;
    }
    bool help = strcmp(word, "help") == 0;
    if (help && argc > 2) {
        command c;
        if (find_command(argv[2], &c))
            print_command_help(c);
        else
            *exit_code = EXIT_REFUSED;
        return true;
    }
    if (help || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_help();
        return true;
    }
    return false;
}

static const char *default_cc(void)
{
    const char *cc = getenv("CC");
    return cc && *cc ? cc : "cc";
}

bool options_parse(options *o, int argc, char **argv, int *exit_code)
{
    *o = (options){.cc = default_cc(), .optimise = "-O2"};
    if (answer_question(argc, argv, exit_code)) return false;
    *exit_code = EXIT_REFUSED;
    if (argc < 2) {
        fprintf(stderr, "asyncc: no command given; 'asyncc --help' lists them\n");
        return false;
    }
    if (!find_command(argv[1], &o->command)) return false;
    if (wants_help(argc, argv)) {
        print_command_help(o->command);
        *exit_code = EXIT_OK;
        return false;
    }
    return parse_words(o, argc, argv);
}
