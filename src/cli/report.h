/* SPDX-License-Identifier: MIT */
/* What the user is told, and with which exit status the program ends. */
#pragma once

#include <article2book/diag.h>

/* Which messages are printed. */
typedef enum {
    REPORT_QUIET,           /* errors */
    REPORT_NORMAL,          /* and warnings, and what was left out */
    REPORT_VERBOSE,         /* and every note */
} ReportLevel;

void report_setup(ReportLevel level);

/* An A2bDiagFunc. */
void report_message(const A2bMessage *message, gpointer user);

/* Something the user may want to know that is about no input. */
void report_note(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Something that was mended or left out. */
void report_warning(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Says why nothing (more) is done, and gives the exit status back; those
 * are the ones of sysexits(3). */
int report_failure(int status, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

/* The same for an error of the library, whose code decides the status. */
int report_error(const GError *error);

/* Ends the standard output: what was printed has arrived, or the status is
 * EX_IOERR. */
int report_end_output(int status);
