/* SPDX-License-Identifier: MIT */
/*
 * Writes XML that is well-formed by construction: elements are closed in
 * order, text is escaped, and a table of elements says which stand on
 * lines of their own and which hold white space that counts.
 */
#pragma once

#include <glib.h>

typedef struct Xml Xml;

/* Starts a document with the XML declaration; doctype: a whole line, or
 * NULL. */
Xml *xml_new(const char *doctype);

/* Ends the document (all elements must be closed) and gives its bytes;
 * frees the writer. */
GBytes *xml_end(Xml *xml);
void xml_free(Xml *xml);

/* <name a="b" ...>; the attributes are pairs of strings ending with NULL;
 * a pair with a value of NULL is left out.  xml_empty closes at once. */
void xml_open(Xml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;
void xml_empty(Xml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Closes the element opened last, which must be name. */
void xml_close(Xml *xml, const char *name);

void xml_text(Xml *xml, const char *str, gssize len);

/* An element that holds text alone. */
void xml_leaf(Xml *xml, const char *name, const char *text, ...)
    G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Xml, xml_free)
