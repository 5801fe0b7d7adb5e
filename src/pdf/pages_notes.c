/* SPDX-License-Identifier: MIT */
/* Footnotes take room from the column in which they are called. */
#include "pdf/pages_place.h"

static guint16
placing_note_line(const Placing *placing, const PagesNote *note)
{
    return note->line[MIN(placing->item.variant, PAGES_VARIANTS - 1)];
}

int
placing_fit(const Placing *placing)
{
    const PagesBox *box = placing->box;
    const PagesState *state = &placing->from.state;
    int room = placing->room - placing->white;
    int notes = 0;
    int last = placing->item.from + placing->lines;

    if (state->carry)
        return CLAMP(room, 0, placing->lines);
    for (guint i = 0; i < box->n_notes; i++) {
        int line = placing_note_line(placing, &box->notes[i]);
        int more = notes + box->notes[i].height;

        if (line < placing->item.from)
            continue;
        if (line >= last || line - placing->item.from >= room - notes)
            break;
        if (notes == 0 && state->notes == 0)
            more += placing->pages->shape.note_gap;
        if (line - placing->item.from + 1 > room - more)
            return line - placing->item.from;
        notes = more;
    }
    return CLAMP(room - notes, 0, placing->lines);
}

double
placing_notes(const Placing *placing, PagesState *state, int n)
{
    const PagesBox *box = placing->box;
    const Pages *pages = placing->pages;
    double cost = 0;

    for (guint i = 0; i < box->n_notes; i++) {
        int line = placing_note_line(placing, &box->notes[i]);
        int height = box->notes[i].height;
        int gap = state->notes ? 0 : pages->shape.note_gap;
        int room = pages_room(pages, state) - gap;

        if (line < placing->item.from || line >= placing->item.from + n)
            continue;
        if (state->carry)
            room = 0;
        if (room > 0)
            state->notes += gap + MIN(room, height);
        if (room < height) {
            state->carry = MIN(G_MAXUINT16 - 1,
                               state->carry + height - MAX(room, 0));
            cost += room > 0 ? COST_SPLIT : COST_NOTE_LATE;
        }
    }
    return cost;
}
