/* SPDX-License-Identifier: MIT */
/* Metadata as XMP (ISO 16684-1). */
#pragma once

#include "pdf/finish.h"

/* Who made the file, here and in Info. */
#define XMP_PRODUCER "article2book " A2B_VERSION

/* All that Info holds, and that the file is PDF/A-2a and PDF/UA-1. */
GString *xmp_packet(const PdfPlan *plan);
