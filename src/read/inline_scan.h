/* SPDX-License-Identifier: MIT */
/* What the parts of the inline reader share: a paragraph is cut into
 * tokens, left to right, and what no token covers is text. */
#pragma once

#include "read/inline.h"

typedef enum {
    INLINE_LITERAL,         /* a mark's sign that has no partner */
    INLINE_TEXT,            /* stands for the character c; 0: nothing */
    INLINE_OPEN,
    INLINE_CLOSE,
    INLINE_SPAN,            /* a mark whose text is bytes [from, to) */
} InlineKind;

typedef struct {
    InlineKind kind;
    guint32 start, end;     /* bytes of the source it takes */
    guint32 from, to;       /* SPAN */
    A2bMark mark;
    guint key;              /* what OPEN and CLOSE match by; 0: none */
    gboolean tag;           /* an HTML tag, which never shows */
    gunichar c;
    const char *target;
} InlineToken;

#define INLINE_SLOTS 4      /* * ** _ __ */

typedef struct {
    const char *str;
    gsize len;
    const InlineContext *context;   /* NULL: tags and entities only */
    GArray *tokens;                 /* of InlineToken; NULL: none yet */
    gsize at;                       /* first byte not yet looked at */
    gsize at_sign;                  /* no '@' from byte at on before it */
    gsize email;                    /* nor an address before this byte */
    gboolean in_tex_quotes;
    guint n_keys;                   /* given out so far */
    guint open[INLINE_SLOTS];       /* token + 1 of a sign yet open */
} InlineScan;

/* Cuts scan->str into tokens; whoever asked frees them. */
void inline_scan_run(InlineScan *scan);

static inline guint
inline_scan_n_tokens(const InlineScan *scan)
{
    return scan->tokens != NULL ? scan->tokens->len : 0;
}

static inline InlineToken *
inline_scan_token(const InlineScan *scan, guint i)
{
    return &g_array_index(scan->tokens, InlineToken, i);
}

/* Adds a token for bytes [at, end) and moves on to end; the token holds
 * until the next one is added. */
InlineToken *inline_scan_add(InlineScan *scan, InlineKind kind, gsize end);

/* The character before byte at, 0 at the start; that at byte at, 0 at the
 * end. */
gunichar inline_scan_before(const InlineScan *scan, gsize at);
gunichar inline_scan_after(const InlineScan *scan, gsize at);

/* The recognisers, each for the signs that it is about.  They look at byte
 * scan->at; TRUE: tokens were added; FALSE: it is text. */
gboolean inline_emph_scan(InlineScan *scan);    /* * _ */
gboolean inline_slash_scan(InlineScan *scan);   /* / */
gboolean inline_code_scan(InlineScan *scan);    /* ` ' */
gboolean inline_tag_scan(InlineScan *scan);     /* < */
gboolean inline_angle_scan(InlineScan *scan);   /* < */
gboolean inline_note_scan(InlineScan *scan);    /* [ * and superscripts */
gboolean inline_scheme_scan(InlineScan *scan);  /* : */
gboolean inline_www_scan(InlineScan *scan);     /* w */
gboolean inline_entity_scan(InlineScan *scan);  /* & */

/* Makes text of the tags that turned out to be none: "<S>ave". */
void inline_tag_settle(InlineScan *scan);

#define INLINE_EMAIL_LOCAL 64   /* bytes before the @, RFC 5321 */

/* Bytes of the scheme of a link that ends the len bytes of str, or 0. */
gsize inline_scheme_before(const char *str, gsize len);

/* A URL as it may be linked to; NULL if it cannot.  Free with g_free(). */
char *inline_uri_dup(const char *written);
