/* SPDX-License-Identifier: MIT */
/* The fonts that a cover is set with. */
#pragma once

#include "type/fontset.h"

typedef struct {
    FontSet *set;
    PangoContext *context;  /* 72 dpi: sizes are pixels; nothing rounded */
    const char *families;   /* for a font description, in order */
    gboolean small_caps;    /* the text face has small capitals */
    gboolean color;         /* a face with pictures (emoji) is among them */
} Kit;

/* For text (valid UTF-8) in language (BCP 47 or NULL); italic: also the
 * text face's italic.  NULL with A2B_ERROR_UNAVAILABLE if no font at all is
 * installed. */
Kit *kit_new(const char *text, const char *language, gboolean italic,
             GError **error);
void kit_free(Kit *kit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Kit, kit_free)
