/* SPDX-License-Identifier: MIT */
/* Gives every file of a folder to the fuzz target, in a fixed order. */
#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

static int
replay_by_name(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
replay_files(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, replay_by_name);
    return names;
}

int
main(int argc, char **argv)
{
    g_autoptr(GPtrArray) files = replay_files(argc > 1 ? argv[1] : ".");

    printf("1..%u\n", files->len);
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *data = NULL;
        gsize size = 0;

        if (g_file_get_contents(files->pdata[i], &data, &size, NULL))
            LLVMFuzzerTestOneInput((const guint8 *) data, size);
        printf("%sok %u - %s\n", data ? "" : "not ", i + 1,
               (char *) files->pdata[i]);
        fflush(stdout);
    }
    return files->len == 0;
}
