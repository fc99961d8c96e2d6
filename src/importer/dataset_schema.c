/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/dataset_schema.h"

#include "base/json.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct dataset_field group_fields[] = {
    {"id", "string", true, NULL, "Stable identifier, made from the name"},
    {"name", "string", true, NULL, "Name as the original data has it"},
    {"label", "string", false, NULL, "Short form for figures"},
    {"aliases", "string", false, NULL, "Other names, separated by semicolons"},
    {"kind", "string", true, NULL, "What the group is"},
    {"parent", "string", false, "groups", "Group that it is a part of"},
    {"region", "string", false, NULL, "Region"},
    {"country", "string", false, NULL, "ISO 3166-1 alpha-2 codes, separated by semicolons"},
    {"founded", "string", false, NULL, "EDTF"},
    {"ended", "string", false, NULL, "EDTF"},
    {"note", "string", false, NULL, "Original id and remarks"},
};

static const struct dataset_field relation_fields[] = {
    {"id", "string", true, NULL, "Stable identifier"},
    {"source", "string", true, "groups", "The one who acts"},
    {"target", "string", true, "groups", "The one acted on"},
    {"kind", "string", true, NULL, "Kind of relation"},
    {"start", "string", false, NULL, "EDTF; empty is unknown"},
    {"end", "string", false, NULL, "EDTF; empty is unknown, .. is still so"},
    {"place", "string", false, NULL, "Place"},
    {"weight", "number", false, NULL, "Empty is 1"},
    {"note", "string", false, NULL, "Remarks"},
};

static const struct dataset_field claim_fields[] = {
    {"relation", "string", true, "relations", "Relation that is claimed"},
    {"source", "string", true, NULL, "Source in sources.json"},
    {"locator", "string", false, NULL, "Lines of the file, and original ids"},
    {"stance", "string", true, NULL, "supports or disputes"},
    {"grade", "string", true, NULL, "stated, reported or inferred"},
    {"start", "string", false, NULL, "EDTF, where this claim dates the relation otherwise"},
    {"end", "string", false, NULL, "EDTF, where this claim dates the relation otherwise"},
    {"note", "string", false, NULL, "What the source adds"},
};

static const struct dataset_field kind_fields[] = {
    {"kind", "string", true, NULL, "Kind of relation"},
    {"family", "string", true, NULL, "pledge, split, conflict, alliance, membership or lineage"},
    {"sign", "string", true, NULL, "+, - or 0"},
    {"direction", "string", true, NULL, "directed or mutual"},
    {"extent", "string", true, NULL, "state or event"},
    {"label", "string", false, NULL, "A few words for legends"},
    {"description", "string", false, NULL, "One sentence"},
};

static const struct dataset_field estimate_fields[] = {
    {"group", "string", false, "groups", "Group that the number is about"},
    {"relation", "string", false, "relations", "Relation that the number is about"},
    {"quantity", "string", true, NULL, "What is counted"},
    {"low", "number", false, NULL, "Lower bound"},
    {"high", "number", false, NULL, "Upper bound"},
    {"date", "string", false, NULL, "EDTF"},
    {"source", "string", true, NULL, "Source in sources.json"},
    {"locator", "string", false, NULL, "Lines of the file"},
    {"note", "string", false, NULL, "Remarks"},
};

static const struct dataset_field origin_fields[] = {
    {"source", "string", true, NULL, "File, as its source in sources.json"},
    {"line", "integer", true, NULL, "Line at which the row starts"},
    {"id", "string", false, NULL, "Id of the row in the original data"},
    {"outcome", "string", true, NULL, "used, merged or rejected"},
    {"reason", "string", false, NULL, "Code of the finding that rejects the row"},
    {"relations", "string", false, NULL, "Relations that the row led to, separated by semicolons"},
};

const struct dataset_table dataset_tables[DATASET_TABLES] = {
    [DATASET_GROUPS] = {"groups", "groups.csv", "id", group_fields, COUNT_OF(group_fields)},
    [DATASET_RELATIONS] = {"relations", "relations.csv", "id", relation_fields,
                           COUNT_OF(relation_fields)},
    [DATASET_CLAIMS] = {"claims", "claims.csv", NULL, claim_fields, COUNT_OF(claim_fields)},
    [DATASET_KINDS] = {"kinds", "kinds.csv", "kind", kind_fields, COUNT_OF(kind_fields)},
    [DATASET_ESTIMATES] = {"estimates", "estimates.csv", NULL, estimate_fields,
                           COUNT_OF(estimate_fields)},
    [DATASET_ORIGINS] = {"origins", "origins.csv", NULL, origin_fields, COUNT_OF(origin_fields)},
};

static json_t *make_fields(const struct dataset_table *table)
{
    json_t *fields = json_array();
    for (size_t i = 0; i < table->count; i++) {
        const struct dataset_field *field = &table->fields[i];
        json_t *object = json_pack("{s:s, s:s, s:s}", "name", field->name, "type", field->type,
                                   "description", field->description);
        if (field->required)
            json_object_set_new(object, "constraints", json_pack("{s:b}", "required", 1));
        json_array_append_new(fields, object);
    }
    return fields;
}

static json_t *make_schema(const struct dataset_table *table)
{
    json_t *schema = json_pack("{s:o}", "fields", make_fields(table));
    json_t *references = json_array();
    if (table->key != NULL)
        json_object_set_new(schema, "primaryKey", json_string(table->key));
    for (size_t i = 0; i < table->count; i++)
        if (table->fields[i].refers_to != NULL)
            json_array_append_new(references,
                                  json_pack("{s:s, s:{s:s, s:s}}", "fields", table->fields[i].name,
                                            "reference", "resource", table->fields[i].refers_to,
                                            "fields", "id"));
    if (json_array_size(references) > 0)
        json_object_set(schema, "foreignKeys", references);
    json_decref(references);
    return schema;
}

static json_t *make_resource(const struct dataset_table *table)
{
    json_t *resource = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "name", table->name, "path",
                                 table->file, "profile", "tabular-data-resource", "format", "csv",
                                 "mediatype", "text/csv", "encoding", "utf-8");
    if (table == &dataset_tables[DATASET_ORIGINS])
        json_object_set_new(resource, "schema", json_string("origins.schema.json"));
    else
        json_object_set_new(resource, "schema", make_schema(table));
    return resource;
}

void dataset_schema_write_package(struct text name, struct text title, struct text description,
                                  const bool has[DATASET_TABLES], struct buffer *buffer)
{
    json_t *package = json_object();
    json_t *resources = json_array();
    json_object_set_new(package, "profile", json_string("data-package"));
    json_object_set_new(package, "name", json_from_text(name));
    json_object_set_new(package, "title", json_from_text(title));
    json_object_set_new(package, "description", json_from_text(description));
    for (size_t i = 0; i < DATASET_TABLES; i++)
        if (has[i])
            json_array_append_new(resources, make_resource(&dataset_tables[i]));
    json_array_append_new(resources, json_pack("{s:s, s:s, s:s, s:s}", "name", "sources", "path",
                                               "sources.json", "format", "json", "mediatype",
                                               "application/vnd.citationstyles.csl+json"));
    json_object_set_new(package, "resources", resources);
    json_write(package, buffer);
    json_decref(package);
}

void dataset_schema_write_origins(struct buffer *buffer)
{
    json_t *schema = make_schema(&dataset_tables[DATASET_ORIGINS]);
    json_write(schema, buffer);
    json_decref(schema);
}
