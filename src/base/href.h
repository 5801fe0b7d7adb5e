/* SPDX-License-Identifier: MIT */
/* Addresses that a book may lead to. */
#pragma once

#include <glib.h>

/* url as it may stand in a book: ASCII, percent-encoded, the host in its own
 * form (RFC 5891), without blanks around it; NULL if it is none that a
 * reader should open.  Free with g_free(). */
char *href_clean(const char *url);
