/* SPDX-License-Identifier: MIT */
/* How a number is written in Roman numerals. */
#include "pdf/roman.h"

#include <string.h>

static const struct {
    guint value;
    const char *digits;
} numerals[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
    { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" },
    { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
};

char *
roman_dup(guint number)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
        for (; number >= numerals[i].value; number -= numerals[i].value)
            g_string_append(out, numerals[i].digits);
    return g_string_free(out, FALSE);
}

guint
roman_value(const char *text)
{
    g_autofree char *again = NULL;
    const char *rest = text;
    guint number = 0;

    for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
        for (; g_str_has_prefix(rest, numerals[i].digits);
             rest += strlen(numerals[i].digits))
            number += numerals[i].value;
    again = roman_dup(number);
    return strcmp(again, text) == 0 ? number : 0;
}
