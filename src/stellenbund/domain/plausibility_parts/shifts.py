"""Shifts: whether the dates of many openings jump by a year, or into the past, at once."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stellenbund.domain.diff import Diff
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.opening import Fields
from stellenbund.domain.plausibility_parts.bounds import DROP, FLOOR

YEAR = timedelta(days=300)
"""A jump of so many days is one to another season."""

USUAL_START = (8, 1)
"""Month and day on which a training begins of which only the year is stated."""


class _Kind(NamedTuple):
    """A date that can jump: its name in German, and how long before it adverts turn to the next."""

    noun: str
    day: Callable[[Fields], date | None]
    turn: timedelta


def doubt_shifts(diff: Diff, harvest: Harvest, today: date) -> Iterator[str]:
    """Doubt that many deadlines, or starts, change their season where that is not due.

    An advert that turns to the next year once its own is over, or nearly so, is due.
    """
    for kind in _KINDS:
        jumps = list(_jumps(diff, kind, today))
        stating = sum(kind.day(notice.fields) is not None for notice in harvest.notices)
        if len(jumps) > max(FLOOR, stating * DROP):
            before, after = jumps[0]
            yield (
                f"Bei {len(jumps)} von {stating} Ausschreibungen springt {kind.noun} auf einmal um "
                f"ein Jahr oder in die Vergangenheit, zum Beispiel vom {before:%d.%m.%Y} auf den "
                f"{after:%d.%m.%Y}. Bitte prüfen, ob die Quelle die Jahre der richtigen Saison "
                "zeigt."
            )


def _jumps(diff: Diff, kind: _Kind, today: date) -> Iterator[tuple[date, date]]:
    for change in diff.changes:
        if change.before is None or change.after is None:
            continue
        before, after = kind.day(change.before.fields), kind.day(change.after.fields)
        if before and after and _is_jump(before, after, today, turn=kind.turn):
            yield before, after


def _is_jump(before: date, after: date, today: date, *, turn: timedelta) -> bool:
    if before >= today > after:
        return True
    is_due = after > before and before < today + turn
    return abs(after - before) >= YEAR and not is_due


def _start(fields: Fields) -> date | None:
    if fields.starts_on or fields.training_year is None:
        return fields.starts_on
    return date(fields.training_year, *USUAL_START)


def _deadline(fields: Fields) -> date | None:
    return fields.deadline_on


_KINDS = (
    _Kind("die Bewerbungsfrist", _deadline, turn=timedelta(0)),
    _Kind("der Beginn", _start, turn=timedelta(days=120)),
)
