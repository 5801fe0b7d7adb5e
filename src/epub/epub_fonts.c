/* SPDX-License-Identifier: MIT */
/* Which fonts a book carries: those that its style names, in the faces and
 * with the characters that it uses. */
#include <string.h>

#include "base/diag.h"
#include "base/module.h"
#include "book/book.h"
#include "cover/cover.h"
#include "epub/epub.h"
#include "style/style.h"

/* One bit for every character there can be. */
#define N_CHARACTERS 0x110000

typedef struct {
    guint8 *used;
    gboolean emph, strong;  /* marks that ask for another face */
} FontNeeds;

typedef struct {
    const char *name;       /* of the file */
    gboolean bold, italic;
} FontFace;

static const FontFace faces[] = {
    { "regular", FALSE, FALSE }, { "italic", FALSE, TRUE },
    { "bold", TRUE, FALSE }, { "bold-italic", TRUE, TRUE },
};

static void
fonts_see(FontNeeds *needs, const char *str)
{
    for (; str && *str; str = g_utf8_next_char(str)) {
        gunichar c = g_utf8_get_char(str);
        needs->used[c / 8] |= 1 << c % 8;
    }
}

static void
fonts_see_article(FontNeeds *needs, const A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article);
    const A2bMeta *meta = a2b_article_meta(article);

    fonts_see(needs, book_article_title(article));
    fonts_see(needs, meta->subtitle);
    fonts_see(needs, meta->kicker);
    fonts_see(needs, meta->publisher);
    fonts_see(needs, meta->date_as_written);
    fonts_see(needs, meta->dateline);
    fonts_see(needs, meta->source_url);
    for (const char *const *a = meta->authors; a && *a; a++)
        fonts_see(needs, *a);
    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root)) {
        if (!b->text)
            continue;
        fonts_see(needs, b->text->str);
        for (guint i = 0; i < b->text->n_spans; i++) {
            needs->emph |= b->text->spans[i].mark == A2B_MARK_EMPH;
            needs->strong |= b->text->spans[i].mark == A2B_MARK_STRONG;
        }
    }
}

/* Every character once, in order; small letters bring capitals with them,
 * since styles set some lines in capitals. */
static char *
fonts_characters(const Epub *epub, FontNeeds *needs)
{
    GString *out = g_string_new(NULL);

    fonts_see(needs, epub->title);
    for (guint i = 0; i < epub->n_sections; i++)
        fonts_see(needs, g_array_index(epub->book->sections, BookSection,
                                       i).title);
    for (guint word = 0; word < N_WORDS; word++)
        fonts_see(needs, words_say(epub->language, word));
    for (gunichar c = '!'; c < 0x7F; c++)
        needs->used[c / 8] |= 1 << c % 8;
    for (gunichar c = ' '; c < N_CHARACTERS; c++) {
        gunichar upper = g_unichar_toupper(c);
        if (needs->used[c / 8] & 1 << c % 8)
            needs->used[upper / 8] |= 1 << upper % 8;
    }
    for (gunichar c = ' '; c < N_CHARACTERS; c++)
        if (needs->used[c / 8] & 1 << c % 8)
            g_string_append_unichar(out, c);
    return g_string_free(out, FALSE);
}

/* Adds one file; FALSE only on an error. */
static gboolean
fonts_add_face(Epub *epub, const char *role, const char *family,
               const FontFace *face, const char *characters, guint *added,
               GError **error)
{
    const TypesetModule *typeset = module_table("typeset", error);
    g_autofree char *id = NULL, *href = NULL;
    g_autoptr(GError) cause = NULL;
    const char *ending = NULL;
    GBytes *font;

    if (!typeset)
        return FALSE;
    font = typeset->subset_font(family, face->bold, face->italic,
                                characters, &ending, &cause);
    if (!font && cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return FALSE;
    }
    if (!font)
        return TRUE;
    id = g_strconcat("font-", role, "-", face->name, NULL);
    href = g_strconcat("fonts/", role, "-", face->name, ".", ending, NULL);
    epub_add(epub, id, href,
             strcmp(ending, "otf") == 0 ? "font/otf" : "font/ttf", NULL,
             font, FALSE);
    g_string_append_printf(epub->css, "@font-face {\n"
                           "  font-family: \"%s\";\n"
                           "  font-weight: %s;\n  font-style: %s;\n"
                           "  src: url(\"%s\");\n}\n", family,
                           face->bold ? "bold" : "normal",
                           face->italic ? "italic" : "normal", href);
    ++*added;
    return TRUE;
}

/* Headings are bold and captions italic in every style: both faces of the
 * body are always used.  Both at once only where marks ask for it. */
static gboolean
fonts_add_family(Epub *epub, const char *role, const char *family,
                 const FontNeeds *needs, const char *characters,
                 GError **error)
{
    guint added = 0;

    for (guint i = 0; i < G_N_ELEMENTS(faces); i++) {
        if (faces[i].bold && faces[i].italic
            && !(needs->emph && needs->strong))
            continue;
        if (!fonts_add_face(epub, role, family, &faces[i], characters,
                            &added, error))
            return FALSE;
    }
    if (added == 0)
        diag_say(epub->diag, DIAG_STYLE_FONT, NULL, 0, 0, family);
    epub->has_fonts |= added > 0;
    return TRUE;
}

gboolean
epub_fonts_add(Epub *epub, GError **error)
{
    g_autofree char *body = style_family(epub->style, "body");
    g_autofree char *heading = style_family(epub->style, "h1");
    g_autofree char *characters = NULL;
    g_autofree guint8 *used = g_malloc0(N_CHARACTERS / 8);
    FontNeeds needs = { used, FALSE, FALSE };

    for (guint i = 0; i < epub->n_articles; i++)
        fonts_see_article(&needs, a2b_book_article(epub->book, i));
    characters = fonts_characters(epub, &needs);
    if (body && !fonts_add_family(epub, "body", body, &needs, characters,
                                  error))
        return FALSE;
    if (heading && (!body || strcmp(heading, body) != 0))
        return fonts_add_family(epub, "heading", heading, &needs, characters,
                                error);
    return TRUE;
}
