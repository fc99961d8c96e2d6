/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any table with a row a tie (an edge list) or a row a group (a node list).  Columns are found by
 * their names, which are guessed at, or taken from --column; every guess is shown.
 *
 * What a row is called in the data is its code: its kind or, without one, its sign.
 */
#include <math.h>
#include <string.h>

#include "importer/csv_columns.h"
#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/reader.h"

/* A sign as people write it; false when it is none. */
static bool read_sign(struct text text, enum sign *sign)
{
    double number;
    if (text_equal_string(text, "pos") || text_equal_string(text, "ally"))
        *sign = SIGN_POSITIVE;
    else if (text_equal_string(text, "neg") || text_equal_string(text, "enemy"))
        *sign = SIGN_NEGATIVE;
    else if (text_to_double(text, &number))
        *sign = number > 0 ? SIGN_POSITIVE : number < 0 ? SIGN_NEGATIVE : SIGN_NEUTRAL;
    else
        return sign_from_text(text, sign);
    return true;
}

static enum family family_of(enum sign sign)
{
    return sign == SIGN_NEGATIVE ? FAMILY_CONFLICT : FAMILY_ALLIANCE;
}

static bool is_mutual(struct reader *reader)
{
    const struct text direction = reader_text(reader, CSV_DIRECTION);
    return text_equal_string(direction, "mutual") || text_equal_string(direction, "undirected");
}

/* Does the row say whether its tie has a direction?  Edges of a graph always do. */
static bool says_direction(struct reader *reader)
{
    return reader->given != NULL || is_mutual(reader) ||
           text_equal_string(reader_text(reader, CSV_DIRECTION), "directed");
}

/* A kind of that name, with what the row says of it. */
static struct kind describe_kind(struct import *import, struct reader *reader, struct text code,
                                 enum sign sign)
{
    struct intake *intake = &import->intake;
    struct kind kind = {
        .name = intake_slug(&intake->arena, code, "tie"),
        .family = family_of(sign),
        .sign = sign,
        .mutual = import->options->mutual || is_mutual(reader),
        .event = text_equal_string(reader_text(reader, CSV_EXTENT), "event"),
        .label = intake_text(intake, reader_text(reader, CSV_KIND_LABEL), 100),
    };
    family_from_text(reader_text(reader, CSV_FAMILY), &kind.family);
    return kind;
}

/* A code without a rule: a built-in kind of that name, or a new one. */
static struct mapping_entry *map_code(struct import *import, struct reader *reader,
                                      struct text code, enum sign sign)
{
    struct intake *intake = &import->intake;
    const struct kind kind = describe_kind(import, reader, code, sign);
    const bool is_there = intake_find_kind(intake, kind.name) != INTAKE_NONE;
    const uint32_t number = mapping_make_kind(intake, &kind);
    if (!is_there)
        import_tell(import, FOUND_CODE_UNMAPPED, reader_column(reader, CSV_KIND),
                    "'" TEXT_FORMAT "' is no kind that is built in; it is read as a new one "
                    "(family %s, sign %s), --map='" TEXT_FORMAT "=KIND' says otherwise",
                    TEXT_PARTS(code), family_name(kind.family), sign_symbol(kind.sign),
                    TEXT_PARTS(code));
    return mapping_add(&import->mapping, intake, code, number,
                       is_there ? "kind of that name" : "new kind");
}

/* Another kind for the rows that differ in a word from those of a kind. */
static uint32_t make_variant(struct intake *intake, struct kind kind, const char *word)
{
    kind.name = arena_format(&intake->arena, TEXT_FORMAT "_%s", TEXT_PARTS(kind.name), word);
    kind.label = (struct text){0};
    return mapping_make_kind(intake, &kind);
}

/* The kind whose sign is that of the row: "border" becomes "border_negative" when it has another. */
static uint32_t with_sign(struct intake *intake, uint32_t number, enum sign sign)
{
    struct kind kind = intake->kinds.items[number].kind;
    if (kind.sign == sign)
        return number;
    kind.sign = sign;
    return make_variant(intake, kind, sign_name(sign));
}

