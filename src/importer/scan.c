/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The buffer holds whole rows and the beginning of one more.  That beginning is moved to the front
 * when more is read, so every row lies in one piece.  A file that is UTF-8 is read straight into
 * the buffer; others pass through the decoder.
 */
#include "importer/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

#define STEP ((size_t)1 << 18)   /* bytes read at once: what a second-level cache holds */
#define SAMPLE ((size_t)1 << 16) /* bytes that show how a file is written */
#define SAMPLE_LINES 20

static const char separators[] = {',', ';', '\t', '|'};

/* Room for count more bytes and the zeros behind. */
static char *make_room(struct buffer *bytes, size_t count)
{
    const size_t needed = bytes->length + count + SCAN_BLOCK;
    if (needed > bytes->capacity) {
        bytes->at = alloc_resize(bytes->at, needed, 1);
        bytes->capacity = needed;
    }
    return bytes->at + bytes->length;
}

static void add_zeros(struct buffer *bytes)
{
    memset(make_room(bytes, 0), 0, SCAN_BLOCK);
}

/* Read a step from the file; 0 at its end or at a fault. */
static size_t read_step(struct scan *scan, char *to)
{
    if (scan->descriptor < 0)
        return 0;
    ssize_t got;
    do
        got = read(scan->descriptor, to, STEP);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        scan->failed = true;
        error_set(&scan->error, ERROR_SYSTEM, "cannot read: %s", strerror(errno));
        return 0;
    }
    scan->taken += (size_t)got;
    return (size_t)got;
}

/* The last row gets a line end when it has none. */
static void end_input(struct scan *scan)
{
    struct buffer *bytes = &scan->bytes;
    scan->ended = true;
    scan->unfinished = bytes->length > 0 && bytes->at[bytes->length - 1] != scan->line_end;
    if (scan->unfinished)
        *make_room(bytes, 1) = scan->line_end;
    bytes->length += scan->unfinished;
    add_zeros(bytes);
}

/* Read more behind what is there. */
static void read_more(struct scan *scan)
{
    if (scan->decoder.converter == NULL) {
        const size_t got = read_step(scan, make_room(&scan->bytes, STEP));
        scan->bytes.length += got;
        if (got == 0)
            end_input(scan);
        else
            add_zeros(&scan->bytes);
        return;
    }
    char step[STEP];
    const size_t got = read_step(scan, step);
    decoder_add(&scan->decoder, (struct text){step, got}, &scan->bytes);
    if (got == 0)
        end_input(scan);
    else
        add_zeros(&scan->bytes);
}

/* Move what has not been used to the front and read more behind it. */
static void refill(struct scan *scan)
{
    struct buffer *bytes = &scan->bytes;
    bytes->length -= scan->next;
    memmove(bytes->at, bytes->at + scan->next, bytes->length);
    scan->next = 0;
    read_more(scan);
}

/* The separator that most of the first lines have, outside quotation marks. */
static char find_separator(struct text sample, char line_end)
{
    size_t lines_with[sizeof separators] = {0};
    size_t found[sizeof separators] = {0};
    bool quoted = false;
    size_t lines = 0;
    bool seen[sizeof separators] = {false};
    for (size_t i = 0; i < sample.length && lines < SAMPLE_LINES; i++) {
        quoted = quoted != (sample.at[i] == '"');
        const bool ends = !quoted && sample.at[i] == line_end;
        lines += ends;
        for (size_t j = 0; j < sizeof separators; j++) {
            const bool here = !quoted && sample.at[i] == separators[j];
            found[j] += here;
            seen[j] = seen[j] || here;
            if (ends || i + 1 == sample.length) {
                lines_with[j] += seen[j];
                seen[j] = false;
            }
        }
    }
    size_t best = 0;
    for (size_t j = 1; j < sizeof separators; j++)
        if (lines_with[j] > lines_with[best] ||
            (lines_with[j] == lines_with[best] && found[j] > found[best]))
            best = j;
    return separators[best];
}

/* Line ends and separator, from the text as UTF-8. */
static void find_dialect(struct scan *scan)
{
    struct text sample = buffer_text(&scan->bytes);
    sample.length = sample.length < SAMPLE ? sample.length : SAMPLE;
    const char *feed = sample.length > 0 ? memchr(sample.at, '\n', sample.length) : NULL;
    const bool has_return = sample.length > 0 && memchr(sample.at, '\r', sample.length) != NULL;
    scan->line_end = feed == NULL && has_return ? '\r' : '\n';
    scan->carriage = feed != NULL && feed > sample.at && feed[-1] == '\r';
    if (scan->dialect.separator == '\0')
        scan->dialect.separator = find_separator(sample, scan->line_end);
}

