/* SPDX-License-Identifier: MIT */
#include "base/diag.h"
#include "base/limits.h"

typedef struct {
    GString *log;           /* a line a message */
    guint n;
} Seen;

static void
see(const A2bMessage *message, gpointer user)
{
    Seen *seen = user;

    seen->n++;
    g_string_append_printf(seen->log, "%s:%u:%u: %d %s: %s\n",
                           message->file != NULL ? message->file : "-",
                           message->line, message->column, message->level,
                           message->id, message->message);
}

static Seen
seen_new(void)
{
    return (Seen) { g_string_new(NULL), 0 };
}

static void
test_say(void)
{
    Seen seen = seen_new();
    A2bDiag *diag = a2b_diag_new(see, &seen);

    diag_say(diag, DIAG_BOILERPLATE, "a.txt", 12, 7, "ADVERTISEMENT");
    diag_say(diag, DIAG_NOTHING, NULL, 0, 0);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_NOTE), ==, 2);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_WARNING), ==, 1);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_ERROR), ==, 1);
    a2b_diag_free(diag);
    g_assert_cmpstr(seen.log->str, ==,
                    "a.txt:12:7: 0 boilerplate: \"ADVERTISEMENT\" is "
                    "boilerplate; left out\n"
                    "-:0:0: 2 nothing: no text in it\n");
    g_string_free(seen.log, TRUE);
}

static void
test_null(void)
{
    A2bDiag *diag = a2b_diag_new(NULL, NULL);

    diag_say(NULL, DIAG_NOTHING, NULL, 0, 0);
    diag_say(diag, DIAG_NOTHING, NULL, 0, 0);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_NOTE), ==, 1);
    g_assert_cmpuint(a2b_diag_count(NULL, A2B_LEVEL_NOTE), ==, 0);
    a2b_diag_free(diag);
    a2b_diag_free(NULL);
}

/* No string in a message may steer the terminal or hide what is in it. */
static void
test_escapes(void)
{
    Seen seen = seen_new();
    A2bDiag *diag = a2b_diag_new(see, &seen);

    diag_say(diag, DIAG_BOILERPLATE, "a\033[2J\377.txt", 1, 0,
             "x\ty\033[1m\342\200\256z\342\201\246 \302\205q");
    a2b_diag_free(diag);
    g_assert_cmpstr(seen.log->str, ==,
                    "a\\x1B[2J\\xFF.txt:1:0: 0 boilerplate: "
                    "\"x y\\x1B[1mz \\x85q\" is boilerplate; left out\n");
    g_string_free(seen.log, TRUE);
}

static void
test_limit(void)
{
    Seen seen = seen_new();
    A2bDiag *diag = a2b_diag_new(see, &seen);

    for (guint i = 0; i < LIMIT_NOTES_SHOWN + 5; i++)
        diag_say(diag, DIAG_REJOINED, "a.txt", i + 1, 0);
    g_assert_cmpuint(seen.n, ==, LIMIT_NOTES_SHOWN);
    diag_say(diag, DIAG_REJOINED, "b.txt", 1, 0);
    g_assert_cmpuint(seen.n, ==, LIMIT_NOTES_SHOWN + 2);
    g_assert_nonnull(g_strstr_len(seen.log->str, -1,
                                  "a.txt:0:0: 0 more: 5 more messages "
                                  "\"rejoined\"\n"));
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_NOTE), ==,
                     LIMIT_NOTES_SHOWN + 6);
    a2b_diag_free(diag);
    g_assert_cmpuint(seen.n, ==, LIMIT_NOTES_SHOWN + 2);
    g_string_free(seen.log, TRUE);
}

/* What is left out is said, however much it is, and whole. */
static void
test_no_limit(void)
{
    Seen seen = seen_new();
    A2bDiag *diag = a2b_diag_new(see, &seen);
    g_autofree char *text = g_strnfill(5000, 'x');

    for (guint i = 0; i < 500; i++) {
        diag_say(diag, DIAG_BOILERPLATE, "a.txt", i, 0, "y");
        diag_say(diag, DIAG_TRANSPORT, "a.txt", i, 0, "z");
        diag_say(diag, DIAG_DATE_AMBIGUOUS, "a.txt", i, 0, "1/2/03");
    }
    diag_say(diag, DIAG_BOILERPLATE, "a.txt", 1, 0, text);
    a2b_diag_free(diag);
    g_assert_cmpuint(seen.n, ==, 1501);
    g_assert_nonnull(g_strstr_len(seen.log->str, -1, text));
    g_string_free(seen.log, TRUE);
}

static void
count_progress(const A2bProgress *progress, gpointer user)
{
    guint *sum = user;

    g_assert_cmpint(progress->step, ==, A2B_STEP_PAGES);
    *sum += progress->done;
}

static void
test_progress(void)
{
    const A2bProgress progress = { A2B_STEP_PAGES, 3, 4, 1 };
    A2bDiag *diag = a2b_diag_new(NULL, NULL);
    guint sum = 0;

    diag_progress(NULL, &progress);
    diag_progress(diag, &progress);
    a2b_diag_set_progress(diag, count_progress, &sum);
    diag_progress(diag, &progress);
    diag_progress(diag, &progress);
    g_assert_cmpuint(sum, ==, 6);
    a2b_diag_free(diag);
}

static void
test_kinds(void)
{
    const A2bMessageKind *kind = a2b_message_kinds();
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);

    for (; kind->id != NULL; kind++) {
        g_assert_true(g_hash_table_add(ids, (gpointer) kind->id));
        g_assert_true(g_str_has_suffix(kind->explanation, "."));
    }
    g_assert_cmpuint(g_hash_table_size(ids), ==, N_DIAGS);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/say", test_say);
    g_test_add_func("/diag/null", test_null);
    g_test_add_func("/diag/escapes", test_escapes);
    g_test_add_func("/diag/limit", test_limit);
    g_test_add_func("/diag/limit/left-out", test_no_limit);
    g_test_add_func("/diag/progress", test_progress);
    g_test_add_func("/diag/kinds", test_kinds);
    return g_test_run();
}
