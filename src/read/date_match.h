/* SPDX-License-Identifier: MIT */
/* The orders in which the parts of a date stand, for date*.c. */
#pragma once

#include "read/date.h"
#include "read/date_lex.h"

/* Whether a date (or what is written like one) begins at token i.  Returns
 * the token after it, or i if there is none.  *found is filled in but for
 * start, end and update; its year is 0 if the date is impossible, such as
 * 31 February. */
int date_match(Lex *lex, int i, DateFound *found);
