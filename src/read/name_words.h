/* SPDX-License-Identifier: MIT */
/* What words mean in names and bylines, for name*.c. */
#pragma once

#include "read/wordtable.h"

enum {
    NAME_STOP = 1 << 0,         /* stands in no name */
    NAME_PARTICLE = 1 << 1,     /* de, van: small within a name */
    NAME_SUFFIX = 1 << 2,       /* Jr., PhD */
    NAME_HONORIFIC = 1 << 3,    /* Dr. */
    NAME_ROLE = 1 << 4,         /* reporter */
    NAME_GROUP = 1 << 5,        /* staff, press: a group may sign */
    NAME_KNOWN = 1 << 6,        /* a well-known given or family name */
    NAME_BY = 1 << 7,           /* by: names follow */
    NAME_LABEL = 1 << 8,        /* author: names follow a colon */
    NAME_DEED = 1 << 9,         /* written: "by" follows, or a colon */
    NAME_HELPER = 1 << 10,      /* photos, edited: not who wrote it */
    NAME_AND = 1 << 11,
    NAME_PLACE = 1 << 12,       /* in, for: the name is over */
    NAME_PHRASE = 1 << 15,      /* begins a phrase of several words */
    NAME_HAN_FAMILY = 1 << 13,
    NAME_HANGUL_FAMILY = 1 << 14,
};

guint32 name_word(const char *str, gsize len);
