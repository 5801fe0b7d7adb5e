/* SPDX-License-Identifier: MIT */
/* The model as text that people read and diff compares. */
#include "model/model.h"

#include <string.h>

/* Characters that would not be seen, or be taken for those around the
 * text. */
static const struct {
    const char *is, *shown;
} tree_escapes[] = {
    { "\n", "\\n" },
    { "\t", "\\t" },
    { "\\", "\\\\" },
    { "{", "\\{" },
    { "}", "\\}" },
    { "\302\240", "{nbsp}" },           /* U+00A0 */
    { "\302\255", "{shy}" },            /* U+00AD */
    { "\342\200\203", "{em}" },         /* U+2003 */
    { "\342\200\250", "{br}" },         /* U+2028 */
    { "\342\200\257", "{nnbsp}" },      /* U+202F */
    { "\357\277\274", "{picture}" },    /* U+FFFC */
};

/* What is shown for the character at str, *n bytes of it; NULL: itself. */
static const char *
tree_escape(const char *str, gsize len, gsize *n)
{
    for (guint i = 0; i < G_N_ELEMENTS(tree_escapes); i++) {
        if (*str != tree_escapes[i].is[0])
            continue;
        *n = strlen(tree_escapes[i].is);
        if (*n <= len && memcmp(str, tree_escapes[i].is, *n) == 0)
            return tree_escapes[i].shown;
    }
    *n = 1;
    return NULL;
}

static void
tree_text(const char *str, gsize len, gpointer user)
{
    GString *out = user;
    const char *end = str + len, *from = str;

    for (gsize n; str < end; str += n) {
        const char *shown = tree_escape(str, end - str, &n);

        if (shown == NULL)
            continue;
        g_string_append_len(out, from, str - from);
        g_string_append(out, shown);
        from = str + n;
    }
    g_string_append_len(out, from, end - from);
}

static void
tree_enter(const A2bSpan *span, gpointer user)
{
    GString *out = user;

    g_string_append_printf(out, "{%s", a2b_mark_name(span->mark));
    if (span->target != NULL)
        g_string_append_printf(out, " %s", span->target);
    if (span->title != NULL)
        g_string_append_printf(out, " \"%s\"", span->title);
    g_string_append_c(out, ':');
}

static void
tree_leave(const A2bSpan *span, gpointer user)
{
    (void) span;
    g_string_append_c(user, '}');
}

static void
tree_attribute(GString *out, const char *name, const char *value)
{
    if (value != NULL)
        g_string_append_printf(out, " %s=%s", name, value);
}

static void
tree_list(GString *out, const A2bBlock *block)
{
    if (block->as.list.ordered)
        g_string_append_printf(out, " ordered from %d",
                               block->as.list.start);
}

static void
tree_cell(GString *out, const A2bBlock *block)
{
    static const char *const aligns[] = {
        [A2B_ALIGN_NONE] = "", [A2B_ALIGN_START] = " start",
        [A2B_ALIGN_CENTER] = " center", [A2B_ALIGN_END] = " end",
    };

    g_string_append(out, block->as.cell.header ? " header" : "");
    g_string_append(out, aligns[block->as.cell.align]);
    if (block->as.cell.span > 1)
        g_string_append_printf(out, " span=%u", block->as.cell.span);
}

static void
tree_image(GString *out, const A2bBlock *block)
{
    tree_attribute(out, "source", block->as.image.source);
    if (block->as.image.description != NULL)
        g_string_append_printf(out, " \"%s\"", block->as.image.description);
}

static void
tree_attributes(GString *out, const A2bBlock *block)
{
    switch (block->kind) {
    case A2B_BLOCK_HEADING:
        g_string_append_printf(out, " %u", block->as.heading.level);
        break;
    case A2B_BLOCK_LIST: tree_list(out, block); break;
    case A2B_BLOCK_CELL: tree_cell(out, block); break;
    case A2B_BLOCK_IMAGE: tree_image(out, block); break;
    case A2B_BLOCK_CODE:
        tree_attribute(out, "language", block->as.code.language);
        break;
    case A2B_BLOCK_NOTE:
        tree_attribute(out, "mark", block->as.note.mark);
        break;
    case A2B_BLOCK_ROOT: case A2B_BLOCK_QUOTE: case A2B_BLOCK_ITEM:
    case A2B_BLOCK_TABLE: case A2B_BLOCK_ROW: case A2B_BLOCK_FIGURE:
    case A2B_BLOCK_ASIDE: case A2B_BLOCK_PARAGRAPH: case A2B_BLOCK_VERSE:
    case A2B_BLOCK_CAPTION: case A2B_BLOCK_CREDIT: case A2B_BLOCK_RULE:
        break;
    }
    tree_attribute(out, "id", block->id);
}

static void
tree_block(GString *out, const A2bBlock *block, guint depth)
{
    static const A2bTextVisitor visitor = {
        tree_enter, tree_text, tree_leave,
    };

    g_string_append_printf(out, "%*s%s", (int) depth * 2, "",
                           a2b_block_kind_name(block->kind));
    tree_attributes(out, block);
    if (block->role != A2B_ROLE_NONE)
        g_string_append_printf(out, " [%s]", a2b_role_name(block->role));
    if (block->line > 0)
        g_string_append_printf(out, " @%u", block->line);
    if (block->text != NULL) {
        g_string_append(out, " \"");
        a2b_text_walk(block->text, &visitor, out);
        g_string_append_c(out, '"');
    }
    g_string_append_c(out, '\n');
}

static void
tree_meta(GString *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    g_string_append_printf(out, "%s: ", name);
    tree_text(value, strlen(value), out);
    g_string_append_c(out, '\n');
}

static void
tree_metadata(GString *out, const A2bMeta *meta)
{
    for (const MetaField *field = article_meta_fields(); field->name != NULL;
         field++) {
        const char *const *each;

        if (field->string != NO_FIELD) {
            tree_meta(out, field->name, meta_string(meta, field));
            continue;
        }
        each = meta_strings(meta, field);
        for (; each != NULL && *each != NULL; each++)
            tree_meta(out, field->name, *each);
    }
}

char *
a2b_article_tree(const A2bArticle *article)
{
    GString *out = g_string_sized_new(4096);
    const A2bBlock *root = article->root, *block = root, *next;
    guint depth = 0;

    tree_metadata(out, &article->meta);
    while ((next = a2b_block_next(block, root)) != NULL) {
        if (next->parent == block)
            depth++;
        else
            for (; block->parent != next->parent; block = block->parent)
                depth--;
        block = next;
        tree_block(out, block, depth - 1);
    }
    return g_string_free(out, FALSE);
}
