/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One run at a time in a folder.  The lock is on the folder itself: it needs no file and ends with
 * the process that holds it, however that ends.  Where the file system knows no locks, or the
 * folder cannot be read, there is none, and each file is still whole.
 */
#ifndef BLOC_BASE_FOLDER_LOCK_H
#define BLOC_BASE_FOLDER_LOCK_H

#include <stdbool.h>

struct folder_lock {
    int descriptor; /* -1 = none */
};

#define FOLDER_LOCK_NONE \
    {                    \
        .descriptor = -1 \
    }

/* Wait until nobody else holds it, or until a signal wants the program to end (base/undo.h). */
void folder_lock_take(struct folder_lock *lock, const char *folder);

/* Is the folder of that name still the one that was locked?  True without a lock. */
bool folder_lock_holds(const struct folder_lock *lock, const char *folder);

/* Let others in; nothing to do without a lock. */
void folder_lock_release(struct folder_lock *lock);

#endif
