/* asyncc: where the process begins. In: argv. Out: an exit code. */
#include "driver.h"
#include "options.h"

int main(int argc, char **argv)
{
    options o;
    int exit_code;
    if (!options_parse(&o, argc, argv, &exit_code)) return exit_code;
    return driver_main(&o);
}
