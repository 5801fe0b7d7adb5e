/* SPDX-License-Identifier: MIT */
/* Header blocks, names of fields, encoded words and bodies. */
#include <string.h>

#include "read/header.h"
#include "read/header_decode.h"

static HeaderBlock *
parse(const char *text)
{
    return header_parse(text, strlen(text));
}

static void
test_usenet(void)
{
    static const char text[] =
        "\n"
        "Path: a.example!b.example!max\n"
        "From: max@example.UUCP (Max Roe)\n"
        "Newsgroups: comp.os.example,\n"
        "\tcomp.example.misc\n"
        "Subject:    Keyboards: #2  The Socket  \n"
        "Date: 26 Oct 94 03:47:12 GMT\n"
        "X-Odd:\n"
        "\n"
        "\n"
        "The  text: begins here.\n";
    g_autoptr(HeaderBlock) block = parse(text);

    g_assert_nonnull(block);
    g_assert_cmpuint(header_n_fields(block), ==, 6);
    g_assert_cmpstr(header_field(block, "subject"), ==,
                    "Keyboards: #2  The Socket");
    g_assert_cmpstr(header_field(block, "NEWSGROUPS"), ==,
                    "comp.os.example, comp.example.misc");
    g_assert_cmpstr(header_field(block, "x-odd"), ==, "");
    g_assert_null(header_field(block, "Sender"));
    g_assert_cmpstr(header_value(block, HEADER_AUTHOR), ==,
                    "max@example.UUCP (Max Roe)");
    g_assert_cmpuint(header_nth(block, 2)->line, ==, 4);
    g_assert_cmpuint(header_nth(block, 2)->n_lines, ==, 2);
    g_assert_cmpuint(header_nth(block, 3)->line, ==, 6);
    g_assert_cmpint(header_nth(block, 0)->meaning, ==, HEADER_TRANSPORT);
    g_assert_cmpstr(text + block->body, ==, "The  text: begins here.\n");
    g_assert_cmpuint(block->n_lines, ==, 10);
}

