/* SPDX-License-Identifier: MIT */
/* Saying messages; the texts are in diag.def, nowhere else. */
#pragma once

#include <article2book/diag.h>

typedef enum {
#define MSG(ID, id, level, what, explanation) DIAG_##ID,
#include "base/diag.def"
#undef MSG
    N_DIAGS
} DiagId;

/* Says message id about file (may be NULL) at line and column (0: none).
 * The arguments are those of the message's format; strings among them are
 * shown with control characters escaped.  diag may be NULL. */
void diag_say(A2bDiag *diag, DiagId id, const char *file, guint line,
              guint column, ...);

/* Says how far a call is; diag may be NULL. */
void diag_progress(const A2bDiag *diag, const A2bProgress *progress);
