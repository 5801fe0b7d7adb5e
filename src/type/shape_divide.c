/* SPDX-License-Identifier: MIT */
/* Where words may be divided: by the patterns of their language, at soft
 * hyphens, and in addresses and code wherever it must be. */
#include "type/shape_inner.h"

#include <string.h>

#define SHORTEST_WORD 5
#define SHORTEST_PART 8         /* of a compound, for one more division */
#define FROM_HYPHEN 4           /* letters between its hyphen and that */

/* Letters first to end, all of a word. */
typedef struct {
    guint32 first, end;
    const ShapedItem *item;     /* of the first */
} Run;

static gboolean
is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static guint
what_at(const Shaper *shaper, gint64 i)
{
    return i >= 0 && i < shaper->n_chars ? shaper->what[i] : 0;
}

/* A part of an address or of something with numbers. */
static gboolean
is_strange(const Shaper *shaper, const Run *run)
{
    gint64 before = (gint64) run->first - 1, after = run->end;
    guint around = what_at(shaper, before) | what_at(shaper, after);

    if (around & (SIGN_DIGIT | SIGN_MARK | SIGN_NO_WORD))
        return TRUE;
    return (shaper->chars[after] == '.'
            && (what_at(shaper, after + 1) & SIGN_LETTER))
           || (before > 0 && shaper->chars[before] == '.'
               && (what_at(shaper, before - 1) & SIGN_LETTER));
}

static gboolean
is_divided_script(hb_script_t script)
{
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_CYRILLIC
           || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_ARMENIAN
           || script == HB_SCRIPT_GEORGIAN;
}

static guint64
division(Shaper *shaper, guint number, const char *str, guint32 len)
{
    const ShapeLanguage *language = shaper->languages->pdata[number];
    guint32 key = KEY(number, KEY_DIVISION);
    guint64 *known;

    if (!language->hyph)
        return 0;
    known = shape_cache_find(shaper->cache, key, str, len);
    if (!known) {
        guint64 places = hyph_word(language->hyph, str, len);

        known = shape_cache_add(shaper->cache, key, str, len, sizeof *known);
        *known = places;
    }
    return *known;
}

/* Parts of compounds only if long, and then not near the hyphen. */
static void
divide(Shaper *shaper, const Run *run)
{
    const TypeText *text = shaper->text;
    const Look *look = &text->looks[run->item->look].look;
    guint32 n = run->end - run->first, start = shaper->byte[run->first];
    guint cut = shaper->what[run->first] & SIGN_UPPER
                ? CUT_DIVIDE | CUT_NAME : CUT_DIVIDE;
    gboolean after = run->first > 1
                     && is_hyphen(shaper->chars[run->first - 1]);
    gboolean before = is_hyphen(shaper->chars[run->end]);
    guint64 places;

    if (((after || before) && n < SHORTEST_PART) || is_strange(shaper, run))
        return;
    places = division(shaper, shape_look_language(shaper, text, look),
                      text->str + start, shaper->byte[run->end] - start);
    for (guint i = 0; places >> i; i++)
        if ((places >> i & 1) && i + 1 < n
            && !(after && i + 1 < FROM_HYPHEN)
            && !(before && n - i - 1 < FROM_HYPHEN)
            && !(shaper->cuts[run->first + i + 1] & CUT_INSIDE))
            shaper->cuts[run->first + i + 1] |= cut;
}

static gboolean
may_divide(const Shaper *shaper, const ShapedItem *item)
{
    guint flags = shaper->text->looks[item->look].look.flags;

    return !(flags & (LOOK_NO_HYPHENS | LOOK_BREAK_ANYWHERE))
           && !shaper->text->blanks;
}

/* Code and addresses: after their signs rather than between letters; before
 * a hyphen, as one at a line's end might not belong to them. */
static void
loosen(Shaper *shaper, const ShapedItem *item)
{
    guint32 end = item->first_char + item->n_chars;

    for (guint32 i = MAX(item->first_char, 1); i < end; i++) {
        gunichar c = shaper->chars[i - 1];
        guint around = shaper->what[i - 1] | shaper->what[i];

        if ((around & SIGN_BLANK) || (shaper->cuts[i] & CUT_INSIDE)
            || (shaper->what[i] & (SIGN_MARK | SIGN_HIDDEN)))
            continue;
        shaper->cuts[i] |= CUT_LINE;
        if (is_hyphen(c) && !is_hyphen(shaper->chars[i]))
            shaper->cuts[i] &= ~CUT_LINE;
        else if (shaper->chars[i] == c || (c == ':' && shaper->chars[i] == '/')
                 || !((c < 0x80 && strchr("/.?&=_#:;,%+~@", c))
                      || is_hyphen(shaper->chars[i])))
            shaper->cuts[i] |= CUT_LATE;
    }
}

/* A soft hyphen is no other place to break. */
static void
soften(Shaper *shaper, const ShapedItem *item, guint32 soft)
{
    guint32 next = soft + 1;

    if (next >= shaper->n_chars || (shaper->what[next] & SIGN_BLANK))
        return;
    shaper->cuts[next] &= ~CUT_LINE;
    if (may_divide(shaper, item) && soft > 0
        && !(shaper->what[soft - 1] & SIGN_BLANK))
        shaper->cuts[next] |= CUT_DIVIDE;
}

/* The call of a note begins no line. */
static void
hold(Shaper *shaper, const ShapedItem *item)
{
    guint32 first = item->first_char;

    if (first > 0 && !(shaper->what[first - 1] & SIGN_BLANK))
        shaper->cuts[first] &= ~CUT_LINE;
}

/* The letters from i on, and soft hyphens between them. */
static guint32
read_word(Shaper *shaper, const ShapedItem *item, guint32 i)
{
    Run run = { .first = i, .item = item };
    gboolean soft = FALSE;

    for (run.end = i; shaper->what[run.end] & (SIGN_LETTER | SIGN_SOFT);
         run.end++)
        soft |= (shaper->what[run.end] & SIGN_SOFT) != 0;
    if (!soft && run.end - i >= SHORTEST_WORD
        && run.end - i <= HYPH_WORD_MOST
        && is_divided_script(item->script) && may_divide(shaper, item))
        divide(shaper, &run);
    return run.end;
}

void
shape_divide(Shaper *shaper)
{
    const ShapedItem *items = (const ShapedItem *) shaper->items->data;
    guint32 word = 0;           /* the end of what was read */

    for (guint k = 0; k < shaper->items->len; k++) {
        const ShapedItem *item = &items[k];
        guint32 end = item->first_char + item->n_chars;
        guint flags = shaper->text->looks[item->look].look.flags;

        if (flags & LOOK_BREAK_ANYWHERE)
            loosen(shaper, item);
        if (flags & LOOK_SUPERIOR)
            hold(shaper, item);
        for (guint32 i = item->first_char; i < end; i++) {
            if (shaper->what[i] & SIGN_SOFT)
                soften(shaper, item, i);
            else if (i >= word && (shaper->what[i] & SIGN_LETTER))
                word = read_word(shaper, item, i);
        }
    }
}
