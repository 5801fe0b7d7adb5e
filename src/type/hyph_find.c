/* SPDX-License-Identifier: MIT */
/* Decides which patterns a language has. */
#include "type/hyph_find.h"

#include <string.h>

#include "base/module.h"

G_LOCK_DEFINE_STATIC(tables);
static GHashTable *index_of;    /* tag -> file name */
static GHashTable *tables;      /* file name -> Hyph *, never freed; NULL
                                 * where the file is no good */
static GHashTable *known;       /* language as asked -> the same */

static gboolean
hyph_is_whole(const HyphHead *head, gsize len)
{
    return len >= sizeof *head
           && memcmp(head->magic, HYPH_MAGIC, sizeof head->magic) == 0
           && len == sizeof *head
                     + (gsize) head->n_nodes * head->n_masks
                       * sizeof(guint64)
                     + head->n_nodes * sizeof(HyphNode)
                     + ((gsize) head->n_edges + head->n_letters)
                       * sizeof(guint32) + head->n_values;
}

static Hyph *
hyph_new(GMappedFile *file, const HyphHead *head)
{
    Hyph *hyph = g_new0(Hyph, 1);

    hyph->file = file;
    hyph->head = head;
    hyph->masks = (const guint64 *) (head + 1);
    hyph->nodes = (const HyphNode *)
                  (hyph->masks + (gsize) head->n_nodes * head->n_masks);
    hyph->edges = (const guint32 *) (hyph->nodes + head->n_nodes);
    hyph->letters = hyph->edges + head->n_edges;
    hyph->values = (const guint8 *) (hyph->letters + head->n_letters);
    for (guint i = 0; i < head->n_letters; i++)
        if (hyph->letters[i] < HYPH_LOW)
            hyph->low[hyph->letters[i]] = (guint8) (i + 1);
    hyph->dot = hyph->low['.'];
    return hyph;
}

/* Maps the file name beside the index; the map is kept. */
static Hyph *
hyph_map(const char *name)
{
    g_autofree char *below = g_build_filename("hyph", name, NULL);
    g_autofree char *path = module_file(below);
    GMappedFile *file = path ? g_mapped_file_new(path, FALSE, NULL) : NULL;
    const char *bytes = file ? g_mapped_file_get_contents(file) : NULL;

    if (bytes && hyph_is_whole((const HyphHead *) bytes,
                               g_mapped_file_get_length(file)))
        return hyph_new(file, (const HyphHead *) bytes);
    g_clear_pointer(&file, g_mapped_file_unref);
    return NULL;
}

static void
hyph_read_index(void)
{
    g_autofree char *path = module_file("hyph/index"), *text = NULL;

    index_of = g_hash_table_new(g_str_hash, g_str_equal);
    tables = g_hash_table_new(g_str_hash, g_str_equal);
    known = g_hash_table_new(g_str_hash, g_str_equal);
    if (!path || !g_file_get_contents(path, &text, NULL, NULL))
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        char *blank = strchr(*line, ' ');
        if (blank)
            g_hash_table_insert(index_of,
                                g_strndup(*line, (gsize) (blank - *line)),
                                g_strdup(blank + 1));
    }
}

static const char *
hyph_indexed(const char *language, const char *script, const char *region)
{
    g_autofree char *tag = g_strconcat(
        language, *script ? "-" : "", script, *region ? "-" : "", region,
        NULL);

    return g_hash_table_lookup(index_of, tag);
}

/* The file for a language tag, in lower case: with all that it says, then
 * without the region, without the script, without both. */
static const char *
hyph_file(const char *tag)
{
    g_auto(GStrv) parts = g_strsplit(tag, "-", -1);
    const char *script = "", *region = "", *file = NULL;

    for (char **part = parts; *part && **part && part[0][1]; part++) {
        gsize len = strlen(*part);
        if (part == parts)
            continue;
        if (len == 4 && !*script && !*region && g_ascii_isalpha(**part))
            script = *part;
        else if ((len == 2 || len == 3) && !*region)
            region = *part;
    }
    if (!parts[0])
        return NULL;
    file = hyph_indexed(parts[0], script, region);
    file = file ? file : hyph_indexed(parts[0], script, "");
    file = file ? file : hyph_indexed(parts[0], "", region);
    return file ? file : hyph_indexed(parts[0], "", "");
}

static Hyph *
hyph_find(const char *language)
{
    g_autofree char *tag = g_ascii_strdown(language, -1);
    const char *file = hyph_file(g_strdelimit(tag, "_", '-'));
    gpointer hyph;

    if (!file)
        return NULL;
    if (!g_hash_table_lookup_extended(tables, file, NULL, &hyph)) {
        hyph = hyph_map(file);
        g_hash_table_insert(tables, g_strdup(file), hyph);
    }
    return hyph;
}

const Hyph *
hyph_for(const char *language)
{
    gpointer hyph;

    if (!language)
        return NULL;
    G_LOCK(tables);
    if (!index_of)
        hyph_read_index();
    if (!g_hash_table_lookup_extended(known, language, NULL, &hyph)) {
        hyph = hyph_find(language);
        g_hash_table_insert(known, g_strdup(language), hyph);
    }
    G_UNLOCK(tables);
    return hyph;
}
