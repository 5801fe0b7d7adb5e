/* SPDX-License-Identifier: MIT */
/* Evidence from the words of a line, by the table phrases.def. */
#pragma once

#include "read/txt_evidence.h"

/* Adds what the phrases in a unit's text say of it. */
void txt_phrases(const TxtUnit *unit, TxtEvidence *evidence);

/* Writes the text as phrases are compared: small letters, straight quotes,
 * single blanks.  It ends with the character that reaches max bytes, so
 * out must have room for TXT_FOLD_ROOM more; its length. */
#define TXT_FOLD_ROOM 8
gsize txt_fold(const char *str, gsize len, char *out, gsize max);
