/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pajek networks (.net): *Vertices, *Arcs and *Edges with or without the number and the name of a
 * relation, *Arcslist, *Edgeslist and *Matrix, of one mode or two.  The name of the relation is the
 * code of its ties; when it is a family of ours, the label of a line is, as this program writes it.
 */
#include <limits.h>
#include <stdlib.h>

#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"

enum section {
    PAJEK_NOTHING, /* *Network, *Partition and the like: not read */
    PAJEK_VERTICES,
    PAJEK_LINES,
    PAJEK_LISTS,
    PAJEK_MATRIX,
};

struct pajek {
    struct graph_rows *rows;
    struct text rest; /* of the present line */
    size_t line;
    enum section section;
    bool mutual;
    struct text relation;
    long vertices;
    long
        first_mode; /* of a two-mode network: vertices that are the rows of its matrix; 0 = one mode */
    long matrix_row;
};

/* The next word or text in quotation marks; false at the end of the line. */
static bool next_word(struct pajek *pajek, struct text *word)
{
    struct text rest = text_trim(pajek->rest);
    size_t length = 0;
    *word = (struct text){0};
    if (rest.length == 0)
        return false;
    if (rest.at[0] == '"') {
        for (length = 1; length < rest.length && rest.at[length] != '"';)
            length++;
        *word = (struct text){rest.at + 1, length - 1};
        length += length < rest.length;
    } else {
        while (length < rest.length && rest.at[length] != ' ' && rest.at[length] != '\t')
            length++;
        *word = (struct text){rest.at, length};
    }
    pajek->rest = (struct text){rest.at + length, rest.length - length};
    return true;
}

static const struct {
    const char *name;
    enum section section;
    bool mutual;
} headings[] = {
    {"*vertices", PAJEK_VERTICES, false}, {"*arcs", PAJEK_LINES, false},
    {"*edges", PAJEK_LINES, true},        {"*arcslist", PAJEK_LISTS, false},
    {"*edgeslist", PAJEK_LISTS, true},    {"*matrix", PAJEK_MATRIX, false},
};

static bool same_heading(struct text word, const char *name)
{
    size_t i = 0;
    for (; i < word.length && name[i] != '\0'; i++) {
        const char byte = word.at[i];
        if ((byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte) != name[i])
            return false;
    }
    return i == word.length && name[i] == '\0';
}

/* "15 10": fifteen vertices, of which ten are of the first mode. */
static void read_counts(struct pajek *pajek)
{
    struct text word;
    pajek->vertices = 0;
    pajek->first_mode = 0;
    if (next_word(pajek, &word))
        text_to_long(word, &pajek->vertices);
    if (next_word(pajek, &word))
        text_to_long(word, &pajek->first_mode);
    if (pajek->first_mode < 0 || pajek->first_mode >= pajek->vertices)
        pajek->first_mode = 0;
}

/* ":2 "rival"", or ":2" without a name; a number alone counts the lines. */
static void read_relation(struct pajek *pajek)
{
    struct text word;
    long count;
    pajek->relation = (struct text){0};
    if (next_word(pajek, &word) && !text_to_long(word, &count) &&
        !next_word(pajek, &pajek->relation))
        pajek->relation = word;
}

static void read_heading(struct pajek *pajek)
{
    struct text word;
    next_word(pajek, &word);
    pajek->section = PAJEK_NOTHING;
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (same_heading(word, headings[i].name)) {
            pajek->section = headings[i].section;
            pajek->mutual = headings[i].mutual;
        }
    pajek->matrix_row = 0;
    if (pajek->section == PAJEK_VERTICES)
        read_counts(pajek);
    else
        read_relation(pajek);
    if (pajek->section == PAJEK_MATRIX)
        pajek->mutual = pajek->first_mode > 0;
}

static void read_vertex(struct pajek *pajek)
{
    struct text word;
    long number = 0;
    next_word(pajek, &word);
    if (!text_to_long(word, &number)) {
        graph_rows_refused(pajek->rows, pajek->line, FOUND_GRAPH_SYNTAX,
                           "the number of a vertex is expected");
        return;
    }
    graph_rows_node(pajek->rows, pajek->line);
    graph_rows_set_number(pajek->rows, GRAPH_NUMBER, number);
    if (next_word(pajek, &word))
        graph_rows_set(pajek->rows, "name", word);
}

