/* SPDX-License-Identifier: MIT */
/*
 * Decides which objects the document has: ours, and of Cairo's what can be
 * reached from its pages.  All get new numbers.
 */
#include "pdf/finish_doc.h"

#include "pdf/finish_lex.h"

gboolean
doc_fail(GError **error, const char *what)
{
    g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                "the PDF cannot be finished: %s", what);
    return FALSE;
}

int
doc_reserve(Doc *doc)
{
    g_array_set_size(doc->objects, doc->objects->len + 1);
    return doc->objects->len - 1;
}

/* Text is added to texts by what is called next. */
static DocObject *
doc_begin(Doc *doc, int id)
{
    DocObject *object = &g_array_index(doc->objects, DocObject, id);

    object->text = doc->texts->len;
    return object;
}

void
doc_define(Doc *doc, int id, const char *pdf)
{
    DocObject *object = doc_begin(doc, id);

    g_string_append(doc->texts, pdf);
    object->text_len = doc->texts->len - object->text;
}

void
doc_define_stream(Doc *doc, int id, const char *entries, gconstpointer data,
                  gsize len, gpointer owned)
{
    DocObject *object = doc_begin(doc, id);

    g_string_append(doc->texts, entries);
    object->text_len = doc->texts->len - object->text;
    object->stream = data;
    object->stream_len = len;
    object->owned = owned;
}

int
doc_add_text(Doc *doc)
{
    const int id = doc_reserve(doc);

    doc_define(doc, id, doc->text->str);
    return id;
}

int
doc_replace(Doc *doc, DocFile *file, guint number)
{
    if (number >= file->cairo.n_objects)
        return 0;
    if (file->map[number] == 0)
        file->map[number] = doc_reserve(doc);
    return file->map[number];
}

/* Our number for an object of Cairo's, which will be copied. */
static int
doc_want(Doc *doc, DocFile *file, guint number)
{
    const DocFrom from = { file, number };

    if (number < file->cairo.n_objects && file->map[number] == 0)
        g_array_append_val(doc->wanted, from);
    return doc_replace(doc, file, number);
}

static gboolean
doc_take_page(Doc *doc, DocFile *file, guint number, guint page,
              GError **error)
{
    if (page >= doc->n_pages || doc->page_ids[page] != 0 ||
        !cairo_file_object(&file->cairo, number, &doc->pages[page]))
        return doc_fail(error, "a page is missing");
    doc->page_entries[page] = g_string_new(NULL);
    doc->page_ids[page] = doc_replace(doc, file, number);
    doc->page_files[page] = file;
    return TRUE;
}

/* The pages of a volume, which are in one tree with those of others. */
static gboolean
doc_take_volume(Doc *doc, DocFile *file, const Volume *volume,
                GError **error)
{
    guint tree = 0;
    g_autoptr(GArray) pages = NULL;

    if (!cairo_file_open(&file->cairo, volume->bytes))
        return doc_fail(error, "it is not as Cairo writes it");
    file->map = g_new0(int, file->cairo.n_objects);
    file->named = g_new0(guint, file->cairo.n_objects);
    pages = cairo_file_pages(&file->cairo, &tree);
    if (pages->len != volume->pages->len || tree >= file->cairo.n_objects)
        return doc_fail(error, "it has other pages than were painted");
    file->map[tree] = doc->tree;
    for (guint i = 0; i < pages->len; i++)
        if (!doc_take_page(doc, file, g_array_index(pages, guint, i),
                           g_array_index(volume->pages, guint, i), error))
            return FALSE;
    return TRUE;
}