/* Find out how the raw bytes at the beginning are to be read, and begin to. */
static bool begin(struct scan *scan, struct text raw)
{
    size_t mark = 0;
    const enum encoding found = encoding_detect(raw, &mark);
    if (!scan->dialect.has_encoding)
        scan->dialect.encoding = found;
    else if (scan->dialect.encoding != found)
        mark = 0;
    if (!decoder_open(&scan->decoder, scan->dialect.encoding))
        return error_set(&scan->error, ERROR_SYSTEM, "this machine cannot read %s",
                         encoding_name(scan->dialect.encoding));
    raw.at += mark;
    raw.length -= mark;
    decoder_add(&scan->decoder, raw, &scan->bytes);
    find_dialect(scan);
    add_zeros(&scan->bytes);
    return true;
}

void scan_open_text(struct scan *scan, struct text text, const struct scan_dialect *dialect)
{
    *scan = (struct scan){.descriptor = -1, .dialect = *dialect, .size = text.length};
    scan->taken = text.length;
    scan->failed = !begin(scan, text);
    end_input(scan);
}

bool scan_open(struct scan *scan, const char *path, const struct scan_dialect *dialect,
               struct error *error)
{
    struct stat status;
    *scan = (struct scan){.dialect = *dialect};
    scan->descriptor =
        strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (scan->descriptor < 0)
        return error_set(error, ERROR_SYSTEM, "cannot read '%s': %s", path, strerror(errno));
    if (fstat(scan->descriptor, &status) == 0 && S_ISREG(status.st_mode))
        scan->size = (size_t)status.st_size;
    struct buffer raw = {0};
    size_t got = 1;
    while (got > 0 && raw.length < SAMPLE) { /* a pipe may give little at a time */
        got = read_step(scan, make_room(&raw, STEP));
        raw.length += got;
    }
    const bool good = !scan->failed && begin(scan, buffer_text(&raw));
    buffer_release(&raw);
    if (got == 0)
        end_input(scan);
    return good || error_set(error, scan->error.kind, "'%s': %s", path, scan->error.message);
}

void scan_close(struct scan *scan)
{
    if (scan->descriptor >= 0)
        close(scan->descriptor);
    decoder_close(&scan->decoder);
    buffer_release(&scan->bytes);
    buffer_release(&scan->words);
    *scan = (struct scan){.descriptor = -1};
}

static bool is_blank(struct text row)
{
    return text_trim(row).length == 0;
}

static size_t count_lines(struct text row, char line_end)
{
    size_t count = 0;
    for (size_t i = 0; i < row.length; i++)
        count += row.at[i] == line_end;
    return count;
}

/* A row that does not end within the limit is cut there, so that memory stays bounded. */
static void cut_row(struct scan *scan, size_t length)
{
    scan->split.count = 1;
    scan->split.ends[0] = (uint32_t)length - 1;
    scan->fault = SCAN_ROW_LONG;
}

/* Split the row at `next`, reading on as far as it needs. */
static void split_row(struct scan *scan)
{
    enum scan_verdict verdict;
    for (;;) {
        const char *at = scan->bytes.at + scan->next;
        const char *end = scan->bytes.at + scan->bytes.length;
        const char separator = scan->dialect.separator;
        verdict = scan_split(at, end, separator, scan->line_end, &scan->split);
        const bool is_long = (size_t)(end - at) >= SCAN_ROW_BYTES;
        const bool is_last = scan->ended || is_long;
        if (verdict == SCAN_IRREGULAR || (verdict == SCAN_MORE && is_last))
            verdict = scan_split_closely(at, end, separator, scan->line_end, is_last, &scan->split);
        if (verdict == SCAN_WHOLE)
            break;
        if (is_last) {
            cut_row(scan, (size_t)(end - at));
            return;
        }
        refill(scan);
    }
    if (scan->split.stray)
        scan->fault = SCAN_QUOTE_STRAY;
    if (scan->split.open)
        scan->fault = SCAN_QUOTE_OPEN;
}

static size_t row_length(const struct scan *scan)
{
    const size_t kept = scan->split.count < SCAN_FIELD_MOST ? scan->split.count : SCAN_FIELD_MOST;
    return scan->split.ends[kept - 1];
}

/* Only rows with more fields than are kept need their end sought again. */
static size_t behind_row(const struct scan *scan)
{
    size_t length = row_length(scan);
    if (scan->split.count > SCAN_FIELD_MOST) {
        const char *from = scan->bytes.at + scan->next + length;
        const size_t left = scan->bytes.length - scan->next - length;
        const char *end = memchr(from, scan->line_end, left);
        length += end == NULL ? left - 1 : (size_t)(end - from);
    }
    return length + 1;
}

