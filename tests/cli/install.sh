#!/bin/sh
# SPDX-License-Identifier: MIT
# What is installed is whole: program, manual, modules, and a library that a
# program of three lines can be built with.
. "$(dirname "$0")/../tap.sh"
# What is there is tested; nothing is built now.
staged() { make -C "$top" -s -o all install DESTDIR="$folder/stage"; }

check "make install DESTDIR" staged
stage=$folder/stage/usr/local
check "program" test -x "$stage/bin/article2book"
check "manual" mandoc -T lint -W error "$stage/share/man/man1/article2book.1"
check "modules" test -f "$stage/lib/article2book/a2b-typeset.so"
"$stage/bin/article2book" --version > out 2> err
result $? "it runs"

cat > three.c << 'C'
#include <article2book/article2book.h>

int
main(int argc, char **argv)
{
    g_autoptr(A2bArticle) article =
        a2b_read_file(argv[argc - 1], NULL, NULL, NULL);

    return article ? 0 : 1;
}
C
printf 'A Title\n\nText.\n' > in.txt
builds() {
    # shellcheck disable=SC2046
    PKG_CONFIG_SYSROOT_DIR='' PKG_CONFIG_PATH=$stage/lib/pkgconfig \
        cc -o three three.c -I"$stage/include" -L"$stage/lib" \
        $(PKG_CONFIG_PATH="$stage/lib/pkgconfig" pkg-config --cflags --libs \
            article2book)
}
check "a program builds with pkg-config" builds
LD_LIBRARY_PATH=$stage/lib ./three in.txt
result $? "and runs with the shared library"
check "make uninstall" make -C "$top" -s uninstall DESTDIR="$folder/stage"
check "leaves no file" test -z "$(find "$stage" -type f -o -type l)"
end
