/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A small dataset and a figure of it, made from any bytes: every byte decides something, and the
 * end of the bytes decides for the first of each choice.  Names are hostile, dates vague, and
 * choices that the dataset or the figure has no right to are among the others.
 */
#ifndef BLOC_TESTS_FUZZ_CHAIN_DATA_H
#define BLOC_TESTS_FUZZ_CHAIN_DATA_H

#include <stdint.h>
#include <stdio.h>

#include "base/buffer.h"
#include "figure/definition.h"
#include "loader/folder.h"

#define CHAIN_GROUPS_MOST 7
#define CHAIN_RELATIONS_MOST 12
#define CHAIN_LENGTH(table) (sizeof(table) / sizeof *(table))

struct chain_bytes {
    const uint8_t *at;
    size_t left;
};

static inline size_t chain_below(struct chain_bytes *bytes, size_t count)
{
    if (bytes->left == 0)
        return 0;
    bytes->left--;
    return *bytes->at++ % count;
}

#define CHAIN_PICK(bytes, table) ((table)[chain_below(bytes, CHAIN_LENGTH(table))])

/* The ends of names; the groups' own numbers make them differ. */
static const char *const chain_names[] = {
    "",
    "Alpha",
    "a name that is so long that no box in print holds it on one line, nor on two",
    "]]><script>alert(1)</script>",
    "\"quoted\" & 'quoted' \\N\\G\\\\",
    "=HYPERLINK(0)",
    "\xD8\xA3\xD9\x86\xD8\xB5\xD8\xA7\xD8\xB1",
    "\xE4\xBC\x8A\xE6\x96\xAF\xE5\x85\xB0",
    "\xF0\x9F\x8F\xB4",
    "e\xCC\x81\xCC\x81\xCC\x81",
    "&amp;&#x0;%s%n",
    "\\l\\r\\n<b>bold</b>",
    "W\xC3\xA4\xC3\xB6",
};
static const char *const chain_kinds[] = {"organisation", "province", "state",
                                          "faction",      "movement", "force"};
static const char *const chain_regions[] = {
    "North", "South", "A region of many words", "\"<&>", "=x", "East", "West", ""};
static const char *const chain_starts[] = {"2014",       "2014-06", "2014-06-29", "2013~",
                                           "2013?",      "",        "..",         "2014-01",
                                           "2013-12-31", "2012",    "[2013,2014]"};
static const char *const chain_ends[] = {"",           "2016",     "..",    "2015-06",
                                         "2016-01-15", "2015-07?", "2016~", "2017"};
static const char *const chain_ties[] = {
    "pledge",  "conflict",       "split",    "member",  "alliance",  "formed",  "joined",
    "rivalry", "pledge_refused", "descends", "faction", "affiliate", "renamed", "support"};
static const char *const chain_stances[] = {"supports", "disputes"};
static const char *const chain_grades[] = {"stated", "reported", "inferred"};
static const char *const chain_weights[] = {"", "1", "2.5", "1e12"};
/* What no cell should hold. */
static const char *const chain_faults[] = {"bogus", "201X",         "2014-02-30", "0000",
                                           "-0001", "9999",         "nan",        "-1",
                                           "1e308", "\xE2\x80\x8B", "\x01"};

/* One figure attribute and the values that are tried for it. */
struct chain_attribute {
    const char *name;
    const char *values[8];
};

