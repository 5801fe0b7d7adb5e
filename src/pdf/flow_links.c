/* SPDX-License-Identifier: MIT */
/* Where links lead to, and the elements that marks are. */
#include <string.h>

#include "base/href.h"
#include "base/utf8.h"
#include "model/refs.h"
#include "pdf/flow_maker.h"

#define CONTENTS_MOST 400       /* bytes */

FlowMark *
flow_mark(FlowMaker *m, guint parent, MarkKind kind, guint *mark)
{
    GArray *marks = m->flow->marks;
    FlowMark new = g_array_index(marks, FlowMark, parent);

    new.kind = kind;
    new.parent = parent;
    new.type = new.language = NULL;
    new.tag = TAG_NONE;
    *mark = marks->len;
    if (kind != MARK_PLAIN)
        new.link = marks->len;
    g_array_append_val(marks, new);
    return &g_array_index(marks, FlowMark, marks->len - 1);
}

/* What a link says, on one line and without pictures; more than a few words
 * are of no use. */
static const char *
link_contents(FlowMaker *m, const char *words, gsize len,
              const char *otherwise)
{
    char *str, *to;
    const char *p;

    if (len > CONTENTS_MOST)
        len = utf8_floor(words, CONTENTS_MOST);
    p = str = to = arena_strndup(m->arena, words, len);

    while (*p) {
        const char *next = g_utf8_next_char(p);
        gunichar c = g_utf8_get_char(p);

        if (c == 0x2028)
            *to++ = ' ';
        else if (c != 0xFFFC)
            for (; p < next; p++)
                *to++ = *p;
        p = next;
    }
    *to = '\0';
    return *str ? str : otherwise;
}

/* A place in the book that target names; NULL: none. */
static const char *
link_place(FlowMaker *m, const char *target)
{
    guint number;

    if (*target == '#')
        return g_hash_table_contains(m->blocks, target + 1)
            ? flow_id(m, target + 1) : NULL;
    number = GPOINTER_TO_UINT(g_hash_table_lookup(m->sources, target));
    if (number == 0)
        number = book_find_url(m->book, m->article, target) + 1;
    return number == 0 || number == m->number ? NULL
                                              : flow_article_id(m, number);
}

guint
flow_link(FlowMaker *m, guint parent, const char *target, const char *words,
          gsize len)
{
    const char *id = link_place(m, target);
    g_autofree char *uri = id || *target == '#' ? NULL : href_clean(target);
    FlowMark *link;
    guint mark;

    if (!id && !uri)
        return 0;
    link = flow_mark(m, parent, MARK_LINK, &mark);
    link->id = id;
    link->uri = arena_strdup(m->arena, uri);
    link->contents = link_contents(m, words, len, target);
    return mark;
}

guint
flow_link_call(FlowMaker *m, guint parent, const char *id, const char *mark)
{
    guint number;
    FlowMark *call = flow_mark(m, parent, MARK_CALL, &number);

    call->id = id;
    call->contents = mark;
    return number;
}

/* What is left of an address without what nobody says. */
static void
link_bare(const char **str, gsize *len)
{
    static const char *const prefixes[] = {
        "https://", "http://", "ftp://", "mailto:", "www.",
    };

    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        gsize size = strlen(prefixes[i]);
        if (*len > size
            && g_ascii_strncasecmp(*str, prefixes[i], size) == 0) {
            *str += size;
            *len -= size;
        }
    }
    while (*len > 0 && (*str)[*len - 1] == '/')
        --*len;
}

gboolean
flow_link_is_address(const char *words, gsize len, const char *target)
{
    gsize other = strlen(target);

    link_bare(&words, &len);
    link_bare(&target, &other);
    return len == other && g_ascii_strncasecmp(words, target, len) == 0;
}

/* Ids of what had no box of its own become those of the box there. */
void
flow_link_aliases(FlowMaker *m)
{
    GArray *marks = m->flow->marks;

    if (g_hash_table_size(m->aliases) == 0)
        return;
    for (guint i = 0; i < marks->len; i++) {
        FlowMark *mark = &g_array_index(marks, FlowMark, i);
        const char *id = mark->id
            ? g_hash_table_lookup(m->aliases, mark->id) : NULL;

        if (id)
            mark->id = id;
    }
}

static Tag
link_tag(Flow *flow, const FlowMark *mark, Tag in)
{
    Tag tag = in;

    switch (mark->kind) {
    case MARK_PLAIN:
        if (mark->type)
            tag = tags_add(flow->tags, in, mark->type);
        if (mark->type && mark->language)
            tags_set_language(flow->tags, tag, mark->language);
        break;
    case MARK_LINK:
        tag = tags_add(flow->tags, in, "Link");
        break;
    case MARK_CALL:
        tag = tags_add(flow->tags, in, "Reference");
        tag = tags_add(flow->tags, tag, "Link");
        break;
    }
    return tag;
}

/* The marks around it come first; there are few of them. */
Tag
flow_mark_tag(Flow *flow, guint mark, Tag text)
{
    FlowMark *own = &g_array_index(flow->marks, FlowMark, mark);

    if (mark == 0)
        return text;
    if (own->tag == TAG_NONE)
        own->tag = link_tag(flow, own,
                            flow_mark_tag(flow, own->parent, text));
    return own->tag;
}