static void
test_shapes(void)
{
    static const struct { const char *text; int n_fields; } cases[] = {
        /* with something before the fields */
        { "From a@b Mon May  2 16:07:05 2005\nFrom: a@b\nSubject: x\n\nt",
          2 },
        { "From - Wed Jun 05 11:47:35 2002\nDate: x\nTo: y\n\nt", 2 },
        { "Article 53 of alt.example:\nNewsgroups: a\nPath: b\n\nt", 2 },
        { "--- START OF FORWARDED MESSAGE ---\n\nFrom System ....: Net\n"
          "From Conference : de.example\nMessageID ......: <1>\n"
          "Originally from : Max Roe <m@example.org>\n"
          "Subject ........: A == B\n\nt", 5 },
        /* two of mail are enough, at the end of the text too */
        { "Subject: x\nDate: y\n\nt", 2 },
        { "Subject: x\nDate: y", 2 },
        { "Von: a\nGesendet: b\nAn: c\nBetreff: d\n\nt", 4 },
        { "От: a\nКому: b\nТема: c\n\nt", 3 },
        { "Subject: x\nTitle: y\nAuthor: z\n\nt", 3 },
        /* text right behind only where there is no doubt */
        { "From: a\nDate: b\nSubject: c\nNo blank line here", 3 },
        { "From: a\nDate: b\nNo blank line here", -1 },
        /* blanks that fold */
        { "From: a\nSubject: b\n \nMIME-Version: 1.0\n\nt", 3 },
        { "From: a\nSubject: b\n \nText-like words and: so on\n", 2 },
        /* a second header behind the first */
        { "From: a\nSubject: b\n\nArchive-name: c\nVersion: 1\n\nt", 4 },
        { "From: a\nSubject: b\n\nArchive-name: c\nText, and text.\n", 2 },
        { "From: a\nSubject: b\n\nAuthor: c\n\nt", 2 },
        { "From: a\nSubject: b\n\nVersion: c\n\nt", 2 },
        /* no header */
        { "", -1 },
        { "\n\n", -1 },
        { "Subject: x\n\nt", -1 },
        { "Title: x\n\nt", -1 },
        { "Title: x\nt", -1 },
        { "Title: x\nAuthor: y\n\nt", -1 },
        { "Jane: Hello.\nJohn: Hello.\n\nt", -1 },
        { "Date: x\n\nt", -1 },
        { "From the start: it was so.\nTo the end: as well.\n", -1 },
        { "From here on it is text\nSubject: a\nDate: b\n", -1 },
        { "http://example.org/: a\nTo: b\n\n", -1 },
        { "Time: 12\nPlace: here\nTo: us\n\nt", -1 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(HeaderBlock) block = parse(cases[i].text);

        g_test_message("%s", cases[i].text);
        g_assert_cmpint(block != NULL ? (int) header_n_fields(block) : -1,
                        ==, cases[i].n_fields);
    }
}

static void
test_meaning(void)
{
    static const struct { const char *name; HeaderMeaning meaning; }
    cases[] = {
        { "Subject", HEADER_TITLE }, { "TITLE", HEADER_TITLE },
        { "Subject ........", HEADER_TITLE }, { "Betreff", HEADER_TITLE },
        { "Highlight", HEADER_SUBTITLE }, { "Byline", HEADER_AUTHOR },
        { "Author(s)", HEADER_AUTHOR }, { "From", HEADER_AUTHOR },
        { "Автор", HEADER_AUTHOR }, { "作者", HEADER_AUTHOR },
        { "Tác giả", HEADER_AUTHOR }, { "Date", HEADER_DATE },
        { "Publication Date", HEADER_DATE }, { "Дата", HEADER_DATE },
        { "Load-Date", HEADER_LOAD_DATE }, { "load date", HEADER_LOAD_DATE },
        { "Section", HEADER_SECTION }, { "Length", HEADER_LENGTH },
        { "Graphic", HEADER_CAPTION }, { "Body", HEADER_BODY },
        { "Dateline", HEADER_DATELINE }, { "Source", HEADER_PUBLISHER },
        { "Newsgroups", HEADER_PUBLISHER }, { "Language", HEADER_LANGUAGE },
        { "Original url", HEADER_URL }, { "Keywords", HEADER_TAGS },
        { "Mots-clés", HEADER_TAGS }, { "Copyright", HEADER_COPYRIGHT },
        { "Summary", HEADER_SUMMARY }, { "Publication-Type", HEADER_OTHER },
        { "X-Mailer", HEADER_TRANSPORT }, { "Message-ID", HEADER_TRANSPORT },
        { "NNTP-Posting-Host", HEADER_TRANSPORT },
        { "List-Owner", HEADER_TRANSPORT }, { "", HEADER_UNKNOWN },
        { "Jane", HEADER_UNKNOWN }, { "Note", HEADER_UNKNOWN },
        { "X", HEADER_UNKNOWN }, { "...", HEADER_UNKNOWN },
        { "List of things", HEADER_UNKNOWN },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        g_assert_cmpint(header_meaning(cases[i].name,
                                       strlen(cases[i].name)),
                        ==, cases[i].meaning);
    }
}

static void
test_words(void)
{
    static const struct { const char *coded, *plain; } cases[] = {
        { "plain = text", "plain = text" },
        { "=?UTF-8?B?SmFuZSBEw7Zl?=", "Jane Döe" },
        { "=?utf-8?q?Jane_D=C3=B6e?=", "Jane Döe" },
        { "=?ISO-8859-1?Q?D=F6e?= x", "Döe x" },
        { "=?ISO-8859-1*en?Q?D=F6e?=", "Döe" },
        { "a =?us-ascii?Q?b?= =?us-ascii?Q?c?= d", "a bc d" },
        { "=?UTF-8?Q?D=C3?=\n =?UTF-8?Q?=B6e?=", "Döe" },
        { "=?UTF-8?Q?a?= =?ISO-8859-1?Q?=F6?=", "aö" },
        { "=?UTF-8?Q?a=0Ab?=", "a b" },
        { "=?UTF-8?X?a?=", "=?UTF-8?X?a?=" },
        { "=?UTF-8?Q?never ends", "=?UTF-8?Q?never ends" },
        { "=?no-such-set?Q?a=F6?=", "aö" },
        { "=?UTF-8?B?" "?=", "" },
        { "=?UTF-8?Q?=FF?=", "ÿ" },
        { "=?", "=?" },
        { "=", "=" },
        { "", "" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *plain = header_decode_words(cases[i].coded,
                                                     strlen(cases[i].coded));

        g_test_message("%s", cases[i].coded);
        g_assert_cmpstr(plain, ==, cases[i].plain);
    }
}

static void
check_body(const char *text, const char *want)
{
    g_autoptr(HeaderBlock) block = parse(text);
    gsize n = 0;

    g_test_message("%s", text);
    g_assert_nonnull(block);
    g_autofree char *body = header_decode_body(
        block, text + block->body, strlen(text) - block->body, &n);
    g_assert_cmpstr(body, ==, want);
    if (want != NULL)
        g_assert_cmpuint(n, ==, strlen(want));
}

static void
test_body_single(void)
{
    check_body("From: a\nTo: b\n\nas it is =3D\n", NULL);
    check_body("From: a\nTo: b\nContent-Transfer-Encoding: 8bit\n\nx=3D", NULL);
    check_body("From: a\nTo: b\nContent-Transfer-Encoding: "
               "Quoted-Printable\n\none=\n two =3D =XY=\n", "one two = =XY");
    check_body("From: a\nTo: b\nContent-Transfer-Encoding: "
               "quoted-printable\nContent-Type: text/plain; "
               "charset=\"iso-8859-1\"\n\nD=F6e=20\n", "Döe \n");
    check_body("From: a\nTo: b\nContent-Transfer-Encoding: "
               "base64\nContent-Type: text/plain;\n charset=iso-8859-1\n\n"
               "RPZl\nDQo=\n", "Döe\n");
    check_body("From: a\nTo: b\nContent-Transfer-Encoding: base64\n"
               "Content-Type: image/png\n\nRPZl\n", NULL);
}

static void
test_body_parts(void)
{
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; "
               "boundary=\"=_x\"\n\npreface\n--=_x\nContent-Type: image/png\n"
               "\nimage\n--=_x\ncontent-type: text/plain\n\nthe text\n"
               "--=_x--\nepilogue\n", "the text\n");
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n"
               "\n--x\n\nno fields\n--x--\n", "no fields\n");
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n"
               "\n--x\nContent-Type: multipart/alternative;\n boundary=y\n\n"
               "--y\nContent-Type: text/html\n\n<p>\n--y\nContent-Type: "
               "text/plain; charset=utf-8\nContent-Transfer-Encoding: "
               "quoted-printable\n\nD=C3=B6e\n--y--\n--x--\n", "Döe\n");
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n"
               "\n--x\n\nnever closed\n", "never closed\n");
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n"
               "\nno part at all\n", NULL);
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed\n\n--x\n", NULL);
    check_body("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=\n"
               "\n--\n\nx\n", NULL);
}