bool scan_next(struct scan *scan)
{
    for (;;) {
        if (scan->failed)
            return false;
        if (scan->next == scan->bytes.length) {
            if (scan->ended)
                return false;
            refill(scan);
            continue;
        }
        scan->fault = SCAN_SOUND;
        scan->converted = false;
        scan->words.length = 0;
        split_row(scan);
        if (scan->split.quoted)
            memset(scan->unquoted, 0, sizeof scan->unquoted);
        scan->start = scan->next;
        scan->line = scan->lines + 1;
        scan->count = scan->split.count;
        scan->next += behind_row(scan);
        const struct text row = {scan->bytes.at + scan->start, scan->next - scan->start};
        scan->lines += scan->split.quoted ? count_lines(row, scan->line_end) : 1;
        if (scan->count > 1 || !is_blank(row))
            return true;
    }
}

struct text scan_raw(const struct scan *scan, size_t field)
{
    if (field >= scan->count || field >= SCAN_FIELD_MOST)
        return (struct text){0};
    const size_t from = field == 0 ? 0 : scan->split.ends[field - 1] + 1;
    const size_t to = scan->split.ends[field];
    return (struct text){scan->bytes.at + scan->start + from, to - from};
}

/* Take the quotation marks away, in place: what was doubled becomes single. */
static struct text unquote(struct text field)
{
    char *at = (char *)field.at; /* NOLINT: the bytes are the scan's own */
    size_t length = 0;
    if (memchr(at + 1, '"', field.length - 2) == NULL)
        return (struct text){at + 1, field.length - 2};
    for (size_t i = 1; i + 1 < field.length; i++) {
        at[length++] = at[i];
        if (at[i] == '"' && at[i + 1] == '"' && i + 2 < field.length)
            i++;
    }
    memset(at + length, ' ', field.length - length);
    return (struct text){at, length};
}

static struct text trim_end(struct text field)
{
    while (field.length > 0 && memchr(" \t\r\n", field.at[field.length - 1], 4) != NULL)
        field.length--;
    return field;
}

/* Words converted before stay where they are: no more are converted than there is room for. */
static bool has_room(struct buffer *words, size_t length)
{
    const size_t room = (size_t)3 * SCAN_ROW_BYTES;
    if (words->capacity < room) {
        words->at = alloc_resize(words->at, room, 1);
        words->capacity = room;
    }
    return words->capacity - words->length > 3 * length;
}

static struct text replace_high(struct text field)
{
    char *at = (char *)field.at; /* NOLINT: the bytes are the scan's own */
    for (size_t i = 0; i < field.length; i++)
        at[i] = (unsigned char)at[i] < 0x80 ? at[i] : '?';
    return field;
}

/* Bytes that are not UTF-8 are taken for Windows-1252, what spreadsheets write. */
static struct text convert(struct scan *scan, struct text field)
{
    struct decoder decoder;
    if (text_find_invalid_utf8(field) == field.length)
        return field;
    scan->converted = true;
    if (!has_room(&scan->words, field.length) || !decoder_open(&decoder, ENCODING_WINDOWS1252))
        return replace_high(field);
    const size_t before = scan->words.length;
    decoder_add(&decoder, field, &scan->words);
    decoder_close(&decoder);
    return (struct text){scan->words.at + before, scan->words.length - before};
}

struct text scan_field(struct scan *scan, size_t index)
{
    struct text field = trim_end(scan_raw(scan, index));
    const bool quoted = field.length >= 2 && field.at[0] == '"' &&
                        field.at[field.length - 1] == '"' && !scan->unquoted[index];
    if (quoted) {
        field = unquote(field);
        scan->unquoted[index] = field.at == scan_raw(scan, index).at;
    }
    field = text_trim(field);
    return scan->split.plain ? field : convert(scan, field);
}

bool scan_peek(const struct scan *scan, size_t *offset, size_t field, struct text *value)
{
    struct scan_split split;
    const char *at = scan->bytes.at + *offset;
    const char *end = scan->bytes.at + scan->bytes.length;
    if (scan_split(at, end, scan->dialect.separator, scan->line_end, &split) != SCAN_WHOLE)
        return false;
    const size_t kept = split.count < SCAN_FIELD_MOST ? split.count : SCAN_FIELD_MOST;
    *offset += split.ends[kept - 1] + (size_t)1;
    *value = (struct text){0};
    if (field >= kept)
        return true;
    const size_t from = field == 0 ? 0 : split.ends[field - 1] + (size_t)1;
    *value = trim_end((struct text){at + from, split.ends[field] - from});
    if (value->length >= 2 && value->at[0] == '"')
        *value = (struct text){value->at + 1, value->length - 2};
    return true;
}
