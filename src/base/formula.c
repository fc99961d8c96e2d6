/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/formula.h"

#include <stddef.h>
#include <string.h>

/* What spreadsheets begin a formula with, the wide forms of East Asian keyboards too:
 * https://owasp.org/www-community/attacks/CSV_Injection */
static bool begins_formula(struct text text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0"};
    if (text.length == 0)
        return false;
    if (memchr("=+-@\t\r\n", text.at[0], 7) != NULL)
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (text_starts_with(text, wide[i]))
            return true;
    return false;
}

static bool has_apostrophe(struct text text)
{
    return text.length > 0 && text.at[0] == '\'';
}

static struct text behind_apostrophes(struct text text)
{
    while (has_apostrophe(text)) {
        text.at++;
        text.length--;
    }
    return text;
}

bool formula_needs_apostrophe(struct text text)
{
    double number;
    if (has_apostrophe(text))
        return begins_formula(behind_apostrophes(text));
    /* One sign alone is a value of ours ("+" and "-" are signs), longer texts may be formulas. */
    return text.length > 1 && begins_formula(text) && !text_to_double(text, &number);
}

struct text formula_without_apostrophe(struct text field)
{
    if (!has_apostrophe(field) || !begins_formula(behind_apostrophes(field)))
        return field;
    return (struct text){field.at + 1, field.length - 1};
}
