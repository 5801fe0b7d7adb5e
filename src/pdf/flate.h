/* SPDX-License-Identifier: MIT */
/* Flate, the filter of streams (ISO 32000-1, 7.4.4). */
#pragma once

#include <glib.h>

/* For one thread. */
typedef struct Flate Flate;
Flate *flate_new(void);
void flate_free(Flate *flate);

/* Replaces what is in out by data, shorter. */
void flate_pack(Flate *flate, gconstpointer data, gsize len,
                GByteArray *out);

/* The other way; FALSE if it was no Flate. */
gboolean flate_unpack(Flate *flate, gconstpointer data, gsize len,
                      GByteArray *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Flate, flate_free)
