/* SPDX-License-Identifier: MIT */
/* A few words, set in even lines at the size that suits their box. */
#pragma once

#include "cover/line.h"

#define SETTING_LINES 14    /* at most */

typedef enum { ALIGN_START, ALIGN_CENTER, ALIGN_END } Align;

/* All lengths are pixels. */
typedef struct {
    Line *lines;
    guint n_lines;
    double hang[SETTING_LINES]; /* of an opening quotation mark, in
                                 * sizes */
    double size, width, leading;
    double nominal;         /* for whoever sets: size before scaling */
    double ascent;          /* from the top to the first baseline */
    double height;          /* from the top to the last baseline */
    double depth;           /* of what is below that */
    gboolean rtl;
} Setting;

/* Sets text (valid UTF-8, not empty, no controls, single blanks). */
Setting *setting_new(const Kit *kit, const char *text,
                     const Manner *manner);
void setting_free(Setting *setting);

/* Draws it with the top left corner of its box at x, y. */
void setting_draw(const Setting *setting, Align align, cairo_t *cr,
                  double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Setting, setting_free)
