/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every figure in need has a list of remedies, mildest first.  They are tried in rounds, one a
 * figure, so that the figures of a round share the processors.
 */
#include "figure/advise.h"

#include "base/alloc.h"
#include "base/list.h"

#include <math.h>
#include <stdlib.h>

LIST(remedy_list, struct remedy);

/* Usual widths in millimetres: columns and pages from a third of A4 to A2. */
static const double widths[] = {85, 120, 170, 210, 257, 297, 400, 560};
static const double width_step = 5, width_ample = 1.5;

/* Of a matrix, in millimetres, without what its text needs beside the cells. */
static const double row_least = 2;

enum {
    WIDTHS_TRIED = 2
};

/* A figure in need and what remains to be tried for it. */
struct patient {
    size_t figure;
    struct remedy_list remedies;
    struct figure_definition definition;
    struct selection selection;
};

LIST(patient_list, struct patient);

/* The next usual width of at least so much, or 0. */
static double find_width(double least)
{
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (widths[i] >= least - 1e-9)
            return widths[i];
    return 0;
}

/* The width at which all text would be large enough if the drawing only grew with it. */
static double width_for_text(const struct figure *figure, double width)
{
    double factor = legibility_text_factor(&figure->legibility);
    return factor > 1 ? ceil(width * factor / width_step) * width_step : 0;
}

static void propose_widths(const struct figure *figure, double asked, struct remedy remedy,
                           struct remedy_list *remedies)
{
    double width = width_for_text(figure, asked);
    if (width <= asked || width > widths[sizeof widths / sizeof *widths - 1])
        width = find_width(asked + width_step);
    for (int i = 0; i < WIDTHS_TRIED && width > 0; i++) {
        remedy.width_mm = width;
        list_push(remedies, remedy);
        width = find_width(width * width_ample);
    }
}

/* Groups with a tie that is drawn, each once. */
static size_t count_tied_groups(const struct drawing *drawing)
{
    bool *tied = alloc_zeroed(drawing->dataset->groups.count, sizeof *tied);
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        tied[drawing->nodes.items[link->from].group] = true;
        tied[drawing->nodes.items[link->to].group] = true;
    }
    for (size_t i = 0; i < drawing->dataset->groups.count; i++)
        count += tied[i];
    free(tied);
    return count;
}

/* Widths at which the rows of a matrix may be high enough for their names. */
static void propose_matrices(const struct figure *figure, double asked, struct remedy remedy,
                             struct remedy_list *remedies)
{
    const double least = fmax(asked, row_least * (double)count_tied_groups(&figure->drawing));
    remedy.as_matrix = true;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        remedy.width_mm = widths[i];
        if (widths[i] >= least)
            list_push(remedies, remedy);
    }
}

static void propose(const struct figure_request *request, const struct figure *figure,
                    struct remedy_list *remedies)
{
    const struct figure_definition *definition = request->definition;
    const bool may_narrow = request->metrics == NULL;
    const bool loose = may_narrow && !definition->query.connected_only &&
                       definition->type != FIGURE_GENEALOGY &&
                       drawing_count_groups(&figure->drawing) > count_tied_groups(&figure->drawing);
    if (loose)
        list_push(remedies, (struct remedy){.connected_only = true});
    if (definition->show_dates && !figure->drawing.undated && figure->drawing.links.count > 0)
        list_push(remedies, (struct remedy){.without_dates = true});
    propose_widths(figure, definition->width_mm, (struct remedy){0}, remedies);
    if (definition->type == FIGURE_MATRIX)
        return;
    if (may_narrow && definition->query.ego.length > 0)
        for (unsigned hops = definition->query.hops; hops > 1; hops--)
            list_push(remedies, (struct remedy){.hops = hops - 1});
    propose_matrices(figure, definition->width_mm, (struct remedy){.connected_only = loose},
                     remedies);
}

struct figure_definition remedy_apply(const struct remedy *remedy,
                                      const struct figure_definition *definition)
{
    struct figure_definition changed = *definition;
    if (remedy->width_mm > 0)
        changed.width_mm = remedy->width_mm;
    if (remedy->without_dates) {
        changed.show_dates = false;
        changed.given |= GIVEN_DATES;
    }
    if (remedy->hops > 0)
        changed.query.hops = remedy->hops;
    changed.query.connected_only |= remedy->connected_only;
    if (remedy->as_matrix) {
        changed.type = FIGURE_MATRIX;
        changed.given |= GIVEN_TYPE;
        definition_infer_type(&changed);
    }
    return changed;
}

