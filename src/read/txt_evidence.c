/* SPDX-License-Identifier: MIT */
/* Gathers the evidence: what each unit shows on its own, then what its
 * place and its neighbours say. */
#include "read/txt_evidence.h"

#include "read/txt_place.h"
#include "read/txt_see.h"

enum { BUTTON = 90 };       /* surer than this it is one anywhere */

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

/* Nobody wraps a page that was copied out of a browser: no buttons, and a
 * long line is no caption. */
static void
forget_pages(TxtEvidence *evidence)
{
    evidence->of[EV_WORDY] = evidence->of[EV_NO_LETTERS] = 0;
    if (evidence->of[EV_JUNK] < BUTTON)
        evidence->of[EV_JUNK] = 0;
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
            forget_pages(e);
    }
    place_units(&place);
    place_neighbours(&place);
    return place.evidence;
}
