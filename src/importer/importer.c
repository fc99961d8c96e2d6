/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/importer.h"

#include <stdlib.h>
#include <string.h>

#include "importer/dataset_writer.h"
#include "importer/formats.h"
#include "importer/import.h"
#include "importer/match.h"
#include "importer/staging.h"
#include "importer/suggestions.h"

static const struct import_format *const formats[] = {
    &import_csv,         &import_ucdp_ged,
    &import_ucdp_actor,  &import_ucdp_prio,
    &import_ucdp_dyadic, &import_ucdp_nonstate,
    &import_acled,       &import_cow_alliance,
    &import_cow_mid,     &import_mapping_militants,
    &import_graphml,     &import_gexf,
    &import_gml,         &import_pajek,
    &import_dot,         &import_node_link,
};

const struct import_format *const *importer_formats(size_t *count)
{
    *count = sizeof formats / sizeof *formats;
    return formats;
}

const struct import_format *importer_find_format(struct text name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (text_equal_string(name, formats[i]->name))
            return formats[i];
    return NULL;
}

void import_result_release(struct import_result *result)
{
    for (size_t i = 0; i < result->files.count; i++)
        list_release(&result->files.items[i].guesses);
    list_release(&result->files);
    list_release(&result->mapped);
    list_release(&result->likenesses);
    findings_release(&result->findings);
    arena_release(&result->arena);
    *result = (struct import_result){0};
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static void add_file_source(struct import *import, const struct import_file *file)
{
    const struct import_format *format = import->format;
    const bool published = format->publisher != NULL;
    struct buffer title = {0};
    if (published)
        buffer_add_format(&title, "%s (", format->title);
    buffer_add_text(&title, file->name);
    if (published)
        buffer_add_char(&title, ')');
    const struct intake_source source = {
        .id = file->name,
        .type = TEXT("dataset"),
        .title = buffer_text(&title),
        .authors = text_from(format->authors),
        .publisher = text_from(format->publisher),
    };
    import->source = intake_add_source(&import->intake, &source);
    buffer_release(&title);
}

static bool read_file(struct import *import, struct text path, struct error *error)
{
    const bool standard = text_equal_string(path, "-");
    const char *shown = standard ? "standard input" : path.at;
    list_push(import->files,
              (struct import_file){.path = text_from(shown), .name = text_from(base_name(shown))});
    import->file = &import->files->items[import->files->count - 1];
    add_file_source(import, import->file);
    if (!import->format->read(import, path.at, error))
        return false;
    import_tell_unlisted(import);
    return true;
}

static bool read_files(struct import *import, const struct text_list *paths, struct error *error)
{
    const struct import_format *format = import->format;
    if (format->begin != NULL && !format->begin(import, error))
        return false;
    for (size_t i = 0; i < paths->count; i++)
        if (!read_file(import, paths->items[i], error))
            return false;
    if (format->end != NULL && !format->end(import, error))
        return false;
    match_report_unused(import);
    return true;
}

/* Tell what the codes that were met became. */
static void list_mapped(const struct import *import, struct import_result *result)
{
    for (size_t i = 0; i < import->mapping.entries.count; i++) {
        const struct mapping_entry *entry = &import->mapping.entries.items[i];
        if (entry->rows == 0)
            continue;
        struct import_mapped mapped = {
            .code = arena_copy_text(&result->arena, entry->code),
            .rows = entry->rows,
            .why = entry->why,
        };
        if (entry->kind != INTAKE_NONE) {
            const struct kind *kind = &import->intake.kinds.items[entry->kind].kind;
            mapped.kind = arena_copy_text(&result->arena, kind->name);
            mapped.family = kind->family;
            mapped.sign = kind->sign;
            mapped.mutual = kind->mutual;
        }
        list_push(&result->mapped, mapped);
    }
}

static void count(const struct import *import, struct import_result *result)
{
    const struct intake *intake = &import->intake;
    result->groups = intake->groups.count;
    result->relations = intake->ties.count;
    result->claims = intake->claims.count;
    result->sources = intake->sources.count;
    result->estimates = intake->estimates.count;
    list_mapped(import, result);
    findings_sort(&result->findings);
}

static void add_title(const struct import *import, struct buffer *title)
{
    if (import->options->title.length > 0) {
        buffer_add_text(title, import->options->title);
        return;
    }
    if (import->format->publisher != NULL)
        buffer_add_format(title, "%s: ", import->format->title);
    for (size_t i = 0; i < import->files->count; i++) {
        buffer_add_string(title, i == 0 ? "" : ", ");
        buffer_add_text(title, import->files->items[i].name);
    }
}

/* The folder's last name as the name of a data package. */
static struct text package_name(struct arena *arena, const char *folder)
{
    struct text path = text_from(folder);
    while (path.length > 1 && path.at[path.length - 1] == '/')
        path.length--;
    const char *copy = arena_copy_text(arena, path).at;
    const struct text slug = intake_slug(arena, text_from(base_name(copy)), "dataset");
    char *name = arena_alloc(arena, slug.length + 1, 1);
    for (size_t i = 0; i < slug.length; i++)
        name[i] = slug.at[i] == '_' ? '-' : slug.at[i];
    return (struct text){name, slug.length};
}

static bool write_dataset(struct import *import, const char *folder, enum import_aim aim,
                          struct error *error)
{
    struct staging staging = {0};
    struct buffer title = {0};
    struct buffer description = {0};
    add_title(import, &title);
    buffer_add_format(&description,
                      "Imported by bloc import %s. Each row of origins.csv tells "
                      "what became of one row of the original.",
                      import->format->name);
    const struct dataset_plan plan = {
        .intake = &import->intake,
        .origins = &import->origins,
        .name = package_name(&import->intake.arena, folder),
        .title = buffer_text(&title),
        .description = buffer_text(&description),
        .find_tie = import->find_tie,
        .context = import->events,
    };
    const bool good = staging_open(&staging, folder,
                                   aim == IMPORT_REPLACE ? dataset_writer_files : NULL, error) &&
                      dataset_writer_write(&plan, &staging, error) &&
                      staging_commit(&staging, error);
    staging_release(&staging);
    buffer_release(&title);
    buffer_release(&description);
    return good;
}

/* List the groups that may be one, and write the list where it is asked for. */
static bool suggest_matches(struct import *import, struct import_result *result,
                            struct error *error)
{
    const struct import_options *options = import->options;
    struct buffer list = {0};
    if (!suggestions_make(&import->intake, options->against, result, error))
        return false;
    if (options->suggest.length == 0)
        return true;
    suggestions_write(result, &list);
    const bool good = file_write(options->suggest.at, buffer_text(&list), error);
    buffer_release(&list);
    return good;
}

static bool settle(struct import *import, const char *folder, enum import_aim aim,
                   struct import_result *result, struct error *error)
{
    const size_t errors = findings_count(&result->findings, FINDING_ERROR);
    count(import, result);
    if (!suggest_matches(import, result, error))
        return false;
    if (import->options->strict && errors > 0)
        return error_set(error, ERROR_DATA, "%zu error%s in the data; nothing is written", errors,
                         errors == 1 ? "" : "s");
    if (aim == IMPORT_LOOK)
        return true;
    if (import->intake.ties.count == 0)
        return error_set(error, ERROR_DATA,
                         "no row is a tie between two groups; nothing is "
                         "written");
    return write_dataset(import, folder, aim, error);
}

static void release(struct import *import)
{
    if (import->format->release != NULL)
        import->format->release(import);
    progress_finish(&import->progress);
    list_release(&import->row.references);
    text_index_release(&import->cited);
    buffer_release(&import->scratch);
    origins_close(&import->origins);
    mapping_release(&import->mapping);
    intake_release(&import->intake);
}

/* A folder that is not free is told before anything is read. */
static bool check_folder(const char *folder, enum import_aim aim, struct error *error)
{
    struct staging staging = {0};
    if (aim == IMPORT_LOOK)
        return true;
    const bool good =
        staging_open(&staging, folder, aim == IMPORT_REPLACE ? dataset_writer_files : NULL, error);
    staging_release(&staging);
    return good;
}

/* Go through the files and, unless only looking, write. */
static bool go(struct import *import, const struct text_list *paths, const char *folder,
               enum import_aim aim, struct import_result *result, struct error *error)
{
    intake_init(&import->intake);
    const bool good =
        mapping_open(&import->mapping, &import->intake, import->format, import->options, error) &&
        (aim == IMPORT_LOOK || origins_open(&import->origins, error)) &&
        match_read(import, error) && read_files(import, paths, error) &&
        settle(import, folder, aim, result, error);
    findings_sort(&result->findings);
    release(import);
    return good;
}

bool importer_read_text(const struct import_format *format, const struct import_options *options,
                        struct text text, struct import_result *result, struct error *error)
{
    struct text name = TEXT("text.csv");
    const struct text_list paths = {.items = &name, .count = 1};
    struct import import = {
        .format = format,
        .options = options,
        .findings = &result->findings,
        .files = &result->files,
        .kept = &result->arena,
        .memory = &text,
    };
    return go(&import, &paths, NULL, IMPORT_LOOK, result, error);
}

bool importer_run(const struct import_format *format, const struct import_options *options,
                  const struct text_list *paths, const char *folder, enum import_aim aim,
                  FILE *progress, struct import_result *result, struct error *error)
{
    struct import import = {
        .format = format,
        .options = options,
        .findings = &result->findings,
        .files = &result->files,
        .kept = &result->arena,
        .progress_stream = progress,
    };
    return check_folder(folder, aim, error) && go(&import, paths, folder, aim, result, error);
}
