/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/value.h"

#include "base/buffer.h"
#include "model/date.h"
#include "model/group.h"
#include "model/kind.h"
#include "model/relation.h"

void value_set_nothing(struct table_row *row, const struct table_cell *cell, void *member)
{
    (void)row;
    (void)cell;
    (void)member;
}

void value_set_text(struct table_row *row, const struct table_cell *cell, void *member)
{
    (void)row;
    *(struct text *)member = cell->value;
}

/* Report a value, shown in the message: format has one %.*s for it and nothing else. */
static void report_value(struct table_row *row, const struct table_cell *cell,
                         enum catalogue_entry entry, const char *explanation)
{
    const struct text shown = loading_quote(row->loading, cell->value);
    findings_add(row->loading->findings, table_row_fault(row, entry), table_row_place(row, cell),
                 "'" TEXT_FORMAT "' %s", TEXT_PARTS(shown), explanation);
}

static bool is_id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

void value_set_id(struct table_row *row, const struct table_cell *cell, void *member)
{
    for (size_t i = 0; i < cell->value.length; i++) {
        if (!is_id_byte(cell->value.at[i])) {
            report_value(row, cell, FOUND_ID_MALFORMED,
                         "is no id: lower-case letters, digits and underscores only");
            return;
        }
    }
    *(struct text *)member = cell->value;
}

/* The place of a byte of a value; values that had doubled quotes are places as a whole. */
static struct place place_within(const struct table_row *row, const struct table_cell *cell,
                                 size_t offset)
{
    struct place place = {.file = row->file->path};
    const struct text raw = cell->field->raw;
    const char *at = cell->value.at + offset;
    const bool borrowed = at >= raw.at && at <= raw.at + raw.length;
    csv_field_locate(cell->field, borrowed ? (size_t)(at - raw.at) : 0, &place.line, &place.column);
    return place;
}

void value_set_date(struct table_row *row, const struct table_cell *cell, void *member)
{
    const char *reason = "";
    size_t offset = 0;
    struct date date = date_unknown();
    if (date_parse(cell->value, &date, &reason, &offset)) {
        *(struct date *)member = date;
        return;
    }
    const struct text shown = loading_quote(row->loading, cell->value);
    findings_add(row->loading->findings, table_row_fault(row, FOUND_DATE_MALFORMED),
                 place_within(row, cell, offset), "'" TEXT_FORMAT "' is no date: %s",
                 TEXT_PARTS(shown), reason);
}

void value_set_number(struct table_row *row, const struct table_cell *cell, void *member)
{
    if (!text_to_double(cell->value, member))
        report_value(row, cell, FOUND_NUMBER_MALFORMED, "is no number");
}

void value_set_weight(struct table_row *row, const struct table_cell *cell, void *member)
{
    double weight;
    if (!text_to_double(cell->value, &weight) || weight <= 0)
        report_value(row, cell, FOUND_NUMBER_MALFORMED, "is no number above 0");
    else if (weight < WEIGHT_LEAST || weight > WEIGHT_MOST)
        report_value(row, cell, FOUND_NUMBER_MALFORMED, "is no weight from 1e-12 to 1e12");
    else
        *(double *)member = weight;
}

static bool is_country_code(struct text code)
{
    return code.length == 2 && code.at[0] >= 'A' && code.at[0] <= 'Z' && code.at[1] >= 'A' &&
           code.at[1] <= 'Z';
}

void value_set_countries(struct table_row *row, const struct table_cell *cell, void *member)
{
    struct text rest = cell->value;
    struct text piece;
    while (text_next_piece(&rest, ';', &piece)) {
        if (is_country_code(text_trim(piece)))
            continue;
        report_value(row, cell, FOUND_VALUE_UNKNOWN,
                     "is no list of two-letter country codes, as in IQ;SY");
        return;
    }
    *(struct text *)member = cell->value;
}

void value_set_aliases(struct table_row *row, const struct table_cell *cell, void *member)
{
    struct group *group = member;
    size_t most = 1;
    for (size_t i = 0; i < cell->value.length; i++)
        most += cell->value.at[i] == ';';
    group->aliases = arena_alloc(&row->loading->dataset->arena, most, sizeof *group->aliases);

    struct text rest = cell->value;
    struct text piece;
    while (text_next_piece(&rest, ';', &piece)) {
        piece = text_trim(piece);
        if (piece.length > 0)
            group->aliases[group->alias_count++] = piece;
    }
}