gboolean
doc_open(Doc *doc, const GPtrArray *volumes, GError **error)
{
    *doc = (Doc) {
        .wanted = g_array_new(FALSE, FALSE, sizeof(DocFrom)),
        .objects = g_array_new(FALSE, TRUE, sizeof(DocObject)),
        .texts = g_string_new(NULL),
        .catalog = g_string_new(NULL),
        .text = g_string_new(NULL),
        .files = g_new0(DocFile, volumes->len),
        .n_files = volumes->len,
    };
    g_array_set_size(doc->objects, 1);
    doc->tree = doc_reserve(doc);
    for (guint i = 0; i < volumes->len; i++)
        doc->n_pages += ((const Volume *) volumes->pdata[i])->pages->len;
    if (doc->n_pages == 0)
        return doc_fail(error, "it has no pages");
    doc->pages = g_new0(CairoObject, doc->n_pages);
    doc->page_files = g_new0(DocFile *, doc->n_pages);
    doc->page_ids = g_new0(int, doc->n_pages);
    doc->page_entries = g_new0(GString *, doc->n_pages);
    for (guint i = 0; i < volumes->len; i++)
        if (!doc_take_volume(doc, &doc->files[i], volumes->pdata[i], error))
            return FALSE;
    return TRUE;
}

static void
file_clear(DocFile *file)
{
    g_free(file->map);
    g_free(file->named);
    cairo_file_clear(&file->cairo);
}

void
doc_clear(Doc *doc)
{
    for (guint i = 0; i < doc->objects->len; i++)
        g_free(g_array_index(doc->objects, DocObject, i).owned);
    for (guint i = 0; i < doc->n_pages; i++)
        if (doc->page_entries[i] != NULL)
            g_string_free(doc->page_entries[i], TRUE);
    g_free(doc->page_entries);
    g_free(doc->page_ids);
    g_free(doc->pages);
    g_free(doc->page_files);
    g_array_unref(doc->wanted);
    g_array_unref(doc->objects);
    g_string_free(doc->texts, TRUE);
    g_string_free(doc->catalog, TRUE);
    g_string_free(doc->text, TRUE);
    for (guint i = 0; i < doc->n_files; i++)
        file_clear(&doc->files[i]);
    g_free(doc->files);
}

/* Entries of Cairo's outermost dictionaries that are written anew, or that
 * PDF/A does not allow. */
static gboolean
key_is_dropped(const char *at, const char *to)
{
    return lex_is(at, to, "/Length") || lex_is(at, to, "/StructParents") ||
        lex_is(at, to, "/Interpolate");
}

/* Appends the token or reference at at; gives what is behind it. */
static const char *
doc_copy_token(Doc *doc, DocFile *file, const char *at, const char *end)
{
    const char *to;
    guint number;

    if (lex_reference(at, end, &number, &to)) {
        g_string_append_printf(doc->texts, "%d 0 R",
                               doc_want(doc, file, number));
        return to;
    }
    to = lex_token(at, end);
    g_string_append_len(doc->texts, at, to - at);
    return to;
}

/* Behind a dropped entry's value, a number or reference. */
static const char *
skip_value(const char *at, const char *end)
{
    const char *to;
    guint number;

    at = lex_next(at, end);
    if (at == end || lex_reference(at, end, &number, &to))
        return at == end ? end : to;
    return lex_token(at, end);
}

/* Whether the next token does. */
static gboolean
begins_dictionary(const char *at, const char *end)
{
    at = lex_next(at, end);
    return end - at >= 2 && lex_is(at, at + 2, "<<");
}

/* Appends a dictionary of pictures, which begins at at; gives what is behind
 * it.  Cairo puts a picture there again each time it is painted. */
static const char *
doc_copy_pictures(Doc *doc, DocFile *file, const char *at, const char *end)
{
    const char *past;
    guint number;

    doc->n_named++;
    g_string_append(doc->texts, "/XObject << ");
    for (at = lex_next(at + 2, end); at < end && *at == '/';
         at = lex_next(past, end)) {
        const char *to = lex_token(at, end);

        if (!lex_reference(lex_next(to, end), end, &number, &past))
            break;
        if (number >= file->cairo.n_objects ||
            file->named[number] == doc->n_named)
            continue;
        file->named[number] = doc->n_named;
        g_string_append_len(doc->texts, at, to - at);
        g_string_append_printf(doc->texts, " %d 0 R ",
                               doc_want(doc, file, number));
    }
    return at;
}

