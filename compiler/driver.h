/* The driver: from options to an exit code, one phase after the other.
 *
 * In: what the command line asked for. Out: diagnostics on stderr, the command's product (a run,
 * a program, C text, a dump), and the process's exit code.
 */
#ifndef ASYNCC_DRIVER_H
#define ASYNCC_DRIVER_H

#include "options.h"

int driver_main(const options *o);

#endif
