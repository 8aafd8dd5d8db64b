"""Oddity: one way in which a record can be odd, and what tells that it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stellenbund.domain.merge import states
from stellenbund.domain.opening import Fields
from stellenbund.domain.plausibility_parts.testimony import Testimony

Example = Callable[[Testimony], str | None]
"""Returns the odd text of a record, or ``None`` if it is not odd."""

SHIFTED = "Bitte prüfen, ob die Felder der Quelle noch richtig zugeordnet sind."
"""What to do where a text stands in a field that is not its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """One way to be odd, among the records for which it can be said.

    "3 von 30 *among* *says*" is its German sentence, *advice* the next one. *bound* is the share
    from which on a source is broken even without a past to compare with.
    """

    name: str
    among: str
    says: str
    advice: str
    can_be_said: Callable[[Fields], bool]
    example: Example
    bound: float | None = None

    def is_judged(self, testimony: Testimony) -> bool:
        """Say whether a record counts: it states the field, or what it had there was odd."""
        return self.can_be_said(testimony.fields) or self.example(testimony) is not None


def noted(rules: Sequence[str], testimony: Testimony) -> str | None:
    """Return the text of which one of *rules* made a finding."""
    return next((testimony.noted[rule] for rule in rules if rule in testimony.noted), None)


def says(field: str, fields: Fields) -> bool:
    """Say whether a record states *field*."""
    return states(fields, field)
