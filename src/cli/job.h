/* SPDX-License-Identifier: MIT */
/* From what was asked for to what is written. */
#pragma once

#include "inputs.h"

/* What an output holds. */
typedef enum {
    FORM_EPUB, FORM_KEPUB, FORM_PDF, FORM_JSON, FORM_TREE, FORM_TRACE,
    FORM_EVIDENCE
} Form;
#define N_FORMS (FORM_EVIDENCE + 1)

typedef struct {
    Form form;
    char *path;             /* "-": the standard output */
} Target;

/* Which outputs of the book as a whole are to be written and what they
 * hold, by the endings of their names and --to; an array of Target.  NULL
 * and *status after a message if that cannot be done. */
GArray *targets_new(const Options *options, const Inputs *inputs,
                    int *status);

/* The form of books that are written one by one; N_FORMS, and *status after
 * a message, if it cannot be made of one article. */
Form target_individual(const Options *options, int *status);

/* What a name of this form ends with. */
const char *form_ending(Form form);

/* Reads the inputs, makes every output and, when all are made, writes
 * them.  The exit status, after a message if it is not EX_OK. */
int job_run(const Options *options, const Inputs *inputs,
            const GArray *targets);

/* Makes and writes a book of each input, one after another; with quiet what
 * is found in them was said before. */
int individual_run(const Options *options, const Inputs *inputs, Form form,
                   gboolean quiet);
