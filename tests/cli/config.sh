#!/bin/sh
# SPDX-License-Identifier: MIT
# The file with the user's defaults.
. "$(dirname "$0")/../tap.sh"
printf 'A Title\n\nA "text" of one paragraph.\n' > in.txt
mkdir -p .config/article2book
file=.config/article2book/config

config() { printf '[defaults]\n%b' "$1" > $file; }
json() { "$A2B" in.txt --to json -o - "$@" 2> err | grep -qF "$want"; }

config 'publisher = Harbour Post\nauthor = A. Writer;B. Other\n'
want='"Harbour Post"'
check "a text" json
want='"B. Other"'
check "a list" json
want='"Other Post"'
check "the command line wins" json --publisher 'Other Post'
want='"A. Writer"'
exits 1 "for a list as a whole" json --author 'C. Third'
want='"Harbour Post"'
exits 1 "--no-config" json --no-config
config 'no-smart = true\n'
want='A \"text\"'
check "a switch" json
if command -v pdfinfo > /dev/null; then
    config 'paper = a5\ncolumns = 2\njobs = 1\n'
    size() { "$A2B" in.txt -o p.pdf "$@" 2> err && pdfinfo p.pdf |
        grep -q "^Page size: *$want"; }
    want='419.5'
    check "a paper" size
    want='612'
    check "the command line has another" size --paper letter
else
    skip "a paper" "no pdfinfo"
fi
config 'columns = 9\n'
exits 78 "columns that no page has" "$A2B" in.txt -t tree
config 'paper = wall\n'
exits 78 "a paper that there is not" "$A2B" in.txt -t tree
config 'no-smart = maybe\n'
exits 78 "a switch that is neither on nor off" "$A2B" in.txt -t tree
config 'toc-depth = 99\n'
exits 78 "a value that cannot be used" "$A2B" in.txt -t tree
says "is blamed on the file" 'defaults'
config 'colour = red\n'
exits 78 "an option that is not known" "$A2B" in.txt -t tree
says "is named" '"colour"'
says "with its file" "$file"
config 'output = a.epub\n'
exits 78 "an option that belongs to one run" "$A2B" in.txt -t tree
printf '[colours]\n' > $file
exits 78 "a section that is not known" "$A2B" in.txt -t tree
printf 'nonsense' > $file
exits 78 "no key file" "$A2B" in.txt -t tree
exits 0 "--help does not read it" "$A2B" --help
exits 0 "--no-config does not either" "$A2B" in.txt -t tree --no-config
rm $file
exits 0 "there need be none" "$A2B" in.txt -t tree
env -u HOME -u XDG_CONFIG_HOME "$A2B" in.txt -t tree > out 2> err
result $? "there need be no home"
end
