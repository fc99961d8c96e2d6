/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/report_files.h"

#include "cli/totals.h"
#include "metrics/balance.h"
#include "metrics/leave_out.h"
#include "metrics/resample.h"
#include "metrics/series.h"
#include "report/balance_report.h"
#include "report/dataset_table.h"
#include "report/finding_table.h"
#include "report/format_csv.h"
#include "report/format_json.h"
#include "report/measure_manual.h"
#include "report/metric_report.h"
#include "report/page.h"
#include "report/series_report.h"
#include "report/uncertainty_report.h"
#include "report/sheet_report.h"

enum {
    GROUPS_ON_PAGE = 20,
    RANKS_ON_PAGE = 10, /* of each metric */
};

/* Groups times ties: some seconds for ranks and for tables. */
static const double most_to_study = 1e6;

/* Whose ranks the page and its tables give intervals for. */
static const char ranked[] = "degree,betweenness,harmonic_closeness";

LIST(selection_list, struct selection *);

/* What the building functions share. */
struct building {
    const struct pipeline *pipeline;
    const struct figure_set *figures;
    const struct selection_query *query; /* of the whole report */
    struct output_set *outputs;
    struct page page;
    struct report_table totals; /* of the page */
    struct report_table measures;
    struct report_table network;
    struct report_table ranks;
    struct report_table hinges;
    struct report_table series;
    struct report_table switches;
    struct balance balance;
    struct report_table_list sheets; /* of the page, as far as they are chosen */
    struct balance_view signs;       /* of the page */
    struct selection_list narrowed;  /* of figures of several pages */
    struct arena arena;              /* of the page's names */
};

static bool is_small(const struct building *building)
{
    const struct selection *selection = &building->pipeline->selection;
    return (double)selection->groups.count * (double)selection->relations.count <= most_to_study;
}

/* tables/NAME.csv and tables/NAME.json */
static void add_table(struct building *building, const struct report_table *table, struct text name)
{
    struct buffer buffer = {0};
    report_write_csv(table, 1, &buffer);
    output_set_add(building->outputs,
                   arena_format(&building->arena, "tables/" TEXT_FORMAT ".csv", TEXT_PARTS(name)),
                   buffer_text(&buffer));
    buffer_release(&buffer);
    report_write_json(table, 1, &buffer);
    output_set_add(building->outputs,
                   arena_format(&building->arena, "tables/" TEXT_FORMAT ".json", TEXT_PARTS(name)),
                   buffer_text(&buffer));
    buffer_release(&buffer);
}

/* A table that the page lists among its files. */
static void add_listed_table(struct building *building, const struct report_table *table,
                             const char *name, const char *what)
{
    struct page_file file = {.name = text_from(name), .what = text_from(what)};
    add_table(building, table, file.name);
    list_push(&building->page.files, file);
}

static void add_views(struct building *building)
{
    size_t count = 0;
    const struct dataset_view *views = dataset_views(&count);
    for (size_t i = 0; i < count; i++) {
        struct report_table table;
        views[i].build(&building->pipeline->selection, &table);
        add_listed_table(building, &table, views[i].name, views[i].summary);
        report_table_release(&table);
    }
}

static const struct {
    enum metric_scope scope;
    const char *name;
    const char *what;
} metric_files[] = {
    {SCOPE_GROUP, "group_metrics", "every measure of every group"},
    {SCOPE_RELATION, "relation_metrics", "every measure of every relation"},
    {SCOPE_NETWORK, "network_metrics", "every measure of the whole, by sign of ties"},
    {SCOPE_COMPONENT, "component_metrics", "every measure of the connected parts"},
};

static bool add_metrics(struct building *building, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    struct report_table table;
    for (size_t i = 0; i < sizeof metric_files / sizeof metric_files[0]; i++) {
        struct metric_wish wish = {.scope = metric_files[i].scope};
        if (!metric_report_build(&pipeline->selection, &pipeline->metrics, &wish, &table, error))
            return false;
        add_listed_table(building, &table, metric_files[i].name, metric_files[i].what);
        report_table_release(&table);
    }
    measure_manual_build_catalogue(&table);
    add_listed_table(building, &table, "metric_definitions",
                     "meaning, definition, unit, range, cautions and reference of each measure");
    report_table_release(&table);
    return true;
}

