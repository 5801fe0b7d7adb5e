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
refuses -o ''
exits 64 "no input" "$A2B" -o x.epub
exits 78 "a style that is not there" "$A2B" in.txt --style none -o x.epub
exits 66 "a cover that is not there" "$A2B" in.txt --cover no.png -o x.epub
exits 65 "a cover that is no picture" "$A2B" in.txt --cover in.txt -o x.epub
: > own.css
exits 64 "an output that is the style sheet" "$A2B" in.txt --css own.css \
    -t epub -o ./own.css
check "nothing was written" test ! -e x.epub
end
