/* SPDX-License-Identifier: MIT */
#include "base/uuid.h"

/* Computed with Python's uuid.uuid5(uuid.NAMESPACE_URL, ...). */
static void
test_urn(void)
{
    g_autofree char *one = uuid_urn("https://example.org/");
    g_autofree char *none = uuid_urn("");

    g_assert_cmpstr(one, ==, "urn:uuid:527dda32-a0de-5105-a042-cb475b5f7d11");
    g_assert_cmpstr(none, ==, "urn:uuid:1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/uuid/urn", test_urn);
    return g_test_run();
}
