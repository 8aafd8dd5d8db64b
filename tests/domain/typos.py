"""Typos: how a token looks when somebody mistypes it."""

import random
import string

LETTERS = string.ascii_letters + string.digits + "_- ."


def mutant(token: str, chance: random.Random) -> str:
    """Return *token* as somebody mistypes it: one letter wrong, lost, doubled or swapped."""
    at = chance.randrange(len(token) - 1)
    match chance.randrange(4):
        case 0:
            return token[:at] + chance.choice(LETTERS) + token[at + 1 :]
        case 1:
            return token[:at] + token[at + 1 :]
        case 2:
            return token[:at] + token[at] + token[at:]
        case _:
            return token[:at] + token[at + 1] + token[at] + token[at + 2 :]
