#!/bin/sh
# SPDX-License-Identifier: MIT
# Many articles: what is read, in which order, and what the books are called.
. "$(dirname "$0")/../tap.sh"

# article NAME TITLE [DATE [AUTHOR]]: a text that is like no other.
article() {
    printf '%s\n\n%s\n%s\nThe %s is an article about %s and nothing else.\n' \
        "$2" "${3:+$3
}" "${4:+By $4
}" "$2" "$(echo "$2" | md5sum | tr '0-9' 'g-p' | sed 's/.\{5\}/& /g')" > "$1"
}
titles() {              # titles FILE.json: one line
    grep -o '^ *"title": *"[^"]*"\|"title":"[^"]*"' "$1" |
        sed 's/.*: *"\(.*\)"/\1/' | paste -sd,
}
order() {               # order NAME WANTED ARGUMENT...
    name=$1 wanted=$2
    shift 2
    "$A2B" "$@" -o o.json > out 2> err < /dev/null
    status=$? found=$(titles o.json)
    [ "$found" = "$wanted" ] || echo "# $found (status $status)"
    [ $status = 0 ] && [ "$found" = "$wanted" ]
    result $? "$name"
}

mkdir -p week/sea week/.git week/2
article week/a10.txt Ten 2024-03-03 'Zoe Adams'
article week/a2.txt Two 2024-03-01 'Ann Young'
article week/sea/b.text Harbour 2024-03-02
article week/2/c.txt Island
article week/.hidden.txt Hidden
article week/.git/x.txt Git
article week/README Readme
article week/SEA.004 Disk
printf 'PK\003\004' > week/p.epub
printf '\211PNG\r\n\032\n' > week/q.png
printf 'a\000b' > week/binary
ln -s . week/sea/loop
ln -s ../a2.txt week/sea/z.txt
ln -s nowhere week/sea/broken.txt
order "a folder, in natural order" Island,Two,Ten,Readme,Harbour,Disk week
says "hidden ones are said" 'week: 2 hidden'
says "what is no text is said, once" \
    'week: 4 that are no texts (no ending, .epub, .png, .txt)'
says "a ring of links is walked once" 'is the folder week'
says "a file with two names is read once" 'is the file week/a2.txt'
exits 73 "its book is not in the way of others" sh -c \
    "'$A2B' week -q && '$A2B' week -q"
check "and is called by the folder" test -s week.epub
order "a file twice is read once" Two,Ten \
    week/a2.txt week/../week/a2.txt week/a10.txt
says "by another spelling, too" 'is the file week/a2.txt; read once'

printf 'week/a10.txt\r\n\nweek/a2.txt' > list
order "a list of lines" Ten,Two --files-from list
printf 'week/a10.txt\0week/a2.txt\0' > list0
order "a list parted by NULs" Ten,Two --files-from list0
order "after what is named" Harbour,Ten,Two week/sea/b.text \
    --files-from list
"$A2B" --files-from - -o o.json < list0 > out 2> err
check "a list on the standard input" test "$(titles o.json)" = Ten,Two
"$A2B" - week/a2.txt -o o.json < week/a10.txt > out 2> err
check "an article on it" test "$(titles o.json)" = Ten,Two
exits 64 "not both" "$A2B" - --files-from - -o o.json
exits 66 "a list that is not there" "$A2B" --files-from none -o o.json
exits 64 "a list is no output" "$A2B" --files-from list -t json -o list
exits 64 "nor is a file in a folder" "$A2B" week -t json -o week/sea/b.text
seq -f 'none%.0f.txt' 100001 > many
exits 65 "too many inputs" "$A2B" --files-from many -o o.json
says "the most is said" 'more than 100000 inputs'
mkdir large
for i in 1 2 3 4 5 6 7 8 9; do truncate -s 120M large/$i.txt; done
exits 65 "too much of them" "$A2B" large -o o.json
says "the most is said, too" 'over 1024 MB'

