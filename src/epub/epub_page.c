/* SPDX-License-Identifier: MIT */
/* What every page of the book has around its content. */
#include "epub/epub.h"
#include "model/language.h"

const char *
epub_dir(const char *language)
{
    return language_is_rtl(language) ? "rtl" : NULL;
}

Xml *
epub_page_new(const char *title, const char *language, const char *type)
{
    Xml *xml = xml_new("<!DOCTYPE html>");

    xml_open(xml, "html", "xmlns", "http://www.w3.org/1999/xhtml",
             "xmlns:epub", "http://www.idpf.org/2007/ops",
             "lang", language, "xml:lang", language,
             "dir", epub_dir(language), NULL);
    xml_open(xml, "head", NULL);
    xml_leaf(xml, "title", title, NULL);
    xml_empty(xml, "link", "rel", "stylesheet", "type", "text/css",
              "href", "style.css", NULL);
    xml_close(xml, "head");
    xml_open(xml, "body", "epub:type", type, NULL);
    return xml;
}

GBytes *
epub_page_end(Xml *xml)
{
    xml_close(xml, "body");
    xml_close(xml, "html");
    return xml_end(xml);
}
