/* SPDX-License-Identifier: MIT */
/* The file with the user's own defaults. */
#pragma once

#include <glib.h>

/* Gives every option that the command line left open the value it has in
 * $XDG_CONFIG_HOME/article2book/config, if there is one.  EX_OK, or
 * EX_CONFIG after a message. */
int config_apply(void);

/* Gives every option that is open still the value that a group of file has
 * for it; its keys are the long options.  A group that is not there has
 * none. */
gboolean config_set_all(GKeyFile *file, const char *group, GError **error);