order "--sort date" Two,Harbour,Ten,Island week/2 week/a10.txt \
    week/sea/b.text week/a2.txt --sort date
order "--sort title" Harbour,Island,Ten,Two week/2 week/a10.txt \
    week/sea/b.text week/a2.txt --sort title
order "--sort author" Ten,Two week/a10.txt week/a2.txt --sort author
exits 64 "another --sort" "$A2B" week -o x.epub --sort colour
exits 64 "another --section-by" "$A2B" week -o x.epub --section-by colour
exits 64 "a number of no series" "$A2B" week -o x.epub --series-index 3
exits 64 "a number that is none" "$A2B" week -o x.epub --series S \
    --series-index third

inside() { unzip -p "$1" "$2" | tr -d '\n' | grep -qE "$3"; }
exits 0 "sections by folder, summaries, a series" "$A2B" week -o s.epub \
    --section-by folder --summaries --series 'Sea Papers' --series-index 2.5
check "a section is in the contents" inside s.epub EPUB/nav.xhtml \
    '>sea<.*>Harbour<'
check "so is the folder itself" inside s.epub EPUB/nav.xhtml \
    '>week<.*>Two<'
check "the series is in the metadata" inside s.epub EPUB/package.opf \
    'Sea Papers.*2\.5'

# Duplicates, bad ones, empty ones.
cp week/a2.txt copy.txt
order "a duplicate is left out" Two,Ten week/a2.txt copy.txt week/a10.txt
says "by its name" 'copy.txt'
order "--keep-duplicates" Two,Two,Ten week/a2.txt copy.txt week/a10.txt \
    --keep-duplicates
: > empty.txt
order "an empty file" Two,Ten week/a2.txt empty.txt week/a10.txt
says "is said" 'warning: empty.txt: is empty; left out'
exits 65 "empty files alone" "$A2B" empty.txt large/../empty.txt -o x.epub
printf '   \n\n' > blank.txt
exits 65 "a bad one among good ones" "$A2B" week/a2.txt blank.txt \
    none.txt week/a10.txt -o bad.json
says "is said" 'blank.txt: there is no text'
says "so is one that is missing" 'none.txt'
says "and how many there were" '2 of 4 inputs are not in the book'
check "the others are in the book" test "$(titles bad.json)" = Two,Ten
exits 65 "-W" "$A2B" week/a2.txt blank.txt week/a10.txt -W -o strict.json
exits 65 "-W and an empty one" "$A2B" week/a2.txt empty.txt -W \
    -o strict.json
check "writes nothing" test ! -e strict.json
exits 66 "all missing" "$A2B" none.txt none2.txt -o x.epub
exits 69 "a character set that nobody knows" "$A2B" week/a2.txt \
    week/a10.txt --charset nonsense -o x.epub
check "is said once" test "$(wc -l < err)" = 1

# Book files.
mkdir books
cat > books/it.book << 'BOOK'
# a comment
[Book]
title=The Book
language=en
publisher=Harbour Post
series=S
series-index=4
css=own.css
articles=../week/a10.txt

[Section Zebra]
articles=../week/sea/b.text;../week/2

[Article ../week/sea/b.text]
title=The Given Title
author=C. Third;D. Fourth
date=2020-02
tags=sea;light

[Section Apple]
[Article ../week/a2.txt]
lang=de
BOOK
: > books/own.css
order "a book file keeps its order" 'The Given Title,Island,Two,Ten' \
    books/it.book
check "an article's own values" sh -c \
    "grep -q 'D. Fourth' o.json && grep -q '\"2020-02\"' o.json &&
     grep -q '\"de\"' o.json && grep -q 'Harbour Post' o.json"
exits 0 "as an EPUB" "$A2B" books/it.book -o b.epub
check "its sections in their order" inside b.epub EPUB/nav.xhtml \
    '>Zebra<.*Given.*Island.*>Apple<.*>Two<'
