/* SPDX-License-Identifier: MIT */
/* How a text is laid out as a whole. */
#pragma once

#include "read/txt_line.h"

typedef struct {
    gboolean wrapped;       /* paragraphs are cut into lines of width */
    gboolean glued;         /* paragraph breaks were lost: "end.Begin" */
    gboolean spaced;        /* blank lines part its paragraphs */
    guint width;            /* columns of a full line; 0: not wrapped */
    guint margin;           /* columns that every line is indented by */
} TxtLayout;

TxtLayout txt_layout(const GArray *lines);

/* Whether next was put on a line of its own only because it did not fit
 * behind line at this width. */
gboolean txt_joint_is_full(const TxtLine *line, const TxtLine *next,
                           guint width);
