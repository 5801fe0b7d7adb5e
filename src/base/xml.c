/* SPDX-License-Identifier: MIT */
/* Where XML has line ends and indents: on both sides of elements that are
 * blocks, and never where white space would be read as a blank. */
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>

#include "base/lanes.h"

typedef enum {
    INLINE,                 /* stands in a line of text */
    BLOCK,                  /* stands on lines of its own */
    FRAME,                  /* so does all that it holds */
    RAW,                    /* a block in which white space counts */
} Layout;

typedef struct {
    const char *name;
    Layout layout;
} Element;

/* XHTML, OPF, NCX, OCF container; sorted for bsearch().  What is not here
 * is INLINE. */
static const Element xml_elements[] = {
    { "aside", FRAME },      { "blockquote", FRAME }, { "body", FRAME },
    { "caption", BLOCK },    { "container", FRAME },  { "content", BLOCK },
    { "dc:contributor", BLOCK }, { "dc:creator", BLOCK },
    { "dc:date", BLOCK },    { "dc:description", BLOCK },
    { "dc:identifier", BLOCK }, { "dc:language", BLOCK },
    { "dc:publisher", BLOCK }, { "dc:rights", BLOCK },
    { "dc:source", BLOCK },  { "dc:subject", BLOCK }, { "dc:title", BLOCK },
    { "dc:type", BLOCK },    { "dd", BLOCK },         { "div", BLOCK },
    { "dl", FRAME },         { "docAuthor", FRAME },  { "docTitle", FRAME },
    { "dt", BLOCK },         { "figcaption", BLOCK }, { "figure", FRAME },
    { "footer", FRAME },     { "guide", FRAME },      { "h1", BLOCK },
    { "h2", BLOCK },         { "h3", BLOCK },         { "h4", BLOCK },
    { "h5", BLOCK },         { "h6", BLOCK },         { "head", FRAME },
    { "header", FRAME },     { "hgroup", FRAME },     { "hr", BLOCK },
    { "html", FRAME },       { "image", BLOCK },      { "item", BLOCK },
    { "itemref", BLOCK },    { "li", BLOCK },         { "link", BLOCK },
    { "manifest", FRAME },   { "meta", BLOCK },       { "metadata", FRAME },
    { "nav", FRAME },        { "navLabel", BLOCK },   { "navMap", FRAME },
    { "navPoint", FRAME },   { "ncx", FRAME },        { "ol", FRAME },
    { "p", BLOCK },          { "package", FRAME },    { "pre", RAW },
    { "reference", BLOCK },  { "rootfile", BLOCK },   { "rootfiles", FRAME },
    { "section", FRAME },    { "spine", FRAME },      { "style", RAW },
    { "svg", FRAME },        { "table", FRAME },      { "tbody", FRAME },
    { "td", BLOCK },         { "tfoot", FRAME },      { "th", BLOCK },
    { "thead", FRAME },      { "title", BLOCK },      { "tr", FRAME },
    { "ul", FRAME },
};

typedef struct {
    const char *name;       /* the caller's; compared by content */
    Layout layout;
    gboolean raw;           /* in an element whose white space counts */
    gboolean after_block;   /* the last thing in it stands on its own lines,
                             * so that its end tag may as well */
} Open;

#define USUAL_DEPTH 16

struct Xml {
    GString *out;
    Open *open;             /* the outermost first */
    guint depth, room;      /* of these */
};

static int
xml_compare(const void *name, const void *element)
{
    const guchar *a = name;
    const guchar *b = (const guchar *) ((const Element *) element)->name;

    /* The first letter nearly always tells. */
    return *a != *b ? *a - *b : strcmp((const char *) a, (const char *) b);
}

static Layout
xml_layout(const char *name)
{
    const Element *element = bsearch(name, xml_elements,
                                     G_N_ELEMENTS(xml_elements),
                                     sizeof *xml_elements, xml_compare);

    return element == NULL ? INLINE : element->layout;
}

