/* SPDX-License-Identifier: MIT */
/* What one unit shows on its own, without its neighbours. */
#pragma once

#include "read/txt_evidence.h"
#include "read/txt_glance.h"

void txt_see(const TxtUnit *unit, TxtEvidence *evidence);

/* The part of it that the recognisers of words do. */
void txt_see_words(const TxtUnit *unit, const TxtGlance *glance,
                   TxtEvidence *evidence);

/* "CITY (Agency) -- " at the start of a text: bytes up to the text after
 * it, 0 if there is none.  *city_len: bytes of the city's name. */
gsize txt_dateline(const char *str, gsize len, gsize *city_len);

/* "Jane Abbott, education correspondent": bytes of the name; 0 if it is no
 * such line. */
gsize txt_name_with_job(const char *str, gsize len);

/* Where a caption and its credit part: "What is seen. Name / AGENCY".
 * FALSE if no credit is in the text.  A caption of length 0: the text is
 * all credit. */
typedef struct {
    gsize caption, caption_len;
    gsize credit, credit_len;
} TxtCredit;
gboolean txt_credit(const char *str, gsize len, TxtCredit *credit);

/* "Label: value" with a short label: bytes of the label (without dots that
 * lead on and the colon) and where the value begins (len if there is
 * none).  FALSE if it is no such line. */
gboolean txt_label_value(const char *str, gsize len, gsize *label_len,
                         gsize *value);

/* "[1] Text", "1. Text" at a note's start: the mark within the brackets
 * and where the text begins; FALSE if there is none. */
gboolean txt_note_mark(const char *str, gsize len, gsize *mark,
                       gsize *mark_len, gsize *text);

/* "Reuters Two men at a table": bytes of the picture agency's name and the
 * blank after it, 0 if the text begins with none. */
gsize txt_agency(const char *str, gsize len);
