/* SPDX-License-Identifier: MIT */
/* The part of the check that looks at texts. */
#pragma once

#include <article2book/article.h>

/* Why a text of a block of kind is not what text.h promises; NULL: it is. */
const char *check_text(const A2bText *text, A2bBlockKind kind);
