/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"

#include <signal.h>

int main(int argc, char **argv)
{
    signal(SIGXFSZ, SIG_IGN); /* a file beyond the limit is an error of writing like others */
    return argc > 0 ? (int)command_run(argc - 1, argv + 1) : STATUS_USAGE;
}
