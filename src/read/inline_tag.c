/* SPDX-License-Identifier: MIT */
/* Which HTML tags that were left in a text are meant as such. */
#include "read/inline_scan.h"

#include "read/entity.h"

#include <string.h>

#define TAG_NAME_BYTES 8
#define TAG_MAX_BYTES 4096      /* a longer one is no tag */

typedef enum {
    TAG_MARK,               /* A mark from here to its end. */
    TAG_LINK,
    TAG_BREAK,              /* A line break. */
    TAG_BLANK,              /* Gone, but parts words. */
    TAG_GONE,
} TagAction;

typedef struct {
    const char *name;
    TagAction action;
    A2bMark mark;
} Tag;

static const Tag tags[] = {
    { "a",       TAG_LINK,  A2B_MARK_LINK },
    { "abbr",    TAG_GONE,  0 },
    { "acronym", TAG_GONE,  0 },
    { "b",       TAG_MARK,  A2B_MARK_STRONG },
    { "big",     TAG_GONE,  0 },
    { "br",      TAG_BREAK, 0 },
    { "center",  TAG_BLANK, 0 },
    { "cite",    TAG_MARK,  A2B_MARK_EMPH },
    { "code",    TAG_MARK,  A2B_MARK_CODE },
    { "del",     TAG_MARK,  A2B_MARK_DELETED },
    { "dfn",     TAG_MARK,  A2B_MARK_EMPH },
    { "div",     TAG_BLANK, 0 },
    { "em",      TAG_MARK,  A2B_MARK_EMPH },
    { "font",    TAG_GONE,  0 },
    { "i",       TAG_MARK,  A2B_MARK_EMPH },
    { "ins",     TAG_MARK,  A2B_MARK_INSERTED },
    { "kbd",     TAG_MARK,  A2B_MARK_CODE },
    { "nobr",    TAG_GONE,  0 },
    { "o:p",     TAG_GONE,  0 },
    { "p",       TAG_BLANK, 0 },
    { "s",       TAG_MARK,  A2B_MARK_STRIKE },
    { "samp",    TAG_MARK,  A2B_MARK_CODE },
    { "small",   TAG_GONE,  0 },
    { "span",    TAG_GONE,  0 },
    { "strike",  TAG_MARK,  A2B_MARK_STRIKE },
    { "strong",  TAG_MARK,  A2B_MARK_STRONG },
    { "sub",     TAG_MARK,  A2B_MARK_SUB },
    { "sup",     TAG_MARK,  A2B_MARK_SUP },
    { "tt",      TAG_MARK,  A2B_MARK_CODE },
    { "u",       TAG_MARK,  A2B_MARK_UNDERLINE },
    { "var",     TAG_MARK,  A2B_MARK_EMPH },
    { "wbr",     TAG_GONE,  0 },
};

typedef struct {
    const char *start, *end;
} Slice;

typedef struct {
    const Tag *tag;
    gboolean closing;
    Slice href;             /* start NULL: none */
    const char *end;        /* behind the '>' */
} Found;

static const Tag *
tag_by_name(const char *name, gsize len)
{
    for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
        if (g_ascii_tolower(*name) == *tags[i].name
            && strlen(tags[i].name) == len
            && g_ascii_strncasecmp(tags[i].name, name, len) == 0)
            return &tags[i];
    return NULL;
}

static const char *
skip_blanks(const char *p)
{
    return p + strspn(p, " \t\n");
}

static const char *
skip_name(const char *p)
{
    while (g_ascii_isalnum(*p) || *p == '-' || *p == ':' || *p == '_')
        p++;
    return p;
}

/* A value in quotes, or up to a blank.  Quoted-printable text that was not
 * decoded has "3D" before it. */
static Slice
value_at(const char *p)
{
    if (g_str_has_prefix(p, "3D\"") || g_str_has_prefix(p, "3D'"))
        p += 2;

    char quote = *p == '"' || *p == '\'' ? *p : 0;
    Slice value = { .start = p + (quote != 0) };
    const char stop[] = { '<', quote ? quote : ' ', '\0' };

    value.end = value.start
        + strcspn(value.start, quote ? stop : " \t\n<>");
    if (quote && *value.end != quote)
        value.start = NULL;
    return value;
}

