/* SPDX-License-Identifier: MIT */
/* From what was asked for to what is written. */
#pragma once

#include "options.h"

/* What an output holds. */
typedef enum {
    FORM_EPUB, FORM_PDF, FORM_JSON, FORM_TREE, FORM_TRACE, FORM_EVIDENCE
} Form;
#define N_FORMS (FORM_EVIDENCE + 1)

typedef struct {
    Form form;
    char *path;             /* "-": the standard output */
} Target;

/* Which outputs are to be written and what they hold, by the endings of
 * their names and --to; an array of Target.  NULL and *status after a
 * message if that cannot be done. */
GArray *targets_new(const Options *options, int *status);

/* Reads the inputs, makes every output and, when all are made, writes
 * them.  The exit status, after a message if it is not EX_OK. */
int job_run(const Options *options, const GArray *targets);
