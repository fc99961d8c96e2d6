/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The four steps for many figures at once: measure (compose), place and route in worker
 * processes, finish.  All slices of all figures go into one queue, so that the processors
 * stay busy whatever the figures are.
 */
#include "figure/figure.h"

#include "base/alloc.h"
#include "figure/alignment_pages.h"
#include "figure/compose.h"
#include "figure/dot_write.h"
#include "figure/finish.h"
#include "figure/geometry_json.h"
#include "figure/geometry_pack.h"
#include "figure/panels.h"
#include "figure/picture.h"
#include "figure/place.h"
#include "figure/svg.h"
#include "figure/worker.h"

#include <math.h>
#include <stdlib.h>

/* Beyond these no page shows a network, and no reader follows it. */
enum {
    NODES_MOST = 500,
    LINKS_MOST = 3000
};

static const double room_least = 20;

/* One slice of one figure, or the routing of one whose places are known. */
struct job {
    size_t figure;
    size_t slice;
    size_t size; /* links of the figure */
    bool routes;
};

LIST(job_list, struct job);

struct batch {
    const struct figure_request *requests;
    struct figure *figures;
    struct job_list jobs;
    struct progress *progress;
    const struct alignment_pages *pages; /* the figures are pages of one, or NULL */
};

static bool run_job(size_t index, void *context, struct buffer *result, struct error *error)
{
    struct batch *batch = context;
    struct job job = batch->jobs.items[index];
    struct drawing *drawing = &batch->figures[job.figure].drawing;
    const struct figure_definition *definition = batch->requests[job.figure].definition;
    if (job.routes)
        return place_route(drawing, definition, result, error);
    return place_slice(drawing, definition, job.slice, result, error);
}

static void report_done(size_t index, void *context)
{
    struct batch *batch = context;
    (void)index;
    if (batch->progress != NULL)
        progress_step(batch->progress, "drawing");
}

static bool is_placeable(const struct batch *batch, size_t figure)
{
    return !error_is_set(&batch->figures[figure].error) &&
           batch->figures[figure].drawing.nodes.count > 0 &&
           place_slice_count(&batch->figures[figure].drawing, batch->requests[figure].definition) >
               0;
}

/* Say why the drawing is simpler than it was to be; only the first cause is told. */
static void fall_back(struct drawing *drawing, const char *instead, const struct error *cause)
{
    const char *reason = error_is_set(cause) ? cause->message : "layout gave no geometry";
    drawing->fallback_routing = true;
    if (drawing->fallback.length == 0)
        drawing->fallback = arena_format(&drawing->arena, "%s, because %s", instead, reason);
}

/* The best of a figure's results that are still there, or NULL. */
static struct worker_result *find_best(const struct batch *batch, size_t figure,
                                       struct worker_result *results)
{
    struct worker_result *best = NULL;
    double least = INFINITY;
    for (size_t i = 0; i < batch->jobs.count; i++) {
        double score = geometry_packed_score(buffer_text(&results[i].bytes));
        if (batch->jobs.items[i].figure != figure || score >= least)
            continue;
        least = score;
        best = &results[i];
    }
    return best;
}

/* The best of a figure's slices goes into its drawing; without any, rows of boxes do. */
static void settle_places(struct batch *batch, size_t figure, struct worker_result *results)
{
    struct drawing *drawing = &batch->figures[figure].drawing;
    struct worker_result *best;
    struct error cause = {0};
    while ((best = find_best(batch, figure, results)) != NULL) {
        if (geometry_unpack(buffer_text(&best->bytes), drawing))
            return;
        buffer_release(&best->bytes);
    }
    for (size_t i = 0; i < batch->jobs.count; i++)
        if (batch->jobs.items[i].figure == figure && error_is_set(&results[i].error))
            error_set(&cause, results[i].error.kind, "%s", results[i].error.message);
    fall_back(drawing, "Groups stand in rows and lines are straight", &cause);
    place_in_rows(drawing, batch->requests[figure].definition);
}

