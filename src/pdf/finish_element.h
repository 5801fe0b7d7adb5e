/* SPDX-License-Identifier: MIT */
/* One element of the structure tree. */
#pragma once

#include "pdf/finish_content.h"
#include "pdf/finish_tree.h"

/* Defines the object of tag, which is kept; root: object of the tree. */
void element_write(const Tree *tree, Doc *doc, Tag tag, int root);

/* The tree's table of the elements' names, as "/IDTree 7 0 R "; "" if none
 * has one. */
char *element_names(const Tree *tree, Doc *doc);
