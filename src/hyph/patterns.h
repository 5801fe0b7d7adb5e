/* SPDX-License-Identifier: MIT */
/* A dictionary of patterns becomes an automaton. */
#pragma once

#include <glib.h>

#include "hyph/format.h"

/* The file (see format.h) for a dictionary of len bytes. */
GByteArray *patterns_compile(const char *bytes, gsize len, GError **error);
