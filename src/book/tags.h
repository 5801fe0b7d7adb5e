/* SPDX-License-Identifier: MIT */
/* Language tags (BCP 47), which are checked before they reach a book. */
#pragma once

#include <glib.h>

/* The well-formed beginning of tag in its usual case ("EN_us" gives
 * "en-US"); NULL if it does not begin as a tag.  tag may be NULL.  Static:
 * not to be freed. */
const char *tags_clean(const char *tag);
