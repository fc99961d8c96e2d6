/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/undo.h"

/* Signals that end the program wait meanwhile, so we ask again instead of waiting for good. */
static const struct timespec pause_between = {.tv_nsec = 10000000};

void folder_lock_take(struct folder_lock *lock, const char *folder)
{
    lock->descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (lock->descriptor >= 0 && flock(lock->descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK || undo_is_wanted()) {
            folder_lock_release(lock);
            return;
        }
        nanosleep(&pause_between, NULL);
    }
}

bool folder_lock_holds(const struct folder_lock *lock, const char *folder)
{
    struct stat locked;
    struct stat named;
    if (lock->descriptor < 0)
        return true;
    return fstat(lock->descriptor, &locked) == 0 && stat(folder, &named) == 0 &&
           locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

void folder_lock_release(struct folder_lock *lock)
{
    if (lock->descriptor >= 0)
        close(lock->descriptor);
    lock->descriptor = -1;
}
