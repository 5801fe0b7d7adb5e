# SPDX-License-Identifier: MIT
"""What holds for every book: see check()."""
import collections
import html
import json
import os
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

import tap

SCHEMES = {"http", "https", "mailto", "ftp", "ftps", "gopher", "news",
           "nntp", "tel", "irc", "telnet", "doi", "urn", "geo", "sms"}
FORMS = ("epub", "pdf")
ACTIVE = {"script", "iframe", "object", "embed", "form", "input", "base",
          "applet", "frame", "foreignObject"}


def squeeze(text):
    """The text without blanks and what only guides line breaking."""
    return "".join(c for c in text if not c.isspace() and
                   unicodedata.category(c) not in ("Cf", "Zs", "Zl"))


def model_texts(blocks):
    """(text, whether it is in a note) of a list of JSON blocks, in order."""
    for block in blocks:
        note = block["kind"] == "note"
        for key in ("text", "caption", "credit"):
            if block.get(key):
                yield block[key], note
        for row in block.get("rows", []):
            for cell in row:
                yield cell, note
        for inner in block.get("items", []) + [block.get("blocks", [])]:
            for text, deep in model_texts(inner):
                yield text, note or deep


def pages(book):
    """(name, root element) of every XML file of the book."""
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            if re.search(r"\.(xhtml|opf|ncx|xml)$", name):
                yield name, ET.fromstring(archive.read(name))


def body_text(book):
    texts = []
    for name, root in pages(book):
        if "/article-" in "/" + name:
            texts.append("".join(
                root.find("{http://www.w3.org/1999/xhtml}body").itertext()))
    return squeeze("".join(texts))


def lost_text(book, path):
    """A text of the model that is not in the book where it should be."""
    status, model, _ = tap.run(path, "--to", "json", "-o", "-",
                               *tap.options(path))
    if status:
        return "no model: status %d" % status
    shown, at = body_text(book), 0
    for text, in_note in model_texts(json.loads(model)["blocks"]):
        text = squeeze(text)
        found = shown.find(text, 0 if in_note else at)
        if found < 0:
            return "not in the book, or out of order: " + text[:200]
        if not in_note:
            at = found + len(text)
    return None


def active_content(book):
    for name, root in pages(book):
        for element in root.iter():
            tag = element.tag.rsplit("}", 1)[-1]
            if tag in ACTIVE:
                return "%s: <%s>" % (name, tag)
            for key, value in element.attrib.items():
                key = key.rsplit("}", 1)[-1].lower()
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.I)
                if key.startswith("on") or key in ("srcdoc", "ping"):
                    return "%s: %s=" % (name, key)
                if key in ("href", "src") and scheme and \
                        scheme.group(1).lower() not in SCHEMES:
                    return "%s: %s=%s" % (name, key, value[:60])
    return None


def is_same(one, other):
    with open(one, "rb") as a, open(other, "rb") as b:
        return a.read() == b.read()


def same_elsewhere(path, book, options):
    """Whether both books come out the same in other surroundings."""
    other = os.path.join(tap.BOOKS, "other")
    os.makedirs(other, exist_ok=True)
    again = [os.path.join(other, "again." + form) for form in FORMS]
    tap.run(os.path.relpath(path, other), *options, "-j", "1",
            *[part for one in again for part in ("-o", one)],
            cwd=other, umask=0o077,
            env=tap.environment(TZ="Pacific/Kiritimati", LC_ALL="C",
                                LANG="de_DE"))
    same = all(is_same(book + form, one) for form, one in zip(FORMS, again))
    for one in again:
        os.unlink(one)
    return same


def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = re.sub(r"<[^>\n]{1,80}>", " ", text)
    return re.findall(r"[^\W_]+", re.sub(r"(\w)-\n\s*(\w)", r"\1\2",
                                        text).lower())


def strings(value, key=None):
    """Every string in a JSON value that is the input's own."""
    if isinstance(value, str) and key not in ("kind", "role", "mark"):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)


def unsaid_words(path):
    """Words of the input that are neither in the model nor in a message;
    None if there are none, or if the input is not UTF-8."""
    with open(path, "rb") as file:
        try:
            source = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            return None
    if "\0" in source:                  # UTF-16 that happens to be valid
        return None
    _, model, said = tap.run(path, "--to", "json", "-o", "-",
                             *tap.options(path))
    text = "\n".join(strings(json.loads(model))) + "\n" + said
    there = collections.Counter(words(text))
    # A word hyphenated in the input may have kept its hyphen.
    there.update(a + b for a, b in re.findall(
        r"(?=\b([^\W_]+)-([^\W_]+))", text.lower()))
    # What a terminal or a browser would not have shown either.
    source = re.sub(r"\x1b\[[0-9;]*[A-Za-z]|.\x08|</?su[bp]>", "",
                    source)
    source = html.unescape(source)
    lost = collections.Counter(words(source)) - there
    if sum(lost.values()) <= 0.02 * len(words(source)):
        return None
    return "lost: " + " ".join(sorted(lost))[:300]


def check(t, name, path, cover=False, may_refuse=False, recall=False):
    """The input makes a book of both forms, or, where it may, is refused
    clearly; the book is the same elsewhere, well-formed and passive, and
    holds all the text.  Of the PDF, tests/pdf says more."""
    stem = os.path.join(tap.BOOKS, name + ".")
    book = stem + "epub"
    options = tap.options(path) + ([] if cover else ["--cover", "none"])
    status, _, said = tap.run(path, "-o", book, "-o", stem + "pdf", *options)
    if status == 65 and may_refuse:
        t.ok("error: " in said and not os.path.exists(book),
             "%s is refused" % name, said)
        return
    t.ok(status == 0, "%s makes a book" % name, said)
    if status:
        return
    t.ok(same_elsewhere(path, stem, options), "%s: same bytes" % name)
    try:
        why = active_content(book)
    except ET.ParseError as failure:
        why = str(failure)
    t.ok(not why, "%s: well-formed and passive" % name, why)
    if not why:
        why = lost_text(book, path)
        t.ok(not why, "%s: all text is there" % name, why)
    if recall:
        why = unsaid_words(path)
        t.ok(not why, "%s: no word is lost without a message" % name, why)