static bool add_balance(struct building *building, struct error *error)
{
    static const struct balance_options options = {.alpha = BALANCE_DEFAULT_ALPHA,
                                                   .nodes = BALANCE_DEFAULT_NODES};
    const struct selection *selection = &building->pipeline->selection;
    if (!balance_measure(selection, &options, &building->balance, error))
        return false;
    building->signs = (struct balance_view){.selection = selection, .balance = &building->balance};
    building->page.balance = &building->signs;
    for (size_t i = 0; i < BALANCE_TABLES; i++) {
        const struct balance_table *balance = &balance_tables()[i];
        struct report_table table;
        balance->build(&building->signs, &table);
        add_listed_table(building, &table, balance->file, balance->summary);
        report_table_release(&table);
    }
    return true;
}

/* The first window in which some tie certainly held: there the page begins. */
static size_t find_first_certain(const struct metric_series *series)
{
    const struct metric_column *ties = metric_table_find(&series->certain, "ties");
    size_t row = 0;
    while (row < series->certain.row_count && !(ties->values[row] > 0))
        row++;
    return row < series->certain.row_count ? row : 0;
}

/* The file has every measure, the page a few. */
static bool add_series_tables(struct building *building, const struct metric_series *series,
                              struct error *error)
{
    const struct selection *selection = &building->pipeline->selection;
    struct report_table table;
    if (!series_report_build(selection, series, (struct text){0}, &table, error))
        return false;
    add_listed_table(building, &table, "series", "every measure of the whole, year by year");
    report_table_release(&table);
    if (!series_report_build(selection, series,
                             TEXT("ties,ties_formed,ties_dissolved,pledges,switches"),
                             &building->series, error))
        return false;
    report_table_skip(&building->series, find_first_certain(series));
    building->page.series = &building->series;
    return true;
}

/* A dataset without dates has no series. */
static bool add_series(struct building *building, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    struct metric_series series;
    struct error nothing_dated = {0};
    if (!series_measure(&pipeline->dataset, building->query, STEP_YEAR, pipeline->metrics.seed,
                        &series, &nothing_dated)) {
        if (nothing_dated.kind != ERROR_USAGE)
            *error = nothing_dated;
        return nothing_dated.kind == ERROR_USAGE;
    }
    const bool built = add_series_tables(building, &series, error);
    metric_series_release(&series);
    return built;
}

/* Tables of roles, sets and pairs, over positive ties: all rows in a file, the first of some on the
 * page. */
static const struct {
    const char *sheet;
    const char *name; /* of the file */
    const char *what;
    const char *sort; /* on the page; NULL = as they stand */
    size_t top;       /* rows on the page; 0 = not there */
} sheet_files[] = {
    {"role", "brokerage_roles", "brokerage roles by region, positive ties", "total", 12},
    {"keyplayer", "key_players", "sets of key players, positive ties", NULL, 20},
    {"curve", "robustness", "what is left as groups go, positive ties", NULL, 12},
    {"block", "cohesive_blocks", "nested cohesive blocks, positive ties", "cohesion", 8},
    {"separator", "separators", "smallest sets that cut a component, positive ties", NULL, 0},
    {"movement", "fragmentation", "fragmentation by region, positive ties", "groups", 12},
    {"community", "communities", "communities by algorithm, positive ties", NULL, 10},
    {"pair", "equivalence", "pairs with the same partners, positive ties", NULL, 0},
    {"umbrella", "shared_umbrellas", "umbrellas that groups share", NULL, 0},
};

static bool add_sheet_to_page(struct building *building, const struct sheet *sheet,
                              const struct sheet_wish *wish, const struct sheet_rows *rows,
                              struct error *error)
{
    struct report_table table;
    if (!sheet_report_build(sheet, &building->pipeline->selection, wish, rows, &table, error))
        return false;
    list_push(&building->sheets, table);
    list_push(&building->page.sheets, (struct page_sheet){.title = sheet->type->title,
                                                          .reading = sheet->type->reading,
                                                          .caution = sheet->type->caution});
    return true;
}

static bool add_sheet(struct building *building, size_t index, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    const struct sheet_type *type = sheet_report_find(text_from(sheet_files[index].sheet));
    struct sheet_wish wish = {.layer = LAYER_POSITIVE, .classes = CLASS_REGION};
    struct sheet_rows first = {text_from(sheet_files[index].sort), sheet_files[index].top};
    struct sheet sheet;
    struct report_table table;
    if (!sheet_build(type, &pipeline->selection, pipeline->metrics.seed, &wish, &sheet, error))
        return false;
    bool built = sheet_report_build(&sheet, &pipeline->selection, &wish, &(struct sheet_rows){0},
                                    &table, error);
    if (built) {
        add_listed_table(building, &table, sheet_files[index].name, sheet_files[index].what);
        report_table_release(&table);
    }
    if (built && first.top > 0)
        built = add_sheet_to_page(building, &sheet, &wish, &first, error);
    sheet_release(&sheet);
    return built;
}

