/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/figure_set.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/figure_origin.h"
#include "figure/definition_check.h"
#include "loader/fingerprint.h"
#include "metrics/measure.h"
#include "metrics/series.h"

static const char suffix[] = ".gv";

enum {
    NAMES_MOST = 6 /* of what is not legible */
};

/* "graphs/libya.gv" is "libya". */
static struct text stem_of(struct text path)
{
    for (size_t i = path.length; i > 0; i--)
        if (path.at[i - 1] == '/') {
            path = (struct text){.at = path.at + i, .length = path.length - i};
            break;
        }
    size_t end = sizeof suffix - 1;
    if (path.length > end && memcmp(path.at + path.length - end, suffix, end) == 0)
        path.length -= end;
    return path;
}

bool figure_set_read(struct figure_set *set, const char *path, struct error *error)
{
    struct text contents;
    if (!file_read_within(path, DEFINITION_MEBIBYTES, &set->arena, &contents, error))
        return false;
    struct text file = strcmp(path, "-") == 0 ? TEXT("standard input")
                                              : arena_copy_text(&set->arena, text_from(path));
    struct figure_plan plan = {.name = arena_copy_text(&set->arena, stem_of(file))};
    digest_sha256(contents, plan.sha256);
    definition_read(contents, file, &plan.definition, &set->findings);
    list_push(&set->plans, plan);
    return true;
}

void figure_set_add_plain(struct figure_set *set)
{
    struct figure_plan plan = {.name = TEXT("figure"), .is_plain = true};
    definition_init(&plan.definition, FIGURE_OVERVIEW);
    plan.definition.name = plan.name;
    plan.definition.file = TEXT("bloc draw");
    list_push(&set->plans, plan);
}

bool figure_set_read_folder(struct figure_set *set, const char *folder, struct error *error)
{
    struct text_list names = {0};
    bool sound = file_list_directory(folder, suffix, &set->arena, &names, error);
    if (sound && names.count == 0)
        sound = error_set(error, ERROR_USAGE, "%s: there is no figure definition (*%s) in it",
                          folder, suffix);
    for (size_t i = 0; sound && i < names.count; i++) {
        struct text path =
            arena_format(&set->arena, "%s/" TEXT_FORMAT, folder, TEXT_PARTS(names.items[i]));
        sound = figure_set_read(set, path.at, error);
    }
    list_release(&names);
    return sound;
}

/* "figure_width=85mm", as --set has it; false without a '='. */
static bool cut_attribute(struct text attribute, struct text *name, struct text *value)
{
    const char *equals = attribute.length > 0 ? memchr(attribute.at, '=', attribute.length) : NULL;
    if (equals == NULL)
        return false;
    *name = (struct text){.at = attribute.at, .length = (size_t)(equals - attribute.at)};
    *value = (struct text){.at = equals + 1, .length = attribute.length - name->length - 1};
    return true;
}

static bool apply_attribute(struct figure_definition *definition, struct text attribute,
                            struct error *error)
{
    struct text name, value;
    if (!cut_attribute(attribute, &name, &value))
        return error_set(error, ERROR_USAGE, "'--set' needs NAME=VALUE, not '" TEXT_FORMAT "'",
                         TEXT_PARTS(attribute));
    return definition_set(definition, name, value, error);
}

static bool is_set_on_command_line(const struct settings *settings, const char *attribute)
{
    struct text name, value;
    for (size_t i = 0; i < settings->attributes.count; i++)
        if (cut_attribute(settings->attributes.items[i], &name, &value) &&
            text_equal_string(name, attribute))
            return true;
    return false;
}

static bool choose_theme(struct figure_plan *plan, struct figure_set *set,
                         const struct settings *settings, struct error *error)
{
    struct figure_definition *definition = &plan->definition;
    if (definition->theme.length == 0)
        return true;
    plan->theme = theme_shelf_find(&set->themes, definition->theme, definition->file,
                                   is_set_on_command_line(settings, "figure_theme"), error);
    if (plan->theme != NULL)
        definition_fit_theme(definition, plan->theme);
    return plan->theme != NULL;
}

