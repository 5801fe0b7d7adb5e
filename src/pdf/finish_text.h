/* SPDX-License-Identifier: MIT */
/* Values as PDF writes them (ISO 32000-1, 7.3). */
#pragma once

#include <glib.h>

/* A string; nothing in text can end it early.  str: valid UTF-8. */
void pdf_put_text(GString *out, const char *str);

/* " /Key (string)"; nothing if str is NULL or "". */
void pdf_put_key(GString *out, const char *key, const char *str);

/* With two decimals at most, in any locale. */
void pdf_put_number(GString *out, double number);

/* "[x0 y0 x1 y1]" of a box from the top left corner of a page that is
 * height high. */
void pdf_put_box(GString *out, double height, double x, double y,
                 double width, double box_height);
