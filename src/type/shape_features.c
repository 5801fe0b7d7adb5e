/* SPDX-License-Identifier: MIT */
/* Which OpenType features a look asks of a face.  The sets are static, so
 * that items may outlive the shaper that made them. */
#include "type/shape_inner.h"

/* By the bits of ShapeFeature; the last is three features that are off. */
static const hb_feature_t wanted[] = {
    { HB_TAG('s', 'm', 'c', 'p'), 1, 0, G_MAXUINT },
    { HB_TAG('c', '2', 's', 'c'), 1, 0, G_MAXUINT },
    { HB_TAG('o', 'n', 'u', 'm'), 1, 0, G_MAXUINT },
    { HB_TAG('l', 'n', 'u', 'm'), 1, 0, G_MAXUINT },
    { HB_TAG('t', 'n', 'u', 'm'), 1, 0, G_MAXUINT },
    { HB_TAG('s', 'u', 'p', 's'), 1, 0, G_MAXUINT },
    { HB_TAG('l', 'i', 'g', 'a'), 0, 0, G_MAXUINT },
    { HB_TAG('c', 'l', 'i', 'g'), 0, 0, G_MAXUINT },
    { HB_TAG('c', 'a', 'l', 't'), 0, 0, G_MAXUINT },
};
#define N_WANTED G_N_ELEMENTS(wanted)
#define N_BITS 7

typedef struct {
    hb_feature_t features[N_WANTED];
    guint n;
} FeatureSet;

static FeatureSet sets[N_FEATURE_SETS];

static void
sets_fill(void)
{
    for (guint set = 0; set < N_FEATURE_SETS; set++)
        for (guint i = 0; i < N_WANTED; i++)
            if (set >> MIN(i, N_BITS - 1) & 1)
                sets[set].features[sets[set].n++] = wanted[i];
}

const hb_feature_t *
shape_features(guint set, guint *n)
{
    static gsize filled;

    if (g_once_init_enter(&filled)) {
        sets_fill();
        g_once_init_leave(&filled, 1);
    }
    *n = sets[set].n;
    return sets[set].features;
}

/* The set that features are the array of. */
guint
shape_features_set(const hb_feature_t *features, guint n)
{
    if (n == 0)
        return 0;
    return ((const char *) features - (const char *) sets) / sizeof *sets;
}

guint
shape_features_for(const Look *look, const FontFace *face)
{
    const struct { guint flags; gboolean has; guint feature; } table[] = {
        { LOOK_SMALL_CAPS | LOOK_ALL_SMALL, face->small_caps, FEATURE_SMCP },
        { LOOK_ALL_SMALL, face->all_small_caps, FEATURE_C2SC },
        { LOOK_OLDSTYLE, face->oldstyle, FEATURE_ONUM },
        { LOOK_LINING, face->lining, FEATURE_LNUM },
        { LOOK_TABULAR, face->tabular, FEATURE_TNUM },
        { LOOK_SUPERIOR, face->superior, FEATURE_SUPS },
    };
    guint set = 0;

    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].has && (look->flags & table[i].flags))
            set |= table[i].feature;
    if (look->tracking != 0 || look->family == FAMILY_MONO)
        set |= FEATURE_NO_LIGATURES;
    return set;
}
