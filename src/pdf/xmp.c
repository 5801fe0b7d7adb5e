/* SPDX-License-Identifier: MIT */
/* Decides how the metadata are told: in one packet that, beside what is
 * known of the book, claims conformance (ISO 19005-2, 6.6; ISO 14289-1, 5)
 * and describes the schema of the latter claim, which PDF/A does not know. */
#include "pdf/xmp.h"

#include <article2book/article2book.h>

static const char head[] =
    "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<dc:format>application/pdf</dc:format>\n";

static const char foot[] =
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of PDF/UA</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n"
    "</rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n";

/* What XML forbids is left out. */
static void
put_escaped(GString *out, const char *str)
{
    for (; *str != '\0'; str = g_utf8_next_char(str)) {
        const gunichar c = g_utf8_get_char(str);

        if (c == '&')
            g_string_append(out, "&amp;");
        else if (c == '<')
            g_string_append(out, "&lt;");
        else if (c == '>')
            g_string_append(out, "&gt;");
        else if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
            g_string_append_unichar(out, c);
    }
}

static void
put_simple(GString *out, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    g_string_append_printf(out, "<%s>", name);
    put_escaped(out, value);
    g_string_append_printf(out, "</%s>\n", name);
}

static void
put_items(GString *out, const char *name, const char *array,
          const char *const *values)
{
    if (values == NULL || values[0] == NULL)
        return;
    g_string_append_printf(out, "<%s><rdf:%s>", name, array);
    for (; *values != NULL; values++) {
        g_string_append(out, "<rdf:li>");
        put_escaped(out, *values);
        g_string_append(out, "</rdf:li>");
    }
    g_string_append_printf(out, "</rdf:%s></%s>\n", array, name);
}

static void
put_item(GString *out, const char *name, const char *array,
         const char *value)
{
    const char *const values[] = { value, NULL };

    put_items(out, name, array, values);
}

static void
put_worded(GString *out, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    g_string_append_printf(out, "<%s><rdf:Alt>"
                           "<rdf:li xml:lang=\"x-default\">", name);
    put_escaped(out, value);
    g_string_append_printf(out, "</rdf:li></rdf:Alt></%s>\n", name);
}

GString *
xmp_packet(const PdfPlan *plan)
{
    GString *out = g_string_new(head);
    g_autofree char *keywords = plan->keywords == NULL ? NULL :
        g_strjoinv(", ", (char **) plan->keywords);

    put_worded(out, "dc:title", plan->title);
    put_items(out, "dc:creator", "Seq", plan->authors);
    put_worded(out, "dc:description", plan->subject);
    put_item(out, "dc:publisher", "Bag", plan->publisher);
    put_items(out, "dc:subject", "Bag", plan->keywords);
    put_simple(out, "dc:source", plan->source);
    put_item(out, "dc:language", "Bag", plan->language);
    put_simple(out, "xmp:CreateDate", plan->modified);
    put_simple(out, "xmp:ModifyDate", plan->modified);
    put_simple(out, "xmp:CreatorTool", XMP_PRODUCER);
    put_simple(out, "pdf:Producer", XMP_PRODUCER);
    put_simple(out, "pdf:Keywords", keywords);
    g_string_append(out, foot);
    return out;
}
