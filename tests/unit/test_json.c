/* SPDX-License-Identifier: MIT */
#include "base/json.h"

static void
test_nesting(void)
{
    GString *out = g_string_new(NULL);
    Json json;

    json_init(&json, out);
    json_open(&json, '{');
    json_key(&json, "a");
    json_open(&json, '[');
    json_number(&json, -7);
    json_bool(&json, TRUE);
    json_string(&json, NULL);
    json_open(&json, '[');
    json_close(&json, ']');
    json_open(&json, '{');
    json_close(&json, '}');
    json_close(&json, ']');
    json_wrap(&json);
    json_key(&json, "b");
    json_string(&json, "c");
    json_wrap(&json);
    json_close(&json, '}');
    g_assert_cmpstr(out->str, ==,
                    "{\"a\":[-7,true,null,[],{}],\n\"b\":\"c\"\n}");
    g_string_free(out, TRUE);
}

static void
test_escapes(void)
{
    GString *out = g_string_new(NULL);
    Json json;

    json_init(&json, out);
    json_string(&json, "\"\\/\n\t\001\342\200\250\303\251");
    g_assert_cmpstr(out->str, ==,
                    "\"\\\"\\\\/\\n\\t\\u0001\\u2028\303\251\"");
    g_string_free(out, TRUE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/nesting", test_nesting);
    g_test_add_func("/json/escapes", test_escapes);
    return g_test_run();
}
