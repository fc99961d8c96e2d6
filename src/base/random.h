/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Random numbers that are the same for the same seed on every machine: the generator
 * SplitMix64 (Steele, Lea and Flood 2014).  Any state is a good seed.
 */
#ifndef BLOC_BASE_RANDOM_H
#define BLOC_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* The next number; moves the state on. */
uint64_t random_next(uint64_t *state);

/* A whole number from 0 to limit - 1, each as likely; limit is at least 1. */
uint64_t random_below(uint64_t *state, uint64_t limit);

/* A number from 0 up to but not 1. */
double random_share(uint64_t *state);

/* chosen[] becomes count distinct numbers below total in ascending order, each set as likely. */
void random_subset(uint64_t *state, uint32_t total, uint32_t count, uint32_t *chosen);

#endif
