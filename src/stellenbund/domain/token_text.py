"""Token text: how a token is spelled, so that scanners find it and a typo shows without asking."""

import hashlib
import re
import zlib

PATTERN = r"stb_[a-z0-9-]{1,60}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}"
"""What a secret scanner looks for: our prefix, whose token it is, 256 bits of chance, a checksum.

The form is GitHub's: a checksum of 32 bits leaves a scanner no false alarms.
"""

CHANCE = 256
"""Bits of chance in a token; with as many, a fast digest keeps it as safe as a slow one."""

OPERATORS = "op"
"""Whose token it is, where it is no city's."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SECRET_LENGTH, _CHECKSUM_LENGTH = 43, 6
_FORM = re.compile(PATTERN)


def write_token(city: str | None, secret: int) -> str:
    """Return the token of a city, or of the operator, that carries *secret*.

    >>> write_token("bochum", 4711)[:12], len(write_token(None, 0))
    ('stb_bochum_0', 57)
    """
    start = f"stb_{city or OPERATORS}_{_base62(secret, _SECRET_LENGTH)}"
    return f"{start}_{_checksum(start)}"


def is_spelled_right(text: str) -> bool:
    """Say whether *text* is a token without a typo, which needs no look into any database.

    >>> is_spelled_right(write_token("bochum", 17)), is_spelled_right("stb_bochum_17")
    (True, False)
    """
    start, _, checksum = text.rpartition("_")
    return bool(_FORM.fullmatch(text)) and _checksum(start) == checksum


def fingerprint(text: str) -> str:
    """Return what is kept of a token, from which nobody can tell it: its SHA-256, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def _checksum(text: str) -> str:
    return _base62(zlib.crc32(text.encode()), _CHECKSUM_LENGTH)


def _base62(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return digits
