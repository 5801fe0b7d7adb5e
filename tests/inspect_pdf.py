# SPDX-License-Identifier: MIT
"""What the tests of PDFs have in common: making them, and reading them with
other people's programs."""
import concurrent.futures
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import tap

CORPUS = os.environ.get("A2B_CORPUS",
                        os.path.join(tap.TOP, "../shared/corpus"))
ALL = "--all" in sys.argv
MM = 72 / 25.4


class Shape:
    """A page whose type area is known: lengths in millimetres."""

    def __init__(self, width, height, top, outer, bottom, inner, *more):
        self.options = ["--paper", "%dmmx%dmm" % (width, height), "--margin",
                        "%dmm %dmm %dmm %dmm" % (top, outer, bottom, inner),
                        *more]
        self.left, self.right = inner * MM, (width - outer) * MM
        self.top, self.bottom = top * MM, (height - bottom) * MM
        self.width, self.height = width * MM, height * MM


A5 = Shape(148, 210, 20, 18, 24, 18)


def tools_missing(*names):
    return ", ".join(name for name in names if not shutil.which(name))


def run(*command):
    """What a program of others prints."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=600,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stdout.decode("utf-8", "replace")


def own_texts():
    """(name, path) of the texts of the project that make a book."""
    for folder in ("golden", "examples"):
        for path in tap.cases(folder):
            refused = os.path.exists(path[:-4] + ".msgs") and \
                not os.path.exists(path[:-4] + ".tree")
            if not refused:
                yield os.path.relpath(path[:-4], os.path.join(
                    tap.TOP, "tests")), path


def corpus_texts(*folders, step=1):
    """The same of texts that people wrote; those that make no article are
    left out by whoever tries."""
    found = []
    for folder in folders:
        for where, _, names in os.walk(os.path.join(CORPUS, folder)):
            found += [os.path.join(where, name) for name in names
                      if name.endswith(".txt") and name != "SOURCE.txt"]
    for path in sorted(found)[::step]:
        yield os.path.relpath(path[:-4], CORPUS), path


def make(path, pdf, *options):
    """None, or why there is no PDF; "" if there is no article in path."""
    given = [o for o in tap.options(path)]
    status, _, said = tap.run(path, "--no-config", "-q", "-o", pdf, *given,
                              *options, timeout=300)
    if status == 65:
        return ""
    return said or "status %d" % status if status else None


def model(path):
    """The first article of path, as --to json has it."""
    _, out, _ = tap.run(path, "--no-config", "-q", "-t", "json", "-o", "-",
                        *tap.options(path))
    return json.loads(out)


def every(t, texts, check):
    """check(name, path, folder) for each text, as many at a time as there
    are processors; it gives a list of (passed, name, why)."""
    def one(item):
        with tempfile.TemporaryDirectory() as folder:
            try:
                return check(*item, folder)
            except Exception as failure:    # a test that breaks has failed
                return [(False, item[0], repr(failure))]
    jobs = len(os.sched_getaffinity(0))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for results in pool.map(one, list(texts)):
            for passed, name, why in results:
                t.ok(passed, name, why)


def tests(body, *tools):
    """The results of body(t), which needs these programs."""
    t = tap.Tap()
    missing = tools_missing(*tools)
    if missing:
        t.skip(os.path.basename(sys.argv[0]), "no " + missing)
    else:
        body(t)
    t.end()


NUMBER = r'="([-\d.]+)"\s*'
WORD = re.compile(r"<word xMin%syMin%sxMax%syMax%s>(.*?)</word>" %
                  ((NUMBER,) * 4))


def boxes(pdf):
    """[(x0, y0, x1, y1, text), ...] of each page."""
    pages = run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    return [[(*map(float, found[:4]), html.unescape(found[4]))
             for found in WORD.findall(page)] for page in pages]


def text_inside(pdf, shape, *how):
    """The text of each page but what stands in its margins."""
    crop = [str(int(n)) for n in (0, shape.top - 2, shape.width + 1,
                                  shape.bottom - shape.top + 6)]
    return run("pdftotext", *how, "-x", crop[0], "-y", crop[1], "-W",
               crop[2], "-H", crop[3], pdf, "-").split("\f")[:-1]


def fold(text):
    """The text as all programs would agree on it."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c) not in
                   ("Cf", "Cc") or c.isspace())


def words(text):
    return fold(text).split()


def structure(pdf):
    """The text in the order of its structure, a line each piece."""
    return "\n".join(re.findall('^ *"(.*)"$', run("pdfinfo", "-struct-text",
                                                pdf), re.M))


def objects(pdf):
    """The objects of a PDF, by "obj:N G R", and its pages."""
    found = json.loads(run("qpdf", "--json=2", "--json-stream-data=none",
                           pdf))
    return found["qpdf"][1], [page["object"] for page in found["pages"]]
