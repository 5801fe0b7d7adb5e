/* SPDX-License-Identifier: MIT */
/* Names, bylines and From: fields, table by table. */
#include <string.h>

#include "read/name.h"

static void
test_person(void)
{
    static const char *const people[] = {
        "Jane Doe", "JANE DOE", "Jane Q. Doe", "J. R. Doe", "J.R. Doe",
        "J Doe", "Jane O'Brien", "Jane O\xe2\x80\x99" "Brien",
        "Jean-Luc Dupont", "Ludwig van der Berg", "Vincent De Groot",
        "Omar bin Said", "Layla al-Amin", "Jane Doe Jr.", "Jane Doe, Jr.",
        "John Roe III", "Jane Doe, PhD", "Dr. Jane Doe", "Ronald McDonald",
        "Tan Mei Ling", "Mohd Salleh", "Joyce Q.Z.", "Theresa May",
        "Nguyễn Văn An", "Phạm Thị Hoa", "Мария Иванова", "Ю. Петров",
        "Γιώργος Παππάς", "김철수", "王小明", "李明", "山田 太郎",
        "José María Ruiz", "ØYVIND ÅS", "Kim Jong Soo", "  Jane Doe  ",
        "Jane d'Arc",
    };
    static const char *const others[] = {
        "", "Jane", "jane doe", "Jane Doe.", "Jane Doe is here",
        "The Times", "New York", "Related Articles", "White House said",
        "Read More", "Technology Reporter", "Staff Writer",
        "Associated Press", "Getty Images", "Jane & John", "Jane Doe 3",
        "Jane Doe and John Roe", "What Now", "Supreme Court",
        "jane@example.org", "Jane Doe, Berlin", "Share Save",
        "October Surprise", "A B", "J. R.", "Business", "World News",
        "One Two Three Four Five Six", "Jane Doe?", "(Jane Doe)",
        "육군이 올해 첫", "我们今天去北京旅游", "News", "IN THE END",
        "Terms Of Use", "Von Hans", "Mr. Speaker", "Vol XII No.",
        "Jane's World", "Information Session", "Roe Press", "Contact Us", "1. Jane Doe",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        g_test_message("%s", people[i]);
        g_assert_true(name_is_person(people[i], strlen(people[i])));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_test_message("%s", others[i]);
        g_assert_false(name_is_person(others[i], strlen(others[i])));
    }
}

static void
test_score(void)
{
    g_assert_cmpuint(name_person_score("Jane Roewood", 12), >, 50);
    g_assert_cmpuint(name_person_score("Zyx Roewood", 11), ==, 50);
    g_assert_cmpuint(name_person_score("zyx", 3), ==, 0);
}

static void
test_role(void)
{
    static const char *const roles[] = {
        "Technology reporter", "Staff Writer", "Staff Writer, The Daily",
        "Editor", "Chief Political Correspondent", "Redakteurin", "기자",
        "BBC Sport journalist", "Senior Economist",
    };
    static const char *const others[] = {
        "", "Jane Doe", "The reporter said so.", "reporter: Jane",
        "the editor of the paper that he once knew said no",
        "said the author of the book", "Technology",
        "Historian and writer dies aged 81", "A note from the editor",
        "Editors call the dry style so",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        g_test_message("%s", roles[i]);
        g_assert_true(name_is_role(roles[i], strlen(roles[i])));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_test_message("%s", others[i]);
        g_assert_false(name_is_role(others[i], strlen(others[i])));
    }
}

typedef struct {
    const char *line;
    const char *authors;        /* parted by '|'; NULL: no byline */
    gboolean word;
    const char *role, *email;
} BylineCase;

static void
check_bylines(const BylineCase *cases, gsize n_cases)
{
    for (gsize i = 0; i < n_cases; i++) {
        const BylineCase *c = &cases[i];
        NameByline info;
        g_autoptr(GPtrArray) names = name_byline(c->line, strlen(c->line),
                                                 &info);
        g_autoptr(GString) all = g_string_new(NULL);

        g_test_message("%s", c->line);
        for (guint k = 0; names != NULL && k < names->len; k++)
            g_string_append_printf(all, "%s%s", k > 0 ? "|" : "",
                                   (char *) names->pdata[k]);
        g_assert_cmpstr(names != NULL ? all->str : NULL, ==, c->authors);
        g_assert_cmpint(info.word, ==, c->word);
        g_assert_cmpstr(info.role, ==, c->role);
        g_assert_cmpstr(info.email, ==, c->email);
        name_byline_clear(&info);
    }
}

