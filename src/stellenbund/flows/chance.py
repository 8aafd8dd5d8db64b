"""Chance: ids and secrets that nobody guesses."""

import secrets

from stellenbund.domain.ticket import SIZE
from stellenbund.domain.token_text import CHANCE

LETTERS = "abcdefghijklmnopqrstuvwxyz23456789"
LENGTH = 10


def new_id() -> str:
    """Return an id for an opening: 51 bits of chance in letters that nobody mixes up."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def new_secret() -> int:
    """Return the secret of a token."""
    return secrets.randbits(CHANCE)


def new_ticket() -> str:
    """Return the ticket of an invitation or of a sign-in, in letters that an address takes."""
    return secrets.token_urlsafe(SIZE)


def new_salt() -> str:
    """Return what the secret of a webhook is computed from, besides the service's key."""
    return secrets.token_hex(16)
