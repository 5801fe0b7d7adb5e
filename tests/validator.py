# SPDX-License-Identifier: MIT
"""What the validators' tests have in common."""
import os
import zipfile

import tap


def spoil(book, to, changes):
    """A copy of the book with each (old, new) in its article pages."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(to, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if "article-" in item.filename:
                for before, after in changes:
                    data = data.replace(before, after)
            new.writestr(item, data)


def results(output):
    """{book: [finding, ...]} of what a checker prints: the findings, then
    a line "= BOOK COUNT"."""
    found, lines = {}, []
    for line in output.splitlines():
        if line.startswith("= "):
            book = line[2:].rsplit(" ", 1)[0]
            found[book] = lines
            lines = []
        else:
            lines.append(line)
    return found


def main(name, missing, check, books, *changes, spoil=spoil):
    t = tap.Tap()
    if missing or not books:
        t.skip(name, missing or "no books; tests/valid/books and pdfs make "
               "them")
        t.end()
    # Beside the folder of good books: the validators run side by side.
    bad = tap.BOOKS + "-spoiled-for-%s%s" % (
        name, os.path.splitext(books[0])[1])
    os.makedirs(tap.BOOKS, exist_ok=True)
    spoil(books[0], bad, changes)
    found = results(check([bad, *books]))
    os.unlink(bad)
    t.ok(found.get(bad), "%s sees what is wrong" % name)
    for book in books:
        t.ok(found.get(book) == [], "%s: %s" % (
            name, os.path.basename(book)),
            "\n".join(found.get(book, ["was not checked"])))
    t.end()
