/* SPDX-License-Identifier: MIT */
/* What the colours in the file mean. */
#pragma once

#include <glib.h>

/* The profile of sRGB, the same bytes each time; NULL if it cannot be
 * made. */
GBytes *icc_srgb(void);
