/* SPDX-License-Identifier: MIT */
/* Puts text into an article: marks found, quotes and dashes set. */
#pragma once

#include "model/build.h"
#include "model/typography.h"
#include "read/txt.h"

typedef struct {
    const Txt *txt;
    Build *build;
    A2bMeta *meta;
    char *language;         /* of the article, NULL if unknown */
    QuoteState quotes;
    Draft draft;            /* of the text that is being written */
    GHashTable *notes;      /* mark ("1") -> id of its note block */
    guint8 *taken;          /* beside units: nothing is left to write */
} TxtWriter;

/* str as the text of the block that is open. */
void txt_write_text(TxtWriter *writer, const char *str, gsize len,
                    guint line);

/* A block of kind that holds str. */
A2bBlock *txt_write_block(TxtWriter *writer, A2bBlockKind kind, guint line,
                          const char *str, gsize len);

/* str as metadata: no marks, set like the text; owned by the article. */
const char *txt_write_plain(TxtWriter *writer, const char *str, gsize len);

/* Fills in the metadata from the header and the labels. */
void txt_write_head(TxtWriter *writer);

/* Writes the blocks. */
void txt_write_body(TxtWriter *writer);

/* Says that a unit was left out of the text, whole. */
void txt_say_unit(const TxtWriter *writer, guint diag, const TxtUnit *unit);
