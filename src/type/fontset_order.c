/* SPDX-License-Identifier: MIT */
/* Decides which family a letter is taken from where several have it.
 *
 * A language that is written in a script of its own is set in the face of
 * that script as a whole, signs and figures with it; the text's own family
 * takes what is left.  In any other language it is the other way round. */
#include <string.h>

#include "type/fontset_parts.h"

typedef struct {
    const FontSet *set;
    GString *families;
    guint64 told;               /* rows; what is past the 64th may be there
                                 * twice */
} Order;

static void
order_add(Order *order, guint row)
{
    guint64 bit = row < 64 ? G_GUINT64_CONSTANT(1) << row : 0;

    if (order->told & bit)
        return;
    order->told |= bit;
    g_string_append(order->families, fontset_row(order->set, row)->name);
    g_string_append_c(order->families, ',');
}

static gboolean
order_writes(const char *language, const Face *face)
{
    int n;
    const PangoScript *scripts = pango_language_get_scripts(
        pango_language_from_string(language), &n);

    if (face->scripts[0] == G_UNICODE_SCRIPT_HAN)
        return fontset_forms(language);
    for (int i = 0; i < n; i++)
        for (gsize k = 0; k < G_N_ELEMENTS(face->scripts); k++)
            if (face->scripts[k]
                && (int) face->scripts[k] == (int) scripts[i])
                return TRUE;
    return FALSE;
}

/* Rows of the scripts that language is written in. */
static void
order_lead(Order *order, Family family, const char *language)
{
    for (guint i = 0; i < order->set->rows->len; i++) {
        const FontRow *row = fontset_row(order->set, i);
        if (row->script && !(row->spared >> family & 1)
            && fontset_speaks(row->script, language)
            && order_writes(language, row->script))
            order_add(order, i);
    }
}

static gboolean
order_is_own(const FontSet *set, guint row)
{
    for (int family = 0; family < N_FAMILIES; family++)
        if (set->own[family] == row)
            return TRUE;
    return FALSE;
}

/* A sign that the text's family lacks is not taken from the headings' or
 * the code's unless it is nowhere else. */
static char *
order_spell(const FontSet *set, Family family, const char *language)
{
    Order order = { .set = set, .families = g_string_new(NULL) };

    if (family == FAMILY_MONO)
        order_add(&order, set->own[family]);
    if (language)
        order_lead(&order, family, language);
    order_add(&order, set->own[family]);
    order_add(&order, set->own[FAMILY_TEXT]);
    for (guint i = 0; i < set->rows->len; i++)
        if (fontset_row(set, i)->script)
            order_add(&order, i);
    for (guint i = 0; i < set->rows->len; i++)
        if (!order_is_own(set, i))
            order_add(&order, i);
    for (guint i = 0; i < set->rows->len; i++)
        order_add(&order, i);
    return g_string_free(order.families, FALSE);
}

const char *
fontset_families(const FontSet *set, Family family, const char *language)
{
    FontSet *own = (FontSet *) set;     /* of which only the cache changes */
    char key[64];
    const char *families;

    g_snprintf(key, sizeof key, "%c%s", '0' + (int) family,
               language ? language : "");
    g_mutex_lock(&own->lock);
    families = g_hash_table_lookup(own->families, key);
    if (!families) {
        families = order_spell(set, family, language);
        g_hash_table_insert(own->families, g_strdup(key),
                            (gpointer) families);
    }
    g_mutex_unlock(&own->lock);
    return families;
}