/* The kind that has a direction where the row has: the first row of a kind decides, and rows that
 * differ from it are a kind of their own. */
static uint32_t with_direction(struct intake *intake, uint32_t number, bool mutual)
{
    struct kind *kind = &intake->kinds.items[number].kind;
    if (intake->kinds.items[number].ties == 0)
        kind->mutual = mutual;
    if (kind->mutual == mutual)
        return number;
    struct kind other = *kind;
    other.mutual = mutual;
    return make_variant(intake, other, mutual ? "mutual" : "directed");
}

/* The sign of the row, from a column of its own or from that of the weight. */
static bool read_row_sign(struct import *import, struct reader *reader, enum sign *sign)
{
    const struct text word = reader_text(reader, CSV_SIGN);
    double weight;
    *sign = SIGN_NEUTRAL;
    if (word.length == 0 || read_sign(word, sign))
        return true;
    if (reader->fields[CSV_WEIGHT] == reader->fields[CSV_SIGN]) {
        if (!reader_number(reader, CSV_WEIGHT, 0, &weight))
            return false;
        *sign = weight > 0 ? SIGN_POSITIVE : weight < 0 ? SIGN_NEGATIVE : SIGN_NEUTRAL;
        return true;
    }
    import_reject(import, FOUND_VALUE_UNKNOWN, reader_column(reader, CSV_SIGN),
                  "sign: '" TEXT_FORMAT "' is not +, -, 0 or a number", TEXT_PARTS(word));
    return false;
}

/* The kind of the row; false when the row is rejected. */
static bool read_kind(struct import *import, struct reader *reader, uint32_t *kind)
{
    const bool has_sign = reader_text(reader, CSV_SIGN).length > 0;
    const struct text named = reader_text(reader, CSV_KIND);
    enum sign sign;
    if (!read_row_sign(import, reader, &sign))
        return false;
    struct text code = named;
    if (code.length == 0)
        code = has_sign ? text_from(sign_symbol(sign)) : import->options->kind;
    if (code.length == 0)
        code = TEXT("tie");
    struct mapping_entry *entry = mapping_find(&import->mapping, code);
    if (entry == NULL)
        entry = map_code(import, reader, code, sign);
    entry->rows++;
    if (entry->kind == INTAKE_NONE) {
        import_reject(import, FOUND_CODE_LEFT_OUT, 0, "rows with '" TEXT_FORMAT "' are left out",
                      TEXT_PARTS(entry->code));
        return false;
    }
    struct intake *intake = &import->intake;
    *kind = has_sign && named.length > 0 ? with_sign(intake, entry->kind, sign) : entry->kind;
    if (!import->options->mutual && !mapping_is_asked_for(entry) && !intake_is_built_in(*kind) &&
        says_direction(reader))
        *kind = with_direction(intake, *kind, is_mutual(reader));
    return true;
}

/* A sound weight; one that is also the sign loses it. */
static bool read_weight(struct import *import, struct reader *reader, double *weight)
{
    if (!reader_number(reader, CSV_WEIGHT, 1, weight))
        return false;
    if (reader->fields[CSV_WEIGHT] == reader->fields[CSV_SIGN])
        *weight = *weight == 0 ? 1 : fabs(*weight);
    if (*weight >= WEIGHT_LEAST && *weight <= WEIGHT_MOST)
        return true;
    if (*weight > 0) {
        import_reject(import, FOUND_NUMBER_MALFORMED, reader_column(reader, CSV_WEIGHT),
                      "weight: %g is no weight from 1e-12 to 1e12", *weight);
        return false;
    }
    import_reject(import, FOUND_NUMBER_MALFORMED, reader_column(reader, CSV_WEIGHT),
                  "weight: %g is no number above 0; --column=sign=NAME reads the sign of a column",
                  *weight);
    return false;
}

