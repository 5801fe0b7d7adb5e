/* SPDX-License-Identifier: MIT */
/* What the file says of itself. */
#pragma once

#include "pdf/finish_doc.h"

/* Info, XMP, colour profile, how it is shown. */
gboolean meta_write(const PdfPlan *plan, Doc *doc, GError **error);
