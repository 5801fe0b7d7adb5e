/* SPDX-License-Identifier: MIT */
/* Decides which files in a folder are texts, and their order. */
#include "inputs_parts.h"

#include <fcntl.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "report.h"

#define FOLDERS_DEEP 64
#define KINDS_SAID 8
#define LOOK_AT 1024            /* bytes that show whether it is a text */

/* Endings that texts have. */
static const char *const endings[] = { "txt", "text", "asc", "eml", NULL };

/* What is passed over in a folder and those in it. */
typedef struct {
    guint hidden, others, deep;
    GPtrArray *kinds;           /* endings of the others */
    GHashTable *known;          /* the same as a set */
} Passed;

/* A walk through a folder. */
typedef struct {
    Inputs *inputs;
    const InputPlace *place;
    Passed passed;
} Walk;

static int
compare_numbers(const char **a, const char **b)
{
    gsize n, m;
    int order;

    *a += strspn(*a, "0");
    *b += strspn(*b, "0");
    n = strspn(*a, "0123456789");
    m = strspn(*b, "0123456789");
    if (n != m)
        return n < m ? -1 : 1;
    order = strncmp(*a, *b, n);
    *a += n;
    *b += m;
    return order;
}

int
inputs_compare(const char *a, const char *b)
{
    const char *one = a, *other = b;
    int order = 0;

    while (*one && *other && order == 0) {
        if (g_ascii_isdigit(*one) && g_ascii_isdigit(*other)) {
            order = compare_numbers(&one, &other);
            continue;
        }
        order = (guchar) g_ascii_tolower(*one)
              - (guchar) g_ascii_tolower(*other);
        one++;
        other++;
    }
    if (order == 0)
        order = !!*one - !!*other;
    return order ? order : strcmp(a, b);
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    return inputs_compare(*(char *const *) a, *(char *const *) b);
}

/* Names of the folder, in order; NULL if it cannot be read. */
static GPtrArray *
folder_names(const char *path, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, error);
    GPtrArray *names;
    const char *name;

    if (!dir)
        return NULL;
    names = g_ptr_array_new_with_free_func(g_free);
    while ((name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_entries);
    return names;
}

/* For names that do not say it: letters have no NUL among them. */
static gboolean
looks_like_text(const char *path)
{
    char bytes[LOOK_AT];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    gssize n = fd < 0 ? -1 : read(fd, bytes, sizeof bytes);

    if (fd >= 0)
        close(fd);
    return n >= 0 && !memchr(bytes, '\0', n);
}

static gboolean
is_text(const char *path, const InputState *state, const char *name)
{
    const char *dot = strrchr(name, '.');

    if (!S_ISREG(state->st_mode))
        return FALSE;
    for (const char *const *e = endings; dot && *e; e++)
        if (g_ascii_strcasecmp(*e, dot + 1) == 0)
            return TRUE;
    /* "README"; "12345", as news are stored; "HARBOUR.004" */
    if (dot && dot[1 + strspn(dot + 1, "0123456789")])
        return FALSE;
    return looks_like_text(path);
}

static void
pass_other(Passed *passed, const char *name)
{
    const char *dot = strrchr(name, '.');
    const char *kind = dot && dot[1] ? dot : "no ending";

    passed->others++;
    if (g_hash_table_contains(passed->known, kind))
        return;
    g_ptr_array_add(passed->kinds, g_strdup(kind));
    g_hash_table_add(passed->known,
                     passed->kinds->pdata[passed->kinds->len - 1]);
}

static void
passed_init(Passed *passed)
{
    *passed = (Passed) {
        .kinds = g_ptr_array_new_with_free_func(g_free),
        .known = g_hash_table_new(g_str_hash, g_str_equal),
    };
}

static void
passed_say(const Passed *passed, const char *root)
{
    g_autoptr(GString) kinds = g_string_new(NULL);

    for (guint i = 0; i < MIN(passed->kinds->len, KINDS_SAID); i++)
        g_string_append_printf(kinds, "%s%s", i ? ", " : "",
                               (char *) passed->kinds->pdata[i]);
    if (passed->kinds->len > KINDS_SAID)
        g_string_append(kinds, " ...");
    if (passed->hidden)
        report_note("%s: %u hidden in it; passed over", root,
                    passed->hidden);
    if (passed->others)
        report_note("%s: %u that %s no text%s (%s); passed over", root,
                    passed->others, passed->others > 1 ? "are" : "is",
                    passed->others > 1 ? "s" : "", kinds->str);
    if (passed->deep)
        report_note("%s: folders more than %d deep; passed over", root,
                    FOLDERS_DEEP);
}

static void
passed_clear(Passed *passed)
{
    g_hash_table_unref(passed->known);
    g_ptr_array_unref(passed->kinds);
}

static int walk_folder(Walk *walk, const char *path, const InputState *state,
                       const char *title, guint depth);

static int
walk_entry(Walk *walk, const char *folder, const char *title, guint depth,
           const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *below = NULL;
    InputPlace place = *walk->place;
    InputState state;

    if (*name == '.') {
        walk->passed.hidden++;
        return EX_OK;
    }
    state = inputs_look(path);
    if (S_ISDIR(state.st_mode)) {
        below = depth ? g_strdup_printf("%s / %s", title, name)
                      : g_strdup(name);
        return walk_folder(walk, path, &state, below, depth + 1);
    }
    if (!is_text(path, &state, name)) {
        pass_other(&walk->passed, name);
        return EX_OK;
    }
    place.folder = title;
    return inputs_add_file(walk->inputs, path, &state, &place);
}

/* A link may lead to a folder that was met: then it is not walked again. */
static int
walk_folder(Walk *walk, const char *path, const InputState *state,
            const char *title, guint depth)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) names = NULL;
    const char *before;

    if (depth > FOLDERS_DEEP) {
        walk->passed.deep++;
        return EX_OK;
    }
    if (!inputs_meet(walk->inputs, path, state, &before)) {
        report_note("%s: is the folder %s; read once", path, before);
        return EX_OK;
    }
    names = folder_names(path, &error);
    if (!names) {
        report_failure(EX_NOINPUT, "%s; left out", error->message);
        inputs_leave_out_folder(walk->inputs);
        return EX_OK;
    }
    for (guint i = 0; i < names->len; i++) {
        int status = walk_entry(walk, path, title, depth, names->pdata[i]);

        if (status != EX_OK)
            return status;
    }
    return EX_OK;
}

int
inputs_add_folder(Inputs *inputs, const char *path, const InputState *state,
                  const InputPlace *place)
{
    g_autofree char *title = g_path_get_basename(path);
    const gboolean is_named = !g_str_equal(title, ".") &&
                              !g_str_equal(title, "..") &&
                              !g_str_equal(title, "/");
    Walk walk = { .inputs = inputs, .place = place };
    int status;

    passed_init(&walk.passed);
    status = walk_folder(&walk, path, state, is_named ? title : NULL, 0);
    passed_say(&walk.passed, path);
    passed_clear(&walk.passed);
    return status;
}