/* Start and end; a row about a year lasts for it. */
static bool read_dates(struct reader *reader, struct when *start, struct when *end)
{
    if (!reader_date(reader, CSV_START, start) || !reader_date(reader, CSV_END, end))
        return false;
    if (start->text[0] != '\0' || end->text[0] != '\0')
        return true;
    return reader_date(reader, CSV_YEAR, start) && reader_date(reader, CSV_YEAR, end);
}

/* Who says so: a text of the row as a source. */
static uint32_t find_source(struct import *import, struct text text)
{
    const uint32_t known = text_index_find(&import->cited, text);
    if (known != TEXT_INDEX_ABSENT)
        return known;
    const uint32_t number = intake_add_source(
        &import->intake,
        &(struct intake_source){.id = text, .type = TEXT("document"), .title = text});
    text_index_add(&import->cited, arena_copy_text(&import->intake.arena, text), number);
    return number;
}

/* A group by the id that a node list gave it, or by its name. */
static uint32_t find_group(struct import *import, struct text name)
{
    const uint32_t coded = text_index_find(&import->intake.codes, name);
    return coded != TEXT_INDEX_ABSENT ? coded : intake_group_named(&import->intake, name);
}

static bool require_value(struct import *import, struct reader *reader, size_t role)
{
    if (intake_is_name(reader_text(reader, role)))
        return true;
    import_reject(import, FOUND_VALUE_MISSING, reader_column(reader, role), "'%s' is empty",
                  csv_columns[role].name);
    return false;
}

/* A claim for each source that says that the tie is not there. */
static void cite_disputes(struct import *import, struct reader *reader, uint32_t tie,
                          enum grade grade, struct text words)
{
    struct text rest = reader_text(reader, CSV_DISPUTED);
    struct text piece;
    while (text_next_piece(&rest, ';', &piece))
        if (text_trim(piece).length > 0)
            intake_add_claim(&import->intake, &(struct intake_claim){
                                                  .tie = tie,
                                                  .source = find_source(import, text_trim(piece)),
                                                  .locator = import_locator(import),
                                                  .disputes = true,
                                                  .grade = grade,
                                                  .note = words,
                                              });
}

/* A claim for each source that the row names, or for the file. */
static void cite(struct import *import, struct reader *reader, const struct intake_tie *tie)
{
    struct text rest = reader_text(reader, CSV_CITE);
    const struct text words = reader_text(reader, CSV_CITED);
    enum grade grade = GRADE_STATED;
    uint32_t number = INTAKE_NONE;
    struct text piece;
    bool cited = false;
    grade_from_text(reader_text(reader, CSV_GRADE), &grade);
    while (text_next_piece(&rest, ';', &piece)) {
        if (text_trim(piece).length == 0)
            continue;
        cited = true;
        number =
            import_use_tie_of(import, tie, grade, words, find_source(import, text_trim(piece)));
        if (number == INTAKE_NONE)
            return;
    }
    if (!cited)
        number = import_use_tie(import, tie, grade, words);
    if (number != INTAKE_NONE)
        cite_disputes(import, reader, number, grade, words);
}

static void read_edge(struct import *import, struct reader *reader)
{
    struct when start;
    struct when end;
    struct intake_tie tie = {0};
    if (!require_value(import, reader, CSV_SOURCE) || !require_value(import, reader, CSV_TARGET) ||
        !read_kind(import, reader, &tie.kind) || !read_weight(import, reader, &tie.weight) ||
        !read_dates(reader, &start, &end))
        return;
    tie.source = find_group(import, reader_text(reader, CSV_SOURCE));
    tie.target = find_group(import, reader_text(reader, CSV_TARGET));
    tie.start = text_from(start.text);
    tie.end = text_from(end.text);
    tie.place = reader_text(reader, CSV_PLACE);
    tie.note = reader_text(reader, CSV_NOTE);
    cite(import, reader, &tie);
}

