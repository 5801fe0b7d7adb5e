/* SPDX-License-Identifier: MIT */
/* Compares a line with the phrases that give lines away. */
#include "read/txt_phrase.h"

#include <string.h>

#include "base/utf8.h"

enum {
    FOLD_START = 400,       /* bytes of a unit's start that are looked at */
    FOLD_END = 80,          /* and of its end */
};

typedef enum { WHOLE, STARTS, ENDS, HAS } Where;

static const struct {
    Evidence evidence;
    Where where;
    guint8 strength;
    guint8 len;
    const char *text;
} phrases[] = {
#define PHRASE(EVIDENCE, where, strength, text) \
    { EV_##EVIDENCE, where, strength, sizeof text - 1, text },
#include "read/phrases.def"
#undef PHRASE
};

static gunichar
fold_char(gunichar c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x02bc:
        return '\'';
    case 0x201c: case 0x201d: case 0x201e:
        return '"';
    case 0x2013: case 0x2014: case 0x2011:
        return '-';
    default:
        return utf8_is_blank(c) || c == '\n' ? ' ' : g_unichar_tolower(c);
    }
}

char *
txt_fold(const char *str, gsize len, gsize max)
{
    GString *out = g_string_sized_new(MIN(len, max) + 4);
    const char *end = str + len;

    for (const char *p = str; p < end && out->len < max;
         p = g_utf8_next_char(p)) {
        gunichar c = fold_char(g_utf8_get_char(p));
        if (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' '))
            continue;
        g_string_append_unichar(out, c);
    }
    while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

/* Length without the punctuation that may end a button or a heading. */
static gsize
bare_length(const char *str, gsize len)
{
    while (len > 0 && strchr(".:!*-=<>[] ", str[len - 1]))
        len--;
    return len;
}

static gsize
bare_start(const char *str, gsize len)
{
    gsize i = 0;
    while (i < len && strchr("*-=<>[] ", str[i]))
        i++;
    return i;
}

typedef struct {
    const char *str, *tail; /* folded start and end of the text */
    gsize len, tail_len;
    gsize bare, bare_len;   /* the text without marks around it */
    gboolean whole;         /* str is all of the text */
} Folded;

static gboolean
matches(const Folded *f, Where where, const char *text, gsize len)
{
    switch (where) {
    case WHOLE:
        return f->whole &&
               ((f->bare_len == len &&
                 !memcmp(f->str + f->bare, text, len)) ||
                (f->len == len && !memcmp(f->str, text, len)));
    case STARTS:
        return f->len >= len && !memcmp(f->str, text, len);
    case ENDS:
        return f->tail_len >= len &&
               !memcmp(f->tail + f->tail_len - len, text, len);
    case HAS:
        return strstr(f->str, text) != NULL;
    }
    return FALSE;
}

void
txt_phrases(const TxtUnit *unit, TxtEvidence *evidence)
{
    g_autofree char *str = txt_fold(unit->text, unit->len, FOLD_START);
    g_autofree char *tail = NULL;
    const char *end = unit->text + unit->len, *from = end;
    Folded f = { .str = str, .len = strlen(str),
                 .whole = unit->len <= FOLD_START };

    for (gsize n = 0; n < FOLD_END && from > unit->text; n++)
        from = g_utf8_prev_char(from);
    f.tail = tail = txt_fold(from, end - from, 4 * FOLD_END);
    f.tail_len = bare_length(tail, strlen(tail));
    f.bare = bare_start(str, f.len);
    f.bare_len = bare_length(str, f.len);
    f.bare_len = f.bare_len > f.bare ? f.bare_len - f.bare : 0;
    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++) {
        guint8 *strength = &evidence->of[phrases[i].evidence];
        if (*strength < phrases[i].strength &&
            matches(&f, phrases[i].where, phrases[i].text, phrases[i].len))
            *strength = phrases[i].strength;
    }
}
