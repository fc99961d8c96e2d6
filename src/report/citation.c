/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/citation.h"

#include <ctype.h>

struct text citation_year(const struct source *source)
{
    for (size_t i = 0; i < 4; i++)
        if (i >= source->issued.length || !isdigit((unsigned char)source->issued.at[i]))
            return (struct text){0};
    return (struct text){.at = source->issued.at, .length = 4};
}

void citation_add_short(struct buffer *buffer, const struct source *source)
{
    struct text who = source->authors.length > 0 ? source->authors : source->title;
    buffer_add_text(buffer, who.length > 0 ? who : source->id);
    struct text year = citation_year(source);
    if (year.length > 0)
        buffer_add_format(buffer, " " TEXT_FORMAT, TEXT_PARTS(year));
}

void citation_add_locator(struct buffer *buffer, struct text locator)
{
    long number = 0;
    if (locator.length == 0)
        return;
    buffer_add_string(buffer, text_to_long(locator, &number) ? ", par. " : ", ");
    buffer_add_text(buffer, locator);
}

void citation_add_claim(struct buffer *buffer, const struct dataset *dataset,
                        const struct claim *claim)
{
    citation_add_short(buffer, &dataset->sources.items[claim->source]);
    citation_add_locator(buffer, claim->locator);
    if (claim->disputes)
        buffer_add_string(buffer, " (disputes)");
}

bool citation_continues(const struct claim *claims, size_t index)
{
    const struct claim *claim = &claims[index];
    long number = 0;
    return index > 0 && claim->source == claims[index - 1].source && !claim->disputes &&
           !claims[index - 1].disputes && text_to_long(claim->locator, &number) &&
           text_to_long(claims[index - 1].locator, &number);
}

void citation_add_claims(struct buffer *buffer, const struct dataset *dataset, relation_id relation)
{
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(dataset, relation, &count);
    for (size_t i = 0; i < count; i++) {
        if (citation_continues(claims, i)) {
            buffer_add_format(buffer, ", " TEXT_FORMAT, TEXT_PARTS(claims[i].locator));
            continue;
        }
        buffer_add_string(buffer, i > 0 ? "; " : "");
        citation_add_claim(buffer, dataset, &claims[i]);
    }
}

static bool is_named_before(const struct claim *claims, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (claims[i].source == claims[index].source)
            return true;
    return false;
}

void citation_add_source_ids(struct buffer *buffer, const struct dataset *dataset,
                             relation_id relation)
{
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(dataset, relation, &count);
    for (size_t i = 0; i < count; i++) {
        if (is_named_before(claims, i))
            continue;
        buffer_add_string(buffer, i > 0 ? ";" : "");
        buffer_add_text(buffer, dataset->sources.items[claims[i].source].id);
    }
}
