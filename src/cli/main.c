/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"

int main(int argc, char **argv)
{
    return argc > 0 ? (int)command_run(argc - 1, argv + 1) : STATUS_USAGE;
}
