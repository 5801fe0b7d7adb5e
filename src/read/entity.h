/* SPDX-License-Identifier: MIT */
/* HTML's written-out characters: &amp; &#8212; &#x2014; */
#pragma once

#include <glib.h>

/* The character that is written at str, which begins with '&'; *len is set
 * to the bytes it takes.  0 if none is written there. */
gunichar entity_decode(const char *str, gsize max, gsize *len);

/* Appends max bytes of str with every entity in it resolved. */
void entity_append(GString *out, const char *str, gsize max);
