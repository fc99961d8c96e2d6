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

static const double seconds_each = 30;

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

/* The best of a figure's slices goes into its drawing; without any, rows of boxes do. */
static void settle_places(struct batch *batch, size_t figure, const struct worker_result *results)
{
    struct drawing *drawing = &batch->figures[figure].drawing;
    const struct worker_result *best = NULL;
    for (size_t i = 0; i < batch->jobs.count; i++)
        if (batch->jobs.items[i].figure == figure && results[i].bytes.length > 0 &&
            (best == NULL || geometry_packed_score(buffer_text(&results[i].bytes)) <
                                 geometry_packed_score(buffer_text(&best->bytes))))
            best = &results[i];
    if (best != NULL && geometry_unpack(buffer_text(&best->bytes), drawing))
        return;
    drawing->fallback_routing = true;
    place_in_rows(drawing, batch->requests[figure].definition);
}

static void settle_route(struct drawing *drawing, const struct worker_result *result)
{
    if (result->bytes.length == 0 || !geometry_unpack(buffer_text(&result->bytes), drawing))
        drawing->fallback_routing = true;
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
static void settle(struct batch *batch, size_t number, const struct worker_result *results)
{
    struct job job = batch->jobs.items[number];
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
    if (count > 1)
        qsort(batch->jobs.items, count, sizeof *batch->jobs.items, compare_jobs);
    if (batch->progress != NULL)
        batch->progress->total += count;
    worker_run(run_job, batch, count, seconds_each, report_done, results);
    for (size_t i = 0; i < count; i++)
        settle(batch, i, results);
    for (size_t i = 0; i < count; i++)
        worker_result_release(&results[i]);
    free(results);
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

bool figures_make(const struct figure_request *requests, size_t count, struct figure *figures,
                  struct progress *progress)
{
    bool good = true;
    struct batch batch = {.requests = requests, .figures = figures, .progress = progress};
    for (size_t i = 0; i < count; i++) {
        figures[i] = (struct figure){0};
        drawing_init(&figures[i].drawing);
        if (!font_open(&figures[i].error))
            continue;
        figures[i].drawing.page_width = place_page_width(requests[i].definition);
        if (compose_drawing(&requests[i], &figures[i].drawing, &figures[i].error))
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
}

void figure_write_svg(const struct figure *figure, struct buffer *buffer)
{
    svg_write(&figure->drawing, buffer);
}

static struct picture_page page_of(const struct drawing *drawing)
{
    return (struct picture_page){drawing->page_width, drawing->page_height, drawing->title};
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
    return figure->drawing.nodes.count == 0;
}

bool figure_write_dot(const struct figure_request *request, struct buffer *buffer,
                      struct error *error)
{
    struct drawing drawing;
    drawing_init(&drawing);
    bool good = font_open(error) && compose_drawing(request, &drawing, error);
    if (good) {
        drawing.title = request->definition->title;
        dot_write(&drawing, buffer);
    }
    drawing_release(&drawing);
    return good;
}
