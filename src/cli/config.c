/* SPDX-License-Identifier: MIT */
/* Reads the user's defaults: a key file whose keys are the long options. */
#include "config.h"

#include <string.h>
#include <sysexits.h>

#include "options.h"
#include "report.h"

/* Options that say what to do now, not how one likes it done. */
static const char *const config_not[] = {
    "output", "files-from", "individual", "force", "no-config", "explain",
    "version", "help", NULL
};

static const GOptionEntry *
config_entry(const char *key)
{
    if (g_strv_contains(config_not, key))
        return NULL;
    for (const OptionGroup *group = option_groups(); group->heading; group++)
        for (const GOptionEntry *e = group->entries; e->long_name; e++)
            if (g_str_equal(e->long_name, key))
                return e;
    return NULL;
}

/* Sets what entry points to, unless the command line has. */
static gboolean
config_set(const GOptionEntry *entry, GKeyFile *file, const char *group,
           GError **error)
{
    GError *failure = NULL;

    switch ((int) entry->arg) {
    case G_OPTION_ARG_NONE: {
        gboolean *flag = entry->arg_data;

        *flag |= g_key_file_get_boolean(file, group, entry->long_name,
                                        &failure);
        break;
    }
    case G_OPTION_ARG_INT: {
        int *number = entry->arg_data;

        if (!*number)
            *number = g_key_file_get_integer(file, group, entry->long_name,
                                             &failure);
        break;
    }
    case G_OPTION_ARG_FILENAME_ARRAY: {
        char ***list = entry->arg_data;

        if (!*list)
            *list = g_key_file_get_string_list(file, group, entry->long_name,
                                               NULL, &failure);
        break;
    }
    default: {
        char **text = entry->arg_data;

        if (!*text)
            *text = g_key_file_get_string(file, group, entry->long_name,
                                          &failure);
    }
    }
    if (!failure)
        return TRUE;
    g_propagate_error(error, failure);
    return FALSE;
}

gboolean
config_set_all(GKeyFile *file, const char *group, GError **error)
{
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);

    for (char **key = keys; key && *key; key++) {
        const GOptionEntry *entry = config_entry(*key);

        if (!entry) {
            g_set_error(error, G_KEY_FILE_ERROR,
                        G_KEY_FILE_ERROR_KEY_NOT_FOUND,
                        "\"%s\" is not a long option that can be set here",
                        *key);
            return FALSE;
        }
        if (!config_set(entry, file, group, error))
            return FALSE;
    }
    return TRUE;
}

static int
config_read(GKeyFile *file, const char *path)
{
    static const char group[] = "defaults";
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    g_autoptr(GError) error = NULL;

    for (char **name = groups; *name; name++)
        if (strcmp(*name, group) != 0)
            return report_failure(EX_CONFIG, "%s: there is no section [%s]; "
                                  "use [%s]", path, *name, group);
    if (!config_set_all(file, group, &error))
        return report_failure(EX_CONFIG, "%s: %s", path, error->message);
    return EX_OK;
}

int
config_apply(void)
{
    g_autofree char *path = g_build_filename(g_get_user_config_dir(),
                                             "article2book", "config", NULL);
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) error = NULL;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return EX_OK;
    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error))
        return report_failure(EX_CONFIG, "%s: %s", path, error->message);
    return config_read(file, path);
}
