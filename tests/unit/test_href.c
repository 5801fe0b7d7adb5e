/* SPDX-License-Identifier: MIT */
/* Which addresses a book may lead to, and how they are written. */
#include "base/href.h"

static void
test_clean(void)
{
    static const char *const urls[][2] = {
        { "https://a.example/x?y=1&z#f", "https://a.example/x?y=1&z#f" },
        { "HTTP://a.example", "http://a.example" },
        { " https://a.example/x\n", "https://a.example/x" },
        { "https://a.example/é ü", "https://a.example/%C3%A9%20%C3%BC" },
        { "https://a.example/100%", "https://a.example/100%25" },
        { "https://a.example/a_(b)", "https://a.example/a_(b)" },
        { "https://a.example/#a#b", "https://a.example/#a%23b" },
        { "https://a.example/\n\"'<>\\^`{|}",
          "https://a.example/%0A%22'%3C%3E%5C%5E%60%7B%7C%7D" },
        { "ftp://a.example/\377", "ftp://a.example/%FF" },
        { "https://bücher.example/", "https://xn--bcher-kva.example/" },
        { "http://1.2.3.4:80/", "http://1.2.3.4:80/" },
        { "mailto:a@b.example", "mailto:a@b.example" },
        { "news:comp.text", "news:comp.text" },
        { "tel:+1-201-555-0123", "tel:+1-201-555-0123" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(urls); i++) {
        g_autofree char *url = href_clean(urls[i][0]);

        g_assert_cmpstr(url, ==, urls[i][1]);
    }
}

static void
test_refused(void)
{
    static const char *const urls[] = {
        "http://1.2.3.4.5/", "http://1.2.3/", "http://a..example/",
        "http://", "http:", "http:a.example", "https://me:pw@a.example/",
        "http://a b/", "http://a.example:99999/", "javascript:x",
        "data:text/html,x", "file:///etc/passwd", "page.html", "#x", "",
        "mailto:", "mailto: ",
    };

    for (guint i = 0; i < G_N_ELEMENTS(urls); i++) {
        g_autofree char *url = href_clean(urls[i]);

        g_assert_null(url);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/href/clean", test_clean);
    g_test_add_func("/href/refused", test_refused);
    return g_test_run();
}