/* A group that a node list tells of: met before by its id or name, or new.  The nodes of a graph come
 * before its edges, so that an id is no name that was met: "a" and "A" are two. */
static uint32_t take_node(struct import *import, struct reader *reader)
{
    struct intake *intake = &import->intake;
    const struct text id = reader_text(reader, CSV_ID);
    const struct text name = reader_text(reader, reader_has(reader, CSV_NAME) ? CSV_NAME : CSV_ID);
    if (id.length == 0)
        return intake_group_named(intake, name);
    bool renamed = false;
    const uint32_t met = text_index_find(&intake->names, id);
    if (reader->given != NULL || met == TEXT_INDEX_ABSENT ||
        text_index_find(&intake->codes, id) != TEXT_INDEX_ABSENT) {
        const uint32_t group = intake_group_coded(intake, id, name, &renamed);
        if (renamed)
            import_tell(
                import, FOUND_NAME_CHANGED, reader_column(reader, CSV_NAME),
                "id '" TEXT_FORMAT "' is '" TEXT_FORMAT "' here and '" TEXT_FORMAT "' before",
                TEXT_PARTS(id), TEXT_PARTS(name), TEXT_PARTS(intake->groups.items[group].name));
        return group;
    }
    intake_name_group(intake, met, id, name);
    return met;
}

static void read_aliases(struct import *import, struct reader *reader, uint32_t group)
{
    struct text rest = reader_text(reader, CSV_ALIASES);
    struct text alias;
    while (text_next_piece(&rest, ';', &alias))
        if (text_trim(alias).length > 0)
            intake_add_alias(&import->intake, group, text_trim(alias));
}

static bool is_country(struct text text)
{
    struct text rest = text;
    struct text code;
    bool good = true;
    while (text_next_piece(&rest, ';', &code)) {
        code = text_trim(code);
        good = good && code.length == 2 && code.at[0] >= 'A' && code.at[0] <= 'Z' &&
               code.at[1] >= 'A' && code.at[1] <= 'Z';
    }
    return good;
}

static void read_kind_and_country(struct import *import, struct reader *reader, uint32_t number)
{
    struct intake_group *group = &import->intake.groups.items[number];
    const struct text kind = reader_text(reader, CSV_KIND);
    const struct text country = reader_text(reader, CSV_COUNTRY);
    if (kind.length > 0 && !group_kind_from_text(kind, &group->kind))
        import_tell(import, FOUND_CODE_UNMAPPED, reader_column(reader, CSV_KIND),
                    "'" TEXT_FORMAT "' is no kind of group; it is read as organisation",
                    TEXT_PARTS(kind));
    if (country.length == 0)
        return;
    if (is_country(country))
        group->country = intake_text(&import->intake, country, 100);
    else
        import_tell(import, FOUND_CODE_UNMAPPED, reader_column(reader, CSV_COUNTRY),
                    "'" TEXT_FORMAT "' is no two-letter country code; it is left out",
                    TEXT_PARTS(country));
}

static void read_node(struct import *import, struct reader *reader)
{
    struct when founded;
    struct when ended;
    const size_t naming = reader_has(reader, CSV_NAME) ? CSV_NAME : CSV_ID;
    if (!require_value(import, reader, naming) || !reader_date(reader, CSV_FOUNDED, &founded) ||
        !reader_date(reader, CSV_ENDED, &ended))
        return;
    if (import_ends_before_start(text_from(founded.text), text_from(ended.text))) {
        import_reject(import, FOUND_DATE_ORDER, reader_column(reader, CSV_ENDED),
                      "the end '%s' comes before the start '%s'", ended.text, founded.text);
        return;
    }
    const uint32_t number = take_node(import, reader);
    struct intake *intake = &import->intake;
    struct intake_group *group = &intake->groups.items[number];
    group->label = intake_text(intake, reader_text(reader, CSV_LABEL), 28);
    group->parent = intake_text(intake, reader_text(reader, CSV_PARENT), 200);
    group->region = intake_text(intake, reader_text(reader, CSV_REGION), 100);
    group->note = intake_text(intake, reader_text(reader, CSV_NOTE), 1000);
    group->founded = intake_text(intake, text_from(founded.text), WHEN_SIZE);
    group->ended = intake_text(intake, text_from(ended.text), WHEN_SIZE);
    read_aliases(import, reader, number);
    read_kind_and_country(import, reader, number);
    import_use(import);
}

