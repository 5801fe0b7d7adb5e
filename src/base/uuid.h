/* SPDX-License-Identifier: MIT */
/* Identifiers that follow from what they name: UUID version 5 (RFC 9562). */
#pragma once

#include <glib.h>

/* "urn:uuid:..." of name in the URL name space.  Free with g_free(). */
char *uuid_urn(const char *name);
