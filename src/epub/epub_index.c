/* SPDX-License-Identifier: MIT */
/* Under which names and letters the articles of a digest are filed: by who
 * wrote them and by where they appeared. */
#include <string.h>

#include "base/href.h"
#include "book/book.h"
#include "book/collate.h"
#include "book/names.h"
#include "epub/epub_article.h"

#define FILE_NAME "index.xhtml"

typedef struct {
    char *name;             /* as it is filed */
    char *key;
    guint article;
} IndexLine;

static void
index_line_clear(gpointer data)
{
    IndexLine *line = data;

    g_free(line->name);
    g_free(line->key);
}

/* Takes name; language: whose leading "the" does not count, or NULL. */
static void
index_file(GArray *lines, char *name, const char *language, guint article)
{
    IndexLine line = { name, collate_key(name, language), article };

    g_array_append_val(lines, line);
}

/* "example.org" of "https://www.example.org/a"; NULL if it names none. */
static char *
index_host(const char *url)
{
    g_autofree char *clean = url ? href_clean(url) : NULL;
    const char *host = clean ? strstr(clean, "://") : NULL;

    if (!host)
        return NULL;
    host += strlen("://");
    if (g_str_has_prefix(host, "www."))
        host += strlen("www.");
    return g_strndup(host, strcspn(host, "/?#"));
}

static void
index_article(GArray *lines, const A2bArticle *article, guint index)
{
    const A2bMeta *meta = a2b_article_meta(article);
    const char *language = book_article_language(article);

    for (const char *const *a = meta->authors; a && *a; a++)
        if (**a)
            index_file(lines, names_file_as(*a), NULL, index);
    if (meta->publisher && *meta->publisher) {
        index_file(lines, g_strdup(meta->publisher), language, index);
    } else {
        char *host = index_host(meta->source_url);
        if (host)
            index_file(lines, host, NULL, index);
    }
}

static int
index_compare(gconstpointer a, gconstpointer b)
{
    const IndexLine *x = a, *y = b;
    int order = strcmp(x->key, y->key);

    if (order == 0)
        order = strcmp(x->name, y->name);
    if (order == 0)
        order = (x->article > y->article) - (x->article < y->article);
    return order;
}

static GArray *
index_lines(const Epub *epub)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(IndexLine));

    g_array_set_clear_func(lines, index_line_clear);
    for (guint i = 0; i < epub->n_articles; i++)
        index_article(lines, a2b_book_article(epub->book, i), i);
    g_array_sort(lines, index_compare);
    return lines;
}

/* The letter that a name is filed under; "#" for what is none. */
static gunichar
index_letter(const IndexLine *line)
{
    gunichar c = g_utf8_get_char(line->key);

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
index_begin_name(Xml *xml, const char *name)
{
    xml_open(xml, "li", NULL);
    xml_leaf(xml, "p", name, "class", "entry", "dir", "auto", NULL);
    xml_open(xml, "ul", NULL);
}

static void
index_end(Xml *xml, const char *list)
{
    xml_close(xml, "ul");
    xml_close(xml, list);
}

static void
index_write(Xml *xml, const Epub *epub, const GArray *lines)
{
    const IndexLine *last = NULL;

    for (guint i = 0; i < lines->len; i++) {
        const IndexLine *line = &g_array_index(lines, IndexLine, i);
        gboolean name = !last || strcmp(last->name, line->name) != 0;
        gboolean letter = !last || index_letter(last) != index_letter(line);

        if (last && !name && last->article == line->article)
            continue;
        if (last && name)
            index_end(xml, "li");
        if (last && letter)
            xml_close(xml, "ul");
        if (letter)
            index_begin_letter(xml, index_letter(line));
        if (name)
            index_begin_name(xml, line->name);
        xml_open(xml, "li", NULL);
        epub_article_link(xml, epub->language, epub, line->article);
        xml_close(xml, "li");
        last = line;
    }
    if (last) {
        index_end(xml, "li");
        xml_close(xml, "ul");
    }
}

gboolean
epub_index_any(const A2bBook *book)
{
    for (guint i = 0; i < a2b_book_n_articles(book); i++) {
        g_autoptr(GArray) lines = g_array_new(FALSE, FALSE,
                                              sizeof(IndexLine));

        g_array_set_clear_func(lines, index_line_clear);
        index_article(lines, a2b_book_article(book, i), i);
        if (lines->len)
            return TRUE;
    }
    return FALSE;
}

void
epub_index_add(Epub *epub)
{
    const char *word = words_say(epub->language, WORD_INDEX);
    g_autoptr(GArray) lines = index_lines(epub);
    Xml *xml = epub_page_new(word, epub->language, "backmatter");

    xml_open(xml, "section", "class", "index", "epub:type", "index",
             "role", "doc-index", "aria-labelledby", "title", NULL);
    epub_pages_part(epub, xml, FILE_NAME, PAGE_INDEX, G_MAXUINT);
    xml_leaf(xml, "h1", word, "id", "title", NULL);
    index_write(xml, epub, lines);
    xml_close(xml, "section");
    epub_add(epub, "index", FILE_NAME, EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}
