/* SPDX-License-Identifier: MIT */
/* Which character set bytes are in: by byte order mark, by where the NULs
 * are, by being well-formed, and only then by a guess. */
#include "base/charset.h"

#include <errno.h>
#include <string.h>

#include "base/module.h"
#include "base/utf8.h"
#include "guess/guess.h"

#define REPLACEMENT "\357\277\275"
#define LOOK_AT 4096            /* bytes that tell UTF-16 by its NULs */

typedef struct {
    const char *name;
    guint width;                /* bytes of a unit */
    gboolean big_endian;
} Wide;

static const Wide charset_utf16le = { "UTF-16LE", 2, FALSE };
static const Wide charset_utf16be = { "UTF-16BE", 2, TRUE };

/* The longer mark first: UTF-32LE begins like UTF-16LE. */
static const struct {
    const char *mark;
    gsize len;
    Wide wide;
} charset_marks[] = {
    { "\377\376\0\0", 4, { "UTF-32LE", 4, FALSE } },
    { "\0\0\376\377", 4, { "UTF-32BE", 4, TRUE } },
    { "\377\376", 2, { "UTF-16LE", 2, FALSE } },
    { "\376\377", 2, { "UTF-16BE", 2, TRUE } },
};

static gunichar
charset_unit(const Wide *wide, const guchar *s)
{
    gunichar unit = 0;

    for (guint i = 0; i < wide->width; i++)
        unit = unit << 8 | s[wide->big_endian ? i : wide->width - 1 - i];
    return unit;
}

static void
charset_replace(GString *out, Decoded *decoded)
{
    g_string_append(out, REPLACEMENT);
    decoded->bad++;
}

static void
charset_take(GString *out, Decoded *decoded)
{
    decoded->len = out->len;
    decoded->text = g_string_free(out, FALSE);
}

static void
charset_from_wide(const char *bytes, gsize len, const Wide *wide,
                  Decoded *decoded)
{
    const guchar *s = (const guchar *) bytes, *end = s + len;
    GString *out = g_string_sized_new(len);
    guint w = wide->width;

    for (; (gsize) (end - s) >= w; s += w) {
        gunichar c = charset_unit(wide, s), low;

        if (w == 2 && c >= 0xD800 && c < 0xDC00 && end - s >= 4 &&
            (low = charset_unit(wide, s + 2)) >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            s += w;
        }
        if (c < 0x80)
            g_string_append_c(out, (char) c);
        else if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            charset_replace(out, decoded);
        else
            g_string_append_unichar(out, c);
    }
    if (s < end)
        charset_replace(out, decoded);
    decoded->charset = wide->name;
    charset_take(out, decoded);
}

/* A few NULs are a slip, not a charset. */
static gboolean
charset_has_nuls(gsize here, gsize there, gsize n)
{
    return there * 8 < here && (here * 2 > n || (here * 12 > n && here > 8));
}

/* Latin letters and blanks in UTF-16 have a NUL on one side, and text has
 * no other: half of a Latin text, a tenth of others. */
static const Wide *
charset_wide_by_nuls(const char *bytes, gsize len)
{
    gsize n = MIN(len, LOOK_AT) / 2;
    gsize nuls[2] = { 0, 0 };

    if (memchr(bytes, 0, n * 2) == NULL)
        return NULL;
    for (gsize i = 0; i < n * 2; i++)
        nuls[i % 2] += bytes[i] == 0;
    if (charset_has_nuls(nuls[1], nuls[0], n))
        return &charset_utf16le;
    if (charset_has_nuls(nuls[0], nuls[1], n))
        return &charset_utf16be;
    return NULL;
}

static gboolean
charset_by_mark(const char *bytes, gsize len, Decoded *decoded)
{
    for (guint i = 0; i < G_N_ELEMENTS(charset_marks); i++) {
        gsize skip = charset_marks[i].len;

        if (len < skip || memcmp(bytes, charset_marks[i].mark, skip) != 0)
            continue;
        charset_from_wide(bytes + skip, len - skip, &charset_marks[i].wide,
                          decoded);
        return TRUE;
    }
    return FALSE;
}

static void
charset_from_utf8(const char *bytes, gsize len, Decoded *decoded)
{
    GString *out = g_string_sized_new(len + len / 8);

    for (gsize i = 0, n; i < len; i += n) {
        gboolean valid;

        n = utf8_sequence(bytes + i, len - i, &valid);
        if (valid)
            g_string_append_len(out, bytes + i, n);
        else
            charset_replace(out, decoded);
    }
    decoded->charset = "UTF-8";
    charset_take(out, decoded);
}

typedef struct {
    gsize good, bad;            /* sequences of two bytes and more */
} Tally;

static Tally
charset_tally_utf8(const char *bytes, gsize len)
{
    Tally tally = { 0, 0 };

    for (gsize i = 0;
         (i += utf8_ascii_length(bytes + i, len - i)) < len;) {
        gboolean valid;

        i += utf8_sequence(bytes + i, len - i, &valid);
        tally.good += valid;
        tally.bad += !valid;
    }
    return tally;
}

