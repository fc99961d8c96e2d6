/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/chances.h"

#include <stddef.h>

#include "base/choice.h"

static const struct {
    struct text name;
    size_t field;
} fields[] = {
    {{"stated", 6}, offsetof(struct tie_chances, by_grade[GRADE_STATED])},
    {{"reported", 8}, offsetof(struct tie_chances, by_grade[GRADE_REPORTED])},
    {{"inferred", 8}, offsetof(struct tie_chances, by_grade[GRADE_INFERRED])},
    {{"possible", 8}, offsetof(struct tie_chances, possible)},
    {{"disputed", 8}, offsetof(struct tie_chances, disputed)},
};

#define FIELD_COUNT (sizeof fields / sizeof *fields)

static double *find_field(struct text name, struct tie_chances *chances, struct error *error)
{
    struct text names[FIELD_COUNT];
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        names[i] = fields[i].name;
        if (text_equal(names[i], name))
            return (double *)(void *)((char *)chances + fields[i].field);
    }
    choice_refuse("grade", name, names, FIELD_COUNT, error);
    return NULL;
}

static bool set_one(struct text piece, struct tie_chances *chances, struct error *error)
{
    struct text rest = piece;
    struct text name = {0};
    double number = -1;
    text_next_piece(&rest, '=', &name);
    double *field = find_field(text_trim(name), chances, error);
    if (field == NULL)
        return false;
    if (!text_to_double(text_trim(rest), &number) || !(number >= 0 && number <= 1))
        return error_set(error, ERROR_USAGE,
                         "'--grade-probability' needs a number from 0 to 1 for each grade, as in "
                         "stated=0.95, not '" TEXT_FORMAT "'",
                         TEXT_PARTS(piece));
    *field = number;
    return true;
}

bool chances_from_text(struct text words, struct tie_chances *chances, struct error *error)
{
    struct text piece;
    while (words.length > 0 && text_next_piece(&words, ',', &piece))
        if (!set_one(text_trim(piece), chances, error))
            return false;
    return true;
}
