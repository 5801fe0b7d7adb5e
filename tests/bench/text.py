# SPDX-License-Identifier: MIT
"""Prose of any length, the same each time: sentences of our own with their
words drawn by a fixed dice, in the form that articles have."""
import random

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
