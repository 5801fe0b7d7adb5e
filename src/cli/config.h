/* SPDX-License-Identifier: MIT */
/* The file with the user's own defaults. */
#pragma once

/* Gives every option that the command line left open the value it has in
 * $XDG_CONFIG_HOME/article2book/config, if there is one.  EX_OK, or
 * EX_CONFIG after a message. */
int config_apply(void);
