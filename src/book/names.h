/* SPDX-License-Identifier: MIT */
/* Names of people and papers, as a library files them. */
#pragma once

#include <glib.h>

/* "Kali Hays" -> "Hays, Kali"; "The Moscow Times" -> "Moscow Times, The";
 * a name that is filed as it is written comes back unchanged.  Free with
 * g_free(). */
char *names_file_as(const char *name);
