/* SPDX-License-Identifier: MIT */
/* Which characters a text has. */
#pragma once

#include <glib.h>

typedef struct Letters Letters;
Letters *letters_new(void);
void letters_free(Letters *letters);

/* str: valid UTF-8. */
void letters_add(Letters *letters, const char *str, gsize len);
gboolean letters_has(const Letters *letters, gunichar c);

/* Whether c stood before U+FE0F: it is wanted as a picture. */
gboolean letters_has_picture(const Letters *letters, gunichar c);

/* Calls each with every character, in order. */
void letters_each(const Letters *letters,
                  void (*each)(gunichar c, gpointer user), gpointer user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Letters, letters_free)