/* Each byte its own character; 0x80..0x9F become C1 controls, which
 * base/control reads as windows-1252. */
static void
charset_from_latin1(const char *bytes, gsize len, Decoded *decoded)
{
    GString *out = g_string_sized_new(len + len / 8);

    for (gsize i = 0; i < len; i++) {
        guchar c = bytes[i];

        if (c >= 0x80)
            g_string_append_c(out, (char) (0xC0 | c >> 6));
        g_string_append_c(out, (char) (c < 0x80 ? c : 0x80 | (c & 0x3F)));
    }
    decoded->charset = "windows-1252";
    charset_take(out, decoded);
}

static void
charset_convert(GIConv conv, const char *bytes, gsize len, Decoded *decoded)
{
    GString *out = g_string_sized_new(len + len / 2);
    char buffer[8192];
    char *in = (char *) bytes;
    gsize left = len;

    for (gboolean more = TRUE; more;) {
        char *to = buffer;
        gsize room = sizeof buffer;
        /* A last call with no input flushes what conv holds back. */
        gboolean flush = left == 0;
        gsize done = g_iconv(conv, flush ? NULL : &in, &left, &to, &room);
        int failed = done == (gsize) -1 ? errno : 0;

        g_string_append_len(out, buffer, to - buffer);
        more = !flush || failed == E2BIG;
        if (failed == EILSEQ || failed == EINVAL) {
            charset_replace(out, decoded);
            if (left > 0) {
                in++;
                left--;
            }
        }
    }
    charset_take(out, decoded);
}

static gboolean
charset_is_any(const char *charset, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (g_ascii_strcasecmp(charset, names[i]) == 0)
            return TRUE;
    return FALSE;
}

/* bytes in a character set whose name is given. */
static gboolean
charset_from_named(const char *bytes, gsize len, const char *charset,
                   Decoded *decoded)
{
    static const char *const utf8[] = {
        "UTF-8", "UTF8", "US-ASCII", "ASCII", NULL };
    static const char *const latin1[] = {
        "windows-1252", "CP1252", "ISO-8859-1", "ISO8859-1", "latin1", NULL };
    GIConv conv;

    if (charset_is_any(charset, utf8)) {
        charset_from_utf8(bytes, len, decoded);
        return TRUE;
    }
    if (charset_is_any(charset, latin1)) {
        charset_from_latin1(bytes, len, decoded);
        return TRUE;
    }
    conv = g_iconv_open("UTF-8", charset);
    if (conv == (GIConv) -1)
        return FALSE;
    charset_convert(conv, bytes, len, decoded);
    g_iconv_close(conv);
    decoded->charset = g_intern_string(charset);
    return TRUE;
}

static void
charset_guess(const char *bytes, gsize len, Decoded *decoded)
{
    const GuessModule *module = module_table("guess", NULL);
    g_autofree char *charset =
        module == NULL ? NULL : module->charset(bytes, len);

    decoded->guessed = TRUE;
    if (charset == NULL || charset_is_any(charset, (const char *const[]) {
                               "UTF-8", "ASCII", "US-ASCII", NULL }) ||
        !charset_from_named(bytes, len, charset, decoded))
        charset_from_latin1(bytes, len, decoded);
}

/* Japanese mail: seven-bit bytes that are well-formed as UTF-8, too. */
static gboolean
charset_is_iso2022jp(const char *bytes, gsize len)
{
    for (const char *at = bytes, *end = bytes + len;
         (at = memchr(at, 0x1B, end - at)) != NULL; at++)
        if (end - at >= 3 && at[1] == '$' && (at[2] == 'B' || at[2] == '@'))
            return TRUE;
    return FALSE;
}

static void
charset_find(const char *bytes, gsize len, Decoded *decoded)
{
    const Wide *wide;
    Tally tally;

    if (charset_by_mark(bytes, len, decoded))
        return;
    wide = charset_wide_by_nuls(bytes, len);
    if (wide != NULL) {
        charset_from_wide(bytes, len, wide, decoded);
        return;
    }
    tally = charset_tally_utf8(bytes, len);
    if (tally.bad == 0) {
        if (charset_is_iso2022jp(bytes, len) &&
            charset_from_named(bytes, len, "ISO-2022-JP", decoded))
            return;
        decoded->len = len;
        decoded->charset = "UTF-8";
    } else if (tally.good > tally.bad) {
        /* Damaged UTF-8: in other character sets well-formed sequences
         * come about by chance, and are the rarer ones. */
        charset_from_utf8(bytes, len, decoded);
    } else {
        charset_guess(bytes, len, decoded);
    }
}

gboolean
charset_decode(const char *bytes, gsize len, const char *charset,
               Decoded *decoded, GError **error)
{
    *decoded = (Decoded) { 0 };
    if (charset == NULL) {
        charset_find(bytes, len, decoded);
    } else if (!charset_from_named(bytes, len, charset, decoded)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_UNAVAILABLE,
                    "no character set is called \"%s\"; iconv -l lists them",
                    charset);
        return FALSE;
    }
    return TRUE;
}
