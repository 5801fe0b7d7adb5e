/* SPDX-License-Identifier: MIT */
/*
 * Header blocks at the head of a text ("Name: value" lines as of mail and
 * Usenet), and what such names mean wherever they stand: also the labels
 * of press archives (Byline:, Load-Date:) and those of other languages.
 */
#pragma once

#include <glib.h>

typedef enum {
    HEADER_UNKNOWN,         /* not a name that we know */
    HEADER_TITLE,           /* Subject, Title, Betreff */
    HEADER_SUBTITLE,        /* Highlight */
    HEADER_AUTHOR,          /* From, Author, Byline */
    HEADER_DATE,
    HEADER_PUBLISHER,       /* Source, Newsgroups */
    HEADER_SECTION,
    HEADER_SUMMARY,
    HEADER_CAPTION,         /* Graphic: describes a picture */
    HEADER_TAGS,
    HEADER_URL,
    HEADER_LANGUAGE,
    HEADER_COPYRIGHT,
    HEADER_LENGTH,
    HEADER_LOAD_DATE,       /* when an archive took it in */
    HEADER_DATELINE,        /* the place it was written at */
    HEADER_BODY,            /* the article itself follows */
    HEADER_TRANSPORT,       /* how a message came: Path, Received */
    HEADER_OTHER,           /* known, and of no use: Version */
} HeaderMeaning;

/* name (len bytes) without its colon; blanks, dots and hyphens in it count
 * for nothing, nor does case. */
HeaderMeaning header_meaning(const char *name, gsize len);

typedef struct {
    char *name;             /* as written */
    char *value;            /* unfolded, encoded words decoded */
    HeaderMeaning meaning;
    guint line, n_lines;    /* the first counts from 1, from the text's
                             * start */
} HeaderField;

typedef struct {
    GPtrArray *fields;      /* of HeaderField, in order */
    gsize body;             /* byte where what follows the block begins */
    guint n_lines;          /* lines before that */
} HeaderBlock;

/* The block at the head of a text (valid UTF-8, lines end with '\n'), NULL
 * if what stands there is not convincingly one: at least two names of
 * mail, or one and only names that look like it.  Blank lines and an mbox
 * "From " line may precede it. */
HeaderBlock *header_parse(const char *text, gsize len);
void header_free(HeaderBlock *block);

/* The fields in order; a block may be NULL and then has none. */
guint header_n_fields(const HeaderBlock *block);
const HeaderField *header_nth(const HeaderBlock *block, guint i);

/* The first value of that name (in any case) or of that meaning; NULL if
 * there is none. */
const char *header_field(const HeaderBlock *block, const char *name);
const char *header_value(const HeaderBlock *block, HeaderMeaning meaning);

/* The text that an encoded body stands for: quoted-printable or base64
 * undone, of several parts the first plain text.  Its charset is heeded
 * where the bytes are still those of the sender.  NULL if the body already
 * is its text.  Free with g_free(). */
char *header_decode_body(const HeaderBlock *block, const char *body,
                         gsize len, gsize *out_len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(HeaderBlock, header_free)
