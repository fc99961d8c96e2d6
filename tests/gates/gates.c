/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Draws the figures that a folder defines and random selections of a dataset, and measures each.
 * The choice depends on the seed alone, so that a number in the table is a figure that can be
 * drawn again: a figure that misses a gate is followed by the arguments of `bloc draw`.
 *
 *   gates DATA FIGURES COUNT [SEED]
 *
 * Fails when a defined figure misses a gate, when another one that does has no advice, or one
 * that does not hold, or is not crowded, and when more of them miss one than are to.
 */
#include "base/alloc.h"
#include "base/file.h"
#include "figure/advise.h"
#include "figure/figure.h"
#include "figure/font.h"
#include "loader/load.h"
#include "metrics/measure.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    NAMES_MOST = 3,
    GROUPS_HARD = 40,
    SHARE_MOST = 7, /* one of so many figures at most misses a gate */
    FOLLOWED = 8,   /* one of so many advices is followed again */
};

/* Seconds for a layout: no figure is to differ because the machine is busy. */
static const double patience = 600;

/* A millimetre of width. */
#define LINKS_HARD 0.2
#define ROWS_HARD 0.2

static const char *const widths[] = {"85mm", "120mm", "170mm"};

/* One figure to be drawn. */
struct trial {
    struct figure_definition definition;
    struct selection selection;
    struct metric_results metrics;
    struct buffer arguments; /* of `bloc draw` */
    bool is_defined;         /* by a file; else drawn at random */
};

LIST(trial_list, struct trial);

