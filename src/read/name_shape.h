/* SPDX-License-Identifier: MIT */
/* The words of a possible name, for name*.c. */
#pragma once

#include "read/name_words.h"

typedef enum {
    SHAPE_OTHER,            /* in no name */
    SHAPE_CAPITAL,          /* Jane, O'Brien, Jean-Luc, McKay */
    SHAPE_UPPER,            /* JANE */
    SHAPE_INITIAL,          /* J., J.R., J */
    SHAPE_SMALL,            /* a small word: de, van */
} NameShape;

typedef struct {
    const char *str;
    gsize len;
    NameShape shape;
    guint32 bits;           /* of name_words.h, without a last dot */
} NamePart;

#define NAME_PARTS 10

NameShape name_shape(const char *str, gsize len);

/* Cuts str at blanks into parts; how many, or 0 if there are more than
 * NAME_PARTS.  name_split() leaves it to name_classify() to say what each
 * of them is. */
guint name_split(const char *str, gsize len, NamePart *parts);
void name_classify(NamePart *part);
guint name_parts(const char *str, gsize len, NamePart *parts);

/* Narrows str to what stands between the blanks at its ends. */
void name_trim(const char **str, gsize *len);

gboolean name_is_han(gunichar c);
gboolean name_is_hangul(gunichar c);
