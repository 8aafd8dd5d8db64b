"""Notebook: what a person should know about one record, written down while it is read."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.normalisers.texts import is_blank, read_line

T = TypeVar("T")

_REMEDIES = {
    "start": "Bitte den Beginn als Datum angeben, zum Beispiel 01.09.2027.",
    "deadline": "Bitte den letzten Tag der Bewerbung angeben, zum Beispiel 31.01.2027.",
    "opens": "Bitte den ersten Tag der Bewerbung angeben, zum Beispiel 01.08.2026.",
    "posted": "Bitte den Tag der Veröffentlichung angeben, zum Beispiel 13.08.2026.",
    "duration": "Bitte die Dauer in Jahren oder Monaten angeben, zum Beispiel „3 Jahre“.",
    "pay": "Bitte je Ausbildungsjahr den Bruttobetrag nennen, zum Beispiel „1. Jahr: 1.368,26 €“.",
    "certificate": "Bitte den mindestens nötigen Schulabschluss nennen.",
    "positions": "Bitte die Zahl der Ausbildungsplätze als Zahl angeben, zum Beispiel 3.",
    "weekly_hours": "Bitte die Wochenstunden als Zahl angeben, zum Beispiel 39.",
    "url": "Bitte die vollständige Adresse angeben; sie beginnt mit https://.",
    "apply_url": "Bitte die vollständige Adresse angeben; sie beginnt mit https://.",
    "description": "Bitte den Text kürzen und ohne Formatierung aus anderen Programmen einfügen.",
}


class Saying(NamedTuple):
    """What a finding says whatever its record: the sentences are German, for HR."""

    rule: str
    message: str
    remedy: str | None = None
    severity: Severity = Severity.HINT


class Notebook:
    """Findings about one record, in the order in which they were made."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def read(self, place: str, reader: Callable[[str], T], text: str | None) -> T | None:
        """Return what *reader* makes of *text*; what it cannot read becomes a finding."""
        if text is None or is_blank(text):
            return None
        try:
            return reader(text)
        except UnreadableTextError as error:
            self.findings.append(
                Finding(
                    severity=Severity.WARNING,
                    rule=error.rule,
                    message=error.message,
                    place=place,
                    value=clip(stripped(error.text)),
                    remedy=_REMEDIES.get(place),
                )
            )
            return None

    def unread(self, place: str) -> str | None:
        """Return the rule by which the text of the field *place* could not be read, if so."""
        at_place = (each for each in self.findings if each.place == place)
        return next((each.rule for each in at_place if each.rule.startswith("date.")), None)

    def note(self, said: Saying, *, place: str, value: str | None = None) -> None:
        """Write down one finding about the field *place* of the raw record."""
        self.findings.append(
            Finding(
                severity=said.severity,
                rule=said.rule,
                message=said.message,
                place=place,
                value=clip(stripped(value)) if value is not None else None,
                remedy=said.remedy,
            )
        )

    def extend(self, findings: Iterable[Finding]) -> None:
        """Write down what a normaliser found itself."""
        self.findings.extend(findings)


def short_line(text: str | None, longest: int = 300) -> str | None:
    """Return *text* on one line of at most *longest* characters; ``None`` if there is none."""
    line = read_line(text)
    return clip(line, longest) if line else None
