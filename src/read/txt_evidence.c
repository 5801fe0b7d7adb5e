/* SPDX-License-Identifier: MIT */
/* Adds to what each unit shows on its own what its place and its
 * neighbours say. */
#include "read/txt_evidence.h"

#include <string.h>

#include "read/header.h"
#include "read/txt_phrase.h"
#include "read/txt_see.h"

typedef struct {
    const GArray *units;
    GArray *evidence;
    guint first;            /* unit that is no junk */
    guint stop;             /* see find_stop */
    guint prose, last_prose;/* units; units->len if there is none */
    guint usual_gap;
    gboolean wrapped;
} Place;

const char *
txt_evidence_name(Evidence evidence)
{
    static const char *const names[] = {
#define EV(NAME, name) name,
#include "read/evidence.def"
#undef EV
    };
    return names[evidence];
}

static guint8
has(const Place *place, guint i, Evidence evidence)
{
    return i < place->units->len
        ? txt_evidence(place->evidence, i)->of[evidence] : 0;
}

/* Running text: what a title and a byline stand above. */
static gboolean
is_running(const Place *place, guint i, guint least)
{
    return has(place, i, EV_PROSE) >= least &&
           has(place, i, EV_JUNK) < 70 && has(place, i, EV_CREDIT) < 80 &&
           has(place, i, EV_NOTICE) < 80 && has(place, i, EV_FIELD) < 80 &&
           has(place, i, EV_BIO) < 60 && has(place, i, EV_EDNOTE) < 80 &&
           has(place, i, EV_CONTRIB) < 80 && has(place, i, EV_TABLE) == 0;
}

static gboolean
is_sentence(const Place *place, guint i)
{
    return has(place, i, EV_PROSE) >= 50 && has(place, i, EV_SENTENCE);
}

/* Where the article has ended and the way to other articles begins: at a
 * button after which no two paragraphs follow each other, but headlines
 * with a sentence each; units->len if there is no such place. */
static guint
find_stop(const Place *place)
{
    guint n = place->units->len, stop = n;
    guint pairs = 0, heads = 0, buttons = 0;

    for (guint i = n; i > 0 && !place->wrapped; i--) {
        guint k = i - 1;
        gboolean button = has(place, k, EV_JUNK) >= 80 ||
                          has(place, k, EV_AGO) >= 80;

        pairs += is_sentence(place, k) && is_sentence(place, k + 1);
        heads += has(place, k, EV_BARE_END) && has(place, k, EV_SHORT);
        buttons += button;
        if (pairs > 1)
            break;
        if (button && buttons >= 2 && n - k >= 8 && heads * 3 >= n - k)
            stop = k;
    }
    return stop;
}

static void
find_prose(Place *place, guint least)
{
    place->prose = place->units->len;
    place->last_prose = 0;
    for (guint i = 0; i < place->stop; i++) {
        if (!is_running(place, i, least))
            continue;
        place->prose = MIN(place->prose, i);
        place->last_prose = i;
    }
}

static guint
usual_gap(const GArray *units)
{
    guint count[4] = { 0 };

    for (guint i = 1; i < units->len; i++)
        count[MIN(txt_unit(units, i)->gap, 3)]++;
    return count[2] > count[1] ? 2 : 1;
}

static gboolean
same_list(const TxtUnit *a, const TxtUnit *b)
{
    return a->shape == SHAPE_ITEM && b->shape == SHAPE_ITEM &&
           txt_marker_same(&a->marker, &b->marker) &&
           (a->marker.kind == MARKER_BULLET ||
            b->marker.value == a->marker.value + 1);
}

/* Whether a neighbouring item counts with this one, next to it or with
 * paragraphs of its own between. */
static gboolean
in_list(const Place *place, guint i)
{
    const TxtUnit *unit = txt_unit(place->units, i);
    guint reach = has(place, i, EV_PROSE) >= 50 ? 5 : 1;
    guint from = i > reach ? i - reach : 0;
    guint to = MIN(i + reach + 1, place->units->len);

    for (guint k = from; k < to && unit->shape == SHAPE_ITEM; k++)
        if ((k < i && same_list(txt_unit(place->units, k), unit)) ||
            (k > i && same_list(unit, txt_unit(place->units, k))))
            return TRUE;
    return FALSE;
}

