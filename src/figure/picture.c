/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The SVG scales itself to the rectangle that librsvg is given: points for PDF, dots for PNG.
 * cairo has no way to write a PNG's resolution, so the chunk that holds it is put in afterwards.
 */
#include "figure/picture.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>

static const double points_per_inch = 72, inches_per_metre = 1 / 0.0254;
static const double dots_most = 150e6, side_most = 32767; /* cairo's own limit of a side */

enum {
    PNG_HEAD = 8 + 4 + 4 + 13 + 4, /* signature and the chunk IHDR */
    RESOLUTION_DATA = 9,
};

/* Debian's font folders, and where fontconfig keeps what it read there. */
static const char font_folders[] = "<fontconfig>"
                                   "<dir>/usr/share/fonts</dir>"
                                   "<dir>/usr/local/share/fonts</dir>"
                                   "<cachedir>/var/cache/fontconfig</cachedir>"
                                   "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
                                   "</fontconfig>";

/* Pango asks fontconfig for the current configuration: ours, from the first picture on. */
static bool open_fonts(struct error *error)
{
    static bool is_open;
    if (is_open)
        return true;
    FcConfig *config = FcConfigCreate();
    is_open = config != NULL &&
              FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)font_folders, FcTrue) &&
              FcConfigBuildFonts(config) &&
              FcConfigAppFontAddDir(config, (const FcChar8 *)BLOC_FONT_DIRECTORY) &&
              FcConfigSetCurrent(config);
    if (config != NULL)
        FcConfigDestroy(config);
    return is_open ||
           error_set(error, ERROR_SYSTEM, "fontconfig cannot read the fonts of the system");
}

static bool fail_foreign(const GError *cause, struct error *error)
{
    return error_set(error, ERROR_SYSTEM, "librsvg cannot draw the figure: %s",
                     cause != NULL ? cause->message : "no reason given");
}

static bool check_status(cairo_status_t status, struct error *error)
{
    return status == CAIRO_STATUS_SUCCESS ||
           error_set(error, ERROR_SYSTEM, "cairo: %s", cairo_status_to_string(status));
}

/* Draw the SVG over the whole of a surface whose size is given in the surface's own unit. */
static bool draw(struct text svg, double width, double height, cairo_surface_t *surface,
                 struct error *error)
{
    GError *cause = NULL;
    const RsvgRectangle page = {.width = width, .height = height};
    RsvgHandle *handle = NULL;
    cairo_t *pen = cairo_create(surface);
    if (open_fonts(error))
        handle = rsvg_handle_new_from_data((const guint8 *)svg.at, svg.length, &cause);
    if (handle != NULL) {
        cairo_set_source_rgb(pen, 1, 1, 1);
        cairo_paint(pen);
        rsvg_handle_render_document(handle, pen, &page, &cause);
    }
    bool is_drawn = handle != NULL && cause == NULL && check_status(cairo_status(pen), error);
    if (!is_drawn)
        fail_foreign(cause, error);
    cairo_destroy(pen);
    g_clear_object(&handle);
    g_clear_error(&cause);
    return is_drawn;
}

static cairo_status_t append(void *buffer, const unsigned char *bytes, unsigned length)
{
    buffer_add_text(buffer, (struct text){(const char *)bytes, length});
    return CAIRO_STATUS_SUCCESS;
}

/* "2016-02-01T00:00:00Z" of SOURCE_DATE_EPOCH, else empty, which makes cairo write no date. */
static void find_date(char *date, size_t size)
{
    long seconds = 0;
    struct tm parts = {0};
    date[0] = '\0';
    if (!text_to_long(text_from(getenv("SOURCE_DATE_EPOCH")), &seconds) || seconds < 0)
        return;
    const time_t time = seconds;
    if (gmtime_r(&time, &parts) == NULL || strftime(date, size, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        date[0] = '\0';
}

static void set_properties(cairo_surface_t *surface, struct text title)
{
    char date[32];
    find_date(date, sizeof date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "bloc " BLOC_VERSION);
    if (title.length == 0 || text_find_invalid_utf8(title) < title.length)
        return;
    struct buffer string = {0};
    buffer_add_text(&string, title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, string.at);
    buffer_release(&string);
}

bool picture_write_pdf(struct text svg, const struct picture_page *page, struct buffer *buffer,
                       struct error *error)
{
    struct buffer bytes = {0};
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, &bytes, page->width, page->height);
    set_properties(surface, page->title);
    bool is_drawn = draw(svg, page->width, page->height, surface, error);
    cairo_surface_finish(surface);
    is_drawn = is_drawn && check_status(cairo_surface_status(surface), error);
    cairo_surface_destroy(surface);
    if (is_drawn)
        buffer_add_text(buffer, buffer_text(&bytes));
    buffer_release(&bytes);
    return is_drawn;
}

/* CRC-32 of PNG chunks (ISO 3309, reflected polynomial EDB88320). */
static uint32_t check_sum(const unsigned char *bytes, size_t count)
{
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < count; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0);
    }
    return ~sum;
}

static void put_number(unsigned char *bytes, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(number >> (24 - 8 * i));
}

/* The chunk pHYs: dots per metre across and down, and that the unit is the metre. */
static void add_resolution(unsigned dpi, struct buffer *buffer)
{
    unsigned char chunk[8 + RESOLUTION_DATA + 4] = {0, 0, 0, RESOLUTION_DATA, 'p', 'H', 'Y', 's'};
    const uint32_t dots_per_metre = (uint32_t)lround(dpi * inches_per_metre);
    put_number(chunk + 8, dots_per_metre);
    put_number(chunk + 12, dots_per_metre);
    chunk[16] = 1;
    put_number(chunk + 17, check_sum(chunk + 4, 4 + RESOLUTION_DATA));
    buffer_add_text(buffer, (struct text){(const char *)chunk, sizeof chunk});
}

static bool write_dots(cairo_surface_t *surface, unsigned dpi, struct buffer *buffer,
                       struct error *error)
{
    struct buffer bytes = {0};
    bool is_written =
        check_status(cairo_surface_write_to_png_stream(surface, append, &bytes), error);
    if (is_written) {
        buffer_add_text(buffer, (struct text){bytes.at, PNG_HEAD});
        add_resolution(dpi, buffer);
        buffer_add_text(buffer, (struct text){bytes.at + PNG_HEAD, bytes.length - PNG_HEAD});
    }
    buffer_release(&bytes);
    return is_written;
}

bool picture_write_png(struct text svg, const struct picture_page *page, unsigned dpi,
                       struct buffer *buffer, struct error *error)
{
    const double width = fmax(1, round(page->width / points_per_inch * dpi));
    const double height = fmax(1, round(page->height / points_per_inch * dpi));
    if (width > side_most || height > side_most || width * height > dots_most)
        return error_set(error, ERROR_DATA,
                         "at %u dpi the picture has %.0f x %.0f dots; it can have %.0f on a side "
                         "and %.0f million in all",
                         dpi, width, height, side_most, dots_most / 1e6);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    bool is_drawn =
        draw(svg, width, height, surface, error) && write_dots(surface, dpi, buffer, error);
    cairo_surface_destroy(surface);
    return is_drawn;
}
