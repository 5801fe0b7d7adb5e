/* SPDX-License-Identifier: MIT */
/* Decides which addresses may be followed from a PDF and how they are
 * written there: with nothing but what RFC 3986 allows, and of that nothing
 * that means something to PDF. */
#include "pdf/finish.h"

#include <string.h>

typedef struct {
    const char *scheme;
    gboolean host;              /* "//" and a host come next */
} Scheme;

static const Scheme schemes[] = {
    { "https:", TRUE }, { "http:", TRUE }, { "ftp:", TRUE },
    { "mailto:", FALSE },
};

static const Scheme *
uri_scheme(const char *uri)
{
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        const gsize len = strlen(schemes[i].scheme);
        const char *rest = uri + len;

        if (g_ascii_strncasecmp(uri, schemes[i].scheme, len) != 0)
            continue;
        if (schemes[i].host && strncmp(rest, "//", 2) != 0)
            return NULL;
        rest += schemes[i].host ? 2 : 0;
        return *rest == '\0' ? NULL : &schemes[i];
    }
    return NULL;
}

static void
put_encoded(GString *out, const char *from, const char *to)
{
    for (; from < to; from++) {
        const guchar c = *from;
        const gboolean stray = c == '%' &&
            !(to - from > 2 && g_ascii_isxdigit(from[1]) &&
              g_ascii_isxdigit(from[2]));

        if (c <= ' ' || c >= 0x7F || strchr("\"'()<>\\^`{|}", c) || stray)
            g_string_append_printf(out, "%%%02X", c);
        else
            g_string_append_c(out, c);
    }
}

/* Names of hosts in other scripts have an own form (RFC 5891). */
static void
put_host(GString *out, const char *from, const char *to)
{
    g_autofree char *host = g_strndup(from, to - from);
    g_autofree char *ascii = g_hostname_is_non_ascii(host) &&
        g_utf8_validate(host, -1, NULL) ? g_hostname_to_ascii(host) : NULL;

    if (ascii != NULL)
        put_encoded(out, ascii, ascii + strlen(ascii));
    else
        put_encoded(out, from, to);
}

char *
finish_uri(const char *uri)
{
    const Scheme *scheme;
    const char *host, *end, *at;
    GString *out;

    while (*uri != '\0' && (guchar) *uri <= ' ')
        uri++;
    scheme = uri_scheme(uri);
    if (scheme == NULL)
        return NULL;
    out = g_string_new(scheme->scheme);
    host = uri + strlen(scheme->scheme);
    end = host + strlen(host);
    while (end > host && (guchar) end[-1] <= ' ')
        end--;
    if (scheme->host) {
        const char *path = host + 2;

        g_string_append(out, "//");
        path += strcspn(path, "/?#");
        path = MIN(path, end);
        at = memrchr(host + 2, '@', path - host - 2);
        at = at == NULL ? host + 2 : at + 1;
        put_encoded(out, host + 2, at);
        put_host(out, at, path);
        host = path;
    }
    put_encoded(out, host, end);
    return g_string_free(out, FALSE);
}
