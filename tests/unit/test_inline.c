/* SPDX-License-Identifier: MIT */
/* Marks in plain text: what is one and what is text. */
#include "read/inline.h"

#include "read/inline_scan.h"

#include <string.h>

typedef struct {
    const char *in, *out;   /* out: marks as {name text}, links as
                             * {link=target text} */
} Case;

static const char *const mark_names[A2B_N_MARKS] = {
    "em", "b", "u", "s", "code", "sub", "sup", "sc", "ins", "del", "link",
    "note", "img", "lang",
};

static const char *
known_note(const char *mark, gsize len, gpointer user)
{
    const char *const *known = user;

    for (; known && *known; known++)
        if (strlen(*known) == len && memcmp(*known, mark, len) == 0)
            return "note-x";
    return NULL;
}

/* Also checks what A2bText promises of spans. */
static char *
show(const Draft *draft)
{
    GString *out = g_string_new(NULL);
    guint next = 0, depth = 0, open[64];

    for (guint32 at = 0; at <= draft->str->len; at++) {
        while (depth > 0 && g_array_index(draft->spans, A2bSpan,
                                          open[depth - 1]).end == at) {
            g_string_append_c(out, '}');
            depth--;
        }
        while (next < draft->spans->len) {
            const A2bSpan *span =
                &g_array_index(draft->spans, A2bSpan, next);
            g_assert_cmpuint(span->start, >=, at);
            if (span->start > at)
                break;
            g_assert_cmpuint(span->end, >, span->start);
            if (depth > 0)
                g_assert_cmpuint(span->end, <=,
                                 g_array_index(draft->spans, A2bSpan,
                                               open[depth - 1]).end);
            g_string_append_printf(out, "{%s", mark_names[span->mark]);
            if (span->target)
                g_string_append_printf(out, "=%s", span->target);
            g_string_append_c(out, ' ');
            g_assert_cmpuint(depth, <, G_N_ELEMENTS(open));
            open[depth++] = next++;
        }
        if (at < draft->str->len)
            g_string_append_c(out, draft->str->str[at]);
    }
    g_assert_cmpuint(depth, ==, 0);
    return g_string_free(out, FALSE);
}

static char *
parsed(const char *in, const char *const *notes)
{
    g_autoptr(Arena) arena = arena_new();
    InlineContext context = {
        .arena = arena, .line = 7, .note = known_note,
        .user = (gpointer) notes,
    };
    Draft draft;

    draft_init(&draft);
    inline_parse(&draft, in, -1, &context);
    char *shown = show(&draft);
    draft_clear(&draft);
    return shown;
}

static void
check(const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *got = parsed(cases[i].in, NULL);

        g_assert_cmpstr(got, ==, cases[i].out);
    }
}

static void
test_emphasis(void)
{
    static const Case cases[] = {
        { "a *bold* word", "a {b bold} word" },
        { "_so_ it is, _really_.", "{em so} it is, {em really}." },
        { "**bold** and __bold__", "{b bold} and {b bold}" },
        { "(*both* _of them_)", "({b both} {em of them})" },
        { "*a _b_ c*", "{b a {em b} c}" },
        { "*a _b* c_", "{b a _b} c_" },
        { "over\n_two\nlines_", "over\n{em two\nlines}" },
        { "_The_Old_House_", "{em The_Old_House}" },
        { "snake_case a_b_c 2*3*4 2 * 3 * 4", "snake_case a_b_c 2*3*4 "
          "2 * 3 * 4" },
        { "*** **** text ***", "*** **** text ***" },
        { "__init__ and __main__()", "__init__ and __main__()" },
        { "*a *b*", "*a {b b}" },
        { "a* b*", "a* b*" },
        { "f*ck, s**t, f***", "f*ck, s**t, f***" },
        { "/* x */ *.txt *.c", "/* x */ *.txt *.c" },
        { "____ _ _ __", "____ _ _ __" },
        { "\"_so_\" it *was*!", "\"{em so}\" it {b was}!" },
        { "*the cat*'s", "{b the cat}'s" },
        { "/The Evening Post/ says", "{em The Evening Post} says" },
        { "/usr/share/doc and/or /zee/ 1/2/3", "/usr/share/doc and/or "
          "/zee/ 1/2/3" },
        { "*\xD1\x8F*", "{b \xD1\x8F}" },
    };

    check(cases, G_N_ELEMENTS(cases));

    g_autofree char *filler = g_strnfill(300, 'x');
    g_autofree char *far = g_strconcat("So *", filler, "* it", NULL);
    g_autofree char *got = parsed(far, NULL);
    g_assert_cmpstr(got, ==, far);
}

