# SPDX-License-Identifier: MIT
"""Prose of any length, the same each time: sentences of our own with their
words drawn by a fixed dice, in the form that articles have; and the English
that every Debian machine has, its licences."""
import os
import random
import re

NOUNS = ("harbour lamp keeper island council letter ship winter morning "
         "tower fisherman board trust window stair voice net shed boat guest "
         "signature house road table field river bridge market book page "
         "clock garden storm engine school teacher doctor station train "
         "summer mountain village question answer paper picture newspaper "
         "neighbour government minister factory union strike orchestra song "
         "kitchen bread memory language dictionary map compass").split()
VERBS = ("carried remembered repaired opened measured described followed "
         "crossed painted collected forgot answered doubted promised counted "
         "printed sold built inherited refused studied explained defended "
         "watched lost found").split()
OTHERS = ("slowly quietly almost never often again together before after "
          "without beyond against because although while old new small grey "
          "bright narrow patient careful certain ordinary").split()


def sentence(dice):
    words = []
    for _ in range(dice.randint(2, 4)):
        words += ["the", dice.choice(OTHERS), dice.choice(NOUNS),
                  dice.choice(VERBS), "a", dice.choice(NOUNS),
                  dice.choice(OTHERS)]
    text = " ".join(words[:-1])
    text = text[0].upper() + text[1:]
    if dice.random() < 0.2:
        text = '"%s," said %s' % (text, dice.choice(NOUNS).capitalize())
    return text + "."


def article(size, seed=1):
    dice = random.Random(seed)
    parts, length = ["The Quiet Harbour\n\nMarch 14, 2024\n\n"], 0
    while length < size:
        part = " ".join(sentence(dice) for _ in range(dice.randint(2, 6)))
        if dice.random() < 0.05:
            part = "%s and %s" % (dice.choice(NOUNS).capitalize(),
                                  dice.choice(NOUNS))
        parts.append(part + "\n\n")
        length += len(parts[-1])
    return "".join(parts)


LICENCES = "/usr/share/common-licenses"


def licences(least=160):
    """The paragraphs of at least this many letters, each in one line; None
    where there are none.  Items of lists, which have narrower lines, are
    not among them."""
    item = re.compile(r"(?:\(?\w{1,3}[.)]|[*-])\s")
    found = []
    for name in ("GPL-3", "GFDL-1.3", "LGPL-2.1", "GPL-1", "Artistic"):
        path = os.path.join(LICENCES, name)
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            blocks = re.split(r"\n\s*\n", file.read())
        found += [" ".join(block.split()) for block in blocks]
    return [block for block in found
            if len(block) >= least and not item.match(block)]
