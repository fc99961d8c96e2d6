/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <cmocka.h>

#include "figure/svg.h"
#include "unit/toy_drawing.h"

/* One inch by half an inch: a red field on the left, nothing on the right. */
static const char svg[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"25.4mm\" height=\"12.7mm\" "
    "viewBox=\"0 0 72 36\" font-family=\"Inter\">"
    "<rect width=\"36\" height=\"36\" fill=\"#FF0000\"/>"
    "<text x=\"40\" y=\"20\" font-size=\"7\">Derna</text></svg>";

static const struct picture_page inch = {.width = 72, .height = 36, .title = {"Derna", 5}};

static bool contains(const struct buffer *buffer, const char *bytes)
{
    const size_t length = strlen(bytes);
    for (size_t i = 0; i + length <= buffer->length; i++)
        if (memcmp(buffer->at + i, bytes, length) == 0)
            return true;
    return false;
}

static uint32_t number_at(const struct buffer *buffer, size_t offset)
{
    const unsigned char *bytes = (const unsigned char *)buffer->at + offset;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void write_pdf(struct buffer *buffer)
{
    struct error error = {0};
    assert_true(picture_write_pdf(text_from(svg), &inch, buffer, &error));
    assert_false(error_is_set(&error));
}

static void write_png(unsigned dpi, struct buffer *buffer)
{
    struct error error = {0};
    assert_true(picture_write_png(text_from(svg), &inch, dpi, buffer, &error));
    assert_false(error_is_set(&error));
}

static void test_a_pdf_is_whole(void **state)
{
    (void)state;
    struct buffer pdf = {0};
    write_pdf(&pdf);
    assert_memory_equal(pdf.at, "%PDF-1.", 7);
    assert_memory_equal(pdf.at + pdf.length - 6, "%%EOF\n", 6);
    buffer_release(&pdf);
}

static void test_a_pdf_has_no_date_of_its_own(void **state)
{
    (void)state;
    struct buffer first = {0}, second = {0}, dated = {0};
    unsetenv("SOURCE_DATE_EPOCH");
    write_pdf(&first);
    write_pdf(&second);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.at, second.at, first.length);
    assert_false(contains(&first, "CreationDate"));

    setenv("SOURCE_DATE_EPOCH", "1454284800", 1);
    write_pdf(&dated);
    assert_true(dated.length != first.length || memcmp(dated.at, first.at, first.length) != 0);
    buffer_release(&dated);

    static const char *const unusable[] = {"", "yesterday", "-1", "99999999999999999"};
    for (size_t i = 0; i < sizeof unusable / sizeof *unusable; i++) {
        setenv("SOURCE_DATE_EPOCH", unusable[i], 1);
        write_pdf(&dated);
        assert_int_equal(dated.length, first.length);
        assert_memory_equal(dated.at, first.at, first.length);
        buffer_release(&dated);
        dated = (struct buffer){0};
    }
    unsetenv("SOURCE_DATE_EPOCH");
    buffer_release(&first);
    buffer_release(&second);
}

static void test_a_title_that_is_no_utf8_is_left_out(void **state)
{
    (void)state;
    struct buffer plain = {0}, malformed = {0};
    struct error error = {0};
    struct picture_page page = inch;
    page.title = (struct text){0};
    assert_true(picture_write_pdf(text_from(svg), &page, &plain, &error));
    page.title = TEXT("caf\xE9");
    assert_true(picture_write_pdf(text_from(svg), &page, &malformed, &error));
    assert_int_equal(plain.length, malformed.length);
    assert_memory_equal(plain.at, malformed.at, plain.length);
    buffer_release(&plain);
    buffer_release(&malformed);
}

static void test_a_png_has_the_dots_and_says_how_many_an_inch(void **state)
{
    (void)state;
    struct buffer png = {0};
    write_png(300, &png);
    assert_memory_equal(png.at, "\x89PNG\r\n\x1A\n", 8);
    assert_int_equal(number_at(&png, 16), 300);
    assert_int_equal(number_at(&png, 20), 150);
    assert_int_equal(png.at[25], 2); /* colour type: RGB, no transparency */
    assert_memory_equal(png.at + 37, "pHYs", 4);
    assert_int_equal(number_at(&png, 41), 11811); /* a metre */
    assert_int_equal(number_at(&png, 45), 11811);
    assert_int_equal(png.at[49], 1);
    assert_int_equal(number_at(&png, 50), 0x78A53F76); /* check sum by zlib's crc32 */
    buffer_release(&png);
}

struct reader {
    const struct buffer *buffer;
    size_t offset;
};

static cairo_status_t read_bytes(void *closure, unsigned char *bytes, unsigned length)
{
    struct reader *reader = closure;
    if (reader->buffer->length - reader->offset < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, reader->buffer->at + reader->offset, length);
    reader->offset += length;
    return CAIRO_STATUS_SUCCESS;
}

static void test_a_png_shows_the_drawing_on_white_paper(void **state)
{
    (void)state;
    struct buffer png = {0};
    write_png(72, &png);
    struct reader reader = {.buffer = &png};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), 72);
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    uint32_t left, right;
    memcpy(&left, bytes + (size_t)18 * 4, 4);
    memcpy(&right, bytes + (size_t)60 * 4, 4);
    assert_int_equal(left & 0xFFFFFF, 0xFF0000);
    assert_int_equal(right & 0xFFFFFF, 0xFFFFFF);
    cairo_surface_destroy(surface);
    buffer_release(&png);
}

