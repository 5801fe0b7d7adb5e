/* SPDX-License-Identifier: MIT */
/* Who finds inputs, for inputs*.c and bookfile.c. */
#pragma once

#include <sys/stat.h>

#include "inputs.h"

/* What is said of an input by who names it; all may be NULL, the strings
 * and the meta belong to the inputs (see inputs_keep). */
typedef struct {
    const char *folder, *section;
    const A2bMeta *given;
} InputPlace;

/* Adds what path names: a file, a folder's files, a book file's.  Says what
 * is passed over; a status after a message if there is too much. */
int inputs_add(Inputs *inputs, const char *path, const InputPlace *place);

/* What stands at a path: mode 0 if nothing does.  Each is asked for once
 * and handed on. */
typedef struct stat InputState;
InputState inputs_look(const char *path);

/* Adds one file, once. */
int inputs_add_file(Inputs *inputs, const char *path,
                    const InputState *state, const InputPlace *place);

/* Adds the files in a folder and in the folders in it. */
int inputs_add_folder(Inputs *inputs, const char *path,
                      const InputState *state, const InputPlace *place);

/* A folder that cannot be read; goes on without it. */
void inputs_leave_out_folder(Inputs *inputs);

/* Adds what a book file names.  Sets what the options leave open. */
int inputs_add_book(Inputs *inputs, const char *path);

/* Adds what each line of a file names. */
int inputs_add_list(Inputs *inputs, const char *path);

/* Marks a file or folder as met; FALSE, and the name it was met by, if it
 * was before.  A path that names nothing is never met. */
gboolean inputs_meet(Inputs *inputs, const char *path,
                     const InputState *state, const char **before);

/* Owned by the inputs from now on. */
gpointer inputs_keep(Inputs *inputs, gpointer what, GDestroyNotify ends);

Options *inputs_options(Inputs *inputs);

/* Which of two names comes first: numbers in them by their value. */
int inputs_compare(const char *a, const char *b);
