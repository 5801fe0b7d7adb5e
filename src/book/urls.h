/* SPDX-License-Identifier: MIT */
/* Addresses of articles. */
#pragma once

#include <glib.h>

/* What all ways to write the address of one page have in common, without
 * scheme; NULL if it is that of no page on the web or of a front page,
 * which many articles come from.  Free with g_free(). */
char *urls_key(const char *url);

/* The site that an address is of, as people name it: "example.org" of
 * "https://www.example.org/a"; NULL if it names none.  Free with g_free(). */
char *urls_site(const char *url);