Xml *
xml_new(const char *doctype)
{
    Xml *xml = g_new(Xml, 1);

    xml->out = g_string_sized_new(4096);
    xml->room = USUAL_DEPTH;
    xml->open = g_new(Open, xml->room);
    xml->depth = 0;
    g_string_append(xml->out,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (doctype != NULL)
        g_string_append_printf(xml->out, "%s\n", doctype);
    return xml;
}

void
xml_free(Xml *xml)
{
    if (xml == NULL)
        return;
    g_string_free(xml->out, TRUE);
    g_free(xml->open);
    g_free(xml);
}

GBytes *
xml_end(Xml *xml)
{
    GBytes *bytes;

    g_assert(xml->depth == 0);
    g_string_append_c(xml->out, '\n');
    bytes = g_string_free_to_bytes(xml->out);
    g_free(xml->open);
    g_free(xml);
    return bytes;
}

static Open *
xml_innermost(const Xml *xml)
{
    return xml->depth == 0 ? NULL : &xml->open[xml->depth - 1];
}

static inline void
xml_put(GString *out, const char *str, gsize len)
{
    if (out->allocated_len - out->len <= len) {
        g_string_append_len(out, str, len);
        return;
    }
    memcpy(out->str + out->len, str, len);
    out->len += len;
    out->str[out->len] = '\0';
}

static void
xml_put_str(GString *out, const char *str)
{
    xml_put(out, str, strlen(str));
}

typedef enum { IN_TEXT = 1, IN_ATTRIBUTE = 2 } Place;

typedef struct {
    char entity[7];
    guint8 where;           /* it is needed: Places */
} Special;

static const Special specials[256] = {
    ['&'] = { "&amp;", IN_TEXT | IN_ATTRIBUTE },
    ['<'] = { "&lt;", IN_TEXT | IN_ATTRIBUTE },
    ['>'] = { "&gt;", IN_TEXT | IN_ATTRIBUTE },
    ['"'] = { "&quot;", IN_ATTRIBUTE },
    ['\n'] = { "&#10;", IN_ATTRIBUTE },
    ['\t'] = { "&#9;", IN_ATTRIBUTE },
};

static gboolean
xml_any_special(const char *str)
{
    guint8 any = 0;

    for (guint i = 0; i < LANES; i++)
        any |= (str[i] == '&') | ((str[i] | 2) == '>') | (str[i] == '"') |
               (str[i] == '\n') | (str[i] == '\t');
    return any;
}

/* The first byte that cannot stand there as it is, or end. */
static const char *
xml_next_special(const char *str, const char *end, Place place)
{
    while (str < end) {
        const char *stop = end - str < LANES ? end : str + LANES;

        if (stop - str < LANES || xml_any_special(str))
            for (; str < stop; str++)
                if (specials[(guchar) *str].where & place)
                    return str;
        str = stop;
    }
    return end;
}

static void
xml_escape(GString *out, const char *str, gsize len, Place place)
{
    const char *end = str + len;

    while (str < end) {
        const char *stop = xml_next_special(str, end, place);

        xml_put(out, str, stop - str);
        if (stop == end)
            return;
        xml_put_str(out, specials[(guchar) *stop].entity);
        str = stop + 1;
    }
}

static void
xml_line(Xml *xml, guint depth)
{
    g_string_append_c(xml->out, '\n');
    for (guint i = 0; i < depth; i++)
        xml_put(xml->out, "  ", 2);
}

/* The line end before an element, if one may stand there. */
static void
xml_place(Xml *xml, Layout layout)
{
    Open *parent = xml_innermost(xml);

    if (parent == NULL || parent->raw)
        return;
    parent->after_block = layout != INLINE || parent->layout == FRAME;
    if (parent->after_block)
        xml_line(xml, xml->depth);
}

static Layout
xml_start(Xml *xml, const char *name, va_list attributes)
{
    Layout layout = xml_layout(name);
    const char *key;

    xml_place(xml, layout);
    g_string_append_c(xml->out, '<');
    xml_put_str(xml->out, name);
    while ((key = va_arg(attributes, const char *)) != NULL) {
        const char *value = va_arg(attributes, const char *);

        if (value == NULL)
            continue;
        xml_put(xml->out, " ", 1);
        xml_put_str(xml->out, key);
        xml_put(xml->out, "=\"", 2);
        xml_escape(xml->out, value, strlen(value), IN_ATTRIBUTE);
        g_string_append_c(xml->out, '"');
    }
    return layout;
}

static void
xml_push(Xml *xml, const char *name, Layout layout)
{
    const Open *parent = xml_innermost(xml);
    const Open open = {
        .name = name, .layout = layout,
        .raw = layout == RAW || (parent != NULL && parent->raw),
    };

    g_string_append_c(xml->out, '>');
    if (xml->depth == xml->room) {
        xml->room *= 2;
        xml->open = g_renew(Open, xml->open, xml->room);
    }
    xml->open[xml->depth++] = open;
}

void
xml_open(Xml *xml, const char *name, ...)
{
    va_list attributes;
    Layout layout;

    va_start(attributes, name);
    layout = xml_start(xml, name, attributes);
    va_end(attributes);
    xml_push(xml, name, layout);
}

void
xml_empty(Xml *xml, const char *name, ...)
{
    va_list attributes;

    va_start(attributes, name);
    xml_start(xml, name, attributes);
    va_end(attributes);
    xml_put(xml->out, "/>", 2);
}

void
xml_close(Xml *xml, const char *name)
{
    Open *open = xml_innermost(xml);

    g_assert(open != NULL && strcmp(open->name, name) == 0);
    if (open->after_block)
        xml_line(xml, xml->depth - 1);
    xml_put(xml->out, "</", 2);
    xml_put_str(xml->out, name);
    g_string_append_c(xml->out, '>');
    xml->depth--;
}

void
xml_text(Xml *xml, const char *str, gssize len)
{
    Open *open = xml_innermost(xml);

    g_assert(open != NULL);
    open->after_block = FALSE;
    xml_escape(xml->out, str, len < 0 ? strlen(str) : (gsize) len,
               IN_TEXT);
}

void
xml_leaf(Xml *xml, const char *name, const char *text, ...)
{
    va_list attributes;
    Layout layout;

    va_start(attributes, text);
    layout = xml_start(xml, name, attributes);
    va_end(attributes);
    xml_push(xml, name, layout);
    xml_text(xml, text, -1);
    xml_close(xml, name);
}