static void test_the_same_png_comes_out_twice(void **state)
{
    (void)state;
    struct buffer first = {0}, second = {0};
    write_png(150, &first);
    write_png(150, &second);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.at, second.at, first.length);
    buffer_release(&first);
    buffer_release(&second);
}

static void test_too_many_dots_are_refused(void **state)
{
    (void)state;
    static const struct picture_page strip = {.width = 7200, .height = 1};
    struct buffer png = {0};
    buffer_add_string(&png, "before");
    struct error error = {0};
    assert_false(picture_write_png(text_from(svg), &inch, 20000, &png, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_non_null(strstr(error.message, "20000 x 10000"));

    error = (struct error){0};
    assert_false(picture_write_png(text_from(svg), &strip, 400, &png, &error));
    assert_int_equal(error.kind, ERROR_DATA);

    error = (struct error){0};
    assert_false(picture_write_png(text_from(svg), &inch, UINT32_MAX, &png, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_string_equal(png.at, "before");
    buffer_release(&png);
}

static void test_what_is_no_svg_is_an_error_and_adds_nothing(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "<svg", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"};
    struct buffer buffer = {0};
    buffer_add_string(&buffer, "before");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct error error = {0};
        assert_false(picture_write_pdf(text_from(bad[i]), &inch, &buffer, &error));
        assert_int_equal(error.kind, ERROR_SYSTEM);
        error = (struct error){0};
        assert_false(picture_write_png(text_from(bad[i]), &inch, 72, &buffer, &error));
        assert_int_equal(error.kind, ERROR_SYSTEM);
    }
    assert_string_equal(buffer.at, "before");
    buffer_release(&buffer);
}

static void test_hostile_names_are_drawn(void **state)
{
    (void)state;
    static const char *const names[] = {
        "</text></svg>",
        "\" onload=\"alert(1)",
        "&amp; &#0; ]]> <!--",
        "control \x01\x02\x1B",
        "not UTF-8 \xC3\x28 \xFF",
        "\xE2\x80\xAE\xD8\xAF\xD8\xA7\xD8\xB9\xD8\xB4\xE2\x80\xAC \xE4\xB8\xAD \xF0\x9F\x8F\xB4",
        "%n %s \\ ( ) << >> endobj",
    };
    struct drawing drawing;
    drawing_init(&drawing);
    drawing.page_width = 200;
    drawing.page_height = 200;
    drawing.name = text_from(names[1]);
    drawing.title = text_from(names[6]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        toy_node(&drawing, 100, 20 + 25 * (double)i, 100, 20, NODE_NONE);
        struct node *node = &drawing.nodes.items[i];
        node->id = node->title = text_from(names[i]);
        list_push(&node->lines,
                  (struct text_line){.text = node->id, .role = TEXT_NODE, .size = 7, .y = 10});
    }
    struct buffer text = {0}, pdf = {0}, png = {0};
    struct error error = {0};
    struct picture_page page = {200, 200, drawing.title};
    svg_write(&drawing, &text);
    assert_true(picture_write_pdf(buffer_text(&text), &page, &pdf, &error));
    assert_true(picture_write_png(buffer_text(&text), &page, 72, &png, &error));
    assert_memory_equal(pdf.at + pdf.length - 6, "%%EOF\n", 6);
    assert_int_equal(number_at(&png, 16), 200);
    buffer_release(&text);
    buffer_release(&pdf);
    buffer_release(&png);
    drawing_release(&drawing);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pdf_is_whole),
        cmocka_unit_test(test_a_pdf_has_no_date_of_its_own),
        cmocka_unit_test(test_a_title_that_is_no_utf8_is_left_out),
        cmocka_unit_test(test_a_png_has_the_dots_and_says_how_many_an_inch),
        cmocka_unit_test(test_a_png_shows_the_drawing_on_white_paper),
        cmocka_unit_test(test_the_same_png_comes_out_twice),
        cmocka_unit_test(test_too_many_dots_are_refused),
        cmocka_unit_test(test_what_is_no_svg_is_an_error_and_adds_nothing),
        cmocka_unit_test(test_hostile_names_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