static void
place_unit(const Place *place, guint i)
{
    const TxtUnit *unit = txt_unit(place->units, i);
    TxtEvidence *e = txt_evidence(place->evidence, i);
    guint n = place->units->len;
    guint from_top = i > place->first ? i - place->first : 0;

    e->of[EV_FIRST] = i == place->first ? 100 : 0;
    e->of[EV_TOP] = from_top < 10 ? 100 - 10 * from_top : 0;
    e->of[EV_HEAD] = i < place->prose ? 100 : 0;
    e->of[EV_TAIL] = i > place->last_prose ? 100 : 0;
    e->of[EV_BETWEEN] = i > place->prose && i < place->last_prose ? 100 : 0;
    e->of[EV_LAST] = i + 1 == n ? 100 : i + 2 == n ? 60 : 0;
    e->of[EV_NEXT_PROSE] = has(place, i + 1, EV_PROSE);
    e->of[EV_NEXT_LOWER] = i + 1 < n && txt_unit(place->units, i + 1)->gap
        == 0 ? has(place, i + 1, EV_LOWER) : 0;
    e->of[EV_PREV_PROSE] = i > 0 ? has(place, i - 1, EV_PROSE) : 0;
    e->of[EV_WIDE_GAP] = unit->gap > place->usual_gap ? 100 : 0;
    e->of[EV_TIGHT] = i + 1 < n && txt_unit(place->units, i + 1)->gap == 0
        ? 100 : 0;
    if (has(place, i + 1, EV_DATE) || has(place, i + 1, EV_BYLINE) == 100)
        e->of[EV_ABOVE_DATE] = 100;
    e->of[EV_ITEM_RUN] = in_list(place, i) ? 100 : 0;
    if (e->of[EV_KEYVALUE] && ((i > 0 && has(place, i - 1, EV_KEYVALUE)) ||
                               has(place, i + 1, EV_KEYVALUE)))
        e->of[EV_KEYVALUE_RUN] = 100;
    if (e->of[EV_CAPS] && e->of[EV_BETWEEN] && e->of[EV_HEADLINE] == 100 &&
        e->of[EV_GAP] && !e->of[EV_TIGHT] && unit->width > 28 &&
        !place->wrapped)
        e->of[EV_CAPS_LINK] = 100;
}

static HeaderMeaning
meaning_of(const TxtUnit *unit)
{
    gsize label = unit->len, value;

    txt_label_value(unit->text, unit->len, &label, &value);
    return header_meaning(unit->text, label);
}

/* What a label that stands alone says of the units after it. */
static void
see_after_labels(const Place *place)
{
    for (guint i = 0; i + 1 < place->units->len; i++) {
        const TxtUnit *unit = txt_unit(place->units, i);
        TxtEvidence *next = txt_evidence(place->evidence, i + 1);

        if (has(place, i, EV_RELATED) >= 80 && unit->len < 60 &&
            !has(place, i, EV_BARE_END))
            next->of[EV_AFTER_RELATED] = 80;
        if (has(place, i, EV_FIELD_SELF) < 80)
            continue;
        if (meaning_of(unit) == HEADER_CAPTION)
            next->of[EV_AFTER_CAPTION] = 100;
        if (meaning_of(unit) == HEADER_URL)
            next->of[EV_AFTER_URL] = 100;
    }
}

/* A line that stands three times is a button or a page's head. */
static void
see_often(const Place *place)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < place->units->len; i++) {
            const TxtUnit *unit = txt_unit(place->units, i);
            guint n;

            if (unit->len > 80 || unit->shape != SHAPE_PROSE)
                continue;
            n = GPOINTER_TO_UINT(g_hash_table_lookup(seen, unit->text));
            if (pass == 0)
                g_hash_table_insert(seen, (gpointer) unit->text,
                                    GUINT_TO_POINTER(n + 1));
            else if (n >= 3)
                txt_evidence(place->evidence, i)->of[EV_OFTEN] = 100;
        }
}

/* Headings come in kinds: how many units look like this one. */
static guint
heading_kind(const Place *place, guint i)
{
    const TxtEvidence *e = txt_evidence(place->evidence, i);

    if (!e->of[EV_SHORT] || e->of[EV_PROSE] > 50 || e->of[EV_ITEM_RUN])
        return 0;
    return 1 + (e->of[EV_CAPS] ? 1 : 0) + (e->of[EV_COLON] ? 2 : 0) +
           (e->of[EV_UNDERLINED] ? 4 : 0) + (e->of[EV_NUMBERED] ? 8 : 0) +
           (e->of[EV_QUESTION] ? 16 : 0) + (e->of[EV_STARRED] ? 32 : 0);
}

static void
see_siblings(const Place *place)
{
    guint count[65] = { 0 };

    for (guint i = place->prose; i < place->last_prose; i++)
        if (has(place, i + 1, EV_PROSE) >= 50)
            count[heading_kind(place, i)]++;
    for (guint i = place->prose; i < place->last_prose; i++) {
        guint kind = heading_kind(place, i);
        if (kind > 1 && count[kind] >= 2)
            txt_evidence(place->evidence, i)->of[EV_SIBLING] =
                MIN(100, 25 * count[kind]);
    }
}

static void
see_many_lines(const Place *place)
{
    guint n = place->units->len;

    for (guint i = 0; i < n; i++) {
        guint k = i, run = 0;
        while (k < n && has(place, k, EV_PROSE) < 50 &&
               has(place, k, EV_SHORT) == 100)
            k++;
        run = k - i;
        for (guint j = i; run >= 5 && j < k; j++)
            txt_evidence(place->evidence, j)->of[EV_MANY_LINES] =
                MIN(100, 15 * run);
        i = MAX(i, k);
    }
}

