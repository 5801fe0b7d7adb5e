/* SPDX-License-Identifier: MIT */
/* The table of field names, for header*.c; see also header.h. */
#pragma once

#include "read/header.h"

/* Whether mail or Usenet knows a field of that name. */
gboolean header_is_mail(const char *name, gsize len);
