/* SPDX-License-Identifier: MIT */
/* The parts of the guess module. */
#pragma once

#include "guess/guess.h"

char *guess_charset(const char *bytes, gsize len);
char *guess_language(const char *text, gsize len);

/* What the bytes over 0x7F are, by what is beside them. */
typedef struct {
    guint letters;          /* ASCII letters */
    guint high;             /* bytes over 0x7F */
    guint alone;            /* ... with ASCII on both sides */
    guint of[256];          /* ... between two ASCII letters, by byte */
    guint near[256];        /* ... beside one at least */
    guint frames;           /* runs of one byte that DOS draws with */
    guint dos_frames;       /* ... that only code page 437 has */
    guint mac_quotes;       /* quotes as old Macintoshes write them */
} GuessCensus;

void guess_census(GuessCensus *census, const char *bytes, gsize len);

/* "CP437", "CP850" or "MACINTOSH" if the bytes are more likely that than
 * anything that came later; else NULL. */
const char *guess_old_charset(const GuessCensus *census);
