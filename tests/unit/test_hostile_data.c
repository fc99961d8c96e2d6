/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A corpus of bad datasets, figure definitions, themes and imported files.  Each is a sound folder
 * with one thing spoiled; the program must say the code named beside it, and end with the status
 * that goes with it, and leave no file half written.  Every code of the catalogue has a case.
 */
#include "bad_cases.h"
#include "bad_folder.h"

#include "model/catalogue.h"

enum {
    VALUES = sizeof bad_values / sizeof *bad_values,
    TABLES = 3 /* the first tables of bad_names, and the two optional ones */
};

static struct bad_folder folder;
static size_t tried;
static size_t told[CATALOGUE_COUNT];

static bool has_code(const char *code)
{
    static const char *const levels[] = {"error", "warning", "note"};
    for (size_t i = 0; i < 3; i++) {
        char words[80];
        snprintf(words, sizeof words, ": %s %s: ", levels[i], code);
        if (strstr(folder.said.at, words) != NULL)
            return true;
    }
    return false;
}

static void note_codes(void)
{
    for (size_t i = 0; i < CATALOGUE_COUNT; i++)
        told[i] += has_code(catalogue_get((enum catalogue_entry)i)->code);
}

/* The last command told each of the codes. */
static void check_codes(const char *what, const char *codes)
{
    struct text rest = text_from(codes);
    struct text code;
    tried++;
    note_codes();
    while (text_next_piece(&rest, ' ', &code)) {
        const char *name = arena_format(&folder.arena, TEXT_FORMAT, TEXT_PARTS(code)).at;
        if (name[0] != '\0' && !has_code(name))
            fail_msg("%s: no finding %s in:\n" TEXT_FORMAT, what, name, TEXT_PARTS(folder.said));
    }
}

static void check_no_parts(const char *what)
{
    if (bad_folder_count_parts(folder.path) > 0)
        fail_msg("%s: a file is left half written", what);
}

/* A dataset is judged as it should be, and the rest of the program goes on with its sound rows. */
static void check_dataset(const char *what, const char *codes)
{
    const int status = bad_folder_run(&folder, "check @/data");
    const bool has_error = strstr(folder.said.at, ": error ") != NULL;
    if (status != (has_error ? STATUS_FINDINGS : STATUS_GOOD))
        fail_msg("%s: status %d after:\n" TEXT_FORMAT, what, status, TEXT_PARTS(folder.said));
    check_codes(what, codes);
    const int listed = bad_folder_run(&folder, "list @/data relations --format=csv");
    if (listed != status)
        fail_msg("%s: list ends with %d:\n" TEXT_FORMAT, what, listed, TEXT_PARTS(folder.said));
    if (tried % 16 > 0)
        return;
    const int strict = bad_folder_run(&folder, "report @/data --figures=@/graphs --out=@/strict");
    assert_int_equal(file_exists(bad_folder_path(&folder, "strict")), strict == STATUS_GOOD);
    const int measured = bad_folder_run(&folder, "metrics @/data --keep-going --format=json");
    if (measured != status)
        fail_msg("%s: metrics end with %d:\n" TEXT_FORMAT, what, measured, TEXT_PARTS(folder.said));
    check_no_parts(what);
    bad_folder_remove(bad_folder_path(&folder, "strict"));
}

static struct text join(struct text before, struct text middle, struct text behind)
{
    const size_t length = before.length + middle.length + behind.length;
    char *bytes = arena_alloc(&folder.arena, length + 1, 1);
    memcpy(bytes, before.at, before.length);
    memcpy(bytes + before.length, middle.at, middle.length);
    memcpy(bytes + before.length + middle.length, behind.at, behind.length);
    return (struct text){bytes, length};
}

/* A text with the first `old` in it made `new`. */
static struct text swap(struct text text, struct text old, struct text new)
{
    for (size_t i = 0; i + old.length <= text.length; i++)
        if (memcmp(text.at + i, old.at, old.length) == 0)
            return join((struct text){text.at, i}, new,
                        (struct text){text.at + i + old.length, text.length - i - old.length});
    fail_msg("'" TEXT_FORMAT "' is not in the sound file", TEXT_PARTS(old));
    return text;
}

