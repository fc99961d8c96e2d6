/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sources and claims in words: the short form beside a tie, the full form in a list.
 * Used by the table builders and the page.
 */
#ifndef BLOC_REPORT_CITATION_H
#define BLOC_REPORT_CITATION_H

#include "base/buffer.h"
#include "model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* "Gartenstein-Ross and Barr 2016"; the title when no author is known, the id when neither. */
void citation_add_short(struct buffer *buffer, const struct source *source);

/* ", par. 12" for a bare number, which counts paragraphs, ", p. 3" as written; or nothing. */
void citation_add_locator(struct buffer *buffer, struct text locator);

/* One claim: "Barr 2016, par. 12 (disputes)"; without a locator the source alone. */
void citation_add_claim(struct buffer *buffer, const struct dataset *dataset,
                        const struct claim *claim);

/* Is the claim another paragraph of the same source as the one before it?  Both then share one
 * citation: "Barr 2016, par. 12, 14". */
bool citation_continues(const struct claim *claims, size_t index);

/* All claims of a relation, "; " between them. */
void citation_add_claims(struct buffer *buffer, const struct dataset *dataset,
                         relation_id relation);

/* The ids of the sources that the claims name, `;` between them, each once. */
void citation_add_source_ids(struct buffer *buffer, const struct dataset *dataset,
                             relation_id relation);

/* First four digits of the date of issue, or the empty text. */
struct text citation_year(const struct source *source);

#endif
