/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/font_subset.h"

#include "figure/font_face.h"

#include <hb-ot.h>
#include <hb-subset.h>

static const unsigned css_weights[FONT_WEIGHT_COUNT] = {
    [FONT_REGULAR] = 400,
    [FONT_SEMIBOLD] = 600,
};

/* Copyright, names of the font, and the licence with its address. */
static const hb_ot_name_id_t kept_names[] = {
    HB_OT_NAME_ID_COPYRIGHT,       HB_OT_NAME_ID_FONT_FAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY,
    HB_OT_NAME_ID_UNIQUE_ID,       HB_OT_NAME_ID_FULL_NAME,   HB_OT_NAME_ID_VERSION_STRING,
    HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_OT_NAME_ID_LICENSE,     HB_OT_NAME_ID_LICENSE_URL,
};

static void choose(hb_subset_input_t *input, struct text text)
{
    hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(names);
    for (size_t i = 0; i < sizeof kept_names / sizeof *kept_names; i++)
        hb_set_add(names, kept_names[i]);
    for (size_t offset = 0; offset < text.length;)
        hb_set_add(hb_subset_input_unicode_set(input), text_next_codepoint(text, &offset));
}

bool font_subset_write(struct text text, enum font_weight weight, struct buffer *buffer)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return false;
    choose(input, text);
    hb_face_t *face = hb_subset_or_fail(font_face(weight), input);
    hb_subset_input_destroy(input);
    if (face == NULL)
        return false;
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(blob, &length);
    buffer_add_text(buffer, (struct text){bytes, length});
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return length > 0;
}

void font_subset_write_rule(struct text text, enum font_weight weight, struct buffer *buffer)
{
    struct buffer font = {0};
    if (text.length > 0 && font_subset_write(text, weight, &font)) {
        buffer_add_format(buffer,
                          "@font-face{font-family:Inter;font-style:normal;font-weight:%u;"
                          "src:url(data:font/otf;base64,",
                          css_weights[weight]);
        buffer_add_base64(buffer, buffer_text(&font));
        buffer_add_string(buffer, ") format(\"opentype\")}\n");
    }
    buffer_release(&font);
}