/* The places of a drawing whose routing failed are sound; what it unpacked may not be. */
static void settle_route(struct drawing *drawing, const struct worker_result *result)
{
    struct buffer before = {0};
    geometry_pack(drawing, 0, &before);
    if (!geometry_unpack(buffer_text(&result->bytes), drawing)) {
        geometry_unpack(buffer_text(&before), drawing);
        place_straight(drawing);
        fall_back(drawing, "Lines are straight", &result->error);
    }
    buffer_release(&before);
}

/* Is the line among those already kept? */
static bool has_line(const struct buffer *lines, struct text line)
{
    struct text rest = buffer_text(lines), piece;
    while (text_next_piece(&rest, '\n', &piece))
        if (text_equal(piece, line))
            return true;
    return false;
}

/* Keep what layout said, as lines that are harmless for a terminal. */
static void keep_messages(struct buffer *messages, const struct buffer *said)
{
    struct text rest = buffer_text(said), line;
    while (text_next_piece(&rest, '\n', &line)) {
        struct buffer visible = {0};
        buffer_add_visible(&visible, text_trim(line));
        if (visible.length > 0 && !has_line(messages, buffer_text(&visible)))
            buffer_add_format(messages, "%s\n", visible.at);
        buffer_release(&visible);
    }
}

/* Larger figures go first, so that no long task is left when the short ones are done. */
static int compare_jobs(const void *a, const void *b)
{
    const struct job *left = a, *right = b;
    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    if (left->figure != right->figure)
        return left->figure < right->figure ? -1 : 1;
    return left->slice < right->slice ? -1 : left->slice > right->slice;
}

static void add_job(struct batch *batch, struct job job)
{
    job.size = batch->figures[job.figure].drawing.links.count;
    list_push(&batch->jobs, job);
}

static void add_slices(struct batch *batch, size_t figure)
{
    for (size_t i = 0;
         i < place_slice_count(&batch->figures[figure].drawing, batch->requests[figure].definition);
         i++)
        add_job(batch, (struct job){.figure = figure, .slice = i});
}

/* Settle a figure once, at its first job. */
static void settle(struct batch *batch, size_t number, struct worker_result *results)
{
    struct job job = batch->jobs.items[number];
    keep_messages(&batch->figures[job.figure].messages, &results[number].messages);
    if (job.routes)
        settle_route(&batch->figures[job.figure].drawing, &results[number]);
    else if (job.slice == 0)
        settle_places(batch, job.figure, results);
}

/* Run the jobs that were added, put what they found into the drawings and forget them. */
static void run_jobs(struct batch *batch)
{
    size_t count = batch->jobs.count;
    struct worker_result *results = alloc_zeroed(count, sizeof *results);
    double *seconds = alloc_zeroed(count, sizeof *seconds);
    if (count > 1)
        qsort(batch->jobs.items, count, sizeof *batch->jobs.items, compare_jobs);
    if (batch->progress != NULL)
        batch->progress->total += count;
    for (size_t i = 0; i < count; i++)
        seconds[i] = batch->requests[batch->jobs.items[i].figure].definition->time_limit;
    worker_run(&(struct worker_plan){.task = run_job,
                                     .done = report_done,
                                     .context = batch,
                                     .count = count,
                                     .seconds_of = seconds},
               results);
    for (size_t i = 0; i < count; i++)
        settle(batch, i, results);
    for (size_t i = 0; i < count; i++)
        worker_result_release(&results[i]);
    free(results);
    free(seconds);
    list_release(&batch->jobs);
}

