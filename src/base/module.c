/* SPDX-License-Identifier: MIT */
/* Where the parts with heavy libraries are looked for. */
#include "base/module.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#define MODULE_SYMBOL "a2b_module"
#define MODULES_MOST 8

typedef struct {
    char *name;
    gconstpointer table;    /* NULL: it is not there */
    char *why;              /* then: why not */
} Module;

/* Never freed: what is opened stays open until the program ends. */
static Module modules[MODULES_MOST];
static guint n_modules;
G_LOCK_DEFINE_STATIC(modules);

static char *
module_own_folder(void)
{
    Dl_info info;

    if (dladdr((gconstpointer) &n_modules, &info) == 0 ||
        info.dli_fname == NULL || strchr(info.dli_fname, '/') == NULL)
        return NULL;
    return g_path_get_dirname(info.dli_fname);
}

static char *
module_program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);

    return program == NULL ? NULL : g_path_get_dirname(program);
}

/* Calls each folder that may have modules, until it returns TRUE. */
static void
module_folders(gboolean (*each)(const char *folder, gpointer user),
               gpointer user)
{
    g_autofree char *own = module_own_folder();
    g_autofree char *program = module_program_folder();
    const char *const folders[] = {
        secure_getenv("ARTICLE2BOOK_MODULES"), own, program, MODULE_DIR,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++)
        if (folders[i] != NULL && *folders[i] != '\0' &&
            each(folders[i], user))
            return;
}

static gboolean
module_open_in(const char *folder, gpointer user)
{
    Module *module = user;
    g_autofree char *file = g_strconcat("a2b-", module->name, ".so", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    void *handle;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle != NULL)
        module->table = dlsym(handle, MODULE_SYMBOL);
    if (module->table == NULL && module->why == NULL)
        module->why = g_strdup(dlerror());
    return module->table != NULL;
}

static const Module *
module_find(const char *name)
{
    Module *module;

    for (guint i = 0; i < n_modules; i++)
        if (strcmp(modules[i].name, name) == 0)
            return &modules[i];
    g_assert(n_modules < MODULES_MOST);
    module = &modules[n_modules++];
    module->name = g_strdup(name);
    module_folders(module_open_in, module);
    return module;
}

gconstpointer
module_table(const char *name, GError **error)
{
    const Module *module;

    G_LOCK(modules);
    module = module_find(name);
    G_UNLOCK(modules);
    if (module->table == NULL)
        g_set_error(error, A2B_ERROR, A2B_ERROR_UNAVAILABLE,
                    "the part \"%s\" of the program %s%s", name,
                    module->why == NULL ? "is not installed"
                                        : "cannot be opened: ",
                    module->why == NULL ? "" : module->why);
    return module->table;
}

/* What is looked for becomes where it is. */
typedef struct {
    const char *name;
    char *path;
} ModuleFile;

static gboolean
module_file_in(const char *folder, gpointer user)
{
    ModuleFile *file = user;
    g_autofree char *path = g_build_filename(folder, file->name, NULL);

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    file->path = g_steal_pointer(&path);
    return TRUE;
}

char *
module_file(const char *name)
{
    ModuleFile file = { .name = name };

    module_folders(module_file_in, &file);
    return file.path;
}
