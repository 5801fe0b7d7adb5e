/* SPDX-License-Identifier: MIT */
/* Scripts that are written without blanks between words: where lines may
 * break in them, and what else is peculiar to scripts. */
#include "type/shape_inner.h"

#include "base/module.h"
#include "breaks/breaks.h"

/* Letters of which stand too closely for white to be put between them. */
gboolean
shape_is_joined(hb_script_t script)
{
    static const hb_script_t joined[] = {
        HB_SCRIPT_ARABIC, HB_SCRIPT_SYRIAC, HB_SCRIPT_MONGOLIAN,
        HB_SCRIPT_NKO, HB_SCRIPT_MANDAIC, HB_SCRIPT_PHAGS_PA,
        HB_SCRIPT_ADLAM, HB_SCRIPT_HANIFI_ROHINGYA, HB_SCRIPT_SOGDIAN,
        HB_SCRIPT_DEVANAGARI, HB_SCRIPT_BENGALI, HB_SCRIPT_GURMUKHI,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(joined); i++)
        if (joined[i] == script)
            return TRUE;
    return FALSE;
}

gboolean
shape_has_clusters(hb_script_t script)
{
    static const hb_script_t scripts[] = {
        HB_SCRIPT_THAI, HB_SCRIPT_LAO, HB_SCRIPT_KHMER, HB_SCRIPT_MYANMAR,
        HB_SCRIPT_TIBETAN, HB_SCRIPT_JAVANESE, HB_SCRIPT_BALINESE,
        HB_SCRIPT_TAI_LE, HB_SCRIPT_NEW_TAI_LUE, HB_SCRIPT_TAI_THAM,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (scripts[i] == script)
            return TRUE;
    return FALSE;
}

/* Pango knows the words of Thai only. */
static const char *
language_of(hb_script_t script)
{
    switch ((int) script) {
    case HB_SCRIPT_KHMER: return "km";
    case HB_SCRIPT_LAO: return "lo";
    case HB_SCRIPT_MYANMAR: return "my";
    default: return NULL;
    }
}

typedef struct {
    Shaper *shaper;
    guint32 start;              /* byte */
    guint32 character;
} Found;

static void
found(gsize at, gpointer user)
{
    Found *to = user;
    Shaper *shaper = to->shaper;

    while (to->character < shaper->n_chars
           && shaper->byte[to->character] - to->start < at)
        to->character++;
    if (to->character < shaper->n_chars
        && !(shaper->cuts[to->character] & CUT_INSIDE))
        shaper->cuts[to->character] |= CUT_LINE;
}

/* Whether characters before and at i, clusters of their own to Pango, are
 * one to the eye: stacked letters, vowels written before or after theirs,
 * silent letters. */
static gboolean
is_bound(const Shaper *shaper, guint32 i)
{
    gunichar before = shaper->chars[i - 1], c = shaper->chars[i];

    return !shaper->safe[i] || before == 0x17d2 || before == 0x1039
           || (before >= 0x0ec0 && before <= 0x0ec4)
           || (c >= 0x0eb0 && c <= 0x0ebd)
           || shaper->chars[i + 1] == 0x103a;
}

static void
break_run(Shaper *shaper, const BreaksModule *module, guint32 first,
          guint32 end, const char *language)
{
    guint32 start = shaper->byte[first];
    Found to = { .shaper = shaper, .start = start, .character = first };

    if (module) {
        module->line_breaks(shaper->text->str + start,
                            shaper->byte[end] - start, language, found, &to);
        return;
    }
    for (guint32 i = first + 1; i < end; i++)
        if (!(shaper->cuts[i] & CUT_INSIDE)
            && !(shaper->what[i] & SIGN_BLANK)
            && (shaper->what[i] & SIGN_LETTER) && !is_bound(shaper, i))
            shaper->cuts[i] |= CUT_LINE | CUT_LATE;
}

/* Runs of such a script, over items of several looks. */
void
shape_clusters(Shaper *shaper)
{
    const ShapedItem *items = (const ShapedItem *) shaper->items->data;
    guint n = shaper->items->len;
    const BreaksModule *module = NULL;
    gboolean asked = FALSE;

    for (guint i = 0, j; i < n; i = j) {
        const char *language = language_of(items[i].script);

        for (j = i + 1; j < n && items[j].script == items[i].script; j++)
            ;
        if (!language)
            continue;
        if (!asked)
            module = module_table("breaks", NULL);
        asked = TRUE;
        break_run(shaper, module, items[i].first_char,
                  items[j - 1].first_char + items[j - 1].n_chars, language);
    }
}