/* Figures in need of a remedy, each with its proposals. */
static void admit(const struct figure_request *requests, size_t count, const struct figure *figures,
                  struct advice *advice, struct patient_list *patients)
{
    for (size_t i = 0; i < count; i++) {
        struct patient patient = {.figure = i};
        advice[i] = (struct advice){.is_needed = !error_is_set(&figures[i].error) &&
                                                 !legibility_passes(&figures[i].legibility)};
        if (!advice[i].is_needed || figures[i].drawing.fallback.length > 0)
            continue;
        propose(&requests[i], &figures[i], &patient.remedies);
        list_push(patients, patient);
    }
}

/* The figure as it would be; a selection without a tie makes none. */
static bool try_remedy(struct patient *patient, const struct figure_request *request, size_t round,
                       struct figure_request *tried)
{
    patient->definition = remedy_apply(&patient->remedies.items[round], request->definition);
    selection_evaluate(&patient->selection, request->selection->dataset,
                       &patient->definition.query);
    *tried = *request;
    tried->definition = &patient->definition;
    tried->selection = &patient->selection;
    return patient->selection.relations.count > 0;
}

static void run_round(struct patient_list *patients, const struct figure_request *requests,
                      size_t round, struct advice *advice)
{
    struct figure_request *tried = alloc_zeroed(patients->count, sizeof *tried);
    struct figure *figures = alloc_zeroed(patients->count, sizeof *figures);
    size_t *whose = alloc_zeroed(patients->count, sizeof *whose);
    size_t count = 0;
    for (size_t i = 0; i < patients->count; i++) {
        struct patient *patient = &patients->items[i];
        if (advice[patient->figure].is_found || round >= patient->remedies.count)
            continue;
        whose[count] = i;
        if (try_remedy(patient, &requests[patient->figure], round, &tried[count]))
            count++;
        else
            selection_release(&patient->selection);
    }
    figures_make(tried, count, figures, NULL);
    for (size_t i = 0; i < count; i++) {
        struct patient *patient = &patients->items[whose[i]];
        struct advice *its = &advice[patient->figure];
        its->is_found = !error_is_set(&figures[i].error) &&
                        figures[i].drawing.fallback.length == 0 &&
                        legibility_passes(&figures[i].legibility);
        its->remedy = patient->remedies.items[round];
        figure_release(&figures[i]);
        selection_release(&patient->selection);
    }
    free(tried);
    free(figures);
    free(whose);
}

void figures_advise(const struct figure_request *requests, size_t count,
                    const struct figure *figures, struct advice *advice)
{
    struct patient_list patients = {0};
    size_t rounds = 0;
    admit(requests, count, figures, advice, &patients);
    for (size_t i = 0; i < patients.count; i++)
        if (patients.items[i].remedies.count > rounds)
            rounds = patients.items[i].remedies.count;
    for (size_t round = 0; round < rounds; round++)
        run_round(&patients, requests, round, advice);
    for (size_t i = 0; i < patients.count; i++)
        list_release(&patients.items[i].remedies);
    list_release(&patients);
}

static void add_setting(struct buffer *buffer, const char *setting)
{
    if (buffer->length > 0 && buffer->at[buffer->length - 1] != ' ')
        buffer_add_char(buffer, ' ');
    buffer_add_string(buffer, setting);
}

void remedy_write(const struct remedy *remedy, struct buffer *buffer)
{
    if (remedy->as_matrix)
        add_setting(buffer, "figure_type=matrix");
    if (remedy->width_mm > 0) {
        add_setting(buffer, "figure_width=");
        buffer_add_number(buffer, remedy->width_mm, 1);
        buffer_add_string(buffer, "mm");
    }
    if (remedy->without_dates)
        add_setting(buffer, "encode_dates=no");
    if (remedy->hops > 0) {
        add_setting(buffer, "select_hops=");
        buffer_add_format(buffer, "%u", remedy->hops);
    }
    if (remedy->connected_only)
        add_setting(buffer, "select_connected_only=yes");
}

void advice_write(const struct advice *advice, const struct figure *figure, struct buffer *buffer)
{
    if (advice->is_found) {
        buffer_add_string(buffer, "every gate is met with ");
        remedy_write(&advice->remedy, buffer);
        buffer_add_char(buffer, '\n');
    } else if (figure->drawing.fallback.length > 0) {
        buffer_add_string(buffer, "a layout failed; select fewer groups, or give it more time with "
                                  "figure_time_limit\n");
    } else {
        buffer_add_string(buffer, "no width up to 560mm, and no matrix, meets every gate; select "
                                  "fewer groups, or split the figure by region or window\n");
    }
}
