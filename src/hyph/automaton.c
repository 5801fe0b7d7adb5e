/* SPDX-License-Identifier: MIT */
/* Decides which ends of words are kept once (J. Daciuk and others,
 * Incremental Construction of Minimal Acyclic Finite-State Automata,
 * Computational Linguistics 26, 2000). */
#include "hyph/automaton.h"

#include <string.h>

typedef struct {
    guint32 letter, node;
} Edge;

/* A node on the path of the word that was added last. */
typedef struct {
    guint8 letter;              /* that leads here */
    guint32 match;
    GArray *edges;              /* of Edge, to nodes that are done */
} Open;

struct Automaton {
    GArray *nodes, *edges;      /* of HyphNode, Edge: done */
    GByteArray *values;
    GHashTable *done;           /* a node's content -> its number + 1 */
    GHashTable *matches;        /* bytes -> where in values */
    Open path[AUTOMATON_LETTERS + 1];   /* root first */
    guint n_path;
};

static void
automaton_free_bytes(gpointer bytes)
{
    g_bytes_unref(bytes);
}

Automaton *
automaton_new(void)
{
    Automaton *a = g_new0(Automaton, 1);

    a->nodes = g_array_new(FALSE, FALSE, sizeof(HyphNode));
    a->edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    a->values = g_byte_array_new();
    g_byte_array_append(a->values, (const guint8 *) "", 1);
    a->done = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                    automaton_free_bytes, NULL);
    a->matches = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                       automaton_free_bytes, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(a->path); i++)
        a->path[i].edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    return a;
}

void
automaton_free(Automaton *a)
{
    if (!a)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(a->path); i++)
        g_array_unref(a->path[i].edges);
    g_hash_table_unref(a->matches);
    g_hash_table_unref(a->done);
    g_byte_array_unref(a->values);
    g_array_unref(a->edges);
    g_array_unref(a->nodes);
    g_free(a);
}

guint32
automaton_match(Automaton *a, const guint8 *bytes, gsize n)
{
    GBytes *key = g_bytes_new(bytes, n);
    gpointer there = g_hash_table_lookup(a->matches, key);

    if (there) {
        g_bytes_unref(key);
        return GPOINTER_TO_UINT(there);
    }
    guint32 at = a->values->len;
    g_byte_array_append(a->values, bytes, (guint) n);
    g_hash_table_insert(a->matches, key, GUINT_TO_POINTER(at));
    return at;
}

/* The number of a node that is like open, from which no more edges will
 * go. */
static guint32
automaton_close(Automaton *a, const Open *open)
{
    gsize len = open->edges->len * sizeof(Edge);
    GByteArray *content = g_byte_array_new();
    HyphNode node = { a->edges->len, open->match };

    g_byte_array_append(content, (const guint8 *) &open->match,
                        sizeof open->match);
    if (len > 0)
        g_byte_array_append(content, (const guint8 *) open->edges->data,
                            (guint) len);
    GBytes *key = g_byte_array_free_to_bytes(content);
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(a->done, key));
    if (number > 0) {
        g_bytes_unref(key);
        return number - 1;
    }
    if (len > 0)
        g_array_append_vals(a->edges, open->edges->data, open->edges->len);
    g_array_append_val(a->nodes, node);
    g_hash_table_insert(a->done, key, GUINT_TO_POINTER(a->nodes->len));
    return a->nodes->len - 1;
}

/* Closes what is deeper than keep letters. */
static void
automaton_close_from(Automaton *a, guint keep)
{
    for (; a->n_path > keep; a->n_path--) {
        const Open *open = &a->path[a->n_path];
        Edge edge = { open->letter, automaton_close(a, open) };
        g_array_append_val(a->path[a->n_path - 1].edges, edge);
    }
}

void
automaton_add(Automaton *a, const guint8 *letters, guint n, guint32 match)
{
    guint common = 0;

    g_assert(n <= AUTOMATON_LETTERS);
    while (common < n && common < a->n_path
           && a->path[common + 1].letter == letters[common])
        common++;
    automaton_close_from(a, common);
    while (a->n_path < n) {
        Open *open = &a->path[++a->n_path];
        open->letter = letters[a->n_path - 1];
        open->match = 0;
        g_array_set_size(open->edges, 0);
    }
    a->path[n].match = match;
}

guint32
automaton_root(Automaton *a)
{
    automaton_close_from(a, 0);
    guint32 root = automaton_close(a, &a->path[0]);
    g_array_set_size(a->path[0].edges, 0);
    a->path[0].match = 0;
    return root;
}

/* The edges of node end where those of the next begin. */
static guint
automaton_end(const Automaton *a, guint node)
{
    return node + 1 < a->nodes->len
           ? g_array_index(a->nodes, HyphNode, node + 1).edge
           : a->edges->len;
}

static void
automaton_write_masks(const Automaton *a, guint n_masks, GByteArray *flat)
{
    for (guint node = 0; node < a->nodes->len; node++) {
        guint64 masks[2] = { 0 };
        guint i = g_array_index(a->nodes, HyphNode, node).edge;
        for (; i < automaton_end(a, node); i++) {
            guint32 letter = g_array_index(a->edges, Edge, i).letter;
            masks[letter / 64] |= G_GUINT64_CONSTANT(1) << letter % 64;
        }
        g_byte_array_append(flat, (const guint8 *) masks,
                            n_masks * (guint) sizeof *masks);
    }
}

void
automaton_write(const Automaton *a, GArray *letters, HyphHead *head,
                GByteArray *flat)
{
    head->n_masks = letters->len < 64 ? 1 : 2;
    head->n_nodes = a->nodes->len;
    head->n_edges = a->edges->len;
    head->n_letters = letters->len;
    head->n_values = a->values->len;
    automaton_write_masks(a, head->n_masks, flat);
    g_byte_array_append(flat, (const guint8 *) a->nodes->data,
                        a->nodes->len * (guint) sizeof(HyphNode));
    for (guint i = 0; i < a->edges->len; i++)
        g_byte_array_append(
            flat, (const guint8 *) &g_array_index(a->edges, Edge, i).node,
            sizeof(guint32));
    g_byte_array_append(flat, (const guint8 *) letters->data,
                        letters->len * (guint) sizeof(guint32));
    g_byte_array_append(flat, a->values->data, a->values->len);
}
