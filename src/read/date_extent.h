/* SPDX-License-Identifier: MIT */
/* What stands around a date in its line, for date*.c. */
#pragma once

#include "read/date_lex.h"

/* Whether tokens i to next - 1 stand alone, and are not a piece of a
 * longer number, a path or an amount. */
gboolean date_is_bounded(Lex *lex, int i, int next);

/* The token after the weekday, time and zone that follow the date that
 * ends before token i, and the first token of those that precede the date
 * at i.  *weekday becomes 1 (Monday) to 7 if there is one. */
int date_extend_right(Lex *lex, int i, int *weekday);
int date_extend_left(Lex *lex, int i, int *weekday);

/* Whether the words before token i, or right behind token end in scripts
 * that put them there, say that the date is of a later change. */
gboolean date_is_update(Lex *lex, int i, int end);
