/* SPDX-License-Identifier: MIT */
/* Articles by their titles, as other articles name them. */
#pragma once

#include <glib.h>

typedef struct Titles Titles;

#define TITLES_NONE G_MAXUINT

Titles *titles_new(void);
void titles_free(Titles *titles);

/* Which article has this title; TITLES_NONE: none or several. */
guint titles_exact(const Titles *titles, const char *title);

/* A title of an article; one may have several. */
void titles_add(Titles *titles, const char *title, guint article);

/* When all are added; then it may be read by several threads. */
void titles_ready(Titles *titles);

/* The article that a line means; TITLES_NONE if it is none or not sure.
 * *steps grows by the titles that were compared; may be NULL. */
guint titles_find(const Titles *titles, const char *line, guint64 *steps);