static bool add_sheets(struct building *building, struct error *error)
{
    if (!is_small(building))
        return true;
    for (size_t i = 0; i < sizeof sheet_files / sizeof sheet_files[0]; i++)
        if (!add_sheet(building, i, error))
            return false;
    for (size_t i = 0; i < building->sheets.count; i++)
        building->page.sheets.items[i].table = &building->sheets.items[i];
    return true;
}

static void add_findings(struct building *building)
{
    struct report_table table;
    finding_table_build(&building->pipeline->findings, &table);
    add_listed_table(building, &table, "findings", "what the data check found");
    report_table_release(&table);
}

/* A sentence on how to read figures of a type that do not explain themselves. */
static struct text reading_of(enum figure_type type)
{
    if (type == FIGURE_SERIES)
        return TEXT(
            "How to read: each panel follows one measure from window to window. The filled "
            "line is what the sources make certain, the hollow one whatever their dates allow; "
            "where the two lie apart, the sources do not date enough.");
    return (struct text){0};
}

static void add_ties(struct building *building, const struct selection *selection, struct text name)
{
    struct report_table ties;
    dataset_view_find(TEXT("relations"), &(struct error){0})->build(selection, &ties);
    add_table(building, &ties,
              arena_format(&building->arena, TEXT_FORMAT "_ties", TEXT_PARTS(name)));
    report_table_release(&ties);
}

/* The SVG, the table of its ties, and its place on the page. */
static void add_image(struct building *building, const struct figure *figure, struct text name,
                      const struct selection *selection, struct text note)
{
    struct buffer buffer = {0};
    figure_write_svg(figure, &buffer);
    output_set_add(building->outputs,
                   arena_format(&building->arena, "figures/" TEXT_FORMAT ".svg", TEXT_PARTS(name)),
                   buffer_text(&buffer));
    buffer_release(&buffer);
    add_ties(building, selection, name);

    struct text title = figure->drawing.title.length > 0 ? figure->drawing.title : name;
    if (figure->drawing.page_count > 0)
        title = arena_format(&building->arena, TEXT_FORMAT " (page %zu of %zu)", TEXT_PARTS(title),
                             figure->drawing.page_number, figure->drawing.page_count);
    list_push(&building->page.figures, (struct page_figure){
                                           .name = name,
                                           .title = title,
                                           .description = figure->drawing.description,
                                           .note = note,
                                           .width = drawing_width_mm(&figure->drawing),
                                           .height = drawing_height_mm(&figure->drawing),
                                           .selection = selection,
                                       });
}

/* A page of several is told with the ties that stand on it. */
static void add_page_of(struct building *building, const struct figure *figure,
                        const struct figure_plan *plan)
{
    bool *shown = alloc_zeroed(plan->selection.dataset->relations.count, sizeof *shown);
    struct selection *selection = arena_alloc(&building->arena, 1, sizeof *selection);
    figure_mark_relations(figure, shown);
    selection_narrow(&plan->selection, shown, selection);
    list_push(&building->narrowed, selection);
    list_free(shown);
    struct text name = arena_format(&building->arena, TEXT_FORMAT "-%zu", TEXT_PARTS(plan->name),
                                    figure->drawing.page_number);
    add_image(building, figure, name, selection, (struct text){0});
}

static void add_figure(struct building *building, size_t index)
{
    const struct figure_plan *plan = &building->figures->plans.items[index];
    const struct figure *figure = &building->figures->figures[index];
    if (figure->drawing.page_count == 0)
        add_image(building, figure, plan->name, &plan->selection,
                  reading_of(plan->definition.type));
    for (size_t i = 0; figure->drawing.page_count > 0 && i < figure_page_count(figure); i++)
        add_page_of(building, figure_get_page(figure, i), plan);
}

/* From the general to the particular: overviews, regions, single groups. */
static void add_figures(struct building *building)
{
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++)
        for (size_t i = 0; i < building->figures->plans.count; i++)
            if ((int)building->figures->plans.items[i].definition.type == type)
                add_figure(building, i);
}

