/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/undo.h"

#include <stddef.h>

/* What ends a program from outside and can wait. */
static const int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};

enum {
    ENDINGS = sizeof endings / sizeof *endings,
};

static struct undo *innermost;

/* An ignored signal ends nothing, but would be seen to wait. */
static bool is_ignored(int ending)
{
    struct sigaction action;
    return sigaction(ending, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void undo_begin(struct undo *undo, void (*act)(void *work), void *work)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDINGS; i++)
        if (!is_ignored(endings[i]))
            sigaddset(&held, endings[i]);
    *undo = (struct undo){.act = act, .work = work, .outer = innermost};
    sigprocmask(SIG_BLOCK, &held, &undo->former);
    innermost = undo;
}

bool undo_is_wanted(void)
{
    sigset_t waiting;
    if (innermost == NULL || sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < ENDINGS; i++)
        if (sigismember(&waiting, endings[i]) == 1 && !is_ignored(endings[i]))
            return true;
    return false;
}

void undo_end(struct undo *undo)
{
    innermost = undo->outer;
    sigprocmask(SIG_SETMASK, &undo->former, NULL);
}

void undo_all(void)
{
    while (innermost != NULL) {
        struct undo *undo = innermost;
        undo->act(undo->work);
        undo_end(undo);
    }
}
