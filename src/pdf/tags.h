/* SPDX-License-Identifier: MIT */
/*
 * The structure of a document (ISO 32000-1, 14.7): a tree of elements in
 * reading order, made by whoever makes the boxes, before anything is
 * painted; what is painted is hung into it piece by piece.  So notes,
 * columns and boxes are read where they belong, wherever they stand.
 */
#pragma once

#include <glib.h>

/* An element; 0 is the root ("Document"). */
typedef guint32 Tag;
#define TAG_NONE G_MAXUINT32    /* what is painted is no content: furniture */

typedef struct Tags Tags;
Tags *tags_new(void);
void tags_free(Tags *tags);

/* A child of parent after those it has.  type is a standard structure type
 * ("P", "H1", "L", "TH" ...), static. */
Tag tags_add(Tags *tags, Tag parent, const char *type);

/* Attributes; strings are copied, NULL is ignored. */
void tags_set_alt(Tags *tags, Tag tag, const char *alt);
void tags_set_language(Tags *tags, Tag tag, const char *language);
void tags_set_actual(Tags *tags, Tag tag, const char *text);
/* As PDF: "/O /Table /Scope /Column". */
void tags_set_attribute(Tags *tags, Tag tag, const char *attribute);
/* Where a figure is: points from the top left corner of page. */
void tags_set_place(Tags *tags, Tag tag, guint page, double x, double y,
                    double width, double height);
/* A name for tag in the file, as a Note must have one; the finisher makes
 * it unique. */
void tags_set_id(Tags *tags, Tag tag, const char *id);

/* The next piece of content of tag is marked content mcid on page; pieces
 * and child elements are read in the order in which they come. */
void tags_content(Tags *tags, Tag tag, guint page, guint mcid);

/* The next piece of tag is the annotation of link number link. */
void tags_link(Tags *tags, Tag tag, guint link);

/* For the finisher. */
typedef enum { TAG_KID_TAG, TAG_KID_CONTENT, TAG_KID_LINK } TagKidKind;
typedef struct {
    TagKidKind kind;
    guint32 value;              /* Tag, mcid or link */
    guint32 page;               /* of content */
} TagKid;

typedef struct {
    const char *type, *alt, *language, *actual, *attribute, *id;
    Tag parent;
    GArray *kids;               /* of TagKid; NULL: none */
    gboolean placed;
    guint page;
    double x, y, width, height;
} TagElement;

guint tags_count(const Tags *tags);
const TagElement *tags_element(const Tags *tags, Tag tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tags, tags_free)
