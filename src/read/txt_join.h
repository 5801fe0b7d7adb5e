/* SPDX-License-Identifier: MIT */
/* Puts wrapped lines together again. */
#pragma once

#include "read/txt_line.h"

/* The words of a text, to tell which hyphens at line ends are real. */
typedef struct TxtJoiner TxtJoiner;

TxtJoiner *txt_joiner_new(const GArray *lines);
void txt_joiner_free(TxtJoiner *joiner);

/* Appends line after what is in out: behind a blank, or without one if a
 * word or compound was cut at the line's end. */
void txt_join(TxtJoiner *joiner, GString *out, const TxtLine *line);