struct trials {
    struct dataset dataset;
    struct findings findings;
    struct load_totals totals;
    struct arena arena;
    struct trial_list list;
    uint64_t state;
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
static size_t draw_number(struct trials *trials, size_t below)
{
    uint64_t z = trials->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (size_t)((z ^ (z >> 31)) % below);
}

/* True in so many of a hundred draws. */
static bool is_drawn(struct trials *trials, size_t percent)
{
    return draw_number(trials, 100) < percent;
}

static void assign(struct trial *trial, struct text name, struct text value)
{
    struct error error = {0};
    buffer_add_format(&trial->arguments, " --set='" TEXT_FORMAT "=" TEXT_FORMAT "'",
                      TEXT_PARTS(name), TEXT_PARTS(value));
    if (definition_set(&trial->definition, name, value, &error))
        return;
    fprintf(stderr, "%s\n", error.message);
    exit(2);
}

static void set(struct trial *trial, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void set(struct trial *trial, const char *name, const char *format, ...)
{
    char value[128];
    va_list list;
    va_start(list, format);
    vsnprintf(value, sizeof value, format, list);
    va_end(list);
    assign(trial, text_from(name), text_from(value));
}

static struct text draw_region(struct trials *trials)
{
    for (;;) {
        const struct group *group =
            &trials->dataset.groups.items[draw_number(trials, trials->dataset.groups.count)];
        if (group->region.length > 0)
            return group->region;
    }
}

static void choose_part(struct trials *trials, struct trial *trial, enum figure_type type)
{
    if (type == FIGURE_EGO || (type != FIGURE_REGION && is_drawn(trials, 40))) {
        const struct relation *relation =
            &trials->dataset.relations.items[draw_number(trials, trials->dataset.relations.count)];
        const struct group *group = &trials->dataset.groups.items[relation->source];
        set(trial, "select_ego", TEXT_FORMAT, TEXT_PARTS(group->id));
        set(trial, "select_hops", "%zu", 1 + draw_number(trials, 3));
    } else if (type == FIGURE_REGION || is_drawn(trials, 75)) {
        struct text region = draw_region(trials);
        set(trial, "select_region", TEXT_FORMAT, TEXT_PARTS(region));
    }
}

static void choose_ties(struct trials *trials, struct trial *trial)
{
    static const char *const families[] = {"pledge",           "conflict",
                                           "split,membership", "pledge,split,membership",
                                           "alliance,lineage", "conflict,alliance"};
    if (is_drawn(trials, 35))
        set(trial, "select_family", "%s",
            families[draw_number(trials, sizeof families / sizeof *families)]);
}

static void choose_window(struct trials *trials, struct trial *trial, enum figure_type type)
{
    size_t from = 2010 + draw_number(trials, 7), to = from + 1 + draw_number(trials, 4);
    if (type == FIGURE_DIFFERENCE) {
        set(trial, "figure_from", "%zu", from);
        set(trial, "figure_to", "%zu", to);
    } else if (type == FIGURE_STRIP) {
        char windows[64] = "2013; 2014; 2015; 2016";
        size_t panels = 2 + draw_number(trials, 3);
        windows[panels * 6 - 2] = '\0';
        set(trial, "figure_windows", "%s", windows);
    } else if (is_drawn(trials, 40)) {
        set(trial, "select_during", "%zu/%zu", from, to);
    }
}

static void draw_trial(struct trials *trials, struct trial *trial)
{
    enum figure_type type = (enum figure_type)draw_number(trials, FIGURE_TYPE_COUNT);
    definition_init(&trial->definition, FIGURE_OVERVIEW);
    trial->definition.name = TEXT("figure");
    trial->definition.file = TEXT("gates");
    set(trial, "figure_type", "%s", figure_type_name(type));
    set(trial, "figure_width", "%s", widths[draw_number(trials, sizeof widths / sizeof *widths)]);
    choose_part(trials, trial, type);
    choose_ties(trials, trial);
    choose_window(trials, trial, type);
    definition_complete(&trial->definition);
    selection_evaluate(&trial->selection, &trials->dataset, &trial->definition.query);
}

static void release_trial(struct trial *trial)
{
    metric_results_release(&trial->metrics);
    selection_release(&trial->selection);
    definition_release(&trial->definition);
    buffer_release(&trial->arguments);
    *trial = (struct trial){0};
}

/* Selections without a tie make no figure and are drawn again. */
static void draw_trials(struct trials *trials, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct trial trial = {0};
        draw_trial(trials, &trial);
        while (trial.selection.relations.count == 0) {
            release_trial(&trial);
            draw_trial(trials, &trial);
        }
        list_push(&trials->list, trial);
    }
}

static bool read_definition(struct trials *trials, struct text path, struct error *error)
{
    struct text contents;
    struct trial trial = {.is_defined = true};
    if (!file_read(path.at, &trials->arena, &contents, error))
        return false;
    definition_read(contents, path, &trial.definition, &trials->findings);
    definition_complete(&trial.definition);
    selection_evaluate(&trial.selection, &trials->dataset, &trial.definition.query);
    buffer_add_format(&trial.arguments, " " TEXT_FORMAT, TEXT_PARTS(path));
    bool good = trial.definition.size_metric.length == 0 ||
                measure_selection(&trial.selection, MEASURE_DEFAULT_SEED, &trial.metrics, error);
    list_push(&trials->list, trial);
    return good;
}

static bool read_definitions(struct trials *trials, const char *folder, struct error *error)
{
    struct text_list names = {0};
    bool good = file_list_directory(folder, ".gv", &trials->arena, &names, error);
    for (size_t i = 0; good && i < names.count; i++)
        good = read_definition(
            trials,
            arena_format(&trials->arena, "%s/" TEXT_FORMAT, folder, TEXT_PARTS(names.items[i])),
            error);
    list_release(&names);
    return good;
}

static struct figure_request request_of(struct trial *trial)
{
    trial->definition.time_limit = patience;
    const bool measured = trial->definition.size_metric.length > 0;
    return (struct figure_request){.definition = &trial->definition,
                                   .selection = &trial->selection,
                                   .metrics = measured ? &trial->metrics : NULL};
}

/* Draws all trials; figures has as many entries as there are trials. */
static void make_figures(struct trials *trials, struct figure_request *requests,
                         struct figure *figures)
{
    for (size_t i = 0; i < trials->list.count; i++)
        requests[i] = request_of(&trials->list.items[i]);
    figures_make(requests, trials->list.count, figures, NULL);
}

static const char heading[] =
    "                            |  nodes texts texts lines   struck off  not in undrawn |smallest text|       longest\n"
    "no  type        mm  groups  |  over- over-   on  through labels page legend entries |  node other |cross- detour\n";

static void print_figure(size_t number, const struct trial *trial, const struct figure *figure)
{
    const struct legibility *found = &figure->legibility;
    printf(
        "%3zu %-10s %4.0f %4zu %4zu | %5zu %5zu %5zu %7zu %6zu %4zu %6zu %7zu | %5.2f %5.2f |%5zu "
        "%6.2f  %s\n",
        number, figure_type_name(trial->definition.type), trial->definition.width_mm,
        figure->drawing.nodes.count, figure->drawing.links.count, found->node_overlaps,
        found->text_overlaps, found->text_on_node, found->links_through_nodes, found->labels_struck,
        found->off_page, found->unexplained, found->undrawn, found->smallest_node_text,
        found->smallest_other_text, found->crossings, found->longest_detour,
        legibility_passes(found) ? "pass" : "FAIL");
}

/* What the program would say of the figure, and how to see it. */
static void print_advice(size_t number, const struct trial *trial, const struct figure *figure,
                         const struct advice *advice)
{
    struct buffer words = {0};
    legibility_write_faults(&figure->drawing, &figure->legibility, NAMES_MOST, &words);
    advice_write(advice, figure, &words);
    printf("%3zu bloc draw DATA%s\n    %s", number, trial->arguments.at, words.at);
    buffer_release(&words);
}

/* Set what the words of an advice say, as its reader would. */
static void follow(struct trials *trials, struct trial *trial, struct text words)
{
    struct text word, name;
    selection_release(&trial->selection);
    while (text_next_piece(&words, ' ', &word)) {
        text_next_piece(&word, '=', &name);
        definition_clear(&trial->definition, name);
        assign(trial, name, word);
    }
    definition_complete(&trial->definition);
    selection_evaluate(&trial->selection, &trials->dataset, &trial->definition.query);
}

/* Draws again some of what was advised about; the number of figures that it does not help. */
static size_t check_advice(struct trials *trials, const struct advice *advice)
{
    struct figure_request *requests = alloc_zeroed(trials->list.count, sizeof *requests);
    struct figure *figures = alloc_zeroed(trials->list.count, sizeof *figures);
    size_t *whose = alloc_zeroed(trials->list.count, sizeof *whose);
    size_t count = 0, wrong = 0, found = 0;
    for (size_t i = 0; i < trials->list.count; i++) {
        struct buffer words = {0};
        if (!advice[i].is_found || found++ % FOLLOWED != 0)
            continue;
        remedy_write(&advice[i].remedy, &words);
        follow(trials, &trials->list.items[i], buffer_text(&words));
        buffer_release(&words);
        whose[count] = i;
        requests[count++] = request_of(&trials->list.items[i]);
    }
    figures_make(requests, count, figures, NULL);
    for (size_t i = 0; i < count; i++) {
        if (!legibility_passes(&figures[i].legibility)) {
            printf("%zu: what was advised does not help\n", whose[i]);
            wrong++;
        }
        figure_release(&figures[i]);
    }
    free(requests);
    free(figures);
    free(whose);
    return wrong;
}

/* Random figures so crowded that a gate may be missed: by groups, or by rows
 * or ties for the width.  All
 * others are to meet every gate. */
static bool is_hard(const struct trial *trial, const struct figure *figure)
{
    const double width = trial->definition.width_mm;
    const double rows = (double)figure->drawing.nodes.count;
    return !trial->is_defined &&
           ((trial->definition.type == FIGURE_MATRIX && rows >= width * ROWS_HARD) ||
            figure->drawing.nodes.count >= GROUPS_HARD ||
            (double)figure->drawing.links.count >= width * LINKS_HARD);
}

struct tally {
    size_t failed;
    size_t unadvised;
    size_t easy; /* that fail without being hard */
    size_t wrong;
};

static void print_figures(struct trials *trials, const struct figure *figures, struct tally *tally)
{
    fputs(heading, stdout);
    for (size_t i = 0; i < trials->list.count; i++) {
        if (!error_is_set(&figures[i].error)) {
            print_figure(i, &trials->list.items[i], &figures[i]);
            continue;
        }
        printf("%3zu %s\n", i, figures[i].error.message);
        tally->unadvised++;
    }
    fflush(stdout); /* advice takes its time */
}

static void print_advices(struct trials *trials, const struct figure *figures,
                          const struct advice *advice, struct tally *tally)
{
    for (size_t i = 0; i < trials->list.count; i++) {
        const struct trial *trial = &trials->list.items[i];
        if (error_is_set(&figures[i].error) || !advice[i].is_needed)
            continue;
        print_advice(i, trial, &figures[i], &advice[i]);
        tally->failed++;
        tally->unadvised += !advice[i].is_found;
        if (!is_hard(trial, &figures[i])) {
            puts("    and it is not a crowded one");
            tally->easy++;
        }
    }
}

static bool measure(struct trials *trials)
{
    struct figure_request *requests = alloc_zeroed(trials->list.count, sizeof *requests);
    struct figure *figures = alloc_zeroed(trials->list.count, sizeof *figures);
    struct advice *advice = alloc_zeroed(trials->list.count, sizeof *advice);
    struct tally tally = {0};
    make_figures(trials, requests, figures);
    print_figures(trials, figures, &tally);
    figures_advise(requests, trials->list.count, figures, advice);
    print_advices(trials, figures, advice, &tally);
    for (size_t i = 0; i < trials->list.count; i++)
        figure_release(&figures[i]);
    tally.wrong = check_advice(trials, advice);
    free(requests);
    free(figures);
    free(advice);
    printf("%zu figures: %zu meet every gate, %zu say what would, %zu do not; %zu say so wrongly; "
           "%zu are not crowded\n",
           trials->list.count, trials->list.count - tally.failed, tally.failed - tally.unadvised,
           tally.unadvised, tally.wrong, tally.easy);
    return tally.unadvised + tally.wrong + tally.easy == 0 &&
           tally.failed * SHARE_MOST <= trials->list.count;
}

int main(int count, char **words)
{
    struct trials trials = {0};
    struct error error = {0};
    if (count < 4)
        return 2;
    trials.state = count > 4 ? strtoul(words[4], NULL, 10) : 1;
    bool good = load_dataset(words[1], &trials.dataset, &trials.findings, &trials.totals, &error) &&
                read_definitions(&trials, words[2], &error);
    if (good) {
        draw_trials(&trials, strtoul(words[3], NULL, 10));
        good = measure(&trials);
    }
    if (error_is_set(&error))
        fprintf(stderr, "%s\n", error.message);
    for (size_t i = 0; i < trials.list.count; i++)
        release_trial(&trials.list.items[i]);
    list_release(&trials.list);
    dataset_release(&trials.dataset);
    findings_release(&trials.findings);
    arena_release(&trials.arena);
    font_close();
    return good ? 0 : 1;
}
