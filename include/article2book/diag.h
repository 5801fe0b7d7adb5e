/* SPDX-License-Identifier: MIT */
#pragma once

#include "macros.h"

A2B_BEGIN_DECLS

/*
 * What went wrong, in two channels that never mix.
 *
 * A GError in domain A2B_ERROR means that the call failed and gave nothing.
 * A message to an A2bDiag means that the call went on: it says what in the
 * input was unusual and what was done about it.  The library never prints.
 *
 *     essay.txt:12:7: note: "ADVERTISEMENT" is boilerplate; left out
 */

#define A2B_ERROR (a2b_error_quark())
GQuark a2b_error_quark(void);

typedef enum {
    A2B_ERROR_INPUT,        /* the input is there but makes no article */
    A2B_ERROR_NO_INPUT,     /* the input is missing or cannot be opened */
    A2B_ERROR_OUTPUT,       /* the output cannot be created */
    A2B_ERROR_IO,           /* reading or writing failed half-way */
    A2B_ERROR_PERMISSION,   /* the system does not allow it */
    A2B_ERROR_LIMIT,        /* larger than we are willing to hold */
    A2B_ERROR_RESOURCE,     /* a style, font or config file is not usable */
    A2B_ERROR_UNAVAILABLE,  /* a part of the program is not installed */
} A2bError;

/* Whether a part that is opened when it is needed is installed: "guess"
 * (character sets and languages), "typeset" (covers, fonts), "pdf" or
 * "breaks" (lines of Khmer, Lao and Burmese).  Opens it. */
gboolean a2b_part_is_installed(const char *name);

typedef enum {
    A2B_LEVEL_NOTE,         /* worth knowing; nothing is wrong */
    A2B_LEVEL_WARNING,      /* something was mended or left out */
    A2B_LEVEL_ERROR,        /* a part of the input is not in the book */
} A2bLevel;

typedef struct {
    A2bLevel level;
    const char *id;         /* "boilerplate"; stable, in article2book(1) */
    const char *file;       /* NULL: not about one file */
    guint line, column;     /* from 1; 0: about the file as a whole */
    const char *message;    /* what is; what to do or what was done */
} A2bMessage;

/* Where messages go.  NULL is a diag that swallows everything. */
typedef struct A2bDiag A2bDiag;
typedef void (*A2bDiagFunc)(const A2bMessage *message, gpointer user);

/* With func NULL messages are only counted. */
A2bDiag *a2b_diag_new(A2bDiagFunc func, gpointer user);
void a2b_diag_free(A2bDiag *diag);

/* How many messages of at least this level came so far. */
guint a2b_diag_count(const A2bDiag *diag, A2bLevel at_least);

/* How far a long call is. */
typedef enum {
    A2B_STEP_EPUB,          /* articles written to an EPUB */
    A2B_STEP_PAGES,         /* pieces of the book that are on pages */
    A2B_STEP_PACK,          /* files that are in an EPUB of many articles */
} A2bStep;

typedef struct {
    A2bStep step;
    guint done, total;      /* of what the step counts */
    guint pages;            /* made so far; 0 if the step makes none */
} A2bProgress;

/* Called in the thread of the call that goes on, and often: it is for func
 * to look at the clock.  NULL: never. */
typedef void (*A2bProgressFunc)(const A2bProgress *progress, gpointer user);
void a2b_diag_set_progress(A2bDiag *diag, A2bProgressFunc func,
                           gpointer user);

/* One kind of message, as the manual lists it. */
typedef struct {
    const char *id;
    A2bLevel level;
    const char *what;       /* printf format of the message */
    const char *explanation;/* what it means, in whole sentences */
} A2bMessageKind;

/* All kinds, in the order of the manual; ends with an id of NULL. */
const A2bMessageKind *a2b_message_kinds(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bDiag, a2b_diag_free)

A2B_END_DECLS