/* The numbers that the figure shows, if it shows any. */
static bool measure_plan(struct figure_plan *plan, const struct pipeline *pipeline, uint64_t seed,
                         struct error *error)
{
    const struct figure_definition *definition = &plan->definition;
    if (definition->size_metric.length > 0 &&
        !measure_selection(&plan->selection, seed, &plan->metrics, error))
        return false;
    if (definition->type != FIGURE_SERIES || plan->selection.relations.count == 0)
        return true;
    return series_measure(&pipeline->dataset, &definition->query, definition->step, seed,
                          &plan->series, error) ||
           error_within(error, TEXT_FORMAT ": ", TEXT_PARTS(definition->file));
}

static bool plan_figure(struct figure_plan *plan, struct figure_set *set,
                        const struct pipeline *pipeline, const struct settings *settings,
                        struct error *error)
{
    struct figure_definition *definition = &plan->definition;
    struct text name, value;
    for (size_t i = 0; i < settings->attributes.count; i++)
        if (cut_attribute(settings->attributes.items[i], &name, &value))
            definition_clear(definition, name); /* the command line replaces the definition */
    for (size_t i = 0; i < settings->attributes.count; i++)
        if (!apply_attribute(definition, settings->attributes.items[i], error))
            return false;
    if (plan->is_plain)
        definition_infer_type(definition);
    definition_complete(definition);
    if (!query_check(&definition->query, &pipeline->dataset, error))
        return error_within(error, TEXT_FORMAT ": ", TEXT_PARTS(definition->file));
    selection_evaluate(&plan->selection, &pipeline->dataset, &definition->query);
    if (!choose_theme(plan, set, settings, error))
        return error_within(error, TEXT_FORMAT ": figure_theme: ", TEXT_PARTS(definition->file));
    uint64_t seed = 0;
    if (!pipeline_seed(settings, &seed, error) || !measure_plan(plan, pipeline, seed, error))
        return false;
    plan->provenance = arena_alloc(&set->arena, 1, sizeof *plan->provenance);
    figure_origin_init(plan->provenance, plan, &set->data, seed, settings, &set->arena);
    return true;
}

/* Tell them all; fail when one is an error. */
static bool accept_findings(struct findings *findings, const char *where, struct error *error)
{
    findings_sort(findings);
    findings_print(findings, stderr);
    const size_t errors = findings_count(findings, FINDING_ERROR);
    return errors == 0 || error_set(error, ERROR_DATA, "%zu error%s in the %s", errors,
                                    errors == 1 ? "" : "s", where);
}

bool figure_set_plan(struct figure_set *set, const struct pipeline *pipeline,
                     const struct settings *settings, struct error *error)
{
    for (size_t i = 0; i < set->plans.count; i++)
        if (!set->plans.items[i].is_plain)
            definition_check(&set->plans.items[i].definition, &pipeline->dataset, &set->findings);
    if (!accept_findings(&set->findings, "figure definitions", error))
        return false;
    fingerprint_make(&pipeline->dataset.files, &set->data);
    for (size_t i = 0; i < set->plans.count; i++)
        if (!plan_figure(&set->plans.items[i], set, pipeline, settings, error))
            return false;
    return accept_findings(&set->themes.findings, "themes", error);
}

static void release_plan(struct figure_plan *plan)
{
    metric_results_release(&plan->metrics);
    metric_series_release(&plan->series);
    if (plan->provenance != NULL)
        list_release(&plan->provenance->options);
    selection_release(&plan->selection);
    definition_release(&plan->definition);
}

void figure_set_drop_empty(struct figure_set *set)
{
    size_t kept = 0;
    for (size_t i = 0; i < set->plans.count; i++) {
        struct figure_plan *plan = &set->plans.items[i];
        if (plan->selection.relations.count > 0) {
            set->plans.items[kept++] = *plan;
            continue;
        }
        fprintf(stderr, TEXT_FORMAT ": no relation is selected; the figure is left out\n",
                TEXT_PARTS(plan->definition.file));
        release_plan(plan);
    }
    set->plans.count = kept;
}

struct figure_request figure_set_request(const struct figure_set *set, size_t index)
{
    const struct figure_plan *plan = &set->plans.items[index];
    bool measured = plan->definition.size_metric.length > 0;
    return (struct figure_request){
        .definition = &plan->definition,
        .selection = &plan->selection,
        .metrics = measured ? &plan->metrics : NULL,
        .theme = plan->theme,
        .series = plan->series.windows.count > 0 ? &plan->series : NULL,
        .provenance = plan->provenance,
    };
}