check "its title" inside b.epub EPUB/package.opf 'title[^>]*>The Book<'
check "its series" inside b.epub EPUB/package.opf 'group-position"[^>]*>4<'
exits 0 "the command line wins" "$A2B" books/it.book -o b.epub --title Other
check "over the title" inside b.epub EPUB/package.opf 'title[^>]*>Other<'
exits 64 "a book file is no output" "$A2B" books/it.book -t json \
    -o books/it.book
exits 0 "without a name for the book" "$A2B" books/it.book
check "it is called by the file" test -s it.epub
wrong() {               # wrong NAME TEXT WHAT-IS-SAID
    printf "$2" > wrong.book
    exits 65 "a book file with $1" "$A2B" wrong.book -o x.epub
    says "says so" "$3"
}
wrong "a key that is none" '[Book]\ncolour=red\n' '"colour"'
wrong "a group that is none" '[Chapter]\na=b\n' '[Chapter]'
wrong "an option for one run" '[Book]\noutput=x.epub\n' '"output"'
wrong "a date that is none" '[Article a.txt]\ndate=soon\n' '"soon"'
wrong "a value that is none" '[Book]\ntoc-depth=99\n' 'toc-depth'
wrong "no groups" 'nonsense\n' 'wrong.book'
wrong "an article's colour" '[Article a]\ncolour=red\n' '"colour"'

