#!/bin/sh
# SPDX-License-Identifier: MIT
# embed.sh SHEET.css...: the sheets as C source, one string a line.  Comments
# are left out: they stand on lines of their own, and readers choke on some.
set -eu

echo '#include "style/style.h"'
echo 'const StyleBuiltin style_builtins[] = {'
for sheet; do
    printf '{ "%s",\n' "$(basename "$sheet" .css)"
    LC_ALL=C sed -e 's|/\*.*\*/||' -e '/\/\*/,/\*\//d' -e '/^$/d' \
        -e 's/[\\"]/\\&/g' -e 's/??/?\\?/g' -e 's/.*/"&\\n"/' "$sheet"
    echo '},'
done
echo '{ NULL, NULL } };'
