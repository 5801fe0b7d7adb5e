/* SPDX-License-Identifier: MIT */
/* What the typeset module offers.  It is a shared object with Pango, Cairo
 * and HarfBuzz behind it, opened by base/module. */
#pragma once

#include <glib.h>

/* What stands on a drawn cover; any may be NULL but title. */
typedef struct {
    const char *title, *subtitle, *kicker;
    const char *authors;        /* as one line */
    const char *publisher;
    const char *date;           /* as it is to be shown */
    const char *language;       /* BCP 47 */
} CoverWords;

typedef struct {
    /* A JPEG of the words, 1200 x 1920 pixels; the same words and fonts
     * give the same bytes. */
    GBytes *(*draw_cover)(const CoverWords *words, GError **error);

    /* The font file for family in bold/italic, cut down to the characters
     * of text (valid UTF-8), as OpenType bytes; NULL without error if there
     * is no such font.  *ending is "otf" or "ttf", static. */
    GBytes *(*subset_font)(const char *family, gboolean bold,
                           gboolean italic, const char *text,
                           const char **ending, GError **error);
} TypesetModule;
