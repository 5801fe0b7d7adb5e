/* SPDX-License-Identifier: MIT */
/* Which fonts are installed, whatever the system's configuration says. */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

/* All fonts in the usual folders; free with FcConfigDestroy().  Takes as
 * long as drawing a page, so ask for it only where the tables of faces do
 * not do. */
FcConfig *fonts_installed(void);

/* The file of the face of family in exactly style (FONT_BOLD ...) among
 * installed; NULL if there is none: nothing stands in for it.  *index is
 * the face's number in a collection.  Free with g_free(). */
char *fonts_find(FcConfig *installed, const char *family, guint style,
                 guint *index);

/* The same, from the tables of faces first. */
char *fonts_file(const char *family, guint style, guint *index);
