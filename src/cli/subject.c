/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/subject.h"

#include "base/choice.h"
#include "cli/output.h"
#include "report/sheet_report.h"

enum {
    MOST_SUBJECTS = 64,
};

static bool read_by(struct text by, struct subject *subject, struct error *error)
{
    struct text names[MOST_SUBJECTS];
    size_t count = 0;
    size_t sheets = 0;
    const struct sheet_type *const *types = sheet_types(&sheets);
    *subject = (struct subject){.scope = SCOPE_GROUP};
    if (by.length == 0)
        return true;
    subject->is_series = series_step_from_text(by, &subject->step);
    if (subject->is_series)
        return true;
    for (int i = 0; i < SCOPE_COUNT; i++) {
        if (i == SCOPE_PERIOD)
            continue; /* its steps are the names */
        names[count] = text_from(metric_scope_name((enum metric_scope)i));
        if (text_equal(by, names[count++])) {
            subject->scope = (enum metric_scope)i;
            return true;
        }
    }
    for (int i = 0; i < STEP_COUNT; i++)
        names[count++] = text_from(series_step_name((enum series_step)i));
    for (size_t i = 0; i < sheets; i++) {
        names[count] = text_from(types[i]->name);
        if (text_equal(by, names[count++])) {
            subject->sheet = types[i];
            return true;
        }
    }
    return choice_refuse("scope", by, names, count, error);
}

static bool read_layer(struct text word, enum layer *layer, struct error *error)
{
    struct text names[LAYER_COUNT];
    for (int i = 0; i < LAYER_COUNT; i++) {
        names[i] = text_from(layer_name((enum layer)i));
        if (text_equal(word, names[i])) {
            *layer = (enum layer)i;
            return true;
        }
    }
    return word.length == 0 || choice_refuse("layer", word, names, LAYER_COUNT, error);
}

static bool read_classes(struct text word, enum class_by *classes, struct error *error)
{
    struct text names[CLASS_BY_COUNT];
    for (int i = 0; i < CLASS_BY_COUNT; i++) {
        names[i] = text_from(class_by_name((enum class_by)i));
        if (text_equal(word, names[i])) {
            *classes = (enum class_by)i;
            return true;
        }
    }
    return word.length == 0 || choice_refuse("sort of classes", word, names, CLASS_BY_COUNT, error);
}

/* The options of tables say nothing about scopes, and the other way round. */
static bool check_options(const struct settings *settings, const struct sheet_type *sheet,
                          struct error *error)
{
    const struct {
        const char *option;
        bool is_given;
        bool fits;
    } rules[] = {
        {"layer", settings->layer.length > 0, sheet != NULL && sheet->has_layer},
        {"classes", settings->classes.length > 0, sheet != NULL && sheet->has_classes},
        {"size", settings->size > 0, sheet != NULL && sheet->has_size},
        {"metric", settings->metrics.length > 0, sheet == NULL},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!rules[i].is_given || rules[i].fits)
            continue;
        if (sheet == NULL)
            return error_set(error, ERROR_USAGE, "'--%s' is for tables, and '--by' names none",
                             rules[i].option);
        return error_set(error, ERROR_USAGE, "the table '%s' has no '--%s'", sheet->name,
                         rules[i].option);
    }
    return true;
}

bool subject_read(const struct settings *settings, struct subject *subject, struct error *error)
{
    if (!read_by(settings->by, subject, error) || !check_options(settings, subject->sheet, error))
        return false;
    subject->wish = (struct sheet_wish){.size = settings->size};
    if (subject->sheet != NULL)
        subject->wish.classes = subject->sheet->by;
    return read_layer(settings->layer, &subject->wish.layer, error) &&
           read_classes(settings->classes, &subject->wish.classes, error);
}

bool subject_output_sheet(const struct subject *subject, const struct settings *settings,
                          const struct pipeline *pipeline, struct error *error)
{
    uint64_t seed = 0;
    struct sheet sheet;
    struct report_table table;
    struct sheet_rows rows = {.sort = settings->sort, .top = settings->top};
    if (!pipeline_seed(settings, &seed, error) ||
        !sheet_build(subject->sheet, &pipeline->selection, seed, &subject->wish, &sheet, error))
        return false;
    bool built =
        sheet_report_build(&sheet, &pipeline->selection, &subject->wish, &rows, &table, error);
    if (built) {
        output_tables(settings, &table, 1, error);
        report_table_release(&table);
    }
    sheet_release(&sheet);
    return built;
}
