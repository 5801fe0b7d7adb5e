# SPDX-License-Identifier: MIT
"""Read by the tests of digests: where the links of a PDF and an EPUB lead,
and whether both agree about pages."""
import os
import posixpath
import re
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile

import inspect_pdf as pdf

SCHEMES = ("http:", "https:", "mailto:", "ftp:")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"),
         (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
         (4, "iv"), (1, "i"))
OPS = "{http://www.idpf.org/2007/ops}"


def roman(number):
    said = ""
    for value, letters in ROMAN:
        said += letters * (number // value)
        number %= value
    return said


class File:
    def __init__(self, path):
        self.objects, self.pages = pdf.objects(path)

    def value(self, what):
        """What a reference stands for."""
        while isinstance(what, str) and what.endswith(" R"):
            found = self.objects["obj:" + what]
            what = found["value"] if "value" in found else \
                found["stream"]["dict"]
        return what

    def root(self):
        return self.value(self.objects["trailer"]["value"]["/Root"])

    def target(self, what):
        """Why an action or destination leads nowhere; None if it does
        lead somewhere."""
        what = self.value(what)
        if isinstance(what, dict) and what.get("/S") == "/URI":
            uri = what["/URI"][2:]
            return None if uri.startswith(SCHEMES) else uri
        if isinstance(what, dict):
            what = self.value(what.get("/D"))
        if not isinstance(what, list) or what[0] not in self.pages:
            return "no page: %s" % what
        return None

    def wrong(self):
        """What is wrong with the links and the outline."""
        found = map(self.target, [*self.links(), *self.outline()])
        return [bad for bad in found if bad]

    def annotations(self):
        """(number of a page, link on it) of all links."""
        for i, page in enumerate(self.pages):
            for annotation in self.value(
                    self.value(page).get("/Annots", [])):
                link = self.value(annotation)
                if link.get("/Subtype") == "/Link":
                    yield i, link

    def links(self):
        for _, link in self.annotations():
            yield link.get("/A", link.get("/Dest"))

    def outline(self):
        """Without recursion: a hostile outline may be deep."""
        first = self.value(self.root().get("/Outlines", {})).get("/First")
        waiting = [first] if first else []
        while waiting:
            entry = self.value(waiting.pop())
            yield entry.get("/A", entry.get("/Dest"))
            waiting += [entry[key] for key in ("/First", "/Next")
                        if key in entry]


def page_words():
    """What stands before or after a number of a page, in every language
    that the program has words of its own for."""
    path = os.path.join(pdf.tap.TOP, "src", "book", "words.c")
    with open(path, encoding="utf-8") as file:
        forms = re.findall(r'"([^"#]*)#([^"#]*)", "[^"]*#', file.read())
    return {"".join("".join(form).split()) for form in forms} | {""}


class Digest(File):
    """A PDF with its labels and what is printed on its pages."""

    def __init__(self, path):
        super().__init__(path)
        self.words = pdf.boxes(path)
        self.pages_at = {page: i for i, page in enumerate(self.pages)}
        self.labels = []
        nums = self.value(self.root()["/PageLabels"])["/Nums"]
        ends = [*nums[2::2], len(self.pages)]
        for first, run, end in zip(nums[::2], nums[1::2], ends):
            self.labels += [
                roman(number) if run["/S"] == "/r" else str(number)
                for number in range(run["/St"], run["/St"] + end - first)]

    def under(self, page, rect):
        """What is printed where a link is."""
        height = self.value(self.pages[page])["/MediaBox"][3]
        x0, y0, x1, y1 = rect
        return "".join(
            word for left, top, right, bottom, word in self.words[page]
            if x0 - 1 < (left + right) / 2 < x1 + 1
            and y0 - 1 < height - (top + bottom) / 2 < y1 + 1)

    def numbers(self):
        """(printed, label of the page that it leads to, where) of all links
        that are nothing but a number, with or without its word."""
        words = page_words()
        for i, link in self.annotations():
            to = self.value(link.get("/Dest", link.get("/A")))
            to = self.value(to.get("/D")) if isinstance(to, dict) else to
            said = pdf.fold(self.under(i, link["/Rect"])).rstrip(",")
            digits = re.findall(r"\d+", said)
            if to and len(digits) == 1 and said.replace(
                    digits[0], "") in words:
                yield digits[0], self.labels[self.pages_at[to[0]]], \
                    self.labels[i]


def squeeze(text):
    """The letters alone: between them and in the order of their marks the
    books may differ."""
    return "".join(c for c in pdf.fold(text).casefold()
                   if unicodedata.category(c)[0] in "LN")


def pieces(root, row=False):
    """(page break, whether it is in a row) and (None, text) in order."""
    row = row or root.tag.endswith("}tr")
    if "pagebreak" in root.get(OPS + "type", ""):
        yield root, row
    if root.text:
        yield None, root.text
    for inner in root:
        yield from pieces(inner, row)
        if inner.tail:
            yield None, inner.tail


class Epub:
    """The pages of an EPUB: their ids, links and page breaks."""

    def __init__(self, path):
        self.ids, self.hrefs, self.breaks = {}, [], {}
        self.listed, self.names = [], set()
        with zipfile.ZipFile(path) as archive:
            self.names = set(archive.namelist())
            for name in sorted(self.names):
                if re.search(r"\.(xhtml|opf|ncx)$", name):
                    self.read(name, ET.fromstring(archive.read(name)))

    def read(self, name, root):
        ids = self.ids[name] = set()
        for element in root.iter():
            ids.add(element.get("id"))
            href = element.get("href", element.get("src"))
            if href:
                self.hrefs.append((name, href))
            if element.get(OPS + "type") == "page-list":
                self.listed = [
                    (link.text, posixpath.join(posixpath.dirname(name),
                                               link.get("href")))
                    for link in element.iter() if link.get("href")]
        self.read_breaks(name, root)

    def read_breaks(self, name, root):
        """The label and the text of every page that begins here, and
        whether that is in a row of a table."""
        here = None
        for kind, text in pieces(root):
            if kind is not None:
                here = self.breaks["%s#%s" % (name, kind.get("id"))] = [
                    kind.get("aria-label"), "", text]
            elif here:
                here[1] += " " + text

    def wrong(self):
        """The links that lead nowhere."""
        for name, href in self.hrefs:
            url = urllib.parse.urlsplit(href)
            if url.scheme or url.netloc:
                continue
            to = posixpath.normpath(posixpath.join(
                posixpath.dirname(name), urllib.parse.unquote(url.path))) \
                if url.path else name
            if to not in self.names:
                yield "%s: no file %s" % (name, href)
            elif url.fragment and urllib.parse.unquote(
                    url.fragment) not in self.ids.get(to, ()):
                yield "%s: no place %s" % (name, href)

    def listed_wrong(self, digest):
        """Entries of the page list that lead to no such page, or to a text
        that is not on it; a row that goes on there is marked as a whole."""
        before = ""
        for (label, to), words in zip(self.listed, digest.words):
            page = squeeze("".join(word[4] for word in words))
            before, both = page, before + page
            if to not in self.breaks:
                yield "%s: no page break" % to
                continue
            said, text, row = self.breaks[to]
            if said != label:
                yield "%s: %s, not %s" % (to, said, label)
            first = [word for word in map(squeeze, text.split()[:8]) if word]
            page = both if row else page
            there = [word for word in first
                     if word in page or word[::-1] in page]
            if 2 * len(there) < len(first):
                yield "page %s: %s" % (label, text[:80])