static const struct chain_attribute chain_attributes[] = {
    {"figure_width", {"170mm", "85mm", "30mm", "400mm", "0", "1mm", "1000in", "-5mm"}},
    {"figure_height", {"80mm", "10mm", "240mm", "1mm"}},
    {"figure_windows", {"2013; 2014; 2015", "2014; 2014", "2014-06/2014-07; 2016", "x"}},
    {"figure_from", {"2014", "2014-06-29", "2017", "../2014"}},
    {"figure_to", {"2016", "2015-01-01", "2013", "2016/.."}},
    {"figure_step", {"year", "quarter", "month"}},
    {"figure_font", {"embed", "installed"}},
    {"encode_frame", {"region", "none"}},
    {"encode_fill", {"region", "kind", "none"}},
    {"encode_size", {"degree", "betweenness", "community", "bogus", "harmonic", "duration_most"}},
    {"encode_measures", {"density,ties", "triangle_balance", "ties_begun", "bogus"}},
    {"encode_style", {"kind", "family"}},
    {"encode_hubs", {"auto", "none", "g0", "g1,g2", "g0,g0,bogus"}},
    {"encode_dates", {"yes", "no"}},
    {"encode_life", {"yes", "no"}},
    {"encode_legend", {"no", "yes"}},
    {"text_title", {"", "]]><&\"'\\N", "%s%n", "\xD8\xA3\xD9\x86 title", "a\nb\\nc"}},
    {"text_note",
     {"a note of some length under the figure, which needs to be broken into lines", "<b>\\l"}},
    {"select_during", {"2014", "2013/2016", "../2015", "2014-06-29"}},
    {"select_family", {"pledge", "conflict", "membership,split", "lineage"}},
    {"select_region", {"North", "South,East", "\"<&>"}},
    {"select_ego", {"g0", "g1", "g2"}},
    {"select_hops", {"1", "2", "9", "0"}},
    {"select_grade", {"stated", "reported", "inferred"}},
    {"select_contested", {"include", "exclude", "only"}},
    {"select_certain", {"true", "false"}},
    {"select_connected", {"true", "false"}},
    {"select_group_kind", {"organisation", "state,force"}},
};

/* One of a table, now and then a fault. */
#define CHAIN_CHOOSE(bytes, table) \
    (chain_below(bytes, 64) == 63 ? CHAIN_PICK(bytes, chain_faults) : CHAIN_PICK(bytes, table))

/* A cell in quotes. */
static inline void chain_add_cell(struct buffer *csv, const char *text, const char *end)
{
    buffer_add_string(csv, "\"");
    for (; *text != '\0'; text++)
        buffer_add_format(csv, *text == '"' ? "%c\"" : "%c", *text);
    buffer_add_format(csv, "\"%s", end);
}

/* Letters of the input as they are, now and then; other bytes are the matter of fuzz_csv. */
static inline void chain_add_name(struct buffer *csv, struct chain_bytes *bytes, size_t number)
{
    const size_t length = chain_below(bytes, 32);
    char name[128];
    snprintf(name, sizeof name, "g%zu %s", number, CHAIN_CHOOSE(bytes, chain_names));
    if (length >= 16) {
        for (size_t i = 0; i < length - 15; i++)
            name[i] = (char)(' ' + chain_below(bytes, 95));
        name[length - 15] = '\0';
    }
    chain_add_cell(csv, name, ",");
}

static inline void chain_add_group(struct buffer *csv, struct chain_bytes *bytes, size_t number)
{
    buffer_add_format(csv, "g%zu,", number);
    chain_add_name(csv, bytes, number);
    chain_add_cell(csv, CHAIN_CHOOSE(bytes, chain_kinds), ",");
    const size_t parent = chain_below(bytes, 4 * CHAIN_GROUPS_MOST);
    if (parent < 3 * CHAIN_GROUPS_MOST)
        buffer_add_string(csv, ",");
    else
        buffer_add_format(csv, "g%zu,", parent - 3 * CHAIN_GROUPS_MOST);
    chain_add_cell(csv, CHAIN_CHOOSE(bytes, chain_regions), ",");
    chain_add_cell(csv, chain_below(bytes, 2) == 0 ? "" : CHAIN_CHOOSE(bytes, chain_starts), ",");
    chain_add_cell(csv, chain_below(bytes, 2) == 0 ? "" : CHAIN_CHOOSE(bytes, chain_ends), "\n");
}

/* From one group to another; now and then to itself or to one that is not there. */
static inline void chain_add_relation(struct buffer *csv, struct chain_bytes *bytes, size_t number,
                                      size_t groups)
{
    const size_t source = chain_below(bytes, groups);
    const size_t step = chain_below(bytes, 4 * groups);
    const size_t target = step == 4 * groups - 1 ? groups : (source + 1 + step) % groups;
    buffer_add_format(csv, "r%zu,g%zu,g%zu,%s,", number, source, target,
                      CHAIN_CHOOSE(bytes, chain_ties));
    chain_add_cell(csv, CHAIN_CHOOSE(bytes, chain_starts), ",");
    chain_add_cell(csv, CHAIN_CHOOSE(bytes, chain_ends), ",");
    chain_add_cell(csv, CHAIN_CHOOSE(bytes, chain_weights), "\n");
}

