/* SPDX-License-Identifier: MIT */
/*
 * Fonts without the system's configuration: what is set depends on the text
 * and on the fonts that are installed, on nothing else, and only faces that
 * the text needs are opened.
 */
#pragma once

#include <pango/pango.h>

#include "type/faces.h"

typedef struct {
    PangoContext *context;  /* 72 dpi: sizes are pixels; nothing rounded */
    char *families;         /* for a font description, in order */
    gboolean small_caps;    /* the text face has small capitals */
    gboolean color;         /* a face with pictures (emoji) is among them */
} Fonts;

/* Fonts for text (valid UTF-8) in language (BCP 47 or NULL); italic: also
 * the text face's italic.  NULL with A2B_ERROR_UNAVAILABLE if no font at
 * all is installed. */
Fonts *fonts_new(const char *text, const char *language, gboolean italic,
                 GError **error);
void fonts_free(Fonts *fonts);

/* The file of the face of family in bold/italic among all fonts that are
 * installed; NULL if family is not among them: nothing stands in for it.
 * *index is the face's number in a collection.  Free with g_free(). */
char *fonts_file(const char *family, gboolean bold, gboolean italic,
                 guint *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)
