/* SPDX-License-Identifier: MIT */
/*
 * What a typist types becomes what a typesetter sets: quotes, apostrophes,
 * dashes, ellipses and no-break blanks, by language.  Works on a text under
 * construction, before it is given to the builder, and leaves code and
 * URLs alone.
 */
#pragma once

#include "model/draft.h"

/* What quotes are still open from one paragraph to the next of one text;
 * starts as all zero. */
typedef struct { guint open; } QuoteState;

/* Sets draft by the rules of language (BCP 47; NULL or unknown: only what
 * is right everywhere). */
void typography_apply(Draft *draft, const char *language,
                      QuoteState *state);
