/* SPDX-License-Identifier: MIT */
/* The model as one JSON object; the schema is in article2book(1). */
#include "base/json.h"

#include "model/model.h"

static void json_blocks(Json *json, const A2bBlock *parent);

static void
json_field(Json *json, const char *key, const char *str)
{
    if (str == NULL)
        return;
    json_key(json, key);
    json_string(json, str);
}

static void
json_marks(Json *json, const char *key, const A2bText *text)
{
    if (text->n_spans == 0)
        return;
    json_key(json, key);
    json_open(json, '[');
    for (guint i = 0; i < text->n_spans; i++) {
        const A2bSpan *span = &text->spans[i];

        json_open(json, '{');
        json_key(json, "start");
        json_number(json, span->start);
        json_key(json, "end");
        json_number(json, span->end);
        json_field(json, "mark", a2b_mark_name(span->mark));
        json_field(json, "target", span->target);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* The numbers of an ordered list as they are written: "1.", "(b)". */
static void
json_markers(Json *json, const A2bBlock *list)
{
    if (list->first == NULL || list->first->as.item.marker == NULL)
        return;
    json_key(json, "markers");
    json_open(json, '[');
    for (const A2bBlock *item = list->first; item != NULL; item = item->next)
        json_string(json, item->as.item.marker);
    json_close(json, ']');
}

static void
json_items(Json *json, const A2bBlock *list)
{
    json_key(json, "ordered");
    json_bool(json, list->as.list.ordered);
    json_markers(json, list);
    json_key(json, "items");
    json_open(json, '[');
    for (const A2bBlock *item = list->first; item != NULL; item = item->next)
        json_blocks(json, item);
    json_close(json, ']');
}

static void
json_rows(Json *json, const A2bBlock *table)
{
    const A2bBlock *head = table->first->first;
    gboolean header = TRUE;

    for (const A2bBlock *cell = head; cell != NULL; cell = cell->next)
        header = header && cell->as.cell.header;
    if (header) {
        json_key(json, "header");
        json_bool(json, TRUE);
    }
    json_key(json, "rows");
    json_open(json, '[');
    for (const A2bBlock *row = table->first; row != NULL; row = row->next) {
        json_open(json, '[');
        for (const A2bBlock *cell = row->first; cell != NULL;
             cell = cell->next)
            json_string(json, cell->text->str);
        json_close(json, ']');
    }
    json_close(json, ']');
}

static void
json_image(Json *json, const A2bBlock *image)
{
    json_field(json, "alt", image->as.image.description);
    json_field(json, "url", image->as.image.source);
}

static void
json_figure(Json *json, const A2bBlock *figure)
{
    for (const A2bBlock *part = figure->first; part != NULL;
         part = part->next) {
        if (part->kind == A2B_BLOCK_IMAGE) {
            json_image(json, part);
        } else if (part->kind == A2B_BLOCK_CREDIT) {
            json_field(json, "credit", part->text->str);
        } else {
            json_field(json, "caption", part->text->str);
            json_marks(json, "caption_marks", part->text);
        }
    }
}

static void
json_heading(Json *json, const A2bBlock *heading)
{
    json_key(json, "level");
    json_number(json, heading->as.heading.level);
}

static void
json_note(Json *json, const A2bBlock *note)
{
    json_field(json, "mark", note->as.note.mark);
    json_field(json, "id", note->id);
}

/* What a block has beside text, role and blocks. */
static void
json_particulars(Json *json, const A2bBlock *block)
{
    switch (block->kind) {
    case A2B_BLOCK_HEADING: json_heading(json, block); break;
    case A2B_BLOCK_LIST: json_items(json, block); break;
    case A2B_BLOCK_TABLE: json_rows(json, block); break;
    case A2B_BLOCK_FIGURE: json_figure(json, block); break;
    case A2B_BLOCK_IMAGE: json_image(json, block); break;
    case A2B_BLOCK_NOTE: json_note(json, block); break;
    case A2B_BLOCK_ROOT: case A2B_BLOCK_QUOTE: case A2B_BLOCK_ITEM:
    case A2B_BLOCK_ROW: case A2B_BLOCK_ASIDE: case A2B_BLOCK_PARAGRAPH:
    case A2B_BLOCK_CODE: case A2B_BLOCK_VERSE: case A2B_BLOCK_CELL:
    case A2B_BLOCK_CAPTION: case A2B_BLOCK_CREDIT: case A2B_BLOCK_RULE:
        break;
    }
}

static void
json_block(Json *json, const A2bBlock *block)
{
    json_open(json, '{');
    json_field(json, "kind", a2b_block_kind_name(block->kind));
    json_field(json, "role", a2b_role_name(block->role));
    json_particulars(json, block);
    if (block->text != NULL) {
        json_field(json, "text", block->text->str);
        json_marks(json, "marks", block->text);
    }
    if (block->kind == A2B_BLOCK_QUOTE || block->kind == A2B_BLOCK_ASIDE ||
        block->kind == A2B_BLOCK_NOTE) {
        json_key(json, "blocks");
        json_blocks(json, block);
    }
    json_close(json, '}');
}

static void
json_blocks(Json *json, const A2bBlock *parent)
{
    json_open(json, '[');
    for (const A2bBlock *block = parent->first; block != NULL;
         block = block->next) {
        if (parent->kind == A2B_BLOCK_ROOT)
            json_wrap(json);
        json_block(json, block);
    }
    if (parent->kind == A2B_BLOCK_ROOT)
        json_wrap(json);
    json_close(json, ']');
}

static void
json_strings(Json *json, const char *const *strings)
{
    json_open(json, '[');
    for (; strings != NULL && *strings != NULL; strings++)
        json_string(json, *strings);
    json_close(json, ']');
}

char *
a2b_article_json(const A2bArticle *article)
{
    GString *out = g_string_sized_new(4096);
    Json json;

    json_init(&json, out);
    json_open(&json, '{');
    for (const MetaField *field = article_meta_fields(); field->name != NULL;
         field++) {
        json_wrap(&json);
        json_key(&json, field->name);
        if (field->string != NO_FIELD)
            json_string(&json, meta_string(&article->meta, field));
        else
            json_strings(&json, meta_strings(&article->meta, field));
    }
    json_wrap(&json);
    json_key(&json, "blocks");
    json_blocks(&json, article->root);
    json_wrap(&json);
    json_close(&json, '}');
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
