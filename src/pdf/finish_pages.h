/* SPDX-License-Identifier: MIT */
/* What PDF/A asks of pages and their fonts. */
#pragma once

#include "pdf/finish_doc.h"

void pages_mend(Doc *doc);