static void
see_near_junk(const Place *place)
{
    guint n = place->units->len;

    for (guint i = 0; i < n; i++) {
        if (has(place, i, EV_JUNK) < 80)
            continue;
        for (guint k = i > 3 ? i - 3 : 0; k < MIN(n, i + 4); k++)
            if (!has(place, k, EV_PROSE))
                txt_evidence(place->evidence, k)->of[EV_NEAR_JUNK] = 100;
    }
}

static void
see_lead_ins(const Place *place)
{
    guint tight = 0, n = place->units->len;

    for (guint i = 1; i < n; i++)
        tight += txt_unit(place->units, i)->gap == 0;
    if (tight * 20 > n * 9)
        return;
    for (guint i = 1; i + 1 < n; i++)
        if (txt_unit(place->units, i)->gap > 0 &&
            txt_unit(place->units, i + 1)->gap == 0 &&
            has(place, i + 1, EV_PROSE) >= 50)
            txt_evidence(place->evidence, i)->of[EV_LEAD_IN] = 100;
}

/* The footer of a mailing list: its name and addresses at the very end. */
static void
see_list_footer(const Place *place)
{
    guint n = place->units->len, i = n;

    while (i > 0 && n - i < 6 && (has(place, i - 1, EV_EMAIL) ||
           has(place, i - 1, EV_URL) || has(place, i - 1, EV_LIST_FOOTER)))
        i--;
    if (i >= n || !has(place, i, EV_LIST_FOOTER))
        return;
    for (; i < n; i++)
        txt_evidence(place->evidence, i)->of[EV_AFTER_STOP] = 100;
}

/* What stands below the last "--" of a letter or posting. */
static void
see_signature(const Place *place)
{
    guint n = place->units->len, i = n;

    while (i > 0 && n - i < 16 &&
           strcmp(txt_unit(place->units, i - 1)->text, "--") != 0)
        i--;
    if (i == 0 || strcmp(txt_unit(place->units, i - 1)->text, "--") != 0)
        return;
    for (i--; i < n; i++)
        txt_evidence(place->evidence, i)->of[EV_AFTER_SIGN] = 100;
}

/* "[1] Text" is a note only if "[1]" stands in the text before it. */
static void
see_notes(const Place *place)
{
    g_autoptr(GHashTable) marks = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < place->units->len; i++) {
        const TxtUnit *unit = txt_unit(place->units, i);
        guint8 *noted = &txt_evidence(place->evidence, i)->of[EV_NOTE_MARK];
        const char *p = unit->text;

        if (*noted) {
            g_autofree char *mark = g_strndup(p, strchr(p, ']') - p);
            if (!g_hash_table_contains(marks, mark))
                *noted = 0;
        }
        while (unit->len > 1 && (p = strchr(p + 1, '[')) != NULL) {
            gsize n = strspn(p + 1, "0123456789*");
            if (n > 0 && n < 5 && p[n + 1] == ']')
                g_hash_table_add(marks, g_strndup(p, n + 1));
        }
    }
}

static guint
first_unit(const Place *place)
{
    guint i = 0;

    while (i + 1 < place->units->len &&
           (has(place, i, EV_JUNK) >= 80 || has(place, i, EV_RULE)))
        i++;
    return i;
}

GArray *
txt_evidence_new(const GArray *units, const TxtContext *context)
{
    Place place = { .units = units, .wrapped = context->layout->wrapped };

    place.evidence = g_array_sized_new(FALSE, TRUE, sizeof(TxtEvidence),
                                       units->len);
    g_array_set_size(place.evidence, units->len);
    for (guint i = 0; i < units->len; i++) {
        TxtEvidence *e = txt_evidence(place.evidence, i);
        txt_see(txt_unit(units, i), e);
        e->of[EV_TITLED] = context->titled ? 100 : 0;
        if (context->layout->wrapped)
            e->of[EV_WORDY] = e->of[EV_NO_LETTERS] = 0;
    }
    place.stop = find_stop(&place);
    for (guint least = 80; least >= 50; least -= 30) {
        find_prose(&place, least);
        if (place.prose < units->len)
            break;
    }
    if (place.prose >= units->len) {    /* nothing but short lines */
        place.prose = MIN(1, units->len);
        place.last_prose = units->len;
    }
    place.first = first_unit(&place);
    place.usual_gap = usual_gap(units);
    for (guint i = 0; i < units->len; i++)
        place_unit(&place, i);
    see_after_labels(&place);
    see_often(&place);
    see_siblings(&place);
    see_many_lines(&place);
    for (guint i = place.stop; i < units->len; i++)
        txt_evidence(place.evidence, i)->of[EV_AFTER_STOP] = 100;
    see_list_footer(&place);
    see_signature(&place);
    see_notes(&place);
    see_near_junk(&place);
    see_lead_ins(&place);
    return place.evidence;
}
