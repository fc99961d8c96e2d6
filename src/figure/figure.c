/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The four steps for many figures at once: measure (compose), place and route in worker
 * processes, finish.  All slices of all figures go into one queue, so that the processors
 * stay busy whatever the figures are.
 */
#include "figure/figure.h"

#include "base/alloc.h"
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
           place_slice_count(batch->requests[figure].definition) > 0;
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
    for (size_t i = 0; i < place_slice_count(batch->requests[figure].definition); i++)
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
        if (is_placeable(batch, i) && place_needs_routing(batch->requests[i].definition))
            add_slices(batch, i);
    run_jobs(batch);
    for (size_t i = 0; i < count; i++) {
        if (!is_placeable(batch, i))
            continue;
        if (place_needs_routing(batch->requests[i].definition))
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

bool figures_make(const struct figure_request *requests, size_t count, struct figure *figures,
                  struct progress *progress)
{
    bool good = true;
    struct batch batch = {.requests = requests, .figures = figures, .progress = progress};
    for (size_t i = 0; i < count; i++) {
        figures[i] = (struct figure){0};
        init_drawing(&figures[i].drawing, &requests[i]);
        if (!font_open(&figures[i].error))
            continue;
        figures[i].drawing.page_width = place_page_width(requests[i].definition);
        if (compose_drawing(&requests[i], &figures[i].drawing, &figures[i].error) &&
            check_size(&figures[i].drawing, &figures[i].error))
            place_at_once(&figures[i].drawing, &requests[i]);
    }
    place_all(&batch, count);
    for (size_t i = 0; i < count; i++) {
        good &= !error_is_set(&figures[i].error);
        if (error_is_set(&figures[i].error))
            continue;
        place_furnish(&figures[i].drawing, requests[i].definition);
        if (requests[i].definition->type == FIGURE_STRIP)
            panels_spread(&figures[i].drawing, &requests[i]);
        finish_drawing(&figures[i].drawing, &requests[i]);
        legibility_measure(&figures[i].drawing, &figures[i].legibility);
    }
    return good;
}

void figure_release(struct figure *figure)
{
    drawing_release(&figure->drawing);
    buffer_release(&figure->messages);
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
