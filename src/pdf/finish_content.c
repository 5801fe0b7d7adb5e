/* SPDX-License-Identifier: MIT */
/*
 * Reads a content stream (ISO 32000-1, 7.8.2) as far as is needed to know
 * its operators, and copies it in long pieces.
 */
#include "pdf/finish_content.h"

#include "pdf/finish_lex.h"

typedef struct {
    const char *at, *end;
    const char *operands;       /* of the operator that comes */
    const char *copied;         /* what is before is in out, or dropped */
    GByteArray *out, *marks;
    guint depth;                /* of marked content */
    const char *beside;         /* a text that stands beside what comes */
} Mender;

static void
mender_copy(Mender *m, const char *to)
{
    g_byte_array_append(m->out, (const guint8 *) m->copied, to - m->copied);
    m->copied = to;
}

/* The next operator, skipping its operands; its length, 0 at the end. */
static gsize
mender_operator(Mender *m)
{
    const char *start;

    while (m->at < m->end) {
        switch (lex_kind(*m->at)) {
        case LEX_BLANK:
        case LEX_OTHER:
            m->at++;
            break;
        case LEX_STRING:
            m->at = lex_string(m->at, m->end);
            break;
        case LEX_ANGLE:
            m->at = lex_angle(m->at, m->end);
            break;
        case LEX_NAME:
            m->at = lex_regular(m->at, m->end);
            break;
        case LEX_COMMENT:
            m->at = lex_past(m->at, m->end, '\n');
            break;
        case LEX_LETTER:
            for (start = m->at;
                 m->at < m->end && lex_kind(*m->at) == LEX_LETTER; m->at++)
                ;
            return m->at - start;
        }
    }
    return 0;
}

static gboolean
starts_with(const char *at, const char *end, const char *prefix)
{
    const gsize len = strlen(prefix);

    return (gsize) (end - at) >= len && memcmp(at, prefix, len) == 0;
}

/* The number after "/MCID " in the operands; FALSE if there is none. */
static gboolean
piece_number(const char *from, const char *to, guint *number)
{
    static const char key[] = "/MCID ";
    const char *found = memmem(from, to - from, key, sizeof key - 1);

    if (found == NULL)
        return FALSE;
    *number = 0;
    for (found += sizeof key - 1; found < to && g_ascii_isdigit(*found);
         found++)
        *number = *number * 10 + (*found - '0');
    return TRUE;
}

/* Cairo numbers its pieces in the order in which it writes them. */
static gboolean
mender_note(Mender *m, guint number, ContentMark what)
{
    const guint8 mark = what;

    if (number != m->marks->len)
        return FALSE;
    g_byte_array_append(m->marks, &mark, 1);
    return TRUE;
}

static gboolean
mender_begin(Mender *m, const char *operator)
{
    static const char artifact[] = "/Artifact BMC";
    const char *from = m->operands;
    guint number;

    m->beside = NULL;
    while (from < operator && (guchar) *from <= ' ')
        from++;
    m->depth++;
    if (!piece_number(from, operator, &number)) {
        if (memmem(from, operator - from, "/ActualText", 11) != NULL)
            m->beside = from;
        return TRUE;
    }
    if (!starts_with(from, operator, "/NonStruct "))
        return mender_note(m, number, MARK_CONTENT);
    mender_copy(m, from);
    g_byte_array_append(m->out, (const guint8 *) artifact,
                        sizeof artifact - 1);
    m->copied = m->at;
    return mender_note(m, number, MARK_FURNITURE);
}

static gboolean
mender_end(Mender *m)
{
    if (m->beside != NULL && m->beside >= m->copied) {
        mender_copy(m, m->beside);
        m->copied = m->at;
    }
    m->beside = NULL;
    return m->depth-- > 0;
}

static gboolean
operator_paints(const char *operator, gsize len)
{
    static const char *const painters[] = {
        "Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b",
        "b*", "sh", "Do",
    };

    if (len > 2)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(painters); i++)
        if (memcmp(operator, painters[i], len) == 0 &&
            painters[i][len] == '\0')
            return TRUE;
    return FALSE;
}

/* What comes inside << >> looks like operators: "true", "null".  They do no
 * harm. */
static gboolean
mender_step(Mender *m, gsize len)
{
    const char *operator = m->at - len;

    if (len == 3 && memcmp(operator, "BDC", 3) == 0)
        return mender_begin(m, operator);
    if (len == 3 && memcmp(operator, "EMC", 3) == 0)
        return mender_end(m);
    m->beside = NULL;
    if (len == 3 && memcmp(operator, "BMC", 3) == 0)
        m->depth++;
    if (len == 2 && memcmp(operator, "BI", 2) == 0)
        return FALSE;           /* bytes of a picture would follow */
    return m->depth > 0 || !operator_paints(operator, len);
}

gboolean
content_mend(const char *content, gsize len, GByteArray *out,
             GByteArray *marks)
{
    Mender m = { .at = content, .end = content + len, .operands = content,
                 .copied = content, .out = out, .marks = marks };

    for (gsize op; (op = mender_operator(&m)) > 0; m.operands = m.at)
        if (!mender_step(&m, op))
            return FALSE;
    mender_copy(&m, m.end);
    return m.depth == 0;
}
