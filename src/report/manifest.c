/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/manifest.h"

#include "base/digest.h"
#include "base/json.h"

static json_t *describe_files(const struct output_list *files)
{
    json_t *array = json_array();
    for (size_t i = 0; i < files->count; i++) {
        char digest[DIGEST_LENGTH + 1];
        digest_sha256(files->items[i].contents, digest);
        json_t *file = json_object();
        json_object_set_new(file, "path", json_from_text(files->items[i].path));
        json_object_set_new(file, "bytes",
                            json_integer((json_int_t)files->items[i].contents.length));
        json_object_set_new(file, "sha256", json_string(digest));
        json_array_append_new(array, file);
    }
    return array;
}

void manifest_write(const struct manifest *manifest, struct buffer *buffer)
{
    json_t *whole = json_object();
    json_object_set_new(whole, "program", json_string("bloc"));
    json_object_set_new(whole, "version", json_string(BLOC_VERSION));
    json_object_set_new(whole, "options", json_from_pairs(&manifest->options));
    json_object_set_new(whole, "inputs", describe_files(&manifest->inputs));
    json_object_set_new(whole, "outputs", describe_files(manifest->outputs));
    json_write(whole, buffer);
    json_decref(whole);
}
