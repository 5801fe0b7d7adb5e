/* SPDX-License-Identifier: MIT */
/* The pages' contents are inflated, mended, deflated, by several threads. */
#pragma once

#include "pdf/finish_doc.h"

/* Mends the content of all pages.  marks: of each page a new array of
 * ContentMark as guint8; free with g_ptr_array_unref(). */
GPtrArray *streams_mend(Doc *doc, guint jobs, GError **error);
