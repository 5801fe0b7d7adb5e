/* SPDX-License-Identifier: MIT */
/* Which character set bytes are in that are no Unicode: what uchardet
 * says, unless the bytes speak against it. */
#include "guess/guess_parts.h"

#include <string.h>
#include <uchardet/uchardet.h>

#define LOOK_AT (256 << 10)     /* bytes that are enough */
#define FEW_HIGH 12             /* fewer high bytes prove no language */
#define DEFAULT "WINDOWS-1252"

/* Sets for letters other than Latin ones: a text in one of them has few
 * ASCII letters. */
static const char *const other_scripts[] = {
    "BIG5", "EUC-JP", "EUC-KR", "EUC-TW", "GB18030", "HZ-GB-2312",
    "IBM855", "IBM866", "ISO-8859-11", "ISO-8859-5", "ISO-8859-6",
    "ISO-8859-7", "ISO-8859-8", "JOHAB", "KOI8-R", "MAC-CYRILLIC",
    "SHIFT_JIS", "TIS-620", "UHC", "WINDOWS-1251", "WINDOWS-1253",
    "WINDOWS-1255", "WINDOWS-1256",
};

/* Sets that are a part of windows-1252, or differ from it in signs that
 * hardly anybody has typed. */
static const char *const like_default[] = {
    "ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252",
};

static gboolean
is_among(const char *name, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (g_ascii_strcasecmp(list[i], name) == 0)
            return TRUE;
    return FALSE;
}

static char *
ask_uchardet(const char *bytes, gsize len)
{
    uchardet_t detector = uchardet_new();
    char *name = NULL;

    if (uchardet_handle_data(detector, bytes, len) == 0) {
        uchardet_data_end(detector);
        name = g_strdup(uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
    return name;
}

/* Thorn and eth within words are Icelandic, whatever else they could be. */
static gboolean
is_icelandic(const GuessCensus *census)
{
    const guint *near = census->near;

    return near[0xFE] > 0 && near[0xF0] > 0
        && near[0xF0] + near[0xFE] + near[0xE6] > 4;
}

/* Whether the euro sign of ISO 8859-15 is likelier than the currency sign
 * in its place. */
static gboolean
is_latin9(const char *name, const char *bytes, gsize len)
{
    return g_ascii_strcasecmp(name, "ISO-8859-15") == 0
        && (memchr(bytes, 0xA4, len) || memchr(bytes, 0xBD, len));
}

static gboolean
is_western(guchar c)
{
    static const char rare[] =
        "\xC3\xD0\xD5\xDD\xDE\xE3\xF0\xF5\xFD\xFE\x8C\x8E\x9A\x9C\x9E\x9F";

    return strchr(rare, c) == NULL;
}

/* A few accents in a text that is ASCII for the rest. */
static gboolean
is_western_text(const GuessCensus *census)
{
    if (census->high >= FEW_HIGH)
        return FALSE;
    for (guint c = 0x80; c < 0x100; c++)
        if (census->near[c] > 0 && !is_western((guchar) c))
            return FALSE;
    return TRUE;
}

/* Whether uchardet's answer is to be believed. */
static gboolean
is_likely(const char *name, const GuessCensus *census)
{
    if (is_among(name, other_scripts, G_N_ELEMENTS(other_scripts)))
        return census->high * 4 > census->letters
            || (census->alone * 2 < census->high && census->frames == 0);
    return !is_icelandic(census) && !is_western_text(census);
}

static gboolean
is_known(const char *name)
{
    GIConv converter = g_iconv_open("UTF-8", name);
    if (converter == (GIConv) -1)
        return FALSE;
    g_iconv_close(converter);
    return TRUE;
}

char *
guess_charset(const char *bytes, gsize len)
{
    GuessCensus census;

    len = MIN(len, LOOK_AT);
    guess_census(&census, bytes, len);
    const char *old = guess_old_charset(&census);
    g_autofree char *name = ask_uchardet(bytes, len);
    gboolean named = name && *name && is_known(name);

    if (named && is_among(name, other_scripts, G_N_ELEMENTS(other_scripts))
        && is_likely(name, &census))
        return g_steal_pointer(&name);
    if (old && is_known(old))
        return g_strdup(old);
    if (!named || !is_likely(name, &census))
        return g_strdup(DEFAULT);
    if (is_among(name, like_default, G_N_ELEMENTS(like_default)))
        return g_strdup(is_latin9(name, bytes, len) ? name : DEFAULT);
    return g_steal_pointer(&name);
}