/* Appends an object, with as few blanks as can be; of a dictionary only what
 * is within its brackets. */
static void
doc_copy_text(Doc *doc, DocFile *file, const CairoObject *object)
{
    const char *at = object->text, *end = object->text_end;
    guint depth = 0;

    if (lex_is_dictionary(at, end)) {
        at += 2;
        end -= 2;
    }
    for (at = lex_next(at, end); at < end; at = lex_next(at, end)) {
        const char *to = lex_token(at, end);

        if (*at == '[' || lex_is(at, to, "<<"))
            depth++;
        else if (*at == ']' || lex_is(at, to, ">>"))
            depth--;
        if (depth == 0 && key_is_dropped(at, to)) {
            at = skip_value(to, end);
            continue;
        }
        if (lex_is(at, to, "/XObject") && begins_dictionary(to, end)) {
            at = doc_copy_pictures(doc, file, lex_next(to, end), end);
            depth++;            /* its end is copied next */
            continue;
        }
        at = doc_copy_token(doc, file, at, end);
        g_string_append_c(doc->texts, ' ');
    }
}

/* How glyphs of TrueType fonts are found must be said (ISO 19005-2,
 * 6.2.11.3.2). */
static gboolean
font_needs_map(const char *text)
{
    return strstr(text, "/CIDFontType2") != NULL &&
        strstr(text, "/CIDToGIDMap") == NULL;
}

static gboolean
doc_copy(Doc *doc, DocFile *file, guint number)
{
    CairoObject from;
    DocObject to = { .text = doc->texts->len };
    gboolean bare;

    if (!cairo_file_object(&file->cairo, number, &from))
        return FALSE;
    bare = from.stream == NULL && lex_is_dictionary(from.text,
                                                    from.text_end);
    to.stream = from.stream;
    to.stream_len = from.stream_len;
    if (bare)
        g_string_append(doc->texts, "<< ");
    doc_copy_text(doc, file, &from);
    if (bare) {
        if (font_needs_map(doc->texts->str + to.text))
            g_string_append(doc->texts, "/CIDToGIDMap /Identity ");
        g_string_append(doc->texts, ">>");
    }
    to.text_len = doc->texts->len - to.text;
    g_array_index(doc->objects, DocObject, file->map[number]) = to;
    return TRUE;
}

static void
doc_complete_pages(Doc *doc)
{
    for (guint i = 0; i < doc->n_pages; i++) {
        const gsize start = doc->texts->len;
        DocObject *page;

        g_string_append(doc->texts, "<< ");
        doc_copy_text(doc, doc->page_files[i], &doc->pages[i]);
        g_string_append_len(doc->texts, doc->page_entries[i]->str,
                            doc->page_entries[i]->len);
        g_string_append(doc->texts, " >>");
        page = &g_array_index(doc->objects, DocObject, doc->page_ids[i]);
        page->text = start;
        page->text_len = doc->texts->len - start;
    }
}

/* The page tree is flat, as Cairo's. */
static void
doc_complete_tree(Doc *doc)
{
    g_string_assign(doc->text, "<< /Type /Pages /Kids [");
    for (guint i = 0; i < doc->n_pages; i++)
        g_string_append_printf(doc->text, "%d 0 R ", doc->page_ids[i]);
    g_string_append_printf(doc->text, "] /Count %u >>", doc->n_pages);
    doc_define(doc, doc->tree, doc->text->str);
}

int
doc_complete(Doc *doc)
{
    doc_complete_tree(doc);
    doc_complete_pages(doc);
    for (guint i = 0; i < doc->wanted->len; i++) {
        const DocFrom from = g_array_index(doc->wanted, DocFrom, i);

        if (!doc_copy(doc, from.file, from.number))
            return 0;
    }
    g_string_printf(doc->text, "<< /Type /Catalog /Pages %d 0 R%s >>",
                    doc->tree, doc->catalog->str);
    return doc_add_text(doc);
}
