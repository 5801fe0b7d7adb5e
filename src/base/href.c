/* SPDX-License-Identifier: MIT */
/* Which addresses a book may point to, and how they are written: those that
 * every reading system takes (WHATWG URL, strict) and that start nothing. */
#include "base/href.h"

#include <string.h>

typedef struct {
    const char *prefix;
    gboolean host;          /* a host must follow */
} Scheme;

static const Scheme schemes[] = {
    { "https://", TRUE }, { "http://", TRUE }, { "ftp://", TRUE },
    { "mailto:", FALSE }, { "news:", FALSE }, { "tel:", FALSE },
};

static gboolean
href_is_number(const char *str, gsize len, guint most)
{
    guint number = 0;

    for (gsize i = 0; i < len; i++) {
        if (!g_ascii_isdigit(str[i]) || i > 4)
            return FALSE;
        number = number * 10 + (str[i] - '0');
    }
    return len > 0 && number <= most;
}

static gboolean
url_label_is_sane(const char *label, gsize len)
{
    if (len == 0 || len > 63 || label[0] == '-' || label[len - 1] == '-')
        return FALSE;
    for (gsize i = 0; i < len; i++)
        if (!g_ascii_isalnum(label[i]) && label[i] != '-' && label[i] != '_')
            return FALSE;
    return TRUE;
}

/* A host whose last label begins with a digit is an IPv4 address or wrong. */
static gboolean
href_host_is_sane(const char *host)
{
    const char *label = host, *end;
    guint n = 0, numbers = 0;

    if (strlen(host) > 253)
        return FALSE;
    for (;; label = end + 1) {
        end = strchrnul(label, '.');
        if (!url_label_is_sane(label, end - label))
            return FALSE;
        n++;
        numbers += href_is_number(label, end - label, 255);
        if (!*end)
            break;
    }
    return !g_ascii_isdigit(*label) || (n == 4 && numbers == 4);
}

/* Appends "host" or "host:port", in ASCII; a name and password before it
 * make no honest link. */
static gboolean
href_authority(GString *out, const char *str, gsize len)
{
    const char *colon = memchr(str, ':', len);
    gsize size = colon ? (gsize) (colon - str) : len;
    g_autofree char *host = g_strndup(str, size);
    g_autofree char *ascii = NULL;

    if (colon && !href_is_number(colon + 1, len - size - 1, 65535))
        return FALSE;
    ascii = g_str_is_ascii(host) ? g_steal_pointer(&host)
                                 : g_hostname_to_ascii(host);
    if (!ascii || !href_host_is_sane(ascii))
        return FALSE;
    g_string_append(out, ascii);
    if (colon)
        g_string_append_len(out, colon, len - size);
    return TRUE;
}

/* What stays as it is, but for '%' before no number and a second '#'. */
#define HREF_STAYS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS \
    "!$&'()*+,-./:;=?@_~"

static gboolean
href_stays(const char *p, gboolean *fragment)
{
    gboolean first = !*fragment;

    if (*p == '%')
        return g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2]);
    *fragment |= *p == '#';
    return *p == '#' && first;
}

static void
href_encode(GString *out, const char *rest, const char *end)
{
    gboolean fragment = FALSE;
    const char *p = rest;

    while (p < end) {
        gsize run = strspn(p, HREF_STAYS);

        g_string_append_len(out, p, run);
        p += run;
        if (p >= end)
            return;
        if (href_stays(p, &fragment))
            g_string_append_c(out, *p);
        else
            g_string_append_printf(out, "%%%02X", (guchar) *p);
        p++;
    }
}

/* What follows the scheme's prefix. */
static char *
href_rest(const Scheme *scheme, const char *rest, const char *end)
{
    g_autoptr(GString) out = g_string_new(scheme->prefix);
    gsize len = (gsize) (end - rest);
    gsize authority = scheme->host ? MIN(strcspn(rest, "/?#"), len) : 0;

    if (len == 0 || (scheme->host && !href_authority(out, rest, authority)))
        return NULL;
    href_encode(out, rest + authority, end);
    return g_strdup(out->str);
}

char *
href_clean(const char *url)
{
    const char *end = url + strlen(url);

    while (*url && (guchar) *url <= ' ')
        url++;
    while (end > url && (guchar) end[-1] <= ' ')
        end--;
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        gsize len = strlen(schemes[i].prefix);

        if (g_ascii_strncasecmp(url, schemes[i].prefix, len) == 0)
            return href_rest(&schemes[i], url + len, end);
    }
    return NULL;
}
