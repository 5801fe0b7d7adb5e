/* SPDX-License-Identifier: MIT */
/* Where XML has line ends and indents: on both sides of elements that are
 * blocks, and never where white space would be read as a blank. */
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>

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

struct Xml {
    GString *out;
    GArray *open;           /* of Open */
};

static int
xml_compare(const void *name, const void *element)
{
    return strcmp(name, ((const Element *) element)->name);
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
    xml->open = g_array_new(FALSE, FALSE, sizeof(Open));
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
    g_array_unref(xml->open);
    g_free(xml);
}

GBytes *
xml_end(Xml *xml)
{
    GBytes *bytes;

    g_assert(xml->open->len == 0);
    g_string_append_c(xml->out, '\n');
    bytes = g_string_free_to_bytes(xml->out);
    g_array_unref(xml->open);
    g_free(xml);
    return bytes;
}

static Open *
xml_innermost(const Xml *xml)
{
    return xml->open->len == 0
               ? NULL : &g_array_index(xml->open, Open, xml->open->len - 1);
}

static const char *
xml_entity(char c, gboolean quoted)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return quoted ? "&quot;" : NULL;
    case '\n': return quoted ? "&#10;" : NULL;
    case '\t': return quoted ? "&#9;" : NULL;
    default: return NULL;
    }
}

static void
xml_escape(GString *out, const char *str, gsize len, gboolean quoted)
{
    const char *from = str, *end = str + len;

    for (; str < end; str++) {
        const char *entity = xml_entity(*str, quoted);

        if (entity == NULL)
            continue;
        g_string_append_len(out, from, str - from);
        g_string_append(out, entity);
        from = str + 1;
    }
    g_string_append_len(out, from, end - from);
}

static void
xml_line(Xml *xml, guint depth)
{
    g_string_append_c(xml->out, '\n');
    for (guint i = 0; i < depth; i++)
        g_string_append(xml->out, "  ");
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
        xml_line(xml, xml->open->len);
}

static Layout
xml_start(Xml *xml, const char *name, va_list attributes)
{
    Layout layout = xml_layout(name);
    const char *key;

    xml_place(xml, layout);
    g_string_append_c(xml->out, '<');
    g_string_append(xml->out, name);
    while ((key = va_arg(attributes, const char *)) != NULL) {
        const char *value = va_arg(attributes, const char *);

        if (value == NULL)
            continue;
        g_string_append_c(xml->out, ' ');
        g_string_append(xml->out, key);
        g_string_append(xml->out, "=\"");
        xml_escape(xml->out, value, strlen(value), TRUE);
        g_string_append_c(xml->out, '"');
    }
    return layout;
}

static void
xml_push(Xml *xml, const char *name, Layout layout)
{
    const Open *parent = xml_innermost(xml);
    Open open = {
        .name = name, .layout = layout,
        .raw = layout == RAW || (parent != NULL && parent->raw),
    };

    g_string_append_c(xml->out, '>');
    g_array_append_val(xml->open, open);
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
    g_string_append(xml->out, "/>");
}

void
xml_close(Xml *xml, const char *name)
{
    Open *open = xml_innermost(xml);

    g_assert(open != NULL && strcmp(open->name, name) == 0);
    if (open->after_block)
        xml_line(xml, xml->open->len - 1);
    g_string_append(xml->out, "</");
    g_string_append(xml->out, name);
    g_string_append_c(xml->out, '>');
    g_array_set_size(xml->open, xml->open->len - 1);
}

void
xml_text(Xml *xml, const char *str, gssize len)
{
    Open *open = xml_innermost(xml);

    g_assert(open != NULL);
    open->after_block = FALSE;
    xml_escape(xml->out, str, len < 0 ? strlen(str) : (gsize) len, FALSE);
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
