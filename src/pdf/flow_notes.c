/* SPDX-License-Identifier: MIT */
/* Where notes stand: at the foot of the page whose text calls them; those
 * that only other notes call, or nothing, at the end of the article.  In the
 * structure all are there, in the article's order. */
#include <string.h>

#include "book/words.h"
#include "pdf/flow_maker.h"

#define CHARACTER .5            /* ems of a note that one of a marker takes */
#define GAP .5                  /* ems between it and the note */

/* Differs from flow_id() of any id. */
static const char *
notes_id(FlowMaker *m)
{
    char id[32];

    g_snprintf(id, sizeof id, "a%u-note-%u", m->number, m->own_notes->len);
    return arena_strdup(m->arena, id);
}

static void
notes_declare(FlowMaker *m, const A2bBlock *note)
{
    FlowCalled *called = arena_new_of(m->arena, FlowCalled);

    called->block = note;
    called->id = note->id ? flow_id(m, note->id) : notes_id(m);
    called->mark = note->as.note.mark ? note->as.note.mark : "*";
    if (note->id)
        g_hash_table_insert(m->notes, (gpointer) note->id, called);
    g_ptr_array_add(m->own_notes, called);
}

static void
notes_find_calls(FlowMaker *m, const A2bText *text)
{
    for (guint i = 0; i < text->n_spans; i++) {
        const A2bSpan *span = &text->spans[i];
        FlowCalled *called = span->mark == A2B_MARK_NOTE && span->target
            ? g_hash_table_lookup(m->notes, span->target) : NULL;

        if (called)
            called->in_body = TRUE;
    }
}

void
flow_notes_begin(FlowMaker *m)
{
    const A2bBlock *root = a2b_article_root(m->article);
    const A2bBlock *b;

    g_hash_table_remove_all(m->notes);
    g_ptr_array_set_size(m->own_notes, 0);
    g_hash_table_remove_all(m->urls);
    g_ptr_array_set_size(m->url_notes, 0);
    for (b = root->last; b && b->kind == A2B_BLOCK_NOTE; b = b->prev)
        ;
    for (b = b ? b->next : root->first; b; b = b->next)
        notes_declare(m, b);
    for (b = root; m->own_notes->len && b && b->kind != A2B_BLOCK_NOTE;
         b = a2b_block_next(b, root))
        if (b->text)
            notes_find_calls(m, b->text);
    flow_url_marks(m);
}

const FlowCalled *
flow_called(const FlowMaker *m, const char *target)
{
    return target ? g_hash_table_lookup(m->notes, target) : NULL;
}

gboolean
flow_at_foot(const FlowMaker *m, const A2bBlock *note)
{
    const FlowCalled *called = flow_called(m, note->id);

    return called && called->in_body;
}

gboolean
flow_calls(FlowMaker *m, const char *target)
{
    FlowCalled *called = g_hash_table_lookup(m->notes, target);

    if (m->in_note || called->met)
        return FALSE;
    return called->met = TRUE;
}

gboolean
flow_calls_url(FlowMaker *m, FlowUrl *url)
{
    if (m->links != A2B_LINKS_FOOTNOTES || url->met)
        return FALSE;
    return url->met = TRUE;
}

/* All markers of an article's notes have the same room. */
static double
notes_room(const FlowMaker *m)
{
    glong most = 1;

    for (guint i = 0; i < m->own_notes->len; i++) {
        const FlowCalled *note = m->own_notes->pdata[i];
        most = MAX(most, g_utf8_strlen(note->mark, -1));
    }
    for (guint i = 0; i < m->url_notes->len; i++) {
        const FlowUrl *url = m->url_notes->pdata[i];
        most = MAX(most, g_utf8_strlen(url->mark, -1));
    }
    return MIN(most, 6) * CHARACTER + GAP;
}

/* Opens a note: its element, and its marker before what comes next. */
static gboolean
notes_enter(FlowMaker *m, FlowElement *e, FlowElement *notes, const char *id,
            const char *mark, double room)
{
    if (!flow_enter(m, e, notes, m->in_note ? "aside" : "div", "note",
                    flow_tag(m, notes, "Note")))
        return FALSE;
    tags_set_id(m->flow->tags, e->tag, id);
    flow_set_id(m, id);
    e->start += room * e->style->look.size;
    flow_set_marker(m, e, mark, room * e->style->look.size, SET_START);
    return TRUE;
}

