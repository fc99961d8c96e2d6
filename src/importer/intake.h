/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What importers hand over: groups, ties, the claims that carry them, sources and kinds, in the
 * words of the dataset that is being made.  Texts are cleaned and copied, names become ids, the
 * same tie twice becomes one tie with two claims.  Nothing here is written yet: see
 * importer/package.h.
 */
#ifndef BLOC_IMPORTER_INTAKE_H
#define BLOC_IMPORTER_INTAKE_H

#include "base/arena.h"
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "base/text_index.h"
#include "model/group.h"
#include "model/kind.h"
#include "model/relation.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define INTAKE_NONE UINT32_MAX

struct intake_group {
    struct text id; /* made from the name, unique */
    struct text name;
    struct text label;
    struct text_list aliases; /* other spellings met */
    struct text code;         /* the id that the original data gives it; may be empty */
    enum group_kind kind;
    struct text parent; /* as the data names it, by id or name; see importer/parents.h */
    struct text region;
    struct text country;
    struct text founded; /* EDTF */
    struct text ended;
    struct text note;
    struct text last_name; /* as last met, to notice another one quickly */
};

struct intake_kind {
    struct kind kind;
    bool is_default; /* built in and unchanged: not to be written */
    size_t ties;
};

struct intake_source {
    struct text id;
    struct text type; /* of CSL: "dataset", "document" */
    struct text title;
    struct text authors; /* one literal name */
    struct text publisher;
    struct text note;
};

/* Two names that mean the same, as a person says. */
struct intake_match {
    struct text name;
    struct text canonical; /* the one to be used */
    size_t line;           /* where it is said */
    bool used;
};

LIST(intake_match_list, struct intake_match);

/* Two ties that agree in all of this are one. */
struct intake_tie {
    uint32_t source; /* group */
    uint32_t target;
    uint32_t kind;
    struct text start; /* EDTF; valid, see importer/when.h */
    struct text end;
    struct text place;
    double weight;
    struct text note; /* of the first row that told of it; not compared */
};

struct intake_claim {
    uint32_t tie;
    uint32_t source;
    struct text locator; /* "line 12, id 7" */
    bool disputes;
    enum grade grade;
    struct text note;
};

struct intake_estimate {
    uint32_t tie;
    const char *quantity;
    double low; /* NAN = none */
    double high;
    struct text date;
    uint32_t source;
    struct text locator;
    struct text note;
};

LIST(intake_group_list, struct intake_group);
LIST(intake_kind_list, struct intake_kind);
LIST(intake_source_list, struct intake_source);
LIST(intake_tie_list, struct intake_tie);
LIST(intake_claim_list, struct intake_claim);
LIST(intake_estimate_list, struct intake_estimate);

/* The zero value is not valid; see intake_init. */
struct intake {
    struct arena arena;
    struct intake_group_list groups; /* in the order met */
    struct intake_kind_list kinds;   /* the built-in ones first */
    struct intake_source_list sources;
    struct intake_tie_list ties;
    struct intake_claim_list claims;
    struct intake_estimate_list estimates;
    struct text_index names; /* as written and folded -> group */
    struct text_index codes; /* original ids -> group */
    struct text_index ids;   /* of groups */
    struct text_index source_ids;
    struct text_index texts;          /* every text kept, once */
    struct text_index same;           /* folded names -> matches */
    struct intake_match_list matches; /* see importer/match.h */
    uint32_t *slots;                  /* hash table of ties */
    size_t slot_count;
};

void intake_init(struct intake *intake);
void intake_release(struct intake *intake);

/*
 * A text as the dataset can hold it: white space trimmed, control characters and malformed bytes
 * replaced, cut at `most` characters with an ellipsis.  The same text is kept once.
 */
struct text intake_text(struct intake *intake, struct text text, size_t most);

/* Is anything to be seen in a text?  Blanks, controls and invisible characters alone are no name. */
bool intake_is_name(struct text text);

/* The group of a name, made when it is new.  Names that differ only in case, composition or white
 * space are the same; the first spelling is kept.  One that is no name becomes "(unnamed)". */
uint32_t intake_group_named(struct intake *intake, struct text name);

/*
 * The group of an original id, made when it is new; the name must not be blank.  *renamed tells
 * that the id stood with another name before: that name is kept, the other is an alias.
 */
uint32_t intake_group_coded(struct intake *intake, struct text code, struct text name,
                            bool *renamed);

/* The group of a name, or INTAKE_NONE. */
uint32_t intake_find_group(struct intake *intake, struct text name);

/* Give a group that was met by its original id its name; it is then found by either. */
void intake_name_group(struct intake *intake, uint32_t at, struct text code, struct text name);

/* Another name of a group; false when it is one already. */
bool intake_add_alias(struct intake *intake, uint32_t at, struct text alias);

/* Use the second name wherever the first is met, as a line of a file says; the first line that
 * speaks of a name stands. */
void intake_match(struct intake *intake, struct text name, struct text canonical, size_t line);

/* A kind by its name, or INTAKE_NONE. */
uint32_t intake_find_kind(const struct intake *intake, struct text name);

/* Is it one of the kinds that every dataset has? */
bool intake_is_built_in(uint32_t kind);

/* Add a kind, or replace the one of that name. */
uint32_t intake_add_kind(struct intake *intake, const struct kind *kind);

/* Add a source; its id is made unique.  The texts are copied. */
uint32_t intake_add_source(struct intake *intake, const struct intake_source *source);

/* Add a tie or find the one that is the same; *is_new tells.  A mutual tie has no first end.  Source
 * and target must differ. */
uint32_t intake_add_tie(struct intake *intake, const struct intake_tie *tie, bool *is_new);

/* The texts are copied. */
void intake_add_claim(struct intake *intake, const struct intake_claim *claim);
void intake_add_estimate(struct intake *intake, const struct intake_estimate *estimate);

/* "Jabhat al-Nuṣra" as "jabhat_al_nusra", at most 48 bytes; `otherwise` when nothing is left. */
struct text intake_slug(struct arena *arena, struct text name, const char *otherwise);

#endif