/* A value that is none of the allowed words; they are listed and the nearest is suggested. */
static void report_word(struct table_row *row, const struct table_cell *cell,
                        const char *const *words, size_t count)
{
    struct text candidates[16];
    struct buffer list = {0};
    for (size_t i = 0; i < count; i++) {
        candidates[i] = text_from(words[i]);
        buffer_add_string(&list, i == 0 ? "is not one of " : ", ");
        buffer_add_string(&list, words[i]);
    }
    const struct text shown = loading_quote(row->loading, cell->value);
    const struct text *nearest = text_find_nearest(shown, candidates, count);
    if (nearest != NULL)
        buffer_add_text(&list, loading_hint(row->loading, *nearest));
    report_value(row, cell, FOUND_VALUE_UNKNOWN, list.at);
    buffer_release(&list);
}

#define REPORT_WORD(row, cell, ...)                            \
    report_word(row, cell, (const char *const[]){__VA_ARGS__}, \
                sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

void value_set_group_kind(struct table_row *row, const struct table_cell *cell, void *member)
{
    const char *words[GROUP_KIND_COUNT];
    for (unsigned i = 0; i < GROUP_KIND_COUNT; i++)
        words[i] = group_kind_name((enum group_kind)i);
    if (!group_kind_from_text(cell->value, member))
        report_word(row, cell, words, GROUP_KIND_COUNT);
}

void value_set_family(struct table_row *row, const struct table_cell *cell, void *member)
{
    const char *words[FAMILY_COUNT];
    for (unsigned i = 0; i < FAMILY_COUNT; i++)
        words[i] = family_name((enum family)i);
    if (!family_from_text(cell->value, member))
        report_word(row, cell, words, FAMILY_COUNT);
}

void value_set_sign(struct table_row *row, const struct table_cell *cell, void *member)
{
    if (!sign_from_text(cell->value, member))
        REPORT_WORD(row, cell, "+", "-", "0");
}

void value_set_grade(struct table_row *row, const struct table_cell *cell, void *member)
{
    if (!grade_from_text(cell->value, member))
        REPORT_WORD(row, cell, "stated", "reported", "inferred");
}

/* One of two words; the second one is true. */
static void set_choice(struct table_row *row, const struct table_cell *cell, bool *member,
                       const char *no, const char *yes)
{
    *member = text_equal_string(cell->value, yes);
    if (!*member && !text_equal_string(cell->value, no))
        REPORT_WORD(row, cell, no, yes);
}

void value_set_mutual(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_choice(row, cell, member, "directed", "mutual");
}

void value_set_event(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_choice(row, cell, member, "state", "event");
}

void value_set_disputes(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_choice(row, cell, member, "supports", "disputes");
}

struct text value_explain_dangling(struct loading *loading, enum table table, struct text id)
{
    struct id_index *ids = &loading->ids[table];
    const struct id_entry *entry = id_index_find(ids, id);
    const char *noun = loading_noun_of(table);
    const struct text shown = loading_quote(loading, id);
    if (entry != NULL)
        return arena_format(&loading->scratch, "%s '" TEXT_FORMAT "' was rejected at %s:%zu", noun,
                            TEXT_PARTS(shown), loading_file_of(table), entry->line);
    const struct text hint = loading_hint(loading, id_index_suggest(ids, id));
    return arena_format(&loading->scratch, "there is no %s '" TEXT_FORMAT "'" TEXT_FORMAT, noun,
                        TEXT_PARTS(shown), TEXT_PARTS(hint));
}

static void set_reference(struct table_row *row, const struct table_cell *cell, uint32_t *member,
                          enum table table, enum catalogue_entry fault)
{
    const struct id_entry *entry = id_index_find(&row->loading->ids[table], cell->value);
    if (row->loading->unread[table] || (entry != NULL && entry->row == ID_WAITING)) {
        row->waiting = true; /* one finding speaks for all such rows */
        return;
    }
    if (entry != NULL && entry->row != ID_REJECTED) {
        *member = entry->row;
        return;
    }
    const struct text reason = value_explain_dangling(row->loading, table, cell->value);
    findings_add(row->loading->findings, table_row_fault(row, fault), table_row_place(row, cell),
                 TEXT_FORMAT, TEXT_PARTS(reason));
}

void value_set_group(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_reference(row, cell, member, TABLE_GROUPS, FOUND_ID_DANGLING);
}

void value_set_relation(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_reference(row, cell, member, TABLE_RELATIONS, FOUND_ID_DANGLING);
}

void value_set_source(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_reference(row, cell, member, TABLE_SOURCES, FOUND_ID_DANGLING);
}

void value_set_kind(struct table_row *row, const struct table_cell *cell, void *member)
{
    set_reference(row, cell, member, TABLE_KINDS, FOUND_KIND_UNKNOWN);
}
