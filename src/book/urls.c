/* SPDX-License-Identifier: MIT */
/* When two addresses are those of the same page: RFC 3986 section 6 and
 * what sites add to see where their readers come from; and of which site. */
#include "book/urls.h"

#include <string.h>

/* Names of parameters that say who led a reader to the page; one that ends
 * with '*' is the beginning of a name. */
static const char *const trackers[] = {
    "utm_*", "at_*", "ns_*", "mc_*", "pk_*", "mtm_*", "hsa_*", "_hs*",
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid",
    "yclid", "twclid", "ttclid", "igsh", "igshid", "li_fat_id", "_ga",
    "_gl", "ref", "ref_src", "ref_url", "referrer", "cmp", "cmpid", "ocid",
    "xtor", "smid", "smtyp", "spm", "ito", "sr_share", "guccounter",
    "guce_referrer", "guce_referrer_sig", "outputtype", "amp",
};

static gboolean
urls_is_tracker(const char *name, gsize len)
{
    for (guint i = 0; i < G_N_ELEMENTS(trackers); i++) {
        gsize n = strlen(trackers[i]);
        gboolean open = trackers[i][n - 1] == '*';

        if (open ? len >= n - 1 : len == n)
            if (!g_ascii_strncasecmp(name, trackers[i], open ? n - 1 : n))
                return TRUE;
    }
    return FALSE;
}

/* A byte that means the same whether it is escaped or not. */
static gboolean
urls_is_unreserved(guchar c)
{
    return g_ascii_isalnum(c) || (c && strchr("-._~", c));
}

static void
urls_append(GString *out, const char *str, gsize len)
{
    for (gsize i = 0; i < len; i++) {
        guchar c = str[i];
        gboolean escaped = c == '%' && i + 2 < len &&
            g_ascii_isxdigit(str[i + 1]) && g_ascii_isxdigit(str[i + 2]);

        if (escaped) {
            c = g_ascii_xdigit_value(str[i + 1]) << 4 |
                g_ascii_xdigit_value(str[i + 2]);
            i += 2;
        }
        if (urls_is_unreserved(c) ||
            (!escaped && c && strchr("!$&'()*+,;=:@/%", c)))
            g_string_append_c(out, c);
        else
            g_string_append_printf(out, "%%%02X", c);
    }
}

static int
urls_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* Parameters mean the same in any order.  Appends nothing if all of them
 * are trackers. */
static void
urls_append_query(GString *out, const char *str, gsize len)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
    const char *end = str + len;

    while (str < end) {
        gsize n = 0;
        GString *one;

        /* As it is written in HTML. */
        if (g_str_has_prefix(str, "amp;"))
            str += 4;
        while (str + n < end && str[n] != '&')
            n++;
        if (n && !urls_is_tracker(str, MIN(n, strcspn(str, "=")))) {
            one = g_string_sized_new(n + 1);
            urls_append(one, str, n);
            g_ptr_array_add(kept, g_string_free(one, FALSE));
        }
        str += MIN(n + 1, (gsize) (end - str));
    }
    g_ptr_array_sort(kept, urls_compare);
    for (guint i = 0; i < kept->len; i++)
        g_string_append_printf(out, "%c%s", i ? '&' : '?',
                               (char *) kept->pdata[i]);
}

/* After the scheme; NULL if it is none of the web.  People also leave it
 * out. */
static const char *
urls_host(const char *url)
{
    gsize len = strcspn(url, ":/?#@ ");

    if (!g_ascii_strncasecmp(url, "http://", 7))
        return url + 7;
    if (!g_ascii_strncasecmp(url, "https://", 8))
        return url + 8;
    if (g_str_has_prefix(url, "//"))
        return url + 2;
    return url[len] == '/' && memchr(url, '.', len) ? url : NULL;
}

static gboolean
urls_is_usual_port(const char *port, gsize len)
{
    return len == 1 || (len == 3 && !strncmp(port, ":80", 3)) ||
           (len == 4 && !strncmp(port, ":443", 4));
}

static gboolean
urls_append_host(GString *out, const char *host, gsize len)
{
    const char *at = memchr(host, '@', len), *port;

    if (at) {
        len -= at + 1 - host;
        host = at + 1;
    }
    if (len > 4 && !g_ascii_strncasecmp(host, "www.", 4)) {
        host += 4;
        len -= 4;
    }
    if ((port = memchr(host, ':', len)) &&
        urls_is_usual_port(port, len - (port - host)))
        len = port - host;
    if (len && host[len - 1] == '.')
        len--;
    for (gsize i = 0; i < len; i++)
        g_string_append_c(out, g_ascii_tolower(host[i]));
    return len > 0;
}

char *
urls_key(const char *url)
{
    g_autoptr(GString) out = g_string_sized_new(128);
    const char *p;
    gsize len, host_len;

    url += strspn(url, " \t\n<");
    if (!(p = urls_host(url)))
        return NULL;
    len = strcspn(p, "/?# \t\n>");
    if (!urls_append_host(out, p, len))
        return NULL;
    host_len = out->len;
    p += len;
    len = strcspn(p, "?# \t\n>");
    urls_append(out, p, len);
    while (out->len > host_len && out->str[out->len - 1] == '/')
        g_string_truncate(out, out->len - 1);
    p += len;
    if (*p == '?')
        urls_append_query(out, p + 1, strcspn(p + 1, "# \t\n>"));
    return out->len > host_len ? g_strdup(out->str) : NULL;
}

char *
urls_site(const char *url)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *host;
    gsize scheme;

    url += strspn(url, " \t\n<");
    scheme = strcspn(url, ":/?#@ ");
    host = g_str_has_prefix(url + scheme, "://") ? url + scheme + 3
                                                 : urls_host(url);
    if (!host || !urls_append_host(out, host, strcspn(host, "/?# \t\n>")))
        return NULL;
    return g_strdup(out->str);
}
