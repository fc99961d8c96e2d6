/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The whole chain on a dataset and a figure made from any bytes: load, select, measure, draw,
 * write.  Whatever comes in, rows and relations add up, measures are numbers, and what is written
 * is well-formed.
 */
#include "fuzz/chain_data.h"
#include "fuzz/in_process.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>
#include <libxml/parser.h>

#include "figure/definition_check.h"
#include "figure/figure.h"
#include "figure/font.h"
#include "loader/loading.h"
#include "metrics/measure.h"
#include "metrics/series.h"
#include "report/graph_build.h"
#include "report/graph_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct chain {
    struct arena arena;
    struct folder folder;
    struct chain_files files;
    struct dataset dataset;
    struct findings findings;
    struct load_totals totals;
    struct figure_definition definition;
    struct selection selection;
    struct metric_results metrics;
    struct metric_series series;
};

static void fail(const char *claim)
{
    fprintf(stderr, "does not hold: %s\n", claim);
    abort();
}

#define require(claim) ((claim) ? (void)0 : fail(#claim))

static void load(struct chain *chain)
{
    struct loading loading = {.dataset = &chain->dataset,
                              .findings = &chain->findings,
                              .totals = &chain->totals,
                              .folder = &chain->folder};
    loading_run(&loading);
    loading_release(&loading);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        require(chain->totals.tables[i].read ==
                chain->totals.tables[i].used + chain->totals.tables[i].rejected);
}

static void choose(struct chain *chain)
{
    const struct selection *selection = &chain->selection;
    selection_evaluate(&chain->selection, &chain->dataset, &chain->definition.query);
    require(selection->counts.chosen + selection->counts.rejected +
                selection->counts.outside_window + selection->counts.left_out ==
            chain->dataset.relations.count);
    require(selection->counts.chosen == selection->relations.count);
}

/* A measure is a number or not defined; nothing is infinite. */
static void check_table(const struct metric_table *table)
{
    for (size_t i = 0; i < table->columns.count; i++)
        for (size_t k = 0; k < table->row_count; k++)
            if (isinf(table->columns.items[i].values[k]))
                fail(table->columns.items[i].metric->name);
}

static bool measure(struct chain *chain)
{
    struct error error = {0};
    if (!measure_selection(&chain->selection, MEASURE_DEFAULT_SEED, &chain->metrics, &error))
        return false;
    for (size_t i = 0; i < SCOPE_COUNT; i++)
        check_table(&chain->metrics.tables[i]);
    return chain->definition.type != FIGURE_SERIES ||
           series_measure(&chain->dataset, &chain->definition.query, chain->definition.step,
                          MEASURE_DEFAULT_SEED, &chain->series, &error);
}

static void check_xml(const struct buffer *xml)
{
    xmlDoc *document = xmlReadMemory(xml->at, (int)xml->length, "chain", NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    require(document != NULL);
    xmlFreeDoc(document);
}

/* jansson has no infinite numbers, so a place that is none fails here. */
static void check_json(const struct buffer *text)
{
    json_t *value = json_loadb(text->at, text->length, 0, NULL);
    require(value != NULL);
    json_decref(value);
}

static void write_figure(const struct figure *figure)
{
    struct buffer svg = {0}, json = {0};
    figure_write_svg(figure, &svg);
    figure_write_json(figure, &json);
    check_xml(&svg);
    check_json(&json);
    buffer_release(&svg);
    buffer_release(&json);
}

static void draw(struct chain *chain)
{
    const struct figure_request request = {
        .definition = &chain->definition,
        .selection = &chain->selection,
        .metrics = chain->definition.size_metric.length > 0 ? &chain->metrics : NULL,
        .series = chain->definition.type == FIGURE_SERIES ? &chain->series : NULL};
    struct figure figure;
    struct error error = {0};
    struct buffer dot = {0};
    if (figures_make(&request, 1, &figure, NULL))
        for (size_t i = 0; i < figure_page_count(&figure); i++)
            write_figure(figure_get_page(&figure, i));
    figure_release(&figure);
    figure_write_dot(&request, &dot, &error);
    buffer_release(&dot);
}

static void export(struct chain *chain)
{
    struct error error = {0};
    struct graph graph;
    size_t count;
    const struct graph_format *formats = graph_formats(&count);
    require(graph_build(&graph, &chain->selection, &chain->metrics, TEXT("all"), &error));
    for (size_t i = 0; i < count; i++) {
        struct buffer out = {0};
        if (formats[i].write != NULL)
            formats[i].write(&graph, &out);
        if (text_equal_string(text_from(formats[i].name), "graphml") ||
            text_equal_string(text_from(formats[i].name), "gexf"))
            check_xml(&out);
        buffer_release(&out);
    }
    graph_release(&graph);
}

static void release(struct chain *chain)
{
    metric_series_release(&chain->series);
    metric_results_release(&chain->metrics);
    selection_release(&chain->selection);
    definition_release(&chain->definition);
    findings_release(&chain->findings);
    dataset_release(&chain->dataset);
    folder_release(&chain->folder);
    chain_release_files(&chain->files);
    arena_release(&chain->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct chain chain = {.folder.path = TEXT("d")};
    struct chain_bytes bytes = {data, size};
    struct error error = {0};
    chain.folder.arena = &chain.arena;
    dataset_init(&chain.dataset);
    chain_define(&chain.definition, &bytes);
    chain_add_files(&chain.folder, &chain.files, &bytes);
    load(&chain);
    definition_check(&chain.definition, &chain.dataset, &chain.findings);
    if (findings_count(&chain.findings, FINDING_ERROR) == 0 || chain_below(&bytes, 2) == 0) {
        if (query_check(&chain.definition.query, &chain.dataset, &error)) {
            choose(&chain);
            if (measure(&chain)) {
                draw(&chain);
                export(&chain);
            }
        }
    }
    release(&chain);
    return 0;
}