/* Figures that are routed apart are placed first; their routing then runs beside the rest. */
static void place_all(struct batch *batch, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_placeable(batch, i) &&
            place_needs_routing(&batch->figures[i].drawing, batch->requests[i].definition))
            add_slices(batch, i);
    run_jobs(batch);
    for (size_t i = 0; i < count; i++) {
        if (!is_placeable(batch, i))
            continue;
        if (place_needs_routing(&batch->figures[i].drawing, batch->requests[i].definition))
            add_job(batch, (struct job){.figure = i, .routes = true});
        else
            add_slices(batch, i);
    }
    run_jobs(batch);
}

static void init_drawing(struct drawing *drawing, const struct figure_request *request)
{
    drawing_init(drawing);
    drawing->embeds_font = request->definition->embeds_font;
    drawing->provenance = request->provenance;
    if (request->theme != NULL)
        drawing->theme = request->theme;
}

static bool check_size(const struct drawing *drawing, struct error *error)
{
    if (drawing->nodes.count <= NODES_MOST && drawing->links.count <= LINKS_MOST)
        return true;
    return error_set(error, ERROR_DATA,
                     "%zu groups and %zu lines are more than a figure can show, which is %d and "
                     "%d; select a region, a window, a family or one group and its ties",
                     drawing->nodes.count, drawing->links.count, NODES_MOST, LINKS_MOST);
}

/* Lanes go on on further pages instead. */
static void limit_height(struct drawing *drawing, const struct figure_request *request)
{
    const double height = place_page_height(request->definition);
    if (height > 0 && request->definition->type != FIGURE_LANES)
        drawing->room_down = fmax(room_least, height - finish_height_around(drawing, request));
}

static void compose_all(const struct batch *batch, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct figure *figure = &batch->figures[i];
        *figure = (struct figure){0};
        init_drawing(&figure->drawing, &batch->requests[i]);
        if (!font_open(&figure->error))
            continue;
        figure->drawing.page_width = place_page_width(batch->requests[i].definition);
        if (!compose_drawing(&batch->requests[i], &figure->drawing, &figure->error) ||
            !check_size(&figure->drawing, &figure->error))
            continue;
        if (batch->pages != NULL)
            alignment_keep_page(&figure->drawing, batch->pages, i);
        place_at_once(&figure->drawing, &batch->requests[i]);
        limit_height(&figure->drawing, &batch->requests[i]);
    }
}

static void finish_figure(struct figure *figure, const struct figure_request *request)
{
    place_furnish(&figure->drawing, request->definition);
    if (request->definition->type == FIGURE_STRIP)
        panels_spread(&figure->drawing, request);
    finish_drawing(&figure->drawing, request);
    legibility_measure(&figure->drawing, &figure->legibility);
}

/* All four steps; false when one of the figures could not be made. */
static bool make_all(struct batch *batch, size_t count)
{
    bool good = true;
    compose_all(batch, count);
    place_all(batch, count);
    for (size_t i = 0; i < count; i++) {
        good &= !error_is_set(&batch->figures[i].error);
        if (!error_is_set(&batch->figures[i].error))
            finish_figure(&batch->figures[i], &batch->requests[i]);
    }
    return good;
}

static double highest_page(const struct figure *figures, size_t count)
{
    double height = 0;
    for (size_t i = 0; i < count; i++)
        height = fmax(height, figures[i].drawing.page_height);
    return height;
}

static void release_figures(struct figure *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        figure_release(&figures[i]);
    free(figures);
}

/* The lanes of a figure on so many pages, in place of the figure when they are low enough or
 * when there cannot be more pages. */
static bool split_into(struct figure *figure, const struct figure_request *request, size_t count,
                       struct progress *progress)
{
    const size_t lanes = figure->drawing.frames.count;
    size_t *page_of = alloc_zeroed(lanes, sizeof *page_of);
    const struct alignment_pages pages = {page_of, count};
    struct figure_request *requests = alloc_zeroed(count, sizeof *requests);
    struct figure *made = alloc_zeroed(count, sizeof *made);
    struct batch batch = {
        .requests = requests, .figures = made, .progress = progress, .pages = &pages};
    alignment_share_out(&figure->drawing, count, page_of);
    for (size_t i = 0; i < count; i++)
        requests[i] = *request;
    bool good = make_all(&batch, count);
    free(requests);
    free(page_of);
    if (good && count < lanes &&
        highest_page(made, count) > place_page_height(request->definition)) {
        release_figures(made, count);
        return false;
    }
    figure_release(figure);
    *figure = made[0];
    figure->more = made;
    figure->more_count = count - 1;
    for (size_t i = 1; i < count; i++)
        made[i - 1] = made[i];
    return true;
}

