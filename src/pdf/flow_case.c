/* SPDX-License-Identifier: MIT */
/* Which letters a text is shown with: capitals by language, where the style
 * asks for them, and blanks for tabs. */
#include <string.h>

#include "base/utf8.h"
#include "model/language.h"
#include "pdf/flow_maker.h"

#define TAB 8

/* Letters that become two (Unicode, SpecialCasing). */
static const struct {
    gunichar c;
    const char *upper;
} special[] = {
    { 0x00DF, "SS" }, { 0x0149, "\xCA\xBCN" }, { 0xFB00, "FF" },
    { 0xFB01, "FI" }, { 0xFB02, "FL" }, { 0xFB03, "FFI" },
    { 0xFB04, "FFL" }, { 0xFB05, "ST" }, { 0xFB06, "ST" },
};

static const char *
case_special(gunichar c)
{
    for (guint i = 0; i < G_N_ELEMENTS(special); i++)
        if (special[i].c == c)
            return special[i].upper;
    return NULL;
}

void
flow_case_upper(GString *out, const char *str, gsize len,
                const char *language)
{
    gboolean dotted = language_is(language, "tr")
        || language_is(language, "az");

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        const char *upper = case_special(c);

        if (upper)
            g_string_append(out, upper);
        else
            g_string_append_unichar(out, dotted && c == 'i'
                                    ? 0x130 : g_unichar_toupper(c));
    }
}

guint
flow_case_untab(GString *out, const char *str, gsize len, guint column)
{
    const char *end = str + len;

    while (str < end) {
        const char *tab = memchr(str, '\t', end - str);
        gsize size = (tab ? tab : end) - str;

        g_string_append_len(out, str, size);
        column += utf8_width(str, size);
        if (!tab)
            break;
        do
            g_string_append_c(out, ' ');
        while (++column % TAB != 0);
        str = tab + 1;
    }
    return column;
}
