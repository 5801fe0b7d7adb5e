/* SPDX-License-Identifier: MIT */
/* Decides how strings are written: plain ones in parentheses, all others as
 * UTF-16 in hexadecimal digits, which nothing can break out of. */
#include "pdf/finish_text.h"

#include <math.h>
#include <string.h>

static gboolean
text_is_plain(const char *str)
{
    for (; *str != '\0'; str++)
        if (*str < ' ' || *str > '~' || strchr("()\\", *str) != NULL)
            return FALSE;
    return TRUE;
}

static void
put_unit(GString *out, guint unit)
{
    static const char digits[] = "0123456789ABCDEF";

    for (int shift = 12; shift >= 0; shift -= 4)
        g_string_append_c(out, digits[unit >> shift & 15]);
}

void
pdf_put_text(GString *out, const char *str)
{
    if (text_is_plain(str)) {
        g_string_append_c(out, '(');
        g_string_append(out, str);
        g_string_append_c(out, ')');
        return;
    }
    g_string_append(out, "<FEFF");
    for (; *str != '\0'; str = g_utf8_next_char(str)) {
        const gunichar c = g_utf8_get_char(str);

        if (c < 0x10000) {
            put_unit(out, c);
        } else {
            put_unit(out, 0xD800 + ((c - 0x10000) >> 10));
            put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    g_string_append_c(out, '>');
}

void
pdf_put_key(GString *out, const char *key, const char *str)
{
    if (str == NULL || *str == '\0')
        return;
    g_string_append_printf(out, " /%s ", key);
    pdf_put_text(out, str);
}

void
pdf_put_number(GString *out, double number)
{
    const gint64 hundredths = (gint64) round(number * 100);
    const guint64 size = ABS(hundredths);

    if (hundredths < 0)
        g_string_append_c(out, '-');
    g_string_append_printf(out, "%" G_GUINT64_FORMAT, size / 100);
    if (size % 10 != 0)
        g_string_append_printf(out, ".%02u", (guint) (size % 100));
    else if (size % 100 != 0)
        g_string_append_printf(out, ".%u", (guint) (size % 100 / 10));
}

void
pdf_put_box(GString *out, double height, double x, double y, double width,
            double box_height)
{
    const double corners[] = { x, height - y - box_height, x + width,
                               height - y };

    g_string_append_c(out, '[');
    for (guint i = 0; i < G_N_ELEMENTS(corners); i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        pdf_put_number(out, corners[i]);
    }
    g_string_append_c(out, ']');
}