/* Take a line as a tie between two vertices; false when it is none. */
static bool begin_tie(struct pajek *pajek, long source, long target)
{
    if (source < 1 || target < 1 || source > pajek->vertices || target > pajek->vertices) {
        graph_rows_refused(pajek->rows, pajek->line, FOUND_ID_DANGLING,
                           "a tie is between the numbers of two vertices");
        return false;
    }
    graph_rows_edge(pajek->rows, pajek->line);
    graph_rows_set_number(pajek->rows, "source", source);
    graph_rows_set_number(pajek->rows, "target", target);
    if (pajek->mutual)
        graph_rows_set(pajek->rows, "direction", TEXT("mutual"));
    return true;
}

/* The kind of the line: by its relation, and by its label when that is finer. */
static void set_kind(struct pajek *pajek, struct text label)
{
    enum family family;
    const bool known = pajek->relation.length == 0 || family_from_text(pajek->relation, &family);
    if (known && label.length > 0) {
        graph_rows_set(pajek->rows, "family", pajek->relation);
        graph_rows_set(pajek->rows, "kind", label);
    }
    graph_rows_set(pajek->rows, "kind", pajek->relation);
}

static void read_line(struct pajek *pajek)
{
    struct text words[2] = {{0}};
    struct text word;
    struct text label = {0};
    long ends[2] = {0, 0};
    double value;
    for (size_t i = 0; i < 2; i++)
        if (next_word(pajek, &words[i]))
            text_to_long(words[i], &ends[i]);
    if (!begin_tie(pajek, ends[0], ends[1]))
        return;
    bool has_word = next_word(pajek, &word);
    if (has_word && text_to_double(word, &value)) {
        graph_rows_set(pajek->rows, "weight", word);
        has_word = next_word(pajek, &word);
    }
    for (; has_word; has_word = next_word(pajek, &word))
        if (text_equal_string(word, "l"))
            next_word(pajek, &label);
    set_kind(pajek, label);
}

static void read_list(struct pajek *pajek)
{
    struct text word;
    long source = 0;
    long target = 0;
    if (next_word(pajek, &word))
        text_to_long(word, &source);
    while (next_word(pajek, &word)) {
        const bool negative = word.at[0] == '-';
        target = 0;
        text_to_long(word, &target);
        if (!begin_tie(pajek, source, target == LONG_MIN ? 0 : labs(target)))
            return;
        graph_rows_set(pajek->rows, "weight", negative ? TEXT("-1") : TEXT("1"));
        set_kind(pajek, (struct text){0});
    }
}

static void read_matrix_row(struct pajek *pajek)
{
    struct text word;
    double value = 0;
    pajek->matrix_row++;
    for (long column = 1; next_word(pajek, &word); column++) {
        if (!text_to_double(word, &value)) {
            graph_rows_malformed(pajek->rows, pajek->line, 0, "a number is expected");
            return;
        }
        if (value == 0)
            continue;
        const bool inside = column <= pajek->vertices - pajek->first_mode &&
                            (pajek->first_mode == 0 || pajek->matrix_row <= pajek->first_mode);
        if (!begin_tie(pajek, pajek->matrix_row, inside ? pajek->first_mode + column : 0))
            return;
        graph_rows_set(pajek->rows, "weight", word);
        set_kind(pajek, (struct text){0});
    }
}

static void take_line(struct pajek *pajek, struct text line)
{
    pajek->rest = text_trim(line);
    if (pajek->rest.length == 0 || pajek->rest.at[0] == '%')
        return;
    if (pajek->rest.at[0] == '*') {
        read_heading(pajek);
        return;
    }
    switch (pajek->section) {
    case PAJEK_NOTHING: break;
    case PAJEK_VERTICES: read_vertex(pajek); break;
    case PAJEK_LINES: read_line(pajek); break;
    case PAJEK_LISTS: read_list(pajek); break;
    case PAJEK_MATRIX: read_matrix_row(pajek); break;
    }
}

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graph_rows rows;
    struct text line;
    if (!graph_rows_open(&rows, import, path, false, error))
        return false;
    rows.implicit = true; /* vertices that are only counted */
    struct pajek pajek = {.rows = &rows};
    for (struct text rest = rows.contents; text_next_piece(&rest, '\n', &line);) {
        pajek.line++;
        take_line(&pajek, line);
    }
    return graph_rows_close(&rows, error);
}

const struct import_format import_pajek = {
    .name = "pajek",
    .title = "Pajek network",
    .description =
        "Vertices become groups, arcs and edges ties. The name of a relation (*Arcs :2 \"rival\")\n"
        "is the code of its ties. Where values are negative they are the signs of ties; edges "
        "are\nmutual where their kind is a new one.",
    CSV_FORMAT,
    .read = read,
};
