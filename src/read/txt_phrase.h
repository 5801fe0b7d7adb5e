/* SPDX-License-Identifier: MIT */
/* Evidence from the words of a line, by the table phrases.def. */
#pragma once

#include "read/txt_evidence.h"

/* Adds what the phrases in a unit's text say of it. */
void txt_phrases(const TxtUnit *unit, TxtEvidence *evidence);

/* The text as phrases are compared: small letters, straight quotes, single
 * blanks; at most max bytes of its start.  Free with g_free(). */
char *txt_fold(const char *str, gsize len, gsize max);
