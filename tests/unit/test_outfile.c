/* SPDX-License-Identifier: MIT */
#include <article2book/write.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *folder, *file, *link;
    GBytes *bytes;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
    (void) data;
    f->folder = g_dir_make_tmp("a2b-XXXXXX", NULL);
    f->file = g_build_filename(f->folder, "out.epub", NULL);
    f->link = g_build_filename(f->folder, "link.epub", NULL);
    f->bytes = g_bytes_new_static("new\0bytes", 9);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

/* The names in the folder, sorted and apart by blanks; they are removed. */
static char *
list_and_remove(const char *folder)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    GString *list = g_string_new(NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i],
                                                 NULL);

        g_string_append_printf(list, "%s ", (char *) names->pdata[i]);
        unlink(path);
    }
    return g_string_free(list, FALSE);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_autofree char *left = list_and_remove(f->folder);

    (void) data;
    rmdir(f->folder);
    g_free(f->folder);
    g_free(f->file);
    g_free(f->link);
    g_bytes_unref(f->bytes);
}

static void
expect(const char *path, GBytes *bytes)
{
    g_autofree char *got = NULL;
    gsize got_len, len;
    const char *want = g_bytes_get_data(bytes, &len);

    g_assert_true(g_file_get_contents(path, &got, &got_len, NULL));
    g_assert_cmpmem(got, got_len, want, len);
}

static void
test_new(Fixture *f, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *names = NULL;
    mode_t mask = umask(027);
    struct stat info;

    (void) data;
    g_assert_true(a2b_write_file(f->file, f->bytes, &error));
    umask(mask);
    expect(f->file, f->bytes);
    g_assert_cmpint(stat(f->file, &info), ==, 0);
    g_assert_cmpint(info.st_mode & 0777, ==, 0640);
    names = list_and_remove(f->folder);
    g_assert_cmpstr(names, ==, "out.epub ");
}

static void
test_replace(Fixture *f, gconstpointer data)
{
    struct stat info;

    (void) data;
    g_assert_true(g_file_set_contents(f->file, "old", 3, NULL));
    g_assert_cmpint(chmod(f->file, 0604), ==, 0);
    g_assert_true(a2b_write_file(f->file, f->bytes, NULL));
    expect(f->file, f->bytes);
    g_assert_cmpint(stat(f->file, &info), ==, 0);
    g_assert_cmpint(info.st_mode & 0777, ==, 0604);
}

static void
test_link(Fixture *f, gconstpointer data)
{
    (void) data;
    g_assert_cmpint(symlink("out.epub", f->link), ==, 0);
    g_assert_true(a2b_write_file(f->link, f->bytes, NULL));
    expect(f->file, f->bytes);
    g_assert_true(g_file_test(f->link, G_FILE_TEST_IS_SYMLINK));
    g_assert_true(a2b_write_file(f->link, f->bytes, NULL));
    g_assert_true(g_file_test(f->link, G_FILE_TEST_IS_SYMLINK));
    g_assert_true(a2b_same_file(f->link, f->file));
}

static void
test_same_file(Fixture *f, gconstpointer data)
{
    g_autofree char *spelled = g_build_filename(f->folder, ".", "out.epub",
                                                NULL);

    (void) data;
    g_assert_false(a2b_same_file(f->file, f->file));
    g_assert_true(g_file_set_contents(f->file, "x", 1, NULL));
    g_assert_true(a2b_same_file(f->file, spelled));
    g_assert_cmpint(link(f->file, f->link), ==, 0);
    g_assert_true(a2b_same_file(f->file, f->link));
    g_assert_false(a2b_same_file(f->file, f->folder));
}

static void
test_failures(Fixture *f, gconstpointer data)
{
    g_autofree char *nowhere = g_build_filename(f->folder, "no", "x", NULL);
    g_autoptr(GError) error = NULL;

    (void) data;
    g_assert_false(a2b_write_file(nowhere, f->bytes, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_OUTPUT);
    g_assert_true(g_str_has_prefix(error->message, nowhere));
    g_clear_error(&error);
    g_assert_false(a2b_write_file(f->folder, f->bytes, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_OUTPUT);
}

static void
test_devices(Fixture *f, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    (void) data;
    g_assert_true(a2b_write_file("/dev/null", f->bytes, &error));
    g_assert_no_error(error);
    if (g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_assert_false(a2b_write_file("/dev/full", f->bytes, &error));
        g_assert_error(error, A2B_ERROR, A2B_ERROR_IO);
    }
}

/* A write that fails half-way leaves the old file and nothing else, and the
 * signal that comes with it does not kill. */
static void
test_full(Fixture *f, gconstpointer data)
{
    g_autofree char *much = g_strnfill(100000, 'x');
    g_autoptr(GBytes) bytes = g_bytes_new(much, 100000);
    g_autoptr(GBytes) old = g_bytes_new_static("old", 3);
    g_autoptr(GError) error = NULL;
    g_autofree char *names = NULL;
    struct rlimit before, small = { 4096, 4096 };

    (void) data;
    g_assert_true(g_file_set_contents(f->file, "old", 3, NULL));
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    small.rlim_max = before.rlim_max;
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    g_assert_false(a2b_write_file(f->file, bytes, &error));
    setrlimit(RLIMIT_FSIZE, &before);
    g_assert_error(error, A2B_ERROR, A2B_ERROR_IO);
    expect(f->file, old);
    names = list_and_remove(f->folder);
    g_assert_cmpstr(names, ==, "out.epub ");
}

#define ADD(path, test) \
    g_test_add(path, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/outfile/new", test_new);
    ADD("/outfile/replace", test_replace);
    ADD("/outfile/link", test_link);
    ADD("/outfile/same-file", test_same_file);
    ADD("/outfile/failures", test_failures);
    ADD("/outfile/devices", test_devices);
    ADD("/outfile/full", test_full);
    return g_test_run();
}
