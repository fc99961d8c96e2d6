/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/font_subset.h"

#include "figure/font_face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <hb-ot.h>

static int open_fonts(void **state)
{
    struct error error = {0};
    (void)state;
    return font_open(&error) ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    font_close();
    return 0;
}

static hb_font_t *open_subset(const struct buffer *bytes)
{
    hb_blob_t *blob =
        hb_blob_create(bytes->at, (unsigned)bytes->length, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

static int advance_of(hb_font_t *font, const char *text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    unsigned count;
    int advance = 0;
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        advance += positions[i].x_advance;
    hb_buffer_destroy(buffer);
    return advance;
}

/* Letters, kerning and accents as in the whole font, and nothing else. */
static void test_texts_are_as_wide_as_in_the_whole_font(void **state)
{
    static const char text[] = "AVATAR To \xC5\x9E\xC3\xBBra 2014\xE2\x80\x93"
                               "16 \xE2\x86\x92";
    struct buffer bytes = {0};
    hb_codepoint_t glyph;
    (void)state;
    for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++) {
        bytes.length = 0;
        assert_true(font_subset_write(text_from(text), (enum font_weight)weight, &bytes));
        hb_font_t *subset = open_subset(&bytes);
        hb_font_t *whole = hb_font_create(font_face((enum font_weight)weight));
        assert_int_equal(advance_of(subset, text), advance_of(whole, text));
        assert_false(hb_font_get_nominal_glyph(subset, 'q', &glyph));
        assert_true(bytes.length < 40000);
        hb_font_destroy(whole);
        hb_font_destroy(subset);
    }
    buffer_release(&bytes);
}

static void test_the_licence_stays_in_it(void **state)
{
    struct buffer bytes = {0};
    char licence[200] = "";
    unsigned size = sizeof licence;
    (void)state;
    assert_true(font_subset_write(TEXT("a"), FONT_REGULAR, &bytes));
    hb_font_t *font = open_subset(&bytes);
    hb_ot_name_get_utf8(hb_font_get_face(font), HB_OT_NAME_ID_LICENSE,
                        hb_language_from_string("en", -1), &size, licence);
    assert_non_null(strstr(licence, "SIL Open Font License"));
    hb_font_destroy(font);
    buffer_release(&bytes);
}

static void test_the_same_letters_give_the_same_rule(void **state)
{
    struct buffer first = {0}, second = {0};
    (void)state;
    font_subset_write_rule(TEXT("North League"), FONT_REGULAR, &first);
    font_subset_write_rule(TEXT("League North North"), FONT_REGULAR, &second);
    assert_true(first.length > 100);
    assert_true(text_equal(buffer_text(&first), buffer_text(&second)));
    assert_true(text_starts_with(buffer_text(&first), "@font-face{font-family:Inter;"));
    first.length = 0;
    font_subset_write_rule(TEXT(""), FONT_REGULAR, &first);
    assert_int_equal(first.length, 0);
    buffer_release(&second);
    buffer_release(&first);
}

static void test_letters_that_the_font_lacks_are_left_to_others(void **state)
{
    struct buffer bytes = {0};
    hb_codepoint_t glyph;
    (void)state;
    assert_true(font_subset_write(TEXT("\xD8\xAF\xE4\xB8\xAD\x01"
                                       "a"),
                                  FONT_REGULAR, &bytes));
    hb_font_t *font = open_subset(&bytes);
    assert_false(hb_font_get_nominal_glyph(font, 0x62F, &glyph));
    assert_true(hb_font_get_nominal_glyph(font, 'a', &glyph));
    hb_font_destroy(font);
    buffer_release(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_are_as_wide_as_in_the_whole_font),
        cmocka_unit_test(test_the_licence_stays_in_it),
        cmocka_unit_test(test_the_same_letters_give_the_same_rule),
        cmocka_unit_test(test_letters_that_the_font_lacks_are_left_to_others),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
