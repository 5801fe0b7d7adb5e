/* SPDX-License-Identifier: MIT */
/* Which language a text is in by its letter groups: libexttextcat, with no
 * more of its fingerprints than may fit. */
#include "guess/guess_parts.h"

#include <libexttextcat/textcat.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define LOOK_AT 4096            /* bytes; more costs time, tells nothing */
#define MAX_CANDIDATES 2        /* more are no answer */

/* Fingerprints by script.  Languages so near to a larger one that they are
 * found where they are not (Scots, Interlingua) are left out. */
static const char *const latin[] = {
    "en", "es", "fr", "de", "pt", "it", "nl", "pl", "vi", "tr", "id", "sv",
    "da", "nb", "nn", "fi", "cs", "sk", "hu", "ro", "hr", "sl", "sr-Latn",
    "ca", "gl", "eu", "et", "lv", "lt", "sq", "is", "ga", "gd", "cy", "br",
    "mt", "lb", "fy", "af", "eo", "la", "ms", "tl", "sw", "ha-NG", "yo",
    "zu", "xh", "so", "om", "rw", "ln", "bm", "plt", "az", "uz", "tk", "ht",
    "mi", "haw", "fo", "oc",
};
static const char *const cyrillic[] = {
    "ru", "uk", "be", "bg", "sr-Cyrl", "mk", "kk", "ky", "mn", "tg", "tt",
    "ab", "az-Cyrl", "uz-Cyrl",
};
static const char *const others[] = {
    "ar", "fa", "ur", "ckb", "ug", "sd", "he", "yi", "hi", "mr", "ne", "sa",
    "bho", "mai", "am", "ti", "bn", "bo",
};

static const struct {
    const char *const *names;
    gsize n;
} groups[] = {
    { latin, G_N_ELEMENTS(latin) },
    { cyrillic, G_N_ELEMENTS(cyrillic) },
    { others, G_N_ELEMENTS(others) },
};
enum { GROUP_LATIN, GROUP_CYRILLIC, GROUP_OTHERS };

/* Loaded once, as that costs as much as reading ten articles; used by one
 * thread at a time, as the answer is kept in them. */
static struct {
    gboolean tried;
    void *handle;               /* NULL: it cannot be had */
} loaded[G_N_ELEMENTS(groups)];
G_LOCK_DEFINE_STATIC(loaded);

/* Names that are not the usual tag. */
static const char *const renamed[][2] = {
    { "ha-NG", "ha" }, { "plt", "mg" },
};

static gboolean
is_fingerprint(const char *folder, const char *name)
{
    g_autofree char *path = g_strconcat(folder, name, ".lm", NULL);

    return access(path, R_OK) == 0;
}

/* Folder of the fingerprints with a slash at its end; NULL if they are not
 * installed; free with g_free(). */
static char *
dup_folder(void)
{
    for (const char *const *dir = g_get_system_data_dirs(); *dir; dir++) {
        g_autofree char *folder =
            g_strconcat(*dir, "/libexttextcat/", NULL);

        if (is_fingerprint(folder, "en"))
            return g_steal_pointer(&folder);
    }
    return is_fingerprint("/usr/share/libexttextcat/", "en")
        ? g_strdup("/usr/share/libexttextcat/") : NULL;
}

/* The library reads its list from a file: one in memory. */
static void *
load(const char *const *names, gsize n)
{
    g_autofree char *folder = dup_folder();
    if (!folder)
        return NULL;

    int fd = memfd_create("fingerprints", MFD_CLOEXEC);
    if (fd < 0)
        return NULL;
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    g_autoptr(GString) list = g_string_new(NULL);

    for (gsize i = 0; i < n; i++)
        if (is_fingerprint(folder, names[i]))
            g_string_append_printf(list, "%s.lm %s\n", names[i], names[i]);
    void *handle = NULL;
    if (write(fd, list->str, list->len) == (gssize) list->len)
        handle = special_textcat_Init(path, folder);
    close(fd);
    return handle;
}

/* By the letters of the text. */
static guint
group_of(const char *text, gsize len)
{
    guint n_latin = 0, n_cyrillic = 0, n_others = 0;

    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (!g_unichar_isalpha(c))
            continue;
        if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00))
            n_latin++;
        else if (c >= 0x400 && c < 0x530)
            n_cyrillic++;
        else
            n_others++;
    }
    if (n_latin >= n_cyrillic && n_latin >= n_others)
        return GROUP_LATIN;
    return n_cyrillic >= n_others ? GROUP_CYRILLIC : GROUP_OTHERS;
}

static void *
group_handle(guint group)
{
    if (!loaded[group].tried)
        loaded[group].handle = load(groups[group].names, groups[group].n);
    loaded[group].tried = TRUE;
    return loaded[group].handle;
}

/* The first of "[en][de]"; NULL if there are too many, or none. */
static char *
dup_first(const char *found)
{
    guint n = 0;

    for (const char *p = found; *p; p++)
        n += *p == '[';
    if (n == 0 || n > MAX_CANDIDATES)
        return NULL;

    g_autofree char *name = g_strndup(found + 1, strcspn(found + 1, "]"));
    for (gsize i = 0; i < G_N_ELEMENTS(renamed); i++)
        if (g_str_equal(renamed[i][0], name))
            return g_strdup(renamed[i][1]);
    return g_steal_pointer(&name);
}

char *
guess_language(const char *text, gsize len)
{
    if (len < GUESS_SHORT_TEXT)
        return NULL;
    if (len > LOOK_AT) {
        const char *end = g_utf8_find_prev_char(text, text + LOOK_AT);
        len = end ? (gsize) (end - text) : LOOK_AT;
    }

    guint group = group_of(text, len);

    G_LOCK(loaded);
    void *handle = group_handle(group);
    char *language = handle
        ? dup_first(textcat_Classify(handle, text, len)) : NULL;
    G_UNLOCK(loaded);
    return language;
}
