"""Chance: ids and secrets that nobody guesses."""

import secrets

from stellenbund.domain.token_text import CHANCE

LETTERS = "abcdefghijklmnopqrstuvwxyz23456789"
LENGTH = 10


def new_id() -> str:
    """Return an id for an opening: 51 bits of chance in letters that nobody mixes up."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def new_secret() -> int:
    """Return the secret of a token."""
    return secrets.randbits(CHANCE)