static void
test_body_deep(void)
{
    g_autoptr(GString) text = g_string_new("From: a\nTo: b\n");
    gsize n;

    for (int i = 0; i < 2000; i++)
        g_string_append_printf(text, "Content-Type: multipart/mixed; "
                               "boundary=b%d\n\n--b%d\n", i, i);
    g_string_append(text, "\nthe text\n");
    g_autoptr(HeaderBlock) block = parse(text->str);
    g_autofree char *body = header_decode_body(
        block, text->str + block->body, text->len - block->body, &n);
    g_assert_null(body);
}

static void
test_large(void)
{
    g_autoptr(GString) text = g_string_new("From: a\nTo: b\n");

    for (int i = 0; i < 50000; i++)
        g_string_append(text, i % 2 ? "Received: x\n" : "  =?a?q? folded\n");
    g_test_timer_start();
    g_autoptr(HeaderBlock) block = parse(text->str);
    g_assert_nonnull(block);
    g_assert_cmpuint(block->body, ==, text->len);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 30);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/header/usenet", test_usenet);
    g_test_add_func("/header/shapes", test_shapes);
    g_test_add_func("/header/meaning", test_meaning);
    g_test_add_func("/header/words", test_words);
    g_test_add_func("/header/body/single", test_body_single);
    g_test_add_func("/header/body/parts", test_body_parts);
    g_test_add_func("/header/body/deep", test_body_deep);
    g_test_add_func("/header/large", test_large);
    return g_test_run();
}
