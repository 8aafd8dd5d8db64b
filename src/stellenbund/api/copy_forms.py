"""Copy forms: everything that is public as text, line by line, for programs and for tables."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from stellenbund.api.negotiation import prefers
from stellenbund.api.opening_page import TERMS, TERMS_DE
from stellenbund.api.schemas.copying import CopiedOpeningOut, CopiedOut, SnapshotEdgeOut
from stellenbund.domain.copying import Copied
from stellenbund.feeds.formulas import neutral


class Form(StrEnum):
    """How a snapshot is written."""

    NDJSON = "ndjson"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """What it is called in HTTP."""
        return _MEDIA_TYPES[self]

    @classmethod
    def accepted(cls, accepted: str) -> "Form":
        """Return the form that an Accept header of that value prefers.

        >>> Form.accepted("text/csv, */*;q=0.1"), Form.accepted("*/*")
        (<Form.CSV: 'csv'>, <Form.NDJSON: 'ndjson'>)
        """
        return cls.CSV if prefers("text/csv", "application/x-ndjson", accepted) else cls.NDJSON


_MEDIA_TYPES = {Form.NDJSON: "application/x-ndjson", Form.CSV: "text/csv; charset=utf-8"}


class Extent(NamedTuple):
    """How much a snapshot holds: everything as of a *sequence*, which are so many *openings*."""

    sequence: int
    openings: int


def write(form: Form, extent: Extent, items: Iterable[Copied]) -> Iterator[bytes]:
    """Yield a snapshot of *items* in *form*, some lines at a time."""
    return _WRITERS[form](extent, items)


def _ndjson(extent: Extent, items: Iterable[Copied]) -> Iterator[bytes]:
    """Yield one JSON object per line: the first and the last say what the snapshot holds."""
    yield _edge("begin", extent)
    for item in items:
        yield CopiedOut.of(item).model_dump_json().encode() + b"\n"
    yield _edge("end", extent)


def _edge(op: str, extent: Extent) -> bytes:
    line = SnapshotEdgeOut(op=op, terms=TERMS, terms_de=TERMS_DE, **extent._asdict())
    return line.model_dump_json().encode() + b"\n"


LEADING = ("id", "sequence", "reason", "at")
"""The columns with which a table begins; those of the opening follow."""

COLUMNS = (
    *LEADING,
    *(
        name
        for name, field in CopiedOpeningOut.model_fields.items()
        if name not in LEADING and not field.exclude
    ),
)


def _csv(_: Extent, items: Iterable[Copied]) -> Iterator[bytes]:
    """Yield a table (RFC 4180) with one line of names and one line for each opening.

    Nothing else stands in it, because a program for tables would take it for an opening.
    """
    yield _row(COLUMNS)
    for item in items:
        told = CopiedOut.of(item).model_dump(mode="json")
        values = told["opening"] | {name: told[name] for name in LEADING}
        yield _row([_cell(values[name]) for name in COLUMNS])


def _row(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    """Return *value* as a cell: nothing for null, JSON for what has parts, never a formula.

    >>> _cell(None), _cell(True), _cell(["VFA"]), _cell("=1+1")
    ('', 'true', '["VFA"]', "'=1+1")
    """
    match value:
        case None:
            return ""
        case str():
            return neutral(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


_WRITERS: Mapping[Form, Callable[[Extent, Iterable[Copied]], Iterator[bytes]]] = {
    Form.NDJSON: _ndjson,
    Form.CSV: _csv,
}
