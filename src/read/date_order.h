/* SPDX-License-Identifier: MIT */
/* The order of day and month, for date*.c; see also date.h. */
#pragma once

#include "read/date.h"

/* Settles a doubtful order if only one of the two falls on the weekday
 * (1 is Monday, 7 Sunday, 0 not known). */
void date_settle_by_weekday(DateFound *date, int weekday);
