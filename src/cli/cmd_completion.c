/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/completion.h"
#include "cli/output.h"

static enum status run(const struct settings *settings, struct error *error)
{
    struct buffer buffer = {0};
    if (completion_write(settings->operands.items[0], &buffer, error))
        output_text(settings, buffer_text(&buffer), error);
    buffer_release(&buffer);
    return STATUS_GOOD;
}

static const struct option options[] = {OPTION_OUTPUT};

const struct command command_completion = {
    .name = "completion",
    .operands = "bash|zsh|fish",
    .operand_count = 1,
    .summary = "completion of commands and options for a shell",
    .description =
        "Prints a script that teaches a shell the commands and options of bloc. An installed\n"
        "bloc brings them along; otherwise, for this session of bash: source <(bloc completion bash)",
    .options = {.options = options, .count = sizeof options / sizeof options[0]},
    .run = run,
};
