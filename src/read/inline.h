/* SPDX-License-Identifier: MIT */
/*
 * Marks within a paragraph of plain text: *bold*, _italic_, `code`, ``TeX''
 * quotes, the few HTML tags people leave in text, entities, URLs and e-mail
 * addresses.  Anything else is text.
 */
#pragma once

#include "base/arena.h"
#include "model/typography.h"

/* Finds whether "[1]" style references have a note to point to. */
typedef const char *(*InlineNote)(const char *mark, gsize len, gpointer user);

typedef struct {
    Arena *arena;           /* targets are copied here */
    guint line;             /* source line of the paragraph */
    InlineNote note;        /* id of the note block for "1" of "[1]", or
                             * NULL if there is none; may itself be NULL */
    gpointer user;
} InlineContext;

/* Appends str (one logical paragraph, valid UTF-8, '\n' or U+2028 allowed)
 * to draft with marks.  A note mark shows as it is written, "[1]", so that
 * it stays apart from the word before it; a raised digit shows as "1". */
void inline_parse(Draft *draft, const char *str, gssize len,
                  const InlineContext *context);

/* Whether a URL or e-mail address begins at str (which is preceded by
 * before, 0 at a line's start); its length in bytes, or 0.  Trailing
 * punctuation that belongs to the sentence is not counted. */
gsize inline_url_length(const char *str, gunichar before);
gsize inline_email_length(const char *str, gunichar before);

/* Removes known HTML tags and resolves entities of a string that becomes
 * metadata.  Free with g_free(). */
char *inline_plain(const char *str);
