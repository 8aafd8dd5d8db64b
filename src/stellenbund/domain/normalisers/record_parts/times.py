"""Times: when the training of a record starts, how long it takes, until when one may apply."""

import re
from datetime import date
from functools import partial
from typing import NamedTuple

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.dates import Start, read_day, read_deadline, read_start
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying, short_line
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.record import RawRecord
from stellenbund.domain.value import Line, Value
from stellenbund.domain.vocabulary import DeadlineKind, StartKind

YEARS = range(2000, 2101)

_OVER = re.compile(r"\b(?:abgelaufen|geschlossen|beendet|besetzt|vergeben|nicht mehr moeglich)\b")
_CLOSED = Saying(
    "record.closed",
    "Laut Quelle kann man sich hier nicht mehr bewerben.",
    "Wenn es noch freie Plätze gibt, bitte eine neue Frist eintragen.",
)
_CONTRADICTION = Saying(
    "start.contradiction",
    "Das Feld für den Beginn nennt ein anderes Jahr als der Titel; es gilt das Feld.",
    "Bitte beide Angaben vergleichen.",
)
_PAST = Saying(
    "deadline.past",
    "Die Bewerbungsfrist ist schon vorbei.",
    "Wenn sie verlängert wurde, bitte die neue Frist eintragen.",
)
_AFTER_START = Saying(
    "deadline.after_start",
    "Die Bewerbungsfrist endet erst nach dem Beginn der Ausbildung.",
    "Bitte beide Angaben vergleichen.",
)


class Times(Value):
    """The dates and lengths that an opening's fields of the same names hold."""

    training_year: int | None = None
    start_kind: StartKind = StartKind.UNKNOWN
    starts_on: date | None = None
    start_text: Line | None = None
    duration_months: int | None = None
    deadline_kind: DeadlineKind = DeadlineKind.UNKNOWN
    deadline_on: date | None = None
    deadline_text: Line | None = None
    opens_on: date | None = None
    posted_on: date | None = None


class _Started(NamedTuple):
    kind: StartKind = StartKind.UNKNOWN
    on: date | None = None
    year: int | None = None
    text: str | None = None


def read_times(
    record: RawRecord, *, title_start: str | None, today: date, notebook: Notebook
) -> Times:
    """Return the times of *record*; a start that only its title names counts too."""
    started = _started(record, title_start, today=today, notebook=notebook)
    deadline = notebook.read("deadline", partial(read_deadline, today=today), record.deadline)
    times = Times(
        training_year=started.year if started.year in YEARS else None,
        start_kind=started.kind,
        starts_on=started.on,
        start_text=started.text,
        duration_months=notebook.read("duration", read_duration, record.duration),
        deadline_kind=deadline.kind if deadline else DeadlineKind.UNKNOWN,
        deadline_on=deadline.on if deadline else None,
        deadline_text=short_line(record.deadline),
        opens_on=notebook.read("opens", partial(read_day, today=today), record.opens)
        or (deadline.opens_on if deadline else None),
        posted_on=notebook.read("posted", partial(read_day, today=today), record.posted),
    )
    _remark(times, today=today, notebook=notebook)
    return times


def is_closed(record: RawRecord, *, today: date, notebook: Notebook) -> bool:
    """Say whether the deadline's field only says that it is over, without a day."""
    text = record.deadline or ""
    if not _OVER.search(fold(text)):
        return False
    try:
        read_deadline(text, today=today)
    except UnreadableTextError:
        notebook.note(_CLOSED, place="deadline", value=text)
        return True
    return False


def _started(
    record: RawRecord, title_start: str | None, *, today: date, notebook: Notebook
) -> _Started:
    """Return the start of the first text that names a time, else of the first readable one."""
    read = partial(notebook.read, "start", partial(read_start, today=today))
    starts = [start for start in (read(record.start), read(title_start)) if start]
    timed = [start for start in starts if _year(start)]
    years = {_year(start) for start in timed}
    if len(years) > 1:
        notebook.note(_CONTRADICTION, place="start", value=record.start)
    text = short_line(record.start) or short_line(title_start)
    best = next(iter(timed or starts), None)
    if best is None:
        return _Started(text=text)
    return _Started(kind=best.kind, on=best.on, year=_year(best), text=best.text)


def _year(start: Start) -> int | None:
    return start.training_year or (start.on.year if start.on else None)


def _remark(times: Times, *, today: date, notebook: Notebook) -> None:
    """Point out what is stated but strange; it stays as it is stated."""
    deadline, start = times.deadline_on, times.starts_on
    if deadline and deadline < today:
        notebook.note(_PAST, place="deadline", value=times.deadline_text)
    if deadline and start and deadline > start:
        notebook.note(_AFTER_START, place="deadline", value=times.deadline_text)
