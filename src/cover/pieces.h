/* SPDX-License-Identifier: MIT */
/* The words of a cover, each set in its manner. */
#pragma once

#include "cover/cover.h"
#include "cover/setting.h"

#define PIECES_MARGIN 124.0         /* pixels */
#define PIECES_MEASURE 952.0        /* width of everything */

typedef struct {
    Kit *kit;
    char *title_words;      /* never empty */
    char *publisher_words, *date_words;
    Setting *title;         /* after pieces_set_title() */
    Setting *head, *subtitle, *authors, *publisher, *date;  /* or NULL */
} Pieces;

/* Sets all but the title.  At the head stands the kicker, else the
 * publisher, which is then not at the foot.  NULL with
 * A2B_ERROR_UNAVAILABLE if there are no fonts. */
Pieces *pieces_new(const CoverWords *words, GError **error);
void pieces_free(Pieces *pieces);

/* Sets the title in at most height pixels. */
void pieces_set_title(Pieces *pieces, double height);

/* Makes one line, the date, of publisher and date. */
void pieces_join_foot(Pieces *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pieces, pieces_free)
