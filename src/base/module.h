/* SPDX-License-Identifier: MIT */
/*
 * Parts with heavy libraries are shared objects opened when first needed,
 * so that a run that does not need them does not pay for loading them.
 * Each exports one table of functions, `a2b_module`.
 */
#pragma once

#include <article2book/diag.h>

/* The table of module name ("guess", "typeset", "pdf", "breaks"), opened on
 * first use and never closed; NULL with A2B_ERROR_UNAVAILABLE if it is not
 * installed.  It is looked for in $ARTICLE2BOOK_MODULES, beside the program
 * or library that this code is in, and in the folder it was installed to. */
gconstpointer module_table(const char *name, GError **error);

/* The path of the data file name ("hyph/index"), which lies beside the
 * modules; NULL if it is in none of those folders.  Free with g_free(). */
char *module_file(const char *name);
