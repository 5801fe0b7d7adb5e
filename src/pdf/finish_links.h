/* SPDX-License-Identifier: MIT */
/* Links and outline: all that leads to places. */
#pragma once

#include "pdf/finish_tree.h"

/* The annotations of the links that tree has. */
void links_write(const Tree *tree, Doc *doc);

/* The outline, if there is one. */
void outline_write(const PdfPlan *plan, Doc *doc);

/* Page labels, runs of numbers as such. */
void labels_write(const PdfPlan *plan, Doc *doc);

/* "[page /XYZ 0 y null]". */
void links_put_place(Doc *doc, double height, guint page, double y);
