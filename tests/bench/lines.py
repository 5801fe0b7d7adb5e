#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""lines.py FILE.pdf...: how evenly the lines of a text in one column are set,
whoever set them.  Of the lines in the size that most of it has:

    cv          deviation of word spaces from their mean, of justified lines
    loose       share of these whose spaces are over 1.5 times the natural
                one, which is that of last lines of paragraphs
    overfull    lines that stand out by over .3 em
    hyphens     share of lines, but last ones, that end with a hyphen
    run         the most of these in a row
    rivers      spaces below each other in 4 lines or more, per 100 lines
    widows      last lines alone at the head of a page
    orphans     first lines alone at its foot
    missing     lines that pages, but the last, are short of
"""
import collections
import html
import re
import statistics
import subprocess
import sys

EM = 1                  # of a word's box, which is 1 to 1.3 em high; for
                        # measures of little weight
FULL = .45              # em from the edge at most, of a justified line
NATURAL = 8             # spaces of last lines that say what is natural


class Line:
    def __init__(self, words):
        words.sort()
        self.left, self.right = words[0][0], max(w[1] for w in words)
        self.y = statistics.median(w[2] for w in words)
        self.gaps = [(a[1], b[0]) for a, b in zip(words, words[1:])]
        self.text = " ".join(w[4] for w in words)
        self.full = self.begins = self.ends = False

    def space(self):
        return statistics.mean(b - a for a, b in self.gaps)

    def is_hyphenated(self):
        return re.search(r"\w[-\u2010\u00ad]$", self.text) is not None


def words_by_page(path):
    """[(left, right, bottom, height, text), ...] of each page."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    pages, number = [], r'="([-\d.]+)" '
    word = re.compile('<word xMin' + number + 'yMin' + number + 'xMax' +
                      number + r'yMax="([-\d.]+)">(.*?)</word>')
    for part in done.stdout.decode("utf-8", "replace").split("<page ")[1:]:
        pages.append([(float(x0), float(x1), float(y1),
                       float(y1) - float(y0), html.unescape(text))
                      for x0, y0, x1, y1, text in word.findall(part)])
    return pages


def body_size(pages):
    sizes = collections.Counter()
    for page in pages:
        for word in page:
            sizes[round(word[3] * 5) / 5] += len(word[4])
    return sizes.most_common(1)[0][0] if sizes else 0


def lines_of(page, size):
    """The lines that are mostly in this size, from the top."""
    rows, lines = [], []
    for word in sorted(page, key=lambda w: w[2]):
        if rows and word[2] - rows[-1][-1][2] < .5:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        all_of, of_size = (sum(len(w[4]) for w in row if is_so(w))
                           for is_so in (lambda w: True,
                                         lambda w: abs(w[3] - size) <
                                         .06 * size))
        if of_size >= .6 * all_of:
            lines.append(Line(row))
    return lines


def edge(values):
    """The value, to a point, that most of them are near."""
    count = collections.Counter(round(v) for v in values)
    return max(count, key=lambda v: (count[v] + count[v - 1] + count[v + 1],
                                     count[v], v))


def find_paragraphs(pages, em):
    """Marks full, first and last lines; the leading."""
    steps = collections.Counter(
        round((b.y - a.y) * 2) / 2
        for page in pages for a, b in zip(page, page[1:]))
    leading = steps.most_common(1)[0][0] if steps else 0
    before = None
    for page in pages:
        left = edge(line.left for line in page)
        right = edge(line.right for line in page)
        for i, line in enumerate(page):
            line.measure = (left, right)
            line.full = line.right >= right - FULL * em
            line.begins = before is None or not before.full or \
                line.left - left > .55 * em or \
                i > 0 and line.y - before.y > 1.35 * leading
            if before:
                before.ends = line.begins
            before = line
    if before:
        before.ends = True
    return leading


def natural_space(lines):
    ends = [b - a for line in lines if line.ends and not line.full
            for a, b in line.gaps]
    every = [b - a for line in lines for a, b in line.gaps]
    return statistics.median(ends if len(ends) >= NATURAL else every)


def count_rivers(page, natural):
    rivers, above = 0, []
    for line in page:
        below = []
        for a, b in line.gaps if line.full and not line.ends else []:
            if b - a < 1.15 * natural:
                continue
            length = 1 + max([n for c, d, n in above if min(b, d) - max(a, c)
                              >= .5 * min(b - a, d - c)], default=0)
            rivers += length == 4
            below.append((a, b, length))
        above = below
    return rivers


def longest_run(lines):
    run = longest = 0
    for line in lines:
        run = run + 1 if line.is_hyphenated() else 0
        longest = max(longest, run)
    return longest


def measure(path):
    """What is above, as a dictionary; None if there is too little text."""
    pages = words_by_page(path)
    size = body_size(pages)
    em = size * EM
    pages = [page for page in (lines_of(p, size) for p in pages) if page]
    lines = [line for page in pages for line in page]
    if len(lines) < 3:
        return None
    leading = find_paragraphs(pages, em)
    natural = natural_space(lines)
    justified = [line for line in lines
                 if line.full and not line.ends and line.gaps]
    spaces = [b - a for line in justified for a, b in line.gaps]
    inner = [line for line in lines if not line.ends]
    foot = max(page[-1].y for page in pages)
    long_pages = [page for page in pages if len(page) > 2]
    return {
        "pages": len(pages), "lines": len(lines),
        "cv": statistics.pstdev(spaces) / statistics.mean(spaces),
        "loose": sum(line.space() > 1.5 * natural for line in justified) /
        len(justified),
        "overfull": sum(line.right > line.measure[1] + .3 * em
                        for line in lines),
        "hyphens": sum(line.is_hyphenated() for line in inner) / len(inner),
        "run": longest_run(lines),
        "rivers": sum(count_rivers(page, natural) for page in pages) * 100 /
        len(lines),
        "widows": sum(p[0].ends and not p[0].begins for p in long_pages),
        "orphans": sum(p[-1].begins and not p[-1].ends for p in long_pages),
        "missing": sum(max(0, round((foot - page[-1].y) / leading))
                       for page in pages[:-1]),
    }


COLUMNS = (("pages", "%d"), ("lines", "%d"), ("cv", "%.3f"),
           ("loose", "%.1f%%"), ("overfull", "%d"), ("hyphens", "%.1f%%"),
           ("run", "%d"), ("rivers", "%.2f"), ("widows", "%d"),
           ("orphans", "%d"), ("missing", "%d"))


def heading():
    return " ".join("%8s" % name for name, _ in COLUMNS)


def row(found):
    return " ".join("%8s" % (form % (found[name] * 100 if "%%" in form
                                     else found[name]))
                    for name, form in COLUMNS)


if __name__ == "__main__":
    print("%-24s %s" % ("", heading()))
    for name in sys.argv[1:]:
        found = measure(name)
        print("%-24s %s" % (name[-24:], row(found) if found else
                            "no measurable text"))
