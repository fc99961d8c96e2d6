/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * SHA-256 (FIPS 180-4), to tell whether two files are the same.  Used for manifests.
 */
#ifndef BLOC_BASE_DIGEST_H
#define BLOC_BASE_DIGEST_H

#include "base/text.h"

#define DIGEST_LENGTH 64 /* hexadecimal digits */

/* The digest of the bytes in lower-case hexadecimal, followed by a NUL. */
void digest_sha256(struct text bytes, char digest[DIGEST_LENGTH + 1]);

#endif
