/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/xml.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
expect(Xml *xml, const char *want)
{
    g_autoptr(GBytes) bytes = xml_end(xml);
    gsize len;
    const char *got = g_bytes_get_data(bytes, &len);
    g_autofree char *str = g_strndup(got, len);

    g_assert_cmpstr(str, ==, want);
}

static void
test_layout(void)
{
    Xml *xml = xml_new("<!DOCTYPE html>");

    xml_open(xml, "html", "lang", "en", "dir", NULL, NULL);
    xml_open(xml, "body", NULL);
    xml_open(xml, "p", "class", "first", NULL);
    xml_text(xml, "One ", -1);
    xml_leaf(xml, "em", "two", NULL);
    xml_empty(xml, "br", NULL);
    xml_leaf(xml, "a", " three", "href", "x", NULL);
    xml_close(xml, "p");
    xml_empty(xml, "hr", NULL);
    xml_close(xml, "body");
    xml_close(xml, "html");
    expect(xml, DECLARATION "<!DOCTYPE html>\n"
                "<html lang=\"en\">\n"
                "  <body>\n"
                "    <p class=\"first\">One <em>two</em><br/>"
                "<a href=\"x\"> three</a></p>\n"
                "    <hr/>\n"
                "  </body>\n"
                "</html>\n");
}

static void
test_items(void)
{
    Xml *xml = xml_new(NULL);

    xml_open(xml, "ol", NULL);
    xml_leaf(xml, "li", "phrase", NULL);
    xml_open(xml, "li", NULL);
    xml_leaf(xml, "p", "block", NULL);
    xml_close(xml, "li");
    xml_open(xml, "li", NULL);
    xml_leaf(xml, "a", "both", "href", "#x", NULL);
    xml_open(xml, "ol", NULL);
    xml_leaf(xml, "li", "in", NULL);
    xml_close(xml, "ol");
    xml_close(xml, "li");
    xml_close(xml, "ol");
    expect(xml, DECLARATION
                "<ol>\n"
                "  <li>phrase</li>\n"
                "  <li>\n"
                "    <p>block</p>\n"
                "  </li>\n"
                "  <li><a href=\"#x\">both</a>\n"
                "    <ol>\n"
                "      <li>in</li>\n"
                "    </ol>\n"
                "  </li>\n"
                "</ol>\n");
}

static void
test_raw(void)
{
    Xml *xml = xml_new(NULL);

    xml_open(xml, "figure", NULL);
    xml_open(xml, "pre", NULL);
    xml_open(xml, "code", NULL);
    xml_text(xml, "\n a <b\n", -1);
    xml_close(xml, "code");
    xml_close(xml, "pre");
    xml_empty(xml, "img", "src", "x.png", "alt", "", NULL);
    xml_leaf(xml, "figcaption", "c", NULL);
    xml_close(xml, "figure");
    expect(xml, DECLARATION
                "<figure>\n"
                "  <pre><code>\n a &lt;b\n</code></pre>\n"
                "  <img src=\"x.png\" alt=\"\"/>\n"
                "  <figcaption>c</figcaption>\n"
                "</figure>\n");
}

static void
test_escapes(void)
{
    Xml *xml = xml_new(NULL);

    xml_leaf(xml, "p", "a<b>&\"c\"", "title", "<&>\"'\n\t", NULL);
    expect(xml, DECLARATION
                "<p title=\"&lt;&amp;&gt;&quot;'&#10;&#9;\">"
                "a&lt;b&gt;&amp;\"c\"</p>\n");
}

static void
test_text_len(void)
{
    Xml *xml = xml_new(NULL);

    xml_open(xml, "p", NULL);
    xml_text(xml, "abcdef", 3);
    xml_text(xml, "", 0);
    xml_close(xml, "p");
    expect(xml, DECLARATION "<p>abc</p>\n");
    xml_free(xml_new(NULL));
    xml_free(NULL);
}

static void
test_unbalanced(void)
{
    if (g_test_subprocess()) {
        Xml *xml = xml_new(NULL);

        xml_open(xml, "p", NULL);
        xml_close(xml, "div");
        return;
    }
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_failed();
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/layout", test_layout);
    g_test_add_func("/xml/items", test_items);
    g_test_add_func("/xml/raw", test_raw);
    g_test_add_func("/xml/escapes", test_escapes);
    g_test_add_func("/xml/text-len", test_text_len);
    g_test_add_func("/xml/unbalanced", test_unbalanced);
    return g_test_run();
}
