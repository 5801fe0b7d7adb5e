/* SPDX-License-Identifier: MIT */
/* The elements lie in one array in the order in which they were made, so
 * that a parent always comes before its children; strings in an arena. */
#include "pdf/tags.h"

#include "base/arena.h"

struct Tags {
    GArray *elements;           /* of TagElement */
    Arena *strings;
};

static TagElement *
tags_at(const Tags *tags, Tag tag)
{
    g_assert(tag < tags->elements->len);
    return &g_array_index(tags->elements, TagElement, tag);
}

Tags *
tags_new(void)
{
    Tags *tags = g_new(Tags, 1);
    const TagElement root = { .type = "Document", .parent = TAG_NONE };

    tags->elements = g_array_new(FALSE, FALSE, sizeof(TagElement));
    tags->strings = arena_new();
    g_array_append_val(tags->elements, root);
    return tags;
}

void
tags_free(Tags *tags)
{
    if (tags == NULL)
        return;
    for (guint i = 0; i < tags->elements->len; i++)
        g_clear_pointer(&tags_at(tags, i)->kids, g_array_unref);
    g_array_unref(tags->elements);
    arena_free(tags->strings);
    g_free(tags);
}

static void
tags_add_kid(Tags *tags, Tag tag, TagKidKind kind, guint32 value, guint page)
{
    TagElement *element = tags_at(tags, tag);
    const TagKid kid = { .kind = kind, .value = value, .page = page };

    if (element->kids == NULL)
        element->kids = g_array_new(FALSE, FALSE, sizeof(TagKid));
    g_array_append_val(element->kids, kid);
}

Tag
tags_add(Tags *tags, Tag parent, const char *type)
{
    const TagElement element = { .type = type, .parent = parent };
    const Tag tag = tags->elements->len;

    tags_add_kid(tags, parent, TAG_KID_TAG, tag, 0);
    g_array_append_val(tags->elements, element);
    return tag;
}

void
tags_set_alt(Tags *tags, Tag tag, const char *alt)
{
    if (alt != NULL)
        tags_at(tags, tag)->alt = arena_strdup(tags->strings, alt);
}

void
tags_set_language(Tags *tags, Tag tag, const char *language)
{
    if (language != NULL)
        tags_at(tags, tag)->language = arena_strdup(tags->strings, language);
}

void
tags_set_actual(Tags *tags, Tag tag, const char *text)
{
    if (text != NULL)
        tags_at(tags, tag)->actual = arena_strdup(tags->strings, text);
}

void
tags_set_attribute(Tags *tags, Tag tag, const char *attribute)
{
    if (attribute != NULL)
        tags_at(tags, tag)->attribute = arena_strdup(tags->strings,
                                                     attribute);
}

void
tags_set_id(Tags *tags, Tag tag, const char *id)
{
    if (id != NULL)
        tags_at(tags, tag)->id = arena_strdup(tags->strings, id);
}

void
tags_set_place(Tags *tags, Tag tag, guint page, double x, double y,
               double width, double height)
{
    TagElement *element = tags_at(tags, tag);

    element->placed = TRUE;
    element->page = page;
    element->x = x;
    element->y = y;
    element->width = width;
    element->height = height;
}

void
tags_content(Tags *tags, Tag tag, guint page, guint mcid)
{
    tags_add_kid(tags, tag, TAG_KID_CONTENT, mcid, page);
}

void
tags_link(Tags *tags, Tag tag, guint link)
{
    tags_add_kid(tags, tag, TAG_KID_LINK, link, 0);
}

guint
tags_count(const Tags *tags)
{
    return tags->elements->len;
}

const TagElement *
tags_element(const Tags *tags, Tag tag)
{
    return tags_at(tags, tag);
}
