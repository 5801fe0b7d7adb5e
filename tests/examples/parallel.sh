#!/bin/sh
# SPDX-License-Identifier: MIT
# parallel.sh IN OUT [OPTION...]: a book of each text under IN, by GNU
# parallel: 100 texts a job, each job's books in a folder of its own, so that
# no two jobs want one name.  Options go to parallel: --sshloginfile HOSTS
# works on other machines that see the same files, --resume goes on where a
# former run ended.
set -eu
in=$1 out=$2
shift 2
mkdir -p "$out"
find "$in" -type f -name '*.txt' -print0 | sort -z |
    parallel --will-cite --pipe --recend '\0' -N 100 \
        --joblog "$out/log" "$@" \
        article2book --files-from - --individual "$out/{#}" -q -j 1
