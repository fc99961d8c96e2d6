/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * SHA-256 (FIPS 180-4), to tell whether two files are the same.  Used for manifests and the
 * records of figures.
 */
#ifndef BLOC_BASE_DIGEST_H
#define BLOC_BASE_DIGEST_H

#include "base/list.h"
#include "base/text.h"

#define DIGEST_LENGTH 64 /* hexadecimal digits */

struct file_digest {
    const char *name;
    char sha256[DIGEST_LENGTH + 1];
};

LIST(file_digest_list, struct file_digest);

/* Of files that belong together, by name; the zero value is none. */
struct fingerprint {
    struct file_digest_list files;
    char sha256[DIGEST_LENGTH + 1]; /* of all of them */
};

/* The digest of the bytes in lower-case hexadecimal, followed by a NUL. */
void digest_sha256(struct text bytes, char digest[DIGEST_LENGTH + 1]);

#endif
