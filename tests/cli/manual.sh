#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of the manual and of README do what they say.
. "$(dirname "$0")/../tap.sh"
mkdir bin
ln -s "$A2B" bin/article2book
PATH=$folder/bin:$PATH
for name in essay one two three; do
    cp "$top/tests/examples/lighthouse.txt" $name.txt
done

mkdir week
cp "$top"/tests/examples/*.txt week
cp "$top"/tests/examples/*.txt "$top"/tests/examples/*.book .

# $1: a file of commands, one a line.
run_examples() {
    while IFS= read -r command; do
        check "$command" sh -c "rm -f essay.epub; $command"
    done < "$1"
}
sed -n '/^\.Sh EXAMPLES/,/^\.Sh DIAG/p' "$top/src/cli/article2book.1" |
    sed -e ':a' -e '/\\$/N; s/\\\n//; ta' -e 's/\\(dq/"/g' -e "s/\\\\(aq/'/g" |
    sed -n 's/^\.Dl //p' > manual.examples
check "the manual has examples" test "$(wc -l < manual.examples)" -ge 5
run_examples manual.examples
check "piped.epub came of one" test -s piped.epub
check "digest.epub came of another" test -s digest.epub

# A heading may begin with the name of a macro: "In" is one.
mandoc -T utf8 "$top/src/cli/article2book.1" 2> err | sed 's/.\x08//g' > page
if command -v mandoc > /dev/null; then
    check "its headings are those of --help" grep -q '^ *In and out$' page
else
    skip "the headings of the manual" "no mandoc"
fi

sed -n '/^```sh$/,/^```$/p' "$top/README.md" |
    sed -n 's/^\(article2book .*\)/\1/p' > readme.examples
check "README has examples" test "$(wc -l < readme.examples)" -ge 3
run_examples readme.examples
end