static struct text make_endless(void)
{
    const size_t length = (size_t)1 << 21;
    char *bytes = arena_alloc(&folder.arena, length, 1);
    memset(bytes, 'x', length);
    return (struct text){bytes, length};
}

static void spoil(const struct bad_case *bad, const char *path, struct text sound)
{
    const char *full = bad_folder_path(&folder, path);
    bad_folder_remove(full);
    switch (bad->spoil) {
    case SWAP: bad_folder_write(&folder, path, swap(sound, bad->old, bad->new)); break;
    case WHOLE: bad_folder_write(&folder, path, bad->new); break;
    case APPEND: bad_folder_write(&folder, path, join(sound, bad->new, TEXT(""))); break;
    case LONG: bad_folder_write(&folder, path, swap(sound, bad->old, make_endless())); break;
    case FOLDER: assert_int_equal(mkdir(full, 0777), 0); break;
    case PIPE: assert_int_equal(mkfifo(full, 0600), 0); break;
    case LINK: assert_int_equal(symlink(bad->new.at, full), 0); break;
    case REMOVE: break;
    }
}

static size_t number_of(const char *name)
{
    size_t i = 0;
    while (strcmp(bad_names[i], name) != 0)
        i++;
    return i;
}

static void run_datasets(const struct bad_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t file = number_of(cases[i].file);
        const char *path = arena_format(&folder.arena, "data/%s", cases[i].file).at;
        const char *what = arena_format(&folder.arena, "%s, case %zu", cases[i].file, i).at;
        spoil(&cases[i], path, folder.sound[file]);
        check_dataset(what, cases[i].codes);
        bad_folder_restore(&folder, file);
    }
}

#define RUN_DATASETS(cases) run_datasets((cases), sizeof(cases) / sizeof *(cases))

static void test_bad_files(void **state)
{
    (void)state;
    RUN_DATASETS(file_cases);
}

static void test_bad_rows(void **state)
{
    (void)state;
    RUN_DATASETS(row_cases);
}

static void test_bad_json(void **state)
{
    (void)state;
    RUN_DATASETS(json_cases);
}

/* The last row of a table with another value in one of its fields. */
static struct text spoil_field(struct text sound, size_t field, struct text value)
{
    size_t start = sound.length - 1;
    while (sound.at[start - 1] != '\n')
        start--;
    for (; field > 0; field--)
        start =
            (size_t)((const char *)memchr(sound.at + start, ',', sound.length - start) - sound.at) +
            1;
    size_t end = start;
    while (sound.at[end] != ',' && sound.at[end] != '\n')
        end++;
    return join((struct text){sound.at, start}, value,
                (struct text){sound.at + end, sound.length - end});
}

static void spoil_every_field(size_t file)
{
    const struct text sound = folder.sound[file];
    const char *path = arena_format(&folder.arena, "data/%s", bad_names[file]).at;
    size_t fields = 1;
    for (size_t i = 0; sound.at[i] != '\n'; i++)
        fields += sound.at[i] == ',';
    for (size_t field = 0; field < fields; field++)
        for (size_t i = 0; i < VALUES; i++) {
            const char *what = arena_format(&folder.arena, "%s, field %zu, %s", bad_names[file],
                                            field, bad_values[i].code)
                                   .at;
            bad_folder_write(&folder, path, spoil_field(sound, field, bad_values[i].value));
            check_dataset(what, bad_values[i].code);
        }
    bad_folder_restore(&folder, file);
}

static void test_bad_values_in_every_column(void **state)
{
    (void)state;
    for (size_t file = 0; file < TABLES; file++)
        spoil_every_field(file);
    spoil_every_field(number_of("kinds.csv"));
    spoil_every_field(number_of("estimates.csv"));
}

