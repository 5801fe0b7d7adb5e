/* SPDX-License-Identifier: MIT */
/* A font file is opened and asked what it can do. */
#pragma once

#include "type/fontset.h"

/* Fills in *face but for its family; takes path.  FALSE (and path is freed)
 * if there is no font in it. */
gboolean fontset_face_open(FontFace *face, char *path, guint index);
void fontset_face_clear(FontFace *face);