static void
test_byline(void)
{
    static const BylineCase cases[] = {
        { "By Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "BY MARIA DIAZ", "MARIA DIAZ", TRUE, NULL, NULL },
        { "by Ann B. Roe", "Ann B. Roe", TRUE, NULL, NULL },
        { "  --by Ann Roe--", "Ann Roe", TRUE, NULL, NULL },
        { "(By Ann Roe)", "Ann Roe", TRUE, NULL, NULL },
        { "*By Ann Roe*", "Ann Roe", TRUE, NULL, NULL },
        { "By: Ann Roe", "Ann Roe", TRUE, NULL, NULL },
        { "By Ann Roe.", "Ann Roe", TRUE, NULL, NULL },
        { "By Ann Roe Jr.", "Ann Roe Jr.", TRUE, NULL, NULL },
        { "By Ann Roe, Jr., and Bob Coe", "Ann Roe, Jr.|Bob Coe", TRUE,
          NULL, NULL },
        { "By Jane Doe and John Roe, Staff Writers", "Jane Doe|John Roe",
          TRUE, "Staff Writers", NULL },
        { "By Jane Doe, Ann Roe, Bob Coe and Tim Lee",
          "Jane Doe|Ann Roe|Bob Coe|Tim Lee", TRUE, NULL, NULL },
        { "By Jane Doe, Ann Roe, and Bob Coe", "Jane Doe|Ann Roe|Bob Coe",
          TRUE, NULL, NULL },
        { "By Jane Doe & John Roe", "Jane Doe|John Roe", TRUE, NULL, NULL },
        { "By Jane Doe in Jerusalem", "Jane Doe", TRUE, NULL, NULL },
        { "By Jane Doe for The Daily", "Jane Doe", TRUE, NULL, NULL },
        { "By Jane Doe, Associated Press", "Jane Doe", TRUE, NULL, NULL },
        { "By Jane Doe and CNN staff", "Jane Doe", TRUE, NULL, NULL },
        { "By The Associated Press", "The Associated Press", TRUE, NULL,
          NULL },
        { "By Jane Doe | October 9, 2025", "Jane Doe", TRUE, NULL, NULL },
        { "By Jane Doe October 9, 2025", "Jane Doe", TRUE, NULL, NULL },
        { "Posted by Jane Doe on October 9, 2025 at 5 PM", "Jane Doe", TRUE,
          NULL, NULL },
        { "October 9, 2025 by Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "By Staff Writer Jane Doe", "Jane Doe", TRUE, "Staff Writer",
          NULL },
        { "By Jane Doe, Technology reporter", "Jane Doe", TRUE,
          "Technology reporter", NULL },
        { "by Max Roe (max@example.UUCP)", "Max Roe", TRUE, NULL,
          "max@example.UUCP" },
        { "By Max Roe <max@example.org>", "Max Roe", TRUE, NULL,
          "max@example.org" },
        { "By Max Roe @maxroe", "Max Roe", TRUE, NULL, NULL },
        { "Written by: Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "Author: Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "Author: jdoe", "jdoe", TRUE, NULL, NULL },
        { "Author(s): Doe, Jane; Roe, John", "Jane Doe|John Roe", TRUE,
          NULL, NULL },
        { "Authors: Jane Doe; John Roe", "Jane Doe|John Roe", TRUE, NULL,
          NULL },
        { "Byline: Tan Mei Ling, A title that stands here again", "Tan Mei Ling",
          TRUE, NULL, NULL },
        { "Byline: Jane Doe in Jerusalem", "Jane Doe", TRUE, NULL, NULL },
        { "Byline: Sukarno", "Sukarno", TRUE, NULL, NULL },
        { "Story by Jane Doe | Photos by John Roe", "Jane Doe", TRUE, NULL,
          NULL },
        { "Story and photos by Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "Text: Jane Doe", "Jane Doe", TRUE, NULL, NULL },
        { "Text: Jane Doe / Fotos: John Roe", "Jane Doe", TRUE, NULL,
          NULL },
    };
    check_bylines(cases, G_N_ELEMENTS(cases));
}

static void
test_byline_languages(void)
{
    static const BylineCase cases[] = {
        { "Von Hans Meier", "Hans Meier", TRUE, NULL, NULL },
        { "Von Hans Meier und Eva Sommer, Berlin", "Hans Meier|Eva Sommer",
          TRUE, NULL, NULL },
        { "Ein Beitrag von Hans Meier", "Hans Meier", TRUE, NULL, NULL },
        { "Par Jean Dupont", "Jean Dupont", TRUE, NULL, NULL },
        { "Par Jean Dupont et Luc Bois", "Jean Dupont|Luc Bois", TRUE,
          NULL, NULL },
        { "Por Ana Ruiz", "Ana Ruiz", TRUE, NULL, NULL },
        { "di Maria Bianchi", "Maria Bianchi", TRUE, NULL, NULL },
        { "a cura di Maria Bianchi", "Maria Bianchi", TRUE, NULL, NULL },
        { "Door Jan de Vries", "Jan de Vries", TRUE, NULL, NULL },
        { "Av Lars Berg", "Lars Berg", TRUE, NULL, NULL },
        { "Автор: Мария Иванова", "Мария Иванова", TRUE, NULL, NULL },
        { "Tác giả: Nguyễn Văn An", "Nguyễn Văn An", TRUE, NULL, NULL },
        { "Oleh Budi Santoso", "Budi Santoso", TRUE, NULL, NULL },
        { "Yazan: Ayşe Yılmaz", "Ayşe Yılmaz", TRUE, NULL, NULL },
        { "김철수 기자", "김철수", FALSE, "기자", NULL },
        { "김철수 기자 < abc12@example.kr >", "김철수", FALSE, "기자",
          "abc12@example.kr" },
        { "글=김철수/사진=박영희 기자", "김철수", TRUE, NULL, NULL },
        { "作者：王小明", "王小明", TRUE, NULL, NULL },
        { "文/王小明", "王小明", TRUE, NULL, NULL },
        { "记者 王小明", "王小明", TRUE, NULL, NULL },
        { "Phạm Minh • 02/04/2026 - 20:49", "Phạm Minh", FALSE, NULL, NULL },
        { "Jane Doe, Technology reporter", "Jane Doe", FALSE,
          "Technology reporter", NULL },
        { "Jane Doe - Staff Writer", "Jane Doe", FALSE, "Staff Writer",
          NULL },
    };
    check_bylines(cases, G_N_ELEMENTS(cases));
}

static void
test_byline_none(void)
{
    static const char *const lines[] = {
        "", "By", "by hand", "By far the best", "By the time he arrived",
        "By the early 1980s the office was there", "By Land and Sea",
        "By Design", "By hook or crook, or somehow, got.",
        "By comparison, the average has increased",
        "By reducing incomes, it means that less is spent",
        "BY THIS TIME the others were sure", "By Reef and Palm, Jane Doe",
        "Jane Doe", "Jane Doe and John Roe", "Photos by Jane Doe",
        "Edited by Jane Doe", "Foto: Jane Doe", "Image: Jane Doe",
        "Text version: send a message", "Note: this is a note",
        "Von hier aus sieht man das Meer", "Por favor", "Par exemple",
        "Author of the book", "Byline: , A title without a name",
        "Jane Doe said the author was a reporter",
        "I met Jane Doe, a reporter from the Daily, who told me a story "
        "that I did not believe at first.", "Story: the end of it all.",
        "https://example.org/by/jane-doe", "Report: prices rise again",
        "By Jane Doe said that it was not what he had wanted",
        "jane@example.org     Green Falls, Ontario, Canada",
        "jane@example.org (Jane Doe)   - all that is said of parks",
        "Feb 2004 Jane Doe, by John Roe", "Jane Doe, Columnist, Dies at 62",
        "Mr. Speaker, Mr. President, Members of the House:",
        "Byline: Ties with nobody hinge on it", "Jane Doe - a life",
        "October 9, 2025", "LONDON, October 9, 2025",
        "In article <5@x> jane@example.org (Jane Doe) writes:",
        "Av den anledningen", "Di sini", "By Tuesday, March 5, 2024",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        NameByline info;
        g_autoptr(GPtrArray) names = name_byline(lines[i],
                                                 strlen(lines[i]), &info);

        g_test_message("%s", lines[i]);
        g_assert_null(names);
        g_assert_null(info.role);
        g_assert_null(info.email);
    }
}

static void
test_address(void)
{
    static const struct { const char *from, *name; } cases[] = {
        { "Jane Doe <jane@example.org>", "Jane Doe" },
        { "max@example.UUCP (Max Roe)", "Max Roe" },
        { "\"Max Roe\" <max@example.org>", "Max Roe" },
        { "\"Max \\\"M\\\" Roe\" <max@example.org>", "Max \"M\" Roe" },
        { "\"Roe, Max\" <max@example.org>", "Max Roe" },
        { "'Max Roe' <max@example.org>", "Max Roe" },
        { "Jane Doe <jane@example.org>, max@example.org", "Jane Doe" },
        { "Jane Doe <jane at example dot org>", "Jane Doe" },
        { "jane at example.org (Jane Doe)", "Jane Doe" },
        { "jane@example.org (Jane \\(J\\) Doe)", "Jane (J) Doe" },
        { "=?UTF-8?B?SmFuZSBEw7Zl?= <jane@example.org>", "Jane D\xc3\xb6" "e" },
        { "=?iso-8859-1?Q?Jane_D=F6e?= <jane@example.org>",
          "Jane D\xc3\xb6" "e" },
        { "\"=?windows-1251?B?wPLo6u7i?=\" <a@example.org>", "Атиков" },
        { "jane doe", "jane doe" },
        { "JANE DOE <j@example.org>", "JANE DOE" },
        { "jane@example.org", NULL },
        { "<jane@example.org>", NULL },
        { "\"jane@example.org\" <jane@example.org>", NULL },
        { "jane at example.org", NULL },
        { "jane", NULL },
        { "", NULL },
        { "(", NULL },
        { "\"", NULL },
        { "a@example.org ()", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = name_from_address(cases[i].from);

        g_test_message("%s", cases[i].from);
        g_assert_cmpstr(name, ==, cases[i].name);
    }
}

static void
test_bio(void)
{
    static const struct { const char *line, *name; } cases[] = {
        { "Jane Doe is a staff writer at The Daily. She likes tea.",
          "Jane Doe" },
        { "Jane Q. Doe is the paper\xe2\x80\x99s chief political "
          "correspondent.", "Jane Q. Doe" },
        { "Jane Doe is chief correspondent.", "Jane Doe" },
        { "Jane Doe is confident that she and fellow runners win.", NULL },
        { "Jane Doe covers the north.", "Jane Doe" },
        { "Hans Meier ist freier Journalist in Bonn.", "Hans Meier" },
        { "Jane Doe is a friend of mine.", NULL },
        { "Jane Doe is here. The writer is not.", NULL },
        { "The North is a great writer", NULL },
        { "She is a staff writer.", NULL },
        { "Jane Doe", NULL },
        { "", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = name_from_bio(cases[i].line,
                                              strlen(cases[i].line));

        g_test_message("%s", cases[i].line);
        g_assert_cmpstr(name, ==, cases[i].name);
    }
}

static void
test_tail(void)
{
    static const struct { const char *line; gsize at; } cases[] = {
        { "That was all.  JANE DOE", 15 },
        { "That was all. -- Jane Doe", 17 },
        { "That was all. \xe2\x80\x94 Jane Doe", 18 },
        { "That was all.  Jane Doe", 0 },
        { "That was all. JANE DOE", 0 },
        { "That was all.  JANE DOE.", 0 },
        { "JANE DOE", 0 },
        { ".", 0 },
        { "", 0 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].line);
        g_assert_cmpuint(name_tail(cases[i].line, strlen(cases[i].line)),
                         ==, cases[i].at);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/name/person", test_person);
    g_test_add_func("/name/score", test_score);
    g_test_add_func("/name/role", test_role);
    g_test_add_func("/name/byline/english", test_byline);
    g_test_add_func("/name/byline/languages", test_byline_languages);
    g_test_add_func("/name/byline/none", test_byline_none);
    g_test_add_func("/name/bio", test_bio);
    g_test_add_func("/name/tail", test_tail);
    g_test_add_func("/name/address", test_address);
    return g_test_run();
}
