/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/relation.h"

static const char *const grade_names[] = {
    [GRADE_INFERRED] = "inferred",
    [GRADE_REPORTED] = "reported",
    [GRADE_STATED] = "stated",
};

static const char *const outcome_names[] = {
    [OUTCOME_SUPPORTED] = "supported",
    [OUTCOME_CONTESTED] = "contested",
    [OUTCOME_REJECTED] = "rejected",
};

const char *grade_name(enum grade grade)
{
    return grade_names[grade];
}

bool grade_from_text(struct text text, enum grade *grade)
{
    for (unsigned i = 0; i < sizeof grade_names / sizeof *grade_names; i++) {
        if (text_equal_string(text, grade_names[i])) {
            *grade = (enum grade)i;
            return true;
        }
    }
    return false;
}

const char *outcome_name(enum outcome outcome)
{
    return outcome_names[outcome];
}
