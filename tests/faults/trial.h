/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One try of a piece of work in a process of its own, with faults armed, in an empty working folder
 * of the test.
 */
#ifndef BLOC_TESTS_FAULTS_TRIAL_H
#define BLOC_TESTS_FAULTS_TRIAL_H

#include "faults/faults.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

/* How a trial ended. */
enum outcome {
    DONE,
    REFUSED,     /* with a message */
    NOT_REACHED, /* the fault never happened: there are fewer such calls */
    NO_MEMORY,   /* the program ended with the status of a failure of the machine */
    KILLED,      /* by the signal of the fault */
    STRANGE,
};

static char origin[4096];

static inline int enter_folder(void **state)
{
    char *folder = strdup("/tmp/bloc-faults-XXXXXX");
    *state = folder;
    return getcwd(origin, sizeof origin) == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static inline int remove_entry(const char *path, const struct stat *status, int type,
                               struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

static inline void remove_tree(const char *path)
{
    nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static inline int leave_folder(void **state)
{
    const int failed = chdir(origin);
    remove_tree(*state);
    free(*state);
    return failed;
}

static inline void put(const char *path, const char *contents)
{
    FILE *file = fopen(path, "wb");
    if (file != NULL) {
        fputs(contents, file);
        fclose(file);
    }
}

static inline bool has(const char *path, const char *contents)
{
    char found[100] = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    const size_t length = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    return length == strlen(contents) && strcmp(found, contents) == 0;
}

static int entries;

static inline int count_entry(const char *path, const struct stat *status, int type,
                              struct FTW *place)
{
    (void)path;
    (void)status;
    (void)type;
    (void)place;
    entries++;
    return 0;
}

/* Files and folders below the working folder. */
static inline int count_entries(void)
{
    entries = -1; /* not the folder itself */
    nftw(".", count_entry, 8, FTW_PHYS);
    return entries;
}

static inline enum outcome try_with(bool (*work)(struct error *error), const struct fault *faults,
                                    unsigned count)
{
    enum {
        UNREACHED = 10,
        SILENT = 11,
    };
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        struct error error = {0};
        freopen("/dev/null", "w", stderr);
        fault_arm(faults, count);
        const bool good = work(&error);
        const bool reached = fault_happened();
        fault_arm(NULL, 0);
        if (!good && error.message[0] == '\0')
            _exit(SILENT);
        _exit(!reached ? UNREACHED : good ? DONE : REFUSED);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == faults[0].signal ? KILLED : STRANGE;
    switch (WEXITSTATUS(status)) {
    case DONE: return DONE;
    case REFUSED: return REFUSED;
    case 3: return NO_MEMORY;
    case UNREACHED: return NOT_REACHED;
    default: return STRANGE;
    }
}

#endif
