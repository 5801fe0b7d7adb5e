#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""articles.py FOLDER N: writes N articles of about 4.5 KB, the same each
time, as pages are copied out of a news site: blank lines, title, date, a
caption with its credit, underlined words, a related article out of the same
set, and the address."""
import os
import random
import re
import sys

import text

PEOPLE = [first + " " + last for first in
          "Ines Otto Mara Juno Leon Vera Nils Tilda Aron Edda".split()
          for last in ("Falk Meer Holt Brandt Quist Lund Roos Vogt Hale "
                       "Stern Ohm Kay").split()]
PAPERS = ["Harbour Post", "Northern Press", "The Inlet", "Island Times"]
MONTHS = ("January February March April May June July August September "
          "October November December").split()
BYTES = 4500


FORMS = [
    "The %(noun)s of the %(noun)s was %(verb)s by the %(noun)s, and it is "
    "not the %(other)s one that they have %(verb)s.",
    "It was in the %(noun)s that she %(verb)s the %(noun)s, %(other)s and "
    "with a %(noun)s for each of them.",
    "But those who %(verb)s it say that there is a %(noun)s for every "
    "%(noun)s, and that he has %(verb)s it %(other)s.",
    "\"We %(verb)s the %(noun)s, and this is what they %(verb)s,\" said the "
    "%(noun)s, who had been at the %(noun)s for %(number)d years.",
    "At the %(noun)s, which is as %(other)s as the %(noun)s, they were "
    "told on the %(number)dth that the %(noun)s would be %(verb)s.",
]


def sentence(dice):
    kinds = {"noun": text.NOUNS, "verb": text.VERBS, "other": text.OTHERS,
             "number": range(4, 20)}
    return re.sub(r"%\((\w+)\)[sd]",
                  lambda m: str(dice.choice(kinds[m.group(1)])),
                  dice.choice(FORMS))


def title(dice):
    words = [dice.choice(kind) for kind in (
        text.OTHERS, text.NOUNS, text.VERBS, text.OTHERS, text.NOUNS,
        text.VERBS, text.OTHERS, text.NOUNS)]
    return " ".join(word.capitalize() for word in words[dice.randint(0, 3):])


def paragraph(dice):
    words = " ".join(sentence(dice)
                     for _ in range(dice.randint(2, 5))).split(" ")
    if dice.random() < 0.1:
        words[0] = "<u>%s</u>" % words[0]
    return " ".join(words)


def article(dice, number, name, related):
    day = (dice.randint(1, 12), dice.randint(1, 28))
    parts = ["\n\n" + name, "%s %d, 2024\n\n" % (MONTHS[day[0] - 1], day[1]),
             "The %s in %s. %s / %s" % (
                 dice.choice(text.NOUNS), dice.choice(MONTHS),
                 dice.choice(PEOPLE), dice.choice(PAPERS))]
    size = sum(map(len, parts))
    if related:
        parts.append(paragraph(dice))
        parts.append("Related article: " + related)
    while size < BYTES:
        parts.append(paragraph(dice))
        size += len(parts[-1]) + 2
    parts.append("Original url:")
    parts.append("https://news%d.example.org/2024/%02d/%02d/%d" %
                 (number % 13, *day, number))
    return "\n\n".join(parts)


def write(folder, n):
    os.makedirs(folder, exist_ok=True)
    dice, names = random.Random(4), []
    for number in range(n):
        related = dice.choice(names) if names and number % 3 == 0 else None
        name = title(dice)
        names.append(name)
        path = os.path.join(folder, "article-%d.txt" % (number + 1))
        with open(path, "w", encoding="utf-8") as file:
            file.write(article(dice, number + 1, name, related))


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
