/* SPDX-License-Identifier: MIT */
/* Tells the outside which parts of the program are here. */
#include <article2book/diag.h>

#include "base/module.h"

gboolean
a2b_part_is_installed(const char *name)
{
    return module_table(name, NULL) != NULL;
}
