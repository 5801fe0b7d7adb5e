/* SPDX-License-Identifier: MIT */
/* How the index of a digest is written: by letters. */
#include "book/filed.h"
#include "epub/epub_article.h"

#define FILE_NAME "index.xhtml"

/* The letter that a name is filed under; "#" for what is none. */
static gunichar
index_letter(const Filed *filed)
{
    gunichar c = g_utf8_get_char(filed->key);

    return g_unichar_isalpha(c) ? g_unichar_toupper(c) : '#';
}

static void
index_begin_letter(Xml *xml, gunichar letter)
{
    char str[7] = { 0 };

    g_unichar_to_utf8(letter, str);
    xml_leaf(xml, "h2", str, NULL);
    xml_open(xml, "ul", NULL);
}

static void
index_name(Xml *xml, const Epub *epub, const Filed *filed)
{
    xml_open(xml, "li", NULL);
    xml_leaf(xml, "p", filed->name, "class", "entry", "dir", "auto", NULL);
    xml_open(xml, "ul", NULL);
    for (guint i = 0; i < filed->articles->len; i++) {
        xml_open(xml, "li", NULL);
        epub_article_link(xml, epub->language, epub,
                          g_array_index(filed->articles, guint, i));
        xml_close(xml, "li");
    }
    xml_close(xml, "ul");
    xml_close(xml, "li");
}

static void
index_write(Xml *xml, const Epub *epub, const GPtrArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        const Filed *filed = names->pdata[i];
        gunichar letter = index_letter(filed);

        if (i == 0 || letter != index_letter(names->pdata[i - 1])) {
            if (i > 0)
                xml_close(xml, "ul");
            index_begin_letter(xml, letter);
        }
        index_name(xml, epub, filed);
    }
    if (names->len)
        xml_close(xml, "ul");
}

void
epub_index_add(Epub *epub)
{
    const char *word = words_say(epub->language, WORD_INDEX);
    g_autoptr(GPtrArray) names = filed_names(epub->book);
    Xml *xml = epub_page_new(word, epub->language, "backmatter");

    xml_open(xml, "section", "class", "index", "epub:type", "index",
             "role", "doc-index", "aria-labelledby", "title", NULL);
    epub_pages_part(epub, xml, FILE_NAME, PAGE_INDEX, G_MAXUINT);
    xml_leaf(xml, "h1", word, "id", "title", NULL);
    index_write(xml, epub, names);
    xml_close(xml, "section");
    epub_add(epub, "index", FILE_NAME, EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}
