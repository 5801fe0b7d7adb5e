/* SPDX-License-Identifier: MIT */
/* What the program says of itself, on the standard output. */
#pragma once

void help_print(void);
void help_print_version(void);

/* What the message called id means; "all": every one.  EX_OK, or EX_USAGE
 * after a message if there is none. */
int help_explain(const char *id);
