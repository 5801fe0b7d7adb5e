#!/bin/sh
# SPDX-License-Identifier: MIT
# What is said, how much of it, and that it cannot do harm.
. "$(dirname "$0")/../tap.sh"
printf 'A Title\n\nOne text.\n\nADVERTISEMENT\n\nMore text, caf\351.\n' \
    > in.txt
one_line() { ! grep -v '^article2book: ' err; }

exits 0 "usual" "$A2B" in.txt -t tree
says "what is left out is said" 'in.txt:5:1: note: "ADVERTISEMENT"'
check "each message is one line" one_line
exits 0 "quiet" "$A2B" in.txt -q -t tree
check "says nothing" test ! -s err
exits 0 "verbose" "$A2B" in.txt -v -t tree
says "says more" 'in.txt: note: no Unicode'
exits 0 "--keep-all" "$A2B" in.txt --keep-all -t tree
grep -q ADVERTISEMENT out
result $? "keeps it"
printf 'A Title\n\nBad \001\002 characters.\n' > bad.txt
exits 0 "a warning" "$A2B" bad.txt -o a.epub
says "is said" 'warning: '
exits 65 "-W" "$A2B" bad.txt -W -o w.epub
check "writes nothing" test ! -e w.epub
exits 0 "-W without warnings" "$A2B" in.txt -W -o w.epub

name=$(printf 'x\033[31m\nfoo\r.txt')
exits 66 "a name that would colour the terminal" "$A2B" "$name" -t tree
check "is shown escaped" sh -c '! grep -q "$(printf "\033")" err'
check "on one line" one_line

exits 0 "--explain" "$A2B" --explain boilerplate
grep -q -- --keep-all out
result $? "says what can be done"
exits 0 "--explain all" "$A2B" --explain all
exits 64 "--explain of what there is not" "$A2B" --explain nonsense
exits 0 "--version" "$A2B" --version
grep -q classic out
result $? "lists the styles"
grep -q 'typeset: installed' out
result $? "and the parts"
grep -q 'pdf: installed' out
result $? "that of pages too"
exits 0 "--help" "$A2B" --help
check "fits a terminal" test -z "$("$A2B" --help | grep -E '^.{81}')"

mkdir empty
cp "$A2B" alone
exits 0 "without the part that draws" ./alone in.txt -o c.epub
says "the missing cover is said" 'no cover'
exits 69 "without the part that prints" ./alone in.txt -o c.pdf
says "which one is said" '"pdf"'
check "nothing is written" test ! -e c.pdf
end
