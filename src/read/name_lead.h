/* SPDX-License-Identifier: MIT */
/* The words before the names of a byline, for name*.c. */
#pragma once

#include <glib.h>

typedef enum {
    LEAD_NONE,
    LEAD_BY,                /* By: only what looks like names may follow */
    LEAD_LABEL,             /* Author: whatever follows is meant as one */
    LEAD_HELPER,            /* Photos by: not who wrote it */
} NameLead;

/* What the words at the start of *str say; narrows it to what follows. */
NameLead name_lead(const char **str, gsize *len);
