/* The command line: what argv becomes, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "options.h"

/* Parses a NULL-terminated list of words after "asyncc"; the exit code, or -1 to go on. */
static int parse(options *o, ...)
{
    char *argv[16] = {"asyncc"};
    int argc = 1, exit_code;
    va_list words;
    va_start(words, o);
    while ((argv[argc] = va_arg(words, char *))) argc++;
    va_end(words);
    static char *kept[16]; /* `arguments` points into argv */
    for (int i = 0; i <= argc; i++) kept[i] = argv[i];
    return options_parse(o, argc, kept, &exit_code) ? -1 : exit_code;
}

static void words_after_the_file_are_the_programs(void **state)
{
    (void)state;
    options o;
    assert_int_equal(parse(&o, "run", "--timings", "p.py", "--dump=ast", "-o", NULL), -1);
    assert_int_equal(o.command, COMMAND_RUN);
    assert_string_equal(o.file, "p.py");
    assert_true(o.timings);
    assert_int_equal(o.dump, DUMP_NONE);
    assert_int_equal(o.argument_count, 3);
    assert_string_equal(o.arguments[0], "p.py");
    assert_string_equal(o.arguments[2], "-o");
}

static void values_stand_in_three_ways(void **state)
{
    (void)state;
    options o;
    assert_int_equal(parse(&o, "build", "p.py", "-o", "p", "--cc=tcc -w", "-O0", "-g", NULL), -1);
    assert_string_equal(o.output, "p");
    assert_string_equal(o.cc, "tcc -w");
    assert_string_equal(o.optimise, "-O0");
    assert_true(o.keep_symbols);
    assert_int_equal(parse(&o, "emit", "--output", "p.c", "p.py", "--dump", "ir", NULL), -1);
    assert_string_equal(o.output, "p.c");
    assert_int_equal(o.dump, DUMP_IR);
}

static void standard_input_and_double_dash(void **state)
{
    (void)state;
    options o;
    assert_int_equal(parse(&o, "run", "-", "x", NULL), -1);
    assert_string_equal(o.file, "-");
    assert_int_equal(parse(&o, "check", "--", "-odd.py", NULL), -1);
    assert_string_equal(o.file, "-odd.py");
}

static void mistakes_are_refused(void **state)
{
    (void)state;
    options o;
    assert_int_equal(parse(&o, NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "rnu", "p.py", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "p.py", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "run", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "run", "-o", "x", "p.py", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "build", "p.py", "-o", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "build", "p.py", "q.py", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "check", "--timings=1", "p.py", NULL), EXIT_REFUSED);
    assert_int_equal(parse(&o, "check", "--dump=asr", "p.py", NULL), EXIT_REFUSED);
}

static void questions_are_answered(void **state)
{
    (void)state;
    options o;
    assert_int_equal(parse(&o, "--version", NULL), EXIT_OK);
    assert_int_equal(parse(&o, "--help", NULL), EXIT_OK);
    assert_int_equal(parse(&o, "help", "build", NULL), EXIT_OK);
    assert_int_equal(parse(&o, "emit", "--help", NULL), EXIT_OK);
    assert_int_equal(parse(&o, "help", "biuld", NULL), EXIT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_after_the_file_are_the_programs),
        cmocka_unit_test(values_stand_in_three_ways),
        cmocka_unit_test(standard_input_and_double_dash),
        cmocka_unit_test(mistakes_are_refused),
        cmocka_unit_test(questions_are_answered),
    };
    return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
