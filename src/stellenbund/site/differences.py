"""Differences: what a changed notice says otherwise, value by value."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE, SETTER_OF
from stellenbund.domain.correction import WHOLE, Correction, Said
from stellenbund.domain.diff import Change
from stellenbund.domain.finding import clip
from stellenbund.flows.touched import Touched
from stellenbund.site.values import shown

SAME = "dasselbe, anders geschrieben"
"""What is said of a value whose wording alone has changed."""


class Difference(NamedTuple):
    """One value before and after, as HR reads it."""

    name: str
    before: str
    after: str
    by_hand: str | None


def differences(change: Change, touched: Touched | None = None) -> tuple[Difference, ...]:
    """Return what *change* changes for a reader, in the order in which values are shown.

    What was set by hand in the opening that it is about stands above all that is new.
    """
    return tuple(_differences(change, touched.corrections if touched else ()))


def _differences(change: Change, corrections: Iterable[Correction]) -> Iterator[Difference]:
    if change.before is None or change.after is None:
        return
    before, after = content(change.before.fields), content(change.after.fields)
    by_hand = {each.field: _typed(each) for each in corrections}
    touched = {SETTER_OF[name] for name in change.fields if name in SETTER_OF}
    for key, each in CORRECTABLE.items():
        if key in touched:
            old, new = clip(shown(before, key)), clip(shown(after, key))
            yield Difference(each.label, old, SAME if old == new else new, by_hand.get(key))


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
    return f"{name}: {_typed(correction)}"


def _typed(correction: Correction) -> str:
    return "geleert" if correction.text is None else clip(correction.text)
