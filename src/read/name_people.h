/* SPDX-License-Identifier: MIT */
/* A list of names as it stands in a byline, for name*.c. */
#pragma once

#include "read/name_lead.h"

typedef struct {
    NameLead lead;          /* what stood before the list */
    GPtrArray *names;       /* of strings */
    char *role;             /* what they are; may be NULL */
    guint best;             /* the best name_person_score() among them */
} People;

/* Reads "Jane Doe and John Roe, Staff Writers" into people; FALSE if it is
 * no such list. */
gboolean people_read(People *people, const char *str, gsize len);

/* Whether str says what somebody is; the first such is kept as the role. */
gboolean people_role(People *people, const char *str, gsize len);