static size_t count_failed(const struct figure_set *set)
{
    size_t failed = 0;
    for (size_t i = 0; i < set->plans.count; i++)
        failed += error_is_set(&set->figures[i].error);
    return failed;
}

bool figure_set_draw(struct figure_set *set, struct progress *progress, struct error *error)
{
    size_t count = set->plans.count;
    struct figure_request *requests = alloc_zeroed(count, sizeof *requests);
    set->figures = alloc_zeroed(count, sizeof *set->figures);
    for (size_t i = 0; i < count; i++)
        requests[i] = figure_set_request(set, i);
    figures_make(requests, count, set->figures, progress);
    list_free(requests);
    if (count > 0 && count_failed(set) == count) {
        *error = set->figures[0].error;
        return error_within(error, TEXT_FORMAT ": ",
                            TEXT_PARTS(set->plans.items[0].definition.file));
    }
    return true;
}

/* What the figure lacks, and what the layout engine said, each line with the figure's file. */
static void tell_flaw(const struct figure_plan *plan, const struct figure *figure)
{
    const struct text file = plan->definition.file;
    struct text said = buffer_text(&figure->messages), line;
    if (error_is_set(&figure->error))
        fprintf(stderr, TEXT_FORMAT ": %s; the figure is left out\n", TEXT_PARTS(file),
                figure->error.message);
    else
        fprintf(stderr, TEXT_FORMAT ": simpler than asked for: " TEXT_FORMAT "\n", TEXT_PARTS(file),
                TEXT_PARTS(figure->drawing.fallback));
    while (text_next_piece(&said, '\n', &line))
        if (line.length > 0)
            fprintf(stderr, TEXT_FORMAT ": layout said: " TEXT_FORMAT "\n", TEXT_PARTS(file),
                    TEXT_PARTS(line));
}

void figure_set_settle_flawed(struct figure_set *set)
{
    size_t kept = 0;
    for (size_t i = 0; i < set->plans.count; i++) {
        struct figure_plan plan = set->plans.items[i];
        struct figure figure = set->figures[i];
        const bool failed = error_is_set(&figure.error);
        if (failed || figure.drawing.fallback.length > 0) {
            tell_flaw(&plan, &figure);
            set->flawed++;
        }
        if (failed) {
            figure_release(&figure);
            release_plan(&plan);
            continue;
        }
        set->plans.items[kept] = plan;
        set->figures[kept++] = figure;
    }
    set->plans.count = kept;
}

/* Every line of the advice behind the figure's file. */
static void tell_advice(const struct figure_plan *plan, const struct figure *figure,
                        const struct advice *advice)
{
    struct buffer words = {0};
    struct text rest, line;
    buffer_add_string(&words, "not legible throughout: ");
    legibility_write_faults(&figure->drawing, &figure->legibility, NAMES_MOST, &words);
    advice_write(advice, figure, &words);
    rest = buffer_text(&words);
    while (text_next_piece(&rest, '\n', &line))
        if (line.length > 0)
            fprintf(stderr, TEXT_FORMAT ": " TEXT_FORMAT "\n", TEXT_PARTS(plan->definition.file),
                    TEXT_PARTS(line));
    buffer_release(&words);
}

void figure_set_advise(struct figure_set *set)
{
    size_t count = set->plans.count;
    struct figure_request *requests = alloc_zeroed(count, sizeof *requests);
    set->advice = alloc_zeroed(count, sizeof *set->advice);
    for (size_t i = 0; i < count; i++)
        requests[i] = figure_set_request(set, i);
    figures_advise(requests, count, set->figures, set->advice);
    for (size_t i = 0; i < count; i++)
        if (set->advice[i].is_needed)
            tell_advice(&set->plans.items[i], &set->figures[i], &set->advice[i]);
    list_free(requests);
}

void figure_set_release(struct figure_set *set)
{
    for (size_t i = 0; set->figures != NULL && i < set->plans.count; i++)
        figure_release(&set->figures[i]);
    list_free(set->figures);
    list_free(set->advice);
    for (size_t i = 0; i < set->plans.count; i++)
        release_plan(&set->plans.items[i]);
    list_release(&set->plans);
    findings_release(&set->findings);
    theme_shelf_release(&set->themes);
    fingerprint_release(&set->data);
    arena_release(&set->arena);
}
