/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * libarticle2book: articles in, books out.
 *
 *     g_autoptr(GError) error = NULL;
 *     A2bArticle *article = a2b_read_file("in.txt", NULL, NULL, &error);
 *     g_autoptr(A2bStyle) style = a2b_style_load("classic", NULL, &error);
 *     g_autoptr(A2bBook) book = a2b_book_new();
 *     a2b_book_add(book, article);
 *     g_autoptr(GBytes) epub = a2b_epub(book, style, NULL, NULL, &error);
 *     a2b_write_file("out.epub", epub, &error);
 */

#include "article.h"
#include "book.h"
#include "diag.h"
#include "read.h"
#include "text.h"
#include "write.h"

#define A2B_VERSION "0.1.0"
