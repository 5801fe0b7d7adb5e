#!/bin/sh
# SPDX-License-Identifier: MIT
# What is written where, and what is refused.
. "$(dirname "$0")/../tap.sh"
printf 'A Title\n\nA text of one paragraph.\n' > in.txt
cp in.txt untouched

is_epub() { [ "$(head -c 58 "$1" | tail -c 28)" = mimetypeapplication/epub+zip ] ||
    [ "$(head -c 58 "$1" | tail -c 20)" = application/epub+zip ]; }

exits 0 "a book beside no -o" "$A2B" in.txt
says "its name is said" 'in.epub'
check "it is an EPUB" is_epub in.epub
exits 73 "it is not written over without -o" "$A2B" in.txt
exits 0 "it is written over with -o" "$A2B" in.txt -o in.epub
mkdir sub
exits 0 "-o twice" "$A2B" in.txt -o sub/a.epub -o sub/a.json -o sub/a.tree
check "first output" is_epub sub/a.epub
check "second output" grep -q '"A Title"' sub/a.json
check "third output" test -s sub/a.tree
exits 0 "--to for names that do not say" "$A2B" in.txt -t json -o sub/model
check "holds JSON" grep -q '"blocks"' sub/model
exits 64 "--to against the ending" "$A2B" in.txt -t json -o sub/x.epub
exits 64 "an ending that is not known" "$A2B" in.txt -o sub/x.docx
exits 64 "a form that is not known" "$A2B" in.txt -t docx
says "those that are known are said" 'epub, kepub, pdf, json, tree, trace or evidence'
check "nothing came of these" test ! -e sub/x.epub -a ! -e sub/x.docx

is_pdf() { [ "$(head -c 7 "$1")" = %PDF-1. ] && tail -c 6 "$1" | grep -q EOF; }
exits 0 "a PDF" "$A2B" in.txt -o sub/a.pdf
check "it is one" is_pdf sub/a.pdf
exits 0 "a PDF beside no -o" "$A2B" in.txt --to pdf
says "its name is said" 'in.pdf'
check "it is one as well" cmp in.pdf sub/a.pdf
exits 73 "it is not written over without -o" "$A2B" in.txt --to pdf
exits 0 "an EPUB, a PDF and its trace of one reading" "$A2B" in.txt \
    -o sub/b.epub -o sub/b.pdf -o sub/b.trace
check "the EPUB of them knows the pages" sh -c \
    "unzip -p sub/b.epub EPUB/nav.xhtml | grep -q page-list"
check "the PDF of them" cmp sub/a.pdf sub/b.pdf
check "the trace of them" grep -q paragraph sub/b.trace
check "a trace goes to stdout without -o" sh -c \
    "'$A2B' in.txt --to trace | cmp - sub/b.trace"
check "a PDF of a pipe" sh -c "'$A2B' - -t pdf < in.txt > piped.pdf"
check "is one" is_pdf piped.pdf

# What is no text is refused where a terminal would show it.
on_terminal() { script -qec "'$A2B' in.txt -t $1 -o -" typescript; }
if command -v script > /dev/null; then
    exits 64 "no EPUB to a terminal" on_terminal epub
    exits 64 "no PDF to a terminal" on_terminal pdf
    exits 0 "but a tree" on_terminal tree
else
    skip "a terminal" "there is no script(1) here"
fi

check "JSON and nothing else on stdout" sh -c \
    "'$A2B' in.txt --to json -o - | python3 -c 'import json,sys
json.load(sys.stdin)'"
check "text forms go to stdout without -o" sh -c \
    "'$A2B' in.txt --to tree | grep -q Title"
check "stdin to stdout" sh -c "'$A2B' - -o - < in.txt > piped.epub"
check "is the same form" is_epub piped.epub
exits 64 "stdin read twice" "$A2B" - -o a.evidence -o a.json
exits 64 "two outputs to stdout" "$A2B" in.txt -t json -o - -o -
exits 64 "one output twice" "$A2B" in.txt -o twice.epub -o twice.epub
exits 64 "one output by two paths" "$A2B" in.txt -o two.epub -o ./two.epub
ln -s ring.epub ring.epub
exits 73 "an output that is a ring of links" "$A2B" in.txt -o ring.epub
check "the ring is still one" test -L ring.epub

exits 0 "several inputs" "$A2B" in.txt untouched -o digest.epub --title Two
exits 64 "several inputs without a name" "$A2B" in.txt untouched
exits 0 "several models" "$A2B" in.txt untouched --to tree -o both.tree \
    --keep-duplicates
check "one after another" test "$(grep -c 'A Title' both.tree)" -ge 2

odd=$(printf 'n\377\nm.txt')
printf 'This text has no title, only the name of its file.\n' > "$odd"
exits 0 "a name that is no text" "$A2B" "$odd" -o odd.epub
check "makes XML all the same" python3 -c 'import sys, zipfile
import xml.dom.minidom as dom
book = zipfile.ZipFile("odd.epub")
for name in book.namelist():
    name.endswith((".opf", ".xhtml")) and dom.parseString(book.read(name))'

ln in.txt hard.epub
ln -s in.txt soft.epub
exits 64 "output is the input" "$A2B" in.txt -t epub -o in.txt
exits 64 "output is a hard link to it" "$A2B" in.txt -o hard.epub
exits 64 "output is a soft link to it" "$A2B" in.txt -o soft.epub
exits 64 "output is the input by another path" "$A2B" in.txt \
    -t epub -o sub/../in.txt
check "the input is as it was" cmp in.txt untouched

exits 73 "a folder that is not there" "$A2B" in.txt -o none/a.epub
exits 73 "output is a folder" "$A2B" in.txt -t epub -o sub
exits 66 "an input that is not there" "$A2B" none.txt -o a.epub
mkdir bare
exits 66 "a folder with nothing in it" "$A2B" bare -o a.epub
: > empty.txt
exits 65 "an empty input" "$A2B" empty.txt -o a.epub
mkfifo pipe
exits 66 "a pipe by name does not hang" timeout 5 "$A2B" pipe -o a.epub
end
