/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Work that must not be left half done, and how to take it back when the program ends in the
 * middle of it.  While it lasts, the signals that would end the program wait: nothing runs in a
 * handler, the work itself asks from time to time whether it should stop.  When it is over the
 * signal does what it would have done before.  Out of memory takes back what is begun and ends.
 *
 *     undo_begin(&work->undo, remove_what_was_made, work);
 *     while (there_is_more(work) && !undo_is_wanted())
 *         do_more(work);
 *     if (!is_complete(work))
 *         remove_what_was_made(work);
 *     undo_end(&work->undo);
 *
 * Not for several threads at once.
 */
#ifndef BLOC_BASE_UNDO_H
#define BLOC_BASE_UNDO_H

#include <signal.h>
#include <stdbool.h>

/* Lives as long as the work; filled by undo_begin. */
struct undo {
    void (*act)(void *work);
    void *work;
    struct undo *outer; /* begun before and not ended yet */
    sigset_t former;    /* signals that waited already */
};

/* From now on signals wait, and act(work) is called when memory runs out.  It must not allocate. */
void undo_begin(struct undo *undo, void (*act)(void *work), void *work);

/* Does a signal wait that will end the program? */
bool undo_is_wanted(void);

/* The work is done or taken back, last begun first; a signal that waited may end the program
 * here. */
void undo_end(struct undo *undo);

/* Take back all that is begun, before the program ends. */
void undo_all(void);

#endif