static inline void chain_add_claims(struct buffer *csv, struct chain_bytes *bytes, size_t number)
{
    buffer_add_format(csv, "r%zu,s%zu,%s,%s,\n", number, chain_below(bytes, 3),
                      chain_below(bytes, 8) == 7 ? CHAIN_CHOOSE(bytes, chain_stances) : "supports",
                      CHAIN_CHOOSE(bytes, chain_grades));
    if (chain_below(bytes, 4) == 1)
        buffer_add_format(csv, "r%zu,s%zu,disputes,stated,%s\n", number, chain_below(bytes, 4),
                          CHAIN_CHOOSE(bytes, chain_starts));
}

/* What a dataset in memory is made of; released with the buffers. */
struct chain_files {
    struct buffer groups;
    struct buffer relations;
    struct buffer claims;
};

static inline void chain_add_files(struct folder *folder, struct chain_files *files,
                                   struct chain_bytes *bytes)
{
    const size_t groups = 2 + chain_below(bytes, CHAIN_GROUPS_MOST);
    const size_t relations = chain_below(bytes, CHAIN_RELATIONS_MOST);
    buffer_add_string(&files->groups, "id,name,kind,parent,region,founded,ended\n");
    buffer_add_string(&files->relations, "id,source,target,kind,start,end,weight\n");
    buffer_add_string(&files->claims, "relation,source,stance,grade,start\n");
    for (size_t i = 0; i < groups; i++)
        chain_add_group(&files->groups, bytes, i);
    for (size_t i = 0; i < relations; i++) {
        chain_add_relation(&files->relations, bytes, i, groups);
        chain_add_claims(&files->claims, bytes, i);
    }
    folder_add(folder, TEXT("groups.csv"), buffer_text(&files->groups));
    folder_add(folder, TEXT("relations.csv"), buffer_text(&files->relations));
    folder_add(folder, TEXT("claims.csv"), buffer_text(&files->claims));
    folder_add(folder, TEXT("datapackage.json"), TEXT("{\"name\": \"tiny\"}"));
    folder_add(folder, TEXT("sources.json"),
               TEXT("[{\"id\": \"s0\", \"title\": \"First & <b>last</b>\"},"
                    " {\"id\": \"s1\", \"title\": \"]]>\", \"URL\": \"https://example.org/?a&b\"},"
                    " {\"id\": \"s2\", \"title\": \"=x\"}]"));
}

static inline void chain_release_files(struct chain_files *files)
{
    buffer_release(&files->groups);
    buffer_release(&files->relations);
    buffer_release(&files->claims);
}

static inline void chain_set(struct figure_definition *definition, const char *name,
                             const char *value)
{
    struct error error = {0};
    definition_set(definition, text_from(name), text_from(value), &error);
}

/* Refused values are left aside, as the command line would end there. */
static inline void chain_define(struct figure_definition *definition, struct chain_bytes *bytes)
{
    const size_t count = chain_below(bytes, 8);
    definition_init(definition, FIGURE_OVERVIEW);
    definition->name = TEXT("chain");
    definition->file = TEXT("chain.gv");
    chain_set(definition, "figure_type",
              figure_type_name((enum figure_type)chain_below(bytes, FIGURE_TYPE_COUNT)));
    if (definition->type == FIGURE_STRIP)
        chain_set(definition, "figure_windows", "2014; 2015");
    if (definition->type == FIGURE_DIFFERENCE) {
        chain_set(definition, "figure_from", "2014-06");
        chain_set(definition, "figure_to", "2015-12");
    }
    for (size_t i = 0; i < count; i++) {
        const struct chain_attribute *attribute = &CHAIN_PICK(bytes, chain_attributes);
        const char *value = CHAIN_PICK(bytes, attribute->values);
        if (value != NULL)
            chain_set(definition, attribute->name, value);
    }
    definition_complete(definition);
}

#endif
