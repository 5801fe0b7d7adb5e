/* SPDX-License-Identifier: MIT */
/* How a number is written in Roman numerals. */
#include "pdf/roman.h"

char *
roman_dup(guint number)
{
    static const struct {
        guint value;
        const char *digits;
    } table[] = {
        { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
        { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" },
        { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
    };
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        for (; number >= table[i].value; number -= table[i].value)
            g_string_append(out, table[i].digits);
    return g_string_free(out, FALSE);
}
