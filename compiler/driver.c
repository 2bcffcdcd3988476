/* The driver: the phases as one flat list, and what each command does with the C they make. */
#include "driver.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "back/jit.h"
#include "back/native.h"
#include "base/compilation.h"
#include "base/strbuf.h"
#include "emit/emit.h"
#include "ir/gathered.h"
#include "ir/classes.h"
#include "ir/explain.h"
#include "ir/infer.h"
#include "ir/layout.h"
#include "ir/ir.h"
#include "ir/lifetimes.h"
#include "ir/threads.h"
#include "ir/lower.h"
#include "ir/places.h"
#include "ir/prune_library.h"
#include "ir/represent.h"
#include "ir/resolve.h"
#include "ir/with_methods.h"
#include "running.h"
#include "syntax/parse.h"

/* What the phases work on: each fills in the next field. */
typedef struct job {
    const options *options;
    compilation compilation;
    source *source;
    ast_node *module;
    ir_program *program;
    strbuf c_text;
} job;

/* ---- The phases ------------------------------------------------------------------------------ */

static void refuse_file(const char *path, int error)
{
    bool is_input = strcmp(path, "-") == 0;
    fprintf(stderr, "asyncc: cannot read %s%s%s: %s\n", is_input ? "" : "'",
            is_input ? "standard input" : path, is_input ? "" : "'", strerror(error));
}

static bool phase_read(job *j)
{
    j->source = compilation_open(&j->compilation, j->options->file);
    if (!j->source) refuse_file(j->options->file, errno);
    return j->source != NULL;
}

static bool phase_parse(job *j)
{
    j->module = parse_source(&j->compilation, j->source);
    return j->module != NULL;
}

static bool phase_lower(job *j)
{
    j->program = lower_program(&j->compilation, j->module);
    if (j->program) ir_verify(j->program);
    return j->program != NULL;
}

static bool phase_infer(job *j)
{
    describe_classes(j->program);
    infer_types(&j->compilation, j->program);
    lay_out_classes(j->program);
    return true;
}

static bool phase_resolve(job *j)
{
    bind_with_methods(&j->compilation, j->program);
    resolve_program(&j->compilation, j->program);
    make_gathered_tasks(&j->compilation, j->program);
    prune_library(&j->compilation, j->program);
    find_visible_lifetimes(j->program);
    find_threads(j->program);
    find_visible_places(j->program);
    represent_program(&j->compilation, j->program);
    ir_verify(j->program);
    return true;
}

/* What `explain` is for stands between the phases: C is not asked for. */
static void print_explanation(job *j)
{
    if (j->options->graph)
        explain_graph(stdout, j->program);
    else
        explain_program(stdout, j->program);
}

static bool phase_emit(job *j)
{
    if (j->options->command == COMMAND_EXPLAIN) {
        print_explanation(j);
        return true;
    }
    /* Lines matter to who reads or debugs the C; the JIT's tracebacks have tables of their own. */
    const options *o = j->options;
    emit_options emit = {.source_lines = o->command == COMMAND_EMIT || o->keep_symbols,
                         .asked_methods = o->command != COMMAND_RUN};
    emit_program(&j->compilation, j->program, emit, &j->c_text);
    return true;
}

static void print_tokens(job *j)
{
    dump_tokens(stdout, &j->compilation, j->source);
}

static void print_ast(job *j)
{
    dump_ast(stdout, j->module);
}

static void print_types(job *j)
{
    types_dump(stdout, j->program);
}

static void print_ir(job *j)
{
    ir_dump(stdout, j->program);
}

/* One row a phase, in order: what it is called, what it does, and the dump of what it made. A
 * phase that returns false, or reports an error, is the last one. */
typedef struct phase {
    const char *name;
    bool (*run)(job *j);
    dump_stage stage;
    void (*dump)(job *j);
} phase;

static const phase phases[] = {
    {"read", phase_read, DUMP_TOKENS, print_tokens},
    {"parse", phase_parse, DUMP_AST, print_ast},
    {"lower", phase_lower, DUMP_NONE, NULL},
    {"infer", phase_infer, DUMP_TYPES, print_types},
    {"resolve", phase_resolve, DUMP_IR, print_ir},
    {"emit", phase_emit, DUMP_NONE, NULL},
};
enum { PHASE_COUNT = sizeof phases / sizeof phases[0] };

/* ---- Timings --------------------------------------------------------------------------------- */

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void print_timing(const job *j, const char *what, double since)
{
    if (j->options->timings) fprintf(stderr, "%-8s %9.3f ms\n", what, milliseconds() - since);
}

/* ---- Compiling ------------------------------------------------------------------------------- */

typedef enum outcome { OUTCOME_COMPILED, OUTCOME_DUMPED, OUTCOME_REFUSED } outcome;

static outcome run_phases(job *j)
{
    for (int i = 0; i < PHASE_COUNT; i++) {
        const phase *p = &phases[i];
        double start = milliseconds();
        bool fine = p->run(j) && j->compilation.diags.error_count == 0;
        print_timing(j, p->name, start);
        if (!fine) return OUTCOME_REFUSED;
        if (p->stage != DUMP_NONE && p->stage == j->options->dump) {
            p->dump(j);
            return OUTCOME_DUMPED;
        }
    }
    return OUTCOME_COMPILED;
}

/* From the file to j->c_text; of everything else nothing is left. Emitted C is the same wherever it
 * is made; what runs knows where its sources are. */
