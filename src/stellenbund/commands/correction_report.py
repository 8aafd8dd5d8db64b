"""Correction report: what was set by hand beside what the sources say, as a table."""

from collections.abc import Sequence

from stellenbund.commands.screen import cell, results, said, table
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import WHOLE, KeptCorrection, Said
from stellenbund.domain.finding import clip
from stellenbund.flows.questions import CorrectionState

LONGEST = 60
"""Characters of a value that a cell shows."""


def print_corrections(states: Sequence[CorrectionState]) -> None:
    """Print a line per correction; a question mark: its sources say something else by now."""
    columns = ("id", "opening", "field", "set to", "?", "sources say", "by", "at", "note")
    drawn = table(*columns, numbers=["id"])
    for state in states:
        kept = state.correction
        drawn.add_row(
            str(kept.id),
            kept.opening,
            cell(kept.field),
            cell(_set_to(kept)),
            "?" if state.question else "",
            cell(_say(state.now, kept.field)),
            cell(kept.actor),
            f"{kept.set_at:%Y-%m-%d %H:%M}",
            cell(kept.note),
        )
    results().print(drawn)


def _set_to(kept: KeptCorrection) -> str:
    if kept.text is not None:
        return clip(kept.text, LONGEST)
    return "hidden" if kept.field == WHOLE else "cleared"


def _say(now: Said | None, field: str) -> str | None:
    """Return what the sources say under the field that decides, on one line."""
    if now is None:
        return "gone"
    told = now if field == WHOLE else {name: now[name] for name in CORRECTABLE[field].fields[:2]}
    return clip(said(list(told.values())), LONGEST)
