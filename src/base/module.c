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

static void
module_open_in(Module *module, const char *folder)
{
    g_autofree char *file = NULL, *path = NULL;
    void *handle;

    if (folder == NULL || *folder == '\0' || module->table != NULL)
        return;
    file = g_strconcat("a2b-", module->name, ".so", NULL);
    path = g_build_filename(folder, file, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return;
    handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle != NULL)
        module->table = dlsym(handle, MODULE_SYMBOL);
    if (module->table == NULL && module->why == NULL)
        module->why = g_strdup(dlerror());
}

static void
module_open(Module *module)
{
    g_autofree char *own = module_own_folder();
    g_autofree char *program = module_program_folder();

    module_open_in(module, secure_getenv("ARTICLE2BOOK_MODULES"));
    module_open_in(module, own);
    module_open_in(module, program);
    module_open_in(module, MODULE_DIR);
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
    module_open(module);
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