static void
notes_own(FlowMaker *m, FlowElement *notes, const FlowCalled *note,
          double room)
{
    FlowElement e;

    if (!notes_enter(m, &e, notes, note->id, note->mark, room))
        return;
    flow_children(m, &e, note->block);
    flow_flush_marker(m);
    flow_leave(m, &e);
}

static void
notes_url(FlowMaker *m, FlowElement *notes, const FlowUrl *url, double room)
{
    FlowElement e;

    if (!notes_enter(m, &e, notes, url->id, url->mark, room))
        return;
    flow_address(m, &e, NULL, NULL, url->url, url->uri);
    flow_flush_marker(m);
    flow_leave(m, &e);
}

/* Boxes go to a new note of the flow. */
static void
notes_at_foot(FlowMaker *m, const char *id)
{
    GPtrArray *notes = m->flow->notes;

    m->boxes = g_ptr_array_new();
    g_ptr_array_add(notes, m->boxes);
    g_hash_table_insert(m->flow->note_by_id, (gpointer) id,
                        GUINT_TO_POINTER(notes->len));
    m->in_note = TRUE;
    m->next = (FlowNext) { 0 };
}

/* A note at a page's foot has neither line nor white above it: what is
 * between text and notes is the page's. */
static void
notes_trim(FlowMaker *m)
{
    Box *first = m->boxes->len ? m->boxes->pdata[0] : NULL;

    if (!first)
        return;
    first->before = 0;
    first->above.width = 0;
    m->boxes = m->flow->boxes;
}

static void
notes_feet(FlowMaker *m, FlowElement *notes, double room)
{
    FlowNext next = m->next;

    for (guint i = 0; i < m->own_notes->len; i++) {
        const FlowCalled *note = m->own_notes->pdata[i];

        if (!note->in_body)
            continue;
        notes_at_foot(m, note->id);
        notes_own(m, notes, note, room);
        notes_trim(m);
    }
    for (guint i = 0; m->links == A2B_LINKS_FOOTNOTES
             && i < m->url_notes->len; i++) {
        const FlowUrl *url = m->url_notes->pdata[i];

        notes_at_foot(m, url->id);
        notes_url(m, notes, url, room);
        notes_trim(m);
    }
    m->boxes = m->flow->boxes;
    m->in_note = FALSE;
    m->next = next;
}

static void
notes_uncalled(FlowMaker *m, FlowElement *notes, double room)
{
    for (guint i = 0; i < m->own_notes->len; i++) {
        const FlowCalled *note = m->own_notes->pdata[i];

        if (!note->in_body)
            notes_own(m, notes, note, room);
    }
}

static void
notes_links(FlowMaker *m, FlowElement *notes, double room)
{
    const char *title = words_say(m->language, WORD_LINKS);

    if (m->links != A2B_LINKS_ENDNOTES || m->url_notes->len == 0)
        return;
    flow_leaf_str(m, notes, "h2", NULL, title, m->base ? "H3" : "H2");
    for (guint i = 0; i < m->url_notes->len; i++)
        notes_url(m, notes, m->url_notes->pdata[i], room);
}

static gboolean
notes_enter_all(FlowMaker *m, FlowElement *notes, FlowElement *section)
{
    return flow_enter(m, notes, section, "div", "notes", section->tag);
}

void
flow_notes(FlowMaker *m, FlowElement *section)
{
    double room = notes_room(m);
    FlowElement notes;
    FlowNext next = m->next;

    if (m->own_notes->len + m->url_notes->len == 0)
        return;
    if (notes_enter_all(m, &notes, section)) {
        notes_feet(m, &notes, room);
        m->next = next;
    }
    if (!notes_enter_all(m, &notes, section))
        return;
    notes_uncalled(m, &notes, room);
    notes_links(m, &notes, room);
    flow_leave(m, &notes);
    if (m->boxes->len == notes.first)
        m->next = next;
}
