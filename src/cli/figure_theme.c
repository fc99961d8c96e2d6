/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/figure_theme.h"

#include "base/alloc.h"
#include "base/file.h"
#include "figure/definition.h"

#include <string.h>

static const char suffix[] = ".gv";

/* Besides the one beside the definition. */
static const char *const folders[] = {"graphs/themes", BLOC_DATA_DIRECTORY "/graphs/themes"};

#define FOLDERS_MOST (1 + sizeof folders / sizeof *folders)

void theme_shelf_release(struct theme_shelf *shelf)
{
    list_release(&shelf->themes);
    findings_release(&shelf->findings);
    arena_release(&shelf->arena);
}

static bool is_path(struct text name)
{
    const size_t length = sizeof suffix - 1;
    return memchr(name.at, '/', name.length) != NULL ||
           (name.length > length && memcmp(name.at + name.length - length, suffix, length) == 0);
}

/* "graphs/" of "graphs/libya.gv"; empty for what is read from standard input. */
static struct text folder_of(struct text definition)
{
    while (definition.length > 0 && definition.at[definition.length - 1] != '/')
        definition.length--;
    return definition;
}

static bool leaves_folder(struct text path)
{
    struct text piece;
    if (path.at[0] == '/')
        return true;
    while (text_next_piece(&path, '/', &piece))
        if (text_equal_string(piece, ".."))
            return true;
    return false;
}

/* Where themes of this name may be, in order. */
static size_t list_folders(struct theme_shelf *shelf, struct text definition, struct text *found)
{
    size_t count = 0;
    const struct text folder = folder_of(definition);
    found[count++] = arena_format(&shelf->arena, TEXT_FORMAT "themes", TEXT_PARTS(folder));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        found[count++] = text_from(folders[i]);
    return count;
}

static bool fail_missing(struct theme_shelf *shelf, struct text name, const struct text *places,
                         size_t count, struct error *error)
{
    struct text_list names = {0};
    for (size_t i = 0; i < count; i++)
        if (file_is_directory(places[i].at))
            file_list_directory(places[i].at, suffix, &shelf->arena, &names, &(struct error){0});
    for (size_t i = 0; i < names.count; i++)
        names.items[i].length -= sizeof suffix - 1;
    const struct text *nearest = text_find_nearest(name, names.items, names.count);
    if (nearest != NULL)
        error_set(error, ERROR_USAGE,
                  "there is no theme '" TEXT_FORMAT "'; did you mean '" TEXT_FORMAT "'?",
                  TEXT_PARTS(name), TEXT_PARTS(*nearest));
    else
        error_set(error, ERROR_USAGE,
                  "there is no theme '" TEXT_FORMAT "' in the folder '" TEXT_FORMAT "'",
                  TEXT_PARTS(name), TEXT_PARTS(places[0]));
    list_release(&names);
    return false;
}

/* The file that the name means; an empty path is the theme that the program has in itself. */
static bool find_file(struct theme_shelf *shelf, struct text name, struct text definition,
                      bool is_from_command_line, struct text *path, struct error *error)
{
    struct text places[FOLDERS_MOST];
    const size_t count = list_folders(shelf, definition, places);
    if (is_path(name)) {
        const struct text folder = is_from_command_line ? TEXT("") : folder_of(definition);
        *path = arena_format(&shelf->arena, TEXT_FORMAT TEXT_FORMAT, TEXT_PARTS(folder),
                             TEXT_PARTS(name));
        return is_from_command_line || !leaves_folder(name) ||
               error_set(error, ERROR_USAGE,
                         "'" TEXT_FORMAT "' leaves the folder of the definition; a theme "
                         "elsewhere is named on the command line",
                         TEXT_PARTS(name));
    }
    for (size_t i = 0; i < count; i++) {
        *path = arena_format(&shelf->arena, TEXT_FORMAT "/" TEXT_FORMAT "%s", TEXT_PARTS(places[i]),
                             TEXT_PARTS(name), suffix);
        if (file_exists(path->at))
            return true;
    }
    *path = TEXT("");
    return text_equal_string(name, "default") || fail_missing(shelf, name, places, count, error);
}

static bool read_theme(struct theme_shelf *shelf, struct text path, struct theme *theme,
                       struct error *error)
{
    struct text contents;
    *theme = *theme_default();
    if (path.length == 0)
        return true;
    if (!file_read_within(path.at, DEFINITION_MEBIBYTES, &shelf->arena, &contents, error))
        return false;
    theme_read(contents, path, &shelf->arena, theme, &shelf->findings);
    return true;
}

const struct theme *theme_shelf_find(struct theme_shelf *shelf, struct text name,
                                     struct text definition, bool is_from_command_line,
                                     struct error *error)
{
    struct text path;
    if (!find_file(shelf, name, definition, is_from_command_line, &path, error))
        return NULL;
    for (size_t i = 0; i < shelf->themes.count; i++)
        if (text_equal(shelf->themes.items[i].path, path))
            return shelf->themes.items[i].theme;
    struct named_theme named = {path, arena_alloc(&shelf->arena, 1, sizeof(struct theme))};
    if (!read_theme(shelf, path, named.theme, error))
        return NULL;
    list_push(&shelf->themes, named);
    return named.theme;
}
