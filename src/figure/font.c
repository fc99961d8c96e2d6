/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The two open fonts are this module's only state, kept because opening one costs more than
 * shaping a whole figure.  A character that Inter lacks is set by whatever font the viewer
 * has; its width is estimated on the wide side of common fallback fonts.
 */
#include "figure/font_face.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

#ifndef BLOC_FONT_DIRECTORY
#define BLOC_FONT_DIRECTORY "/usr/share/fonts/opentype/inter"
#endif

#define WIDE_EM 1.0      /* CJK, emoji */
#define ORDINARY_EM 0.62 /* any other script */

static const char *const font_files[FONT_WEIGHT_COUNT] = {
    [FONT_REGULAR] = BLOC_FONT_DIRECTORY "/Inter-Regular.otf",
    [FONT_SEMIBOLD] = BLOC_FONT_DIRECTORY "/Inter-SemiBold.otf",
};

static struct {
    hb_font_t *fonts[FONT_WEIGHT_COUNT];
    hb_buffer_t *buffer; /* reused by every measurement */
    double units;        /* font units per em */
    double ascent;       /* per point of size */
    double descent;
    double cap_height;
} state;

/* Blocks of characters that East Asian fonts and emoji fonts set one em wide. */
static const struct {
    unsigned first;
    unsigned last;
} wide_blocks[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD},
};

static bool open_one(enum font_weight weight, struct error *error)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(font_files[weight]);
    hb_face_t *face;

    if (blob == NULL) {
        return error_set(error, ERROR_SYSTEM, "cannot open font '%s' (Debian package fonts-inter)",
                         font_files[weight]);
    }
    face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        return error_set(error, ERROR_SYSTEM, "'%s' is no font (Debian package fonts-inter)",
                         font_files[weight]);
    }
    state.fonts[weight] = hb_font_create(face);
    state.units = hb_face_get_upem(face);
    hb_face_destroy(face);
    return true;
}

/* Greatest extent of some letters above (or below) the baseline, per point of size. */
static double letter_extent(const char *letters, bool below)
{
    hb_font_t *font = state.fonts[FONT_REGULAR];
    double greatest = 0;

    for (const char *letter = letters; *letter != '\0'; letter++) {
        hb_codepoint_t glyph;
        hb_glyph_extents_t extents;
        double reach;

        if (!hb_font_get_nominal_glyph(font, (hb_codepoint_t)*letter, &glyph) ||
            !hb_font_get_glyph_extents(font, glyph, &extents)) {
            continue;
        }
        reach = below ? -(extents.y_bearing + extents.height) : extents.y_bearing;
        greatest = reach > greatest ? reach : greatest;
    }
    return greatest / state.units;
}

bool font_open(struct error *error)
{
    if (state.buffer != NULL) {
        return true;
    }
    for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
        if (!open_one((enum font_weight)weight, error)) {
            font_close();
            return false;
        }
    }
    state.buffer = hb_buffer_create();
    state.ascent = letter_extent("bdfhklHT", false);
    state.descent = letter_extent("gjpqy", true);
    state.cap_height = letter_extent("H", false);
    return true;
}

void font_close(void)
{
    for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
        hb_font_destroy(state.fonts[weight]);
        state.fonts[weight] = NULL;
    }
    hb_buffer_destroy(state.buffer);
    state.buffer = NULL;
}

hb_face_t *font_face(enum font_weight weight)
{
    return hb_font_get_face(state.fonts[weight]);
}

static bool is_wide(unsigned codepoint)
{
    for (size_t i = 0; i < sizeof wide_blocks / sizeof *wide_blocks; i++) {
        if (codepoint >= wide_blocks[i].first && codepoint <= wide_blocks[i].last) {
            return true;
        }
    }
    return false;
}

static bool takes_no_room(unsigned codepoint)
{
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), codepoint)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT: return true;
    default: return false;
    }
}

/* Width in em of a character that the font lacks. */
static double estimate_em(unsigned codepoint)
{
    if (takes_no_room(codepoint)) {
        return 0;
    }
    return is_wide(codepoint) ? WIDE_EM : ORDINARY_EM;
}

/* Shape one line into state.buffer; clusters are byte offsets. */
static void shape(struct text text, enum font_weight weight)
{
    assert(state.buffer != NULL);
    assert(text.length <= INT_MAX);
    hb_buffer_clear_contents(state.buffer);
    hb_buffer_set_cluster_level(state.buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(state.buffer, text.at, (int)text.length, 0, (int)text.length);
    hb_buffer_guess_segment_properties(state.buffer);
    hb_shape(state.fonts[weight], state.buffer, NULL, 0);
}

/* Em of what svg.c shows as U+FFFD, in place of what was measured for it. */
static double replaced_em(struct text text)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.length;)
        count += text_is_harmful(text_next_codepoint(text, &offset));
    return WIDE_EM * (double)count;
}

double font_text_width(struct text text, double size, enum font_weight weight)
{
    const hb_glyph_info_t *glyphs;
    const hb_glyph_position_t *positions;
    unsigned count = 0;
    double em = 0;

    if (text.length == 0) {
        return 0;
    }
    shape(text, weight);
    glyphs = hb_buffer_get_glyph_infos(state.buffer, &count);
    positions = hb_buffer_get_glyph_positions(state.buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        size_t offset = glyphs[i].cluster;

        em += glyphs[i].codepoint == 0 ? estimate_em(text_next_codepoint(text, &offset))
                                       : positions[i].x_advance / state.units;
    }
    return (em + replaced_em(text)) * size;
}

double font_ascent(void)
{
    return state.ascent;
}

double font_descent(void)
{
    return state.descent;
}

double font_cap_height(void)
{
    return state.cap_height;
}

bool font_covers(struct text text, enum font_weight weight)
{
    assert(state.buffer != NULL);
    for (size_t offset = 0; offset < text.length;) {
        hb_codepoint_t glyph;
        unsigned codepoint = text_next_codepoint(text, &offset);

        if (!takes_no_room(codepoint) &&
            !hb_font_get_nominal_glyph(state.fonts[weight], codepoint, &glyph)) {
            return false;
        }
    }
    return true;
}
