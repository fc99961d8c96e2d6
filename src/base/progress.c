/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/progress.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BAR_WIDTH 30
#define SILENT_SECONDS 1.0
#define CLEAR_LINE "\r\033[K"

static bool is_capable_terminal(FILE *stream)
{
    const char *terminal = getenv("TERM");
    const bool dumb = terminal == NULL || *terminal == '\0' || strcmp(terminal, "dumb") == 0;
    return !dumb && isatty(fileno(stream)) == 1;
}

void progress_start(struct progress *progress, FILE *stream, size_t total)
{
    *progress = (struct progress){.total = total};
    if (stream != NULL && is_capable_terminal(stream))
        progress->stream = stream;
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
}

static double seconds_since(struct timespec start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return difftime(now.tv_sec, start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9;
}

static void show(const struct progress *progress, const char *label)
{
    const size_t total = progress->total > 0 ? progress->total : 1;
    const size_t filled = progress->done * BAR_WIDTH / total;
    char bar[BAR_WIDTH + 1] = {0};
    memset(bar, '.', BAR_WIDTH);
    memset(bar, '#', filled);
    fprintf(progress->stream, CLEAR_LINE "[%s] %zu/%zu %.40s", bar, progress->done, progress->total,
            label);
    fflush(progress->stream);
}

void progress_step(struct progress *progress, const char *label)
{
    if (progress->done < progress->total)
        progress->done++;
    progress_show(progress, label);
}

double progress_seconds(const struct progress *progress)
{
    return progress->stream == NULL ? 0 : seconds_since(progress->start);
}

void progress_show(struct progress *progress, const char *label)
{
    if (progress->stream == NULL)
        return;
    if (!progress->shown && seconds_since(progress->start) < SILENT_SECONDS)
        return;
    progress->shown = true;
    show(progress, label == NULL ? "" : label);
}

void progress_finish(struct progress *progress)
{
    if (progress->shown) {
        fputs(CLEAR_LINE, progress->stream);
        fflush(progress->stream);
    }
    *progress = (struct progress){0};
}
