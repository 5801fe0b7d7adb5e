#!/bin/sh
# SPDX-License-Identifier: MIT
# An output is whole or not there, whatever happens; nothing stays behind.
. "$(dirname "$0")/../tap.sh"
printf 'A Title\n\nA text of one paragraph.\n' > in.txt
# Does not shrink: more than the limits below hold.
python3 -c 'import random
dice = random.Random(1)
print("Noise\n")
for i in range(900):
    print("".join(dice.choice("abcdefghij klmnop") for _ in range(300)) + ".\n")
' > large.txt
mkdir out.d
printf 'what was there before' > out.d/a.epub
cp out.d/a.epub before

limited() {             # no file may grow over 8 KiB
    (ulimit -f 16; exec "$A2B" large.txt --cover none -o out.d/a.epub)
}
exits 74 "a write that fails" limited
check "leaves the old file" cmp out.d/a.epub before
check "and nothing beside it" test "$(ls -A out.d)" = a.epub

# /dev/full may be missing or, in a broken sandbox, an ordinary file.
if [ -c /dev/full ]; then
    exits 74 "a full device" sh -c "'$A2B' in.txt -o - > /dev/full"
    exits 74 "a full device by name" "$A2B" in.txt -t epub -o /dev/full
    exits 74 "--help to a full device" sh -c "'$A2B' --help > /dev/full"
    check "the device is still one" test -c /dev/full
else
    skip "a full device" "there is no /dev/full here"
fi
exits 0 "the null device" "$A2B" in.txt -t epub -o /dev/null
check "is still one" test -c /dev/null
exits 74 "a closed stdout" sh -c "'$A2B' in.txt -t json -o - >&-"
exits 0 "a closed stdin and stderr" sh -c "'$A2B' in.txt -o b.epub <&- 2>&-"
check "a reader that goes away" sh -c \
    "{ '$A2B' large.txt -t json -o - 2> err2; echo \$? > status; } | head -c 9
     test \$(cat status) = 74"

# Root is allowed everything, so these are tried as nobody.
as_nobody() {
    [ "$(id -u)" = 0 ] || { "$@"; return; }
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
chmod 755 . && mkdir locked
cp "$A2B" program
: > secret.txt
chmod 0 secret.txt
chmod 555 locked
exits 77 "a folder without permission" \
    as_nobody ./program in.txt -o locked/a.epub
exits 77 "an input without permission" \
    as_nobody ./program secret.txt -o c.epub
mkdir -p week/locked week/open
cp in.txt week/a.txt
sed 's/A /Another /' in.txt > week/locked/b.txt
sed 's/A /A third /' in.txt > week/open/c.txt
chmod 0 week/locked
exits 65 "a folder in a folder without permission" \
    as_nobody ./program week -t json -o -
grep -q 'A Title' out && grep -q 'A third Title' out
result $? "the others are in the book"
says "it is named" 'week/locked'
says "and counted" '1 folder is left out'
exits 66 "--strict stops there" as_nobody ./program week -W -t json -o -
[ ! -s out ]
result $? "nothing is written"
exits 66 "nothing but such a folder" \
    as_nobody ./program week/locked -t json -o -
chmod 755 week/locked

mode_of() { stat -c %a "$1"; }
(umask 027; "$A2B" in.txt -o masked.epub)
check "the umask decides the mode" test "$(mode_of masked.epub)" = 640
chmod 604 masked.epub
(umask 077; "$A2B" in.txt -o masked.epub)
check "a mode that was there stays" test "$(mode_of masked.epub)" = 604
ln -s masked.epub link.epub
exits 0 "an output that is a link" "$A2B" in.txt -o link.epub
check "stays a link" test -L link.epub

# Stopped at many instants: the old file or a whole new one.
"$A2B" large.txt --cover none -o whole.epub
printf 'what was there before' > out.d/k.epub
torn=0
for signal in KILL INT TERM HUP; do
    for delay in 0.001 0.01 0.02 0.03 0.04 0.06; do
        timeout -s $signal $delay "$A2B" large.txt --cover none \
            -o out.d/k.epub > /dev/null 2>&1
        cmp -s out.d/k.epub before || cmp -s out.d/k.epub whole.epub ||
            torn=$((torn + 1))
    done
    [ $signal = KILL ] && find out.d -name '.*' -type f -delete
done
check "no torn output" test $torn = 0
check "no temporary left by a signal that can be caught" \
    test -z "$(find out.d -name '.*' -type f)"
end
