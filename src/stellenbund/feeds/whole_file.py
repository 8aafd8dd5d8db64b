"""Whole file: what none of its openings states, and what many of them lack, said once."""

from collections.abc import Iterator, Sequence

from stellenbund.domain.opening import Fields
from stellenbund.domain.vocabulary import DeadlineKind
from stellenbund.feeds.columns import Key
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding

_ENOUGH = 3
"""From how many openings on their silence says something about the file."""

_MOST_TOLD = 5


def absences(openings: Sequence[Fields], feed: Feed) -> Iterator[RowFinding]:
    """Yield a finding for the start, and for the deadline, if none of *openings* states one."""
    count = len(openings)
    if count < _ENOUGH:
        return
    if not any(map(_states_start, openings)):
        yield finding("file.no_start", column=feed.column_of(Key.START), count=count)
    if not any(map(_states_deadline, openings)):
        yield finding("file.no_deadline", column=feed.column_of(Key.DEADLINE), count=count)


def _states_start(fields: Fields) -> bool:
    return bool(fields.training_year or fields.start_text)


def _states_deadline(fields: Fields) -> bool:
    return fields.deadline_kind is not DeadlineKind.UNKNOWN or bool(fields.deadline_text)


def running_numbers(feed: Feed) -> Iterator[RowFinding]:
    """Yield a finding if the references only count the rows: one row more, and all of them move."""
    references = [row.record.reference for row in feed.rows]
    if len(references) >= _ENOUGH and references == list(map(str, range(1, len(references) + 1))):
        column = feed.column_of(Key.REFERENCE)
        yield finding("file.running_numbers", column=column, value=column)


def without_reference(rows: Sequence[int], *, openings: int) -> Iterator[RowFinding]:
    """Yield one finding for all *rows* whose openings are known by their words alone."""
    if rows:
        numbers = ", ".join(map(str, rows[:_MOST_TOLD])) + ", …" * (len(rows) > _MOST_TOLD)
        where = f"Zeile {numbers}"
        yield finding("file.no_references", count=len(rows), openings=openings, where=where)
