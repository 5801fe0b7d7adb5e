# SPDX-License-Identifier: MIT
# Read by the shell tests: results as TAP, in a folder of their own that is
# gone afterwards.  $A2B is the program, $top the project.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
A2B=$top/build/${MODE:-release}/article2book
unset ARTICLE2BOOK_MODULES SOURCE_DATE_EPOCH NO_COLOR
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export HOME="$folder" XDG_CONFIG_HOME="$folder/.config" LC_ALL=C.UTF-8
n=0

result() {              # result STATUS NAME
    n=$((n + 1))
    if [ "$1" = 0 ]; then
        echo "ok $n - $2"
    else
        echo "not ok $n - $2"
        for said in out err; do
            [ -s "$said" ] || continue
            { head -c 2000 "$said" && echo; } | sed "s/^/# $said: /"
        done
    fi
}

skip() {                # skip NAME WHY
    n=$((n + 1))
    echo "ok $n - $1 # SKIP $2"
}

# The command succeeds.
check() {               # check NAME COMMAND...
    name=$1
    shift
    "$@" > out 2> err < /dev/null
    result $? "$name"
}

# The command ends with this status.
exits() {               # exits STATUS NAME COMMAND...
    wanted=$1 name=$2
    shift 2
    "$@" > out 2> err < /dev/null
    status=$?
    [ $status = "$wanted" ] || echo "# status $status, not $wanted"
    [ $status = "$wanted" ]
    result $? "$name"
}

# What the last command said holds this text.
says() {                # says NAME TEXT
    grep -qF -e "$2" err
    result $? "$1"
}

end() {
    echo "1..$n"
}
