/* SPDX-License-Identifier: MIT */
/* Which character of a paragraph is looked at by which recogniser. */
#include "read/inline_scan.h"

#include "base/lanes.h"
#include "read/entity.h"

/* The recognisers, a bit each, in the order in which they are asked. */
enum {
    WWW = 1, SCHEME = 2, TAG = 4, ANGLE = 8, ENTITY = 16, CODE = 32,
    NOTE = 64, EMPH = 128, SLASH = 256, END = 512,
    PLAIN = TAG | ENTITY,   /* those for metadata, too */
};

static gboolean (*const recognisers[])(InlineScan *scan) = {
    inline_www_scan, inline_scheme_scan, inline_tag_scan,
    inline_angle_scan, inline_entity_scan, inline_code_scan,
    inline_note_scan, inline_emph_scan, inline_slash_scan,
};

/* Which recognisers a byte asks; may_ask() knows these bytes, too. */
static const guint16 signs[256] = {
    ['\0'] = END, ['<'] = TAG | ANGLE, ['&'] = ENTITY, ['`'] = CODE,
    ['\''] = CODE, ['['] = NOTE, ['*'] = NOTE | EMPH, [0xC2] = NOTE,
    [0xE2] = NOTE, ['_'] = EMPH, ['/'] = SLASH, [':'] = SCHEME,
    ['w'] = WWW, ['W'] = WWW,
};

InlineToken *
inline_scan_add(InlineScan *scan, InlineKind kind, gsize end)
{
    InlineToken token = {
        .kind = kind, .start = (guint32) scan->at, .end = (guint32) end,
    };

    if (scan->tokens == NULL)
        scan->tokens = g_array_new(FALSE, FALSE, sizeof(InlineToken));
    g_array_append_val(scan->tokens, token);
    scan->at = end;
    return inline_scan_token(scan, scan->tokens->len - 1);
}

gunichar
inline_scan_before(const InlineScan *scan, gsize at)
{
    if (at == 0 || (guchar) scan->str[at - 1] < 0x80)
        return at == 0 ? 0 : (guchar) scan->str[at - 1];
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

/* Links begin where a word does. */
static gboolean
at_word(const InlineScan *scan, gsize at)
{
    return g_ascii_isalnum(scan->str[at])
        && (at == 0 || !g_ascii_isalnum(scan->str[at - 1]));
}

static gboolean
link_url(InlineScan *scan, gsize start)
{
    gsize len;

    if (!at_word(scan, start))
        return FALSE;
    len = inline_url_length(scan->str + start,
                            inline_scan_before(scan, start));
    if (len == 0)
        return FALSE;
    scan->at = start;
    return add_link(scan, start, start + len, start + len, "");
}

gboolean
inline_scheme_scan(InlineScan *scan)
{
    guint n = inline_scan_n_tokens(scan);
    gsize done = n > 0 ? inline_scan_token(scan, n - 1)->end : 0;
    gsize len = inline_scheme_before(scan->str + done, scan->at - done);

    return len > 0 && link_url(scan, scan->at - len);
}

gboolean
inline_www_scan(InlineScan *scan)
{
    return g_ascii_tolower(scan->str[scan->at + 1]) == 'w'
        && link_url(scan, scan->at);
}

static gsize
email_length(const InlineScan *scan, gsize start)
{
    if (!at_word(scan, start))
        return 0;
    return inline_email_length(scan->str + start,
                               inline_scan_before(scan, start));
}

/* Finds the first address from byte at on, which has an '@' in it. */
static void
find_email(InlineScan *scan)
{
    for (; scan->at_sign < scan->len; scan->at_sign++) {
        const char *sign = memchr(scan->str + scan->at_sign, '@',
                                  scan->len - scan->at_sign);
        gsize start;

        if (sign == NULL)
            break;
        scan->at_sign = (gsize) (sign - scan->str);
        start = scan->at_sign - MIN(scan->at_sign, INLINE_EMAIL_LOCAL);
        for (start = MAX(start, scan->at); start < scan->at_sign; start++)
            if (email_length(scan, start) > 0) {
                scan->email = start;
                return;
            }
    }
    scan->at_sign = scan->email = G_MAXSIZE;
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

static gboolean
recognise(InlineScan *scan, guint asked)
{
    gsize len;

    for (guint i = 0; (asked & ~END) >> i; i++)
        if ((asked >> i & 1) && recognisers[i](scan))
            return TRUE;
    if (scan->at != scan->email)
        return FALSE;
    len = email_length(scan, scan->at);
    return add_link(scan, scan->at, scan->at + len, scan->at + len,
                    "mailto:");
}

/* Which bytes may ask any: all but letters, of which two 'w' may, digits
 * and what is most often between them. */
static Lanes
may_ask(const char *p)
{
    Lanes c = lanes_load(p), small = c | 0x20;
    Lanes next = lanes_load(p + 1) | 0x20;
    Lanes plain = lanes_among(small, 'a', 'z') | lanes_among(c, '0', '9') |
                  lanes_among(c, ' ', '%') | lanes_among(c, '(', ')') |
                  lanes_among(c, ',', '.');

    return ~plain | ((Lanes) (small == 'w') & (Lanes) (next == 'w'));
}

/* Goes on to the next byte that asks a recogniser. */
static inline guint
next_sign(InlineScan *scan, guint16 mask)
{
    const char *p = scan->str + scan->at, *end = scan->str + scan->len;

    while (end - p > LANES && !lanes_any(may_ask(p)))
        p += LANES;
    while ((signs[(guchar) *p] & mask) == 0)
        p++;
    scan->at = MIN((gsize) (p - scan->str), scan->email);
    return signs[(guchar) scan->str[scan->at]] & mask;
}

void
inline_scan_run(InlineScan *scan)
{
    guint16 mask = scan->context ? G_MAXUINT16 : PLAIN | END;
    guint asked;

    scan->email = G_MAXSIZE;
    if (scan->context)
        find_email(scan);
    for (; (asked = next_sign(scan, mask)), scan->at < scan->len;) {
        if (!recognise(scan, asked))
            scan->at++;
        if (scan->at > scan->email)
            find_email(scan);
    }
    inline_tag_settle(scan);
}
