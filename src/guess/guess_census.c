/* SPDX-License-Identifier: MIT */
/* Which bytes stand where letters stand: what tells the character sets of
 * DOS and of the old Macintosh from those of Windows. */
#include "guess/guess_parts.h"

#include <string.h>

#define FRAME_RUN 4             /* so many in a row are a line */

/* Letters in code pages 437 and 850 that Windows has no letter for. */
static const char dos_letters[] =
    "\x81\x82\x84\x86\x87\x88\x89\x8B\x8D\x93\x94\xA1\xA2\xA3\xA4";

/* The same for the Macintosh, and none of DOS. */
static const char mac_letters[] = "\x8E\x8F\x9F\x90\x9A\x8A";

static const char frame_bytes[] = "\xB0\xB1\xB2\xB3\xBA\xC4\xCD\xDB\xDC\xDF";
static const char frame_437[] =
    "\xB5\xB6\xB7\xB8\xBD\xBE\xC6\xC7\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7"
    "\xD8";

static gboolean
is_high(guchar c)
{
    return c >= 0x80;
}

/* A quote that a word follows (\xD2) or that ends one (\xD3), or an
 * apostrophe (\xD5). */
static gboolean
is_mac_quote(guchar c, guchar before, guchar after)
{
    gboolean word_before = g_ascii_islower((char) before);
    gboolean word_after = g_ascii_isalpha((char) after);

    if (c == 0xD5)
        return word_before && g_ascii_islower((char) after);
    if (c == 0xD2)
        return before <= ' ' && word_after;
    return c == 0xD3 && after <= ' '
        && (word_before || (before && strchr(".,!?", before)));
}

static gsize
run_length(const char *bytes, gsize len, gsize at)
{
    gsize end = at;

    while (end < len && bytes[end] == bytes[at])
        end++;
    return end - at;
}

static void
look_at(GuessCensus *census, guchar c, guchar before, guchar after)
{
    census->high++;
    census->alone += !is_high(before) && !is_high(after);
    census->mac_quotes += is_mac_quote(c, before, after);
    gboolean left = g_ascii_isalpha((char) before);
    gboolean right = g_ascii_isalpha((char) after);

    census->near[c] += left || right;
    if (left && right)
        census->of[c]++;
    else if (strchr(frame_437, c) && (is_high(before) || is_high(after)))
        census->dos_frames++;
}

void
guess_census(GuessCensus *census, const char *bytes, gsize len)
{
    memset(census, 0, sizeof *census);
    for (gsize i = 0; i < len; i++) {
        guchar c = (guchar) bytes[i];

        if (!is_high(c)) {
            census->letters += g_ascii_isalpha(bytes[i]);
            continue;
        }
        if (strchr(frame_bytes, c)) {
            gsize run = run_length(bytes, len, i);
            if (run >= FRAME_RUN) {
                census->frames++;
                i += run - 1;
                continue;
            }
        }
        look_at(census, c, i ? (guchar) bytes[i - 1] : 0,
                i + 1 < len ? (guchar) bytes[i + 1] : 0);
    }
}

static guint
sum_of(const GuessCensus *census, const char *set)
{
    guint sum = 0;

    for (; *set; set++)
        sum += census->of[(guchar) *set];
    return sum;
}

const char *
guess_old_charset(const GuessCensus *census)
{
    guint dos = sum_of(census, dos_letters);
    guint mac = sum_of(census, mac_letters);
    guint windows = 0;

    for (guint c = 0xC0; c < 0x100; c++)
        windows += c == 0xD5 && census->mac_quotes ? 0 : census->of[c];
    if (dos > windows && dos >= mac)
        return census->dos_frames > census->frames ? "CP437" : "CP850";
    if (mac + census->mac_quotes > windows && mac >= dos
        && (census->mac_quotes >= 2 || (mac >= 3 && windows == 0)))
        return "MACINTOSH";
    if (census->frames > 0 && windows == 0)
        return "CP437";
    return NULL;
}
