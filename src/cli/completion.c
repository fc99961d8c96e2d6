/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One script a shell: commands first, then the options of the command at hand, files
 * everywhere else.  Help texts stand in single quotes, which no shell looks into.
 */
#include "cli/completion.h"

#include <string.h>

#include "base/choice.h"
#include "cli/command.h"

/* Inside single quotes; escaped are the characters that the shell's own table reads. */
static void add_quoted(struct buffer *buffer, const char *text, const char *escaped)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            buffer_add_string(buffer, "'\\'");
        else if (strchr(escaped, *text) != NULL)
            buffer_add_char(buffer, '\\');
        buffer_add_char(buffer, *text);
    }
}

static void add_command_names(struct buffer *buffer)
{
    for (size_t i = 0; command_at(i) != NULL; i++)
        buffer_add_format(buffer, "%s%s", i > 0 ? " " : "", command_at(i)->name);
}

static void add_bash_options(struct buffer *buffer, const struct command *command)
{
    struct option_row row;
    buffer_add_format(buffer, "    %s) options='", command->name);
    for (size_t i = 0; option_row_at(&command->options, i, &row); i++)
        buffer_add_format(buffer, "%s--%s%s", i > 0 ? " " : "", row.name,
                          row.argument != NULL ? "=" : "");
    buffer_add_string(buffer, "' ;;\n");
}

static void write_bash(struct buffer *buffer)
{
    buffer_add_string(buffer, "# Completion of bloc for bash.\n"
                              "_bloc() {\n"
                              "    local word=${COMP_WORDS[COMP_CWORD]} options=\n"
                              "    local commands='");
    add_command_names(buffer);
    buffer_add_string(buffer, "'\n"
                              "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                              "        COMPREPLY=($(compgen -W \"$commands help --help --version\""
                              " -- \"$word\"))\n"
                              "        return\n"
                              "    fi\n"
                              "    case ${COMP_WORDS[1]} in\n"
                              "    help) options=$commands ;;\n");
    for (size_t i = 0; command_at(i) != NULL; i++)
        add_bash_options(buffer, command_at(i));
    buffer_add_string(buffer,
                      "    esac\n"
                      "    if [[ $word == -* || ${COMP_WORDS[1]} == help ]]; then\n"
                      "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
                      "        if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi\n"
                      "    else\n"
                      "        COMPREPLY=()\n"
                      "    fi\n"
                      "}\n"
                      "complete -o default -F _bloc bloc\n");
}

/* '(-o --output=)'{-o+,--output=}'[help]:FILE:_files' */
static void add_zsh_option(struct buffer *buffer, const struct option_row *row)
{
    const char *equals = row->argument != NULL ? "=" : "";
    if (row->letter != '\0')
        buffer_add_format(buffer, "            '(-%c --%s)'{-%c%s,--%s%s}'[", row->letter,
                          row->name, row->letter, row->argument != NULL ? "+" : "", row->name,
                          equals);
    else
        buffer_add_format(buffer, "            '--%s%s[", row->name, equals);
    add_quoted(buffer, row->help, "[]\\");
    buffer_add_char(buffer, ']');
    if (row->argument != NULL) {
        buffer_add_char(buffer, ':');
        add_quoted(buffer, row->argument, ":\\");
        buffer_add_string(buffer, ":_files");
    }
    buffer_add_string(buffer, "' \\\n");
}

static void add_zsh_options(struct buffer *buffer, const struct command *command)
{
    struct option_row row;
    buffer_add_format(buffer, "    %s)\n        _arguments \\\n", command->name);
    for (size_t i = 0; option_row_at(&command->options, i, &row); i++)
        add_zsh_option(buffer, &row);
    buffer_add_string(buffer, "            '*:file:_files' ;;\n");
}

static void write_zsh(struct buffer *buffer)
{
    buffer_add_string(buffer, "#compdef bloc\n"
                              "# Completion of bloc for zsh.\n"
                              "_bloc() {\n"
                              "    local -a commands=(\n");
    for (size_t i = 0; command_at(i) != NULL; i++) {
        buffer_add_format(buffer, "        '%s:", command_at(i)->name);
        add_quoted(buffer, command_at(i)->summary, ":\\");
        buffer_add_string(buffer, "'\n");
    }
    buffer_add_string(buffer, "        'help:help of a command'\n"
                              "    )\n"
                              "    if (( CURRENT == 2 )); then\n"
                              "        _describe command commands\n"
                              "        return\n"
                              "    fi\n"
                              "    local command=$words[2]\n"
                              "    shift words\n"
                              "    (( CURRENT-- ))\n"
                              "    case $command in\n"
                              "    help) _describe command commands ;;\n");
    for (size_t i = 0; command_at(i) != NULL; i++)
        add_zsh_options(buffer, command_at(i));
    buffer_add_string(buffer, "    esac\n"
                              "}\n"
                              "if [ \"$funcstack[1]\" = _bloc ]; then _bloc \"$@\"; "
                              "else compdef _bloc bloc; fi\n");
}

static void add_fish_option(struct buffer *buffer, const char *command,
                            const struct option_row *row)
{
    buffer_add_format(buffer, "complete -c bloc -n '__fish_seen_subcommand_from %s' -l %s", command,
                      row->name);
    if (row->letter != '\0')
        buffer_add_format(buffer, " -s %c", row->letter);
    buffer_add_format(buffer, "%s -d '", row->argument != NULL ? " -r" : "");
    add_quoted(buffer, row->help, "\\");
    buffer_add_string(buffer, "'\n");
}

static void write_fish(struct buffer *buffer)
{
    buffer_add_string(buffer, "# Completion of bloc for fish.\n");
    for (size_t i = 0; command_at(i) != NULL; i++) {
        const struct command *command = command_at(i);
        struct option_row row;
        buffer_add_format(buffer, "complete -c bloc -f -n __fish_use_subcommand -a %s -d '",
                          command->name);
        add_quoted(buffer, command->summary, "\\");
        buffer_add_string(buffer, "'\n");
        for (size_t j = 0; option_row_at(&command->options, j, &row); j++)
            add_fish_option(buffer, command->name, &row);
    }
    buffer_add_string(buffer, "complete -c bloc -f -n '__fish_seen_subcommand_from help' -a '");
    add_command_names(buffer);
    buffer_add_string(buffer, "'\n");
}

static const struct {
    const char *name;
    void (*write)(struct buffer *buffer);
} shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

bool completion_write(struct text shell, struct buffer *buffer, struct error *error)
{
    enum {
        SHELL_COUNT = sizeof shells / sizeof shells[0]
    };
    struct text names[SHELL_COUNT];
    for (size_t i = 0; i < SHELL_COUNT; i++) {
        names[i] = text_from(shells[i].name);
        if (text_equal(shell, names[i])) {
            shells[i].write(buffer);
            return true;
        }
    }
    return choice_refuse("shell", shell, names, SHELL_COUNT, error);
}
