/* SPDX-License-Identifier: MIT */
/* Which character of a paragraph is looked at by which recogniser. */
#include "read/inline_scan.h"

#include "read/entity.h"

#include <string.h>

typedef gboolean (*Recogniser)(InlineScan *scan);

/* In the order in which they are asked; plain: also for metadata. */
static const struct {
    const char *signs;
    Recogniser recognise;
    gboolean plain;
} recognisers[] = {
    { "<",            inline_tag_scan,    TRUE },
    { "<",            inline_angle_scan,  FALSE },
    { "&",            inline_entity_scan, TRUE },
    { "`'",           inline_code_scan,   FALSE },
    { "[*\xC2\xE2",   inline_note_scan,   FALSE },
    { "*_",           inline_emph_scan,   FALSE },
    { "/",            inline_slash_scan,  FALSE },
};

InlineToken *
inline_scan_add(InlineScan *scan, InlineKind kind, gsize end)
{
    InlineToken token = {
        .kind = kind, .start = (guint32) scan->at, .end = (guint32) end,
    };

    g_array_append_val(scan->tokens, token);
    scan->at = end;
    return &g_array_index(scan->tokens, InlineToken, scan->tokens->len - 1);
}

gunichar
inline_scan_before(const InlineScan *scan, gsize at)
{
    if (at == 0)
        return 0;
    return g_utf8_get_char(g_utf8_prev_char(scan->str + at));
}

gunichar
inline_scan_after(const InlineScan *scan, gsize at)
{
    return at >= scan->len ? 0 : g_utf8_get_char(scan->str + at);
}

gboolean
inline_entity_scan(InlineScan *scan)
{
    gsize len = 0;
    gunichar c = entity_decode(scan->str + scan->at, scan->len - scan->at,
                               &len);

    if (!c)
        return FALSE;
    inline_scan_add(scan, INLINE_TEXT, scan->at + len)->c = c;
    return TRUE;
}

static char *
dup_range(const InlineScan *scan, gsize start, gsize end)
{
    GString *out = g_string_sized_new(end - start + 1);

    entity_append(out, scan->str + start, end - start);
    return g_string_free(out, FALSE);
}

/* Links bytes [start, end), what shows of a token that ends at whole. */
static gboolean
add_link(InlineScan *scan, gsize start, gsize end, gsize whole,
         const char *scheme)
{
    g_autofree char *shown = dup_range(scan, start, end);
    g_autofree char *written = g_strconcat(scheme, shown, NULL);
    g_autofree char *uri = inline_uri_dup(written);
    InlineToken *token = inline_scan_add(scan, INLINE_SPAN, whole);

    token->mark = A2B_MARK_LINK;
    token->from = (guint32) start;
    token->to = (guint32) end;
    if (uri)
        token->target = arena_strdup(scan->context->arena, uri);
    return TRUE;
}

gboolean
inline_link_scan(InlineScan *scan)
{
    const char *str = scan->str + scan->at;
    gunichar before = inline_scan_before(scan, scan->at);
    gsize len = strchr("hHfFwWmM", *str)
        ? inline_url_length(str, before) : 0;

    if (len)
        return add_link(scan, scan->at, scan->at + len, scan->at + len, "");
    len = scan->has_at_sign ? inline_email_length(str, before) : 0;
    if (len)
        return add_link(scan, scan->at, scan->at + len, scan->at + len,
                        "mailto:");
    return FALSE;
}

/* <URL:http://...>, <http://...>: the brackets go. */
gboolean
inline_angle_scan(InlineScan *scan)
{
    gsize start = scan->at + 1;
    if (g_ascii_strncasecmp(scan->str + start, "url:", 4) == 0)
        start += 4;

    gsize len = inline_url_length(scan->str + start, 0);
    if (len == 0)
        return FALSE;
    gsize end = start + len;
    while (end < scan->len && strchr(".,;:!?'*_)", scan->str[end]))
        end++;
    if (scan->str[end] != '>')
        return FALSE;
    return add_link(scan, start, end, end + 1, "");
}

/* Links begin where a word does. */
static gboolean
at_word(const InlineScan *scan)
{
    return g_ascii_isalnum(scan->str[scan->at])
        && (scan->at == 0 || !g_ascii_isalnum(scan->str[scan->at - 1]));
}

static gboolean
recognise(InlineScan *scan, const guint8 *asked_by)
{
    char c = scan->str[scan->at];
    guint8 asked = asked_by[(guchar) c];

    for (guint i = 0; asked >> i; i++)
        if ((asked >> i & 1) && recognisers[i].recognise(scan))
            return TRUE;
    return scan->context && at_word(scan) && inline_link_scan(scan);
}

void
inline_scan_run(InlineScan *scan)
{
    guint8 asked_by[256] = { 0 };

    for (guint i = 0; i < G_N_ELEMENTS(recognisers); i++)
        if (scan->context || recognisers[i].plain)
            for (const char *c = recognisers[i].signs; *c; c++)
                asked_by[(guchar) *c] |= (guint8) (1 << i);

    scan->has_at_sign = memchr(scan->str, '@', scan->len) != NULL;
    while (scan->at < scan->len)
        if (!recognise(scan, asked_by))
            scan->at++;
    inline_tag_settle(scan);
}