/* Reads attributes up to the '>'; FALSE if what stands there is none. */
static gboolean
read_attributes(const char *p, Found *found)
{
    gboolean noise = found->tag->action > TAG_LINK;

    for (;;) {
        const char *name = skip_blanks(p);
        if (*name == '/')
            name = skip_blanks(name + 1);
        if (*name == '>') {
            found->end = name + 1;
            return TRUE;
        }
        const char *equals = skip_name(name);
        if (equals == name || name == p)
            return FALSE;
        if (*equals != '=') {
            if (!noise)
                return FALSE;
            p = equals;
            continue;
        }
        Slice value = value_at(equals + 1);
        if (!value.start)
            return FALSE;
        if (equals - name == 4 && g_ascii_strncasecmp(name, "href", 4) == 0)
            found->href = value;
        p = value.end + (*value.end == '"' || *value.end == '\'');
    }
}

static gboolean
read_tag(const char *str, Found *found)
{
    found->closing = str[1] == '/';
    const char *name = str + 1 + found->closing;
    const char *end = skip_name(name);

    if (end - name > TAG_NAME_BYTES)
        return FALSE;
    found->tag = tag_by_name(name, (gsize) (end - name));
    if (!found->tag)
        return FALSE;
    if (found->closing) {
        end = skip_blanks(end);
        found->end = end + 1;
        return *end == '>';
    }
    return read_attributes(end, found) && found->end - str <= TAG_MAX_BYTES;
}

static const char *
link_target(const InlineScan *scan, const Found *found)
{
    if (!found->href.start || !scan->context)
        return NULL;

    g_autoptr(GString) href = g_string_new(NULL);
    entity_append(href, found->href.start,
                  (gsize) (found->href.end - found->href.start));
    g_autofree char *uri = inline_uri_dup(href->str);
    return uri ? arena_strdup(scan->context->arena, uri) : NULL;
}

static void
add_mark(InlineScan *scan, const Found *found, gsize end)
{
    const char *target = link_target(scan, found);
    InlineToken *token;

    if (found->closing)
        token = inline_scan_add(scan, INLINE_CLOSE, end);
    else if (found->tag->action == TAG_LINK && !target)
        token = inline_scan_add(scan, INLINE_TEXT, end);
    else
        token = inline_scan_add(scan, INLINE_OPEN, end);
    token->tag = TRUE;
    token->mark = found->tag->mark;
    token->key = (guint) (found->tag - tags) + 1;
    token->target = target;
}

static void
add_text(InlineScan *scan, const Found *found, gsize end)
{
    static const gunichar shown[] = {
        [TAG_BREAK] = 0x2028, [TAG_BLANK] = ' ', [TAG_GONE] = 0,
    };
    InlineToken *token = inline_scan_add(scan, INLINE_TEXT, end);

    token->tag = TRUE;
    token->c = shown[found->tag->action];
}

gboolean
inline_tag_scan(InlineScan *scan)
{
    Found found = { 0 };
    if (!read_tag(scan->str + scan->at, &found))
        return FALSE;

    TagAction action = found.tag->action;
    if (action == TAG_BREAK)
        found.end = skip_blanks(found.end);
    gsize end = (gsize) (found.end - scan->str);

    if (action == TAG_MARK || action == TAG_LINK)
        add_mark(scan, &found, end);
    else
        add_text(scan, &found, end);
    return TRUE;
}

/* "<S>ave <Q>uit" names keys. */
static gboolean
is_key(const InlineScan *scan, const InlineToken *token)
{
    return token->end - token->start == 3
        && g_ascii_isupper(scan->str[token->start + 1])
        && g_ascii_islower(scan->str[token->end]);
}

void
inline_tag_settle(InlineScan *scan)
{
    guint closed[G_N_ELEMENTS(tags) + 1] = { 0 };

    for (guint i = inline_scan_n_tokens(scan); i > 0; i--) {
        InlineToken *token = inline_scan_token(scan, i - 1);

        if (!token->tag)
            continue;
        if (token->kind == INLINE_CLOSE)
            closed[token->key]++;
        else if (token->kind == INLINE_OPEN && closed[token->key] > 0)
            closed[token->key]--;
        else if (is_key(scan, token)) {
            token->kind = INLINE_LITERAL;
            token->tag = FALSE;
        }
    }
}
