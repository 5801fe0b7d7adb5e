/* SPDX-License-Identifier: MIT */
/* Evidence from the units around a unit: labels before it, lines that come
 * often, headings of one kind, buttons, signatures, notes. */
#include "read/txt_place.h"

#include <string.h>

#include "read/header.h"
#include "read/txt_see.h"

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

static gboolean
may_come_often(const TxtUnit *unit)
{
    return unit->len <= 80 && unit->shape == SHAPE_PROSE;
}

/* A line that stands three times is a button or a page's head. */
static void
see_often(const Place *place)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const guint n_units = place->units->len;
    guint n, most = 0;

    for (guint i = 0; i < n_units; i++) {
        const TxtUnit *unit = txt_unit(place->units, i);

        if (!may_come_often(unit))
            continue;
        n = 1 + GPOINTER_TO_UINT(g_hash_table_lookup(seen, unit->text));
        g_hash_table_insert(seen, (gpointer) unit->text, GUINT_TO_POINTER(n));
        most = MAX(most, n);
    }
    for (guint i = 0; most >= 3 && i < n_units; i++) {
        const TxtUnit *unit = txt_unit(place->units, i);

        n = GPOINTER_TO_UINT(g_hash_table_lookup(seen, unit->text));
        if (n >= 3 && may_come_often(unit))
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

static gboolean
is_credit_alone(const TxtUnit *unit)
{
    TxtCredit credit;

    return unit->len < 120 && txt_credit(unit->text, unit->len, &credit) &&
           credit.caption_len == 0;
}

/* A line right above or below a credit is its caption. */
static void
see_by_credit(const Place *place)
{
    guint n = place->units->len;

    for (guint i = 0; i < n; i++) {
        const TxtUnit *unit = txt_unit(place->units, i);

        if (!has(place, i, EV_CREDIT) || !is_credit_alone(unit))
            continue;
        if (i > 0 && unit->gap == 0 && has(place, i - 1, EV_SHORT))
            txt_evidence(place->evidence, i - 1)->of[EV_BY_CREDIT] = 100;
        else if (i + 1 < n && unit[1].gap == 0 && has(place, i + 1, EV_SHORT))
            txt_evidence(place->evidence, i + 1)->of[EV_BY_CREDIT] = 100;
    }
}

void
place_neighbours(const Place *place)
{
    see_after_labels(place);
    see_often(place);
    see_siblings(place);
    see_many_lines(place);
    see_list_footer(place);
    see_signature(place);
    see_notes(place);
    see_by_credit(place);
    see_near_junk(place);
    see_lead_ins(place);
}
