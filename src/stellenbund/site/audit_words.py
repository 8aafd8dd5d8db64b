"""Audit words: who did what to what, as HR reads it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from stellenbund.domain.clock import BERLIN
from stellenbund.flows.correct import CLEARED
from stellenbund.site import wording


def moment(value: datetime) -> str:
    """Return an instant by the clocks of the town hall.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC))
    '02.07.2026, 00:05 Uhr'
    """
    return f"{value.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"


def person(actor: str) -> str:
    """Return who did something.

    >>> person("Petra Muster (account 3)"), person("Excel-Makro (token 5)")
    ('Petra Muster (Konto 3)', 'Excel-Makro (Token 5)')
    """
    return actor.replace("(account ", "(Konto ").replace("(token ", "(Token ")


def subject(told: str) -> str:
    """Return what a deed was done to.

    >>> subject("run 17"), subject("moon 1")
    ('Lauf 17', 'moon 1')
    """
    word, _, rest = told.partition(" ")
    return f"{wording.SUBJECTS.get(word, word)} {rest}"


def fact(value: object, name: str, sources: Mapping[str, str]) -> str:
    """Return what is told of a deed under *name*; *sources* are the names of ``city/key``.

    >>> fact("upload, correct", "verbs", {}), fact("bochum/site", "source", {})
    ('Dateien hochladen, berichtigen', 'bochum/site')
    >>> fact("2027-01-31T23:00:00+00:00", "ends_at", {})
    '01.02.2027, 00:00 Uhr'
    """
    text = str(value)
    if name == "source":
        return sources.get(text, text)
    reader = _READERS.get(name)
    if reader is not None:
        return reader(text)
    return "geleert" if text == CLEARED else text


def _instant(text: str) -> str:
    return moment(datetime.fromisoformat(text))


def _verbs(text: str) -> str:
    return ", ".join(wording.SHORT_VERBS.get(each, each) for each in text.split(", "))


_READERS: Mapping[str, Callable[[str], str]] = {
    "answer": lambda text: wording.ANSWERS.get(text, text),
    "decided_by": person,
    "ends_at": _instant,
    "expires_at": _instant,
    "mode": lambda text: wording.MODES.get(text, text),
    "verbs": _verbs,
}
"""How the facts are said that are no text of a person."""
