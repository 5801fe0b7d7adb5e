/* SPDX-License-Identifier: MIT */
/* Gathers the evidence: what each unit shows on its own, then what its
 * place and its neighbours say. */
#include "read/txt_evidence.h"

#include "read/txt_place.h"
#include "read/txt_see.h"

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
    place_units(&place);
    place_neighbours(&place);
    return place.evidence;
}
