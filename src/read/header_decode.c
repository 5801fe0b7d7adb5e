/* SPDX-License-Identifier: MIT */
/* Mail's encodings (RFC 2045, 2047, 2231): what the bytes stand for. */
#include "read/header_decode.h"

#include <string.h>

#include "base/utf8.h"

char *
header_decode_quoted(const char *str, gsize len, gboolean word,
                     gsize *out_len)
{
    char *out = g_malloc(len + 1);
    gsize n = 0;

    for (gsize i = 0; i < len; i++) {
        gsize rest = len - i - 1;

        if (word && str[i] == '_') {
            out[n++] = ' ';
        } else if (str[i] != '=') {
            out[n++] = str[i];
        } else if (rest >= 2 && g_ascii_isxdigit(str[i + 1])
                   && g_ascii_isxdigit(str[i + 2])) {
            out[n++] = (char) (g_ascii_xdigit_value(str[i + 1]) << 4
                               | g_ascii_xdigit_value(str[i + 2]));
            i += 2;
        } else {
            gsize blanks = word ? 0 : strspn(str + i + 1, " \t");

            /* A soft line break. */
            if (!word && blanks < rest && str[i + 1 + blanks] == '\n')
                i += blanks + 1;
            else if (!word && blanks >= rest)
                i = len - 1;
            else
                out[n++] = '=';
        }
    }
    out[n] = '\0';
    *out_len = n;
    return out;
}

char *
header_decode_base64(const char *str, gsize len, gsize *out_len)
{
    guchar *out = g_malloc(len / 4 * 3 + 4);
    guint save = 0;
    int state = 0;

    *out_len = g_base64_decode_step(str, len, out, &state, &save);
    out[*out_len] = '\0';
    return (char *) out;
}

char *
header_decode_charset(const char *bytes, gsize len, const char *charset,
                      gsize *out_len)
{
    g_autofree char *converted = NULL;
    gsize n = 0;
    guint bad = 0;

    if (charset != NULL && g_ascii_strcasecmp(charset, "utf-8") != 0
        && g_ascii_strcasecmp(charset, "us-ascii") != 0)
        converted = g_convert(bytes, (gssize) len, "UTF-8", charset, NULL,
                              &n, NULL);
    if (converted == NULL && !g_utf8_validate_len(bytes, len, NULL))
        converted = g_convert(bytes, (gssize) len, "UTF-8", "WINDOWS-1252",
                              NULL, &n, NULL);
    if (converted != NULL)
        return utf8_clean(converted, n, out_len, &bad);
    return utf8_clean(bytes, len, out_len, &bad);
}

typedef struct {
    const char *charset, *text;
    gsize charset_len, text_len;
    char encoding;              /* 'b' or 'q' */
    gsize len;                  /* of all of it */
} EncodedWord;

/* "=?charset?b?text?=" at str; a language may follow the charset. */
static gboolean
encoded_word(const char *str, gsize len, EncodedWord *word)
{
    const char *end = str + len, *q;

    if (len < 8 || str[0] != '=' || str[1] != '?')
        return FALSE;
    word->charset = str + 2;
    q = memchr(word->charset, '?', (gsize) (end - word->charset));
    if (q == NULL || end - q < 4 || q[2] != '?'
        || q - word->charset > 64 || q == word->charset)
        return FALSE;
    word->charset_len = (gsize) (q - word->charset);
    const char *star = memchr(word->charset, '*', word->charset_len);
    if (star != NULL)
        word->charset_len = (gsize) (star - word->charset);
    word->encoding = g_ascii_tolower(q[1]);
    word->text = q + 3;
    for (q = word->text; q + 1 < end && *q != '\n'; q++) {
        if (q[0] == '?' && q[1] == '=') {
            word->text_len = (gsize) (q - word->text);
            word->len = (gsize) (q + 2 - str);
            return word->encoding == 'b' || word->encoding == 'q';
        }
        if (*q == ' ' && word->encoding == 'b')
            return FALSE;
    }
    return FALSE;
}

static void
append_bytes(GString *out, const EncodedWord *word)
{
    gsize n;
    g_autofree char *bytes = word->encoding == 'b'
        ? header_decode_base64(word->text, word->text_len, &n)
        : header_decode_quoted(word->text, word->text_len, TRUE, &n);

    g_string_append_len(out, bytes, (gssize) n);
}

static gboolean
same_charset(const EncodedWord *a, const EncodedWord *b)
{
    return a->charset_len == b->charset_len
           && g_ascii_strncasecmp(a->charset, b->charset,
                                  a->charset_len) == 0;
}

/* Decodes the word and those that follow it with only blanks between, a
 * character of one charset may be cut in two by them; gives what is left
 * of the string. */
static const char *
append_words(GString *out, EncodedWord word, const char *str,
             const char *end)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    EncodedWord next = word;
    gsize n;

    for (;;) {
        append_bytes(bytes, &next);
        str += next.len;
        const char *p = str;
        while (p < end && g_ascii_isspace(*p))
            p++;
        if (!encoded_word(p, (gsize) (end - p), &next))
            break;
        str = p;
        if (!same_charset(&word, &next))
            break;
    }
    g_autofree char *charset = g_strndup(word.charset, word.charset_len);
    g_autofree char *text = header_decode_charset(bytes->str, bytes->len,
                                                  charset, &n);
    g_string_append_len(out, text, (gssize) n);
    return str;
}

char *
header_decode_words(const char *str, gsize len)
{
    GString *out = g_string_sized_new(len);
    const char *end = str + len;
    EncodedWord word;

    while (str < end) {
        const char *mark = memchr(str, '=', (gsize) (end - str));
        gsize plain = (gsize) ((mark != NULL ? mark : end) - str);

        g_string_append_len(out, str, (gssize) plain);
        str += plain;
        if (str < end && encoded_word(str, (gsize) (end - str), &word))
            str = append_words(out, word, str, end);
        else if (str < end)
            g_string_append_c(out, *str++);
    }
    /* A decoded line break would forge a field or a paragraph. */
    g_strdelimit(out->str, "\r\n\t", ' ');
    return g_string_free(out, FALSE);
}
