"""Believable times: those of a record that somebody can have meant."""

from collections.abc import Mapping
from datetime import date

from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.season import is_long_past, is_too_far, is_too_far_to_start
from stellenbund.domain.value import Line, Value
from stellenbund.domain.vocabulary import DeadlineKind, StartKind

_DEADLINE_FAR = Saying(
    "deadline.far",
    "Die Bewerbungsfrist liegt mehr als zwei Jahre voraus; wir zeigen sie nicht.",
    "Bitte das Jahr prüfen.",
    Severity.WARNING,
)
_START_FAR = Saying(
    "start.far",
    "Der Beginn liegt mehr als drei Jahre voraus; wir zeigen ihn nicht.",
    "Bitte das Jahr prüfen.",
    Severity.WARNING,
)
_PAST = Saying(
    "deadline.past",
    "Die Bewerbungsfrist ist schon vorbei; die Stelle wird nicht gezeigt.",
    "Wenn sie verlängert wurde, bitte die neue Frist eintragen.",
)
_LONG_PAST = Saying(
    "deadline.long_past",
    "Die Bewerbungsfrist ist seit mehr als zwei Jahren vorbei; die Stelle wird nicht gezeigt.",
    "Bitte die Ausschreibung von der Seite nehmen oder das Jahr berichtigen.",
    Severity.WARNING,
)
_START_LONG_PAST = Saying(
    "start.long_past",
    "Der Beginn liegt mehr als zwei Jahre zurück.",
    "Bitte die Ausschreibung von der Seite nehmen oder das Jahr berichtigen.",
    Severity.WARNING,
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


def believable(times: Times, *, today: date, notebook: Notebook) -> Times:
    """Return *times* without what nobody can have meant; what is strange becomes a finding.

    What lies in the past stays as it is stated: a deadline that is over lures nobody, and without
    it the opening would seem open.
    """
    times = changed(times, _deadline(times, today, notebook))
    times = changed(times, _start(times, today, notebook))
    if times.deadline_on and times.starts_on and times.deadline_on > times.starts_on:
        notebook.note(_AFTER_START, place="deadline", value=times.deadline_text)
    return times


def changed(times: Times, values: Mapping[str, object]) -> Times:
    """Return *times* with other *values*; itself where they are no others."""
    other = {name: value for name, value in values.items() if getattr(times, name) != value}
    return times.model_copy(update=other) if other else times


def _deadline(times: Times, today: date, notebook: Notebook) -> Mapping[str, object]:
    """Return what must change about the deadline."""
    text, day = times.deadline_text, times.deadline_on
    if day and is_too_far(day, today):
        notebook.note(_DEADLINE_FAR, place="deadline", value=text)
        return {"deadline_kind": DeadlineKind.UNKNOWN, "deadline_on": None, "deadline_text": None}
    if day and day < today:
        said = _LONG_PAST if is_long_past(day, today) else _PAST
        notebook.note(said, place="deadline", value=text)
    return {}


def _start(times: Times, today: date, notebook: Notebook) -> Mapping[str, object]:
    """Return what must change about the start."""
    text, year = times.start_text, times.training_year
    first = times.starts_on or (year and date(year, 1, 1))
    last = times.starts_on or (year and date(year, 12, 31))
    if first and is_too_far_to_start(first, today):
        notebook.note(_START_FAR, place="start", value=text)
        nothing = dict.fromkeys(("starts_on", "training_year", "start_text"))
        return {"start_kind": StartKind.UNKNOWN, **nothing}
    if last and is_long_past(last, today):
        notebook.note(_START_LONG_PAST, place="start", value=text)
    return {}
