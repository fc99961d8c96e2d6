/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"

#include <string.h>

#include "base/choice.h"
#include "base/file.h"
#include "figure/confine.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* A heading of the command list and what stands under it. */
struct command_group {
    const char *heading;
    const struct command *commands[8]; /* NULL at the end */
};

static const struct command_group groups[] = {
    {"Make", {&command_report, &command_draw}},
    {"Explore",
     {&command_list, &command_show, &command_path, &command_metrics, &command_compare,
      &command_balance}},
    {"Check", {&command_check, &command_figure_data}},
    {"Exchange", {&command_import, &command_export}},
    {"Set up", {&command_completion}},
};

static const struct option top_options[] = {
    {.name = "version",
     .help = "show the version",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, version)},
};

static const struct option_table top_table = {.options = top_options,
                                              .count = COUNT_OF(top_options)};

enum {
    MAX_COMMANDS = COUNT_OF(groups) * COUNT_OF(groups[0].commands),
};

const struct command *command_at(size_t index)
{
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        for (size_t j = 0; j < COUNT_OF(groups[i].commands); j++)
            if (groups[i].commands[j] != NULL && index-- == 0)
                return groups[i].commands[j];
    return NULL;
}

static const struct command *find_command(struct text name, struct error *error)
{
    struct text names[MAX_COMMANDS];
    size_t count = 0;
    for (const struct command *command; (command = command_at(count)) != NULL; count++) {
        if (text_equal_string(name, command->name))
            return command;
        names[count] = text_from(command->name);
    }
    choice_refuse("command", name, names, count, error);
    return NULL;
}

static void add_top_usage(struct buffer *buffer)
{
    buffer_add_string(buffer, "usage: bloc COMMAND [OPTIONS]\n\n"
                              "Maps alliance structure from a sourced table of relations.\n");
    for (size_t i = 0; i < COUNT_OF(groups); i++) {
        buffer_add_format(buffer, "\n%s\n", groups[i].heading);
        for (size_t j = 0; j < COUNT_OF(groups[i].commands); j++) {
            const struct command *command = groups[i].commands[j];
            if (command != NULL)
                buffer_add_format(buffer, "  %-24s%s\n", command->name, command->summary);
        }
    }
    option_add_usage(&top_table, buffer);
    buffer_add_string(buffer, "\nEach command has its own help: bloc COMMAND --help\n");
}

static void add_command_usage(const struct command *command, struct buffer *buffer)
{
    buffer_add_format(buffer, "usage: bloc %s %s [OPTIONS]\n\n%s\n", command->name,
                      command->operands, command->description);
    option_add_usage(&command->options, buffer);
}

static enum status status_of(const struct error *error)
{
    switch (error->kind) {
    case ERROR_NONE: return STATUS_GOOD;
    case ERROR_DATA: return STATUS_FINDINGS;
    case ERROR_USAGE: return STATUS_USAGE;
    case ERROR_SYSTEM: return STATUS_SYSTEM;
    }
    return STATUS_SYSTEM;
}

/* Print what went wrong; command is NULL when none was found. */
static enum status report_error(const struct command *command, const struct error *error)
{
    const char *name = command != NULL ? command->name : "";
    const char *space = command != NULL ? " " : "";
    fprintf(stderr, "bloc%s%s: %s\n", space, name, error->message);
    if (error->kind == ERROR_USAGE)
        fprintf(stderr, "Try 'bloc%s%s --help'.\n", space, name);
    return status_of(error);
}

static bool print_text(struct buffer *buffer, struct error *error)
{
    bool written = file_write("-", buffer_text(buffer), error);
    buffer_release(buffer);
    return written;
}

static struct text nth_word(const char *words, size_t n)
{
    struct text rest = text_from(words);
    struct text word = {0};
    for (size_t i = 0; i <= n; i++)
        text_next_piece(&rest, ' ', &word);
    return word;
}

static bool check_operands(const struct command *command, const struct settings *settings,
                           struct error *error)
{
    size_t given = settings->operands.count;
    size_t least = command->operand_count - command->optional_count;
    if (settings->explain || (given >= least && given <= command->operand_count))
        return true;
    if (given < least) {
        struct text missing = nth_word(command->operands, given);
        return error_set(error, ERROR_USAGE, TEXT_FORMAT " is missing: bloc %s %s",
                         TEXT_PARTS(missing), command->name, command->operands);
    }
    return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is one word too many: bloc %s %s",
                     TEXT_PARTS(settings->operands.items[command->operand_count]), command->name,
                     command->operands);
}

static enum status run_command(const struct command *command, int count, char *const *words)
{
    struct settings settings = {0};
    struct error error = {0};
    enum status status = STATUS_GOOD;
    if (option_parse(&command->options, count, words, &settings, &error)) {
        struct buffer buffer = {0};
        if (settings.help) {
            add_command_usage(command, &buffer);
            print_text(&buffer, &error);
        } else if (check_operands(command, &settings, &error)) {
            status = command->run(&settings, &error);
        }
    }
    if (error_is_set(&error))
        status = report_error(command, &error);
    settings_release(&settings);
    return status;
}

static void add_version(struct buffer *buffer)
{
    buffer_add_format(buffer, "bloc %s\nlayout processes: system calls %s\n", BLOC_VERSION,
                      confine_filters_calls() ? "filtered" : "not filtered");
}

/* `bloc --help`, `bloc --version`, or nothing that is a command. */
static enum status run_top(int count, char *const *words)
{
    struct settings settings = {0};
    struct error error = {0};
    struct buffer buffer = {0};
    if (option_parse(&top_table, count, words, &settings, &error)) {
        if (settings.version)
            add_version(&buffer);
        else
            add_top_usage(&buffer);
        print_text(&buffer, &error);
    }
    enum status status = error_is_set(&error) ? report_error(NULL, &error) : STATUS_GOOD;
    settings_release(&settings);
    return status;
}

static enum status run_nothing(void)
{
    struct buffer buffer = {0};
    add_top_usage(&buffer);
    fwrite(buffer.at, 1, buffer.length, stderr);
    buffer_release(&buffer);
    return STATUS_USAGE;
}

/* `bloc help` and `bloc help COMMAND` are what people try first. */
static enum status run_help(int count, char *const *words)
{
    char *const help[] = {"--help"};
    struct error error = {0};
    if (count == 0)
        return run_top(1, help);
    const struct command *command = find_command(text_from(words[0]), &error);
    return command != NULL ? run_command(command, 1, help) : report_error(NULL, &error);
}

enum status command_run(int count, char *const *words)
{
    struct error error = {0};
    if (count == 0)
        return run_nothing();
    if (words[0][0] == '-')
        return run_top(count, words);
    if (strcmp(words[0], "help") == 0)
        return run_help(count - 1, words + 1);
    const struct command *command = find_command(text_from(words[0]), &error);
    if (command == NULL)
        return report_error(NULL, &error);
    return run_command(command, count - 1, words + 1);
}
