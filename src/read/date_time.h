/* SPDX-License-Identifier: MIT */
/* Times of day and their zones, for date*.c. */
#pragma once

#include "read/date_lex.h"

/* Tokens of the time of day at token i ("5:10", "17h29", "5 PM"), without
 * a zone; 0 if there is none. */
int date_time_length(Lex *lex, int i);

/* Tokens of the zone at token i ("GMT", "+0100"), or 0. */
int date_zone_length(Lex *lex, int i);
