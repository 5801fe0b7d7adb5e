/* SPDX-License-Identifier: MIT */
/* Prints why each unit got its label: for whoever tunes the tables. */
#include "read/txt.h"

enum { SHOWN_TEXT = 70, SHOWN_LABELS = 4 };

static void
print_evidence(GString *out, const TxtEvidence *evidence)
{
    g_string_append(out, "      ");
    for (guint i = 1; i < N_EVIDENCE; i++) {
        if (evidence->of[i] == 0)
            continue;
        g_string_append_printf(out, " %s", txt_evidence_name(i));
        if (evidence->of[i] != 100)
            g_string_append_printf(out, "=%u", evidence->of[i]);
    }
    g_string_append_c(out, '\n');
}

static void
print_scores(GString *out, const TxtEvidence *evidence)
{
    gboolean shown[N_LABELS] = { FALSE };

    g_string_append(out, "      ");
    for (guint n = 0; n < SHOWN_LABELS; n++) {
        int best = -1, score = G_MININT;
        for (guint label = 0; label < N_LABELS; label++) {
            int s = txt_label_score(label, evidence);
            if (!shown[label] && s > score) {
                score = s;
                best = label;
            }
        }
        shown[best] = TRUE;
        g_string_append_printf(out, " %s %d", txt_label_name(best),
                               score / 100);
    }
    g_string_append_c(out, '\n');
}

char *
txt_explain(const Txt *txt)
{
    GString *out = g_string_new(NULL);

    g_string_append_printf(out, "layout: %s, width %u, margin %u%s\n",
                           txt->layout.wrapped ? "wrapped" : "whole lines",
                           txt->layout.width, txt->layout.margin,
                           txt->layout.glued ? ", glued" : "");
    for (guint i = 0; i < txt->units->len; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        const TxtEvidence *evidence = txt_evidence(txt->evidence, i);
        const char *end = unit->text;

        for (guint n = 0; n < SHOWN_TEXT && *end && *end != '\n'; n++)
            end = g_utf8_next_char(end);
        g_string_append_printf(out, "%5u %-12s %.*s\n", unit->line,
                               txt_label_name(txt_label(txt->labels, i)),
                               (int) (end - unit->text), unit->text);
        print_evidence(out, evidence);
        print_scores(out, evidence);
    }
    return g_string_free(out, FALSE);
}
