/* SPDX-License-Identifier: MIT */
/* The pages of an article, and what of them its blocks have to know. */
#pragma once

#include "epub/epub_xhtml.h"

/* epub_xhtml.c */
void epub_xhtml_block(Xhtml *x, const A2bBlock *block);
void epub_xhtml_children(Xhtml *x, const A2bBlock *block);

/* epub_article.c */

/* Who wrote it, as one line; nothing for NULL or nobody. */
void epub_byline(Xml *xml, const char *const *authors);
void epub_article_note(Xhtml *x, const A2bBlock *note);
