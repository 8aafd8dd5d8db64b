"""Wording: whether the words of a time may be shown beside what was read from them."""

import re
from enum import Enum, auto

from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.date_parts.machine_dates import is_digits, is_stamp
from stellenbund.domain.normalisers.pay_parts.pay_marks import speaks_of_pay
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import fold

_NAMES = {"deadline": "Bewerbungsfrist", "start": "Beginn"}
_EXAMPLES = {"deadline": "31.01.2027", "start": "01.09.2027"}
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = frozenset({"null", "none"})
_MEANINGLESS = frozenset({"date.unreadable", "date.serial_number"})
"""Why a text cannot be read in which nothing speaks of a time."""


class _Words(Enum):
    """Whose words a time is stated in; a person may see only a person's."""

    HUMAN = auto()
    PLACEHOLDER = auto()
    STAMP = auto()
    UNREADABLE = auto()


def worded(text: str | None, *, rule: str | None, place: str, notebook: Notebook) -> str | None:
    """Return *text*, of which *rule* read a time, if it is in words that a person may see.

    Without a rule nothing could be read of it; then only what speaks of a time at all is shown.
    What a program wrote is never shown, and becomes a finding.
    """
    if text is None:
        return None
    words = _words(text, rule=rule, why_unread=None if rule else notebook.unread(place))
    if words is _Words.PLACEHOLDER:
        notebook.note(_placeholder(place), place=place, value=text)
    elif words is _Words.STAMP:
        notebook.note(_stamp(place), place=place, value=text)
    return text if words is _Words.HUMAN else None


@remembering
def _words(text: str, *, rule: str | None, why_unread: str | None) -> _Words:
    if rule == "date.placeholder" or (rule == "date.not_stated" and is_digits(text)):
        return _Words.PLACEHOLDER
    if is_stamp(text):
        return _Words.STAMP
    return _Words.HUMAN if _is_readable(text, rule, why_unread) else _Words.UNREADABLE


def _is_readable(text: str, rule: str | None, why_unread: str | None) -> bool:
    if rule is None:
        speaks_of_time = why_unread not in _MEANINGLESS and not speaks_of_pay(text)
        return speaks_of_time and _SHORT_WORD.search(text) is not None
    if rule == "date.not_stated":
        return any(word not in _NO_WORDS for word in _WORD.findall(fold(text)))
    return not (is_digits(text) and len(text) > len("2027"))


def _placeholder(place: str) -> Saying:
    return Saying(
        f"{place}.placeholder",
        f"Als {_NAMES[place]} steht hier nur ein Platzhalter, wie ihn Programme schreiben; wir "
        "zeigen ihn nicht.",
        "Bitte den Tag mit seinem Jahr eintragen; gibt es keinen, das Feld leer lassen.",
    )


def _stamp(place: str) -> Saying:
    return Saying(
        f"{place}.stamp",
        f"Als {_NAMES[place]} steht hier ein Zeitstempel, wie ihn nur Programme schreiben; wir "
        "zeigen nur den Tag, den er bedeutet.",
        "Bitte prüfen, ob der Tag stimmt, und ihn als Datum angeben, zum Beispiel "
        f"{_EXAMPLES[place]}.",
        Severity.WARNING,
    )