static void run_figure(const struct bad_case *bad, size_t number)
{
    const bool is_theme = strcmp(bad->file, "f.gv") != 0;
    const char *path = arena_format(&folder.arena, "graphs/%s", bad->file).at;
    const char *what = arena_format(&folder.arena, "%s, case %zu", bad->file, number).at;
    bad_folder_write(&folder, "graphs/f.gv", TEXT("digraph { graph [figure_theme=t] }"));
    spoil(bad, path, TEXT("// /\n"));
    /* A word wrong besides keeps a figure from being drawn that is only warned of. */
    const int status = bad_folder_run(&folder, is_theme ? "draw @/data @/graphs/f.gv -o @/f.svg"
                                                        : "draw @/data @/graphs/f.gv -o @/f.svg "
                                                          "--set=figure_type=no");
    if (status < STATUS_FINDINGS || status > STATUS_USAGE)
        fail_msg("%s: status %d after:\n" TEXT_FORMAT, what, status, TEXT_PARTS(folder.said));
    check_codes(what, bad->codes);
    assert_false(file_exists(bad_folder_path(&folder, "f.svg")));
}

static void test_bad_figures_and_themes(void **state)
{
    (void)state;
    assert_int_equal(mkdir(bad_folder_path(&folder, "graphs/themes"), 0777), 0);
    for (size_t i = 0; i < sizeof figure_cases / sizeof *figure_cases; i++)
        run_figure(&figure_cases[i], i);
    check_no_parts("figures");
    bad_folder_remove(bad_folder_path(&folder, "graphs/f.gv"));
    bad_folder_remove(bad_folder_path(&folder, "graphs/themes"));
}

static void check_import(const char *what, const char *line, const char *codes)
{
    const int status = bad_folder_run(&folder, line);
    if (status < STATUS_GOOD || status > STATUS_SYSTEM)
        fail_msg("%s: status %d", what, status);
    check_codes(what, codes);
    check_no_parts(what);
    bad_folder_remove(bad_folder_path(&folder, "made"));
}

static void test_bad_imports(void **state)
{
    (void)state;
    bad_folder_write(&folder, "match.csv", TEXT("name,group\nNobody,B\n"));
    for (size_t i = 0; i < sizeof import_cases / sizeof *import_cases; i++) {
        bad_folder_write(&folder, "t.csv", import_cases[i].new);
        check_import(arena_format(&folder.arena, "import, case %zu", i).at,
                     "import csv @/t.csv --out=@/made --match=@/match.csv --map=nap=",
                     import_cases[i].codes);
    }
    for (size_t i = 0; i < sizeof format_cases / sizeof *format_cases; i++)
        check_import(format_cases[i].line, format_cases[i].line, format_cases[i].codes);
}

/* Last: the others have counted what was told. */
static void test_every_code_has_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < CATALOGUE_COUNT; i++)
        if (told[i] == 0)
            fail_msg("no bad input gives %s", catalogue_get((enum catalogue_entry)i)->code);
    if (tried < 300)
        fail_msg("only %zu bad inputs", tried);
    print_message("%zu bad inputs, %d codes\n", tried, CATALOGUE_COUNT);
}

static int open_corpus(void **state)
{
    (void)state;
    bad_folder_init(&folder);
    /* A relation of the dataset's own kind, so that the table of kinds matters. */
    folder.sound[1] = swap(folder.sound[1], TEXT("alliance,2015"), TEXT("truce,2015"));
    bad_folder_restore(&folder, 1);
    return 0;
}

/* A test that fails leaves the folder as it is. */
static int restore_corpus(void **state)
{
    (void)state;
    for (size_t i = 0; i < BAD_FILES; i++)
        bad_folder_restore(&folder, i);
    return 0;
}

static int close_corpus(void **state)
{
    (void)state;
    bad_folder_release(&folder);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_bad_files, restore_corpus),
        cmocka_unit_test_setup(test_bad_rows, restore_corpus),
        cmocka_unit_test_setup(test_bad_json, restore_corpus),
        cmocka_unit_test_setup(test_bad_values_in_every_column, restore_corpus),
        cmocka_unit_test_setup(test_bad_figures_and_themes, restore_corpus),
        cmocka_unit_test_setup(test_bad_imports, restore_corpus),
        cmocka_unit_test(test_every_code_has_a_case),
    };
    return cmocka_run_group_tests(tests, open_corpus, close_corpus);
}
