/* SPDX-License-Identifier: MIT */
/* Decides what an input is by its name, and that none is read twice. */
#include "inputs_parts.h"

#include <string.h>
#include <sysexits.h>

#include "report.h"

#define INPUTS_MOST 100000
#define BYTES_MOST (G_GUINT64_CONSTANT(1) << 30)

/* A file, however it is spelled. */
typedef struct {
    guint64 device, inode;
    char *path;             /* by which it was met first */
} Met;

typedef struct {
    gpointer what;
    GDestroyNotify ends;
} Kept;

struct Inputs {
    Options *options;
    GPtrArray *all;         /* of Input */
    GHashTable *met;        /* set of Met */
    GArray *kept;           /* of Kept */
    guint64 bytes;
    guint lost_folders;
    gboolean is_book, takes_stdin;
};

static guint
met_hash(gconstpointer data)
{
    const Met *met = data;
    guint64 mixed = (met->inode + met->device * 0x9e3779b9) *
                    G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);

    return (guint) (mixed >> 32);
}

static gboolean
met_equal(gconstpointer a, gconstpointer b)
{
    const Met *one = a, *other = b;

    return one->inode == other->inode && one->device == other->device;
}

static void
met_free(gpointer data)
{
    g_free(((Met *) data)->path);
    g_free(data);
}

static void
input_free(gpointer data)
{
    Input *input = data;

    g_free(input->path);
    g_free(input->folder);
    g_free(input);
}

static void
kept_clear(gpointer data)
{
    Kept *kept = data;

    kept->ends(kept->what);
}

gpointer
inputs_keep(Inputs *inputs, gpointer what, GDestroyNotify ends)
{
    const Kept kept = { what, ends };

    g_array_append_val(inputs->kept, kept);
    return what;
}

Options *
inputs_options(Inputs *inputs)
{
    return inputs->options;
}

InputState
inputs_look(const char *path)
{
    InputState state;

    if (stat(path, &state) < 0)
        state = (InputState) { .st_mode = 0 };
    return state;
}

gboolean
inputs_meet(Inputs *inputs, const char *path, const InputState *state,
            const char **before)
{
    const Met key = { state->st_dev, state->st_ino, NULL };
    Met *met;

    if (!state->st_mode)
        return TRUE;
    met = g_hash_table_lookup(inputs->met, &key);
    if (met) {
        *before = met->path;
        return FALSE;
    }
    met = g_new(Met, 1);
    *met = key;
    met->path = g_strdup(path);
    g_hash_table_add(inputs->met, met);
    return TRUE;
}

gboolean
inputs_hold(const Inputs *inputs, const char *path)
{
    const InputState state = inputs_look(path);
    const Met key = { state.st_dev, state.st_ino, NULL };

    return state.st_mode && g_hash_table_contains(inputs->met, &key);
}

static int
inputs_append(Inputs *inputs, const char *path, const InputState *state,
              const char *folder, const InputPlace *place)
{
    const gboolean is_there = S_ISREG(state->st_mode);
    Input *input = g_new0(Input, 1);

    input->path = g_strdup(path);
    input->folder = g_strdup(folder);
    input->section = place->section;
    input->given = place->given;
    input->size = is_there ? state->st_size : -1;
    g_ptr_array_add(inputs->all, input);
    inputs->bytes += is_there ? (guint64) state->st_size : 0;
    if (inputs->all->len > INPUTS_MOST)
        return report_failure(EX_DATAERR, "more than %d inputs; make several "
                              "books of them", INPUTS_MOST);
    if (inputs->bytes > BYTES_MOST)
        return report_failure(EX_DATAERR, "the inputs are over %d MB "
                              "together; make several books of them",
                              (int) (BYTES_MOST >> 20));
    return EX_OK;
}

/* What the folder of a file is called; NULL if the path does not say. */
static char *
folder_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(folder);

    return g_str_equal(name, ".") || g_str_equal(name, "..") ||
           g_str_equal(name, "/") ? NULL : g_steal_pointer(&name);
}

int
inputs_add_file(Inputs *inputs, const char *path, const InputState *state,
                const InputPlace *place)
{
    g_autofree char *folder = NULL;
    const char *before;

    if (!inputs_meet(inputs, path, state, &before)) {
        if (g_str_equal(path, before))
            report_note("%s: is named again; read once", path);
        else
            report_note("%s: is the file %s; read once", path, before);
        return EX_OK;
    }
    if (!place->folder)
        folder = folder_of(path);
    return inputs_append(inputs, path, state,
                         place->folder ? place->folder : folder, place);
}

static int
inputs_add_stdin(Inputs *inputs, const InputPlace *place)
{
    const InputState nothing = { .st_mode = 0 };

    if (inputs->takes_stdin)
        return report_failure(EX_USAGE, "the standard input can be read "
                              "once; save it as a file first");
    inputs->takes_stdin = TRUE;
    return inputs_append(inputs, "-", &nothing, NULL, place);
}

int
inputs_add(Inputs *inputs, const char *path, const InputPlace *place)
{
    InputState state;

    if (g_str_equal(path, "-"))
        return inputs_add_stdin(inputs, place);
    state = inputs_look(path);
    if (S_ISDIR(state.st_mode))
        return inputs_add_folder(inputs, path, &state, place);
    if (g_str_has_suffix(path, ".book")) {
        inputs->is_book = TRUE;
        return inputs_add_book(inputs, path);
    }
    return inputs_add_file(inputs, path, &state, place);
}

static int
inputs_find(Inputs *inputs)
{
    static const InputPlace nowhere = { NULL, NULL, NULL };
    const Options *options = inputs->options;
    int status = EX_OK;

    inputs->takes_stdin = g_strcmp0(options->files_from, "-") == 0;
    for (char **path = options->inputs; path && *path; path++) {
        status = inputs_add(inputs, *path, &nowhere);
        if (status != EX_OK)
            return status;
    }
    if (options->files_from)
        status = inputs_add_list(inputs, options->files_from);
    if (status != EX_OK || inputs->all->len)
        return status;
    if (inputs->lost_folders)       /* that was said */
        return EX_NOINPUT;
    return report_failure(EX_NOINPUT, "there is no article to read");
}

Inputs *
inputs_new(Options *options, int *status)
{
    g_autoptr(Inputs) inputs = g_new0(Inputs, 1);

    inputs->options = options;
    inputs->all = g_ptr_array_new_with_free_func(input_free);
    inputs->met = g_hash_table_new_full(met_hash, met_equal, met_free, NULL);
    inputs->kept = g_array_new(FALSE, FALSE, sizeof(Kept));
    g_array_set_clear_func(inputs->kept, kept_clear);
    *status = inputs_find(inputs);
    return *status == EX_OK ? g_steal_pointer(&inputs) : NULL;
}

void
inputs_free(Inputs *inputs)
{
    g_ptr_array_unref(inputs->all);
    g_hash_table_unref(inputs->met);
    g_array_unref(inputs->kept);
    g_free(inputs);
}

guint
inputs_count(const Inputs *inputs)
{
    return inputs->all->len;
}

const Input *
inputs_at(const Inputs *inputs, guint i)
{
    return inputs->all->pdata[i];
}

void
inputs_leave_out_folder(Inputs *inputs)
{
    inputs->lost_folders++;
}

guint
inputs_lost_folders(const Inputs *inputs)
{
    return inputs->lost_folders;
}

gboolean
inputs_are_book(const Inputs *inputs)
{
    return inputs->is_book || inputs->all->len > 1;
}

gboolean
inputs_take_stdin(const Inputs *inputs)
{
    return inputs->takes_stdin;
}
