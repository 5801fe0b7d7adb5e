#!/bin/sh
# SPDX-License-Identifier: MIT
# What the options mean, and which values they refuse.
. "$(dirname "$0")/../tap.sh"
printf 'A Title\n\nA "text" of one paragraph.\n' > in.txt

json() { "$A2B" in.txt --to json -o - "$@" > out 2> err; }
has() { grep -qF "$1" out; }
given() {               # given NAME TEXT OPTION...
    name=$1 text=$2
    shift 2
    json "$@" && has "$text"
    result $? "$name"
}
given "--title" '"Ünï & <b>"' --title 'Ünï & <b>'
LC_ALL=C given "--title in the C locale" '"Ünï"' --title 'Ünï'
given "--subtitle" '"Deck"' --subtitle Deck
given "--author" '"A. Writer"' --author 'A. Writer' --author 'B. Other'
has '"B. Other"'
result $? "--author again"
given "--date" '"2024-02-29"' --date 2024-02-29
given "--date of a month" '"2024-02"' --date 2024-02
given "--lang" '"pt-BR"' --lang pt-BR
given "--publisher" '"The Post"' --publisher 'The Post'
given "--source-url" '"https://example.org/a"' \
    --source-url https://example.org/a
given "--tag" '"sea"' --tag sea --tag light
given "--no-smart" 'A \"text\" of' --no-smart
given "quotes are set without it" 'A “text” of' --lang en

refuses() {
    exits 64 "refuses $(echo "$*" | tr -c '[:print:]\n' '?' | tr '\n' ' ')" \
        "$A2B" in.txt -o x.epub "$@"
}
refuses --date 2023-02-29
refuses --date 'October 9'
refuses --date 2024-13
refuses --lang english-language-x
refuses --lang ''
refuses --lang 'en US'
refuses --title ''
refuses --title "$(printf 'bell\007')"
refuses --title "$(printf 'latin \351')"
refuses --author "$(printf 'a\nb')"
refuses --title ' '
refuses --author "$(printf '\302\240')"
refuses --tag ' '
refuses --charset ''
refuses ''
refuses --source-url example
refuses --toc-depth 8
refuses --toc-depth many
refuses --from docx
refuses --no-such-option
refuses --paper a9
refuses --paper 0x0
refuses --paper 148x210
refuses --paper 9999mmx9999mm
refuses --paper ''
refuses --margin ten
refuses --margin '1mm 2mm 3mm 4mm 5mm'
refuses --margin 200mm
refuses --margin=-5mm
refuses --font ''
refuses --font-size 0
refuses --font-size 1e1
refuses --font-size nan
refuses --font-size 500
refuses --leading 0x10
refuses --leading 900
refuses --columns 4
refuses --columns=-1
refuses --links everywhere
refuses --jobs=-1
refuses --jobs many
refuses -o ''
exits 64 "no input" "$A2B" -o x.epub
says "says what to give" 'name a file'
"$A2B" none.txt -o x.pdf --paper a9 > out 2> err
says "a paper is looked at before the input is" a9

paper() {               # paper NAME "W x H" OPTION...
    name=$1 wanted=$2
    shift 2
    "$A2B" in.txt -o p.pdf "$@" > out 2> err &&
        [ "$(pdfinfo p.pdf | sed -n 's/^Page size: *//p' |
            sed 's/ pts.*//')" = "$wanted" ]
    result $? "$name"
}
if command -v pdfinfo > /dev/null; then
    paper "the paper is A4" '595.276 x 841.89'
    paper "--paper a5" '419.528 x 595.276' --paper a5
    paper "--paper letter" '612 x 792' --paper letter
    paper "--paper 4inx6in" '288 x 432' --paper 4inx6in
    paper "--booklet lays the paper across" '841.89 x 595.276' --booklet
else
    skip "sizes of paper" "no pdfinfo"
fi
exits 78 "a style that is not there" "$A2B" in.txt --style none -o x.epub
exits 66 "a cover that is not there" "$A2B" in.txt --cover no.png -o x.epub
exits 65 "a cover that is no picture" "$A2B" in.txt --cover in.txt -o x.epub
: > own.css
exits 64 "an output that is the style sheet" "$A2B" in.txt --css own.css \
    -t epub -o ./own.css
check "nothing was written" test ! -e x.epub
end
