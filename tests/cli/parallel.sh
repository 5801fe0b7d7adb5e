#!/bin/sh
# SPDX-License-Identifier: MIT
# Many processes side by side: the example for GNU parallel, and what such a
# worker has to keep to.
. "$(dirname "$0")/../tap.sh"
mkdir bin
ln -s "$A2B" bin/article2book
export PATH="$folder/bin:$PATH"
python3 "$top/tests/bench/articles.py" in 250

if command -v parallel > /dev/null; then
    exits 0 "the example" "$top/tests/examples/parallel.sh" in books -j 2
    check "makes three folders" test -d books/1 -a -d books/2 -a -d books/3
    check "and every book" test "$(find books -name '*.epub' | wc -l)" = 250
    printf ' \n' > in/zzz.txt
    exits 1 "one bad text of many" "$top/tests/examples/parallel.sh" in \
        again -j 2
    check "costs no other book" \
        test "$(find again -name '*.epub' | wc -l)" = 250
    rm in/zzz.txt
else
    skip "the example" "there is no parallel here"
fi

# Two at once with the same names in one folder: each name is given once.
find in -name 'article-[1-9].txt' -print0 | sort -z > list
for i in 1 2; do
    "$A2B" --files-from list --individual both -j 1 -q < /dev/null \
        2> both.$i &
done
wait
check "no book is written over another" \
    test "$(cat both.1 both.2 | grep -c 'there already')" = 9
check "and none is lost" test "$(find both -type f | wc -l)" = 9
check "nor anything left over" test -z "$(find both -name '.*' -type f)"
end
