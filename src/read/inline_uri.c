/* SPDX-License-Identifier: MIT */
/*
 * Which URLs are fit to be linked to, and how one is written so that it is
 * a URI (RFC 3986) that a strict reader takes.
 */
#include "read/inline_scan.h"

#include <string.h>

#define HOST_MAX_BYTES 253
#define PORT_MAX 65535

static const char *const schemes[] = { "http", "https", "ftp", "mailto" };

static gboolean
is_scheme(const char *str, gsize len)
{
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (strlen(schemes[i]) == len
            && g_ascii_strncasecmp(str, schemes[i], len) == 0)
            return TRUE;
    return FALSE;
}

/* Appends str with everything but unreserved characters, those of also and
 * escapes as %XX. */
static void
append_escaped(GString *out, const char *str, gsize len, const char *also)
{
    for (gsize i = 0; i < len; i++) {
        guchar c = (guchar) str[i];
        gboolean escape = c == '%' && i + 2 < len
            && g_ascii_isxdigit(str[i + 1]) && g_ascii_isxdigit(str[i + 2]);

        if (escape || g_ascii_isalnum((char) c)
            || (c && c < 0x80 && strchr("-._~", c))
            || (c && c < 0x80 && strchr(also, c)))
            g_string_append_c(out, (char) c);
        else
            g_string_append_printf(out, "%%%02X", c);
    }
}

/* A host that ends in a number must be four of them, each a byte. */
static gboolean
is_address_or_name(const char *host)
{
    g_auto(GStrv) labels = g_strsplit(host, ".", -1);
    guint n = g_strv_length(labels), numbers = 0;

    for (guint i = 0; i < n; i++) {
        gsize len = strlen(labels[i]);
        gboolean trailing_dot = len == 0 && i == n - 1 && n > 1;

        if ((len == 0 && !trailing_dot) || len > 63)
            return FALSE;
        if (len && len <= 3 && strspn(labels[i], "0123456789") == len)
            numbers += g_ascii_strtoull(labels[i], NULL, 10) < 256;
    }
    const char *last = labels[n - 1];
    return !g_ascii_isdigit(*last) || (n == 4 && numbers == 4);
}

/* Whether the "xn--" labels of a host, if any, stand for something and are
 * the way to write it. */
static gboolean
is_ace_sound(const char *host)
{
    if (!strstr(host, "xn--"))
        return TRUE;
    g_autofree char *unicode = g_hostname_to_unicode(host);
    if (!unicode || strstr(unicode, "xn--"))
        return FALSE;
    g_autofree char *again = g_hostname_to_ascii(unicode);
    return g_strcmp0(again, host) == 0;
}

/* Host in ASCII, or NULL if it cannot be one; free with g_free(). */
static char *
dup_host(const char *str, gsize len)
{
    if (len == 0 || len > HOST_MAX_BYTES)
        return NULL;

    g_autofree char *written = g_strndup(str, len);
    g_autofree char *host = g_str_is_ascii(written)
        ? g_ascii_strdown(written, -1) : g_hostname_to_ascii(written);
    if (!host || !*host)        /* nothing but what IDNA leaves out */
        return NULL;
    for (const char *p = host; *p; p++)
        if (!g_ascii_isalnum(*p) && !strchr("-._", *p))
            return NULL;
    if (*host == '-' || g_str_has_suffix(host, "-") || !is_ace_sound(host))
        return NULL;
    return is_address_or_name(host) ? g_steal_pointer(&host) : NULL;
}

static gboolean
is_port(const char *str, gsize len)
{
    if (len == 0 || len > 5)
        return len == 0;
    return strspn(str, "0123456789") >= len
        && g_ascii_strtoull(str, NULL, 10) <= PORT_MAX;
}

/* Appends "user@host:port" of len bytes; FALSE if it is none. */
static gboolean
append_authority(GString *out, const char *str, gsize len)
{
    const char *at = g_strrstr_len(str, (gssize) len, "@");
    const char *host = at ? at + 1 : str;
    gsize left = len - (gsize) (host - str);
    const char *colon = memchr(host, ':', left);
    gsize host_len = colon ? (gsize) (colon - host) : left;
    g_autofree char *name = dup_host(host, host_len);

    if (!name || (colon && !is_port(colon + 1, left - host_len - 1)))
        return FALSE;
    if (at) {
        append_escaped(out, str, (gsize) (at - str), "!$&'()*+,;=:");
        g_string_append_c(out, '@');
    }
    g_string_append(out, name);
    if (colon && left - host_len > 1)
        g_string_append_len(out, colon, left - host_len);
    return TRUE;
}

static void
append_path(GString *out, const char *str)
{
    static const char also[] = "!$&'()*+,;=:@/?";
    const char *hash = strchr(str, '#');
    gsize len = hash ? (gsize) (hash - str) : strlen(str);

    append_escaped(out, str, len, also);
    if (hash) {
        g_string_append_c(out, '#');
        append_escaped(out, hash + 1, strlen(hash + 1), also);
    }
}

static char *
dup_mailto(const char *address)
{
    gsize len = inline_email_length(address, 0);
    if (len == 0 || (address[len] && address[len] != '?'))
        return NULL;

    GString *out = g_string_new("mailto:");
    append_path(out, address);
    return g_string_free(out, FALSE);
}

char *
inline_uri_dup(const char *written)
{
    g_autofree char *url = g_strstrip(g_strdup(written));
    const char *colon = strchr(url, ':');

    if (g_ascii_strncasecmp(url, "www.", 4) == 0) {
        g_autofree char *whole = g_strconcat("http://", url, NULL);
        return inline_uri_dup(whole);
    }
    if (!colon || !is_scheme(url, (gsize) (colon - url)))
        return NULL;
    if (g_ascii_strncasecmp(url, "mailto:", 7) == 0)
        return dup_mailto(colon + 1);
    if (!g_str_has_prefix(colon, "://"))
        return NULL;

    g_autofree char *scheme = g_ascii_strdown(url, colon - url);
    g_autoptr(GString) out = g_string_new(scheme);
    const char *authority = colon + 3;
    gsize len = strcspn(authority, "/?#");

    g_string_append(out, "://");
    if (!append_authority(out, authority, len))
        return NULL;
    append_path(out, authority + len);
    return g_strdup(out->str);
}