static void
test_code(void)
{
    static const Case cases[] = {
        { "run `ls -l` now", "run {code ls -l} now" },
        { "`a*b*c` `&amp;` `http://example.org/`",
          "{code a*b*c} {code &amp;} {code http://example.org/}" },
        { "``Well,'' she said", "\"Well,\" she said" },
        { "he said ``so'' and ``no''.", "he said \"so\" and \"no\"." },
        { "``x = 1`` sets", "{code x = 1} sets" },
        { "a `word' and a tick `", "a 'word' and a tick `" },
        { "`so I told them all that'", "'so I told them all that'" },
        { "don`t ``` no", "don`t ``` no" },
        { "`a` `", "{code a} `" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_tags(void)
{
    static const Case cases[] = {
        { "he <u>said</u> so", "he {u said} so" },
        { "<B>a</B> <Strong class=\"x\">b</strong>", "{b a} {b b}" },
        { "<i>a<b>b</i>c</b>d", "{em a{b b}}{b c}d" },
        { "<i>never closed", "{em never closed}" },
        { "closed</i> only", "closed only" },
        { "<b></b>nothing<i></i>", "nothing" },
        { "x<br />\ny", "x\xE2\x80\xA8y" },
        { "H<sub>2</sub>O <sup>x</sup>", "H{sub 2}O {sup x}" },
        { "<tt>t</tt><del>d</del><ins>i</ins><s>s</s>",
          "{code t}{del d}{ins i}{s s}" },
        { "one.</p><p>Two<span style='x'> and</span>",
          "one.  Two and" },
        { "<FONT face=3DArial size=3D2>so</FONT>", "so" },
        { "<a href=\"http://example.org/?a=1&amp;b=2\">here</a>",
          "{link=http://example.org/?a=1&b=2 here}" },
        { "<a href=3D\"http://example.org/\">here</a>",
          "{link=http://example.org/ here}" },
        { "<a href=\"javascript:x()\">here</a> <a href='/x'>h</a>",
          "here h" },
        { "<a href='http://a.example/'>x <a href='http://b.example/'>y",
          "{link=http://a.example/ x }{link=http://b.example/ y}" },
        { "<a href='http://a.example/'>http://b.example/</a>",
          "{link=http://a.example/ http://b.example/}" },
        { "<code>a*b* http://a.example/</code>",
          "{code a*b* http://a.example/}" },
        { "<robg@x> a < b > c <- <Y>es <grin> <", "<robg@x> a < b > c <- "
          "<Y>es <grin> <" },
        { "<S>ave <Q>uit <U>pload <P>lay", "<S>ave <Q>uit <U>pload "
          "<P>lay" },
        { "<i am here> <b", "<i am here> <b" },
        { "<i>*a</i>b*", "{em {b a}}{b b}" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_entities(void)
{
    static const Case cases[] = {
        { "a &amp; b &lt;c&gt; &quot;d&quot;", "a & b <c> \"d\"" },
        { "&#8212;&#x2014;&mdash;&#151;", "\xE2\x80\x94\xE2\x80\x94"
          "\xE2\x80\x94\xE2\x80\x94" },
        { "&nbsp;&eacute;&Eacute;", "\xC2\xA0\xC3\xA9\xC3\x89" },
        { "AT&T &nothing; &amp & &#; &#x;", "AT&T &nothing; &amp & &#; "
          "&#x;" },
        { "&#0;&#xD800;&#10;", "\xEF\xBF\xBD\xEF\xBF\xBD " },
        { "&#xFDD0;&#x10FFFF;", "\xEF\xBF\xBD\xEF\xBF\xBD" },
        { "&lt;b&gt;", "<b>" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_links(void)
{
    static const Case cases[] = {
        { "see http://example.org/a.", "see {link=http://example.org/a "
          "http://example.org/a}." },
        { "(www.example.org), x", "({link=http://www.example.org "
          "www.example.org}), x" },
        { "http://example.org/x_(y) (http://example.org/z)",
          "{link=http://example.org/x_(y) http://example.org/x_(y)} "
          "({link=http://example.org/z http://example.org/z})" },
        { "<URL:http://example.org/> <http://example.org>",
          "{link=http://example.org/ http://example.org/} "
          "{link=http://example.org http://example.org}" },
        { "joe.b@example.org, <joe@example.org>",
          "{link=mailto:joe.b@example.org joe.b@example.org}, "
          "<{link=mailto:joe@example.org joe@example.org}>" },
        { "mailto:joe@example.org", "{link=mailto:joe@example.org "
          "mailto:joe@example.org}" },
        { "<1993Apr23.174148.1234@example.org> a@b joe@example",
          "<1993Apr23.174148.1234@example.org> a@b joe@example" },
        { "<5rl7ep$i71@example.org> a@b.no-tld", "<5rl7ep$i71@example.org> "
          "a@b.no-tld" },
        { "http:// http://foo:bar/ www. www.x xhttp://example.org",
          "http:// http://foo:bar/ www. www.x xhttp://example.org" },
        { "_http://example.org/a_b_", "{em {link=http://example.org/a_b "
          "http://example.org/a_b}}" },
        { "http://example.org/?a=1&amp;b=2&gt;",
          "{link=http://example.org/?a=1&b=2 "
          "http://example.org/?a=1&b=2}>" },
        { "http://example.org\xEC\x97\x90\xEC\x84\x9C",
          "{link=http://example.org http://example.org}"
          "\xEC\x97\x90\xEC\x84\x9C" },
        { "http://999.1.1.1/ ftp://example.org",
          "http://999.1.1.1/ {link=ftp://example.org ftp://example.org}" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_uri(void)
{
    static const Case cases[] = {
        { "HTTP://Example.ORG/A b", "http://example.org/A%20b" },
        { "http://example.org/%zz%41[x]|\\^{}`\"<>",
          "http://example.org/%25zz%41%5Bx%5D%7C%5C%5E%7B%7D%60%22%3C%3E" },
        { "http://example.org/a#b#c", "http://example.org/a#b%23c" },
        { "http://u:p@example.org:80/?q=\xC3\xA9",
          "http://u:p@example.org:80/?q=%C3%A9" },
        { "http://m\xC3\xBCller.example/", "http://xn--mller-kva.example/" },
        { "https://1.2.3.4/", "https://1.2.3.4/" },
        { "mailto:a@example.org?subject=x y",
          "mailto:a@example.org?subject=x%20y" },
        { "http://1.2.3/", NULL }, { "http:///x", NULL },
        { "http://a..b/", NULL }, { "http://a\\b/", NULL },
        { "http://a:99999/", NULL }, { "http://[::1]/", NULL },
        { "javascript:alert(1)", NULL }, { "file:///etc/x", NULL },
        { "data:text/html,x", NULL }, { "http:example.org", NULL },
        { "mailto:nobody", NULL }, { "/relative", NULL }, { "", NULL },
        { "http://a%41b/", NULL }, { "http://xn--999999999/", NULL },
        { "http://\xC2\xAD/", NULL }, { "http://-a.example/", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *uri = inline_uri_dup(cases[i].in);

        g_assert_cmpstr(uri, ==, cases[i].out);
    }
}

static void
test_notes(void)
{
    static const char *const notes[] = { "1", "12", "*", "2", NULL };
    static const Case cases[] = {
        { "a word[1] and[12][3].", "a word{note=note-x [1]} and"
          "{note=note-x [12]}[3]." },
        { "end. [1] Next", "end. {note=note-x [1]} Next" },
        { "[1] body", "[1] body" },
        { "word* and *bold* 5 * 3", "word{note=note-x *} and {b bold} "
          "5 * 3" },
        { "word\xC2\xB9, km\xC2\xB2", "word{note=note-x 1}, km\xC2\xB2" },
        { "a[*]", "a{note=note-x [*]}" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = parsed(cases[i].in, notes);

        g_assert_cmpstr(got, ==, cases[i].out);
    }
}

static void
test_lengths(void)
{
    g_assert_cmpuint(inline_url_length("http://example.org/,", 0), ==, 19);
    g_assert_cmpuint(inline_url_length("www.example.org", '@'), ==, 0);
    g_assert_cmpuint(inline_url_length("http://x", 'a'), ==, 0);
    g_assert_cmpuint(inline_email_length("a.b@c.example.", '<'), ==, 13);
    g_assert_cmpuint(inline_email_length("a.b@c.example", '.'), ==, 0);
}

static void
test_plain(void)
{
    g_autofree char *plain =
        inline_plain("<b>A</b> &amp; *b* http://example.org/ <x>");

    g_assert_cmpstr(plain, ==, "A & *b* http://example.org/ <x>");
}

/* A second paragraph in one draft, and a length that ends before the NUL. */
static void
test_append(void)
{
    g_autoptr(Arena) arena = arena_new();
    InlineContext context = { .arena = arena, .line = 7 };
    Draft draft;

    draft_init(&draft);
    inline_parse(&draft, "*a*bc", 3, &context);
    inline_parse(&draft, " _d_", -1, &context);
    g_autofree char *got = show(&draft);
    g_assert_cmpstr(got, ==, "{b a} {em d}");
    g_assert_cmpuint(g_array_index(draft.spans, A2bSpan, 1).line, ==, 7);
    draft_clear(&draft);
}

/* Random strings of what is dangerous: spans nest, the text stays valid. */
static void
test_random(void)
{
    static const char *const parts[] = {
        "a", "B", "12", " ", " ", "\n", "*", "**", "_", "__", "/", "`",
        "``", "''", "'", "<b>", "</b>", "<i>", "</i>", "<code>", "</code>",
        "<a href='http://a.example/'>", "</a>", "<br>", "<p>", "<", ">",
        "&amp;", "&#", "&", "[1]", "[*]", "[", "http://a.example/",
        "www.a.example", "a@b.example", "mailto:", "<http://b.example>",
        "\xC2\xB9", "\xD1\x8F", "\xE6\x9C\xAC", ".", ",", "(", ")", "-",
    };
    static const char *const notes[] = { "1", "*", NULL };
    GRand *random = g_rand_new_with_seed(5);

    for (guint n = 0; n < 40000; n++) {
        g_autoptr(GString) in = g_string_new(NULL);

        for (gint32 i = g_rand_int_range(random, 1, 14); i > 0; i--)
            g_string_append(in, parts[g_rand_int_range(
                random, 0, G_N_ELEMENTS(parts))]);
        g_autofree char *got = parsed(in->str, notes);
        g_assert_true(g_utf8_validate(got, -1, NULL));
    }
    g_rand_free(random);
}

static void
test_linear(void)
{
    static const char *const units[] = {
        "*", "_", "[", "<", "`", "``", "&", "/", "* ", "*a ", "_a _", "<b>",
        "<b><i></b>", "<a href=\"", "<a href='http://a.example/'>", "` ",
        "`a ", "``a ", "'' ", "www.(", "http://(", "http://a(", "a@", "a@a.",
        "[1", "a[1] ", "/A B ", "</i>", "&#", "<b x=", "**a", "<http://a( ",
        "a\xC2\xB9", "www.a.b-", "mailto:",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(GString) in = g_string_new(NULL);
        for (guint n = 0; n < 50000; n++)
            g_string_append(in, units[i]);
        gint64 start = g_get_monotonic_time();
        g_autofree char *got = parsed(in->str, NULL);
        gint64 spent = g_get_monotonic_time() - start;

        g_test_message("%s: %d ms", units[i], (int) (spent / 1000));
        g_assert_cmpint(spent, <, 30 * G_USEC_PER_SEC);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/inline/emphasis", test_emphasis);
    g_test_add_func("/inline/code", test_code);
    g_test_add_func("/inline/tags", test_tags);
    g_test_add_func("/inline/entities", test_entities);
    g_test_add_func("/inline/links", test_links);
    g_test_add_func("/inline/uri", test_uri);
    g_test_add_func("/inline/notes", test_notes);
    g_test_add_func("/inline/lengths", test_lengths);
    g_test_add_func("/inline/plain", test_plain);
    g_test_add_func("/inline/append", test_append);
    g_test_add_func("/inline/random", test_random);
    g_test_add_func("/inline/linear", test_linear);
    return g_test_run();
}