static void read_rows(struct import *import, struct reader *reader, enum csv_shape shape)
{
    while (reader_next(reader)) {
        import_begin_row(import, reader->line, reader_text(reader, CSV_ID));
        if (shape == CSV_EDGES)
            read_edge(import, reader);
        else
            read_node(import, reader);
        import_end_row(import);
    }
}

static bool read(struct import *import, const char *path, struct error *error)
{
    const struct reader_layout layout = {
        .columns = csv_columns,
        .count = CSV_ROLES,
        .numbered = import->options->no_header,
    };
    struct reader reader;
    enum csv_shape shape = CSV_NOTHING;
    if (!reader_open(&reader, import, path, &layout, error))
        return false;
    const bool good = csv_columns_guess(import, &reader, &shape, error);
    if (good && shape == CSV_NOTHING && reader.header.count > 0)
        reader_tell_columns(&reader, "'source' and 'target', or 'id' or 'name'; --column=ROLE=NAME "
                                     "says which they are");
    else if (good)
        read_rows(import, &reader, shape);
    return reader_close(&reader, error) && good;
}

bool csv_rows_read(struct import *import, const struct reader_rows *rows, bool signed_weights,
                   struct error *error)
{
    const struct reader_layout layout = {.columns = csv_columns, .count = CSV_ROLES};
    struct reader reader;
    enum csv_shape shape = CSV_NOTHING;
    if (rows->rows.count == 0)
        return true;
    reader_open_rows(&reader, import, rows, &layout);
    const bool good = csv_columns_guess(import, &reader, &shape, error);
    if (signed_weights)
        reader.fields[CSV_SIGN] = reader.fields[CSV_WEIGHT];
    if (good)
        read_rows(import, &reader, shape);
    return reader_close(&reader, error) && good;
}

/* An edge list that names no kinds: its ties are neutral, positive or negative. */
bool csv_begin(struct import *import, struct error *error)
{
    (void)error;
    for (size_t i = 0; i < import->intake.kinds.count && import->options->mutual; i++)
        if (!import->intake.kinds.items[i].is_default)
            import->intake.kinds.items[i].kind.mutual = true;
    return true;
}

const struct mapping_rule csv_rules[CSV_RULES] = {
    {"+", "tie_positive", "a row with a positive sign and no kind"},
    {"-", "tie_negative", "a row with a negative sign and no kind"},
    {"0", "tie", "a row with sign 0 and no kind"},
    {"tie", "tie", "a row with neither kind nor sign"},
};

const struct kind csv_kinds[CSV_KINDS] = {
    {
        .name = {"tie", 3},
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_NEUTRAL,
        .label = {"tie", 3},
        .description = {"The data joins the two groups and does not say how.", 51},
    },
    {
        .name = {"tie_positive", 12},
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_POSITIVE,
        .label = {"positive tie", 12},
        .description = {"The data joins the two groups with a positive sign.", 51},
    },
    {
        .name = {"tie_negative", 12},
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .label = {"negative tie", 12},
        .description = {"The data joins the two groups with a negative sign.", 51},
    },
};

const struct import_format import_csv = {
    .name = "csv",
    .title = "Edge list or node list",
    .description =
        "A table with a row for each tie, or with a row for each group. A kind that is built in\n"
        "means itself; any other word becomes a kind of its own, unless --map says what it is.\n"
        "When the ends of ties are ids, give the node list that explains them as well.",
    CSV_FORMAT,
    .read = read,
};
