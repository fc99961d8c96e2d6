/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/match.h"

#include "importer/reader.h"
#include "model/name.h"

enum {
    MATCH_NAME,
    MATCH_GROUP,
    MATCH_COLUMNS,
};

static const struct import_column columns[MATCH_COLUMNS] = {
    [MATCH_NAME] = {"name", NULL, true, "a name as the data has it"},
    [MATCH_GROUP] = {"group", "same_as", true, "the name to be used; empty decides nothing"},
};

static void read_rows(struct import *import, struct reader *reader)
{
    while (reader_next(reader)) {
        const struct text name = reader_text(reader, MATCH_NAME);
        const struct text group = reader_text(reader, MATCH_GROUP);
        if (name.length > 0 && group.length > 0)
            intake_match(&import->intake, name, group, reader->line);
    }
}

bool match_read(struct import *import, struct error *error)
{
    static const struct reader_layout layout = {
        .columns = columns, .count = MATCH_COLUMNS, .fields_vary = true};
    const struct text path = import->options->match;
    struct import_file file = {.path = path, .name = path};
    struct reader reader;
    if (path.length == 0)
        return true;
    import->file = &file;
    bool good = reader_open(&reader, import, path.at, &layout, error);
    if (good) {
        read_rows(import, &reader);
        good = reader_close(&reader, error);
    }
    import->file = NULL;
    return good;
}

void match_report_unused(struct import *import)
{
    struct import_file file = {.path = import->options->match};
    const struct intake_match_list *matches = &import->intake.matches;
    import->file = &file;
    for (size_t i = 0; i < matches->count; i++) {
        const struct intake_match *match = &matches->items[i];
        if (!match->used)
            import_tell_at(import, FOUND_MATCH_UNUSED, match->line, 1,
                           "no imported row has the name '" TEXT_FORMAT "'",
                           TEXT_PARTS(match->name));
    }
    import_tell_unlisted(import);
    import->file = NULL;
}