/* The page has small metric tables of its own: chosen columns, most tied groups first. */
static bool add_page(struct building *building, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    struct metric_wish by_group = {
        .scope = SCOPE_GROUP,
        .metrics = page_measures(),
        .sort = TEXT("degree"),
        .top = GROUPS_ON_PAGE,
    };
    struct metric_wish by_network = {.scope = SCOPE_NETWORK};
    if (!metric_report_build(&pipeline->selection, &pipeline->metrics, &by_group,
                             &building->measures, error) ||
        !metric_report_build(&pipeline->selection, &pipeline->metrics, &by_network,
                             &building->network, error))
        return false;
    totals_build(&pipeline->totals, &building->totals);
    building->page.totals = &building->totals;
    building->page.measures = &building->measures;
    building->page.network = &building->network;
    dataset_view_find(TEXT("switches"), error)->build(&pipeline->selection, &building->switches);
    building->page.switches = &building->switches;

    struct buffer buffer = {0};
    page_write(&building->page, &buffer);
    output_set_add(building->outputs, TEXT("index.html"), buffer_text(&buffer));
    buffer_release(&buffer);
    return true;
}

static bool add_ranks(struct building *building, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    struct rank_results ranks;
    struct report_table table;
    struct tie_chances chances = resample_default_chances();
    struct measure_wish wish = {.metrics = TEXT(ranked), .seed = pipeline->metrics.seed};
    if (!resample_ranks(&pipeline->selection, &wish, &chances, RESAMPLE_DRAWS, &ranks, error))
        return false;
    rank_report_build(&pipeline->selection, &ranks, 0, false, &table);
    add_listed_table(building, &table, "ranks", "how sure the order of the groups is");
    report_table_release(&table);
    rank_report_build(&pipeline->selection, &ranks, RANKS_ON_PAGE, true, &building->ranks);
    building->page.ranks = &building->ranks;
    rank_results_release(&ranks);
    return true;
}

static bool add_hinges(struct building *building, struct error *error)
{
    const struct pipeline *pipeline = building->pipeline;
    struct hinge_results hinges;
    struct report_table table;
    if (!leave_out_sources(&pipeline->selection, pipeline->metrics.seed, &hinges, error))
        return false;
    hinge_report_build(&pipeline->selection, &hinges, HINGE_TIE, 0, false, &table);
    add_listed_table(building, &table, "hinges", "findings and ties that hinge on one source");
    report_table_release(&table);
    hinge_report_build(&pipeline->selection, &hinges, HINGE_CUT_POINT, 0, true, &building->hinges);
    building->page.hinges = &building->hinges;
    hinge_results_release(&hinges);
    return true;
}

/* How sure the numbers are, where that does not take long. */
static bool add_uncertainty(struct building *building, struct error *error)
{
    if (!is_small(building))
        return true;
    return add_ranks(building, error) && add_hinges(building, error);
}

static void release_building(struct building *building)
{
    report_table_release(&building->ranks);
    report_table_release(&building->hinges);
    balance_release(&building->balance);
    for (size_t i = 0; i < building->narrowed.count; i++)
        selection_release(building->narrowed.items[i]);
    list_release(&building->narrowed);
    report_table_release(&building->network);
    report_table_release(&building->series);
    report_table_release(&building->switches);
    report_table_release(&building->measures);
    report_table_release(&building->totals);
    for (size_t i = 0; i < building->sheets.count; i++)
        report_table_release(&building->sheets.items[i]);
    list_release(&building->sheets);
    list_release(&building->page.sheets);
    list_release(&building->page.figures);
    list_release(&building->page.files);
    arena_release(&building->arena);
}

bool report_files_build(const struct pipeline *pipeline, const struct selection_query *query,
                        const struct figure_set *figures, struct output_set *outputs,
                        struct error *error)
{
    struct building building = {
        .pipeline = pipeline,
        .query = query,
        .figures = figures,
        .outputs = outputs,
        .page = {.selection = &pipeline->selection, .findings = &pipeline->findings},
    };
    add_views(&building);
    bool built = add_metrics(&building, error) && add_series(&building, error) &&
                 add_balance(&building, error) && add_uncertainty(&building, error) &&
                 add_sheets(&building, error);
    add_findings(&building);
    add_figures(&building);
    built = built && add_page(&building, error);
    release_building(&building);
    return built;
}
