/* SPDX-License-Identifier: MIT */
/* The plain text within an encoded message (RFC 2045, 2046). */
#include "read/header.h"

#include <string.h>

#include "read/header_decode.h"
#include "read/header_scan.h"

#define PART_DEPTH 8            /* parts in parts */

typedef struct {
    char *type;                 /* "text/plain", in small letters */
    char *boundary, *charset;   /* may be NULL */
    char *encoding;             /* in small letters; may be NULL */
} Entity;

static void
entity_clear(Entity *entity)
{
    g_free(entity->type);
    g_free(entity->boundary);
    g_free(entity->charset);
    g_free(entity->encoding);
}

/* The value of a parameter of "type/subtype; name=value", or NULL. */
static char *
parameter(const char *value, const char *name)
{
    gsize n = strlen(name);

    for (const char *p = strchr(value, ';'); p != NULL; p = strchr(p, ';')) {
        p++;
        while (g_ascii_isspace(*p))
            p++;
        if (g_ascii_strncasecmp(p, name, n) != 0)
            continue;
        const char *q = p + n;
        while (g_ascii_isspace(*q))
            q++;
        if (*q++ != '=')
            continue;
        while (g_ascii_isspace(*q))
            q++;
        gsize len = *q == '"' ? strcspn(q + 1, "\"") : strcspn(q, "; \t");
        return g_strndup(*q == '"' ? q + 1 : q, len);
    }
    return NULL;
}

static void
read_type(Entity *entity, const char *value)
{
    if (value == NULL)
        value = "text/plain";
    entity->type = g_ascii_strdown(value,
                                   (gssize) strcspn(value, "; \t"));
    entity->boundary = parameter(value, "boundary");
    entity->charset = parameter(value, "charset");
}

static void
read_encoding(Entity *entity, const char *value)
{
    g_free(entity->encoding);
    entity->encoding = value == NULL ? NULL
        : g_strstrip(g_ascii_strdown(value, -1));
}

/* Reads the fields of a part; *body: where its content begins. */
static void
read_part_fields(Entity *entity, const char *text, gsize len, gsize *body)
{
    g_autofree char *type = NULL;
    Scan scan;

    scan_init(&scan, text, len);
    while (scan_more(&scan) && !scan_is_blank(&scan)) {
        gsize name = scan_name(&scan), value = scan_value(&scan, name);
        const char *line = text + scan.pos;
        g_autoptr(GString) raw = g_string_new_len(
            line + value, (gssize) (scan.line_len - value));

        scan_next(&scan);
        while (scan_more(&scan) && !scan_is_blank(&scan)
               && scan_indent(&scan) > 0) {
            g_string_append_len(raw, text + scan.pos,
                                (gssize) scan.line_len);
            scan_next(&scan);
        }
        if (name == 12 && g_ascii_strncasecmp(line, "Content-Type", 12) == 0
            && type == NULL)
            type = g_strdup(raw->str);
        else if (name == 25 && g_ascii_strncasecmp(
                     line, "Content-Transfer-Encoding", 25) == 0)
            read_encoding(entity, raw->str);
    }
    if (scan_more(&scan))
        scan_next(&scan);
    *body = scan.pos;
    read_type(entity, type);
}

static char *
decode_text(const Entity *entity, const char *text, gsize len,
            gsize *out_len)
{
    gboolean quoted = g_strcmp0(entity->encoding, "quoted-printable") == 0;
    g_autofree char *bytes = NULL;
    gboolean ascii = TRUE;
    gsize n, kept = 0;

    if (!quoted && g_strcmp0(entity->encoding, "base64") != 0) {
        *out_len = len;
        return g_strndup(text, len);
    }
    for (gsize i = 0; i < len && ascii; i++)
        ascii = (guchar) text[i] < 0x80;
    bytes = quoted ? header_decode_quoted(text, len, FALSE, &n)
                   : header_decode_base64(text, len, &n);
    for (gsize i = 0; i < n; i++)
        if (bytes[i] != '\r')
            bytes[kept++] = bytes[i];
    /* Where there is other than ASCII, the text is no longer as it was
     * sent, and UTF-8 by now. */
    return header_decode_charset(bytes, kept,
                                 ascii ? entity->charset : NULL, out_len);
}

static gboolean
is_boundary(const char *line, gsize len, const char *boundary, gsize n,
            gboolean *last)
{
    gsize rest = n + 2;

    if (len < rest || line[0] != '-' || line[1] != '-'
        || memcmp(line + 2, boundary, n) != 0)
        return FALSE;
    *last = len >= rest + 2 && line[rest] == '-' && line[rest + 1] == '-';
    rest += *last ? 2 : 0;
    while (rest < len && g_ascii_isspace(line[rest]))
        rest++;
    return rest == len;
}

/* The next line that is "--boundary" from pos on, or len; *last: it is the
 * one after all parts; *after: past that line. */
static gsize
next_boundary(const char *text, gsize len, gsize pos, const char *boundary,
              gsize *after, gboolean *last)
{
    gsize n = strlen(boundary);

    while (pos < len) {
        const char *line = text + pos;
        const char *end = memchr(line, '\n', len - pos);
        gsize line_len = end != NULL ? (gsize) (end - line) : len - pos;

        if (is_boundary(line, line_len, boundary, n, last)) {
            *after = MIN(pos + line_len + 1, len);
            return pos;
        }
        pos += line_len + 1;
    }
    *after = len;
    *last = TRUE;
    return len;
}

static char *
find_text(const Entity *entity, const char *text, gsize len, int depth,
          gsize *out_len)
{
    gsize start, end;
    gboolean last;
    char *found = NULL;

    if (depth > PART_DEPTH || entity->boundary == NULL
        || *entity->boundary == '\0')
        return NULL;
    next_boundary(text, len, 0, entity->boundary, &start, &last);
    while (!last && found == NULL && start < len) {
        Entity part = { 0 };
        gsize after, body;

        end = next_boundary(text, len, start, entity->boundary, &after,
                            &last);
        read_part_fields(&part, text + start, end - start, &body);
        body += start;
        if (strcmp(part.type, "text/plain") == 0)
            found = decode_text(&part, text + body, end - body, out_len);
        else if (g_str_has_prefix(part.type, "multipart/"))
            found = find_text(&part, text + body, end - body, depth + 1,
                              out_len);
        entity_clear(&part);
        start = after;
    }
    return found;
}

char *
header_decode_body(const HeaderBlock *block, const char *body, gsize len,
                   gsize *out_len)
{
    Entity entity = { 0 };
    char *text = NULL;

    read_type(&entity, header_field(block, "Content-Type"));
    read_encoding(&entity,
                  header_field(block, "Content-Transfer-Encoding"));
    if (g_str_has_prefix(entity.type, "multipart/"))
        text = find_text(&entity, body, len, 1, out_len);
    else if (g_str_has_prefix(entity.type, "text/")
             && (g_strcmp0(entity.encoding, "quoted-printable") == 0
                 || g_strcmp0(entity.encoding, "base64") == 0))
        text = decode_text(&entity, body, len, out_len);
    entity_clear(&entity);
    return text;
}