static void split_into_pages(struct figure *figure, const struct figure_request *request,
                             struct progress *progress)
{
    const struct figure_definition *definition = request->definition;
    if (definition->type != FIGURE_LANES || definition->height_mm <= 0)
        return;
    size_t count = alignment_count_pages(&figure->drawing, place_page_height(definition));
    while (count > 1 && !split_into(figure, request, count, progress))
        count++;
}

bool figures_make(const struct figure_request *requests, size_t count, struct figure *figures,
                  struct progress *progress)
{
    struct batch batch = {.requests = requests, .figures = figures, .progress = progress};
    bool good = make_all(&batch, count);
    for (size_t i = 0; i < count; i++)
        if (!error_is_set(&figures[i].error))
            split_into_pages(&figures[i], &requests[i], progress);
    return good;
}

void figure_release(struct figure *figure)
{
    drawing_release(&figure->drawing);
    buffer_release(&figure->messages);
    release_figures(figure->more, figure->more_count);
    figure->more = NULL;
    figure->more_count = 0;
}

size_t figure_page_count(const struct figure *figure)
{
    return 1 + figure->more_count;
}

const struct figure *figure_get_page(const struct figure *figure, size_t page)
{
    return page == 0 ? figure : &figure->more[page - 1];
}

void figure_mark_relations(const struct figure *figure, bool *shown)
{
    const struct drawing *drawing = &figure->drawing;
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t k = 0; k < drawing->links.items[i].relations.count; k++)
            shown[drawing->links.items[i].relations.items[k]] = true;
}

void figure_write_svg(const struct figure *figure, struct buffer *buffer)
{
    svg_write(&figure->drawing, buffer);
}

static struct picture_page page_of(const struct drawing *drawing)
{
    const double magnification = theme_magnification(drawing->theme);
    return (struct picture_page){drawing->page_width * magnification,
                                 drawing->page_height * magnification, drawing->title};
}

bool figure_write_pdf(const struct figure *figure, struct buffer *buffer, struct error *error)
{
    struct buffer svg = {0};
    const struct picture_page page = page_of(&figure->drawing);
    figure_write_svg(figure, &svg);
    bool is_written = picture_write_pdf(buffer_text(&svg), &page, buffer, error);
    buffer_release(&svg);
    return is_written;
}

bool figure_write_png(const struct figure *figure, unsigned dpi, struct buffer *buffer,
                      struct error *error)
{
    struct buffer svg = {0};
    const struct picture_page page = page_of(&figure->drawing);
    figure_write_svg(figure, &svg);
    bool is_written = picture_write_png(buffer_text(&svg), &page, dpi, buffer, error);
    buffer_release(&svg);
    return is_written;
}

void figure_write_json(const struct figure *figure, struct buffer *buffer)
{
    geometry_json_write(&figure->drawing, &figure->legibility, buffer);
}

bool figure_is_empty(const struct figure *figure)
{
    return figure->drawing.nodes.count == 0 && figure->drawing.told.count == 0;
}

bool figure_write_dot(const struct figure_request *request, struct buffer *buffer,
                      struct error *error)
{
    struct drawing drawing;
    init_drawing(&drawing, request);
    bool good = font_open(error) && compose_drawing(request, &drawing, error);
    if (good) {
        drawing.title = request->definition->title;
        dot_write(&drawing, buffer);
    }
    drawing_release(&drawing);
    return good;
}
