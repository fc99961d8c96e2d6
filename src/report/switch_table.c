/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/switch_table.h"

#include "report/citation.h"
#include "report/tie.h"

static const struct report_column switch_columns[] = {
    {"group", "Group (id)", REPORT_TEXT, true},
    {"group_label", "Group", REPORT_TEXT, false},
    {"left", "Left (id)", REPORT_TEXT, true},
    {"left_label", "Left", REPORT_TEXT, false},
    {"joined", "Joined (id)", REPORT_TEXT, true},
    {"joined_label", "Joined", REPORT_TEXT, false},
    {"when", "When", REPORT_TEXT, false},
    {"certainty", "Certainty", REPORT_TEXT, false},
    {"leave", "Leaving (tie)", REPORT_TEXT, true},
    {"join", "Joining (tie)", REPORT_TEXT, true},
    {"opposition", "Opposed by (tie)", REPORT_TEXT, true},
    {"opposed", "Opposed by", REPORT_TEXT, false},
    {"left_sources", "Sources of leaving", REPORT_TEXT, false},
    {"joined_sources", "Sources of joining", REPORT_TEXT, false},
};

void switch_table_init(struct report_table *table, struct text title)
{
    report_table_init(table, "switches", title, switch_columns,
                      sizeof switch_columns / sizeof *switch_columns);
}

static void add_group_cells(struct report_table *table, const struct group *group)
{
    report_table_add_text(table, group->id);
    report_table_add_text(table, group->label);
}

static void add_built(struct report_table *table, struct buffer *buffer)
{
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(buffer)));
    buffer->length = 0;
}

void switch_table_add(struct report_table *table, const struct dataset *dataset,
                      const struct alliance_switch *found)
{
    struct buffer buffer = {0};
    add_group_cells(table, &dataset->groups.items[found->group]);
    add_group_cells(table, &dataset->groups.items[found->left]);
    add_group_cells(table, &dataset->groups.items[found->joined]);
    report_table_add_text(table, dataset->relations.items[found->join].start.text);
    report_table_add_string(table, found->possible ? "possible" : "certain");
    report_table_add_text(table, dataset->relations.items[found->leave].id);
    report_table_add_text(table, dataset->relations.items[found->join].id);
    report_table_add_text(table, dataset->relations.items[found->opposition].id);
    tie_add_sentence(&buffer, dataset, found->opposition);
    add_built(table, &buffer);
    citation_add_claims(&buffer, dataset, found->leave);
    add_built(table, &buffer);
    citation_add_claims(&buffer, dataset, found->join);
    add_built(table, &buffer);
    buffer_release(&buffer);
}
