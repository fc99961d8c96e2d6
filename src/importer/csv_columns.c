/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/csv_columns.h"

const struct import_column csv_columns[CSV_ROLES] = {
    [CSV_SOURCE] = {"source",
                    "from sourceid sourcename src actor1 actora groupa group1 sidea party1 node1 "
                    "ego sender head state1 statename1 ccode1 organization1 organisation1 name1 "
                    "initiator",
                    false, "the group that acts"},
    [CSV_TARGET] = {"target",
                    "to targetid targetname dst tgt actor2 actorb groupb group2 sideb party2 "
                    "node2 alter receiver tail state2 statename2 ccode2 organization2 "
                    "organisation2 name2 recipient",
                    false, "the group acted on"},
    [CSV_KIND] = {"kind",
                  "type relation relationship reltype tietype edgetype category relationtype",
                  false, "the code that is mapped to a kind; of a group: what it is"},
    [CSV_SIGN] = {"sign", "polarity valence", false, "+, - or 0; 1, -1; positive, negative"},
    [CSV_START] = {"start",
                   "startdate begin begindate since date datestart fromdate starttime "
                   "startyear",
                   false, "when the tie begins or happens"},
    [CSV_END] = {"end", "enddate until dateend todate endtime endyear finish", false,
                 "when it ends; 'ongoing' is still so"},
    [CSV_YEAR] = {"year", "yr", false, "the year that the row is about, without start and end"},
    [CSV_WEIGHT] = {"weight", "strength value count frequency n", false, "a number above 0"},
    [CSV_PLACE] = {"place", "location where", false, "where"},
    [CSV_CITE] = {"cite", "citation reference sourcetext sources evidence url link", false,
                  "who says so, ; between; each becomes a source"},
    [CSV_NOTE] = {"note", "notes description comment comments remarks", false, "remarks"},
    [CSV_ID] = {"id", "nodeid groupid actorid edgeid rowid key code", false,
                "the original id of the row"},
    [CSV_NAME] = {"name", "fullname groupname actorname node group actor organisation organization",
                  false, "of a group: its name"},
    [CSV_LABEL] = {"label", "shortname acronym abbreviation", false, "of a group: short form"},
    [CSV_ALIASES] = {"aliases", "alias aka othernames alsoknownas", false,
                     "of a group: other names, ; between them"},
    [CSV_PARENT] = {"parent", "parentid parentgroup partof pid", false,
                    "of a group: the group that it is a part of, by id or name"},
    [CSV_REGION] = {"region", "area", false, "of a group: its region"},
    [CSV_COUNTRY] = {"country", "countrycode iso2", false, "of a group: ISO codes, ; between"},
    [CSV_FOUNDED] = {"founded", "foundation formed created established", false,
                     "of a group: when it began"},
    [CSV_ENDED] = {"ended", "dissolved disbanded", false, "of a group: when it ended"},
    [CSV_FAMILY] = {"family", "", false, "of a new kind: its family"},
    [CSV_DIRECTION] = {"direction", "", false, "of a new kind: mutual, or it has a direction"},
    [CSV_EXTENT] = {"extent", "", false, "of a new kind: event, or it is a state"},
    [CSV_KIND_LABEL] = {"kind_label", "", false, "of a new kind: a few words"},
    [CSV_GRADE] = {"grade", "", false, "stated, reported or inferred; stated unless given"},
    [CSV_CITED] = {"citations", "", false, "what the sources are cited for, kept with the claims"},
    [CSV_DISPUTED] = {"disputed_by", "", false, "who says that it is not so, ; between"},
};

static void note_guess(struct import *import, const struct reader *reader, size_t role,
                       const char *reason)
{
    const struct import_guess guess = {
        .role = text_from(csv_columns[role].name),
        .column = arena_copy_text(import->kept, reader->header.items[reader->fields[role]]),
        .reason = reason,
    };
    list_push(&import->file->guesses, guess);
}

/* Take the columns that --column names; tells which roles they have. */
static bool take_asked(struct import *import, struct reader *reader, bool asked[CSV_ROLES],
                       struct error *error)
{
    for (size_t i = 0; i < import->options->columns.count; i++) {
        struct text rest = import->options->columns.items[i];
        struct text role = {0};
        text_next_piece(&rest, '=', &role);
        size_t at = 0;
        while (at < CSV_ROLES && !text_equal_string(role, csv_columns[at].name))
            at++;
        if (at == CSV_ROLES || rest.at == NULL)
            return error_set(error, ERROR_USAGE,
                             "'--column=" TEXT_FORMAT "' is not ROLE=NAME with a role of "
                             "`bloc import csv --explain`",
                             TEXT_PARTS(import->options->columns.items[i]));
        const size_t guessed = reader->fields[at];
        asked[at] = rest.length > 0 && reader_assign(reader, at, rest);
        if (rest.length == 0)
            reader->fields[at] = READER_ABSENT;
        else if (!asked[at])
            reader->fields[at] = guessed; /* it may be a column of another file */
    }
    return true;
}

/* A column has one role, unless more are asked for; a weight may carry the sign. */
static void drop_repeated(struct reader *reader, const bool asked[CSV_ROLES])
{
    for (size_t i = 0; i < CSV_ROLES; i++)
        for (size_t j = 0; j < CSV_ROLES; j++)
            if (i != j && !(i == CSV_WEIGHT && j == CSV_SIGN) && !asked[i] && (asked[j] || j < i) &&
                reader->fields[i] == reader->fields[j])
                reader->fields[i] = READER_ABSENT;
}

/* Two columns that say nothing of themselves are the ends of ties. */
static bool take_first_two(struct reader *reader)
{
    if (reader->header.count < 2 || reader_has(reader, CSV_ID) || reader_has(reader, CSV_NAME) ||
        reader_has(reader, CSV_SOURCE) || reader_has(reader, CSV_TARGET))
        return false;
    for (size_t i = 0; i < CSV_ROLES; i++)
        if (reader->fields[i] < 2)
            return false;
    reader->fields[CSV_SOURCE] = 0;
    reader->fields[CSV_TARGET] = 1;
    return true;
}

bool csv_columns_guess(struct import *import, struct reader *reader, enum csv_shape *shape,
                       struct error *error)
{
    bool asked[CSV_ROLES] = {false};
    if (!take_asked(import, reader, asked, error))
        return false;
    drop_repeated(reader, asked);
    const bool by_place = take_first_two(reader);
    for (size_t i = 0; i < CSV_ROLES; i++)
        if (reader_has(reader, i))
            note_guess(import, reader, i,
                       asked[i]                      ? "asked for"
                       : by_place && i <= CSV_TARGET ? "by its place"
                                                     : "by its name");
    *shape = CSV_NOTHING;
    if (reader_has(reader, CSV_SOURCE) && reader_has(reader, CSV_TARGET))
        *shape = CSV_EDGES;
    else if (reader_has(reader, CSV_ID) || reader_has(reader, CSV_NAME))
        *shape = CSV_NODES;
    return true;
}
