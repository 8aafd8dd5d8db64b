"""Differences: what a changed notice says otherwise, value by value."""

from collections.abc import Iterator
from typing import NamedTuple

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE, SETTER_OF
from stellenbund.domain.correction import WHOLE, Correction, Said
from stellenbund.domain.diff import Change
from stellenbund.domain.finding import clip
from stellenbund.site.values import shown


class Difference(NamedTuple):
    """One value before and after, as HR reads it."""

    name: str
    before: str
    after: str


def differences(change: Change) -> tuple[Difference, ...]:
    """Return what *change* changes, in the order in which values are shown."""
    return tuple(_differences(change))


def _differences(change: Change) -> Iterator[Difference]:
    if change.before is None or change.after is None:
        return
    before, after = content(change.before.fields), content(change.after.fields)
    touched = {SETTER_OF[name] for name in change.fields if name in SETTER_OF}
    for key, each in CORRECTABLE.items():
        if key in touched:
            yield Difference(each.label, clip(shown(before, key)), clip(shown(after, key)))


def said(told: Said, field: str) -> str:
    """Return what a source said about a value, or which notices spoke of a whole opening."""
    if field == WHOLE:
        return "; ".join(str(each) for each in told.values())
    return clip(shown(told, field))


def mine(correction: Correction) -> str:
    """Return what a person set by hand.

    Cleared is no value but a statement of its own; the whole opening cleared is a hidden one.
    """
    if correction.field == WHOLE:
        return "Die Stelle ist verborgen."
    name = CORRECTABLE[correction.field].label
    text = "geleert" if correction.text is None else clip(correction.text)
    return f"{name}: {text}"
