/* SPDX-License-Identifier: MIT */
/* Decides where the running text begins and where the article has ended,
 * and notes how each unit stands to both. */
#include "read/txt_place.h"

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

static gboolean
is_headline(const Place *place, guint i)
{
    return has(place, i, EV_BARE_END) && has(place, i, EV_SHORT) &&
           has(place, i, EV_JUNK) < 50 && !has(place, i, EV_BROKEN_OFF);
}

/* Where the article has ended and the way to other articles begins: at a
 * button after which no two paragraphs follow each other, but headlines
 * with a sentence each; units->len if there is no such place. */
static guint
find_stop(const Place *place)
{
    guint n = place->units->len, stop = n;
    guint pairs = 0, heads = 0, buttons = 0, ends = 0;
    gboolean follows = FALSE;       /* a sentence comes next but buttons */

    for (guint i = n; i > 0 && !place->wrapped; i--) {
        guint k = i - 1;
        gboolean button = has(place, k, EV_JUNK) >= 80 ||
                          has(place, k, EV_AGO) >= 80;

        if (button) {
            buttons++;
            ends += has(place, k, EV_JUNK) < 100;
            follows &= has(place, k, EV_AGO) < 80;
        } else {
            pairs += follows && is_sentence(place, k);
            follows = is_sentence(place, k);
            heads += is_headline(place, k);
        }
        if (pairs > 1)
            break;
        if (button && buttons >= 2 && n - k >= 8 &&
            heads * 3 >= n - k - buttons && heads >= (ends >= 2 ? 2 : 4))
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
    e->of[EV_LAST] = i + 1 == n ? 100 : 0;
    e->of[EV_NEXT_PROSE] = has(place, i + 1, EV_PROSE);
    e->of[EV_NEXT_LOWER] = has(place, i + 1, EV_LOWER);
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

static guint
first_unit(const Place *place)
{
    guint i = 0;

    while (i + 1 < place->units->len &&
           (has(place, i, EV_JUNK) >= 80 || has(place, i, EV_RULE)))
        i++;
    return i;
}

void
place_units(Place *place)
{
    guint n = place->units->len;

    place->stop = find_stop(place);
    for (guint least = 80; least >= 50; least -= 30) {
        find_prose(place, least);
        if (place->prose < n)
            break;
    }
    if (place->prose >= n) {            /* nothing but short lines */
        place->prose = MIN(1, n);
        place->last_prose = n;
    }
    place->first = first_unit(place);
    place->usual_gap = usual_gap(place->units);
    for (guint i = 0; i < n; i++)
        place_unit(place, i);
    for (guint i = place->stop; i < n; i++)
        txt_evidence(place->evidence, i)->of[EV_AFTER_STOP] = 100;
}
