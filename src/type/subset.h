/* SPDX-License-Identifier: MIT */
/* Fonts cut down to what a text needs. */
#pragma once

#include <glib.h>

/* See TypesetModule. */
GBytes *subset_font(const char *family, gboolean bold, gboolean italic,
                    const char *text, const char **ending, GError **error);
