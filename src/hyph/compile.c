/* SPDX-License-Identifier: MIT */
/* compile FOLDER FILE...: makes of hyphenation dictionaries (hyph_TAG.dic,
 * as libhyphen reads them) files that can be mapped, and FOLDER/index, which
 * says which tag has which file.  Run when the program is built; the same
 * dictionaries give the same files. */
#include "hyph/patterns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a tag means where dictionaries of that name do not say, or say
 * something else. */
static const struct {
    const char *tag, *as;
} same[] = {
    { "de", "de-de" }, { "en", "en-us" }, { "en-ie", "en-gb" },
    { "en-in", "en-gb" }, { "en-nz", "en-gb" }, { "es", "es-es" },
    { "fr", "fr-fr" }, { "no", "nb-no" }, { "pt", "pt-pt" },
    { "sr", "sr-rs" },
};

/* Thai lines break between words, without a hyphen. */
static const char *const left_out[] = { "th", NULL };

/* "sr-latn-rs" of ".../hyph_sr-Latn_RS.dic"; NULL for other names. */
static char *
compile_tag(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *tag = NULL;
    g_auto(GStrv) parts = NULL;

    if (!g_str_has_prefix(name, "hyph_") || !g_str_has_suffix(name, ".dic"))
        return NULL;
    name[strlen(name) - strlen(".dic")] = '\0';
    tag = g_ascii_strdown(name + strlen("hyph_"), -1);
    g_strdelimit(tag, "_", '-');
    parts = g_strsplit(tag, "-", 2);
    if (g_strv_contains(left_out, parts[0]))
        return NULL;
    return g_steal_pointer(&tag);
}

static void
compile_fail(const char *path, const GError *error)
{
    fprintf(stderr, "%s: %s\n", path, error->message);
    exit(1);
}

/* Compiles the dictionary at path unless one with the same bytes has been;
 * the name of the file it is in, owned by files (checksum -> name). */
static const char *
compile_file(const char *folder, const char *path, const char *tag,
             GHashTable *files)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes = NULL, *sum = NULL, *out = NULL;
    g_autoptr(GByteArray) flat = NULL;
    char *name;
    gsize len;

    if (!g_file_get_contents(path, &bytes, &len, &error))
        compile_fail(path, error);
    sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *) bytes,
                                      len);
    name = g_hash_table_lookup(files, sum);
    if (name)
        return name;
    if (!(flat = patterns_compile(bytes, len, &error)))
        compile_fail(path, error);
    name = g_strconcat(tag, ".hyph", NULL);
    out = g_build_filename(folder, name, NULL);
    if (!g_file_set_contents(out, (char *) flat->data, flat->len, &error))
        compile_fail(out, error);
    g_hash_table_insert(files, g_steal_pointer(&sum), name);
    return name;
}

/* The tag without its script or its region, whichever part (from 1) that
 * is; NULL if there is no such part. */
static char *
compile_without(const char *tag, guint part)
{
    g_auto(GStrv) parts = g_strsplit(tag, "-", -1);
    GString *rest;

    if (g_strv_length(parts) <= part)
        return NULL;
    rest = g_string_new(parts[0]);
    for (guint i = 1; parts[i]; i++)
        if (i != part)
            g_string_append_printf(rest, "-%s", parts[i]);
    return g_string_free(rest, FALSE);
}

/* Tags that name a script which goes without saying. */
static gboolean
compile_is_redundant(GHashTable *index, const char *tag)
{
    g_autofree char *shorter = compile_without(tag, 1);
    gboolean script = strchr(tag, '-') && strchr(strchr(tag, '-') + 1, '-');

    return script && g_strcmp0(g_hash_table_lookup(index, shorter),
                               g_hash_table_lookup(index, tag)) == 0;
}

/* A language means its first dictionary where none is for it alone. */
static void
compile_defaults(GHashTable *index, GPtrArray *tags)
{
    for (guint i = 0; i < tags->len; i++) {
        const char *tag = tags->pdata[i], *last = strrchr(tag, '-');
        g_autofree char *general = last ? g_strndup(tag, last - tag) : NULL;
        if (!general || compile_is_redundant(index, tag)
            || g_hash_table_contains(index, general))
            continue;
        g_hash_table_insert(index, g_strdup(general),
                            g_hash_table_lookup(index, tag));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
        char *as = g_hash_table_lookup(index, same[i].as);
        if (as)
            g_hash_table_insert(index, g_strdup(same[i].tag), as);
    }
}

static void
compile_index(const char *folder, GHashTable *index)
{
    g_autofree char *path = g_build_filename(folder, "index", NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    GList *tags = g_list_sort(g_hash_table_get_keys(index),
                              (GCompareFunc) strcmp);

    for (GList *l = tags; l; l = l->next)
        if (!compile_is_redundant(index, l->data))
            g_string_append_printf(
                lines, "%s %s\n", (char *) l->data,
                (char *) g_hash_table_lookup(index, l->data));
    g_list_free(tags);
    if (!g_file_set_contents(path, lines->str, (gssize) lines->len, &error))
        compile_fail(path, error);
}

static int
compile_by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

int
main(int argc, char **argv)
{
    g_autoptr(GHashTable) files = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) index = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) tags = g_ptr_array_new_with_free_func(g_free);

    if (argc < 2) {
        fprintf(stderr, "usage: compile folder [hyph_TAG.dic ...]\n");
        return 2;
    }
    qsort(argv + 2, (size_t) argc - 2, sizeof *argv, compile_by_name);
    for (int i = 2; i < argc; i++) {
        char *tag = compile_tag(argv[i]);
        if (!tag)
            continue;
        g_ptr_array_add(tags, tag);
        g_hash_table_insert(index, g_strdup(tag), (gpointer)
                            compile_file(argv[1], argv[i], tag, files));
    }
    compile_defaults(index, tags);
    compile_index(argv[1], index);
    return 0;
}
