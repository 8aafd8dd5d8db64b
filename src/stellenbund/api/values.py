"""Values: the strict types that the API's parameters are made of."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from stellenbund.domain.normalisers.characters import stripped

WORDS = 10
"""How many words one search may have."""

_DIGITS = re.compile(r"0|[1-9][0-9]{0,8}")
_TRUTHS = ["true", "false"]
_REPLACEMENT = "\ufffd"


def _read_digits(value: object) -> object:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return int(value)
    raise PydanticCustomError("whole_number", "not a whole number in plain digits")


def _read_truth(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in _TRUTHS:
        return value == "true"
    raise PydanticCustomError("unknown_value", "neither", {"known": _TRUTHS})


def _refuse_unprintable(text: str) -> str:
    if _REPLACEMENT in text or not text.isprintable():
        raise PydanticCustomError("unprintable", "not printable UTF-8")
    return text


def _as_kept(text: str) -> str:
    clean = " ".join(stripped(text).split())
    if not clean:
        raise PydanticCustomError("unprintable", "nothing printable")
    return _refuse_unprintable(clean)


def _refuse_wordless(text: str) -> str:
    if not 1 <= len(text.split()) <= WORDS:
        raise PydanticCustomError("words", "no word, or too many")
    return text


def one_of(vocabulary: Collection[StrEnum]) -> BeforeValidator:
    """Refuse what is no word of *vocabulary*, with an error that carries all of them."""
    known = [each.value for each in vocabulary]

    def read(value: object) -> object:
        if value in known:
            return value
        raise PydanticCustomError("unknown_value", "none of the known words", {"known": known})

    return BeforeValidator(read)


PLAIN_DIGITS = BeforeValidator(_read_digits)
"""Up to nine ASCII digits: no sign, blank, underscore, exponent or leading zero."""

Printable = Annotated[
    str, StringConstraints(min_length=1, max_length=200), AfterValidator(_refuse_unprintable)
]
"""One to 200 characters of valid UTF-8, none of them a control or a lone surrogate."""

Reference = Annotated[
    str, StringConstraints(min_length=1, max_length=600), AfterValidator(_as_kept)
]
"""The same, as long as the references of records may be; as there, odd characters are dropped."""

YES_OR_NO = BeforeValidator(_read_truth)
"""The words true and false, and no others."""

Search = Annotated[Printable, AfterValidator(_refuse_wordless)]
"""Printable text of one to ten words."""
