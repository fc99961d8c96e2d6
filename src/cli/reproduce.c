/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inputs are named relative to their folder, so that a manifest does not tell where on a
 * machine they lay.
 */
#include "cli/reproduce.h"

#include <stdio.h>

#include "report/manifest.h"

/* The manifest and the texts it borrows. */
struct listing {
    struct arena arena;
    struct manifest manifest;
};

static bool add_input(struct listing *listing, const char *path, struct text name,
                      struct error *error)
{
    struct text contents;
    if (!file_exists(path))
        return true;
    if (!file_read(path, &listing->arena, &contents, error))
        return false;
    list_push(&listing->manifest.inputs, (struct output){.path = name, .contents = contents});
    return true;
}

static const struct output *find_loaded(const struct pipeline *pipeline, const char *name)
{
    const struct output_list *files = &pipeline->dataset.files;
    for (size_t i = 0; i < files->count; i++)
        if (text_equal_string(files->items[i].path, name))
            return &files->items[i];
    return NULL;
}

/* The bytes that were loaded, whatever a file holds by now; of one that the loader refused, those
 * that are there. */
static bool add_tables(struct listing *listing, const struct pipeline *pipeline,
                       struct error *error)
{
    struct text folder = pipeline->dataset.path;
    for (size_t i = 0; i <= TABLE_COUNT; i++) {
        const char *name = i < TABLE_COUNT ? pipeline->totals.tables[i].file : "datapackage.json";
        const struct output *loaded = find_loaded(pipeline, name);
        struct text path =
            arena_format(&listing->arena, TEXT_FORMAT "/%s", TEXT_PARTS(folder), name);
        if (loaded != NULL)
            list_push(&listing->manifest.inputs, *loaded);
        else if (!add_input(listing, path.at, text_from(name), error))
            return false;
    }
    return true;
}

static bool add_definitions(struct listing *listing, const struct figure_set *figures,
                            struct error *error)
{
    for (size_t i = 0; i < figures->plans.count; i++) {
        const struct figure_plan *plan = &figures->plans.items[i];
        struct text name =
            arena_format(&listing->arena, "graphs/" TEXT_FORMAT ".gv", TEXT_PARTS(plan->name));
        if (!add_input(listing, plan->definition.file.at, name, error))
            return false;
    }
    return true;
}

static void add_option(struct listing *listing, const char *name, struct text value)
{
    list_push(&listing->manifest.options,
              (struct text_pair){.name = text_from(name), .value = value});
}

/* What decides on the bytes of the report, besides its inputs. */
static void add_options(struct listing *listing, const struct pipeline *pipeline,
                        const struct settings *settings)
{
    add_option(listing, "seed",
               arena_format(&listing->arena, "%llu", (unsigned long long)pipeline->metrics.seed));
    if (settings->keep_going)
        add_option(listing, "keep-going", TEXT("yes"));
    for (size_t i = 0; i < settings->attributes.count; i++)
        add_option(listing, "select", settings->attributes.items[i]);
    for (size_t i = 0; i < settings->signs.count; i++)
        add_option(listing, "sign", settings->signs.items[i]);
}

bool reproduce_add_manifest(const struct pipeline *pipeline, const struct figure_set *figures,
                            const struct settings *settings, struct output_set *outputs,
                            struct error *error)
{
    struct listing listing = {.manifest = {.outputs = &outputs->outputs}};
    struct buffer buffer = {0};
    bool read = add_tables(&listing, pipeline, error) && add_definitions(&listing, figures, error);
    add_options(&listing, pipeline, settings);
    if (read) {
        manifest_write(&listing.manifest, &buffer);
        output_set_add(outputs, TEXT("manifest.json"), buffer_text(&buffer));
    }
    buffer_release(&buffer);
    list_release(&listing.manifest.inputs);
    list_release(&listing.manifest.options);
    arena_release(&listing.arena);
    return read;
}

/* What is wrong with the file in the folder, or NULL. */
static const char *find_fault(const struct output *output, const char *folder, struct arena *arena)
{
    struct text path = arena_format(arena, "%s/" TEXT_FORMAT, folder, TEXT_PARTS(output->path));
    struct text contents;
    struct error error = {0};
    if (!file_exists(path.at))
        return "is missing";
    if (!file_read(path.at, arena, &contents, &error))
        return "cannot be read";
    return text_equal(contents, output->contents) ? NULL : "differs";
}

bool reproduce_compare(const struct output_set *outputs, const char *folder, struct error *error)
{
    size_t faults = 0;
    for (size_t i = 0; i < outputs->outputs.count; i++) {
        const struct output *output = &outputs->outputs.items[i];
        struct arena arena = {0};
        const char *fault = find_fault(output, folder, &arena);
        if (fault != NULL) {
            fprintf(stderr, "%s/" TEXT_FORMAT ": %s\n", folder, TEXT_PARTS(output->path), fault);
            faults++;
        }
        arena_release(&arena);
    }
    if (faults == 0)
        return true;
    return error_set(error, ERROR_DATA, "%zu of %zu files are not what this run makes", faults,
                     outputs->outputs.count);
}