static outcome compile(job *j)
{
    compile_options options = {.max_errors = 20, .strict = j->options->command == COMMAND_CHECK};
    char here[4096];
    if (j->options->command != COMMAND_EMIT) options.directory = getcwd(here, sizeof here);
    compilation_init(&j->compilation, options);
    outcome result = run_phases(j);
    diags_print(&j->compilation.diags, stderr, diag_wants_colour(stderr));
    if (j->compilation.diags.error_count) result = OUTCOME_REFUSED;
    compilation_free(&j->compilation);
    return result;
}

/* ---- The commands ---------------------------------------------------------------------------- */

/* The C that libtcc refused is asyncc's mistake: it is kept, so that the mistake can be found. */
static int report_internal_error(const job *j, const char *errors)
{
    char path[] = "/tmp/asyncc-XXXXXX.c";
    int fd = mkstemps(path, 2);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
    fprintf(stderr, "asyncc: internal error: the generated C of '%s' is refused\n%s",
            j->options->file, errors);
    if (out) {
        fwrite(j->c_text.text, 1, j->c_text.length, out);
        fclose(out);
        fprintf(stderr, "This is a mistake in asyncc, not in the program. The C is kept in %s\n",
                path);
    }
    return EXIT_REFUSED;
}

/* The runtime asks the environment, which works for built programs too. */
static void set_modes(const options *o)
{
    if (o->virtual_time) setenv("ASYNCC_VIRTUAL_TIME", "1", 1);
    if (o->schedule_seed) setenv("ASYNCC_SCHEDULE_SEED", o->schedule_seed, 1);
}

static int command_run(job *j)
{
    set_modes(j->options);
    strbuf errors = {0};
    double start = milliseconds();
    jit *program = jit_compile("generated.c", strbuf_text(&j->c_text), &errors);
    print_timing(j, "jit", start);
    int exit_code;
    if (program) {
        start = milliseconds();
        exit_code = jit_entry(program)(j->options->argument_count, j->options->arguments);
        print_timing(j, "run", start);
        jit_free(program);
    } else {
        exit_code = report_internal_error(j, strbuf_text(&errors));
    }
    strbuf_free(&errors);
    return exit_code;
}

static native_options native_options_of(const options *o)
{
    return (native_options){.cc = o->cc,
                            .optimise = o->optimise,
                            .keep_symbols = o->keep_symbols,
                            .static_link = o->static_link};
}

/* What -o says, or the file's name without .py, or a.out where that would be the file itself.
 * The caller frees it. */
static char *output_path(const options *o)
{
    if (o->output) return strdup(o->output);
    const char *slash = strrchr(o->file, '/');
    const char *name = slash ? slash + 1 : o->file;
    size_t length = strlen(name);
    bool is_python = length > 3 && strcmp(name + length - 3, ".py") == 0;
    return is_python ? strndup(name, length - 3) : strdup("a.out");
}

static bool is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static int command_build(job *j)
{
    char *output = output_path(j->options);
    native_options native = native_options_of(j->options);
    double start = milliseconds();
    bool built = false;
    if (is_directory(output))
        fprintf(stderr, "asyncc: cannot write '%s': it is a directory\n", output);
    else
        built = native_build(&native, strbuf_text(&j->c_text), output);
    print_timing(j, "cc", start);
    free(output);
    return built ? EXIT_OK : EXIT_REFUSED;
}

/* The comment that makes the C stand on its own: how to build it. */
static void write_build_line(FILE *out, const options *o)
{
    options named = *o;
    named.output = NULL;
    char *program = output_path(&named);
    native_options native = native_options_of(o);
    strbuf command = {0};
    native_command(&command, &native, o->output ? o->output : "-x c -", program);
    fprintf(out, "/* Built by:\n *   %s\n */\n", strbuf_text(&command));
    strbuf_free(&command);
    free(program);
}

static int command_emit(job *j)
{
    const options *o = j->options;
    bool to_stdout = !o->output || strcmp(o->output, "-") == 0;
    FILE *out = to_stdout ? stdout : fopen(o->output, "w");
    bool written = out != NULL;
    if (out) {
        if (o->standalone) write_build_line(out, o);
        fwrite(strbuf_text(&j->c_text), 1, j->c_text.length, out);
        written = fflush(out) == 0 && !ferror(out);
        if (!to_stdout && fclose(out) != 0) written = false;
    }
    if (!written)
        fprintf(stderr, "asyncc: cannot write '%s': %s\n",
                to_stdout ? "standard output" : o->output, strerror(errno));
    return written ? EXIT_OK : EXIT_REFUSED;
}

/* check and explain have done their work when the phases are over. */
static int command_nothing_more(job *j)
{
    (void)j;
    return EXIT_OK;
}

static int compile_and_do(const options *o)
{
    static int (*const commands[COMMAND_COUNT])(job *) = {
        [COMMAND_RUN] = command_run,
        [COMMAND_BUILD] = command_build,
        [COMMAND_EMIT] = command_emit,
        [COMMAND_CHECK] = command_nothing_more,
        [COMMAND_EXPLAIN] = command_nothing_more,
    };
    job j = {.options = o};
    outcome result = compile(&j);
    int exit_code = result == OUTCOME_COMPILED ? commands[o->command](&j)
                    : result == OUTCOME_DUMPED ? EXIT_OK
                                               : EXIT_REFUSED;
    strbuf_free(&j.c_text);
    return exit_code;
}

int driver_main(const options *o)
{
    switch (o->command) {
    case COMMAND_PS:
    case COMMAND_PSTREE: return running_show(o->file, o->command == COMMAND_PSTREE);
    default: return compile_and_do(o);
    }
}
