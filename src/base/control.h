/* SPDX-License-Identifier: MIT */
/* What control characters meant where the text comes from. */
#pragma once

#include <glib.h>

/* Whether well-formed UTF-8 holds no control character but tab and '\n',
 * and no noncharacter. */
gboolean control_is_clean(const char *text, gsize len);

/* Well-formed UTF-8 without controls: all line ends are '\n', form feeds
 * are blank lines, terminal sequences and overstrikes are gone, C1 controls
 * are what they are in windows-1252, others are U+FFFD, counted in *bad.
 * Free with g_free(). */
char *control_resolve(const char *text, gsize len, gsize *out_len,
                      guint *bad);
