/* SPDX-License-Identifier: MIT */
/* Which files are read, in which order, and what is known of each. */
#pragma once

#include "options.h"

typedef struct {
    char *path;             /* "-": the standard input */
    char *folder;           /* it was found in; NULL: in none */
    const char *section;    /* of a book file; NULL: none */
    const A2bMeta *given;   /* by a book file; NULL: nothing */
    goffset size;           /* bytes; -1: not known */
} Input;

typedef struct Inputs Inputs;

/* Finds the files that options name: files, folders, lists and book files,
 * whose [Book] sets what options leave open.  NULL and *status after a
 * message if that cannot be done. */
Inputs *inputs_new(Options *options, int *status);
void inputs_free(Inputs *inputs);

guint inputs_count(const Inputs *inputs);
const Input *inputs_at(const Inputs *inputs, guint i);

/* How many folders could not be read; a message named each. */
guint inputs_lost_folders(const Inputs *inputs);

/* Whether they were named as a book, whose title is that of no article. */
gboolean inputs_are_book(const Inputs *inputs);

/* Whether the standard input is read. */
gboolean inputs_take_stdin(const Inputs *inputs);

/* Whether path is a file that is read; lists and book files are, too. */
gboolean inputs_hold(const Inputs *inputs, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Inputs, inputs_free)