# One by one.
mkdir in
article in/1.txt 'A/B: What? "Now" <2>' 2024-03-01 'Ann Young'
article in/2.txt 'Same' 2024-03-02
article in/3.txt 'Same' 2024-03-02
printf 'and more.\n' >> in/3.txt
article in/4.txt 'Ünï 灯台 Лампа'
article in/5.txt "$(printf 'Long é%.0s ' $(seq 40))"
names() { find "$1" -type f -printf '%f\n' | sort; }
exits 0 "--individual" "$A2B" in --individual one
names one > names
check "safe names" grep -qx "2024-03-01 A-B - What “Now” 2.epub" names
check "an article without a date" grep -qx 'Ünï 灯台 Лампа.epub' names
check "the second of one name" grep -qx '2024-03-02 Same (2).epub' names
check "no name is too long" test -z "$(LC_ALL=C grep -E '.{201}' names)"
check "none is cut within a letter" iconv -f utf-8 -t utf-16 names
check "five books" test "$(wc -l < names)" = 5
check "nothing else" test -z "$(find one -name '.*' -type f)"
exits 0 "one alone" "$A2B" in/1.txt -o alone.epub
check "is the same book" cmp alone.epub one/*What*.epub
cp one/*Ünï*.epub before
printf x > "one/2024-03-02 Same.epub"
exits 73 "never over what is there" "$A2B" in --individual one
says "which is named" 'Same.epub is there already'
check "and stays" test "$(cat one/*Same.epub)" = x
exits 0 "but with --force" "$A2B" in --individual one --force
check "it is new" test "$(wc -c < "one/2024-03-02 Same.epub")" -gt 1000
exits 0 "a template" "$A2B" in --individual two \
    --name-template '{n}. {author} ({publisher}) {title}' --to tree
check "of all fields" test -s "two/1. Ann Young () A-B - What “Now” 2.tree"
for name in CON nul.x .hidden ... '-rf' 'LPT1' 'a.'; do
    article in.txt "$name"
    "$A2B" in.txt --title "$name" --individual odd --name-template '{title}' \
        --to json > out 2> err
done
names odd > names
check "names that systems reserve" test "$(tr '\n' , < names)" = \
    '_CON.json,_LPT1.json,_nul.x.json,a.json,article.json,hidden.json,rf.json,'
for bad in '' '{' '{colour}' 'a/{title}' 'same' '}{title}'; do
    exits 64 "a template \"$bad\"" "$A2B" in --individual x \
        --name-template "$bad"
done
exits 64 "no evidence one by one" "$A2B" in --individual x -t evidence
exits 0 "both at once" "$A2B" in -o all.epub --individual three -t json
check "the book of all" test -s all.epub
check "and one each" test "$(names three | wc -l)" = 5
printf ' \n' > in/6.txt
exits 65 "a bad one" "$A2B" in --individual four -t tree
check "does not hinder the others" test "$(names four | wc -l)" = 5
rm in/6.txt
: > file
exits 73 "no folder" "$A2B" in --individual file -t tree

# Any number of threads, and whoever is first.
for jobs in 1 2 5; do
    "$A2B" week in blank.txt -v --section-by folder -j $jobs -o j$jobs.epub \
        > out 2> j$jobs.err
    "$A2B" in -j $jobs --individual j$jobs -q
done
check "one book for any number of threads" sh -c \
    'cmp j1.epub j2.epub && cmp j1.epub j5.epub'
for jobs in 1 2 5; do
    grep -v '/s' j$jobs.err > j$jobs.said
done
check "and one order of messages" sh -c \
    'cmp j1.said j2.said && cmp j1.said j5.said'
check "and books of their own" sh -c 'diff -r j1 j2 && diff -r j1 j5'
exits 0 "two outputs" "$A2B" week -o two.epub -o two.kepub.epub -j 2
check "one is for Kobo" sh -c "! cmp -s two.epub two.kepub.epub &&
    unzip -p two.kepub.epub 'EPUB/*.xhtml' | grep -q koboSpan"

# How far it is: a bar on a terminal, lines with -v, else nothing.
cat > watch.py << 'PYTHON'
import os, pty, sys
def run(arguments):
    """What the program writes to a terminal that is its stderr."""
    leader, follower = pty.openpty()
    child = os.fork()
    if not child:
        os.dup2(follower, 2)
        os.environ["TERM"] = "xterm"
        os.execv(arguments[0], arguments)
    os.close(follower)
    seen = b""
    try:
        while part := os.read(leader, 4096):
            seen += part
    except OSError:
        pass
    os.waitpid(child, 0)
    return seen.decode()
seen = run(sys.argv[2:])
if sys.argv[1] == "bar":
    assert "\r[" in seen and " pages set, " in seen, seen
    shown = seen.split("\r")
    assert shown[-1] == "\x1b[K", shown[-3:]
    # What is said stands on a line of its own.
    assert all(line.rstrip("\r").split("\r")[-1].startswith(("\x1b[Karticle2book: ",
                                               "article2book: "))
               for line in seen.split("\n")[:-1]), seen
else:
    assert "\r" not in seen.replace("\r\n", "\n"), seen
PYTHON
python3 "$top/tests/bench/articles.py" lots 600
check "a bar on a terminal" python3 watch.py bar \
    "$A2B" lots lots/article-1.txt -o lots.pdf
check "none with -q" python3 watch.py none "$A2B" lots -q -o lots.pdf
check "none with -v" python3 watch.py none "$A2B" lots -v -o lots.pdf
exits 0 "none to a file" "$A2B" lots -o lots.epub
check "at all" sh -c '! grep "\[\|/s" err'
exits 0 "lines with -v" "$A2B" lots -v -o lots.pdf
says "of reading" '600 of 600 articles read'
says "and of pages" ' pages set'

# A digest has a cover in either form, an article only as an EPUB.
pictures() { qpdf --qdf "$1" - | grep -ac "/Subtype /Image"; }
if command -v qpdf > /dev/null; then
    exits 0 "a PDF alone" "$A2B" week/a2.txt week/a10.txt -o pair.pdf
    check "has a cover" test "$(pictures pair.pdf)" = 1
    exits 0 "without" "$A2B" week/a2.txt week/a10.txt --cover none -o pair.pdf
    check "if none is wanted" test "$(pictures pair.pdf)" = 0
    exits 0 "one article" "$A2B" week/a2.txt -o one.pdf
    check "has none" test "$(pictures one.pdf)" = 0
fi
end
