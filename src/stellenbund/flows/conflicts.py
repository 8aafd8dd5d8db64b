"""Conflicts: where a city's file and another source state different things about one opening."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from stellenbund.domain.feed_source import FEED
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.merge import Merged, states
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields
from stellenbund.domain.source import Trust
from stellenbund.feeds.columns import COLUMNS, Key
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding
from stellenbund.flows.file_reading import FileReading

OURS = "Ihre Datei"
"""How a city's file is called before HR."""


class Compared(NamedTuple):
    """A field that two sources must agree about, with its column and how its values are shown."""

    field: str
    column: Key
    show: Callable[[Fields], str]


def _day(name: str) -> Callable[[Fields], str]:
    def show(fields: Fields) -> str:
        day: date = getattr(fields, name)
        return f"{day:%d.%m.%Y}"

    return show


def _number(name: str, unit: str = "") -> Callable[[Fields], str]:
    return lambda fields: f"{getattr(fields, name)}{unit}".replace(".", ",")


def _certificate(fields: Fields) -> str:
    return fields.certificate_text or str(fields.certificate)


COMPARED = (
    Compared("starts_on", Key.START, _day("starts_on")),
    Compared("deadline_on", Key.DEADLINE, _day("deadline_on")),
    Compared("positions", Key.POSITIONS, _number("positions")),
    Compared("duration_months", Key.DURATION, _number("duration_months", " Monate")),
    Compared("weekly_hours", Key.WEEKLY_HOURS, _number("weekly_hours")),
    Compared("certificate", Key.CERTIFICATE, _certificate),
)
"""What has one true value; texts and addresses may well differ from source to source."""


def conflicts(
    read: FileReading, openings: Iterable[Merged], names: Mapping[str, str]
) -> tuple[RowFinding, ...]:
    """Return what other sources of these *openings* contradict, in the order of the file's rows.

    *names* are those of the sources by their keys.
    """
    found = (each for opening in openings for each in _contradictions(opening, read, names))
    return tuple(sorted(found, key=lambda each: each.row or 0))


def known_elsewhere(openings: Iterable[Merged]) -> frozenset[str]:
    """Return the references of the file whose openings another source shows, too."""
    return frozenset(
        notice.reference
        for opening in openings
        if any(each.source != FEED for each in opening.notices)
        for notice in opening.notices
        if notice.source == FEED
    )


def soon_held(notices: Iterable[Notice], held: Sequence[HeldNotice]) -> Iterator[HeldNotice]:
    """Yield the notices of a file as if they were committed, beside what is *held* now."""
    known = {each.reference: each for each in held if each.source == FEED}
    soon = max(each.first_seen_at for each in held)
    for notice in notices:
        before = known.get(notice.reference)
        yield HeldNotice(
            source=FEED,
            reference=notice.reference,
            trust=Trust.FEED,
            fields=notice.fields,
            first_seen_at=before.first_seen_at if before else soon,
            opening=before.opening if before else None,
            content=notice.content,
        )


def _contradictions(
    opening: Merged, read: FileReading, names: Mapping[str, str]
) -> Iterator[RowFinding]:
    ours = next((each for each in opening.notices if each.source == FEED), None)
    for other in opening.notices if ours else ():
        for compared in COMPARED if other is not ours else ():
            assert ours
            if _differ(ours.fields, other.fields, compared.field):
                origin = opening.origins[compared.field].source
                yield finding(
                    "row.conflict",
                    row=read.places.get(ours.reference),
                    column=_heading(read, compared.column),
                    value=compared.show(ours.fields),
                    label=COLUMNS[compared.column].header,
                    source=names.get(other.source, other.source),
                    other=compared.show(other.fields),
                    wins=OURS if origin == FEED else f"„{names.get(origin, origin)}“",
                )


def _differ(one: Fields, other: Fields, name: str) -> bool:
    values: list[Any] = [getattr(fields, name) for fields in (one, other)]
    return states(one, name) and states(other, name) and values[0] != values[1]


def _heading(read: FileReading, key: Key) -> str | None:
    """Return the name, as in the file, of the column that means *key*."""
    return next((each.name for each in read.headings if each.key is key), None)
