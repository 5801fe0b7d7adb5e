/* SPDX-License-Identifier: MIT */
/* The document as a file. */
#pragma once

#include "pdf/finish_doc.h"

GBytes *doc_write(const Doc *doc, int catalog, guint jobs);
