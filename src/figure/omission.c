/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/omission.h"

#include "base/buffer.h"

/* Lines with dates, for each millimetre of width: random selections with more of them miss a gate,
 * nearly all with fewer meet every one. */
static const double dated_lines_most = 0.26;

/* One more sentence in the note. */
static void add_note(struct drawing *drawing, struct text words)
{
    drawing->note = drawing->note.length == 0
                        ? words
                        : arena_format(&drawing->arena, TEXT_FORMAT " " TEXT_FORMAT,
                                       TEXT_PARTS(drawing->note), TEXT_PARTS(words));
}

const bool *omission_of_groups(const struct figure_definition *definition,
                               const struct selection *selection, struct drawing *drawing)
{
    const struct dataset *dataset = selection->dataset;
    if ((definition->type != FIGURE_MATRIX && definition->type != FIGURE_HIERARCHY) ||
        selection->relations.count == 0)
        return NULL;
    bool *omitted = arena_alloc(&drawing->arena, dataset->groups.count, sizeof *omitted);
    for (size_t i = 0; i < dataset->groups.count; i++)
        omitted[i] = true;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct relation *tie =
            &dataset->relations.items[selection->relations.items[i].relation];
        omitted[tie->source] = omitted[tie->target] = false;
    }
    return omitted;
}

void omission_note_groups(const struct selection *selection, const bool *omitted,
                          struct drawing *drawing)
{
    struct buffer names = {0};
    size_t count = 0;
    for (size_t i = 0; i < selection->groups.count && omitted != NULL; i++) {
        const struct group *group = &selection->dataset->groups.items[selection->groups.items[i]];
        if (!omitted[selection->groups.items[i]])
            continue;
        buffer_add_string(&names, count++ == 0 ? "" : ", ");
        buffer_add_text(&names, group->label.length > 0 ? group->label : group->name);
    }
    if (count > 0)
        add_note(drawing, arena_format(&drawing->arena, "Without a tie here, %zu %s: %s.", count,
                                       count == 1 ? "group" : "groups", names.at));
    buffer_release(&names);
}

void omission_of_dates(const struct figure_definition *definition, struct drawing *drawing)
{
    size_t dated = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        dated += !emphasis_is_grey(drawing->links.items[i].emphasis);
    drawing->undated = definition->show_dates && (definition->given & GIVEN_DATES) == 0 &&
                       (double)dated > dated_lines_most * definition->width_mm;
    if (drawing->undated)
        add_note(drawing,
                 arena_format(&drawing->arena,
                              "Beside %zu lines there is no room for dates; the table of ties has "
                              "them.",
                              dated));
}
