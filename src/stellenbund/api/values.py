"""Values: the strict types that the API's parameters are made of."""

import re
from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from stellenbund.domain.normalisers.characters import stripped

WORDS = 10
"""How many words one search may have."""

_DIGITS = re.compile(r"0|[1-9][0-9]{0,8}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AMOUNT = re.compile(r"\d{1,6}(?:\.\d{1,2})?", re.ASCII)
_LOST_PLUS = re.compile(r" (?=\d{2}:?\d{2}$)", re.ASCII)
"""In an address a plus sign means a blank: the one before an offset is written so by mistake."""

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


def _read_day(value: object) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "not a day of the calendar")


def _read_instant(value: object) -> object:
    fault = PydanticCustomError("instant", "not an instant with its offset")
    try:
        instant = datetime.fromisoformat(_LOST_PLUS.sub("+", str(value)))
    except ValueError as error:
        raise fault from error
    if instant.utcoffset() is None:
        raise fault
    return instant


def _read_amount(value: object) -> object:
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return value
    raise PydanticCustomError("amount", "not a plain amount")


def _split(values: object) -> object:
    """Take names that are separated by commas like names that are given one by one."""
    return [name for value in values for name in str(value).split(",")]  # type: ignore[attr-defined]


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
    return among([each.value for each in vocabulary])


def among(known: Collection[str]) -> BeforeValidator:
    """Refuse what is none of the *known* words, with an error that carries all of them."""

    def read(value: object) -> object:
        if value in known:
            return value
        raise PydanticCustomError("unknown_value", "none of the known words", {"known": known})

    return BeforeValidator(read)


DAY = BeforeValidator(_read_day)
"""A day as YYYY-MM-DD."""

INSTANT = BeforeValidator(_read_instant)
"""An instant in ISO 8601 that says how far it is from UTC."""

AMOUNT = BeforeValidator(_read_amount)
"""Digits with at most two decimals behind a point."""

COMMAS = BeforeValidator(_split)
"""Several names, one by one or separated by commas."""


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
