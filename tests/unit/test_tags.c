/* SPDX-License-Identifier: MIT */
#include "pdf/tags.h"

static void
test_root(void)
{
    g_autoptr(Tags) tags = tags_new();

    g_assert_cmpuint(tags_count(tags), ==, 1);
    g_assert_cmpstr(tags_element(tags, 0)->type, ==, "Document");
    g_assert_true(tags_element(tags, 0)->parent == TAG_NONE);
    g_assert_null(tags_element(tags, 0)->kids);
}

/* Content and children are read in the order in which they came. */
static void
test_order(void)
{
    g_autoptr(Tags) tags = tags_new();
    const Tag p = tags_add(tags, 0, "P");
    const TagKid *kids;
    Tag link;

    tags_content(tags, p, 3, 0);
    link = tags_add(tags, p, "Link");
    tags_content(tags, link, 3, 1);
    tags_link(tags, link, 7);
    tags_content(tags, p, 4, 0);

    g_assert_cmpuint(tags_element(tags, link)->parent, ==, p);
    g_assert_cmpuint(tags_element(tags, p)->kids->len, ==, 3);
    kids = (const TagKid *) tags_element(tags, p)->kids->data;
    g_assert_cmpint(kids[0].kind, ==, TAG_KID_CONTENT);
    g_assert_cmpint(kids[1].kind, ==, TAG_KID_TAG);
    g_assert_cmpuint(kids[1].value, ==, link);
    g_assert_cmpint(kids[2].kind, ==, TAG_KID_CONTENT);
    g_assert_cmpuint(kids[2].page, ==, 4);
    kids = (const TagKid *) tags_element(tags, link)->kids->data;
    g_assert_cmpint(kids[1].kind, ==, TAG_KID_LINK);
    g_assert_cmpuint(kids[1].value, ==, 7);
}

static void
test_strings_are_copied(void)
{
    g_autoptr(Tags) tags = tags_new();
    char alt[] = "A boat";
    const Tag figure = tags_add(tags, 0, "Figure");

    tags_set_alt(tags, figure, alt);
    tags_set_alt(tags, figure, NULL);
    tags_set_id(tags, figure, "f1");
    tags_set_language(tags, figure, "fr");
    tags_set_actual(tags, figure, "x");
    tags_set_attribute(tags, figure, "/O /Layout");
    tags_set_place(tags, figure, 2, 1, 2, 3, 4);
    alt[0] = 'X';
    g_assert_cmpstr(tags_element(tags, figure)->alt, ==, "A boat");
    g_assert_cmpstr(tags_element(tags, figure)->id, ==, "f1");
    g_assert_cmpstr(tags_element(tags, figure)->language, ==, "fr");
    g_assert_cmpstr(tags_element(tags, figure)->actual, ==, "x");
    g_assert_cmpstr(tags_element(tags, figure)->attribute, ==, "/O /Layout");
    g_assert_true(tags_element(tags, figure)->placed);
    g_assert_cmpfloat(tags_element(tags, figure)->height, ==, 4);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tags/root", test_root);
    g_test_add_func("/tags/order", test_order);
    g_test_add_func("/tags/strings", test_strings_are_copied);
    return g_test_run();
}
