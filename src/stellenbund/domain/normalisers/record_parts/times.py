"""Times: when the training of a record starts, how long it takes, until when one may apply."""

import re
from datetime import date
from functools import partial
from typing import NamedTuple

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.dates import (
    Deadline,
    Start,
    read_day,
    read_deadline,
    read_start,
)
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.record_parts.believable import Times, believable, changed
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying, short_line
from stellenbund.domain.normalisers.record_parts.wording import worded
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.record import RawRecord
from stellenbund.domain.vocabulary import DeadlineKind, StartKind

YEARS = range(2000, 2101)

_read_day = remembering(read_day)
_read_deadline = remembering(read_deadline)
_read_start = remembering(read_start)
_read_duration = remembering(read_duration)

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
_VAGUE = Saying(
    "deadline.vague",
    "Hier steht kein bestimmter Tag; ohne ihn läuft die Bewerbungsfrist nie ab.",
    "Bitte den letzten Tag der Bewerbung angeben, zum Beispiel 31.01.2027.",
    Severity.WARNING,
)


class _Started(NamedTuple):
    kind: StartKind = StartKind.UNKNOWN
    on: date | None = None
    year: int | None = None
    text: str | None = None
    rule: str | None = None


def read_times(
    record: RawRecord, *, title_start: str | None, today: date, notebook: Notebook
) -> Times:
    """Return the times of *record*; a start that only its title names counts too."""
    started = _started(record, title_start, today=today, notebook=notebook)
    deadline = _ending(record, today=today, notebook=notebook)
    times = Times(
        training_year=started.year if started.year in YEARS else None,
        start_kind=started.kind,
        starts_on=started.on,
        start_text=started.text,
        duration_months=notebook.read("duration", _read_duration, record.duration),
        deadline_kind=deadline.kind if deadline else DeadlineKind.UNKNOWN,
        deadline_on=deadline.on if deadline else None,
        deadline_text=short_line(record.deadline),
        opens_on=notebook.read("opens", partial(_read_day, today=today), record.opens)
        or (deadline.opens_on if deadline else None),
        posted_on=notebook.read("posted", partial(_read_day, today=today), record.posted),
    )
    times = believable(times, today=today, notebook=notebook)
    closing = worded(
        times.deadline_text,
        rule=deadline.rule if deadline else None,
        place="deadline",
        notebook=notebook,
    )
    starting = worded(times.start_text, rule=started.rule, place="start", notebook=notebook)
    return changed(times, {"deadline_text": closing, "start_text": starting})


def _ending(record: RawRecord, *, today: date, notebook: Notebook) -> Deadline | None:
    deadline = notebook.read("deadline", partial(_read_deadline, today=today), record.deadline)
    if deadline and deadline.rule == "date.vague":
        notebook.note(_VAGUE, place="deadline", value=record.deadline)
    return deadline


def is_closed(record: RawRecord, *, today: date, notebook: Notebook) -> bool:
    """Say whether the deadline's field only says that it is over, without a day."""
    text = record.deadline or ""
    if not _OVER.search(fold(text)):
        return False
    try:
        _read_deadline(text, today=today)
    except UnreadableTextError:
        notebook.note(_CLOSED, place="deadline", value=text)
        return True
    return False


def _started(
    record: RawRecord, title_start: str | None, *, today: date, notebook: Notebook
) -> _Started:
    """Return the start of the first text that names a time, else of the first readable one."""
    read = partial(notebook.read, "start", partial(_read_start, today=today))
    starts = [start for start in (read(record.start), read(title_start)) if start]
    timed = [start for start in starts if _year(start)]
    years = {_year(start) for start in timed}
    if len(years) > 1:
        notebook.note(_CONTRADICTION, place="start", value=record.start)
    text = short_line(record.start) or short_line(title_start)
    best = next(iter(timed or starts), None)
    if best is None:
        return _Started(text=text)
    return _Started(kind=best.kind, on=best.on, year=_year(best), text=best.text, rule=best.rule)


def _year(start: Start) -> int | None:
    return start.training_year or (start.on.year if start.on else None)
